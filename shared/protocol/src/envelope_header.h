// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/protocol/envelope.h"

#include <string>
#include <string_view>

namespace peil::protocol {

/// JSON with its keys in a fixed order. What is signed is this text, byte for byte; it is never written a second time.
[[nodiscard]] std::string encodeHeader(const EnvelopeHeader& header);
/// @return BadEnvelope, UnknownVersion.
[[nodiscard]] Result<EnvelopeHeader> decodeHeader(std::string_view json);

} // namespace peil::protocol
