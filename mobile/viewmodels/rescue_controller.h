// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rescue_run.h"

#include <QtQml/qqmlregistration.h>

namespace peil::mobile {

/// On a tablet that cannot be unlocked: the finished interviews that can still be sent.
class RescueController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the AppController.")
    /// Finished interviews without a receipt.
    Q_PROPERTY(int waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    RescueController(StorageThread& storage, QObject* parent);
    /// Counts again.
    void refresh();
    Q_INVOKABLE void send();

    [[nodiscard]] int waiting() const { return m_waiting; }
    [[nodiscard]] bool running() const { return m_run.running(); }
    [[nodiscard]] QString message() const;
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void changed();
    /// A run ended, with or without a problem.
    void ended();

private:
    StorageThread* m_storage;
    RescueRun m_run;
    QString m_problem;
    int m_waiting = 0, m_sent = 0;
};

} // namespace peil::mobile
