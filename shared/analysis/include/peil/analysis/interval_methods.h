// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every method of an interval that can be asked for: its name, what it honours, its words, and which are taken when
// nobody asks. The bootstrap is apart: it is asked for by its number of replicates.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peil::analysis {

enum class MethodKind {
    Design,    ///< on the proportion, with strata, clusters and weights
    Delta,     ///< the same, on the size
    Bayesian,  ///< the same, by a beta posterior on the effective number of people
    Bootstrap, ///< the same, by Rao-Wu replicates
    Binomial,  ///< on the unweighted counts
};
[[nodiscard]] std::string_view idOf(MethodKind kind); ///< as JSON has it

struct IntervalMethod {
    std::string_view name;
    MethodKind kind;
    std::string_view english, dutch;
    bool inReport = false; ///< whether a report shows it when nobody asks for methods
};

[[nodiscard]] std::span<const IntervalMethod> intervalMethods();
[[nodiscard]] const IntervalMethod* intervalMethod(std::string_view name);
/// What an estimate gives when nobody asks: the headline first. Few sites can give a design effect below 1 by chance,
/// which must not make the interval narrower than that of a simple random sample; what the design alone says stands
/// beside it.
[[nodiscard]] std::vector<std::string> headlineMethods();
/// The same for a report: the headline, and all that it is compared with.
[[nodiscard]] std::vector<std::string> reportMethods();
/// "logit, … (design-based) or wald, … (binomial)"
[[nodiscard]] std::string methodsInWords();

} // namespace peil::analysis
