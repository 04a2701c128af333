// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app_settings.h"
#include "contact_controller.h"
#include "enrolment_run.h"
#include "field_clock.h"
#include "hold_gate.h"
#include "home_data.h"
#include "interview_controller.h"
#include "list_rows.h"
#include "passphrase_field.h"
#include "peil/protocol/open_item.h"
#include "peil/study/vocabulary.h"
#include "rescue_controller.h"
#include "secret_code.h"
#include "sync_controller.h"

namespace peil::mobile {

/// The state of the app and its possible transitions, from the lock page to the interviews. Root object for QML.
class AppController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made in main().")
    Q_PROPERTY(Page page READ page NOTIFY pageChanged FINAL)
    /// True while the store is open: whatever the page, it can then show something about a person.
    Q_PROPERTY(bool unlocked READ isUnlocked NOTIFY unlockedChanged FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged FINAL)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged FINAL)
    /// Shown once, after a store was made; empty at any other time.
    Q_PROPERTY(peil::mobile::SecretCode* recoveryCode READ recoveryCode CONSTANT FINAL)
    Q_PROPERTY(int secondsToWait READ secondsToWait NOTIFY lockStateChanged FINAL)
    Q_PROPERTY(int triesLeft READ triesLeft NOTIFY lockStateChanged FINAL)
    /// Of the PIN of this shift; 0 = there is none.
    Q_PROPERTY(int pinTriesLeft READ pinTriesLeft NOTIFY lockStateChanged FINAL)
    /// One sentence about what was done; empty after the next page.
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged FINAL)
    /// Before the automatic lock; 0 = it is not near.
    Q_PROPERTY(int secondsToLock READ secondsToLock NOTIFY secondsToLockChanged FINAL)
    Q_PROPERTY(QString studyTitle READ studyTitle NOTIFY homeChanged FINAL)
    Q_PROPERTY(QString cityName READ cityName NOTIFY homeChanged FINAL)
    /// Of this shift; empty until it is chosen.
    Q_PROPERTY(QString place READ place NOTIFY homeChanged FINAL)
    /// What is shown once a place was chosen: Interview, Contacts or Home.
    Q_PROPERTY(Page afterPlace READ afterPlace NOTIFY pageChanged FINAL)
    Q_PROPERTY(QString serverName READ serverName NOTIFY homeChanged FINAL)
    /// The tablet is with the person who is interviewed.
    Q_PROPERTY(bool participantHolds READ participantHolds NOTIFY holderChanged FINAL)
    /// Of the pages: that of the app; while the participant holds the tablet that of the interview, if the app has it.
    Q_PROPERTY(QString shownLanguage READ shownLanguage NOTIFY shownLanguageChanged FINAL)
    Q_PROPERTY(peil::mobile::AppSettings* settings READ settings CONSTANT FINAL)
    Q_PROPERTY(peil::mobile::InterviewController* interview READ interview CONSTANT FINAL)
    Q_PROPERTY(peil::mobile::SyncController* sync READ sync CONSTANT FINAL)
    Q_PROPERTY(peil::mobile::ContactController* contacts READ contacts CONSTANT FINAL)
    Q_PROPERTY(peil::mobile::RescueController* rescue READ rescue CONSTANT FINAL)
    /// Held to seal the interview that is complete, and to end one that is not.
    Q_PROPERTY(peil::mobile::HoldGate* sealing READ sealing CONSTANT FINAL)
    Q_PROPERTY(peil::mobile::HoldGate* stopping READ stopping CONSTANT FINAL)
    /// Rows: InterviewItem.
    Q_PROPERTY(peil::mobile::RowListModel* interviews READ interviews CONSTANT FINAL)
    /// One sentence when the tablet's clock is wrong; empty if it is right, or no one knows.
    Q_PROPERTY(QString clockNotice READ clockNotice NOTIFY homeChanged FINAL)
    /// Interviews that the list does not show yet; every draft is always shown.
    Q_PROPERTY(int unlisted READ unlisted NOTIFY homeChanged FINAL)
    /// Rows: QuotaItem.
    Q_PROPERTY(peil::mobile::RowListModel* quotas READ quotas CONSTANT FINAL)
    /// One sentence: how many of the city's interviews, and of those waiting here, do not count, and why.
    Q_PROPERTY(QString notCounted READ notCounted NOTIFY homeChanged FINAL)
    /// Rows: SiteItem.
    Q_PROPERTY(peil::mobile::RowListModel* sites READ sites CONSTANT FINAL)
    /// Rows: ReferralItem.
    Q_PROPERTY(peil::mobile::RowListModel* referrals READ referrals CONSTANT FINAL)
