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
                 std::vector<std::string>{"keys", "new", "--purpose", "baking", "x.key"},
                 std::vector<std::string>{"export", "--format", "docx"});
    const auto said = runPeil(arguments);
    CHECK(said.code == 2);
    CHECK_THAT(said.err, ContainsSubstring("--help"));
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
