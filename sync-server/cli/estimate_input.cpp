// SPDX-License-Identifier: Apache-2.0
#include "estimate_input.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace peil::cli {
namespace {

using estimation::Factor;

/// People by group: in the area asked for; without one, in the area with the largest count of each group.
Result<std::map<std::string, double>> registerOf(const NamedTable& source, const std::string& area) {
    const auto& table = source.table;
    PEIL_TRY(const auto groupColumn, table.requireColumn("group", source.name));
    PEIL_TRY(const auto areaColumn, table.requireColumn("area", source.name));
    PEIL_TRY(const auto numbers, fullCounts(source, "count", "the number of people is missing; fill it in."));
    std::map<std::string, double> counts;
    std::set<std::pair<std::string, std::string>> seen;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string here(trim(table.cell(row, areaColumn)));
        if (!area.empty() && here != area) continue;
        const std::string group(trim(table.cell(row, groupColumn)));
        if (!seen.emplace(group, here).second)
            return fail(CliErrc::BadInput, source.name + ", line " + std::to_string(table.lines[row]) +
                                               ", column area: the group \"" + group + "\" has the area \"" + here +
                                               "\" twice; keep the line of one register and one period.");
        const auto [known, isNew] = counts.emplace(group, numbers[row]);
        if (!isNew) known->second = std::max(known->second, numbers[row]);
    }
    if (counts.empty())
        return fail(CliErrc::BadInput, source.name + " has no area \"" + area +
                                           "\"; --area must be one of the values in the column area.");
    return counts;
}

/// Counts by area, and years. registerOf has checked the cells.
void readAreas(EstimateInput& input, const NamedTable& source) {
    const auto& table = source.table;
    const auto group = table.column("group"), area = table.column("area");
    const CsvColumn counts(table, *findColumn(source, "count"));
    const auto year = table.column("year");
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string name(trim(table.cell(row, *group)));
        input.registerByArea[name].emplace(std::string(trim(table.cell(row, *area))), counts.count(row).value_or(0));
        if (year && !trim(table.cell(row, *year)).empty()) input.registerYears.emplace(trim(table.cell(row, *year)));
    }
}

/// A column that was named must be there; one that was only guessed need not.
Result<> readPlaces(EstimateInput& input, const NamedTable& source, const AnalysisOptions& options) {
    const auto& places = options.places;
    const auto& columns = options.columns;
    for (const auto& named : {places.city, places.site})
        if (!named.empty()) PEIL_CHECK(findColumn(source, named));
    const auto orElse = [](const std::string& a, const std::string& b, const std::string& c) {
        return !a.empty() ? a : !b.empty() ? b : c;
    };
    const auto read = [&](const std::string& name) {
        auto factor = optionalFactor(source, name);
        if (!factor) input.absentColumns.push_back(name);
        return factor;
    };
    input.city = read(orElse(places.city, columns.strata, "city"));
    input.site = read(orElse(places.site, columns.cluster, "site"));
    input.siteType = read(places.siteType);
    input.code = read(places.code);
    if (!input.siteType && !options.registerRun.empty())
        return fail(CliErrc::BadInput,
                    source.name + " has no column " + places.siteType + "; --register-run needs it to know the sites.");
    return {};
}

Result<> readTimes(EstimateInput& input, const NamedTable& source, const PlaceColumns& places) {
    if (const auto week = findColumn(source, places.week)) {
        PEIL_TRY(input.week, numberColumn(source, *week, 0));
    } else {
        input.absentColumns.push_back(places.week);
    }
    const auto date = findColumn(source, places.date);
    if (!date) {
        input.absentColumns.push_back(places.date);
        return {};
    }
    for (const auto& cell : textColumn(source, *date)) {
        const auto day = cell.substr(0, 10);
        if (day.size() < 10) continue;
        if (input.firstDate.empty() || day < input.firstDate) input.firstDate = day;
        input.lastDate = std::max(input.lastDate, day);
    }
    return {};
}

Result<> readOthers(EstimateInput& input, const NamedTable& data, const AnalysisOptions& options) {
    for (const auto& other : options.others) {
        PEIL_TRY(const auto column, findColumn(data, other.column));
        PEIL_TRY(auto indicator, indicatorColumn(data, column));
        PEIL_TRY(const auto source, readTable(other.benchmark));
        PEIL_TRY(auto counts, registerOf(source, options.area));
        input.files.push_back(inputFileOf("--also", source));
        input.others.push_back({other.column, std::move(indicator), std::move(counts)});
    }
    return {};
}

Result<> readStudy(EstimateInput& input, const std::filesystem::path& place) {
    if (place.empty()) return {};
    PEIL_TRY(input.declared, readDeclaredStudy(place));
    input.files.push_back({"--study", "study.toml", input.declared->sha256, 0});
    return {};
}

} // namespace

InputFile inputFileOf(const std::string& option, const NamedTable& source) {
    return {option, std::filesystem::path(source.name).filename().string(), source.sha256, source.table.rows.size()};
}

Result<EstimateInput> readEstimateInput(const AnalysisOptions& options) {
    const auto& columns = options.columns;
    PEIL_TRY(const auto benchmark, readTable(options.benchmark));
    PEIL_TRY(auto counts, registerOf(benchmark, options.area));
    PEIL_TRY(const auto data, readTable(options.data));
    PEIL_TRY(const auto groupColumn, findColumn(data, columns.group));
    PEIL_TRY(const auto careColumn, findColumn(data, columns.inCare));
    auto group = Factor::of(textColumn(data, groupColumn));
    PEIL_TRY(auto inCare, indicatorColumn(data, careColumn));
    PEIL_TRY(auto design, designOf(data, options, group));
    auto totals = std::move(design.totals);
    EstimateInput input(std::move(design));
    input.group = std::move(group);
    input.inCare = std::move(inCare);
    input.register_ = std::move(counts);
    if (const auto trait = findColumn(data, columns.trait); trait && !columns.trait.empty()) {
        PEIL_TRY(input.trait, indicatorColumn(data, *trait));
    }
    PEIL_CHECK(readPlaces(input, data, options));
    PEIL_CHECK(readTimes(input, data, options.places));
    readAreas(input, benchmark);
    input.files = {inputFileOf("--data", data), inputFileOf("--benchmark", benchmark)};
    if (totals) input.files.push_back(inputFileOf("--totals", *totals));
    PEIL_CHECK(readOthers(input, data, options));
    PEIL_CHECK(readStudy(input, options.study));
    return input;
}

} // namespace peil::cli
