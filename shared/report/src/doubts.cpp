// SPDX-License-Identifier: Apache-2.0
// Sections with doubts: warnings, sensitivity, precision over time, and influence of one site.
#include "peil/report/page.h"
#include "plots.h"

#include <algorithm>

namespace peil::report {
namespace {

using namespace analysis;

constexpr std::size_t kUnitsShown = 10, kWeeksShown = 13;

std::string signedPercent(const Say& say, double share) {
    return (share > 0 ? "+" : "") + say.percent(share);
}

/// The sentence with its number or name before the full stop.
std::string warningSentence(const Say& say, const estimation::Warning& warning) {
    auto sentence = describe(say, warning.kind);
    if (warning.detail.empty()) return sentence;
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence + " (" + warning.detail + ").";
}

std::string sensitivityFigure(const ReportView& view, const GroupReport& group, std::size_t index) {
    const auto& say = view.say;
    const auto& result = *group.sensitivity;
    const auto label = labelOf(view.options, group.estimate.group);
    std::vector<TornadoBar> bars;
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : result.tornado) {
        bars.push_back({describe(say, row.factor), row.NAtLow, row.NAtHigh, MarkStyle::Plain});
        const auto [low, high] = std::minmax(row.NAtLow, row.NAtHigh);
        const auto ends = say.size(result.corrected, low, high);
        const bool rises = row.NAtLow <= row.NAtHigh;
        rows.push_back({describe(say, row.factor), say.decimal(row.low, 2) + " – " + say.decimal(row.high, 2),
                        rises ? ends.lower : ends.upper, rises ? ends.upper : ends.lower});
    }
    const auto chance = say("Sampling error", "Steekproeffout");
    const auto joint = say("All together", "Alles samen");
    bars.push_back({chance, result.samplingError.NAtLow, result.samplingError.NAtHigh, MarkStyle::Reference});
    const auto [low, high] = std::minmax(result.samplingError.NAtLow, result.samplingError.NAtHigh);
    const auto chanceSize = say.size(result.corrected, low, high);
    rows.push_back({chance, "–", chanceSize.lower, chanceSize.upper});
    if (const auto& limits = result.joint.limits)
        bars.push_back({joint, limits->lower, limits->upper, MarkStyle::Main});
    const auto jointSize = say.size(result.median, result.joint.lower(), result.joint.upper());
    rows.push_back({joint, "–", jointSize.lower, jointSize.upper});
    const auto title = say("Sensitivity of the population size: {0}", "Gevoeligheid van de omvang: {0}", {label});
    const PlotText text{"tornado-" + std::to_string(index), title,
                        say("One bar per factor, from the population size at its low value to that at its high value, "
                            "largest first. The last bar is the joint interval.",
                            "Eén balk per factor, van de omvang bij de lage waarde tot die bij de hoge waarde, de "
                            "grootste bovenaan. De laatste balk is het gezamenlijke interval."),
                        say("people", "personen")};
    return figure(label, tornadoPlot(say, text, bars, result.corrected, AxisNumbers::People),
                  htmlTable(title,
                            {say("Factor", "Factor"), say("Range", "Bereik"), say("Size at low", "Omvang bij laag"),
                             say("Size at high", "Omvang bij hoog")},
                            rows)) +
           paragraph(say("Joint interval: {0}; median {1}. {2} draws, seed {3}, Monte Carlo error {4}.",
                         "Gezamenlijk interval: {0}; mediaan {1}. {2} trekkingen, seed {3}, Monte-Carlofout {4}.",
                         {jointSize.range, jointSize.N, say.people(static_cast<double>(result.draws)),
                          std::to_string(result.seed), say.decimal(result.monteCarloError, 1)}));
}

std::string weeksFigure(const ReportView& view, const GroupReport& group, std::size_t index) {
    const auto& say = view.say;
    std::vector<BandPoint> points;
    std::vector<std::vector<std::string>> rows;
    const std::size_t every = std::max<std::size_t>(1, (group.weeks.size() + kWeeksShown - 1) / kWeeksShown);
    for (std::size_t i = 0; i < group.weeks.size(); ++i) {
        const auto& week = group.weeks[i];
        if (week.N && week.lower && week.upper && week.x >= 5)
            points.push_back({week.week, *week.N, *week.lower, *week.upper});
        if ((group.weeks.size() - 1 - i) % every != 0) continue;
        const auto size = say.size(week.N, week.lower, week.upper);
        rows.push_back(
            {say.decimal(week.week, 0), say.people(static_cast<double>(week.n)), size.N, size.lower, size.upper});
    }
    const auto label = labelOf(view.options, group.estimate.group);
    const auto title =
        say("Population size as interviews came in: {0}", "Omvang terwijl de interviews binnenkwamen: {0}", {label});
    const PlotText text{
        "weeks-" + std::to_string(index), title,
        say("The line is the population size from all interviews up to that week, the band its interval, the dashed "
            "line the final size. It starts with the fifth person in care.",
            "De lijn is de omvang op basis van alle interviews tot en met die week, de band het interval, de "
            "streepjeslijn de uiteindelijke omvang. De lijn begint bij de vijfde persoon in zorg."),
        say("week of fieldwork", "week van het veldwerk")};
    return figure(label, bandPlot(say, text, points),
                  htmlTable(title,
                            {say("Up to week", "Tot en met week"), say("Interviews", "Interviews"),
                             say("Size", "Omvang"), say("Lower", "Ondergrens"), say("Upper", "Bovengrens")},
                            rows));
}

std::string influenceFigure(const ReportView& view, const GroupReport& group, std::size_t index) {
    const auto& say = view.say;
    std::vector<TornadoBar> bars;
    std::vector<std::vector<std::string>> rows;
    for (const auto& unit : group.estimate.withoutSite) {
        if (rows.size() == kUnitsShown) break;
        if (unit.N) bars.push_back({unit.unit, 0, unit.change, MarkStyle::Plain});
        rows.push_back({unit.unit, say.people(static_cast<double>(unit.n)), say.size(unit.N),
                        unit.N ? signedPercent(say, unit.change) : "–"});
    }
    const auto label = labelOf(view.options, group.estimate.group);
    const auto title = say("Without one site: {0}", "Zonder één wervingslocatie: {0}", {label});
    const PlotText text{
        "influence-" + std::to_string(index), title,
        say("One bar per site: the change in population size when the site is left out, largest first.",
            "Eén balk per wervingslocatie: de verandering van de omvang zonder die locatie, de grootste bovenaan."),
        say("change in population size", "verandering van de omvang")};
    return figure(
        label, tornadoPlot(say, text, bars, 0, AxisNumbers::Percent),
        htmlTable(title,
                  {say("Site left out", "Weggelaten locatie"), say("Interviews there", "Interviews op die locatie"),
                   say("Size", "Omvang"), say("Change", "Verandering")},
                  rows));
}

} // namespace

