// SPDX-License-Identifier: Apache-2.0
#include "report.h"

#include <iostream>

namespace peil_conformance {

void Report::fail(std::string_view id, std::string_view expected, std::string_view got) {
    ++m_failed;
    std::cout << "FAIL " << id << ": expected " << expected << ", got " << got << '\n';
}

void Report::skip(std::string_view id, std::string_view reason) {
    ++m_skipped;
    std::cout << "SKIP " << id << ": " << reason << '\n';
}

void Report::note(std::string_view line) {
    std::cout << line << '\n';
}

double Report::percentPassed() const {
    const auto run = m_passed + m_failed;
    return run == 0 ? 0 : 100 * static_cast<double>(m_passed) / static_cast<double>(run);
}

void Report::close() const {
    std::cout << m_passed << " passed, " << m_failed << " failed, " << m_skipped << " skipped" << std::endl;
}

} // namespace peil_conformance
