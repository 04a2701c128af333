// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/item_judge.h"

#include "peil_test/interview.h"

#include <functional>

using namespace peil;
using namespace peil::protocol;
using peil_test::need;
using enum Quarantine;

namespace {

struct Case {
    const char* name;
    std::optional<Quarantine> reason;
    std::function<void(EnvelopeHeader&, KnownDevice&, std::vector<PackFacts>&)> change;
};

/// The verdict on an interview in order, after one change of it, of its device or of the published packs.
std::optional<Quarantine> verdict(const Case& one) {
    peil_test::Tablet tablet;
    auto header = tablet.header(1);
    auto device = tablet.known();
    std::vector<PackFacts> packs{tablet.pack()};
    one.change(header, device, packs);
    const BatchItem item{
        header.interview, header.revision, header.sequence,
        need(sealEnvelope(header, bytesOf("<data/>"), {tablet.researcher.publicKey}, tablet.signing, tablet.rng))};
    return judgeItem(item, device, packs).reason;
}

#define CHANGE [](EnvelopeHeader & header, KnownDevice & device, std::vector<PackFacts> & packs)
#define UNUSED static_cast<void>(header), static_cast<void>(device), static_cast<void>(packs)

const Case kCases[] = {{"in order", std::nullopt, CHANGE{UNUSED;
} // namespace
}
, {"another tablet's", NotMine, CHANGE{UNUSED, header.device = DeviceId("someone-else");
}
}
, {"signed by another key", BadSignature, CHANGE{UNUSED, device.publicKey[0] ^= 1U;
}
}
, {"an id with an escape sequence", BadId, CHANGE{UNUSED, header.interview = InterviewId("\x1b[2J");
}
}
, {"an id in upper case", BadId, CHANGE{UNUSED, header.interview = InterviewId("5F7D0C1E-0000-4000-8000-100000000001");
}
}
, {"the highest plausible number", std::nullopt, CHANGE{UNUSED, header.sequence = 10'000;
}
}
, {"a number beyond it", SequenceJump, CHANGE{UNUSED, header.sequence = 10'001;
}
}
, {"the highest number there is", SequenceJump,
   CHANGE{UNUSED, header.sequence = std::numeric_limits<std::int64_t>::max();
}
}
, {"a number that goes on from a high one", std::nullopt,
   CHANGE{UNUSED, header.sequence = 12'000, device.highestSeen = 2'000;
}
}
, {"after all numbers were used", std::nullopt,
   CHANGE{UNUSED, device.highestSeen = std::numeric_limits<std::int64_t>::max();
}
}
, {"from a revoked tablet", Revoked, CHANGE{UNUSED, device.revoked = true;
}
}
, {"of another study", OtherStudy, CHANGE{UNUSED, header.study = StudyId("tea-2030");
}
}
, {"of another study with a form of this one", OtherStudy,
   CHANGE{UNUSED, packs.push_back(packs[0]), packs[1].study = StudyId("tea-2030"), packs[1].formHash = "f1",
          header.study = StudyId("coffee-2030");
}
}
, {"with a form that is not published", UnknownForm, CHANGE{UNUSED, header.formHash = "f1";
}
}
, {"while nothing is published", UnknownForm, CHANGE{UNUSED, packs.clear();
}
}
, {"for fewer than the recipients", OtherRecipients, CHANGE{UNUSED, packs[0].recipients.insert("escrow");
}
}
, {"for other recipients", OtherRecipients, CHANGE{UNUSED, packs[0].recipients = {"escrow"};
}
}
, {"for the recipients of an earlier pack with its form", std::nullopt,
   CHANGE{UNUSED, packs.push_back(packs[0]), packs[1].recipients = {"escrow"};
}
}
, {"with an open answer that the form keeps sealed", UnknownField,
   CHANGE{UNUSED, header.open.push_back({"story", "", ""});
}
}
, {"with a long value", BadValue, CHANGE{UNUSED, header.open[1] = {"in_care", std::string(1001, '1'), ""};
}
}
, {"with a value of many lines", BadValue, CHANGE{UNUSED, header.open[1] = {"in_care", "1\n2", ""};
}
}
, {"with a value that is no UTF-8", Unreadable, CHANGE{UNUSED, header.open[1] = {"in_care", "\xC3", ""};
}
}
, {"with another reason for no answer", BadValue, CHANGE{UNUSED, header.open[1].reason = "bored";
}
}
, {"with a weight", std::nullopt, CHANGE{UNUSED, header.open.push_back({"weight", "1.5", ""});
}
}
, {"with a weight that has no result", std::nullopt, CHANGE{UNUSED, header.open.push_back({"weight", "NaN", ""});
}
}
, {"with a weight beyond all measure", BadValue, CHANGE{UNUSED, header.open.push_back({"weight", "1e300", ""});
}
}
, {"with words for a weight", BadValue, CHANGE{UNUSED, header.open.push_back({"weight", "heavy", ""});
}
}
, {"finalised at no time", BadValue, CHANGE{UNUSED, header.finalisedAt = "yesterday";
}
}
, {"with a long token", BadValue, CHANGE{UNUSED, header.duplicateTokens = {std::string(129, 'a')};
}
}
, {"with an outcome of its form", std::nullopt, CHANGE{UNUSED, header.outcome = "second_visit";
}
}
, {"with an outcome of several words", BadOutcome, CHANGE{UNUSED, header.outcome = "complete\nreceived";
}
}
, {"without an outcome", BadOutcome, CHANGE{UNUSED, header.outcome.clear();
}
}
, {"of another city", OtherCity, CHANGE{UNUSED, header.open[0].value = "Amsterdam";
}
}
, {"of a city that the study does not have", OtherCity, CHANGE{UNUSED, header.open[0].value = "Paris";
}
}
, {"of its city by code", std::nullopt, CHANGE{UNUSED, header.open[0].value = "HRL";
}
}
, {"of two cities", OtherCity, CHANGE{UNUSED, header.open.push_back({"city", "Amsterdam", ""});
}
}
, {"that was broken off before its city", std::nullopt, CHANGE{UNUSED, header.open[0].value.clear();
}
}
,
}
;

} // namespace

