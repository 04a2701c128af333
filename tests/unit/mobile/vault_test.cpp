// SPDX-License-Identifier: Apache-2.0
#include "field_bench.h"
#include "rehearsal.h"

#include "peil/crypto/error.h"
#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using peil_test::FieldBench;
using peil_test::need;

namespace {

Result<> unlock(FieldBench& bench, std::string_view passphrase) {
    return waitFor(bench.storage().run(
        [passphrase](Vault& vault) { return vault.unlock(crypto::SecretBytes::copyOf(bytesOf(passphrase))); }));
}

std::error_code codeOf(const Result<storage::Ledger>& result) {
    return result ? std::error_code() : result.error().code;
}

Result<storage::Ledger> ledger(FieldBench& bench) {
    return waitFor(bench.storage().withStore([](storage::LocalStore& store) { return store.ledger(); }));
}

} // namespace

TEST_CASE("a locked store answers nothing until the passphrase is given again", "[vault]") {
    FieldBench bench;
    CHECK(ledger(bench).has_value());
    CHECK(waitFor(bench.storage().run([](Vault& vault) {
        vault.lock();
        return true;
    })));
    CHECK(codeOf(ledger(bench)) == FieldErrc::Locked);
    need(unlock(bench, peil_test::kPassphrase));
    CHECK(ledger(bench).has_value());
}

TEST_CASE("a wrong passphrase opens nothing and costs a try", "[vault]") {
    FieldBench bench;
    bench.release();
    const SystemClock clock;
    Vault vault(bench.folder(), clock, bench.rng(), crypto::PassphraseCost::minimal());
    const auto before = need(vault.lockState()).triesLeft;
    const auto wrong = vault.unlock(crypto::SecretBytes::copyOf(bytesOf("another five words or so")));
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().code == crypto::CryptoErrc::WrongPassphrase);
    CHECK(need(vault.lockState()).triesLeft == before - 1);
    const auto store = vault.store();
    REQUIRE_FALSE(store.has_value());
    CHECK(store.error().code == FieldErrc::Locked);
}

TEST_CASE("a store is wiped only when nothing waits, and leaves neither key nor answer", "[vault]") {
    FieldBench bench;
    const auto wipe = [&bench] { return waitFor(bench.storage().run([](Vault& vault) { return vault.wipe(); })); };
    auto rehearsal = need(Rehearsal::open(bench.storage(), bench.rng()));
    const auto interviews = need(parseRehearsal(peil_test::shortInterview("4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a11")));
    need(rehearsal.play(interviews.front()));
    const auto early = wipe();
    REQUIRE_FALSE(early.has_value());
    CHECK(early.error().code == FieldErrc::SyncIncomplete);
    CHECK(need(ledger(bench)).waiting == 1);

    need(waitFor(bench.storage().withStore([](storage::LocalStore& store) -> Result<> {
        PEIL_TRY(const auto sent, store.outbox(1));
        return store.acknowledge(sent.front().id, sent.front().revision, {}, storage::InterviewState::Refused);
    })));
    need(wipe());
    CHECK(peil_test::namesIn(bench.folder()) == std::vector<std::string>{});
    CHECK(codeOf(ledger(bench)) == FieldErrc::Locked);
    CHECK(wipe().error().code == FieldErrc::Locked);
    const auto opened = unlock(bench, peil_test::kPassphrase);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == FieldErrc::NoStore);
}

TEST_CASE("a folder holds one store, and a folder without one cannot be unlocked", "[vault]") {
    FieldBench bench;
    const auto second = waitFor(bench.storage().run(
        [](Vault& vault) { return vault.create(crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase))); }));
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().code == FieldErrc::StoreExists);
    const SystemClock clock;
    Vault empty(bench.file("nothing"), clock, bench.rng(), crypto::PassphraseCost::minimal());
    const auto opened = empty.unlock(crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase)));
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == FieldErrc::NoStore);
    CHECK_FALSE(need(empty.lockState()).exists);
}
