// SPDX-License-Identifier: Apache-2.0
// review list|approve|reject|flag|reopen|duplicate, withdraw: reviews and withdrawals.

#include "cli/client/server_client.h"
#include "cli/command.h"
#include "peil/study/vocabulary.h"

#include <boost/json.hpp>
#include <iomanip>
#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

using study::ReviewState;

constexpr std::size_t kMostAtOnce = 1000; ///< interviews that the server judges in one request

struct ReviewOptions {
    ServerPlace place;
    std::vector<std::string> interviews;
    std::string state, city, note, of, by;
    bool all = false, json = false, ahead = false;
};

Result<std::vector<boost::json::value>> askInterviews(ServerClient& client, const ReviewOptions& options) {
    PEIL_TRY(const auto answer, client.get("/admin/interviews"));
    auto rows = listOf(answer, "interviews");
    std::erase_if(rows, [&](const boost::json::value& row) {
        return (!options.state.empty() && textOf(row, "state") != options.state) ||
               (!options.city.empty() && textOf(row, "city") != options.city);
    });
    return rows;
}

/// "yes", or why it does not count.
std::string verdictOf(const boost::json::value& row) {
    const auto reason = said(row, "notCounted");
    return reason.empty() ? "yes" : reason;
}

Result<int> list(const ReviewOptions& options) {
    PEIL_TRY(auto client, ServerClient::open(options.place));
    PEIL_TRY(const auto rows, askInterviews(client, options));
    if (options.json) return printJson(boost::json::array(rows.begin(), rows.end()));
    std::cout << std::left << std::setw(38) << "interview" << std::setw(6) << "city" << std::setw(14) << "outcome"
              << std::setw(12) << "state" << std::setw(14) << "counts" << std::setw(38) << "duplicate of"
              << "note\n";
    for (const auto& row : rows)
        std::cout << std::left << std::setw(38) << said(row, "interview") << std::setw(6) << said(row, "city")
                  << std::setw(14) << said(row, "outcome") << std::setw(12) << said(row, "state") << std::setw(14)
                  << verdictOf(row) << std::setw(38) << said(row, "duplicateOf") << said(row, "note") << '\n';
    return kDone;
}

/// The given interviews, or with --all those that have not been reviewed, limited by --city.
Result<std::vector<std::string>> chosen(ServerClient& client, const ReviewOptions& options) {
    if (!options.all) return options.interviews;
    auto filter = options;
    filter.state = idOf(ReviewState::Received);
    PEIL_TRY(const auto rows, askInterviews(client, filter));
    std::vector<std::string> ids;
    for (const auto& row : rows)
        ids.push_back(textOf(row, "interview"));
    return ids;
}

Result<int> judge(const ReviewOptions& options, ReviewState state) {
    if (options.all != options.interviews.empty())
        return fail(CliErrc::BadInput, "Give either the ids of interviews or --all.");
    PEIL_TRY(auto client, ServerClient::open(options.place));
    PEIL_TRY(const auto ids, chosen(client, options));
    for (std::size_t at = 0; at < ids.size(); at += kMostAtOnce) {
        const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), at + kMostAtOnce));
        const std::vector some(ids.begin() + static_cast<std::ptrdiff_t>(at), end);
        PEIL_CHECK(client.post("/admin/reviews", {{"interviews", boost::json::value_from(some)},
                                                  {"state", idOf(state)},
                                                  {"note", options.note},
                                                  {"duplicateOf", options.of}}));
    }
    std::cout << ids.size() << " interviews are now " << idOf(state) << ".\n";
    return kDone;
}

Result<int> withdraw(const ReviewOptions& options) {
    PEIL_CHECK(
        tellServer(options.place, "/admin/withdrawals",
                   {{"interview", options.interviews.front()}, {"note", options.note}, {"ahead", options.ahead}}));
    std::cout << "The interview " << options.interviews.front()
              << " was erased from the server, with its sealed and open answers, and stays out of exports; delete it "
                 "from earlier exports and backups.\n";
    return kDone;
}

/// A verb of `peil review` and the state that it gives.
struct Verb {
    const char* name;
    ReviewState state;
    const char* help;
};
constexpr Verb kVerbs[] = {{"approve", ReviewState::Approved, "Approve interviews for analysis"},
                           {"reject", ReviewState::Rejected, "Exclude interviews from analysis"},
                           {"flag", ReviewState::HasIssues, "Mark interviews as having open issues"},
                           {"reopen", ReviewState::Received, "Undo a review"}};

} // namespace

void addReviewCommands(CLI::App& app, Task& task) {
    const auto options = std::make_shared<ReviewOptions>();
    // Accepted for old scripts but ignored: the server knows who is logged in.
    const auto takeName = [options](CLI::App* command) { command->add_option("--by", options->by)->group(""); };
    auto* review = app.add_subcommand("review", "Review interviews; only approved ones are exported");
    review->require_subcommand(1);
    auto* listing = review->add_subcommand("list", "List interviews and their state, without answers");
    listing->add_option("--state", options->state, "Only interviews in this state")
        ->check(CLI::IsMember(study::reviewStateIds()));
    listing->add_option("--city", options->city, "Only interviews of tablets of this city (code)");
    listing->add_flag("--json", options->json, "Print JSON");
    setServerTask(*listing, task, options, list);
    for (const auto& verb : kVerbs) {
        auto* command = review->add_subcommand(verb.name, verb.help);
        command->add_option("ID", options->interviews, "Ids of the interviews, from `peil review list`");
        command->add_flag("--all", options->all, "All interviews that have not been reviewed");
        command->add_option("--city", options->city, "With --all: only interviews of tablets of this city (code)");
        command->add_option("--note", options->note, "Reason; do not include answers");
        takeName(command);
        setServerTask(*command, task, options,
                      [state = verb.state](const ReviewOptions& all) { return judge(all, state); });
    }
    auto* twice = review->add_subcommand("duplicate", "Mark an interview as a duplicate of another")->alias("double");
    twice->add_option("ID", options->interviews, "Id of the duplicate")->required();
    twice->add_option("--of", options->of, "Id of the interview to keep")->required();
    twice->add_option("--note", options->note, "Reason; do not include answers");
    takeName(twice);
    setServerTask(*twice, task, options, [](const ReviewOptions& all) { return judge(all, ReviewState::Rejected); });
    auto* erase = app.add_subcommand("withdraw", "Erase an interview at the participant's request");
    erase->add_option("ID", options->interviews, "Id of the interview")->required()->expected(1);
    erase->add_option("--note", options->note, "Reason; do not include names or answers");
    erase->add_flag(
        "--ahead", options->ahead,
        "Also accept an id that the server does not have: after a restore from an older backup, before its tablet "
        "resends it");
    takeName(erase);
    setServerTask(*erase, task, options, withdraw);
}

} // namespace peil::cli
