// SPDX-License-Identifier: Apache-2.0
#pragma once

// What lies in the store folder of a tablet: the key slots and, once they are opened, the encrypted store. Not for the
// GUI thread: a Vault is owned by a StorageThread, which alone calls it.

#include "field_error.h"

#include "peil/crypto/key_slots.h"
#include "peil/storage/local_store.h"

#include <filesystem>
#include <optional>

namespace peil::mobile {

/// What the lock screen may know without the passphrase.
struct LockState {
    bool exists = false;
    std::chrono::seconds delay{0}; ///< until the next try is judged
    int triesLeft = crypto::KeySlots::kMaxTries;
    crypto::SecretGrade grade = crypto::SecretGrade::File;
};

/// Threads: one object on one thread. `clock` and `rng` are borrowed for its life.
class Vault {
public:
    Vault(std::filesystem::path folder, const Clock& clock, Rng& rng, crypto::PassphraseCost cost = {});

    /// Makes key slots and store and leaves them open. @return the recovery code, in ASCII; StoreExists, or the errors
    /// of KeySlots::create() and LocalStore::open().
    [[nodiscard]] Result<crypto::SecretBytes> create(const crypto::SecretBytes& passphrase);
    /// @return NoStore, or the errors of KeySlots::unlock() and LocalStore::open().
    [[nodiscard]] Result<> unlock(const crypto::SecretBytes& passphrase);
    /// Closes the database, which forgets its key.
    void lock();
    /// For a tablet that the study office has withdrawn: destroys the keys, then removes what is left of the store.
    /// Drafts go with it. @return Locked; SyncIncomplete while a finished interview has no receipt, and nothing is
    /// touched then; or the error of a file that could not be removed, which nobody can read any more.
    [[nodiscard]] Result<> wipe();
    [[nodiscard]] Result<LockState> lockState() const;
    /// Borrowed until lock(). @return Locked.
    [[nodiscard]] Result<storage::LocalStore*> store();
    [[nodiscard]] const Clock& clock() const { return *m_clock; }
    [[nodiscard]] Rng& rng() const { return *m_rng; }

private:
    std::filesystem::path m_folder;
    const Clock* m_clock;
    Rng* m_rng;
    crypto::PassphraseCost m_cost;
    std::optional<storage::LocalStore> m_store;
};

} // namespace peil::mobile
