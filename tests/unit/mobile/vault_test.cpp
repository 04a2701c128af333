// SPDX-License-Identifier: Apache-2.0
#include "field_bench.h"

#include "peil/crypto/error.h"
#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using peil_test::FieldBench;
using peil_test::need;

namespace {

Result<> unlock(FieldBench& bench, std::string_view passphrase) {
    return waitFor(bench.storage().run([passphrase](Vault& vault) { return vault.unlock(crypto::SecretBytes::copyOf(bytesOf(passphrase))); }));
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

TEST_CASE("a folder holds one store, and a folder without one cannot be unlocked", "[vault]") {
    FieldBench bench;
    const auto second = waitFor(bench.storage().run([](Vault& vault) { return vault.create(crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase))); }));
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().code == FieldErrc::StoreExists);
    const SystemClock clock;
    Vault empty(bench.file("nothing"), clock, bench.rng(), crypto::PassphraseCost::minimal());
    const auto opened = empty.unlock(crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase)));
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == FieldErrc::NoStore);
    CHECK_FALSE(need(empty.lockState()).exists);
}
