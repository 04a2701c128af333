// SPDX-License-Identifier: Apache-2.0
#pragma once

// An independent HTTP client (libcurl) that trusts exactly one authority and may show a client certificate.

#include "peil/base/bytes.h"

#include <boost/json/object.hpp>
#include <memory>
#include <string>
#include <vector>

namespace integration {

struct Answer {
    int status = 0; ///< 0 when there was none
    std::string body;
    std::string header;  ///< raw header block, in lower case
    std::string failure; ///< of libcurl; empty when there was an answer
    long connects = 0;   ///< connections that were made for it: 0 when an open one was used

    [[nodiscard]] boost::json::object json() const;
    /// The id of a refusal, empty when it is none.
    [[nodiscard]] std::string refusal() const;
    /// Value of a header field (name in lower case).
    [[nodiscard]] std::string field(std::string_view name) const;
};

struct Call {
    std::string method = "GET";
    std::string path;
    std::string body;
    std::string type;                ///< Content-Type
    std::vector<std::string> fields; ///< "Name: value"
};

class HttpClient {
public:
    /// @param base  "https://host:port"
    HttpClient(std::string base, std::string authorityPem);
    ~HttpClient();
    HttpClient(HttpClient&&) noexcept;
    void setCertificate(std::string certificatePem, std::string privateKeyPem);
    /// Calls from this address of the machine, such as 127.0.0.2.
    void setSource(std::string address) { m_source = std::move(address); }
    void setLatestTls(long version) { m_maxTls = version; } ///< CURL_SSLVERSION_MAX_...
    [[nodiscard]] Answer send(const Call& call);
    /// Writes raw bytes over TLS and reads until the server closes; the status is that of the first answer.
    /// @param answers  receives how many answers came.
    [[nodiscard]] Answer sendRaw(std::string_view bytes, int* answers = nullptr);
    [[nodiscard]] const std::string& base() const { return m_base; }

private:
    void prepare(const std::string& url);

    std::string m_base, m_authority, m_certificate, m_privateKey, m_source;
    long m_maxTls = 0;
    void* m_curl = nullptr;
};

} // namespace integration
