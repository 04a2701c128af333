// SPDX-License-Identifier: Apache-2.0
#include "peil/report/words.h"

#include "peil/base/text.h"

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
    if (!printed.lower) return {text(printed.N, "–"), "–", "–", (*this)("no interval", "geen interval")};
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

std::string methodWords(const Say& say, const MethodInterval& method) {
    if (method.kind == MethodKind::Bootstrap)
        return say("Bootstrap of sites (Rao-Wu)", "Bootstrap van locaties (Rao-Wu)");
    if (method.estimate.basis == estimation::IntervalBasis::Exact)
        return say("Clopper-Pearson, in place of {0}", "Clopper-Pearson, in plaats van {0}", {method.method});
    if (method.estimate.basis == estimation::IntervalBasis::EffectiveSample)
        return say("Korn-Graubard, in place of {0}", "Korn-Graubard, in plaats van {0}", {method.method});
    const auto* known = intervalMethod(method.method);
    return known != nullptr ? say(known->english, known->dutch) : method.method;
}

std::string designInWords(const Say& say, const EstimateColumns& columns, const WeightNotes& weights) {
    std::vector<std::string> words;
    if (!columns.strata.empty()) words.push_back(say("strata {0}", "strata {0}", {columns.strata}));
    if (!columns.cluster.empty()) words.push_back(say("clusters {0}", "clusters {0}", {columns.cluster}));
    if (!columns.weight.empty()) words.push_back(say("weights {0}", "weging {0}", {columns.weight}));
    if (!columns.visits.empty()) words.push_back(say("weights from {0}", "weging uit {0}", {columns.visits}));
    if (weights.limit)
        words.push_back(say("cut at {0} ({1} interviews)", "afgekapt op {0} ({1} interviews)",
                            {say.decimal(*weights.limit, 2), std::to_string(weights.trimmed)}));
    if (weights.margins.size() == 1)
        words.push_back(say("post-stratified to {0}", "gepoststratificeerd naar {0}", {weights.margins.front()}));
    if (weights.margins.size() > 1)
        words.push_back(say("raked to {0}", "gewogen naar de randtotalen van {0}", {join(weights.margins, ", ")}));
    if (!columns.frame.empty()) words.push_back(say("frame {0}", "kader {0}", {columns.frame}));
    return words.empty() ? say("simple random sample", "enkelvoudige aselecte steekproef") : join(words, ", ");
}

