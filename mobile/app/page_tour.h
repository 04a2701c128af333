// SPDX-License-Identifier: Apache-2.0
#pragma once

// Walks a practice tablet through every page, in every language, look and size: for the self-test and the screenshots.

#include "window.h"

#include <deque>

namespace peil::mobile {

class PageTour : public QObject {
    Q_OBJECT
public:
    /// With a folder, a picture of each page in nl, en and ar is written there; without one all five languages are
    /// loaded and nothing is written.
    PageTour(AppContext& context, QString folder);
    void begin();
    [[nodiscard]] const QStringList& problems() const { return m_problems; }

    static constexpr std::chrono::milliseconds kTick{25};
    static constexpr int kLongestWait = 400; ///< ticks for one step

Q_SIGNALS:
    void ended();

private:
    struct Step {
        QString name;
        std::function<void()> enter;
        AppController::Page page;
    };
    struct Variant {
        QString language;
        AppSettings::Look look;
        QSize size;
    };
    void addSteps();
    void addInterviewSteps();
    void tick();
    void apply(const Variant& variant);
    void takePicture(const Variant& variant);
    void preparePractice();
    /// These are done tick by tick, each when everything before it is stored: the interview takes no other step either.
    void later(std::function<void()> action) { m_script.push_back(std::move(action)); }
    void answer(const char* field, const QString& value);
    void goTo(const char* field);
    bool isStored();
    /// The question of that name on the screen; a problem when it is not there.
    const forms::Question* shown(const char* field);
    void openSheet(const QString& buttonName);
    [[nodiscard]] static std::vector<Variant> variantsFor(bool pictures);
    [[nodiscard]] AppController& app() { return m_context->app(); }

    AppContext* m_context;
    QString m_folder;
    QTimer m_timer;
    std::deque<Step> m_steps;
    std::deque<std::function<void()>> m_script;
    std::vector<Variant> m_variants;
    std::size_t m_variant = 0;
    int m_waited = 0;
    bool m_entered = false, m_applied = false;
    QStringList m_problems;
};

} // namespace peil::mobile
