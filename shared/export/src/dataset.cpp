// SPDX-License-Identifier: Apache-2.0
#include "peil/export/dataset.h"

#include <set>

namespace peil::exports {
namespace {

constexpr EnumText<MissingReason> kReasons[] = {{MissingReason::None, ""},
                                                {MissingReason::Missing, "missing"},
                                                {MissingReason::NotRelevant, "not_relevant"},
                                                {MissingReason::BrokenOff, "broken_off"},
                                                {MissingReason::Skipped, idOf(NoAnswer::Skipped)},
                                                {MissingReason::Refused, idOf(NoAnswer::Refused)},
                                                {MissingReason::DontKnow, idOf(NoAnswer::DontKnow)}};

} // namespace

std::string_view idOf(MissingReason reason) {
    return textIn(kReasons, reason);
}

MissingReason missingReason(std::string_view word) {
    return valueIn(kReasons, word).value_or(MissingReason::None);
}

std::string_view idOf(VariableType type) {
    using enum VariableType;
    static constexpr EnumText<VariableType> kTexts[] = {
        {Number, "number"}, {Text, "text"}, {Date, "date"}, {Choice, "select_one"}, {Choices, "select_multiple"}};
    return textIn(kTexts, type);
}

std::string_view idOf(TypeOrigin origin) {
    using enum TypeOrigin;
    static constexpr EnumText<TypeOrigin> kTexts[] = {{Form, "form"}, {Study, "study"}, {Inferred, "inferred"}};
    return textIn(kTexts, origin);
}

std::string_view Labels::in(std::string_view language) const {
    for (const auto wanted : {language, std::string_view("en")})
        if (const auto found = m_texts.find(wanted); found != m_texts.end() && !found->second.empty())
            return found->second;
    for (const auto& [tag, text] : m_texts)
        if (!text.empty()) return text;
    return {};
}

std::string columnOf(const Variable& variable) {
    std::string column;
    for (const auto& group : variable.groups)
        column += group + "-";
    return column + variable.name;
}

std::vector<std::string> columnNames(const Table& table) {
    std::vector<std::string> names;
    std::set<std::string> wanted, used{"KEY"};
    if (!table.parent.empty()) used.insert("PARENT_KEY");
    for (const auto& variable : table.variables)
        wanted.insert(names.emplace_back(columnOf(variable)));
    for (auto& name : names) {
        if (used.insert(name).second) continue;
        const auto base = name;
        for (std::size_t number = 2; wanted.contains(name) || !used.insert(name).second; ++number)
            name = base + "_" + std::to_string(number);
    }
    return names;
}

Result<> MemoryTable::append(const Row& row) {
    if (row.cells.size() != m_table.variables.size())
        return fail(ExportErrc::BadRow, "A row of table " + m_table.name + " has " + std::to_string(row.cells.size()) +
                                            " cells for " + std::to_string(m_table.variables.size()) + " variables.");
    Stored stored{std::string(row.key), std::string(row.parentKey), {}, {row.cells.begin(), row.cells.end()}, {}};
    stored.lengths.reserve(row.cells.size());
    for (const auto& cell : row.cells) {
        stored.lengths.push_back(static_cast<std::uint32_t>(cell.text.size()));
        stored.text += cell.text;
    }
    m_rows.push_back(std::move(stored));
    return {};
}

Result<> MemoryTable::rewind() {
    m_next = 0;
    return {};
}

Result<bool> MemoryTable::next(Row& row) {
    if (m_next == m_rows.size()) return false;
    const auto& stored = m_rows[m_next++];
    m_current = stored.cells;
    std::size_t at = 0;
    for (std::size_t i = 0; i < m_current.size(); ++i) {
        m_current[i].text = std::string_view(stored.text).substr(at, stored.lengths[i]);
        at += stored.lengths[i];
    }
    row = {stored.key, stored.parentKey, m_current};
    return true;
}

} // namespace peil::exports
