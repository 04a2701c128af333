// SPDX-License-Identifier: Apache-2.0
#include "estimate_print.h"

#include "peil/base/text.h"
#include "peil/estimation/rounding.h"
#include "peil/words/words.h"

#include <algorithm>

namespace peil::cli {
namespace {

using namespace analysis;

std::string factsText(const RegisterFacts& facts, const std::string& chosen = {}) {
    return words::stated(facts.registerName) + "; area: " + facts.area + chosen +
           "; year: " + words::stated(facts.year);
}

/// A definition may be a sentence.
std::string withoutStop(std::string text) {
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string definitionText(const RegisterFacts& facts) {
    return "who is counted: " + withoutStop(words::stated(facts.definition)) +
           "; each person once: " + words::stated(facts.deduplicated);
}

/// One line when all groups say the same, else one a group.
std::string definitionsText(const Register& counts) {
    std::string lines;
    bool same = true;
    for (const auto& [group, row] : counts.byGroup) {
        const auto text = definitionText(counts.factsOf(group));
        same = same && text == definitionText(counts.factsOf(counts.byGroup.begin()->first));
        lines += "  " + group + ": " + text + "\n";
    }
    return same ? "  " + definitionText(counts.factsOf(counts.byGroup.begin()->first)) + "\n" : lines;
}

std::string registerRowsText(const Register& counts) {
    auto text = "rows: " + std::to_string(counts.read) + " read, " + std::to_string(counts.used) + " used";
    if (counts.forCities > 0) text += ", " + std::to_string(counts.forCities) + " used for checks of cities";
    text += "\n";
    for (const auto& unused : counts.unused)
        text += "  not used, " + std::to_string(unused.rows) + ": " + describe(unused) + "\n";
    return text;
}

std::string outsideText(const GroupResult& group) {
    if (!group.outside) return {};
    return "check, " + group.group + ": " +
           words::textOf(words::Kind::Phrase, group.outside->atMost ? "outside_at_most" : "outside_cities", "en",
                         {formatFixed(100 * group.outside->share, 1) + "%",
                          estimation::groupedText(group.outside->people),
                          estimation::groupedText(group.headline().benchmark)}) +
           "\n";
}

/// "People who … (minimum use: 1 day a week; age: 18 and older)"
std::string withFlags(const study::CaseDefinition* definition) {
    if (definition == nullptr || !definition->declared()) return words::textOf(words::Kind::Definition, "not_declared");
    std::vector<std::string> flags;
    for (const auto& [label, value] : study::flagWords(*definition, "en"))
        flags.push_back(label + ": " + value);
    return definition->words.in("en") + (flags.empty() ? "" : " (" + join(flags, "; ") + ")");
}

} // namespace

std::string sourcesText(const EstimateResult& result, const EstimateInput& input) {
    std::string text;
    for (const auto& group : result.groups)
        text += outsideText(group);
    const auto& counts = input.counts;
    const auto chosen = ", " + words::textOf(words::Kind::Area, idOf(counts.chosen));
    text += "register: " + factsText(counts.facts, chosen) + "\n" + definitionsText(counts) + "  " +
            registerRowsText(counts);
    for (const auto& other : input.others)
        text += "register of " + other.column + ": " + factsText(other.counts.facts) + "\n" +
                definitionsText(other.counts) + "  " + registerRowsText(other.counts);
    text += "interviews: " + std::to_string(input.rows.read) + " read, " + std::to_string(input.rows.used) + " used\n";
    for (const auto& unused : input.rows.unused)
        text += "  not used, " + std::to_string(unused.rows) + ": " + analysis::describe(unused) + "\n";
    return text;
}

std::string definitionsText(const std::optional<analysis::DeclaredStudy>& declared, const RegisterFacts& used,
                            const std::vector<std::string>& groups) {
    if (!declared)
        return "definition: not declared; add --study DIR to compare the definitions of sample and register.\n";
    const auto& study = declared->study;
    const auto& benchmark = study.benchmark;
    std::string text;
    if (benchmark && !benchmark->words.texts.empty())
        text += "definition, register " + benchmark->registerName + ": " + benchmark->words.in("en") + '\n';
    if (benchmark && !isAsDeclared(used, *benchmark))
        text += "note: " + otherThanDeclared(used, *benchmark, "en") + '\n';
    for (const auto& id : groups) {
        const auto* group = study.group(id);
        text += "definition, " + id + ", sample: " + withFlags(group != nullptr ? &group->definition : nullptr) + '\n';
        text += "definition, " + id + ", register: " + withFlags(benchmark ? benchmark->group(id) : nullptr) + '\n';
    }
    for (const auto& difference : study::compareDefinitions(study))
        if (difference.groupId.empty() || std::ranges::find(groups, difference.groupId) != groups.end())
            text += "difference: " + study::differenceSentence(difference, "en") + '\n';
    return text;
}

} // namespace peil::cli
