// SPDX-License-Identifier: Apache-2.0
#pragma once

// The only place that turns an error into a message for the fieldworker.

#include "typed_text.h"

#include "peil/base/result.h"
#include "peil/protocol/sync_machine.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qstring.h>

namespace peil::mobile {

class Messages {
    Q_DECLARE_TR_FUNCTIONS(Messages)
public:
    /// One sentence in the language of the app: what happened and what to do.
    [[nodiscard]] static QString of(const Error& error);
    /// How a sync ended; empty for Complete.
    [[nodiscard]] static QString of(protocol::SyncOutcome outcome);
    /// Why what is in a field is not saved, and what to do. `kept` is the answer that the question still has; may be
    /// empty.
    [[nodiscard]] static QString of(TextFault fault, const QString& kept);

private:
    [[nodiscard]] static QString ofRemains(const Error& error);
};

} // namespace peil::mobile
