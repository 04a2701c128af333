// SPDX-License-Identifier: Apache-2.0
#include "http/server.h"

#include "peil/base/text.h"

namespace peil::server::http {

namespace {

class Category final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.http"; }
    [[nodiscard]] std::string message(int code) const override {
        switch (static_cast<HttpErrc>(code)) {
        case HttpErrc::AddressInUse:
            return "the address is in use";
        case HttpErrc::BadAddress:
            return "not an address of this machine";
        case HttpErrc::BadCertificate:
            return "the certificate cannot be used";
        }
        return "unknown error";
    }
};

} // namespace

const std::error_category& httpCategory() noexcept {
    static const Category category;
    return category;
}

std::error_code make_error_code(HttpErrc code) noexcept {
    return {static_cast<int>(code), httpCategory()};
}

std::string Address::text() const {
    const bool six = host.find(':') != std::string::npos;
    return (six ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

Result<Address> Address::parse(std::string_view text) {
    const auto colon = text.rfind(':');
    const auto port = colon == std::string_view::npos ? std::nullopt : parseInteger(text.substr(colon + 1));
    auto host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    if (!port || *port < 0 || *port > 65535 || host.empty())
        return fail(HttpErrc::BadAddress,
                    "'" + std::string(text) + "' is not an address; write it as ADDRESS:PORT, e.g. 127.0.0.1:8443.");
    return Address{std::string(host), static_cast<std::uint16_t>(*port)};
}

} // namespace peil::server::http
