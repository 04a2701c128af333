// SPDX-License-Identifier: Apache-2.0
#include "peil/export/disclosure.h"

#include "columns.h"
#include "table_reader.h"

#include <algorithm>
#include <cmath>

namespace peil::exports {
namespace {

using Counts = std::map<std::string, std::uint64_t, std::less<>>;

struct Class {
    std::uint64_t rows = 0;
    std::vector<Counts> sensitive;
};

Result<std::vector<std::size_t>> indexesOf(const Table& table, const std::vector<std::string>& columns) {
    std::vector<std::size_t> out;
    for (const auto& column : columns) {
        PEIL_TRY(const auto index, columnIndex(table, column, "to check for recognition"));
        out.push_back(index);
    }
    return out;
}

/// Half the sum of the differences between two distributions.
double distance(const Counts& part, std::uint64_t partRows, const Counts& all, std::uint64_t allRows) {
    double sum = 0;
    for (const auto& [value, count] : all) {
        const auto found = part.find(value);
        const double here = found == part.end() ? 0 : static_cast<double>(found->second);
        sum +=
            std::abs(here / static_cast<double>(partRows) - static_cast<double>(count) / static_cast<double>(allRows));
    }
    return sum / 2;
}

DisclosureReport reportOf(const DisclosureRules& rules, const std::map<std::vector<std::string>, Class>& classes) {
    DisclosureReport report;
    report.rules = rules;
    std::vector<Counts> overall(rules.sensitive.size());
    for (const auto& [values, one] : classes) {
        report.rows += one.rows;
        for (std::size_t s = 0; s < overall.size(); ++s)
            for (const auto& [value, count] : one.sensitive[s])
                overall[s][value] += count;
    }
    for (const auto& [values, one] : classes) {
        LookAlikes alike{values, one.rows, 0, 0};
        for (std::size_t s = 0; s < overall.size(); ++s) {
            const auto different = static_cast<std::uint64_t>(one.sensitive[s].size());
            alike.fewestValues = s == 0 ? different : std::min(alike.fewestValues, different);
            alike.farthest = std::max(alike.farthest, distance(one.sensitive[s], one.rows, overall[s], report.rows));
        }
        report.smallest = report.classes.empty() ? one.rows : std::min(report.smallest, one.rows);
        if (one.rows < rules.k) report.rowsBelowK += one.rows;
        if (!overall.empty() && alike.fewestValues < rules.l) report.rowsBelowL += one.rows;
        if (alike.farthest > rules.t) report.rowsAboveT += one.rows;
        report.classes.push_back(std::move(alike));
    }
    return report;
}

} // namespace

Result<DisclosureReport> checkDisclosure(TableSource& source, const DisclosureRules& rules, const Progress& progress) {
    const auto& variables = source.table().variables;
    PEIL_TRY(const auto known, indexesOf(source.table(), rules.quasiIdentifiers));
    PEIL_TRY(const auto sensitive, indexesOf(source.table(), rules.sensitive));
    std::map<std::vector<std::string>, Class> classes;
    std::vector<std::string> values(known.size());
    PEIL_CHECK(forEachRow(source, progress, 0, 1, 0, [&](const Row& row) -> Result<> {
        for (std::size_t i = 0; i < known.size(); ++i)
            values[i] = valueText(variables[known[i]], row.cells[known[i]]);
        auto& one = classes[values];
        ++one.rows;
        one.sensitive.resize(sensitive.size());
        for (std::size_t s = 0; s < sensitive.size(); ++s)
            ++one.sensitive[s][valueText(variables[sensitive[s]], row.cells[sensitive[s]])];
        return {};
    }));
    return reportOf(rules, classes);
}

std::string inWords(const DisclosureReport& report, std::string_view language) {
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
          " combinations of what others may know; the smallest has " + number(report.smallest) + ".";
    if (report.rowsBelowK > 0)
        out += " " + number(report.rowsBelowK) + " rows share theirs with fewer than " + number(rules.k) + " people.";
    if (report.rowsBelowL > 0)
        out += " In " + number(report.rowsBelowL) + " rows the combination gives a sensitive answer away (fewer than " +
               number(rules.l) + " different ones).";
    if (report.rowsAboveT > 0)
        out += " In " + number(report.rowsAboveT) + " rows the sensitive answers lie too far from those of all.";
    return out + (report.safe() ? " This file keeps to the rules." : " This file must not be released like this.");
}

std::vector<LookAlikes> differencing(const std::vector<LookAlikes>& earlier, const DisclosureReport& now) {
    std::map<std::vector<std::string>, std::uint64_t> before;
    for (const auto& one : earlier)
        before[one.values] = one.rows;
    std::vector<LookAlikes> out;
    const auto compare = [&](const LookAlikes& one, std::uint64_t left, std::uint64_t right) {
        const auto change = left > right ? left - right : right - left;
        if (change > 0 && change < now.rules.k) out.push_back(one);
    };
    for (const auto& one : now.classes) {
        const auto found = before.find(one.values);
        compare(one, found == before.end() ? 0 : found->second, one.rows);
        if (found != before.end()) before.erase(found);
    }
    for (const auto& one : earlier)
        if (before.contains(one.values)) compare(one, one.rows, 0);
    return out;
}

} // namespace peil::exports
