// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "instance/evaluator.h"

namespace peil::forms {

/// The words of the form in the language of the interview, with outputs filled in.
///
/// Invariant: the language is one of the form's, or none when the form has none. A text that it lacks comes in the
/// form's default language, else in the first that has it.
class Texts {
public:
    /// Borrowed for its life.
    Texts(const LiveInstance& instance, const Evaluator& evaluator);

    /// By name or code; empty = the form's default. @return UnknownLanguage; nothing has changed then.
    [[nodiscard]] Result<> select(std::string_view language);
    [[nodiscard]] const std::string& language() const { return m_languageName; }
    /// As expressions ask for it: the code, else the name.
    [[nodiscard]] const std::string& languageCode() const { return m_languageCode; }

    /// `guidance` (when given) receives the guidance of an itext, unless it has text already.
    [[nodiscard]] Text text(const TextSource& source, NodeIndex context, Text* guidance = nullptr) const;
    [[nodiscard]] Text itext(std::uint32_t number, NodeIndex context, Text* guidance = nullptr) const;
    /// The label of a row of a list.
    [[nodiscard]] Text itemLabel(const ItemsetDef& itemset, xpath::NodeRef item) const;

private:
    [[nodiscard]] std::string render(const TextPieces& pieces, NodeIndex context) const;

    const LiveInstance& m_instance;
    const Evaluator& m_evaluator;
    std::size_t m_languageIndex = 0;
    std::string m_languageName, m_languageCode;
};

} // namespace peil::forms
