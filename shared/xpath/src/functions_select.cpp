// SPDX-License-Identifier: Apache-2.0
// Choices: what is selected, and how a choice is called.
#include "functions.h"
#include "peil/base/text.h"

#include <cmath>

namespace peil::xpath {
namespace {

/// Whole tokens between spaces; text without any holds the empty choice only.
Value fnSelected(const Call& call) {
    const auto list = call.text(0);
    const auto wantedText = call.text(1);
    const auto wanted = trim(wantedText.view());
    if (wanted.empty()) return trim(list.view()).empty();
    for (const auto token : splitWhitespace(list.view()))
        if (token == wanted) return true;
    return false;
}

Value fnSelectedAt(const Call& call) {
    const auto list = call.text(0);
    const auto tokens = splitWhitespace(list.view());
    const auto index = std::trunc(call.number(1));
    if (!(index >= 0) || index >= static_cast<double>(tokens.size())) return std::string{};
    return std::string(tokens[static_cast<std::size_t>(index)]);
}

Value fnCountSelected(const Call& call) {
    const auto list = call.text(0);
    return static_cast<double>(splitWhitespace(list.view()).size());
}

Value fnChoiceName(const Call& call) {
    if (!call.host().choiceName)
        return call.fail(XpathErrc::NotAvailable, "needs the choices of a form, which are not available here.");
    const auto value = call.text(0);
    const auto path = call.text(1);
    if (trim(value.view()).empty()) return std::string{};
    return call.host().choiceName(call.place.node, value.view(), path.view());
}

} // namespace

FunctionTable selectFunctions() {
    return {
        {"selected", fnSelected, 2, 2},         {"is-selected", fnSelected, 2, 2},
        {"selected-at", fnSelectedAt, 2, 2},    {"count-selected", fnCountSelected, 1, 1},
        {"jr:choice-name", fnChoiceName, 2, 2},
    };
}

} // namespace peil::xpath
