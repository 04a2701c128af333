// SPDX-License-Identifier: Apache-2.0
#pragma once

// OpenSSL objects that free themselves, and their PEM texts.

#include "peil/base/result.h"

#include <memory>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <string>
#include <string_view>

namespace peil::crypto {

template <auto free>
struct FreeBy {
    template <class T>
    void operator()(T* object) const noexcept {
        free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, FreeBy<&::EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, FreeBy<&::X509_free>>;
using Request = std::unique_ptr<X509_REQ, FreeBy<&::X509_REQ_free>>;
using Name = std::unique_ptr<X509_NAME, FreeBy<&::X509_NAME_free>>;

/// BadCertificate with one sentence; clears OpenSSL's error queue, which would else speak up in a later TLS call.
[[nodiscard]] tl::unexpected<Error> badCertificate(std::string sentence);

/// New ECDSA P-256 key. Null when OpenSSL fails.
[[nodiscard]] Key makeEcKey();
[[nodiscard]] bool isEcP256(const EVP_PKEY* key);

[[nodiscard]] std::string pemOf(X509* certificate);
[[nodiscard]] std::string pemOf(X509_REQ* request);
/// PKCS #8, not encrypted.
[[nodiscard]] std::string pemOf(EVP_PKEY* key);
/// Null when the text is none.
[[nodiscard]] Certificate readCertificate(std::string_view pem);
[[nodiscard]] Request readRequest(std::string_view pem);
[[nodiscard]] Key readKey(std::string_view pem);

} // namespace peil::crypto
