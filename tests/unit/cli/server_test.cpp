// SPDX-License-Identifier: Apache-2.0
#include "peil_program.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using peil_test::isOneSentence;
using peil_test::runPeil;
using peil_test::write;

TEST_CASE("a server that cannot be reached is one sentence", "[cli]") {
    const peil_test::TemporaryFolder folder;
    write(folder.path() / "token", std::string(64, 'a') + "\n");
    write(folder.path() / "keys/authority.crt", "not a certificate\n");
    const auto command = GENERATE(std::vector<std::string>{"ledger"}, std::vector<std::string>{"device", "list"},
                                  std::vector<std::string>{"device", "enrol", "--city", "AMS"},
                                  std::vector<std::string>{"device", "revoke", "x"});
    auto arguments = command;
    // Port 1 of the own machine: nothing listens there.
    arguments.insert(arguments.end(), {"--server", "https://127.0.0.1:1", "--store", folder.path().string(),
                                       "--token-file", (folder.path() / "token").string()});
    const auto said = runPeil(arguments);
    INFO(said.err);
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    CHECK_THAT(said.err, ContainsSubstring("cannot be reached"));
}

TEST_CASE("a data folder without a certificate and an address without https are one sentence", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto empty = runPeil({"ledger", "--server", "https://127.0.0.1:1", "--store", folder.path().string()});
    CHECK(empty.code == 1);
    CHECK(isOneSentence(empty.err));
    CHECK_THAT(empty.err, ContainsSubstring("authority.crt"));
    const auto plain = runPeil({"ledger", "--server", "http://127.0.0.1:1", "--store", folder.path().string()});
    CHECK(plain.code == 1);
    CHECK_THAT(plain.err, ContainsSubstring("https://"));
}

TEST_CASE("an export with a pack that is not there leaves no folder", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto out = (folder.path() / "out").string();
    const auto said = runPeil({"export", "--key", "r.key", "--pack", (folder.path() / "no.pack").string(), "--signer",
                               std::string(64, 'a'), "--out", out, "--server", "https://127.0.0.1:1", "--store",
                               folder.path().string(), "--purpose", "report"});
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    CHECK_FALSE(std::filesystem::exists(out));
}

TEST_CASE("an export without a purpose is wrong usage", "[cli]") {
    const auto said = runPeil({"export", "--key", "r.key", "--pack", "p", "--signer", std::string(64, 'a'), "--out",
                               "o", "--server", "https://127.0.0.1:1", "--store", "."});
    CHECK(said.code == 2);
    CHECK_THAT(said.err, ContainsSubstring("--purpose is required"));
}
