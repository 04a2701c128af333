// SPDX-License-Identifier: Apache-2.0
// Names in files that would command the terminal: fill the clipboard, wipe the screen.
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "small_study.h"

#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using peil_test::runPeil;
using peil_test::Said;
using peil_test::TemporaryFolder;
using peil_test::write;

namespace {

const std::string kEvil = "\x1b]52;c;cm0gLXJm\x07\x1b[2J";
const std::string kShown = "\\u001b]52;c;cm0gLXJm\\u0007\\u001b[2J";

/// The name is shown, and as what it is.
void checkShown(const Said& said, int code = 0) {
    INFO(said.out << said.err);
    CHECK(said.code == code);
    const auto all = said.out + said.err;
    CHECK_THAT(all, ContainsSubstring(kShown));
    CHECK(all.find_first_of("\x1b\x07") == std::string::npos);
}

/// Data and register of one group with that name.
void writeTables(const std::filesystem::path& folder) {
    std::string rows = "group,in_care,site\n";
    for (int i = 0; i < 60; ++i)
        rows += kEvil + "," + std::to_string(i % 2) + ",S" + std::to_string(i % 6) + "\n";
    write(folder / "data.csv", rows);
    write(folder / "register.csv", "group,area,count\n" + kEvil + ",Utrecht,1000\n");
}

} // namespace

TEST_CASE("a name in a table cannot command the terminal that shows an estimate", "[cli][terminal]") {
    const TemporaryFolder folder;
    writeTables(folder.path());
    const auto data = (folder.path() / "data.csv").string(), counts = (folder.path() / "register.csv").string();
    const std::vector<std::string> estimate{"estimate", "--data", data, "--benchmark", counts, "--cluster", "site"};
    checkShown(runPeil(estimate));
    auto asJson = estimate;
    asJson.emplace_back("--json");
    const auto json = runPeil(asJson);
    checkShown(json);
    const auto first = boost::json::parse(json.out).at("estimates").at(0).at("group");
    CHECK(std::string(first.as_string()) == kEvil);
    checkShown(runPeil(
        {"plan", "quotas", "--benchmark", counts, "--group", kEvil, "--cities", "Utrecht", "--interviews", "100"}));
    checkShown(runPeil({"report", "--data", data, "--benchmark", counts, "--cluster", "site", "--out",
                        (folder.path() / ("report" + kEvil)).string()}));
}

TEST_CASE("a name in a table of lists or interviews cannot command the terminal", "[cli][terminal]") {
    const TemporaryFolder folder;
    std::string rows = "before,group\n";
    for (int i = 0; i < 60; ++i)
        rows += std::to_string(i % 2) + "," + kEvil + "\n";
    const auto file = (folder.path() / ("data" + kEvil + ".csv")).string();
    write(file, rows);
    checkShown(runPeil({"capture", "--data", file, "--before", "no_such_column", "--first", "50"}), 1);
}

TEST_CASE("a form or a study cannot command the terminal of the person who checks it", "[cli][terminal]") {
    const TemporaryFolder folder;
    // The reader of sheets drops control characters in cells; the name of the folder comes as it is.
    const auto form = folder.path() / ("form" + kEvil);
    write(form / "survey.csv", "type,name,label\ntext,tea,Which tea?\n" + kEvil + ",milk,With milk?\n");
    write(form / "settings.csv", "form_title,form_id\nTea,tea\n");
    checkShown(runPeil({"form", "check", form.string()}), 1);

    const auto study = folder.path() / "study";
    std::filesystem::copy(std::string(PEIL_SOURCE_DIR) + "/shared/studies/opaak", study,
                          std::filesystem::copy_options::recursive);
    const auto counts = peil_test::need(::peil::readTextFile(study / "benchmark.csv", 1U << 20U));
    write(study / "benchmark.csv", ::peil::replaceAll(counts, "Netherlands", kEvil));
    checkShown(runPeil({"study", "check", study.string()}), 1);
}

TEST_CASE("an input error is reported without control sequences", "[cli][terminal]") {
    checkShown(runPeil({"plan", "sample-size", kEvil}), 2);
}
