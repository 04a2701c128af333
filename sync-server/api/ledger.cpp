// SPDX-License-Identifier: Apache-2.0
// GET /api/ledger: finalised, received, in quarantine and missing, summed up and by city.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"

#include <boost/json.hpp>
#include <map>

namespace peil::server::api {

namespace {

struct Sum {
    std::int64_t tablets = 0, finalised = 0, received = 0, quarantined = 0, missing = 0;
    std::map<std::string, std::int64_t> receivedBy, quarantinedBy;

    void add(const services::LedgerRow& row) {
        ++tablets;
        finalised += row.finalised;
        received += row.received;
        quarantined += row.quarantined;
        missing += row.missingCount;
        for (const auto& [kind, count] : row.receivedBy)
            receivedBy[kind] += count;
        for (const auto& [reason, count] : row.quarantinedBy)
            quarantinedBy[reason] += count;
    }
    [[nodiscard]] boost::json::object json() const {
        return {{"tablets", tablets},         {"finalised", finalised},
                {"received", received},       {"receivedBy", boost::json::value_from(receivedBy)},
                {"quarantined", quarantined}, {"quarantinedBy", boost::json::value_from(quarantinedBy)},
                {"missing", missing}};
    }
};

} // namespace

void addLedger(http::Router& router, Context& context) {
    const auto answer = [&context](const http::Request& request) -> Answer {
        constexpr auto kPermission = services::Permission::ViewLedger;
        PEIL_TRY(const auto caller, admit(context, request));
        PEIL_TRY(const auto rows, services::readLedger(context.repository, context.clock.now()));
        const auto onlyCity = caller.onlyCity(kPermission);
        Sum total;
        std::map<std::string, Sum> byCity;
        for (const auto& row : rows) {
            if (onlyCity && row.device.cityCode != *onlyCity) continue;
            total.add(row);
            byCity[row.device.cityCode].add(row);
        }
        boost::json::array cities;
        for (const auto& [code, sum] : byCity) {
            auto object = sum.json();
            object["city"] = code;
            cities.emplace_back(std::move(object));
        }
        return respond({{"total", total.json()}, {"cities", std::move(cities)}});
    };
    router.add(http::Method::Get, "/api/ledger", with(context, answer));
}

} // namespace peil::server::api
