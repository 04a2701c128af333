// SPDX-License-Identifier: Apache-2.0
#include "key_slot_format.h"

#include "peil/base/byte_stream.h"
#include "peil/crypto/error.h"

namespace peil::crypto {
namespace {

constexpr std::string_view kMagic = "PEILSLOT";
constexpr std::uint16_t kVersion = 1;
constexpr std::size_t kHeaderBytes = 8 + 2 + 2 + 16 + 8 + 4 + 8 + 32 + 4;
constexpr std::size_t kSlotBytes = 4 + 4 + 4 + kSaltBytes + 24 + kWrappedKeyBytes;
constexpr std::size_t kMaxSlots = 8;
constexpr std::string_view kCodeLabel = "peil keyslot file v1";

Digest codeOver(ByteView content, const SecretKey* deviceSecret) {
    return deviceSecret != nullptr ? blake2bKeyed(content, subkey(*deviceSecret, kCodeLabel)) : blake2b(content);
}

void writeSlotHeader(ByteWriter& out, const Slot& slot) {
    out.number(static_cast<std::uint32_t>(slot.type), 4);
    out.number(slot.cost.passes, 4);
    out.number(slot.cost.memoryKiB, 4);
    out.raw(slot.salt);
}

Slot readSlot(ByteReader& in) {
    Slot slot;
    slot.type = static_cast<SlotType>(in.number(4).value_or(0));
    slot.cost.passes = static_cast<std::uint32_t>(in.number(4).value_or(0));
    slot.cost.memoryKiB = static_cast<std::uint32_t>(in.number(4).value_or(0));
    in.fill(slot.salt);
    in.fill(slot.nonce);
    in.fill(slot.wrapped);
    return slot;
}

auto damaged() {
    return fail(CryptoErrc::BadKeyFile, "The key slot file is damaged or not from Peil.");
}

} // namespace

Bytes associatedData(const SlotFile& file, const Slot& slot) {
    ByteWriter out;
    out.raw(bytesOf(kMagic));
    out.number(kVersion, 2);
    out.raw(file.device);
    out.raw(file.check);
    writeSlotHeader(out, slot);
    return out.take();
}

Bytes encode(const SlotFile& file, const SecretKey* deviceSecret) {
    ByteWriter out;
    out.raw(bytesOf(kMagic));
    out.number(kVersion, 2);
    out.number(static_cast<std::uint16_t>(file.state), 2);
    out.raw(file.device);
    out.number(file.generation, 8);
    out.number(file.wrongTries, 4);
    out.number(static_cast<std::uint64_t>(file.lastTry), 8);
    out.raw(file.check);
    out.number(file.slots.size(), 4);
    for (const auto& slot : file.slots) {
        writeSlotHeader(out, slot);
        out.raw(slot.nonce);
        out.raw(slot.wrapped);
    }
    const auto code = codeOver(out.bytes(), deviceSecret);
    out.raw(code);
    return out.take();
}

Result<SlotFile> decode(ByteView bytes, const SecretKey* deviceSecret) {
    if (bytes.size() < kHeaderBytes + 32 || textOf(bytes.first(kMagic.size())) != kMagic) return damaged();
    const auto content = bytes.first(bytes.size() - 32);
    if (!equalConstantTime(codeOver(content, deviceSecret), bytes.last(32))) return damaged();
    ByteReader in(content.subspan(kMagic.size()));
    if (in.number(2).value_or(0) != kVersion) return damaged();
    SlotFile file;
    file.state = static_cast<SlotFileState>(in.number(2).value_or(0));
    in.fill(file.device);
    file.generation = in.number(8).value_or(0);
    file.wrongTries = static_cast<std::uint32_t>(in.number(4).value_or(0));
    file.lastTry = static_cast<std::int64_t>(in.number(8).value_or(0));
    in.fill(file.check);
    const auto count = in.number(4).value_or(0);
    if (count > kMaxSlots || content.size() != kHeaderBytes + count * kSlotBytes) return damaged();
    const bool live = file.state == SlotFileState::Live;
    if (live != (deviceSecret != nullptr) || live == (count == 0)) return damaged();
    for (std::uint64_t i = 0; i < count; ++i) {
        file.slots.push_back(readSlot(in));
        const auto& slot = file.slots.back();
        const bool known = slot.type == SlotType::Passphrase || slot.type == SlotType::Recovery;
        if (!known || !withinBounds(slot.cost)) return damaged();
    }
    return file;
}

std::optional<std::array<std::uint8_t, 16>> deviceIn(ByteView bytes) {
    constexpr std::size_t kAt = 8 + 2 + 2;
    if (bytes.size() < kHeaderBytes + 32 || textOf(bytes.first(kMagic.size())) != kMagic) return std::nullopt;
    std::array<std::uint8_t, 16> device{};
    ByteReader(bytes.subspan(kAt)).fill(device);
    return device;
}

bool isTombstone(ByteView bytes) {
    const auto file = decode(bytes, nullptr);
    return file && file->state == SlotFileState::Destroyed;
}

} // namespace peil::crypto
