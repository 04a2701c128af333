// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `peil export` is told: where the data come from, what of them may leave, and in which form.

#include "peil/export/release.h"
#include "server_client.h"

#include <optional>
#include <string>
#include <vector>

namespace peil::cli {

/// What is written, and for whom.
enum class DataClass {
    Release,    ///< for others: rows of what the study declares as releasable, checked
    Counts,     ///< for others: tables of counts that the study declares
    Internal,   ///< for the researchers' own desk: everything as it is
    Estimation, ///< the same, only what the server may read
};
[[nodiscard]] std::string_view idOf(DataClass dataClass); ///< release, counts, internal, estimation
/// True when others get it.
[[nodiscard]] bool leavesTheHouse(DataClass dataClass);
[[nodiscard]] std::string_view idOf(exports::OnUnsafe onUnsafe); ///< coarsen, refuse, report

/// Interviews of which versions of the form.
enum class Versions {
    All,     ///< every version that the server has a pack of, as one table
    Current, ///< only the one of the study pack
};
[[nodiscard]] std::string_view idOf(Versions versions); ///< all, current

/// What decides the bytes of an export, beside the interviews. Kept in the manifest of a frozen dataset.
struct ExportSettings {
    std::vector<std::string> formats{"csv"};
    std::string language = "en";
    std::vector<std::string> include;
    Versions versions = Versions::All;
    DataClass dataClass = DataClass::Release;
    exports::OnUnsafe onUnsafe = exports::OnUnsafe::Coarsen;
    [[nodiscard]] bool wants(std::string_view format) const;
};

struct ExportOptions {
    ServerPlace place;
    std::filesystem::path pack, key, passphraseFile, out;
    std::filesystem::path tablets;   ///< file of tablets' keys; empty: KEY.tablets
    std::filesystem::path reproduce; ///< manifest of a frozen dataset, or empty
    std::vector<std::filesystem::path> earlier;
    std::string signer, purpose, by;
    std::string freeze; ///< name of the dataset to freeze, or empty
    ExportSettings settings;
};

void addExportOptions(CLI::App& command, ExportOptions& options);

} // namespace peil::cli
