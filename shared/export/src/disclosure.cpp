// SPDX-License-Identifier: Apache-2.0
#include "peil/export/disclosure.h"

#include "look_alikes.h"
#include "peil/words/words.h"

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
    const auto say = [&](std::string_view id, std::initializer_list<std::uint64_t> numbers) {
        std::vector<std::string> values;
        for (const auto number : numbers)
            values.push_back(std::to_string(number));
        return words::textOf(words::Kind::Disclosure, id, language, values);
    };
    const auto& rules = report.rules;
    const auto k = static_cast<std::uint64_t>(rules.k), l = static_cast<std::uint64_t>(rules.l);
    auto out = say("classes", {report.rows, report.classes.size(), report.smallest});
    if (report.rowsBelowK > 0) out += " " + say("below_k", {report.rowsBelowK, k});
    if (report.rowsBelowL > 0) out += " " + say("below_l", {report.rowsBelowL, l});
    if (report.rowsAboveT > 0) out += " " + say("above_t", {report.rowsAboveT});
    return out + " " + say(report.safe() ? "safe" : "unsafe", {});
}

} // namespace peil::exports
