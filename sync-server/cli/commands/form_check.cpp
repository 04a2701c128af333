// SPDX-License-Identifier: Apache-2.0
// `peil form check`: one form or many, for people, editors and scripts.
#include "cli/command.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/dataset/export_remarks.h"
#include "peil/xlsform/findings.h"
#include "peil/xlsform/form_file.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <iterator>
#include <memory>

namespace peil::cli {
namespace {

namespace fs = std::filesystem;
using xlsform::CheckedForm;

constexpr int kMaxDepth = 8; ///< folders below the one that was named
constexpr std::size_t kMaxForms = 10'000;
constexpr const char* kUnreadable = "unreadable"; ///< its message names the file

struct CheckOptions {
    std::vector<fs::path> paths;
    fs::path page;
    bool json = false, sarif = false;
};

bool isFormFile(const fs::path& file) {
    constexpr std::array<std::string_view, 5> kExtensions{".xlsx", ".xlsm", ".xls", ".ods", ".xml"};
    return std::ranges::find(kExtensions, toLowerAscii(file.extension().string())) != kExtensions.end();
}

/// Files that a spreadsheet program keeps beside an open workbook, and whatever is hidden.
bool isHidden(const fs::path& path) {
    const auto name = path.filename().string();
    return name.starts_with('.') || name.starts_with("~$");
}

bool hasSurvey(const fs::path& folder) {
    std::error_code ignored;
    for (fs::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored))
        if (toLowerAscii(entry->path().filename().string()) == "survey.csv") return true;
    return false;
}

/// Adds the forms below a folder, in the order of their names: workbooks, XForms and folders of sheets. None is left
/// out unsaid: BadInput for a folder that cannot be read, lies too deep or brings too many.
Result<void> collect(const fs::path& folder, int depth, std::vector<fs::path>& found) {
    if (depth > kMaxDepth)
        return fail(CliErrc::BadInput, folder.string() + " is more than " + std::to_string(kMaxDepth) +
                                           " folders deep. Give the folder of its forms directly.");
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (!isHidden(entry->path())) entries.push_back(entry->path());
    if (error)
        return fail(CliErrc::BadInput, folder.string() + " cannot be read: " + error.message() +
                                           ". Make it readable, or give the other folders.");
    std::ranges::sort(entries);
    for (const auto& entry : entries) {
        std::error_code ignored;
        if (fs::is_directory(entry, ignored) && !hasSurvey(entry)) {
            PEIL_CHECK(collect(entry, depth + 1, found));
            continue;
        }
        if (!fs::is_directory(entry, ignored) && !isFormFile(entry)) continue;
        if (found.size() == kMaxForms)
            return fail(CliErrc::BadInput, "There are more than " + std::to_string(kMaxForms) +
                                               " forms. Give the folders inside this one, a few at a time.");
        found.push_back(entry);
    }
    return {};
}

/// A folder in which no form is found is given to the reader of forms, which says what is missing.
Result<std::vector<fs::path>> formsAt(const fs::path& path) {
    std::error_code ignored;
    std::vector<fs::path> found;
    if (fs::is_directory(path, ignored) && !hasSurvey(path)) PEIL_CHECK(collect(path, 0, found));
    if (found.empty()) found.push_back(path);
    return found;
}

Result<CheckedForm> checked(const fs::path& path) {
    PEIL_TRY(auto file, xlsform::readForm(path, xlsform::XformText::No));
    if (file.sound()) std::ranges::move(dataset::exportRemarks(*file.form), std::back_inserter(file.remarks));
    CheckedForm form{path.string(), std::move(file.sheets), std::move(file.remarks)};
    std::error_code ignored;
    form.sheetsAreFiles = fs::is_directory(path, ignored);
    if (file.sound()) {
        form.fields = file.form->fieldCount();
        form.languages = file.form->languages().size();
    }
    return form;
}

std::string counted(std::size_t number, const char* thing) {
    return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

std::string tallyOf(const CheckedForm& form) {
    const auto errors = form.count(Severity::Error);
    auto text = counted(errors, "error") + ", " + counted(form.count(Severity::Warning), "warning");
    if (errors == 0) text += "; " + counted(form.fields, "field") + ", " + counted(form.languages, "language");
    return text;
}

void print(const std::vector<CheckedForm>& forms) {
    std::size_t faulty = 0;
    for (const auto& form : forms) {
        for (const auto& finding : form.findings)
            std::cout << (finding.id == kUnreadable ? "error: " + finding.message : lineOf(finding, form.source))
                      << '\n';
        if (forms.size() > 1) std::cout << form.source << ": ";
        std::cout << tallyOf(form) << ".\n";
        if (form.count(Severity::Error) > 0) ++faulty;
    }
    if (forms.size() > 1) std::cout << counted(forms.size(), "form") << ", " << faulty << " with errors.\n";
}

Result<int> check(const CheckOptions& options) {
    std::vector<fs::path> paths;
    for (const auto& path : options.paths) {
        PEIL_TRY(auto found, formsAt(path));
        std::ranges::move(found, std::back_inserter(paths));
    }
    std::vector<CheckedForm> forms;
    for (const auto& path : paths) {
        auto form = checked(path);
        // One form that cannot be read at all does not keep the others from being checked.
        if (!form && paths.size() == 1) return tl::unexpected(form.error());
        if (!form) form = CheckedForm{path.string(), {}, {{Severity::Error, kUnreadable, {}, describe(form.error())}}};
        if (form->findings.empty() && options.page.empty()) form->sheets = {}; // only to say where, and for the page
        forms.push_back(std::move(*form));
    }
    if (!options.page.empty()) PEIL_CHECK(writeFileDurably(options.page, bytesOf(xlsform::findingsPage(forms))));
    if (options.json)
        std::cout << xlsform::findingsJson(forms) << '\n';
    else if (options.sarif)
        std::cout << xlsform::findingsSarif(forms, PEIL_VERSION) << '\n';
    else
        print(forms);
    const bool sound = std::ranges::all_of(forms, [](const auto& form) { return form.count(Severity::Error) == 0; });
    return sound ? kDone : kUsersFault;
}

} // namespace

void addFormCheck(CLI::App& form, Task& task) {
    const auto options = std::make_shared<CheckOptions>();
    auto* command = form.add_subcommand("check", "Report each error of one or more forms with sheet, row and column");
    command
        ->add_option(
            "FILE", options->paths,
            "Workbooks (.xlsx, .xls, .ods), folders of sheets in CSV, XForms (.xml), or folders that contain these")
        ->required();
    auto* json = command->add_flag("--json", options->json, "Print the findings as JSON");
    command->add_flag("--sarif", options->sarif, "Print the findings as SARIF 2.1.0, for editors")->excludes(json);
    command->add_option("--html", options->page,
                        "Also write an HTML page that shows the sheets with each finding at its cell");
    command->callback([options, &task] { task = [options] { return check(*options); }; });
}

} // namespace peil::cli
