// SPDX-License-Identifier: Apache-2.0
#pragma once

// Records of an export from their XML.

#include "peil/records/judge.h"
#include "peil_test/result.h"

namespace cli_test {

inline peil::records::CleanRecord recordOf(const std::string& id, const std::string& outcome, std::string_view xml,
                                           const peil::forms::FormDefinition& form, const std::string& formHash = {}) {
    static peil::records::PathPool paths;
    return {peil::InterviewId(id),
            1,
            "2030-01-01T00:00:00.000Z",
            "aa",
            outcome,
            peil_test::need(peil::records::RecordXml::parse(xml, peil::records::repeatsOf(form), paths)),
            formHash};
}

} // namespace cli_test
