// SPDX-License-Identifier: Apache-2.0
#include "http/server.h"

#include "peil/base/error_category.h"
#include "peil/base/text.h"

namespace peil::server::http {

std::error_code make_error_code(HttpErrc code) noexcept {
    static constexpr EnumText<HttpErrc> kMessages[] = {
        {HttpErrc::AddressInUse, "the address is in use"},
        {HttpErrc::BadAddress, "not an address of this machine"},
        {HttpErrc::BadCertificate, "the certificate is invalid"},
    };
    return errorCode("peil.http", kMessages, code);
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
