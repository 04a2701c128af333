// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an expression gives: the four types of XPath 1.0, and ODK's dates.

#include "peil/xpath/document.h"

#include <string>
#include <variant>
#include <vector>

namespace peil::xpath {

using NodeSet = std::vector<NodeRef>; ///< in the order of the result (document order, unless randomize() shuffled it)

/// A date or time, as returned by ODK's date functions. `hasTime` false: a calendar day in local time.
struct DateValue {
    std::int64_t epochMillis = 0;   ///< UTC
    std::int32_t offsetMinutes = 0; ///< of the zone it was written or read in
    bool hasTime = false;
};

using Value = std::variant<NodeSet, bool, double, std::string, DateValue>;

// The conversions need the context's time zone (dates) and the node types: toString() and toBoolean() in
// expression.h.

} // namespace peil::xpath
