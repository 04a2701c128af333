// SPDX-License-Identifier: Apache-2.0
// The page around the sections: style, contents, assumptions, terms and provenance.
#include "peil/report/page.h"
#include "peil/base/text.h"

namespace peil::report {
namespace {

using namespace analysis;

/// Colours are in full: WeasyPrint reads no variables in shorthands.
constexpr std::string_view kStyle = R"css(
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1d2730;font:16px/1.55 "Source Sans 3","Noto Sans","Segoe UI","Helvetica Neue",Arial,sans-serif}
main,header,footer{max-width:54rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:3rem}
h1,h2,h3{font-family:"Source Serif 4","Noto Serif",Georgia,"Times New Roman",serif;font-weight:600;line-height:1.2}
h1{font-size:2.1rem;margin:0 0 .4rem}
h2{font-size:1.45rem;margin:0 0 .8rem}
h3{font-size:1.1rem;margin:1.6rem 0 .5rem}
header p{color:#55636f;margin:0 0 1.2rem}
nav{border-top:1px solid #d9dfe4;border-bottom:1px solid #d9dfe4;padding:.7rem 0}
nav ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;font-size:.92rem}
a{color:#1c5d88;text-decoration-thickness:1px;text-underline-offset:.15em}
section{padding:2.2rem 0 .6rem;border-bottom:1px solid #d9dfe4}
section p{max-width:44rem;margin:.6rem 0}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(19rem,1fr));gap:1.2rem;margin-bottom:1.2rem}
.card{background:#f5f7f8;border-top:3px solid #1c5d88;padding:1rem 1.3rem 1.1rem}
.card h3{margin:0;font-size:1.05rem}
.card p{margin:.3rem 0}
.card .size{font:600 2.9rem/1.15 "Source Serif 4","Noto Serif",Georgia,serif;font-variant-numeric:lining-nums tabular-nums;margin:.2rem 0}
.card .published{color:#55636f;border-top:1px solid #d9dfe4;padding-top:.5rem;margin-top:.7rem}
figure{margin:1rem 0 1.6rem}
figure h3{margin-top:.4rem}
svg{display:block;width:100%;height:auto;margin:.3rem 0 .9rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:lining-nums tabular-nums}
caption{text-align:left;color:#55636f;padding:.2rem 0 .4rem}
th,td{padding:.32rem .7rem .32rem 0;border-bottom:1px solid #d9dfe4;text-align:right;vertical-align:top}
th:first-child{text-align:left}th{font-weight:600}tbody th{font-weight:400}
td:last-child,th:last-child{padding-right:0}
.counts td:not(:last-child),.counts th:not(:last-child){text-align:left;white-space:normal}
.wide td:last-child,.wide th:last-child,.hash td,.hash th,.kinds tr :nth-child(2){text-align:left}
td,.interval strong{white-space:nowrap}.hash td,.kinds td:nth-child(2){white-space:normal}
.wide td:last-child{padding-left:1rem;min-width:18rem;white-space:normal}
.wide th:last-child{padding-left:1rem}
.words td,.words th{text-align:left;white-space:normal}.wide.words td:last-child{min-width:10rem}
.hash code{overflow-wrap:anywhere}
.warnings li{margin:.3rem 0}
dl{max-width:44rem}dt{font-weight:600;margin-top:.7rem}dd{margin:.1rem 0 0}
pre,code{font:.84rem/1.5 "Source Code Pro","Noto Sans Mono",Consolas,monospace}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f5f7f8;padding:.8rem 1rem;margin:.6rem 0}
footer{color:#55636f;font-size:.88rem;padding-top:1rem;padding-bottom:3rem}
@media print{@page{size:A4;margin:18mm 16mm 20mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:8pt;color:#55636f}}body{font-size:10pt}.scroll{overflow:visible}table{font-size:8.5pt}
.wide td:last-child{min-width:0}.card{display:inline-block;vertical-align:top;width:48%;margin-right:1%}
main,header,footer{max-width:none;padding:0}nav{display:none}
section{padding:1.2rem 0 .4rem}h2,h3,dt,caption{break-after:avoid}figure svg,.card,tr{break-inside:avoid}a{color:inherit;text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)css";

std::string cells(const char* open, const char* close, const std::vector<std::string>& row, std::size_t from) {
    std::string html;
    for (std::size_t i = from; i < row.size(); ++i)
        html += open + markup(row[i]) + close;
    return html;
}

std::string definitions(const std::vector<Term>& terms) {
    std::string html = "<dl>";
    for (const auto& term : terms)
        html += "<dt>" + markup(term.word) + "</dt><dd>" + markup(term.meaning) + "</dd>";
    return html + "</dl>";
}

/// Links to the sections that there are.
std::string contents(const std::string& page, const Say& say) {
    std::string html = "<nav aria-label=\"" + markup(say("Contents", "Inhoud")) + "\"><ol>";
    const std::string mark = "<section id=\"", heading = "<h2>";
    for (auto at = page.find(mark); at != std::string::npos; at = page.find(mark, at + 1)) {
        const auto id = at + mark.size(), title = page.find(heading, at) + heading.size();
        html += "<li><a href=\"#" + page.substr(id, page.find('"', id) - id) + "\">" +
                page.substr(title, page.find("</h2>", title) - title) + "</a></li>";
    }
    return html + "</ol></nav>";
}

} // namespace

std::string countHeader(const ReportView& view) {
    if (view.input.estimate.weights.weighted) return view.say("In care, unweighted", "In zorg, ongewogen");
    return view.say("In care", "In zorg");
}

std::string proportionHeader(const ReportView& view) {
    if (view.input.estimate.weights.weighted) return view.say("Proportion, weighted", "Aandeel, gewogen");
    return view.say("Proportion", "Aandeel");
}

std::string htmlTable(const std::string& caption, const std::vector<std::string>& header,
                      const std::vector<std::vector<std::string>>& rows) {
    std::string html = "<div class=\"scroll\"><table><caption>" + markup(caption) + "</caption><thead><tr>" +
                       cells("<th scope=\"col\">", "</th>", header, 0) + "</tr></thead><tbody>\n";
    for (const auto& row : rows)
        html += "<tr><th scope=\"row\">" + markup(row.front()) + "</th>" + cells("<td>", "</td>", row, 1) + "</tr>\n";
    return html + "</tbody></table></div>\n";
}

std::string htmlSection(const std::string& id, const std::string& title, const std::string& content) {
    return "<section id=\"" + id + "\"><h2>" + markup(title) + "</h2>\n" + content + "</section>\n";
}

std::string paragraph(const std::string& text) {
    return "<p>" + markup(text) + "</p>\n";
}

std::string figure(const std::string& heading, const std::string& plot, const std::string& table) {
    return "<figure>" + (heading.empty() ? std::string() : "<h3>" + markup(heading) + "</h3>") + plot + "\n" + table +
           "</figure>\n";
}

std::string assumptionsSection(const ReportView& view) {
    const auto& say = view.say;
    return htmlSection("assumptions", say("Assumptions", "Aannames"),
                       definitions(assumptions(say, view.options.analysis.benchmarkError))) +
           htmlSection("terms", say("Terms", "Begrippen"), definitions(glossary(say, view.options.analysis.level)));
}

std::string provenanceSection(const ReportView& view) {
    const auto& say = view.say;
    std::vector<std::vector<std::string>> rows;
    for (const auto& file : view.input.estimate.files)
        rows.push_back({file.name, file.rows > 0 ? say.people(static_cast<double>(file.rows)) : "–", file.sha256});
    auto table = "<div class=\"hash\">" +
                 htmlTable(say("Input files", "Invoerbestanden"),
                           {say("File", "Bestand"), say("Rows", "Rijen"), "SHA-256"}, rows) +
                 "</div>";
    table += paragraph(
        say("Made with peil {0}, seed {1}. This command reproduces the report byte for byte; --out may be any folder:",
            "Gemaakt met peil {0}, seed {1}. Met deze opdracht krijgt u byte voor byte hetzelfde rapport; voor --out "
            "mag u elke map kiezen:",
            {std::string(view.version), std::to_string(view.options.analysis.seed)}));
    table += "<pre>" + markup(std::string(view.command)) + "</pre>\n";
    return htmlSection("provenance", say("Provenance", "Herkomst"), table);
}

std::string reportHtml(const ReportView& view) {
    const auto& say = view.say;
    const auto title = say("Population size estimate", "Populatieschatting");
    const auto body = headlineSection(view) + registerSection(view) + definitionSection(view) + publishedSection(view) +
                      methodsSection(view) + registersSection(view) + derivedSection(view) + citiesSection(view) +
                      warningsSection(view) + sensitivitySection(view) + weeksSection(view) + influenceSection(view) +
                      funnelSection(view) + assumptionsSection(view) + provenanceSection(view);
    std::vector<std::string> names;
    for (const auto& group : view.report.groups)
        names.push_back(labelOf(view.options, group.estimate.group));
    auto subtitle = say("Benchmark-multiplier method. Groups: {0}. {1} interviews",
                        "Benchmark-multipliermethode. Groepen: {0}. {1} interviews",
                        {join(names, "; "), say.people(static_cast<double>(view.input.estimate.inCare.size()))});
    if (!view.input.estimate.firstDate.empty())
        subtitle +=
            say(", {0} to {1}", ", {0} tot en met {1}", {view.input.estimate.firstDate, view.input.estimate.lastDate});
    subtitle += say("; register: {0}", "; register: {0}", {describe(say, view.input.estimate.counts.facts)});
    return "<!DOCTYPE html>\n<html lang=\"" + std::string(say.tag()) +
           "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
           "<title>" +
           markup(title) + "</title><style>" + std::string(kStyle) + "</style></head>\n<body>\n<header><h1>" +
           markup(title) + "</h1><p>" + markup(subtitle) + ".</p>" + contents(body, say) + "</header>\n<main>\n" +
           body + "</main>\n<footer>" +
           markup(say("report.json has the unrounded numbers of this page.",
                      "De onafgeronde getallen van deze pagina staan in report.json.")) +
           "</footer>\n</body>\n</html>\n";
}

} // namespace peil::report
