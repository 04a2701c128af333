// SPDX-License-Identifier: Apache-2.0
// An act and its note in the audit are one: what cannot be noted is not done.
#include "peil/storage/database.h"
#include "repository/sqlcipher/schema.h"
#include "server_fixture.h"
#include "services/audit_log.h"

#include <catch2/catch_test_macros.hpp>
#include <map>

using namespace server_test;
using integration::TestStudy;
using integration::TestTablet;

namespace {

const services::Authority kOffice{"bea", "the tablet was found again"};
constexpr const char* kPassword = "turnip-lantern-otter-42";

/// A server whose store takes no note of an act any more.
struct MuteServer : ServerFixture {
    TestStudy study, later{2};
    TestTablet tablet{study, 3}, other{study, 4};
    protocol::BatchItem item;

    MuteServer() {
        publish(study);
        need(studies->setBenchmark(integration::kBenchmark, {}, "root"));
        need(users.put({"anna", repository::Role::CityCoordinator, "AMS"}, kPassword, "root"));
        static_cast<void>(
            need(tokens.make({"script", repository::Role::Researcher, ""}, std::chrono::days(1), "root")));
        for (auto* one : {&tablet, &other})
            one->adopt(need(enrolment.enrol(one->request(need(enrolment.invite("AMS", "root")).code))));
        item = tablet.interview("Amsterdam", "opioid", "1");
        need(intake.receive(tablet.id(), bytesOf(tablet.batch({item}).body)));
        run("CREATE TRIGGER mute BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no note is taken'); END");
    }

    /// While no server runs; the services below are of the repository that is opened afterwards.
    void run(const char* sql) {
        repository.reset();
        {
            auto store = database();
            need(need(store.prepare(sql)).run());
        }
        repository = opened(repository::OpenOptions::Restored::No);
    }
    [[nodiscard]] storage::Database database() const {
        return need(storage::Database::open(folder.path() / "server.db", keys.databaseKey, storage::Profile::Server,
                                            repository::serverMigrations()));
    }
    /// Every row of what acts change, as it stands on the disk.
    [[nodiscard]] std::vector<std::string> rows() {
        repository.reset();
        std::vector<std::string> all;
        {
            auto store = database();
            for (const auto* sql :
                 {"SELECT hash FROM pack ORDER BY 1", "SELECT area || register || people FROM benchmark ORDER BY 1",
                  "SELECT secret_id || state FROM enrolment ORDER BY 1",
                  "SELECT id || city_code || ifnull(revoked_at, 'no') || ifnull(blocked_at, 'no') || "
                  "sequence_base FROM device ORDER BY 1",
                  "SELECT device || successor FROM succession ORDER BY 1",
                  "SELECT name || role || city_code || ifnull(locked_at, 'no') || "
                  "password_hash FROM user ORDER BY 1",
                  "SELECT name || ifnull(revoked_at, 'no') FROM api_token ORDER BY 1",
                  "SELECT interview || state FROM review ORDER BY 1", "SELECT interview FROM withdrawal ORDER BY 1",
                  "SELECT name FROM frozen ORDER BY 1", "SELECT count(*) FROM envelope",
                  "SELECT number FROM audit ORDER BY 1"}) {
                auto statement = need(store.prepare(sql));
                all.emplace_back(sql);
                while (need(statement.step()))
                    all.push_back(statement.text(0));
            }
        }
        repository = opened(repository::OpenOptions::Restored::No);
        return all;
    }

    [[nodiscard]] std::string currentPack() {
        return need(services::StudyPublishing::create(*repository, clock))->current()->pack.hash();
    }
    /// Tries every kind of act. @return which were done.
    [[nodiscard]] std::map<std::string, bool> act() {
        const auto published = need(services::StudyPublishing::create(*repository, clock));
        services::Enrolment desk(*repository, *published, keys, "https://127.0.0.1:1", clock, rng);
        services::Users people(*repository, clock, rng);
        services::ApiTokens scripts(*repository, clock, rng);
        services::DeviceActs tablets(*repository, clock);
        services::Review judges(*repository, openTable, tombstones, clock);
        std::map<std::string, bool> done;
        done["invite"] = desk.invite("AMS", "bea").has_value();
        done["benchmark"] = published->setBenchmark("group,area,count\nopioid,Netherlands,7\n", {}, "bea").has_value();
        done["user"] = people.put({"carl", repository::Role::Researcher, ""}, kPassword, "bea").has_value();
        done["lock"] = people.act(services::UserAct::Lock, "anna", "bea").has_value();
        done["token"] =
            scripts.make({"nightly", repository::Role::Researcher, ""}, std::chrono::days(1), "bea").has_value();
        done["end of a token"] = scripts.revoke("script", "bea").has_value();
        done["successor"] = tablets.nameSuccessor(tablet.id(), other.id(), kOffice).has_value();
        done["reset"] = tablets.resetSequence(tablet.id(), 40, kOffice).has_value();
        done["block"] = tablets.block(tablet.id(), kOffice).has_value();
        done["revoke"] = desk.revoke(tablet.id(), "bea").has_value();
        done["review"] = judges.judge({item.interview}, {repository::ReviewState::Rejected, "", ""}, "bea").has_value();
        done["export"] = services::logExport(*repository, clock.now(),
                                             {"bea", "report", "frozen-1", std::string(64, 'a'), {{"interviews", 1}}})
                             .has_value();
        done["publish"] = published->publish(later.pack, {}, "bea").has_value();
        CHECK((published->current()->pack.hash() == later.packHash) == done["publish"]);
        return done;
    }
};

} // namespace

TEST_CASE("an action that cannot be logged is not carried out, and is carried out once it can be logged",
          "[server][audit]") {
    MuteServer server;
    const auto before = server.rows();
    for (const auto& [name, done] : server.act()) {
        INFO(name);
        CHECK_FALSE(done);
    }
    CHECK(server.currentPack() == server.study.packHash);
    CHECK(server.rows() == before);

    server.run("DROP TRIGGER mute");
    for (const auto& [name, done] : server.act()) {
        INFO(name);
        CHECK(done);
    }
    CHECK(server.currentPack() == server.later.packHash);
    CHECK(server.rows() != before);
}