std::string warningsSection(const ReportView& view) {
    const auto& say = view.say;
    std::string items;
    for (const auto& group : view.report.groups)
        for (const auto& warning : group.estimate.warnings)
            items += "<li><strong>" + markup(labelOf(view.options, group.estimate.group)) +
                     "</strong>: " + markup(warningSentence(say, warning)) + "</li>";
    auto html = items.empty() ? paragraph(say("None of the checks that could be run found a problem.",
                                              "Geen van de uitgevoerde controles vond een probleem."))
                              : "<ul class=\"warnings\">" + items + "</ul>";
    std::string design;
    std::vector<std::vector<std::string>> rows;
    for (const auto& group : view.report.groups) {
        const auto& headline = group.headline();
        rows.push_back({labelOf(view.options, group.estimate.group),
                        headline.deff ? say.decimal(*headline.deff, 2) : "–",
                        headline.deffUsed ? say.decimal(*headline.deffUsed, 2) : "–",
                        headline.effectiveN ? say.people(*headline.effectiveN) : "–",
                        say.decimal(headline.degreesOfFreedom, 0), say.decimal(headline.kishDeff, 2),
                        say.percent(headline.pAllMissingOut) + " – " + say.percent(headline.pAllMissingIn)});
    }
    html += htmlTable(say("Effect of the design", "Effect van het ontwerp"),
                      {say("Group", "Groep"), say("Design effect", "Ontwerpeffect"), say("Used", "Gebruikt"),
                       say("Effective sample", "Effectieve steekproef"), say("Degrees of freedom", "Vrijheidsgraden"),
                       say("Kish (weights)", "Kish (weging)"),
                       say("Proportion if all missing are not in care or in care",
                           "Aandeel als alle ontbrekenden niet of wel in zorg zijn")},
                      rows);
    std::string unchecked;
    if (view.options.analysis.registerRun.empty())
        unchecked += "<li>" +
                     markup(say("how many people were recruited at sites of the institutions that supply the register: "
                                "give those types of sites with --register-run",
                                "hoeveel deelnemers zijn geworven op locaties van instellingen die aan het register "
                                "leveren: geef die soorten locaties op met --register-run")) +
                     "</li>";
    if (!view.input.estimate.code)
        unchecked +=
            "<li>" +
            markup(say("whether someone was interviewed twice: the data have no column {0}",
                       "of iemand twee keer is geïnterviewd: de gegevens hebben geen kolom {0}", {kCodeColumn})) +
            "</li>";
    if (!unchecked.empty())
        html += paragraph(say("Not checked:", "Niet gecontroleerd:")) + "<ul>" + unchecked + "</ul>";
    return htmlSection("warnings", say("Warnings", "Waarschuwingen"), html);
}

