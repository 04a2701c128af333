// SPDX-License-Identifier: Apache-2.0
// XLSForms as tables and workbooks: each is compiled, and the facts of what comes out are compared, or its fault is.

#include "report.h"

#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/xlsform/compile.h"
#include "peil/xlsform/facts.h"

#include <boost/json.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

namespace peil_conformance {

namespace {

namespace json = boost::json;
namespace fs = std::filesystem;
namespace xlsform = peil::xlsform;

constexpr std::uintmax_t kMaxCaseBytes = std::uintmax_t{64} << 20U;

std::string shown(const json::value& value) {
    auto text = json::serialize(value);
    if (text.size() > 300) text = text.substr(0, 300) + "...";
    return text;
}

/// White space in expressions and texts is not a fact.
std::string collapsed(std::string_view text) {
    std::string out;
    for (const auto word : peil::splitWhitespace(text)) {
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

/// White space around brackets and operators neither.
std::string tight(std::string_view text) {
    std::string out;
    const auto plain = collapsed(text);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        constexpr std::string_view kLoose = "()[]{}=<>!,+*|";
        const bool after = !out.empty() && kLoose.find(out.back()) != std::string_view::npos;
        const bool before = i + 1 < plain.size() && kLoose.find(plain[i + 1]) != std::string_view::npos;
        if (plain[i] == ' ' && (after || before)) continue;
        out += plain[i];
    }
    return out;
}

/// The reference escapes an expression inside a text twice. What counts is the expression that engines read.
std::string meant(std::string text) {
    for (auto at = text.find("${{"); at != std::string::npos; at = text.find("${{", at + 1)) {
        const auto size = text.find("}}", at) - at;
        auto expression = text.substr(at, size);
        for (const auto& [entity, sign] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}})
            expression = peil::replaceAll(std::move(expression), entity, sign);
        text.replace(at, size, expression);
    }
    return text;
}

/// What was expected and what came, with the place in the facts.
struct Difference {
    std::string expected;
    std::string got;
};
using Outcome = std::optional<Difference>;

Outcome difference(const json::value& expected, const json::value& got, const std::string& at);

Outcome objectDifference(const json::object& expected, const json::object& got, const std::string& at) {
    for (const auto& member : expected) {
        const auto* other = got.if_contains(member.key());
        const auto path = at + "/" + std::string(member.key());
        if (other == nullptr) return Difference{path + " " + shown(member.value()), "nothing"};
        if (auto found = difference(member.value(), *other, path)) return found;
    }
    for (const auto& member : got)
        if (!expected.contains(member.key()))
            return Difference{at + "/" + std::string(member.key()) + " nothing", shown(member.value())};
    return std::nullopt;
}

Outcome difference(const json::value& expected, const json::value& got, const std::string& at) {
    if (expected.is_object() && got.is_object()) return objectDifference(expected.as_object(), got.as_object(), at);
    if (expected.is_array() && got.is_array()) {
        const auto& a = expected.as_array();
        const auto& b = got.as_array();
        for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
            if (auto found = difference(a[i], b[i], at + "[" + std::to_string(i) + "]")) return found;
        if (a.size() == b.size()) return std::nullopt;
        const auto index = std::min(a.size(), b.size());
        return Difference{at + " with " + std::to_string(a.size()) + " entries",
                          std::to_string(b.size()) + "; the first other one is " +
                              shown(a.size() > b.size() ? a[index] : b[index])};
    }
    const bool numbers = expected.is_number() && got.is_number();
    const bool equal = numbers ? expected.to_number<double>() == got.to_number<double>()
                       : expected.is_string() && got.is_string()
                           ? tight(meant(std::string(expected.as_string()))) == tight(got.as_string())
                           : expected == got;
    if (equal) return std::nullopt;
    return Difference{at + " " + shown(expected), shown(got)};
}

xlsform::Workbook workbookOf(const json::object& sheets) {
    xlsform::Workbook workbook;
    for (const auto& sheet : sheets) {
        xlsform::Sheet out{std::string(sheet.key()), {}};
        for (const auto& row : sheet.value().as_array()) {
            xlsform::SheetRow cells;
            for (const auto& cell : row.as_array())
                cells.push_back(cell.is_string() ? std::string(cell.as_string())
                                : cell.is_null() ? std::string()
                                                 : json::serialize(cell));
            out.rows.push_back(std::move(cells));
        }
        workbook.sheets.push_back(std::move(out));
    }
    return workbook;
}

std::string stringOr(const json::object& object, std::string_view key, std::string fallback) {
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : fallback;
}

/// The sheet and row that a message of the reference states.
struct Named {
    std::string sheet;
    std::vector<std::size_t> rows;
};

Named namedIn(const std::string& message) {
    Named named;
    constexpr std::string_view kRow = "[row : ";
    for (auto at = message.find(kRow); at != std::string::npos; at = message.find(kRow, at + 1)) {
        const auto end = message.find(']', at);
        if (const auto row = peil::parseInteger(message.substr(at + kRow.size(), end - at - kRow.size())))
            named.rows.push_back(static_cast<std::size_t>(*row));
    }
    constexpr std::string_view kSheet = "On the '";
    if (const auto at = message.find(kSheet); at != std::string::npos)
        named.sheet = message.substr(at + kSheet.size(), message.find('\'', at + kSheet.size()) - at - kSheet.size());
    return named;
}

/// One case with one of its inputs.
class Case {
public:
    Case(const json::object& data, const fs::path& folder)
        : m_data(data)
        , m_input(data.at("input").as_object())
        , m_folder(folder) {
        // The reference compiler leaves expressions to the engine, and so do these cases.
        m_options.engineCheck = xlsform::EngineCheck::No;
        // A form that came from a file has the file's name for an id, and the usual name for its root.
        const bool fromFile = m_input.contains("file") || m_input.contains("converted_from");
        const auto name = stringOr(m_input, "form_name", "data");
        m_options.formName = fromFile ? "data" : name;
        m_options.fallbackFormId = stringOr(m_input, "fallback_form_id", name);
    }

