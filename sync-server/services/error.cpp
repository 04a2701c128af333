// SPDX-License-Identifier: Apache-2.0
#include "services/error.h"

#include "peil/base/error_category.h"
#include "peil/storage/error.h"

namespace peil::server::services {

std::error_code make_error_code(ServiceErrc code) noexcept {
    // What a caller can cause has the id of the API's response (http/api_error.h).
    static constexpr EnumText<ServiceErrc> kMessages[] = {
        {ServiceErrc::EnrolmentUnknown, "enrolment_unknown"},
        {ServiceErrc::EnrolmentExpired, "enrolment_expired"},
        {ServiceErrc::EnrolmentUsed, "enrolment_used"},
        {ServiceErrc::EnrolmentProof, "enrolment_proof"},
        {ServiceErrc::BadCertificateRequest, "bad_message"},
        {ServiceErrc::DeviceUnknown, "device_unknown"},
        {ServiceErrc::DeviceRevoked, "device_revoked"},
        {ServiceErrc::DeviceBlocked, "device_blocked"},
        {ServiceErrc::DailyLimit, "daily_limit"},
        {ServiceErrc::BadBatch, "bad_batch"},
        {ServiceErrc::NoStudy, "no_study"},
        {ServiceErrc::UnknownPack, "unknown_pack"},
        {ServiceErrc::BadPack, "bad_pack"},
        {ServiceErrc::OlderPack, "older_pack"},
        {ServiceErrc::OtherSigner, "other_signer"},
        {ServiceErrc::SignerRequired, "signer_required"},
        {ServiceErrc::BadBenchmark, "bad_benchmark"},
        {ServiceErrc::UnknownCity, "unknown_city"},
        {ServiceErrc::BadUser, "bad_user"},
        {ServiceErrc::LoginFailed, "login_failed"},
        {ServiceErrc::LoginDelayed, "login_delayed"},
        {ServiceErrc::CodeRequired, "code_required"},
        {ServiceErrc::CodeWrong, "code_wrong"},
        {ServiceErrc::UserLocked, "user_locked"},
        {ServiceErrc::UserUnknown, "user_unknown"},
        {ServiceErrc::LastAdministrator, "last_administrator"},
        {ServiceErrc::TokenOff, "token_off"},
        {ServiceErrc::SessionUnknown, "session_unknown"},
        {ServiceErrc::BadToken, "bad_token"},
        {ServiceErrc::TokenUnknown, "token_unknown"},
        {ServiceErrc::BadDataFolder, "a file of the data folder is invalid"},
        {ServiceErrc::DataFolderInUse, "another server uses the data folder"},
        {ServiceErrc::UnknownInterview, "unknown_interview"},
        {ServiceErrc::BadReview, "bad_review"},
        {ServiceErrc::BadExport, "bad_export"},
        {ServiceErrc::BadAct, "bad_act"},
        {ServiceErrc::FrozenOtherwise, "frozen_otherwise"},
        {ServiceErrc::ReleaseMeanwhile, "release_meanwhile"},
        {ServiceErrc::UnknownRelease, "unknown_release"},
        {ServiceErrc::ExportMeanwhile, "export_meanwhile"},
    };
    return errorCode("peil.services", kMessages, code);
}

bool willPass(const Error& error) {
    return error.code == storage::StorageErrc::DiskFull || error.code == storage::StorageErrc::Busy;
}

} // namespace peil::server::services
