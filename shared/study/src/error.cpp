// SPDX-License-Identifier: Apache-2.0
#include "peil/study/study.h"

#include "peil/base/error_category.h"

namespace peil::study {

std::error_code make_error_code(StudyErrc code) noexcept {
    static constexpr EnumText<StudyErrc> kMessages[] = {
        {StudyErrc::BadToml, "The study file is not valid TOML."},
        {StudyErrc::MissingKey, "The study file lacks a required key."},
        {StudyErrc::BadValue, "A value in the study file is invalid."},
        {StudyErrc::UnknownReference, "The study file refers to something that it does not declare."},
        {StudyErrc::Duplicate, "The study file declares something twice."},
        {StudyErrc::BadPack, "This is not a study pack, or it is damaged."},
        {StudyErrc::BadSignature, "The study pack is not signed by the expected key, or was changed."},
        {StudyErrc::MissingFile, "A file that the study names is missing."},
    };
    return errorCode("peil.study", kMessages, code);
}

} // namespace peil::study
