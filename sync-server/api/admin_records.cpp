// SPDX-License-Identifier: Apache-2.0
// GET /admin/envelopes, /admin/quotas and /admin/estimate: what `peil export` and the demo take. Envelopes come as they
// were received: only the researcher's own key opens them.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::server::api {

namespace {

constexpr std::int64_t kDefaultLimit = 100;
constexpr std::int64_t kMaxLimit = 1000;
constexpr std::size_t kPageBytes = std::size_t{4} << 20U;

boost::json::object envelopeJson(const repository::EnvelopeRow& row, const repository::DeviceRow* device,
                                 const repository::ReviewRow& review) {
    return {{"number", row.number},
            {"kind", row.kind},
            {"status", idOf(row.status)},
            {"review", idOf(review.state)},
            {"duplicateOf", review.duplicateOf},
            {"reason", row.quarantineReason},
            {"interview", row.keys.interview.text()},
            {"revision", row.keys.revision},
            {"device", row.keys.device.text()},
            {"deviceKey", device != nullptr ? toHex(device->publicKey) : ""},
            {"sequence", row.keys.sequence},
            {"hash", toHex(row.hash)},
            {"previous", row.previous ? boost::json::value(toHex(*row.previous)) : nullptr},
            {"signature", row.itemSignature ? boost::json::value(toBase64(*row.itemSignature)) : nullptr},
            {"receivedAt", formatUtc(row.receivedAt)},
            {"envelope", toBase64(row.bytes)}};
}

Answer envelopes(Context& context, const Request& request) {
    const auto after = wholeParameter(request, "after", 0);
    const auto limit = wholeParameter(request, "limit", kDefaultLimit);
    if (!after || !limit || *limit < 1)
        return fail(ApiError::BadMessage, "after and limit must be whole numbers, and limit at least 1.");
    const auto named = request.query.find("kind");
    const auto kind = named == request.query.end() ? std::string(idOf(protocol::ItemKind::Interview)) : named->second;
    std::vector<repository::EnvelopeRow> rows;
    std::vector<repository::DeviceRow> devices;
    std::vector<repository::SuccessionRow> successions;
    std::vector<repository::ReviewRow> reviews; ///< one for each row
    std::int64_t act = 0;
    PEIL_CHECK(context.repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(act, records.lastAct());
        PEIL_TRY(devices, records.devices());
        PEIL_TRY(successions, records.successions());
        PEIL_TRY(rows, records.envelopes(*after, std::min(*limit, kMaxLimit), kPageBytes, kind));
        for (const auto& row : rows) {
            PEIL_TRY(auto review, records.review(row.keys.interview, row.keys.revision));
            reviews.push_back(review ? std::move(*review) : repository::ReviewRow{});
        }
        return {};
    }));
    boost::json::array items;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto device = std::ranges::find(devices, rows[i].keys.device, &repository::DeviceRow::id);
        items.emplace_back(envelopeJson(rows[i], device == devices.end() ? nullptr : &*device, reviews[i]));
    }
    boost::json::array successors;
    for (const auto& row : successions)
        successors.push_back(boost::json::object{{"device", row.device.text()}, {"successor", row.successor.text()}});
    boost::json::object page{{"envelopes", std::move(items)}, {"successions", std::move(successors)}, {"act", act}};
    // An empty page is the last one, so that a page cut short by its size is not treated as it.
    page["next"] = rows.empty() ? boost::json::value(nullptr) : boost::json::value(rows.back().number);
    return respond(page);
}

Answer quotas(Context& context, const Request& request) {
    PEIL_TRY(const auto caller, admit(context, request));
    PEIL_TRY(auto object, quotasJson(context, caller.onlyCity(services::Permission::ViewQuotas)));
    object["study"] = studyJson(context);
    return respond(object);
}

} // namespace

void addAdminRecords(http::Router& router, Context& context) {
    router.add(http::Method::Get, "/admin/envelopes", with(context, envelopes));
    router.add(http::Method::Get, "/admin/quotas", with(context, quotas));
}

} // namespace peil::server::api
