// SPDX-License-Identifier: Apache-2.0
// A withdrawal is for good: no older store and no full disk takes it back.
#include "server_fixture.h"

#include "peil/base/error.h"
#include "peil/base/file.h"
#include "services/audit_log.h"
#include "services/error.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace server_test;
using Catch::Matchers::ContainsSubstring;
using repository::OpenOptions;
using services::ServiceErrc;

namespace {

/// A tablet that has sent two interviews, and a back-up of the store from before any withdrawal.
struct Restored : ServerFixture {
    integration::TestStudy study;
    integration::TestTablet tablet{study, 3};
    std::vector<protocol::BatchItem> items;

    Restored() {
        publish(study);
        tablet.adopt(need(enrolment.enrol(tablet.request(need(enrolment.invite("AMS", "root")).code))));
        for (int i = 0; i < 2; ++i)
            items.push_back(tablet.interview("Amsterdam", "opioid", "1"));
        need(intake.receive(tablet.id(), bytesOf(tablet.batch({items[0]}).body)));
        repository.reset();
        std::filesystem::copy_file(store(), backup());
        open(OpenOptions::Restored::No);
    }
    [[nodiscard]] std::filesystem::path store() const { return folder.path() / "server.db"; }
    [[nodiscard]] std::filesystem::path backup() const { return folder.path() / "backup.db"; }
    [[nodiscard]] std::filesystem::path file() const { return folder.path() / "withdrawals"; }

    void open(OpenOptions::Restored restored) { repository = opened(restored); }
    void putBack() {
        repository.reset();
        std::filesystem::remove(folder.path() / "server.db-wal");
        std::filesystem::copy_file(backup(), store(), std::filesystem::copy_options::overwrite_existing);
        open(OpenOptions::Restored::Yes);
    }
    Result<> withdraw(const InterviewId& id) {
        return services::Review(*repository, openTable, tombstones, clock).withdraw(id, "", "bea");
    }
    protocol::BatchReply send(const protocol::BatchItem& item) {
        services::Intake again(*repository, openTable, keys.receiptKey.clone(), clock);
        return need(again.receive(tablet.id(), bytesOf(tablet.batch({item}).body)));
    }
    [[nodiscard]] std::size_t kept() {
        return need(services::Review(*repository, openTable, tombstones, clock).interviews()).size();
    }
};

} // namespace

TEST_CASE("a store from before a withdrawal loses the interview again, and what a tablet sends of it",
          "[server][withdrawal]") {
    Restored server;
    server.send(server.items[1]);
    need(server.withdraw(server.items[0].interview));
    need(server.withdraw(server.items[1].interview)); // the back-up does not hold this one at all
    server.putBack();
    CHECK(server.kept() == 1);
    CHECK(need(server.tombstones.replay(*server.repository, server.clock.now())) == 2);
    CHECK(server.kept() == 0);
    CHECK(server.send(server.items[1]).receipts.size() == 1); // receipted and not kept
    CHECK(server.kept() == 0);
    const auto audit = need(services::readAudit(*server.repository, server.keys.receiptKey.publicKey));
    CHECK(audit.intact);
    REQUIRE(audit.acts.size() == 5); // after publication, code and enrolment
    CHECK(audit.acts[3].what == "withdrawal");
    CHECK_THAT(audit.acts[3].detail, ContainsSubstring("after a restore"));
    CHECK(need(server.tombstones.replay(*server.repository, server.clock.now())) == 0);
}

TEST_CASE("a list that lags behind the store takes over what only the store knows", "[server][withdrawal]") {
    Restored server;
    need(server.withdraw(server.items[0].interview));
    std::filesystem::remove(server.file());
    CHECK(need(server.tombstones.replay(*server.repository, server.clock.now())) == 0);
    server.putBack();
    CHECK(need(server.tombstones.replay(*server.repository, server.clock.now())) == 1);
}

