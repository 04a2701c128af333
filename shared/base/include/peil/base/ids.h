// SPDX-License-Identifier: Apache-2.0
#pragma once

// Identifiers as distinct types, so that an interview is never treated as a device.

#include "peil/base/result.h"
#include "peil/base/rng.h"

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace peil {

/// Text identifier; `Tag` distinguishes the types. Empty = no identifier.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string text)
        : m_text(std::move(text)) {}
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    auto operator<=>(const Id&) const = default;

private:
    std::string m_text;
};

using InterviewId = Id<struct InterviewTag>; ///< UUID v4 in lower case, without "uuid:"
using DeviceId = Id<struct DeviceTag>;       ///< UUID v4 of a tablet
using StudyId = Id<struct StudyTag>;         ///< short name from study.toml, e.g. "opaak-2023"

/// RFC 4122 version 4, lower case, 36 characters.
[[nodiscard]] std::string makeUuid(Rng& rng);
/// @return `text` in lower case, or BadUuid. Any version is accepted.
[[nodiscard]] Result<std::string> parseUuid(std::string_view text);

} // namespace peil

template <class Tag>
struct std::hash<peil::Id<Tag>> {
    std::size_t operator()(const peil::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text()); }
};
