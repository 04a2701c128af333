// SPDX-License-Identifier: Apache-2.0
// What was finished on a tablet that nobody can unlock any more still reaches the real server.
#include "field_with_server.h"

#include "peil/base/file.h"
#include "peil/crypto/error.h"
#include "peil_test/clock.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using field_test::checkError;
using field_test::Field;
using peil_test::need;

namespace {

constexpr const char* kSecond = "4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a11";

/// Enrolled, with two finished interviews that were not sent.
void finishTwo(Field& field) {
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE_FALSE(field.finishInterview());
    REQUIRE_FALSE(field.finishInterview(kSecond));
}

void lockForGood(const std::filesystem::path& folder) {
    peil_test::ManualClock waits;
    SystemRng rng;
    const SystemClock clock;
    Vault vault(folder, clock, rng, {}, waits);
    Result<> last;
    for (int tries = 1; tries <= crypto::KeySlots::kMaxTries; ++tries) {
        waits.advance(std::chrono::hours(1));
        last = vault.unlock(crypto::SecretBytes::copyOf(bytesOf(std::string_view("not the passphrase at all"))));
    }
    REQUIRE_FALSE(last.has_value());
    REQUIRE(last.error().code == crypto::CryptoErrc::SlotsDestroyed);
}

std::int64_t received(Field& field) {
    return field.server().admin({.path = "/admin/ledger"}).json().at("received").as_int64();
}

} // namespace

TEST_CASE("after ten wrong attempts what was finished is sent without a passphrase", "[fieldsync]") {
    Field field;
    finishTwo(field);
    lockForGood(field.store());
    CHECK(received(field) == 0);
    CHECK_FALSE(field.rescue(field.store()));
    CHECK(received(field) == 2);
    CHECK(field.isOneChain(2));
    // Again: nothing is left, and nothing is counted twice.
    CHECK_FALSE(field.rescue(field.store()));
    CHECK(received(field) == 2);
}

TEST_CASE("a copy of the outbox alone is enough, and the tablet continues as before", "[fieldsync]") {
    Field field;
    finishTwo(field);
    const auto copy = field.file("copy");
    std::filesystem::create_directory(copy);
    std::filesystem::copy(field.store() / "outbox", copy / "outbox", std::filesystem::copy_options::recursive);
    CHECK_FALSE(field.rescue(copy));
    CHECK(received(field) == 2);
    CHECK(field.ledger().waiting == 2);
    CHECK_FALSE(field.sync());
    CHECK(field.ledger().received == 2);
    CHECK(received(field) == 2);
}

TEST_CASE("a rescue without a network keeps everything and reports it; a damaged message is named", "[fieldsync]") {
    Field field;
    finishTwo(field);
    field.server().kill();
    checkError(field.rescue(field.store()), make_error_code(FieldErrc::NetworkFailed));
    CHECK(need(Outbox(field.store() / "outbox").waiting()) == 2);
    checkError(field.rescue(field.file("nowhere")), make_error_code(FieldErrc::NothingToRescue));
}

TEST_CASE("a message that was changed on the way is refused, does not count and stops no other", "[fieldsync]") {
    Field field;
    finishTwo(field);
    Outbox outbox(field.store() / "outbox");
    const auto file = field.store() / "outbox" / (need(outbox.entries()).front().name + ".sealed");
    auto bytes = need(readFile(file, std::uintmax_t{1} << 22U));
    bytes.back() ^= 1U;
    need(writeFileDurably(file, bytes, FileMode::Private));
    checkError(field.rescue(field.store()), make_error_code(FieldErrc::RescueRefused));
    CHECK(received(field) == 1);
    CHECK(need(outbox.waiting()) == 1);
    bytes.back() ^= 1U;
    bytes[50] ^= 1U; // in the hash of the envelope
    need(writeFileDurably(file, bytes, FileMode::Private));
    checkError(field.rescue(field.store()), make_error_code(FieldErrc::BadOutbox));
}

TEST_CASE("what a sync has sent is not sent again by a rescue", "[fieldsync]") {
    Field field;
    finishTwo(field);
    REQUIRE_FALSE(field.sync());
    CHECK(need(Outbox(field.store() / "outbox").waiting()) == 0);
    CHECK_FALSE(field.rescue(field.store()));
    CHECK(received(field) == 2);
}
