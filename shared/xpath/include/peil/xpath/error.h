// SPDX-License-Identifier: Apache-2.0
#pragma once

// Error codes of peil::xpath. The context of an error is one sentence with function, argument and column.

#include "peil/base/result.h"

#include <cstdint>

namespace peil::xpath {

enum class XpathErrc {
    Syntax = 1,      ///< not an expression, or a prefix that no namespace is known for
    UnknownFunction, ///< a function that neither XPath 1.0 nor ODK XForms has
    WrongArity,      ///< too few or too many arguments
    TooDeep,         ///< nested deeper than kMaxDepth
    TooLong,         ///< text of the expression longer than kMaxTextBytes, or a value longer than kMaxValueBytes
    TooMuchWork,     ///< more than kMaxWork node visits, or a regular expression that backtracks without end
    BadArgument,     ///< an argument that the function cannot take, e.g. a date that does not exist
    NotAvailable,    ///< the host lacks what a function needs, e.g. the clock or a secondary instance
    NotANodeSet,     ///< a number, text or truth value where nodes are needed
    BadXml,          ///< a document that is not well-formed, or beyond kMaxXmlBytes, kMaxXmlDepth or kMaxXmlAttributes
};

inline constexpr std::size_t kMaxTextBytes = std::size_t{256} << 10U;
inline constexpr std::size_t kMaxValueBytes = std::size_t{16} << 20U;
inline constexpr unsigned kMaxDepth = 300;
inline constexpr std::uint64_t kMaxWork = 10'000'000;
inline constexpr std::size_t kMaxXmlBytes = std::size_t{64} << 20U;
inline constexpr std::size_t kMaxXmlDepth = 2000;
inline constexpr std::size_t kMaxXmlAttributes = 1000; ///< of one element, its declarations of namespaces included

std::error_code make_error_code(XpathErrc code) noexcept;

/// The sentence of an error, taken apart for a remark.
struct Fault {
    std::string what; ///< a whole sentence
    std::string cure; ///< the same
};
[[nodiscard]] Fault faultOf(const Error& error);

} // namespace peil::xpath
