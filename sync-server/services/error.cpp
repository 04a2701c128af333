// SPDX-License-Identifier: Apache-2.0
#include "services/error.h"

#include "peil/base/error_category.h"
#include "peil/storage/error.h"

namespace peil::server::services {

std::error_code make_error_code(ServiceErrc code) noexcept {
    static constexpr EnumText<ServiceErrc> kMessages[] = {
        {ServiceErrc::EnrolmentUnknown, "no such enrolment"},
        {ServiceErrc::EnrolmentExpired, "the enrolment code has expired"},
        {ServiceErrc::EnrolmentUsed, "the enrolment code has already been used"},
        {ServiceErrc::EnrolmentProof, "wrong proof of the enrolment code"},
        {ServiceErrc::BadCertificateRequest, "the certificate request cannot be signed"},
        {ServiceErrc::DeviceUnknown, "the tablet is not enrolled"},
        {ServiceErrc::DeviceRevoked, "the tablet was revoked"},
        {ServiceErrc::DeviceBlocked, "the tablet is blocked"},
        {ServiceErrc::DailyLimit, "the tablet has reached its daily limit"},
        {ServiceErrc::BadBatch, "the batch cannot be read"},
        {ServiceErrc::NoStudy, "no study is published"},
        {ServiceErrc::UnknownPack, "no such study pack"},
        {ServiceErrc::BadPack, "the study pack cannot be opened"},
        {ServiceErrc::OlderPack, "the study pack is older than the published one"},
        {ServiceErrc::OtherSigner, "the study pack is signed by a different key"},
        {ServiceErrc::SignerRequired, "the signer's key is missing"},
        {ServiceErrc::BadBenchmark, "the benchmark file is invalid"},
        {ServiceErrc::UnknownCity, "not a city of the study"},
        {ServiceErrc::BadUser, "the user cannot be created"},
        {ServiceErrc::LoginFailed, "wrong name or password"},
        {ServiceErrc::LoginDelayed, "too many failed attempts"},
        {ServiceErrc::CodeRequired, "a code of the second factor is needed"},
        {ServiceErrc::CodeWrong, "wrong code"},
        {ServiceErrc::UserLocked, "the user is locked"},
        {ServiceErrc::UserUnknown, "no such user"},
        {ServiceErrc::LastAdministrator, "the last administrator"},
        {ServiceErrc::TokenOff, "the administration token is disabled"},
        {ServiceErrc::SessionUnknown, "no such session"},
        {ServiceErrc::BadToken, "the token cannot be created"},
        {ServiceErrc::TokenUnknown, "no such token"},
        {ServiceErrc::BadDataFolder, "a file of the data folder is invalid"},
        {ServiceErrc::DataFolderInUse, "another server uses the data folder"},
        {ServiceErrc::UnknownInterview, "no such interview"},
        {ServiceErrc::BadReview, "the review is invalid"},
        {ServiceErrc::BadExport, "the export cannot be logged"},
        {ServiceErrc::BadAct, "the action cannot be carried out"},
        {ServiceErrc::FrozenOtherwise, "a frozen dataset with that name has other data"},
        {ServiceErrc::ReleaseMeanwhile, "another release was made meanwhile"},
        {ServiceErrc::UnknownRelease, "no such release"},
        {ServiceErrc::ExportMeanwhile, "what is exported was changed meanwhile"},
    };
    return errorCode("peil.services", kMessages, code);
}

bool willPass(const Error& error) {
    return error.code == storage::StorageErrc::DiskFull || error.code == storage::StorageErrc::Busy;
}

} // namespace peil::server::services
