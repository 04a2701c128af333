// SPDX-License-Identifier: Apache-2.0
#include "services/server_keys.h"

#include "peil/base/file.h"
#include "peil_test/clock.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"
#include "peil_test/temporary_folder.h"
#include "services/error.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

using namespace peil::server::services;
using peil_test::need;

TEST_CASE("the keys of a server are made at its first start and read at every later one", "[server][keys]") {
    const peil_test::TemporaryFolder folder;
    peil_test::SeededRng rng(1);
    const auto now = peil_test::ManualClock{}.now();
    const auto made = need(openServerKeys(folder.path(), {"localhost"}, now, rng));
    const auto read = need(openServerKeys(folder.path(), {"localhost"}, now, rng));
    CHECK(read.adminToken == made.adminToken);
    CHECK(read.server.certificatePem == made.server.certificatePem);
    CHECK(read.receiptKey.publicKey == made.receiptKey.publicKey);
    CHECK(made.adminToken.size() == 64);
}

TEST_CASE("a key that is there is never written over, whatever else is missing", "[server][keys]") {
    const auto now = peil_test::ManualClock{}.now();
    const auto code = [&](const peil_test::TemporaryFolder& folder) {
        peil_test::SeededRng rng(2);
        const auto opened = openServerKeys(folder.path(), {"localhost"}, now, rng);
        REQUIRE_FALSE(opened);
        return opened.error().code;
    };
    const peil_test::TemporaryFolder folder;
    peil_test::SeededRng rng(1);
    need(openServerKeys(folder.path(), {"localhost"}, now, rng));
    const auto before = need(peil::readFile(folder.path() / "keys/database.key", 100));
    std::filesystem::remove(folder.path() / "keys/receipt.key");
    CHECK(code(folder) == ServiceErrc::BadDataFolder);
    CHECK(need(peil::readFile(folder.path() / "keys/database.key", 100)) == before);
    std::ofstream(folder.path() / "keys/database.key") << "short";
    CHECK(code(folder) == ServiceErrc::BadDataFolder);
    const peil_test::TemporaryFolder marked;
    std::ofstream(marked.path() / "server.mark") << "mark";
    CHECK(code(marked) == ServiceErrc::BadDataFolder);
    CHECK_FALSE(std::filesystem::exists(marked.path() / "keys"));
}

TEST_CASE("a server's certificate is renewed from 60 days before its expiry, with the same key", "[server][keys]") {
    const peil_test::TemporaryFolder folder;
    peil_test::SeededRng rng(1);
    const auto now = peil_test::ManualClock{}.now();
    const auto openAt = [&](peil::TimePoint when) {
        return need(openServerKeys(folder.path(), {"localhost"}, when, rng));
    };
    const auto made = openAt(now);
    const auto end = need(peil::crypto::endOf(made.server.certificatePem));
    CHECK(openAt(end - std::chrono::days{61}).server.certificatePem == made.server.certificatePem);
    const auto renewed = openAt(end - std::chrono::days{59});
    CHECK(need(peil::crypto::endOf(renewed.server.certificatePem)) > end + std::chrono::days{365});
    CHECK(renewed.server.privateKeyPem == made.server.privateKeyPem);
    CHECK(openAt(end).server.certificatePem == renewed.server.certificatePem); // it was kept
}

TEST_CASE("a new administration token makes the old one void, and nothing else changes", "[server][keys]") {
    const peil_test::TemporaryFolder folder;
    peil_test::SeededRng rng(1);
    const auto made = need(openServerKeys(folder.path(), {"localhost"}, peil_test::ManualClock{}.now(), rng));
    need(renewAdminToken(folder.path(), rng));
    const auto read = need(openServerKeys(folder.path(), {"localhost"}, peil_test::ManualClock{}.now(), rng));
    CHECK(read.adminToken != made.adminToken);
    CHECK(read.server.certificatePem == made.server.certificatePem);
    const peil_test::TemporaryFolder empty;
    CHECK(readServerKeys(empty.path()).error().code == ServiceErrc::BadDataFolder);
}

TEST_CASE("restored keys without the administration token are enough: it is created again", "[server][keys]") {
    const peil_test::TemporaryFolder folder;
    peil_test::SeededRng rng(1);
    const auto open = [&] { return openServerKeys(folder.path(), {"localhost"}, peil_test::ManualClock{}.now(), rng); };
    const auto made = need(open());
    std::filesystem::remove(folder.path() / "admin.token");
    CHECK(readServerKeys(folder.path()));
    const auto again = need(open());
    CHECK(again.adminToken.size() == 64);
    CHECK(again.adminToken != made.adminToken);
    CHECK(again.receiptKey.publicKey == made.receiptKey.publicKey);
    CHECK(need(open()).adminToken == again.adminToken);
    std::ofstream(folder.path() / "admin.token") << "short"; // one that is there is never written over
    CHECK(open().error().code == ServiceErrc::BadDataFolder);
}

TEST_CASE("a data folder has one server", "[server][keys]") {
    const peil_test::TemporaryFolder folder;
    {
        const auto first = need(DataFolderLock::take(folder.path()));
        const auto second = DataFolderLock::take(folder.path());
        REQUIRE_FALSE(second);
        CHECK(second.error().code == ServiceErrc::DataFolderInUse);
    }
    CHECK(DataFolderLock::take(folder.path()));
}
