// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "instance/live_instance.h"

namespace peil::forms {

/// Where the expressions of an interview are evaluated: its document, the lists beside it, and the world outside.
///
/// Invariant: every context it gives names the one document and host of this interview, which stay where they are.
class Evaluator {
public:
    /// Both are borrowed for its life.
    Evaluator(const LiveInstance& instance, const Environment& environment);
    Evaluator(const Evaluator&) = delete; ///< contexts know the host by its address
    Evaluator& operator=(const Evaluator&) = delete;

    /// What expressions ask of the form's texts: an itext by its id; the label of a choice.
    void setTexts(std::function<std::string(std::string_view)> itext,
                  std::function<std::string(xpath::NodeRef, std::string_view, std::string_view)> choiceName);
    void setLanguage(const std::string& code) { m_host.language = code; }

    [[nodiscard]] xpath::Context contextAt(NodeIndex node) const;
    /// At a row of a list, in this document or another.
    [[nodiscard]] xpath::Context contextAt(xpath::NodeRef row) const;

private:
    const LiveInstance& m_instance;
    const Environment& m_environment;
    std::map<std::string, std::shared_ptr<const xpath::Document>, std::less<>> m_lists; ///< by the instance's id
    xpath::Host m_host;
};

} // namespace peil::forms
