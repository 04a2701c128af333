// SPDX-License-Identifier: Apache-2.0
// GET /api/quotas: achieved and target by city x group, with weeks.
#include "api/respond.h"
#include "api/routes.h"

#include <boost/json.hpp>

namespace peil::server::api {

boost::json::array quotasJson(const Context& context, const std::optional<std::string>& onlyCity) {
    boost::json::array cells;
    for (const auto& row : context.monitoring.quotas(onlyCity)) {
        boost::json::object weeks;
        for (const auto& [week, count] : row.weeks)
            weeks[week] = count;
        cells.push_back(boost::json::object{{"city", row.cityCode},
                                            {"cityName", row.cityName},
                                            {"group", row.groupId},
                                            {"target", row.target},
                                            {"achieved", row.achieved},
                                            {"weeks", std::move(weeks)}});
    }
    return cells;
}

void addQuotas(http::Router& router, Context& context) {
    router.add(http::Method::Get, "/api/quotas", [&context](const http::Request& request) {
        constexpr auto kPermission = services::Permission::ViewQuotas;
        const auto session = admitUser(context, request, kPermission);
        if (!session) return session.refusal;
        return respond({{"cells", quotasJson(context, cityOf(*session.value, kPermission))}});
    });
}

} // namespace peil::server::api
