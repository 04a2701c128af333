// SPDX-License-Identifier: Apache-2.0
#include "field_error.h"

namespace peil::mobile {
namespace {

class FieldCategory final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.field"; }
    [[nodiscard]] std::string message(int value) const override {
        switch (static_cast<FieldErrc>(value)) {
        case FieldErrc::Locked:
            return "the store is locked";
        case FieldErrc::NoStore:
            return "there is no store in this folder";
        case FieldErrc::StoreExists:
            return "this folder already contains a store";
        case FieldErrc::NotEnrolled:
            return "this tablet is not enrolled in a study";
        case FieldErrc::NoStudy:
            return "this tablet has no study yet";
        case FieldErrc::BadStudy:
            return "the form of the study cannot be read";
        case FieldErrc::OlderStudy:
            return "the study is older than the one on this tablet";
        case FieldErrc::UnknownSite:
            return "the study has no such site";
        case FieldErrc::NoRecipient:
            return "the study names no recipient for sealed interviews";
        case FieldErrc::WrongServer:
            return "the server is not the one in the enrolment code";
        case FieldErrc::ServerRefused:
            return "the server rejected the request";
        case FieldErrc::NetworkFailed:
            return "the server did not respond";
        case FieldErrc::SyncIncomplete:
            return "the sync ended before everything was sent";
        case FieldErrc::Revoked:
            return "the study office has revoked this tablet";
        case FieldErrc::BadAnswers:
            return "the answers cannot be read";
        case FieldErrc::AnswerRefused:
            return "the form rejected an answer";
        case FieldErrc::NeverReached:
            return "a question was never asked";
        case FieldErrc::NotComplete:
            return "the interview is not complete";
        case FieldErrc::KeysLost:
            return "the keys of the store are missing";
        case FieldErrc::StoreLost:
            return "the store is missing or empty";
        case FieldErrc::AlreadyEnrolled:
            return "this tablet is already enrolled";
        case FieldErrc::WrongClock:
            return "the clock of this tablet is wrong";
        case FieldErrc::BadOutbox:
            return "a file of the outbox is damaged";
        case FieldErrc::RescueRefused:
            return "the server rejected the finished interviews";
        case FieldErrc::NothingToRescue:
            return "there is nothing to send";
        case FieldErrc::OpenToOthers:
            return "other users can read the folder of the store";
        }
        return "unknown error";
    }
};

} // namespace

const std::error_category& fieldCategory() noexcept {
    static const FieldCategory category;
    return category;
}

std::error_code make_error_code(FieldErrc code) noexcept {
    return {static_cast<int>(code), fieldCategory()};
}

} // namespace peil::mobile
