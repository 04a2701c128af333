// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/declared.h"

#include "peil/base/text.h"
#include "peil/words/words.h"

#include <algorithm>

namespace peil::analysis {
namespace {

void fill(std::string& text, const std::string& declared) {
    if (text.empty()) text = declared;
}

std::string onceText(const std::optional<bool>& once, std::string_view language) {
    return once ? words::textOf(words::Kind::Phrase, *once ? "yes" : "no", language) : std::string();
}

} // namespace

RegisterAsked asDeclared(RegisterAsked asked, const study::Benchmark& declared, const RegisterTable& table) {
    const auto states = [&](std::string RegisterRow::*column) {
        return std::ranges::any_of(table.rows, [&](const RegisterRow& row) { return !(row.*column).empty(); });
    };
    fill(asked.area, declared.area);
    if (states(&RegisterRow::registerName)) fill(asked.registerName, declared.registerName);
    if (states(&RegisterRow::year)) fill(asked.year, std::to_string(declared.year));
    return asked;
}

bool isAsDeclared(const RegisterFacts& used, const study::Benchmark& declared) {
    return used.area == declared.area && (used.registerName.empty() || used.registerName == declared.registerName) &&
           (used.year.empty() || used.year == std::to_string(declared.year));
}

void fillAsDeclared(Register& counts, const study::Benchmark& declared, std::string_view language) {
    if (!isAsDeclared(counts.facts, declared)) return;
    fill(counts.facts.registerName, declared.registerName);
    fill(counts.facts.year, std::to_string(declared.year));
    for (auto& [group, row] : counts.byGroup) {
        const auto* definition = declared.group(group);
        fill(row.registerName, declared.registerName);
        fill(row.year, std::to_string(declared.year));
        if (definition != nullptr) fill(row.definition, definition->words.in(language));
        fill(row.deduplicated, onceText(declared.deduplicated, language));
    }
}

std::string otherThanDeclared(const RegisterFacts& used, const study::Benchmark& declared, std::string_view language) {
    if (isAsDeclared(used, declared)) return {};
    std::vector<std::string> parts;
    for (const auto& part : {used.registerName, used.area, used.year})
        if (!part.empty()) parts.push_back(part);
    const auto theirs = declared.registerName + ", " + declared.area + ", " + std::to_string(declared.year);
    return words::textOf(words::Kind::Definition, "other_register", language, {theirs, join(parts, ", ")});
}

} // namespace peil::analysis
