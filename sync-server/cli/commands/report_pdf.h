// SPDX-License-Identifier: Apache-2.0
#pragma once

// report.pdf, set from report.html by WeasyPrint.
//
// Why WeasyPrint: it is kept in Debian, sets pages with running numbers from the same HTML and SVG as the page, and
// takes its dates from SOURCE_DATE_EPOCH, so that the same page gives the same bytes. Chromium writes the clock into
// each file; a layout of our own on Cairo and Pango would be a second description of the whole report. It runs as a
// program of its own, with an environment of fixed values, and is needed for --pdf only.

#include "peil/base/result.h"

#include <filesystem>

namespace peil::cli {

/// The program on the PATH. @return BadInput with what to install.
[[nodiscard]] Result<std::filesystem::path> findPdfMaker();

/// Sets `html` into `pdf`. Both in a folder that can be written; fonts are those of the machine.
/// @return ToolFailed with the last line that the program said.
[[nodiscard]] Result<> makePdf(const std::filesystem::path& program, const std::filesystem::path& html,
                               const std::filesystem::path& pdf);

} // namespace peil::cli
