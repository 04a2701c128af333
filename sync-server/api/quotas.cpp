// SPDX-License-Identifier: Apache-2.0
// GET /api/quotas: achieved and target by city x group, with weeks, what does not count, and how people responded.
#include "api/access.h"
#include "api/respond.h"
#include "api/routes.h"
#include "peil/study/definition_json.h"
#include "peil/words/words.h"
#include "services/response.h"

#include <boost/json.hpp>

namespace peil::server::api {

namespace {

/// What the export checks by itself, with its words by language: the study's own for a rule.
boost::json::array leftToExportJson(const Context& context, const std::vector<std::string>& ids) {
    const auto current = context.studies.current();
    boost::json::array checks;
    for (const auto& id : ids) {
        boost::json::object label;
        if (words::has(words::Kind::Check, id, "en"))
            for (const auto* language : {"en", "nl", "ar"})
                label[language] = words::textOf(words::Kind::Check, id, language);
        if (current)
            for (const auto& rule : current->study().cleaning.rules)
                if (rule.id == id) label = study::textsJson(rule.label);
        checks.push_back(boost::json::object{{"id", id}, {"label", std::move(label)}});
    }
    return checks;
}

boost::json::array responseJson(const services::ResponseFigures& figures) {
    boost::json::array rows;
    for (const auto& row : figures.cities)
        rows.push_back(boost::json::object{{"city", row.cityCode},
                                           {"approached", row.approached()},
                                           {"interviewed", row.interviewed()},
                                           {"ineligible", row.ineligible()},
                                           {"contacts", boost::json::value_from(row.contacts)},
                                           {"interviews", boost::json::value_from(row.interviews)},
                                           {"discards", boost::json::value_from(row.discards)}});
    return rows;
}

boost::json::array contactsJson(const services::ResponseFigures& figures) {
    boost::json::array cells;
    for (const auto& cell : figures.cells)
        cells.push_back(boost::json::object{{"city", cell.cityCode},
                                            {"site", cell.siteCode},
                                            {"date", cell.date},
                                            {"slot", cell.slot},
                                            {"outcome", cell.outcome},
                                            {"count", cell.count}});
    return cells;
}

} // namespace

Result<boost::json::object> quotasJson(const Context& context, const std::optional<std::string>& onlyCity) {
    const auto progress = context.monitoring.progress(onlyCity);
    PEIL_TRY(const auto response, services::responseFigures(context.repository, context.studies, progress, onlyCity));
    boost::json::array cells, notCounted;
    for (const auto& row : progress.cells) {
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
    for (const auto& row : progress.notCounted)
        notCounted.push_back(
            boost::json::object{{"city", row.cityCode}, {"reason", study::idOf(row.reason)}, {"count", row.count}});
    return boost::json::object{{"cells", std::move(cells)},
                               {"received", progress.interviews},
                               {"counted", progress.counted},
                               {"notCounted", std::move(notCounted)},
                               {"leftToExport", leftToExportJson(context, progress.leftToExport)},
                               {"response", responseJson(response)},
                               {"contacts", contactsJson(response)}};
}

void addQuotas(http::Router& router, Context& context) {
    const auto answer = [&context](const http::Request& request) -> Answer {
        constexpr auto kPermission = services::Permission::ViewQuotas;
        PEIL_TRY(const auto caller, admit(context, request));
        PEIL_TRY(auto object, quotasJson(context, caller.onlyCity(kPermission)));
        return respond(object);
    };
    router.add(http::Method::Get, "/api/quotas", with(context, answer));
}

} // namespace peil::server::api
