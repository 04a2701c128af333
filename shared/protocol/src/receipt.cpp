// SPDX-License-Identifier: Apache-2.0
#include "json.h"

#include "peil/protocol/messages.h"
#include "signed_json.h"

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
    return signJson(kMagic, receiptText(receipt), server);
}

Result<Receipt> decodeReceipt(ByteView bytes, const crypto::PublicKey& server) {
    PEIL_TRY(const auto opened, openSignedJson(bytes, server, ProtocolErrc::BadReceipt, "The receipt"));
    if (opened.magic != kMagic)
        return fail(ProtocolErrc::BadReceipt, "This is not a receipt, or one of a later version.");
    auto reader = JsonReader::parse(opened.json);
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
