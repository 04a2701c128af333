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

/// What is the matter with the files of this tablet; empty when it is something else.
QString Messages::ofRemains(const Error& error) {
    using crypto::CryptoErrc;
    using storage::StorageErrc;
    if (is(error, CryptoErrc::BadKeyFile))
        return tr("The key file of this tablet is damaged. Hand it in at the study office.");
    if (is(error, CryptoErrc::SlotsLost) || is(error, FieldErrc::KeysLost))
        return tr(
            "The key files of this tablet are lost, so its interviews cannot be opened. Nothing was changed. Hand "
            "it in at the study office, and do not set it up again.");
    if (is(error, CryptoErrc::BadDeviceSecret))
        return tr("The device secret of this tablet is missing or damaged, so its interviews cannot be opened. Nothing "
                  "was changed. Hand it in at the study office, and do not set it up again.");
    if (is(error, CryptoErrc::ForeignKeyFile))
        return tr("A key file on this tablet belongs to another tablet. Nothing was changed. Hand it in at the study "
                  "office.");
    if (is(error, FieldErrc::StoreLost))
        return tr("The file with the interviews of this tablet is missing or empty. No new one was made in its place. "
                  "Hand it in at the study office, and do not set it up again.");
    if (is(error, FieldErrc::StoreExists))
        return tr("There is a store on this tablet already, and it is not overwritten. Start the app again.");
    if (is(error, FieldErrc::AlreadyEnrolled))
        return tr("This tablet has finished interviews of another study office, so it stays with that one. Nothing was "
                  "changed.");
    if (is(error, FieldErrc::WrongClock))
        return tr("The date or the time of this tablet is wrong, so it cannot check the server. Set them, then sync "
                  "again.");
    if (is(error, FieldErrc::BadOutbox))
        return tr("A sealed interview on this tablet is damaged. Hand the tablet in at the study office.");
    if (is(error, FieldErrc::NothingToRescue)) return tr("There is nothing on this tablet that can be sent.");
    if (is(error, FieldErrc::RescueRefused))
        return tr("The server does not take what was finished on this tablet. Hand it in at the study office.");
    if (is(error, FieldErrc::OpenToOthers))
        return tr("Other users of this device can read the folder of the interviews. Hand it in at the study office.");
    if (is(error, StorageErrc::DiskFull) || is(error, BaseErrc::DiskFull))
        return tr("The tablet is full: nothing new can be kept. Free some space, then go on.");
    if (is(error, StorageErrc::Busy))
        return tr("Another program holds the store of this tablet. Close it, then try again.");
    if (is(error, StorageErrc::WrongKey))
        return tr("The passphrase is right, but the file with the interviews does not open: it is damaged, or it was "
                  "exchanged for another one. Hand it in at the study office.");
    if (is(error, StorageErrc::Corrupt))
        return tr("A part of the file with the interviews is damaged. Hand it in at the study office.");
    if (is(error, StorageErrc::IoError))
        return tr("The tablet could not write. Nothing that was saved before is lost; restart the tablet.");
    return {};
}

QString Messages::of(const Error& error) {
    using crypto::CryptoErrc;
    using study::StudyErrc;
    if (is(error, CryptoErrc::WrongPassphrase)) return tr("That is not the passphrase.");
    if (is(error, CryptoErrc::TooSoon)) return tr("Wait until the time is over, then try again.");
    if (is(error, CryptoErrc::SlotsDestroyed))
        return tr(
            "There were too many wrong tries: what was begun on this tablet is gone. What was finished is sealed and "
            "can still be sent. Hand it in at the study office.");
    if (is(error, CryptoErrc::WeakPassphrase))
        return tr(
            "This passphrase is too short or easy to guess. Take five words or more that do not belong together.");
    if (const auto words = ofRemains(error); !words.isEmpty()) return words;
    if (is(error, FieldErrc::Locked)) return tr("The store is locked.");
    if (is(error, FieldErrc::NotEnrolled)) return tr("This tablet belongs to no study yet. Enrol it first.");
    if (is(error, FieldErrc::NoStudy))
        return tr("The study is not on this tablet yet. Sync once where there is a network.");
    if (is(error, FieldErrc::BadStudy) || is(error, StudyErrc::BadPack) || is(error, StudyErrc::BadSignature))
        return tr(
            "The study that the server sent cannot be trusted or read, so it was not taken. Tell the study office.");
    if (is(error, FieldErrc::OlderStudy))
        return tr("The server offers an older version of the study than this tablet has, so it was not taken. Tell the "
                  "study office.");
    if (is(error, FieldErrc::WrongServer))
        return tr("This is not the server of your study, so nothing was sent to it. Check the network or ask for a new "
                  "code.");
    if (is(error, FieldErrc::NetworkFailed))
        return tr("The server cannot be reached. Try again where there is a network.");
    if (is(error, FieldErrc::ServerRefused))
        return tr("The server did not accept the code. It works once and for ten minutes; ask for a new one.");
    if (is(error, FieldErrc::NotComplete)) return tr("A question still needs an answer, or a reason for no answer.");
    if (is(error, protocol::ProtocolErrc::BadEnrolmentCode))
        return tr("This is not an enrolment code. It begins with PEIL1: and comes from the study office.");
    if (is(error, forms::FormsErrc::TooManyInstances)) return tr("No more of these can be added.");
    return QString::fromStdString(describe(error));
}

QString Messages::of(TextFault fault, const QString& kept) {
    using Whole = std::numeric_limits<std::int32_t>;
    QString words;
    switch (fault) {
    case TextFault::None:
        return {};
    case TextFault::Unfinished:
        words = tr("Not saved: this number is not finished. Type the rest, or clear it.");
        break;
    case TextFault::NotANumber:
        words = tr("Not saved: this is not a number. Use digits only.");
        break;
    case TextFault::TooLarge:
        words = tr("Not saved: this number is too large. The highest is %1.").arg(Whole::max());
        break;
    case TextFault::TooSmall:
        words = tr("Not saved: this number is too small. The lowest is %1.").arg(Whole::min());
        break;
    case TextFault::DoesNotFit:
        words = tr("Not saved: this answer does not fit the question. Change it, or clear it.");
        break;
    }
    return kept.isEmpty() ? words : words + QLatin1Char(' ') + tr("The answer is still %1.").arg(kept);
}

} // namespace peil::mobile
