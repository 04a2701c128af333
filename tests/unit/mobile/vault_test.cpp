// SPDX-License-Identifier: Apache-2.0
#include "field_bench.h"
#include "rehearsal.h"

#include "peil/base/file.h"
#include "peil/crypto/error.h"
#include "peil_test/child_process.h"
#include "peil_test/clock.h"
#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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
    auto rehearsal = need(Rehearsal::open(bench.storage(), bench.fieldClock(), bench.rng()));
    const auto interviews = need(parseRehearsal(peil_test::shortInterview("4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a11")));
    need(rehearsal.play(interviews.front()));
    const auto early = wipe();
    REQUIRE_FALSE(early.has_value());
    CHECK(early.error().code == FieldErrc::SyncIncomplete);
    CHECK(need(ledger(bench)).waiting == 1);

    need(waitFor(bench.storage().withStore([](storage::LocalStore& store) -> Result<> {
        PEIL_TRY(const auto sent, store.outbox(1));
        const auto& item = sent.front();
        return store.acknowledge(item.id, item.revision, crypto::blake2b(item.envelope), {},
                                 storage::InterviewState::Refused);
    })));
    need(wipe());
    CHECK(peil_test::namesIn(bench.folder()) == std::vector<std::string>{});
    CHECK(codeOf(ledger(bench)) == FieldErrc::Locked);
    CHECK(wipe().error().code == FieldErrc::Locked);
    const auto opened = unlock(bench, peil_test::kPassphrase);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == FieldErrc::NoStore);
}

TEST_CASE("a store is not wiped while the outbox has an interview that was not sent and that the store lost",
          "[vault]") {
    FieldBench bench;
    const auto store = bench.folder() / "store.db", copy = bench.file("copy.db");
    bench.release();
    std::filesystem::copy_file(store, copy);
    bench.reopen();
    auto rehearsal = need(Rehearsal::open(bench.storage(), bench.fieldClock(), bench.rng()));
    need(rehearsal.play(
        need(parseRehearsal(peil_test::shortInterview("4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a11"))).front()));
    bench.release();
    std::filesystem::copy_file(copy, store, std::filesystem::copy_options::overwrite_existing);
    bench.reopen();
    const auto wipe = [&bench] { return waitFor(bench.storage().run([](Vault& vault) { return vault.wipe(); })); };
    CHECK(need(ledger(bench)).waiting == 0);
    const auto early = wipe();
    REQUIRE_FALSE(early.has_value());
    CHECK(early.error().code == FieldErrc::SyncIncomplete);
    CHECK(early.error().context.find("1 finished") != std::string::npos);
    CHECK(ledger(bench).has_value());

    Outbox outbox(bench.folder() / "outbox");
    need(outbox.putReceipt(need(outbox.read(need(outbox.entries()).front())).envelopeHash, {}));
    need(wipe());
    CHECK(peil_test::namesIn(bench.folder()) == std::vector<std::string>{});
}

TEST_CASE("the wait after wrong passphrases does not follow the wall clock", "[vault]") {
    FieldBench bench;
    bench.release();
    peil_test::ManualClock wall, waits;
    Vault vault(bench.folder(), wall, bench.rng(), crypto::PassphraseCost::minimal(), waits);
    const auto tryWith = [&vault](std::string_view words) {
        return vault.unlock(crypto::SecretBytes::copyOf(bytesOf(words)));
    };
    for (int tries = 1; tries <= 3; ++tries)
        REQUIRE(tryWith("another five words or so").error().code == crypto::CryptoErrc::WrongPassphrase);
    wall.advance(std::chrono::hours(24));
    CHECK(need(vault.lockState()).delay == std::chrono::seconds(5));
    CHECK(tryWith(peil_test::kPassphrase).error().code == crypto::CryptoErrc::TooSoon);
    waits.advance(std::chrono::seconds(5));
    CHECK(tryWith(peil_test::kPassphrase).has_value());
}

TEST_CASE("nothing is made over the remains of a store, and each of them is named", "[vault]") {
    FieldBench bench;
    bench.release();
    const auto all = bench.file("whole");
    std::filesystem::copy(bench.folder(), all);
    struct Case {
        std::vector<std::string> lost;
        std::error_code named;
    };
    const std::vector<Case> cases{
        {{"keyslots", "keyslots.copy"}, make_error_code(crypto::CryptoErrc::SlotsLost)},
        {{"device-secret"}, make_error_code(crypto::CryptoErrc::BadDeviceSecret)},
        {{"keyslots", "keyslots.copy", "device-secret"}, make_error_code(FieldErrc::KeysLost)},
        {{"store.db"}, make_error_code(FieldErrc::StoreLost)},
    };
    const auto words = crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase));
    for (const auto& one : cases) {
        INFO(one.lost.front());
        const auto folder = bench.file("remains-" + one.lost.front() + std::to_string(one.lost.size()));
        std::filesystem::copy(all, folder);
        for (const auto& name : one.lost)
            std::filesystem::remove(folder / name);
        const auto before = peil_test::bytesOfFiles(folder);
        Vault vault(folder, bench.clock(), bench.rng(), crypto::PassphraseCost::minimal());
        const auto state = vault.lockState();
        REQUIRE_FALSE(state.has_value());
        CHECK(state.error().code == one.named);
        CHECK_FALSE(state.error().context.empty());
        CHECK(vault.unlock(words).error().code == one.named);
        CHECK(vault.create(words).error().code == FieldErrc::StoreExists);
        CHECK(peil_test::bytesOfFiles(folder) == before);
    }
}

