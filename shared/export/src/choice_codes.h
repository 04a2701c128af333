// SPDX-License-Identifier: Apache-2.0
#pragma once

// The meaning of each code of a choice. Internal. Most questions have few codes, so linear search is faster than
// hashing.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace peil::exports {

template <class Value>
class ChoiceCodes {
public:
    /// The first of two of one code counts.
    void add(std::string_view code, Value value) {
        if (m_places.try_emplace(std::string(code), m_codes.size()).second)
            m_codes.push_back({std::string(code), value});
    }
    /// Null for a code that is not there.
    [[nodiscard]] const Value* find(std::string_view code) const {
        if (m_codes.size() > kFewCodes) {
            const auto place = m_places.find(std::string(code));
            return place == m_places.end() ? nullptr : &m_codes[place->second].value;
        }
        for (const auto& one : m_codes)
            if (one.code == code) return &one.value;
        return nullptr;
    }

private:
    static constexpr std::size_t kFewCodes = 16;
    struct Entry {
        std::string code;
        Value value;
    };
    std::vector<Entry> m_codes;
    std::unordered_map<std::string, std::size_t> m_places;
};

} // namespace peil::exports
