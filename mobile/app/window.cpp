// SPDX-License-Identifier: Apache-2.0
#include "window.h"

#include "study_pictures.h"

#include <QtCore/qdir.h>
#include <QtCore/qlocale.h>
#include <QtGui/qguiapplication.h>
#include <QtNetwork/qnetworkinformation.h>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Peil_ModelPlugin)
Q_IMPORT_QML_PLUGIN(Peil_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Peil_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Peil_QuestionsPlugin)
Q_IMPORT_QML_PLUGIN(Peil_PagesPlugin)

inline void initTranslations() {
    Q_INIT_RESOURCE(translations);
}

namespace peil::mobile {

AppContext::AppContext(const QString& folder, const QString& language, const Clock& clock, Rng& rng,
                       crypto::PassphraseCost cost, const Clock& waits)
    : m_app(folder, language, clock, rng, cost, waits)
    , m_autoLock(m_app, waits) {
    initTranslations();
    connect(qApp, &QGuiApplication::applicationStateChanged, &m_autoLock,
            [this](Qt::ApplicationState state) { m_autoLock.follow(state); });
    // QML texts also contain what was typed. Collect them now instead of at the engine's next collection; by timer,
    // because the previous page must be destroyed first.
    m_forget.setSingleShot(true);
    connect(&m_forget, &QTimer::timeout, this, [this] {
        if (m_engine) m_engine->collectGarbage();
    });
    connect(&m_app, &AppController::pageChanged, this, [this] {
        if (!m_app.isUnlocked()) m_forget.start(0);
    });
    connect(&m_app, &AppController::shownLanguageChanged, this, &AppContext::applyLanguage);
}

std::unique_ptr<QQmlApplicationEngine> AppContext::load() {
    auto engine = std::make_unique<QQmlApplicationEngine>();
    connect(engine.get(), &QQmlEngine::warnings, this, [this](const QList<QQmlError>& warnings) {
        for (const auto& warning : warnings)
            m_warnings << warning.toString();
    });
    if (m_interceptor != nullptr) engine->addUrlInterceptor(m_interceptor);
    engine->addImageProvider(QStringLiteral("study"), new StudyPictures(m_app)); // the engine owns it
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine->setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&m_app)},
                                  {QStringLiteral("touchKeyboard"), m_keyboard == Keyboard::Touch}});
    engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Peil/Pages/Main.qml")));
    if (engine->rootObjects().isEmpty()) engine.reset();
    return engine;
}

bool AppContext::open(Keyboard keyboard) {
    m_keyboard = keyboard;
    applyLanguage();
    m_engine = load();
    if (!m_engine) return false;
    qApp->installEventFilter(this);
    m_app.begin();
    return true;
}

bool AppContext::reload() {
    auto fresh = load();
    if (!fresh) return false;
    const auto place = window()->geometry();
    std::swap(m_engine, fresh);
    window()->setGeometry(place);
    return true;
}

QQuickWindow* AppContext::window() const {
    return m_engine ? qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst()) : nullptr;
}

void AppContext::applyLanguage() {
    const QLocale locale(m_app.shownLanguage());
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(QStringLiteral(":/i18n/peil_%1.qm").arg(m_app.shownLanguage())))
        QCoreApplication::installTranslator(&m_translator);
    QGuiApplication::setLayoutDirection(locale.textDirection());
    if (m_engine) m_engine->retranslate();
    m_app.retranslate();
}

bool AppContext::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        if (m_autoLock.touched()) break;
        event->accept(); // else Qt makes a click of a touch that no one took
        return true;
    case QEvent::WindowStateChange:
        if (const auto* changed = qobject_cast<QWindow*>(watched)) m_autoLock.follow(changed->windowStates());
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void useNoDisplay() {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND")) qputenv("QT_QUICK_BACKEND", "software");
}

void useTouchKeyboard() {
    if (qEnvironmentVariableIsEmpty("QT_IM_MODULE")) qputenv("QT_IM_MODULE", "qtvirtualkeyboard");
}

int runWindow(int& argc, char** argv, const Options& options) {
    useTouchKeyboard();
    const QGuiApplication application(argc, argv);
    QDir().mkpath(options.store);
    const SystemClock clock;
    SystemRng rng;
    AppContext context(options.store, options.language, clock, rng, {});
    if (!context.open(AppContext::Keyboard::Touch)) return 3;
    // Where no backend of Qt knows the network, the timer of the sync remains.
    if (QNetworkInformation::loadDefaultBackend())
        QObject::connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, &context,
                         [&context](QNetworkInformation::Reachability now) {
                             if (now == QNetworkInformation::Reachability::Online)
                                 context.app().sync()->networkReturned();
                         });
    return QGuiApplication::exec();
}

} // namespace peil::mobile
