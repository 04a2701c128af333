// SPDX-License-Identifier: Apache-2.0
#include "api/respond.h"

#include "peil/base/text.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

namespace peil::server::api {

using http::ApiError;
using http::Response;
using services::ServiceErrc;

namespace {

struct Entry {
    ServiceErrc code;
    ApiError error;
};
/// The response for an error. Internal errors such as BadDataFolder have no entry.
constexpr std::array kEntries{
    Entry{ServiceErrc::EnrolmentUnknown, ApiError::EnrolmentUnknown},
    Entry{ServiceErrc::EnrolmentExpired, ApiError::EnrolmentExpired},
    Entry{ServiceErrc::EnrolmentUsed, ApiError::EnrolmentUsed},
    Entry{ServiceErrc::EnrolmentProof, ApiError::EnrolmentProof},
    Entry{ServiceErrc::BadCertificateRequest, ApiError::BadMessage},
    Entry{ServiceErrc::DeviceUnknown, ApiError::DeviceUnknown},
    Entry{ServiceErrc::DeviceRevoked, ApiError::DeviceRevoked},
    Entry{ServiceErrc::DeviceBlocked, ApiError::DeviceBlocked},
    Entry{ServiceErrc::DailyLimit, ApiError::DailyLimit},
    Entry{ServiceErrc::BadBatch, ApiError::BadBatch},
    Entry{ServiceErrc::NoStudy, ApiError::NoStudy},
    Entry{ServiceErrc::UnknownPack, ApiError::UnknownPack},
    Entry{ServiceErrc::BadPack, ApiError::BadPack},
    Entry{ServiceErrc::OlderPack, ApiError::OlderPack},
    Entry{ServiceErrc::OtherSigner, ApiError::OtherSigner},
    Entry{ServiceErrc::SignerRequired, ApiError::SignerRequired},
    Entry{ServiceErrc::BadBenchmark, ApiError::BadBenchmark},
    Entry{ServiceErrc::UnknownCity, ApiError::UnknownCity},
    Entry{ServiceErrc::BadUser, ApiError::BadUser},
    Entry{ServiceErrc::LoginFailed, ApiError::LoginFailed},
    Entry{ServiceErrc::LoginDelayed, ApiError::LoginDelayed},
    Entry{ServiceErrc::UnknownInterview, ApiError::UnknownInterview},
    Entry{ServiceErrc::BadReview, ApiError::BadReview},
    Entry{ServiceErrc::BadExport, ApiError::BadExport},
    Entry{ServiceErrc::BadAct, ApiError::BadAct},
    Entry{ServiceErrc::FrozenOtherwise, ApiError::FrozenOtherwise},
    Entry{ServiceErrc::ReleaseMeanwhile, ApiError::ReleaseMeanwhile},
    Entry{ServiceErrc::UnknownRelease, ApiError::UnknownRelease},
    Entry{ServiceErrc::ExportMeanwhile, ApiError::ExportMeanwhile},
    Entry{ServiceErrc::CodeRequired, ApiError::CodeRequired},
    Entry{ServiceErrc::CodeWrong, ApiError::CodeWrong},
    Entry{ServiceErrc::UserLocked, ApiError::UserLocked},
    Entry{ServiceErrc::UserUnknown, ApiError::UserUnknown},
    Entry{ServiceErrc::LastAdministrator, ApiError::LastAdministrator},
    Entry{ServiceErrc::TokenOff, ApiError::TokenOff},
    Entry{ServiceErrc::SessionUnknown, ApiError::SessionUnknown},
    Entry{ServiceErrc::BadToken, ApiError::BadToken},
    Entry{ServiceErrc::TokenUnknown, ApiError::TokenUnknown},
};

std::optional<ApiError> entryFor(ServiceErrc code) {
    const auto found = std::ranges::find(kEntries, code, &Entry::code);
    if (found == kEntries.end()) return std::nullopt;
    return found->error;
}

} // namespace

Response respondTo(const Context& context, const Error& error) {
    if (const auto entry = http::apiErrorOf(error.code)) return Response::refuse(*entry, error.context);
    if (isOf<ServiceErrc>(error))
        if (const auto entry = entryFor(static_cast<ServiceErrc>(error.code.value())))
            return Response::refuse(*entry, error.context);
    context.report(describe(error));
    return Response::refuse(services::willPass(error) ? ApiError::Busy : ApiError::Internal);
}

Response respond(const boost::json::object& object, int status) {
    return Response::json(boost::json::serialize(object), status);
}

http::Handler with(Context& context, std::function<Answer(const http::Request&)> answer) {
    return [&context, answer = std::move(answer)](const http::Request& request) {
        auto response = answer(request);
        return response ? std::move(*response) : respondTo(context, response.error());
    };
}

http::Handler with(Context& context, std::function<Answer(Context&, const http::Request&)> answer) {
    return with(context, std::bind_front(std::move(answer), std::ref(context)));
}

Result<> checkType(const http::Request& request, std::string_view mediaType) {
    if (request.mediaType() != mediaType) return fail(ApiError::UnsupportedType);
    return {};
}

Result<boost::json::object> jsonBody(const http::Request& request) {
    PEIL_CHECK(checkType(request, "application/json"));
    boost::system::error_code ec;
    auto value = boost::json::parse(textOf(request.body), ec);
    if (ec || !value.is_object()) return fail(ApiError::BadMessage);
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
