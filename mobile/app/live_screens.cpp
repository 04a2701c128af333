// SPDX-License-Identifier: Apache-2.0
#include "live_screens.h"

#include <QtCore/qdiriterator.h>

namespace peil::mobile {

LiveScreens::LiveScreens(AppContext& context, QString folder)
    : QObject(&context)
    , m_context(&context)
    , m_folder(std::move(folder)) {
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettle);
    const auto changed = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, changed);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, changed);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        watch(); // a file that was replaced is another file
        Q_EMIT reloaded(m_context->reload());
    });
    watch();
    m_context->setInterceptor(this);
}

QUrl LiveScreens::intercept(const QUrl& url, DataType type) {
    static const auto kBuiltIn = QStringLiteral("qrc:/qt/qml/Peil/");
    const auto text = url.toString();
    if (type != QmlFile || !text.startsWith(kBuiltIn)) return url;
    return QUrl::fromLocalFile(m_folder + QLatin1Char('/') + text.mid(kBuiltIn.size()));
}

void LiveScreens::watch() {
    QStringList all;
    for (QDirIterator each(m_folder, {QStringLiteral("*.qml")}, QDir::Files, QDirIterator::Subdirectories);
         each.hasNext();) {
        all << each.next();
        all << each.fileInfo().path();
    }
    all.removeDuplicates();
    if (!all.isEmpty()) m_watcher.addPaths(all);
}

} // namespace peil::mobile
