// SPDX-License-Identifier: Apache-2.0
#include "repository/records.h"

#include <algorithm>

namespace peil::server::repository {

std::optional<std::string_view> OpenInterview::answer(std::string_view name) const {
    const auto found = std::ranges::find(answers, name, &OpenAnswer::name);
    return found == answers.end() ? std::nullopt : std::optional<std::string_view>(found->value);
}

std::string_view OpenInterview::value(std::string_view name) const {
    return answer(name).value_or(std::string_view{});
}

} // namespace peil::server::repository
