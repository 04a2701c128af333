// SPDX-License-Identifier: Apache-2.0
#pragma once

// The app as a fieldworker has it before them: real window, pages, controllers and store in a temporary folder, without
// a display. The test is the hand: it taps, types and looks. Time and randomness come from the test.

#include "field_study.h"
#include "window.h"

#include "peil_test/clock.h"
#include "peil_test/rng.h"
#include "peil_test/temporary_folder.h"

#include <QtQuick/qquickitem.h>

#include <functional>

namespace page_test {

inline constexpr const char* kPassphrase = "river lamp seven orange door";

/// Threads: the test's own. One at a time in a process.
class TabletWindow {
public:
    explicit TabletWindow(const QString& language = QStringLiteral("en"));
    /// Fails the test when QML has warned of anything.
    ~TabletWindow();

    [[nodiscard]] peil::mobile::AppController& app() { return m_context->app(); }
    /// On the page of the recovery code: notes it and types its last group.
    void noteRecoveryCode();
    [[nodiscard]] peil::mobile::AutoLock& autoLock() { return m_context->autoLock(); }
    [[nodiscard]] QQuickWindow& window() { return *m_context->window(); }
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path() / "tablet"; }
    [[nodiscard]] peil_test::ManualClock& clock() { return m_clock; }
    /// The one that the waits between wrong passphrases follow.
    [[nodiscard]] peil_test::ManualClock& waits() { return m_waits; }
    /// Starts the app anew on the same folder, as after a power cut.
    void restart();

    /// A store under kPassphrase, enrolled in the model study in Amsterdam, unlocked and at home.
    void prepare();
    /// The same with a study of which `survey` and `choices` are the questionnaire's sheets.
    void prepareWith(const std::string& survey, const std::string& choices, const peil::study::PackFiles& media = {});

    /// Ends every job of the store and all that follows from it, then lays the page out.
    void settle();

    /// The visible item of that name; fails the test when there is none.
    [[nodiscard]] QQuickItem& item(const char* name);
    [[nodiscard]] bool isVisible(const char* name);
    /// A property of it, as text.
    [[nodiscard]] QString text(const char* name, const char* property = "text");
    /// The words of all visible texts below the item of that name, one a line; of the whole window without one.
    [[nodiscard]] QString wordsOf(const char* name = nullptr);
    [[nodiscard]] bool shows(const char* words);
    /// Middle of an item in the window, after it has been scrolled into view.
    [[nodiscard]] QPoint middleOf(QQuickItem& item);

    /// As a hand that has looked at the page.
    void tap(const char* name);
    /// Presses an item for as long as a HoldButton wants it.
    void hold(const char* name);
    void tapAt(QPoint point);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const char* words);
    /// Presses Tab until the item of that name has the focus; fails the test when it never does.
    void tabTo(const char* name);

    /// Begins an interview at AMS-02 and waits for its first page.
    void startInterview();
    /// What the store holds for a field of the only draft.
    [[nodiscard]] std::string kept(const char* field);

private:
    void prepare(const std::function<peil::Result<peil::mobile::FieldStudyPointer>(peil::storage::LocalStore&)>& study);
    [[nodiscard]] QQuickItem* find(QQuickItem* below, const QString& name);

    peil_test::TemporaryFolder m_folder;
    peil_test::ManualClock m_clock, m_waits;
    QString m_language;
    peil_test::SeededRng m_rng{20230703};
    std::unique_ptr<peil::mobile::AppContext> m_context;
};

} // namespace page_test
