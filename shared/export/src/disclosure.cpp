// SPDX-License-Identifier: Apache-2.0
#include "peil/export/disclosure.h"

#include "look_alikes.h"

#include <algorithm>

namespace peil::exports {

Result<DisclosureReport> checkDisclosure(TableSource& source, const DisclosureRules& rules, const Progress& progress) {
    PEIL_TRY(const auto index, LookAlikeIndex::read(source, rules, progress));
    DisclosureReport report;
    report.rules = rules;
    for (const auto& [values, one] : index.classes()) {
        const auto seen = index.seen(values);
        report.rows += one.rows;
        report.smallest = report.classes.empty() ? seen.rows : std::min(report.smallest, seen.rows);
        if (seen.rows < rules.k) report.rowsBelowK += one.rows;
        if (!rules.sensitive.empty() && seen.fewestValues < rules.l) report.rowsBelowL += one.rows;
        if (seen.farthest > rules.t) report.rowsAboveT += one.rows;
        report.classes.push_back({values, one.rows, seen.rows, seen.fewestValues, seen.farthest});
    }
    return report;
}

std::string describe(const DisclosureReport& report, std::string_view language) {
    const auto number = [](std::uint64_t value) { return std::to_string(value); };
    const auto& rules = report.rules;
    std::string out;
    if (language == "nl") {
        out = number(report.rows) + " rijen, " + number(report.classes.size()) +
              " combinaties van herkenbare kenmerken; de kleinste telt " + number(report.smallest) + ".";
        if (report.rowsBelowK > 0)
            out += " " + number(report.rowsBelowK) + " rijen delen hun kenmerken met minder dan " + number(rules.k) +
                   " mensen.";
        if (report.rowsBelowL > 0)
            out += " Bij " + number(report.rowsBelowL) +
                   " rijen verraadt de combinatie een gevoelig antwoord (minder dan " + number(rules.l) +
                   " verschillende).";
        if (report.rowsAboveT > 0)
            out +=
                " Bij " + number(report.rowsAboveT) + " rijen wijken de gevoelige antwoorden te ver af van het geheel.";
        return out +
               (report.safe() ? " Dit bestand voldoet aan de regels." : " Dit bestand mag zo niet worden vrijgegeven.");
    }
    out = number(report.rows) + " rows, " + number(report.classes.size()) +
          " combinations of identifying characteristics; the smallest has " + number(report.smallest) + ".";
    if (report.rowsBelowK > 0)
        out += " " + number(report.rowsBelowK) + " rows share their characteristics with fewer than " +
               number(rules.k) + " people.";
    if (report.rowsBelowL > 0)
        out += " In " + number(report.rowsBelowL) + " rows the combination reveals a sensitive answer (fewer than " +
               number(rules.l) + " different ones).";
    if (report.rowsAboveT > 0)
        out +=
            " In " + number(report.rowsAboveT) + " rows the sensitive answers differ too much from those of the whole.";
    return out + (report.safe() ? " This file satisfies the rules." : " This file must not be released as it is.");
}

} // namespace peil::exports
