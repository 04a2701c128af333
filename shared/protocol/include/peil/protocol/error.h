// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/result.h"

namespace peil::protocol {

enum class ProtocolErrc {
    BadEnvelope = 1,  ///< not an envelope, cut off, or with a header that is not ours
    UnknownVersion,   ///< a later version of the format
    BadSignature,     ///< not signed by the device that it names
    NotForThisKey,    ///< sealed for other recipients
    BadBatch,         ///< not a batch, or its parts do not add up
    BadReceipt,       ///< not a receipt, not signed by the server, or for another envelope
    BadMessage,       ///< JSON of a message that lacks a field or has one of the wrong type
    BadEnrolmentCode, ///< the code from the QR picture cannot be read
    BadCheckpoint,    ///< not a checkpoint, or not signed by the server
    TooLarge,         ///< more items or bytes than the limit
    BadItem,          ///< the open part of an item does not fit the schema of its kind
};

std::error_code make_error_code(ProtocolErrc code) noexcept;

} // namespace peil::protocol
