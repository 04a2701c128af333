// SPDX-License-Identifier: Apache-2.0
#include "names.h"

namespace peil::xpath {

std::uint64_t NameTable::nextSerial() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

NameTable::NameTable(const NameTable& other)
    : m_names(other.m_names)
    , m_locals(other.m_locals)
    , m_spaces(other.m_spaces)
    , m_spaceIds(other.m_spaceIds)
    , m_nameIds(other.m_nameIds) {
    m_localIds.reserve(m_locals.size());
    for (std::size_t i = 0; i < m_locals.size(); ++i)
        m_localIds.emplace(m_locals[i], static_cast<std::uint32_t>(i));
}

std::uint32_t NameTable::findSpace(std::string_view uri, std::string_view prefix) const {
    constexpr std::size_t kFew = 8; // a form has no more; a hostile document may
    for (std::size_t i = 0; i < m_spaces.size() && i < kFew; ++i)
        if (m_spaces[i].prefix == prefix && m_spaces[i].uri == uri) return static_cast<std::uint32_t>(i);
    if (m_spaces.size() <= kFew) return kNoName;
    std::string key(prefix);
    key.append(1, ':').append(uri);
    const auto found = m_spaceIds.find(key);
    return found == m_spaceIds.end() ? kNoName : found->second;
}

std::uint32_t NameTable::find(std::string_view local, std::string_view uri, std::string_view prefix) const {
    const auto localId = findLocal(local);
    const auto spaceId = localId == kNoName ? kNoName : findSpace(uri, prefix);
    if (spaceId == kNoName) return kNoName;
    const auto found = m_nameIds.find(pairKey(localId, spaceId));
    return found == m_nameIds.end() ? kNoName : found->second;
}

std::uint32_t NameTable::intern(std::string_view local, std::string_view uri, std::string_view prefix) {
    auto spaceId = findSpace(uri, prefix);
    if (spaceId == kNoName) {
        spaceId = static_cast<std::uint32_t>(m_spaces.size());
        std::string key(prefix);
        key.append(1, ':').append(uri);
        m_spaceIds.emplace(std::move(key), spaceId);
        m_spaces.push_back({std::string(prefix), std::string(uri), uri == "http://www.w3.org/1999/xhtml"});
    }
    auto localId = findLocal(local);
    if (localId == kNoName) {
        localId = static_cast<std::uint32_t>(m_locals.size());
        m_localIds.emplace(m_locals.emplace_back(local), localId);
    }
    const auto [at, isNew] =
        m_nameIds.try_emplace(pairKey(localId, spaceId), static_cast<std::uint32_t>(m_names.size()));
    if (isNew) m_names.push_back({localId, spaceId});
    return at->second;
}

std::uint32_t LocalName::lookUp(const NameTable& table) const {
    const auto id = table.findLocal(m_text);
    if (id <= kIdMask) m_known.store(table.serial() << kIdBits | id, std::memory_order_relaxed);
    return id;
}

} // namespace peil::xpath
