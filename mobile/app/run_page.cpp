// SPDX-License-Identifier: Apache-2.0
#include "live_screens.h"
#include "practice_pages.h"

#include <QtCore/qtemporarydir.h>
#include <QtGui/qguiapplication.h>

#include <iostream>

namespace peil::mobile {
namespace {

constexpr int kWrongUse = 2;

void say(const QString& sentence) {
    std::cerr << "peil-tablet: " << sentence.toStdString() << '\n';
}

/// The screens from their sources, where the build knows of them.
void useSources([[maybe_unused]] AppContext& context) {
#ifdef PEIL_QML_FOLDER
    auto* screens = new LiveScreens(context, QStringLiteral(PEIL_QML_FOLDER)); // the context owns it
    QObject::connect(screens, &LiveScreens::reloaded, screens, [](bool sound) {
        say(sound ? QStringLiteral("The screens were reloaded.")
                  : QStringLiteral("The new screens have an error; the window keeps the previous ones."));
    });
    say(QStringLiteral("The screens come from %1.").arg(QStringLiteral(PEIL_QML_FOLDER)));
#endif
}

} // namespace

int runPage(int& argc, char** argv, const Options& options) {
    const auto names = PracticePages::names();
    if (!names.contains(options.page)) {
        const bool asked = options.page == QStringLiteral("list");
        if (!asked) say(QStringLiteral("There is no page '%1'. The pages are:").arg(options.page));
        (asked ? std::cout : std::cerr) << names.join(QLatin1Char('\n')).toStdString() << '\n';
        return asked ? 0 : kWrongUse;
    }
    useTouchKeyboard();
    const QGuiApplication application(argc, argv);
    const QTemporaryDir folder;
    const SystemClock clock;
    SystemRng rng;
    AppContext context(folder.path() + QStringLiteral("/tablet"), options.language, clock, rng,
                       crypto::PassphraseCost::minimal());
    context.autoLock().disable();
    PracticePages pages(&context);
    useSources(context);
    if (!context.open(AppContext::Keyboard::Touch)) return 3;
    context.window()->setTitle(QStringLiteral("Peil: page %1; nothing is kept").arg(options.page));
    QObject::connect(&pages, &PracticePages::failed, qApp, [](const QString& why) {
        say(why);
        QCoreApplication::exit(1);
    });
    pages.open(options.page);
    return QGuiApplication::exec();
}

} // namespace peil::mobile
