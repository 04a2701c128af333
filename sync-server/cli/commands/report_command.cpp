// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "estimate_options.h"
#include "estimate_print.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/export/export_folder.h"
#include "peil/report/page.h"
#include "report_pdf.h"

#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

using namespace analysis;
using namespace report;

using estimation::BiasFactor;
using estimation::BiasRange;

/// A factor as an option: low,likeliest,high.
struct RangeOption {
    BiasFactor factor;
    const char* name;
    BiasRange standard;
    const char* help;
};
constexpr RangeOption kRanges[] = {
    {BiasFactor::Completeness, "--completeness", {0.90, 1, 1}, "Proportion of clients that the register contains"},
    {BiasFactor::Duplication, "--duplication", {1, 1, 1.05}, "Records per person in the register"},
    {BiasFactor::Scope,
     "--scope",
     {0.95, 1, 1.10},
     "Register count, divided by the clients who belong to the population"},
    {BiasFactor::Reporting,
     "--reporting",
     {0.90, 1, 1.10},
     "Self-reported proportion, divided by the registered proportion"},
    {BiasFactor::Sampling,
     "--sampling",
     {0.90, 1, 1.10},
     "Proportion in care in the sample, divided by that in the population"},
    {BiasFactor::Dependence, "--dependence", {1, 1, 1}, "Multiplies the number of people outside care"},
};

struct ReportArguments {
    AnalysisArguments analysis;
    ReportOptions report;
    std::string language = "en";
    bool pdf = false;
    std::vector<std::string> labels;
    std::array<std::vector<double>, estimation::kBiasFactors> ranges;
    std::string line; ///< the command itself, for the report
};

Result<ReportOptions> checked(const ReportArguments& arguments) {
    auto options = arguments.report;
    PEIL_TRY(options.analysis, checkedAnalysis(arguments.analysis));
    options.pdf = arguments.pdf ? PdfToo::Yes : PdfToo::No;
    options.language = arguments.language == "nl" ? ReportLanguage::Dutch : ReportLanguage::English;
    options.analysis.language = arguments.language;
    for (const auto& option : kRanges) {
        const auto& given = arguments.ranges[static_cast<std::size_t>(option.factor)];
        auto& range = options.ranges[static_cast<std::size_t>(option.factor)];
        range = given.empty() ? option.standard : BiasRange{given[0], given[1], given[2]};
        if (!(range.low > 0 && range.low <= range.mode && range.mode <= range.high))
            return fail(CliErrc::BadInput,
                        std::string(option.name) +
                            " needs three positive numbers in ascending order: lowest, most likely, highest.");
    }
    for (const auto& label : arguments.labels) {
        const auto equals = label.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == label.size())
            return fail(CliErrc::BadInput,
                        "--label needs code=words, such as crack_only=crack, not \"" + label + "\".");
        options.labels[label.substr(0, equals)] = label.substr(equals + 1);
    }
    return options;
}

/// Reads what was just written: the PDF is a file of the folder like the others.
Result<> addPdf(const std::filesystem::path& program, exports::ExportFolder& folder) {
    const auto made = folder.path() / ".report.pdf";
    PEIL_CHECK(makePdf(program, folder.path() / "report.html", made));
    PEIL_TRY(const auto bytes, readFile(made, kMaxTableBytes));
    std::error_code ignored;
    std::filesystem::remove(made, ignored);
    return folder.write("report.pdf", textOf(bytes));
}

Result<int> report(const ReportArguments& arguments) {
    PEIL_TRY(auto options, checked(arguments));
    std::filesystem::path pdfMaker;
    if (options.pdf == PdfToo::Yes) {
        PEIL_TRY(pdfMaker, findPdfMaker());
    }
    PEIL_TRY(const auto input, readReportInput(options));
    printNotices(input.estimate.files);
    if (input.estimate.declared)
        for (const auto& group : input.estimate.declared->study.groups)
            if (auto label = group.label.in(Say(options.language).tag()); !label.empty())
                options.studyLabels.emplace(group.id, std::move(label));
    if (input.estimate.declared)
        if (const auto& trait = input.estimate.declared->study.trait)
            options.studyLabels.emplace(trait->field, trait->label.in(Say(options.language).tag()));
    PEIL_TRY(const auto report, analyse(options, input));
    const ReportView view{options, input, report, Say(options.language), PEIL_VERSION, arguments.line};
    PEIL_TRY(auto folder, exports::ExportFolder::create(options.out));
    PEIL_CHECK(folder.write("report.html", reportHtml(view)));
    PEIL_CHECK(folder.write("report.json", reportJson(view)));
    if (options.pdf == PdfToo::Yes) PEIL_CHECK(addPdf(pdfMaker, folder));
    PEIL_CHECK(folder.commit());
    std::cout << "Wrote " << join(folder.files(), ", ") << " in " << options.out.string() << ".\n";
    return kDone;
}

void addReportOptions(CLI::App& command, ReportArguments& arguments) {
    auto& report = arguments.report;
    command
        .add_option("--published", report.published,
                    "CSV file with published sizes: columns group, published_n, published_lower, published_upper "
                    "(default: those columns of the benchmark)")
        ->type_name(kFile);
    command
        .add_option(
            "--contacts", report.contacts,
            "CSV file with a contact log: columns outcome (such as refused or interviewed) and count; repeatable, "
            "then also site and date")
        ->allow_extra_args(false)
        ->type_name(kFile);
    command.add_option("--manifest", report.manifest, "manifest.json of the export that the interviews come from")
        ->type_name(kFile);
    command.add_option("--language", arguments.language, "Language of the report")
        ->check(CLI::IsMember({"en", "nl"}))
        ->capture_default_str();
    command.add_option("--label", arguments.labels, "Label of a group or the trait, as code=words; repeatable")
        ->allow_extra_args(false);
    for (const auto& option : kRanges) {
        const auto standard = formatNumber(option.standard.low) + "," + formatNumber(option.standard.mode) + "," +
                              formatNumber(option.standard.high);
        command
            .add_option(option.name, arguments.ranges[static_cast<std::size_t>(option.factor)],
                        std::string(option.help) + ": lowest,most likely,highest")
            ->delimiter(',')
            ->expected(3)
            ->default_str(standard);
    }
    command.add_flag("--pdf", arguments.pdf, "Also write report.pdf; needs WeasyPrint");
    command.add_option("-o,--out", report.out, "New folder for the report")->required();
}

} // namespace

void addReportCommand(CLI::App& app, Task& task) {
    const auto arguments = std::make_shared<ReportArguments>();
    auto& analysis = arguments->analysis.options;
    analysis.methods = reportMethods();
    analysis.bootstrap = 2000;
    auto* command = app.add_subcommand(
        "report",
        "Write the estimate as a page with plots, sensitivity analyses and provenance, and its numbers as JSON");
    addAnalysisOptions(*command, arguments->analysis);
    addReportOptions(*command, *arguments);
    command->callback([arguments, command, &task] {
        arguments->line = commandLineOf(*command) + " --out report";
        task = [arguments] { return report(*arguments); };
    });
}

} // namespace peil::cli