public:
    enum Page {
        Starting,
        CreateStore,
        RecoveryCode,
        Stopped, ///< permanently locked, or files of the store are missing; `error` states which
        Unlock,
        Enrol,
        NoStudy,
        Home,
        ChooseSite,
        Interview,
        Sections,
        Review,
        Finished,
        Sync,
        Referrals,
        Settings,
        ChangePassphrase,
        SetPin,
        Contacts
    };
    Q_ENUM(Page)
    /// The values of study::BreakOff.
    enum BreakOffReason {
        NoTime = static_cast<int>(study::BreakOff::NoTime),
        WantsToStop = static_cast<int>(study::BreakOff::WantsToStop),
        Interrupted = static_cast<int>(study::BreakOff::Interrupted),
        OtherReason = static_cast<int>(study::BreakOff::Other),
    };
    Q_ENUM(BreakOffReason)
    /// The values of protocol::DiscardReason.
    enum DiscardReason {
        Mistake = static_cast<int>(protocol::DiscardReason::Mistake),
        WrongPlace = static_cast<int>(protocol::DiscardReason::WrongPlace),
        StartedTwice = static_cast<int>(protocol::DiscardReason::StartedTwice),
        TriedOut = static_cast<int>(protocol::DiscardReason::TriedOut),
        AnotherReason = static_cast<int>(protocol::DiscardReason::Other),
    };
    Q_ENUM(DiscardReason)
    AppController(const QString& folder, const QString& language, const Clock& clock, Rng& rng,
                  crypto::PassphraseCost cost = {}, const Clock& waits = bootClock(), QObject* parent = nullptr);

    /// Looks whether there is a store, and shows the page that fits.
    void begin();
    /// Says everything again in the language of the app, after its translation has been installed.
    void retranslate();
    [[nodiscard]] StorageThread& storage() { return m_storage; }

    Q_INVOKABLE void createStore(peil::mobile::PassphraseField* passphrase, peil::mobile::PassphraseField* again);
    /// `typed`: the last group of the recovery code, from paper.
    Q_INVOKABLE void confirmRecoveryCode(peil::mobile::PassphraseField* typed);
    Q_INVOKABLE void changePassphrase(peil::mobile::PassphraseField* now, peil::mobile::PassphraseField* next,
                                      peil::mobile::PassphraseField* again);
    /// A PIN for locking and unlocking within this shift.
    Q_INVOKABLE void setPin(peil::mobile::PassphraseField* pin, peil::mobile::PassphraseField* again);
    Q_INVOKABLE void dropPin();
    Q_INVOKABLE void unlockWithPin(peil::mobile::PassphraseField* pin);
    Q_INVOKABLE void unlock(peil::mobile::PassphraseField* passphrase);
    Q_INVOKABLE void lock();
    Q_INVOKABLE void enrol(const QString& code);
    Q_INVOKABLE void show(peil::mobile::AppController::Page page);
    /// At the place of this shift; as the page Contacts, it asks for the place first if none is chosen.
    Q_INVOKABLE void newInterview();
    /// Asks for the place again. @param then  Interview, Contacts or Home
    Q_INVOKABLE void changePlace(peil::mobile::AppController::Page then);
    /// For this shift: kShift from now on.
    Q_INVOKABLE void choosePlace(const QString& siteCode);
    Q_INVOKABLE void startInterview(const QString& siteCode);
    Q_INVOKABLE void openInterview(const QString& id);
    /// Suspends the interview, to go on another time.
    Q_INVOKABLE void pauseInterview();
    Q_INVOKABLE void finaliseInterview();
    /// Finalises an interview as it is.
    Q_INVOKABLE void finaliseBrokenOff(peil::mobile::AppController::BreakOffReason reason);
    /// Erases the open interview with all answers; that it was, and why, is counted.
    Q_INVOKABLE void discardInterview(peil::mobile::AppController::DiscardReason reason);
    /// Lists kListStep interviews more.
    Q_INVOKABLE void showMore();
    Q_INVOKABLE void clearError();

    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] bool isUnlocked() const { return m_unlocked; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] SecretCode* recoveryCode() { return &m_recoveryCode; }
    [[nodiscard]] int secondsToWait() const { return static_cast<int>(m_lockState.delay.count()); }
    [[nodiscard]] int pinTriesLeft() const { return m_lockState.pinTriesLeft; }
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] int secondsToLock() const { return m_secondsToLock; }
    void setSecondsToLock(int seconds);
    /// How long the study lets the tablet lie untouched.
    [[nodiscard]] std::chrono::minutes lockAfter() const;
    [[nodiscard]] int triesLeft() const { return m_lockState.triesLeft; }
    [[nodiscard]] QString studyTitle() const;
    /// Of the open interview, else the newest; null before there is one.
    [[nodiscard]] FieldStudyPointer shownStudy() const;
    [[nodiscard]] QString notCounted() const;
    [[nodiscard]] QString clockNotice() const;
    [[nodiscard]] QString cityName() const;
    [[nodiscard]] QString serverName() const;
    [[nodiscard]] bool participantHolds() const;
    [[nodiscard]] QString shownLanguage() const { return m_shownLanguage; }
    [[nodiscard]] AppSettings* settings() { return &m_settings; }
    [[nodiscard]] InterviewController* interview() { return &m_interview; }
    [[nodiscard]] SyncController* sync() { return &m_sync; }
    [[nodiscard]] ContactController* contacts() { return &m_contacts; }
    [[nodiscard]] QString place() const;
    [[nodiscard]] Page afterPlace() const { return m_afterPlace; }
    [[nodiscard]] RescueController* rescue() { return &m_rescue; }
    [[nodiscard]] HoldGate* sealing() { return &m_sealing; }
    [[nodiscard]] HoldGate* stopping() { return &m_stopping; }
    [[nodiscard]] RowListModel* interviews() { return &m_interviews; }
    [[nodiscard]] int unlisted() const { return static_cast<int>(m_home.interviews.size()) - m_interviews.rowCount(); }
    [[nodiscard]] RowListModel* quotas() { return &m_quotas; }
    [[nodiscard]] RowListModel* sites() { return &m_sites; }
    [[nodiscard]] RowListModel* referrals() { return &m_referrals; }

    static constexpr std::size_t kListStep = 20;

