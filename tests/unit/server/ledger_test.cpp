// SPDX-License-Identifier: Apache-2.0
#include "server_fixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace server_test;

namespace {

repository::EnvelopeRow row(const DeviceId& device, std::int64_t sequence, std::string reason = {}) {
    repository::EnvelopeRow row;
    row.keys = {InterviewId("interview-" + device.text() + std::to_string(sequence)), 1, device, sequence};
    row.bytes = {1};
    row.status = reason.empty() ? repository::EnvelopeStatus::Received : repository::EnvelopeStatus::Quarantined;
    row.holdsKeys = reason != "unreadable";
    row.quarantineReason = std::move(reason);
    return row;
}

void store(ServerFixture& fixture, const DeviceId& device, const std::vector<repository::EnvelopeRow>& rows) {
    const auto work = [&](repository::Records& records) -> Result<> {
        PEIL_CHECK(records.addDevice({device, "AMS", {}, fixture.clock.now(), {}, {}, 0}));
        for (const auto& one : rows)
            PEIL_CHECK(records.addEnvelope(one));
        return {};
    };
    need(fixture.repository->write(work));
}

} // namespace

TEST_CASE("gaps are counted from the first number to the highest seen", "[server][ledger]") {
    ServerFixture fixture;
    const DeviceId one("one"), two("two"), silent("silent");
    store(fixture, one, {row(one, 2), row(one, 3), row(one, 6, "unknown_form")});
    store(fixture, two, {row(two, 1)});
    store(fixture, silent, {});
    const auto ledger = need(services::readLedger(*fixture.repository, fixture.clock.now()));
    REQUIRE(ledger.size() == 3);
    CHECK(ledger[0].received == 2);
    CHECK(ledger[0].quarantined == 1);
    CHECK(ledger[0].quarantinedBy == std::map<std::string, std::int64_t>{{"unknown_form", 1}});
    CHECK(ledger[0].missing == std::vector<std::int64_t>{1, 4, 5});
    CHECK(ledger[0].missingCount == 3);
    CHECK(ledger[1].missingCount == 0);
    CHECK(ledger[2].number == 3);
    CHECK(ledger[2].received == 0);
}

TEST_CASE("an interview that never came is missing even when it was the tablet's last", "[server][ledger]") {
    ServerFixture fixture;
    const DeviceId one("one"), silent("silent");
    store(fixture, one, {row(one, 1), row(one, 3)});
    store(fixture, silent, {});
    need(fixture.repository->write([&](repository::Records& records) -> Result<> {
        PEIL_CHECK(records.noteFinalised(one, 5));
        PEIL_CHECK(records.noteFinalised(one, 2)); // an older message that came late
        return records.noteFinalised(silent, 2);
    }));
    const auto ledger = need(services::readLedger(*fixture.repository, fixture.clock.now()));
    CHECK(ledger[0].finalised == 5);
    CHECK(ledger[0].received == 2);
    CHECK(ledger[0].missing == std::vector<std::int64_t>{2, 4, 5});
    CHECK(ledger[1].finalised == 2);
    CHECK(ledger[1].missing == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("a number far ahead is counted without listing a million", "[server][ledger]") {
    ServerFixture fixture;
    const DeviceId one("one");
    store(fixture, one, {row(one, 4'000'000'000'000)});
    const auto ledger = need(services::readLedger(*fixture.repository, fixture.clock.now()));
    CHECK(ledger[0].missingCount == 3'999'999'999'999);
    CHECK(ledger[0].missing.size() == services::kMaxMissing);
}

TEST_CASE("what is not the tablet's own does not fill a gap, and is counted", "[server][ledger]") {
    ServerFixture fixture;
    const DeviceId one("one");
    store(fixture, one, {row(one, 1), row(one, 2, "unreadable"), row(one, 3)});
    const auto ledger = need(services::readLedger(*fixture.repository, fixture.clock.now()));
    CHECK(ledger[0].missing == std::vector<std::int64_t>{2});
    CHECK(ledger[0].quarantined == 1);
    CHECK(ledger[0].quarantinedBy.at("unreadable") == 1);
}

TEST_CASE("what is in quarantine is counted also where a received interview has its number", "[server][ledger]") {
    ServerFixture fixture;
    const DeviceId one("one");
    auto second = row(one, 2, "conflict"), third = row(one, 2, "conflict");
    second.keys.interview = InterviewId("another");
    third.keys.interview = InterviewId("a third");
    store(fixture, one, {row(one, 1), row(one, 2), second, third});
    const auto ledger = need(services::readLedger(*fixture.repository, fixture.clock.now()));
    CHECK(ledger[0].finalised == 2);
    CHECK(ledger[0].received == 2);
    CHECK(ledger[0].quarantined == 2);
    CHECK(ledger[0].quarantinedBy.at("conflict") == 2);
    CHECK(ledger[0].missingCount == 0);
}