TEST_CASE("a withdrawal whose list cannot be written fails, and completes when repeated", "[server][withdrawal]") {
    Restored server;
    const auto id = server.items[0].interview;
    std::filesystem::create_directory(server.file()); // no file can take its place
    CHECK_FALSE(server.withdraw(id));
    std::filesystem::remove(server.file());
    need(server.withdraw(id));
    server.putBack();
    CHECK(need(server.tombstones.replay(*server.repository, server.clock.now())) == 1);
}

TEST_CASE("a damaged list of withdrawals is named and nothing starts", "[server][withdrawal]") {
    Restored server;
    need(server.withdraw(server.items[0].interview));
    const auto whole = need(readTextFile(server.file(), 4096));
    CHECK(std::filesystem::status(server.file()).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    const auto signedText = [&](const std::string& lines) {
        return lines + "signature " + toHex(crypto::sign(bytesOf(lines), server.keys.receiptKey)) + "\n";
    };
    for (const auto& [text, words] :
         {std::pair(std::string(), "is damaged"), std::pair(std::string("peil-withdrawals-2\n"), "is damaged"),
          std::pair(whole.substr(0, whole.size() / 2), "is damaged"), std::pair("[1]\n" + whole, "is damaged"),
          std::pair(signedText("peil-withdrawals-9\n"), "line 1"),
          std::pair(signedText("peil-withdrawals-2\n{\"interview\":\"\",\"at\":1}\n"), "line 2")}) {
        need(writeFileDurably(server.file(), bytesOf(text)));
        const auto replayed = server.tombstones.replay(*server.repository, server.clock.now());
        REQUIRE_FALSE(replayed);
        CHECK(replayed.error().code == ServiceErrc::BadDataFolder);
        CHECK_THAT(replayed.error().context, ContainsSubstring(words));
    }
}

TEST_CASE("a list of withdrawals that the server did not sign erases nothing", "[server][withdrawal]") {
    Restored server;
    const std::string forged =
        "peil-withdrawals-2\n{\"interview\":\"" + server.items[0].interview.text() + "\",\"at\":0}\n";
    peil_test::SeededRng rng(9);
    const auto other = crypto::makeSigningKeyPair(rng);
    for (const auto& text :
         {forged, forged + "signature 00\n", forged + "signature " + toHex(crypto::sign(bytesOf(forged), other)) + "\n",
          "peil-withdrawals-1" + forged.substr(forged.find('\n'))}) {
        need(writeFileDurably(server.file(), bytesOf(text), FileMode::Private));
        const auto replayed = server.tombstones.replay(*server.repository, server.clock.now());
        REQUIRE_FALSE(replayed);
        CHECK(replayed.error().code == ServiceErrc::BadDataFolder);
        CHECK_THAT(replayed.error().context, ContainsSubstring("not signed by this server"));
        CHECK(server.kept() == 1);
    }
}

TEST_CASE("a list that would erase many interviews is carried out only after confirmation of the number",
          "[server][withdrawal]") {
    Restored server;
    std::vector<protocol::BatchItem> many;
    for (std::size_t i = 0; i <= services::Tombstones::kMostUnasked; ++i)
        many.push_back(server.tablet.interview("Amsterdam", "opioid", "1"));
    for (const auto& item : many)
        server.send(item);
    server.repository.reset();
    std::filesystem::copy_file(server.store(), server.backup(), std::filesystem::copy_options::overwrite_existing);
    server.open(OpenOptions::Restored::No);
    for (const auto& item : many)
        need(server.withdraw(item.interview));
    server.putBack();
    const auto refused = server.tombstones.replay(*server.repository, server.clock.now(), 3);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ServiceErrc::BadDataFolder);
    CHECK_THAT(refused.error().context, ContainsSubstring("--erase-withdrawn 11"));
    CHECK(server.kept() == 12);
    CHECK(need(server.tombstones.replay(*server.repository, server.clock.now(), 11)) == 11);
    CHECK(server.kept() == 1);
}
