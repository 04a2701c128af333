// SPDX-License-Identifier: Apache-2.0
#pragma once

// A zip archive without compression: what a fuzzer changes in a part arrives in the reader unchanged.

#include "sections.h"

#include "peil/base/bytes.h"

namespace peil_fuzz {

/// One entry for each section that has a name; names longer than 65535 bytes are cut.
[[nodiscard]] peil::Bytes storedZip(const std::vector<Section>& parts);

} // namespace peil_fuzz
