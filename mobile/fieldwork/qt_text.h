// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/qstring.h>

#include <string>

namespace peil::mobile {

/// The same text for Qt.
[[nodiscard]] inline QString qText(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace peil::mobile
