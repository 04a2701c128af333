// SPDX-License-Identifier: Apache-2.0
// What the audit says when somebody with the database key, and no other, has changed the store.
#include "peil/storage/database.h"
#include "repository/sqlcipher/schema.h"
#include "server_fixture.h"
#include "services/audit_log.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace server_test;
using Catch::Matchers::ContainsSubstring;
using integration::TestStudy;
using repository::ReviewState;

namespace {

/// Three received interviews, one of them rejected, one withdrawn; one in quarantine; a user.
struct House : ServerFixture {
    TestStudy study;
    integration::TestTablet tablet{study, 3};
    std::vector<protocol::BatchItem> items;

    House() {
        publish(study);
        need(users.put({"anna", repository::Role::CityCoordinator, "AMS"}, "turnip-lantern-otter-42", "root"));
        tablet.adopt(need(enrolment.enrol(tablet.request(need(enrolment.invite("AMS")).code))));
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

    [[nodiscard]] std::string fault() {
        return need(services::readAudit(*repository, keys.receiptKey.publicKey)).fault;
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
        {{"DELETE FROM user"}, "The user anna"},
        {{"UPDATE device SET public_key = zeroblob(32)"}, "of the tablet"},
        {{"UPDATE device SET city_code = 'HRL'"}, "of the tablet"},
        {{"UPDATE device SET revoked_at = 1"}, "of the tablet"},
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
