// SPDX-License-Identifier: Apache-2.0
#pragma once

// The error codes of a library, made from one table of messages. Only the .cpp file that defines make_error_code needs
// this header. tests/checks checks that every code has its line.

#include "peil/base/enum_text.h"

#include <string>
#include <system_error>

namespace peil {

/// `library` is a literal, and the table lives as long as the program.
template <class Errc, std::size_t N>
[[nodiscard]] std::error_code errorCode(const char* library, const EnumText<Errc> (&messages)[N], Errc code) noexcept {
    struct Category final : std::error_category {
        const char* library;
        const EnumText<Errc> (&messages)[N];
        Category(const char* name, const EnumText<Errc> (&table)[N])
            : library(name)
            , messages(table) {}
        [[nodiscard]] const char* name() const noexcept override { return library; }
        [[nodiscard]] std::string message(int value) const override {
            const auto text = textIn(messages, static_cast<Errc>(value));
            return text.empty() ? "Unknown error." : std::string(text);
        }
    };
    static const Category category(library, messages);
    return {static_cast<int>(code), category};
}

} // namespace peil
