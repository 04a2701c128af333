// SPDX-License-Identifier: Apache-2.0
// Interviews, reviews and withdrawals, for the dashboard and for `peil`: GET /api/interviews, POST /api/reviews, POST
// /api/withdrawals, and the same under /admin.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"
#include "peil/base/text.h"

#include <boost/json.hpp>

namespace peil::server::api {

using services::Permission;

namespace {

/// Who acts, and in which city's interviews.
struct Actor {
    std::string name;
    std::optional<std::string> onlyCity;
};

using Reasons = std::map<InterviewId, study::NotCounted>;

boost::json::object interviewJson(const repository::ReviewedInterview& row, const Reasons& reasons) {
    const auto& review = row.review;
    boost::json::object object{{"interview", row.interview.text()},
                               {"revision", row.revision},
                               {"device", row.device.text()},
                               {"city", row.cityCode},
                               {"outcome", row.outcome},
                               {"receivedAt", formatUtc(row.receivedAt)},
                               {"state", idOf(review.state)},
                               {"note", review.note},
                               {"duplicateOf", review.duplicateOf},
                               {"by", review.by}};
    const auto reason = reasons.find(row.interview);
    object["notCounted"] =
        reason == reasons.end() ? boost::json::value(nullptr) : boost::json::value(study::idOf(reason->second));
    object["at"] = review.by.empty() ? boost::json::value(nullptr) : boost::json::value(formatUtc(review.at));
    return object;
}

Answer list(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    PEIL_TRY(const auto rows, context.review.interviews(caller.onlyCity(Permission::ViewInterviews)));
    const auto reasons = context.monitoring.reasons();
    boost::json::array items;
    for (const auto& row : rows)
        items.emplace_back(interviewJson(row, reasons));
    return respond({{"interviews", std::move(items)}});
}

Answer judge(Context& context, const Request& request, const Actor& actor) {
    PEIL_TRY(const auto body, jsonBody(request));
    const auto* named = records::find(body, "interviews");
    if (named == nullptr || !named->is_array()) return fail(ApiError::BadMessage);
    std::vector<InterviewId> interviews;
    for (const auto& one : named->as_array()) {
        if (!one.is_string()) return fail(ApiError::BadMessage);
        interviews.emplace_back(std::string(one.as_string()));
    }
    const auto state = study::reviewStateOf(textOf(body, "state"));
    if (!state)
        return fail(ApiError::BadReview, "The state must be one of " + join(study::reviewStateIds(), ", ") + ".");
    PEIL_CHECK(context.review.judge(interviews, {*state, textOf(body, "note"), textOf(body, "duplicateOf")}, actor.name,
                                    actor.onlyCity));
    return Response::nothing();
}

Answer withdraw(Context& context, const Request& request, const Actor& actor) {
    PEIL_TRY(const auto body, jsonBody(request));
    if (textOf(body, "interview").empty()) return fail(ApiError::BadMessage);
    const auto* name = records::find(body, "note") ? "note" : "why"; // as it was called before
    PEIL_CHECK(context.review.withdraw(InterviewId(textOf(body, "interview")), textOf(body, name), actor.name,
                                       records::isTrue(body, "ahead") ? services::Ahead::Yes : services::Ahead::No));
    return Response::nothing();
}

using Act = Answer (*)(Context&, const Request&, const Actor&);

/// `path` under /api for the page, and under /admin for the command line.
void addAct(http::Router& router, Context& context, const std::string& path, Permission permission, Act act) {
    for (const std::string start : {"/api", "/admin"})
        router.add(http::Method::Post, start + path,
                   with(context, [&context, permission, act](const Request& request) -> Answer {
                       return admit(context, request).and_then([&](const Caller& caller) {
                           return act(context, request, {caller.signature(), caller.onlyCity(permission)});
                       });
                   }));
}

} // namespace

void addInterviews(http::Router& router, Context& context) {
    for (const auto* path : {"/api/interviews", "/admin/interviews"})
        router.add(http::Method::Get, path, with(context, list));
    addAct(router, context, "/reviews", Permission::ReviewInterviews, judge);
    addAct(router, context, "/withdrawals", Permission::WithdrawInterviews, withdraw);
}

} // namespace peil::server::api
