// SPDX-License-Identifier: Apache-2.0
#include "golden.h"
#include "peil/base/file.h"
#include "peil_test/child_process.h"
#include "peil_test/result.h"
#include "peil_test/temporary_folder.h"

#include <algorithm>

using namespace peil;
using peil_test::need;

namespace {

const std::string kReferenceData = std::string(PEIL_TEST_DATA) + "/opaak/synthetic.csv";

std::vector<peil_demo::GoldenCheck> goldenOf(const std::string& data) {
    const peil_test::TemporaryFolder folder;
    const auto counts = (folder.path() / "register.csv").string();
    return need(peil_demo::checkGolden([&](const peil_demo::GoldenQuestion& question) -> Result<boost::json::object> {
        need(writeFileDurably(counts, bytesOf(question.benchmark)));
        std::vector<std::string> command{PEIL_BIN_DIR "/peil", "estimate", "--data", data,
                                         "--benchmark",        counts,     "--json"};
        command.insert(command.end(), question.options.begin(), question.options.end());
        const auto said = peil_test::runProgram(command);
        INFO(said.errors);
        REQUIRE(said.status == 0);
        return boost::json::parse(said.output).as_object();
    }));
}

} // namespace

TEST_CASE("the reference data give every golden number to its last digit", "[demo][golden]") {
    const auto checks = goldenOf(kReferenceData);
    CHECK(checks.size() == 64);
    for (const auto& check : checks) {
        INFO(check.figure << ": " << check.got << " against " << check.printed);
        CHECK(check.ok());
    }
}

TEST_CASE("one person less moves golden numbers", "[demo][golden]") {
    const peil_test::TemporaryFolder folder;
    const auto file = (folder.path() / "interviews.csv").string();
    auto text = need(readTextFile(kReferenceData, 1U << 20U));
    text.erase(text.rfind('\n', text.size() - 2) + 1);
    need(writeFileDurably(file, bytesOf(text)));
    const auto checks = goldenOf(file);
    CHECK(std::ranges::count_if(checks, [](const auto& check) { return !check.ok(); }) > 20);
}
