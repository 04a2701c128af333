// SPDX-License-Identifier: Apache-2.0
// The section on what the sizes rest on: register, area, year and definition of each count, and the rows of both tables
// that are not used, with their reason.
#include "peil/report/page.h"
#include "peil/words/words.h"

namespace peil::report {
namespace {

using namespace analysis;

std::vector<std::string> countRow(const ReportView& view, const std::string& label, const RegisterFacts& facts,
                                  double count) {
    const auto& say = view.say;
    return {label,
            words::stated(facts.registerName, say.tag()),
            facts.area,
            words::stated(facts.year, say.tag()),
            words::stated(facts.definition, say.tag()),
            words::stated(facts.deduplicated, say.tag()),
            say.people(count)};
}

std::string countsTable(const ReportView& view) {
    const auto& say = view.say;
    std::vector<std::vector<std::string>> rows;
    for (const auto& group : view.report.groups) {
        const auto& estimate = group.estimate;
        const auto label = labelOf(view.options, estimate.group);
        rows.push_back(countRow(view, label, estimate.facts, group.headline().benchmark));
        for (std::size_t i = 1; i < estimate.sources.size(); ++i) {
            const auto& source = estimate.sources[i];
            rows.push_back(countRow(view, label + ", " + labelOf(view.options, source.column), source.facts,
                                    source.estimate.benchmark));
        }
    }
    return "<div class=\"counts\">" +
           htmlTable(say("Source of each population size", "Bron van iedere omvang"),
                     {say("Group", "Groep"), say("Register", "Register"), say("Area", "Gebied"), say("Year", "Jaar"),
                      say("Who is counted", "Wie het telt"),
                      say("Each person counted once", "Iedere persoon één keer geteld"), say("Count", "Telling")},
                     rows) +
           "</div>";
}

std::string areaWords(const Say& say, const Register& counts) {
    return say("All sizes refer to the area {0}, {1}.", "Iedere omvang geldt voor het gebied {0}, {1}.",
               {counts.facts.area, words::textOf(words::Kind::Area, idOf(counts.chosen), say.tag())});
}

std::string outsideWords(const ReportView& view) {
    const auto& say = view.say;
    std::string html;
    for (const auto& group : view.report.groups) {
        const auto& outside = group.estimate.outside;
        if (!outside) continue;
        const auto sentence = words::textOf(
            words::Kind::Phrase, outside->atMost ? "outside_at_most" : "outside_cities", say.tag(),
            {say.percent(outside->share), say.people(outside->people), say.people(group.headline().benchmark)});
        html += paragraph(say("{0}: {1} For that part, the size assumes that the proportion in care is the same there.",
                              "{0}: {1} De omvang gaat ervan uit dat daar een even groot deel in zorg is.",
                              {labelOf(view.options, group.estimate.group), sentence}));
    }
    return html;
}

std::string lostRows(const ReportView& view) {
    const auto& say = view.say;
    const auto& rows = view.input.estimate.rows;
    const auto number = [&](std::size_t count) { return say.people(static_cast<double>(count)); };
    auto html = paragraph(say("Interviews: {0} read, {1} used.", "Interviews: {0} gelezen, {1} gebruikt.",
                              {number(rows.read), number(rows.used)}));
    if (rows.unused.empty()) return html;
    std::vector<std::vector<std::string>> cells;
    for (const auto& unused : rows.unused)
        cells.push_back({describe(unused, say.tag()), number(unused.rows)});
    return html + htmlTable(say("Interviews not used", "Interviews die niet zijn gebruikt"),
                            {say("Reason", "Reden"), say("Rows", "Rijen")}, cells);
}

std::string lostCounts(const ReportView& view, const std::string& name, const Register& counts) {
    const auto& say = view.say;
    const auto number = [&](std::size_t count) { return say.people(static_cast<double>(count)); };
    auto html = paragraph(say("{0}, rows: {1} read, {2} used, {3} used for checks of cities.",
                              "{0}, rijen: {1} gelezen, {2} gebruikt, {3} gebruikt voor controles per stad.",
                              {name, number(counts.read), number(counts.used), number(counts.forCities)}));
    if (counts.unused.empty()) return html;
    std::vector<std::vector<std::string>> cells;
    for (const auto& unused : counts.unused)
        cells.push_back({describe(unused, say.tag()), number(unused.rows), say.people(unused.people)});
    return html + htmlTable(say("{0}: rows not used", "{0}: rijen die niet zijn gebruikt", {name}),
                            {say("Reason", "Reden"), say("Rows", "Rijen"), say("People", "Personen")}, cells);
}

} // namespace

std::string describe(const Say& say, const RegisterFacts& facts) {
    const auto name =
        facts.registerName.empty() ? say("register not stated", "register niet vermeld") : facts.registerName;
    return name + ", " + facts.area + ", " +
           (facts.year.empty() ? say("year not stated", "jaar niet vermeld") : facts.year);
}

std::string registerSection(const ReportView& view) {
    const auto& say = view.say;
    const auto& input = view.input.estimate;
    auto html = countsTable(view) + paragraph(areaWords(say, input.counts)) + outsideWords(view) + lostRows(view) +
                lostCounts(view, say("Register", "Register"), input.counts);
    for (const auto& other : input.others)
        html += lostCounts(view, say("Register of {0}", "Register van {0}", {labelOf(view.options, other.column)}),
                           other.counts);
    return htmlSection("register", say("Register and rows", "Register en rijen"), html);
}

} // namespace peil::report
