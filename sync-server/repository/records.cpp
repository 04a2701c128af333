// SPDX-License-Identifier: Apache-2.0
#include "repository/records.h"

#include <algorithm>

namespace peil::server::repository {

std::string_view OpenInterview::value(std::string_view name) const {
    const auto found = std::ranges::find(answers, name, &OpenAnswer::name);
    return found == answers.end() ? std::string_view{} : std::string_view{found->value};
}

} // namespace peil::server::repository
