// SPDX-License-Identifier: Apache-2.0
#pragma once

// All interval methods: name, kind, labels, and which are the default. The bootstrap is separate; it is requested by
// its number of replicates.

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
    bool inReport = false; ///< whether a report shows it by default
};

[[nodiscard]] const IntervalMethod* intervalMethod(std::string_view name);
/// Default methods of an estimate, the headline first. With few sites the design effect can be below 1 by chance, which
/// must not make the interval narrower than that of a simple random sample; the interval without this minimum is shown
/// as well.
[[nodiscard]] std::vector<std::string> headlineMethods();
/// The same for a report: the headline, and all that it is compared with.
[[nodiscard]] std::vector<std::string> reportMethods();
/// "logit, … (design-based) or wald, … (binomial)"
[[nodiscard]] std::string methodNames();

} // namespace peil::analysis
