// SPDX-License-Identifier: Apache-2.0
#include "peil_program.h"

#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using peil_test::isOneSentence;
using peil_test::runPeil;
using peil_test::write;

TEST_CASE("a key is made behind a passphrase, shown without it, and never overwritten", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto key = (folder.path() / "study.key").string(), passphrase = (folder.path() / "passphrase").string();
    write(passphrase, "seven small boats at sea\n");
    const auto made = runPeil({"keys", "new", "--kind", "signing", key, "--passphrase-file", passphrase});
    INFO(made.err);
    REQUIRE(made.code == 0);
    const auto info = runPeil({"keys", "info", key});
    CHECK(info.code == 0);
    CHECK_THAT(info.out, ContainsSubstring("signing") && ContainsSubstring("fingerprint"));
    CHECK(info.out == made.out);
    const auto again = runPeil({"keys", "new", "--kind", "signing", key, "--passphrase-file", passphrase});
    CHECK(again.code == 1);
    CHECK(isOneSentence(again.err));
    CHECK_THAT(again.err, ContainsSubstring("exists already"));
}

TEST_CASE("a weak, empty or absent passphrase is refused in one sentence", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto key = (folder.path() / "study.key").string(), passphrase = (folder.path() / "passphrase").string();
    write(passphrase, "short\n");
    const auto weak = runPeil({"keys", "new", "--kind", "sealing", key, "--passphrase-file", passphrase});
    CHECK(weak.code == 1);
    CHECK(isOneSentence(weak.err));
    write(passphrase, "\n");
    const auto empty = runPeil({"keys", "new", "--kind", "sealing", key, "--passphrase-file", passphrase});
    CHECK(empty.code == 1);
    CHECK(isOneSentence(empty.err));
    const auto nobody = runPeil({"keys", "new", "--kind", "sealing", key});
    CHECK(nobody.code == 1);
    CHECK_THAT(nobody.err, ContainsSubstring("--passphrase-file"));
    CHECK_FALSE(std::filesystem::exists(key));
}

TEST_CASE("a file that is no key file is refused in one sentence", "[cli]") {
    const peil_test::TemporaryFolder folder;
    write(folder.path() / "tea.key", "tea");
    const auto said = runPeil({"keys", "info", (folder.path() / "tea.key").string()});
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
}
