// SPDX-License-Identifier: Apache-2.0
// What the audit says when somebody with the database key, and no other, has changed the store.
#include "peil/storage/database.h"
#include "repository/sqlcipher/schema.h"
#include "server_fixture.h"
#include "services/audit_log.h"
#include "services/release_log.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace server_test;
using Catch::Matchers::ContainsSubstring;
using integration::TestStudy;
using integration::TestTablet;
using repository::ReviewState;

namespace {

constexpr const char* kPassword = "turnip-lantern-otter-42";
const services::Authority kOffice{"token: anna", "the tablet was found again"};

/// Three received interviews, one of them rejected, one withdrawn; one in quarantine; a user.
struct AuditedServer : ServerFixture {
    TestStudy study;
    TestTablet tablet{study, 3};
    std::vector<protocol::BatchItem> items;

    AuditedServer() {
        publish(study);
        need(users.put({"anna", repository::Role::CityCoordinator, "AMS"}, kPassword, "root"));
        enrol(tablet);
        for (int i = 0; i < 3; ++i)
            items.push_back(tablet.interview("Amsterdam", "opioid", "1"));
        auto sent = items;
        sent.push_back(tablet.otherBytes(items[1]));
        need(intake.receive(tablet.id(), bytesOf(tablet.batch(sent).body)));
        need(review.judge({items[0].interview}, {ReviewState::Rejected, "", ""}, "anna"));
        need(review.withdraw(items[2].interview, "", "bea"));
        need(services::logExport(*repository, clock.now(),
                                 {"token: anna", "report", "", std::string(64, 'a'), {{"interviews", 1}}}));
    }

    void enrol(TestTablet& one) {
        one.adopt(need(enrolment.enrol(one.request(need(enrolment.invite("AMS", "root")).code))));
    }
    /// The number under which it waits in quarantine.
    std::int64_t sendToQuarantine(TestTablet& one) {
        need(intake.receive(one.id(), bytesOf(one.batch({one.interview("Amsterdam", "opioid", "1")}).body)));
        return need(quarantine.list(0)).back().envelope.number;
    }
    repository::UserRow anna() {
        std::optional<repository::UserRow> row;
        need(repository->read([&](repository::Records& records) -> Result<> {
            PEIL_TRY(row, records.user("anna"));
            return {};
        }));
        return row.value();
    }

    [[nodiscard]] std::string fault() {
        return need(services::readAudit(*repository, keys.receiptKey.publicKey)).fault;
    }
    /// The newest act is of this kind, and the audit has nothing to say.
    void checkSoundAfter(const std::string& kind) {
        INFO(kind);
        const auto view = need(services::readAudit(*repository, keys.receiptKey.publicKey));
        CHECK(view.acts.back().what == kind);
        CHECK(view.fault.empty());
        CHECK(view.intact);
    }

    /// Changes the store as it was first closed, while no server runs, and opens it again.
    void tamper(const std::vector<const char*>& statements) {
        repository.reset();
        const auto store = folder.path() / "server.db", first = folder.path() / "first.db";
        if (!std::filesystem::exists(first)) std::filesystem::copy_file(store, first);
        std::filesystem::copy_file(first, store, std::filesystem::copy_options::overwrite_existing);
        {
            auto database = need(storage::Database::open(folder.path() / "server.db", keys.databaseKey,
                                                         storage::Profile::Server, repository::serverMigrations()));
            for (const auto* sql : statements)
                need(need(database.prepare(sql)).run());
        }
        repository = need(repository::createSqlcipherRepository({.folder = folder.path()}, keys.databaseKey, rng));
    }
};

} // namespace

TEST_CASE("an untouched store passes the audit, also after it was closed and opened", "[server][audit]") {
    AuditedServer server;
    CHECK(server.fault().empty());
    server.tamper({});
    CHECK(server.fault().empty());
}

