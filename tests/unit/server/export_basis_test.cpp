// SPDX-License-Identifier: Apache-2.0
// An export holds what the server listed only if nothing of it was reviewed or withdrawn since.
#include "server_fixture.h"
#include "services/audit_log.h"
#include "services/error.h"
#include "services/release_log.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace server_test;
using repository::ReviewState;
using services::ServiceErrc;

namespace {

/// A server with three interviews, and an export that is under way.
struct Exporting : ServerFixture {
    integration::TestStudy study;
    integration::TestTablet tablet{study, 3};
    std::vector<protocol::BatchItem> items;
    services::ExportBasis basis;

    Exporting() {
        publish(study);
        tablet.adopt(need(enrolment.enrol(tablet.request(need(enrolment.invite("AMS", "root")).code))));
        for (int i = 0; i < 3; ++i)
            items.push_back(tablet.interview("Amsterdam", "opioid", "1"));
        need(intake.receive(tablet.id(), bytesOf(tablet.batch(items).body)));
        judge(0, ReviewState::Approved);
        judge(1, ReviewState::Approved);
        basis.firstAct = basis.lastAct = newestAct();
        for (int i : {0, 1})
            basis.members.insert(memberOf(i));
    }
    [[nodiscard]] Bytes memberOf(int index) const {
        const auto hash = crypto::blake2b(items.at(static_cast<std::size_t>(index)).envelope);
        return {hash.begin(), hash.begin() + services::kMemberBytes};
    }
    std::int64_t newestAct() {
        std::int64_t number = 0;
        need(repository->read([&](repository::Records& records) -> Result<> {
            PEIL_TRY(number, records.lastAct());
            return {};
        }));
        return number;
    }
    void judge(std::size_t index, ReviewState state, const std::string& duplicateOf = {}) {
        need(review.judge({items.at(index).interview}, {state, "", duplicateOf}, "anna"));
    }
    void withdraw(std::size_t index) { need(review.withdraw(items.at(index).interview, "", "bea")); }
    Result<> log() {
        services::ExportAct act{"anna", "report of 2030", "", std::string(64, 'a'), {}};
        act.basis = basis;
        return services::logExport(*repository, clock.now(), act);
    }
    bool isRefused() {
        const auto before = newestAct();
        const auto logged = log();
        if (logged) return false;
        CHECK(logged.error().code == ServiceErrc::ExportMeanwhile);
        CHECK(newestAct() == before); // and nothing was logged
        return true;
    }
};

} // namespace

TEST_CASE("an export is refused if an exported interview was withdrawn or reviewed since it was listed",
          "[server][export]") {
    SECTION("withdrawn") {
        Exporting server;
        server.withdraw(1);
        CHECK(server.isRefused());
    }
    SECTION("reviewed") {
        Exporting server;
        server.judge(0, ReviewState::Rejected);
        CHECK(server.isRefused());
    }
    SECTION("another interview") {
        Exporting server;
        server.withdraw(2);
        CHECK_FALSE(server.isRefused());
    }
    SECTION("a later revision of it") {
        Exporting server;
        auto header = need(protocol::Envelope::parse(server.items[0].envelope)).header();
        header.revision = 2;
        header.sequence = 4;
        need(server.intake.receive(server.tablet.id(),
                                   bytesOf(server.tablet.batch({server.tablet.revision(header)}).body)));
        CHECK_FALSE(server.isRefused());
        server.judge(0, ReviewState::Approved);
        CHECK(server.isRefused());
    }
}

TEST_CASE("an export is refused if anything was reviewed between its first page and its last", "[server][export]") {
    Exporting server;
    // The page with 0 was read, 0 and 2 change places, and the page with 2 is read: the person is in none of the two.
    server.judge(2, ReviewState::Approved);
    server.basis.lastAct = server.newestAct();
    CHECK(server.isRefused());
    server.basis.firstAct = server.basis.lastAct;
    CHECK_FALSE(server.isRefused());
}

TEST_CASE("a frozen dataset that is made again depends on withdrawals, not on reviews", "[server][export]") {
    Exporting server;
    server.basis.byReview = false;
    server.judge(0, ReviewState::Rejected);
    CHECK_FALSE(server.isRefused());
    server.withdraw(0);
    CHECK(server.isRefused());
}

TEST_CASE("an export that was listed by a store with more acts is refused", "[server][export][epoch]") {
    Exporting server;
    server.basis.lastAct += 1;
    CHECK(server.isRefused());
}

TEST_CASE("an export states what it is based on", "[server][export]") {
    const auto read = [](std::string_view basis) {
        return services::exportBasisIn({{"basis", boost::json::parse({basis.data(), basis.size()})}});
    };
    const auto good = need(
        read(R"({"firstAct":3,"lastAct":5,"byReview":true,"members":"AAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAI="})"));
    CHECK(good.firstAct == 3);
    CHECK(good.lastAct == 5);
    CHECK(good.byReview);
    CHECK(good.members.size() == 2);
    for (const auto* bad : {"null", "{}", R"({"firstAct":5,"lastAct":3,"byReview":true,"members":""})",
                            R"({"firstAct":-1,"lastAct":3,"byReview":true,"members":""})",
                            R"({"firstAct":1,"lastAct":3,"byReview":1,"members":""})",
                            R"({"firstAct":1,"lastAct":3,"byReview":true,"members":"AAAA"})",
                            R"({"firstAct":1,"lastAct":3,"byReview":true,"members":"*"})"}) {
        INFO(bad);
        const auto basis = read(bad);
        REQUIRE_FALSE(basis);
        CHECK(basis.error().code == ServiceErrc::BadExport);
    }
    CHECK_FALSE(services::exportBasisIn({}));
}
