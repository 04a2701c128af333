// SPDX-License-Identifier: Apache-2.0
#include "parse_cleaning.h"

#include <algorithm>
#include <set>

namespace peil::study {
namespace {

constexpr int kHighestK = 1000;
constexpr double kWidestBand = 1e9;

Result<> readRule(const TableReader& table, std::set<std::string>& seen, Cleaning& cleaning) {
    PEIL_CHECK(table.allowOnly({"id", "label", "check", "action"}));
    CleaningRule rule;
    PEIL_TRY(rule.id, table.text("id"));
    if (!seen.insert(rule.id).second)
        return table.fault(StudyErrc::Duplicate, "id",
                           "The rule \"" + rule.id + "\" is declared twice; change one of the ids.");
    PEIL_TRY(rule.label, table.localText("label"));
    PEIL_TRY(rule.check, table.text("check"));
    PEIL_TRY(const auto action, table.text("action", "leave_out"));
    if (action != "leave_out" && action != "report")
        return table.fault(StudyErrc::BadValue, "action",
                           "\"" + action + "\" is not a valid action; use one of: leave_out, report.");
    rule.action = action == "report" ? CleaningRule::Action::Report : CleaningRule::Action::LeaveOut;
    cleaning.rules.push_back(std::move(rule));
    return {};
}

/// One of band, groups and drop.
Result<> readStep(const TableReader& table, DisclosurePolicy& policy) {
    PEIL_CHECK(table.allowOnly({"question", "band", "groups", "drop"}));
    CoarseningRule step;
    PEIL_TRY(step.question, table.text("question"));
    const int ways = int{table.has("band")} + int{table.has("groups")} + int{table.has("drop")};
    if (ways != 1)
        return table.fault(StudyErrc::BadValue, "question",
                           "A step of the ladder needs one of: band, groups, drop; this one has " +
                               std::to_string(ways) + ".");
    if (table.has("band")) {
        PEIL_TRY(step.band, table.number("band", 0.001, kWidestBand));
    }
    PEIL_TRY(const auto groups, table.inner("groups", "The table of groups"));
    if (groups) {
        for (const auto& [value, unused] : groups->table()) {
            PEIL_TRY(auto broader, groups->text(value.str()));
            step.grouping.emplace_back(value.str(), std::move(broader));
        }
    }
    if (table.has("drop")) {
        step.drop = table.table().get("drop")->value_or(false);
        if (!step.drop) return table.fault(StudyErrc::BadValue, "drop", "\"drop\" must be true.");
    }
    policy.ladder.push_back(std::move(step));
    return {};
}

Result<> readTable(const TableReader& table, DisclosurePolicy& policy) {
    PEIL_CHECK(table.allowOnly({"rows", "columns"}));
    PEIL_TRY(auto rows, table.text("rows"));
    PEIL_TRY(auto columns, table.text("columns"));
    policy.tables.emplace_back(std::move(rows), std::move(columns));
    return {};
}

} // namespace

Result<Cleaning> readCleaning(const TableReader& root) {
    Cleaning cleaning;
    PEIL_TRY(const auto table, root.inner("cleaning", "The table [cleaning]"));
    if (table) {
        PEIL_CHECK(table->allowOnly({"consent", "consent_values", "group"}));
        PEIL_TRY(cleaning.consent, table->text("consent", cleaning.consent));
        if (table->has("consent_values")) {
            PEIL_TRY(cleaning.consentValues, table->texts("consent_values"));
            if (cleaning.consentValues.empty())
                return table->fault(StudyErrc::BadValue, "consent_values",
                                    "\"consent_values\" is empty, so no one could consent; list the answers that mean "
                                    "yes, such as [\"1\"].");
        }
        PEIL_TRY(cleaning.group, table->text("group", ""));
    }
    std::set<std::string> seen;
    PEIL_CHECK(
        root.eachTable("rule", "A rule", [&](const TableReader& rule) { return readRule(rule, seen, cleaning); }));
    return cleaning;
}

Result<DisclosurePolicy> readDisclosure(const TableReader& root) {
    DisclosurePolicy policy;
    PEIL_TRY(const auto table, root.inner("disclosure", "The table [disclosure]"));
    if (!table) return policy;
    PEIL_CHECK(table->allowOnly({"k", "l", "t", "release", "harmless", "design", "most_suppressed", "quasi_identifiers",
                                 "sensitive", "step", "table"}));
    if (table->has("k")) {
        PEIL_TRY(policy.k, table->integer("k", 1, kHighestK));
    }
    if (table->has("l")) {
        PEIL_TRY(policy.l, table->integer("l", 1, kHighestK));
    }
    if (table->has("t")) {
        PEIL_TRY(policy.t, table->number("t", 0, 1));
    }
    if (table->has("most_suppressed")) {
        PEIL_TRY(policy.mostSuppressed, table->number("most_suppressed", 0, 1));
    }
    if (table->has("design")) {
        PEIL_TRY(policy.design, table->yesNo("design"));
    }
    PEIL_TRY(policy.release, table->texts("release"));
    PEIL_TRY(policy.harmless, table->texts("harmless"));
    for (const auto& question : policy.harmless)
        if (std::ranges::find(policy.release, question) == policy.release.end())
            return table->fault(StudyErrc::UnknownReference, "harmless",
                                "\"" + question +
                                    "\" is declared harmless but is not in \"release\", so it is never released; add "
                                    "it there, or remove it here.");
    PEIL_TRY(policy.quasiIdentifiers, table->texts("quasi_identifiers"));
    PEIL_TRY(policy.sensitive, table->texts("sensitive"));
    if (policy.quasiIdentifiers.empty())
        return table->fault(StudyErrc::MissingKey, "quasi_identifiers",
                            "The table [disclosure] needs \"quasi_identifiers\": the questions whose answers other "
                            "people may know about a participant.");
    PEIL_CHECK(table->eachTable("step", "A step of the ladder",
                                [&](const TableReader& step) { return readStep(step, policy); }));
    PEIL_CHECK(table->eachTable("table", "A table of counts",
                                [&](const TableReader& counts) { return readTable(counts, policy); }));
    return policy;
}

} // namespace peil::study
