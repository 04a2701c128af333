// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/checkpoint.h"

#include "json.h"
#include "signed_json.h"

#include <limits>

namespace peil::protocol {
namespace {

constexpr std::string_view kMagic = "PEILCKP1";

} // namespace

Bytes encodeCheckpoint(const Checkpoint& checkpoint, const crypto::SigningKeyPair& server) {
    const boost::json::object object{{"epoch", checkpoint.epoch},
                                     {"size", checkpoint.size},
                                     {"root", toBase64(checkpoint.root)},
                                     {"at", checkpoint.at}};
    return signJson(kMagic, boost::json::serialize(object), server);
}

Result<Checkpoint> decodeCheckpoint(ByteView bytes, const crypto::PublicKey& server) {
    PEIL_TRY(const auto opened, openSignedJson(bytes, server, ProtocolErrc::BadCheckpoint, "The checkpoint"));
    if (opened.magic != kMagic)
        return fail(ProtocolErrc::BadCheckpoint, "This is not a checkpoint, or one of a later version.");
    auto reader = JsonReader::parse(opened.json);
    if (!reader) return fail(ProtocolErrc::BadCheckpoint);
    Checkpoint checkpoint;
    checkpoint.epoch = reader->text("epoch");
    checkpoint.size = reader->integer("size", 0, std::numeric_limits<std::int64_t>::max());
    checkpoint.root = reader->fixed<32>("root");
    checkpoint.at = reader->text("at");
    if (!reader->sound()) return reader->fault(ProtocolErrc::BadCheckpoint);
    return checkpoint;
}

Witness compare(const Checkpoint& earlier, const Checkpoint& later, const merkle::Proof& proof) {
    if (earlier.epoch != later.epoch) return Witness::PutBack;
    return merkle::follows(earlier.head(), later.head(), proof) ? Witness::Follows : Witness::Contradicts;
}

} // namespace peil::protocol
