// SPDX-License-Identifier: Apache-2.0
// peil-conformance walk DIR [--walks N]: every form below DIR, an XForm or a workbook, filled at random N times (200).
// An index.json beside the forms names those that may be refused: dialects of other products, and what not both ODK
// engines load. A workbook may be refused where each error names sheet, row, column and cure: designers bring faulty
// ones. A verdicts.txt beside them says which pyxform compiles: those only for the errors that xlsform/README.md
// defends.

#include "walker.h"

#include "peil/base/text.h"
#include "peil/xlsform/compile.h"
#include "report.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <set>

namespace peil_conformance {
namespace {

namespace forms = peil::forms;
namespace fs = std::filesystem;

forms::ParsedForm readForm(const fs::path& file, const fs::path& root) {
    const auto text = readWhole(file).value_or(std::string());
    const auto attachments = root / "attachments" / file.stem();
    return forms::FormDefinition::parse(text, [&](std::string_view uri) -> std::optional<std::string> {
        const auto found = readWhole(attachments / std::string(uri.substr(uri.rfind('/') + 1)));
        return found ? std::optional(*found) : std::nullopt;
    });
}

std::optional<std::string> firstError(const forms::ParsedForm& parsed) {
    for (const auto& diagnostic : parsed.diagnostics)
        if (diagnostic.severity == peil::Severity::Error) return describe(diagnostic);
    return std::nullopt;
}

bool isWorkbook(const fs::path& file) {
    const auto ending = file.extension();
    return ending == ".xlsx" || ending == ".xls" || ending == ".ods";
}

/// The XForm of a workbook, or why there is none; its files are not there.
struct Sheets {
    std::string xform;
    std::string refusal;
    std::string fault; ///< what is wrong with the refusal
};

/// What is wrong with an error in a workbook; pyxform may have compiled it.
std::string faultOf(const peil::Diagnostic& error, bool compiledElsewhere) {
    constexpr std::array<std::string_view, 3> kDefended{"bad_expression", "unknown_function", "cycle"};
    if (error.place.sheet.empty() || error.place.row == 0 || error.place.column.empty())
        return "sheet, row and column of each error";
    if (error.cure.empty()) return "a cure for each error";
    if (compiledElsewhere && std::ranges::find(kDefended, error.id) == kDefended.end())
        return "a form, as pyxform compiles it";
    return {};
}

Sheets compileWorkbook(const fs::path& file, bool compiledElsewhere) {
    const auto workbook = peil::xlsform::readWorkbook(file);
    if (!workbook)
        return {{}, peil::describe(workbook.error()), compiledElsewhere ? "a workbook, as pyxform reads it" : ""};
    auto compiled = peil::xlsform::compile(*workbook);
    Sheets sheets{compiled.xform.value_or(""), {}, {}};
    for (const auto& item : compiled.diagnostics) {
        if (item.severity != peil::Severity::Error) continue;
        auto fault = faultOf(item, compiledElsewhere);
        if (!sheets.refusal.empty() && (fault.empty() || !sheets.fault.empty())) continue;
        sheets.refusal = describe(item);
        sheets.fault = std::move(fault);
    }
    return sheets;
}

/// Names without ending of the workbooks that pyxform compiles: "name | verdict of Peil | OK 0.1s".
std::set<std::string> compiledByPyxform(const fs::path& root) {
    std::set<std::string> names;
    const auto text = readWhole(root / "verdicts.txt").value_or("");
    for (const auto line : peil::split(text, '\n')) {
        const auto cells = peil::split(line, '|');
        if (cells.size() == 3 && peil::trim(cells[2]).starts_with("OK")) names.emplace(peil::trim(cells[0]));
    }
    return names;
}

/// Names of forms, from `root`, that an engine may refuse as long as it says why.
std::set<std::string> refusable(const fs::path& root) {
    namespace json = boost::json;
    std::set<std::string> names;
    boost::system::error_code broken;
    const auto index = json::parse(readWhole(root / "index.json").value_or("[]"), broken);
    if (broken || !index.is_array()) return names;
    for (const auto& entry : index.as_array()) {
        const auto& form = entry.as_object();
        const auto* loads = form.if_contains("loads");
        const auto refuses = [&](std::string_view engine) {
            const auto* loaded = loads == nullptr ? nullptr : loads->as_object().if_contains(engine);
            return loaded != nullptr && loaded->is_bool() && !loaded->as_bool();
        };
        if (form.at("dialect").as_string() == "odk" && !refuses("javarosa") && !refuses("web-forms")) continue;
        const fs::path file(std::string(form.at("file").as_string()));
        names.insert(file.lexically_relative(*file.begin()).string());
    }
    return names;
}

/// What is known of the forms of a folder.
struct Expectations {
    std::set<std::string> mayRefuse; ///< by name from the folder
    std::set<std::string> compiled;  ///< by pyxform; names without ending
};

void walkForm(const fs::path& file, const fs::path& root, std::uint64_t walks, const Expectations& expected,
              Report& report) {
    const auto name = fs::relative(file, root).string();
    forms::ParsedForm parsed;
    if (isWorkbook(file)) {
        const auto sheets = compileWorkbook(file, expected.compiled.contains(file.stem().string()));
        if (!sheets.fault.empty()) return report.fail(name, sheets.fault, sheets.refusal);
        if (sheets.xform.empty()) return report.skip(name, sheets.refusal);
        parsed = forms::FormDefinition::parse(sheets.xform);
    } else
        parsed = readForm(file, root);
    const auto refusal = parsed.form ? Walker(parsed.form, 1).refusal() : firstError(parsed);
    if (refusal) {
        if (expected.mayRefuse.contains(name))
            report.skip(name, *refusal);
        else
            report.fail(name, "a form that opens", *refusal);
        return;
    }
    for (std::uint64_t seed = 1; seed <= walks; ++seed)
        if (const auto fault = Walker(parsed.form, seed).walk()) {
            report.fail(name, "walk " + std::to_string(seed) + " to end well", *fault);
            return;
        }
    report.pass();
}

} // namespace

int runWalk(std::span<const std::string> arguments, Report& report) {
    std::uint64_t walks = 200;
    std::vector<fs::path> roots;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--walks" && i + 1 < arguments.size())
            walks =
                static_cast<std::uint64_t>(std::max<std::int64_t>(1, peil::parseInteger(arguments[++i]).value_or(200)));
        else
            roots.emplace_back(arguments[i]);
    }
    for (const auto& root : roots) {
        std::error_code fault;
        std::vector<fs::path> files;
        if (fs::is_regular_file(root, fault)) files.push_back(root);
        for (fs::recursive_directory_iterator it(root, fault), end; !fault && it != end; it.increment(fault))
            if ((it->path().extension() == ".xml" || isWorkbook(it->path())) &&
                it->path().string().find("/attachments/") == std::string::npos)
                files.push_back(it->path());
        if (files.empty()) {
            report.note("There is no form in “" + root.string() + "”; check the path.");
            return 2;
        }
        std::sort(files.begin(), files.end());
        const auto folder = fs::is_directory(root) ? root : root.parent_path();
        const Expectations expected{refusable(folder), compiledByPyxform(folder)};
        for (const auto& file : files)
            walkForm(file, folder, walks, expected, report);
    }
    return 0;
}

} // namespace peil_conformance
