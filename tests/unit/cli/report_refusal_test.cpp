// SPDX-License-Identifier: Apache-2.0
// What `peil report` refuses: in one sentence, and with nothing left behind.
#include "peil_program.h"

#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using peil_test::isOneSentence;
using peil_test::need;
using peil_test::runPeil;
using peil_test::Said;
using peil_test::TemporaryFolder;
using peil_test::write;

namespace {

const std::string kData = std::string(PEIL_TEST_DATA) + "/opaak/synthetic.csv";
const std::string kRegister = std::string(PEIL_TEST_DATA) + "/opaak/benchmark.csv";

Said report(const std::filesystem::path& out, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"report", "--data", kData, "--benchmark", kRegister, "--out", out.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runPeil(arguments);
}

} // namespace

TEST_CASE("a failed report is one sentence and leaves nothing behind", "[cli][report]") {
    const TemporaryFolder folder;
    const auto file = (folder.path() / "in" / "register.csv").string();
    const auto out = folder.path() / "out" / "r";
    std::filesystem::create_directories(out.parent_path());
    const auto refusal = [&](const std::vector<std::string>& arguments) {
        auto all = arguments;
        all.insert(all.begin(), "report");
        all.insert(all.end(), {"--out", out.string()});
        const auto said = runPeil(all);
        INFO(said.err);
        CHECK(said.code == 1);
        CHECK(isOneSentence(said.err));
        CHECK(std::filesystem::is_empty(out.parent_path()));
        return said.err;
    };
    write(file, "group,area,counts\nopioid,Netherlands,8122\n");
    CHECK_THAT(refusal({"--data", kData, "--benchmark", file}), ContainsSubstring("count"));
    CHECK_THAT(refusal({"--data", kData, "--benchmark", kRegister, "--site", "place"}), ContainsSubstring("place"));
    CHECK_THAT(refusal({"--data", kData, "--benchmark", kRegister, "--scope", "1.1,1,1"}),
               ContainsSubstring("--scope"));
    CHECK_THAT(refusal({"--data", kData, "--benchmark", kRegister, "--method", "magic"}), ContainsSubstring("logit"));
    CHECK_THAT(refusal({"--data", kData, "--benchmark", kRegister, "--site-type", "kind", "--register-run", "shelter"}),
               ContainsSubstring("kind"));
    CHECK_THAT(refusal({"--data", kData, "--benchmark", kRegister, "--label", "opioid"}), ContainsSubstring("--label"));
}

TEST_CASE("a report does not write over a folder that has something in it", "[cli][report]") {
    const TemporaryFolder folder;
    const auto out = folder.path() / "r";
    write(out / "notes.txt", "mine");
    const auto said = report(out);
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    CHECK(need(::peil::readTextFile(out / "notes.txt", 100)) == "mine");
    CHECK_FALSE(std::filesystem::exists(out / "report.html"));
    CHECK(report(folder.path() / "x", {"--language", "fr"}).code == 2);
}
