// SPDX-License-Identifier: Apache-2.0
#include "markers.h"

#include <fstream>
#include <iterator>
#include <string>

namespace demo {

std::size_t filesWithMarker(const std::filesystem::path& folder) {
    std::string wide;
    for (const char c : kMarker)
        wide += {c, '\0'};
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), {});
        if (bytes.find(kMarker) != std::string::npos || bytes.find(wide) != std::string::npos) ++count;
    }
    return count;
}

} // namespace demo
