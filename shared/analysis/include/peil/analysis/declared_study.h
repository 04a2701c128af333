// SPDX-License-Identifier: Apache-2.0
#pragma once

// The study that an estimate is made for: its definitions of sample and register go into every output, so that a reader
// sees whom the size counts and where the two are not the same people.

#include "peil/analysis/declared.h"
#include "peil/study/study.h"

#include <boost/json/value.hpp>
#include <filesystem>

namespace peil::analysis {

struct DeclaredStudy {
    study::Study study;
    std::string sha256; ///< of study.toml, in hexadecimal
};

/// @param place  a study.toml, or the folder of a study; the questionnaire is not read.
/// @return a file error, or the error of study.toml with line and column.
[[nodiscard]] Result<DeclaredStudy> readDeclaredStudy(const std::filesystem::path& place);

/// As study::definitionsJson, with "register_as_declared": whether the counts are those of the declared register (null
/// if none is declared). null without a study.
[[nodiscard]] boost::json::value definitionsJson(const std::optional<DeclaredStudy>& declared,
                                                 const RegisterFacts& used);
} // namespace peil::analysis
