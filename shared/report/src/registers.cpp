// SPDX-License-Identifier: Apache-2.0
// The section on several registers: the size that each gives, and on request one from all of them.
#include "peil/report/page.h"
#include "plots.h"

namespace peil::report {
namespace {

using namespace analysis;

std::string pooledWords(const Say& say, const estimation::CombinedEstimate& pooled) {
    const auto random = say.size(pooled.random, pooled.randomInterval.lower(), pooled.randomInterval.upper());
    const auto fixed = say.size(pooled.fixed, pooled.fixedInterval.lower(), pooled.fixedInterval.upper());
    return paragraph(say("All registers together: {0} ({1}) with random effects, {2} ({3}) with a fixed effect, median "
                         "{4}. Heterogeneity: Q {5}, I² {6}. The pooled intervals treat the registers as independent. "
                         "The same people were asked about all of them, so these intervals are too narrow.",
                         "Alle registers samen: {0} ({1}) met random effects, {2} ({3}) met fixed effect, mediaan {4}. "
                         "Heterogeniteit: Q {5}, I² {6}. De gepoolde intervallen behandelen de registers als "
                         "onafhankelijk. Er is bij dezelfde mensen naar gevraagd, dus deze intervallen zijn te smal.",
                         {random.N, random.range, fixed.N, fixed.range, say.size(pooled.median),
                          say.decimal(pooled.Q, 2), say.percent(pooled.I2, 0)}));
}

/// These people are in the register, which need not be one of care.
std::string inItHeader(const ReportView& view) {
    if (view.input.estimate.weights.weighted) return view.say("In it, unweighted", "Erin, ongewogen");
    return view.say("In it", "Erin");
}

std::string groupFigure(const ReportView& view, const GroupResult& group, std::size_t index) {
    const auto& say = view.say;
    std::vector<IntervalMark> marks;
    std::vector<std::vector<std::string>> rows;
    for (const auto& source : group.sources) {
        const auto& one = source.estimate;
        const auto name = labelOf(view.options, source.column);
        const auto size = say.size(one);
        marks.push_back({name, one.N, one.lower, one.upper, MarkStyle::Plain});
        rows.push_back({name,
                        say("{0} of {1}", "{0} van {1}", {say.people(one.x), say.people(static_cast<double>(one.n))}),
                        say.percent(one.p), say.people(one.benchmark), size.N, size.range});
    }
    if (group.pooled) {
        const auto name = say("All registers", "Alle registers");
        const auto& pooled = *group.pooled;
        marks.push_back(
            {name, pooled.random, pooled.randomInterval.lower(), pooled.randomInterval.upper(), MarkStyle::Main});
        const auto size = say.size(pooled.random, pooled.randomInterval.lower(), pooled.randomInterval.upper());
        rows.push_back({name, "–", "–", "–", size.N, size.range});
    }
    const auto label = labelOf(view.options, group.group);
    const auto title = say("Size from each register: {0}", "Omvang volgens ieder register: {0}", {label});
    const PlotText text{"registers-" + std::to_string(index), title,
                        say("One row per register. The dot is the population size, the line its interval.",
                            "Eén rij per register. De stip is de omvang, de lijn het interval."),
                        say("people", "personen")};
    return figure(label, intervalPlot(say, text, marks, AxisNumbers::People),
                  htmlTable(title,
                            {say("Register", "Register"), inItHeader(view), proportionHeader(view),
                             say("Count", "Telling"), say("Size", "Omvang"), say("Interval", "Interval")},
                            rows)) +
           (group.pooled ? pooledWords(say, *group.pooled) : std::string());
}

} // namespace

std::string registersSection(const ReportView& view) {
    const auto& say = view.say;
    std::string html;
    std::size_t index = 0;
    for (const auto& group : view.report.groups)
        if (!group.estimate.sources.empty()) html += groupFigure(view, group.estimate, index++);
    if (html.empty()) return {};
    return htmlSection("registers", say("By register", "Per register"),
                       paragraph(say("Each register gives its own population size. If they differ by more than "
                                     "sampling error, at least one assumption fails for at least one of them.",
                                     "Ieder register geeft een eigen omvang. Verschillen ze meer dan de steekproeffout "
                                     "verklaart, dan klopt minstens één aanname voor minstens één register niet.")) +
                           html);
}

} // namespace peil::report
