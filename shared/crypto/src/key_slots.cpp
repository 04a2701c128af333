// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/key_slots.h"

#include "key_slot_files.h"
#include "peil/base/error.h"
#include "peil/crypto/error.h"
#include "recovery_code.h"

#include <algorithm>

namespace peil::crypto {
namespace {

constexpr std::string_view kCheckLabel = "peil keyslot check v1";
/// Wait after that many wrong attempts, in seconds; the first two cost nothing, since everyone mistypes.
constexpr std::array<int, KeySlots::kMaxTries + 1> kDelays{0, 0, 0, 5, 15, 30, 60, 120, 300, 900, 900};

auto destroyed() {
    return fail(
        CryptoErrc::SlotsDestroyed,
        "The keys of this tablet were destroyed after too many wrong passphrases; its store can no longer be read.");
}

/// Argon2id of what was typed, then the device secret: neither alone opens a slot.
Result<SecretKey> slotKey(ByteView passphrase, const Slot& slot, const SecretKey& deviceSecret) {
    PEIL_TRY(const auto stretched, stretch(passphrase, slot.salt, slot.cost));
    const auto mixed = SecretBytes::copyOf(blake2bKeyed(stretched.view(), deviceSecret));
    return SecretKey::copyOf(mixed.view());
}

Result<Slot> makeSlot(SlotType type, ByteView passphrase, const SlotFile& file, const SecretKey& key,
                      const SecretKey& deviceSecret, Rng& rng, PassphraseCost cost) {
    Slot slot{type, cost, {}, randomNonce(rng), {}};
    rng.fill(slot.salt);
    PEIL_TRY(const auto wrapping, slotKey(passphrase, slot, deviceSecret));
    const auto wrapped = aeadSeal(wrapping, slot.nonce, key.view(), associatedData(file, slot));
    std::ranges::copy(wrapped, slot.wrapped.begin());
    return slot;
}

Digest checkOf(const SecretKey& key) {
    return blake2bKeyed(bytesOf(kCheckLabel), key);
}

} // namespace

struct KeySlots::Impl {
    KeySlotFiles files;
    SlotFile file;
    SecretKey deviceSecret;

