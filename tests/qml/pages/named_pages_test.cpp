// SPDX-License-Identifier: Apache-2.0
// peil-tablet --page: each page by its name, and the screens from a folder whose files change.
#include "live_screens.h"
#include "practice_pages.h"

#include "peil/base/file.h"
#include "peil_test/result.h"
#include "peil_test/temporary_folder.h"

#include <QtCore/qeventloop.h>
#include <QtQuick/qquickitem.h>

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using peil_test::need;

namespace {

/// A tablet on which nothing has happened yet, and the pages that it can be led to.
class NewTablet {
public:
    [[nodiscard]] AppContext& context() { return m_context; }
    /// @return what went wrong; empty when the page is there.
    [[nodiscard]] QString open(const QString& name) {
        QEventLoop loop;
        QString problem;
        QObject::connect(&m_pages, &PracticePages::shown, &loop, &QEventLoop::quit);
        QObject::connect(&m_pages, &PracticePages::failed, &loop, [&](const QString& why) {
            problem = why;
            loop.quit();
        });
        m_pages.open(name);
        loop.exec();
        return problem;
    }

private:
    peil_test::TemporaryFolder m_folder;
    SystemClock m_clock;
    SystemRng m_rng;
    AppContext m_context{QString::fromStdString((m_folder.path() / "tablet").string()), QStringLiteral("en"), m_clock,
                         m_rng, crypto::PassphraseCost::minimal()};
    PracticePages m_pages{&m_context};
};

bool shows(const QQuickItem& below, const QString& words) {
    if (below.property("text").toString() == words) return true;
    const auto items = below.childItems();
    return std::any_of(items.begin(), items.end(), [&](const QQuickItem* item) { return shows(*item, words); });
}

void replaceIn(const std::filesystem::path& file, std::string_view from, std::string_view to) {
    auto text = need(readTextFile(file, 1U << 20U));
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    need(writeFileDurably(file, toBytes(text.replace(at, from.size(), to))));
}

} // namespace

TEST_CASE("every page opens by its name, without a warning of QML", "[pages][named]") {
    CHECK(PracticePages::names().size() > 20);
    for (const auto& name : PracticePages::names()) {
        INFO(name.toStdString());
        NewTablet tablet;
        REQUIRE(tablet.context().open(AppContext::Keyboard::Physical));
        CHECK(tablet.open(name).toStdString().empty());
        CHECK_FALSE(tablet.context().window()->grabWindow().isNull());
        for (const auto& warning : tablet.context().warnings())
            FAIL_CHECK(warning.toStdString());
    }
}

TEST_CASE("a change of a screen's source is seen at once, on the page that is open", "[pages][named]") {
    const peil_test::TemporaryFolder folder;
    std::filesystem::copy(PEIL_SOURCE_DIR "/qml", folder.path() / "qml", std::filesystem::copy_options::recursive);
    const auto page = folder.path() / "qml" / "Pages" / "SettingsPage.qml";
    NewTablet tablet;
    auto* screens = new LiveScreens(tablet.context(), QString::fromStdString((folder.path() / "qml").string()));
    REQUIRE(tablet.context().open(AppContext::Keyboard::Physical));
    REQUIRE(tablet.open(QStringLiteral("settings")).isEmpty());
    REQUIRE(shows(*tablet.context().window()->contentItem(), QStringLiteral("Settings")));
    const auto afterReload = [&](std::string_view from, std::string_view to) {
        QEventLoop loop;
        bool sound = false;
        QObject::connect(screens, &LiveScreens::reloaded, &loop, [&](bool reloaded) {
            sound = reloaded;
            loop.quit();
        });
        replaceIn(page, from, to);
        loop.exec();
        return sound;
    };
    const auto isChanged = [&] {
        return tablet.context().app().page() == AppController::Settings &&
               shows(*tablet.context().window()->contentItem(), QStringLiteral("Changed"));
    };
    CHECK(afterReload("qsTr(\"Settings\")", "\"Changed\""));
    CHECK(isChanged());
    CHECK(tablet.context().warnings().isEmpty());
    CHECK_FALSE(afterReload("\"Changed\"", "\"Broken")); // the window stays as it was
    CHECK(isChanged());
    CHECK(afterReload("\"Broken", "\"Mended\""));
    CHECK(shows(*tablet.context().window()->contentItem(), QStringLiteral("Mended")));
}
