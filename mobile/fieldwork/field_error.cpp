// SPDX-License-Identifier: Apache-2.0
#include "field_error.h"

#include "peil/base/error_category.h"

namespace peil::mobile {

std::error_code make_error_code(FieldErrc code) noexcept {
    static constexpr EnumText<FieldErrc> kMessages[] = {
        {FieldErrc::Locked, "the store is locked"},
        {FieldErrc::NoStore, "there is no store in this folder"},
        {FieldErrc::StoreExists, "this folder already contains a store"},
        {FieldErrc::NotEnrolled, "this tablet is not enrolled in a study"},
        {FieldErrc::NoStudy, "this tablet has no study yet"},
        {FieldErrc::BadStudy, "the form of the study cannot be read"},
        {FieldErrc::OlderStudy, "the study is older than the one on this tablet"},
        {FieldErrc::UnknownSite, "the study has no such site"},
        {FieldErrc::NoRecipient, "the study names no recipient for sealed interviews"},
        {FieldErrc::WrongServer, "the server is not the one in the enrolment code"},
        {FieldErrc::ServerRefused, "the server rejected the request"},
        {FieldErrc::NetworkFailed, "the server did not respond"},
        {FieldErrc::SyncIncomplete, "the sync ended before everything was sent"},
        {FieldErrc::Revoked, "the study office has revoked this tablet"},
        {FieldErrc::BadAnswers, "the answers cannot be read"},
        {FieldErrc::AnswerRefused, "the form rejected an answer"},
        {FieldErrc::NeverReached, "a question was never asked"},
        {FieldErrc::NotComplete, "the interview is not complete"},
        {FieldErrc::KeysLost, "the keys of the store are missing"},
        {FieldErrc::StoreLost, "the store is missing or empty"},
        {FieldErrc::AlreadyEnrolled, "this tablet is already enrolled"},
        {FieldErrc::WrongClock, "the clock of this tablet is wrong"},
        {FieldErrc::BadOutbox, "a file of the outbox is damaged"},
        {FieldErrc::RescueRefused, "the server rejected the finished interviews"},
        {FieldErrc::NothingToRescue, "there is nothing to send"},
        {FieldErrc::OpenToOthers, "other users can read the folder of the store"},
    };
    return errorCode("peil.field", kMessages, code);
}

} // namespace peil::mobile
