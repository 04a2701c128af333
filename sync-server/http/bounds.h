// SPDX-License-Identifier: Apache-2.0
#pragma once

// Limits on connections and memory of one server, and which connection to close when they are reached. No sockets here.

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace peil::server::http {

/// The client that an address belongs to: an IPv4 address itself, or the /64 network of an IPv6 address, because a
/// client usually has the whole network. An IPv4 address in IPv6 notation is the IPv4 address.
[[nodiscard]] std::string partyOf(std::string_view address);

/// The connections of one listener. A connection *waits* while the server needs its peer to send or to read. When all
/// slots are in use, the longest waiting connection of the client with the most connections is closed for a new one, so
/// that a flood from one address only displaces itself. Threads: one.
class Seats {
public:
    using Id = std::uint64_t;

    explicit Seats(std::size_t most)
        : m_most(most) {}
    [[nodiscard]] bool full() const { return m_seats.size() >= m_most; }
    /// A new connection, which waits.
    [[nodiscard]] Id take(std::string_view party);
    void leave(Id seat);
    void wait(Id seat);   ///< from now on; the last in line
    void engage(Id seat); ///< its request is being served: it is not closed for others
    /// No one while none of them waits.
    [[nodiscard]] std::optional<Id> givesWay() const;

private:
    struct Party {
        std::size_t connections = 0;
        std::list<Id> waiting; ///< the longest first
    };
    using Parties = std::map<std::string, Party, std::less<>>;
    struct Seat {
        Parties::iterator party;
        std::optional<std::list<Id>::iterator> waiting;
    };

    std::size_t m_most;
    Id m_next = 1;
    Parties m_parties;
    std::unordered_map<Id, Seat> m_seats;
};

/// Bytes of request bodies in memory, with a total limit and a limit per client. Threads: one.
class BodyBudget {
public:
    BodyBudget(std::size_t inAll, std::size_t perParty)
        : m_inAll(inAll)
        , m_perParty(perParty) {}
    /// @return false, without reserving anything, if a limit would be exceeded.
    [[nodiscard]] bool take(const std::string& party, std::size_t bytes);
    void giveBack(const std::string& party, std::size_t bytes);

private:
    std::size_t m_inAll, m_perParty;
    std::size_t m_taken = 0;
    std::unordered_map<std::string, std::size_t> m_byParty;
};

} // namespace peil::server::http
