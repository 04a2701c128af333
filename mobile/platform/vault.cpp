// SPDX-License-Identifier: Apache-2.0
#include "vault.h"

#include <array>

namespace peil::mobile {
namespace {

constexpr const char* kStoreFile = "store.db";
constexpr std::array<const char*, 6> kFilesToRemove{"store.db",         "store.db-wal",  "store.db-shm",
                                                    "store.db-journal", "keyslots.copy", "keyslots"};

} // namespace

Vault::Vault(std::filesystem::path folder, const Clock& clock, Rng& rng, crypto::PassphraseCost cost)
    : m_folder(std::move(folder))
    , m_clock(&clock)
    , m_rng(&rng)
    , m_cost(cost) {}

Result<crypto::SecretBytes> Vault::create(const crypto::SecretBytes& passphrase) {
    if (crypto::KeySlots::exist(m_folder))
        return fail(FieldErrc::StoreExists,
                    "There is a store in " + m_folder.string() + " already; choose another folder.");
    std::error_code failed;
    std::filesystem::create_directories(m_folder, failed);
    if (failed) return fail(failed, "The folder " + m_folder.string() + " cannot be made; choose another one.");
    crypto::SecretBytes recoveryCode;
    PEIL_CHECK(crypto::KeySlots::create(m_folder, passphrase.view(), *m_rng, m_cost, &recoveryCode));
    PEIL_CHECK(unlock(passphrase));
    return recoveryCode;
}

Result<> Vault::unlock(const crypto::SecretBytes& passphrase) {
    if (!crypto::KeySlots::exist(m_folder))
        return fail(FieldErrc::NoStore, "There is no store in " + m_folder.string() + "; enrol this tablet first.");
    PEIL_TRY(auto slots, crypto::KeySlots::open(m_folder));
    PEIL_TRY(const auto key, slots.unlock(passphrase.view(), m_clock->now()));
    m_store.reset(); // a second connection to the same file would be refused as busy
    PEIL_TRY(auto store, storage::LocalStore::open(m_folder / kStoreFile, key, *m_clock));
    m_store.emplace(std::move(store));
    return {};
}

void Vault::lock() {
    m_store.reset();
}

Result<> Vault::wipe() {
    PEIL_TRY(auto* open, store());
    PEIL_TRY(const auto ledger, open->ledger());
    if (ledger.waiting > 0)
        return fail(FieldErrc::SyncIncomplete,
                    std::to_string(ledger.waiting) +
                        " finished interviews still wait; sync again, then this tablet can be wiped.");
    PEIL_TRY(auto slots, crypto::KeySlots::open(m_folder));
    PEIL_CHECK(slots.destroy());
    m_store.reset();
    std::error_code failed;
    for (const auto* name : kFilesToRemove) {
        std::error_code here;
        std::filesystem::remove(m_folder / name, here);
        if (here) failed = here;
    }
    if (failed)
        return fail(failed, "The keys of this tablet are destroyed, but files remain in " + m_folder.string() +
                                "; remove that folder.");
    return {};
}

Result<LockState> Vault::lockState() const {
    LockState state;
    state.exists = crypto::KeySlots::exist(m_folder);
    if (!state.exists) return state;
    PEIL_TRY(const auto slots, crypto::KeySlots::open(m_folder));
    state.delay = slots.delayUntilNextTry(m_clock->now());
    state.triesLeft = slots.triesLeft();
    state.grade = slots.grade();
    return state;
}

Result<storage::LocalStore*> Vault::store() {
    if (!m_store) return fail(FieldErrc::Locked, "The store is locked; unlock it with the passphrase.");
    return &*m_store;
}

} // namespace peil::mobile
