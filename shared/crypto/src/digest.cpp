// SPDX-License-Identifier: Apache-2.0
// The digests that forms may ask for, by OpenSSL: libsodium has neither MD5 nor SHA-1 nor SHA-384.
#include "peil/base/text.h"
#include "peil/crypto/error.h"
#include "peil/crypto/seal.h"

#include <openssl/evp.h>

namespace peil::crypto {
namespace {

const EVP_MD* algorithmOf(std::string_view name) {
    const auto plain = replaceAll(toLowerAscii(name), "-", "");
    if (plain == "md5") return ::EVP_md5();
    if (plain == "sha1") return ::EVP_sha1();
    if (plain == "sha256") return ::EVP_sha256();
    if (plain == "sha384") return ::EVP_sha384();
    if (plain == "sha512") return ::EVP_sha512();
    return nullptr;
}

} // namespace

Result<Bytes> digest(std::string_view algorithm, ByteView message) {
    const EVP_MD* md = algorithmOf(algorithm);
    Bytes out(EVP_MAX_MD_SIZE);
    unsigned int length = 0;
    // A machine in FIPS mode may know MD5 by name and still refuse it.
    if (md == nullptr || ::EVP_Digest(message.data(), message.size(), out.data(), &length, md, nullptr) != 1)
        return fail(CryptoErrc::UnknownAlgorithm,
                    "\"" + std::string(algorithm) +
                        "\" is not a supported digest: use MD5, SHA-1, SHA-256, SHA-384 or SHA-512.");
    out.resize(length);
    return out;
}

Digest sha256(ByteView message) {
    Digest out{};
    ::EVP_Digest(message.data(), message.size(), out.data(), nullptr, ::EVP_sha256(), nullptr);
    return out;
}

} // namespace peil::crypto
