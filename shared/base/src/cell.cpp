// SPDX-License-Identifier: Apache-2.0
#include "peil/base/cell.h"

#include "peil/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace peil {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kGroup = 3; ///< digits between separators of thousands

// U+00A0, U+2000 to U+200B, U+2028, U+2029, U+202F, U+205F, U+2060, U+3000, U+FEFF.
constexpr std::array<std::string_view, 20> kWideBlanks{
    "\xC2\xA0",     "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82", "\xE2\x80\x83", "\xE2\x80\x84", "\xE2\x80\x85",
    "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\x8B", "\xE2\x80\xA8",
    "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE2\x81\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF"};

constexpr std::array<std::string_view, 8> kMissingMarks{"na", "<na>", ".", "nan", "#n/a", "#null!", "n/a", "#n/b"};
constexpr std::array<std::string_view, 5> kYes{"true", "waar", "wahr", "yes", "ja"};
constexpr std::array<std::string_view, 6> kNo{"false", "onwaar", "falsch", "no", "nee", "nein"};

constexpr std::string_view kNumber = "a number", kOrdinary = "a number of ordinary size",
                           kPeople = "a number of people", kAnswer = "1, 0 or nothing";
constexpr std::string_view kInDigits = "write it in digits, such as 0.726, without a thousands separator";
constexpr std::string_view kWithPoint = "use a decimal point, such as 0.726, and no thousands separator";
constexpr std::string_view kWithComma =
    "this column has decimal commas, so a point may be a thousands separator: write 1234 or 0,726";
constexpr std::string_view kCount = "write it in digits, such as 1234, without a separator";
constexpr std::string_view kInReach =
    "correct it: a number other than 0 must be between 0.000000000001 and 1000000000000";
constexpr std::string_view kCorrect = "correct the cell";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& words, std::string_view text) {
    constexpr std::size_t kLongest = 8;
    if (text.size() > kLongest) return false;
    std::array<char, kLongest> lower{};
    std::transform(text.begin(), text.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::find(words.begin(), words.end(), std::string_view(lower.data(), text.size())) != words.end();
}

CellValue within(double value, std::string_view expected) {
    const double size = std::fabs(value);
    if (size == 0 || (size <= kLargestCell && size >= 1 / kLargestCell)) return value;
    return tl::unexpected(CellFault{expected, kInReach});
}

/// `text` with a point before its decimals. Precondition: it has no point.
std::string_view withPoint(std::string_view text, std::string& room) {
    if (text.find(',') == std::string_view::npos) return text;
    room.assign(text);
    std::replace(room.begin(), room.end(), ',', '.');
    return room;
}

/// 1e+05, 1.5e+06: R's print of a large round number.
bool isWholeInR(std::string_view text) {
    const auto exponent = text.find("e+");
    return exponent != std::string_view::npos && exponent > 0 && isDigit(text.front()) && text.size() - exponent == 4 &&
           isDigit(text.back());
}

enum class Evidence { None, Point, Comma };

/// How a number can only be meant. Three digits behind the mark may be thousands, unless a zero or four digits lead, or
/// an exponent follows.
Evidence evidenceOf(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const auto exponent = text.find_first_of("eE");
    text = text.substr(0, exponent);
    const auto at = text.find_first_of(".,");
    if (at == std::string_view::npos || text.find_first_of(".,", at + 1) != std::string_view::npos)
        return Evidence::None;
    const auto decimals = text.size() - at - 1;
    const bool digits =
        std::all_of(text.begin(), text.end(), [](char c) { return isDigit(c) || c == '.' || c == ','; });
    const bool maybeThousands =
        exponent == std::string_view::npos && at > 0 && at <= kGroup && decimals == kGroup && text.front() != '0';
    if (!digits || decimals == 0 || maybeThousands) return Evidence::None;
    return text[at] == '.' ? Evidence::Point : Evidence::Comma;
}

DecimalMark markOf(const CsvTable& table, std::size_t column) {
    if (table.separator == ',') return DecimalMark::Point;
    for (const auto& row : table.rows) {
        const auto evidence = column < row.size() ? evidenceOf(trimBlanks(row[column])) : Evidence::None;
        if (evidence != Evidence::None) return evidence == Evidence::Point ? DecimalMark::Point : DecimalMark::Comma;
    }
    return DecimalMark::Comma;
}

} // namespace

std::string_view trimBlanks(std::string_view text) {
    for (bool more = true; more;) {
        text = trim(text);
        more = false;
        if (text.empty()) break;
        const bool plain =
            static_cast<unsigned char>(text.front()) < 0x80 && static_cast<unsigned char>(text.back()) < 0x80;
        if (plain) break;
        for (const auto blank : kWideBlanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                more = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                more = true;
            }
        }
    }
    return text;
}

bool isMissingCell(std::string_view text) {
    text = trimBlanks(text);
    return text.empty() || (!isDigit(text.front()) && isOneOf(kMissingMarks, text));
}

CellValue numberCell(std::string_view text, DecimalMark mark) {
    text = trimBlanks(text);
    if (isMissingCell(text)) return kMissing;
    std::string room;
    if (mark == DecimalMark::Comma) {
        if (text.find('.') != std::string_view::npos) return tl::unexpected(CellFault{kNumber, kWithComma});
        text = withPoint(text, room);
    }
    if (const auto number = parseNumber(text)) return within(*number, kOrdinary);
    const bool comma = text.find(',') != std::string_view::npos;
    return tl::unexpected(CellFault{kNumber, comma ? kWithPoint : kInDigits});
}

CellValue countCell(std::string_view text, DecimalMark mark) {
    text = trimBlanks(text);
    if (isMissingCell(text)) return kMissing;
    std::string room;
    if (mark == DecimalMark::Comma) {
        if (text.find('.') != std::string_view::npos) return tl::unexpected(CellFault{kPeople, kCount});
        text = withPoint(text, room);
    }
    const auto count = isWholeInR(text) ? parseNumber(text) : parseCount(text);
    if (count) return within(*count, kPeople);
    return tl::unexpected(CellFault{kPeople, kCount});
}

CellValue indicatorCell(std::string_view text, DecimalMark mark) {
    text = trimBlanks(text);
    if (isOneOf(kYes, text)) return 1.0;
    if (isOneOf(kNo, text)) return 0.0;
    const auto number = numberCell(text, mark);
    if (number && (std::isnan(*number) || *number == 0 || *number == 1)) return number;
    return tl::unexpected(CellFault{kAnswer, kCorrect});
}

CsvColumn::CsvColumn(const CsvTable& table, std::size_t column)
    : m_table(&table)
    , m_column(column)
    , m_mark(markOf(table, column)) {}

std::string_view CsvColumn::text(std::size_t row) const {
    const auto text = trimBlanks(cell(row));
    return isMissingCell(text) ? std::string_view{} : text;
}

} // namespace peil
