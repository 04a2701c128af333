// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/rows.h"

#include "peil/base/cell.h"
#include "peil/base/enum_text.h"
#include "peil/base/text.h"
#include "peil/base/unicode.h"
#include "peil/words/words.h"

#include <algorithm>

namespace peil::analysis {
namespace {

constexpr std::size_t kShortestSlip = 4; ///< letters: "a" is not a typing error for "b"

bool holds(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Without case, accents, spaces, hyphens and underscores.
std::string bare(std::string_view word) {
    auto text = foldForMatching(word);
    std::erase_if(text, [](char c) { return c == ' ' || c == '-' || c == '_' || c == '\t'; });
    return text;
}

} // namespace

std::string_view idOf(RowReason reason) {
    using enum RowReason;
    static constexpr EnumText<RowReason> kTexts[] = {{DoesNotCount, "does_not_count"}, {NoGroup, "no_group"},
                                                     {UnknownGroup, "unknown_group"},  {NotAskedFor, "not_asked_for"},
                                                     {OutsideArea, "outside_area"},    {NoAnswer, "no_answer"},
                                                     {NoWeight, "no_weight"}};
    return textIn(kTexts, reason);
}

std::string describe(const UnusedRows& unused, std::string_view language) {
    const bool isState = unused.reason == RowReason::DoesNotCount;
    const auto value = isState ? words::lossText(unused.value, language) : unused.value;
    return words::rowText(words::Kind::Row, idOf(unused.reason), value, unused.probably, language);
}

RowCounter::RowCounter(std::vector<std::string> groups, std::vector<std::string> asked)
    : m_groups(std::move(groups))
    , m_asked(std::move(asked)) {}

void RowCounter::add(const RowFacts& row) {
    ++m_account.read;
    const auto group = row.group;
    if (!row.state.empty()) return lose(RowReason::DoesNotCount, row.state);
    if (!holds(m_groups, group))
        return isMissingCell(group) ? lose(RowReason::NoGroup, {}) : lose(RowReason::UnknownGroup, group);
    if (!holds(m_asked, group)) return lose(RowReason::NotAskedFor, group);
    if (!row.inArea) return lose(RowReason::OutsideArea, group);
    if (!row.answered) return lose(RowReason::NoAnswer, group);
    if (!row.weighted) return lose(RowReason::NoWeight, group);
    ++m_account.used;
}

void RowCounter::lose(RowReason reason, std::string_view value) {
    for (auto& one : m_account.unused)
        if (one.reason == reason && one.value == value) {
            ++one.rows;
            return;
        }
    const bool mayBeSlip = reason == RowReason::UnknownGroup;
    m_account.unused.push_back(
        {reason, std::string(value), (mayBeSlip ? probableSlip(value, m_groups) : std::nullopt).value_or(""), 1});
}

RowAccount RowCounter::account() const {
    auto result = m_account;
    std::sort(result.unused.begin(), result.unused.end(), [](const UnusedRows& a, const UnusedRows& b) {
        return a.reason != b.reason ? a.reason < b.reason : a.rows != b.rows ? a.rows > b.rows : a.value < b.value;
    });
    return result;
}

std::optional<std::string> sameButForCase(std::string_view word, const std::vector<std::string>& known) {
    const auto text = bare(word);
    for (const auto& one : known)
        if (!text.empty() && one != word && bare(one) == text) return one;
    return std::nullopt;
}

std::optional<std::string> probableSlip(std::string_view word, const std::vector<std::string>& known) {
    if (auto same = sameButForCase(word, known)) return same;
    if (codePointCount(word) < kShortestSlip) return std::nullopt;
    return nearest(word, known);
}

} // namespace peil::analysis
