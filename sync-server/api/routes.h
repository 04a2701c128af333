// SPDX-License-Identifier: Apache-2.0
#pragma once

// The resources, each in its own file, and the two routers that they hang on. Described in openapi.yaml.

#include "api/context.h"

namespace peil::server::api {

// Device port
void addEnrol(http::Router& router, Context& context);
void addManifest(http::Router& router, Context& context);
void addForm(http::Router& router, Context& context);
void addBatch(http::Router& router, Context& context);
void addReconcile(http::Router& router, Context& context);
void addRenew(http::Router& router, Context& context);

// Dashboard port
void addSession(http::Router& router, Context& context);
void addQuotas(http::Router& router, Context& context);
void addEstimate(http::Router& router, Context& context);
void addDevices(http::Router& router, Context& context);
void addLedger(http::Router& router, Context& context);
void addInterviews(http::Router& router, Context& context);
void addAudit(http::Router& router, Context& context);
void addReleases(http::Router& router, Context& context);
void addAdminStudy(http::Router& router, Context& context);
void addAdminDevices(http::Router& router, Context& context);
void addQuarantine(http::Router& router, Context& context);
void addDeviceActs(http::Router& router, Context& context);
void addAdminUsers(http::Router& router, Context& context);
void addAdminTokens(http::Router& router, Context& context);
void addAdminRecords(http::Router& router, Context& context);

/// What tablets reach.
[[nodiscard]] http::Router deviceRouter(Context& context);
/// What browsers and `peil` reach, without the static pages.
[[nodiscard]] http::Router dashboardRouter(Context& context);

} // namespace peil::server::api
