// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a fieldworker would enter to get one row of the made-up reference data. The columns of the data are met exactly;
// the questions that the data does not know get answers from the row's own random numbers, the same in every run.

#include "peil/base/csv.h"
#include "peil/base/result.h"

#include <string>
#include <vector>

namespace peil_demo {

/// One answer, or a reason for none (then `value` is empty).
struct Answer {
    std::string question;
    std::string value;
    std::string reason;
};

struct Interview {
    std::string row;  ///< id of the row, e.g. "SYN-0001"
    std::string uuid; ///< the same in every run, so that a rehearsal that was cut off can go on
    std::string cityCode;
    std::string site;
    std::string startedAt; ///< RFC 3339, UTC; on the row's interview date, in working hours
    std::string language;  ///< of the form: nl, en, de, pl or ar
    std::string marker;    ///< text that stands in the sealed answers of this interview only, e.g. "zeemeeuw-0001"
    std::vector<Answer> answers; ///< in the order of the questionnaire
};

/// One interview for each row. @return BaseErrc::CsvMissingColumn.
[[nodiscard]] peil::Result<std::vector<Interview>> interviewsFrom(const peil::CsvTable& synthetic);
/// One line of a rehearsal file, without a line end.
[[nodiscard]] std::string rehearsalLine(const Interview& interview);

} // namespace peil_demo
