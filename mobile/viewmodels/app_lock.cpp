// SPDX-License-Identifier: Apache-2.0
// From the first start to the open tablet and back: passphrase, recovery code, PIN, lock and wipe.
#include "app_controller.h"
#include "messages.h"

#include "peil/crypto/error.h"

namespace peil::mobile {
namespace {

constexpr std::size_t kLastGroup = 4; ///< of the recovery code

/// No passphrase can open this store, or only after a file is restored.
bool stopsTablet(const Error& error) {
    return error.code == crypto::CryptoErrc::SlotsDestroyed || error.code == storage::StorageErrc::WrongKey ||
           error.code == storage::StorageErrc::Corrupt;
}

} // namespace

void AppController::begin() {
    m_storage.run([](Vault& vault) { return vault.lockState(); }).then(this, [this](const Result<LockState>& state) {
        if (!state) return stop(state.error());
        m_lockState = *state;
        Q_EMIT lockStateChanged();
        setPage(m_lockState.exists ? Unlock : CreateStore);
    });
}

void AppController::readLockState() {
    m_storage.run([](Vault& vault) { return vault.lockState(); }).then(this, [this](const Result<LockState>& state) {
        if (!state) return stop(state.error());
        m_lockState = *state;
        if (m_lockState.delay.count() == 0) m_lockTimer.stop();
        Q_EMIT lockStateChanged();
    });
}

void AppController::stop(const Error& error) {
    m_lockTimer.stop();
    setError(Messages::of(error));
    m_rescue.refresh();
    setUnlocked(false);
    setPage(Stopped);
}

void AppController::createStore(PassphraseField* passphrase, PassphraseField* again) {
    if (m_busy || passphrase == nullptr || again == nullptr) return;
    if (!passphrase->equals(*again)) {
        again->clear();
        return setError(tr("The passphrases do not match. Type the second one again."));
    }
    setBusy(true);
    again->clear();
    m_storage.run([secret = passphrase->take()](Vault& vault) { return vault.create(secret); })
        .then(this, [this](Result<crypto::SecretBytes> code) {
            setBusy(false);
            if (!code) return setError(Messages::of(code.error()));
            m_recoveryCode.put(std::move(*code));
            setError({});
            setUnlocked(true);
            setPage(RecoveryCode);
        });
}

void AppController::confirmRecoveryCode(PassphraseField* typed) {
    if (typed == nullptr) return;
    const bool right = typed->equalsAsCode(m_recoveryCode.view().last(kLastGroup));
    typed->clear();
    if (!right) return setError(tr("These are not the last four characters of the code. Check the paper."));
    setError({});
    m_recoveryCode.clear();
    afterUnlock();
}

void AppController::changePassphrase(PassphraseField* now, PassphraseField* next, PassphraseField* again) {
    if (m_busy || now == nullptr || next == nullptr || again == nullptr) return;
    if (!next->equals(*again)) {
        again->clear();
        return setError(tr("The passphrases do not match. Type the second one again."));
    }
    setBusy(true);
    again->clear();
    m_storage
        .run([before = now->take(), after = next->take()](Vault& vault) {
            return vault.changePassphrase(before, after);
        })
        .then(this, [this, session = m_session](const Result<>& changed) {
            if (session != m_session) return;
            setBusy(false);
            if (!changed && stopsTablet(changed.error())) return stop(changed.error());
            readLockState();
            if (!changed) return setError(Messages::of(changed.error()));
            show(Settings);
            setNotice(tr("The passphrase was changed."));
        });
}

void AppController::setPin(PassphraseField* pin, PassphraseField* again) {
    if (m_busy || pin == nullptr || again == nullptr) return;
    if (!pin->equals(*again)) {
        again->clear();
        return setError(tr("The PINs do not match. Type the second one again."));
    }
    setBusy(true);
    again->clear();
    m_storage.run([secret = pin->take()](Vault& vault) { return vault.setPin(secret); })
        .then(this, [this, session = m_session](const Result<>& made) {
            if (session != m_session) return;
            setBusy(false);
            readLockState();
            if (!made)
                return setError(made.error().code == crypto::CryptoErrc::WeakPassphrase
                                    ? tr("Choose six digits that are not in a row.")
                                    : Messages::of(made.error()));
            show(Settings);
            setNotice(tr("Until the end of this shift, the PIN unlocks the tablet."));
        });
}

void AppController::dropPin() {
    m_storage
        .run([](Vault& vault) -> Result<> {
            vault.dropPin();
            return {};
        })
        .then(this, [this](const Result<>&) { readLockState(); });
}

void AppController::unlockWithPin(PassphraseField* pin) {
    if (m_busy || pin == nullptr || pin->length() == 0) return;
    setBusy(true);
    m_storage.run([secret = pin->take()](Vault& vault) { return vault.unlockWithPin(secret); })
        .then(this, [this](const Result<>& opened) {
            setBusy(false);
            readLockState();
            if (opened) return afterOpening();
            if (opened.error().code == crypto::CryptoErrc::WrongPassphrase) return setError(tr("Wrong PIN."));
            if (opened.error().code == crypto::CryptoErrc::SlotsDestroyed)
                return setError(tr("The PIN is no longer valid. Use the passphrase."));
            if (stopsTablet(opened.error())) return stop(opened.error());
            setError(Messages::of(opened.error()));
        });
}

void AppController::afterOpening() {
    setError({});
    setUnlocked(true);
    afterUnlock();
}

void AppController::unlock(PassphraseField* passphrase) {
    if (m_busy || passphrase == nullptr || passphrase->length() == 0) return;
    setBusy(true);
    m_storage.run([secret = passphrase->take()](Vault& vault) { return vault.unlock(secret); })
        .then(this, [this](const Result<>& opened) {
            setBusy(false);
            setError(opened ? QString() : Messages::of(opened.error()));
            if (!opened && stopsTablet(opened.error())) return stop(opened.error());
            readLockState();
            if (opened) return afterOpening();
            m_lockTimer.start();
        });
}

void AppController::lock() {
    ++m_session;
    setBusy(false);
    m_sync.stop();
    m_underWay = m_interview.isOpen() ? m_interview.run()->id() : InterviewId();
    m_interview.close();
    m_contacts.close();
    m_home = {};
    m_listed = kListStep;
    refreshLists();
    setError({});
    setUnlocked(false);
    setPage(Unlock);
    m_storage
        .run([](Vault& vault) -> Result<> {
            vault.lock();
            return {};
        })
        .then(this, [this](const Result<>&) { readLockState(); });
}

void AppController::wipe() {
    m_storage.run([](Vault& vault) { return vault.wipe(); })
        .then(this, [this, farewell = m_sync.message()](const Result<>& wiped) {
            // An interview that was finished meanwhile is sent by the next run, which ends here again.
            if (!wiped && wiped.error().code == FieldErrc::SyncIncomplete) return;
            m_sync.stop();
            m_interview.close(InterviewController::Unsaved::Drop);
            m_home = {};
            m_underWay = {};
            m_lockState = {};
            setBusy(false);
            refreshLists();
            Q_EMIT lockStateChanged();
            setUnlocked(false);
            setPage(CreateStore);
            setError(wiped ? farewell : Messages::of(wiped.error()));
        });
}

/// The recovery code survives a lock until it is confirmed, because it cannot be shown again.
void AppController::afterUnlock() {
    if (m_recoveryCode.length() > 0) return setPage(RecoveryCode);
    load(Home);
}

} // namespace peil::mobile