TEST_CASE("the audit names what was changed with the database key", "[server][audit]") {
    struct Change {
        std::vector<const char*> sql;
        const char* named;
    };
    const Change changes[] = {
        {{"UPDATE review SET state = 3"}, "The review of interview"},
        {{"UPDATE review SET judged_by = 'carl'"}, "The review of interview"},
        {{"UPDATE review SET revision = 7"}, "The review of interview"},
        {{"DELETE FROM review"}, "A review of interview"},
        {{"UPDATE envelope SET bytes = x''"}, "does not have the bytes"},
        {{"UPDATE envelope SET bytes = x'00' WHERE number = 4"}, "(envelope number 4)"},
        {{"UPDATE envelope SET status = 2, reason = 'conflict' WHERE number = 2",
          "UPDATE envelope SET status = 1, reason = '' WHERE number = 4"},
         "signed receipt"},
        {{"UPDATE envelope SET status = 2, reason = 'conflict' WHERE number = 1"}, "signed receipt"},
        {{"UPDATE envelope SET revision = 2 WHERE number = 1"}, "signed receipt"},
        {{"UPDATE envelope SET hash = zeroblob(32) WHERE number = 2"}, "(envelope number 2)"},
        {{"UPDATE envelope SET status = 3, bytes = x'', outcome = '' WHERE number = 1",
          "DELETE FROM open_answer WHERE envelope = 1"},
         "no signed action records this"},
        {{"DELETE FROM withdrawal"}, "The withdrawal of interview"},
        {{"INSERT INTO withdrawal(interview, at) VALUES('5f7d0c1e-0000-4000-8000-000000000001', 0)"},
         "The withdrawal of interview 5f7d0c1e"},
        {{"UPDATE open_answer SET value = 'Heerlen' WHERE envelope = 1 AND name = 'city'"}, "different open answers"},
        {{"DELETE FROM open_answer WHERE envelope = 1"}, "different open answers"},
        {{"UPDATE envelope SET outcome = 'broken_off' WHERE number = 1"}, "different open answers"},
        {{"INSERT INTO open_answer(envelope, name, value, reason) VALUES(4, 'city', 'Heerlen', '')"}, "quarantine"},
        {{"UPDATE user SET role = 5, city_code = ''"}, "of the user anna"},
        {{"UPDATE user SET password_hash = 'mine'"}, "of the user anna"},
        {{"UPDATE user SET locked_at = 1"}, "of the user anna"},
        {{"UPDATE user SET factor = x'01'"}, "of the user anna"},
        {{"DELETE FROM user"}, "The user anna"},
        {{"UPDATE device SET public_key = zeroblob(32)"}, "of the tablet"},
        {{"UPDATE device SET city_code = 'HRL'"}, "of the tablet"},
        {{"UPDATE device SET revoked_at = 1"}, "of the tablet"},
        {{"UPDATE device SET blocked_at = 1"}, "of the tablet"},
        {{"UPDATE device SET sequence_base = 100"}, "of the tablet"},
        {{"INSERT INTO succession(device, successor, at) SELECT id, id, 0 FROM device"}, "took the place of"},
        {{"UPDATE audit SET detail = replace(detail, 'rejected', 'approved')", "UPDATE review SET state = 3"},
         "(review)"},
        {{"UPDATE audit SET acted_by = 'carl' WHERE what = 'export'"}, "(export)"},
        {{"DELETE FROM audit WHERE what = 'export'"}, "The last entries of the log are missing"},
        {{"UPDATE server_state SET audit_head = (SELECT head FROM audit ORDER BY number DESC LIMIT 1 OFFSET 1)",
          "DELETE FROM audit WHERE what = 'export'"},
         "of its newest checkpoint"},
        {{"UPDATE checkpoint SET bytes = x'00'"}, "checkpoint is missing"},
        {{"DELETE FROM checkpoint"}, "checkpoint is missing"},
    };
    AuditedServer server;
    for (const auto& change : changes) {
        INFO(change.sql.front());
        server.tamper(change.sql);
        CHECK_THAT(server.fault(), ContainsSubstring(change.named));
    }
}

