// SPDX-License-Identifier: Apache-2.0
// A tablet whose folder, or a part of it, was restored from a copy, and the real server: nothing that was finished is
// lost.
#include "device_settings.h"
#include "field_with_server.h"

#include "peil/base/file.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using field_test::checkError;
using field_test::copyFolder;
using field_test::Field;
using field_test::laterModelStudy;
using peil_test::need;

namespace {

std::int64_t sumOf(Field& field, const char* name) {
    return field.server().admin({.path = "/admin/ledger"}).json().at(name).as_int64();
}

/// The server has quarantined an interview by a form that it did not know, which it accepts when this returns.
/// Meanwhile the tablet was restored from a copy without it.
void acceptWhatTheCopyLacks(Field& field) {
    REQUIRE_FALSE(field.enrol(field.invite()));
    const auto later = laterModelStudy();
    REQUIRE(field.look([&later](storage::LocalStore& local) {
        return takePack(local, later.packHash, later.pack, later.signer.publicKey).has_value();
    }));
    copyFolder(field.store(), field.file("copy"));
    REQUIRE_FALSE(field.finishInterview());
    checkError(field.sync(), make_error_code(FieldErrc::SyncIncomplete)); // the study on the server is older
    REQUIRE(field.ledger().waiting == 0);
    REQUIRE(sumOf(field, "quarantined") == 1);
    copyFolder(field.file("copy"), field.store());
    field.server().publish(later);
    REQUIRE(sumOf(field, "received") == 1);
}

constexpr const char* kSecond = "4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a11";

/// An interview in the outbox alone: the store was lost after it, and an older copy came in its place.
void finishAndLoseStore(Field& field) {
    REQUIRE_FALSE(field.enrol(field.invite()));
    std::filesystem::copy_file(field.store() / "store.db", field.file("store.db"));
    REQUIRE_FALSE(field.finishInterview());
    std::filesystem::copy_file(field.file("store.db"), field.store() / "store.db",
                               std::filesystem::copy_options::overwrite_existing);
    REQUIRE(field.ledger().waiting == 0);
}

Outbox outboxOf(Field& field) {
    return Outbox(field.store() / "outbox");
}

} // namespace

TEST_CASE("an interview that a restored tablet finished again is sent, whatever receipt its first bytes get",
          "[fieldsync][copy]") {
    Field field;
    acceptWhatTheCopyLacks(field);
    REQUIRE_FALSE(field.finishInterview());
    REQUIRE_FALSE(field.sync());
    CHECK(field.ledger().waiting == 0);
    CHECK(sumOf(field, "received") == 1);
    CHECK(sumOf(field, "quarantined") == 1); // a person decides between the two
}

TEST_CASE("a receipt for an interview that is a draft on a restored tablet does not stop the sync",
          "[fieldsync][copy]") {
    Field field;
    acceptWhatTheCopyLacks(field);
    REQUIRE(field.look([](storage::LocalStore& local) {
        return local.createDraft(InterviewId(field_test::kUuid), laterModelStudy().formHash, {}).has_value();
    }));
    REQUIRE_FALSE(field.sync());
    CHECK(field.ledger().drafts == 1);
}

TEST_CASE("what only the outbox has is sent by the next sync, before another interview takes its number",
          "[fieldsync][copy]") {
    Field field;
    finishAndLoseStore(field);
    REQUIRE_FALSE(field.finishInterview(kSecond)); // number 1, as the one before
    REQUIRE_FALSE(field.sync());
    CHECK(sumOf(field, "received") == 2);
    CHECK(sumOf(field, "quarantined") == 0);
    CHECK(sumOf(field, "missing") == 0);
    CHECK(field.isOneChain(2));
    CHECK(field.ledger().waiting == 0);
    CHECK(need(outboxOf(field).waiting()) == 0);

    // What the store does not know leaves the tablet all the same when its participant takes it back.
    REQUIRE(field.office("data_protection_officer", {"withdraw", field_test::kUuid}).status == 0);
    REQUIRE_FALSE(field.sync());
    const auto left = need(outboxOf(field).entries());
    REQUIRE(left.size() == 1);
    CHECK(need(outboxOf(field).read(left.front())).interview.text() == kSecond);
}

TEST_CASE("the message of a draft is not sent while the interview may go on, and before a revoked tablet erases itself",
          "[fieldsync][copy]") {
    Field field;
    finishAndLoseStore(field);
    const auto device = field.look([](storage::LocalStore& local) {
        need(local.createDraft(InterviewId(field_test::kUuid), field_test::modelStudy().formHash, {}));
        return need(enrolment(local)).device.text();
    });
    REQUIRE_FALSE(field.sync());
    CHECK(sumOf(field, "received") == 0);
    CHECK(need(outboxOf(field).waiting()) == 1);
    REQUIRE(field.office("national_coordinator", {"device", "revoke", device}).status == 0);
    checkError(field.sync(), make_error_code(FieldErrc::Revoked));
    CHECK(sumOf(field, "quarantined") == 1);
    CHECK(peil_test::namesIn(field.store()) == std::vector<std::string>{});
}

TEST_CASE("a damaged message in the outbox is named by the sync, and everything else is sent", "[fieldsync][copy]") {
    Field field;
    finishAndLoseStore(field);
    const auto file = field.store() / "outbox" / (need(outboxOf(field).entries()).front().name + ".sealed");
    auto bytes = need(readFile(file, std::uintmax_t{1} << 22U));
    bytes[50] ^= 1U; // in the hash of the envelope
    need(writeFileDurably(file, bytes, FileMode::Private));
    REQUIRE_FALSE(field.finishInterview(kSecond));
    checkError(field.sync(), make_error_code(FieldErrc::BadOutbox));
    CHECK(field.ledger().waiting == 0);
    CHECK(sumOf(field, "received") == 1);
}

TEST_CASE("a tablet does not go over to another server while its outbox has something that was not sent",
          "[fieldsync][copy]") {
    Field field;
    finishAndLoseStore(field);
    integration::ServerUnderTest other;
    other.publish(field_test::modelStudy());
    checkError(field.enrol(other.invite("AMS")), make_error_code(FieldErrc::AlreadyEnrolled));
    REQUIRE_FALSE(field.sync());
    CHECK(sumOf(field, "received") == 1);
}