    Result<> write() {
        ++file.generation;
        const auto bytes = encode(file, &deviceSecret);
        PEIL_CHECK(writeSlotCopy(files.first, bytes));
        return writeSlotCopy(files.second, bytes);
    }
    /// The key when `passphrase` opens a slot of `type`; no value if there is none or it does not open.
    Result<std::optional<SecretKey>> tryType(SlotType type, ByteView passphrase) const {
        for (const auto& slot : file.slots) {
            if (slot.type != type) continue;
            PEIL_TRY(const auto wrapping, slotKey(passphrase, slot, deviceSecret));
            const auto plain = aeadOpen(wrapping, slot.nonce, slot.wrapped, associatedData(file, slot));
            if (!plain) continue;
            PEIL_TRY(auto key, SecretKey::copyOf(plain->view()));
            if (equalConstantTime(checkOf(key), file.check)) return key;
        }
        return std::nullopt;
    }
    Result<std::optional<SecretKey>> tryAll(ByteView passphrase) const {
        if (const auto code = parseRecoveryCode(passphrase)) {
            PEIL_TRY(auto key, tryType(SlotType::Recovery, code->view()));
            if (key) return key;
        }
        return tryType(SlotType::Passphrase, passphrase);
    }
};

KeySlots::KeySlots(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
KeySlots::KeySlots(KeySlots&&) noexcept = default;
KeySlots& KeySlots::operator=(KeySlots&&) noexcept = default;
KeySlots::~KeySlots() = default;

bool KeySlots::exist(const std::filesystem::path& folder) {
    const auto files = keySlotFilesIn(folder);
    std::error_code ignored;
    return std::filesystem::exists(files.first, ignored) || std::filesystem::exists(files.second, ignored) ||
           std::filesystem::exists(files.secret, ignored);
}

Result<KeySlots> KeySlots::create(const std::filesystem::path& folder, ByteView passphrase, Rng& rng,
                                  PassphraseCost cost, SecretBytes* recoveryCode) {
    PEIL_CHECK(checkStrength(passphrase));
    if (exist(folder)) {
        const auto old = open(folder);
        if (old || old.error().code != CryptoErrc::SlotsDestroyed)
            return fail(BaseErrc::FileUnwritable,
                        "\"" + folder.string() + "\" already contains keys; they are not overwritten.");
    }
    auto impl = std::make_unique<Impl>(Impl{keySlotFilesIn(folder), {}, SecretKey::random(rng)});
    const auto key = SecretKey::random(rng);
    rng.fill(impl->file.device);
    impl->file.check = checkOf(key);
    const auto add = [&](SlotType type, ByteView secret) -> Result<> {
        PEIL_TRY(auto slot, makeSlot(type, secret, impl->file, key, impl->deviceSecret, rng, cost));
        impl->file.slots.push_back(slot);
        return {};
    };
    PEIL_CHECK(add(SlotType::Passphrase, passphrase));
    if (recoveryCode != nullptr) {
        const auto code = SecretBytes::random(kRecoveryBytes, rng);
        PEIL_CHECK(add(SlotType::Recovery, code.view()));
        *recoveryCode = formatRecoveryCode(code);
    }
    std::error_code ignored;
    if (std::filesystem::create_directories(folder, ignored))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, ignored);
    auto written = writeDeviceSecret(impl->files.secret, impl->deviceSecret);
    if (written) written = impl->write();
    if (written) return KeySlots(std::move(impl));
    for (const auto& file : {impl->files.first, impl->files.second, impl->files.secret})
        std::filesystem::remove(file, ignored);
    return tl::unexpected(std::move(written).error());
}

Result<KeySlots> KeySlots::open(const std::filesystem::path& folder) {
    const auto files = keySlotFilesIn(folder);
    PEIL_TRY(auto found, readKeySlotFiles(files));
    auto& [file, deviceSecret] = found;
    if (file.state == SlotFileState::Destroyed || file.wrongTries >= kMaxTries) {
        // A power cut may have come between the last count and the destruction, or in the midst of it.
        const auto tombstone = file.state == SlotFileState::Destroyed ? file : tombstoneOf(file, *deviceSecret);
        PEIL_CHECK(writeTombstones(files, tombstone));
        return destroyed();
    }
    return KeySlots(std::make_unique<Impl>(Impl{files, std::move(file), std::move(*deviceSecret)}));
}

Result<SecretKey> KeySlots::unlock(ByteView passphrase, TimePoint sinceBoot) {
    auto& file = m_impl->file;
    if (file.state == SlotFileState::Destroyed) return destroyed();
    if (const auto wait = delayUntilNextTry(sinceBoot); wait.count() > 0)
        return fail(CryptoErrc::TooSoon, "After several wrong passphrases, the next attempt must wait " +
                                             std::to_string(wait.count()) + " seconds.");
    const auto triesBefore = file.wrongTries;
    const auto timeBefore = file.lastTry;
    ++file.wrongTries;
    file.lastTry = sinceBoot.time_since_epoch().count();
    // Counted before it is checked, so that cutting the power after a wrong attempt gains nothing.
    PEIL_CHECK(m_impl->write());
    auto opened = m_impl->tryAll(passphrase);
    if (!opened) {
        // No memory for Argon2id: that was not a try.
        file.wrongTries = triesBefore;
        file.lastTry = timeBefore;
        PEIL_CHECK(m_impl->write());
        return tl::unexpected(std::move(opened).error());
    }
    if (*opened) {
        file.wrongTries = 0;
        PEIL_CHECK(m_impl->write());
        return std::move(**opened);
    }
    if (triesLeft() > 0)
        return fail(CryptoErrc::WrongPassphrase,
                    "The passphrase is wrong: " + std::to_string(triesLeft()) + " attempts are left.");
    PEIL_CHECK(destroy());
    return destroyed();
}

Result<> KeySlots::setPassphrase(const SecretKey& key, ByteView passphrase, Rng& rng, PassphraseCost cost) {
    PEIL_CHECK(checkStrength(passphrase));
    auto& file = m_impl->file;
    if (file.state == SlotFileState::Destroyed) return destroyed();
    if (!equalConstantTime(checkOf(key), file.check))
        return fail(CryptoErrc::NotAuthentic, "This is not the key behind these slots.");
    const auto before = file.slots;
    for (auto& slot : file.slots) {
        if (slot.type != SlotType::Passphrase) continue;
        PEIL_TRY(slot, makeSlot(SlotType::Passphrase, passphrase, file, key, m_impl->deviceSecret, rng, cost));
    }
    auto written = m_impl->write();
    if (!written) file.slots = before;
    return written;
}

std::chrono::seconds KeySlots::delayUntilNextTry(TimePoint sinceBoot) const {
    const auto& file = m_impl->file;
    const auto tries = std::min<std::size_t>(file.wrongTries, kMaxTries);
    const std::chrono::milliseconds delay = std::chrono::seconds(kDelays[tries]);
    // A lower bound of the time since the last attempt: since the start, when the machine was started again after it.
    const auto now = sinceBoot.time_since_epoch();
    const std::chrono::milliseconds last(file.lastTry);
    const auto passed = now >= last ? now - last : now;
    return std::chrono::ceil<std::chrono::seconds>(std::max(std::chrono::milliseconds(0), delay - passed));
}

int KeySlots::triesLeft() const {
    return kMaxTries - static_cast<int>(std::min<std::uint32_t>(m_impl->file.wrongTries, kMaxTries));
}

Result<> KeySlots::destroy() {
    m_impl->file = tombstoneOf(m_impl->file, m_impl->deviceSecret);
    return writeTombstones(m_impl->files, m_impl->file);
}

} // namespace peil::crypto
