// SPDX-License-Identifier: Apache-2.0
#include "http/api_error.h"

#include <array>
#include <cassert>

namespace peil::server::http {

namespace {

using enum ApiError;
constexpr std::array<ApiErrorEntry, static_cast<std::size_t>(Count_)> kCatalogue{{
    {BadFraming, 400, "bad_framing", "The request is not well-formed HTTP/1.1; send it again with a plain client."},
    {LengthRequired, 411, "length_required", "The body has no length; send Content-Length and no Transfer-Encoding."},
    {BodyTooLarge, 413, "body_too_large", "The body is larger than 4 MiB; send less at once."},
    {HeaderTooLarge, 431, "header_too_large",
     "The header is larger than 8 KiB or has more than 64 fields; send fewer."},
    {TargetTooLong, 414, "target_too_long", "The request target is longer than 1024 bytes; shorten it."},
    {NotFound, 404, "not_found", "There is nothing at this path; look in openapi.yaml."},
    {MethodNotAllowed, 405, "method_not_allowed", "This path does not take the method; see the Allow header."},
    {UnsupportedType, 415, "unsupported_type", "The Content-Type is not what this path takes; look in openapi.yaml."},
    {TooManyConnections, 429, "too_many_connections", "This tablet has four connections open; close one first."},
    {Busy, 503, "busy", ""},
    {Internal, 500, "internal", ""},
    {CertificateRequired, 403, "certificate_required",
     "This path needs a tablet's certificate; enrol the tablet first."},
    {DeviceUnknown, 403, "device_unknown", "This tablet is not enrolled here; enrol it with a new code."},
    {DeviceRevoked, 403, "device_revoked", "This tablet was revoked; it may only send what it holds."},
    {DeviceBlocked, 403, "device_blocked", "This tablet is blocked; ask the study office."},
    {DailyLimit, 429, "daily_limit",
     "This tablet has sent as much as one may on one day; what it holds is kept there and can be sent tomorrow."},
    {BadMessage, 400, "bad_message", "The body is not the message that this path takes; look in openapi.yaml."},
    {BadBatch, 400, "bad_batch", "The batch cannot be read or is not signed by this tablet; send it again."},
    {EnrolmentUnknown, 403, "enrolment_unknown",
     "This enrolment code is not known here; ask the coordinator for a new one."},
    {EnrolmentExpired, 403, "enrolment_expired",
     "This enrolment code is older than ten minutes; ask the coordinator for a new one."},
    {EnrolmentUsed, 403, "enrolment_used", "This enrolment code was used before; ask the coordinator for a new one."},
    {EnrolmentProof, 403, "enrolment_proof",
     "The proof does not fit the enrolment code, which is now void; ask the coordinator for a new one."},
    {NoStudy, 409, "no_study", "No study is published on this server; publish one with peil study publish."},
    {UnknownPack, 404, "unknown_pack", "There is no study pack of this hash; ask for the manifest again."},
    {BadPack, 400, "bad_pack", "The study pack cannot be opened with the signer's key; sign and publish it again."},
    {OlderPack, 409, "older_pack",
     "The study pack is older than the published one; raise its version in study.toml, sign and publish it again."},
    {OtherSigner, 409, "other_signer",
     "The study pack is signed by another key than this server's study; publish with the first key."},
    {SignerRequired, 400, "signer_required",
     "The first study pack needs its signer's public key; send it in X-Peil-Signer."},
    {BadBenchmark, 400, "bad_benchmark", "The benchmark file cannot be used."},
    {UnknownCity, 400, "unknown_city", "The study has no city of this code; use a code from study.toml."},
    {BadUser, 400, "bad_user", "The user cannot be made."},
    {LoginFailed, 401, "login_failed", "Name or password is wrong."},
    {LoginDelayed, 429, "login_delayed", "Too many wrong tries; wait as long as Retry-After says."},
    {LoginRequired, 401, "login_required", "You are not logged in, or your session has ended; log in."},
    {Forbidden, 403, "forbidden", "Your role may not do this; ask the administrator."},
    {BadOrigin, 403, "bad_origin", "The request comes from another page; open the dashboard itself."},
    {BadCsrfToken, 403, "bad_csrf_token", "The page is out of date; load it again."},
    {TokenRequired, 401, "token_required",
     "You are not logged in, or your session or token has ended; log in with peil login, or give a new API token."},
    {UnknownInterview, 404, "unknown_interview", "There is no interview of this id here; look it up in the list."},
    {BadReview, 400, "bad_review", "The review cannot be used."},
    {BadExport, 400, "bad_export", "The export cannot be logged."},
    {BadAct, 400, "bad_act", "The act cannot be carried out."},
    {FrozenOtherwise, 409, "frozen_otherwise",
     "The name belongs to a frozen dataset with other data; freeze under another name."},
    {UnknownHost, 421, "unknown_host",
     "This server has no such name; use one of its own, or add it to hosts in its configuration file."},
    {TooManyLogins, 429, "too_many_logins", "Several logins from your address are under way; try again in a moment."},
    {CodeRequired, 401, "code_required", "Type the code that your authenticator app shows as well."},
    {CodeWrong, 401, "code_wrong",
     "The code is wrong or was used before; type the one that your authenticator app shows now."},
    {UserLocked, 403, "user_locked", "You are locked out; ask the administrator."},
    {UserUnknown, 404, "user_unknown", "There is no user of this name; see the list of users."},
    {LastAdministrator, 409, "last_administrator",
     "This is the last administrator; make another one first, so that somebody can administer the server."},
    {TokenOff, 403, "token_off",
     "There is an administrator, so the administration token is off or is not this one; log in instead."},
    {SessionUnknown, 404, "session_unknown", "There is no session of this id; see the list of sessions."},
    {BadToken, 400, "bad_token", "The token cannot be made."},
    {TokenUnknown, 404, "token_unknown", "There is no token of this name; see the list of tokens."},
    {EnrolmentDelayed, 429, "enrolment_delayed",
     "Too many wrong enrolment codes came from this address; wait as long as Retry-After says."},
    {ReleaseMeanwhile, 409, "release_meanwhile",
     "Another release was made while this one was checked; run the export again."},
    {UnknownRelease, 404, "unknown_release", "There is no release of this number; look it up in the list."},
}};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < kCatalogue.size(); ++i)
        if (static_cast<std::size_t>(kCatalogue[i].error) != i) return false;
    return true;
}
static_assert(inOrder());

} // namespace

const ApiErrorEntry& entryOf(ApiError error) {
    assert(error < Count_);
    return kCatalogue[static_cast<std::size_t>(error)];
}

} // namespace peil::server::http
