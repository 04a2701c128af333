// SPDX-License-Identifier: Apache-2.0
// GET /admin/packs, POST /admin/pack, POST /admin/benchmark: what `peil study publish` sends and `peil export` takes.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::server::api {

namespace {

constexpr std::size_t kMaxBenchmarkBytes = std::size_t{1} << 20U;

Answer postPack(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    PEIL_CHECK(checkType(request, "application/octet-stream"));
    std::optional<crypto::PublicKey> signer;
    if (const auto text = request.field("x-peil-signer"); !text.empty()) {
        const auto bytes = fromHex(text);
        if (!bytes || bytes->size() != crypto::kKeyBytes)
            return fail(ApiError::SignerRequired, "X-Peil-Signer is not a key of 64 hexadecimal characters.");
        std::ranges::copy(*bytes, signer.emplace().begin());
    }
    PEIL_TRY(const auto study, context.studies.publish(request.body, signer, caller.signature()));
    judgeWaiting(context);
    return respond({{"hash", study->pack.hash()},
                    {"formHash", study->pack.formHash()},
                    {"study", study->study().id.text()},
                    {"version", study->study().version}});
}

/// The newest pack with a form, none if there is none: an export of interviews of earlier versions needs their form.
Answer getPacks(Context& context, const Request& request) {
    const auto form = request.query.find("form");
    if (form == request.query.end())
        return fail(ApiError::BadMessage, "The parameter form must be the hash of a form.");
    std::optional<repository::PackRow> pack;
    PEIL_CHECK(context.repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(pack, records.packWithForm(std::string(form->second)));
        return {};
    }));
    boost::json::array packs;
    if (pack)
        packs.push_back(boost::json::object{
            {"hash", pack->hash}, {"publishedAt", formatUtc(pack->publishedAt)}, {"pack", toBase64(pack->bytes)}});
    return respond({{"packs", std::move(packs)}});
}

Answer postBenchmark(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    PEIL_CHECK(checkType(request, "text/csv"));
    const auto asked = [&](const char* name) {
        const auto found = request.query.find(name);
        return found == request.query.end() ? std::string() : std::string(found->second);
    };
    PEIL_TRY(const auto benchmark,
             context.studies.setBenchmark(textOf(request.body), {asked("area"), asked("register"), asked("year")},
                                          caller.signature()));
    const auto& facts = benchmark.counts.facts;
    boost::json::array groups;
    for (const auto& group : benchmark.groupsWithoutCount)
        groups.push_back(boost::json::value(group));
    return respond({{"rows", benchmark.rows.size()},
                    {"register", facts.registerName.empty() ? nullptr : boost::json::value(facts.registerName)},
                    {"area", facts.area},
                    {"year", facts.year.empty() ? nullptr : boost::json::value(facts.year)},
                    {"notUsed", unusedJson(benchmark.counts.unused)},
                    {"groupsWithoutCount", std::move(groups)},
                    {"notice", benchmark.notice.empty() ? nullptr : boost::json::value(benchmark.notice)}});
}

} // namespace

void addAdminStudy(http::Router& router, Context& context) {
    router.add(http::Method::Post, "/admin/pack", with(context, postPack), {protocol::kMaxBodyBytes, {}});
    router.add(http::Method::Get, "/admin/packs", with(context, getPacks));
    router.add(http::Method::Post, "/admin/benchmark", with(context, postBenchmark), {kMaxBenchmarkBytes, {}});
}

} // namespace peil::server::api
