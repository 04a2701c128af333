// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/key_file.h"

#include "passphrase.h"
#include "peil/base/byte_stream.h"
#include "peil/base/file.h"
#include "peil/crypto/error.h"

namespace peil::crypto {
namespace {

constexpr std::string_view kMagic = "PEILKEYF";
constexpr std::uint16_t kVersion = 1;
constexpr std::size_t kHeaderBytes = 8 + 2 + 2 + 32 + 4 + 4 + kSaltBytes + 24;
constexpr std::size_t kWrappedBytes = kKeyBytes + 16;
constexpr std::size_t kFileBytes = kHeaderBytes + kWrappedBytes + 32;

struct KeyFile {
    KeyPurpose purpose{};
    PublicKey publicKey{};
    PassphraseCost cost;
    Salt salt{};
    Nonce nonce{};
    std::array<std::uint8_t, kWrappedBytes> wrapped{};
};

/// All that is not secret; the associated data of the wrapped key.
Bytes headerOf(const KeyFile& file) {
    ByteWriter out;
    out.raw(bytesOf(kMagic));
    out.number(kVersion, 2);
    out.number(static_cast<std::uint8_t>(file.purpose), 2);
    out.raw(file.publicKey);
    out.number(file.cost.passes, 4);
    out.number(file.cost.memoryKiB, 4);
    out.raw(file.salt);
    out.raw(file.nonce);
    return out.take();
}

Result<KeyFile> readKeyFile(const std::filesystem::path& path) {
    const auto damaged = [&] {
        return fail(CryptoErrc::BadKeyFile, "\"" + path.string() + "\" is not a key file of Peil, or it is damaged.");
    };
    PEIL_TRY(const auto bytes, readFile(path, 1U << 20U));
    if (bytes.size() != kFileBytes || textOf(ByteView(bytes).first(kMagic.size())) != kMagic) return damaged();
    const auto content = ByteView(bytes).first(kFileBytes - 32);
    if (!equalConstantTime(blake2b(content), ByteView(bytes).last(32))) return damaged();
    ByteReader in(content.subspan(kMagic.size()));
    if (in.number(2).value_or(0) != kVersion) return damaged();
    KeyFile file;
    file.purpose = static_cast<KeyPurpose>(in.number(2).value_or(0));
    in.fill(file.publicKey);
    file.cost.passes = static_cast<std::uint32_t>(in.number(4).value_or(0));
    file.cost.memoryKiB = static_cast<std::uint32_t>(in.number(4).value_or(0));
    in.fill(file.salt);
    in.fill(file.nonce);
    in.fill(file.wrapped);
    const bool known = file.purpose == KeyPurpose::Sealing || file.purpose == KeyPurpose::Signing;
    if (!known || !withinBounds(file.cost)) return damaged();
    return file;
}

} // namespace

std::string fingerprint(const PublicKey& key) {
    return toHex(ByteView(blake2b(key)).first(16));
}

Result<> writeKeyFile(const std::filesystem::path& file, KeyPurpose purpose, const SecretKey& secret,
                      const PublicKey& publicKey, ByteView passphrase, Rng& rng, PassphraseCost cost) {
    PEIL_CHECK(checkStrength(passphrase));
    KeyFile content{purpose, publicKey, cost, {}, randomNonce(rng), {}};
    rng.fill(content.salt);
    PEIL_TRY(const auto wrapping, stretch(passphrase, content.salt, cost));
    const auto header = headerOf(content);
    ByteWriter out;
    out.raw(header);
    out.raw(aeadSeal(wrapping, content.nonce, secret.view(), header));
    const auto checksum = blake2b(out.bytes());
    out.raw(checksum);
    return writeFileDurably(file, out.bytes(), FileMode::Private);
}

Result<KeyFileInfo> readKeyFileInfo(const std::filesystem::path& file) {
    PEIL_TRY(const auto content, readKeyFile(file));
    return KeyFileInfo{content.purpose, content.publicKey, fingerprint(content.publicKey)};
}

Result<SecretKey> openKeyFile(const std::filesystem::path& file, ByteView passphrase) {
    PEIL_TRY(const auto content, readKeyFile(file));
    PEIL_TRY(const auto wrapping, stretch(passphrase, content.salt, content.cost));
    const auto plain = aeadOpen(wrapping, content.nonce, content.wrapped, headerOf(content));
    if (!plain) return fail(CryptoErrc::WrongPassphrase, "The passphrase of \"" + file.string() + "\" is wrong.");
    return SecretKey::copyOf(plain->view());
}

} // namespace peil::crypto
