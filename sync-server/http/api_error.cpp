// SPDX-License-Identifier: Apache-2.0
#include "http/api_error.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

namespace peil::server::http {

namespace {

using enum ApiError;
constexpr std::array<ApiErrorEntry, static_cast<std::size_t>(Count_)> kCatalogue{{
    {BadFraming, 400, "bad_framing", "The request is not well-formed HTTP/1.1; send it again with a plain client."},
    {LengthRequired, 411, "length_required", "The body has no length; send Content-Length and no Transfer-Encoding."},
    {BodyTooLarge, 413, "body_too_large",
     "The body is larger than 4 MiB, the limit of this server; send less at once."},
    {HeaderTooLarge, 431, "header_too_large",
     "The header is larger than 8 KiB or has more than 64 fields; send fewer."},
    {TargetTooLong, 414, "target_too_long", "The request target is longer than 1024 bytes; shorten it."},
    {NotFound, 404, "not_found", "There is no resource at this path; see openapi.yaml."},
    {MethodNotAllowed, 405, "method_not_allowed", "This path does not support the method; see the Allow header."},
    {UnsupportedType, 415, "unsupported_type", "This path does not accept the Content-Type; see openapi.yaml."},
    {TooManyConnections, 429, "too_many_connections",
     "This tablet already has four open connections; close one first."},
    {Busy, 503, "busy", ""},
    {Internal, 500, "internal", ""},
    {CertificateRequired, 403, "certificate_required",
     "This path needs a tablet's certificate; enrol the tablet first."},
    {DeviceUnknown, 403, "device_unknown", "This tablet is not enrolled here; enrol it with a new code."},
    {DeviceRevoked, 403, "device_revoked", "This tablet was revoked; it may only send the interviews that it has."},
    {DeviceBlocked, 403, "device_blocked", "This tablet is blocked; contact the study office."},
    {DailyLimit, 429, "daily_limit",
     "This tablet has reached its daily limit; the remaining interviews stay on the tablet and can be sent tomorrow."},
    {BadMessage, 400, "bad_message", "The body is not the message that this path expects; see openapi.yaml."},
    {BadBatch, 400, "bad_batch", "The batch cannot be read, or is not signed by this tablet; send it again."},
    {EnrolmentUnknown, 403, "enrolment_unknown", "This enrolment code is unknown; ask the coordinator for a new one."},
    {EnrolmentExpired, 403, "enrolment_expired", "This enrolment code has expired; ask the coordinator for a new one."},
    {EnrolmentUsed, 403, "enrolment_used",
     "This enrolment code has already been used; ask the coordinator for a new one."},
    {EnrolmentProof, 403, "enrolment_proof",
     "The proof does not match the enrolment code, which is now void; ask the coordinator for a new one."},
    {NoStudy, 409, "no_study", "No study is published on this server; publish one with peil study publish."},
    {UnknownPack, 404, "unknown_pack", "There is no study pack with this hash; fetch the manifest again."},
    {BadPack, 400, "bad_pack", "The study pack cannot be opened with the signer's key; sign and publish it again."},
    {OlderPack, 409, "older_pack",
     "The study pack is older than the published one; raise its version in study.toml, sign and publish it again."},
    {OtherSigner, 409, "other_signer",
     "The study pack is signed by a different key than this server's study; publish with the original key."},
    {SignerRequired, 400, "signer_required",
     "The first study pack needs the public key of its signer; send it in X-Peil-Signer."},
    {BadBenchmark, 400, "bad_benchmark", "The benchmark file is invalid."},
    {UnknownCity, 400, "unknown_city", "The study has no city with this code; use a code from study.toml."},
    {BadUser, 400, "bad_user", "The user cannot be created."},
    {LoginFailed, 401, "login_failed", "Wrong name or password."},
    {LoginDelayed, 429, "login_delayed", "Too many failed attempts; wait for the time given in Retry-After."},
    {LoginRequired, 401, "login_required", "You are not logged in, or your session has ended; log in."},
    {Forbidden, 403, "forbidden", "Your role does not allow this; ask the administrator."},
    {BadOrigin, 403, "bad_origin", "The request comes from another origin; use the dashboard itself."},
    {BadCsrfToken, 403, "bad_csrf_token", "The page is out of date; reload it."},
    {TokenRequired, 401, "token_required",
     "You are not logged in, or your session or token has ended; log in with peil login, or give a new API token."},
    {UnknownInterview, 404, "unknown_interview", "There is no interview with this id; see the list of interviews."},
    {BadReview, 400, "bad_review", "The review is invalid."},
    {BadExport, 400, "bad_export", "The export cannot be logged."},
    {BadAct, 400, "bad_act", "The action cannot be carried out."},
    {FrozenOtherwise, 409, "frozen_otherwise", "A frozen dataset with this name has other data; use another name."},
    {UnknownHost, 421, "unknown_host",
     "This server does not have this host name; use one of its names, or add this one to hosts in its configuration "
     "file."},
    {TooManyLogins, 429, "too_many_logins", "Several logins from your address are in progress; try again in a moment."},
    {CodeRequired, 401, "code_required", "Also enter the code from your authenticator app."},
    {CodeWrong, 401, "code_wrong",
     "The code is wrong or has already been used; enter the code that your authenticator app shows now."},
    {UserLocked, 403, "user_locked", "Your account is locked; contact the administrator."},
    {UserUnknown, 404, "user_unknown", "There is no user with this name; see the list of users."},
    {LastAdministrator, 409, "last_administrator", "This is the last administrator; add another administrator first."},
    {TokenOff, 403, "token_off",
     "The administration token is disabled because there is an administrator, or it is a different token; log in "
     "instead."},
    {SessionUnknown, 404, "session_unknown", "There is no session with this id; see the list of sessions."},
    {BadToken, 400, "bad_token", "The token cannot be created."},
    {TokenUnknown, 404, "token_unknown", "There is no token with this name; see the list of tokens."},
    {EnrolmentDelayed, 429, "enrolment_delayed",
     "Too many wrong enrolment codes from this address; wait for the time given in Retry-After."},
    {ReleaseMeanwhile, 409, "release_meanwhile",
     "Another release was made while this one was being checked; run the export again."},
    {UnknownRelease, 404, "unknown_release", "There is no release with this number; see the list of releases."},
    {ExportMeanwhile, 409, "export_meanwhile",
     "Interviews were reviewed or withdrawn while this export was being made; run the export again."},
}};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < kCatalogue.size(); ++i)
        if (static_cast<std::size_t>(kCatalogue[i].error) != i) return false;
    return true;
}
static_assert(inOrder());

struct ApiCategory final : std::error_category {
    [[nodiscard]] const char* name() const noexcept override { return "peil.api"; }
    [[nodiscard]] std::string message(int code) const override {
        return std::string(kCatalogue.at(static_cast<std::size_t>(code)).id);
    }
};

const std::error_category& category() {
    static const ApiCategory api;
    return api;
}

} // namespace

const ApiErrorEntry& entryOf(ApiError error) {
    assert(error < Count_);
    return kCatalogue[static_cast<std::size_t>(error)];
}

std::error_code make_error_code(ApiError error) noexcept {
    return {static_cast<int>(error), category()};
}

std::optional<ApiError> apiErrorOf(const std::error_code& code) {
    return code.category() == category() ? std::optional(static_cast<ApiError>(code.value())) : std::nullopt;
}

std::optional<ApiError> apiErrorNamed(std::string_view id) {
    const auto* found = std::ranges::find(kCatalogue, id, &ApiErrorEntry::id);
    return found == kCatalogue.end() ? std::nullopt : std::optional(found->error);
}

} // namespace peil::server::http
