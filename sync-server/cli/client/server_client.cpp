// SPDX-License-Identifier: Apache-2.0
#include "server_client.h"

#include "peil/base/file.h"
#include "peil/base/terminal.h"
#include "session_file.h"

#include <boost/json.hpp>
#include <curl/curl.h>
#include <iostream>
#include <optional>

namespace peil::cli {
namespace {

constexpr std::size_t kMaxAnswerBytes = std::size_t{64} << 20U;
constexpr long kConnectSeconds = 10, kRequestSeconds = 120;

std::size_t append(char* data, std::size_t size, std::size_t count, void* target) {
    auto& body = *static_cast<std::string*>(target);
    if (body.size() + size * count > kMaxAnswerBytes) return 0;
    body.append(data, size * count);
    return size * count;
}

/// `context` is the function of stopWhen().
int stopOrGoOn(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    const auto stopped = *static_cast<bool (**)()>(context);
    return stopped() ? 1 : 0;
}

/// A list of header lines that frees itself.
class HeaderLines {
public:
    HeaderLines() = default;
    ~HeaderLines() { curl_slist_free_all(m_list); }
    HeaderLines(const HeaderLines&) = delete;
    HeaderLines& operator=(const HeaderLines&) = delete;
    void add(const std::string& line) { m_list = curl_slist_append(m_list, line.c_str()); }
    [[nodiscard]] curl_slist* get() const { return m_list; }

private:
    curl_slist* m_list = nullptr;
};

struct CurlFree {
    void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
};

std::string refusalOf(const boost::json::value& body) {
    const auto* error = records::find(body, "error");
    if (error == nullptr) return {};
    const auto message = textOf(*error, "message");
    return message.empty() ? textOf(*error, "id") : message;
}

std::string refusalId(const std::string& body) {
    boost::system::error_code unreadable;
    const auto json = boost::json::parse(body, unreadable);
    const auto* refusal = records::find(json, "error");
    return refusal == nullptr ? std::string() : textOf(*refusal, "id");
}

} // namespace

struct ServerClient::Impl {
    std::string url, token, authorityFile, refusal;
    std::unique_ptr<CURL, CurlFree> curl{curl_easy_init()};
    bool (*stopped)() = nullptr;

    Result<boost::json::value> ask(const char* method, const std::string& path, std::optional<ByteView> body,
                                   HeaderLines& lines);
};

Result<boost::json::value> ServerClient::Impl::ask(const char* method, const std::string& path,
                                                   std::optional<ByteView> body, HeaderLines& lines) {
    auto* handle = curl.get();
    const auto whole = url + path;
    std::string answer;
    if (!token.empty()) lines.add("Authorization: Bearer " + token);
    lines.add("Expect:"); // the server takes bodies at once
    curl_easy_reset(handle);
    curl_easy_setopt(handle, CURLOPT_URL, whole.c_str());
    curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, method);
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, lines.get());
    curl_easy_setopt(handle, CURLOPT_CAINFO, authorityFile.c_str());
    curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_3));
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, kRequestSeconds);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &answer);
    if (stopped != nullptr) {
        curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, stopOrGoOn);
        curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &stopped);
    }
    if (body) {
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body->size()));
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body->empty() ? "" : reinterpret_cast<const char*>(body->data()));
    }
    const auto code = curl_easy_perform(handle);
    if (code == CURLE_ABORTED_BY_CALLBACK)
        return fail(CliErrc::Stopped,
                    "The command was interrupted during a request to the server; nothing was written.");
    if (code != CURLE_OK)
        return fail(CliErrc::ServerUnreachable,
                    "The server " + url + " cannot be reached (" + curl_easy_strerror(code) +
                        "); check that peil-server is running and that --server and --store belong to it.");
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    refusal = status >= 400 ? refusalId(answer) : std::string();
    return judgeAnswer(status, answer, url, path);
}

void addServerOptions(CLI::App& command, ServerPlace& place) {
    command.add_option("--server", place.url, "Address of the dashboard port, such as https://127.0.0.1:8444")
        ->required();
    command.add_option("--store", place.store, "Data folder of the server, or a folder with its keys/authority.crt")
        ->required();
    command.add_option("--token-file", place.tokenFile,
                       "File with an API token (default: PEIL_TOKEN_FILE, PEIL_TOKEN, or the session of peil login)");
}

