// SPDX-License-Identifier: Apache-2.0
// POST /v1/reconcile: compares the tablet's interviews with the store (CONTRACT.md, P7).
#include "api/respond.h"
#include "api/routes.h"

namespace peil::server::api {

namespace {

constexpr std::size_t kMaxReconcileBytes = std::size_t{2} << 20U; ///< protocol::kMaxReconcileItems

} // namespace

void addReconcile(http::Router& router, Context& context) {
    const auto compare = [&context](const http::Request& request) {
        const auto device = admitDevice(context, request);
        if (!device) return device.refusal;
        if (request.mediaType() != "application/json") return http::Response::refuse(http::ApiError::UnsupportedType);
        const auto kept = protocol::decodeReconcile(textOf(request.body));
        if (!kept) return http::Response::refuse(http::ApiError::BadMessage);
        const auto lacking = context.intake.reconcile(device.value->id, *kept);
        if (!lacking) return respondTo(context, lacking.error());
        return http::Response::json(protocol::encodeLacking(*lacking));
    };
    router.add(http::Method::Post, "/v1/reconcile", compare, {kMaxReconcileBytes, guardForDevices(context)});
}

} // namespace peil::server::api
