// SPDX-License-Identifier: Apache-2.0
// A tablet whose folder, or a part of it, was restored from a copy, and the real server: nothing that was finished is
// lost.
#include "field_with_server.h"

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
