// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQuick/qquickitem.h>

namespace peil::controls {

/// Inside a field that has its own keys on the page: no keyboard of the system opens over them. A physical keyboard
/// works as before.
class KeysOnly : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
public:
    using QQuickItem::QQuickItem;

protected:
    void componentComplete() override;
};

} // namespace peil::controls
