// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/weights.h"

#include "peil/base/text.h"
#include "peil/estimation/calibration.h"

#include <algorithm>
#include <set>

namespace peil::analysis {
namespace {

using namespace estimation;

/// Weights as they are in the file, or made from visits; none when no column is named.
Result<std::vector<double>> rawWeights(const NamedTable& source, const EstimateColumns& columns) {
    if (!columns.weight.empty())
        return fullNumbers(source, columns.weight, 0,
                           "the weight is missing; give the row a weight, or 0 to leave it out.");
    if (columns.visits.empty()) return std::vector<double>{};
    PEIL_TRY(const auto visits,
             fullCounts(source, columns.visits,
                        "the number of visits is missing; fill it in, or remove the row from the file.",
                        {"a number of visits"}));
    std::vector<double> probability;
    if (!columns.probability.empty()) {
        PEIL_TRY(probability, fullNumbers(source, columns.probability, 0,
                                          "the probability is missing; fill it in, or remove the row from the file."));
    }
    return timeLocationWeights(visits, probability);
}

/// One margin of the totals: its categories, crossed with the group when the totals differ by group.
struct Margin {
    std::string column;
    Factor category;
    std::vector<double> totals;
};

struct TotalsTable {
    const NamedTable& source;
    std::size_t margin, category, total;
    std::optional<std::size_t> group;

    [[nodiscard]] std::string text(std::size_t row, std::size_t column) const {
        return std::string(trim(source.table.cell(row, column)));
    }
};

Result<Margin> marginOf(const NamedTable& data, const Factor& group, const TotalsTable& totals,
                        const std::vector<double>& numbers, const std::string& name) {
    PEIL_TRY(const auto column, findColumn(data, name));
    auto cells = textColumn(data, column);
    const auto keyOf = [&](const std::string& ofGroup, const std::string& category) {
        return totals.group ? ofGroup + ", " + category : category;
    };
    for (std::size_t row = 0; row < cells.size(); ++row)
        cells[row] = keyOf(group.levels[group.codes[row]], cells[row]);
    Margin margin{name, Factor::of(cells), {}};
    margin.totals.assign(margin.category.levels.size(), 0);
    std::set<std::string> seen;
    for (std::size_t row = 0; row < numbers.size(); ++row) {
        if (totals.text(row, totals.margin) != name) continue;
        const auto key = keyOf(totals.group ? totals.text(row, *totals.group) : "", totals.text(row, totals.category));
        if (!seen.insert(key).second)
            return fail(AnalysisErrc::BadInput, totals.source.name + ", line " +
                                                    std::to_string(totals.source.table.lines[row]) + ": the total of " +
                                                    name + " \"" + key + "\" occurs twice; remove one of the lines.");
        const auto code = margin.category.code(key);
        if (code == margin.category.levels.size()) {
            margin.category.levels.push_back(key);
            margin.totals.push_back(0);
        }
        margin.totals[code] = numbers[row];
    }
    return margin;
}

Result<std::vector<Margin>> marginsOf(const NamedTable& data, const Factor& group, const NamedTable& source) {
    const auto& table = source.table;
    PEIL_TRY(const auto margin, table.requireColumn("margin", source.name));
    PEIL_TRY(const auto category, table.requireColumn("category", source.name));
    PEIL_TRY(const auto total, table.requireColumn("total", source.name));
    PEIL_TRY(const auto numbers, fullCounts(source, "total", "the total is missing; fill it in."));
    const TotalsTable totals{source, margin, category, total, table.column("group")};
    std::vector<Margin> margins;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto name = totals.text(row, margin);
        const bool known =
            std::any_of(margins.begin(), margins.end(), [&](const Margin& one) { return one.column == name; });
        if (known) continue;
        PEIL_TRY(auto one, marginOf(data, group, totals, numbers, name));
        margins.push_back(std::move(one));
    }
    return margins;
}

/// Rows that the totals speak of: all, or those of the groups that the table names.
Domain domainOf(const Factor& group, const NamedTable& totals) {
    const auto column = totals.table.column("group");
    if (!column) return Domain::all(group.codes.size());
    std::set<std::string, std::less<>> named;
    for (std::size_t row = 0; row < totals.table.rows.size(); ++row)
        named.emplace(trim(totals.table.cell(row, *column)));
    return Domain::select(group.codes.size(),
                          [&](std::size_t row) { return named.contains(group.levels[group.codes[row]]); });
}

Result<Design> adjusted(const Design& design, const NamedTable& data, const Factor& group, const NamedTable& totals,
                        WeightNotes& notes) {
    PEIL_TRY(const auto margins, marginsOf(data, group, totals));
    const auto domain = domainOf(group, totals);
    std::vector<MarginTotals> known;
    for (const auto& margin : margins) {
        known.push_back({margin.category, margin.totals, margin.column});
        notes.margins.push_back(margin.column);
    }
    auto result = known.size() == 1 ? postStratify(design, domain, known.front()) : rake(design, domain, known);
    if (!result) return fail(result.error().code, totals.name + ": " + result.error().context);
    return result;
}

} // namespace

Result<WeightedDesign> designOf(const NamedTable& source, const AnalysisOptions& options, const Factor& group) {
    const auto& columns = options.columns;
    DesignColumns design;
    design.rows = source.table.rows.size();
    design.singleCluster = options.singleCluster;
    if (!columns.strata.empty()) {
        PEIL_TRY(const auto strata, fullFactor(source, columns.strata, "stratum"));
        design.stratum = strata.codes;
    }
    if (!columns.cluster.empty()) {
        PEIL_TRY(const auto clusters, fullFactor(source, columns.cluster, "cluster"));
        design.cluster = clusters.codes;
    }
    if (!columns.frame.empty()) {
        PEIL_TRY(design.frameSize,
                 fullCounts(source, columns.frame,
                            "the size of the frame is missing; give the number of clusters in the row's stratum.",
                            {"a number of clusters", 1}));
    }
    PEIL_TRY(design.weight, rawWeights(source, columns));
    WeightNotes notes;
    notes.weighted = !design.weight.empty();
    if (options.trim && !notes.weighted)
        return fail(AnalysisErrc::BadInput, "--trim needs weights; name their column with --weight or --visits.");
    if (options.trim) {
        PEIL_TRY(auto cut, trimWeights(design.weight, *options.trim));
        notes.limit = cut.limit;
        notes.trimmed = cut.trimmed;
        notes.kishDeffBefore = cut.kishDeffBefore;
        design.weight = std::move(cut.weights);
    }
    PEIL_TRY(auto made, Design::create(std::move(design)));
    if (options.totals.empty()) return WeightedDesign{std::move(made), std::move(notes), {}};
    PEIL_TRY(auto totals, readTable(options.totals));
    PEIL_TRY(auto fitted, adjusted(made, source, group, totals, notes));
    notes.weighted = true;
    return WeightedDesign{std::move(fitted), std::move(notes), std::move(totals)};
}

} // namespace peil::analysis
