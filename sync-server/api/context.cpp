// SPDX-License-Identifier: Apache-2.0
#include "api/context.h"

#include "api/respond.h"

namespace peil::server::api {

using http::ApiError;
using http::Response;

Admitted<repository::DeviceRow> admitDevice(const Context& context, const http::Request& request) {
    if (request.clientName.empty()) return {{}, Response::refuse(ApiError::CertificateRequired)};
    auto device = context.enrolment.device(DeviceId(request.clientName));
    if (!device) return {{}, respondTo(context, device.error())};
    if (device->blockedAt) return {{}, Response::refuse(ApiError::DeviceBlocked)};
    return {std::move(*device), {}};
}

http::Guard guardForDevices(const Context& context) {
    return [&context](const http::Request& request) -> std::optional<Response> {
        auto device = admitDevice(context, request);
        if (device) return std::nullopt;
        return std::move(device.refusal);
    };
}

} // namespace peil::server::api
