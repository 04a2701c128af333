// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/tables.h"

#include "peil/analysis/analysis_error.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/crypto/seal.h"

#include <cmath>

namespace peil::analysis {
namespace {

tl::unexpected<Error> refuse(const NamedTable& source, std::size_t row, std::size_t column,
                             const std::string& sentence) {
    return fail(AnalysisErrc::BadInput, source.name + ", line " + std::to_string(source.table.lines[row]) +
                                            ", column " + source.table.header[column] + ": " + sentence);
}

tl::unexpected<Error> badCell(const NamedTable& source, std::size_t row, std::size_t column, std::string_view expected,
                              std::string_view cure) {
    return refuse(source, row, column,
                  std::string(expected) + " is expected here, not \"" + std::string(source.table.cell(row, column)) +
                      "\"; " + std::string(cure) + ".");
}

/// Every cell of a column by one of the parsers of CsvColumn, from `lowest`; `what` is the sentence's name for a cell.
Result<std::vector<double>> readColumn(const NamedTable& source, std::size_t column,
                                       CellValue (CsvColumn::*parse)(std::size_t) const, double lowest,
                                       std::string_view what = {}) {
    const CsvColumn cells(source.table, column);
    std::vector<double> values;
    values.reserve(cells.size());
    for (std::size_t row = 0; row < cells.size(); ++row) {
        const auto value = (cells.*parse)(row);
        if (!value)
            return badCell(source, row, column, what.empty() ? value.error().expected : what, value.error().cure);
        if (*value < lowest)
            return badCell(source, row, column, "a number from " + formatNumber(lowest), "correct the cell");
        values.push_back(*value);
    }
    return values;
}

Result<std::vector<double>> withoutGaps(const NamedTable& source, std::size_t column, std::vector<double> numbers,
                                        const char* cure) {
    for (std::size_t row = 0; row < numbers.size(); ++row)
        if (std::isnan(numbers[row])) return refuse(source, row, column, cure);
    return numbers;
}

} // namespace

Result<NamedTable> readTable(const std::filesystem::path& file) {
    PEIL_TRY(const auto text, readTextFile(file, kMaxTableBytes));
    auto table = parseCsv(text, {.maxBytes = kMaxTableBytes});
    if (!table) return fail(table.error().code, file.string() + ": " + describe(table.error()));
    if (table->rows.empty())
        return fail(AnalysisErrc::BadInput,
                    file.string() + " has no rows below its header; check that it is the right file.");
    return NamedTable{std::move(*table), file.string(), toHex(crypto::sha256(bytesOf(text)))};
}

Result<std::size_t> findColumn(const NamedTable& source, std::string_view name) {
    const auto& table = source.table;
    if (const auto exact = table.column(name)) return *exact;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const std::string_view header = table.header[i];
        if (header.size() <= name.size() || !header.ends_with(name)) continue;
        const char before = header[header.size() - name.size() - 1];
        if (before == '-' || before == '/') found.push_back(i);
    }
    if (found.size() == 1) return found.front();
    if (found.empty()) return table.requireColumn(name, source.name);
    return fail(AnalysisErrc::BadInput, source.name + " has several columns that end in \"" + std::string(name) +
                                            "\", such as " + table.header[found[0]] + " and " + table.header[found[1]] +
                                            "; give the full name.");
}

std::vector<std::string> textColumn(const NamedTable& source, std::size_t column) {
    const CsvColumn texts(source.table, column);
    std::vector<std::string> cells;
    cells.reserve(texts.size());
    for (std::size_t row = 0; row < texts.size(); ++row)
        cells.emplace_back(texts.text(row));
    return cells;
}

Result<estimation::Factor> fullFactor(const NamedTable& source, const std::string& name, const char* what) {
    PEIL_TRY(const auto column, findColumn(source, name));
    const auto cells = textColumn(source, column);
    for (std::size_t row = 0; row < cells.size(); ++row)
        if (cells[row].empty())
            return refuse(source, row, column,
                          std::string("the ") + what + " is missing; fill it in, or remove the row from the file.");
    return estimation::Factor::of(cells);
}

Result<std::vector<double>> numberColumn(const NamedTable& source, std::size_t column, double lowest) {
    return readColumn(source, column, &CsvColumn::number, lowest);
}

Result<std::vector<double>> countColumn(const NamedTable& source, std::size_t column, const Counted& counted) {
    return readColumn(source, column, &CsvColumn::count, counted.lowest, counted.what);
}

Result<std::vector<double>> fullNumbers(const NamedTable& source, const std::string& name, double lowest,
                                        const char* cure) {
    PEIL_TRY(const auto column, findColumn(source, name));
    PEIL_TRY(auto numbers, numberColumn(source, column, lowest));
    return withoutGaps(source, column, std::move(numbers), cure);
}

Result<std::vector<double>> fullCounts(const NamedTable& source, const std::string& name, const char* cure,
                                       const Counted& counted) {
    PEIL_TRY(const auto column, findColumn(source, name));
    PEIL_TRY(auto counts, countColumn(source, column, counted));
    return withoutGaps(source, column, std::move(counts), cure);
}

Result<std::vector<double>> indicatorColumn(const NamedTable& source, std::size_t column) {
    return readColumn(source, column, &CsvColumn::indicator, 0);
}

} // namespace peil::analysis
