// SPDX-License-Identifier: Apache-2.0
#pragma once

// The options of `peil export`.

#include "cli/client/server_client.h"
#include "peil/dataset/settings.h"

#include <string>
#include <vector>

namespace peil::cli {

struct ExportOptions {
    ServerPlace place;
    std::filesystem::path pack, key, passphraseFile, out;
    std::filesystem::path tablets;   ///< file of tablets' keys; empty: KEY.tablets
    std::filesystem::path reproduce; ///< manifest of a frozen dataset, or empty
    std::vector<std::filesystem::path> earlier;
    std::string signer, purpose, by;
    std::string freeze; ///< name of the dataset to freeze, or empty
    dataset::ExportSettings settings;
};

void addExportOptions(CLI::App& command, ExportOptions& options);

} // namespace peil::cli
