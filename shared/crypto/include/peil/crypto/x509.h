// SPDX-License-Identifier: Apache-2.0
#pragma once

// Certificates of the device port: a private authority, the server's certificate, and one per tablet (ECDSA P-256).
// Each is valid from a day before the given time, because a tablet's clock may be slow.

#include "peil/base/clock.h"
#include "peil/crypto/seal.h"

#include <string>
#include <vector>

namespace peil::crypto {

/// PEM texts. `privateKeyPem` is secret: written to 0600 files only.
struct CertificateAndKey {
    std::string certificatePem;
    std::string privateKeyPem;
};

[[nodiscard]] Result<CertificateAndKey> makeAuthority(std::string_view commonName, TimePoint from,
                                                      std::chrono::days validFor);
/// Server certificate for DNS names and IP addresses, signed by `authority`.
[[nodiscard]] Result<CertificateAndKey> makeServerCertificate(const CertificateAndKey& authority,
                                                              const std::vector<std::string>& hosts, TimePoint from,
                                                              std::chrono::days validFor);
/// The same for the key of `server`: pins of it stay true.
[[nodiscard]] Result<CertificateAndKey> renewServerCertificate(const CertificateAndKey& authority,
                                                               const CertificateAndKey& server,
                                                               const std::vector<std::string>& hosts, TimePoint from,
                                                               std::chrono::days validFor);
/// Private key and certificate request made on the tablet.
struct RequestAndKey {
    std::string requestPem;
    std::string privateKeyPem;
};
[[nodiscard]] Result<RequestAndKey> makeCertificateRequest(std::string_view commonName);
/// The same for a private key that already exists, so that a new certificate is for the old key.
[[nodiscard]] Result<RequestAndKey> makeCertificateRequest(std::string_view commonName, std::string_view privateKeyPem);
/// Checks the request's own signature and signs it for client authentication; the subject becomes `commonName`.
/// @return BadCertificate.
[[nodiscard]] Result<std::string> signRequest(const CertificateAndKey& authority, std::string_view requestPem,
                                              std::string_view commonName, TimePoint from, std::chrono::days validFor);
/// Whether certificate and private key belong together and `authorityPem` signed the certificate (its own, too).
/// @return BadCertificate when not.
[[nodiscard]] Result<> checkIssued(const CertificateAndKey& pem, std::string_view authorityPem);
/// Common name of a certificate that `authorityPem` signed, ended or not, when `requestPem` is a request of the holder
/// of its private key. @return BadCertificate.
[[nodiscard]] Result<std::string> holderOf(std::string_view certificatePem, std::string_view authorityPem,
                                           std::string_view requestPem);
/// From when on the certificate is no longer valid. @return BadCertificate.
[[nodiscard]] Result<TimePoint> endOf(std::string_view certificatePem);
/// The DNS names (in lower case) and IP addresses that a server certificate is for. @return BadCertificate.
[[nodiscard]] Result<std::vector<std::string>> certificateHosts(std::string_view certificatePem);
/// SHA-256 of the SubjectPublicKeyInfo: the pin in the enrolment code. @return BadCertificate.
[[nodiscard]] Result<Digest> publicKeyPin(std::string_view certificatePem);

} // namespace peil::crypto
