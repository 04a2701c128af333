// SPDX-License-Identifier: Apache-2.0
#include "run_xlsform.h"

#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/xlsform/compile.h"
#include "peil/xlsform/facts.h"

#include <boost/json.hpp>

#include <algorithm>
#include <ostream>
#include <set>

namespace peil::conformance {

namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxCaseBytes = std::uintmax_t{64} << 20U;

std::string shown(const json::value& value) {
    auto text = json::serialize(value);
    if (text.size() > 300) text = text.substr(0, 300) + "...";
    return text;
}

/// White space in expressions and texts is not a fact.
std::string collapsed(std::string_view text) {
    std::string out;
    for (const auto word : splitWhitespace(text)) {
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

/// Empty when equal; else where, expected and got.
std::string difference(const json::value& expected, const json::value& got, const std::string& at) {
    if (expected.is_object() && got.is_object()) {
        for (const auto& member : expected.as_object()) {
            const auto* other = got.as_object().if_contains(member.key());
            const auto path = at + "/" + std::string(member.key());
            if (other == nullptr) return path + ": expected " + shown(member.value()) + ", got nothing";
            if (auto text = difference(member.value(), *other, path); !text.empty()) return text;
        }
        for (const auto& member : got.as_object())
            if (!expected.as_object().contains(member.key()))
                return at + "/" + std::string(member.key()) + ": expected nothing, got " + shown(member.value());
        return {};
    }
    if (expected.is_array() && got.is_array()) {
        const auto& a = expected.as_array();
        const auto& b = got.as_array();
        for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
            if (auto text = difference(a[i], b[i], at + "[" + std::to_string(i) + "]"); !text.empty()) return text;
        if (a.size() == b.size()) return {};
        const auto index = std::min(a.size(), b.size());
        return at + ": expected " + std::to_string(a.size()) + " entries, got " + std::to_string(b.size()) + "; first: " +
               shown(a.size() > b.size() ? a[index] : b[index]);
    }
    const bool numbers = expected.is_number() && got.is_number();
    const bool equal = numbers ? expected.to_number<double>() == got.to_number<double>()
                       : expected.is_string() && got.is_string() ? tight(expected.as_string()) == tight(got.as_string())
                                                                 : expected == got;
    return equal ? std::string() : at + ": expected " + shown(expected) + ", got " + shown(got);
}

xlsform::Workbook workbookOf(const json::object& sheets) {
    xlsform::Workbook workbook;
    for (const auto& sheet : sheets) {
        xlsform::Sheet out{std::string(sheet.key()), {}};
        for (const auto& row : sheet.value().as_array()) {
            xlsform::SheetRow cells;
            for (const auto& cell : row.as_array())
                cells.push_back(cell.is_string() ? std::string(cell.as_string())
                                                 : cell.is_null() ? std::string() : json::serialize(cell));
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
        if (const auto row = parseInteger(message.substr(at + kRow.size(), end - at - kRow.size())))
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
    Case(const json::object& data, const fs::path& folder) : m_data(data), m_input(data.at("input").as_object()), m_folder(folder) {
        m_options.formName = stringOr(m_input, "form_name", "data");
        m_options.fallbackFormId = stringOr(m_input, "fallback_form_id", m_options.formName);
    }

    /// Empty when every input of the case gives what is expected.
    std::string run() {
        std::vector<Result<xlsform::Workbook>> inputs;
        if (const auto* sheets = m_input.if_contains("sheets")) inputs.emplace_back(workbookOf(sheets->as_object()));
        for (const auto* key : {"file", "xlsx"})
            if (const auto file = stringOr(m_input, key, ""); !file.empty())
                inputs.push_back(xlsform::readWorkbook(m_folder / file));
        for (const auto& input : inputs)
            if (auto text = check(input); !text.empty()) return text;
        return inputs.empty() ? "the case has no input that can be read" : std::string();
    }

private:
    std::string check(const Result<xlsform::Workbook>& workbook) {
        const bool ok = m_data.at("expect") == "ok";
        if (!workbook) return ok ? "expected a form, got: " + describe(workbook.error()) : std::string();
        const auto compiled = xlsform::compile(*workbook, m_options);
        return ok ? checkForm(compiled) : checkFault(compiled);
    }

    std::string checkForm(const xlsform::Compiled& compiled) {
        if (!compiled.ok()) {
            std::string text = "expected a form, got:";
            for (const auto& item : compiled.diagnostics) text += " " + describe(item);
            return text;
        }
        const auto facts = xlsform::factsJson(*compiled.xform);
        if (!facts) return "expected a form, got: " + describe(facts.error());
        if (auto text = difference(m_data.at("facts"), json::parse(*facts), ""); !text.empty()) return text;
        const auto csv = stringOr(m_data, "itemsets_csv", "");
        const auto got = compiled.itemsetsCsv.value_or("");
        const auto plain = [](const std::string& s) { return collapsed(replaceAll(s, "\r", "")); };
        if (plain(csv) == plain(got)) return {};
        return "itemsets.csv: expected " + shown(json::value(csv)) + ", got " + shown(json::value(got));
    }

    std::string checkFault(const xlsform::Compiled& compiled) {
        const auto message = stringOr(m_data, "error", "");
        if (compiled.ok()) return "expected the fault " + shown(json::value(message)) + ", got a form";
        const auto named = namedIn(message);
        for (const auto row : named.rows) {
            const bool found = std::any_of(compiled.diagnostics.begin(), compiled.diagnostics.end(), [&](const auto& item) {
                return item.severity == xlsform::Severity::Error && item.row == row &&
                       (named.sheet.empty() || item.sheet == named.sheet);
            });
            if (found) continue;
            std::string text = "expected a fault in row " + std::to_string(row) + " (" + shown(json::value(message)) + "), got:";
            for (const auto& item : compiled.diagnostics) text += " " + describe(item);
            return text;
        }
        return {};
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

std::string runFile(const fs::path& file, std::string& id) {
    id = file.stem().string();
    const auto text = readTextFile(file, kMaxCaseBytes);
    if (!text) return describe(text.error());
    json::error_code error;
    const auto data = json::parse(*text, error);
    if (error || !data.is_object() || !data.as_object().contains("input") || !data.as_object().contains("expect"))
        return "the file is not a case";
    id = stringOr(data.as_object(), "id", id);
    return Case(data.as_object(), file.parent_path()).run();
}

} // namespace

int runXlsform(const std::vector<fs::path>& paths, std::ostream& out) {
    std::set<fs::path> files;
    for (const auto& path : paths) collect(path, files);
    std::size_t failed = 0;
    for (const auto& file : files) {
        std::string id;
        const auto text = runFile(file, id);
        if (text.empty()) continue;
        ++failed;
        out << "FAIL " << id << ": " << text << '\n';
    }
    out << files.size() - failed << " passed, " << failed << " failed, 0 skipped\n";
    return files.empty() ? 2 : failed == 0 ? 0 : 1;
}

} // namespace peil::conformance
