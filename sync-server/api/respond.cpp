// SPDX-License-Identifier: Apache-2.0
#include "api/respond.h"

#include "peil/base/text.h"

#include <boost/json.hpp>

namespace peil::server::api {

using http::ApiError;
using http::Response;
using services::ServiceErrc;

namespace {

std::optional<ApiError> entryFor(ServiceErrc code) {
    switch (code) {
    case ServiceErrc::EnrolmentUnknown:
        return ApiError::EnrolmentUnknown;
    case ServiceErrc::EnrolmentExpired:
        return ApiError::EnrolmentExpired;
    case ServiceErrc::EnrolmentUsed:
        return ApiError::EnrolmentUsed;
    case ServiceErrc::EnrolmentProof:
        return ApiError::EnrolmentProof;
    case ServiceErrc::BadCertificateRequest:
        return ApiError::BadMessage;
    case ServiceErrc::DeviceUnknown:
        return ApiError::DeviceUnknown;
    case ServiceErrc::DeviceRevoked:
        return ApiError::DeviceRevoked;
    case ServiceErrc::DeviceBlocked:
        return ApiError::DeviceBlocked;
    case ServiceErrc::DailyLimit:
        return ApiError::DailyLimit;
    case ServiceErrc::BadBatch:
        return ApiError::BadBatch;
    case ServiceErrc::NoStudy:
        return ApiError::NoStudy;
    case ServiceErrc::UnknownPack:
        return ApiError::UnknownPack;
    case ServiceErrc::BadPack:
        return ApiError::BadPack;
    case ServiceErrc::OlderPack:
        return ApiError::OlderPack;
    case ServiceErrc::OtherSigner:
        return ApiError::OtherSigner;
    case ServiceErrc::SignerRequired:
        return ApiError::SignerRequired;
    case ServiceErrc::BadBenchmark:
        return ApiError::BadBenchmark;
    case ServiceErrc::UnknownCity:
        return ApiError::UnknownCity;
    case ServiceErrc::BadUser:
        return ApiError::BadUser;
    case ServiceErrc::LoginFailed:
        return ApiError::LoginFailed;
    case ServiceErrc::LoginDelayed:
        return ApiError::LoginDelayed;
    case ServiceErrc::UnknownInterview:
        return ApiError::UnknownInterview;
    case ServiceErrc::BadReview:
        return ApiError::BadReview;
    case ServiceErrc::BadExport:
        return ApiError::BadExport;
    case ServiceErrc::BadAct:
        return ApiError::BadAct;
    case ServiceErrc::FrozenOtherwise:
        return ApiError::FrozenOtherwise;
    case ServiceErrc::ReleaseMeanwhile:
        return ApiError::ReleaseMeanwhile;
    case ServiceErrc::UnknownRelease:
        return ApiError::UnknownRelease;
    case ServiceErrc::CodeRequired:
        return ApiError::CodeRequired;
    case ServiceErrc::CodeWrong:
        return ApiError::CodeWrong;
    case ServiceErrc::UserLocked:
        return ApiError::UserLocked;
    case ServiceErrc::UserUnknown:
        return ApiError::UserUnknown;
    case ServiceErrc::LastAdministrator:
        return ApiError::LastAdministrator;
    case ServiceErrc::TokenOff:
        return ApiError::TokenOff;
    case ServiceErrc::SessionUnknown:
        return ApiError::SessionUnknown;
    case ServiceErrc::BadToken:
        return ApiError::BadToken;
    case ServiceErrc::TokenUnknown:
        return ApiError::TokenUnknown;
    case ServiceErrc::BadHouse:
    case ServiceErrc::HouseInUse:
        break;
    }
    return std::nullopt;
}

} // namespace

Response respondTo(const Context& context, const Error& error) {
    if (error.code.category() == services::serviceCategory())
        if (const auto entry = entryFor(static_cast<ServiceErrc>(error.code.value())))
            return Response::refuse(*entry, error.context);
    context.report(describe(error));
    return Response::refuse(services::willPass(error) ? ApiError::Busy : ApiError::Internal);
}

Response respond(const boost::json::object& object, int status) {
    return Response::json(boost::json::serialize(object), status);
}

std::optional<boost::json::object> jsonBody(const http::Request& request) {
    boost::system::error_code ec;
    auto value = boost::json::parse(textOf(request.body), ec);
    if (ec || !value.is_object()) return std::nullopt;
    return std::move(value.as_object());
}

std::optional<std::int64_t> wholeParameter(const http::Request& request, std::string_view name,
                                           std::int64_t otherwise) {
    const auto found = request.query.find(name);
    if (found == request.query.end()) return otherwise;
    const auto value = parseInteger(found->second);
    return value && *value >= 0 ? value : std::nullopt;
}

std::optional<protocol::Checkpoint> keptCheckpoint(const Context& context, const http::Request& request) {
    const auto given = request.query.find("checkpoint");
    if (given == request.query.end()) return std::nullopt;
    const auto bytes = fromHex(given->second);
    if (!bytes) return std::nullopt;
    auto checkpoint = protocol::decodeCheckpoint(*bytes, context.keys.receiptKey.publicKey);
    if (!checkpoint) return std::nullopt;
    return std::move(*checkpoint);
}

std::string textMember(const boost::json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

} // namespace peil::server::api
