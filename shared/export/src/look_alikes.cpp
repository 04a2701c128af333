// SPDX-License-Identifier: Apache-2.0
#include "look_alikes.h"

#include "columns.h"
#include "person_table.h"
#include "table_reader.h"

#include <algorithm>
#include <cmath>

namespace peil::exports {
namespace {

using Counts = LookAlikeIndex::Counts;

Result<std::vector<std::size_t>> indexesOf(const Table& table, const std::vector<std::string>& columns) {
    std::vector<std::size_t> out;
    for (const auto& column : columns) {
        PEIL_TRY(const auto index, columnIndex(table, column, "for the disclosure check"));
        out.push_back(index);
    }
    return out;
}

/// Half the sum of the differences between two distributions.
double distance(const Counts& part, std::uint64_t partRows, const Counts& all, std::uint64_t allRows) {
    double sum = 0;
    for (const auto& [value, count] : all) {
        const auto found = part.find(value);
        const double here = found == part.end() ? 0 : static_cast<double>(found->second);
        sum +=
            std::abs(here / static_cast<double>(partRows) - static_cast<double>(count) / static_cast<double>(allRows));
    }
    return sum / 2;
}

void add(const std::vector<Counts>& more, std::vector<Counts>& sum) {
    for (std::size_t s = 0; s < sum.size(); ++s)
        for (const auto& [value, count] : more[s])
            sum[s][value] += count;
}

} // namespace

bool LookAlikeIndex::Seen::keeps(const DisclosureRules& rules) const {
    return rows >= rules.k && (rules.sensitive.empty() || fewestValues >= rules.l) && farthest <= rules.t;
}

Result<LookAlikeIndex> LookAlikeIndex::read(TableSource& source, const DisclosureRules& rules,
                                            const Progress& progress) {
    LookAlikeIndex out;
    out.m_variables = &source.table().variables;
    PEIL_TRY(out.m_known, indexesOf(source.table(), rules.quasiIdentifiers));
    PEIL_TRY(out.m_sensitive, indexesOf(source.table(), rules.sensitive));
    for (const auto& column : rules.quasiIdentifiers) // of a repeat: no rows
        out.m_open.push_back(splitColumn(column).table.empty() ? "(" + std::string(idOf(MissingReason::Missing)) + ")"
                                                               : std::string());
    out.m_overall.resize(out.m_sensitive.size());
    PEIL_CHECK(forEachRow(source, progress, 0, 1, 0, [&](const Row& row) -> Result<> {
        auto& one = out.m_classes[out.valuesOf(row)];
        ++one.rows;
        ++out.m_rows;
        one.sensitive.resize(out.m_sensitive.size());
        for (std::size_t s = 0; s < out.m_sensitive.size(); ++s) {
            const auto answer = valueText((*out.m_variables)[out.m_sensitive[s]], row.cells[out.m_sensitive[s]]);
            ++one.sensitive[s][answer];
            ++out.m_overall[s][answer];
        }
        return {};
    }));
    for (const auto& one : out.m_classes)
        for (std::size_t i = 0; i < one.first.size(); ++i)
            if (one.first[i] == out.m_open[i]) {
                out.m_withGaps.push_back(&one);
                break;
            }
    return out;
}

LookAlikeIndex::Values LookAlikeIndex::valuesOf(const Row& row) const {
    Values values;
    values.reserve(m_known.size());
    for (const auto column : m_known)
        values.push_back(valueText((*m_variables)[column], row.cells[column]));
    return values;
}

bool LookAlikeIndex::couldBe(const Values& one, const Values& other) const {
    for (std::size_t i = 0; i < one.size(); ++i)
        if (one[i] != other[i] && one[i] != m_open[i] && other[i] != m_open[i]) return false;
    return true;
}

LookAlikeIndex::Seen LookAlikeIndex::seen(const Values& values) const {
    Class all{0, std::vector<Counts>(m_overall.size())};
    const auto take = [&](const Class& one) {
        all.rows += one.rows;
        add(one.sensitive, all.sensitive);
    };
    if (std::ranges::equal(values, m_open, [](const auto& value, const auto& open) { return value != open; })) {
        if (const auto same = m_classes.find(values); same != m_classes.end()) take(same->second);
        for (const auto* one : m_withGaps)
            if (couldBe(values, one->first)) take(one->second);
    } else {
        for (const auto& [other, one] : m_classes)
            if (couldBe(values, other)) take(one);
    }
    Seen seen{all.rows, 0, 0};
    for (std::size_t s = 0; s < m_overall.size(); ++s) {
        const auto different = static_cast<std::uint64_t>(all.sensitive[s].size());
        seen.fewestValues = s == 0 ? different : std::min(seen.fewestValues, different);
        if (all.rows > 0)
            seen.farthest = std::max(seen.farthest, distance(all.sensitive[s], all.rows, m_overall[s], m_rows));
    }
    return seen;
}

} // namespace peil::exports
