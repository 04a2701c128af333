// SPDX-License-Identifier: Apache-2.0
#pragma once

// Goes over everything on a page that can be worked with, as a thumb, a keyboard and a screen reader meet it.

#include "tablet_window.h"

#include <string>
#include <vector>

namespace page_test {

/// Smallest side of what is touched, in pixels.
inline constexpr qreal kSmallestTouch = 48;
/// Least width of a key of a keyboard on the screen: ten stand beside each other on a phone (WCAG 2.2, 2.5.8).
inline constexpr qreal kSmallestKey = 24;

/// One sentence for each control of the page (of the open sheet, when there is one) that is too small for a thumb, has
/// no name for a screen reader, is never reached with Tab, or is out of sight when it is.
[[nodiscard]] std::vector<std::string> faultsOf(TabletWindow& tablet);

} // namespace page_test
