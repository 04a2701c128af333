// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/x509.h"

#include "peil/base/text.h"
#include "x509_handles.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <openssl/asn1.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace peil::crypto {
namespace {

constexpr std::size_t kMaxPem = 65536;
constexpr std::size_t kMaxCommonName = 64; // X.520 ub-common-name
constexpr long kVersion3 = 2;              // counted from 0
constexpr std::chrono::days kClockSlack{1};

using Names = std::unique_ptr<GENERAL_NAMES, FreeBy<&::GENERAL_NAMES_free>>;
using Serial = std::unique_ptr<ASN1_INTEGER, FreeBy<&::ASN1_INTEGER_free>>;
using BigNumber = std::unique_ptr<BIGNUM, FreeBy<&::BN_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, FreeBy<&::X509_EXTENSION_free>>;

Name nameOf(std::string_view commonName) {
    Name name(::X509_NAME_new());
    const auto bytes = bytesOf(commonName);
    if (bytes.empty() || bytes.size() > kMaxCommonName ||
        ::X509_NAME_add_entry_by_txt(name.get(), "CN", MBSTRING_UTF8, bytes.data(), static_cast<int>(bytes.size()), -1,
                                     0) != 1)
        return nullptr;
    return name;
}

/// 127 random bits, so that no one can foresee a certificate's bytes.
bool setSerial(X509* certificate) {
    std::array<std::uint8_t, 16> bytes{};
    if (::RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) return false;
    bytes[0] = static_cast<std::uint8_t>((bytes[0] & 0x7FU) | 0x40U);
    const BigNumber number(::BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    const Serial serial(::BN_to_ASN1_INTEGER(number.get(), nullptr));
    return serial && ::X509_set_serialNumber(certificate, serial.get()) == 1;
}

bool setValidity(X509* certificate, TimePoint from, std::chrono::days validFor) {
    const auto seconds = static_cast<time_t>(std::chrono::floor<std::chrono::seconds>(from).time_since_epoch().count());
    return ::ASN1_TIME_adj(::X509_getm_notBefore(certificate), seconds, -static_cast<int>(kClockSlack.count()), 0) !=
               nullptr &&
           ::ASN1_TIME_adj(::X509_getm_notAfter(certificate), seconds, static_cast<int>(validFor.count()), 0) !=
               nullptr;
}

/// `value` is a constant in OpenSSL's notation, never external input.
bool addExtension(X509* certificate, X509* issuer, int nid, const char* value) {
    X509V3_CTX context{};
    ::X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(::X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && ::X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// Takes a DNS name or an IP address, built as an object, so that "a,DNS:b" is no way to get a second name.
bool addHost(GENERAL_NAMES* names, const std::string& host) {
    GENERAL_NAME* name = ::GENERAL_NAME_new();
    if (name == nullptr || sk_GENERAL_NAME_push(names, name) <= 0) {
        ::GENERAL_NAME_free(name);
        return false;
    }
    if (ASN1_OCTET_STRING* address = ::a2i_IPADDRESS(host.c_str())) {
        ::GENERAL_NAME_set0_value(name, GEN_IPADD, address);
        return true;
    }
    const bool plain = !host.empty() && host.size() <= 253 && std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
    ASN1_IA5STRING* text = ::ASN1_IA5STRING_new();
    if (!plain || text == nullptr || ::ASN1_STRING_set(text, host.data(), static_cast<int>(host.size())) != 1) {
        ::ASN1_IA5STRING_free(text);
        return false;
    }
    ::GENERAL_NAME_set0_value(name, GEN_DNS, text);
    return true;
}

/// Version, serial, names, validity and key; what every certificate has.
Certificate makeBody(X509_NAME* subject, X509_NAME* issuer, EVP_PKEY* publicKey, TimePoint from,
                     std::chrono::days validFor) {
    Certificate certificate(::X509_new());
    const bool made =
        certificate && subject != nullptr && issuer != nullptr &&
        ::X509_set_version(certificate.get(), kVersion3) == 1 && setSerial(certificate.get()) &&
        setValidity(certificate.get(), from, validFor) && ::X509_set_subject_name(certificate.get(), subject) == 1 &&
        ::X509_set_issuer_name(certificate.get(), issuer) == 1 && ::X509_set_pubkey(certificate.get(), publicKey) == 1;
    return made ? std::move(certificate) : nullptr;
}

struct Authority {
    Certificate certificate;
    Key key;
};

Result<Authority> readAuthority(const CertificateAndKey& pem) {
    Authority authority{readCertificate(pem.certificatePem), readKey(pem.privateKeyPem)};
    if (!authority.certificate || !authority.key ||
        ::X509_check_private_key(authority.certificate.get(), authority.key.get()) != 1)
        return badCertificate("The certificate of the authority and its private key do not match.");
    return authority;
}

bool addLeafExtensions(X509* certificate, X509* issuer, const char* usage) {
    return addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
           addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature") &&
           addExtension(certificate, issuer, NID_ext_key_usage, usage) &&
           addExtension(certificate, issuer, NID_subject_key_identifier, "hash") &&
           addExtension(certificate, issuer, NID_authority_key_identifier, "keyid");
}

bool signBy(X509* certificate, EVP_PKEY* key) {
    return ::X509_sign(certificate, key, ::EVP_sha256()) > 0;
}

} // namespace

Result<CertificateAndKey> makeAuthority(std::string_view commonName, TimePoint from, std::chrono::days validFor) {
    const auto name = nameOf(commonName);
    const auto key = makeEcKey();
    const auto certificate = makeBody(name.get(), name.get(), key.get(), from, validFor);
    X509* const body = certificate.get();
    if (body == nullptr || !addExtension(body, body, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") ||
        !addExtension(body, body, NID_key_usage, "critical,keyCertSign,cRLSign") ||
        !addExtension(body, body, NID_subject_key_identifier, "hash") || !signBy(body, key.get()))
        return badCertificate(
            "The certificate of the authority could not be created: its name needs 1 to 64 characters.");
    return CertificateAndKey{pemOf(body), pemOf(key.get())};
}

namespace {

Result<CertificateAndKey> issueToServer(const CertificateAndKey& authorityPem, EVP_PKEY* key,
                                        const std::vector<std::string>& hosts, TimePoint from,
                                        std::chrono::days validFor) {
    PEIL_TRY(const auto authority, readAuthority(authorityPem));
    const Names names(::GENERAL_NAMES_new());
    for (const auto& host : hosts)
        if (!addHost(names.get(), host))
            return badCertificate("\"" + host + "\" is neither a host name nor an IP address.");
    if (hosts.empty()) return badCertificate("A server certificate needs at least one host name or IP address.");
    const auto name = nameOf(std::string_view(hosts.front()).substr(0, kMaxCommonName));
    const auto certificate =
        makeBody(name.get(), ::X509_get_subject_name(authority.certificate.get()), key, from, validFor);
    X509* const body = certificate.get();
    if (body == nullptr || !addLeafExtensions(body, authority.certificate.get(), "serverAuth") ||
        ::X509_add1_ext_i2d(body, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) != 1 ||
        !signBy(body, authority.key.get()))
        return badCertificate("The server's certificate could not be created.");
    return CertificateAndKey{pemOf(body), pemOf(key)};
}

Result<RequestAndKey> requestWith(const Key& key, std::string_view commonName) {
    const auto name = nameOf(commonName);
    const Request request(::X509_REQ_new());
    if (!name || !key || !request || ::X509_REQ_set_version(request.get(), 0) != 1 ||
        ::X509_REQ_set_subject_name(request.get(), name.get()) != 1 ||
        ::X509_REQ_set_pubkey(request.get(), key.get()) != 1 ||
        ::X509_REQ_sign(request.get(), key.get(), ::EVP_sha256()) <= 0)
        return badCertificate("The certificate request could not be created: its name needs 1 to 64 characters.");
    return RequestAndKey{pemOf(request.get()), pemOf(key.get())};
}

} // namespace

Result<CertificateAndKey> makeServerCertificate(const CertificateAndKey& authority,
                                                const std::vector<std::string>& hosts, TimePoint from,
                                                std::chrono::days validFor) {
    const auto key = makeEcKey();
    return issueToServer(authority, key.get(), hosts, from, validFor);
}

Result<CertificateAndKey> renewServerCertificate(const CertificateAndKey& authority, const CertificateAndKey& server,
                                                 const std::vector<std::string>& hosts, TimePoint from,
                                                 std::chrono::days validFor) {
    const auto key = readKey(server.privateKeyPem);
    if (!key) return badCertificate("The private key of the server cannot be read.");
    return issueToServer(authority, key.get(), hosts, from, validFor);
}

Result<RequestAndKey> makeCertificateRequest(std::string_view commonName) {
    return requestWith(makeEcKey(), commonName);
}

Result<RequestAndKey> makeCertificateRequest(std::string_view commonName, std::string_view privateKeyPem) {
    const auto key = readKey(privateKeyPem);
    if (!key) return badCertificate("The private key of the certificate cannot be read.");
    return requestWith(key, commonName);
}

Result<std::string> signRequest(const CertificateAndKey& authorityPem, std::string_view requestPem,
                                std::string_view commonName, TimePoint from, std::chrono::days validFor) {
    PEIL_TRY(const auto authority, readAuthority(authorityPem));
    if (requestPem.size() > kMaxPem) return badCertificate("The certificate request is too long.");
    const auto request = readRequest(requestPem);
    if (!request) return badCertificate("The certificate request cannot be read.");
    EVP_PKEY* const key = ::X509_REQ_get0_pubkey(request.get());
    if (!isEcP256(key)) return badCertificate("The certificate request has no ECDSA P-256 key.");
    if (::X509_REQ_verify(request.get(), key) != 1)
        return badCertificate("The certificate request is not signed by its own key.");
    const auto name = nameOf(commonName);
    const auto certificate =
        makeBody(name.get(), ::X509_get_subject_name(authority.certificate.get()), key, from, validFor);
    X509* const body = certificate.get();
    if (body == nullptr || !addLeafExtensions(body, authority.certificate.get(), "clientAuth") ||
        !signBy(body, authority.key.get()))
        return badCertificate("The certificate could not be created: its name needs 1 to 64 characters.");
    return pemOf(body);
}

Result<> checkIssued(const CertificateAndKey& pem, std::string_view authorityPem) {
    const auto certificate = readCertificate(pem.certificatePem);
    const auto key = readKey(pem.privateKeyPem);
    const auto authority = readCertificate(authorityPem);
    if (!certificate || !key || !authority) return badCertificate("A certificate or its private key cannot be read.");
    if (::X509_check_private_key(certificate.get(), key.get()) != 1)
        return badCertificate("The certificate and its private key do not match.");
    if (::X509_verify(certificate.get(), ::X509_get0_pubkey(authority.get())) != 1)
        return badCertificate("The certificate is not signed by this authority.");
    return {};
}

Result<std::string> holderOf(std::string_view certificatePem, std::string_view authorityPem,
                             std::string_view requestPem) {
    if (certificatePem.size() > kMaxPem || requestPem.size() > kMaxPem)
        return badCertificate("The certificate or its request is too long.");
    const auto certificate = readCertificate(certificatePem);
    const auto authority = readCertificate(authorityPem);
    const auto request = readRequest(requestPem);
    if (!certificate || !authority || !request) return badCertificate("The certificate or its request cannot be read.");
    if (::X509_verify(certificate.get(), ::X509_get0_pubkey(authority.get())) != 1)
        return badCertificate("The certificate is not signed by this authority.");
    EVP_PKEY* const key = ::X509_REQ_get0_pubkey(request.get());
    if (key == nullptr || ::X509_REQ_verify(request.get(), key) != 1 ||
        ::EVP_PKEY_eq(key, ::X509_get0_pubkey(certificate.get())) != 1)
        return badCertificate("The request was not made with the private key of the certificate.");
    std::string name(kMaxCommonName + 1, '\0');
    const int length = ::X509_NAME_get_text_by_NID(::X509_get_subject_name(certificate.get()), NID_commonName,
                                                   name.data(), static_cast<int>(name.size()));
    if (length <= 0) return badCertificate("The certificate has no subject name.");
    return name.substr(0, static_cast<std::size_t>(length));
}

Result<TimePoint> endOf(std::string_view certificatePem) {
    const auto certificate = certificatePem.size() > kMaxPem ? nullptr : readCertificate(certificatePem);
    std::tm end{};
    if (!certificate || ::ASN1_TIME_to_tm(::X509_get0_notAfter(certificate.get()), &end) != 1)
        return badCertificate("The certificate cannot be read.");
    return TimePoint(std::chrono::duration_cast<TimePoint::duration>(std::chrono::seconds(::timegm(&end))));
}

Result<std::vector<std::string>> certificateHosts(std::string_view certificatePem) {
    const auto certificate = certificatePem.size() > kMaxPem ? nullptr : readCertificate(certificatePem);
    if (!certificate) return badCertificate("The certificate cannot be read.");
    const Names names(
        static_cast<GENERAL_NAMES*>(::X509_get_ext_d2i(certificate.get(), NID_subject_alt_name, nullptr, nullptr)));
    std::vector<std::string> hosts;
    for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const auto* name = sk_GENERAL_NAME_value(names.get(), i);
        const auto* text = name->type == GEN_DNS     ? name->d.dNSName
                           : name->type == GEN_IPADD ? name->d.iPAddress
                                                     : nullptr;
        if (text == nullptr) continue;
        const auto* bytes = ::ASN1_STRING_get0_data(text);
        const auto length = static_cast<std::size_t>(::ASN1_STRING_length(text));
        std::array<char, INET6_ADDRSTRLEN> address{};
        if (name->type == GEN_DNS)
            hosts.push_back(toLowerAscii(std::string_view(reinterpret_cast<const char*>(bytes), length)));
        else if (::inet_ntop(length == sizeof(in6_addr) ? AF_INET6 : AF_INET, bytes, address.data(), address.size()) !=
                 nullptr)
            hosts.emplace_back(address.data());
    }
    return hosts;
}

Result<Digest> publicKeyPin(std::string_view certificatePem) {
    const auto certificate = certificatePem.size() > kMaxPem ? nullptr : readCertificate(certificatePem);
    std::uint8_t* der = nullptr;
    const int length = certificate ? ::i2d_X509_PUBKEY(::X509_get_X509_PUBKEY(certificate.get()), &der) : 0;
    if (length <= 0) return badCertificate("The certificate cannot be read.");
    const auto pin = sha256({der, static_cast<std::size_t>(length)});
    ::OPENSSL_free(der);
    return pin;
}

} // namespace peil::crypto