TEST_CASE("an interview is received, or has one reason not to be", "[protocol][judge]") {
    for (const auto& one : kCases) {
        INFO(one.name);
        CHECK(verdict(one) == one.reason);
    }
}

TEST_CASE("an envelope with other keys than those beside it, or none at all, is unreadable", "[protocol][judge]") {
    peil_test::Tablet tablet;
    const std::vector<PackFacts> packs{tablet.pack()};
    auto item = tablet.item(2);
    item.sequence = 1;
    CHECK(judgeItem(item, tablet.known(), packs).reason == Unreadable);
    item.sequence = 3; // a tablet that was put back from a copy sends it behind its newest number
    CHECK_FALSE(judgeItem(item, tablet.known(), packs).reason);
    item.sequence = 10'001;
    CHECK(judgeItem(item, tablet.known(), packs).reason == SequenceJump);
    item = tablet.item(1);
    item.envelope.resize(item.envelope.size() / 2);
    const auto cut = judgeItem(item, tablet.known(), packs);
    CHECK(cut.reason == Unreadable);
    CHECK_FALSE(cut.header);
}

TEST_CASE("an item with its own signature is verified by it, whatever its kind", "[protocol][judge]") {
    peil_test::Tablet tablet;
    const std::vector<PackFacts> packs{tablet.pack()};
    const auto verdictOn = [&](BatchItem item, KnownDevice device) { return judgeItem(item, device, packs).reason; };
    auto item = tablet.signedItem(2, crypto::blake2b(bytesOf("one")));
    CHECK_FALSE(verdictOn(item, tablet.known()));
    item.previous.reset(); // signed, so nobody takes it out
    CHECK(verdictOn(item, tablet.known()) == BadSignature);
    item = tablet.signedItem(2);
    item.sequence = 3; // the envelope would let it, its signature does not
    CHECK(verdictOn(item, tablet.known()) == BadSignature);

    const auto reading = [&](const char* id, std::int64_t sequence) {
        BatchItem other{InterviewId(id), 1, sequence, toBytes("of a later version"), "alert_reading"};
        other.signature = signClaim(other.claim(tablet.id), tablet.signing);
        return other;
    };
    constexpr const char* kId = "5f7d0c1e-0000-4000-8000-000000000001";
    CHECK(verdictOn(reading(kId, 1), tablet.known()) == UnknownKind);
    CHECK(verdictOn(reading("one", 1), tablet.known()) == BadId);
    CHECK(verdictOn(reading(kId, 10'001), tablet.known()) == SequenceJump);
    auto device = tablet.known();
    device.revoked = true;
    CHECK(verdictOn(reading(kId, 1), device) == Revoked);
    auto forged = reading(kId, 1);
    forged.kind = "referral";
    CHECK(verdictOn(forged, tablet.known()) == BadSignature);
}

TEST_CASE("an item fits when one of those before it has the hash that it names", "[protocol][judge][chain]") {
    const auto one = crypto::blake2b(bytesOf("one")), two = crypto::blake2b(bytesOf("two")),
               other = crypto::blake2b(bytesOf("other"));
    CHECK(fitsChain(one, two, {}));                     // nothing is here to compare with
    CHECK(fitsChain(std::nullopt, two, {{other}, {}})); // it names nothing
    CHECK(fitsChain(one, two, {{other, one}, {}}));     // a number that was used twice is kept twice
    CHECK_FALSE(fitsChain(one, two, {{other}, {}}));
    CHECK(fitsChain(std::nullopt, two, {{}, {two}})); // it comes after the one that names it
    CHECK(fitsChain(std::nullopt, two, {{}, {std::nullopt}}));
    CHECK(fitsChain(std::nullopt, two, {{}, {other, two}}));
    CHECK_FALSE(fitsChain(std::nullopt, two, {{}, {other}}));
}

TEST_CASE("every reason for quarantine has its own id", "[protocol][judge]") {
    std::set<std::string_view> ids;
    for (int i = 0; i < static_cast<int>(Count_); ++i) {
        const auto reason = static_cast<Quarantine>(i);
        ids.insert(idOf(reason));
        CHECK(quarantineOf(idOf(reason)) == reason);
        if (!holdsNumber(reason)) CHECK_FALSE(mayBeAccepted(reason));
    }
    CHECK(ids.size() == static_cast<std::size_t>(Count_));
    CHECK_FALSE(quarantineOf("bad_luck"));
}

TEST_CASE("a tablet revises its own interviews and those of the ones that it was named for", "[protocol][judge]") {
    const DeviceId first("a"), second("b"), third("c");
    Successions successions;
    CHECK(successions.mayRevise(first, first));
    CHECK_FALSE(successions.mayRevise(first, second));
    successions.add(first, second);
    successions.add(second, third);
    successions.add(third, first); // a circle ends
    CHECK(successions.mayRevise(first, third));
    CHECK_FALSE(successions.mayRevise(first, DeviceId("d")));
    Successions oneWay;
    oneWay.add(first, second);
    CHECK_FALSE(oneWay.mayRevise(second, first));
}
