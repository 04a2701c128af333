// SPDX-License-Identifier: Apache-2.0
#include "http/bounds.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>

namespace peil::server::http {

std::string partyOf(std::string_view address) {
    static constexpr std::array<unsigned char, 12> kMappedV4{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    const std::string text(address.substr(0, address.find('%'))); // without the name of the interface
    in6_addr v6{};
    if (inet_pton(AF_INET6, text.c_str(), &v6) != 1) return text;
    std::array<char, INET6_ADDRSTRLEN> name{};
    if (std::memcmp(v6.s6_addr, kMappedV4.data(), kMappedV4.size()) == 0) {
        inet_ntop(AF_INET, v6.s6_addr + kMappedV4.size(), name.data(), name.size());
        return name.data();
    }
    std::memset(v6.s6_addr + 8, 0, 8);
    inet_ntop(AF_INET6, &v6, name.data(), name.size());
    return std::string(name.data()) + "/64";
}

Seats::Id Seats::take(std::string_view party) {
    auto found = m_parties.find(party);
    if (found == m_parties.end()) found = m_parties.emplace(party, Party{}).first;
    ++found->second.connections;
    const auto seat = m_next++;
    m_seats.emplace(seat, Seat{found, std::nullopt});
    wait(seat);
    return seat;
}

void Seats::leave(Id seat) {
    engage(seat);
    const auto found = m_seats.find(seat);
    const auto party = found->second.party;
    m_seats.erase(found);
    if (--party->second.connections == 0) m_parties.erase(party);
}

void Seats::wait(Id seat) {
    engage(seat);
    auto& found = m_seats.at(seat);
    auto& line = found.party->second.waiting;
    found.waiting = line.insert(line.end(), seat);
}

void Seats::engage(Id seat) {
    auto& found = m_seats.at(seat);
    if (!found.waiting) return;
    found.party->second.waiting.erase(*found.waiting);
    found.waiting.reset();
}

std::optional<Seats::Id> Seats::givesWay() const {
    const Party* most = nullptr;
    for (const auto& [name, party] : m_parties)
        if (!party.waiting.empty() && (most == nullptr || party.connections > most->connections)) most = &party;
    if (most == nullptr) return std::nullopt;
    return most->waiting.front();
}

bool BodyBudget::take(const std::string& party, std::size_t bytes) {
    const auto found = m_byParty.find(party);
    const auto has = found == m_byParty.end() ? 0 : found->second;
    if (bytes > m_inAll - m_taken || bytes > m_perParty - has) return false;
    m_taken += bytes;
    m_byParty[party] = has + bytes;
    return true;
}

void BodyBudget::giveBack(const std::string& party, std::size_t bytes) {
    const auto found = m_byParty.find(party);
    if (found == m_byParty.end()) return;
    m_taken -= bytes;
    found->second -= bytes;
    if (found->second == 0) m_byParty.erase(found);
}

} // namespace peil::server::http
