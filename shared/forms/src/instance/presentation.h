// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "instance/choices.h"

namespace peil::forms {

/// What a screen shows of the instance, which it never changes.
///
/// Invariant: after invalidate() the screens are created again before anyone sees them; until then they, and the place
/// of each question among them, are those of one moment.
class Presentation {
public:
    /// All borrowed for its life.
    Presentation(const LiveInstance& instance, const Texts& texts, const Choices& choices);

    /// Screens appeared, went or moved, or have other words.
    void invalidate() { m_valid = false; }
    [[nodiscard]] const std::vector<Screen>& screens() const;
    [[nodiscard]] const std::vector<Chapter>& chapters() const;
    [[nodiscard]] ScreenStatus status(std::size_t screen) const;
    [[nodiscard]] std::vector<std::size_t> screensOf(const Changes& changes) const;
    [[nodiscard]] Question question(NodeId id) const;
    [[nodiscard]] std::vector<Violation> violations() const;

private:
    void build() const;
    [[nodiscard]] Question questionAt(NodeIndex node) const;
    void describeGroup(DefId group, NodeIndex context, Question& result) const;
    void describeControl(const ControlDef& control, NodeIndex node, Question& result) const;
    [[nodiscard]] Validity validity(NodeIndex node) const;
    [[nodiscard]] std::string message(NodeIndex node, Validity why) const;

    const LiveInstance& m_instance;
    const Texts& m_texts;
    const Choices& m_choices;
    mutable std::vector<Screen> m_screens;
    mutable std::vector<Chapter> m_chapters;
    mutable std::vector<std::pair<NodeIndex, std::size_t>> m_placeOf; ///< question -> its screen, in order
    mutable bool m_valid = false;
};

} // namespace peil::forms
