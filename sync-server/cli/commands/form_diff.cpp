// SPDX-License-Identifier: Apache-2.0
// `peil form diff`: what a new version of a form changes, and what that does to interviews made with the old one.
#include "cli/command.h"
#include "cli/form_changes.h"
#include "peil/xlsform/form_file.h"

#include <boost/json.hpp>
#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

struct DiffOptions {
    std::filesystem::path before, after;
    bool json = false;
};

std::string changesJson(const std::vector<dataset::FormChange>& changes) {
    boost::json::array list;
    for (const auto& change : changes)
        list.push_back(boost::json::object{{"change", idOf(change.change)},
                                           {"effect", idOf(change.effect)},
                                           {"question", change.question},
                                           {"message", change.message}});
    return boost::json::serialize(boost::json::object{{"changes", std::move(list)}});
}

Result<std::optional<xlsform::FormFile>> soundForm(const std::filesystem::path& path) {
    PEIL_TRY(auto file, xlsform::readForm(path));
    if (file.sound()) return std::optional(std::move(file));
    for (const auto& remark : file.remarks)
        if (remark.severity == Severity::Error) std::cerr << lineOf(remark, path.string()) << '\n';
    return std::optional<xlsform::FormFile>();
}

Result<int> diff(const DiffOptions& options) {
    PEIL_TRY(const auto before, soundForm(options.before));
    PEIL_TRY(const auto after, soundForm(options.after));
    if (!before || !after) return kUsersFault;
    const auto changes = changesBetween({*before->form, before->xform}, {*after->form, after->xform});
    if (options.json)
        std::cout << changesJson(changes) << '\n';
    else
        printChanges(changes);
    return anyBreaks(changes) ? kUsersFault : kDone;
}

} // namespace

void addFormDiff(CLI::App& form, Task& task) {
    const auto options = std::make_shared<DiffOptions>();
    auto* command =
        form.add_subcommand("diff", "Compare two versions of a form and report the effect of each change on "
                                    "existing interviews");
    command->add_option("OLD", options->before, "The form of the existing interviews")->required();
    command->add_option("NEW", options->after, "The new form")->required();
    command->add_flag("--json", options->json, "Print JSON");
    command->callback([options, &task] { task = [options] { return diff(*options); }; });
}

} // namespace peil::cli
