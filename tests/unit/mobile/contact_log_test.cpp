// SPDX-License-Identifier: Apache-2.0
#include "contact_log.h"
#include "field_bench.h"
#include "sealing.h"

#include "peil/storage/error.h"
#include "peil_test/full_disk.h"
#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using peil_test::FieldBench;
using peil_test::need;
using protocol::ContactOutcome;
using protocol::DiscardReason;
using protocol::OpenItem;
using protocol::TimeSlot;

namespace {

constexpr const char* kDraft = "4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a11";
const Occasion kHere{"AMS-02", "2023-07-03", TimeSlot::Evening};

struct Tablet : FieldBench {
    template <class Job>
    auto work(Job job) {
        return waitFor(storage().withOutbox(std::move(job)));
    }
    [[nodiscard]] const study::Study& survey() const { return study()->study(); }
    OpenItem log(ContactOutcome outcome, const Occasion& occasion = kHere) {
        auto item = contactItem(survey(), occasion, outcome, rng());
        need(work([&](storage::LocalStore& store, Outbox& outbox) { return sealOpenItem(store, outbox, item); }));
        return item;
    }
    Result<> undo(const OpenItem& contact) {
        return work(
            [&](storage::LocalStore& store, Outbox& outbox) { return undoContact(store, outbox, contact, rng()); });
    }
    std::vector<OpenItem> counted(const Occasion& occasion = kHere) {
        return need(work([&](storage::LocalStore& store, Outbox&) { return contactsOf(store, occasion); }));
    }
    storage::Ledger ledger() {
        return need(work([](storage::LocalStore& store, Outbox&) { return store.ledger(); }));
    }
    std::size_t messages() { return need(Outbox(folder() / "outbox").entries()).size(); }
    void announce() {
        need(work([](storage::LocalStore& store, Outbox&) { return store.announce(); }));
    }
};

TimePoint at(std::string_view utc) {
    return parseUtc(utc).value();
}

} // namespace

TEST_CASE("a contact is dated by day and slot in the study's time zone", "[contacts]") {
    study::Study study;
    study.timeZone = "Europe/Amsterdam";
    CHECK(occasionAt(study, "A", at("2023-07-03T21:59:00.000Z")) == Occasion{"A", "2023-07-03", TimeSlot::Evening});
    CHECK(occasionAt(study, "A", at("2023-07-03T22:01:00.000Z")) == Occasion{"A", "2023-07-04", TimeSlot::Night});
    CHECK(occasionAt(study, "A", at("2023-12-03T10:59:00.000Z")) == Occasion{"A", "2023-12-03", TimeSlot::Morning});
    study.timeZone = "Nowhere/At_All";
    CHECK(occasionAt(study, "A", at("2023-07-03T22:01:00.000Z")).slot == TimeSlot::Evening); // UTC
}

TEST_CASE("contacts count by place and slot, each an item with a message in the outbox", "[contacts]") {
    Tablet tablet;
    tablet.log(ContactOutcome::Refused);
    tablet.log(ContactOutcome::Appointment);
    tablet.log(ContactOutcome::Refused, {"AMS-02", "2023-07-03", TimeSlot::Night});
    tablet.log(ContactOutcome::Refused, {"AMS-03", "2023-07-03", TimeSlot::Evening});
    REQUIRE(tablet.counted().size() == 2);
    CHECK(tablet.counted()[1].value("outcome") == "appointment");
    CHECK(tablet.messages() == 4);
    CHECK(tablet.ledger().waitingItems == 4);
    CHECK(tablet.ledger().waiting == 0); // interviews
    tablet.reopen();
    CHECK(tablet.counted().size() == 2);
    CHECK(tablet.messages() == 4);
}

TEST_CASE("what is undone before it may have been sent leaves nothing, and its number is used again", "[contacts]") {
    Tablet tablet;
    const auto first = tablet.log(ContactOutcome::Refused);
    const auto second = tablet.log(ContactOutcome::Approached);
    need(tablet.undo(second));
    CHECK(tablet.counted() == std::vector{first});
    CHECK(tablet.messages() == 1);
    CHECK(tablet.ledger().lastSequence == 1);
    tablet.log(ContactOutcome::Approached);
    CHECK(tablet.ledger().lastSequence == 2);
}

