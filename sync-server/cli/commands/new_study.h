// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/result.h"

#include <filesystem>

namespace peil::cli {

/// Writes a small study to begin with into `folder`. @return AlreadyThere, a base file error.
[[nodiscard]] Result<> writeNewStudy(const std::filesystem::path& folder);

} // namespace peil::cli
