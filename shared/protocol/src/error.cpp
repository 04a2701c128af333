// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/error.h"

namespace peil::protocol {
namespace {

class ProtocolCategory final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.protocol"; }
    [[nodiscard]] std::string message(int code) const override {
        switch (static_cast<ProtocolErrc>(code)) {
        case ProtocolErrc::BadEnvelope:
            return "This is not a complete interview envelope.";
        case ProtocolErrc::UnknownVersion:
            return "This was written by a later version of Peil.";
        case ProtocolErrc::BadSignature:
            return "The signature is not the tablet's.";
        case ProtocolErrc::NotForThisKey:
            return "The interview is sealed for other keys.";
        case ProtocolErrc::BadBatch:
            return "This is not a complete batch.";
        case ProtocolErrc::BadReceipt:
            return "This is not a receipt of the server for this interview.";
        case ProtocolErrc::BadMessage:
            return "A message lacks a field, or a field has the wrong type.";
        case ProtocolErrc::BadEnrolmentCode:
            return "The enrolment code cannot be read.";
        case ProtocolErrc::BadCheckpoint:
            return "This is not a checkpoint of the server.";
        case ProtocolErrc::TooLarge:
            return "The message has more items or bytes than the limit.";
        }
        return "Unknown error.";
    }
};

} // namespace

const std::error_category& protocolCategory() noexcept {
    static const ProtocolCategory category;
    return category;
}

std::error_code make_error_code(ProtocolErrc code) noexcept {
    return {static_cast<int>(code), protocolCategory()};
}

} // namespace peil::protocol
