// SPDX-License-Identifier: Apache-2.0
#pragma once

// How every library reports an expected failure: a value or an Error, never an exception. Wrapped here, so that moving
// to std::expected (C++23) changes only this file.

#include <string>
#include <system_error>
#include <tl/expected.hpp>
#include <utility>

namespace peil {

/// An enum of errors: beside it stands `std::error_code make_error_code(Errc) noexcept;`.
template <class Errc>
concept ErrorEnum = std::is_enum_v<Errc> && !std::is_error_condition_enum_v<Errc> &&
                    std::is_same_v<decltype(make_error_code(Errc{})), std::error_code>;

/// Why a call failed. `context` is for logs and users: what, where, what to do. It never contains an answer, a key, a
/// name or a participant's code.
struct Error {
    std::error_code code;
    std::string context;
};

template <class T = void>
using Result = tl::expected<T, Error>;

/// Shorthand for the error branch of a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(std::error_code code, std::string context = {}) {
    return tl::unexpected<Error>(Error{code, std::move(context)});
}

template <ErrorEnum Errc>
[[nodiscard]] tl::unexpected<Error> fail(Errc code, std::string context = {}) {
    return fail(make_error_code(code), std::move(context));
}

/// Whether it is one of the errors of that enum.
template <ErrorEnum Errc>
[[nodiscard]] bool isOf(const Error& error) {
    return error.code.category() == make_error_code(Errc{}).category();
}

/// One sentence: the context, or the code's message if there is none.
[[nodiscard]] std::string describe(const Error& error);

} // namespace peil

/// Lets an error code be made from a value of such an enum, and be compared with one.
template <peil::ErrorEnum Errc>
struct std::is_error_code_enum<Errc> : std::true_type {};

#define PEIL_DETAIL_CONCAT2(a, b) a##b
#define PEIL_DETAIL_CONCAT(a, b) PEIL_DETAIL_CONCAT2(a, b)

/// PEIL_TRY(auto rows, readRows(file)): declares `rows` with the value, or returns the error from this function.
#define PEIL_TRY(declaration, ...) PEIL_DETAIL_TRY(PEIL_DETAIL_CONCAT(peilTry, __LINE__), declaration, __VA_ARGS__)
#define PEIL_DETAIL_TRY(temporary, declaration, ...)                                                                   \
    auto temporary = (__VA_ARGS__);                                                                                    \
    if (!temporary) return tl::unexpected<::peil::Error>(std::move(temporary).error());                                \
    declaration = std::move(*temporary)

/// PEIL_CHECK(write(file)): the same for a Result<void>, or for a value that is not needed.
#define PEIL_CHECK(...)                                                                                                \
    do {                                                                                                               \
        if (auto peilChecked = (__VA_ARGS__); !peilChecked)                                                            \
            return tl::unexpected<::peil::Error>(std::move(peilChecked).error());                                      \
    } while (false)
