// SPDX-License-Identifier: Apache-2.0
// What can be in the way of a start: each ends in one sentence and its exit code, and leaves nothing half done.
#include "server_under_test.h"

#include "peil/base/file.h"
#include "peil_test/result.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

using namespace integration;
using peil_test::need;
using peil_test::runProgram;

namespace {

bool says(const peil_test::ProgramRun& run, std::string_view words) {
    return run.errors.find(words) != std::string::npos;
}

/// One line, and an end to it.
bool isOneSentence(const std::string& text) {
    return text.starts_with("peil-server: ") && text.find('\n') == text.size() - 1 && text[text.size() - 2] == '.';
}

} // namespace

TEST_CASE("a port in use is named, with exit code 1", "[integration][start]") {
    const ServerUnderTest running;
    const peil_test::TemporaryFolder folder;
    const auto run = runProgram({serverProgram(), "serve", "--store", (folder.path() / "d").string(), "--listen",
                                 running.deviceAddress().substr(8), "--dashboard", "127.0.0.1:0"});
    INFO(run.errors);
    CHECK(run.status == 1);
    CHECK(says(run, "Another program listens on " + running.deviceAddress().substr(8)));
    CHECK(isOneSentence(run.errors));
    CHECK(run.output.empty());
}

TEST_CASE("a data folder in use is named, with exit code 1", "[integration][start]") {
    const ServerUnderTest running;
    const auto run = running.runToEnd();
    CHECK(run.status == 1);
    CHECK(says(run, "Another peil-server uses the data folder"));
    CHECK(isOneSentence(run.errors));
}

TEST_CASE("a store does not open with another key, and is left as it was", "[integration][start]") {
    ServerUnderTest server;
    REQUIRE(server.stop() == 0);
    const auto store = need(peil::readFile(server.data() / "server.db", 1 << 24));
    const auto right = need(peil::readFile(server.data() / "keys/database.key", 64));
    need(peil::writeFileDurably(server.data() / "keys/database.key", peil::Bytes(32, 7), peil::FileMode::Private));
    const auto run = server.runToEnd();
    INFO(run.errors);
    CHECK(run.status == 1);
    CHECK(says(run, "does not open with this key"));
    CHECK(isOneSentence(run.errors));
    CHECK(need(peil::readFile(server.data() / "server.db", 1 << 24)) == store);
    need(peil::writeFileDurably(server.data() / "keys/database.key", right, peil::FileMode::Private));
    server.start();
    CHECK(server.admin({.path = "/admin/devices"}).status == 200);
}

TEST_CASE("a key file that is missing beside a store is named, and no new one is made", "[integration][start]") {
    ServerUnderTest server;
    REQUIRE(server.stop() == 0);
    std::filesystem::remove(server.data() / "keys/receipt.key");
    const auto run = server.runToEnd();
    CHECK(run.status == 1);
    CHECK(says(run, "keys/receipt.key\" is missing, damaged or from another server"));
    CHECK_FALSE(std::filesystem::exists(server.data() / "keys/receipt.key"));
}

TEST_CASE("a key of another server is named before a tablet is served", "[integration][start]") {
    ServerUnderTest server, other;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    REQUIRE(server.clientOf(tablet).send(tablet.batch({tablet.interview("Amsterdam", "opioid", "1")})).status == 200);
    REQUIRE(server.stop() == 0);
    for (const auto* name : {"keys/receipt.key", "keys/authority.key", "keys/authority.crt", "keys/server.key"}) {
        const auto own = need(peil::readFile(server.data() / name, 1 << 16));
        const auto exchanged = need(peil::readFile(other.data() / name, 1 << 16));
        need(peil::writeFileDurably(server.data() / name, exchanged, peil::FileMode::Private));
        const auto run = server.runToEnd();
        INFO(name << ": " << run.errors);
        CHECK(run.status == 1);
        CHECK(isOneSentence(run.errors));
        CHECK(says(run, "keys/"));
        need(peil::writeFileDurably(server.data() / name, own, peil::FileMode::Private));
    }
    need(peil::writeFileDurably(server.data() / "keys/authority.key", peil::bytesOf("junk"), peil::FileMode::Private));
    CHECK(says(server.runToEnd(), "keys/authority.key\" is missing, damaged or from another server"));
}

