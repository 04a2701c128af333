// SPDX-License-Identifier: Apache-2.0
#include "services/monitoring.h"

namespace peil::server::services {

std::vector<QuotaRow> Monitoring::quotas(const std::optional<std::string>& onlyCity) const {
    const auto current = m_studies.current();
    if (!current) return {};
    const auto& study = current->study();
    std::vector<QuotaRow> rows;
    std::map<std::pair<std::string, std::string>, std::size_t> at; // (city as answered, group) -> row
    for (const auto& city : study.cities) {
        if (onlyCity && city.code != *onlyCity) continue;
        for (const auto& group : study.groups) {
            at.emplace(std::pair{city.name, group.id}, rows.size());
            at.emplace(std::pair{city.code, group.id}, rows.size());
            rows.push_back({city.code, city.name, group.id, study.target(city.code, group.id), 0, {}});
        }
    }
    m_table.forEach([&](const repository::OpenInterview& interview) {
        if (interview.outcome != "complete") return;
        const auto found = at.find(
            {std::string(interview.value(study.fields.city)), std::string(interview.value(study.fields.group))});
        if (found == at.end()) return;
        auto& row = rows[found->second];
        ++row.achieved;
        ++row.weeks[std::string(interview.value(study.fields.week))];
    });
    return rows;
}

std::vector<protocol::QuotaCell> Monitoring::cells(const std::string& cityCode) const {
    std::vector<protocol::QuotaCell> cells;
    for (const auto& row : quotas(cityCode))
        cells.push_back({row.cityCode, row.groupId, row.target, row.achieved});
    return cells;
}

} // namespace peil::server::services
