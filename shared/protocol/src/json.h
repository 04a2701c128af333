// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads untrusted JSON: each field is requested by name and type, and returned if valid.

#include "peil/base/bytes.h"
#include "peil/protocol/error.h"

#include <array>
#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace peil::protocol {

/// A UUID in lower case.
[[nodiscard]] bool isPlainUuid(std::string_view text);

/// One JSON object. Remembers that a field was missing or of the wrong type, so that a decoder asks once at the end.
class JsonReader {
public:
    /// @return nothing unless `text` is one object within the limits of depth and size.
    [[nodiscard]] static std::optional<JsonReader> parse(std::string_view text);
    explicit JsonReader(boost::json::object object)
        : m_object(std::move(object)) {}

    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::string text(std::string_view name);
    [[nodiscard]] std::int64_t integer(std::string_view name, std::int64_t least, std::int64_t most);
    [[nodiscard]] bool boolean(std::string_view name);
    /// An empty one, and an error, when it is not there.
    [[nodiscard]] JsonReader object(std::string_view name);
    [[nodiscard]] boost::json::array list(std::string_view name, std::size_t most);
    [[nodiscard]] std::vector<std::string> texts(std::string_view name, std::size_t most);
    /// Base64 of exactly `N` bytes.
    template <std::size_t N>
    [[nodiscard]] std::array<std::uint8_t, N> fixed(std::string_view name) {
        std::array<std::uint8_t, N> value{};
        const auto bytes = fromBase64(text(name));
        if (bytes && bytes->size() == N)
            std::copy(bytes->begin(), bytes->end(), value.begin());
        else
            flag(name);
        return value;
    }
    [[nodiscard]] std::size_t size() const { return m_object.size(); } ///< all fields, asked for or not
    void flag(std::string_view name);
    [[nodiscard]] bool sound() const { return m_fault.empty(); }
    /// BadMessage (or `code`) naming the first faulty field.
    [[nodiscard]] tl::unexpected<Error> fault(ProtocolErrc code = ProtocolErrc::BadMessage) const;

private:
    boost::json::object m_object;
    std::string m_fault;
};

} // namespace peil::protocol