TEST_CASE("a store older than its mark is refused until --restored, which begins a new epoch",
          "[integration][start][epoch]") {
    ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    REQUIRE(server.stop() == 0);
    const auto backup = server.data().parent_path() / "backup.db";
    std::filesystem::copy_file(server.data() / "server.db", backup);

    server.start();
    const std::vector sealed{tablet.interview("Amsterdam", "opioid", "1"),
                             tablet.interview("Amsterdam", "opioid", "0")};
    const auto call = tablet.batch(sealed);
    REQUIRE(server.clientOf(tablet).send(call).status == 200);
    REQUIRE(server.stop() == 0);
    std::filesystem::remove(server.data() / "server.db-wal");
    std::filesystem::copy_file(backup, server.data() / "server.db", std::filesystem::copy_options::overwrite_existing);
    const auto run = server.runToEnd();
    INFO(run.errors);
    CHECK(run.status == 1);
    CHECK(says(run, "is older than its mark file"));
    CHECK(says(run, "--restored"));

    server.start({"--restored"});
    auto client = server.clientOf(tablet);
    const auto manifest = need(peil::protocol::decodeManifest(client.send({.path = "/v1/manifest"}).body));
    CHECK(manifest.epoch != tablet.reply().epoch);
    const auto lacking = need(peil::protocol::decodeLacking(client.send(TestTablet::reconcile(sealed)).body));
    CHECK(lacking.sequences == std::vector<std::int64_t>{1, 2});
    CHECK(tablet.receipts(client.send(call)).size() == 2);
    REQUIRE(server.stop() == 0);
    server.start(); // the new epoch has its own mark
    CHECK(need(peil::protocol::decodeManifest(server.clientOf(tablet).send({.path = "/v1/manifest"}).body)).epoch ==
          manifest.epoch);
}

TEST_CASE("a store restored from before a withdrawal does not bring the interview back",
          "[integration][start][withdrawal]") {
    ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    auto tablet = server.enrolled(study, "AMS", 1);
    const auto item = tablet.interview("Amsterdam", "opioid", "1");
    REQUIRE(server.clientOf(tablet).send(tablet.batch({item})).status == 200);
    REQUIRE(server.stop() == 0);
    const auto backup = server.data().parent_path() / "backup.db";
    std::filesystem::copy_file(server.data() / "server.db", backup);

    const auto interviews = [&] {
        return server.admin({.path = "/admin/interviews"}).json().at("interviews").as_array().size();
    };
    server.start();
    CHECK(interviews() == 1);
    const boost::json::object wish{{"interview", item.interview.text()}, {"note", "card"}, {"by", "bea"}};
    REQUIRE(server
                .admin({.method = "POST",
                        .path = "/admin/withdrawals",
                        .body = boost::json::serialize(wish),
                        .type = "application/json"})
                .status == 204);
    REQUIRE(server.stop() == 0);
    std::filesystem::remove(server.data() / "server.db-wal");
    std::filesystem::copy_file(backup, server.data() / "server.db", std::filesystem::copy_options::overwrite_existing);
    server.start({"--restored"});
    CHECK(interviews() == 0);
    CHECK(tablet.receipts(server.clientOf(tablet).send(tablet.batch({item}))).size() == 1);
    CHECK(interviews() == 0);
}

TEST_CASE("a store without its mark, and a mark without its store, are refused", "[integration][start][epoch]") {
    ServerUnderTest server;
    const TestStudy study;
    server.publish(study);
    REQUIRE(server.stop() == 0);
    const auto mark = need(peil::readFile(server.data() / "server.mark", 4096));
    std::filesystem::remove(server.data() / "server.mark");
    CHECK(says(server.runToEnd(), "has no mark file beside it"));
    need(peil::writeFileDurably(server.data() / "server.mark", peil::bytesOf("nonsense"), peil::FileMode::Private));
    CHECK(says(server.runToEnd(), "is damaged; check the store, then start once with --restored"));
    need(peil::writeFileDurably(server.data() / "server.mark", mark, peil::FileMode::Private));
    std::filesystem::rename(server.data() / "server.db", server.data() / "moved.db");
    const auto run = server.runToEnd();
    INFO(run.errors);
    CHECK(run.status == 1);
    CHECK_FALSE(std::filesystem::exists(server.data() / "server.db"));
}

