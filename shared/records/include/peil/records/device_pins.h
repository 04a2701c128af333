// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tablets' signing keys as the researcher first saw them. The server names the key of each tablet; one that could
// name another key later could pass made-up interviews off as that tablet's.

#include "peil/base/ids.h"
#include "peil/base/result.h"

#include <filesystem>
#include <map>
#include <string>

namespace peil::records {

/// A file of lines "DEVICE KEY". Threads: one.
class DevicePins {
public:
    /// No file: no tablet is known yet. @return BadInput for a file that is not one of these, or a base file error.
    [[nodiscard]] static Result<DevicePins> open(std::filesystem::path file);
    /// A tablet that is new is trusted from now on. False when it was seen with another key.
    [[nodiscard]] bool trust(const DeviceId& device, const std::string& keyHex);
    [[nodiscard]] std::size_t added() const { return m_added; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    /// Writes the file when a tablet was added. @return a base file error.
    [[nodiscard]] Result<> save() const;

private:
    std::filesystem::path m_file;
    std::map<std::string, std::string, std::less<>> m_keys; ///< hexadecimal
    std::size_t m_added = 0;
};

} // namespace peil::records
