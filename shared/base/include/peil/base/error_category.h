// SPDX-License-Identifier: Apache-2.0
#pragma once

// The error category of a library, made from one table of messages. Only the .cpp file that defines the category needs
// this header. tests/checks checks that every code has its line.

#include <map>
#include <string>
#include <system_error>
#include <utility>

namespace peil {

template <class Errc>
class ErrorCategory final : public std::error_category {
public:
    using Messages = std::map<Errc, const char*>;

    /// `name` and the messages are literals.
    ErrorCategory(const char* name, Messages messages)
        : m_name(name)
        , m_messages(std::move(messages)) {}
    [[nodiscard]] const char* name() const noexcept override { return m_name; }
    [[nodiscard]] std::string message(int code) const override {
        const auto found = m_messages.find(static_cast<Errc>(code));
        return found == m_messages.end() ? "Unknown error." : found->second;
    }

private:
    const char* m_name;
    Messages m_messages;
};

} // namespace peil
