// SPDX-License-Identifier: Apache-2.0
// `peil-server backup` beside a running server, and `peil-server restore`, with real programs.
#include "server_under_test.h"

#include "peil/base/file.h"
#include "peil_test/result.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace integration;
using peil_test::need;
using peil_test::runProgram;

namespace {

/// A server with a study, a tablet, and a folder for backups.
struct Desk {
    ServerUnderTest server;
    TestStudy study;
    peil_test::TemporaryFolder folder;
    TestTablet tablet = enrol();

    TestTablet enrol() {
        server.publish(study);
        return server.enrolled(study, "AMS", 1);
    }
    void send(int count) {
        std::vector<peil::protocol::BatchItem> items;
        for (int i = 0; i < count; ++i)
            items.push_back(tablet.interview("Amsterdam", "opioid", "1"));
        REQUIRE(server.clientOf(tablet).send(tablet.batch(items)).status == 200);
    }
    [[nodiscard]] std::filesystem::path copy() const { return folder.path() / "copy"; }
    [[nodiscard]] peil_test::ProgramRun backup() const {
        return runProgram({serverProgram(), "backup", copy().string(), "--store", server.data().string()});
    }
    [[nodiscard]] peil_test::ProgramRun restore() const {
        return runProgram({serverProgram(), "restore", copy().string(), "--store", server.data().string()});
    }
    [[nodiscard]] std::int64_t received() const {
        return server.admin({.path = "/admin/ledger"}).json().at("received").as_int64();
    }
};

} // namespace

TEST_CASE("a backup of a running server is whole, and a restore leaves nothing of the store in its place",
          "[integration][backup]") {
    Desk desk;
    desk.send(3);
    const auto backup = desk.backup();
    INFO(backup.output << backup.errors);
    REQUIRE(backup.status == 0);
    CHECK_FALSE(std::filesystem::exists(desk.copy() / "keys"));
    CHECK((std::filesystem::status(desk.copy() / "server.db").permissions() & std::filesystem::perms::group_read) ==
          std::filesystem::perms::none);
    desk.send(2);
    desk.server.kill(); // its write-ahead log stays, and belongs to the newer store
    REQUIRE(std::filesystem::exists(desk.server.data() / "server.db-wal"));

    const auto restored = desk.restore();
    INFO(restored.output << restored.errors);
    REQUIRE(restored.status == 0);
    CHECK(std::filesystem::exists(desk.server.data() / "server.db.before"));
    CHECK(desk.server.runToEnd().errors.find("--restored") != std::string::npos);
    desk.server.start({"--restored"});
    CHECK(desk.received() == 3);
    CHECK(desk.server.admin({.path = "/admin/audit"}).json().at("intact").as_bool());
}

TEST_CASE("a backup does not write over one, and a stopped server is copied as well", "[integration][backup]") {
    Desk desk;
    desk.send(1);
    REQUIRE(desk.backup().status == 0);
    const auto again = desk.backup();
    CHECK(again.status == 1);
    CHECK(again.errors.find("already exists") != std::string::npos);
    std::filesystem::remove_all(desk.copy());
    REQUIRE(desk.server.stop() == 0);
    CHECK(desk.backup().status == 0);
    CHECK(std::filesystem::exists(desk.copy() / "server.db"));
}

TEST_CASE("a restore of a damaged copy, of nothing, or under a running server changes nothing",
          "[integration][backup]") {
    Desk desk;
    desk.send(1);
    const auto nothing = desk.restore();
    CHECK(nothing.status == 1);
    CHECK(nothing.errors.find("has no server.db") != std::string::npos);
    REQUIRE(desk.backup().status == 0);
    const auto running = desk.restore();
    CHECK(running.status == 1);
    CHECK(running.errors.find("Another peil-server uses the data folder") != std::string::npos);
    REQUIRE(desk.server.stop() == 0);
    auto bytes = need(peil::readFile(desk.copy() / "server.db", 1U << 24U));
    bytes[bytes.size() / 2] ^= 1U;
    need(peil::writeFileDurably(desk.copy() / "server.db", bytes));
    const auto damaged = desk.restore();
    CHECK(damaged.status == 1);
    CHECK_FALSE(std::filesystem::exists(desk.server.data() / "server.db.coming"));
    desk.server.start();
    CHECK(desk.received() == 1);
}
