// SPDX-License-Identifier: Apache-2.0
#include "peil/export/released_tables.h"

#include "columns.h"
#include "peil/base/ids.h"
#include "person_table.h"
#include "table_reader.h"

#include <algorithm>
#include <set>

namespace peil::exports {
namespace {

using Tables = std::span<TableSource* const>;

/// Places of the named columns in each table.
Result<std::vector<std::set<std::size_t>>> placesOf(Tables tables, const std::vector<std::string>& columns) {
    std::vector<std::set<std::size_t>> places(tables.size());
    for (const auto& name : columns) {
        const auto [repeat, column] = splitColumn(name);
        const auto found = repeat.empty() ? tables.begin()
                                          : std::ranges::find_if(tables, [&, &wanted = repeat](const TableSource* one) {
                                                return one->table().name == wanted;
                                            });
        if (found == tables.end())
            return fail(ExportErrc::BadName,
                        "There is no repeat \"" + std::string(repeat) + "\" to release; correct the study file.");
        PEIL_TRY(const auto index, columnIndex((*found)->table(), column, "to release"));
        places[static_cast<std::size_t>(found - tables.begin())].insert(index);
    }
    return places;
}

/// The main table, and the tables that contain a selected column or enclose one that does.
std::set<std::string, std::less<>> needed(Tables tables, const std::vector<std::set<std::size_t>>& places) {
    std::set<std::string, std::less<>> names{tables.front()->table().name};
    for (std::size_t i = tables.size(); i-- > 0;) // a repeat comes after what is around it
        if (const auto& table = tables[i]->table(); !places[i].empty() || names.contains(table.name)) {
            names.insert(table.name);
            if (!table.parent.empty()) names.insert(table.parent);
        }
    return names;
}

/// One row with the rows below it.
struct Node {
    std::size_t table = 0;
    std::vector<Cell> cells;
    std::vector<std::string> texts;
    std::string content; ///< everything that it says, for the order
    std::vector<Node*> below;
};

class Forest {
public:
    explicit Forest(Tables tables)
        : m_tables(tables) {}

    Result<> read(const Progress& progress) {
        std::map<std::string, Node*, std::less<>> byKey;
        for (std::size_t t = 0; t < m_tables.size(); ++t)
            PEIL_CHECK(forEachRow(*m_tables[t], progress, 0, 1, 0, [&](const Row& row) -> Result<> {
                auto& node = m_nodes.emplace_back(nodeOf(t, row));
                if (t == 0) {
                    m_roots.push_back(&node);
                } else {
                    const auto parent = byKey.find(row.parentKey);
                    if (parent == byKey.end())
                        return fail(ExportErrc::UnknownParent, "A row of table " + m_tables[t]->table().name +
                                                                   " does not belong to a row of its parent table.");
                    parent->second->below.push_back(&node);
                }
                byKey[std::string(row.key)] = &node;
                return {};
            }));
        for (auto* root : m_roots)
            settle(*root);
        std::ranges::stable_sort(m_roots, {}, &Node::content);
        return {};
    }

    Result<std::deque<MemoryTable>> write(Rng& rng) const {
        std::deque<MemoryTable> out;
        for (const auto* table : m_tables)
            out.emplace_back(table->table());
        for (const auto* root : m_roots)
            PEIL_CHECK(write(*root, "uuid:" + makeUuid(rng), {}, out));
        return out;
    }

private:
    Node nodeOf(std::size_t table, const Row& row) const {
        Node node{table, {row.cells.begin(), row.cells.end()}, {}, std::to_string(table), {}};
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            node.texts.emplace_back(row.cells[i].text);
            node.content += '\x1f' + valueText(m_tables[table]->table().variables[i], row.cells[i]);
        }
        return node;
    }

    static void settle(Node& node) { // NOLINT(misc-no-recursion): as deep as the form's repeats
        for (auto* child : node.below)
            settle(*child);
        std::ranges::stable_sort(node.below, {}, &Node::content);
        for (const auto* child : node.below)
            node.content += '\x1e' + child->content;
    }

    Result<> write(const Node& node, const std::string& key, const std::string& parentKey, // NOLINT(misc-no-recursion)
                   std::deque<MemoryTable>& out) const {
        auto cells = node.cells;
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i].text = node.texts[i];
        PEIL_CHECK(out[node.table].append({key, parentKey, cells}));
        std::map<std::size_t, std::size_t> positions;
        for (const auto* child : node.below)
            PEIL_CHECK(write(*child,
                             key + "/" + m_tables[child->table]->table().name + "[" +
                                 std::to_string(++positions[child->table]) + "]",
                             key, out));
        return {};
    }

    Tables m_tables;
    std::deque<Node> m_nodes;
    std::vector<Node*> m_roots;
};

} // namespace

Result<std::deque<MemoryTable>> onlyColumns(Tables tables, const std::vector<std::string>& columns,
                                            const Progress& progress) {
    PEIL_TRY(const auto places, placesOf(tables, columns));
    const auto names = needed(tables, places);
    std::deque<MemoryTable> out;
    for (std::size_t t = 0; t < tables.size(); ++t) {
        auto table = tables[t]->table();
        if (!names.contains(table.name)) continue;
        std::vector<Variable> variables;
        for (const auto place : places[t])
            variables.push_back(std::move(table.variables[place]));
        table.variables = std::move(variables);
        auto& made = out.emplace_back(std::move(table));
        std::vector<Cell> cells;
        PEIL_CHECK(forEachRow(*tables[t], progress, 0, 1, 0, [&](const Row& row) -> Result<> {
            cells.clear();
            for (const auto place : places[t])
                cells.push_back(row.cells[place]);
            return made.append({row.key, row.parentKey, cells});
        }));
    }
    return out;
}

Result<std::deque<MemoryTable>> withoutOrigin(Tables tables, Rng& rng, const Progress& progress) {
    Forest forest(tables);
    PEIL_CHECK(forest.read(progress));
    return forest.write(rng);
}

Result<MemoryTable> withNumbers(TableSource& table, const std::string& from, Variable variable, Rng& rng,
                                const Progress& progress) {
    PEIL_TRY(const auto index, columnIndex(table.table(), from, "to number"));
    std::map<std::string, double> numbers;
    const auto answerOf = [&](const Row& row) { return valueText(table.table().variables[index], row.cells[index]); };
    PEIL_CHECK(forEachRow(table, progress, 0, 1, 0, [&](const Row& row) -> Result<> {
        if (row.cells[index].missing == MissingReason::None) numbers.emplace(answerOf(row), 0);
        return {};
    }));
    std::map<std::uint64_t, double*> drawn;
    for (auto& [answer, number] : numbers)
        while (!drawn.emplace(rng.next64(), &number).second) {
        }
    double next = 0;
    for (const auto& [unused, number] : drawn)
        *number = ++next;
    auto shape = table.table();
    shape.variables.push_back(std::move(variable));
    MemoryTable out(std::move(shape));
    std::vector<Cell> cells;
    PEIL_CHECK(forEachRow(table, progress, 0, 1, 0, [&](const Row& row) -> Result<> {
        cells.assign(row.cells.begin(), row.cells.end());
        const auto found = numbers.find(answerOf(row));
        cells.push_back(found == numbers.end() ? Cell::no(MissingReason::Missing) : Cell::of(found->second));
        return out.append({row.key, row.parentKey, cells});
    }));
    return out;
}

} // namespace peil::exports
