// SPDX-License-Identifier: Apache-2.0
// Sections with estimates: headline, published sizes, methods, derived sizes, cities.
#include "peil/base/text.h"
#include "peil/report/page.h"
#include "plots.h"

#include <algorithm>

namespace peil::report {
namespace {

using namespace analysis;

using estimation::DerivedSize;

std::string intervalWords(const ReportView& view) {
    return view.say("{0} confidence interval", "{0} betrouwbaarheidsinterval",
                    {levelWords(view.say, view.options.analysis.level)});
}

/// As it was published, not rounded again.
std::string publishedRange(const Say& say, const PublishedSize& published) {
    return say.people(*published.lower) + say(" to ", " tot ") +
           (published.upper ? say.people(*published.upper) : say("unbounded", "onbegrensd"));
}

/// The interval without the minimum design effect, beside a capped headline.
std::string uncappedLine(const ReportView& view, const GroupReport& group) {
    const auto& say = view.say;
    const auto* uncapped = group.estimate.uncapped();
    if (uncapped == nullptr) return {};
    return paragraph(say("Without the minimum, with design effect {0}: {1}.",
                         "Zonder minimum, met ontwerpeffect {0}: {1}.",
                         {say.decimal(*group.headline().deff, 2), say.size(uncapped->estimate).range}));
}

std::string card(const ReportView& view, const GroupReport& group) {
    const auto& say = view.say;
    const auto& headline = group.headline();
    const auto size = say.size(headline);
    auto html = "<article class=\"card\"><h3>" + markup(labelOf(view.options, group.estimate.group)) +
                "</h3><p class=\"size\">" + markup(headline.N ? size.N : say("not estimable", "niet te schatten")) +
                "</p>";
    html +=
        "<p class=\"interval\">" + markup(intervalWords(view)) + ": <strong>" + markup(size.range) + "</strong></p>";
    if (headline.noInterval) html += paragraph(describe(say, *headline.noInterval));
    html += uncappedLine(view, group);
    const std::vector<std::string> basis{say.people(headline.x), say.people(static_cast<double>(headline.n)),
                                         say.percent(headline.p), say.people(headline.benchmark),
                                         describe(say, group.estimate.facts)};
    html += paragraph(group.estimate.weighted
                          ? say("Unweighted, {0} of {1} interviewed people are in care. The weighted proportion is "
                                "{2}. The register counts {3} ({4}).",
                                "Ongewogen zijn {0} van de {1} deelnemers in zorg. Het gewogen aandeel is {2}. Het "
                                "register telt {3} ({4}).",
                                basis)
                          : say("{0} of {1} interviewed people are in care: {2}. The register counts {3} ({4}).",
                                "{0} van de {1} deelnemers zijn in zorg: {2}. Het register telt {3} ({4}).", basis));
    if (headline.N) {
        const auto upper = headline.upper ? std::optional(*headline.upper - headline.benchmark) : std::nullopt;
        const auto lower = headline.lower ? std::optional(*headline.lower - headline.benchmark) : std::nullopt;
        const auto gap = say.size(headline.careGap, lower, upper);
        html += paragraph(say("Not in care: {0} ({1}).", "Niet in zorg: {0} ({1}).", {gap.N, gap.range}));
    }
    if (group.estimate.unweightedN)
        html += paragraph(
            say("Unweighted: {0} in care, population size {1}.", "Ongewogen: {0} in zorg, omvang {1}.",
                {say.percent(headline.x / static_cast<double>(headline.n)), say.size(group.estimate.unweightedN)}));
    if (group.published) {
        const auto& published = *group.published;
        const auto limits = published.lower ? " (" + publishedRange(say, published) + ")" : std::string();
        html += "<p class=\"published\">" +
                markup(say("Published: {0}{1}", "Gepubliceerd: {0}{1}", {say.people(published.N), limits})) + "</p>";
    }
    return html + "</article>";
}

std::string whyCapped(const ReportView& view) {
    const auto& groups = view.report.groups;
    if (std::none_of(groups.begin(), groups.end(), [](const GroupReport& one) { return isCapped(one.headline()); }))
        return {};
    return paragraph(
        view.say("With few sites, a design effect below 1 is mostly chance. The headline interval therefore uses a "
                 "design effect of at least 1, so that the effective sample size never exceeds the number of "
                 "interviews, as in the data presentation standards of the US National Center for Health Statistics "
                 "(NCHS). The interval without this minimum is shown beside it.",
                 "Bij weinig locaties is een ontwerpeffect onder 1 vooral toeval. Het interval van de schatting "
                 "gebruikt daarom een ontwerpeffect van minstens 1, zodat de effectieve steekproef nooit groter is dan "
                 "het aantal interviews, net als de presentatienormen van het Amerikaanse National Center for Health "
                 "Statistics (NCHS). Het interval zonder dit minimum staat ernaast."));
}

/// The groups together, under the headline; nullopt if there are not two.
std::string totalLine(const ReportView& view) {
    if (!view.report.estimate.total) return {};
    const auto& say = view.say;
    const auto total = say.size(*view.report.estimate.total);
    return "<p><strong>" +
           markup(say("Both groups together: {0} ({1}: {2}).", "Beide groepen samen: {0} ({1}: {2}).",
                      {total.N, intervalWords(view), total.range})) +
           "</strong> " +
           markup(say("Both come from the same interviews, and this interval takes that into account. Do not add the "
                      "limits of the groups.",
                      "Beide komen uit dezelfde interviews; dit interval houdt daar rekening mee. Tel de grenzen van "
                      "de groepen niet op.")) +
           "</p>\n";
}

struct DerivedRow {
    DerivedSize which;
    std::string label;
};

std::vector<DerivedRow> derivedRows(const ReportView& view) {
    const auto& estimate = view.report.estimate;
    const auto& say = view.say;
    const auto first = labelOf(view.options, estimate.derivedFirst), trait = labelOf(view.options, estimate.trait);
    return {{DerivedSize::FirstAndTrait, say("{0} with {1}", "{0} met {1}", {first, trait})},
            {DerivedSize::FirstOnly, say("{0} without {1}", "{0} zonder {1}", {first, trait})},
            {DerivedSize::TraitTotal, say("everyone with {0}", "iedereen met {0}", {trait})},
            {DerivedSize::Union, say("both groups together", "beide groepen samen")}};
}

std::string describe(const Say& say, MethodKind kind, bool weighted) {
    switch (kind) {
    case MethodKind::Binomial:
        return weighted ? say("binomial, ignoring design and weights", "binomiaal, zonder ontwerp en weging")
                        : say("binomial, ignoring the design", "binomiaal, zonder ontwerp");
    case MethodKind::Bootstrap:
        return say("resampling, design-based", "hertrekking, met ontwerp");
    case MethodKind::Bayesian:
        return say("posterior, design-based", "posterior, met ontwerp");
    case MethodKind::Design:
    case MethodKind::Delta:
        break;
    }
    return say("design-based", "met ontwerp");
}

/// How the method works, what the drawing leaves to chance, and the reason where there is no interval.
std::string howItWorks(const Say& say, const MethodInterval& method, bool weighted) {
    auto words = describe(say, method.kind, weighted);
    if (method.draws > 0 && !method.estimate.noInterval)
        words += say(", {0} draws, Monte Carlo error {1}", ", {0} trekkingen, Monte-Carlofout {1}",
                     {say.people(static_cast<double>(method.draws)), say.decimal(method.monteCarloError, 1)});
    const auto& why = method.estimate.noInterval;
    return why ? words + ": " + describe(say, *why) : words;
}

std::vector<std::string> publishedRow(const ReportView& view, const std::string& label, const SizeWords& ours,
                                      const PublishedSize& published, const std::string& match) {
    const auto& say = view.say;
    return {label, ours.N, ours.range, say.people(published.N), published.lower ? publishedRange(say, published) : "–",
            match};
}

/// What the likelihood interval agrees with, where it was requested.
std::string likelihoodNote(const ReportView& view) {
    const auto& methods = view.options.analysis.methods;
    if (std::find(methods.begin(), methods.end(), "likelihood") == methods.end()) return {};
    return paragraph(view.say(
        "The likelihood interval solves exactly for the effective sample size. svyciprop in R uses an effective sample "
        "size that is smaller by a factor n/(n-1), and agrees only at that size.",
        "Het likelihood-interval is de exacte oplossing voor de effectieve steekproefgrootte. svyciprop in R gebruikt "
        "een effectieve steekproef die een factor n/(n-1) kleiner is, en komt alleen bij die grootte overeen."));
}

} // namespace

std::string headlineSection(const ReportView& view) {
    const auto& say = view.say;
    std::string cards = "<div class=\"cards\">";
    for (const auto& group : view.report.groups)
        cards += card(view, group);
    cards += "</div>";
    cards += totalLine(view);
    cards += paragraph(
        say("Population size = people in the register / proportion of interviewed people who are in it. Design: {0}. A "
            "size and its limits are rounded together: to 10 from 100 people, to 100 from 1,000, to 1,000 from "
            "100,000, and finer where the size would coincide with a limit. report.json has the unrounded figures.",
            "Omvang = mensen in het register / aandeel van de deelnemers dat erin staat. Ontwerp: {0}. De omvang en de "
            "grenzen zijn samen afgerond: op tientallen vanaf 100 mensen, op honderdtallen vanaf 1.000, op "
            "duizendtallen vanaf 100.000, en fijner als de omvang anders met een grens zou samenvallen. De onafgeronde "
            "cijfers staan in report.json.",
            {designWords(say, view.options.analysis.columns, view.input.estimate.weights)}));
    cards += whyCapped(view);
    cards += paragraph(
        say("Not directly comparable with estimates for other years: samples, definitions and registers differ.",
            "Niet zonder meer te vergelijken met schattingen voor andere jaren: steekproef, definities en registers "
            "verschillen."));
    return htmlSection("estimate", say("The estimate", "De schatting"), cards);
}

std::string publishedSection(const ReportView& view) {
    const auto& say = view.say;
    std::vector<std::vector<std::string>> rows;
    bool none = true, compared = false;
    for (const auto& group : view.report.groups) {
        if (!group.published) continue;
        const bool limits = group.published->lower && group.published->upper;
        compared = compared || limits;
        none = none && group.reproducedBy.empty();
        rows.push_back(publishedRow(view, labelOf(view.options, group.estimate.group), say.size(group.headline()),
                                    *group.published,
                                    !limits                      ? "–"
                                    : group.reproducedBy.empty() ? say("none", "geen")
                                                                 : join(group.reproducedBy, ", ")));
    }
    if (view.report.estimate.derived) {
        for (const auto& row : derivedRows(view)) {
            const auto found = view.input.published.find(std::string(idOf(row.which)));
            if (found == view.input.published.end()) continue;
            rows.push_back(publishedRow(view, row.label, say.size((*view.report.estimate.derived)[row.which]),
                                        found->second, "–"));
        }
    }
    if (rows.empty()) return {};
    auto html = htmlTable(
        say("Population sizes in this report and as published", "Omvang in dit rapport en zoals gepubliceerd"),
        {say("Group", "Groep"), say("This report", "Dit rapport"), say("Interval", "Interval"),
         say("Published", "Gepubliceerd"), say("Published interval", "Gepubliceerd interval"),
         say("Method that reproduces it", "Methode met dezelfde uitkomst")},
        rows);
    if (compared && none)
        html += paragraph(
            say("No standard method reproduces the published intervals: none of those in the next section gives the "
                "published limits at the published rounding. They are shown as published, method unknown. The "
                "intervals in this report are its own calculations.",
                "Geen enkele standaardmethode geeft de gepubliceerde intervallen: geen van de methoden in het volgende "
                "deel komt, op dezelfde manier afgerond, op de gepubliceerde grenzen uit. Ze staan hier zoals "
                "gepubliceerd, methode onbekend. De intervallen in dit rapport zijn eigen berekeningen."));
    return htmlSection("published", say("Comparison with published figures", "Vergelijking met gepubliceerde cijfers"),
                       html);
}

std::string methodsSection(const ReportView& view) {
    const auto& say = view.say;
    std::string html = paragraph(
        say("The first method is that of the headline. The others show how much the choice of method matters.",
            "De eerste methode is die van de schatting hierboven. De andere laten zien hoeveel de keuze van de methode "
            "uitmaakt."));
    if (view.input.estimate.weights.weighted)
        html += paragraph(say("Binomial methods use counts only, so they give the unweighted size.",
                              "Binomiale methoden gebruiken alleen aantallen en geven dus de ongewogen omvang."));
    std::size_t index = 0;
    for (const auto& group : view.report.groups) {
        std::vector<IntervalMark> marks;
        std::vector<std::vector<std::string>> rows;
        for (const auto& method : group.estimate.methods) {
            const auto& one = method.estimate;
            const auto name = describe(say, method);
            marks.push_back({name, one.N, one.lower, one.upper, marks.empty() ? MarkStyle::Main : MarkStyle::Plain});
            const auto size = say.size(one);
            rows.push_back({name, howItWorks(say, method, group.estimate.weighted), size.N, size.lower, size.upper});
        }
        if (group.published && group.published->lower) {
            const auto name = say("As published", "Zoals gepubliceerd");
            const auto& published = *group.published;
            marks.push_back({name, published.N, *published.lower, published.upper, MarkStyle::Reference});
            rows.push_back({name, say("method unknown", "methode onbekend"), say.people(published.N),
                            say.people(*published.lower),
                            published.upper ? say.people(*published.upper) : say("unbounded", "onbegrensd")});
        }
        const auto label = labelOf(view.options, group.estimate.group);
        const auto title = say("Intervals by method: {0}", "Intervallen per methode: {0}", {label});
        const PlotText text{"methods-" + std::to_string(index++), title,
                            say("One row per method. The dot is the population size, the line its interval. The table "
                                "below has the numbers.",
                                "Eén rij per methode. De stip is de omvang, de lijn het interval. De getallen staan in "
                                "de tabel eronder."),
                            say("people", "personen")};
        html += figure(label, intervalPlot(say, text, marks, AxisNumbers::People, group.headline().N),
                       "<div class=\"kinds\">" +
                           htmlTable(title,
                                     {say("Method", "Methode"), say("Kind", "Soort"), say("Size", "Omvang"),
                                      say("Lower", "Ondergrens"), say("Upper", "Bovengrens")},
                                     rows) +
                           "</div>");
    }
    html += likelihoodNote(view);
    return htmlSection("methods", say("Intervals by method", "Intervallen per methode"), html);
}

std::string derivedSection(const ReportView& view) {
    const auto& estimate = view.report.estimate;
    if (!estimate.derived) return {};
    const auto& say = view.say;
    std::vector<IntervalMark> marks;
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : derivedRows(view)) {
        const auto& size = (*estimate.derived)[row.which];
        marks.push_back({row.label, size.N, size.interval.lower(), size.interval.upper(), MarkStyle::Main});
        const auto words = say.size(size);
        rows.push_back({row.label, words.N, words.lower, words.upper, say.percent(size.cv)});
    }
    const auto title = say("Population sizes across the two groups", "Omvang over beide groepen");
    const PlotText text{"derived", title,
                        say("Each population size with its interval. The table below has the numbers.",
                            "Iedere omvang met het interval. De getallen staan in de tabel eronder."),
                        say("people", "personen")};
    return htmlSection(
        "derived", title,
        paragraph(
            say("These sizes come from the same interviews as the groups. Their intervals follow from one calculation "
                "with covariances, not from adding other intervals, and are symmetric on the log scale.",
                "Deze omvang komt uit dezelfde interviews als de groepen. De intervallen volgen uit één berekening met "
                "covarianties en zijn geen opgetelde intervallen. Ze zijn symmetrisch op de logaritmische schaal.")) +
            figure({}, intervalPlot(say, text, marks, AxisNumbers::People),
                   htmlTable(title,
                             {say("Size", "Omvang van"), say("People", "Personen"), say("Lower", "Ondergrens"),
                              say("Upper", "Bovengrens"), say("Relative error", "Relatieve fout")},
                             rows)));
}

