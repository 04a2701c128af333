// SPDX-License-Identifier: Apache-2.0
#pragma once

// A dataset with all that is hard about exports, and what a reader must find in it: told from the source, not from the
// exporters.

#include "peil/export/dataset.h"

#include <filesystem>

namespace peil::exports::test {

/// Which part of the rows there is: an export of nobody must read back as well.
enum class Rows { None, One, All };

class RichDataset {
public:
    explicit RichDataset(Rows rows);
    RichDataset(const RichDataset&) = delete;
    RichDataset& operator=(const RichDataset&) = delete;
    [[nodiscard]] Dataset& dataset() { return m_dataset; }
    /// Writes cells.tsv, variables.tsv, choices.tsv and reasons.tsv for `language`; texts in hexadecimal, so that no
    /// reader can misread them.
    void writeExpectations(const std::filesystem::path& folder, std::string_view language);

private:
    void fill(Rows rows);
    MemoryTable m_people, m_visits;
    Dataset m_dataset;
};

} // namespace peil::exports::test
