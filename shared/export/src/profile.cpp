// SPDX-License-Identifier: Apache-2.0
#include "peil/base/text.h"
#include "peil/export/codebook.h"
#include "stat_plan.h"
#include "table_reader.h"

#include <algorithm>
#include <cmath>

namespace peil::exports {
namespace {

/// Places of a choice's codes; built once a table.
using Places = ChoiceCodes<std::size_t>;

Places placesOf(const Variable& variable) {
    Places places;
    for (std::size_t i = 0; i < variable.values.size(); ++i)
        places.add(variable.values[i].value, i);
    return places;
}

void countChoice(std::string_view code, const Places& places, VariableProfile& out) {
    if (const auto* place = places.find(code); place != nullptr)
        ++out.frequencies[*place];
    else
        ++out.otherValues;
}

/// Welford's running mean and sum of squares; `standardDeviation` holds the latter until finish().
void countNumber(double value, VariableProfile& out) {
    if (out.valid == 1) out.minimum = out.maximum = value;
    out.minimum = std::min(out.minimum, value);
    out.maximum = std::max(out.maximum, value);
    out.wholeNumbers = out.wholeNumbers && value == std::floor(value);
    const double before = value - out.mean;
    out.mean += before / static_cast<double>(out.valid);
    out.standardDeviation += before * (value - out.mean);
}

void countDate(std::string_view day, VariableProfile& out) {
    if (!daysOf(day)) ++out.otherValues;
    if (out.valid == 1 || day < out.firstDate) out.firstDate = day;
    if (out.valid == 1 || day > out.lastDate) out.lastDate = day;
}

void count(const Variable& variable, const Cell& cell, const Places& places, VariableProfile& out) {
    if (cell.missing != MissingReason::None) {
        ++out.missing[static_cast<std::size_t>(cell.missing)];
        return;
    }
    ++out.valid;
    out.longestText = std::max(out.longestText, cell.text.size());
    switch (variable.type) {
    case VariableType::Number:
        countNumber(cell.number, out);
        break;
    case VariableType::Date:
        countDate(cell.text, out);
        break;
    case VariableType::Choice:
        countChoice(cell.text, places, out);
        break;
    case VariableType::Choices:
        for (const auto code : splitWhitespace(cell.text))
            countChoice(code, places, out);
        break;
    case VariableType::Text:
        break;
    }
}

} // namespace

std::uint64_t VariableProfile::missingTotal() const {
    std::uint64_t sum = 0;
    for (const auto one : missing)
        sum += one;
    return sum;
}

bool VariableProfile::hasReasons() const {
    return missingTotal() > missing[static_cast<std::size_t>(MissingReason::Missing)];
}

Result<TableProfile> profile(TableSource& source, const Progress& progress) {
    const auto& table = source.table();
    TableProfile out;
    out.variables.resize(table.variables.size());
    std::vector<Places> places;
    for (std::size_t i = 0; i < table.variables.size(); ++i) {
        places.push_back(placesOf(table.variables[i]));
        out.variables[i].frequencies.assign(table.variables[i].values.size(), 0);
    }
    PEIL_CHECK(forEachRow(source, progress, 0, 1, 0, [&](const Row& row) -> Result<> {
        ++out.rows;
        out.longestKey = std::max(out.longestKey, row.key.size());
        out.longestParentKey = std::max(out.longestParentKey, row.parentKey.size());
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& cell = row.cells[i];
            const bool number = table.variables[i].type == VariableType::Number;
            if (cell.missing == MissingReason::None && number && !std::isfinite(cell.number))
                return fail(ExportErrc::BadRow, "Row " + std::to_string(out.rows) + " of table " + table.name +
                                                    " has a value in " + columnOf(table.variables[i]) +
                                                    " that is not a number.");
            count(table.variables[i], cell, places[i], out.variables[i]);
        }
        return {};
    }));
    for (auto& variable : out.variables)
        variable.standardDeviation =
            variable.valid > 1 ? std::sqrt(variable.standardDeviation / static_cast<double>(variable.valid - 1)) : 0;
    return out;
}

} // namespace peil::exports