std::string sensitivitySection(const ReportView& view) {
    const auto& say = view.say;
    std::vector<std::vector<std::string>> ranges;
    for (std::size_t i = 0; i < estimation::kBiasFactors; ++i) {
        const auto factor = static_cast<estimation::BiasFactor>(i);
        const auto& range = view.options.ranges[i];
        ranges.push_back({describe(say, factor), say.decimal(range.low, 2), say.decimal(range.mode, 2),
                          say.decimal(range.high, 2), meaningOf(say, factor)});
    }
    const bool sure = view.options.analysis.benchmarkError.kind == estimation::BenchmarkVariance::None;
    std::string html = paragraph(
        (sure ? say("The headline interval covers sampling error only.",
                    "Het interval van de schatting omvat alleen de steekproeffout.")
              : say("The headline interval covers sampling error and the declared error of the register.",
                    "Het interval van de schatting omvat de steekproeffout en de opgegeven fout in het register.")) +
        say(" Here, each factor varies within a range: size = (B/p) k h/(c d s). The ranges are judgements, not "
            "findings. Ranges that were not given are defaults, chosen to show which factors matter. To set a range, "
            "use the option with the name of the factor.",
            " Hier varieert iedere factor binnen een bereik: omvang = (B/p) k h/(c d s). De bereiken zijn "
            "inschattingen, geen bevindingen. Niet opgegeven bereiken zijn standaardwaarden, gekozen om te laten zien "
            "welke factoren ertoe doen. Een bereik stelt u in met de optie met de Engelse naam van de factor."));
    html += "<div class=\"wide\">" +
            htmlTable(say("Ranges (triangular distribution between lowest and highest)",
                          "Bereiken (driehoeksverdeling tussen laagste en hoogste)"),
                      {say("Factor", "Factor"), say("Lowest", "Laagste"), say("Most likely", "Waarschijnlijkste"),
                       say("Highest", "Hoogste"), say("Meaning", "Betekenis")},
                      ranges) +
            "</div>";
    std::size_t index = 0;
    for (const auto& group : view.report.groups)
        html += group.sensitivity ? sensitivityFigure(view, group, index++)
                                  : paragraph(labelOf(view.options, group.estimate.group) +
                                              say(": not possible if no one or everyone is in care.",
                                                  ": niet mogelijk als niemand of iedereen in zorg is."));
    return htmlSection("sensitivity", say("Sensitivity", "Gevoeligheid"), html);
}

std::string weeksSection(const ReportView& view) {
    const auto& say = view.say;
    if (!view.input.estimate.week) return {};
    auto html =
        paragraph(say("If the population size keeps drifting as interviews come in, people interviewed later differ "
                      "from those interviewed earlier. Bands are cut off at 2.5 times the final size.",
                      "Als de omvang blijft verschuiven terwijl er interviews bij komen, verschillen de latere "
                      "deelnemers van de eerdere. De banden zijn afgekapt bij 2,5 keer de uiteindelijke omvang."));
    std::size_t index = 0;
    for (const auto& group : view.report.groups)
        if (!group.weeks.empty()) html += weeksFigure(view, group, index++);
    return htmlSection("weeks", say("Precision over time", "Precisie in de loop van de tijd"), html);
}

std::string influenceSection(const ReportView& view) {
    const auto& say = view.say;
    std::string html;
    std::size_t index = 0;
    for (const auto& group : view.report.groups)
        if (!group.estimate.withoutSite.empty()) html += influenceFigure(view, group, index++);
    if (html.empty()) return {};
    html = paragraph(say("The sites with the largest influence, at most {0}. A change above 10% gives a warning.",
                         "De wervingslocaties met de grootste invloed, hoogstens {0}. Een verandering van meer dan 10% "
                         "geeft een waarschuwing.",
                         {std::to_string(kUnitsShown)})) +
           html;
    return htmlSection("influence", say("Influence of one site", "Invloed van één wervingslocatie"), html);
}

} // namespace peil::report
