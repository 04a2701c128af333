// SPDX-License-Identifier: Apache-2.0
#pragma once

// The app with its window: composition root of the GUI, language of the app, automatic lock.

#include "options.h"

#include "app_controller.h"
#include "auto_lock.h"

#include <QtCore/qtranslator.h>
#include <QtQml/qqmlapplicationengine.h>
#include <QtQuick/qquickwindow.h>

namespace peil::mobile {

/// Everything that lives as long as the window. Made on the GUI thread after QGuiApplication.
class AppContext : public QObject {
    Q_OBJECT
public:
    /// `clock`, `rng` and `waits` (see Vault) are borrowed for its life.
    AppContext(const QString& folder, const QString& language, const Clock& clock, Rng& rng,
               crypto::PassphraseCost cost, const Clock& waits = bootClock());
    /// Loads Main.qml. @return false when it cannot be loaded; the engine has said why.
    enum class Keyboard { Physical, Touch };
    [[nodiscard]] bool open(Keyboard keyboard);
    /// Loads the screens again. @return false if they cannot be loaded; the window then keeps the previous ones.
    [[nodiscard]] bool reload();
    /// Is asked where each file of QML is. Borrowed; before open().
    void setInterceptor(QQmlAbstractUrlInterceptor* interceptor) { m_interceptor = interceptor; }
    [[nodiscard]] AutoLock& autoLock() { return m_autoLock; }
    [[nodiscard]] AppController& app() { return m_app; }
    [[nodiscard]] QQuickWindow* window() const;
    /// Every warning of QML since the start.
    [[nodiscard]] const QStringList& warnings() const { return m_warnings; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void applyLanguage();
    /// An engine with the screens in it; null if they cannot be loaded.
    [[nodiscard]] std::unique_ptr<QQmlApplicationEngine> load();

    AppController m_app;
    QTranslator m_translator;
    AutoLock m_autoLock;
    QTimer m_forget; ///< the texts of QML, after locking
    QStringList m_warnings;
    Keyboard m_keyboard = Keyboard::Physical;
    QQmlAbstractUrlInterceptor* m_interceptor = nullptr;
    std::unique_ptr<QQmlApplicationEngine> m_engine; ///< null before open()
};

/// For programs that draw without a display; both before QGuiApplication is made.
void useNoDisplay();
void useTouchKeyboard();

/// Opens the window and runs until it is closed.
[[nodiscard]] int runWindow(int& argc, char** argv, const Options& options);

} // namespace peil::mobile
