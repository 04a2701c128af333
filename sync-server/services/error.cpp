// SPDX-License-Identifier: Apache-2.0
#include "services/error.h"

#include "peil/storage/error.h"

namespace peil::server::services {

namespace {

class Category final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.services"; }
    [[nodiscard]] std::string message(int code) const override {
        switch (static_cast<ServiceErrc>(code)) {
        case ServiceErrc::EnrolmentUnknown:
            return "no such enrolment";
        case ServiceErrc::EnrolmentExpired:
            return "the enrolment code has expired";
        case ServiceErrc::EnrolmentUsed:
            return "the enrolment code has already been used";
        case ServiceErrc::EnrolmentProof:
            return "wrong proof of the enrolment code";
        case ServiceErrc::BadCertificateRequest:
            return "the certificate request cannot be signed";
        case ServiceErrc::DeviceUnknown:
            return "the tablet is not enrolled";
        case ServiceErrc::DeviceRevoked:
            return "the tablet was revoked";
        case ServiceErrc::DeviceBlocked:
            return "the tablet is blocked";
        case ServiceErrc::DailyLimit:
            return "the tablet has reached its daily limit";
        case ServiceErrc::BadBatch:
            return "the batch cannot be read";
        case ServiceErrc::NoStudy:
            return "no study is published";
        case ServiceErrc::UnknownPack:
            return "no such study pack";
        case ServiceErrc::BadPack:
            return "the study pack cannot be opened";
        case ServiceErrc::OlderPack:
            return "the study pack is older than the published one";
        case ServiceErrc::OtherSigner:
            return "the study pack is signed by a different key";
        case ServiceErrc::SignerRequired:
            return "the signer's key is missing";
        case ServiceErrc::BadBenchmark:
            return "the benchmark file is invalid";
        case ServiceErrc::UnknownCity:
            return "not a city of the study";
        case ServiceErrc::BadUser:
            return "the user cannot be created";
        case ServiceErrc::LoginFailed:
            return "wrong name or password";
        case ServiceErrc::LoginDelayed:
            return "too many failed attempts";
        case ServiceErrc::CodeRequired:
            return "a code of the second factor is needed";
        case ServiceErrc::CodeWrong:
            return "wrong code";
        case ServiceErrc::UserLocked:
            return "the user is locked";
        case ServiceErrc::UserUnknown:
            return "no such user";
        case ServiceErrc::LastAdministrator:
            return "the last administrator";
        case ServiceErrc::TokenOff:
            return "the administration token is disabled";
        case ServiceErrc::SessionUnknown:
            return "no such session";
        case ServiceErrc::BadToken:
            return "the token cannot be created";
        case ServiceErrc::TokenUnknown:
            return "no such token";
        case ServiceErrc::BadDataFolder:
            return "a file of the data folder cannot be used";
        case ServiceErrc::DataFolderInUse:
            return "another server uses the data folder";
        case ServiceErrc::UnknownInterview:
            return "no such interview";
        case ServiceErrc::BadReview:
            return "the review is invalid";
        case ServiceErrc::BadExport:
            return "the export cannot be logged";
        case ServiceErrc::BadAct:
            return "the action cannot be carried out";
        case ServiceErrc::FrozenOtherwise:
            return "a frozen dataset with that name has other data";
        case ServiceErrc::ReleaseMeanwhile:
            return "another release was made meanwhile";
        case ServiceErrc::UnknownRelease:
            return "no such release";
        }
        return "unknown error";
    }
};

} // namespace

const std::error_category& serviceCategory() noexcept {
    static const Category category;
    return category;
}

std::error_code make_error_code(ServiceErrc code) noexcept {
    return {static_cast<int>(code), serviceCategory()};
}

bool willPass(const Error& error) {
    return error.code == storage::StorageErrc::DiskFull || error.code == storage::StorageErrc::Busy;
}

} // namespace peil::server::services
