// SPDX-License-Identifier: Apache-2.0
#include "contact_controller.h"

#include "interview_controller.h"
#include "sealing.h"

#include <algorithm>

namespace peil::mobile {
namespace {

QString describe(protocol::ContactOutcome outcome) {
    using enum protocol::ContactOutcome;
    switch (outcome) {
    case Approached:
        return ContactController::tr("Approached, no result");
    case Refused:
        return ContactController::tr("Refused");
    case NotEligible:
        return ContactController::tr("Not eligible");
    case AlreadyInterviewed:
        return ContactController::tr("Already interviewed");
    case Appointment:
        return ContactController::tr("Appointment made");
    case Count_:
        break;
    }
    return {};
}

QString describe(protocol::TimeSlot slot) {
    using enum protocol::TimeSlot;
    switch (slot) {
    case Night:
        return ContactController::tr("Tonight, until 06:00");
    case Morning:
        return ContactController::tr("This morning, until 12:00");
    case Afternoon:
        return ContactController::tr("This afternoon, until 18:00");
    case Evening:
        return ContactController::tr("This evening, until 24:00");
    case Count_:
        break;
    }
    return {};
}

} // namespace

ContactController::ContactController(StorageThread& storage, const Clock& clock, const Clock& waits, Rng& rng,
                                     QObject* parent)
    : QObject(parent)
    , m_storage(&storage)
    , m_clock(&clock)
    , m_waits(&waits)
    , m_rng(&rng) {
    show({});
}

Occasion ContactController::here() const {
    return occasionAt(m_study->study(), m_siteCode, m_clock->now());
}

void ContactController::open(FieldStudyPointer study, const std::string& siteCode) {
    close();
    m_study = std::move(study);
    m_siteCode = siteCode;
    work([](storage::LocalStore&, Outbox&) { return Result<>(); });
}

void ContactController::close() {
    ++m_turn;
    m_busy = false;
    m_study.reset();
    m_touched.reset();
    m_occasion = {};
    show({});
}

void ContactController::retranslate() {
    show(std::move(m_contacts));
}

void ContactController::log(int outcome) {
    if (!m_study || m_busy || outcome < 0 || outcome >= static_cast<int>(protocol::ContactOutcome::Count_)) return;
    const auto now = m_waits->now();
    if (m_touched && now - *m_touched < InterviewController::kImpatience) return;
    m_touched = now;
    auto item = contactItem(m_study->study(), here(), static_cast<protocol::ContactOutcome>(outcome), *m_rng);
    work([item = std::move(item)](storage::LocalStore& store, Outbox& outbox) -> Result<> {
        PEIL_CHECK(sealOpenItem(store, outbox, item));
        return {};
    });
}

void ContactController::undo() {
    if (!m_study || m_busy || m_contacts.empty()) return;
    work([contact = m_contacts.back(), rng = m_rng](storage::LocalStore& store, Outbox& outbox) {
        return undoContact(store, outbox, contact, *rng);
    });
}

/// Does `job`, and shows what counts then.
void ContactController::work(std::function<Result<>(storage::LocalStore&, Outbox&)> job) {
    m_busy = true;
    const auto occasion = here();
    m_storage
        ->withOutbox([job = std::move(job), occasion](storage::LocalStore& store, Outbox& outbox) -> Result<Contacts> {
            PEIL_CHECK(job(store, outbox));
            return contactsOf(store, occasion);
        })
        .then(this, [this, occasion, turn = m_turn](const Result<Contacts>& contacts) {
            if (turn != m_turn) return;
            m_busy = false;
            if (!contacts) return Q_EMIT failed(contacts.error());
            m_occasion = occasion;
            show(*contacts);
        });
}

void ContactController::show(Contacts contacts) {
    m_contacts = std::move(contacts);
    std::vector<ContactItem> rows;
    for (int i = 0; i < static_cast<int>(protocol::ContactOutcome::Count_); ++i) {
        const auto outcome = static_cast<protocol::ContactOutcome>(i);
        const auto count = std::ranges::count_if(
            m_contacts, [&](const protocol::OpenItem& one) { return one.value("outcome") == idOf(outcome); });
        rows.push_back({i, describe(outcome), static_cast<int>(count)});
    }
    m_outcomes.setRows(std::move(rows));
    Q_EMIT changed();
}

QString ContactController::slotText() const {
    return m_study ? describe(m_occasion.slot) : QString();
}

QString ContactController::last() const {
    if (m_contacts.empty()) return {};
    const auto word = m_contacts.back().value("outcome");
    for (int i = 0; i < static_cast<int>(protocol::ContactOutcome::Count_); ++i)
        if (word == idOf(static_cast<protocol::ContactOutcome>(i)))
            return describe(static_cast<protocol::ContactOutcome>(i));
    return {};
}

} // namespace peil::mobile
