// SPDX-License-Identifier: Apache-2.0
#include "peil/report/words.h"

#include "peil/analysis/estimate.h"
#include "peil/base/text.h"
#include "peil/words/words.h"

#include <cmath>

namespace peil::report {

using namespace analysis;

using estimation::BiasFactor;

std::string Say::operator()(std::string_view english, std::string_view dutch,
                            const std::vector<std::string>& arguments) const {
    const auto text = m_language == ReportLanguage::Dutch ? dutch : english;
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool place = text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}';
        const auto which = place ? static_cast<std::size_t>(text[at + 1] - '0') : arguments.size();
        if (which < arguments.size()) {
            result += arguments[which];
            at += 2;
        } else {
            result += text[at];
        }
    }
    return result;
}

estimation::NumberMarks Say::marks() const {
    return m_language == ReportLanguage::Dutch ? estimation::NumberMarks{'.', ','} : estimation::NumberMarks{};
}

std::string Say::people(double count) const {
    return estimation::groupedText(count, 0, marks());
}

SizeWords Say::size(std::optional<double> N, std::optional<double> lower, std::optional<double> upper) const {
    const auto printed = estimation::printedSize(N, lower, upper);
    const auto text = [&](std::optional<double> value, const std::string& none) {
        return value ? estimation::groupedText(*value, printed.decimals, marks()) : none;
    };
    if (!printed.lower)
        return {text(printed.N, "–"), "–", "–", words::textOf(words::Kind::Phrase, "no_interval", tag())};
    const auto unbounded = (*this)("unbounded", "onbegrensd");
    SizeWords words{text(printed.N, "–"), text(printed.lower, unbounded), text(printed.upper, unbounded), {}};
    words.range = words.lower + (*this)(" to ", " tot ") + words.upper;
    return words;
}

SizeWords Say::size(const estimation::MultiplierEstimate& estimate) const {
    return size(estimate.N, estimate.lower, estimate.upper);
}

SizeWords Say::size(const estimation::SizeEstimate& estimate) const {
    return size(estimate.N, estimate.interval.lower(), estimate.interval.upper());
}

std::string Say::size(std::optional<double> N) const {
    return size(N, {}, {}).N;
}

std::string Say::decimal(double value, int decimals) const {
    if (!std::isfinite(value)) return "–";
    auto text = formatFixed(value, decimals);
    return m_language == ReportLanguage::Dutch ? replaceAll(std::move(text), ".", ",") : text;
}

std::string Say::percent(double share, int decimals) const {
    return std::isfinite(share) ? decimal(100 * share, decimals) + "%" : "–";
}

std::string labelOf(const ReportOptions& options, const std::string& code) {
    const auto label = options.labels.find(code);
    if (label != options.labels.end()) return label->second;
    const auto ofStudy = options.studyLabels.find(code);
    return ofStudy != options.studyLabels.end() ? ofStudy->second : replaceAll(code, "_", " ");
}

std::string levelWords(const Say& say, double level) {
    const auto digits = formatNumber(std::round(level * 1e8) / 1e6); // 0.999 * 100 is no whole number of tenths
    return (say.language() == ReportLanguage::Dutch ? replaceAll(digits, ".", ",") : digits) + "%";
}

std::string describe(const Say& say, const MethodInterval& method) {
    if (method.kind == MethodKind::Bootstrap) return say("Rao-Wu bootstrap of sites", "Rao-Wu-bootstrap van locaties");
    if (method.estimate.basis == estimation::IntervalBasis::Exact)
        return say("Clopper-Pearson, instead of {0}", "Clopper-Pearson, in plaats van {0}", {method.method});
    if (method.estimate.basis == estimation::IntervalBasis::EffectiveSample)
        return say("Korn-Graubard, instead of {0}", "Korn-Graubard, in plaats van {0}", {method.method});
    const auto* known = intervalMethod(method.method);
    return known != nullptr ? say(known->english, known->dutch) : method.method;
}

std::string designWords(const Say& say, const EstimateColumns& columns, const WeightNotes& weights) {
    auto words = designText(columns, weights, say.tag());
    if (weights.limit)
        words += say(", weights trimmed at {0} ({1} interviews)", ", gewichten afgekapt op {0} ({1} interviews)",
                     {say.decimal(*weights.limit, 2), std::to_string(weights.trimmed)});
    return words;
}

std::string describe(const Say& say, BiasFactor factor) {
    switch (factor) {
    case BiasFactor::Completeness:
        return say("Register completeness (c)", "Volledigheid van het register (c)");
    case BiasFactor::Duplication:
        return say("Duplication (d)", "Dubbeltellingen (d)");
    case BiasFactor::Scope:
        return say("Scope (s)", "Reikwijdte (s)");
    case BiasFactor::Reporting:
        return say("Reporting (k)", "Zelfrapportage (k)");
    case BiasFactor::Sampling:
        return say("Sampling (h)", "Werving (h)");
    case BiasFactor::Dependence:
        return say("Dependence (φ)", "Afhankelijkheid (φ)");
    }
    return {};
}

std::string meaningOf(const Say& say, BiasFactor factor) {
    switch (factor) {
    case BiasFactor::Completeness:
        return say("Proportion of clients that the register contains. If it is below 1, the reported size is too low.",
                   "Aandeel van de cliënten dat in het register staat. Ligt het onder 1, dan is de gerapporteerde "
                   "omvang te laag.");
    case BiasFactor::Duplication:
        return say(
            "Records per person in the register. If it is above 1, the reported size is too high.",
            "Registraties per persoon in het register. Ligt het boven 1, dan is de gerapporteerde omvang te hoog.");
    case BiasFactor::Scope:
        return say("People counted in the register, divided by those of them who belong to this population, area and "
                   "period. If it is above 1, the reported size is too high.",
                   "Aantal getelde personen in het register, gedeeld door het aantal van hen dat bij deze populatie, "
                   "dit gebied en deze periode hoort. Ligt het boven 1, dan is de gerapporteerde omvang te hoog.");
    case BiasFactor::Reporting:
        return say("Proportion who say that they are in care, divided by the proportion who are in the register. If it "
                   "is above 1, the reported size is too low.",
                   "Aandeel dat zegt in zorg te zijn, gedeeld door het aandeel dat in het register staat. Ligt het "
                   "boven 1, dan is de gerapporteerde omvang te laag.");
    case BiasFactor::Sampling:
        return say("Proportion in care in the sample, divided by that in the population. If it is above 1, for example "
                   "because people were recruited at services, the reported size is too low.",
                   "Aandeel in zorg in de steekproef, gedeeld door dat in de populatie. Ligt het boven 1, bijvoorbeeld "
                   "door werving in voorzieningen, dan is de gerapporteerde omvang te laag.");
    case BiasFactor::Dependence:
        return say("Multiplies the number of people outside care.",
                   "Vermenigvuldigt het aantal personen buiten de zorg.");
    }
    return {};
}

std::string describe(const Say& say, estimation::NoInterval why) {
    return words::textOf(words::Kind::NoInterval, idOf(why), say.tag());
}

std::string describe(const Say& say, estimation::WarningKind kind) {
    return words::textOf(words::Kind::Warning, idOf(kind), say.tag());
}

} // namespace peil::report
