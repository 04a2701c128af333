// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contact_log.h"
#include "field_study.h"
#include "list_rows.h"
#include "row_list_model.h"
#include "storage_thread.h"

#include <QtCore/qobject.h>

namespace peil::mobile {

/// The contact log of one place: a tap for each person who is not interviewed. A count is shown once it is durable.
class ContactController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by AppController.")
    /// Of the counts: the part of this day.
    Q_PROPERTY(QString slotText READ slotText NOTIFY changed FINAL)
    /// Rows: ContactItem.
    Q_PROPERTY(peil::mobile::RowListModel* outcomes READ outcomes CONSTANT FINAL)
    Q_PROPERTY(int total READ total NOTIFY changed FINAL)
    /// What undo() takes back; empty = nothing in this place and slot.
    Q_PROPERTY(QString last READ last NOTIFY changed FINAL)
public:
    /// `clock` dates the contacts; a second tap within InterviewController::kImpatience by `waits` was the same touch.
    ContactController(StorageThread& storage, const Clock& clock, const Clock& waits, Rng& rng, QObject* parent);

    void open(FieldStudyPointer study, const std::string& siteCode);
    void close();
    void retranslate();

    /// `outcome`: of a row.
    Q_INVOKABLE void log(int outcome);
    Q_INVOKABLE void undo();

    [[nodiscard]] QString slotText() const;
    [[nodiscard]] RowListModel* outcomes() { return &m_outcomes; }
    [[nodiscard]] int total() const { return static_cast<int>(m_contacts.size()); }
    [[nodiscard]] QString last() const;

Q_SIGNALS:
    void changed();
    void failed(const peil::Error& error);

private:
    using Contacts = std::vector<protocol::OpenItem>;
    void work(std::function<Result<>(storage::LocalStore&, Outbox&)> job);
    void show(Contacts contacts);
    [[nodiscard]] Occasion here() const;

    StorageThread* m_storage;
    const Clock *m_clock, *m_waits;
    Rng* m_rng;
    FieldStudyPointer m_study; ///< null: closed
    std::string m_siteCode;
    Contacts m_contacts; ///< of m_occasion
    Occasion m_occasion;
    RowList<ContactItem> m_outcomes{this};
    std::optional<TimePoint> m_touched;
    unsigned m_turn = 0; ///< increased by open() and close(): what was read before is not shown
    bool m_busy = false;
};

} // namespace peil::mobile
