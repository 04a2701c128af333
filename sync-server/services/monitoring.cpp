// SPDX-License-Identifier: Apache-2.0
#include "services/monitoring.h"

namespace peil::server::services {
namespace {

using CityAndReason = std::pair<std::string, study::NotCounted>;

std::vector<QuotaRow> emptyCells(const study::Study& study, const std::optional<std::string>& onlyCity) {
    std::vector<QuotaRow> cells;
    for (const auto& city : study.cities) {
        if (onlyCity && city.code != *onlyCity) continue;
        for (const auto& group : study.groups)
            cells.push_back({city.code, city.name, group.id, study.target(city.code, group.id), 0, {}});
    }
    return cells;
}

} // namespace

Progress Monitoring::progress(const std::optional<std::string>& onlyCity) const {
    const auto current = m_studies.current();
    if (!current) return {};
    const auto& study = current->study();
    Progress progress;
    progress.cells = emptyCells(study, onlyCity);
    progress.leftToExport = current->counting.leftToExport();
    std::map<std::pair<std::string, std::string>, QuotaRow*> cellAt; // city code, group
    for (auto& cell : progress.cells)
        cellAt.emplace(std::pair{cell.cityCode, cell.groupId}, &cell);
    std::map<CityAndReason, std::size_t> notCounted;
    m_table.forEachJudged(current->counting, current->pack.hash(), [&](const auto& interview, auto reason) {
        const auto* city = study::cityOf(study, interview.value(study.fields.city));
        const auto cityCode = city == nullptr ? std::string() : city->code;
        if (onlyCity && cityCode != *onlyCity) return;
        ++progress.interviews;
        if (reason) {
            ++notCounted[{cityCode, *reason}];
            return;
        }
        ++progress.counted;
        auto& cell = *cellAt.at({cityCode, std::string(interview.value(study.fields.group))});
        ++cell.achieved;
        ++cell.weeks[std::string(interview.value(study.fields.week))];
    });
    for (const auto& [cityCode, count] : m_table.withdrawn()) {
        if (onlyCity && cityCode != *onlyCity) continue;
        progress.interviews += count;
        notCounted[{cityCode, study::NotCounted::Withdrawn}] += count;
    }
    for (const auto& [key, count] : notCounted)
        progress.notCounted.push_back({key.first, key.second, count});
    return progress;
}

std::map<InterviewId, study::NotCounted> Monitoring::reasons() const {
    std::map<InterviewId, study::NotCounted> reasons;
    const auto current = m_studies.current();
    if (!current) return reasons;
    m_table.forEachJudged(current->counting, current->pack.hash(), [&](const auto& interview, auto reason) {
        if (reason) reasons.emplace(interview.interview, *reason);
    });
    return reasons;
}

std::vector<protocol::QuotaCell> cellsOf(const Progress& progress) {
    std::vector<protocol::QuotaCell> cells;
    for (const auto& row : progress.cells)
        cells.push_back({row.cityCode, row.groupId, row.target, row.achieved});
    return cells;
}

std::vector<protocol::NotCountedCell> notCountedOf(const Progress& progress) {
    std::vector<protocol::NotCountedCell> cells;
    for (const auto& row : progress.notCounted)
        cells.push_back({row.cityCode, std::string(study::idOf(row.reason)), static_cast<int>(row.count)});
    return cells;
}

} // namespace peil::server::services
