// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/x509.h"

#include "peil/crypto/error.h"
#include "peil_test/clock.h"
#include "peil_test/result.h"

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

using namespace peil;
using namespace peil::crypto;
using peil_test::need;

namespace {

const std::chrono::days kYear(365);

using Bio = std::unique_ptr<BIO, decltype(&::BIO_free)>;
using Certificate = std::unique_ptr<X509, decltype(&::X509_free)>;

Certificate parse(const std::string& pem) {
    const Bio bio(::BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &::BIO_free);
    Certificate certificate(::PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), &::X509_free);
    REQUIRE(certificate);
    return certificate;
}

/// Verifies the chain as a TLS peer would, at `when`. @return OpenSSL's code, X509_V_OK for a good one.
int verifyAt(const std::string& leaf, const std::string& authority, int purpose, TimePoint when) {
    const auto root = parse(authority);
    const auto certificate = parse(leaf);
    const std::unique_ptr<X509_STORE, decltype(&::X509_STORE_free)> store(::X509_STORE_new(), &::X509_STORE_free);
    ::X509_STORE_add_cert(store.get(), root.get());
    const std::unique_ptr<X509_STORE_CTX, decltype(&::X509_STORE_CTX_free)> context(::X509_STORE_CTX_new(),
                                                                                    &::X509_STORE_CTX_free);
    ::X509_STORE_CTX_init(context.get(), store.get(), certificate.get(), nullptr);
    ::X509_STORE_CTX_set_purpose(context.get(), purpose);
    ::X509_VERIFY_PARAM_set_time(::X509_STORE_CTX_get0_param(context.get()),
                                 std::chrono::floor<std::chrono::seconds>(when).time_since_epoch().count());
    ::X509_verify_cert(context.get());
    return ::X509_STORE_CTX_get_error(context.get());
}

struct Fixture {
    peil_test::ManualClock clock;
    TimePoint now = clock.now();
    CertificateAndKey authority = need(makeAuthority("Peil study office", now, kYear));
};

using Key = std::unique_ptr<EVP_PKEY, decltype(&::EVP_PKEY_free)>;

/// A request that no tablet of ours makes: with that key, and with these extensions asked for.
std::string strangeRequest(const Key& key, const std::vector<std::pair<int, const char*>>& wishes = {}) {
    const std::unique_ptr<X509_REQ, decltype(&::X509_REQ_free)> request(::X509_REQ_new(), &::X509_REQ_free);
    ::X509_REQ_set_pubkey(request.get(), key.get());
    auto* extensions = sk_X509_EXTENSION_new_null();
    for (const auto& [kind, value] : wishes)
        sk_X509_EXTENSION_push(extensions, ::X509V3_EXT_conf_nid(nullptr, nullptr, kind, value));
    if (!wishes.empty()) ::X509_REQ_add_extensions(request.get(), extensions);
    sk_X509_EXTENSION_pop_free(extensions, ::X509_EXTENSION_free);
    ::X509_REQ_sign(request.get(), key.get(), ::EVP_sha256());
    const Bio bio(::BIO_new(::BIO_s_mem()), &::BIO_free);
    ::PEM_write_bio_X509_REQ(bio.get(), request.get());
    std::string pem(8192, '\0');
    pem.resize(static_cast<std::size_t>(::BIO_read(bio.get(), pem.data(), static_cast<int>(pem.size()))));
    return pem;
}

} // namespace

