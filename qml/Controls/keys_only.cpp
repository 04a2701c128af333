// SPDX-License-Identifier: Apache-2.0
#include "keys_only.h"

namespace peil::controls {

void KeysOnly::componentComplete() {
    QQuickItem::componentComplete();
    if (auto* field = parentItem()) field->setFlag(ItemAcceptsInputMethod, false);
}

} // namespace peil::controls
