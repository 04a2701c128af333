// SPDX-License-Identifier: Apache-2.0
#include "api/routes.h"

#include "api/access.h"

namespace peil::server::api {

http::Router deviceRouter(Context& context) {
    http::Router router;
    addEnrol(router, context);
    addManifest(router, context);
    addForm(router, context);
    addBatch(router, context);
    addReconcile(router, context);
    addRenew(router, context);
    return router;
}

http::Router dashboardRouter(Context& context) {
    http::Router router;
    addSession(router, context);
    addQuotas(router, context);
    addEstimate(router, context);
    addDevices(router, context);
    addLedger(router, context);
    addInterviews(router, context);
    addAudit(router, context);
    addReleases(router, context);
    addAdminStudy(router, context);
    addAdminDevices(router, context);
    addQuarantine(router, context);
    addDeviceActs(router, context);
    addAdminUsers(router, context);
    addAdminTokens(router, context);
    addAdminRecords(router, context);
    router.setGate(gateOf(context));
    router.setCommonFields({
        {"Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                                    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Strict-Transport-Security", "max-age=31536000"},
    });
    return router;
}

} // namespace peil::server::api