std::string citiesSection(const ReportView& view) {
    const auto& say = view.say;
    std::string html;
    std::size_t index = 0;
    for (const auto& group : view.report.groups) {
        if (group.estimate.cities.empty()) continue;
        std::vector<IntervalMark> marks;
        std::vector<std::vector<std::string>> rows;
        for (const auto& row : group.estimate.cities) {
            const auto& one = row.estimate;
            const bool direct = row.kind == CitySize::Direct;
            const auto size = direct ? say.size(one) : say.size(row.N, {}, {});
            marks.push_back({row.city, one.p, one.pInterval.lower, one.pInterval.upper, MarkStyle::Plain});
            rows.push_back(
                {row.city,
                 say("{0} of {1}", "{0} van {1}", {say.people(one.x), say.people(static_cast<double>(one.n))}),
                 say.percent(one.p), say.percent(one.pInterval.lower) + " – " + say.percent(one.pInterval.upper),
                 one.benchmark > 0 ? say.people(one.benchmark) : "–",
                 size.N + (row.kind == CitySize::NearUnbiased ? " *" : ""), direct ? size.range : "–"});
        }
        const auto label = labelOf(view.options, group.estimate.group);
        const auto title = say("Proportion in care by city: {0}", "Aandeel in zorg per stad: {0}", {label});
        const PlotText text{"cities-" + std::to_string(index++), title,
                            say("One row per city. The dashed line is the proportion for all cities together.",
                                "Eén rij per stad. De streepjeslijn is het aandeel voor alle steden samen."),
                            say("proportion in care", "aandeel in zorg")};
        html += figure(
            label, intervalPlot(say, text, marks, AxisNumbers::Percent, group.headline().p),
            htmlTable(title,
                      {say("City", "Stad"), countHeader(view), proportionHeader(view), say("Interval", "Interval"),
                       say("Register", "Register"), say("Size", "Omvang"), say("Interval", "Interval")},
                      rows));
        if (group.estimate.citySums) {
            const auto& sums = *group.estimate.citySums;
            html += paragraph(
                say("Check for these cities together: {0} with the proportion of the whole group, {1} as the sum of "
                    "B/p by city, {2} as the sum of B(n+1)/(x+1). The sum of B/p is biased upward in small cities.",
                    "Controle voor deze steden samen: {0} met het aandeel van de hele groep, {1} als som van B/p per "
                    "stad, {2} als som van B(n+1)/(x+1). De som van B/p is bij kleine steden naar boven vertekend.",
                    {say.size(sums.combined), sums.separate ? say.size(sums.separate) : say("no size", "geen omvang"),
                     say.size(sums.nearUnbiased)}));
        }
    }
    if (html.empty()) return {};
    html += paragraph(
        say("No size is given if fewer than 5 people in care were interviewed in the city, or fewer than 15 in all. "
            "With 5 to 14, the size is B(n+1)/(x+1), marked *, without an interval.",
            "Er staat geen omvang als in de stad minder dan 5 mensen in zorg zijn geïnterviewd, of minder dan 15 in "
            "totaal. Bij 5 tot en met 14 is de omvang B(n+1)/(x+1), met een * en zonder interval."));
    return htmlSection("cities", say("By city", "Per stad"), html);
}

} // namespace peil::report
