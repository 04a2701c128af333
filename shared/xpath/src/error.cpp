// SPDX-License-Identifier: Apache-2.0
#include "peil/xpath/error.h"

#include "peil/base/error_category.h"

namespace peil::xpath {

const std::error_category& xpathCategory() noexcept {
    static const ErrorCategory<XpathErrc>::Messages messages{
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
    static const ErrorCategory<XpathErrc> category("peil.xpath", messages);
    return category;
}

std::error_code make_error_code(XpathErrc code) noexcept {
    return {static_cast<int>(code), xpathCategory()};
}

} // namespace peil::xpath
