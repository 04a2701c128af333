// SPDX-License-Identifier: Apache-2.0
#include "peil/xlsform/findings.h"

#include "peil/base/bytes.h"
#include "peil/base/text.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cctype>
#include <set>

namespace peil::xlsform {
namespace {

namespace json = boost::json;

std::string lettersOf(std::size_t column) {
    std::string letters;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

std::size_t countAll(std::span<const CheckedForm> forms, Severity severity) {
    std::size_t all = 0;
    for (const auto& form : forms)
        all += form.count(severity);
    return all;
}

json::object findingObject(const CheckedForm& form, const Diagnostic& finding) {
    json::object object{{"severity", idOf(finding.severity)}, {"id", finding.id}};
    const auto& place = finding.place;
    if (!place.sheet.empty()) object["sheet"] = place.sheet;
    if (place.row > 0) object["row"] = place.row;
    if (!place.column.empty()) object["column"] = place.column;
    if (const auto cell = cellOf(form.sheets, place).reference(); !cell.empty()) object["cell"] = cell;
    if (!place.node.empty()) object["node"] = place.node;
    object["message"] = finding.message;
    if (!finding.cure.empty()) object["cure"] = finding.cure;
    return object;
}

/// RFC 3986, section 2.1: names of files have spaces and letters with accents, which a URI does not.
std::string uriOf(const std::string& path) {
    constexpr std::string_view kPlain = "-._~/:";
    std::string uri;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) != 0 || kPlain.find(c) != std::string_view::npos))
            uri += c;
        else
            uri += "%" + toHex(ByteView(&byte, 1));
    }
    return uri;
}

std::string artifactOf(const CheckedForm& form, const Diagnostic& finding) {
    if (!form.sheetsAreFiles || finding.place.sheet.empty()) return form.source;
    const auto* sheet = form.sheets.sheet(finding.place.sheet);
    return form.source + "/" + (sheet == nullptr ? finding.place.sheet + ".csv" : sheet->file);
}

/// Where a row of a sheet in CSV begins in its file; 0 when it has no place there.
std::size_t lineOf(const CheckedForm& form, const Place& place) {
    const auto* sheet = form.sheets.sheet(place.sheet);
    return sheet != nullptr && place.row > 0 && place.row <= sheet->lines.size() ? sheet->lines[place.row - 1] : 0;
}

json::object locationOf(const CheckedForm& form, const Diagnostic& finding) {
    const auto& place = finding.place;
    json::object physical{{"artifactLocation", json::object{{"uri", uriOf(artifactOf(form, finding))}}}};
    if (const auto line = lineOf(form, place); line > 0) physical["region"] = json::object{{"startLine", line}};
    json::object location{{"physicalLocation", std::move(physical)}};
    auto name = place.node;
    if (!place.sheet.empty()) {
        const auto cell = cellOf(form.sheets, place).reference();
        name = place.sheet + (cell.empty() ? "" : "!" + cell);
    }
    if (!name.empty())
        location["logicalLocations"] = json::array{json::object{{"fullyQualifiedName", name}, {"kind", "member"}}};
    return location;
}

} // namespace

std::size_t CheckedForm::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(findings, [&](const Diagnostic& finding) { return finding.severity == severity; }));
}

std::string Cell::reference() const {
    if (row == 0) return {};
    const auto line = std::to_string(row);
    return column == std::string::npos ? line + ":" + line : lettersOf(column) + line;
}

Cell cellOf(const Workbook& sheets, const Place& place) {
    Cell cell;
    if (place.sheet.empty()) return cell;
    cell.sheet = sheets.sheet(place.sheet);
    if (cell.sheet == nullptr) return cell;
    cell.row = place.row;
    if (place.column.empty() || cell.sheet->rows.empty()) return cell;
    const auto& header = cell.sheet->rows.front();
    const auto found = std::ranges::find_if(header, [&](const auto& name) { return trim(name) == trim(place.column); });
    if (found != header.end()) cell.column = static_cast<std::size_t>(found - header.begin());
    return cell;
}

std::string findingsJson(std::span<const CheckedForm> forms) {
    json::array list;
    for (const auto& form : forms) {
        json::object object{{"file", form.source}};
        if (form.count(Severity::Error) == 0) {
            object["fields"] = form.fields;
            object["languages"] = form.languages;
        }
        json::array findings;
        for (const auto& finding : form.findings)
            findings.push_back(findingObject(form, finding));
        object["findings"] = std::move(findings);
        list.push_back(std::move(object));
    }
    return json::serialize(json::object{{"forms", std::move(list)},
                                        {"errors", countAll(forms, Severity::Error)},
                                        {"warnings", countAll(forms, Severity::Warning)},
                                        {"notes", countAll(forms, Severity::Note)}});
}

std::string findingsSarif(std::span<const CheckedForm> forms, std::string_view version) {
    json::array results, rules;
    std::set<std::string> known;
    for (const auto& form : forms) {
        for (const auto& finding : form.findings) {
            if (known.insert(finding.id).second) rules.push_back(json::object{{"id", finding.id}});
            results.push_back(json::object{{"ruleId", finding.id},
                                           {"level", idOf(finding.severity)}, // SARIF has the same three words
                                           {"message", json::object{{"text", sentencesOf(finding)}}},
                                           {"locations", json::array{locationOf(form, finding)}}});
        }
    }
    json::object driver{{"name", "peil form check"}, {"version", version}, {"rules", std::move(rules)}};
    return json::serialize(
        json::object{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                     {"version", "2.1.0"},
                     {"runs", json::array{json::object{{"tool", json::object{{"driver", std::move(driver)}}},
                                                       {"columnKind", "unicodeCodePoints"},
                                                       {"results", std::move(results)}}}}});
}

} // namespace peil::xlsform
