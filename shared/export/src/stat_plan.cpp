// SPDX-License-Identifier: Apache-2.0
#include "stat_plan.h"

#include "codebook_text.h"
#include "peil/base/text.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace peil::exports {
namespace {

constexpr std::size_t kMostColumns = 32767;
/// .sav fills texts up with spaces, so a part that ends in one would lose it; a run of more than these is cut anyway.
constexpr std::size_t kMostSpaces = 64;

/// Words that SPSS or Stata keep for themselves, in lower case.
constexpr std::array<std::string_view, 37> kReserved{
    "all",  "and",    "by",    "eq",  "ge",    "gt",    "le",   "lt",   "ne",    "not",  "or",     "to",    "with",
    "byte", "double", "float", "if",  "in",    "int",   "long", "strl", "using", "_all", "_b",     "_coef", "_cons",
    "_n",   "_pi",    "_pred", "_rc", "_skip", "alpha", "str",  "strs", "_se",   "_cmd", "_weight"};

/// Names of one table: ASCII, at most 32 characters, no two alike but for case.
class Names {
public:
    std::string take(const std::string& wish, std::string_view suffix = {}) {
        std::string base = asciiOf(wish);
        // SPSS wants a letter first, and no underscore at the end.
        if (base.empty() || !isLetter(base.front())) base = "v" + base;
        while (base.size() > 1 && base.back() == '_')
            base.pop_back();
        for (std::size_t number = 1;; ++number) {
            const std::string tail = asciiOf(suffix) + (number == 1 ? "" : "_" + std::to_string(number));
            std::string name = base.substr(0, kLongestName - tail.size()) + tail;
            const auto lower = toLowerAscii(name);
            const bool kept = std::find(kReserved.begin(), kReserved.end(), lower) != kReserved.end();
            if (!kept && m_used.insert(lower).second) return name;
        }
    }

private:
    static bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
    static std::string asciiOf(std::string_view wish) {
        std::string name;
        for (const char c : wish)
            name += isLetter(c) || (c >= '0' && c <= '9') || c == '_' ? c : '_';
        return name;
    }
    std::set<std::string> m_used;
};

/// The codes themselves when all are whole numbers that fit, else 1, 2, ….
std::vector<double> numbersOf(const std::vector<ValueLabel>& values) {
    std::vector<double> own;
    std::set<std::int64_t> seen;
    for (const auto& value : values) {
        const auto number = parseInteger(value.value);
        const bool fits = number && *number > -100'000'000 && *number < 100'000'000;
        if (!fits || std::to_string(*number) != value.value || !seen.insert(*number).second) break;
        own.push_back(static_cast<double>(*number));
    }
    if (own.size() == values.size()) return own;
    own.clear();
    for (std::size_t i = 0; i < values.size(); ++i)
        own.push_back(static_cast<double>(i + 1));
    return own;
}

/// Codes -92..-96, or -992..-996 and so on, that no value comes near.
double reasonBaseFor(double lowest, double highest) {
    double scale = 100;
    while (true) {
        const double base = 10 - scale;
        const double low = base - static_cast<double>(MissingReason::DontKnow);
        const double high = base - static_cast<double>(MissingReason::NotRelevant);
        if (lowest > high || highest < low || scale > 1e12) return base;
        scale *= 10;
    }
}

class Planner {
public:
    Planner(const Table& table, const TableProfile& profile, std::string_view language)
        : m_table(table)
        , m_profile(profile)
        , m_language(language) {}

    std::vector<StatColumn> plan() {
        for (m_at = 0; m_at < m_table.variables.size(); ++m_at)
            variable();
        StatColumn key;
        if (!m_table.parent.empty()) {
            key.kind = StatKind::ParentKey;
            key.name = m_names.take("PARENT_KEY");
            key.width = std::max<std::size_t>(1, m_profile.longestParentKey);
            m_out.push_back(key);
        }
        key.kind = StatKind::Key;
        key.name = m_names.take("KEY");
        key.width = std::max<std::size_t>(1, m_profile.longestKey);
        m_out.push_back(key);
        return std::move(m_out);
    }

private:
    [[nodiscard]] const Variable& now() const { return m_table.variables[m_at]; }
    [[nodiscard]] const VariableProfile& counted() const { return m_profile.variables[m_at]; }

    StatColumn start(StatKind kind, std::string_view suffix = {}) {
        StatColumn column;
        column.kind = kind;
        column.variable = m_at;
        const auto full = columnOf(now());
        column.name = m_names.take(full.size() + suffix.size() <= kLongestName ? full : now().name, suffix);
        column.label = now().label.in(m_language);
        return column;
    }

    void put(StatColumn column, double lowest, double highest) {
        column.reasons = counted().hasReasons();
        column.lowest = lowest;
        column.highest = highest;
        column.reasonBase = reasonBaseFor(lowest, highest);
        m_out.push_back(std::move(column));
    }

