// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the handlers need: the services, and the three doors (certificate, session, token) that stand before them.

#include "http/router.h"
#include "services/auth.h"
#include "services/device_acts.h"
#include "services/enrolment.h"
#include "services/intake.h"
#include "services/ledger.h"
#include "services/monitoring.h"
#include "services/permissions.h"
#include "services/population_estimate.h"
#include "services/quarantine.h"
#include "services/review.h"

namespace peil::server::api {

/// Built once by the program; outlives the routers.
struct Context {
    repository::Repository& repository;
    services::StudyPublishing& studies;
    services::Enrolment& enrolment;
    services::Intake& intake;
    services::OpenTable& openTable;
    services::Monitoring& monitoring;
    services::Auth& auth;
    services::TryLimiter& enrolmentTries; ///< wrong codes, by party
    services::Review& review;
    services::DeviceActs& deviceActs;
    services::QuarantineDesk& quarantine;
    const services::HouseKeys& keys;
    const Clock& clock;
    std::function<void(std::string)> report; ///< for the log: errors that the answer does not tell
};

/// Either a value or the answer to send instead.
template <class T>
struct Admitted {
    std::optional<T> value;
    http::Response refusal;
    explicit operator bool() const { return value.has_value(); }
};

/// The tablet that the client certificate names. @return refusal CertificateRequired, DeviceUnknown or
/// DeviceBlocked.
[[nodiscard]] Admitted<repository::DeviceRow> admitDevice(const Context& context, const http::Request& request);

/// Lets a large body in only from a tablet that is enrolled here.
[[nodiscard]] http::Door doorForDevices(const Context& context);
/// The same for the holder of the administration token.
[[nodiscard]] http::Door doorForAdmin(const Context& context);

/// The session of the cookie, when its role reaches `permission`.
/// @return refusal LoginRequired or Forbidden.
/// The session of the request's cookie. Requests with `X-Peil-Background: 1` were not a person's doing.
[[nodiscard]] std::optional<services::Session> sessionOf(const Context& context, const http::Request& request);
[[nodiscard]] Admitted<services::Session> admitUser(const Context& context, const http::Request& request,
                                                    services::Permission permission);

/// The same for a request that changes something: it must also come from our own page, with the session's token.
/// @return refusal BadOrigin, LoginRequired, Forbidden or BadCsrfToken.
[[nodiscard]] Admitted<services::Session> admitChange(const Context& context, const http::Request& request,
                                                      services::Permission permission);
/// A page of another origin can send a form here, but cannot make its Origin ours.
[[nodiscard]] bool isOwnOrigin(const http::Request& request);

/// The city that the session is confined to; nothing when it may see all.
[[nodiscard]] std::optional<std::string> cityOf(const services::Session& session, services::Permission permission);

/// Nothing when the bearer token is right, else TokenRequired.
[[nodiscard]] std::optional<http::Response> refuseUnlessAdmin(const Context& context, const http::Request& request);

inline constexpr int kFreeEnrolmentTries = 10;
inline constexpr std::string_view kSessionCookie = "__Host-peil";

} // namespace peil::server::api