TEST_CASE("a server's certificate holds for its hosts, under its authority, in its time", "[crypto][x509]") {
    const Fixture f;
    const auto server =
        need(makeServerCertificate(f.authority, {"sync.example.org", "127.0.0.1", "::1"}, f.now, kYear));
    const auto& root = f.authority.certificatePem;
    CHECK(verifyAt(server.certificatePem, root, X509_PURPOSE_SSL_SERVER, f.now + std::chrono::hours(1)) == X509_V_OK);
    CHECK(verifyAt(server.certificatePem, root, X509_PURPOSE_SSL_CLIENT, f.now) == X509_V_ERR_INVALID_PURPOSE);
    CHECK(verifyAt(server.certificatePem, root, X509_PURPOSE_SSL_SERVER, f.now + kYear + std::chrono::hours(1)) ==
          X509_V_ERR_CERT_HAS_EXPIRED);
    CHECK(verifyAt(server.certificatePem, root, X509_PURPOSE_SSL_SERVER, f.now - std::chrono::hours(25)) ==
          X509_V_ERR_CERT_NOT_YET_VALID);
    const auto other = need(makeAuthority("Another office", f.now, kYear));
    CHECK(verifyAt(server.certificatePem, other.certificatePem, X509_PURPOSE_SSL_SERVER, f.now) != X509_V_OK);
    const auto certificate = parse(server.certificatePem);
    CHECK(::X509_check_host(certificate.get(), "sync.example.org", 0, 0, nullptr) == 1);
    CHECK(::X509_check_host(certificate.get(), "other.example.org", 0, 0, nullptr) == 0);
    CHECK(::X509_check_ip_asc(certificate.get(), "127.0.0.1", 0) == 1);
    CHECK(::X509_check_ip_asc(certificate.get(), "::1", 0) == 1);
}

TEST_CASE("a signed request is for clients only and carries the name that the authority gave", "[crypto][x509]") {
    const Fixture f;
    const auto request = need(makeCertificateRequest("what the tablet asked"));
    const auto signedPem = need(signRequest(f.authority, request.requestPem, "device-1", f.now, kYear));
    CHECK(verifyAt(signedPem, f.authority.certificatePem, X509_PURPOSE_SSL_CLIENT, f.now) == X509_V_OK);
    CHECK(verifyAt(signedPem, f.authority.certificatePem, X509_PURPOSE_SSL_SERVER, f.now) ==
          X509_V_ERR_INVALID_PURPOSE);
    const auto certificate = parse(signedPem);
    char name[128] = {};
    ::X509_NAME_get_text_by_NID(::X509_get_subject_name(certificate.get()), NID_commonName, name, sizeof name);
    CHECK(std::string(name) == "device-1");
    const Bio bio(::BIO_new_mem_buf(request.privateKeyPem.data(), static_cast<int>(request.privateKeyPem.size())),
                  &::BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&::EVP_PKEY_free)> key(
        ::PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr), &::EVP_PKEY_free);
    CHECK(::X509_check_private_key(certificate.get(), key.get()) == 1);
}

TEST_CASE("a tablet's certificate cannot sign another one", "[crypto][x509]") {
    const Fixture f;
    const auto request = need(makeCertificateRequest("tablet"));
    const CertificateAndKey tablet{need(signRequest(f.authority, request.requestPem, "tablet", f.now, kYear)),
                                   request.privateKeyPem};
    const auto forged = need(signRequest(tablet, need(makeCertificateRequest("x")).requestPem, "x", f.now, kYear));
    CHECK(verifyAt(forged, tablet.certificatePem, X509_PURPOSE_SSL_CLIENT, f.now) != X509_V_OK);
}

