// SPDX-License-Identifier: Apache-2.0
#include "peil_program.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using peil_test::runPeil;

TEST_CASE("wrong usage is exit code 2 and says where help is", "[cli]") {
    const auto arguments =
        GENERATE(std::vector<std::string>{}, std::vector<std::string>{"dance"}, std::vector<std::string>{"form"},
                 std::vector<std::string>{"form", "check"}, std::vector<std::string>{"estimate", "--level", "7"},
                 std::vector<std::string>{"keys", "new", "--kind", "baking", "x.key"},
                 std::vector<std::string>{"export", "--format", "docx"});
    const auto said = runPeil(arguments);
    CHECK(said.code == 2);
    CHECK_THAT(said.err, ContainsSubstring("--help"));
}

TEST_CASE("data for others never include interviews that no one has approved", "[cli][export]") {
    const auto errorOf = [](std::vector<std::string> more) {
        std::vector<std::string> arguments{"export",
                                           "--key",
                                           "k",
                                           "--pack",
                                           "p",
                                           "--signer",
                                           "s",
                                           "--out",
                                           "o",
                                           "--purpose",
                                           "x",
                                           "--server",
                                           "https://127.0.0.1:1",
                                           "--store",
                                           "."};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto said = runPeil(arguments);
        CHECK(said.code == 1); // there are no such files
        return said.err;
    };
    for (const auto* state : {"received", "has_issues"}) {
        CHECK_THAT(errorOf({"--include", state}), ContainsSubstring("no one has approved"));
        CHECK_THAT(errorOf({"--class", "counts", "--include", std::string("broken_off,") + state}),
                   ContainsSubstring("no one has approved"));
        CHECK_THAT(errorOf({"--class", "internal", "--include", state}), !ContainsSubstring("no one has approved"));
    }
    CHECK_THAT(errorOf({"--include", "broken_off,not_eligible"}), !ContainsSubstring("no one has approved"));
}

TEST_CASE("an option under its earlier name does the same, and is in no help", "[cli][names]") {
    const auto [command, earlier, present] = GENERATE(table<std::vector<std::string>, std::string, std::string>({
        {{"withdraw", "i", "--server", "x", "--store", "."}, "--why", "--note"},
        {{"withdraw", "i", "--server", "x"}, "--data", "--store"},
        {{"review", "list", "--server", "x"}, "--data", "--store"},
        {{"study", "publish", "p", "--signer", "s", "--server", "x"}, "--data", "--store"},
        {{"study", "sign", "d", "--key", "k"}, "--output", "--out"},
        {{"form", "compile", "f"}, "--output", "--out"},
        {{"keys", "new", "k", "--passphrase-file", "none"}, "--purpose", "--kind"},
        {{"capture", "--data", "d"}, "--earlier", "--before"},
        {{"estimate", "--data", "d", "--benchmark", "b"}, "--city", "--city-column"},
        {{"report", "--data", "d", "--benchmark", "b", "--out", "o"}, "--site", "--site-column"},
    }));
    const std::string value = present == "--kind" ? "signing" : "value";
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), command.begin(), command.end());
        return runPeil(more);
    };
    const auto now = with({present, value});
    INFO(now.err);
    CHECK(now.code == 1); // understood, and refused for its files
    for (const auto& before : {with({earlier, value}), with({earlier + "=" + value})}) {
        CHECK(before.code == now.code);
        CHECK(before.err == now.err);
    }
    auto help = command;
    help.resize(
        command[0] == "withdraw" || command[0] == "capture" || command[0] == "estimate" || command[0] == "report" ? 1
                                                                                                                  : 2);
    help.emplace_back("--help");
    const auto said = runPeil(help).out;
    CHECK_THAT(said, ContainsSubstring(present + " "));
    CHECK(said.find(earlier + " ") == std::string::npos);
}

TEST_CASE("help names every command and no other", "[cli]") {
    const auto said = runPeil({"--help"});
    CHECK(said.code == 0);
    for (const auto* command : {"form", "study", "keys", "device", "ledger", "user", "export", "estimate", "report"})
        CHECK_THAT(said.out, ContainsSubstring(std::string("\n  ") + command));
    for (const auto* absent : {"backup", "preview", "split"})
        CHECK(said.out.find(absent) == std::string::npos);
    CHECK(runPeil({"--version"}).code == 0);
}
