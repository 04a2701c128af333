// SPDX-License-Identifier: Apache-2.0
#include "messages.h"

#include "field_error.h"

#include "peil/base/error.h"
#include "peil/crypto/error.h"
#include "peil/forms/error.h"
#include "peil/protocol/error.h"
#include "peil/storage/error.h"
#include "peil/study/study.h"

#include <cstdint>
#include <limits>

namespace peil::mobile {
namespace {

template <class Errc>
bool is(const Error& error, Errc code) {
    return error.code == make_error_code(code);
}

} // namespace

/// The message for an error in the tablet's files; empty for other errors.
QString Messages::ofRemains(const Error& error) {
    using crypto::CryptoErrc;
    using storage::StorageErrc;
    if (is(error, CryptoErrc::BadKeyFile))
        return tr("The key file on this tablet is damaged. Return the tablet to the study office.");
    if (is(error, CryptoErrc::SlotsLost) || is(error, FieldErrc::KeysLost))
        return tr("The key files on this tablet are missing, so its interviews cannot be opened. Nothing was changed. "
                  "Return the tablet to the study office and do not set it up again.");
    if (is(error, CryptoErrc::BadDeviceSecret))
        return tr("The secret key of this tablet is missing or damaged, so its interviews cannot be opened. Nothing "
                  "was changed. Return the tablet to the study office and do not set it up again.");
    if (is(error, CryptoErrc::ForeignKeyFile))
        return tr("A key file on this tablet belongs to another tablet. Nothing was changed. Return the tablet to the "
                  "study office.");
    if (is(error, FieldErrc::StoreLost))
        return tr("The file with the interviews on this tablet is missing or empty. No new file was created. Return "
                  "the tablet to the study office and do not set it up again.");
    if (is(error, FieldErrc::StoreExists))
        return tr("This tablet has already been set up. Nothing was overwritten. Restart the app.");
    if (is(error, FieldErrc::AlreadyEnrolled))
        return tr("This tablet has finished interviews for another study office, so it cannot move to this one. "
                  "Nothing was changed.");
    if (is(error, FieldErrc::WrongClock))
        return tr("The date or time on this tablet is wrong, so it cannot verify the server. Correct the clock, then "
                  "sync again.");
    if (is(error, FieldErrc::BadOutbox))
        return tr("A sealed interview on this tablet is damaged. Return the tablet to the study office.");
    if (is(error, FieldErrc::NothingToRescue)) return tr("There is nothing to send on this tablet.");
    if (is(error, FieldErrc::RescueRefused))
        return tr("The server rejected the finished interviews on this tablet. Return the tablet to the study office.");
    if (is(error, FieldErrc::OpenToOthers))
        return tr("Other users of this tablet can read the folder with the interviews. Return the tablet to the study "
                  "office.");
    if (is(error, StorageErrc::DiskFull) || is(error, BaseErrc::DiskFull))
        return tr("The tablet is full, so nothing more can be saved. Free up some space, then continue.");
    if (is(error, StorageErrc::Busy))
        return tr("Another program is using the interviews on this tablet. Close it, then try again.");
    if (is(error, StorageErrc::WrongKey))
        return tr("The passphrase is correct, but the file with the interviews cannot be opened: it is damaged or was "
                  "replaced. Return the tablet to the study office.");
    if (is(error, StorageErrc::Corrupt))
        return tr("Part of the file with the interviews is damaged. Return the tablet to the study office.");
    if (is(error, StorageErrc::IoError))
        return tr("The tablet could not save. Earlier answers are not lost; restart the tablet.");
    return {};
}

QString Messages::of(const Error& error) {
    using crypto::CryptoErrc;
    using study::StudyErrc;
    if (is(error, CryptoErrc::WrongPassphrase)) return tr("Wrong passphrase.");
    if (is(error, CryptoErrc::TooSoon)) return tr("Wait for the countdown to end, then try again.");
    if (is(error, CryptoErrc::SlotsDestroyed))
        return tr("Too many wrong passphrases: unfinished interviews on this tablet are lost. Finished interviews are "
                  "sealed and can still be sent. Return the tablet to the study office.");
    if (is(error, CryptoErrc::WeakPassphrase))
        return tr("This passphrase is too short or too easy to guess. Use five or more unrelated words.");
    if (const auto words = ofRemains(error); !words.isEmpty()) return words;
    if (is(error, FieldErrc::Locked)) return tr("This tablet is locked.");
    if (is(error, FieldErrc::NotEnrolled)) return tr("This tablet is not enrolled in a study yet. Enrol it first.");
    if (is(error, FieldErrc::NoStudy)) return tr("The study is not on this tablet yet. Connect to a network and sync.");
    if (is(error, FieldErrc::BadStudy) || is(error, StudyErrc::BadPack) || is(error, StudyErrc::BadSignature))
        return tr("The study that the server sent is not trusted or cannot be read, so it was rejected. Contact the "
                  "study office.");
    if (is(error, FieldErrc::OlderStudy))
        return tr("The server offers an older version of the study than the one on this tablet, so it was rejected. "
                  "Contact the study office.");
    if (is(error, FieldErrc::WrongServer))
        return tr(
            "This is not the server of your study, so nothing was sent. Check the network, or ask for a new code.");
    if (is(error, FieldErrc::NetworkFailed))
        return tr("The server cannot be reached. Check the network connection and try again.");
    if (is(error, FieldErrc::ServerRefused))
        return tr("The server rejected the code. A code can be used once, within ten minutes; ask for a new one.");
    if (is(error, FieldErrc::NotComplete)) return tr("One question still needs an answer or a reason for no answer.");
    if (is(error, protocol::ProtocolErrc::BadEnrolmentCode))
        return tr(
            "This is not an enrolment code. An enrolment code starts with PEIL1: and comes from the study office.");
    if (is(error, forms::FormsErrc::TooManyInstances)) return tr("No more can be added.");
    return QString::fromStdString(describe(error));
}

QString Messages::of(protocol::SyncOutcome outcome) {
    switch (outcome) {
    case protocol::SyncOutcome::Offline:
        return tr("There is no network, or the server does not respond. Everything is stored on the tablet and will be "
                  "sent at the next sync.");
    case protocol::SyncOutcome::ServerBusy:
        return tr("The server is busy. Everything is stored on the tablet and will be sent at the next sync.");
    case protocol::SyncOutcome::ServerRefused:
        return tr("The server rejected this tablet. Ask your coordinator whether it is still enrolled.");
    case protocol::SyncOutcome::StoreFailure:
        return tr("The tablet could not save what the server sent. Check whether it is full.");
    case protocol::SyncOutcome::StudyRefused:
        return tr("All finished interviews have arrived. The study on the server was rejected: it is older than the "
                  "one on this tablet, not trusted, or cannot be read. Contact the study office.");
    case protocol::SyncOutcome::Revoked:
        return tr("The study office has revoked this tablet. All finished interviews have been sent, and the tablet "
                  "erases its data. Return it to the study office.");
    case protocol::SyncOutcome::Complete:
        break;
    }
    return {};
}

QString Messages::of(TextFault fault, const QString& kept) {
    using Whole = std::numeric_limits<std::int32_t>;
    QString words;
    switch (fault) {
    case TextFault::None:
        return {};
    case TextFault::Unfinished:
        words = tr("Not saved: this number is incomplete. Type the rest or clear the field.");
        break;
    case TextFault::NotANumber:
        words = tr("Not saved: this is not a number. Use digits only.");
        break;
    case TextFault::TooLarge:
        words = tr("Not saved: this number is too large. The maximum is %1.").arg(Whole::max());
        break;
    case TextFault::TooSmall:
        words = tr("Not saved: this number is too small. The minimum is %1.").arg(Whole::min());
        break;
    case TextFault::DoesNotFit:
        words = tr("Not saved: this answer does not fit the question. Change it or clear it.");
        break;
    }
    return kept.isEmpty() ? words : words + QLatin1Char(' ') + tr("The saved answer is still %1.").arg(kept);
}

} // namespace peil::mobile
