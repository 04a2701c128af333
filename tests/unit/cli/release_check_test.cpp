// SPDX-License-Identifier: Apache-2.0
// `peil study check` on what a study declares as releasable.
#include "peil/base/text.h"
#include "peil_program.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using peil_test::need;
using peil_test::runPeil;
using peil_test::write;

namespace {

/// What the check says of the OPAAK study when `from` of study.toml is replaced.
peil_test::Said checkWith(std::string_view from, const std::string& to) {
    const peil_test::TemporaryFolder folder;
    const auto copy = folder.path() / "study";
    std::filesystem::copy(std::string(PEIL_SOURCE_DIR) + "/shared/studies/opaak", copy,
                          std::filesystem::copy_options::recursive);
    const auto text = need(peil::readTextFile(copy / "study.toml", 1U << 20U));
    REQUIRE(text.find(from) != std::string::npos);
    write(copy / "study.toml", peil::replaceAll(text, from, to));
    return runPeil({"study", "check", copy.string()});
}

peil_test::Said checkReleasing(const std::string& question) {
    return checkWith("    \"group\", \"in_care\",", "    \"" + question + "\", \"group\", \"in_care\",");
}

} // namespace

TEST_CASE("a question whose kind tells people apart may not be released without a word about it", "[cli][release]") {
    const auto [question, says] = GENERATE(table<std::string, std::string>({
        {"started_at", "may contain any text"},
        {"ended_at", "may contain any text"},
        {"interview_date", "is a day"},
        {"closing_remark", "may contain any text"},
        {"housing_other", "may contain any text"},
        {"broken_off_because", "may contain any text"},
        {"city_code", "may contain any text"},
        {"city", "shows where people were interviewed"},
        {"site", "shows where people were interviewed"},
        {"week", "shows when people were interviewed"},
        {"visited_sites", "names cities or sites of the study"},
        {"earlier_city", "names cities or sites of the study"},
    }));
    const auto said = checkReleasing(question);
    INFO(question << ": " << said.err);
    CHECK(said.code == 1);
    CHECK_THAT(said.err, ContainsSubstring("error: ") && ContainsSubstring("study.toml, line 5") &&
                             ContainsSubstring("\"" + question + "\" in release " + says) &&
                             ContainsSubstring("add it to quasi_identifiers") && ContainsSubstring("harmless"));
}

TEST_CASE("what is declared harmless or counted as a quasi-identifier may be released", "[cli][release]") {
    const std::string list = "    \"group\", \"in_care\",", with = "    \"week\", \"group\", \"in_care\",";
    const auto harmless = checkWith("design = true", "design = true\nharmless = [\"outcome\"]");
    INFO(harmless.err);
    CHECK(harmless.code == 0);
    const peil_test::TemporaryFolder folder;
    for (const auto* more : {"harmless = [\"week\"]\ndesign = true", "harmless = []\ndesign = true"}) {
        const auto copy = folder.path() / std::to_string(std::string_view(more).size());
        std::filesystem::copy(std::string(PEIL_SOURCE_DIR) + "/shared/studies/opaak", copy,
                              std::filesystem::copy_options::recursive);
        auto text = need(peil::readTextFile(copy / "study.toml", 1U << 20U));
        text = peil::replaceAll(peil::replaceAll(text, list, with), "design = true", more);
        if (std::string_view(more).find("week") == std::string_view::npos)
            text = peil::replaceAll(text, "quasi_identifiers = [", "quasi_identifiers = [\"week\", ");
        write(copy / "study.toml", text);
        const auto said = runPeil({"study", "check", copy.string()});
        INFO(said.err);
        CHECK(said.code == 0);
    }
}

TEST_CASE("a participant's code never leaves, whatever is declared of it", "[cli][release]") {
    const auto said = checkWith("release = [", "harmless = [\"participant_code\"]\nrelease = [\"participant_code\", ");
    INFO(said.err);
    CHECK(said.code == 1);
    CHECK_THAT(said.err, ContainsSubstring(
                             "\"participant_code\" in release is the code that identifies people across interviews"));
}

TEST_CASE("a question in release that is not there is named", "[cli][release]") {
    CHECK_THAT(checkReleasing("shoe_size").err,
               ContainsSubstring("\"shoe_size\" in release is not a question of the form"));
}
