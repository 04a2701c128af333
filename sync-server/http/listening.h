// SPDX-License-Identifier: Apache-2.0
#pragma once

// Before the first request: address, certificate, TLS. Only for server.cpp; uses Asio types, but no Beast types.

#include "http/server.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <string>

namespace peil::server::http {

/// TLS 1.3 with this identity; no tickets, no early data. @return BadCertificate.
[[nodiscard]] Result<> prepareTls(boost::asio::ssl::context& context, const TlsIdentity& identity);
/// @return AddressInUse, BadAddress.
[[nodiscard]] Result<> bind(boost::asio::ip::tcp::acceptor& acceptor, const Address& address);
/// Common name of the peer's certificate, once the handshake has verified it; empty if there is none.
[[nodiscard]] std::string verifiedName(SSL* connection);

} // namespace peil::server::http
