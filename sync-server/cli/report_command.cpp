// SPDX-License-Identifier: Apache-2.0
#include "peil/base/text.h"
#include "peil/export/export_folder.h"
#include "report_output.h"

#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

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
    {BiasFactor::Completeness, "--completeness", {0.90, 1, 1}, "Share of clients that the register holds"},
    {BiasFactor::Duplication, "--duplication", {1, 1, 1.05}, "Records over people in the register"},
    {BiasFactor::Scope, "--scope", {0.95, 1, 1.10}, "Register count over clients who belong to the population"},
    {BiasFactor::Reporting, "--reporting", {0.90, 1, 1.10}, "Share self-reported over share registered"},
    {BiasFactor::Sampling, "--sampling", {0.90, 1, 1.10}, "Share in care of the sample over that of the population"},
    {BiasFactor::Dependence, "--dependence", {1, 1, 1}, "The part outside care is multiplied by it"},
};

struct ReportArguments {
    ReportOptions report;
    std::string language = "en";
    std::vector<std::string> labels;
    std::array<std::vector<double>, estimation::kBiasFactors> ranges;
};

Result<ReportOptions> checked(const ReportArguments& arguments) {
    auto options = arguments.report;
    options.language = arguments.language == "nl" ? ReportLanguage::Dutch : ReportLanguage::English;
    for (const auto& option : kRanges) {
        const auto& given = arguments.ranges[static_cast<std::size_t>(option.factor)];
        auto& range = options.ranges[static_cast<std::size_t>(option.factor)];
        range = given.empty() ? option.standard : BiasRange{given[0], given[1], given[2]};
        if (!(range.low > 0 && range.low <= range.mode && range.mode <= range.high))
            return fail(CliErrc::BadInput, std::string(option.name) +
                                               " needs three numbers above 0 that do not go down: lowest, likeliest, "
                                               "highest.");
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

std::string quoted(const std::string& word) {
    const bool plain = word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.,/") ==
                       std::string::npos;
    return plain && !word.empty() ? word : "'" + replaceAll(word, "'", "'\\''") + "'";
}

Result<int> report(const ReportArguments& arguments) {
    PEIL_TRY(const auto options, checked(arguments));
    PEIL_TRY(const auto input, readReportInput(options));
    PEIL_TRY(const auto report, analyse(options, input));
    const ReportView view{options, input, report, Say(options.language)};
    PEIL_TRY(auto folder, exports::ExportFolder::create(options.out));
    PEIL_CHECK(folder.write("report.html", reportHtml(view)));
    PEIL_CHECK(folder.write("report.json", reportJson(view)));
    PEIL_CHECK(folder.commit());
    std::cout << "Wrote report.html and report.json in " << options.out.string() << ".\n";
    return kDone;
}

void addReportOptions(CLI::App& command, ReportArguments& arguments) {
    auto& report = arguments.report;
    command.add_option("--city", report.places.city, "Column of the city; else that of --strata, else city");
    command.add_option("--site", report.places.site, "Column of the site; else that of --cluster, else site");
    command.add_option("--week", report.places.week, "Column with the week of the interview")->capture_default_str();
    command.add_option("--date", report.places.date, "Column with the day of the interview")->capture_default_str();
    command.add_option("--site-type", report.places.siteType, "Column with the type of the site")
        ->capture_default_str();
    command.add_option("--code", report.places.code, "Column with the code that people make themselves")
        ->capture_default_str();
    command
        .add_option("--register-run", report.registerRun,
                    "Types of sites that the register's own institutions run, between commas")
        ->delimiter(',');
    command.add_option("--published", report.published,
                       "Published sizes in CSV: columns group, published_n, published_lower, published_upper; else "
                       "those columns of the benchmark");
    command.add_option("--language", arguments.language, "Language of the report")
        ->check(CLI::IsMember({"en", "nl"}))
        ->capture_default_str();
    command.add_option("--label", arguments.labels, "Words for a group or the trait: code=words; may be repeated")
        ->allow_extra_args(false);
    for (const auto& option : kRanges) {
        const auto standard = formatNumber(option.standard.low) + "," + formatNumber(option.standard.mode) + "," +
                              formatNumber(option.standard.high);
        command
            .add_option(option.name, arguments.ranges[static_cast<std::size_t>(option.factor)],
                        std::string(option.help) + ": lowest,likeliest,highest [" + standard + "]")
            ->delimiter(',')
            ->expected(3);
    }
    command.add_option("--out", report.out, "New folder for report.html and report.json")->required();
}

} // namespace

std::string reportCommandLine(const ReportOptions& options) {
    const auto& analysis = options.analysis;
    const auto& columns = analysis.columns;
    std::string line = "peil report";
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) line += std::string(" ") + name + " " + quoted(value);
    };
    add("--data", analysis.data.filename().string());
    add("--benchmark", analysis.benchmark.filename().string());
    add("--published", options.published.filename().string());
    add("--group", analysis.group);
    add("--area", analysis.area);
    add("--in-care", columns.inCare);
    add("--trait", columns.trait);
    add("--strata", columns.strata);
    add("--cluster", columns.cluster);
    add("--weight", columns.weight);
    add("--fpc", columns.frame);
    add("--city", options.places.city);
    add("--site", options.places.site);
    add("--week", options.places.week);
    add("--date", options.places.date);
    add("--site-type", options.places.siteType);
    add("--code", options.places.code);
    add("--register-run", join(options.registerRun, ","));
    add("--method", join(analysis.methods, ","));
    add("--level", formatNumber(analysis.level));
    if (analysis.bootstrap > 0) add("--bootstrap", std::to_string(analysis.bootstrap));
    add("--seed", std::to_string(analysis.seed));
    for (const auto& option : kRanges) {
        const auto& range = options.ranges[static_cast<std::size_t>(option.factor)];
        add(option.name, formatNumber(range.low) + "," + formatNumber(range.mode) + "," + formatNumber(range.high));
    }
    for (const auto& [code, words] : options.labels)
        add("--label", code + "=" + words);
    add("--language", std::string(Say(options.language).tag()));
    return line + " --out report";
}

void addReportCommand(CLI::App& app, Task& task) {
    const auto arguments = std::make_shared<ReportArguments>();
    auto& analysis = arguments->report.analysis;
    analysis.methods = {"logit",           "beta",     "beta_nchs", "likelihood",   "asin", "wald", "wilson",
                        "clopper_pearson", "jeffreys", "mid_p",     "agresti_coull"};
    analysis.bootstrap = 2000;
    auto* command = app.add_subcommand(
        "report", "The estimate as a page with plots, doubts and provenance, and its numbers in JSON");
    addAnalysisOptions(*command, analysis);
    addReportOptions(*command, *arguments);
    command->callback([arguments, &task] { task = [arguments] { return report(*arguments); }; });
}

} // namespace peil::cli
