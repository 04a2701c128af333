// SPDX-License-Identifier: Apache-2.0
#pragma once

// One .sav or .dta file in the writing. Internal: the only user of ReadStat.

#include "peil/export/export_folder.h"
#include "peil/export/stat_export.h"
#include "stat_plan.h"

#include <memory>

namespace peil::exports {

class StatWriter {
public:
    struct Head {
        std::string label;  ///< of the file
        std::string date;   ///< ISO day; the file's time stamp is its noon
        std::uint64_t rows; ///< exactly so many will come
        std::string language;
    };
    /// Defines all columns and begins the data. Borrows `columns` and `sink` for its lifetime.
    [[nodiscard]] static Result<std::unique_ptr<StatWriter>>
    begin(StatFormat format, const Head& head, const std::vector<StatColumn>& columns, FileSink& sink);
    virtual ~StatWriter() = default;
    [[nodiscard]] virtual Result<> row(const Row& row) = 0;
    [[nodiscard]] virtual Result<> end() = 0;
};

} // namespace peil::exports
