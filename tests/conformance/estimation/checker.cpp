// SPDX-License-Identifier: Apache-2.0
#include "checker.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>

namespace peil::conformance {

void Checker::begin(std::string id) {
    m_id = std::move(id);
    m_good = true;
}

void Checker::near(std::string_view field, double expected, double got, Tolerance tolerance) {
    const bool bothMissing = std::isnan(expected) && std::isnan(got);
    const double allowed = std::max(tolerance.absolute, tolerance.relative * std::abs(expected));
    if (bothMissing || expected == got || std::abs(expected - got) <= allowed) return;
    fail(std::string(field) + " = " + formatNumber(expected) + " +- " + formatNumber(allowed), formatNumber(got));
}

void Checker::same(std::string_view field, std::string_view expected, std::string_view got) {
    if (expected != got) fail(std::string(field) + " = " + std::string(expected), got);
}

void Checker::fail(std::string_view expected, std::string_view got) {
    m_good = false;
    m_onFailure(m_id, std::string(expected), std::string(got));
}

void Checker::end() { ++(m_good ? m_passed : m_failed); }

} // namespace peil::conformance
