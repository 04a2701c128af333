// SPDX-License-Identifier: Apache-2.0
#pragma once

// `peil form preview`: the compiled form in the screens of the tablet app, which is another program.

#include "peil/xlsform/form_file.h"

namespace peil::cli {

enum class PreviewScreen {
    Shown, ///< a window, until it is closed
    None,  ///< no display: ends when the first question has been drawn
};

/// Writes the form into a temporary folder, starts `peil-tablet --preview` on it and waits. Looks for the tablet app
/// beside this program, then in PATH. The folder, with the tablet's store, is removed afterwards.
/// @return the exit code of the tablet app; BadInput when there is no tablet app or no display.
[[nodiscard]] Result<int> previewForm(const xlsform::FormFile& form, PreviewScreen screen);

} // namespace peil::cli
