// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "instance/texts.h"

#include <unordered_map>

namespace peil::forms {

/// The choices of each question, from the form or from a list beside it.
///
/// Invariant: the order that chance gave to a question's list stays until forgetOrder(), however often it is requested.
class Choices {
public:
    /// All borrowed for its life.
    Choices(const LiveInstance& instance, const Evaluator& evaluator, const Texts& texts);

    [[nodiscard]] std::vector<Choice> of(const ControlDef& control, NodeIndex node) const;
    /// Whether each value that is selected is a choice; of a question without choices, any text is.
    [[nodiscard]] bool allow(const ControlDef& control, NodeIndex node, std::string_view selected) const;
    /// What the list leaves of the answer to a select whose choices come from one.
    struct Remaining {
        std::string value;
        bool ranked = false; ///< as NodeState::ranked
    };
    /// Nothing for other questions, and while there is no answer to check.
    [[nodiscard]] std::optional<Remaining> remaining(NodeIndex node) const;
    /// jr:choice-name(): `path` leads from `context` to the question.
    [[nodiscard]] std::string name(xpath::NodeRef context, std::string_view value, std::string_view path) const;

    /// The list of a question changed.
    void forgetOrder(NodeIndex node) { m_shuffled.erase(node); }
    /// Nodes were removed.
    void forgetGone();

private:
    [[nodiscard]] std::vector<xpath::NodeRef> itemNodes(const ControlDef& control, NodeIndex node) const;
    [[nodiscard]] std::string itemValue(const ItemsetDef& itemset, xpath::NodeRef item) const;
    [[nodiscard]] std::vector<std::string> values(const ControlDef& control, NodeIndex node) const;
    [[nodiscard]] DefId questionAt(DefId from, std::string_view path) const;

    const LiveInstance& m_instance;
    const Evaluator& m_evaluator;
    const Texts& m_texts;
    mutable std::unordered_map<NodeIndex, std::vector<xpath::NodeRef>> m_shuffled; ///< lists with randomize()
};

} // namespace peil::forms
