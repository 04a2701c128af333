// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fills a form at random with valid answers, holding each change set against what it changed; saves the interview,
// opens it again and compares.

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
    /// Everything that the screens would show.
    struct Shown {
        std::vector<peil::forms::Question> questions;
        std::vector<peil::forms::ScreenStatus> statuses;
        std::vector<std::vector<std::string>> headings;
    };
    [[nodiscard]] static Shown shown(const peil::forms::Session& session);
    /// Compares with what was shown before; nothing when `changes` names every difference.
    [[nodiscard]] std::optional<std::string> compareShown(const peil::forms::Session& session,
                                                          const peil::forms::Changes& changes);
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
    Shown m_shown;
};

} // namespace peil_conformance
