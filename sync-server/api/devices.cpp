// SPDX-License-Identifier: Apache-2.0
// GET /api/devices: the tablets, their last contact and what is missing from them.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"

#include <boost/json.hpp>

namespace peil::server::api {

boost::json::object ledgerJson(const services::LedgerRow& row, const services::CurrentStudyPtr& study) {
    const auto time = [](const std::optional<TimePoint>& at) {
        return at ? boost::json::value(formatUtc(*at)) : boost::json::value(nullptr);
    };
    const auto* city = study ? study->study().city(row.device.cityCode) : nullptr;
    return {
        {"device", row.device.id.text()},
        {"number", row.number},
        {"city", row.device.cityCode},
        {"cityName", city != nullptr ? city->name : row.device.cityCode},
        {"enrolledAt", formatUtc(row.device.enrolledAt)},
        {"lastContact", time(row.device.lastContact)},
        {"revokedAt", time(row.device.revokedAt)},
        {"blockedAt", time(row.device.blockedAt)},
        {"today",
         boost::json::object{{"bytes", row.today.bytes}, {"items", row.today.items}, {"refused", row.today.refused}}},
        {"finalised", row.finalised},
        {"doubtedFinalised", row.device.doubted},
        {"received", row.received},
        {"receivedBy", boost::json::value_from(row.receivedBy)},
        {"quarantined", row.quarantined},
        {"quarantinedBy", boost::json::value_from(row.quarantinedBy)},
        {"missing", row.missingCount},
        {"missingSequences", boost::json::value_from(row.missing)}};
}

Result<boost::json::array> strangersJson(const Context& context, const std::optional<std::string>& onlyCity) {
    boost::json::array items;
    if (onlyCity) return items;
    PEIL_TRY(const auto rows, context.enrolment.strangers());
    for (const auto& row : rows)
        items.emplace_back(boost::json::object{
            {"device", row.id.text()}, {"lastContact", formatUtc(row.lastContact)}, {"finalised", row.finalised}});
    return items;
}

void addDevices(http::Router& router, Context& context) {
    const auto answer = [&context](const http::Request& request) -> Answer {
        constexpr auto kPermission = services::Permission::ViewDevices;
        PEIL_TRY(const auto caller, admit(context, request));
        PEIL_TRY(const auto rows, services::readLedger(context.repository, context.clock.now()));
        const auto onlyCity = caller.onlyCity(kPermission);
        PEIL_TRY(auto unknown, strangersJson(context, onlyCity));
        boost::json::array devices;
        for (const auto& row : rows)
            if (!onlyCity || row.device.cityCode == *onlyCity)
                devices.emplace_back(ledgerJson(row, context.studies.current()));
        return respond({{"devices", std::move(devices)},
                        {"unknown", std::move(unknown)},
                        {"now", formatUtc(context.clock.now())}});
    };
    router.add(http::Method::Get, "/api/devices", with(context, answer));
}

} // namespace peil::server::api