TEST_CASE("requests that are text, changed, or of another kind of key are refused", "[crypto][x509]") {
    const Fixture f;
    auto changed = need(makeCertificateRequest("tablet")).requestPem;
    // A character of the base64 of the signature, well before the padding.
    auto& character = changed[changed.find("-----END") - 20];
    character = character == 'A' ? 'B' : 'A';
    const auto rsa = strangeRequest(Key(::EVP_RSA_gen(2048), &::EVP_PKEY_free));
    const auto otherCurve = strangeRequest(Key(::EVP_EC_gen("P-384"), &::EVP_PKEY_free));
    for (const auto& pem :
         {std::string(), std::string("no request"), changed, rsa, otherCurve, std::string(100'000, 'x')})
        CHECK(signRequest(f.authority, pem, "tablet", f.now, kYear).error().code == CryptoErrc::BadCertificate);
}

TEST_CASE("whatever a request asks for, its certificate is a tablet's and no more", "[crypto][x509]") {
    const Fixture f;
    const auto greedy = strangeRequest(Key(::EVP_EC_gen("P-256"), &::EVP_PKEY_free),
                                       {{NID_basic_constraints, "critical,CA:TRUE"},
                                        {NID_key_usage, "critical,keyCertSign,cRLSign"},
                                        {NID_ext_key_usage, "serverAuth"},
                                        {NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1"}});
    const auto signedPem = need(signRequest(f.authority, greedy, "device-1", f.now, kYear));
    const auto certificate = parse(signedPem);
    CHECK(::X509_check_ca(certificate.get()) == 0);
    CHECK(::X509_check_host(certificate.get(), "localhost", 0, 0, nullptr) != 1);
    CHECK(::X509_check_ip_asc(certificate.get(), "127.0.0.1", 0) != 1);
    CHECK(verifyAt(signedPem, f.authority.certificatePem, X509_PURPOSE_SSL_CLIENT, f.now) == X509_V_OK);
    CHECK(verifyAt(signedPem, f.authority.certificatePem, X509_PURPOSE_SSL_SERVER, f.now) ==
          X509_V_ERR_INVALID_PURPOSE);
}

TEST_CASE("names and hosts that no certificate can carry are refused", "[crypto][x509]") {
    const Fixture f;
    CHECK(makeAuthority("", f.now, kYear).error().code == CryptoErrc::BadCertificate);
    CHECK(makeCertificateRequest(std::string(65, 'n')).error().code == CryptoErrc::BadCertificate);
    for (const char* host : {"", "a,DNS:b", "with space", "a\nb"})
        CHECK(makeServerCertificate(f.authority, {host}, f.now, kYear).error().code == CryptoErrc::BadCertificate);
    CHECK(makeServerCertificate(f.authority, {}, f.now, kYear).error().code == CryptoErrc::BadCertificate);
    auto mixed = f.authority;
    mixed.privateKeyPem = need(makeCertificateRequest("x")).privateKeyPem;
    CHECK(makeServerCertificate(mixed, {"localhost"}, f.now, kYear).error().code == CryptoErrc::BadCertificate);
    const auto request = need(makeCertificateRequest("tablet"));
    CHECK(signRequest(mixed, request.requestPem, "tablet", f.now, kYear).error().code == CryptoErrc::BadCertificate);
    CHECK(signRequest(f.authority, request.requestPem, "", f.now, kYear).error().code == CryptoErrc::BadCertificate);
}

TEST_CASE("a certificate is checked against its key and its authority", "[crypto][x509]") {
    Fixture fixture;
    const auto server = need(makeServerCertificate(fixture.authority, {"localhost"}, fixture.now, kYear));
    const auto other = need(makeAuthority("another", fixture.now, kYear));
    CHECK(checkIssued(server, fixture.authority.certificatePem));
    CHECK(checkIssued(fixture.authority, fixture.authority.certificatePem));
    const auto code = [](const CertificateAndKey& pem, std::string_view authority) {
        const auto checked = checkIssued(pem, authority);
        return checked ? std::error_code{} : checked.error().code;
    };
    CHECK(code(server, other.certificatePem) == CryptoErrc::BadCertificate);
    CHECK(code({server.certificatePem, other.privateKeyPem}, fixture.authority.certificatePem) ==
          CryptoErrc::BadCertificate);
    CHECK(code({server.certificatePem, "junk"}, fixture.authority.certificatePem) == CryptoErrc::BadCertificate);
    CHECK(code(server, "junk") == CryptoErrc::BadCertificate);
}

TEST_CASE("a tablet whose clock is hours behind can speak to a new server", "[crypto][x509]") {
    Fixture fixture;
    const auto server = need(makeServerCertificate(fixture.authority, {"localhost"}, fixture.now, kYear));
    const auto at = [&](TimePoint when) {
        return verifyAt(server.certificatePem, fixture.authority.certificatePem, X509_PURPOSE_SSL_SERVER, when);
    };
    CHECK(at(fixture.now - std::chrono::hours(23)) == X509_V_OK);
    CHECK(at(fixture.now - std::chrono::hours(25)) == X509_V_ERR_CERT_NOT_YET_VALID);
}

TEST_CASE("the holder of a certificate is known by a request with its key, also after its end", "[crypto][x509]") {
    Fixture f;
    const auto& root = f.authority.certificatePem;
    const auto first = need(makeCertificateRequest("tablet"));
    const auto certificate = need(signRequest(f.authority, first.requestPem, "device-1", f.now - 2 * kYear, kYear));
    CHECK(need(endOf(certificate)) == std::chrono::floor<std::chrono::seconds>(f.now - kYear));
    const auto again = need(makeCertificateRequest("tablet", first.privateKeyPem));
    CHECK(need(holderOf(certificate, root, again.requestPem)) == "device-1");
    const auto code = [](const auto& result) { return result ? std::error_code{} : result.error().code; };
    const auto other = need(makeCertificateRequest("tablet"));
    CHECK(code(holderOf(certificate, root, other.requestPem)) == CryptoErrc::BadCertificate);
    CHECK(code(holderOf(certificate, need(makeAuthority("another", f.now, kYear)).certificatePem, again.requestPem)) ==
          CryptoErrc::BadCertificate);
    CHECK(code(holderOf("junk", root, again.requestPem)) == CryptoErrc::BadCertificate);
    CHECK(code(holderOf(certificate, root, "junk")) == CryptoErrc::BadCertificate);
    CHECK(code(endOf("junk")) == CryptoErrc::BadCertificate);
    CHECK(code(makeCertificateRequest("tablet", "junk")) == CryptoErrc::BadCertificate);
}

TEST_CASE("a server's new certificate is for the key that it had", "[crypto][x509]") {
    Fixture f;
    const auto old = need(makeServerCertificate(f.authority, {"localhost"}, f.now, kYear / 2));
    const auto later = f.now + kYear / 2 + std::chrono::hours(1);
    const auto renewed = need(renewServerCertificate(f.authority, old, {"localhost"}, later, kYear));
    CHECK(need(publicKeyPin(renewed.certificatePem)) == need(publicKeyPin(old.certificatePem)));
    const auto& root = f.authority.certificatePem;
    CHECK(verifyAt(old.certificatePem, root, X509_PURPOSE_SSL_SERVER, later) == X509_V_ERR_CERT_HAS_EXPIRED);
    CHECK(verifyAt(renewed.certificatePem, root, X509_PURPOSE_SSL_SERVER, later) == X509_V_OK);
}

TEST_CASE("a pin is the key's, not the certificate's", "[crypto][x509]") {
    const Fixture f;
    const auto request = need(makeCertificateRequest("tablet"));
    const auto first = need(signRequest(f.authority, request.requestPem, "tablet", f.now, kYear));
    const auto second = need(signRequest(f.authority, request.requestPem, "tablet", f.now, kYear));
    CHECK(first != second);
    CHECK(need(publicKeyPin(first)) == need(publicKeyPin(second)));
    CHECK(need(publicKeyPin(first)) != need(publicKeyPin(f.authority.certificatePem)));
    CHECK(publicKeyPin("no certificate").error().code == CryptoErrc::BadCertificate);
}

TEST_CASE("a server's certificate shows the hosts that it is for", "[crypto][x509]") {
    const Fixture f;
    const std::vector<std::string> hosts{"Sync.Example.org", "127.0.0.1", "::1"};
    const auto server = need(makeServerCertificate(f.authority, hosts, f.now, kYear));
    CHECK(need(certificateHosts(server.certificatePem)) ==
          std::vector<std::string>{"sync.example.org", "127.0.0.1", "::1"});
    CHECK(need(certificateHosts(f.authority.certificatePem)).empty());
    CHECK(certificateHosts("no certificate").error().code == CryptoErrc::BadCertificate);
}
