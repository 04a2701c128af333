// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/interval_methods.h"

#include "peil/base/enum_text.h"
#include "peil/base/text.h"

#include <algorithm>

namespace peil::analysis {
namespace {

using enum MethodKind;

/// In the order of a report.
constexpr IntervalMethod kMethods[] = {
    {"logit_capped", Design, "Logit, design effect at least 1", "Logit, ontwerpeffect minstens 1", true},
    {"logit", Design, "Logit", "Logit", true},
    {"beta", Design, "Beta (Korn-Graubard)", "Bèta (Korn-Graubard)", true},
    {"beta_nchs", Design, "Beta (NCHS)", "Bèta (NCHS)", true},
    {"likelihood", Design, "Likelihood", "Likelihood", true},
    {"asin", Design, "Arcsine", "Arcsinus", true},
    {"mean", Design, "Symmetric on the proportion", "Symmetrisch op het aandeel", false},
    {"log_delta", Delta, "Delta, log scale", "Delta, logaritmische schaal", true},
    {"delta", Delta, "Delta, symmetric", "Delta, symmetrisch", true},
    {"delta_z", Delta, "Delta, symmetric, normal", "Delta, symmetrisch, normaal", false},
    {"log_delta_z", Delta, "Delta, logarithm, normal", "Delta, logaritme, normaal", false},
    {"bayes", Bayesian, "Bayes, Jeffreys prior", "Bayes, Jeffreys-prior", true},
    {"wald", Binomial, "Wald", "Wald", true},
    {"wilson", Binomial, "Wilson", "Wilson", true},
    {"clopper_pearson", Binomial, "Clopper-Pearson", "Clopper-Pearson", true},
    {"jeffreys", Binomial, "Jeffreys", "Jeffreys", true},
    {"mid_p", Binomial, "Mid-P", "Mid-P", true},
    {"agresti_coull", Binomial, "Agresti-Coull", "Agresti-Coull", true},
    {"wald_cc", Binomial, "Wald, corrected", "Wald, met correctie", false},
    {"wilson_cc", Binomial, "Wilson, corrected", "Wilson, met correctie", false},
    {"bayes_uniform", Binomial, "Uniform prior", "Uniforme prior", false},
    {"logit_binomial", Binomial, "Logit, binomial", "Logit, binomiaal", false},
    {"arcsine", Binomial, "Arcsine, binomial", "Arcsinus, binomiaal", false},
    {"delta_binomial", Binomial, "Delta, symmetric, binomial", "Delta, symmetrisch, binomiaal", false},
    {"log_delta_binomial", Binomial, "Delta, logarithm, binomial", "Delta, logaritme, binomiaal", false},
};

std::string namesOf(bool binomial) {
    std::vector<std::string> names;
    for (const auto& method : kMethods)
        if ((method.kind == Binomial) == binomial) names.emplace_back(method.name);
    return join(names, ", ");
}

} // namespace

std::string_view idOf(MethodKind kind) {
    using enum MethodKind;
    static constexpr EnumText<MethodKind> kTexts[] = {
        {Design, "design"}, {Delta, "delta"}, {Bayesian, "bayesian"}, {Bootstrap, "bootstrap"}, {Binomial, "binomial"}};
    return textIn(kTexts, kind);
}

const IntervalMethod* intervalMethod(std::string_view name) {
    const auto* found = std::ranges::find(kMethods, name, &IntervalMethod::name);
    return found == std::end(kMethods) ? nullptr : found;
}

std::vector<std::string> headlineMethods() {
    return {"logit_capped", "logit"};
}

std::vector<std::string> reportMethods() {
    std::vector<std::string> names;
    for (const auto& method : kMethods)
        if (method.inReport) names.emplace_back(method.name);
    return names;
}

std::string methodNames() {
    return namesOf(false) + " (design-based) or " + namesOf(true) + " (binomial)";
}

} // namespace peil::analysis
