// SPDX-License-Identifier: Apache-2.0
#include "report_input.h"

#include "peil/base/text.h"
#include "peil/crypto/seal.h"

#include <algorithm>

namespace peil::cli {
namespace {

using estimation::Factor;

Result<InputFile> inputFile(const std::string& option, const std::filesystem::path& file, std::size_t rows) {
    PEIL_TRY(const auto text, readText(file, kMaxTableBytes));
    return InputFile{option, file.filename().string(), toHex(crypto::sha256(bytesOf(text))), rows};
}

/// The column as a factor, or nothing, which is then noted.
std::optional<Factor> optionalFactor(ReportInput& input, const NamedTable& source, const std::string& column) {
    if (const auto found = findColumn(source.table, column, source.name))
        return Factor::of(textColumn(source.table, *found));
    input.absentColumns.push_back(column);
    return std::nullopt;
}

/// A column that was named must be there; one that was only guessed need not.
Result<> readPlaces(ReportInput& input, const NamedTable& source, const ReportOptions& options) {
    const auto& places = options.places;
    const auto& columns = options.analysis.columns;
    for (const auto& named : {places.city, places.site})
        if (!named.empty()) PEIL_CHECK(findColumn(source.table, named, source.name));
    const auto orElse = [](const std::string& a, const std::string& b, const std::string& c) {
        return !a.empty() ? a : !b.empty() ? b : c;
    };
    input.city = optionalFactor(input, source, orElse(places.city, columns.strata, "city"));
    input.site = optionalFactor(input, source, orElse(places.site, columns.cluster, "site"));
    input.siteType = optionalFactor(input, source, places.siteType);
    input.code = optionalFactor(input, source, places.code);
    if (!input.siteType && !options.registerRun.empty())
        return fail(CliErrc::BadInput,
                    source.name + " has no column " + places.siteType + "; --register-run needs it to know the sites.");
    return {};
}

Result<> readTimes(ReportInput& input, const NamedTable& source, const ReportOptions& options) {
    if (const auto week = findColumn(source.table, options.places.week, source.name)) {
        PEIL_TRY(input.week, numberColumn(source, *week, 0, estimation::kMissing));
    } else {
        input.absentColumns.push_back(options.places.week);
    }
    const auto date = findColumn(source.table, options.places.date, source.name);
    if (!date) {
        input.absentColumns.push_back(options.places.date);
        return {};
    }
    for (const auto& cell : textColumn(source.table, *date)) {
        const auto day = cell.substr(0, 10);
        if (day.size() < 10) continue;
        if (input.firstDate.empty() || day < input.firstDate) input.firstDate = day;
        input.lastDate = std::max(input.lastDate, day);
    }
    return {};
}

/// Counts by area. registerOf has checked the cells.
void readAreas(ReportInput& input, const NamedTable& source) {
    const auto& table = source.table;
    const auto group = table.column("group"), area = table.column("area"), count = table.column("count");
    const auto year = table.column("year");
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string name(trim(table.cell(row, *group)));
        input.registerByArea[name].emplace(std::string(trim(table.cell(row, *area))),
                                           parseNumber(trim(table.cell(row, *count))).value_or(0));
        if (year && !trim(table.cell(row, *year)).empty()) input.registerYears.emplace(trim(table.cell(row, *year)));
    }
}

/// Sizes in the columns group, published_n, published_lower and published_upper; rows without published_n are skipped.
Result<> readPublished(ReportInput& input, const NamedTable& source) {
    const auto& table = source.table;
    PEIL_TRY(const auto group, table.requireColumn("group", source.name));
    PEIL_TRY(const auto size, table.requireColumn("published_n", source.name));
    PEIL_TRY(const auto lower, table.requireColumn("published_lower", source.name));
    PEIL_TRY(const auto upper, table.requireColumn("published_upper", source.name));
    PEIL_TRY(const auto sizes, numberColumn(source, size, 0, estimation::kMissing));
    PEIL_TRY(const auto lowers, numberColumn(source, lower, 0, estimation::kMissing));
    PEIL_TRY(const auto uppers, numberColumn(source, upper, 0, estimation::kMissing));
    const auto known = [](double value) { return value == value ? std::optional(value) : std::nullopt; };
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        if (known(sizes[row]))
            input.published.emplace(std::string(trim(table.cell(row, group))),
                                    PublishedSize{sizes[row], known(lowers[row]), known(uppers[row])});
    return {};
}

} // namespace

Result<ReportInput> readReportInput(const ReportOptions& options) {
    const auto& analysis = options.analysis;
    PEIL_TRY(const auto benchmark, readTable(analysis.benchmark));
    PEIL_TRY(auto counts, registerOf(benchmark, analysis.area));
    PEIL_TRY(const auto data, readTable(analysis.data));
    PEIL_TRY(auto rows, interviewsOf(data, analysis.columns));
    ReportInput input{std::move(rows), {}, {}, {}, {}, {}, {}, {}, std::move(counts), {}, {}, {}, {}, {}};
    PEIL_CHECK(readPlaces(input, data, options));
    PEIL_CHECK(readTimes(input, data, options));
    readAreas(input, benchmark);
    PEIL_TRY(auto dataFile, inputFile("--data", analysis.data, data.table.rows.size()));
    PEIL_TRY(auto benchmarkFile, inputFile("--benchmark", analysis.benchmark, benchmark.table.rows.size()));
    input.files = {std::move(dataFile), std::move(benchmarkFile)};
    if (!options.published.empty()) {
        PEIL_TRY(const auto published, readTable(options.published));
        PEIL_CHECK(readPublished(input, published));
        PEIL_TRY(auto file, inputFile("--published", options.published, published.table.rows.size()));
        input.files.push_back(std::move(file));
    } else if (benchmark.table.column("published_n")) {
        PEIL_CHECK(readPublished(input, benchmark));
    }
    return input;
}

} // namespace peil::cli
