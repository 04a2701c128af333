// SPDX-License-Identifier: Apache-2.0
#include "peil/base/terminal.h"

#include <cstdint>
#include <ostream>
#include <streambuf>
#include <unicode/unistr.h>

namespace peil {
namespace {

bool commands(UChar32 c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool line = c == 0x2028 || c == 0x2029;
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || line || direction;
}

std::string escaped(UChar32 c) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "\\u";
    for (const int shift : {12, 8, 4, 0})
        text += kDigits[(static_cast<std::uint32_t>(c) >> static_cast<unsigned>(shift)) & 0xFU];
    return text;
}

} // namespace

std::string forTerminal(std::string_view text, LineBreaks lineBreaks) {
    const auto units = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    std::string out;
    for (std::int32_t at = 0; at < units.length(); at = units.moveIndex32(at, 1)) {
        const auto c = units.char32At(at);
        if (commands(c) && !(c == '\n' && lineBreaks == LineBreaks::Keep))
            out += escaped(c);
        else
            icu::UnicodeString(c).toUTF8String(out);
    }
    return out;
}

class TerminalGuard::Buffer final : public std::streambuf {
public:
    explicit Buffer(std::streambuf* target)
        : m_target(target) {}
    [[nodiscard]] std::streambuf* target() const { return m_target; }

protected:
    int_type overflow(int_type byte) override {
        if (traits_type::eq_int_type(byte, traits_type::eof())) return traits_type::not_eof(byte);
        const char c = traits_type::to_char_type(byte);
        return xsputn(&c, 1) == 1 ? byte : traits_type::eof();
    }
    // A whole line at a time, because a character may arrive in two parts.
    std::streamsize xsputn(const char* text, std::streamsize length) override {
        m_line.append(text, static_cast<std::size_t>(length));
        const auto end = m_line.rfind('\n');
        return end == std::string::npos || pass(end + 1) ? length : 0;
    }
    int sync() override { return pass(m_line.size()) && m_target->pubsync() == 0 ? 0 : -1; }

private:
    bool pass(std::size_t length) {
        const auto text = forTerminal(std::string_view(m_line).substr(0, length), LineBreaks::Keep);
        m_line.erase(0, length);
        const auto size = static_cast<std::streamsize>(text.size());
        return m_target->sputn(text.data(), size) == size;
    }

    std::streambuf* m_target;
    std::string m_line; ///< its part that has no end yet
};

TerminalGuard::TerminalGuard(std::ostream& stream)
    : m_stream(stream)
    , m_buffer(std::make_unique<Buffer>(stream.rdbuf())) {
    m_stream.rdbuf(m_buffer.get());
}

TerminalGuard::~TerminalGuard() {
    m_stream.flush();
    m_stream.rdbuf(m_buffer->target());
}

} // namespace peil
