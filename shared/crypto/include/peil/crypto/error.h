// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/result.h"

namespace peil::crypto {

enum class CryptoErrc {
    NotAuthentic = 1, ///< wrong key, or the bytes were changed
    BadKeyLength,     ///< not 32 bytes
    BadPadding,       ///< the padded text is not padded
    UnknownAlgorithm, ///< digest() does not know the name
    BadKeyFile,       ///< key slot file or key file: wrong magic, version, length or parameters out of bounds
    WrongPassphrase,  ///< no slot opens with it
    SlotsDestroyed,   ///< too many wrong attempts: the slots were destroyed
    WeakPassphrase,   ///< a new one that is too short or easy to guess (strength.h)
    OutOfMemory,      ///< Argon2id could not get its memory
    BadCertificate,   ///< certificate, request or private key cannot be read, or is not signed by our authority
    TooSoon,          ///< an attempt within the delay after wrong ones: neither checked nor counted
    SlotsLost,        ///< both copies of the key slots are missing, but the device secret is there
    BadDeviceSecret,  ///< the device secret is missing or damaged, but the key slots are there
    ForeignKeyFile,   ///< a key slot file that says "destroyed" is another tablet's
};

std::error_code make_error_code(CryptoErrc code) noexcept;

} // namespace peil::crypto
