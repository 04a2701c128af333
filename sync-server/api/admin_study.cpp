// SPDX-License-Identifier: Apache-2.0
// GET /admin/packs, POST /admin/pack, POST /admin/benchmark: what `peil study publish` sends and `peil export` takes.
#include "api/access.h"
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
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    if (request.mediaType() != "application/octet-stream") return Response::refuse(ApiError::UnsupportedType);
    std::optional<crypto::PublicKey> signer;
    if (const auto text = request.field("x-peil-signer"); !text.empty()) {
        const auto bytes = fromHex(text);
        if (!bytes || bytes->size() != crypto::kKeyBytes)
            return Response::refuse(ApiError::SignerRequired,
                                    "X-Peil-Signer is not a key of 64 hexadecimal characters.");
        std::ranges::copy(*bytes, signer.emplace().begin());
    }
    const auto study = context.studies.publish(request.body, signer, caller.value->signature());
    if (!study) return respondTo(context, study.error());
    judgeWaiting(context);
    return respond({{"hash", (*study)->pack.hash()},
                    {"formHash", (*study)->pack.formHash()},
                    {"study", (*study)->study().id.text()},
                    {"version", (*study)->study().version}});
}

/// The newest pack with a form, none if there is none: an export of interviews of earlier versions needs their form.
Response getPacks(Context& context, const Request& request) {
    const auto form = request.query.find("form");
    if (form == request.query.end())
        return Response::refuse(ApiError::BadMessage, "The parameter form must be the hash of a form.");
    std::optional<repository::PackRow> pack;
    const auto read = context.repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(pack, records.packWithForm(std::string(form->second)));
        return {};
    });
    if (!read) return respondTo(context, read.error());
    boost::json::array packs;
    if (pack)
        packs.push_back(boost::json::object{
            {"hash", pack->hash}, {"publishedAt", formatUtc(pack->publishedAt)}, {"pack", toBase64(pack->bytes)}});
    return respond({{"packs", std::move(packs)}});
}

Response postBenchmark(Context& context, const Request& request) {
    const auto caller = admit(context, request);
    if (!caller) return caller.refusal;
    if (request.mediaType() != "text/csv") return Response::refuse(ApiError::UnsupportedType);
    const auto asked = [&](const char* name) {
        const auto found = request.query.find(name);
        return found == request.query.end() ? std::string() : std::string(found->second);
    };
    const auto benchmark = context.studies.setBenchmark(
        textOf(request.body), {asked("area"), asked("register"), asked("year")}, caller.value->signature());
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
                    {"groupsWithoutCount", std::move(groups)},
                    {"notice", benchmark->notice.empty() ? nullptr : boost::json::value(benchmark->notice)}});
}

} // namespace

void addAdminStudy(http::Router& router, Context& context) {
    router.add(http::Method::Post, "/admin/pack",
               [&context](const Request& request) { return postPack(context, request); },
               {protocol::kMaxBodyBytes, {}});
    router.add(http::Method::Get, "/admin/packs",
               [&context](const Request& request) { return getPacks(context, request); });
    router.add(http::Method::Post, "/admin/benchmark",
               [&context](const Request& request) { return postBenchmark(context, request); },
               {kMaxBenchmarkBytes, {}});
}

} // namespace peil::server::api
