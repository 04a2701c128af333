// SPDX-License-Identifier: Apache-2.0
#pragma once

// The places and programs of one demo: every step is taken by a program that is installed, called as a person would.

#include "peil/base/result.h"
#include "peil_test/child_process.h"

#include <boost/json.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace demo {

struct Options {
    std::filesystem::path bin;         ///< where the programs are
    std::filesystem::path work;        ///< made anew by each run
    std::filesystem::path study;       ///< folder of the OPAAK study
    std::filesystem::path data;        ///< folder with the made-up interviews and the published figures
    std::filesystem::path json;        ///< summary to write; empty = none
    std::filesystem::path screenshots; ///< pictures to make; empty = none
    bool headless = false;
    bool appOnly = false;    ///< enrol one tablet and open it; no interviews
    bool killServer = false; ///< kill -9 the server in the middle of the sync and start it again
};

/// Names of files and folders below Options::work.
struct Places {
    explicit Places(const std::filesystem::path& work);
    std::filesystem::path passphrase, password, signingKey, sealingKey, pack, server, tablets, answers, exports,
        release, estimate, reports, sessions;
};

class Workshop {
public:
    explicit Workshop(Options options);

    [[nodiscard]] const Options& options() const { return m_options; }
    [[nodiscard]] const Places& places() const { return m_places; }

    /// Empties the work folder and writes the demo's passphrases.
    [[nodiscard]] peil::Result<> prepare();
    /// Runs a program of Options::bin to its end. @return what it printed, or its own sentence.
    [[nodiscard]] peil::Result<std::string> run(const std::string& program, std::vector<std::string> arguments) const;
    /// `peil` with the options that name the running server, as the user called `role`, who is logged in.
    [[nodiscard]] peil::Result<std::string> as(const std::string& role, std::vector<std::string> arguments) const;
    /// The first administrator, who makes a user for each of the other roles; all log in.
    [[nodiscard]] peil::Result<> makePeople() const;
    [[nodiscard]] std::vector<std::string> command(const std::string& program,
                                                   std::vector<std::string> arguments) const;

    /// Starts the server, the second time on the ports of the first, and waits until it listens.
    [[nodiscard]] peil::Result<> startServer();
    /// kill -9: nothing is written, nothing is said.
    void killServer();
    /// SIGTERM, and waits.
    void stopServer();
    [[nodiscard]] const std::string& dashboard() const { return m_dashboard; }

    [[nodiscard]] std::filesystem::path tablet(const std::string& name) const { return m_places.tablets / name; }
    /// Makes a one-time code for `cityCode` and enrols the tablet in folder `name` with it.
    [[nodiscard]] peil::Result<> enrolTablet(const std::string& cityCode, const std::string& name) const;

private:
    [[nodiscard]] peil::Result<> logIn(const std::string& role) const;

    Options m_options;
    Places m_places;
    std::optional<peil_test::ChildProcess> m_server;
    std::string m_device = "127.0.0.1:0", m_dashboard = "127.0.0.1:0"; ///< host:port
};

[[nodiscard]] peil::Result<boost::json::object> parseObject(std::string_view text);
/// A failure of the demo itself, in one sentence.
[[nodiscard]] tl::unexpected<peil::Error> failure(std::string sentence);

} // namespace demo
