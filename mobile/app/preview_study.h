// SPDX-License-Identifier: Apache-2.0
#pragma once

// A study with one form, to preview the form in the tablet's screens. Its keys are temporary; answers are not sent
// anywhere.

#include "field_study.h"

#include <filesystem>

namespace peil::mobile {

/// A form on a store, ready to be asked.
struct PreviewStudy {
    std::string site;  ///< code of the only site
    std::string title; ///< of the form
};

/// Enrols an open store in a study that has the XForm in `formFile` and nothing else: one city, one site, one group.
/// Lists that the form names are taken from its folder, or from `media` there. City and site are the first that the
/// form's own questions of that name allow.
/// @return the error of a file that cannot be read, BadStudy with the first error of the form, and storage errors.
[[nodiscard]] Result<PreviewStudy> putPreviewStudy(storage::LocalStore& store, const std::filesystem::path& formFile,
                                                   Rng& rng);

} // namespace peil::mobile
