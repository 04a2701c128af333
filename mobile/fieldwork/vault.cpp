// SPDX-License-Identifier: Apache-2.0
#include "vault.h"

#include "outbox_mirror.h"

#include "peil/base/file.h"
#include "peil/crypto/error.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace peil::mobile {
namespace {

constexpr const char* kOutboxFolder = "outbox";
constexpr const char* kStoreFile = "store.db";
/// There from the first moment of create() to its last: until then nothing of value is in the folder.
constexpr const char* kUnfinished = "unfinished";
constexpr std::array<const char*, 7> kFilesToRemove{
    "store.db", "store.db-wal", "store.db-shm", "store.db-journal", "device-secret", "keyslots.copy", "keyslots"};

bool isThere(const std::filesystem::path& file) {
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

bool isEmpty(const std::filesystem::path& file) {
    std::error_code failed;
    return std::filesystem::file_size(file, failed) == 0 || failed;
}

} // namespace

Vault::Vault(std::filesystem::path folder, const Clock& clock, Rng& rng, crypto::PassphraseCost cost,
             const Clock& waits)
    : m_folder(std::move(folder))
    , m_outbox(m_folder / kOutboxFolder)
    , m_clock(&clock)
    , m_waits(&waits)
    , m_rng(&rng)
    , m_cost(cost) {}

Result<> Vault::clearUnfinished() {
    if (!isThere(m_folder / kUnfinished)) return {};
    auto failed = removeFiles();
    if (!failed) std::filesystem::remove(m_folder / kUnfinished, failed);
    if (failed) return fail(failed, "The folder " + m_folder.string() + " cannot be written; choose another one.");
    return {};
}

std::error_code Vault::removeFiles() const {
    std::error_code failed;
    for (const auto* name : kFilesToRemove) {
        std::error_code here;
        std::filesystem::remove(m_folder / name, here);
        if (here) failed = here;
    }
    return failed;
}

Result<> Vault::closeToOthers() const {
    using std::filesystem::perms;
    constexpr auto kOthers = perms::group_all | perms::others_all;
    std::error_code failed;
    const auto close = [&](const std::filesystem::path& path) {
        if (failed || (std::filesystem::status(path, failed).permissions() & kOthers) == perms::none || failed) return;
        std::filesystem::permissions(path, kOthers, std::filesystem::perm_options::remove, failed);
    };
    close(m_folder);
    if (isThere(m_folder / kOutboxFolder)) close(m_folder / kOutboxFolder);
    for (const auto* name : kFilesToRemove) {
        if (isThere(m_folder / name)) close(m_folder / name);
    }
    if (failed)
        return fail(FieldErrc::OpenToOthers,
                    "Other users of this machine can read " + m_folder.string() +
                        ", and its permissions cannot be changed; make this user the owner of the folder.");
    return {};
}

Result<crypto::SecretBytes> Vault::create(const crypto::SecretBytes& passphrase) {
    PEIL_CHECK(clearUnfinished());
    PEIL_TRY(const auto unsent, m_outbox.waiting());
    if (crypto::KeySlots::exist(m_folder) || isThere(m_folder / kStoreFile) || unsent > 0)
        return fail(FieldErrc::StoreExists,
                    "A store already exists in " + m_folder.string() + "; choose another folder.");
    std::error_code failed;
    std::filesystem::create_directories(m_folder, failed);
    if (failed) return fail(failed, "The folder " + m_folder.string() + " cannot be created; choose another one.");
    PEIL_CHECK(closeToOthers());
    PEIL_CHECK(writeFileDurably(m_folder / kUnfinished, {}, FileMode::Private));
    crypto::SecretBytes recoveryCode;
    auto slots = crypto::KeySlots::create(m_folder, passphrase.view(), *m_rng, m_cost, &recoveryCode);
    if (!slots) {
        PEIL_CHECK(clearUnfinished());
        return tl::unexpected<Error>(std::move(slots).error());
    }
    PEIL_TRY(auto key, slots->unlock(passphrase.view(), m_waits->now()));
    PEIL_TRY(auto store, storage::LocalStore::open(m_folder / kStoreFile, key, *m_clock));
    std::filesystem::remove(m_folder / kUnfinished, failed);
    if (failed) return fail(failed, "The folder " + m_folder.string() + " cannot be written; choose another one.");
    m_store.emplace(std::move(store));
    m_key.emplace(std::move(key));
    m_shiftEnd = m_waits->now() + kShift;
    return recoveryCode;
}

Result<> Vault::checkFiles() const {
    PEIL_TRY(const auto state, lockState());
    if (!state.exists)
        return fail(FieldErrc::NoStore, "There is no store in " + m_folder.string() + "; enrol this tablet first.");
    return closeToOthers();
}

Result<> Vault::unlock(const crypto::SecretBytes& passphrase) {
    PEIL_CHECK(checkFiles());
    PEIL_TRY(auto slots, crypto::KeySlots::open(m_folder));
    PEIL_TRY(auto key, slots.unlock(passphrase.view(), m_waits->now()));
    PEIL_CHECK(openStore(std::move(key)));
    m_shiftEnd = m_waits->now() + kShift;
    return {};
}

Result<> Vault::unlockWithPin(const crypto::SecretBytes& pin) {
    PEIL_CHECK(checkFiles());
    if (!m_pin) return fail(crypto::CryptoErrc::SlotsDestroyed, "There is no PIN; use the passphrase.");
    PEIL_TRY(auto key, m_pin->open(pin, m_waits->now()));
    return openStore(std::move(key));
}

Result<> Vault::changePassphrase(const crypto::SecretBytes& now, const crypto::SecretBytes& next) {
    PEIL_CHECK(store());
    PEIL_TRY(auto slots, crypto::KeySlots::open(m_folder));
    PEIL_TRY(const auto key, slots.unlock(now.view(), m_waits->now()));
    return slots.setPassphrase(key, next.view(), *m_rng, m_cost);
}

Result<> Vault::setPin(const crypto::SecretBytes& pin) {
    PEIL_CHECK(store());
    PEIL_TRY(auto made, crypto::ShiftPin::create(pin, *m_key, m_shiftEnd, *m_rng, m_cost));
    m_pin.emplace(std::move(made));
    return {};
}

Result<> Vault::openStore(crypto::SecretKey key) {
    m_store.reset(); // a second connection to the same file would be refused as busy
    PEIL_TRY(auto store, storage::LocalStore::open(m_folder / kStoreFile, key, *m_clock));
    m_store.emplace(std::move(store));
    m_key.emplace(std::move(key));
    // A full disk must not keep anyone from unlocking; the next time makes good.
    std::ignore = mirrorOutbox(*m_store, m_outbox);
    return {};
}

void Vault::lock() {
    m_store.reset();
    m_key.reset();
}

Result<> Vault::wipe() {
    PEIL_TRY(auto* open, store());
    PEIL_TRY(const auto ledger, open->ledger());
    // A receipt that could not be written into the outbox counts all the same: the store has it.
    std::ignore = mirrorOutbox(*open, m_outbox);
    PEIL_TRY(const auto unsent, m_outbox.waiting());
    const auto waiting = std::max(ledger.waitingItems, static_cast<std::int64_t>(unsent));
    if (waiting > 0)
        return fail(FieldErrc::SyncIncomplete,
                    std::to_string(waiting) +
                        " finished items are still waiting to be sent; sync again, then wipe this tablet.");
    PEIL_TRY(auto slots, crypto::KeySlots::open(m_folder));
    PEIL_CHECK(slots.destroy());
    lock();
    dropPin();
    auto failed = removeFiles();
    if (const auto removed = m_outbox.remove(); !removed) failed = removed.error().code;
    if (failed)
        return fail(failed, "The keys of this tablet are destroyed, but files remain in " + m_folder.string() +
                                "; remove that folder.");
    return {};
}

Result<LockState> Vault::lockState() const {
    LockState state;
    if (isThere(m_folder / kUnfinished)) return state;
    const auto store = m_folder / kStoreFile;
    state.exists = crypto::KeySlots::exist(m_folder);
    PEIL_TRY(const auto unsent, m_outbox.waiting());
    if (!state.exists && (isThere(store) || unsent > 0))
        return fail(FieldErrc::KeysLost, "The keys of the store in " + m_folder.string() +
                                             " are missing; restore them from a copy of that folder.");
    if (!state.exists) return state;
    PEIL_TRY(const auto slots, crypto::KeySlots::open(m_folder));
    if (isEmpty(store))
        return fail(FieldErrc::StoreLost, "The store " + store.string() + " is " +
                                              (isThere(store) ? "empty" : "missing") +
                                              "; restore it from a copy of that folder. No new store was created.");
    state.delay = slots.delayUntilNextTry(m_waits->now());
    state.triesLeft = slots.triesLeft();
    if (m_pin) state.pinTriesLeft = m_pin->triesLeft(m_waits->now());
    return state;
}

Result<storage::LocalStore*> Vault::store() {
    if (!m_store) return fail(FieldErrc::Locked, "The store is locked; unlock it with the passphrase.");
    return &*m_store;
}

} // namespace peil::mobile
