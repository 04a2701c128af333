// SPDX-License-Identifier: Apache-2.0
#include "tile_grid.h"

#include <algorithm>
#include <cmath>

namespace peil::mobile {
namespace {

// Of the app's body type, in pixels at scale 1.
constexpr double kLetter = 9.5;
constexpr double kMargins = 16; ///< of a compact tile, both sides
constexpr double kMark = 92;    ///< the mark of a tile, with the space around it and the words

constexpr double kTwoColumns = 560; ///< from this width on, a list has two
constexpr int kMostBeside = 3;      ///< of a list
constexpr int kMostInRow = 7;

} // namespace

void TileGrid::setChoices(ChoiceListModel* choices) {
    if (choices == m_choices) return;
    if (m_choices) m_choices->disconnect(this);
    m_choices = choices;
    if (choices != nullptr) connect(choices, &ChoiceListModel::wordsChanged, this, &TileGrid::changed);
    Q_EMIT changed();
}

bool TileGrid::fitsRow() const {
    const auto count = m_choices->count();
    if (count < 2 || count > kMostInRow) return false;
    const auto needed = std::max(kSmallestTile, m_choices->longestWord() * kLetter + kMargins) * m_scale;
    return tileWidth(count) >= needed;
}

int TileGrid::numberColumns() const {
    const auto count = m_choices->count();
    const auto most = std::max(1, static_cast<int>((m_width + m_gap) / (kSmallestTile * m_scale + m_gap)));
    const auto rows = (count + most - 1) / most;
    return (count + rows - 1) / rows;
}

int TileGrid::listColumns() const {
    const auto count = m_choices->count();
    const auto needed = (m_choices->longestLabel() * kLetter + kMark) * m_scale;
    if (count <= kMostBeside && tileWidth(count) >= needed) return count;
    return count > kMostBeside && m_width >= kTwoColumns * m_scale ? 2 : 1;
}

int TileGrid::columns() const {
    if (!m_choices || m_choices->count() == 0 || m_width <= 0) return 1;
    if (m_form == Numbers) return numberColumns();
    if (m_form == Row && fitsRow()) return m_choices->count();
    return listColumns();
}

bool TileGrid::isCompact() const {
    return m_form == Numbers || (m_form == Row && m_choices && m_width > 0 && fitsRow());
}

} // namespace peil::mobile