TEST_CASE("an emptied store is named, and the one that was restored opens", "[vault]") {
    FieldBench bench;
    bench.release();
    const auto store = bench.folder() / "store.db";
    const auto bytes = need(readFile(store, std::uintmax_t{1} << 30U));
    need(writeFileDurably(store, {}, FileMode::Private));
    Vault vault(bench.folder(), bench.clock(), bench.rng(), crypto::PassphraseCost::minimal());
    const auto words = crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase));
    CHECK(vault.unlock(words).error().code == FieldErrc::StoreLost);
    CHECK(std::filesystem::file_size(store) == 0);
    need(writeFileDurably(store, bytes, FileMode::Private));
    CHECK(vault.unlock(words).has_value());
}

TEST_CASE("a creation that was cut short is started again", "[vault]") {
    FieldBench bench;
    const auto folder = bench.file("cut");
    const auto words = crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase));
    Vault vault(folder, bench.clock(), bench.rng(), crypto::PassphraseCost::minimal());
    need(vault.create(words));
    vault.lock();
    // The power went before the store was made.
    std::filesystem::remove(folder / "store.db");
    need(writeFileDurably(folder / "unfinished", {}, FileMode::Private));
    CHECK_FALSE(need(vault.lockState()).exists);
    CHECK(vault.unlock(words).error().code == FieldErrc::NoStore);
    need(vault.create(words));
    vault.lock();
    CHECK(vault.unlock(words).has_value());
    CHECK_FALSE(std::filesystem::exists(folder / "unfinished"));
}

TEST_CASE("remains of a creation that cannot be removed are reported, and stay known as remains", "[vault]") {
    FieldBench bench;
    const auto folder = bench.file("cut");
    std::filesystem::create_directories(folder / "store.db" / "not a file");
    need(writeFileDurably(folder / "unfinished", {}, FileMode::Private));
    Vault vault(folder, bench.clock(), bench.rng(), crypto::PassphraseCost::minimal());
    const auto made = vault.create(crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase)));
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == std::errc::directory_not_empty);
    CHECK(std::filesystem::exists(folder / "unfinished"));
}

TEST_CASE("a weak passphrase leaves nothing behind", "[vault]") {
    FieldBench bench;
    const auto folder = bench.file("weak");
    Vault vault(folder, bench.clock(), bench.rng(), crypto::PassphraseCost::minimal());
    CHECK(vault.create(crypto::SecretBytes::copyOf(bytesOf("short"))).error().code ==
          crypto::CryptoErrc::WeakPassphrase);
    CHECK(peil_test::namesIn(folder).empty());
}

TEST_CASE("a folder that others may read and that cannot be closed to them gets no store", "[vault]") {
    FieldBench bench;
    // The kernel lets nobody change who may read a folder of a process.
    Vault vault("/proc/self", bench.clock(), bench.rng(), crypto::PassphraseCost::minimal());
    const auto made = vault.create(crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase)));
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == FieldErrc::OpenToOthers);
    CHECK(made.error().context.find("/proc/self") != std::string::npos);
}

TEST_CASE("a folder and keys that others may read are closed to them before they are used", "[vault]") {
    using std::filesystem::perms;
    FieldBench bench;
    bench.release();
    std::filesystem::permissions(bench.folder(), perms(0755));
    for (const char* name : {"keyslots", "keyslots.copy", "device-secret", "store.db"})
        std::filesystem::permissions(bench.folder() / name, perms(0666));
    bench.reopen();
    CHECK(std::filesystem::status(bench.folder()).permissions() == perms(0700));
    for (const char* name : {"keyslots", "keyslots.copy", "device-secret", "store.db"}) {
        INFO(name);
        CHECK(std::filesystem::status(bench.folder() / name).permissions() == perms(0600));
    }
}

TEST_CASE("the enrolment code does not stay among the arguments of the program", "[vault]") {
    for (const bool joined : {false, true}) {
        FieldBench bench;
        bench.release();
        const auto pipe = bench.file("pipe");
        REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
        std::vector<std::string> command{PEIL_BIN_DIR "/peil-tablet", "--store", bench.folder().string(),
                                         "--passphrase-file", pipe.string()};
        if (joined)
            command.emplace_back("--enrol=PEIL1:secretcode");
        else
            command.insert(command.end(), {"--enrol", "PEIL1:secretcode"});
        peil_test::ChildProcess tablet(command);
        // Opens as soon as the program reads its passphrase: the arguments are read by then.
        const int out = ::open(pipe.c_str(), O_WRONLY | O_CLOEXEC);
        REQUIRE(out >= 0);
        const auto arguments = need(readFile("/proc/" + std::to_string(tablet.pid()) + "/cmdline", 4096));
        ::close(out);
        CHECK(textOf(arguments).find("--enrol") != std::string_view::npos);
        CHECK(textOf(arguments).find("secretcode") == std::string_view::npos);
        CHECK(tablet.finish() == 1);
    }
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
