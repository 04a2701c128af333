// SPDX-License-Identifier: Apache-2.0
// The section on what the sizes rest on: register, area, year and definition of each count, and the rows of both tables
// that are not used, with their reason.
#include "peil/base/text.h"
#include "peil/report/page.h"
#include "peil/words/words.h"

#include <algorithm>

namespace peil::report {
namespace {

using namespace analysis;

using analysis::Register;
using analysis::RegisterFacts;
using analysis::RegisterReason;
using analysis::RowReason;

std::string stated(const Say& say, const std::string& text) {
    return text.empty() ? say("not stated", "niet vermeld") : text;
}

std::string slip(const Say& say, const std::string& probably) {
    return probably.empty() ? std::string() : say(" (probably “{0}”)", " (waarschijnlijk “{0}”)", {probably});
}

std::string rowWords(const Say& say, const analysis::UnusedRows& unused) {
    switch (unused.reason) {
    case RowReason::DoesNotCount:
        return say("does not count: {0}", "telt niet mee: {0}", {unused.value});
    case RowReason::NoGroup:
        return say("no group", "geen groep");
    case RowReason::UnknownGroup:
        return say("the register has no group “{0}”", "het register heeft geen groep “{0}”", {unused.value}) +
               slip(say, unused.probably);
    case RowReason::NotAskedFor:
        return say("group “{0}”, not requested", "groep “{0}”, niet opgevraagd", {unused.value});
    case RowReason::OutsideArea:
        return say("group “{0}”, interviewed outside the area of the register",
                   "groep “{0}”, geïnterviewd buiten het gebied van het register", {unused.value});
    case RowReason::NoAnswer:
        return say("group “{0}”, no answer to the question about care",
                   "groep “{0}”, geen antwoord op de vraag naar zorg", {unused.value});
    case RowReason::NoWeight:
        break;
    }
    return say("group “{0}”, no weight or a weight of 0", "groep “{0}”, geen gewicht of gewicht 0", {unused.value});
}

std::string registerRowWords(const Say& say, const analysis::UnusedRegisterRows& unused) {
    const auto tail = slip(say, unused.probably);
    switch (unused.reason) {
    case RegisterReason::OtherArea:
        return say("area “{0}”", "gebied “{0}”", {unused.value}) + tail;
    case RegisterReason::OtherRegister:
        return say("register: {0}", "register: {0}", {stated(say, unused.value)}) + tail;
    case RegisterReason::OtherYear:
        return say("year: {0}", "jaar: {0}", {stated(say, unused.value)});
    case RegisterReason::NoInterviews:
        return say("group “{0}”, of which no one was interviewed", "groep “{0}”, waarvan niemand is geïnterviewd",
                   {unused.value}) +
               tail;
    case RegisterReason::NotAskedFor:
        break;
    }
    return say("group “{0}”, not requested", "groep “{0}”, niet opgevraagd", {unused.value});
}

std::vector<std::string> countRow(const ReportView& view, const std::string& label, const RegisterFacts& facts,
                                  double count) {
    const auto& say = view.say;
    return {label,
            stated(say, facts.registerName),
            facts.area,
            stated(say, facts.year),
            stated(say, facts.definition),
            stated(say, facts.deduplicated),
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
                      say("Who is counted", "Wie het telt"), say("Each person counted once", "Iedere persoon één keer geteld"),
                      say("Count", "Telling")},
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
        html += paragraph(
            say("{0}: {1}{2} of the register ({3} of {4}) is outside the cities of the interviews. For that part, the "
                "size assumes that the proportion in care is the same there.",
                "{0}: {1}{2} van het register ({3} van {4}) valt buiten de steden van de interviews. De omvang gaat "
                "ervan uit dat daar een even groot deel in zorg is.",
                {labelOf(view.options, group.estimate.group), outside->atMost ? say("at most ", "hoogstens ") : "",
                 say.percent(outside->share), say.people(outside->people), say.people(group.headline().benchmark)}));
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
        cells.push_back({rowWords(say, unused), number(unused.rows)});
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
        cells.push_back({registerRowWords(say, unused), number(unused.rows), say.people(unused.people)});
    return html + htmlTable(say("{0}: rows not used", "{0}: rijen die niet zijn gebruikt", {name}),
                            {say("Reason", "Reden"), say("Rows", "Rijen"), say("People", "Personen")}, cells);
}

} // namespace

std::string factsWords(const Say& say, const RegisterFacts& facts) {
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
