// SPDX-License-Identifier: Apache-2.0
// The section on whom the estimate counts: the definitions of sample and register, and where they differ.
#include "peil/analysis/declared_study.h"
#include "peil/base/text.h"
#include "peil/report/page.h"
#include "peil/words/words.h"

#include <algorithm>

namespace peil::report {
namespace {

using namespace analysis;

std::string text(const Say& say, std::string_view id) {
    return words::textOf(words::Kind::Definition, id, say.tag());
}

std::string described(const Say& say, const study::CaseDefinition* definition) {
    if (definition == nullptr || !definition->declared()) return markup(text(say, "none"));
    auto html = markup(definition->words.in(say.tag()));
    std::vector<std::string> flags;
    for (const auto& [label, value] : study::flagWords(*definition, say.tag()))
        flags.push_back(label + ": " + value);
    if (!flags.empty()) html += "<br><small>" + markup(join(flags, "; ")) + "</small>";
    return html;
}

std::string groupHtml(const ReportView& view, const study::Study& study, const std::string& id) {
    const auto& say = view.say;
    const auto* group = study.group(id);
    return "<h3>" + markup(labelOf(view.options, id)) + "</h3><dl><dt>" +
           markup(say("In the sample", "In de steekproef")) + "</dt><dd>" +
           described(say, group != nullptr ? &group->definition : nullptr) + "</dd><dt>" +
           markup(say("In the register", "In het register")) + "</dt><dd>" +
           described(say, study.benchmark ? study.benchmark->group(id) : nullptr) + "</dd></dl>";
}

std::string differencesHtml(const ReportView& view, const study::Study& study, const std::vector<std::string>& groups) {
    const auto& say = view.say;
    std::vector<std::vector<std::string>> rows;
    for (const auto& difference : study::compareDefinitions(study)) {
        const bool all = difference.groupId.empty();
        if (!all && std::ranges::find(groups, difference.groupId) == groups.end()) continue;
        const auto words = study::differenceWords(difference, say.tag());
        rows.push_back({all ? text(say, "all_groups") : labelOf(view.options, difference.groupId), words.aspect,
                        words.sample, words.benchmark, words.effect});
    }
    if (rows.empty()) return paragraph(text(say, "agree"));
    return "<div class=\"wide words\">" +
           htmlTable(text(say, "differ"),
                     {say("Group", "Groep"), say("Aspect", "Aspect"), say("Sample", "Steekproef"),
                      say("Register", "Register"), say("Effect", "Gevolg")},
                     rows) +
           "</div>";
}

} // namespace

std::string definitionSection(const ReportView& view) {
    const auto& say = view.say;
    const auto title = text(say, "title");
    const auto& declared = view.input.estimate.declared;
    if (!declared)
        return htmlSection("definition", title,
                           paragraph(say("No case definition was declared, so it is unknown whether the sample and the "
                                         "register cover the same people. Give the study with --study.",
                                         "Er is geen casusdefinitie opgegeven. Het is dus niet bekend of steekproef en "
                                         "register over dezelfde mensen gaan. Geef het onderzoek op met --study.")));
    const auto& study = declared->study;
    std::vector<std::string> groups;
    for (const auto& group : view.report.groups)
        groups.push_back(group.estimate.group);
    auto html = paragraph(say("The estimate divides the register count by a proportion of the sample, so both must "
                              "cover the same people. The study declares:",
                              "De schatting deelt het aantal in het register door een aandeel uit de steekproef. Beide "
                              "moeten dus over dezelfde mensen gaan. Het onderzoek geeft op:"));
    for (const auto& group : groups)
        html += groupHtml(view, study, group);
    if (study.benchmark && !study.benchmark->words.texts.empty())
        html += paragraph(study.benchmark->registerName + ", " + study.benchmark->area + ", " +
                          std::to_string(study.benchmark->year) + ": " + study.benchmark->words.in(say.tag()));
    if (const auto& used = view.input.estimate.counts.facts; study.benchmark)
        if (const auto other = analysis::otherThanDeclared(used, *study.benchmark, say.tag()); !other.empty())
            html += paragraph(other);
    return htmlSection("definition", title, html + differencesHtml(view, study, groups));
}

} // namespace peil::report
