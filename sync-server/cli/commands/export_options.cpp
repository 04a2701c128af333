// SPDX-License-Identifier: Apache-2.0
#include "export_options.h"

namespace peil::cli {
namespace {

void addInputs(CLI::App& command, ExportOptions& options) {
    command.add_option("--key", options.key, "Key file of the researchers (purpose sealing)")->required();
    command.add_option("--passphrase-file", options.passphraseFile,
                       "File whose first line is its passphrase; else you are asked");
    command.add_option("--pack", options.pack, "The signed study pack")->required();
    command.add_option("--signer", options.signer, "Key file of the study office, or its public key")->required();
    command.add_option("--tablets", options.tablets,
                       "File that keeps the tablets' keys as first seen; KEY.tablets when not given");
    addServerOptions(command, options.place);
}

void addChoices(CLI::App& command, dataset::ExportSettings& settings) {
    command.add_option("--format", settings.formats, "Formats of the data")
        ->delimiter(',')
        ->check(CLI::IsMember({"csv", "sav", "dta"}))
        ->capture_default_str();
    command.add_option("--language", settings.language, "Language of the codebook and the labels, such as nl")
        ->capture_default_str();
    command
        .add_option("--include", settings.include,
                    "What to take beyond approved complete interviews; stated in manifest.json")
        ->delimiter(',')
        ->check(CLI::IsMember({"received", "has_issues", "broken_off", "not_eligible"}));
    command
        .add_option("--class", settings.dataClass,
                    "What is written: a release for others (rows of what the study declares as releasable, or counts), "
                    "or all for your own analysis (internal; estimation: open answers only)")
        ->transform(CLI::CheckedTransformer(dataset::dataClasses()))
        ->default_str("release");
    command
        .add_option("--versions", settings.versions,
                    "Interviews of which versions of the form: all, in one table, or current, those of the pack")
        ->transform(CLI::CheckedTransformer(dataset::versionChoices()))
        ->default_str("all");
    command
        .add_option("--disclosure", settings.onUnsafe,
                    "When people could be recognised in a release: coarsen by the study's ladder and suppress single "
                    "answers, or refuse; report is --class internal")
        ->transform(CLI::CheckedTransformer(dataset::unsafeChoices()));
}

} // namespace

void addExportOptions(CLI::App& command, ExportOptions& options) {
    addInputs(command, options);
    addChoices(command, options.settings);
    command.add_option("-o,--out", options.out, "Output folder; must be new or empty")->required();
    command
        .add_option("--purpose", options.purpose, "What the data are for; kept in manifest.json and the audit chain")
        ->required();
    command.add_option("--by", options.by, "Who exports; kept in manifest.json")->capture_default_str();
    command.add_option("--earlier", options.earlier,
                       "Folder of an earlier release that others may hold; what differs by a few people is refused");
    auto* freeze = command.add_option("--freeze", options.freeze,
                                      "Freeze the dataset under this name: it keeps its data for ever");
    command.add_option("--reproduce", options.reproduce, "Make a frozen dataset again from its manifest.json")
        ->excludes(freeze);
}

} // namespace peil::cli
