// SPDX-License-Identifier: Apache-2.0
#pragma once

// What has been reached: the quota table. Counts complete interviews of the open answers only.

#include "peil/protocol/messages.h"
#include "services/open_table.h"
#include "services/study_publishing.h"

#include <map>

namespace peil::server::services {

/// One city x group.
struct QuotaRow {
    std::string cityCode, cityName, groupId;
    int target = 0;
    int achieved = 0;
    std::map<std::string, int> weeks; ///< value of the week field -> interviews
};

/// Threads: any.
class Monitoring {
public:
    Monitoring(const OpenTable& table, const StudyPublishing& studies)
        : m_table(table)
        , m_studies(studies) {}

    /// Each city x group of the study in its order, or only those of one city. Empty while no study is published.
    [[nodiscard]] std::vector<QuotaRow> quotas(const std::optional<std::string>& onlyCity = std::nullopt) const;
    /// The same as the tablet shows it.
    [[nodiscard]] std::vector<protocol::QuotaCell> cells(const std::string& cityCode) const;

private:
    const OpenTable& m_table;
    const StudyPublishing& m_studies;
};

} // namespace peil::server::services
