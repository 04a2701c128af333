// SPDX-License-Identifier: Apache-2.0
#include "peil/xpath/error.h"

#include "peil/base/error.h"
#include "peil/base/error_category.h"

#include <cctype>

namespace peil::xpath {

std::error_code make_error_code(XpathErrc code) noexcept {
    static constexpr EnumText<XpathErrc> kMessages[] = {
        {XpathErrc::Syntax, "The expression has a syntax error."},
        {XpathErrc::UnknownFunction, "The expression calls a function that does not exist."},
        {XpathErrc::WrongArity, "A function has too few or too many arguments."},
        {XpathErrc::TooDeep, "The expression is nested too deeply."},
        {XpathErrc::TooLong, "The expression, or a text that it produces, is too long."},
        {XpathErrc::TooMuchWork, "The expression takes too long to evaluate."},
        {XpathErrc::BadArgument, "A function has an invalid argument."},
        {XpathErrc::NotAvailable, "The expression needs something that is not available."},
        {XpathErrc::NotANodeSet, "The expression has a value where it needs a path."},
        {XpathErrc::BadXml, "The document is not well-formed XML."},
    };
    return errorCode("peil.xpath", kMessages, code);
}

Fault faultOf(const Error& error) {
    const auto text = peil::describe(error);
    const auto joint = text.rfind("; ");
    if (joint == std::string::npos) return {text, "Correct the expression."};
    auto cure = text.substr(joint + 2);
    if (!cure.empty()) cure.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(cure.front())));
    return {text.substr(0, joint) + ".", cure};
}

} // namespace peil::xpath
