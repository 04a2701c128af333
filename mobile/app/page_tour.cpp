// SPDX-License-Identifier: Apache-2.0
#include "page_tour.h"

#include <QtCore/qdir.h>
#include <QtCore/qtemporarydir.h>
#include <QtGui/qguiapplication.h>

#include <iostream>

namespace peil::mobile {

PageTour::PageTour(AppContext& context, QString folder)
    : m_context(&context)
    , m_pages(&context)
    , m_folder(std::move(folder))
    , m_names(PracticePages::names())
    , m_variants(variantsFor(m_folder.isEmpty() ? Purpose::Check : Purpose::Pictures)) {
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        takePicture(m_variants[m_variant++]);
        showNext();
    });
    connect(&m_pages, &PracticePages::shown, this, &PageTour::showNext);
    connect(&m_pages, &PracticePages::failed, this, [this](const QString& why) {
        m_problems << why;
        Q_EMIT ended();
    });
    if (!m_folder.isEmpty()) QDir().mkpath(m_folder);
}

std::vector<PageTour::Variant> PageTour::variantsFor(Purpose purpose) {
    const QSize wide(1280, 800);
    const QSize tall(800, 1280);
    std::vector<Variant> variants;
    for (const auto& language : AppSettings::languages()) {
        for (const auto look : {AppSettings::Day, AppSettings::Night}) {
            for (const auto& size : {wide, tall})
                if (purpose == Purpose::Check || look == AppSettings::Day || size == wide)
                    variants.push_back({language, look, size});
        }
    }
    return variants;
}

void PageTour::begin() {
    openNext();
}

void PageTour::openNext() {
    if (++m_page == m_names.size()) return Q_EMIT ended();
    m_variant = 0;
    m_pages.open(m_names[m_page]);
}

void PageTour::showNext() {
    if (m_variant == m_variants.size()) return openNext();
    apply(m_variants[m_variant]);
    m_settle.start(kSettle);
}

void PageTour::apply(const Variant& variant) {
    app().settings()->setLanguage(variant.language);
    app().settings()->setLook(variant.look);
    m_context->window()->resize(variant.size);
    if (app().interview()->isOpen()) app().interview()->setLanguage(variant.language);
}

void PageTour::takePicture(const Variant& variant) {
    const auto picture = m_context->window()->grabWindow();
    if (picture.isNull()) m_problems << QStringLiteral("No picture came of %1").arg(m_names[m_page]);
    if (m_folder.isEmpty()) return;
    const auto look = variant.look == AppSettings::Day ? QStringLiteral("day") : QStringLiteral("night");
    const auto file = QStringLiteral("%1/tablet-%2-%3-%4-%5-%6x%7.png")
                          .arg(m_folder)
                          .arg(m_page + 1, 2, 10, QLatin1Char('0'))
                          .arg(m_names[m_page], variant.language, look)
                          .arg(variant.size.width())
                          .arg(variant.size.height());
    if (!picture.save(file)) m_problems << QStringLiteral("The picture %1 cannot be written").arg(file);
}

int runTour(int& argc, char** argv, const Options& options) {
    useNoDisplay();
    const QGuiApplication application(argc, argv);
    const QTemporaryDir folder;
    const SystemClock clock;
    SystemRng rng;
    AppContext context(folder.path() + QStringLiteral("/tablet"), QStringLiteral("en"), clock, rng,
                       crypto::PassphraseCost::minimal());
    if (!context.open(AppContext::Keyboard::Physical)) return 3;
    context.autoLock().disable();
    PageTour tour(context, options.screenshots);
    QObject::connect(&tour, &PageTour::ended, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    tour.begin();
    QGuiApplication::exec();
    for (const auto& problem : tour.problems() + context.warnings())
        std::cerr << "peil-tablet: " << problem.toStdString() << '\n';
    return tour.problems().isEmpty() && context.warnings().isEmpty() ? 0 : 1;
}

} // namespace peil::mobile
