// SPDX-License-Identifier: Apache-2.0
// The list of interviews at home, and an interview that was begun by mistake.
#include "tablet_window.h"

#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using page_test::TabletWindow;
using peil::mobile::AppController;
using peil_test::need;

namespace {

/// Drafts that were begun and left, without opening each of them.
void putDrafts(TabletWindow& tablet, int count) {
    need(peil::mobile::waitFor(
        tablet.app().storage().withStore([count](peil::storage::LocalStore& store) -> peil::Result<> {
            for (int i = 0; i < count; ++i) {
                peil_test::SeededRng rng(static_cast<std::uint64_t>(i) + 1);
                PEIL_CHECK(store.createDraft(peil::InterviewId(peil::makeUuid(rng)), "form", {}));
            }
            return {};
        })));
}

} // namespace

TEST_CASE("every draft is listed, however many there are", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    putDrafts(tablet, 45);
    tablet.app().show(AppController::Home);
    tablet.settle();
    CHECK(tablet.app().interviews()->rowCount() == 45);
    CHECK_FALSE(tablet.isVisible("showMore"));
}

TEST_CASE("finished interviews beyond the first twenty are listed on demand", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    putDrafts(tablet, 45);
    need(peil::mobile::waitFor(tablet.app().storage().withStore([](peil::storage::LocalStore& store) -> peil::Result<> {
        PEIL_TRY(const auto all, store.interviews());
        const peil::Bytes sealed(8);
        for (const auto& one : all)
            PEIL_CHECK(store.finalise(one.id, [&](std::int64_t) { return peil::Result<peil::Bytes>(sealed); }));
        for (const auto& one : all)
            PEIL_CHECK(store.acknowledge(one.id, 1, peil::crypto::blake2b(sealed), {},
                                         peil::storage::InterviewState::Received));
        return {};
    })));
    tablet.app().show(AppController::Home);
    tablet.settle();
    CHECK(tablet.app().interviews()->rowCount() == 20);
    CHECK(tablet.text("showMore") == QStringLiteral("Show more (25 interviews hidden)"));
    tablet.tap("showMore");
    CHECK(tablet.app().interviews()->rowCount() == 40);
    tablet.tap("showMore");
    CHECK(tablet.app().interviews()->rowCount() == 45);
    CHECK_FALSE(tablet.isVisible("showMore"));
}

TEST_CASE("an interview started by mistake is erased once its reason is chosen, and only that is sent", "[pages]") {
    TabletWindow tablet;
    tablet.prepare();
    tablet.startInterview();
    tablet.tap("breakOff");
    CHECK_FALSE(tablet.isVisible("erase"));
    tablet.tap("mistake");
    CHECK(tablet.shows("This cannot be undone."));
    CHECK_FALSE(tablet.isVisible("goOnLater"));
    CHECK_FALSE(tablet.item("erase").isEnabled()); // no reason yet
    tablet.tap("erase_1");
    tablet.tap("erase");
    CHECK(tablet.app().page() == AppController::Home);
    CHECK_FALSE(tablet.app().busy());
    CHECK(tablet.app().interviews()->rowCount() == 0);
    const auto ledger = need(peil::mobile::waitFor(
        tablet.app().storage().withStore([](peil::storage::LocalStore& store) { return store.ledger(); })));
    CHECK(ledger.drafts == 0);
    CHECK(ledger.finalised == 0);
    const auto items = need(peil::mobile::waitFor(
        tablet.app().storage().withStore([](peil::storage::LocalStore& store) { return store.outbox(10); })));
    REQUIRE(items.size() == 1);
    const auto discard = need(peil::protocol::decodeOpenItem(peil::protocol::ItemKind::Discard, items[0].envelope));
    CHECK(discard.value("reason") == "wrong_place");
    CHECK(discard.value("site") == "AMS-02");
}

TEST_CASE("when the network returns, what is waiting is sent, but not from a locked tablet", "[pages]") {
    using State = peil::mobile::SyncController::State;
    TabletWindow tablet;
    tablet.prepare();
    auto& sync = *tablet.app().sync();
    sync.networkReturned();
    CHECK(sync.state() == State::Idle); // nothing is waiting
    tablet.startInterview();
    tablet.tap("choice_0"); // no consent
    tablet.tap("next");
    while (tablet.app().page() == AppController::Interview)
        tablet.tap("next");
    tablet.hold("finalise");
    REQUIRE(tablet.app().page() == AppController::Finished);
    sync.stop(); // that it was sent at once is another matter
    tablet.app().show(AppController::Home);
    tablet.settle();
    sync.networkReturned();
    CHECK(sync.state() != State::Idle);
    tablet.app().lock();
    tablet.settle();
    sync.networkReturned();
    CHECK(sync.state() == State::Idle);
}
