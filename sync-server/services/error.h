// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/result.h"

namespace peil::server::services {

enum class ServiceErrc {
    EnrolmentUnknown = 1,  ///< no such enrolment
    EnrolmentExpired,      ///< older than ten minutes
    EnrolmentUsed,         ///< used or burnt before
    EnrolmentProof,        ///< wrong proof; the enrolment is burnt
    BadCertificateRequest, ///< the request in an enrolment cannot be signed
    DeviceUnknown,         ///< not enrolled here
    DeviceRevoked,         ///< may only upload
    DeviceBlocked,         ///< everything from it is rejected
    DailyLimit,            ///< the tablet has sent as much as one may on one day
    BadBatch,              ///< cannot be read, or is not signed by the device
    NoStudy,               ///< nothing is published
    UnknownPack,           ///< no pack of that hash
    BadPack,               ///< cannot be opened with the signer's key
    OlderPack,             ///< of a lower version than the published one, or another of the same
    OtherSigner,           ///< not the key of the first publication
    SignerRequired,        ///< first publication without a key
    BadBenchmark,          ///< the context says what is wrong with the file
    UnknownCity,           ///< not a city of the study
    BadUser,               ///< the context says what is wrong
    LoginFailed,           ///< wrong name or password
    LoginDelayed,          ///< too many wrong attempts
    BadDataFolder,         ///< a key file of the data folder is missing, damaged or from another server
    DataFolderInUse,       ///< another server uses the data folder
    UnknownInterview,      ///< no interview with that id, or the caller may not review it
    BadReview,             ///< the context says what is wrong
    BadExport,             ///< an export without purpose, name or checksum
    BadAct,                ///< an act of administration that cannot be; the context says why
    FrozenOtherwise,       ///< the name belongs to a frozen dataset with other data
    ReleaseMeanwhile,      ///< there is a newer release than those that this one was checked beside
    UnknownRelease,        ///< no release of that number
    ExportMeanwhile,       ///< what is exported was reviewed or withdrawn since it was listed
    CodeRequired,          ///< right password, but the user has a second factor
    CodeWrong,             ///< not the code of now, or used before
    UserLocked,            ///< correct password of a locked user
    UserUnknown,           ///< no user of that name
    LastAdministrator,     ///< no one could administer the server afterwards
    TokenOff,              ///< there is an administrator: the administration token is off
    SessionUnknown,        ///< no session of that id
    BadToken,              ///< an API token that cannot be made; the context says why
    TokenUnknown,          ///< no API token of that name
};

std::error_code make_error_code(ServiceErrc code) noexcept;

/// A temporary failure of the store, e.g. a full disk: the caller may retry.
[[nodiscard]] bool willPass(const Error& error);

} // namespace peil::server::services
