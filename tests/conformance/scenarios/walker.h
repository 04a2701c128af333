// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fills a form at random with valid answers, saves it, opens it again and compares.

#include "setting.h"

#include <optional>

namespace peil_conformance {

class Walker {
public:
    Walker(peil::forms::FormPointer form, std::uint64_t seed);
    /// Why a blank interview cannot be started; nothing when it can.
    [[nodiscard]] std::optional<std::string> refusal();
    /// Nothing when the walk ends well; else what went wrong.
    [[nodiscard]] std::optional<std::string> walk();

private:
    [[nodiscard]] std::optional<std::string> fill(peil::forms::Session& session);
    [[nodiscard]] std::optional<std::string> changeRepeat(peil::forms::Session& session,
                                                          const peil::forms::Screen& screen, bool& changed);
    [[nodiscard]] std::optional<std::string> changeLanguage(peil::forms::Session& session);
    [[nodiscard]] std::optional<std::string> answerOne(peil::forms::Session& session, peil::forms::NodeId node);
    [[nodiscard]] std::optional<std::string> compareReloaded(const peil::forms::Session& session);
    [[nodiscard]] std::string valueFor(const peil::forms::Question& question);
    [[nodiscard]] std::string chosen(const peil::forms::Question& question);
    [[nodiscard]] std::uint64_t below(std::uint64_t limit) { return limit == 0 ? 0 : m_choice.next64() % limit; }

    peil::forms::FormPointer m_form;
    FixedClock m_clock;
    RepeatableRng m_rng;
    RepeatableRng m_choice;
};

} // namespace peil_conformance
