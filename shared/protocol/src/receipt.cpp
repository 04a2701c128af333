// SPDX-License-Identifier: Apache-2.0
#include "byte_stream.h"
#include "json.h"

#include "peil/protocol/messages.h"

#include <limits>

namespace peil::protocol {
namespace {

constexpr std::string_view kMagic = "PEILRCP1";

std::string receiptText(const Receipt& receipt) {
    const boost::json::object object{
        {"interview", receipt.interview.text()},
        {"revision", receipt.revision},
        {"device", receipt.device.text()},
        {"sequence", receipt.sequence},
        {"envelope", toBase64(receipt.envelopeHash)},
        {"status", static_cast<int>(receipt.status)},
        {"epoch", receipt.epoch},
        {"auditHead", toBase64(receipt.auditHead)},
        {"at", receipt.at},
    };
    return boost::json::serialize(object);
}

} // namespace

Bytes encodeReceipt(const Receipt& receipt, const crypto::SigningKeyPair& server) {
    ByteWriter out;
    out.raw(kMagic);
    out.block(bytesOf(receiptText(receipt)));
    out.raw(crypto::sign(out.bytes(), server));
    return out.take();
}

Result<Receipt> decodeReceipt(ByteView bytes, const crypto::PublicKey& server) {
    ByteReader in(bytes);
    const auto magic = in.raw(kMagic.size());
    const auto text = in.block();
    const auto signedEnd = in.offset();
    const auto signature = in.raw(std::tuple_size_v<crypto::Signature>);
    if (!magic || textOf(*magic) != kMagic || !text || !signature || !in.atEnd())
        return fail(ProtocolErrc::BadReceipt, "The receipt is cut off.");
    if (!crypto::verify(bytes.first(signedEnd), *signature, server))
        return fail(ProtocolErrc::BadReceipt, "The receipt is not signed by the server of this study.");
    auto reader = JsonReader::parse(textOf(*text));
    if (!reader) return fail(ProtocolErrc::BadReceipt);
    Receipt receipt;
    receipt.interview = InterviewId(reader->text("interview"));
    receipt.revision = static_cast<int>(reader->integer("revision", 1, 1'000'000));
    receipt.device = DeviceId(reader->text("device"));
    receipt.sequence = reader->integer("sequence", 1, std::numeric_limits<std::int64_t>::max());
    receipt.envelopeHash = reader->fixed<32>("envelope");
    receipt.status = static_cast<ReceiptStatus>(reader->integer("status", 1, 2));
    receipt.epoch = reader->text("epoch");
    receipt.auditHead = reader->fixed<32>("auditHead");
    receipt.at = reader->text("at");
    if (!reader->sound()) return reader->fault(ProtocolErrc::BadReceipt);
    return receipt;
}

} // namespace peil::protocol
