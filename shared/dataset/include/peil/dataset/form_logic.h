// SPDX-License-Identifier: Apache-2.0
#pragma once

// Facts about the nodes of an XForm that FormDefinition does not expose: what fills each node.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace peil::dataset {

struct FormLogic {
    /// Expressions whose values a node takes, by its path without positions: of its bind, and of actions that set it.
    std::map<std::string, std::vector<std::string>, std::less<>> expressions;
    std::map<std::string, std::string, std::less<>> defaults; ///< texts of the empty form
    std::set<std::string, std::less<>> identities;            ///< filled in with a device, a person or an instance

    /// Empty for a text that is no XML.
    [[nodiscard]] static FormLogic of(std::string_view xform);
};

} // namespace peil::dataset
