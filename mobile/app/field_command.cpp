// SPDX-License-Identifier: Apache-2.0
#include "field_command.h"

#include "device_settings.h"
#include "messages.h"
#include "rehearsal.h"

#include "peil/base/file.h"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <unistd.h>

namespace peil::mobile {
namespace {

constexpr std::uintmax_t kMaxRehearsalFile = std::uintmax_t{256} << 20U;

/// Straight to standard output: neither a string of ours nor the buffer of stdio keeps the code.
void printRecoveryCode(const crypto::SecretBytes& code) {
    std::cout.flush();
    for (const auto part : {bytesOf(R"({"recoveryCode":")"), code.view(), bytesOf("\"}\n")}) {
        for (auto left = part; !left.empty();) {
            const auto written = ::write(STDOUT_FILENO, left.data(), left.size());
            if (written < 0 && errno != EINTR) return;
            if (written > 0) left = left.subspan(static_cast<std::size_t>(written));
        }
    }
}

} // namespace

FieldCommand::FieldCommand(Options options, const Clock& clock, Rng& rng, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_rng(&rng)
    , m_clock(clock, bootClock())
    , m_storage(Vault(m_options.store.toStdString(), m_clock, rng))
    , m_enrolment(m_storage, rng, this)
    , m_sync(m_storage, m_clock, rng, this)
    , m_rescue(m_storage, this) {
    connect(&m_rescue, &RescueRun::failed, this, &FieldCommand::giveUp);
    connect(&m_rescue, &RescueRun::finished, this, [this](std::size_t sent) {
        print({{"rescued", sent}});
        finish();
    });
    connect(&m_enrolment, &EnrolmentRun::failed, this, &FieldCommand::giveUp);
    connect(&m_enrolment, &EnrolmentRun::finished, this, [this](const Enrolment& enrolment) {
        print({{"enrolled", enrolment.device.text()}, {"city", enrolment.cityCode}});
        sync(&FieldCommand::afterEnrolment);
    });
    connect(&m_sync, &SyncDriver::failed, this, &FieldCommand::giveUp);
    connect(&m_sync, &SyncDriver::incomplete, this, &FieldCommand::giveUp);
    connect(&m_sync, &SyncDriver::finished, this, &FieldCommand::onSyncFinished);
    connect(&m_sync, &SyncDriver::progress, this, [this](std::size_t sent, std::size_t total) {
        if (!m_options.progress || sent == m_lastSent) return;
        m_lastSent = sent;
        print({{"sent", sent}, {"of", total}});
    });
}

void FieldCommand::print(const boost::json::object& line) {
    std::cout << boost::json::serialize(line) << '\n' << std::flush;
}

void FieldCommand::begin() {
    if (!m_options.rescue.isEmpty()) return m_rescue.begin();
    if (const auto opened = openStore(); !opened) return giveUp(opened.error());
    if (m_options.enrolmentCode.isEmpty()) return afterEnrolment();
    m_enrolment.begin(m_options.enrolmentCode.toStdString());
}

Result<> FieldCommand::openStore() {
    PEIL_TRY(auto passphrase, crypto::SecretBytes::firstLineOf(m_options.passphraseFile.toStdString()));
    const bool mayCreate = !m_options.enrolmentCode.isEmpty();
    PEIL_TRY(const auto recoveryCode, waitFor(m_storage.run([passphrase = std::move(passphrase),
                                                             mayCreate](Vault& vault) -> Result<crypto::SecretBytes> {
                 PEIL_TRY(const auto state, vault.lockState());
                 if (!state.exists && mayCreate) return vault.create(passphrase);
                 PEIL_CHECK(vault.unlock(passphrase));
                 return crypto::SecretBytes();
             })));
    if (!recoveryCode.empty()) printRecoveryCode(recoveryCode);
    PEIL_TRY(const auto check, waitFor(m_storage.withStore(
                                   [](storage::LocalStore& store) { return textSetting(store, kClockSetting); })));
    m_clock.take(check);
    return {};
}

void FieldCommand::afterEnrolment() {
    if (!m_options.rehearse.isEmpty()) {
        if (const auto played = rehearse(); !played) return giveUp(played.error());
    }
    if (m_options.sync) return sync(&FieldCommand::finish);
    finish();
}

Result<> FieldCommand::rehearse() {
    PEIL_TRY(const auto text, readTextFile(m_options.rehearse.toStdString(), kMaxRehearsalFile));
    PEIL_TRY(const auto interviews, parseRehearsal(text));
    PEIL_TRY(auto rehearsal, Rehearsal::open(m_storage, m_clock, *m_rng));
    std::size_t stored = 0;
    if (m_options.progress) {
        rehearsal.tellStored([this, &stored](std::string_view path) {
            print({{"answer", ++stored}, {"question", path}});
        });
    }
    std::size_t finalised = 0;
    for (const auto& interview : interviews) {
        PEIL_CHECK(rehearsal.play(interview));
        print({{"finalised", ++finalised}, {"of", interviews.size()}});
    }
    return {};
}

void FieldCommand::sync(void (FieldCommand::*next)()) {
    m_next = next;
    m_runs = 1;
    m_lastSent = 0;
    m_sync.begin();
}

void FieldCommand::onSyncFinished(protocol::SyncOutcome outcome) {
    if (outcome == protocol::SyncOutcome::Complete) return (this->*m_next)();
    if (outcome == protocol::SyncOutcome::Revoked) return wipe();
    const bool mayHelp = outcome == protocol::SyncOutcome::Offline || outcome == protocol::SyncOutcome::ServerBusy;
    if (mayHelp && m_runs++ < kMaxSyncRuns) return m_sync.begin();
    giveUp({make_error_code(FieldErrc::SyncIncomplete), Messages::of(outcome).toStdString()});
}

void FieldCommand::wipe() {
    m_storage.run([](Vault& vault) { return vault.wipe(); }).then(this, [this](const Result<>& wiped) {
        if (!wiped) return giveUp(wiped.error());
        giveUp({make_error_code(FieldErrc::Revoked),
                "The study office has revoked this tablet: all finished interviews "
                "have been sent, and its data have been erased; return the tablet."});
    });
}

void FieldCommand::finish() {
    Q_EMIT done(0);
}

void FieldCommand::giveUp(const Error& error) {
    m_problem = error;
    std::cerr << "peil-tablet: " << describe(error) << '\n';
    Q_EMIT done(1);
}

} // namespace peil::mobile
