// SPDX-License-Identifier: Apache-2.0
#include "save_queue.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace peil::mobile {
namespace {

using storage::DraftChange;

bool isBelow(std::string_view path, std::string_view prefix) {
    return path.starts_with(prefix) &&
           (path.size() == prefix.size() || path[prefix.size()] == '/' || path[prefix.size()] == '[');
}

/// One change that does what `earlier` and then `later` do.
void append(DraftChange& earlier, DraftChange later) {
    std::erase_if(earlier.rows, [&](const auto& row) {
        return std::any_of(later.removedPrefixes.begin(), later.removedPrefixes.end(),
                           [&](const auto& prefix) { return isBelow(row.path, prefix); });
    });
    earlier.removedPrefixes.insert(earlier.removedPrefixes.end(), later.removedPrefixes.begin(),
                                   later.removedPrefixes.end());
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < earlier.rows.size(); ++i)
        places.emplace(earlier.rows[i].path, i);
    for (auto& row : later.rows) {
        if (const auto [place, fresh] = places.try_emplace(row.path, earlier.rows.size()); fresh)
            earlier.rows.push_back(std::move(row));
        else
            earlier.rows[place->second] = std::move(row);
    }
    if (!later.position.empty()) earlier.position = std::move(later.position);
    if (!later.language.empty()) earlier.language = std::move(later.language);
    if (later.label) earlier.label = std::move(later.label);
}

} // namespace

void SaveQueue::add(DraftChange change) {
    if (!m_waiting) m_waiting.emplace();
    append(*m_waiting, std::move(change));
}

std::optional<DraftChange> SaveQueue::take() {
    if (m_underWay || !m_waiting) return std::nullopt;
    m_underWay = std::exchange(m_waiting, std::nullopt);
    return m_underWay;
}

void SaveQueue::stored() {
    m_underWay.reset();
}

void SaveQueue::failed() {
    auto waiting = std::exchange(m_waiting, std::exchange(m_underWay, std::nullopt));
    if (waiting) add(std::move(*waiting));
}

DraftChange SaveQueue::all() const {
    DraftChange all;
    if (m_underWay) append(all, *m_underWay);
    if (m_waiting) append(all, *m_waiting);
    return all;
}

} // namespace peil::mobile
