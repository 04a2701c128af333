// SPDX-License-Identifier: Apache-2.0
#include "summary.h"

#include "terminal.h"

#include "peil/base/file.h"
#include "peil/estimation/rounding.h"

#include <array>

namespace demo {

using namespace peil;

namespace {

using boost::json::object;

double number(const object& from, std::string_view name) {
    const auto* value = from.if_contains({name.data(), name.size()});
    return value != nullptr && value->is_number() ? value->to_number<double>() : 0;
}

/// {"N":…} for a size that `peil estimate` derived, as in the JSON of the demo.
object derivedSize(const Summary& summary, const char* name) {
    const auto* derived = summary.estimate.if_contains("derived");
    const auto* size = derived != nullptr && derived->is_object() ? derived->as_object().if_contains(name) : nullptr;
    return size != nullptr && size->is_object() ? size->as_object() : object{};
}

boost::json::array listOf(const std::vector<std::string>& words) {
    boost::json::array list;
    for (const auto& word : words)
        list.emplace_back(word);
    return list;
}

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width) text.insert(0, width - text.size(), ' ');
    return text;
}

std::string range(double lower, double upper) {
    return thousands(lower) + " - " + thousands(upper);
}

/// N, lower and upper of one object, as `peil` prints them.
estimation::PrintedSize printed(const object& size) {
    return estimation::printedSize(number(size, "N"), number(size, "lower"), number(size, "upper"));
}

std::string sizeText(const estimation::PrintedSize& size) {
    return estimation::groupedText(*size.N, size.decimals);
}

std::string limitsText(const estimation::PrintedSize& size) {
    return estimation::groupedText(*size.lower, size.decimals) + " - " +
           estimation::groupedText(*size.upper, size.decimals);
}

std::string publishedText(const Summary& summary, const std::string& name) {
    const auto found = summary.published.find(name);
    if (found == summary.published.end()) return {};
    const auto& figure = found->second;
    return thousands(figure.N) + (figure.lower ? " (" + range(*figure.lower, *figure.upper) + ")" : "");
}

std::string derivedLine(const Summary& summary, const char* words, const char* name, const char* publishedName) {
    const auto size = printed(derivedSize(summary, name));
    std::string line = words;
    line.resize(34, ' ');
    return line + padded(sizeText(size), 28) + padded(limitsText(size), 18) + padded("", 18) + "   " +
           publishedText(summary, publishedName);
}

std::string groupLine(const Summary& summary, const object& group, std::string_view words) {
    std::string binomial;
    for (const auto& interval : group.at("intervals").as_array())
        if (binomial.empty() && interval.as_object().at("kind").as_string() == "binomial")
            binomial = limitsText(printed(interval.as_object()));
    const auto size = printed(group);
    std::string line(words);
    line.resize(34, ' ');
    return line + padded(thousands(number(group, "x")) + "/" + thousands(number(group, "n")), 9) +
           padded(thousands(number(group, "benchmark")), 10) + padded(sizeText(size), 9) +
           padded(limitsText(size), 18) + padded(binomial, 18) + "   " +
           publishedText(summary, "N_" + std::string(group.at("group").as_string()));
}

} // namespace

Result<PublishedFigures> readPublished(const std::filesystem::path& figuresJson) {
    PEIL_TRY(const auto text, readTextFile(figuresJson, std::uintmax_t{8} << 20U));
    PEIL_TRY(const auto file, parseObject(text));
    PublishedFigures figures;
    for (const auto& item : file.at("figures").as_array()) {
        const auto& figure = item.as_object();
        if (!figure.at("value").is_number()) continue;
        Published published{figure.at("value").to_number<double>(), {}, {}};
        if (const auto* interval = figure.if_contains("ci95"); interval != nullptr && interval->is_array()) {
            published.lower = interval->as_array().at(0).to_number<double>();
            published.upper = interval->as_array().at(1).to_number<double>();
        }
        figures.emplace(std::string(figure.at("name").as_string()), published);
    }
    return figures;
}

