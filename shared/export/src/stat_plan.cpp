// SPDX-License-Identifier: Apache-2.0
#include "stat_plan.h"

#include "codebook_text.h"
#include "name_pool.h"
#include "stat_codes.h"

#include <algorithm>
#include <chrono>

namespace peil::exports {
namespace {

/// .sav fills texts up with spaces, so a part that ends in one would lose it; a run of more than these is cut anyway.
constexpr std::size_t kMostSpaces = 64;

/// Codes -92..-96, or -992..-996 and so on, below all values. nullopt if the values are too low for a double to
/// represent such codes.
std::optional<double> reasonBaseFor(double lowest, double highest) {
    constexpr double kLargestScale = 1e15;
    for (double scale = 100; scale <= kLargestScale; scale *= 10) {
        const double base = 10 - scale;
        const double low = base - static_cast<double>(MissingReason::DontKnow);
        const double high = base - static_cast<double>(MissingReason::NotRelevant);
        if (lowest > high || highest < low) return base;
    }
    return std::nullopt;
}

class Planner {
public:
    Planner(const Table& table, const TableProfile& profile, std::string_view language)
        : m_table(table)
        , m_profile(profile)
        , m_language(language)
        , m_own(questionNames(table, m_names)) {}

    StatPlan plan() {
        m_out.reasons.assign(m_table.variables.size(), StatPlan::kNoColumn);
        for (m_at = 0; m_at < m_table.variables.size(); ++m_at) {
            m_out.own.push_back(m_out.columns.size());
            variable();
        }
        StatColumn key;
        if (!m_table.parent.empty()) {
            key.kind = StatKind::ParentKey;
            key.name = "PARENT_KEY";
            key.width = std::max<std::size_t>(1, m_profile.longestParentKey);
            m_out.columns.push_back(key);
        }
        key.kind = StatKind::Key;
        key.name = "KEY";
        key.width = std::max<std::size_t>(1, m_profile.longestKey);
        m_out.columns.push_back(key);
        return std::move(m_out);
    }

private:
    [[nodiscard]] const Variable& now() const { return m_table.variables[m_at]; }
    [[nodiscard]] const VariableProfile& counted() const { return m_profile.variables[m_at]; }

    StatColumn start(StatKind kind, std::string_view suffix = {}) {
        StatColumn column;
        column.kind = kind;
        column.variable = m_at;
        const auto& own = m_own[m_at].name;
        if (suffix.empty())
            column.name = own;
        else
            column.name = m_names.take(own.size() + suffix.size() <= kLongestName ? own : now().name, suffix).name;
        column.label = now().label.in(m_language);
        return column;
    }

    void put(StatColumn column, double lowest, double highest) {
        const auto base = reasonBaseFor(lowest, highest);
        column.lowest = lowest;
        column.highest = highest;
        column.reasons = base && counted().hasReasons();
        column.reasonBase = base.value_or(0);
        m_out.columns.push_back(std::move(column));
        if (!base) reasons();
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
        const auto numbers = statNumbers(now().values);
        double lowest = 0;
        double highest = 0;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto& value = now().values[i];
            const auto label = value.label.in(m_language);
            if (column.codes.find(value.value) == nullptr) {
                column.codes.add(value.value, numbers[i]);
                column.labels.emplace_back(numbers[i], label.empty() ? value.value : std::string(label));
            }
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
            m_out.columns.push_back(std::move(column));
        }
        reasons();
    }

    /// A separate column for the reasons of a text, which has no missing values, of a date, whose user-missing values R
    /// cannot read, and of a number without free codes.
    void reasons() {
        if (!counted().hasReasons()) return;
        auto column = start(StatKind::Reason, "_r");
        for (std::size_t i = 1; i < kMissingReasons; ++i)
            column.labels.emplace_back(static_cast<double>(i), labelOf(static_cast<MissingReason>(i), m_language));
        column.whole = true;
        column.highest = static_cast<double>(kMissingReasons);
        m_out.reasons[m_at] = m_out.columns.size();
        m_out.columns.push_back(std::move(column));
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
    NamePool m_names;
    std::vector<ShortName> m_own;
    StatPlan m_out;
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

StatPlan planColumns(const Table& table, const TableProfile& profile, std::string_view language) {
    return Planner(table, profile, language).plan();
}

double savCode(const StatColumn& column, MissingReason reason) {
    return column.reasonBase - static_cast<double>(reason);
}

char dtaTag(MissingReason reason) {
    return static_cast<char>('a' + static_cast<int>(MissingReason::DontKnow) - static_cast<int>(reason));
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
