// SPDX-License-Identifier: Apache-2.0
// Contacts and discards of a real tablet at a real server.
#include "contact_log.h"
#include "field_with_server.h"
#include "sealing.h"

#include "peil/base/file.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using field_test::copyFolder;
using field_test::Field;
using peil_test::need;
using protocol::ContactOutcome;
using protocol::OpenItem;

namespace {

const Occasion kHere{"AMS-02", "2023-07-03", protocol::TimeSlot::Evening};

boost::json::value ledgerOf(Field& field) {
    return field.server().admin({.path = "/admin/ledger"}).json();
}

OpenItem log(Field& field, ContactOutcome outcome) {
    SystemRng rng;
    return field.work([&](storage::LocalStore& store, Outbox& outbox) {
        const auto study = need(currentStudy(store));
        const auto item = contactItem(study->study(), kHere, outcome, rng);
        need(sealOpenItem(store, outbox, item));
        return item;
    });
}

void undo(Field& field, const OpenItem& contact) {
    SystemRng rng;
    need(field.work(
        [&](storage::LocalStore& store, Outbox& outbox) { return undoContact(store, outbox, contact, rng); }));
}

std::size_t counted(Field& field) {
    return field.look([](storage::LocalStore& store) { return need(contactsOf(store, kHere)).size(); });
}

} // namespace

TEST_CASE("contacts, a discard and interviews of a tablet arrive as one chain, each once", "[fieldsync][items]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    log(field, ContactOutcome::Refused);
    REQUIRE_FALSE(field.finishInterview());
    const auto kept = log(field, ContactOutcome::Appointment);
    undo(field, log(field, ContactOutcome::Refused)); // not sent yet: as if it had never been
    need(field.work([](storage::LocalStore& store, Outbox& outbox) {
        const InterviewId draft("4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a19");
        const auto study = need(currentStudy(store));
        need(store.createDraft(draft, study->pack.formHash(), {}));
        return sealDiscard(store, outbox,
                           discardItem(study->study(), "AMS", draft, kHere, protocol::DiscardReason::TriedOut));
    }));
    REQUIRE(field.ledger().waitingItems == 4);
    REQUIRE_FALSE(field.sync());
    CHECK(field.ledger().waitingItems == 0);
    CHECK(field.isOneChain(4));
    CHECK(ledgerOf(field).at("receivedBy") == boost::json::value{{"contact", 2}, {"discard", 1}, {"interview", 1}});
    CHECK(ledgerOf(field).at("missing") == 0);

    undo(field, kept); // sent: an item that follows takes it back
    CHECK(counted(field) == 1);
    REQUIRE_FALSE(field.sync());
    CHECK(field.isOneChain(5));
    CHECK(ledgerOf(field).at("quarantined") == 0);
    const auto file = field.file("contacts.csv");
    CHECK(field.office("researcher", {"contacts", "--out", file.string()}).status == 0);
    CHECK(need(readTextFile(file, 10'000)) == "city,site,date,slot,outcome,count\n"
                                              "AMS,AMS-02,2023-07-03,evening,refused,1\n"
                                              "AMS,,,,not_eligible,1\n"); // who stopped at the screener
    CHECK(field.server().admin({.path = "/admin/audit"}).json().at("intact").as_bool());
}

TEST_CASE("a server restored from a backup gets contacts back as it gets interviews", "[fieldsync][items]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    log(field, ContactOutcome::Refused);
    REQUIRE_FALSE(field.sync());
    REQUIRE(field.server().stop() == 0);
    copyFolder(field.server().data(), field.file("backup"));
    field.server().startAgain();
    log(field, ContactOutcome::Refused);
    REQUIRE_FALSE(field.finishInterview());
    REQUIRE_FALSE(field.sync());
    field.server().kill();
    copyFolder(field.file("backup"), field.server().data());
    field.server().startAgain({"--restored"});
    REQUIRE_FALSE(field.sync());
    CHECK(field.isOneChain(3));
    CHECK(ledgerOf(field).at("receivedBy") == boost::json::value{{"contact", 2}, {"interview", 1}});
}

TEST_CASE("a contact that only the outbox has is sent before another item takes its number", "[fieldsync][items]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    std::filesystem::copy_file(field.store() / "store.db", field.file("store.db"));
    log(field, ContactOutcome::Refused);
    std::filesystem::copy_file(field.file("store.db"), field.store() / "store.db",
                               std::filesystem::copy_options::overwrite_existing);
    REQUIRE(field.ledger().waitingItems == 0);
    log(field, ContactOutcome::Approached); // under the number that the lost store had used
    REQUIRE_FALSE(field.sync());
    CHECK(field.ledger().waitingItems == 0);
    CHECK(ledgerOf(field).at("receivedBy") == boost::json::value{{"contact", 2}});
    CHECK(ledgerOf(field).at("quarantined") == 0);
    CHECK(ledgerOf(field).at("missing") == 0);
}
