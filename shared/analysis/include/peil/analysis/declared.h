// SPDX-License-Identifier: Apache-2.0
#pragma once

// A register table beside what the study declares of its register: the study says which count the estimate takes, and
// whom that count is of.

#include "peil/analysis/register.h"
#include "peil/study/definition.h"

namespace peil::analysis {

/// Fills in options that were not given from the study: the area, and register and year if the table states them.
[[nodiscard]] RegisterAsked asDeclared(RegisterAsked asked, const study::Benchmark& declared,
                                       const RegisterTable& table);
/// Whether the counts are those that the study's definitions are about. What the table does not state is not compared.
[[nodiscard]] bool isAsDeclared(const RegisterFacts& used, const study::Benchmark& declared);
/// Fills in what the table does not state, with texts in `language`. Does nothing unless isAsDeclared().
void fillAsDeclared(Register& counts, const study::Benchmark& declared, std::string_view language);
/// One sentence when the counts are not those that the study declares, in `language`; else empty.
[[nodiscard]] std::string otherThanDeclared(const RegisterFacts& used, const study::Benchmark& declared,
                                            std::string_view language);

} // namespace peil::analysis
