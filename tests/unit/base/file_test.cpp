// SPDX-License-Identifier: Apache-2.0
#include "peil/base/error.h"
#include "peil/base/file.h"
#include "peil_test/result.h"
#include "peil_test/temporary_folder.h"

using namespace peil;

TEST_CASE("a file reads back as it was written, and a private one is the owner's alone", "[base][file]") {
    const peil_test::TemporaryFolder folder;
    const auto file = folder.path() / "key";
    peil_test::need(writeFileDurably(file, bytesOf("first")));
    peil_test::need(writeFileDurably(file, bytesOf("second"), FileMode::Private));
    REQUIRE(peil_test::need(readTextFile(file, 100)) == "second");
    REQUIRE(std::filesystem::status(file).permissions() == std::filesystem::perms(0600));
    const auto entries = std::distance(std::filesystem::directory_iterator(folder.path()), {});
    REQUIRE(entries == 1);
}

TEST_CASE("a missing, a too large and an unwritable file are distinguished", "[base][file]") {
    const peil_test::TemporaryFolder folder;
    REQUIRE(readFile(folder.path() / "none", 10).error().code == BaseErrc::FileNotFound);
    peil_test::need(writeFileDurably(folder.path() / "big", bytesOf("0123456789")));
    REQUIRE(readFile(folder.path() / "big", 9).error().code == BaseErrc::FileUnreadable);
    REQUIRE(writeFileDurably(folder.path() / "no" / "such", bytesOf("x")).error().code == BaseErrc::FileUnwritable);
}
