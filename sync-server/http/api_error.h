// SPDX-License-Identifier: Apache-2.0
#pragma once

// The catalogue of the server's error responses. Ids are part of the API (api/openapi.yaml): programs depend on them,
// so an id never changes its meaning and is never reused.

#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>

namespace peil::server::http {

enum class ApiError : std::uint8_t {
    BadFraming,          ///< the bytes are not one well-formed HTTP/1.1 request
    LengthRequired,      ///< a body without Content-Length, or any Transfer-Encoding
    BodyTooLarge,        ///< Content-Length above the limit
    HeaderTooLarge,      ///< more header bytes or fields than the limits
    TargetTooLong,       ///< request target above 1024 bytes
    NotFound,            ///< no such path
    MethodNotAllowed,    ///< the path exists, the method does not
    UnsupportedType,     ///< a body of another media type than the route takes
    TooManyConnections,  ///< more connections of one device than the limit
    Busy,                ///< the work queue is full: try again later
    Internal,            ///< ours; the log has the reason, the answer has not
    CertificateRequired, ///< device route without a client certificate
    DeviceUnknown,       ///< a certificate of a device that is not enrolled here
    DeviceRevoked,       ///< the device may only upload
    DeviceBlocked,       ///< everything from the device is rejected, before a large body is read
    DailyLimit,          ///< the device has sent as much as one may on one day
    BadMessage,          ///< a body that is not the message that the route takes
    BadBatch,            ///< a batch that cannot be read or is not signed by the device
    EnrolmentUnknown,    ///< no such enrolment code
    EnrolmentExpired,    ///< the code is older than ten minutes
    EnrolmentUsed,       ///< the code was used or burnt before
    EnrolmentProof,      ///< wrong proof; the code is burnt
    NoStudy,             ///< nothing is published yet
    UnknownPack,         ///< no study pack of that hash
    BadPack,             ///< not a study pack, or not signed by the given key
    OlderPack,           ///< of a lower version than the published one, or another of the same; the message says which
    OtherSigner,         ///< signed by another key than the one first published with
    SignerRequired,      ///< the first publication must name the signer's key
    BadBenchmark,        ///< a benchmark file that cannot be used; the message says why
    UnknownCity,         ///< not a city of the study
    BadUser,             ///< name, password, role or city of a new user cannot be used
    LoginFailed,         ///< wrong name or password
    LoginDelayed,        ///< too many wrong attempts: wait
    LoginRequired,       ///< no session, or it has ended
    Forbidden,           ///< the role may not do this
    BadOrigin,           ///< Origin is not this server
    BadCsrfToken,        ///< X-CSRF-Token is not that of the session
    TokenRequired,       ///< administration route without a session or an API token
    UnknownInterview,    ///< no interview with that id, or the caller may not review it
    BadReview,           ///< a review that cannot be; the message says why
    BadExport,           ///< an export without purpose, name or checksum; the message says which
    BadAct,              ///< an act of administration that cannot be; the message says why
    FrozenOtherwise,     ///< the name belongs to a frozen dataset with other data
    UnknownHost,         ///< the Host field is none of this server's names
    TooManyLogins,       ///< more logins of one address under way than the limit
    CodeRequired,        ///< right password, and a code of the second factor is needed
    CodeWrong,           ///< not the code of now, or used before
    UserLocked,          ///< correct password of a locked user
    UserUnknown,         ///< no user of that name
    LastAdministrator,   ///< no one could administer the server afterwards
    TokenOff,            ///< the administration token is off, because there is an administrator
    SessionUnknown,      ///< no session of that id
    BadToken,            ///< an API token that cannot be made; the message says why
    TokenUnknown,        ///< no API token of that name
    EnrolmentDelayed,    ///< too many wrong enrolment codes from one address: wait
    ReleaseMeanwhile,    ///< there is a newer release than those that this one was checked beside
    UnknownRelease,      ///< no release of that number
    ExportMeanwhile,     ///< what is exported was reviewed or withdrawn since it was listed
    Count_,
};

struct ApiErrorEntry {
    ApiError error;
    int status; ///< HTTP status
    std::string_view id;
    std::string_view sentence; ///< the problem and what to do; empty for 5xx
};

[[nodiscard]] const ApiErrorEntry& entryOf(ApiError error);

/// So that a handler can fail() with an entry; the context replaces the catalogue's sentence.
std::error_code make_error_code(ApiError error) noexcept;
/// The entry that a handler failed with, if it did.
[[nodiscard]] std::optional<ApiError> apiErrorOf(const std::error_code& code);
[[nodiscard]] std::optional<ApiError> apiErrorNamed(std::string_view id);

} // namespace peil::server::http
