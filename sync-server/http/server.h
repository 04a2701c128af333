// SPDX-License-Identifier: Apache-2.0
#pragma once

// Listeners, TLS and sessions: bytes in, a Request to the router, bytes out. All Beast and Asio types stay in
// server.cpp, the one translation unit that is slow to compile.

#include "http/guard.h"
#include "http/router.h"
#include "peil/base/result.h"

#include <cstdint>
#include <memory>

namespace peil::server::http {

enum class HttpErrc {
    AddressInUse = 1, ///< another program listens there
    BadAddress,       ///< not ADDRESS:PORT, or not an address of this machine
    BadCertificate,   ///< certificate or private key cannot be used for TLS
};

std::error_code make_error_code(HttpErrc code) noexcept;

/// An IP address and a port, e.g. 127.0.0.1:8443 or [::1]:8443; port 0 = any free one.
struct Address {
    std::string host;
    std::uint16_t port = 0;
    [[nodiscard]] std::string text() const;
    /// @return BadAddress.
    [[nodiscard]] static Result<Address> parse(std::string_view text);
};

/// PEM texts.
struct TlsIdentity {
    std::string certificate;
    std::string privateKey;
    std::string clientAuthority; ///< clients may show a certificate of this authority; empty = they are not asked
};

/// One or more TLS 1.3 listeners. Threads: create, listen and run on one; stop() from any.
class Server {
public:
    using Report = std::function<void(std::string)>;
    /// @param report  receives one sentence for the log; called from the I/O thread and from workers.
    Server(const Limits& limits, Report report);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Binds at once and accepts as soon as run() is called. `router` must outlive the server.
    /// @return the address with the port that was taken; AddressInUse, BadAddress or BadCertificate.
    [[nodiscard]] Result<Address> listen(const Address& address, const TlsIdentity& identity, const Router& router);
    /// Serves until stop(), SIGTERM or SIGINT; then requests under way get Limits::shutdownTime.
    void run();
    void stop();

    struct Impl;

private:
    std::unique_ptr<Impl> m_impl;
};

} // namespace peil::server::http
