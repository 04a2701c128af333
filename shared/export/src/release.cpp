// SPDX-License-Identifier: Apache-2.0
#include "peil/export/release.h"

#include "earlier_releases.h"
#include "peil/base/text.h"
#include "peil/words/words.h"
#include "person_table.h"

#include <algorithm>

namespace peil::exports {
namespace {

using Tables = std::span<TableSource* const>;

constexpr std::size_t kMostRounds = 5; ///< of suppression, when one round brings another answer too far from all

std::vector<TableSource*> pointersTo(auto& tables) {
    std::vector<TableSource*> out;
    for (auto& one : tables)
        out.push_back(&one);
    return out;
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

/// The rules with the earlier releases as one quasi-identifier more, which cannot be suppressed.
DisclosureRules withEarlier(const ReleasePlan& plan) {
    auto rules = plan.rules;
    if (!plan.earlier.empty()) rules.quasiIdentifiers.insert(rules.quasiIdentifiers.begin(), kEarlierColumn);
    return rules;
}

/// Calls `use` with the people of the tables, each with the earlier releases that hold them.
template <class Use>
auto withPeople(Tables tables, const ReleasePlan& plan, const Progress& progress, Use use)
    -> Result<typename decltype(use(*tables.front()))::value_type> {
    PEIL_TRY(auto people, PersonTable::create(tables, declaredColumns(plan.rules), progress));
    if (plan.earlier.empty()) return use(people);
    EarlierTable marked(people, plan.earlier);
    return use(marked);
}

Result<DisclosureReport> check(Tables tables, const ReleasePlan& plan, const Progress& progress) {
    const auto rules = withEarlier(plan);
    PEIL_TRY(auto report, withPeople(tables, plan, progress,
                                     [&](TableSource& people) { return checkDisclosure(people, rules, progress); }));
    if (plan.earlier.empty()) return report;
    report.rules = plan.rules;
    for (auto& one : report.classes)
        one.values.erase(one.values.begin());
    return report;
}

/// One candidate release: the resulting tables and the changes.
struct Attempt {
    std::deque<MemoryTable> tables;
    DisclosureReport report;
    std::vector<std::uint64_t> cells; ///< suppressed, of each quasi-identifier
};

Result<Attempt> suppressed(std::deque<MemoryTable> tables, DisclosureReport report, const ReleasePlan& plan,
                           const Progress& progress) {
    auto rules = withEarlier(plan);
    auto kept = plan.kept;
    kept.emplace_back(kEarlierColumn);
    const auto own = rules.quasiIdentifiers.size() - plan.rules.quasiIdentifiers.size(); // 1 beside earlier releases
    Attempt attempt{std::move(tables), std::move(report),
                    std::vector<std::uint64_t>(plan.rules.quasiIdentifiers.size())};
    for (std::size_t round = 0; round < kMostRounds && !attempt.report.safe(); ++round) {
        const auto pointers = pointersTo(attempt.tables);
        PEIL_TRY(auto found, withPeople(pointers, plan, progress, [&](TableSource& people) {
                     return findSuppression(people, rules, kept, progress);
                 }));
        if (found.rows.empty()) break;
        const auto cells = found.cells();
        for (std::size_t i = 0; i < attempt.cells.size(); ++i)
            attempt.cells[i] += cells[i + own];
        if (own == 1) found = withoutFirstColumn(std::move(found));
        PEIL_TRY(auto fewer, applySuppression(pointers, found, progress));
        attempt.tables = std::move(fewer);
        PEIL_TRY(attempt.report, check(pointersTo(attempt.tables), plan, progress));
    }
    return attempt;
}

bool withinLimit(const Attempt& attempt, const ReleasePlan& plan) {
    const double most = plan.mostSuppressed * static_cast<double>(attempt.report.rows);
    return std::ranges::all_of(attempt.cells, [&](std::uint64_t cells) { return static_cast<double>(cells) <= most; });
}

/// More rows break the rules than answers may go.
bool isHopeless(const DisclosureReport& report, const ReleasePlan& plan) {
    const auto columns = static_cast<double>(plan.rules.quasiIdentifiers.size());
    return static_cast<double>(report.rowsBelowK) > plan.mostSuppressed * static_cast<double>(report.rows) * columns;
}

std::string refusal(const DisclosureReport& report, const ReleasePlan& plan) {
    std::string text = "People could be recognised in this release: " + std::to_string(report.rowsBelowK) + " of " +
                       std::to_string(report.rows) + " rows are too rare, " + std::to_string(report.rowsBelowL) +
                       " reveal a sensitive answer, and " + std::to_string(report.rowsAboveT) +
                       " differ too much from the whole; ";
    return text + (plan.onUnsafe == OnUnsafe::Coarsen ? "add steps to the ladder in the study file, or release less."
                                                      : "let the ladder coarsen it, or release less.");
}

Release releaseOf(Attempt attempt, std::size_t rungs, const ReleasePlan& plan) {
    Release release;
    release.rungs = rungs;
    release.report = std::move(attempt.report);
    release.tables = std::move(attempt.tables);
    release.coarsened = columnsBelow(plan.ladder, rungs);
    for (std::size_t i = 0; i < attempt.cells.size(); ++i)
        if (attempt.cells[i] > 0) release.suppressed.emplace_back(plan.rules.quasiIdentifiers[i], attempt.cells[i]);
    return release;
}

/// "birth 12, age 3"
std::string counted(const Release& release) {
    std::vector<std::string> all;
    for (const auto& [column, count] : release.suppressed)
        all.push_back(column + " " + std::to_string(count));
    return join(all, ", ");
}

Result<Release> reportOnly(Tables tables, const ReleasePlan& plan, const Progress& progress) {
    Release release;
    PEIL_TRY(release.report, check(tables, plan, progress));
    PEIL_TRY(release.singledOut, singledOut(*tables.front(), plan.earlier, plan.rules.k, progress));
    return release;
}

/// Nothing may be done to it. @param least  rungs that an earlier release took.
Result<> refuseAsItIs(Tables tables, const ReleasePlan& plan, std::size_t least, const Progress& progress) {
    PEIL_TRY(const auto report, check(tables, plan, progress));
    if (!report.safe()) return fail(ExportErrc::Unsafe, refusal(report, plan));
    if (least == 0) return {};
    return fail(ExportErrc::Unsafe, "This release would be finer than an earlier one; let the ladder coarsen it.");
}

} // namespace

Result<Release> decideRelease(Tables tables, const ReleasePlan& plan, const Progress& progress) {
    if (plan.onUnsafe == OnUnsafe::Report) return reportOnly(tables, plan, progress);
    PEIL_CHECK(refuseDifferences(*tables.front(), plan.earlier, plan.rules.k, progress));
    std::size_t rungs = 0;
    for (const auto& one : plan.earlier)
        rungs = std::max(rungs, std::min(one.rungs, plan.ladder.size()));
    if (plan.onUnsafe == OnUnsafe::Refuse) PEIL_CHECK(refuseAsItIs(tables, plan, rungs, progress));
    for (;; ++rungs) {
        const bool last = rungs == plan.ladder.size();
        PEIL_TRY(auto coarsened, coarsenTables(tables, plan.ladder, rungs));
        const auto pointers = pointersTo(coarsened);
        PEIL_TRY(auto report, check(pointers, plan, progress));
        if (!last && !report.safe() && isHopeless(report, plan)) continue;
        PEIL_TRY(auto copies, applySuppression(pointers, {plan.rules.quasiIdentifiers, {}}, progress));
        PEIL_TRY(auto attempt, suppressed(std::move(copies), std::move(report), plan, progress));
        if (attempt.report.safe() && (last || withinLimit(attempt, plan)))
            return releaseOf(std::move(attempt), rungs, plan);
        if (last) return fail(ExportErrc::Unsafe, refusal(attempt.report, plan));
    }
}

std::string describe(const Release& release, const ReleasePlan& plan, std::string_view language) {
    auto out = describe(release.report, language) + "\n";
    const auto say = [&](std::string_view id, const std::vector<std::string>& values = {}) {
        out += words::textOf(words::Kind::Disclosure, id, language, values) + "\n";
    };
    const auto& rules = plan.rules;
    say("rules", {join(rules.quasiIdentifiers, ", "),
                  rules.sensitive.empty() ? words::textOf(words::Kind::Disclosure, "none_declared", language)
                                          : join(rules.sensitive, ", "),
                  std::to_string(rules.k), std::to_string(rules.l), formatNumber(rules.t)});
    if (lookAtRepeats(rules)) say("repeats");
    if (release.coarsened.empty())
        say("not_coarsened");
    else
        say("coarsened",
            {std::to_string(release.rungs), std::to_string(plan.ladder.size()), join(release.coarsened, ", ")});
    if (release.suppressed.empty())
        say("not_suppressed");
    else
        say("suppressed", {counted(release)});
    if (!plan.earlier.empty())
        say(release.singledOut == 0 ? "earlier_safe" : "earlier_unsafe",
            {std::to_string(plan.earlier.size()), std::to_string(release.singledOut)});
    say("no_proof");
    return out;
}

} // namespace peil::exports