std::string factorWords(const Say& say, BiasFactor factor) {
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

std::string factorMeaning(const Say& say, BiasFactor factor) {
    switch (factor) {
    case BiasFactor::Completeness:
        return say("Share of the clients that the register holds. Below 1 the printed size is too low.",
                   "Deel van de cliënten dat in het register staat. Onder 1 is de gedrukte omvang te laag.");
    case BiasFactor::Duplication:
        return say("Records over people in the register. Above 1 the printed size is too high.",
                   "Registraties gedeeld door personen. Boven 1 is de gedrukte omvang te hoog.");
    case BiasFactor::Scope:
        return say("People counted in the register over those of them who belong to this population, area and period. "
                   "Above 1 the printed size is too high.",
                   "Getelde personen in het register gedeeld door wie van hen tot deze populatie, plaats en periode "
                   "behoort. Boven 1 is de gedrukte omvang te hoog.");
    case BiasFactor::Reporting:
        return say("Share that says to be in care over the share that is in the register. Above 1 the printed size is "
                   "too low.",
                   "Aandeel dat zegt in zorg te zijn gedeeld door het aandeel dat in het register staat. Boven 1 is de "
                   "gedrukte omvang te laag.");
    case BiasFactor::Sampling:
        return say("Share in care of the sample over that of the population. Above 1, as when people are found at "
                   "services, the printed size is too low.",
                   "Aandeel in zorg van de steekproef gedeeld door dat van de populatie. Boven 1, zoals bij werving in "
                   "voorzieningen, is de gedrukte omvang te laag.");
    case BiasFactor::Dependence:
        return say("The part outside care is multiplied by it.",
                   "Het deel buiten de zorg wordt ermee vermenigvuldigd.");
    }
    return {};
}

std::string whyNoInterval(const Say& say, estimation::NoInterval why) {
    using estimation::NoInterval;
    if (say.language() == ReportLanguage::English) return std::string(sentenceOf(why));
    switch (why) {
    case NoInterval::NoVariance:
        return "Het ontwerp geeft geen variantie voor deze omvang.";
    case NoInterval::BelowRegister:
        return "Het interval van deze methode zou tot onder de telling van het register zelf reiken, wat niet kan.";
    case NoInterval::ExcludesEstimate:
        return "Het interval van deze methode zou bij deze gegevens de eigen schatting niet bevatten.";
    case NoInterval::NotANumber:
        return "De grenzen van deze methode zijn bij deze gegevens niet te berekenen.";
    }
    return {};
}

std::string warningWords(const Say& say, estimation::WarningKind kind) {
    using estimation::WarningKind;
    if (say.language() == ReportLanguage::English) return std::string(estimation::sentenceOf(kind));
    switch (kind) {
    case WarningKind::NotEstimable:
        return "Niemand is in zorg: de omvang heeft alleen een ondergrens.";
    case WarningKind::ExactIntervalOnly:
        return "Het ontwerp geeft hier geen variantie: het interval is het exacte voor het aandeel en het effectieve "
               "aantal personen, en is te smal waar personen van één locatie op elkaar lijken.";
    case WarningKind::FewCases:
        return "Minder dan 15 personen in zorg: 1/p is meer dan 5% naar boven vertekend; geen schatting per stad.";
    case WarningKind::BenchmarkBelowCases:
        return "Het register telt minder personen dan er geïnterviewd zijn die zeggen erin te staan: controleer de "
               "telling.";
    case WarningKind::FewDegreesOfFreedom:
        return "Minder dan 8 vrijheidsgraden: de variantie is zelf onzeker.";
    case WarningKind::OddDesignEffect:
        return "Het ontwerpeffect ligt onder 0,7 of boven 3: het komt uit weinig wervingslocaties en is zelf onzeker.";
    case WarningKind::WeightRatio:
        return "Het grootste gewicht is meer dan 10 keer de mediaan: begrens de weging en toon beide.";
    case WarningKind::ItemMissing:
        return "Meer dan 5% heeft geen antwoord op de vraag naar zorg.";
    case WarningKind::PeriodMismatch:
        return "De periode van de benchmark is niet die van het veldwerk.";
    case WarningKind::RegisterIncomplete:
        return "Het register is voor minder dan 95% volledig: de gevoeligheidstabel hoort bij de schatting.";
    case WarningKind::RegisterRunSites:
        return "Meer dan 40% is geworven op locaties van de instellingen van het register zelf.";
    case WarningKind::SiteInfluence:
        return "Zonder één wervingslocatie verandert de omvang met meer dan 10%.";
    case WarningKind::CityInfluence:
        return "Zonder één stad verandert de omvang met meer dan 10%.";
    case WarningKind::DuplicateCode:
        return "Dezelfde zelfgemaakte code komt tweemaal voor in één stad: controleer.";
    case WarningKind::SingleCluster:
        return "Een stratum heeft één wervingslocatie; een afspraak bepaalt zijn deel van de variantie.";
    case WarningKind::BeyondSample:
        return "Een deel van het register telt personen buiten de steden van de interviews: daarvoor is de omvang "
               "geëxtrapoleerd.";
    case WarningKind::BelowRegister:
        return "Het interval van een methode zou tot onder de telling van het register zelf reiken, wat niet kan: het "
               "is "
               "niet gegeven; lees een omgekeerd interval, zoals logit.";
    case WarningKind::IntervalWithheld:
        return "Het interval van een methode is niet gegeven: het ontwerp geeft er geen variantie voor, of de grenzen "
               "zouden de eigen schatting tegenspreken.";
    }
    return {};
}

} // namespace peil::report
