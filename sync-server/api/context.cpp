// SPDX-License-Identifier: Apache-2.0
#include "api/context.h"

#include "api/respond.h"

namespace peil::server::api {

Result<repository::DeviceRow> admitDevice(const Context& context, const http::Request& request) {
    if (request.clientName.empty()) return fail(ApiError::CertificateRequired);
    PEIL_TRY(auto device, context.enrolment.device(DeviceId(request.clientName)));
    if (device.blockedAt) return fail(ApiError::DeviceBlocked);
    return device;
}

http::Guard guardForDevices(const Context& context) {
    return [&context](const http::Request& request) { return refusalOf(context, admitDevice(context, request)); };
}

} // namespace peil::server::api
