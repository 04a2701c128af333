// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "form_preview.h"
#include "peil/base/file.h"
#include "peil/xlsform/facts.h"

#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

using xlsform::FormFile;
using xlsform::readForm;

struct FormOptions {
    std::filesystem::path file, output;
    bool json = false;
    bool selfTest = false;
};

void print(std::ostream& stream, const std::filesystem::path& path, const FormFile& file) {
    for (const auto& remark : file.remarks)
        stream << lineOf(remark, path.string()) << '\n';
}

/// The compiled form, or nothing after its errors were printed.
Result<std::optional<FormFile>> soundForm(const FormOptions& options) {
    PEIL_TRY(auto file, readForm(options.file));
    print(std::cerr, options.file, file);
    if (!file.sound()) return std::optional<FormFile>();
    return std::optional(std::move(file));
}

Result<int> compileTo(const FormOptions& options) {
    PEIL_TRY(const auto form, soundForm(options));
    if (!form) return kUsersFault;
    PEIL_CHECK(writeFileDurably(options.output, bytesOf(form->xform)));
    if (!form->itemsetsCsv.empty())
        PEIL_CHECK(writeFileDurably(options.output.parent_path() / "itemsets.csv", bytesOf(form->itemsetsCsv)));
    return kDone;
}

Result<int> preview(const FormOptions& options) {
    PEIL_TRY(const auto form, soundForm(options));
    if (!form) return kUsersFault;
    return previewForm(*form, options.selfTest ? PreviewScreen::None : PreviewScreen::Shown);
}

Result<int> facts(const FormOptions& options) {
    PEIL_TRY(const auto form, soundForm(options));
    if (!form) return kUsersFault;
    PEIL_TRY(const auto json, xlsform::factsJson(form->xform));
    std::cout << json << '\n';
    return kDone;
}

} // namespace

void addFormCommands(CLI::App& app, Task& task) {
    auto* form = app.add_subcommand("form", "Check and compile questionnaires");
    form->require_subcommand(1);
    const auto options = std::make_shared<FormOptions>();
    const auto add = [&](const char* name, const char* words, Result<int> (*run)(const FormOptions&)) {
        auto* command = form->add_subcommand(name, words);
        command
            ->add_option("FILE", options->file,
                         "A workbook (.xlsx, .ods, .xls), a folder of sheets in CSV, or an XForm (.xml)")
            ->required();
        command->callback([options, run, &task] { task = [options, run] { return run(*options); }; });
        return command;
    };
    addFormCheck(*form, task);
    addFormDiff(*form, task);
    add("compile", "Compile an XLSForm to an XForm", compileTo)
        ->add_option("-o,--out", options->output, "The XForm to write")
        ->required();
    add("facts", "Print the content of the form in canonical form", facts)
        ->add_flag("--json", options->json, "Print JSON (the only format)");
    add("preview", "Show the form in the tablet's screens; nothing is saved", preview)
        ->add_flag("--self-test", options->selfTest, "Draw the first question without a display, then exit");
}

} // namespace peil::cli
