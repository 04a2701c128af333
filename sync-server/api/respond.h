// SPDX-License-Identifier: Apache-2.0
#pragma once

// From a service's error to an entry of the catalogue, and the small pieces of JSON that several resources share.

#include "api/context.h"
#include "peil/analysis/register.h"
#include "peil/records/json_value.h"

#include <boost/json/object.hpp>

namespace peil::server::api {

using peil::textOf;
using records::textOf;

/// The response to a failed service call. Errors not caused by the caller are logged and become a 500, or a 503 while
/// the store cannot be written.
[[nodiscard]] http::Response respondTo(const Context& context, const Error& error);
[[nodiscard]] http::Response respond(const boost::json::object& object, int status = 200);

/// What a handler gives: a response, or the error for respondTo().
using Answer = Result<http::Response>;
/// The handler for the router.
[[nodiscard]] http::Handler with(Context& context, std::function<Answer(const http::Request&)> answer);
[[nodiscard]] http::Handler with(Context& context, std::function<Answer(Context&, const http::Request&)> answer);
/// For a guard: the response to what was not admitted.
template <class T>
[[nodiscard]] std::optional<http::Response> refusalOf(const Context& context, const Result<T>& admitted) {
    return admitted ? std::nullopt : std::optional(respondTo(context, admitted.error()));
}

/// @return UnsupportedType for a body of another media type.
[[nodiscard]] Result<> checkType(const http::Request& request, std::string_view mediaType);
/// @return UnsupportedType, or BadMessage for a body that is no JSON object.
[[nodiscard]] Result<boost::json::value> jsonBody(const http::Request& request);
/// A message of a tablet, in JSON. @return UnsupportedType or BadMessage.
template <class Message>
[[nodiscard]] Result<Message> messageOf(const http::Request& request, Result<Message> (*decode)(std::string_view)) {
    PEIL_CHECK(checkType(request, "application/json"));
    auto message = decode(textOf(request.body));
    return message ? std::move(message) : fail(http::ApiError::BadMessage);
}
/// A whole number, 0 and up, of the query; `otherwise` when it is absent, nothing when it is something else.
[[nodiscard]] std::optional<std::int64_t> wholeParameter(const http::Request& request, std::string_view name,
                                                         std::int64_t otherwise);
/// The checkpoint in the query that someone keeps, in hexadecimal; nothing unless this server signed it.
[[nodiscard]] std::optional<protocol::Checkpoint> keptCheckpoint(const Context& context, const http::Request& request);

/// Re-validates waiting items after an action that provides information. Failures are logged; the next action or start
/// repeats it.
void judgeWaiting(Context& context);
/// Name, role and city of a new user or token from a JSON body.
/// @return UnknownCity, or `problem` for an unknown role.
[[nodiscard]] Result<services::Profile> profileOf(const Context& context, const boost::json::value& body,
                                                  http::ApiError problem);

/// A tablet's row of the ledger as both the dashboard and `peil` get it.
[[nodiscard]] boost::json::object ledgerJson(const services::LedgerRow& row, const services::CurrentStudyPtr& study);
/// Tablets that have to enrol again. Of which city they are the store does not know, so who has one city sees none.
[[nodiscard]] Result<boost::json::array> strangersJson(const Context& context,
                                                       const std::optional<std::string>& onlyCity);
[[nodiscard]] Result<boost::json::object> quotasJson(const Context& context,
                                                     const std::optional<std::string>& onlyCity);
/// Rows of a register that are not used, with their reason.
[[nodiscard]] boost::json::array unusedJson(const std::vector<analysis::UnusedRegisterRows>& rows);
[[nodiscard]] Result<boost::json::object> estimateJson(const Context& context);
/// The names that tables need: title, cities, groups in all languages.
[[nodiscard]] boost::json::object studyJson(const Context& context);

} // namespace peil::server::api
