// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/error.h"

namespace peil::crypto {
namespace {

class CryptoCategory final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.crypto"; }
    [[nodiscard]] std::string message(int code) const override {
        switch (static_cast<CryptoErrc>(code)) {
        case CryptoErrc::NotAuthentic:
            return "The key is not the right one, or the bytes were changed.";
        case CryptoErrc::BadKeyLength:
            return "The key does not have 32 bytes.";
        case CryptoErrc::BadPadding:
            return "The decrypted text is not padded as it should be.";
        case CryptoErrc::UnknownAlgorithm:
            return "The digest algorithm is not known.";
        case CryptoErrc::BadKeyFile:
            return "The key file is damaged or not a key file.";
        case CryptoErrc::WrongPassphrase:
            return "The passphrase is wrong.";
        case CryptoErrc::SlotsDestroyed:
            return "The keys were destroyed after too many wrong passphrases.";
        case CryptoErrc::WeakPassphrase:
            return "The passphrase is too short or easy to guess.";
        case CryptoErrc::OutOfMemory:
            return "There is not enough memory to check a passphrase.";
        case CryptoErrc::BadCertificate:
            return "The certificate or its key cannot be used.";
        case CryptoErrc::TooSoon:
            return "The next try must wait a while.";
        case CryptoErrc::SlotsLost:
            return "The key slot files are lost.";
        case CryptoErrc::BadDeviceSecret:
            return "The device secret is missing or damaged.";
        case CryptoErrc::ForeignKeyFile:
            return "A key slot file belongs to another tablet.";
        }
        return "Unknown error.";
    }
};

} // namespace

const std::error_category& cryptoCategory() noexcept {
    static const CryptoCategory category;
    return category;
}

std::error_code make_error_code(CryptoErrc code) noexcept {
    return {static_cast<int>(code), cryptoCategory()};
}

} // namespace peil::crypto
