// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the demo found: the numbers for the terminal and for --json.

#include "workshop.h"

#include <map>

namespace demo {

/// Figures of the study as published, by the names of figures.json.
struct Published {
    double N = 0;
    std::optional<double> lower, upper;
};
using PublishedFigures = std::map<std::string, Published, std::less<>>;
[[nodiscard]] peil::Result<PublishedFigures> readPublished(const std::filesystem::path& figuresJson);

struct Summary {
    PublishedFigures published;
    std::int64_t tablets = 0, finalised = 0, received = 0, missing = 0, duplicates = 0;
    double seconds = 0;
    boost::json::object estimate; ///< as `peil estimate --json` gives it
    std::size_t aggregatesChecked = 0, aggregatesMatching = 0;
    std::vector<std::string> aggregatesOff; ///< names of those that differ
    std::size_t markersInStores = 0;        ///< files of server and tablets in which a sealed answer was found
    std::size_t markersInExport = 0;        ///< interviews whose sealed answer the researchers' export holds
    std::size_t goldenChecked = 0, goldenMatching = 0;
    std::vector<std::string> goldenOff; ///< golden numbers of the method that the export does not give
    std::vector<std::string> exports;
    std::vector<std::string> releaseOff; ///< figures that the release for others does not give as the export does
    std::size_t markersInRelease = 0;    ///< files of the release in which a free text can be read
    std::string estimateFile;            ///< what `peil estimate --json` printed
    std::vector<std::string> reports;    ///< pages of `peil report`, one a language
    std::string dashboard;
};

[[nodiscard]] std::string toJson(const Summary& summary);
/// The table of groups and derived sizes beside the published ones.
[[nodiscard]] std::vector<std::string> tableOf(const Summary& summary);
/// True when nothing is missing, doubled, off or readable.
[[nodiscard]] bool isSound(const Summary& summary, std::int64_t interviews);

} // namespace demo
