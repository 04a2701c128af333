// SPDX-License-Identifier: Apache-2.0
#include "peil/forms/error.h"

#include "peil/base/error_category.h"

namespace peil::forms {

std::error_code make_error_code(FormsErrc code) noexcept {
    static constexpr EnumText<FormsErrc> kMessages[] = {
        {FormsErrc::NoSuchNode, "The interview has no such question."},
        {FormsErrc::NotAQuestion, "A group or repeat cannot have an answer."},
        {FormsErrc::ReadOnly, "The question is read-only."},
        {FormsErrc::NotRelevant, "The question is not asked here."},
        {FormsErrc::BadValue, "The answer is not valid for the question."},
        {FormsErrc::RepeatFixed, "The form determines the number of repetitions."},
        {FormsErrc::TooManyInstances, "There are too many repetitions."},
        {FormsErrc::NotFinished, "The interview still has questions without a valid answer."},
        {FormsErrc::BadInstance, "The saved interview does not belong to this form."},
        {FormsErrc::EvaluationFailed, "An expression of the form failed on this interview."},
        {FormsErrc::UnknownLanguage, "The form does not have this language."},
    };
    return errorCode("peil.forms", kMessages, code);
}

} // namespace peil::forms