Q_SIGNALS:
    void pageChanged();
    void unlockedChanged();
    void busyChanged();
    void errorChanged();
    void noticeChanged();
    void lockStateChanged();
    void secondsToLockChanged();
    void homeChanged();
    void holderChanged();
    void shownLanguageChanged();

private:
    void chooseLanguage();
    void setPage(Page page);
    void setUnlocked(bool unlocked);
    void setBusy(bool busy);
    void setError(const QString& error);
    void setNotice(const QString& notice);
    void afterOpening();
    void readLockState();
    void stop(const Error& error);
    void afterUnlock();
    void load(Page then);
    void wipe();
    void takeHome(HomeData home, Page then);
    void refreshLists();
    void finalise(Outcome outcome);
    void openDraft(struct OpenedDraft draft);
    void notOpened(const Error& error);
    void goToPlace(Page then);
    /// Empty while none is chosen, and when its shift is over.
    [[nodiscard]] std::string placeCode() const;
    [[nodiscard]] InterviewSetting setting(const QString& siteCode) const;
    [[nodiscard]] QString siteName(const std::string& code) const;

    FieldClock m_clock;
    Rng* m_rng;
    StorageThread m_storage;
    AppSettings m_settings;
    InterviewController m_interview;
    SyncController m_sync;
    EnrolmentRun m_enrolment;
    ContactController m_contacts;
    RescueController m_rescue;
    HoldGate m_sealing, m_stopping;
    RowList<InterviewItem> m_interviews{this};
    RowList<QuotaItem> m_quotas{this};
    RowList<SiteItem> m_sites{this};
    RowList<ReferralItem> m_referrals{this};
    QTimer m_lockTimer;
    HomeData m_home;
    LockState m_lockState;
    InterviewId m_underWay; ///< was on the screen when the tablet was locked; its draft is opened after the unlock
    SecretCode m_recoveryCode{this};
    QString m_error, m_notice, m_shownLanguage;
    std::size_t m_listed = kListStep;
    Page m_page = Starting, m_afterPlace = Interview;
    int m_secondsToLock = 0;
    bool m_unlocked = false;
    bool m_busy = false;
    /// Increased by each lock, so that data read before it is not shown on the locked tablet.
    unsigned m_session = 0;
};

} // namespace peil::mobile
