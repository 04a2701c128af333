// SPDX-License-Identifier: Apache-2.0
#pragma once

// Strict validation in front of the HTTP parser. Beast 1.81 accepts ambiguous framing (Transfer-Encoding with
// Content-Length, folded lines, no Host, endless trailers; fixed upstream later), so every listener checks the raw
// header bytes first, and the parsed head again before reading the body. No sockets here.

#include "http/message.h"

#include <cstddef>
#include <optional>

namespace peil::server::http {

/// Limits of one request and one connection.
struct Limits {
    std::size_t headerBytes = std::size_t{8} * 1024;
    std::size_t headerFields = 64;
    std::size_t targetBytes = 1024;
    std::size_t bodyBytes = std::size_t{4} << 20U;
    std::size_t smallBodyBytes = std::size_t{64} * 1024; ///< accepted from anyone; above this size, the route's guard
                                                         ///< decides first
    std::size_t bodiesInAll = std::size_t{64} << 20U;    ///< bodies in memory at one time; above: 503
    std::size_t bodiesPerParty = std::size_t{16} << 20U; ///< of them with one certificate, or without from one address
    std::chrono::milliseconds handshakeTime{10'000};
    std::chrono::milliseconds headerTime{10'000}; ///< from its first byte, absolute
    std::chrono::milliseconds bodyGrace{10'000};  ///< a body may take this long plus its bytes at the minimum rate
    std::size_t bodyBytesPerSecond = std::size_t{4} * 1024;
    std::chrono::milliseconds idleTime{15'000}; ///< between two requests
    std::chrono::milliseconds writeTime{30'000};
    std::chrono::milliseconds shutdownTime{10'000}; ///< for requests under way when the server stops
    std::size_t connectionsPerClient = 4;           ///< with one certificate
    std::size_t connections = 1024;                 ///< per listener; above this, the longest idle one is closed
    std::size_t waitingRequests = 256;              ///< queued for the workers; above: 503
    std::size_t workers = 4;
    std::size_t slowWorkers = 2;  ///< for slow routes; a password's hash takes 64 MiB
    std::size_t slowPerParty = 4; ///< requests of one client for slow routes, running and waiting; above: 429
};

/// Validates the raw header block as it arrives. One object per request.
class HeaderScanner {
public:
    explicit HeaderScanner(const Limits& limits)
        : m_limits(limits) {}
    /// `received` is everything received of this request so far. @return the reason if it is rejected.
    [[nodiscard]] std::optional<ApiError> scan(std::string_view received);
    /// Length of the header block with its empty line; 0 while it is not complete.
    [[nodiscard]] std::size_t headerEnd() const { return m_end; }

private:
    [[nodiscard]] std::optional<ApiError> scanByte(std::string_view received, std::size_t at);

    Limits m_limits;
    std::size_t m_next = 0;
    std::size_t m_end = 0;
    std::size_t m_lines = 0;
};

/// Whether a complete header block has a Transfer-Encoding, in any case of letters. Asked before the parser, which may
/// refuse some of them for another reason: the answer to all is 411.
[[nodiscard]] bool namesTransferEncoding(std::string_view block);

/// Validates the parsed head, before the body is read. @return the reason if it is rejected.
[[nodiscard]] std::optional<ApiError> checkHead(const RequestHead& head, const Limits& limits);

/// Content-Length of a head that checkHead() accepted; 0 when absent.
[[nodiscard]] std::size_t contentLength(const RequestHead& head);

} // namespace peil::server::http
