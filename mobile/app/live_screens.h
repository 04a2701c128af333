// SPDX-License-Identifier: Apache-2.0
#pragma once

// The screens from the folder of their sources, for those who design them: a file that changes is seen at once, on the
// page that is open. Only --page uses it, in builds with PEIL_LIVE_SCREENS.

#include "window.h"

#include <QtCore/qfilesystemwatcher.h>
#include <QtQml/qqmlabstracturlinterceptor.h>

namespace peil::mobile {

/// Threads: GUI; QML asks intercept() from a thread of its own.
class LiveScreens : public QObject, public QQmlAbstractUrlInterceptor {
    Q_OBJECT
public:
    /// Belongs to `context`, whose open() comes later. @param folder  has the folders Theme, Controls, Questions,
    /// Pages.
    LiveScreens(AppContext& context, QString folder);
    [[nodiscard]] QUrl intercept(const QUrl& url, DataType type) override;

    /// Editors write a file in several steps.
    static constexpr std::chrono::milliseconds kSettle{150};

Q_SIGNALS:
    /// The screens were reloaded; false: they have an error, and the window keeps the previous ones.
    void reloaded(bool sound);

private:
    void watch();

    AppContext* m_context;
    QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
};

} // namespace peil::mobile
