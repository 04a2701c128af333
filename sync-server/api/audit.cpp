// SPDX-License-Identifier: Apache-2.0
// GET /api/audit and /admin/audit: the acts of the chain. GET /admin/audit/proof: the newest checkpoint, and what
// contradicts it. POST /admin/exports: what `peil export` says before its files
// appear.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"
#include "services/acts_say.h"
#include "services/audit_log.h"
#include "services/checkpoints.h"

#include <boost/json.hpp>

namespace peil::server::api {

namespace {

constexpr std::size_t kMaxExportBytes = std::size_t{2} << 20U; ///< a release names its members twice

Answer list(const Context& context, const Request&) {
    PEIL_TRY(const auto view, services::readAudit(context.repository, context.keys.receiptKey.publicKey));
    boost::json::array acts;
    for (const auto& row : view.acts) {
        auto detail = services::detailOf(row);
        if (auto* known = detail.is_object() ? detail.as_object().if_contains("release") : nullptr;
            known != nullptr && known->is_object())
            known->as_object().erase("members"); // long, and for GET /admin/releases only
        acts.push_back(boost::json::object{{"number", row.number},
                                           {"at", formatUtc(row.at)},
                                           {"by", row.by},
                                           {"what", row.what},
                                           {"detail", std::move(detail)},
                                           {"head", toHex(row.head)}});
    }
    return respond(
        {{"acts", std::move(acts)}, {"head", toHex(view.head)}, {"intact", view.intact}, {"fault", view.fault}});
}

Answer proof(const Context& context, const Request& request) {
    PEIL_TRY(const auto view, services::readAudit(context.repository, context.keys.receiptKey.publicKey));
    services::Comparison comparison;
    PEIL_CHECK(context.repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(comparison, services::compareWith(records, keptCheckpoint(context, request)));
        return {};
    }));
    boost::json::array consistency, contradictions;
    for (const auto& hash : comparison.consistency)
        consistency.emplace_back(toHex(hash));
    for (const auto& row : view.contradictions)
        contradictions.push_back(boost::json::object{
            {"device", row.device.text()}, {"at", formatUtc(row.at)}, {"epoch", row.epoch}, {"size", row.size}});
    return respond({{"key", toHex(context.keys.receiptKey.publicKey)},
                    {"checkpoint", toBase64(comparison.newest)},
                    {"consistency", std::move(consistency)},
                    {"contradictions", std::move(contradictions)},
                    {"fault", view.fault}});
}

Answer logExport(const Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    PEIL_TRY(const auto body, jsonBody(request));
    PEIL_TRY(auto basis, services::exportBasisIn(body));
    services::ExportAct act{
        caller.signature(), textOf(body, "purpose"), textOf(body, "frozen"), textOf(body, "checksum"), {},
        std::move(basis)};
    if (const auto* detail = records::find(body, "detail"); detail != nullptr && detail->is_object())
        act.detail = detail->as_object();
    PEIL_CHECK(services::logExport(context.repository, context.clock.now(), act));
    return Response::nothing();
}

} // namespace

void addAudit(http::Router& router, Context& context) {
    for (const auto* path : {"/api/audit", "/admin/audit"})
        router.add(http::Method::Get, path, with(context, list));
    router.add(http::Method::Get, "/admin/audit/proof", with(context, proof));
    router.add(http::Method::Post, "/admin/exports", with(context, logExport), {kMaxExportBytes, {}});
}

} // namespace peil::server::api
