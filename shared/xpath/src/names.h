// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names of nodes, each stored once. A form and its interviews have the same names, so documents share one table,
// and a step of an expression looks its name up only once.

#include "peil/xpath/document.h"

#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace peil::xpath {

inline constexpr std::uint32_t kNoName = 0xFFFFFFFFU;

/// A namespace as it is written: few, where names are many.
struct Space {
    std::string prefix;
    std::string uri;
    bool xhtml = false; ///< the outer elements of a form: a name without a prefix does not match them
};

struct Name {
    std::uint32_t local = kNoName; ///< NameTable::local()
    std::uint32_t space = 0;       ///< NameTable::space()
};

/// Only grows: a number always means the same name. Threads: as Document, which owns it; a table shared by several
/// documents is frozen, and a document that needs a new name makes its own copy.
class NameTable {
public:
    NameTable() = default;
    NameTable(const NameTable& other);
    NameTable& operator=(const NameTable&) = delete;

    [[nodiscard]] std::uint32_t findLocal(std::string_view local) const {
        const auto found = m_localIds.find(local);
        return found == m_localIds.end() ? kNoName : found->second;
    }
    [[nodiscard]] std::uint32_t find(std::string_view local, std::string_view uri, std::string_view prefix) const;
    std::uint32_t intern(std::string_view local, std::string_view uri, std::string_view prefix);

    [[nodiscard]] const Name& name(std::uint32_t id) const { return m_names[id]; }
    [[nodiscard]] const std::string& local(std::uint32_t id) const { return m_locals[id]; }
    [[nodiscard]] const Space& space(std::uint32_t id) const { return m_spaces[id]; }

    /// Different for every table of the process.
    [[nodiscard]] std::uint64_t serial() const { return m_serial; }
    void freeze() { m_frozen.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool frozen() const { return m_frozen.load(std::memory_order_relaxed); }

private:
    [[nodiscard]] std::uint32_t findSpace(std::string_view uri, std::string_view prefix) const;
    static std::uint64_t nextSerial();
    static std::uint64_t pairKey(std::uint32_t local, std::uint32_t space) {
        return std::uint64_t{local} << 32U | space;
    }

    std::vector<Name> m_names;
    std::deque<std::string> m_locals; ///< a deque: the keys of `m_localIds` are views of its texts
    std::vector<Space> m_spaces;
    boost::unordered_flat_map<std::string_view, std::uint32_t> m_localIds;
    boost::unordered_flat_map<std::string, std::uint32_t> m_spaceIds;  ///< prefix, colon, URI
    boost::unordered_flat_map<std::uint64_t, std::uint32_t> m_nameIds; ///< by pairKey()
    std::uint64_t m_serial = nextSerial();
    std::atomic<bool> m_frozen{false};
};

/// A local name in an expression, with its number in the table that was asked last. Any number of threads may ask.
class LocalName {
public:
    LocalName() = default;
    LocalName(std::string text) // NOLINT(google-explicit-constructor): it is that text
        : m_text(std::move(text)) {}
    LocalName(const LocalName& other)
        : m_text(other.m_text) {}
    LocalName(LocalName&& other) noexcept
        : m_text(std::move(other.m_text)) {}
    LocalName& operator=(LocalName other) noexcept {
        m_text = std::move(other.m_text);
        m_known.store(0, std::memory_order_relaxed);
        return *this;
    }

    [[nodiscard]] const std::string& text() const { return m_text; }
    /// kNoName when no node of the table's documents has that name.
    [[nodiscard]] std::uint32_t in(const NameTable& table) const {
        const auto known = m_known.load(std::memory_order_relaxed);
        if (known >> kIdBits == table.serial()) return static_cast<std::uint32_t>(known & kIdMask);
        return lookUp(table);
    }

private:
    std::uint32_t lookUp(const NameTable& table) const;

    static constexpr unsigned kIdBits = 24;
    static constexpr std::uint64_t kIdMask = (std::uint64_t{1} << kIdBits) - 1;
    std::string m_text;
    mutable std::atomic<std::uint64_t> m_known{0}; ///< serial of the table, then the number; serials begin at 1
};

} // namespace peil::xpath
