// SPDX-License-Identifier: Apache-2.0
#include "x509_handles.h"

#include "peil/crypto/error.h"

#include <array>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>

namespace peil::crypto {
namespace {

using Bio = std::unique_ptr<BIO, FreeBy<&::BIO_free>>;

Bio reader(std::string_view text) {
    return Bio(::BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string textIn(BIO* bio) {
    const char* data = nullptr;
    // BIO_get_mem_data is a macro with a C cast.
    const auto size = ::BIO_ctrl(bio, BIO_CTRL_INFO, 0, &data);
    return data == nullptr || size <= 0 ? std::string() : std::string(data, static_cast<std::size_t>(size));
}

/// An encrypted key would else ask for its passphrase at the terminal.
int noPassphrase(char*, int, int, void*) {
    return -1;
}

} // namespace

tl::unexpected<Error> badCertificate(std::string sentence) {
    ::ERR_clear_error();
    return fail(CryptoErrc::BadCertificate, std::move(sentence));
}

Key makeEcKey() {
    return Key(::EVP_EC_gen("P-256"));
}

bool isEcP256(const EVP_PKEY* key) {
    std::array<char, 32> group{};
    std::size_t length = 0;
    return key != nullptr && ::EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
           ::EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) == 1 &&
           std::string_view(group.data(), length) == "prime256v1";
}

std::string pemOf(X509* certificate) {
    const Bio bio(::BIO_new(::BIO_s_mem()));
    return ::PEM_write_bio_X509(bio.get(), certificate) == 1 ? textIn(bio.get()) : std::string();
}

std::string pemOf(X509_REQ* request) {
    const Bio bio(::BIO_new(::BIO_s_mem()));
    return ::PEM_write_bio_X509_REQ(bio.get(), request) == 1 ? textIn(bio.get()) : std::string();
}

std::string pemOf(EVP_PKEY* key) {
    // Wiped when freed, unlike BIO_s_mem.
    const Bio bio(::BIO_new(::BIO_s_secmem()));
    const bool written = ::PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
    return written ? textIn(bio.get()) : std::string();
}

Certificate readCertificate(std::string_view pem) {
    return Certificate(::PEM_read_bio_X509(reader(pem).get(), nullptr, noPassphrase, nullptr));
}

Request readRequest(std::string_view pem) {
    return Request(::PEM_read_bio_X509_REQ(reader(pem).get(), nullptr, noPassphrase, nullptr));
}

Key readKey(std::string_view pem) {
    return Key(::PEM_read_bio_PrivateKey(reader(pem).get(), nullptr, noPassphrase, nullptr));
}

} // namespace peil::crypto
