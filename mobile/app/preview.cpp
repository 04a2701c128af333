// SPDX-License-Identifier: Apache-2.0
#include "preview.h"

#include "preview_study.h"

#include <QtCore/qtemporarydir.h>
#include <QtGui/qguiapplication.h>

#include <iostream>

namespace peil::mobile {
namespace {

constexpr std::size_t kPassphraseBytes = 32;
constexpr auto kLongestWait = std::chrono::seconds(30); ///< of the self-test, for the first question

void say(const QString& sentence) {
    std::cerr << "peil-tablet: " << sentence.toStdString() << '\n';
}

/// A store behind a passphrase that is forgotten at once, with the form on it.
Result<PreviewStudy> prepare(StorageThread& storage, const QString& formFile, Rng& rng) {
    const auto passphrase = toHex(crypto::SecretBytes::random(kPassphraseBytes, rng).view());
    const auto secret = std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::copyOf(bytesOf(passphrase)));
    PEIL_CHECK(waitFor(storage.run([secret](Vault& vault) { return vault.create(*secret); })));
    return waitFor(storage.withStore([file = formFile.toStdString(), &rng](storage::LocalStore& store) {
        return putPreviewStudy(store, file, rng);
    }));
}

/// Draws the first question without a display.
void endAtFirstQuestion(const PreviewGuide& guide, AppContext& context) {
    QObject::connect(&context.app(), &AppController::errorChanged, qApp, [&context] {
        if (context.app().error().isEmpty()) return;
        say(context.app().error());
        QCoreApplication::exit(1);
    });
    QObject::connect(
        &guide, &PreviewGuide::firstQuestionShown, qApp,
        [&context] {
            const bool drawn = !context.window()->grabWindow().isNull();
            for (const auto& warning : context.warnings())
                say(warning);
            QCoreApplication::exit(drawn && context.warnings().isEmpty() ? 0 : 1);
        },
        Qt::QueuedConnection);
    QTimer::singleShot(kLongestWait, qApp, [] {
        say(QStringLiteral("The first question was not shown; check the form with peil form check."));
        QCoreApplication::exit(1);
    });
}

} // namespace

PreviewGuide::PreviewGuide(AppController& app, QString site, QObject* parent)
    : QObject(parent)
    , m_app(&app)
    , m_site(std::move(site)) {
    connect(m_app, &AppController::pageChanged, this, &PreviewGuide::follow, Qt::QueuedConnection);
}

void PreviewGuide::follow() {
    const auto page = m_app->page();
    if (page == AppController::Unlock) {
        if (std::exchange(m_unlocked, true)) return Q_EMIT ended();
        return m_app->show(AppController::Home);
    }
    if (page == AppController::Home && !std::exchange(m_started, true)) m_app->startInterview(m_site);
    if (page == AppController::Interview && !std::exchange(m_reached, true)) Q_EMIT firstQuestionShown();
}

int runPreview(int& argc, char** argv, const Options& options) {
    if (options.selfTest)
        useNoDisplay();
    else
        useTouchKeyboard();
    const QGuiApplication application(argc, argv);
    const QTemporaryDir folder;
    const SystemClock clock;
    SystemRng rng;
    AppContext context(folder.path(), options.language, clock, rng, crypto::PassphraseCost::minimal());
    context.autoLock().disable();
    const auto study = prepare(context.app().storage(), options.preview, rng);
    if (!study) {
        say(QString::fromStdString(describe(study.error())));
        return 1;
    }
    PreviewGuide guide(context.app(), QString::fromStdString(study->site));
    QObject::connect(&guide, &PreviewGuide::ended, qApp, &QCoreApplication::quit);
    if (!context.open(options.selfTest ? AppContext::Keyboard::Physical : AppContext::Keyboard::Touch)) return 3;
    context.window()->setTitle(
        QStringLiteral("Peil: preview of %1; nothing is saved").arg(QString::fromStdString(study->title)));
    if (options.selfTest) endAtFirstQuestion(guide, context);
    return QGuiApplication::exec();
}

} // namespace peil::mobile
