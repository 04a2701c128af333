// SPDX-License-Identifier: Apache-2.0
#include "http_client.h"

#include "peil/base/text.h"

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <curl/curl.h>
#include <poll.h>
#include <stdexcept>
#include <utility>

namespace integration {

namespace {

constexpr std::chrono::seconds kLimit{60};

std::size_t append(char* data, std::size_t size, std::size_t count, void* into) {
    static_cast<std::string*>(into)->append(data, size * count);
    return size * count;
}

curl_blob blobOf(std::string& text) {
    return {text.data(), text.size(), CURL_BLOB_COPY};
}

bool waitFor(curl_socket_t socket, short events) {
    pollfd watched{socket, events, 0};
    return ::poll(&watched, 1, static_cast<int>(std::chrono::milliseconds(kLimit).count())) > 0;
}

/// All that comes until the server closes.
std::string readToEnd(CURL* curl, curl_socket_t socket) {
    std::string received;
    char chunk[4096];
    for (;;) {
        std::size_t count = 0;
        const auto code = curl_easy_recv(curl, chunk, sizeof chunk, &count);
        if (code == CURLE_AGAIN && waitFor(socket, POLLIN)) continue;
        if (code != CURLE_OK || count == 0) return received;
        received.append(chunk, count);
    }
}

} // namespace

boost::json::object Answer::json() const {
    boost::system::error_code ec;
    auto value = boost::json::parse(body, ec);
    return !ec && value.is_object() ? value.as_object() : boost::json::object{};
}

std::string Answer::refusal() const {
    const auto object = json();
    const auto* error = object.if_contains("error");
    return error == nullptr ? std::string() : std::string(error->at("id").as_string());
}

std::string Answer::field(std::string_view name) const {
    const auto at = header.find("\r\n" + std::string(name) + ":");
    if (at == std::string::npos) return {};
    const auto from = at + 3 + name.size();
    return std::string(peil::trim(std::string_view(header).substr(from, header.find("\r\n", from) - from)));
}

HttpClient::HttpClient(std::string base, std::string authorityPem)
    : m_base(std::move(base))
    , m_authority(std::move(authorityPem))
    , m_curl(curl_easy_init()) {}

HttpClient::HttpClient(HttpClient&& other) noexcept
    : m_base(std::move(other.m_base))
    , m_authority(std::move(other.m_authority))
    , m_certificate(std::move(other.m_certificate))
    , m_privateKey(std::move(other.m_privateKey))
    , m_source(std::move(other.m_source))
    , m_maxTls(other.m_maxTls)
    , m_curl(std::exchange(other.m_curl, nullptr)) {}

HttpClient::~HttpClient() {
    if (m_curl != nullptr) curl_easy_cleanup(m_curl);
}

void HttpClient::setCertificate(std::string certificatePem, std::string privateKeyPem) {
    m_certificate = std::move(certificatePem);
    m_privateKey = std::move(privateKeyPem);
}

void HttpClient::prepare(const std::string& url) {
    curl_easy_reset(m_curl);
    curl_easy_setopt(m_curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(m_curl, CURLOPT_TIMEOUT, static_cast<long>(kLimit.count()));
    curl_easy_setopt(m_curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_curl, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(m_curl, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    if (!m_source.empty()) curl_easy_setopt(m_curl, CURLOPT_INTERFACE, m_source.c_str());
    if (m_maxTls != 0) curl_easy_setopt(m_curl, CURLOPT_SSLVERSION, m_maxTls);
    auto authority = blobOf(m_authority);
    curl_easy_setopt(m_curl, CURLOPT_CAINFO_BLOB, &authority);
    if (m_certificate.empty()) return;
    auto certificate = blobOf(m_certificate), key = blobOf(m_privateKey);
    curl_easy_setopt(m_curl, CURLOPT_SSLCERT_BLOB, &certificate);
    curl_easy_setopt(m_curl, CURLOPT_SSLKEY_BLOB, &key);
}

Answer HttpClient::send(const Call& call) {
    prepare(m_base + call.path);
    Answer answer;
    curl_slist* fields = nullptr;
    if (!call.type.empty()) fields = curl_slist_append(fields, ("Content-Type: " + call.type).c_str());
    for (const auto& field : call.fields)
        fields = curl_slist_append(fields, field.c_str());
    curl_easy_setopt(m_curl, CURLOPT_HTTPHEADER, fields);
    curl_easy_setopt(m_curl, CURLOPT_CUSTOMREQUEST, call.method.c_str());
    if (call.method == "POST") {
        curl_easy_setopt(m_curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
        curl_easy_setopt(m_curl, CURLOPT_POSTFIELDS, call.body.data());
    }
    curl_easy_setopt(m_curl, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(m_curl, CURLOPT_WRITEDATA, &answer.body);
    curl_easy_setopt(m_curl, CURLOPT_HEADERFUNCTION, append);
    curl_easy_setopt(m_curl, CURLOPT_HEADERDATA, &answer.header);
    if (const auto code = curl_easy_perform(m_curl); code != CURLE_OK) answer.failure = curl_easy_strerror(code);
    long status = 0;
    curl_easy_getinfo(m_curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(m_curl, CURLINFO_NUM_CONNECTS, &answer.connects);
    answer.status = static_cast<int>(status);
    answer.header = peil::toLowerAscii(answer.header);
    curl_slist_free_all(fields);
    return answer;
}

Answer HttpClient::sendRaw(std::string_view bytes, int* answers) {
    HttpClient raw(m_base, m_authority); // a connection of its own
    raw.m_certificate = m_certificate;
    raw.m_privateKey = m_privateKey;
    raw.prepare(m_base);
    curl_easy_setopt(raw.m_curl, CURLOPT_CONNECT_ONLY, 1L);
    Answer answer;
    if (const auto code = curl_easy_perform(raw.m_curl); code != CURLE_OK) {
        answer.failure = curl_easy_strerror(code);
        return answer;
    }
    curl_socket_t socket = CURL_SOCKET_BAD;
    curl_easy_getinfo(raw.m_curl, CURLINFO_ACTIVESOCKET, &socket);
    while (!bytes.empty()) {
        std::size_t count = 0;
        const auto code = curl_easy_send(raw.m_curl, bytes.data(), bytes.size(), &count);
        if (code == CURLE_AGAIN && waitFor(socket, POLLOUT)) continue;
        if (code != CURLE_OK) break;
        bytes.remove_prefix(count);
    }
    const auto received = readToEnd(raw.m_curl, socket);
    int found = 0;
    for (auto at = received.find("HTTP/1.1 "); at != std::string::npos; at = received.find("HTTP/1.1 ", at + 1))
        ++found;
    if (answers != nullptr) *answers = found;
    if (const auto status = received.size() > 12 ? peil::parseInteger(received.substr(9, 3)) : std::nullopt)
        answer.status = static_cast<int>(*status);
    const auto body = received.find("\r\n\r\n");
    answer.header = peil::toLowerAscii(received.substr(0, body));
    if (body != std::string::npos) answer.body = received.substr(body + 4);
    return answer;
}

} // namespace integration
