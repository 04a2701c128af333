// SPDX-License-Identifier: Apache-2.0
#include "app_controller.h"

#include "contact_log.h"
#include "messages.h"
#include "qt_text.h"
#include "sealing.h"

#include <algorithm>

namespace peil::mobile {
namespace {

constexpr auto kLockPoll = std::chrono::seconds(1);

/// Why an interview was interrupted: nobody is asked.
constexpr std::string_view kPaused = "paused";

std::string_view idOf(AppController::BreakOffReason reason) {
    return study::idOf(static_cast<study::BreakOff>(reason));
}

} // namespace

AppController::AppController(const QString& folder, const QString& language, const Clock& clock, Rng& rng,
                             crypto::PassphraseCost cost, const Clock& waits, QObject* parent)
    : QObject(parent)
    , m_clock(clock, waits)
    , m_rng(&rng)
    , m_storage(Vault(folder.toStdString(), m_clock, rng, cost, waits))
    , m_settings(folder, language, this)
    , m_interview(m_storage, this, waits)
    , m_sync(m_storage, m_clock, rng, this)
    , m_enrolment(m_storage, rng, this)
    , m_contacts(m_storage, m_clock, waits, rng, this)
    , m_rescue(m_storage, this)
    , m_sealing(waits, this)
    , m_stopping(waits, this) {
    m_lockTimer.setInterval(kLockPoll);
    connect(&m_lockTimer, &QTimer::timeout, this, &AppController::readLockState);
    connect(&m_interview, &InterviewController::endReached, this, [this] { show(Review); });
    m_shownLanguage = m_settings.language();
    connect(&m_settings, &AppSettings::languageChanged, this, &AppController::chooseLanguage);
    connect(&m_interview, &InterviewController::languageChanged, this, &AppController::chooseLanguage);
    connect(&m_interview, &InterviewController::stageChanged, this, &AppController::chooseLanguage);
    connect(&m_interview, &InterviewController::stageChanged, this, &AppController::holderChanged);
    connect(&m_contacts, &ContactController::failed, this,
            [this](const Error& error) { setError(Messages::of(error)); });
    connect(&m_sealing, &HoldGate::opened, this, &AppController::finaliseInterview);
    connect(&m_interview, &InterviewController::moved, this, &AppController::clearError);
    connect(&m_interview, &InterviewController::lost, this, [this](const QString& why) {
        setError(
            tr("The last answers were not saved. %1 Check the interview to see which answers were saved.").arg(why));
    });
    connect(&m_enrolment, &EnrolmentRun::failed, this, [this](const Error& error) {
        setBusy(false);
        setError(Messages::of(error));
    });
    connect(&m_enrolment, &EnrolmentRun::finished, this, [this] {
        load(NoStudy);
        m_sync.start();
    });
    connect(&m_sync.driver(), &SyncDriver::clockCompared, this, &AppController::homeChanged);
    connect(&m_sync, &SyncController::ended, this, [this](bool revoked) {
        if (revoked) return wipe();
        load(m_page == NoStudy ? Home : m_page);
    });
}

void AppController::load(Page then) {
    m_storage.withStore([known = m_home.study](storage::LocalStore& store) { return readHome(store, known); })
        .then(this, [this, then, session = m_session](const Result<HomeData>& home) {
            if (session != m_session) return;
            setBusy(false);
            if (home) return takeHome(*home, then);
            setError(Messages::of(home.error()));
        });
}

void AppController::takeHome(HomeData home, Page then) {
    m_home = std::move(home);
    setUnlocked(true); // by whom the store was opened does not matter
    if (m_clock.text().empty()) m_clock.take(m_home.clock);
    refreshLists();
    if (!m_home.enrolment) return setPage(Enrol);
    const bool unlocking = m_page == Unlock;
    if (unlocking) m_sync.start(); // a shift may be shorter than the interval of the timer
    if (!m_home.study) return setPage(NoStudy);
    if (unlocking && !m_underWay.empty())
        return openInterview(QString::fromStdString(std::exchange(m_underWay, InterviewId()).text()));
    setPage(then == NoStudy ? Home : then);
}

void AppController::enrol(const QString& code) {
    if (m_busy) return;
    setError({});
    setBusy(true);
    m_enrolment.begin(code.simplified().remove(QLatin1Char(' ')).toStdString());
}

void AppController::show(Page page) {
    setError({});
    setNotice({});
    if (page == Review) m_interview.refreshReview();
    if (page != Interview) m_interview.leaveScreen();
    if (page == Home && m_interview.isOpen()) m_interview.close();
    if (page == Contacts && placeCode().empty()) return changePlace(Contacts);
    if (page == Contacts) m_contacts.open(m_home.study, placeCode());
    if (page == ChooseSite) m_afterPlace = Interview;
    if (page == Home) return load(Home);
    setPage(page);
}

std::string AppController::placeCode() const {
    const auto* city =
        m_home.study && m_home.enrolment ? m_home.study->study().city(m_home.enrolment->cityCode) : nullptr;
    if (city == nullptr || m_clock.now() >= m_home.place.until) return {};
    const auto& code = m_home.place.siteCode;
    return std::ranges::find(city->sites, code, &study::Site::code) == city->sites.end() ? std::string() : code;
}

QString AppController::place() const {
    const auto code = placeCode();
    return code.empty() ? QString() : siteName(code);
}

void AppController::newInterview() {
    if (const auto code = placeCode(); !code.empty()) return startInterview(qText(code));
    changePlace(Interview);
}

void AppController::changePlace(Page then) {
    show(ChooseSite);
    m_afterPlace = then;
    Q_EMIT pageChanged();
}

void AppController::choosePlace(const QString& siteCode) {
    if (m_busy) return;
    setBusy(true);
    m_storage
        .withStore([place = ShiftPlace{siteCode.toStdString(), m_clock.now() + Vault::kShift}](
                       storage::LocalStore& store) -> Result<ShiftPlace> {
            PEIL_CHECK(putShiftPlace(store, place));
            return place;
        })
        .then(this, [this, session = m_session](const Result<ShiftPlace>& kept) {
            if (session != m_session) return;
            setBusy(false);
            if (!kept) return setError(Messages::of(kept.error()));
            m_home.place = *kept;
            Q_EMIT homeChanged();
            goToPlace(m_afterPlace);
        });
}

void AppController::goToPlace(Page then) {
    if (then == Interview) return startInterview(qText(m_home.place.siteCode));
    show(then);
}

InterviewSetting AppController::setting(const QString& siteCode) const {
    InterviewSetting setting;
    if (m_home.enrolment)
        setting = {m_home.enrolment->device, m_home.enrolment->cityCode, siteCode.toStdString(), {}, {}};
    setting.language = m_settings.language().toStdString();
    return setting;
}

void AppController::startInterview(const QString& siteCode) {
    if (m_busy || !m_home.study) return;
    auto first = std::make_shared<storage::DraftChange>();
    auto run = InterviewRun::start(m_home.study, setting(siteCode), m_clock, *m_rng, *first);
    if (!run) return setError(Messages::of(run.error()));
    first->label = storage::DraftLabel{"", siteCode.toStdString(), ""};
    setBusy(true);
    auto started = std::make_shared<InterviewRun>(std::move(*run));
    m_storage
        .withStore([id = started->id(), hash = m_home.study->pack.formHash(), first](storage::LocalStore& store) {
            return store.createDraft(id, hash, *first);
        })
        .then(this, [this, started, siteCode, session = m_session](const Result<>& made) {
            if (session != m_session) return;
            setBusy(false);
            if (!made) return setError(Messages::of(made.error()));
            m_interview.show(std::move(*started), {}, siteName(siteCode.toStdString()));
            setPage(Interview);
        });
}

void AppController::openInterview(const QString& id) {
    if (m_busy) return;
    setBusy(true);
    m_storage
        .withStore([id = InterviewId(id.toStdString()), known = m_home.study](storage::LocalStore& store) {
            return readDraft(store, id, known);
        })
        .then(this, [this, session = m_session](const Result<OpenedDraft>& draft) {
            if (session != m_session) return;
            setBusy(false);
            if (!draft) return notOpened(draft.error());
            openDraft(*draft);
        });
}

void AppController::notOpened(const Error& error) {
    setError(Messages::of(error));
    if (m_page == Unlock) setPage(Home);
}

void AppController::openDraft(OpenedDraft draft) {
    auto place = setting(QString::fromStdString(draft.summary.site));
    if (!draft.place.language.empty()) place.language = draft.place.language;
    auto run = InterviewRun::resume(draft.study, draft.summary.id, place, m_clock, *m_rng, draft.rows);
    if (!run) return notOpened(run.error());
    m_interview.show(std::move(*run), draft.place.position, siteName(draft.summary.site));
    m_interview.breakOff({}); // a continued interview is no longer broken off, also not in the list
    const auto label = m_interview.run()->label();
    m_storage
        .withStore([id = draft.summary.id, label](storage::LocalStore& store) {
            return store.label(id, label.group, label.site, label.outcome);
        })
        .then(this, [this, session = m_session](const Result<>& kept) {
            if (session == m_session && !kept) setError(Messages::of(kept.error()));
        });
    setPage(Interview);
}

void AppController::pauseInterview() {
    m_interview.interrupt(kPaused, [this] {
        const auto* run = m_interview.run();
        m_storage
            .withStore([id = run->id(), label = run->label()](storage::LocalStore& store) {
                return store.label(id, label.group, label.site, idOf(Outcome::BrokenOff));
            })
            .then(this, [this, session = m_session](const Result<>& kept) {
                if (session != m_session) return;
                if (!kept) return setError(Messages::of(kept.error()));
                show(Home);
            });
    });
}

void AppController::discardInterview(DiscardReason reason) {
    if (m_busy || !m_interview.isOpen() || !m_home.study || !m_home.enrolment) return;
    const auto& study = m_home.study->study();
    const auto* run = m_interview.run();
    auto item =
        discardItem(study, m_home.enrolment->cityCode, run->id(), occasionAt(study, run->label().site, m_clock.now()),
                    static_cast<protocol::DiscardReason>(reason));
    m_interview.close(InterviewController::Unsaved::Drop);
    setBusy(true);
    m_storage
        .withOutbox([item = std::move(item)](storage::LocalStore& store, Outbox& outbox) {
            return sealDiscard(store, outbox, item);
        })
        .then(this, [this, session = m_session](const Result<std::int64_t>& gone) {
            if (session != m_session) return;
            if (!gone) setError(Messages::of(gone.error()));
            load(Home);
        });
}

void AppController::showMore() {
    m_listed += kListStep;
    refreshLists();
}

void AppController::finaliseInterview() {
    finalise(Outcome::Complete);
}
void AppController::finaliseBrokenOff(BreakOffReason reason) {
    m_interview.breakOff(idOf(reason));
    finalise(Outcome::BrokenOff);
}

void AppController::finalise(Outcome outcome) {
    if (m_busy || !m_interview.isOpen() || !m_home.enrolment) return;
    auto sealable = m_interview.finish(outcome, m_home.enrolment->device, m_clock);
    if (!sealable) {
        m_interview.breakOff({});
        m_interview.refreshReview();
        return setError(Messages::of(sealable.error()));
    }
    sealable->header.clockTrusted = m_clock.isTrusted();
    setBusy(true);
    m_storage
        .withOutbox([sealable = std::move(*sealable), rng = m_rng](storage::LocalStore& store, Outbox& outbox) {
            return sealInterview(store, outbox, sealable, *rng);
        })
        .then(this, [this, session = m_session](const Result<std::int64_t>& sealed) {
            if (session != m_session) return;
            setBusy(false);
            if (!sealed) {
                m_interview.goOn();
                m_interview.breakOff({}); // the interview still exists, and may continue
                m_interview.refreshReview();
                return setError(Messages::of(sealed.error()));
            }
            m_interview.close(InterviewController::Unsaved::Drop); // the sealed record holds every answer
            load(Finished);
            m_sync.start();
        });
}

void AppController::retranslate() {
    refreshLists();
    m_contacts.retranslate();
    if (m_interview.isOpen()) m_interview.retranslate(siteName(m_interview.run()->siteCode()));
}

bool AppController::participantHolds() const {
    const auto stage = m_interview.stage();
    return stage == InterviewController::ByParticipant || stage == InterviewController::HandBack;
}

void AppController::chooseLanguage() {
    const auto spoken = m_interview.language();
    const auto language =
        participantHolds() && AppSettings::languages().contains(spoken) ? spoken : m_settings.language();
    if (language == m_shownLanguage) return;
    m_shownLanguage = language;
    Q_EMIT shownLanguageChanged();
}

FieldStudyPointer AppController::shownStudy() const {
    return m_interview.isOpen() ? m_interview.run()->study() : m_home.study;
}

void AppController::clearError() {
    setError({});
}

void AppController::setPage(Page page) {
    if (page == m_page) return;
    m_sealing.cancel();
    m_stopping.cancel();
    m_page = page;
    Q_EMIT pageChanged();
}

void AppController::setUnlocked(bool unlocked) {
    if (m_unlocked == unlocked) return;
    m_unlocked = unlocked;
    Q_EMIT unlockedChanged();
}

void AppController::setSecondsToLock(int seconds) {
    if (seconds == m_secondsToLock) return;
    m_secondsToLock = seconds;
    Q_EMIT secondsToLockChanged();
}

std::chrono::minutes AppController::lockAfter() const {
    return m_home.study ? m_home.study->study().lockAfter : study::Study{}.lockAfter;
}

void AppController::setBusy(bool busy) {
    if (busy == m_busy) return;
    m_busy = busy;
    Q_EMIT busyChanged();
}

void AppController::setNotice(const QString& notice) {
    if (notice == m_notice) return;
    m_notice = notice;
    Q_EMIT noticeChanged();
}

void AppController::setError(const QString& error) {
    if (error == m_error) return;
    m_error = error;
    Q_EMIT errorChanged();
}

} // namespace peil::mobile
