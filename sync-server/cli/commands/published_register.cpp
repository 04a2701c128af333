// SPDX-License-Identifier: Apache-2.0
#include "published_register.h"

#include "cli/client/server_client.h"

namespace peil::cli {
namespace {

namespace json = boost::json;

std::string stated(const std::string& text) {
    return text.empty() ? "not stated" : text;
}

const json::array& arrayOf(const json::value& answer, std::string_view name) {
    static const json::array none;
    const auto* object = answer.if_object();
    const auto* member = object == nullptr ? nullptr : object->if_contains(name);
    return member != nullptr && member->is_array() ? member->get_array() : none;
}

std::string unusedLine(const json::value& row) {
    const auto reason = textOf(row, "reason");
    const auto what = reason == "other_register" ? "register" : reason == "other_year" ? "year" : "area";
    const auto probably = textOf(row, "probably");
    return "Not used for sizes, " + std::to_string(numberOf(row, "rows")) + ": " + what + " " +
           stated(textOf(row, "value")) + (probably.empty() ? "" : " (probably " + probably + ")") + ".\n";
}

} // namespace

std::string publishedRegister(const json::value& answer) {
    auto text = std::to_string(numberOf(answer, "rows")) +
                " rows of the register are published. Register: " + stated(textOf(answer, "register")) +
                "; area: " + stated(textOf(answer, "area")) + "; year: " + stated(textOf(answer, "year")) + ".\n";
    for (const auto& group : arrayOf(answer, "groupsWithoutCount"))
        if (const auto* name = group.if_string())
            text += "The group " + std::string(*name) + " has no count in it, so it gets no estimate.\n";
    for (const auto& row : arrayOf(answer, "notUsed"))
        text += unusedLine(row);
    return text;
}

} // namespace peil::cli