TEST_CASE("the audit passes after actions on people, sessions and tokens", "[server][audit]") {
    using services::UserAct;
    AuditedServer server;
    server.checkSoundAfter("export");
    need(server.users.act(UserAct::Lock, "anna", "root"));
    server.checkSoundAfter("user_locked");
    need(server.users.act(UserAct::Unlock, "anna", "root"));
    server.checkSoundAfter("user_unlocked");
    static_cast<void>(need(server.users.offerFactor("anna")));
    const auto code = services::codeOf(server.anna().offeredFactor, services::codeStepAt(server.clock.now()));
    need(server.users.confirmFactor("anna", code, "anna"));
    server.checkSoundAfter("second_factor_on");
    need(server.users.put({"anna", repository::Role::Researcher, ""}, kPassword, "root"));
    server.checkSoundAfter("user_put");
    need(server.users.act(UserAct::ResetFactor, "anna", "root"));
    server.checkSoundAfter("second_factor_reset");
    const auto session = need(server.auth.login({"anna", kPassword, ""}, "here", repository::SessionKind::Browser));
    need(server.auth.endSession(session.id, "root"));
    server.checkSoundAfter("session_ended");
    static_cast<void>(
        need(server.tokens.make({"nightly", repository::Role::Researcher, ""}, std::chrono::days{1}, "root")));
    server.checkSoundAfter("token_made");
    need(server.tokens.revoke("nightly", "root"));
    server.checkSoundAfter("token_revoked");
    need(server.users.act(UserAct::Remove, "anna", "root"));
    server.checkSoundAfter("user_removed");
    need(server.users.makeFirstAdministrator("bea", kPassword));
    server.checkSoundAfter("user_put");
    CHECK(need(server.users.lockAdministrators()) == 1);
    server.checkSoundAfter("user_locked");
}

TEST_CASE("the audit passes after actions on tablets and quarantined items", "[server][audit]") {
    AuditedServer server;
    TestStudy later{2};
    TestTablet second{server.study, 4}, early{later, 5};
    server.enrol(second);
    server.enrol(early);
    server.checkSoundAfter("device_enrolled");
    need(server.deviceActs.nameSuccessor(server.tablet.id(), second.id(), kOffice));
    server.checkSoundAfter("succession");
    need(server.deviceActs.resetSequence(second.id(), 40, kOffice));
    server.checkSoundAfter("sequence_reset");
    need(server.deviceActs.block(second.id(), kOffice));
    server.checkSoundAfter("block");
    need(server.deviceActs.unblock(second.id(), kOffice));
    server.checkSoundAfter("unblock");
    need(server.enrolment.revoke(server.tablet.id(), "root"));
    server.checkSoundAfter("device_revoked");
    need(server.quarantine.accept(server.sendToQuarantine(server.tablet), kOffice));
    server.checkSoundAfter("quarantine_accept");
    server.sendToQuarantine(early);
    server.publish(later);
    CHECK(need(server.quarantine.judgeAgain()) == 1);
    server.checkSoundAfter("judged_again");
}

TEST_CASE("the audit passes after actions on interviews and releases, and unknown actions", "[server][audit]") {
    AuditedServer server;
    need(server.review.judge({server.items[0].interview, server.items[1].interview}, {ReviewState::Approved, "", ""},
                             "bea"));
    server.checkSoundAfter("review");
    need(server.review.withdraw(server.items[1].interview, "", "bea"));
    server.checkSoundAfter("withdrawal");
    const boost::json::object release{
        {"rungs", 1}, {"policy", std::string(64, 'a')}, {"members", "AAAAAAAAAAAAAAAAAAAAAA=="}, {"after", 0}};
    need(services::logExport(*server.repository, server.clock.now(),
                             {"anna", "report", "", std::string(64, 'b'), {{"interviews", 1}, {"release", release}}}));
    server.checkSoundAfter("export");
    const auto number =
        need(services::readAudit(*server.repository, server.keys.receiptKey.publicKey)).acts.back().number;
    need(services::recallRelease(*server.repository, server.clock.now(), number, "anna", "deleted"));
    server.checkSoundAfter("recall");
    need(server.enrolment.invite("AMS", "root"));
    server.checkSoundAfter("device_invited");
    server.publish(server.study);
    server.checkSoundAfter("study_published");
    need(server.studies->setBenchmark(integration::kBenchmark, {}, "root"));
    server.checkSoundAfter("benchmark_set");
    // The first is written beside the services; nothing is derived from the last one.
    for (const auto* kind : {"restored", "of_a_later_version"}) {
        need(server.repository->write([&](repository::Records& records) {
            return services::appendAct(records, server.clock.now(), "root", kind, {{"name", "anna"}, {"device", "x"}});
        }));
        server.checkSoundAfter(kind);
    }
}