    /// Nothing when every input of the case gives what is expected.
    Outcome run() {
        std::vector<peil::Result<xlsform::Workbook>> inputs;
        if (const auto* sheets = m_input.if_contains("sheets")) inputs.emplace_back(workbookOf(sheets->as_object()));
        for (const auto* key : {"file", "xlsx"})
            if (const auto file = stringOr(m_input, key, ""); !file.empty())
                inputs.push_back(xlsform::readWorkbook(m_folder / file));
        for (const auto& input : inputs)
            if (auto found = check(input)) return found;
        if (inputs.empty()) return Difference{"an input", "none that can be read"};
        return std::nullopt;
    }

private:
    Outcome check(const peil::Result<xlsform::Workbook>& workbook) {
        const bool ok = m_data.at("expect") == "ok";
        if (!workbook) return ok ? Outcome(Difference{"a form", peil::describe(workbook.error())}) : std::nullopt;
        const auto compiled = xlsform::compile(*workbook, m_options);
        return ok ? checkForm(compiled) : checkFault(compiled);
    }

    static std::string remarks(const xlsform::Compiled& compiled) {
        std::string text;
        for (const auto& item : compiled.diagnostics)
            text += (text.empty() ? "" : " ") + describe(item);
        return text;
    }

    Outcome checkForm(const xlsform::Compiled& compiled) {
        if (!compiled.ok()) return Difference{"a form", remarks(compiled)};
        const auto facts = xlsform::factsJson(*compiled.xform);
        if (!facts) return Difference{"a form", peil::describe(facts.error())};
        if (auto found = difference(m_data.at("facts"), json::parse(*facts), "")) return found;
        const auto csv = stringOr(m_data, "itemsets_csv", "");
        const auto got = compiled.itemsetsCsv.value_or("");
        const auto plain = [](const std::string& s) { return collapsed(peil::replaceAll(s, "\r", "")); };
        if (plain(csv) == plain(got)) return std::nullopt;
        return Difference{"itemsets.csv " + shown(json::value(csv)), shown(json::value(got))};
    }

    /// The fault has to be found in the sheet and row that the reference names; the wording is free.
    Outcome checkFault(const xlsform::Compiled& compiled) {
        const auto message = stringOr(m_data, "error", "");
        if (compiled.ok()) return Difference{"the fault " + shown(json::value(message)), "a form"};
        const auto named = namedIn(message);
        for (const auto row : named.rows) {
            const bool found =
                std::any_of(compiled.diagnostics.begin(), compiled.diagnostics.end(), [&](const auto& item) {
                    return item.severity == peil::Severity::Error && item.place.row == row &&
                           (named.sheet.empty() || item.place.sheet == named.sheet);
                });
            if (!found)
                return Difference{"a fault in row " + std::to_string(row) + " " + shown(json::value(message)),
                                  remarks(compiled)};
        }
        return std::nullopt;
    }

    const json::object& m_data;
    const json::object& m_input;
    fs::path m_folder;
    xlsform::Options m_options;
};

void collect(const fs::path& path, std::set<fs::path>& files) {
    if (fs::is_regular_file(path)) {
        files.insert(path);
        return;
    }
    for (const auto* inner : {"xlsform", "cases"})
        if (fs::is_directory(path / inner)) return collect(path / inner, files);
    if (!fs::is_directory(path)) return;
    for (const auto& entry : fs::directory_iterator(path))
        if (entry.path().extension() == ".json") files.insert(entry.path());
}

Outcome runFile(const fs::path& file, std::string& id) {
    id = file.stem().string();
    const auto text = peil::readTextFile(file, kMaxCaseBytes);
    if (!text) return Difference{"a case", peil::describe(text.error())};
    json::error_code error;
    const auto data = json::parse(*text, error);
    if (error || !data.is_object() || !data.as_object().contains("input") || !data.as_object().contains("expect"))
        return Difference{"a case", "another file"};
    id = stringOr(data.as_object(), "id", id);
    return Case(data.as_object(), file.parent_path()).run();
}

} // namespace

int runXlsform(std::span<const std::string> paths, Report& report) {
    std::set<fs::path> files;
    for (const auto& path : paths)
        collect(path, files);
    if (files.empty()) {
        report.note("There are no cases under the given path. Give a case, or the folder that holds them.");
        return 2;
    }
    for (const auto& file : files) {
        std::string id;
        if (const auto found = runFile(file, id))
            report.fail(id, found->expected, found->got);
        else
            report.pass();
    }
    return 0;
}

} // namespace peil_conformance
