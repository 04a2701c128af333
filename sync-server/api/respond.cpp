// SPDX-License-Identifier: Apache-2.0
#include "api/respond.h"

#include "peil/base/text.h"

#include <boost/json.hpp>

namespace peil::server::api {

using services::ServiceErrc;

namespace {

/// Errors of the services that a caller can cause have the id of their response as message.
std::optional<ApiError> responseTo(const std::error_code& code) {
    return isOf<ServiceErrc>({code, {}}) ? http::apiErrorNamed(code.message()) : http::apiErrorOf(code);
}

} // namespace

Response respondTo(const Context& context, const Error& error) {
    if (const auto entry = responseTo(error.code)) return Response::refuse(*entry, error.context);
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

Result<boost::json::value> jsonBody(const http::Request& request) {
    PEIL_CHECK(checkType(request, "application/json"));
    boost::system::error_code ec;
    auto value = boost::json::parse(textOf(request.body), ec);
    if (ec || !value.is_object()) return fail(ApiError::BadMessage);
    return value;
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

} // namespace peil::server::api
