// SPDX-License-Identifier: Apache-2.0
#include "estimate_input.h"

#include "command.h"
#include "peil/base/error.h"
#include "peil/base/text.h"

#include <algorithm>
#include <cmath>

namespace peil::cli {
namespace {

tl::unexpected<Error> badCell(const NamedTable& source, std::size_t row, std::size_t column,
                              const std::string& expected) {
    return fail(CliErrc::BadInput, source.name + ", line " + std::to_string(source.table.lines[row]) + ", column " +
                                       source.table.header[column] + ": " + expected + " is expected here, not \"" +
                                       std::string(source.table.cell(row, column)) + "\"; correct the cell.");
}

Result<std::vector<double>> indicatorColumn(const NamedTable& source, std::size_t column) {
    std::vector<double> numbers;
    numbers.reserve(source.table.rows.size());
    for (std::size_t row = 0; row < source.table.rows.size(); ++row) {
        const auto cell = trim(source.table.cell(row, column));
        if (!cell.empty() && cell != "0" && cell != "1") return badCell(source, row, column, "1, 0 or nothing");
        numbers.push_back(cell.empty() ? estimation::kMissing : cell == "1" ? 1.0 : 0.0);
    }
    return numbers;
}

Result<estimation::Design> readDesign(const NamedTable& source, const EstimateColumns& columns) {
    estimation::DesignColumns design;
    design.rows = source.table.rows.size();
    if (!columns.strata.empty()) {
        PEIL_TRY(const auto column, findColumn(source.table, columns.strata, source.name));
        design.stratum = estimation::Factor::of(textColumn(source.table, column)).codes;
    }
    if (!columns.cluster.empty()) {
        PEIL_TRY(const auto column, findColumn(source.table, columns.cluster, source.name));
        design.cluster = estimation::Factor::of(textColumn(source.table, column)).codes;
    }
    if (!columns.weight.empty()) {
        PEIL_TRY(const auto column, findColumn(source.table, columns.weight, source.name));
        PEIL_TRY(design.weight, numberColumn(source, column, 0, 1));
    }
    if (!columns.frame.empty()) {
        PEIL_TRY(const auto column, findColumn(source.table, columns.frame, source.name));
        PEIL_TRY(design.frameSize, numberColumn(source, column, 1, 0));
    }
    return estimation::Design::create(std::move(design));
}

} // namespace

Result<NamedTable> readTable(const std::filesystem::path& file) {
    PEIL_TRY(const auto text, readText(file, kMaxTableBytes));
    auto table = parseCsv(text, {.maxBytes = kMaxTableBytes}, CsvSeparator::Detect);
    if (!table) return fail(table.error().code, file.string() + ": " + describe(table.error()));
    if (table->rows.empty())
        return fail(CliErrc::BadInput,
                    file.string() + " has no rows below its header; check that it is the right file.");
    return NamedTable{std::move(*table), file.string()};
}

std::vector<std::string> textColumn(const CsvTable& table, std::size_t column) {
    std::vector<std::string> cells;
    cells.reserve(table.rows.size());
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        cells.emplace_back(table.cell(row, column));
    return cells;
}

Result<std::vector<double>> numberColumn(const NamedTable& source, std::size_t column, double lowest,
                                         double whenEmpty) {
    std::vector<double> numbers;
    numbers.reserve(source.table.rows.size());
    for (std::size_t row = 0; row < source.table.rows.size(); ++row) {
        const auto cell = trim(source.table.cell(row, column));
        const auto number = cell.empty() ? std::optional(whenEmpty) : parseNumber(cell);
        if (!number || (!cell.empty() && (!std::isfinite(*number) || *number < lowest)))
            return badCell(source, row, column, "a number from " + formatNumber(lowest));
        numbers.push_back(*number);
    }
    return numbers;
}

Result<std::size_t> findColumn(const CsvTable& table, std::string_view name, const std::string& fileName) {
    if (const auto exact = table.column(name)) return *exact;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const std::string_view header = table.header[i];
        if (header.size() <= name.size() || !header.ends_with(name)) continue;
        const char before = header[header.size() - name.size() - 1];
        if (before == '-' || before == '/') found.push_back(i);
    }
    if (found.size() == 1) return found.front();
    if (found.empty()) return table.requireColumn(name, fileName);
    return fail(CliErrc::BadInput, fileName + " has several columns that end in \"" + std::string(name) +
                                       "\", such as " + table.header[found[0]] + " and " + table.header[found[1]] +
                                       "; give the whole name.");
}

Result<InterviewColumns> interviewsOf(const NamedTable& source, const EstimateColumns& columns) {
    PEIL_TRY(const auto group, findColumn(source.table, columns.group, source.name));
    PEIL_TRY(const auto inCare, findColumn(source.table, columns.inCare, source.name));
    PEIL_TRY(auto indicator, indicatorColumn(source, inCare));
    PEIL_TRY(auto design, readDesign(source, columns));
    InterviewColumns result{
        estimation::Factor::of(textColumn(source.table, group)), std::move(indicator), {}, std::move(design)};
    if (const auto trait = findColumn(source.table, columns.trait, source.name); trait && !columns.trait.empty()) {
        PEIL_TRY(result.trait, indicatorColumn(source, *trait));
    }
    return result;
}

Result<InterviewColumns> readInterviews(const std::filesystem::path& file, const EstimateColumns& columns) {
    PEIL_TRY(const auto source, readTable(file));
    return interviewsOf(source, columns);
}

Result<std::map<std::string, double>> registerOf(const NamedTable& source, const std::string& area) {
    const auto& table = source.table;
    PEIL_TRY(const auto groupColumn, table.requireColumn("group", source.name));
    PEIL_TRY(const auto areaColumn, table.requireColumn("area", source.name));
    PEIL_TRY(const auto countColumn, table.requireColumn("count", source.name));
    std::map<std::string, double> counts;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto count = parseNumber(trim(table.cell(row, countColumn)));
        if (!count || !std::isfinite(*count) || *count < 0)
            return badCell(source, row, countColumn, "a number of people");
        if (!area.empty() && trim(table.cell(row, areaColumn)) != area) continue;
        const std::string group(trim(table.cell(row, groupColumn)));
        const auto [known, isNew] = counts.emplace(group, *count);
        if (isNew) continue;
        if (!area.empty())
            return fail(CliErrc::BadInput, source.name + ", line " + std::to_string(table.lines[row]) +
                                               ": the group \"" + group + "\" has the area \"" + area +
                                               "\" twice; remove one of the lines.");
        known->second = std::max(known->second, *count);
    }
    if (counts.empty())
        return fail(CliErrc::BadInput, source.name + " has no area \"" + area +
                                           "\"; --area must be one of the values in the column area.");
    return counts;
}

Result<std::map<std::string, double>> readRegister(const std::filesystem::path& file, const std::string& area) {
    PEIL_TRY(const auto source, readTable(file));
    return registerOf(source, area);
}

} // namespace peil::cli