Result<ServerClient> ServerClient::openWith(const ServerPlace& place, std::string token) {
    PEIL_TRY(const auto url, serverUrl(place.url));
    auto impl = std::make_unique<Impl>();
    impl->url = url;
    const auto authority = place.store / "keys" / "authority.crt";
    PEIL_CHECK(readTextFile(authority, 1U << 20U));
    impl->authorityFile = authority.string();
    impl->token = std::move(token);
    return ServerClient(std::move(impl));
}

Result<ServerClient> ServerClient::open(const ServerPlace& place) {
    PEIL_TRY(auto client, openWith(place, {}));
    PEIL_TRY(client.m_impl->token, tokenFor(place));
    return client;
}

void ServerClient::stopWhen(bool (*stopped)()) {
    m_impl->stopped = stopped;
}

Result<boost::json::value> ServerClient::get(const std::string& path) {
    HeaderLines lines;
    return m_impl->ask("GET", path, std::nullopt, lines);
}

Result<boost::json::value> ServerClient::post(const std::string& path, const std::string& mediaType, ByteView body,
                                              const std::vector<std::pair<std::string, std::string>>& fields) {
    HeaderLines lines;
    lines.add("Content-Type: " + mediaType);
    for (const auto& [name, value] : fields)
        lines.add(name + ": " + value);
    return m_impl->ask("POST", path, body, lines);
}

Result<boost::json::value> ServerClient::post(const std::string& path, const boost::json::object& body) {
    return post(path, "application/json", bytesOf(boost::json::serialize(body)));
}

Result<boost::json::value> askServer(const ServerPlace& place, const std::string& path) {
    PEIL_TRY(auto client, ServerClient::open(place));
    return client.get(path);
}

Result<boost::json::value> tellServer(const ServerPlace& place, const std::string& path,
                                      const boost::json::object& body) {
    PEIL_TRY(auto client, ServerClient::open(place));
    return client.post(path, body);
}

const std::string& ServerClient::lastRefusal() const {
    return m_impl->refusal;
}

Result<> ServerClient::remove(const std::string& path) {
    HeaderLines lines;
    PEIL_CHECK(m_impl->ask("DELETE", path, std::nullopt, lines));
    return {};
}

Result<boost::json::value> judgeAnswer(long status, const std::string& body, const std::string& url,
                                       const std::string& path) {
    boost::system::error_code error;
    auto json = body.empty() ? boost::json::value() : boost::json::parse(body, error);
    if (status >= 200 && status < 300 && !error) return json;
    if (status >= 400 && status < 500) {
        const auto why = error ? std::string() : refusalOf(json);
        if (status == 401)
            return fail(CliErrc::ServerRefused,
                        why.empty() ? "The server " + url + " requires a login; run peil login." : why);
        return fail(CliErrc::ServerRefused,
                    "The server rejected the request: " +
                        (why.empty() ? "status " + std::to_string(status) + " for " + path : forTerminal(why)));
    }
    return fail(CliErrc::ServerFailed, "The server " + url + " failed with status " + std::to_string(status) + " for " +
                                           path + "; see its log.");
}

ServerClient::ServerClient(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
ServerClient::ServerClient(ServerClient&&) noexcept = default;
ServerClient& ServerClient::operator=(ServerClient&&) noexcept = default;
ServerClient::~ServerClient() = default;

std::string said(const boost::json::value& object, std::string_view name) {
    return forTerminal(textOf(object, name));
}

std::string jsonText(const boost::json::value& value) {
    return forTerminal(boost::json::serialize(value));
}

int printJson(const boost::json::value& value) {
    std::cout << jsonText(value) << '\n';
    return kDone;
}

std::string orDash(const std::string& text) {
    return text.empty() ? "-" : text;
}

std::string percentEncoded(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.';
        if (plain) {
            result += c;
            continue;
        }
        const auto byte = static_cast<std::uint8_t>(c);
        result += "%" + toHex({&byte, 1});
    }
    return result;
}

} // namespace peil::cli
