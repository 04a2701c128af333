// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the handlers need: the services, and the guard for tablets. The guards for people are in access.h.

#include "http/router.h"
#include "services/api_tokens.h"
#include "services/auth.h"
#include "services/device_acts.h"
#include "services/enrolment.h"
#include "services/intake.h"
#include "services/ledger.h"
#include "services/monitoring.h"
#include "services/permissions.h"
#include "services/quarantine.h"
#include "services/review.h"
#include "services/users.h"

namespace peil::server::api {

using http::ApiError;
using http::Request;
using http::Response;

/// Built once by the program; outlives the routers.
struct Context {
    repository::Repository& repository;
    services::StudyPublishing& studies;
    services::Enrolment& enrolment;
    services::Intake& intake;
    services::OpenTable& openTable;
    services::Monitoring& monitoring;
    services::Auth& auth;
    services::Users& users;
    services::ApiTokens& tokens;
    services::TryLimiter& enrolmentTries; ///< wrong enrolment codes and administration tokens, by client
    services::Review& review;
    services::DeviceActs& deviceActs;
    services::QuarantineDesk& quarantine;
    const services::ServerKeys& keys;
    const Clock& clock;
    std::function<void(std::string)> report; ///< for the log: errors that the response does not reveal
};

/// The tablet that the client certificate names. @return CertificateRequired, DeviceUnknown or DeviceBlocked.
[[nodiscard]] Result<repository::DeviceRow> admitDevice(const Context& context, const http::Request& request);

/// Accepts a large body only from a tablet that is enrolled here.
[[nodiscard]] http::Guard guardForDevices(const Context& context);

inline constexpr int kFreeEnrolmentTries = 10;

} // namespace peil::server::api
