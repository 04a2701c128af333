// SPDX-License-Identifier: Apache-2.0
#include "person_table.h"

#include "columns.h"
#include "table_reader.h"

#include <algorithm>

namespace peil::exports {

ColumnName splitColumn(std::string_view name) {
    const auto slash = name.find('/');
    if (slash == std::string_view::npos) return {{}, name};
    return {name.substr(0, slash), name.substr(slash + 1)};
}

Result<PersonTable> PersonTable::create(std::span<TableSource* const> tables, const std::vector<std::string>& columns,
                                        const Progress& progress) {
    PersonTable out(*tables.front());
    for (const auto& name : columns) {
        const auto repeat = splitColumn(name).table;
        if (repeat.empty()) continue;
        const auto found =
            std::ranges::find_if(tables, [&](const TableSource* one) { return one->table().name == repeat; });
        if (found == tables.end())
            return fail(ExportErrc::BadName, "There is no repeat \"" + std::string(repeat) +
                                                 "\" for the disclosure check; correct the study file.");
        PEIL_CHECK(out.add(**found, name, progress));
    }
    return out;
}

Result<> PersonTable::add(TableSource& repeat, const std::string& name, const Progress& progress) {
    PEIL_TRY(const auto index, columnIndex(repeat.table(), splitColumn(name).column, "for the disclosure check"));
    Answers answers;
    PEIL_CHECK(forEachRow(repeat, progress, 0, 1, 0, [&](const Row& row) -> Result<> {
        const auto person = row.parentKey.substr(0, row.parentKey.find('/'));
        answers[std::string(person)].push_back(valueText(repeat.table().variables[index], row.cells[index]));
        return {};
    }));
    for (auto& [person, given] : answers)
        std::sort(given.begin(), given.end()); // the order of the rows must not identify anyone
    m_answers.push_back(std::move(answers));
    Variable variable;
    variable.name = name;
    m_table.variables.push_back(std::move(variable));
    return {};
}

Result<bool> PersonTable::next(Row& row) {
    PEIL_TRY(const bool more, m_main->next(row));
    if (!more) return false;
    m_cells.assign(row.cells.begin(), row.cells.end());
    m_texts.assign(m_answers.size(), {});
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        if (const auto found = m_answers[i].find(row.key); found != m_answers[i].end())
            for (const auto& answer : found->second)
                m_texts[i] += answer + kBetweenAnswers;
        m_cells.push_back({MissingReason::None, 0, m_texts[i]}); // empty: no rows, which is an answer too
    }
    row.cells = m_cells;
    return true;
}

} // namespace peil::exports
