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
struct House : ServerFixture {
    TestStudy study;
    TestTablet tablet{study, 3};
    std::vector<protocol::BatchItem> items;

    House() {
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

TEST_CASE("an untouched store has no fault, also after it was closed and opened", "[server][audit]") {
    House house;
    CHECK(house.fault().empty());
    house.tamper({});
    CHECK(house.fault().empty());
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
         "no signed act says so"},
        {{"DELETE FROM withdrawal"}, "The withdrawal of interview"},
        {{"INSERT INTO withdrawal(interview, at) VALUES('5f7d0c1e-0000-4000-8000-000000000001', 0)"},
         "The withdrawal of interview 5f7d0c1e"},
        {{"UPDATE open_answer SET value = 'Heerlen' WHERE envelope = 1 AND name = 'city'"}, "other open answers"},
        {{"DELETE FROM open_answer WHERE envelope = 1"}, "other open answers"},
        {{"UPDATE envelope SET outcome = 'broken_off' WHERE number = 1"}, "other open answers"},
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
        {{"DELETE FROM audit WHERE what = 'export'"}, "The last entries of the log are gone"},
        {{"UPDATE house SET audit_head = (SELECT head FROM audit ORDER BY number DESC LIMIT 1 OFFSET 1)",
          "DELETE FROM audit WHERE what = 'export'"},
         "of its newest checkpoint"},
        {{"UPDATE checkpoint SET bytes = x'00'"}, "checkpoint is gone"},
        {{"DELETE FROM checkpoint"}, "checkpoint is gone"},
    };
    House house;
    for (const auto& change : changes) {
        INFO(change.sql.front());
        house.tamper(change.sql);
        CHECK_THAT(house.fault(), ContainsSubstring(change.named));
    }
}

TEST_CASE("acts on people, sessions and tokens leave no fault", "[server][audit]") {
    using services::UserAct;
    House house;
    house.checkSoundAfter("export");
    need(house.users.act(UserAct::Lock, "anna", "root"));
    house.checkSoundAfter("user_locked");
    need(house.users.act(UserAct::Unlock, "anna", "root"));
    house.checkSoundAfter("user_unlocked");
    static_cast<void>(need(house.users.offerFactor("anna")));
    const auto code = services::codeOf(house.anna().offeredFactor, services::codeStepAt(house.clock.now()));
    need(house.users.confirmFactor("anna", code, "anna"));
    house.checkSoundAfter("second_factor_on");
    need(house.users.put({"anna", repository::Role::Researcher, ""}, kPassword, "root"));
    house.checkSoundAfter("user_put");
    need(house.users.act(UserAct::ResetFactor, "anna", "root"));
    house.checkSoundAfter("second_factor_reset");
    const auto session = need(house.auth.login({"anna", kPassword, ""}, "here", repository::SessionKind::Browser));
    need(house.auth.endSession(session.id, "root"));
    house.checkSoundAfter("session_ended");
    static_cast<void>(
        need(house.tokens.make({"nightly", repository::Role::Researcher, ""}, std::chrono::days{1}, "root")));
    house.checkSoundAfter("token_made");
    need(house.tokens.revoke("nightly", "root"));
    house.checkSoundAfter("token_revoked");
    need(house.users.act(UserAct::Remove, "anna", "root"));
    house.checkSoundAfter("user_removed");
    need(house.users.makeFirstAdministrator("bea", kPassword));
    house.checkSoundAfter("user_put");
    CHECK(need(house.users.lockAdministrators()) == 1);
    house.checkSoundAfter("user_locked");
}

TEST_CASE("acts on tablets and on what is in quarantine leave no fault", "[server][audit]") {
    House house;
    TestStudy later{2};
    TestTablet second{house.study, 4}, early{later, 5};
    house.enrol(second);
    house.enrol(early);
    house.checkSoundAfter("device_enrolled");
    need(house.deviceActs.nameSuccessor(house.tablet.id(), second.id(), kOffice));
    house.checkSoundAfter("succession");
    need(house.deviceActs.resetSequence(second.id(), 40, kOffice));
    house.checkSoundAfter("sequence_reset");
    need(house.deviceActs.block(second.id(), kOffice));
    house.checkSoundAfter("block");
    need(house.deviceActs.unblock(second.id(), kOffice));
    house.checkSoundAfter("unblock");
    need(house.enrolment.revoke(house.tablet.id(), "root"));
    house.checkSoundAfter("device_revoked");
    need(house.quarantine.accept(house.sendToQuarantine(house.tablet), kOffice));
    house.checkSoundAfter("quarantine_accept");
    house.sendToQuarantine(early);
    house.publish(later);
    CHECK(need(house.quarantine.judgeAgain()) == 1);
    house.checkSoundAfter("judged_again");
}

TEST_CASE("acts on interviews and releases, and acts of an unknown kind, leave no fault", "[server][audit]") {
    House house;
    need(house.review.judge({house.items[0].interview, house.items[1].interview}, {ReviewState::Approved, "", ""},
                            "bea"));
    house.checkSoundAfter("review");
    need(house.review.withdraw(house.items[1].interview, "", "bea"));
    house.checkSoundAfter("withdrawal");
    const boost::json::object release{
        {"rungs", 1}, {"policy", std::string(64, 'a')}, {"members", "AAAAAAAAAAAAAAAAAAAAAA=="}, {"after", 0}};
    need(services::logExport(*house.repository, house.clock.now(),
                             {"anna", "report", "", std::string(64, 'b'), {{"interviews", 1}, {"release", release}}}));
    house.checkSoundAfter("export");
    const auto number =
        need(services::readAudit(*house.repository, house.keys.receiptKey.publicKey)).acts.back().number;
    need(services::recallRelease(*house.repository, house.clock.now(), number, "anna", "deleted"));
    house.checkSoundAfter("recall");
    need(house.enrolment.invite("AMS", "root"));
    house.checkSoundAfter("device_invited");
    house.publish(house.study);
    house.checkSoundAfter("study_published");
    need(house.studies->setBenchmark(integration::kBenchmark, {}, "root"));
    house.checkSoundAfter("benchmark_set");
    // The first is written beside the services; nothing is derived from the last one.
    for (const auto* kind : {"restored", "of_a_later_version"}) {
        need(house.repository->write([&](repository::Records& records) {
            return services::appendAct(records, house.clock.now(), "root", kind, {{"name", "anna"}, {"device", "x"}});
        }));
        house.checkSoundAfter(kind);
    }
}
