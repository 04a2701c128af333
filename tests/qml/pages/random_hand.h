// SPDX-License-Identifier: Apache-2.0
#pragma once

// A hand that types and taps at random on the question before it, the same way for the same seed.

#include "tablet_window.h"

#include <QtGui/qguiapplication.h>
#include <QtGui/qstylehints.h>

#include <random>
#include <string>

namespace page_test {

class RandomHand {
public:
    RandomHand(TabletWindow& tablet, unsigned seed);
    ~RandomHand();
    RandomHand(const RandomHand&) = delete;
    RandomHand& operator=(const RandomHand&) = delete;
    /// A number from 0 to `end` - 1.
    [[nodiscard]] unsigned below(unsigned end) { return static_cast<unsigned>(m_random() % end); }
    /// One thing that a person may do to the editor of `question`: a key, several, a touch, a drag, a paste, or a word
    /// of an input method. Does nothing when the question is not on the screen.
    void act(const char* question);
    /// What was done since the last call, for the message of a test that fails.
    [[nodiscard]] std::string takeStory();

private:
    [[nodiscard]] QQuickItem* editorOf(const char* question);
    [[nodiscard]] QPoint somewhereIn(QQuickItem& item);
    void touch(QPoint point);
    void key();
    void paste();
    void compose();
    void drag(QQuickItem& editor);
    void noAnswer(const char* question);

    void letItSettle();

    TabletWindow* m_tablet;
    std::mt19937 m_random; // its numbers are the same everywhere (C++ standard, rand.predef)
    std::string m_story;
    int m_doubleClick = QGuiApplication::styleHints()->mouseDoubleClickInterval();
};

} // namespace page_test
