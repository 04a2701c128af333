// SPDX-License-Identifier: Apache-2.0
#include "random_hand.h"

#include "screen_answers.h"

#include <QtGui/qclipboard.h>
#include <QtGui/qguiapplication.h>
#include <QtGui/qpointingdevice.h>
#include <QtGui/qstylehints.h>
#include <QtQuickTest/quicktest.h>
#include <QtTest/qtest.h>
#include <QtTest/qtesttouch.h>

#include <array>

namespace page_test {
namespace {

struct KeyStroke {
    Qt::Key key;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    const char* name = "";
};

constexpr std::array kStrokes{KeyStroke{Qt::Key_Backspace, Qt::NoModifier, "backspace"},
                              KeyStroke{Qt::Key_Backspace, Qt::NoModifier, "backspace"},
                              KeyStroke{Qt::Key_Delete, Qt::NoModifier, "delete"},
                              KeyStroke{Qt::Key_Left, Qt::NoModifier, "left"},
                              KeyStroke{Qt::Key_Right, Qt::NoModifier, "right"},
                              KeyStroke{Qt::Key_Up, Qt::NoModifier, "up"},
                              KeyStroke{Qt::Key_Down, Qt::NoModifier, "down"},
                              KeyStroke{Qt::Key_Home, Qt::NoModifier, "home"},
                              KeyStroke{Qt::Key_End, Qt::NoModifier, "end"},
                              KeyStroke{Qt::Key_PageUp, Qt::NoModifier, "page up"},
                              KeyStroke{Qt::Key_Return, Qt::NoModifier, "return"},
                              KeyStroke{Qt::Key_Space, Qt::NoModifier, "space"},
                              KeyStroke{Qt::Key_Escape, Qt::NoModifier, "escape"},
                              KeyStroke{Qt::Key_Tab, Qt::NoModifier, "tab"},
                              KeyStroke{Qt::Key_Backtab, Qt::ShiftModifier, "backtab"},
                              KeyStroke{Qt::Key_A, Qt::ControlModifier, "select all"},
                              KeyStroke{Qt::Key_X, Qt::ControlModifier, "cut"},
                              KeyStroke{Qt::Key_Z, Qt::ControlModifier, "undo"},
                              KeyStroke{Qt::Key_Y, Qt::ControlModifier, "redo"},
                              KeyStroke{Qt::Key_Right, Qt::ControlModifier, "next"},
                              KeyStroke{Qt::Key_Left, Qt::ControlModifier, "previous"}};
constexpr std::string_view kLetters = "0123456789012345678901234567890123456789--..,,afpz ";
constexpr std::array kPasted{
    "3012345678",           "-",         "3.",         "1e5", "12,5", "٤٢", "a\nb", "ab\x01", " 7 ", "-.",
    "99999999999999999999", "e\xCC\x81", "x\xC2\xA0y", ""};
constexpr std::array kComposed{"4", "-", "ab", "é", "一", ".5"};

QPointingDevice& finger() {
    static auto* device = QTest::createTouchDevice();
    return *device;
}

} // namespace

std::string RandomHand::takeStory() {
    return std::exchange(m_story, {});
}

QQuickItem* RandomHand::editorOf(const char* question) {
    auto* view = itemBelow(*m_tablet->window().contentItem(), QStringLiteral("question_") + QLatin1String(question));
    return view == nullptr ? nullptr : itemBelow(*view, QStringLiteral("editor"));
}

QPoint RandomHand::somewhereIn(QQuickItem& item) {
    if (QQuickTest::qIsPolishScheduled(&m_tablet->window()))
        static_cast<void>(QQuickTest::qWaitForPolish(&m_tablet->window()));
    const auto middle = m_tablet->middleOf(item); // scrolls there
    const auto width = std::max(1U, static_cast<unsigned>(item.width()));
    const auto height = std::max(1U, static_cast<unsigned>(item.height()));
    return middle + QPoint(static_cast<int>(below(width)) - static_cast<int>(width / 2),
                           static_cast<int>(below(height)) - static_cast<int>(height / 2));
}

void RandomHand::touch(QPoint point) {
    m_story += " touch " + std::to_string(point.x()) + "," + std::to_string(point.y());
    QTest::touchEvent(&m_tablet->window(), &finger()).press(0, point, &m_tablet->window());
    QTest::touchEvent(&m_tablet->window(), &finger()).release(0, point, &m_tablet->window());
}

void RandomHand::key() {
    if (below(2) == 0) {
        const auto& stroke = kStrokes.at(below(kStrokes.size()));
        m_story += std::string(" ") + stroke.name;
        return QTest::keyClick(&m_tablet->window(), stroke.key, stroke.modifiers);
    }
    const auto letter = kLetters.at(below(kLetters.size()));
    m_story += std::string(" '") + letter + "'";
    QTest::keyClick(&m_tablet->window(), letter);
}

void RandomHand::paste() {
    const auto* text = kPasted.at(below(kPasted.size()));
    m_story += std::string(" paste '") + text + "'";
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    QTest::keyClick(&m_tablet->window(), Qt::Key_V, Qt::ControlModifier);
}

void RandomHand::compose() {
    auto* target = QGuiApplication::focusObject();
    if (target == nullptr) return;
    const auto text = QString::fromUtf8(kComposed.at(below(kComposed.size())));
    m_story += " compose '" + text.toStdString() + "'";
    QInputMethodEvent begin(text, {});
    QCoreApplication::sendEvent(target, &begin);
    if (below(2) == 0) return; // the hand goes on while the word is not ended
    m_story += " and end it";
    QInputMethodEvent end;
    end.setCommitString(text);
    QCoreApplication::sendEvent(target, &end);
}

void RandomHand::drag(QQuickItem& editor) {
    auto* slider = itemBelow(editor, QStringLiteral("slider"));
    if (slider == nullptr) return;
    const auto from = somewhereIn(*slider);
    const auto to = QPoint(somewhereIn(*slider).x(), from.y());
    m_story += " drag " + std::to_string(from.x()) + " to " + std::to_string(to.x());
    auto* window = &m_tablet->window();
    QTest::mousePress(window, Qt::LeftButton, Qt::NoModifier, from);
    QTest::mouseMove(window, (from + to) / 2);
    QTest::mouseMove(window, to);
    QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, to);
}

