// SPDX-License-Identifier: Apache-2.0
#pragma once

// What has been reached: the quota table, and beside it the interviews that do not count, each with its reason.

#include "peil/protocol/messages.h"
#include "services/open_table.h"
#include "services/study_publishing.h"

#include <map>

namespace peil::server::services {

/// One city x group.
struct QuotaRow {
    std::string cityCode, cityName, groupId;
    int target = 0;
    int achieved = 0;                 ///< interviews that count
    std::map<std::string, int> weeks; ///< value of the week field -> interviews
};

/// Interviews of one city that do not count, of one reason.
struct NotCountedRow {
    std::string cityCode; ///< that the interview names, of a withdrawn one that of its tablet; empty = of no city
    study::NotCounted reason{};
    std::size_t count = 0;
};

/// interviews = counted + sum of notCounted; counted = sum of what the cells have achieved.
struct Progress {
    std::vector<QuotaRow> cells; ///< each city x group of the study in its order
    std::size_t interviews = 0, counted = 0;
    std::vector<NotCountedRow> notCounted; ///< by city, then reason
    /// What only the export can check, see records::Counting.
    std::vector<std::string> leftToExport;
};

/// Threads: any.
class Monitoring {
public:
    Monitoring(const OpenTable& table, const StudyPublishing& studies)
        : m_table(table)
        , m_studies(studies) {}

    /// Of all cities, or of one. Empty while no study is published.
    [[nodiscard]] Progress progress(const std::optional<std::string>& onlyCity = std::nullopt) const;
    /// The cells of progress().
    [[nodiscard]] std::vector<QuotaRow> quotas(const std::optional<std::string>& onlyCity = std::nullopt) const {
        return progress(onlyCity).cells;
    }
    /// Why each interview does not count; withdrawn ones are not included.
    [[nodiscard]] std::map<InterviewId, study::NotCounted> reasons() const;

private:
    const OpenTable& m_table;
    const StudyPublishing& m_studies;
};

/// What a tablet shows of it.
[[nodiscard]] std::vector<protocol::QuotaCell> cellsOf(const Progress& progress);
[[nodiscard]] std::vector<protocol::NotCountedCell> notCountedOf(const Progress& progress);

} // namespace peil::server::services
