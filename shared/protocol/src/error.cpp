// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/error.h"

#include "peil/base/error_category.h"

namespace peil::protocol {

std::error_code make_error_code(ProtocolErrc code) noexcept {
    static constexpr EnumText<ProtocolErrc> kMessages[] = {
        {ProtocolErrc::BadEnvelope, "This is not a complete interview envelope."},
        {ProtocolErrc::UnknownVersion, "This was written by a later version of Peil."},
        {ProtocolErrc::BadSignature, "The signature is not the tablet's."},
        {ProtocolErrc::NotForThisKey, "The interview is sealed for other keys."},
        {ProtocolErrc::BadBatch, "This is not a complete batch."},
        {ProtocolErrc::BadReceipt, "This is not a receipt of the server for this interview."},
        {ProtocolErrc::BadMessage, "A message lacks a field, or a field has the wrong type."},
        {ProtocolErrc::BadEnrolmentCode, "The enrolment code cannot be read."},
        {ProtocolErrc::BadCheckpoint, "This is not a checkpoint of the server."},
        {ProtocolErrc::TooLarge, "The message has more items or bytes than the limit."},
        {ProtocolErrc::BadItem, "The content does not fit the kind of the item."},
    };
    return errorCode("peil.protocol", kMessages, code);
}

} // namespace peil::protocol
