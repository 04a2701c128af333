// SPDX-License-Identifier: Apache-2.0
#pragma once

// A study as its designer keeps it: a folder with study.toml, the questionnaire's sheets, and media.

#include "peil/study/pack.h"
#include "peil/xlsform/form_file.h"

namespace peil::cli {

struct StudyFolder {
    std::string toml;
    study::Study study;
    xlsform::FormFile form;
    study::PackFiles media; ///< files of the folder "media", and tables that the form reads
    /// Where study, form and register's table do not agree; as warnings and notes, where the definitions of sample and
    /// register differ.
    std::vector<Diagnostic> remarks;

    [[nodiscard]] bool sound() const;
};

/// Errors of form and fields are remarks. @return an error when a file cannot be read or study.toml is faulty.
[[nodiscard]] Result<StudyFolder> readStudyFolder(const std::filesystem::path& folder);

} // namespace peil::cli
