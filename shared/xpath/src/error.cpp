// SPDX-License-Identifier: Apache-2.0
#include "peil/xpath/error.h"

namespace peil::xpath {
namespace {

class XpathCategory final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.xpath"; }
    [[nodiscard]] std::string message(int code) const override {
        switch (static_cast<XpathErrc>(code)) {
        case XpathErrc::Syntax:
            return "The expression has a syntax error.";
        case XpathErrc::UnknownFunction:
            return "The expression calls a function that does not exist.";
        case XpathErrc::WrongArity:
            return "A function has too few or too many arguments.";
        case XpathErrc::TooDeep:
            return "The expression is nested too deeply.";
        case XpathErrc::TooLong:
            return "The expression, or a text that it produces, is too long.";
        case XpathErrc::TooMuchWork:
            return "The expression takes too long to evaluate.";
        case XpathErrc::BadArgument:
            return "A function cannot use the value of an argument.";
        case XpathErrc::NotAvailable:
            return "The expression needs something that is not available.";
        case XpathErrc::NotANodeSet:
            return "The expression needs nodes but has a value.";
        case XpathErrc::BadXml:
            return "The document is not well-formed XML.";
        }
        return "Unknown error.";
    }
};

} // namespace

const std::error_category& xpathCategory() noexcept {
    static const XpathCategory category;
    return category;
}

std::error_code make_error_code(XpathErrc code) noexcept {
    return {static_cast<int>(code), xpathCategory()};
}

} // namespace peil::xpath
