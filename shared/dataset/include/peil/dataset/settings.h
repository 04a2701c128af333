// SPDX-License-Identifier: Apache-2.0
#pragma once

// What of the interviews is written, for whom, and in which form.

#include "peil/export/release.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace peil::dataset {

/// What is written, and for whom.
enum class DataClass {
    Release,    ///< for others: rows of what the study declares as releasable, checked
    Counts,     ///< for others: tables of counts that the study declares
    Internal,   ///< for the researchers' own desk: everything as it is
    Estimation, ///< the same, only what the server may read
};
[[nodiscard]] std::string_view idOf(DataClass dataClass); ///< release, counts, internal, estimation
/// True when others get it.
[[nodiscard]] bool isForOthers(DataClass dataClass);
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

/// The ids, as options and manifests write them.
[[nodiscard]] const std::map<std::string, DataClass>& dataClasses();
[[nodiscard]] const std::map<std::string, Versions>& versionChoices();
[[nodiscard]] const std::map<std::string, exports::OnUnsafe>& unsafeChoices();

} // namespace peil::dataset
