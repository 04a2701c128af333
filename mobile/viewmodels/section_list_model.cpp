// SPDX-License-Identifier: Apache-2.0
#include "section_list_model.h"

#include "form_text.h"

#include <utility>

namespace peil::mobile {

void SectionListModel::build(const forms::Session& session, std::size_t shownScreen) {
    const auto& screens = session.screens();
    const auto& chapters = session.chapters();
    std::vector<Row> rows;
    for (const auto& chapter : chapters) {
        auto title = !chapter.title.empty() ? plainText(chapter.title) : rows.empty() ? tr("Beginning") : tr("More");
        rows.push_back({std::move(title), std::nullopt, 0, 0});
    }
    m_screens.clear();
    m_chapterOf.clear();
    m_screens.reserve(screens.size());
    m_answered = m_asked = 0;
    for (std::size_t i = 0; i < screens.size(); ++i) {
        auto& row = rows[screens[i].chapter];
        if (!row.firstScreen) row.firstScreen = i;
        const auto status = session.status(i);
        m_screens.push_back(status);
        m_chapterOf.push_back(screens[i].chapter);
        row.answered += status.answered;
        row.asked += status.asked;
        m_answered += status.answered;
        m_asked += status.asked;
    }
    setRows(std::move(rows));
    setShownScreen(shownScreen);
    Q_EMIT currentChanged();
}

void SectionListModel::setRows(std::vector<Row> rows) {
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        Q_EMIT countChanged();
        return;
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (std::exchange(m_rows[row], rows[row]) == rows[row]) continue;
        const auto changed = index(static_cast<int>(row));
        Q_EMIT dataChanged(changed, changed);
    }
}

void SectionListModel::update(const forms::Session& session, const forms::Changes& changes) {
    for (const auto screen : session.screensOf(changes)) {
        const auto now = session.status(screen);
        const auto before = std::exchange(m_screens[screen], now);
        if (before.answered == now.answered && before.asked == now.asked) continue;
        const auto at = rowOf(screen);
        auto& row = m_rows[at];
        row.answered = row.answered + now.answered - before.answered;
        row.asked = row.asked + now.asked - before.asked;
        m_answered = m_answered + now.answered - before.answered;
        m_asked = m_asked + now.asked - before.asked;
        const auto changed = index(static_cast<int>(at));
        Q_EMIT dataChanged(changed, changed, {AnsweredRole, AskedRole});
    }
}

void SectionListModel::setShownScreen(std::size_t screen) {
    if (screen >= m_chapterOf.size()) return;
    const auto before = std::exchange(m_shown, rowOf(screen));
    if (before == m_shown) return;
    Q_EMIT currentChanged();
    for (const auto row : {before, m_shown}) {
        if (row >= m_rows.size()) continue;
        const auto changed = index(static_cast<int>(row));
        Q_EMIT dataChanged(changed, changed, {CurrentRole});
    }
}

void SectionListModel::clear() {
    m_screens.clear();
    m_chapterOf.clear();
    m_shown = m_answered = m_asked = 0;
    setRows({});
}

std::size_t SectionListModel::rowOf(std::size_t screen) const {
    return m_chapterOf[screen];
}

QString SectionListModel::titleOf(std::size_t row) const {
    return row < m_rows.size() ? m_rows[row].title : QString();
}

std::optional<std::size_t> SectionListModel::firstScreen(int row) const {
    if (row < 0 || row >= count()) return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)].firstScreen;
}

double SectionListModel::progress() const {
    return m_asked == 0 ? 1.0 : static_cast<double>(m_answered) / static_cast<double>(m_asked);
}

int SectionListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant SectionListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto at = static_cast<std::size_t>(index.row());
    const auto& row = m_rows[at];
    switch (role) {
    case TitleRole:
        return row.title;
    case AnsweredRole:
        return static_cast<int>(row.answered);
    case AskedRole:
        return static_cast<int>(row.asked);
    case CurrentRole:
        return at == m_shown;
    case OpenRole:
        return row.firstScreen.has_value();
    default:
        return {};
    }
}

QHash<int, QByteArray> SectionListModel::roleNames() const {
    return {{TitleRole, "title"},
            {AnsweredRole, "answered"},
            {AskedRole, "asked"},
            {CurrentRole, "current"},
            {OpenRole, "open"}};
}

} // namespace peil::mobile
