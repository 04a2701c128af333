// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/result.h"

namespace peil::forms {

enum class FormsErrc {
    NoSuchNode = 1,   ///< the path names no node of this instance
    NotAQuestion,     ///< a group or repeat was answered
    ReadOnly,         ///< the question may not be changed
    NotRelevant,      ///< the question is not asked
    BadValue,         ///< the text does not fit the type, or is not one of the choices
    RepeatFixed,      ///< instances of this repeat are counted by the form
    TooManyInstances, ///< kMaxRepeatInstances reached
    NotFinished,      ///< finalising with a violation left
    BadInstance,      ///< the saved record does not belong to this form
    EvaluationFailed, ///< an expression failed on this data
    UnknownLanguage,  ///< the form does not have it
};

std::error_code make_error_code(FormsErrc code) noexcept;

} // namespace peil::forms
