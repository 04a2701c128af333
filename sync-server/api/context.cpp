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

http::Door doorForDevices(const Context& context) {
    return [&context](const http::Request& request) -> std::optional<Response> {
        auto device = admitDevice(context, request);
        if (device) return std::nullopt;
        return std::move(device.refusal);
    };
}

http::Door doorForAdmin(const Context& context) {
    return [&context](const http::Request& request) { return refuseUnlessAdmin(context, request); };
}

std::optional<services::Session> sessionOf(const Context& context, const http::Request& request) {
    const bool byItself = request.field("x-peil-background") == "1";
    return context.auth.session(request.cookie(kSessionCookie),
                                byItself ? services::Asking::Page : services::Asking::Person);
}

Admitted<services::Session> admitUser(const Context& context, const http::Request& request,
                                      services::Permission permission) {
    auto session = sessionOf(context, request);
    if (!session) return {{}, Response::refuse(ApiError::LoginRequired)};
    if (services::reachOf(session->role, permission) == services::Reach::None)
        return {{}, Response::refuse(ApiError::Forbidden)};
    return {std::move(session), {}};
}

bool isOwnOrigin(const http::Request& request) {
    return request.field("origin") == "https://" + std::string(request.field("host"));
}

Admitted<services::Session> admitChange(const Context& context, const http::Request& request,
                                        services::Permission permission) {
    if (!isOwnOrigin(request)) return {{}, Response::refuse(ApiError::BadOrigin)};
    auto session = admitUser(context, request, permission);
    if (session &&
        !crypto::equalConstantTime(bytesOf(request.field("x-csrf-token")), bytesOf(session.value->csrfToken)))
        return {{}, Response::refuse(ApiError::BadCsrfToken)};
    return session;
}

std::optional<std::string> cityOf(const services::Session& session, services::Permission permission) {
    if (services::reachOf(session.role, permission) == services::Reach::All) return std::nullopt;
    return session.cityCode;
}

std::optional<Response> refuseUnlessAdmin(const Context& context, const http::Request& request) {
    constexpr std::string_view kScheme = "Bearer ";
    const auto field = request.field("authorization");
    if (field.starts_with(kScheme) &&
        crypto::equalConstantTime(bytesOf(field.substr(kScheme.size())), bytesOf(context.keys.adminToken)))
        return std::nullopt;
    return Response::refuse(ApiError::TokenRequired);
}

} // namespace peil::server::api