TEST_CASE("a data folder that cannot be written is named", "[integration][start]") {
    const auto run = runProgram({serverProgram(), "serve", "--store", "/proc/peil", "--listen", "127.0.0.1:0"});
    CHECK(run.status == 1);
    CHECK(says(run, "Cannot write in the data folder \"/proc/peil\""));
    CHECK(isOneSentence(run.errors));
}

TEST_CASE("a full disk stops the start with one sentence", "[integration][start]") {
    const peil_test::TemporaryFolder folder;
    // A limit on the size of files is met as a full disk. The keys fit into 2 KiB, the first page of the store does
    // not.
    const auto run = runProgram({"sh", "-c",
                                 "ulimit -f 4; trap '' XFSZ; exec \"$0\" serve --store \"$1\" --listen 127.0.0.1:0 "
                                 "--dashboard 127.0.0.1:0",
                                 serverProgram(), (folder.path() / "d").string()});
    INFO(run.errors);
    CHECK(run.status == 1);
    CHECK(says(run, "disk is full"));
    CHECK(isOneSentence(run.errors));
}

TEST_CASE("the configuration file is read, and its errors are named with line and column", "[integration][start]") {
    const peil_test::TemporaryFolder folder;
    const auto config = (folder.path() / "server.toml").string();
    const auto startWith = [&](std::string_view text) {
        std::ofstream(config) << text;
        return runProgram({serverProgram(), "serve", "--store", (folder.path() / "d").string(), "--config", config});
    };
    CHECK(says(startWith("listen = 5\n"), "line 1, column 10: expected a string."));
    CHECK(says(startWith("workers = 0\n"), "workers must be a whole number from 1 to 64."));
    CHECK(says(startWith("daily_mebibytes = 3\n"), "daily_mebibytes must be a whole number from 4 to 1048576."));
    CHECK(says(startWith("daily_items = 64.0\n"), "daily_items must be a whole number from 64 to 10000000."));
    CHECK(says(startWith("\nlisten_ = \"x\"\n"), "there is no setting 'listen_'"));
    CHECK(says(startWith("hosts = \"x\"\n"), "expected a list of host names."));
    CHECK(says(startWith("listen = \n"), "server.toml\", line 1"));
    CHECK(says(startWith("listen = \"nowhere\"\n"), "'nowhere' is not an address"));
    CHECK(says(startWith("listen = \"localhost:0\"\n"), "'localhost' is not an IP address"));
    CHECK(says(startWith("listen = \"192.0.2.1:0\"\n"), "Cannot listen on 192.0.2.1:0"));
    CHECK(startWith("workers = 0\n").status == 1);
    const auto missing =
        runProgram({serverProgram(), "serve", "--store", "d", "--config", (folder.path() / "none").string()});
    CHECK(missing.status == 1);
    CHECK(isOneSentence(missing.errors));
}

TEST_CASE("help and version are printed, wrong usage ends with exit code 2", "[integration][start]") {
    const auto version = runProgram({serverProgram(), "--version"});
    CHECK(version.status == 0);
    CHECK(version.output.starts_with("peil-server 0."));
    const auto help = runProgram({serverProgram(), "serve", "--help"});
    CHECK(help.status == 0);
    CHECK(help.output.find("--restored") != std::string::npos);
    CHECK(runProgram({serverProgram()}).status == 2);
    CHECK(runProgram({serverProgram(), "serve"}).status == 2);
    CHECK(runProgram({serverProgram(), "serve", "--store", "d", "--nonsense"}).status == 2);
}
