// SPDX-License-Identifier: Apache-2.0
#include "peil/export/suppression.h"

#include "columns.h"
#include "look_alikes.h"
#include "person_table.h"
#include "table_reader.h"

#include <algorithm>

namespace peil::exports {
namespace {

constexpr std::size_t kMostTrials = 4096; ///< of one class; above it all of its answers go

class Search {
public:
    Search(const LookAlikeIndex& index, const DisclosureRules& rules, const std::vector<std::string>& kept)
        : m_index(index)
        , m_rules(rules) {
        for (auto i = rules.quasiIdentifiers.size(); i-- > 0;)
            if (std::ranges::find(kept, rules.quasiIdentifiers[i]) == kept.end()) m_order.push_back(i);
    }

    /// The places to empty; none when the values keep to the rules, or when nothing helps.
    std::set<std::size_t> find(const LookAlikeIndex::Values& values) {
        if (m_index.seen(values).keeps(m_rules)) return {};
        m_values = values;
        m_choice.clear();
        for (const auto i : m_order)
            if (values[i] != m_index.open(i)) m_choice.push_back(i);
        m_trials = 0;
        for (std::size_t count = 1; count < m_choice.size(); ++count)
            if (std::set<std::size_t> chosen; m_trials < kMostTrials && choose(0, count, chosen)) return chosen;
        std::set<std::size_t> all(m_choice.begin(), m_choice.end());
        return helps(all) ? all : std::set<std::size_t>();
    }

private:
    bool helps(const std::set<std::size_t>& chosen) {
        auto values = m_values;
        for (const auto i : chosen)
            values[i] = m_index.open(i);
        return m_index.seen(values).keeps(m_rules);
    }

    /// Tries every choice of `count` places from `from` on, the least important first.
    bool choose(std::size_t from, std::size_t count, std::set<std::size_t>& chosen) {
        if (count == 0) return ++m_trials <= kMostTrials && helps(chosen);
        for (std::size_t i = from; i + count <= m_choice.size() && m_trials < kMostTrials; ++i) {
            chosen.insert(m_choice[i]);
            if (choose(i + 1, count - 1, chosen)) return true;
            chosen.erase(m_choice[i]);
        }
        return false;
    }

    const LookAlikeIndex& m_index;
    const DisclosureRules& m_rules;
    std::vector<std::size_t> m_order;  ///< places that may be emptied, the least important first
    std::vector<std::size_t> m_choice; ///< those of the class being checked
    LookAlikeIndex::Values m_values;
    std::size_t m_trials = 0;
};

/// What goes of one table.
struct Part {
    std::vector<std::pair<std::size_t, std::size_t>> cells; ///< place in Suppression::columns, variable
    std::vector<std::size_t> wholeRows;                     ///< places whose answers are the rows of this table
};

bool isBelow(const Table& table, std::string_view repeat, std::span<TableSource* const> tables) {
    for (auto name = std::string_view(table.name); !name.empty();) {
        if (name == repeat) return true;
        const auto found = std::ranges::find_if(tables, [&](const auto* one) { return one->table().name == name; });
        name = found == tables.end() ? std::string_view() : std::string_view((*found)->table().parent);
    }
    return false;
}

Result<Part> partOf(const Table& table, bool main, const Suppression& suppression,
                    std::span<TableSource* const> tables) {
    Part part;
    for (std::size_t i = 0; i < suppression.columns.size(); ++i) {
        const auto [repeat, column] = splitColumn(suppression.columns[i]);
        if (main && repeat.empty()) {
            PEIL_TRY(const auto index, columnIndex(table, column, "to suppress"));
            part.cells.emplace_back(i, index);
        } else if (!main && !repeat.empty() && isBelow(table, repeat, tables)) {
            part.wholeRows.push_back(i);
        }
    }
    return part;
}

} // namespace

std::vector<std::uint64_t> Suppression::cells() const {
    std::vector<std::uint64_t> out(columns.size());
    for (const auto& [key, places] : rows)
        for (const auto place : places)
            ++out[place];
    return out;
}

Result<Suppression> findSuppression(TableSource& people, const DisclosureRules& rules,
                                    const std::vector<std::string>& kept, const Progress& progress) {
    PEIL_TRY(const auto index, LookAlikeIndex::read(people, rules, progress));
    Search search(index, rules, kept);
    std::map<LookAlikeIndex::Values, std::set<std::size_t>> places;
    for (const auto& [values, unused] : index.classes())
        if (auto found = search.find(values); !found.empty()) places.emplace(values, std::move(found));
    Suppression out{rules.quasiIdentifiers, {}};
    if (places.empty()) return out;
    PEIL_CHECK(forEachRow(people, progress, 0, 1, 0, [&](const Row& row) -> Result<> {
        if (const auto found = places.find(index.valuesOf(row)); found != places.end())
            out.rows.emplace(std::string(row.key), found->second);
        return {};
    }));
    return out;
}

Result<std::deque<MemoryTable>> applySuppression(std::span<TableSource* const> tables, const Suppression& suppression,
                                                 const Progress& progress) {
    std::deque<MemoryTable> out;
    for (auto* source : tables) {
        const bool main = source == tables.front();
        PEIL_TRY(const auto part, partOf(source->table(), main, suppression, tables));
        auto& made = out.emplace_back(source->table());
        std::vector<Cell> cells;
        PEIL_CHECK(forEachRow(*source, progress, 0, 1, 0, [&](const Row& row) -> Result<> {
            const auto found = suppression.rows.find(row.key.substr(0, row.key.find('/')));
            if (found == suppression.rows.end()) return made.append(row);
            const auto& places = found->second;
            if (std::ranges::any_of(part.wholeRows, [&](std::size_t place) { return places.contains(place); }))
                return {};
            cells.assign(row.cells.begin(), row.cells.end());
            for (const auto& [place, variable] : part.cells)
                if (places.contains(place)) cells[variable] = Cell::no(MissingReason::Missing);
            return made.append({row.key, row.parentKey, cells});
        }));
    }
    return out;
}

} // namespace peil::exports
