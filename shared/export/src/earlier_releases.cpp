// SPDX-License-Identifier: Apache-2.0
#include "earlier_releases.h"

#include "table_reader.h"

#include <algorithm>

namespace peil::exports {
namespace {

std::string membership(const std::vector<EarlierRelease>& earlier, std::string_view key) {
    std::string text;
    for (const auto& one : earlier)
        text += one.keys.contains(key) ? '1' : '0';
    return text;
}

/// How many rows are in which set of releases.
Result<std::map<std::string, std::uint64_t>> groupsOf(TableSource& main, const std::vector<EarlierRelease>& earlier,
                                                      const Progress& progress) {
    std::map<std::string, std::uint64_t> groups;
    PEIL_CHECK(forEachRow(main, progress, 0, 1, 0, [&](const Row& row) -> Result<> {
        ++groups[membership(earlier, row.key)];
        return {};
    }));
    return groups;
}

std::string people(std::uint64_t count) {
    return std::to_string(count) + (count == 1 ? " person" : " people");
}

} // namespace

EarlierTable::EarlierTable(TableSource& source, const std::vector<EarlierRelease>& earlier)
    : m_source(&source)
    , m_earlier(&earlier)
    , m_table(source.table()) {
    Variable variable;
    variable.name = kEarlierColumn;
    m_table.variables.push_back(std::move(variable));
}

Result<bool> EarlierTable::next(Row& row) {
    PEIL_TRY(const bool more, m_source->next(row));
    if (!more) return false;
    m_cells.assign(row.cells.begin(), row.cells.end());
    m_text = membership(*m_earlier, row.key);
    m_cells.push_back(Cell::of(std::string_view(m_text)));
    row.cells = m_cells;
    return true;
}

Result<std::uint64_t> singledOut(TableSource& main, const std::vector<EarlierRelease>& earlier, std::uint64_t k,
                                 const Progress& progress) {
    std::uint64_t people = 0;
    for (const auto& one : earlier)
        people += one.gone;
    PEIL_TRY(const auto groups, groupsOf(main, earlier, progress));
    for (const auto& [unused, rows] : groups)
        if (rows < k && !earlier.empty()) people += rows;
    return people;
}

Result<> refuseDifferences(TableSource& main, const std::vector<EarlierRelease>& earlier, std::uint64_t k,
                           const Progress& progress) {
    for (const auto& one : earlier)
        if (one.gone > 0)
            return fail(
                ExportErrc::Unsafe,
                people(one.gone) + " of the earlier release " + one.name +
                    " withdrew, changed or no longer count, so anyone who has both releases could single them out; ask "
                    "all recipients to delete the earlier release, then recall it with peil release recall.");
    PEIL_TRY(const auto groups, groupsOf(main, earlier, progress));
    for (const auto& [releases, rows] : groups) {
        if (rows >= k || earlier.empty()) continue;
        const auto missing = releases.find('0');
        if (missing == std::string::npos) continue; // everyone is in all of them
        return fail(
            ExportErrc::Unsafe,
            people(rows) + (rows == 1 ? " is" : " are") + " in this release but not in the earlier release " +
                earlier[missing].name +
                ", so anyone who has both releases could single them out; wait until there are at least " +
                std::to_string(k) +
                ", or ask all recipients to delete the earlier release, then recall it with peil release recall.");
    }
    return {};
}

Suppression withoutFirstColumn(Suppression suppression) {
    suppression.columns.erase(suppression.columns.begin());
    for (auto& [key, places] : suppression.rows) {
        std::set<std::size_t> moved;
        for (const auto place : places)
            moved.insert(place - 1);
        places = std::move(moved);
    }
    return suppression;
}

} // namespace peil::exports
