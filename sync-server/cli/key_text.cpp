// SPDX-License-Identifier: Apache-2.0
#include "key_text.h"

#include "command.h"
#include "peil/crypto/error.h"

#include <algorithm>

namespace peil::cli {
namespace {

Result<crypto::KeyFileInfo> infoFor(const std::filesystem::path& file, crypto::KeyPurpose purpose) {
    PEIL_TRY(auto info, crypto::readKeyFileInfo(file));
    if (info.purpose == purpose) return info;
    const auto* wanted = purpose == crypto::KeyPurpose::Signing ? "signing" : "sealing";
    return fail(CliErrc::BadInput, "The key in " + file.string() + " is not for " + wanted +
                                       "; give a key created with peil keys new --kind " + wanted + ".");
}

Result<crypto::SecretKey> openWith(const std::filesystem::path& file, const crypto::SecretBytes& passphrase) {
    auto key = crypto::openKeyFile(file, passphrase.view());
    if (!key && key.error().code == crypto::CryptoErrc::WrongPassphrase)
        return fail(crypto::CryptoErrc::WrongPassphrase,
                    "The passphrase does not open " + file.string() + "; check the passphrase and the file.");
    return key;
}

} // namespace

Result<crypto::PublicKey> publicKeyFrom(const std::string& fileOrHex, crypto::KeyPurpose purpose) {
    if (fileOrHex.size() == crypto::kKeyBytes * 2) {
        if (const auto bytes = fromHex(fileOrHex)) {
            crypto::PublicKey key{};
            std::copy(bytes->begin(), bytes->end(), key.begin());
            return key;
        }
    }
    PEIL_TRY(const auto info, infoFor(fileOrHex, purpose));
    return info.publicKey;
}

Result<crypto::SigningKeyPair> openSigningKey(const std::filesystem::path& file,
                                              const crypto::SecretBytes& passphrase) {
    PEIL_CHECK(infoFor(file, crypto::KeyPurpose::Signing));
    PEIL_TRY(auto seed, openWith(file, passphrase));
    return crypto::signingKeyPairFromSeed(std::move(seed));
}

Result<crypto::BoxKeyPair> openSealingKey(const std::filesystem::path& file, const crypto::SecretBytes& passphrase) {
    PEIL_TRY(const auto info, infoFor(file, crypto::KeyPurpose::Sealing));
    PEIL_TRY(auto secret, openWith(file, passphrase));
    return crypto::BoxKeyPair{info.publicKey, std::move(secret)};
}

} // namespace peil::cli
