// SPDX-License-Identifier: Apache-2.0
#pragma once

// Pull parser for the parts of an .xlsx: constant memory, no custom entities, no DTD. A tree of a sheet with a million
// cells would need ten times its size; this keeps hostile workbooks within the limits.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peil::xlsform {

class XmlScanner {
public:
    enum class Token { Start, End, Text, Done, Broken };

    /// Borrows `text`, which must outlive the scanner.
    explicit XmlScanner(std::string_view text)
        : m_text(text) {}

    /// The next token. After Done or Broken it stays there. An empty element gives Start, then End.
    Token next();
    /// Local name (prefix removed) of the element of Start or End.
    [[nodiscard]] std::string_view name() const { return m_name; }
    /// Text of a Text token, entities resolved.
    [[nodiscard]] const std::string& text() const { return m_value; }
    /// Attribute of a Start token by local name.
    [[nodiscard]] std::optional<std::string> attribute(std::string_view name) const;
    /// Byte of the input at which it is broken.
    [[nodiscard]] std::size_t position() const { return m_at; }

private:
    Token broken();
    Token markup();
    Token startTag();
    Token endTag();
    Token textRun();
    Token cdata();
    bool readAttributes();
    bool skipPast(std::string_view end);
    void skipSpace();
    std::string_view readName();
    static bool decode(std::string_view raw, std::string& out);

    static constexpr std::size_t kMaxDepth = 64;
    static constexpr std::size_t kMaxAttributes = 500; ///< of one element

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string_view m_name;
    std::string m_value;
    std::vector<std::pair<std::string_view, std::string_view>> m_attributes;
    std::vector<std::string_view> m_open;
    bool m_pendingEnd = false;
    bool m_broken = false;
    bool m_sawRoot = false;
};

} // namespace peil::xlsform