std::string toJson(const Summary& summary) {
    boost::json::array estimates;
    if (const auto* groups = summary.estimate.if_contains("estimates"); groups != nullptr && groups->is_array()) {
        for (const auto& item : groups->as_array()) {
            auto group = item.as_object();
            const auto published = summary.published.find("N_" + std::string(group["group"].as_string()));
            if (published != summary.published.end())
                group["published"] = {{"N", published->second.N},
                                      {"lower", published->second.lower.value_or(0)},
                                      {"upper", published->second.upper.value_or(0)}};
            estimates.push_back(std::move(group));
        }
    }
    const auto N = [&](const char* name) { return number(derivedSize(summary, name), "N"); };
    return boost::json::serialize(object{
        {"tablets", summary.tablets},
        {"finalised", summary.finalised},
        {"received", summary.received},
        {"missing", summary.missing},
        {"duplicates", summary.duplicates},
        {"seconds", summary.seconds},
        {"estimates", std::move(estimates)},
        {"derived", object{{"both", N("both")}, {"opioid_only", N("first_only")}, {"crack_total", N("trait_total")}}},
        {"aggregates", object{{"checked", summary.aggregatesChecked},
                              {"matching", summary.aggregatesMatching},
                              {"off", listOf(summary.aggregatesOff)}}},
        {"golden", object{{"checked", summary.goldenChecked},
                          {"matching", summary.goldenMatching},
                          {"off", listOf(summary.goldenOff)}}},
        {"markers_in_stores", summary.markersInStores},
        {"markers_in_export", summary.markersInExport},
        {"markers_in_release", summary.markersInRelease},
        {"release_off", listOf(summary.releaseOff)},
        {"exports", listOf(summary.exports)},
        {"estimate_file", summary.estimateFile},
        {"reports", listOf(summary.reports)},
        {"dashboard", "https://" + summary.dashboard},
    });
}

std::vector<std::string> tableOf(const Summary& summary) {
    static const std::array<std::pair<std::string_view, std::string_view>, 2> kNames{
        {{"opioid", "people who use opioids"}, {"crack_only", "people who use crack, no opioids"}}};
    std::vector<std::string> lines{"                                    in care  register   people        95% design  "
                                   "    95% binomial   published"};
    const auto* groups = summary.estimate.if_contains("estimates");
    for (const auto& [id, words] : kNames) {
        if (groups == nullptr || !groups->is_array()) break;
        for (const auto& item : groups->as_array())
            if (item.as_object().at("group").as_string() == boost::json::string_view(id.data(), id.size()))
                lines.push_back(groupLine(summary, item.as_object(), words));
    }
    lines.push_back(derivedLine(summary, "both crack and opioids", "both", "N_opioid_and_crack"));
    lines.push_back(derivedLine(summary, "opioids only", "first_only", "N_opioid_only"));
    lines.push_back(derivedLine(summary, "crack, with or without opioids", "trait_total", "N_crack_total"));
    lines.emplace_back();
    lines.emplace_back(
        "No standard method reproduces the published intervals from the published counts; they are shown "
        "for comparison, and nothing was fitted to them.");
    lines.emplace_back(
        "95% design: strata city, clusters site, weight 1, logit with t on clusters minus strata, design "
        "effect at least 1. 95% "
        "binomial: Wilson. Derived sizes: log-normal, same design.");
    return lines;
}

bool isSound(const Summary& summary, std::int64_t interviews) {
    return summary.finalised == interviews && summary.received == interviews && summary.missing == 0 &&
           summary.duplicates == 0 && summary.aggregatesChecked > 0 &&
           summary.aggregatesMatching == summary.aggregatesChecked && summary.goldenChecked > 0 &&
           summary.goldenMatching == summary.goldenChecked && summary.markersInStores == 0 &&
           summary.releaseOff.empty() && summary.markersInRelease == 0 &&
           summary.markersInExport == static_cast<std::size_t>(interviews);
}

} // namespace demo