    void variable() {
        const bool odd = counted().otherValues > 0;
        switch (now().type) {
        case VariableType::Number:
            number();
            break;
        case VariableType::Date:
            odd ? text() : day();
            break;
        case VariableType::Choice:
            odd ? text() : coded();
            break;
        case VariableType::Choices:
            text();
            flags();
            break;
        case VariableType::Text:
            text();
            break;
        }
    }

    void number() {
        auto column = start(StatKind::Number);
        column.whole = counted().wholeNumbers;
        put(std::move(column), counted().minimum, counted().maximum);
    }

    void coded() {
        auto column = start(StatKind::Coded);
        column.whole = true;
        const auto numbers = numbersOf(now().values);
        double lowest = 0;
        double highest = 0;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto& value = now().values[i];
            const auto label = value.label.in(m_language);
            column.codes.add(value.value, numbers[i]);
            column.labels.emplace_back(numbers[i], label.empty() ? value.value : std::string(label));
            lowest = std::min(lowest, numbers[i]);
            highest = std::max(highest, numbers[i]);
        }
        put(std::move(column), lowest, highest);
    }

    void text() {
        const auto longest = counted().longestText;
        // A cut leaves up to three bytes of a character and kMostSpaces of a part unused.
        constexpr auto kSurelyUsed = kLongestText - 3 - kMostSpaces;
        const auto parts = longest <= kLongestText ? 1 : (longest + kSurelyUsed - 1) / kSurelyUsed;
        for (std::size_t part = 0; part < parts; ++part) {
            auto column = start(StatKind::Text, part == 0 ? "" : "_p" + std::to_string(part + 1));
            column.part = part;
            column.width = std::clamp<std::size_t>(longest, 1, kLongestText);
            m_out.push_back(std::move(column));
        }
        reasons();
    }

    /// A column of its own for the reasons of a text, which has no missing values, and of a day, whose user-missing
    /// values R cannot read.
    void reasons() {
        if (!counted().hasReasons()) return;
        auto column = start(StatKind::Reason, "_r");
        for (std::size_t i = 1; i < kMissingReasons; ++i)
            column.labels.emplace_back(static_cast<double>(i), reasonLabel(static_cast<MissingReason>(i), m_language));
        column.whole = true;
        column.highest = static_cast<double>(kMissingReasons);
        m_out.push_back(std::move(column));
    }

    void day() {
        put(start(StatKind::Day), 0, 0);
        reasons();
    }

    void flags() {
        for (const auto& value : now().values) {
            auto column = start(StatKind::Flag, "_" + value.value.substr(0, 12));
            const auto label = value.label.in(m_language);
            column.label += (column.label.empty() ? "" : ": ") + (label.empty() ? value.value : std::string(label));
            column.choice = value.value;
            column.whole = true;
            put(std::move(column), 0, 1);
        }
    }

    const Table& m_table;
    const TableProfile& m_profile;
    std::string_view m_language;
    Names m_names;
    std::vector<StatColumn> m_out;
    std::size_t m_at = 0;
};

bool startsCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// What goes into one string of the format when `text` is too long for it.
std::string_view firstPart(std::string_view text) {
    if (text.size() <= kLongestText) return text;
    const auto cut = cutTo(text, kLongestText);
    const auto last = cut.find_last_not_of(' ');
    const bool few = last != std::string_view::npos && cut.size() - last - 1 <= kMostSpaces;
    return few ? cut.substr(0, last + 1) : cut;
}

} // namespace

Result<std::vector<StatColumn>> planColumns(const Table& table, const TableProfile& profile,
                                            std::string_view language) {
    auto columns = Planner(table, profile, language).plan();
    if (columns.size() > kMostColumns)
        return fail(ExportErrc::TooManyColumns, "Table " + table.name + " needs " + std::to_string(columns.size()) +
                                                    " columns; .sav and .dta hold 32,767. Export CSV instead.");
    return columns;
}

std::optional<long> daysOf(std::string_view day) {
    if (day.size() != 10 || day[4] != '-' || day[7] != '-') return std::nullopt;
    std::array<int, 3> parts{};
    for (std::size_t i = 0; i < day.size(); ++i) {
        if (i == 4 || i == 7) continue;
        if (day[i] < '0' || day[i] > '9') return std::nullopt;
        auto& part = parts[i < 4 ? 0 : i < 7 ? 1 : 2];
        part = part * 10 + (day[i] - '0');
    }
    const std::chrono::year_month_day found{std::chrono::year(parts[0]),
                                            std::chrono::month(static_cast<unsigned>(parts[1])),
                                            std::chrono::day(static_cast<unsigned>(parts[2]))};
    if (!found.ok()) return std::nullopt;
    return std::chrono::sys_days(found).time_since_epoch().count();
}

std::string_view cutTo(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && !startsCharacter(text[bytes]))
        --bytes;
    return text.substr(0, bytes);
}

std::string_view cutToCharacters(std::string_view text, std::size_t characters) {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (startsCharacter(text[i]) && ++seen > characters) return text.substr(0, i);
    return text;
}

std::string_view textPart(std::string_view text, std::size_t part) {
    for (; part > 0; --part)
        text.remove_prefix(firstPart(text).size());
    return firstPart(text);
}

} // namespace peil::exports
