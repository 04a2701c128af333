// SPDX-License-Identifier: Apache-2.0
#include "csv_encoding.h"

#include "peil/base/error.h"
#include "peil/base/text.h"
#include "peil/base/unicode.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace peil {
namespace {

constexpr std::size_t kSample = 4096;  ///< bytes that are examined for an encoding without a byte order mark
constexpr std::size_t kPlainOneIn = 8; ///< of so many characters, one at least is Latin, a separator or a line end
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF", kLittleMark = "\xFF\xFE", kBigMark = "\xFE\xFF";

enum class Encoding { Utf8, Utf16Little, Utf16Big };

/// Zero bytes of one parity are the upper halves of plain characters in UTF-16; a lone one is an error in something
/// else.
Encoding guess(std::string_view bytes) {
    const auto sample = bytes.substr(0, kSample);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0') ++zeros[i % 2];
    const auto [first, second] = zeros;
    const auto zerosOfOne = std::max(first, second);
    if (zerosOfOne < 2 || zerosOfOne * kPlainOneIn < sample.size() / 2 || first == second) return Encoding::Utf8;
    return second > first ? Encoding::Utf16Little : Encoding::Utf16Big;
}

Encoding takeEncoding(std::string_view& bytes) {
    if (bytes.starts_with(kUtf8Mark)) {
        bytes.remove_prefix(kUtf8Mark.size());
        return Encoding::Utf8;
    }
    const bool little = bytes.starts_with(kLittleMark);
    if (!little && !bytes.starts_with(kBigMark)) return guess(bytes);
    bytes.remove_prefix(kLittleMark.size());
    return little ? Encoding::Utf16Little : Encoding::Utf16Big;
}

std::string lineAt(std::string_view text, std::size_t at) {
    const auto before = text.substr(0, at);
    return std::to_string(1 + std::count(before.begin(), before.end(), '\n'));
}

/// RFC 2781. A half character at the end, or a surrogate without its other half, means that the file was cut or
/// changed.
Result<std::string> fromUtf16(std::string_view bytes, Encoding encoding) {
    const auto unit = [&](std::size_t at) {
        const auto high = static_cast<unsigned char>(bytes[encoding == Encoding::Utf16Big ? at : at + 1]);
        const auto low = static_cast<unsigned char>(bytes[encoding == Encoding::Utf16Big ? at + 1 : at]);
        return static_cast<std::uint32_t>(high) << 8U | low;
    };
    std::string out;
    out.reserve(bytes.size() / 2 + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        const bool whole = at + 1 < bytes.size();
        std::uint32_t point = whole ? unit(at) : 0xDFFFU;
        const bool leads = point >= 0xD800 && point < 0xDC00, follows = point >= 0xDC00 && point < 0xE000;
        const std::uint32_t next = leads && at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (follows || (leads && (next < 0xDC00 || next >= 0xE000)))
            return fail(
                BaseErrc::NotUtf8,
                "Line " + lineAt(out, out.size()) +
                    " is truncated: the table is UTF-16 and half a character is missing; save it again as UTF-8.");
        if (leads) {
            point = 0x10000U + ((point - 0xD800U) << 10U) + (next - 0xDC00U);
            at += 2;
        }
        appendUtf8(out, static_cast<char32_t>(point));
    }
    return out;
}

/// Of a text that is not UTF-8: whether it can be Windows-1252. One in which other letters are UTF-8 is damaged UTF-8.
bool isWindows1252(std::string_view text) {
    constexpr std::string_view kUndefined = "\x81\x8D\x8F\x90\x9D";
    if (text.find_first_of(kUndefined) != std::string_view::npos) return false;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const auto from = at;
        UChar32 point = 0;
        U8_NEXT(bytes, at, size, point); // NOLINT: a macro of ICU
        if (point >= 0 && at - from > 1) return false;
    }
    return true;
}

std::string fromWindows1252(std::string_view text) {
    std::string out;
    icu::UnicodeString(text.data(), static_cast<std::int32_t>(text.size()), "windows-1252").toUTF8String(out);
    return out;
}

/// The line of the first byte that is not UTF-8. A line end is never part of a longer character.
std::size_t firstBadLine(std::string_view text) {
    std::size_t line = 1;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n'), ++line) {
        if (!isUtf8(text.substr(0, end))) break;
        text.remove_prefix(end + 1);
    }
    return line;
}

} // namespace

Result<TableText> tableText(std::string_view bytes, std::string& room) {
    const bool marked = bytes.starts_with(kUtf8Mark);
    if (const auto encoding = takeEncoding(bytes); encoding != Encoding::Utf8) {
        PEIL_TRY(room, fromUtf16(bytes, encoding));
        bytes = room;
    }
    if (const auto zero = bytes.find('\0'); zero != std::string_view::npos)
        return fail(BaseErrc::NotUtf8, "Line " + lineAt(bytes, zero) +
                                           " has a zero byte: the file is damaged or not a table; save it as CSV in "
                                           "UTF-8.");
    if (isUtf8(bytes)) return TableText{bytes};
    const auto line = firstBadLine(bytes);
    if (marked || !isWindows1252(bytes))
        return fail(BaseErrc::NotUtf8,
                    "Line " + std::to_string(line) + " is not UTF-8; save the table as UTF-8 (in Excel: CSV UTF-8).");
    room = fromWindows1252(bytes);
    return TableText{room, line};
}

std::optional<char> takeDeclaredSeparator(std::string_view& text) {
    const auto line = text.substr(0, text.find_first_of("\r\n"));
    auto rest = line;
    if (rest.starts_with('"')) rest.remove_prefix(1);
    if (toLowerAscii(rest.substr(0, 4)) != "sep=") return std::nullopt;
    rest.remove_prefix(4);
    const bool spelled = rest.starts_with("\\t");
    if (rest.empty()) return std::nullopt;
    const char separator = spelled ? '\t' : rest.front();
    const bool letter = (separator >= 'a' && separator <= 'z') || (separator >= 'A' && separator <= 'Z');
    const bool digit = separator >= '0' && separator <= '9';
    if (letter || digit || separator == '"' || static_cast<unsigned char>(separator) >= 0x80) return std::nullopt;
    rest.remove_prefix(spelled ? 2 : 1);
    if (rest.find_first_not_of("\",;\t ") != std::string_view::npos) return std::nullopt;
    text.remove_prefix(line.size());
    if (text.starts_with('\r')) text.remove_prefix(1);
    if (text.starts_with('\n')) text.remove_prefix(1);
    return separator;
}

char separatorOf(std::string_view text, CsvRules::Rows rows) {
    constexpr std::string_view kCandidates = ";\t,|"; // the first of the most frequent ones
    std::array<std::size_t, kCandidates.size()> times{};
    bool quoted = false, filled = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        const bool ends = !quoted && (c == '\n' || c == '\r');
        const bool separated = std::ranges::any_of(times, [](auto count) { return count > 0; });
        if (ends && filled && (rows != CsvRules::Rows::AnyWidth || separated)) break;
        if (ends) times.fill(0);
        const auto candidate = quoted ? std::string_view::npos : kCandidates.find(c);
        if (candidate != std::string_view::npos)
            ++times[candidate];
        else
            filled = filled || (c != ' ' && !ends);
    }
    const auto most = std::max_element(times.begin(), times.end() - 1);
    if (*most > 0) return kCandidates[static_cast<std::size_t>(most - times.begin())];
    return times.back() > 0 ? '|' : ',';
}

} // namespace peil