TEST_CASE("what may have been sent, or is followed by another item, is cancelled by one that follows", "[contacts]") {
    Tablet tablet;
    const auto first = tablet.log(ContactOutcome::Refused);
    const auto second = tablet.log(ContactOutcome::Approached);
    need(tablet.undo(first)); // the second one has a number after it
    CHECK(tablet.counted() == std::vector{second});
    CHECK(tablet.ledger().lastSequence == 3);
    const auto third = tablet.log(ContactOutcome::Approached);
    tablet.announce();
    need(tablet.undo(third));
    CHECK(tablet.counted() == std::vector{second});
    CHECK(tablet.ledger().lastSequence == 5);
    CHECK(tablet.messages() == 5);
    tablet.reopen(); // nothing is a message of a later one alone
    CHECK(tablet.messages() == 5);
}

TEST_CASE("what was sent from the outbox while the store was locked is not taken back", "[contacts]") {
    Tablet tablet;
    const auto contact = tablet.log(ContactOutcome::Refused);
    need(Outbox(tablet.folder() / "outbox").putReceipt(crypto::blake2b(need(encodeOpenItem(contact))), {}));
    need(tablet.undo(contact));
    CHECK(tablet.counted().empty());
    CHECK(tablet.ledger().lastSequence == 2);
}

TEST_CASE("a contact that cannot be stored leaves no message", "[contacts]") {
    Tablet tablet;
    tablet.log(ContactOutcome::Refused);
    const auto item = contactItem(tablet.survey(), kHere, ContactOutcome::Refused, tablet.rng());
    const auto same = [&](storage::LocalStore& store, Outbox& outbox) { return sealOpenItem(store, outbox, item); };
    need(tablet.work(same));
    const auto again = tablet.work(same);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == storage::StorageErrc::Constraint);
    auto wrong = item;
    wrong.fields.back().second = "a name";
    CHECK_FALSE(
        tablet.work([&](storage::LocalStore& store, Outbox& outbox) { return sealOpenItem(store, outbox, wrong); }));
    CHECK(tablet.ledger().lastSequence == 2);
}

TEST_CASE("a discarded draft is one item with reason, place and day, and leaves none of its answers", "[contacts]") {
    Tablet tablet;
    const InterviewId draft(kDraft);
    need(tablet.work([&](storage::LocalStore& store, Outbox&) {
        return store.createDraft(draft, "f", {{{"/data/story", "MARKER-7c1d9e", ""}}, {}, {}});
    }));
    const auto item = discardItem(tablet.survey(), "AMS", draft, kHere, DiscardReason::StartedTwice);
    need(tablet.work([&](storage::LocalStore& store, Outbox& outbox) { return sealDiscard(store, outbox, item); }));
    const auto items = need(tablet.work([](storage::LocalStore& store, Outbox&) { return store.outbox(10); }));
    REQUIRE(items.size() == 1);
    CHECK(std::string(textOf(items[0].envelope)) ==
          R"({"kind":"discard","id":")" + std::string(kDraft) +
              R"(","study":"opaak-2023","site":"AMS-02","date":"2023-07-03","reason":"started_twice"})");
    CHECK(tablet.ledger().drafts == 0);
    CHECK(tablet.messages() == 1);
    const auto gone =
        tablet.work([&](storage::LocalStore& store, Outbox& outbox) { return sealDiscard(store, outbox, item); });
    REQUIRE_FALSE(gone);
    CHECK(gone.error().code == storage::StorageErrc::NotFound);
    CHECK(tablet.messages() == 1);
    CHECK(discardItem(tablet.survey(), "AMS", draft, {"HRL-01", "2023-07-03", {}}, DiscardReason::Other)
              .value("site")
              .empty());
}
