// SPDX-License-Identifier: Apache-2.0
#include "peil/forms/error.h"

namespace peil::forms {
namespace {

class FormsCategory final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.forms"; }
    [[nodiscard]] std::string message(int code) const override {
        switch (static_cast<FormsErrc>(code)) {
        case FormsErrc::NoSuchNode:
            return "The interview has no such question.";
        case FormsErrc::NotAQuestion:
            return "A group or repeat cannot have an answer.";
        case FormsErrc::ReadOnly:
            return "The question is read-only.";
        case FormsErrc::NotRelevant:
            return "The question is not asked here.";
        case FormsErrc::BadValue:
            return "The answer is not valid for the question.";
        case FormsErrc::RepeatFixed:
            return "The form determines the number of repetitions.";
        case FormsErrc::TooManyInstances:
            return "There are too many repetitions.";
        case FormsErrc::NotFinished:
            return "The interview still has questions without a valid answer.";
        case FormsErrc::BadInstance:
            return "The saved interview does not belong to this form.";
        case FormsErrc::EvaluationFailed:
            return "An expression of the form failed on this interview.";
        case FormsErrc::UnknownLanguage:
            return "The form does not have this language.";
        }
        return "Unknown error.";
    }
};

} // namespace

const std::error_category& formsCategory() noexcept {
    static const FormsCategory category;
    return category;
}

std::error_code make_error_code(FormsErrc code) noexcept {
    return {static_cast<int>(code), formsCategory()};
}

} // namespace peil::forms
