// SPDX-License-Identifier: Apache-2.0
#pragma once

// manifest.json: the contents of an export, what was excluded, and the checksum of every file. Enough to reproduce a
// frozen dataset.

#include "peil/dataset/settings.h"
#include "peil/export/export_folder.h"
#include "peil/export/stat_export.h"
#include "peil/records/judge.h"
#include "peil/study/pack.h"

#include <boost/json.hpp>

namespace peil::dataset {

/// What a manifest says.
struct ExportFacts {
    const ExportSettings& settings;
    std::string program;         ///< version of peil
    std::string frozen, purpose; ///< name of the frozen dataset, or empty; why it was made
    const study::StudyPack& pack;
    const records::CleanRecords& clean;
    std::string version, date, keyFingerprint;
    std::string seed;                     ///< of a release, sealed for the researchers
    boost::json::object disclosure;       ///< outcome of the check, without classes
    std::set<std::int64_t> comparedWith;  ///< numbers of the server's releases that it was checked beside
    std::vector<std::string> differences; ///< between versions of the form
    std::vector<exports::NotWritten> notWritten;
};

/// Name, size and SHA-256 of each file in the folder, sorted by name. @return a base file error.
[[nodiscard]] Result<boost::json::array> filesOf(const exports::ExportFolder& folder);
/// SHA-256 over names and checksums, hexadecimal: the identity of the data.
[[nodiscard]] std::string checksumOf(const boost::json::array& files);
[[nodiscard]] std::string manifestText(const ExportFacts& facts, const boost::json::array& files);

/// A frozen dataset, read from its manifest.
struct FrozenDataset {
    std::string name, packHash, program, checksum;
    std::string seed;                    ///< of a release; ReleaseSeed::open()
    std::set<std::int64_t> comparedWith; ///< numbers of releases
    ExportSettings settings;
    std::set<std::string> envelopes; ///< hashes
    boost::json::array files;
    std::string text; ///< the manifest itself, to be written again
};
/// @return BadInput for a manifest that is none, or not of a frozen dataset; a base file error.
[[nodiscard]] Result<FrozenDataset> readFrozen(const std::filesystem::path& manifest);
/// @return BadInput naming the first file that has changed.
[[nodiscard]] Result<> checkReproduced(const FrozenDataset& frozen, const boost::json::array& files);

} // namespace peil::dataset
