// SPDX-License-Identifier: Apache-2.0
// Drafts: what the fieldworker answers, one transaction for each change.
#include "local_impl.h"

namespace peil::storage {

Result<LocalStore::Impl::Found> LocalStore::Impl::find(const InterviewId& id) {
    PEIL_TRY(auto select, database.prepare("SELECT number, state FROM interviews WHERE id=?1"));
    PEIL_TRY(const bool found, select.bind(1, id.text()).step());
    if (!found) return fail(StorageErrc::NotFound, "Interview " + id.text() + " is not on this tablet.");
    return Found{select.integer(0), static_cast<InterviewState>(select.integer(1))};
}

Result<LocalStore::Impl::Found> LocalStore::Impl::findDraft(const InterviewId& id) {
    PEIL_TRY(const auto found, find(id));
    if (found.state != InterviewState::Draft)
        return fail(StorageErrc::WrongState, "Interview " + id.text() + " is finalised: it can no longer be changed.");
    return found;
}

Result<> LocalStore::Impl::write(std::int64_t row, const DraftChange& change) {
    for (const auto& prefix : change.removedPrefixes)
        // '0' follows '/' and '\' follows '[': three ranges of the primary key, and "/data/ag" leaves "/data/age".
        PEIL_CHECK(Query(database,
                         "DELETE FROM answers WHERE interview=?1 AND (path=?2 OR (path>=?2||'/' AND path<?2||'0') "
                         "OR (path>=?2||'[' AND path<?2||'\\'))",
                         row, prefix)
                       .run());
    for (const auto& answer : change.rows)
        PEIL_CHECK(Query(database,
                         "INSERT INTO answers(interview, path, value, reason) VALUES(?1, ?2, ?3, ?4) "
                         "ON CONFLICT(interview, path) DO UPDATE SET value=excluded.value, reason=excluded.reason",
                         row, answer.path, answer.value, answer.reason)
                       .run());
    if (change.label)
        PEIL_CHECK(Query(database, "UPDATE interviews SET subgroup=?2, site=?3, outcome=?4 WHERE number=?1", row,
                         change.label->group, change.label->site, change.label->outcome)
                       .run());
    return Query(database,
                 "UPDATE interviews SET changed_at=?2, position=CASE WHEN ?3='' THEN position ELSE ?3 END, "
                 "language=CASE WHEN ?4='' THEN language ELSE ?4 END WHERE number=?1",
                 row, now(), change.position, change.language)
        .run();
}

Result<> LocalStore::createDraft(const InterviewId& id, std::string_view formHash, const DraftChange& first) {
    return m_impl->database.transaction([&]() -> Result<> {
        PEIL_CHECK(
            Query(m_impl->database,
                  "INSERT INTO interviews(id, state, form_hash, started_at, changed_at) VALUES(?1, 1, ?2, ?3, ?3)", id,
                  formHash, m_impl->now())
                .run());
        return m_impl->write(m_impl->database.lastInsertId(), first);
    });
}

Result<> LocalStore::change(const InterviewId& id, const DraftChange& change) {
    return m_impl->database.transaction([&]() -> Result<> {
        PEIL_TRY(const auto found, m_impl->findDraft(id));
        return m_impl->write(found.row, change);
    });
}

Result<> LocalStore::label(const InterviewId& id, std::string_view group, std::string_view site,
                           std::string_view outcome) {
    PEIL_CHECK(m_impl->find(id));
    return Query(m_impl->database, "UPDATE interviews SET subgroup=?2, site=?3, outcome=?4 WHERE id=?1", id, group,
                 site, outcome)
        .run();
}

Result<std::vector<AnswerRow>> LocalStore::answers(const InterviewId& id) {
    PEIL_TRY(const auto found, m_impl->find(id));
    return Query(m_impl->database, "SELECT path, value, reason FROM answers WHERE interview=?1 ORDER BY path",
                 found.row)
        .rows([](const Statement& row) {
            return AnswerRow{row.text(0), row.text(1), row.text(2)};
        });
}

Result<LocalStore::Place> LocalStore::place(const InterviewId& id) {
    PEIL_TRY(const auto found, m_impl->find(id));
    PEIL_TRY(auto select, m_impl->database.prepare("SELECT position, language FROM interviews WHERE number=?1"));
    PEIL_CHECK(select.bind(1, found.row).step());
    return Place{select.text(0), select.text(1)};
}

} // namespace peil::storage
