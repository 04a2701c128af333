// SPDX-License-Identifier: Apache-2.0
#include "columns.h"

#include "peil/base/text.h"

namespace peil::exports {

Result<std::size_t> columnIndex(const Table& table, std::string_view column, std::string_view purpose) {
    for (std::size_t i = 0; i < table.variables.size(); ++i)
        if (columnOf(table.variables[i]) == column) return i;
    return fail(ExportErrc::BadName, "Table " + table.name + " has no column \"" + std::string(column) + "\" " +
                                         std::string(purpose) + "; correct the study file.");
}

std::string valueText(const Variable& variable, const Cell& cell) {
    if (cell.missing != MissingReason::None) return "(" + std::string(idOf(cell.missing)) + ")";
    return variable.type == VariableType::Number ? formatNumber(cell.number) : std::string(cell.text);
}

bool holdsChoice(std::string_view choices, std::string_view code) {
    for (std::size_t at = choices.find(code); at != std::string_view::npos; at = choices.find(code, at + 1)) {
        const auto end = at + code.size();
        const bool begins = at == 0 || choices[at - 1] == ' ';
        if (begins && (end == choices.size() || choices[end] == ' ')) return !code.empty();
    }
    return false;
}

} // namespace peil::exports
