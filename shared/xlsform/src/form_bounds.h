// SPDX-License-Identifier: Apache-2.0
#pragma once

// Limits of a form, so that a small file cannot expand to a huge one. Far above the needs of any questionnaire; files
// have separate limits (WorkbookLimits).

#include <cstddef>

namespace peil::xlsform {

inline constexpr std::size_t kMaxSurveyRows = 20'000;
inline constexpr std::size_t kMaxSectionDepth = 50;        ///< groups in groups
inline constexpr std::size_t kMaxNameBytes = 500;          ///< of a question, group or repeat
inline constexpr std::size_t kMaxLoopNodes = 20'000;       ///< all loops together, written out
inline constexpr std::size_t kLoopNodeBytes = 4096;        ///< of a row; a longer one counts as several
inline constexpr std::size_t kMaxInlineItems = 200'000;    ///< choices and tags inside controls, all together
inline constexpr std::size_t kMaxItextEntries = 1'000'000; ///< texts times languages
inline constexpr std::size_t kMaxPathBytes = 16U << 20U;   ///< written for `${name}`, all together
inline constexpr std::size_t kMaxExpressionSize = 400'000; ///< of all expressions, as xpath::Expression::size()
inline constexpr std::size_t kOutputSize = 5;              ///< of a `${name}` in a text
inline constexpr std::size_t kMaxEntityLists = 500;
inline constexpr std::size_t kMaxTickLabels = 1'000;
inline constexpr std::size_t kMaxHintCandidates = 5'000; ///< names among which "did you mean" looks

} // namespace peil::xlsform