void RandomHand::noAnswer(const char* question) {
    auto* view = itemBelow(*m_tablet->window().contentItem(), QStringLiteral("question_") + QLatin1String(question));
    if (auto* folded = view == nullptr ? nullptr : itemBelow(*view, QStringLiteral("noAnswer")); folded != nullptr)
        touch(somewhereIn(*folded));
    const auto name = QStringLiteral("reason") + QString::number(below(3) + 1);
    auto* button = view == nullptr ? nullptr : itemBelow(*view, name);
    if (button == nullptr) return;
    m_story += " " + name.toStdString();
    touch(somewhereIn(*button));
}

void RandomHand::act(const char* question) {
    auto* editor = editorOf(question);
    if (editor == nullptr) return;
    const auto what = below(20);
    if (what < 8) {
        key();
    } else if (what < 15) {
        touch(somewhereIn(*editor));
    } else if (what == 15) {
        paste();
    } else if (what == 16) {
        compose();
    } else if (what < 19) {
        drag(*editor);
    } else {
        noAnswer(question);
    }
    letItSettle();
}

/// The next thing is done when this one is stored and shown: a machine that is busy must not make another sequence.
void RandomHand::letItSettle() {
    QCoreApplication::processEvents();
    auto& app = m_tablet->app();
    if (app.page() != peil::mobile::AppController::Interview) return m_tablet->settle();
    while (app.interview()->saveState() == peil::mobile::InterviewController::Saving) {
        static_cast<void>(peil::mobile::waitFor(app.storage().run([](peil::mobile::Vault&) { return true; })));
        QCoreApplication::processEvents();
    }
}

RandomHand::RandomHand(TabletWindow& tablet, unsigned seed)
    : m_tablet(&tablet)
    , m_random(seed) {
    // Two touches are two, however long they are apart.
    QGuiApplication::styleHints()->setMouseDoubleClickInterval(0);
}

RandomHand::~RandomHand() {
    QGuiApplication::styleHints()->setMouseDoubleClickInterval(m_doubleClick);
}

} // namespace page_test
