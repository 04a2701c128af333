// SPDX-License-Identifier: Apache-2.0
// POST /v1/reconcile: compares the tablet's interviews with the store (CONTRACT.md, P7).
#include "api/respond.h"
#include "api/routes.h"

namespace peil::server::api {

namespace {

constexpr std::size_t kMaxReconcileBytes = std::size_t{2} << 20U; ///< protocol::kMaxReconcileItems

} // namespace

void addReconcile(http::Router& router, Context& context) {
    const auto compare = [&context](const http::Request& request) -> Answer {
        PEIL_TRY(const auto device, admitDevice(context, request));
        PEIL_TRY(const auto kept, messageOf(request, protocol::decodeReconcile));
        PEIL_TRY(const auto lacking, context.intake.reconcile(device.id, kept));
        return http::Response::json(protocol::encodeLacking(lacking));
    };
    router.add(http::Method::Post, "/v1/reconcile", with(context, compare),
               {kMaxReconcileBytes, guardForDevices(context)});
}

} // namespace peil::server::api
