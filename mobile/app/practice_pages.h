// SPDX-License-Identifier: Apache-2.0
#pragma once

// The pages of the tablet by name, each with practice data on it. Used to open one page, and for the tour of them all.

#include "window.h"

#include <deque>

namespace peil::mobile {

/// Leads a new tablet to its pages, step by step as a hand would. Threads: GUI.
class PracticePages : public QObject {
    Q_OBJECT
public:
    explicit PracticePages(AppContext* context);
    /// In the order in which all can be visited one after the other.
    [[nodiscard]] static QStringList names();
    /// Opens a page by the shortest way, or goes on from a page that it follows. Emits shown(), or failed().
    void open(const QString& name);

    static constexpr std::chrono::milliseconds kTick{25};
    static constexpr int kLongestWait = 1200; ///< ticks for one step

Q_SIGNALS:
    /// The page is there and everything on it is stored.
    void shown();
    /// One sentence.
    void failed(const QString& why);

private:
    struct Step {
        QString name;
        QString after; ///< the page that must have been open before
        AppController::Page page;
        std::function<void()> enter;
    };
    void add(const char* name, const char* after, AppController::Page page, std::function<void()> enter);
    void addFirstPages();
    void addInterviewPages();
    void addOtherPages();
    void tick();
    [[nodiscard]] const Step& stepOf(const QString& name) const;
    void preparePractice();
    void loseStore();
    /// Steps of the tour. Each waits until everything before it is stored, as the interview does.
    void later(std::function<void()> action) { m_script.push_back(std::move(action)); }
    void answer(const char* field, const QString& value);
    void goTo(const char* field);
    [[nodiscard]] bool isStored();
    /// The question of that name on the screen; fails when it is not there.
    const forms::Question* questionOf(const char* field);
    void tapButton(const char* name);
    void fail(const QString& why);
    [[nodiscard]] AppController& app() { return m_context->app(); }

    AppContext* m_context;
    QTimer m_timer;
    std::vector<Step> m_steps;
    std::deque<QString> m_way; ///< names of the steps that are still to be taken
    QStringList m_taken;
    std::deque<std::function<void()>> m_script;
    int m_waited = 0;
    bool m_entered = false;
};

/// Opens a window on one page and leaves it to the person. In a build with PEIL_LIVE_SCREENS the screens come from the
/// folder of their sources, again whenever a file there changes. @return 2 for a name that is no page.
[[nodiscard]] int runPage(int& argc, char** argv, const Options& options);

} // namespace peil::mobile
