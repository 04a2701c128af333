// SPDX-License-Identifier: Apache-2.0
// `peil form preview`, with the real tablet app where that is built.
#include "peil_program.h"

#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using peil_test::isOneSentence;
using peil_test::runPeil;
using peil_test::Surroundings;

namespace {

const std::string kOpaak = std::string(PEIL_SOURCE_DIR) + "/shared/studies/opaak";

std::string formIn(const std::filesystem::path& folder, std::string_view rows) {
    peil_test::write(folder / "survey.csv", "type,name,label\n" + std::string(rows));
    return folder.string();
}

} // namespace

TEST_CASE("a preview without a tablet app says where it was looked for", "[cli][preview]") {
    const peil_test::TemporaryFolder folder;
    Surroundings alone;
    alone.program = folder.path() / "peil";
    alone.variables = {{"PATH", folder.path().string()}};
    std::filesystem::copy_file(std::string(PEIL_BIN_DIR) + "/peil", alone.program);
    const auto said = runPeil({"form", "preview", kOpaak, "--self-test"}, alone);
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    CHECK_THAT(said.err, ContainsSubstring("peil-tablet") && ContainsSubstring("PATH"));
}

TEST_CASE("a preview without a display reports an error", "[cli][preview]") {
    const Surroundings dark{std::string(PEIL_BIN_DIR) + "/peil",
                            {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}, {"QT_QPA_PLATFORM", ""}}};
    const auto said = runPeil({"form", "preview", kOpaak}, dark);
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    CHECK_THAT(said.err, ContainsSubstring("no display"));
}

TEST_CASE("a preview of a faulty form names its errors instead", "[cli][preview]") {
    const peil_test::TemporaryFolder folder;
    const auto said = runPeil({"form", "preview", formIn(folder.path(), "txt,a,A\n"), "--self-test"});
    CHECK(said.code == 1);
    CHECK_THAT(said.err, ContainsSubstring("survey, row 2, column type"));
}

#ifdef PEIL_HAS_TABLET
TEST_CASE("a preview draws the first question in the tablet's screens and leaves nothing behind", "[cli][preview]") {
    const peil_test::TemporaryFolder folder;
    const auto scratch = folder.path() / "scratch";
    std::filesystem::create_directory(scratch);
    const auto runtime = folder.path() / "runtime"; // Qt remarks on it when there is none
    std::filesystem::create_directory(runtime);
    std::filesystem::permissions(runtime, std::filesystem::perms::owner_all);
    peil_test::write(folder.path() / "form" / "teas.csv", "name,label\ngreen,Green\n");
    const auto form = formIn(folder.path() / "form", "select_one_from_file teas.csv,tea,Which tea?\n");
    Surroundings offscreen;
    offscreen.variables = {{"TMPDIR", scratch.string()},
                           {"XDG_RUNTIME_DIR", runtime.string()},
                           {"QT_QPA_PLATFORM", "offscreen"},
                           {"QT_QUICK_BACKEND", "software"},
                           {"LC_ALL", "C.UTF-8"}};
    for (const auto& file : {form, kOpaak}) {
        const auto said = runPeil({"form", "preview", file, "--self-test"}, offscreen);
        INFO(said.out << said.err);
        CHECK(said.code == 0);
        CHECK(said.err.empty());
        CHECK(std::filesystem::is_empty(scratch));
    }
}
#endif
