// SPDX-License-Identifier: Apache-2.0
#include "reporter.h"

#include "form_bounds.h"

#include "peil/base/text.h"

#include <algorithm>
#include <tuple>

namespace peil::xlsform {

namespace {

int sheetRank(const std::string& sheet) {
    if (sheet.empty()) return 0;
    if (sheet == "survey") return 1;
    if (sheet == "choices") return 2;
    if (sheet == "settings") return 3;
    return 4;
}

auto sortKey(const Diagnostic& item) {
    const auto& place = item.place;
    return std::make_tuple(sheetRank(place.sheet), std::cref(place.sheet), place.row, std::cref(place.column),
                           std::cref(item.id), std::cref(item.message), std::cref(item.cure));
}

/// Shows invisible characters by their numbers: they are often the only fault.
std::string withVisible(std::string text) {
    static constexpr std::pair<std::string_view, std::string_view> kUnseen[]{
        {"\xC2\xAD", "[U+00AD]"},     {"\xE2\x80\x8B", "[U+200B]"}, {"\xE2\x80\x8C", "[U+200C]"},
        {"\xE2\x80\x8D", "[U+200D]"}, {"\xE2\x80\x8E", "[U+200E]"}, {"\xE2\x80\x8F", "[U+200F]"},
        {"\xE2\x81\xA0", "[U+2060]"}, {"\xEF\xBB\xBF", "[U+FEFF]"}};
    for (const auto& [character, number] : kUnseen)
        if (text.find(character) != std::string::npos) text = replaceAll(std::move(text), character, number);
    return text;
}

} // namespace

void Reporter::add(Diagnostic remark) {
    remark.message = withVisible(std::move(remark.message));
    remark.cure = withVisible(std::move(remark.cure));
    if (remark.severity == Severity::Error) ++m_errors;
    if (m_items.size() == kMaxItems) {
        m_items.push_back({Severity::Error,
                           "too_many",
                           {},
                           "There are more than " + std::to_string(kMaxItems) + " findings.",
                           "Correct these first."});
        ++m_errors;
    }
    if (m_items.size() > kMaxItems) return;
    m_items.push_back(std::move(remark));
}

void Reporter::error(std::string_view id, Place place, std::string message, std::string_view cure) {
    add({Severity::Error, std::string(id), std::move(place), std::move(message), std::string(trim(cure))});
}

void Reporter::warning(std::string_view id, Place place, std::string message, std::string_view cure) {
    add({Severity::Warning, std::string(id), std::move(place), std::move(message), std::string(trim(cure))});
}

std::vector<Diagnostic> Reporter::take() {
    std::stable_sort(m_items.begin(), m_items.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return sortKey(a) < sortKey(b); });
    const auto last = std::unique(m_items.begin(), m_items.end(),
                                  [](const Diagnostic& a, const Diagnostic& b) { return sortKey(a) == sortKey(b); });
    m_items.erase(last, m_items.end());
    return std::move(m_items);
}

std::string didYouMean(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t kLongestWord = 100;
    if (word.size() > kLongestWord || candidates.size() > kMaxHintCandidates) return {};
    const auto best = nearest(word, candidates);
    return best && *best != word ? " Did you mean \"" + *best + "\"?" : std::string();
}

std::string sayNoSurvey(std::string_view source, std::vector<std::string> otherSheets) {
    std::erase_if(otherSheets, [](const auto& name) { return name.starts_with('_'); });
    return std::string(source) + " has no sheet named survey." + didYouMean("survey", otherSheets) +
           " Put the questions on a sheet with that name.";
}

} // namespace peil::xlsform
