// SPDX-License-Identifier: Apache-2.0
#include "operator_name.h"

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace peil::cli {

std::string loginName() {
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 4096> buffer{};
    if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr) return {};
    return found->pw_name;
}

} // namespace peil::cli
