// SPDX-License-Identifier: Apache-2.0
// POST /admin/pack, POST /admin/benchmark, POST /admin/users: what `peil study publish` and its like send.
#include "api/respond.h"
#include "api/routes.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::server::api {

using http::ApiError;
using http::Request;
using http::Response;

namespace {

constexpr std::size_t kMaxBenchmarkBytes = std::size_t{1} << 20U;

Response postPack(Context& context, const Request& request) {
    if (auto refusal = refuseUnlessAdmin(context, request)) return *refusal;
    if (request.mediaType() != "application/octet-stream") return Response::refuse(ApiError::UnsupportedType);
    std::optional<crypto::PublicKey> signer;
    if (const auto text = request.field("x-peil-signer"); !text.empty()) {
        const auto bytes = fromHex(text);
        if (!bytes || bytes->size() != crypto::kKeyBytes)
            return Response::refuse(ApiError::SignerRequired,
                                    "X-Peil-Signer is not a key of 64 hexadecimal characters.");
        std::ranges::copy(*bytes, signer.emplace().begin());
    }
    const auto study = context.studies.publish(request.body, signer);
    if (!study) return respondTo(context, study.error());
    judgeWaiting(context);
    return respond({{"hash", (*study)->pack.hash()},
                    {"formHash", (*study)->pack.formHash()},
                    {"study", (*study)->study().id.text()},
                    {"version", (*study)->study().version}});
}

Response postBenchmark(Context& context, const Request& request) {
    if (auto refusal = refuseUnlessAdmin(context, request)) return *refusal;
    if (request.mediaType() != "text/csv") return Response::refuse(ApiError::UnsupportedType);
    const auto asked = [&](const char* name) {
        const auto found = request.query.find(name);
        return found == request.query.end() ? std::string() : std::string(found->second);
    };
    const auto benchmark =
        context.studies.setBenchmark(textOf(request.body), {asked("area"), asked("register"), asked("year")});
    if (!benchmark) return respondTo(context, benchmark.error());
    const auto& facts = benchmark->counts.facts;
    boost::json::array groups;
    for (const auto& group : benchmark->groupsWithoutCount)
        groups.push_back(boost::json::value(group));
    return respond({{"rows", benchmark->rows.size()},
                    {"register", facts.registerName.empty() ? nullptr : boost::json::value(facts.registerName)},
                    {"area", facts.area},
                    {"year", facts.year.empty() ? nullptr : boost::json::value(facts.year)},
                    {"notUsed", unusedJson(benchmark->counts.unused)},
                    {"groupsWithoutCount", std::move(groups)}});
}

Response postUser(Context& context, const Request& request) {
    if (auto refusal = refuseUnlessAdmin(context, request)) return *refusal;
    if (request.mediaType() != "application/json") return Response::refuse(ApiError::UnsupportedType);
    const auto body = jsonBody(request);
    if (!body) return Response::refuse(ApiError::BadMessage);
    const auto role = services::roleOf(textMember(*body, "role"));
    if (!role)
        return Response::refuse(ApiError::BadUser,
                                "The role is none of city_coordinator, national_coordinator, researcher, "
                                "data_protection_officer, administrator.");
    const auto city = textMember(*body, "city");
    if (const auto study = context.studies.current(); !city.empty() && (!study || study->study().city(city) == nullptr))
        return Response::refuse(ApiError::UnknownCity);
    const auto name = textMember(*body, "name");
    const auto put = context.auth.putUser(name, textMember(*body, "password"), *role, city);
    if (!put) return respondTo(context, put.error());
    return respond({{"name", name}, {"role", services::idOf(*role)}, {"city", city}}, 201);
}

} // namespace

void addAdminStudy(http::Router& router, Context& context) {
    router.add(http::Method::Post, "/admin/pack",
               [&context](const Request& request) { return postPack(context, request); },
               {protocol::kMaxBodyBytes, doorForAdmin(context)});
    router.add(http::Method::Post, "/admin/benchmark",
               [&context](const Request& request) { return postBenchmark(context, request); },
               {kMaxBenchmarkBytes, doorForAdmin(context)});
    router.addSlow(http::Method::Post, "/admin/users",
                   [&context](const Request& request) { return postUser(context, request); });
}

} // namespace peil::server::api
