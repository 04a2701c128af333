// SPDX-License-Identifier: Apache-2.0
#pragma once

// Compares numbers with a record of reference vectors; one record is one line of the report.

#include "report.h"

#include <string>
#include <string_view>

namespace peil::conformance {

struct Tolerance {
    double absolute = 0;
    double relative = 0;
};

/// A record passes when every comparison between begin() and end() does.
class Checker {
public:
    explicit Checker(peil_conformance::Report& report)
        : m_report(report) {}
    void begin(std::string id);
    /// Equal within the larger of the two tolerances; NaN equals NaN.
    void near(std::string_view field, double expected, double got, Tolerance tolerance);
    void fail(std::string_view expected, std::string_view got);
    /// Closes the record. @return whether it passed.
    bool end();
    void note(std::string_view line) { m_report.note(line); }

private:
    peil_conformance::Report& m_report;
    std::string m_id;
    std::string m_expected;
    std::string m_got;
};

} // namespace peil::conformance
