// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/error.h"

#include "peil/base/error_category.h"

namespace peil::crypto {

std::error_code make_error_code(CryptoErrc code) noexcept {
    static constexpr EnumText<CryptoErrc> kMessages[] = {
        {CryptoErrc::NotAuthentic, "The key is wrong, or the bytes were changed."},
        {CryptoErrc::BadKeyLength, "The key does not have 32 bytes."},
        {CryptoErrc::BadPadding, "The padding of the decrypted text is invalid."},
        {CryptoErrc::UnknownAlgorithm, "The digest algorithm is not known."},
        {CryptoErrc::BadKeyFile, "The key file is damaged or not a key file."},
        {CryptoErrc::WrongPassphrase, "The passphrase is wrong."},
        {CryptoErrc::SlotsDestroyed, "The keys were destroyed after too many wrong passphrases."},
        {CryptoErrc::WeakPassphrase, "The passphrase is too short or easy to guess."},
        {CryptoErrc::OutOfMemory, "There is not enough memory to check a passphrase."},
        {CryptoErrc::BadCertificate, "The certificate or its key is invalid."},
        {CryptoErrc::TooSoon, "Wait before the next attempt."},
        {CryptoErrc::SlotsLost, "The key slot files are missing."},
        {CryptoErrc::BadDeviceSecret, "The device secret is missing or damaged."},
        {CryptoErrc::ForeignKeyFile, "A key slot file belongs to another tablet."},
    };
    return errorCode("peil.crypto", kMessages, code);
}

} // namespace peil::crypto
