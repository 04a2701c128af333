// SPDX-License-Identifier: Apache-2.0
#include "tablet_window.h"

#include "practice_study.h"
#include "sheet_study.h"

#include "peil_test/result.h"

#include <QtGui/qguiapplication.h>
#include <QtQuickTest/quicktest.h>
#include <QtTest/qtest.h>

#include <catch2/catch_test_macros.hpp>

namespace page_test {

using namespace peil;
using mobile::waitFor;
using peil_test::need;

namespace {

/// A job's answer may send another job; the longest chain is unlock, lock state, home.
constexpr int kRounds = 5;
constexpr int kMostTabs = 120;

void gatherWords(const QQuickItem* below, QString& words) {
    if (!below->isVisible() || below->opacity() == 0) return;
    const auto text = below->property("text");
    if (text.isValid() && !text.toString().isEmpty()) words += text.toString() + QLatin1Char('\n');
    for (const auto* child : below->childItems())
        gatherWords(child, words);
}

} // namespace

TabletWindow::TabletWindow(const QString& language)
    : m_language(language) {
    REQUIRE(qApp != nullptr); // made by main()
    restart();
}

void TabletWindow::restart() {
    m_context.reset();
    m_context = std::make_unique<mobile::AppContext>(QString::fromStdString(folder().string()), m_language, m_clock,
                                                     m_rng, crypto::PassphraseCost::minimal(), m_waits);
    REQUIRE(m_context->open(mobile::AppContext::Keyboard::Physical));
    auto& shown = window();
    shown.requestActivate();
    REQUIRE(QTest::qWaitForWindowActive(&shown));
    settle();
}

TabletWindow::~TabletWindow() {
    for (const auto& warning : m_context->warnings())
        FAIL_CHECK(warning.toStdString());
}

void TabletWindow::prepare() {
    prepare([this](storage::LocalStore& store) { return mobile::putPracticeStudy(store, "AMS", m_rng); });
}

void TabletWindow::prepareWith(const std::string& survey, const std::string& choices, const study::PackFiles& media) {
    prepare([&](storage::LocalStore& store) { return peil_test::putSheetStudy(store, survey, choices, m_rng, media); });
}

void TabletWindow::prepare(const std::function<Result<mobile::FieldStudyPointer>(storage::LocalStore&)>& study) {
    need(waitFor(app().storage().run([](mobile::Vault& vault) {
        return vault.create(crypto::SecretBytes::copyOf(bytesOf(std::string_view(kPassphrase))));
    })));
    need(waitFor(app().storage().withStore([study](storage::LocalStore& store) { return study(store); })));
    app().show(mobile::AppController::Home);
    settle();
    REQUIRE(app().page() == mobile::AppController::Home);
}

void TabletWindow::noteRecoveryCode() {
    // A test may hold the code as text; the program does not.
    const std::string code(textOf(app().recoveryCode()->view()));
    tap("noted");
    type(code.substr(code.size() - 4).c_str());
    press(Qt::Key_Return);
}

void TabletWindow::settle() {
    for (int round = 0; round < kRounds; ++round) {
        static_cast<void>(waitFor(app().storage().run([](mobile::Vault&) { return true; })));
        QCoreApplication::processEvents();
    }
    // What is laid out can ask for another round.
    for (int round = 0; round < kRounds && QQuickTest::qIsPolishScheduled(&window()); ++round) {
        REQUIRE(QQuickTest::qWaitForPolish(&window()));
        QCoreApplication::processEvents();
    }
}

QQuickItem* TabletWindow::find(QQuickItem* below, const QString& name) {
    if (!below->isVisible()) return nullptr;
    if (below->objectName() == name) return below;
    for (auto* child : below->childItems()) {
        if (auto* found = find(child, name)) return found;
    }
    return nullptr;
}

QQuickItem& TabletWindow::item(const char* name) {
    auto* found = find(window().contentItem(), QString::fromLatin1(name));
    INFO("nothing on the page is called " << name);
    REQUIRE(found != nullptr);
    return *found;
}

bool TabletWindow::isVisible(const char* name) {
    return find(window().contentItem(), QString::fromLatin1(name)) != nullptr;
}

QString TabletWindow::text(const char* name, const char* property) {
    return item(name).property(property).toString();
}

QString TabletWindow::wordsOf(const char* name) {
    QString words;
    gatherWords(name == nullptr ? window().contentItem() : &item(name), words);
    return words;
}

bool TabletWindow::shows(const char* words) {
    return wordsOf().contains(QString::fromUtf8(words));
}

QPoint TabletWindow::middleOf(QQuickItem& target) {
    for (auto* above = target.parentItem(); above != nullptr; above = above->parentItem()) {
        if (!above->inherits("QQuickFlickable")) continue;
        auto* content = above->property("contentItem").value<QQuickItem*>();
        const auto middle = target.mapToItem(content, target.boundingRect().center()).y();
        const auto first = above->property("originY").toReal(); // a list's header is above 0
        const auto least = first - above->property("topMargin").toReal();
        const auto most = std::max(least, first + above->property("contentHeight").toReal() +
                                              above->property("bottomMargin").toReal() - above->height());
        above->setProperty("contentY", std::clamp(middle - above->height() / 2, least, most));
    }
    return target.mapToScene(target.boundingRect().center()).toPoint();
}

void TabletWindow::tapAt(QPoint point) {
    QTest::mouseClick(&window(), Qt::LeftButton, Qt::NoModifier, point);
    settle();
}

void TabletWindow::tap(const char* name) {
    auto& target = item(name);
    INFO(name);
    REQUIRE(target.isEnabled());
    m_waits.advance(mobile::InterviewController::kImpatience);
    tapAt(middleOf(target));
}

void TabletWindow::hold(const char* name) {
    auto& target = item(name);
    INFO(name);
    REQUIRE(target.isEnabled());
    const auto point = middleOf(target);
    QTest::mousePress(&window(), Qt::LeftButton, Qt::NoModifier, point);
    m_waits.advance(mobile::HoldGate::kHold);
    QTest::mouseRelease(&window(), Qt::LeftButton, Qt::NoModifier, point);
    settle();
}

void TabletWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(&window(), key, modifiers);
    settle();
}

void TabletWindow::type(const char* words) {
    for (const char* key = words; *key != '\0'; ++key)
        QTest::keyClick(&window(), *key);
    settle();
}

void TabletWindow::tabTo(const char* name) {
    auto& target = item(name);
    for (int tabs = 0; tabs < kMostTabs && !target.hasActiveFocus(); ++tabs)
        QTest::keyClick(&window(), Qt::Key_Tab);
    INFO("Tab never comes to " << name);
    REQUIRE(target.hasActiveFocus());
}

void TabletWindow::startInterview() {
    tap("newInterview");
    if (app().page() == mobile::AppController::ChooseSite) tap("site_AMS-02");
    REQUIRE(app().page() == mobile::AppController::Interview);
}

std::string TabletWindow::kept(const char* field) {
    const auto* run = app().interview()->run();
    REQUIRE(run != nullptr);
    const auto path = run->study()->pathOf(field);
    const auto rows = need(
        waitFor(app().storage().withStore([id = run->id()](storage::LocalStore& store) { return store.answers(id); })));
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.path == path; });
    return row == rows.end() ? std::string() : row->value + row->reason;
}

} // namespace page_test
