// SPDX-License-Identifier: Apache-2.0
#include "export_options.h"

#include "peil/study/vocabulary.h"

namespace peil::cli {
namespace {

std::vector<std::string> includeChoices() {
    using study::Outcome;
    using study::ReviewState;
    return {std::string(idOf(ReviewState::Received)), std::string(idOf(ReviewState::HasIssues)),
            std::string(idOf(Outcome::BrokenOff)), std::string(idOf(Outcome::NotEligible))};
}

void addInputs(CLI::App& command, ExportOptions& options) {
    command.add_option("--key", options.key, "Key file of the researchers (kind sealing)")->required();
    command.add_option("--passphrase-file", options.passphraseFile,
                       "File whose first line is the passphrase (default: ask)");
    command.add_option("--pack", options.pack, "The signed study pack")->required();
    command.add_option("--signer", options.signer, "Key file of the study office, or its public key")->required();
    command.add_option("--tablets", options.tablets,
                       "File of trusted tablet keys, trust on first use (default KEY.tablets)");
    addServerOptions(command, options.place);
}

void addChoices(CLI::App& command, dataset::ExportSettings& settings) {
    command.add_option("--format", settings.formats, "Data formats")
        ->delimiter(',')
        ->check(CLI::IsMember({"csv", "sav", "dta"}))
        ->capture_default_str();
    command.add_option("--language", settings.language, "Language of the codebook and the labels, such as nl")
        ->capture_default_str();
    command
        .add_option("--include", settings.include,
                    "What to include besides approved complete interviews (received and has_issues: not in data for "
                    "others); recorded in manifest.json")
        ->delimiter(',')
        ->check(CLI::IsMember(includeChoices()));
    command
        .add_option("--class", settings.dataClass,
                    "What to write: a release for others (rows of releasable columns, or counts), or all data for your "
                    "own analysis (internal; estimation: open answers only)")
        ->transform(CLI::CheckedTransformer(dataset::dataClasses()))
        ->default_str("release");
    command
        .add_option("--versions", settings.versions,
                    "Form versions to include: all (in one table) or current (that of the pack)")
        ->transform(CLI::CheckedTransformer(dataset::versionChoices()))
        ->default_str("all");
    command
        .add_option("--disclosure", settings.onUnsafe,
                    "If people could be recognised in a release: coarsen along the study's ladder and suppress single "
                    "answers, or refuse; report is for --class internal")
        ->transform(CLI::CheckedTransformer(dataset::unsafeChoices()));
}

} // namespace

void addExportOptions(CLI::App& command, ExportOptions& options) {
    addInputs(command, options);
    addChoices(command, options.settings);
    command.add_option("-o,--out", options.out, "Output folder; must be new or empty")->required();
    command
        .add_option("--purpose", options.purpose,
                    "What the data are for; recorded in manifest.json and the audit chain")
        ->required();
    command.add_option("--by", options.by, "Name of the person who exports; recorded in manifest.json")
        ->capture_default_str();
    command.add_option(
        "--earlier", options.earlier,
        "Folder of an earlier release that others may have; a release that differs from it by a few people is refused");
    auto* freeze = command.add_option("--freeze", options.freeze,
                                      "Freeze the dataset under this name, so that its data never change");
    command.add_option("--reproduce", options.reproduce, "Reproduce a frozen dataset from its manifest.json")
        ->excludes(freeze);
}

} // namespace peil::cli
