// SPDX-License-Identifier: Apache-2.0
#include "peil/export/release.h"

#include "peil/base/text.h"
#include "person_table.h"

#include <algorithm>

namespace peil::exports {
namespace {

/// Coarser than or as coarse as every earlier release, so that the same classes are compared.
Result<std::size_t> lowestRung(const ReleasePlan& plan) {
    std::size_t rungs = 0;
    for (const auto& one : plan.earlier) {
        if (one.columns != plan.rules.quasiIdentifiers || one.rungs > plan.ladder.size())
            return fail(
                ExportErrc::BadName,
                "The earlier release \"" + one.name +
                    "\" was checked on other columns or another ladder, so the two cannot be compared; check the "
                    "study file, or compare them by hand.");
        rungs = std::max(rungs, one.rungs);
    }
    return rungs;
}

std::size_t toldApart(const ReleasePlan& plan, const Release& release) {
    std::size_t told = 0;
    for (const auto& one : plan.earlier)
        told += differencing(coarsenClasses(one.classes, one.columns, plan.ladder, one.rungs, release.rungs),
                             release.report)
                    .size();
    return told;
}

std::vector<std::string> columnsBelow(const std::vector<CoarseningStep>& ladder, std::size_t rungs) {
    std::vector<std::string> columns;
    for (std::size_t i = 0; i < rungs; ++i)
        if (std::find(columns.begin(), columns.end(), ladder[i].column) == columns.end())
            columns.push_back(ladder[i].column);
    return columns;
}

std::vector<std::string> declaredColumns(const DisclosureRules& rules) {
    auto columns = rules.quasiIdentifiers;
    for (const auto& column : rules.sensitive)
        if (std::ranges::find(columns, column) == columns.end()) columns.push_back(column);
    return columns;
}

/// Whether the rules look at rows of a repeat.
bool lookAtRepeats(const DisclosureRules& rules) {
    return std::ranges::any_of(declaredColumns(rules),
                               [](const auto& column) { return !splitColumn(column).table.empty(); });
}

std::string refusal(const Release& release, const ReleasePlan& plan) {
    std::string text = "This release would give people away: " + std::to_string(release.report.rowsBelowK) + " of " +
                       std::to_string(release.report.rows) + " rows are too rare, " +
                       std::to_string(release.report.rowsBelowL) + " tell a sensitive answer, " +
                       std::to_string(release.report.rowsAboveT) + " lie too far from all, and " +
                       std::to_string(release.told) + " combinations differ from an earlier release by a few people; ";
    return text + (plan.onUnsafe == OnUnsafe::Coarsen ? "add steps to the ladder in the study file, or release less."
                                                      : "let the ladder coarsen it, or release less.");
}

} // namespace

Result<Release> decideRelease(std::span<TableSource* const> tables, const ReleasePlan& plan, const Progress& progress) {
    PEIL_TRY(const auto lowest, lowestRung(plan));
    const bool climbs = plan.onUnsafe == OnUnsafe::Coarsen;
    Release release;
    for (release.rungs = climbs ? lowest : 0;; ++release.rungs) {
        PEIL_TRY(auto coarsened, coarsenTables(tables, plan.ladder, release.rungs));
        std::vector<TableSource*> made;
        for (auto& one : coarsened)
            made.push_back(&one);
        PEIL_TRY(auto people, PersonTable::create(made, declaredColumns(plan.rules), progress));
        PEIL_TRY(release.report, checkDisclosure(people, plan.rules, progress));
        release.told = toldApart(plan, release);
        if (release.safe() || !climbs || release.rungs == plan.ladder.size()) break;
    }
    release.coarsened = columnsBelow(plan.ladder, release.rungs);
    if (!release.safe() && plan.onUnsafe != OnUnsafe::Report) return fail(ExportErrc::Unsafe, refusal(release, plan));
    return release;
}

std::string inWords(const Release& release, const ReleasePlan& plan, std::string_view language) {
    const bool dutch = language == "nl";
    const auto& rules = plan.rules;
    const auto rungs = std::to_string(release.rungs) + (dutch ? " van " : " of ") + std::to_string(plan.ladder.size());
    std::string out = inWords(release.report, language) + "\n";
    if (dutch) {
        out += "Bekeken kenmerken: " + join(rules.quasiIdentifiers, ", ") +
               ". Gevoelige antwoorden: " + (rules.sensitive.empty() ? "geen opgegeven" : join(rules.sensitive, ", ")) +
               ". Regels: k = " + std::to_string(rules.k) + ", l = " + std::to_string(rules.l) +
               ", t = " + formatNumber(rules.t) + ".\n";
        if (lookAtRepeats(rules))
            out += "Van een herhaalde vraag tellen alle antwoorden van iemand samen, en hoeveel het er zijn.\n";
        out += release.coarsened.empty()
                   ? "Niets is grover gemaakt.\n"
                   : "Grover gemaakt (" + rungs + " treden van de ladder): " + join(release.coarsened, ", ") + ".\n";
        if (!plan.earlier.empty())
            out +=
                "Vergeleken met " + std::to_string(plan.earlier.size()) + " eerdere bestanden: " +
                (release.told == 0 ? "uit het verschil is niemand te herkennen.\n"
                                   : std::to_string(release.told) +
                                         " combinaties verschillen met zo weinig mensen dat zij te herkennen zijn.\n");
        return out + "Dit is geen bewijs van anonimiteit: alleen de opgegeven kenmerken zijn bekeken.\n";
    }
    out += "Looked at: " + join(rules.quasiIdentifiers, ", ") +
           ". Sensitive answers: " + (rules.sensitive.empty() ? "none declared" : join(rules.sensitive, ", ")) +
           ". Rules: k = " + std::to_string(rules.k) + ", l = " + std::to_string(rules.l) +
           ", t = " + formatNumber(rules.t) + ".\n";
    if (lookAtRepeats(rules))
        out += "Of a question that repeats, all answers of a person count together, and how many they are.\n";
    out += release.coarsened.empty()
               ? "Nothing was made coarser.\n"
               : "Made coarser (" + rungs + " rungs of the ladder): " + join(release.coarsened, ", ") + ".\n";
    if (!plan.earlier.empty())
        out += "Compared with " + std::to_string(plan.earlier.size()) + " earlier releases: " +
               (release.told == 0
                    ? "the difference tells nobody apart.\n"
                    : std::to_string(release.told) + " combinations differ by so few people that they stand out.\n");
    return out + "This is no proof of anonymity: only the declared columns were looked at.\n";
}

} // namespace peil::exports
