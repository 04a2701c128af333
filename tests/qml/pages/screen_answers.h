// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a person reads on the screen as the answer to a question, found in the items themselves, in the words that the
// store uses. For an app in English.

#include "question_list_model.h"

#include <QtQuick/qquickitem.h>

#include <string>

namespace page_test {

/// The visible item of that name, `below` included; null without one.
[[nodiscard]] QQuickItem* itemBelow(QQuickItem& below, const QString& name);

/// What the editor in `view` (a QuestionView) shows. Numbers are read as numbers: "007" and "3." say 7 and 3.
[[nodiscard]] std::string shownAnswer(QQuickItem& view, const peil::forms::Question& question,
                                      peil::mobile::QuestionListModel::Kind kind);
/// The reason for no answer that is marked, 0 for none; of several, their sum times ten.
[[nodiscard]] int shownReason(QQuickItem& view);
/// The message of the question; empty when none is shown.
[[nodiscard]] QString shownProblem(QQuickItem& view);

} // namespace page_test
