// SPDX-License-Identifier: Apache-2.0
#pragma once

// A study with one city, one site (AMS-02) and the questionnaire of a test or a benchmark.

#include "field_study.h"

#include <string>

namespace peil_test {

/// `media`: files of the pack by name, such as media/house.png. Enrols the tablet in Amsterdam and takes the study with
/// this form, which needs the hidden fields city and site.
[[nodiscard]] peil::Result<peil::mobile::FieldStudyPointer> putFormStudy(peil::storage::LocalStore& store,
                                                                         std::string_view xform, peil::Rng& rng,
                                                                         peil::study::PackFiles media = {});
/// The same with a form of two sheets in CSV. @return BadStudy with the first fault of the sheets.
[[nodiscard]] peil::Result<peil::mobile::FieldStudyPointer> putSheetStudy(peil::storage::LocalStore& store,
                                                                          const std::string& survey,
                                                                          const std::string& choices, peil::Rng& rng,
                                                                          peil::study::PackFiles media = {});

} // namespace peil_test
