// SPDX-License-Identifier: Apache-2.0
#include "peil/base/text.h"
#include "peil_program.h"

#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using peil_test::isOneSentence;
using peil_test::need;
using peil_test::runPeil;
using peil_test::write;

namespace {

const std::string kOpaak = std::string(PEIL_SOURCE_DIR) + "/shared/studies/opaak";

/// A copy of the OPAAK study with one text of one file replaced.
void copySpoilt(const std::filesystem::path& folder, const std::string& file, std::string_view from,
                std::string_view to) {
    std::filesystem::copy(kOpaak, folder, std::filesystem::copy_options::recursive);
    const auto text = need(::peil::readTextFile(folder / file, 1U << 20U));
    REQUIRE(text.find(from) != std::string::npos);
    write(folder / file, ::peil::replaceAll(text, from, to));
}

} // namespace

TEST_CASE("the OPAAK study is sound", "[cli]") {
    const auto said = runPeil({"study", "check", kOpaak});
    INFO(said.err);
    CHECK(said.code == 0);
    CHECK_THAT(said.out, ContainsSubstring("8 cities, 37 sites, 2 groups, 800 interviews planned"));
}

TEST_CASE("a new study is sound as it is written", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto study = (folder.path() / "new").string();
    REQUIRE(runPeil({"study", "new", study}).code == 0);
    const auto said = runPeil({"study", "check", study});
    INFO(said.err);
    CHECK(said.code == 0);
    const auto again = runPeil({"study", "new", study});
    CHECK(again.code == 1);
    CHECK(isOneSentence(again.err));
}

TEST_CASE("a study file with a fault is one sentence with file, line and column", "[cli]") {
    const peil_test::TemporaryFolder folder;
    copySpoilt(folder.path() / "study", "study.toml", "type = \"night_shelter\"", "type = \"hotel\"");
    const auto said = runPeil({"study", "check", (folder.path() / "study").string()});
    INFO(said.err);
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    CHECK_THAT(said.err, ContainsSubstring("study.toml, line ") && ContainsSubstring(", column 8") &&
                             ContainsSubstring("\"hotel\" is no type"));
}

TEST_CASE("a study whose form lacks or seals an open field is refused", "[cli]") {
    const peil_test::TemporaryFolder folder;
    copySpoilt(folder.path() / "lacks", "study.toml", "in_care = \"in_care\"", "in_care = \"looked_after\"");
    const auto lacks = runPeil({"study", "check", (folder.path() / "lacks").string()});
    CHECK(lacks.code == 1);
    CHECK_THAT(lacks.err, ContainsSubstring("no question \"looked_after\""));
    copySpoilt(folder.path() / "seals", "study.toml", "in_care = \"in_care\"", "in_care = \"mental_health_care\"");
    const auto seals = runPeil({"study", "check", (folder.path() / "seals").string()});
    CHECK(seals.code == 1);
    CHECK_THAT(seals.err, ContainsSubstring("is sealed"));
}

TEST_CASE("a study is signed for its recipients; a wrong passphrase leaves no pack", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto at = [&](const char* name) { return (folder.path() / name).string(); };
    write(at("passphrase"), "seven small boats at sea\n");
    write(at("wrong"), "seven large boats at sea\n");
    REQUIRE(runPeil({"keys", "new", "--purpose", "signing", at("office.key"), "--passphrase-file", at("passphrase")})
                .code == 0);
    const auto recipient = "researchers=" + std::string(64, 'a');
    const auto wrong = runPeil({"study", "sign", kOpaak, "--key", at("office.key"), "--passphrase-file", at("wrong"),
                                "--recipient", recipient, "-o", at("opaak.pack")});
    CHECK(wrong.code == 1);
    CHECK(isOneSentence(wrong.err));
    CHECK_THAT(wrong.err, ContainsSubstring("passphrase does not open"));
    CHECK_FALSE(std::filesystem::exists(at("opaak.pack")));
    const auto nobody = runPeil({"study", "sign", kOpaak, "--key", at("office.key"), "--passphrase-file",
                                 at("passphrase"), "-o", at("opaak.pack")});
    CHECK(nobody.code == 1);
    CHECK_THAT(nobody.err, ContainsSubstring("--recipient"));
    const auto odd = runPeil({"study", "sign", kOpaak, "--key", at("office.key"), "--passphrase-file", at("passphrase"),
                              "--recipient", "x", "-o", at("opaak.pack")});
    CHECK(odd.code == 1);
    CHECK(isOneSentence(odd.err));
    const auto purpose = runPeil({"study", "sign", kOpaak, "--key", at("office.key"), "--passphrase-file",
                                  at("passphrase"), "--recipient", "me=" + at("office.key"), "-o", at("opaak.pack")});
    CHECK(purpose.code == 1);
    CHECK_THAT(purpose.err, ContainsSubstring("not for sealing"));
    const auto done = runPeil({"study", "sign", kOpaak, "--key", at("office.key"), "--passphrase-file",
                               at("passphrase"), "--recipient", recipient, "-o", at("opaak.pack")});
    INFO(done.err);
    CHECK(done.code == 0);
    CHECK(std::filesystem::file_size(at("opaak.pack")) > 10'000);
}
