// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/batch.h"

#include "json.h"
#include "peil/base/byte_stream.h"

#include <algorithm>
#include <limits>

namespace peil::protocol {
namespace {

constexpr std::string_view kMagic = "PEILBAT"; // and one digit, the version
constexpr std::string_view kItemDomain = "PEILITM2";
constexpr std::size_t kMaxKindBytes = 32;

tl::unexpected<Error> badBatch(const char* why) {
    return fail(ProtocolErrc::BadBatch, why);
}

/// A name as ours are; it is shown to people.
bool isKindName(std::string_view text) {
    return !text.empty() && text.size() <= kMaxKindBytes &&
           std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

/// Version 1 knows interviews only, and calls the id after them.
boost::json::object keysOf(const BatchItem& item, int version) {
    if (version == kInterviewBatches)
        return {{"interview", item.interview.text()}, {"revision", item.revision}, {"sequence", item.sequence}};
    boost::json::object keys{
        {"kind", item.kind}, {"id", item.interview.text()}, {"revision", item.revision}, {"sequence", item.sequence}};
    if (item.previous) keys["previous"] = toBase64(*item.previous);
    return keys;
}

Result<BatchItem> readKeys(std::string_view json, int version) {
    auto reader = JsonReader::parse(json);
    if (!reader) return badBatch("The keys of an item are not JSON.");
    BatchItem item;
    item.interview = InterviewId(reader->text(version == kInterviewBatches ? "interview" : "id"));
    item.revision = static_cast<int>(reader->integer("revision", 1, 1'000'000));
    item.sequence = reader->integer("sequence", 1, std::numeric_limits<std::int64_t>::max());
    if (version != kInterviewBatches) {
        item.kind = reader->text("kind");
        if (!isKindName(item.kind)) reader->flag("kind");
        if (reader->has("previous")) item.previous = reader->fixed<32>("previous");
    }
    if (!reader->sound()) return reader->fault(ProtocolErrc::BadBatch);
    return item;
}

Result<BatchItem> readItem(ByteReader& in, int version) {
    const auto keys = in.block();
    const auto payload = in.block();
    if (!keys || !payload) return badBatch("The batch is truncated.");
    PEIL_TRY(auto item, readKeys(textOf(*keys), version));
    item.envelope.assign(payload->begin(), payload->end());
    if (version == kInterviewBatches) return item;
    const auto signature = in.raw(std::tuple_size_v<crypto::Signature>);
    if (!signature) return badBatch("The batch is truncated.");
    item.signature = toArray<std::tuple_size_v<crypto::Signature>>(*signature);
    return item;
}

Result<int> readVersion(ByteReader& in) {
    const auto magic = in.raw(kMagic.size() + 1);
    if (!magic || !textOf(*magic).starts_with(kMagic)) return badBatch("This is not a batch.");
    const auto version = magic->back() - '0';
    if (version < kInterviewBatches || version > 9) return badBatch("This is not a batch.");
    if (version > kBatchVersion) return fail(ProtocolErrc::UnknownVersion);
    return version;
}

/// Fixed lengths and lengths before what varies, so that no two claims give the same bytes.
Bytes messageOf(const ItemClaim& claim) {
    ByteWriter out;
    out.raw(kItemDomain);
    out.block(bytesOf(claim.device.text()));
    out.block(bytesOf(claim.kind));
    out.block(bytesOf(claim.id.text()));
    out.u32(static_cast<std::uint32_t>(claim.revision));
    out.u64(static_cast<std::uint64_t>(claim.sequence));
    out.block(claim.previous ? ByteView(*claim.previous) : ByteView());
    out.raw(claim.payload);
    return out.take();
}

} // namespace

crypto::Signature signClaim(const ItemClaim& claim, const crypto::SigningKeyPair& device) {
    return crypto::sign(messageOf(claim), device);
}

bool isSignedBy(const ItemClaim& claim, const crypto::Signature& signature, const crypto::PublicKey& device) {
    return crypto::verify(messageOf(claim), signature, device);
}

ItemClaim BatchItem::claim(const DeviceId& device) const {
    return {device, kind, interview, revision, sequence, previous, crypto::blake2b(envelope)};
}

Result<Bytes> encodeBatch(const Batch& batch, const crypto::SigningKeyPair& device) {
    if (batch.items.empty() || batch.items.size() > kMaxBatchItems) return fail(ProtocolErrc::TooLarge);
    ByteWriter out;
    out.raw(kMagic);
    out.raw(std::to_string(batch.version));
    out.block(bytesOf(batch.device.text()));
    out.u32(batch.items.size());
    for (const auto& item : batch.items) {
        if (batch.version == kInterviewBatches && item.kind != idOf(ItemKind::Interview))
            return badBatch("Batches of version 1 contain only interviews; upgrade the server first.");
        out.block(bytesOf(boost::json::serialize(keysOf(item, batch.version))));
        out.block(item.envelope);
        if (batch.version != kInterviewBatches) out.raw(signClaim(item.claim(batch.device), device));
    }
    if (batch.version == kInterviewBatches) out.raw(crypto::sign(out.bytes(), device));
    if (out.bytes().size() > kMaxBodyBytes) return fail(ProtocolErrc::TooLarge);
    return out.take();
}

Result<Batch> decodeBatch(ByteView body, const crypto::PublicKey& device) {
    if (body.size() > kMaxBodyBytes) return fail(ProtocolErrc::TooLarge);
    ByteReader in(body);
    PEIL_TRY(const auto version, readVersion(in));
    const auto id = in.block();
    const auto count = in.u32();
    if (!id || !count) return badBatch("The batch is truncated.");
    if (*count == 0 || *count > kMaxBatchItems) return fail(ProtocolErrc::TooLarge);
    Batch batch{DeviceId(std::string(textOf(*id))), {}, version};
    for (std::size_t i = 0; i < *count; ++i) {
        PEIL_TRY(auto item, readItem(in, version));
        batch.items.push_back(std::move(item));
    }
    const auto signedEnd = in.offset();
    const auto signature = version == kInterviewBatches ? in.raw(std::tuple_size_v<crypto::Signature>) : ByteView();
    if (!signature || !in.atEnd()) return badBatch("The batch has extra bytes at the end.");
    if (version == kInterviewBatches && !crypto::verify(body.first(signedEnd), *signature, device))
        return fail(ProtocolErrc::BadSignature);
    return batch;
}

} // namespace peil::protocol
