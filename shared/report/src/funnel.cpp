// SPDX-License-Identifier: Apache-2.0
// The funnel from people approached to interviews analysed: the numbers at each step, and the reasons for exclusion.
#include "peil/base/text.h"
#include "peil/report/page.h"
#include "peil/words/words.h"
#include "plots.h"

namespace peil::report {
namespace {

using namespace analysis;

/// An outcome of the contact log, a reason of the export's manifest.json or of rows that are not used; one without
/// words is printed as it is there.
std::string describe(const Say& say, const std::string& reason) {
    return replaceAll(words::lossText(reason, say.tag()), "_", " ");
}

struct Steps {
    const Say& say;
    std::vector<CountBar> bars;
    std::vector<std::vector<std::string>> rows;

    void add(const std::string& label, double count, MarkStyle style) {
        bars.push_back({label, count, style});
        rows.push_back({label, say.people(count)});
    }
    void lose(const std::vector<FunnelLoss>& losses) {
        for (const auto& loss : losses) {
            const auto reason = describe(say, loss.reason);
            bars.push_back({reason, loss.count, MarkStyle::Reference});
            rows.push_back({say("excluded: {0}", "afgevallen: {0}", {reason}), say.people(loss.count)});
        }
    }
};

void addEarlier(Steps& steps, const Funnel& funnel) {
    const auto& say = steps.say;
    if (funnel.approached) {
        steps.add(say("People approached", "Benaderde personen"), *funnel.approached, MarkStyle::Plain);
        steps.lose(funnel.contacts);
        steps.add(say("Interviewed", "Geïnterviewd"), *funnel.interviewed, MarkStyle::Plain);
    }
    if (funnel.received) {
        steps.add(say("Interviews received", "Ontvangen interviews"), *funnel.received, MarkStyle::Plain);
        steps.lose(funnel.cleaning);
    }
}

/// Rows that belong to no group of the report, by reason.
std::vector<FunnelLoss> lostBeforeGroups(const analysis::RowAccount& rows) {
    std::vector<FunnelLoss> losses;
    for (const auto& unused : rows.unused) {
        if (unused.reason >= analysis::RowReason::NoAnswer) break;
        const std::string reason(idOf(unused.reason));
        if (losses.empty() || losses.back().reason != reason) losses.push_back({reason, 0});
        losses.back().count += static_cast<double>(unused.rows);
    }
    return losses;
}

void addAnalysed(Steps& steps, const ReportView& view) {
    const auto& say = view.say;
    steps.add(say("Interviews in the file", "Interviews in het bestand"),
              static_cast<double>(view.input.estimate.inCare.size()), MarkStyle::Plain);
    steps.lose(lostBeforeGroups(view.input.estimate.rows));
    for (const auto& group : view.report.groups) {
        const auto label = labelOf(view.options, group.estimate.group);
        const auto& headline = group.headline();
        const auto unweighted = group.estimate.rows - headline.n - headline.missing;
        steps.add(label, static_cast<double>(group.estimate.rows), MarkStyle::Plain);
        steps.add(say("{0}: no answer", "{0}: geen antwoord", {label}), static_cast<double>(headline.missing),
                  MarkStyle::Reference);
        if (unweighted > 0)
            steps.add(say("{0}: weight of 0", "{0}: gewicht 0", {label}), static_cast<double>(unweighted),
                      MarkStyle::Reference);
        steps.add(say("{0}: analysed", "{0}: geanalyseerd", {label}), static_cast<double>(headline.n), MarkStyle::Main);
    }
}

/// People who refuse are rarely asked whether they are eligible. Counting all of them gives the lowest possible
/// response rate (AAPOR, Standard Definitions, response rate 1).
std::string responseWords(const Say& say, const Funnel& funnel) {
    const double eligible = *funnel.approached - funnel.ineligible;
    return paragraph(
        say("Of all people approached, {0} were interviewed; of the eligible people, {1} ({2} of {3}). The second "
            "figure excludes people found ineligible or interviewed before ({4}). People who were not asked count as "
            "eligible, so it is a lower bound.",
            "Van alle benaderde mensen is {0} geïnterviewd; van de doelgroep {1} ({2} van {3}). In het tweede cijfer "
            "tellen mensen die niet tot de doelgroep horen of al eerder waren geïnterviewd, niet mee ({4}). Wie daar "
            "niet naar is gevraagd, telt wel mee; het is dus een ondergrens.",
            {say.percent(*funnel.interviewed / *funnel.approached), say.percent(*funnel.interviewed / eligible),
             say.people(*funnel.interviewed), say.people(eligible), say.people(funnel.ineligible)}));
}

/// What the logs have that is not in the figures.
std::string leftAside(const Say& say, const Funnel& funnel) {
    std::string html;
    if (funnel.appointments > 0)
        html += paragraph(say("Appointments: {0}. They are not in these figures: people who kept one were interviewed.",
                              "Afspraken: {0}. Ze staan niet in deze cijfers: wie kwam, is geïnterviewd.",
                              {say.people(funnel.appointments)}));
    if (funnel.countedTwice > 0)
        html +=
            paragraph(say("Left out of the later contact logs because an earlier one has the same place and day, or "
                          "the interviews: {0}.",
                          "Weggelaten uit de latere contactlogboeken, omdat een eerder logboek dezelfde plek en dag "
                          "of de interviews al heeft: {0}.",
                          {say.people(funnel.countedTwice)}));
    return html;
}

std::string notRecorded(const ReportView& view) {
    const auto& say = view.say;
    const auto& funnel = view.input.funnel;
    std::string html;
    if (!funnel.approached)
        html += paragraph(say("Not in this report: people approached, refusals and ineligible people. Add them with "
                              "the contact log (--contacts).",
                              "Niet in dit rapport: benaderde mensen, weigeringen en mensen buiten de doelgroep. Voeg "
                              "ze toe met het contactlogboek (--contacts)."));
    if (!funnel.received)
        html += paragraph(say("Not in this report: interviews that the export excluded. Add them with the "
                              "manifest.json of the export (--manifest).",
                              "Niet in dit rapport: interviews die de export heeft weggelaten. Voeg ze toe met de "
                              "manifest.json van de export (--manifest)."));
    return html;
}

} // namespace

std::string funnelSection(const ReportView& view) {
    const auto& say = view.say;
    Steps steps{say, {}, {}};
    addEarlier(steps, view.input.funnel);
    addAnalysed(steps, view);
    const auto title = say("From approached to analysed", "Van benaderd naar geanalyseerd");
    const PlotText text{
        "funnel",
        title,
        say("One bar per step. The table has the counts.", "Eén balk per stap. De aantallen staan in de tabel."),
        {}};
    auto html = figure({}, countPlot(say, text, steps.bars),
                       htmlTable(title, {say("Step", "Stap"), say("People", "Personen")}, steps.rows));
    const auto& funnel = view.input.funnel;
    if (funnel.approached && *funnel.approached > funnel.ineligible) html += responseWords(say, funnel);
    return htmlSection("funnel", title, html + leftAside(say, funnel) + notRecorded(view));
}

} // namespace peil::report
