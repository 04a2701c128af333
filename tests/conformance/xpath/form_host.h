// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an expression in a whole form needs from around it: secondary instances, texts by language, digests and a clock.

#include "peil/xpath/expression.h"

namespace peil_conformance {

/// A generator with a fixed seed, for vectors whose value does not depend on chance.
class FixedRng final : public peil::Rng {
public:
    void fill(std::span<std::uint8_t> out) override;
    [[nodiscard]] bool used() const { return m_used; }

private:
    std::uint64_t m_state = 42;
    bool m_used = false;
};

struct FormHost {
    explicit FormHost(const peil::xpath::Document& source, std::string_view language, std::string_view zone);
    FormHost(const FormHost&) = delete;
    FormHost& operator=(const FormHost&) = delete;

    peil::xpath::Host host;
    /// True when the evaluation drew a random number: the order of a shuffle without a seed is then not compared.
    [[nodiscard]] bool usedChance() const;

private:
    [[nodiscard]] peil::xpath::NodeRef findInstance(std::string_view id) const;
    [[nodiscard]] peil::xpath::NodeIndex findText(std::string_view id) const;
    [[nodiscard]] std::string shortText(std::string_view id) const;
    [[nodiscard]] peil::xpath::NodeSet textNodes(std::string_view id) const;

    const peil::xpath::Document& m_document;
    std::string m_language;
    peil::SystemClock m_clock;
    FixedRng m_rng;
};

/// The next element in document order, or kNoNode.
[[nodiscard]] peil::xpath::NodeIndex nextElement(const peil::xpath::Document& document, peil::xpath::NodeIndex node);

} // namespace peil_conformance
