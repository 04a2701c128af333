// SPDX-License-Identifier: Apache-2.0
#include "stat_codes.h"

#include "peil/base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace peil::exports {
namespace {

constexpr std::int64_t kLargestWhole = 9'000'000'000'000'000; ///< below 2^53, so that a double holds each

std::optional<std::int64_t> wholeOf(std::string_view code) {
    const auto number = parseInteger(code);
    if (!number || *number < -kLargestWhole || *number > kLargestWhole) return std::nullopt;
    return number;
}

bool isOwnNumber(std::string_view code) {
    const auto number = wholeOf(code);
    return number && std::to_string(*number) == code;
}

class Numbering {
public:
    explicit Numbering(const std::vector<ValueLabel>& values)
        : m_values(values) {}

    std::vector<double> run() {
        const auto codes = distinctCodes();
        if (codes == std::set<std::string_view>{"false", "true"}) {
            give("false", 0);
            give("true", 1);
        }
        ownNumbers(codes);
        further();
        std::vector<double> out;
        for (const auto& value : m_values)
            out.push_back(static_cast<double>(m_given.at(value.value)));
        return out;
    }

private:
    [[nodiscard]] std::set<std::string_view> distinctCodes() const {
        std::set<std::string_view> codes;
        for (const auto& value : m_values)
            codes.insert(value.value);
        return codes;
    }

    void give(std::string_view code, std::int64_t number) {
        m_given.emplace(code, number);
        m_taken.insert(number);
    }

    void ownNumbers(const std::set<std::string_view>& codes) {
        std::map<std::int64_t, std::size_t> withZeros;
        for (const auto code : codes) {
            if (isOwnNumber(code))
                give(code, *wholeOf(code));
            else if (const auto number = wholeOf(code))
                ++withZeros[*number];
        }
        for (const auto code : codes) {
            const auto number = wholeOf(code);
            if (number && !isOwnNumber(code) && withZeros[*number] == 1 && !m_taken.contains(*number))
                give(code, *number);
        }
    }

    void further() {
        std::int64_t next = m_taken.empty() ? 1 : std::max<std::int64_t>(0, *m_taken.rbegin()) + 1;
        if (next + static_cast<std::int64_t>(m_values.size()) > static_cast<std::int64_t>(kHighestDtaLabel)) next = 1;
        for (const auto& value : m_values) {
            if (m_given.contains(value.value)) continue;
            while (m_taken.contains(next))
                ++next;
            give(value.value, next);
        }
    }

    const std::vector<ValueLabel>& m_values;
    std::map<std::string_view, std::int64_t> m_given;
    std::set<std::int64_t> m_taken;
};

} // namespace

std::vector<double> statNumbers(const std::vector<ValueLabel>& values) {
    return Numbering(values).run();
}

bool isMapped(std::string_view code, double number) {
    return formatNumber(number) != code;
}

} // namespace peil::exports
