// SPDX-License-Identifier: Apache-2.0
// release list|recall: what others hold, and what they deleted again.

#include "cli/client/server_client.h"
#include "cli/command.h"
#include "peil/dataset/known_release.h"

#include <boost/json.hpp>
#include <iomanip>
#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

using namespace dataset;

struct ReleaseOptions {
    ServerPlace place;
    std::int64_t number = 0;
    std::string note, by;
};

Result<int> list(const ReleaseOptions& options) {
    PEIL_TRY(const auto answer, askServer(options.place, "/admin/releases"));
    PEIL_TRY(const auto known, releasesOf(answer));
    const auto rows = listOf(answer, "releases");
    std::cout << std::left << std::setw(8) << "number" << std::setw(28) << "made" << std::setw(10) << "class"
              << std::setw(12) << "interviews" << std::setw(12) << "recalled"
              << "name\n";
    for (std::size_t i = 0; i < known.size(); ++i)
        std::cout << std::left << std::setw(8) << known[i].number << std::setw(28) << textOf(rows[i], "at")
                  << std::setw(10) << textOf(rows[i], "class") << std::setw(12) << known[i].members.size()
                  << std::setw(12) << (known[i].recalled ? "yes" : "no") << textOf(rows[i], "name") << '\n';
    return kDone;
}

Result<int> recall(const ReleaseOptions& options) {
    PEIL_CHECK(tellServer(options.place, "/admin/recalls", {{"number", options.number}, {"note", options.note}}));
    std::cout << "Release " << options.number << " is recalled; new releases are no longer checked against it.\n";
    return kDone;
}

} // namespace

void addReleaseCommands(CLI::App& app, Task& task) {
    auto* release = app.add_subcommand("release", "Releases that were given to others");
    release->require_subcommand(1);
    const auto options = std::make_shared<ReleaseOptions>();
    auto* listing =
        release->add_subcommand("list", "List the releases, their number of interviews, and which were recalled");
    setServerTask(*listing, task, options, list);
    auto* recalling = release->add_subcommand(
        "recall", "Record that all recipients deleted a release; new releases are no longer checked against it");
    setServerTask(*recalling, task, options, recall);
    recalling->add_option("NUMBER", options->number, "Number of the release, from `peil release list`")->required();
    recalling->add_option("--note", options->note, "Who deleted it and why; recorded in the audit chain")->required();
    // Accepted for old scripts but ignored: the server knows who is logged in.
    recalling->add_option("--by", options->by)->group("");
}

} // namespace peil::cli
