// SPDX-License-Identifier: Apache-2.0
#include "peil/study/study.h"

namespace peil::study {
namespace {

class Category final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.study"; }
    [[nodiscard]] std::string message(int code) const override {
        switch (static_cast<StudyErrc>(code)) {
        case StudyErrc::BadToml:
            return "The study file is not valid TOML.";
        case StudyErrc::MissingKey:
            return "The study file lacks a required key.";
        case StudyErrc::BadValue:
            return "A value in the study file is invalid.";
        case StudyErrc::UnknownReference:
            return "The study file refers to something that it does not declare.";
        case StudyErrc::Duplicate:
            return "The study file declares something twice.";
        case StudyErrc::BadPack:
            return "This is not a study pack, or it is damaged.";
        case StudyErrc::BadSignature:
            return "The study pack is not signed by the expected key, or was changed.";
        case StudyErrc::MissingFile:
            return "A file that the study names is missing.";
        }
        return "Unknown error.";
    }
};

} // namespace

const std::error_category& studyCategory() noexcept {
    static const Category category;
    return category;
}

std::error_code make_error_code(StudyErrc code) noexcept {
    return {static_cast<int>(code), studyCategory()};
}

} // namespace peil::study
