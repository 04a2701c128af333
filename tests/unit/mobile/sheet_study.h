// SPDX-License-Identifier: Apache-2.0
#pragma once

// A study with one city, one site (AMS-02) and the questionnaire of a test.

#include "field_study.h"

#include <string>

namespace peil_test {

/// Enrols the tablet in Amsterdam and takes the study. `survey` and `choices` are sheets in CSV; fails the test when
/// they do not compile. The form needs the hidden fields city and site.
[[nodiscard]] peil::Result<peil::mobile::FieldStudyPointer>
putSheetStudy(peil::storage::LocalStore& store, const std::string& survey, const std::string& choices, peil::Rng& rng);

} // namespace peil_test
