// SPDX-License-Identifier: Apache-2.0
#include "checker.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>

namespace peil::conformance {

void Checker::begin(std::string id) {
    m_id = std::move(id);
    m_expected.clear();
    m_got.clear();
}

void Checker::near(std::string_view field, double expected, double got, Tolerance tolerance) {
    const bool bothMissing = std::isnan(expected) && std::isnan(got);
    const double allowed = std::max(tolerance.absolute, tolerance.relative * std::abs(expected));
    if (bothMissing || expected == got || std::abs(expected - got) <= allowed) return;
    fail(std::string(field) + " = " + formatNumber(expected) + " within " + formatNumber(allowed), formatNumber(got));
}

void Checker::fail(std::string_view expected, std::string_view got) {
    m_expected += (m_expected.empty() ? "" : "; ") + std::string(expected);
    m_got += (m_got.empty() ? "" : "; ") + std::string(got);
}

bool Checker::end() {
    const bool passed = m_expected.empty();
    if (passed)
        m_report.pass();
    else
        m_report.fail(m_id, m_expected, m_got);
    return passed;
}

} // namespace peil::conformance
