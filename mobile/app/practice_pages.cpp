// SPDX-License-Identifier: Apache-2.0
#include "practice_pages.h"

#include "practice_study.h"
#include "rehearsal.h"

#include "peil/study/counts.h"

#include <QtQuick/qquickitem.h>

#include <algorithm>

namespace peil::mobile {
namespace {

constexpr const char* kPassphrase = "river lamp seven orange door";

/// Two interviews that are finished.
constexpr const char* kPractice =
    R"({"site":"AMS-02","answers":[["consent","1"],["questionnaire_language","nl"],["adult","1"],["opioid_days_week","0"],["crack_days_week","0"],["oat","0"]]})"
    "\n"
    R"({"site":"AMS-01","answers":[["consent","0"]]})";

protocol::Manifest practiceManifest() {
    protocol::Manifest manifest;
    manifest.epoch = "practice";
    manifest.quotas = {{"AMS", "opioid", 90, 61}, {"AMS", "crack_only", 30, 9}};
    manifest.notCounted = {{"AMS", std::string(idOf(study::NotCounted::BrokenOff)), 4},
                           {"AMS", std::string(idOf(study::NotCounted::NotEligible)), 11}};
    manifest.alerts = {};
    return manifest;
}

/// Answers the practice interviews on a tablet that has the study.
Result<> playPractice(StorageThread& storage, Rng& rng) {
    PEIL_TRY(const auto interviews, parseRehearsal(kPractice));
    const SystemClock wall;
    const FieldClock clock(wall, bootClock());
    PEIL_TRY(auto rehearsal, Rehearsal::open(storage, clock, rng));
    for (const auto& interview : interviews)
        PEIL_CHECK(rehearsal.play(interview));
    return {};
}

PassphraseField* fieldOf(QQuickWindow* window, const QString& entryName) {
    auto* entry = window->findChild<QQuickItem*>(entryName);
    return entry == nullptr ? nullptr : entry->findChild<PassphraseField*>();
}

void typeInto(QQuickWindow* window, const QString& entryName) {
    auto* field = fieldOf(window, entryName);
    for (const char* key = kPassphrase; field != nullptr && *key != '\0'; ++key)
        field->type(*key);
}

} // namespace

PracticePages::PracticePages(AppContext* context)
    : m_context(context) {
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &PracticePages::tick);
    addFirstPages();
    addInterviewPages();
    addOtherPages();
}

void PracticePages::add(const char* name, const char* after, AppController::Page page, std::function<void()> enter) {
    m_steps.push_back({QString::fromLatin1(name), QString::fromLatin1(after), page, std::move(enter)});
}

void PracticePages::addFirstPages() {
    add("create-store", "", AppController::CreateStore,
        [this] { typeInto(m_context->window(), QStringLiteral("first")); });
    add("recovery-code", "create-store", AppController::RecoveryCode, [this] {
        auto* window = m_context->window();
        typeInto(window, QStringLiteral("again"));
        app().createStore(fieldOf(window, QStringLiteral("first")), fieldOf(window, QStringLiteral("again")));
    });
    add("recovery-code-check", "recovery-code", AppController::RecoveryCode, [this] { tapButton("noted"); });
    add("enrol", "recovery-code-check", AppController::Enrol, [this] {
        auto* typed = fieldOf(m_context->window(), QStringLiteral("lastGroup"));
        for (const auto byte : app().recoveryCode()->view().last(4))
            typed->type(byte);
        app().confirmRecoveryCode(typed);
    });
    add("home", "enrol", AppController::Home, [this] { preparePractice(); });
    add("choose-site", "home", AppController::ChooseSite, [this] { app().show(AppController::ChooseSite); });
}

void PracticePages::addInterviewPages() {
    const auto interview = [this](const char* name, const char* after, std::function<void()> enter) {
        add(name, after, AppController::Interview, std::move(enter));
    };
    interview("interview-consent", "home", [this] { app().startInterview(QStringLiteral("AMS-02")); });
    interview("interview-number", "interview-consent", [this] {
        answer("consent", QStringLiteral("1"));
        answer("questionnaire_language", QStringLiteral("nl"));
        answer("adult", QStringLiteral("1"));
        answer("opioid_days_week", QStringLiteral("5"));
    });
    interview("interview-problem", "interview-number", [this] {
        answer("opioid_days_week", QStringLiteral("9"));
        later([this] { app().interview()->next(); });
    });
    interview("interview-choice", "interview-number", [this] {
        answer("opioid_days_week", QStringLiteral("5"));
        answer("crack_days_week", QStringLiteral("2"));
        answer("oat", QStringLiteral("1"));
        answer("age", QStringLiteral("44"));
        answer("housing", QStringLiteral("shelter"));
    });
    interview("interview-many", "interview-choice", [this] { goTo("income"); });
    interview("interview-group", "interview-choice", [this] { answer("insurance", QStringLiteral("nl")); });
    interview("interview-text", "interview-choice", [this] { goTo("closing_remark"); });
    interview("interview-break-off", "interview-consent", [this] { tapButton("breakOff"); });
    interview("interview-erase", "interview-break-off", [this] { tapButton("mistake"); });
    interview("interview-support", "interview-choice", [this] {
        goTo("housing");
        tapButton("support");
    });
    interview("interview-hand-over", "interview-choice", [this] { goTo("no_pleasure"); });
    interview("interview-participant", "interview-hand-over", [this] { tapButton("handOver"); });
    interview("interview-hand-back", "interview-participant", [this] { tapButton("giveBack"); });
}

void PracticePages::addOtherPages() {
    const auto show = [this](const char* name, const char* after, AppController::Page page) {
        add(name, after, page, [this, page] { app().show(page); });
    };
    show("sections", "interview-choice", AppController::Sections);
    show("review", "interview-choice", AppController::Review);
    show("home-with-draft", "interview-choice", AppController::Home);
    show("finished", "home", AppController::Finished);
    add("contacts", "home", AppController::Contacts, [this] {
        app().changePlace(AppController::Contacts);
        app().choosePlace(QStringLiteral("AMS-02"));
        later([this] { app().contacts()->log(static_cast<int>(protocol::ContactOutcome::Refused)); });
    });
    show("sync", "home", AppController::Sync);
    show("referrals", "home", AppController::Referrals);
    show("settings", "home", AppController::Settings);
    show("change-passphrase", "home", AppController::ChangePassphrase);
    show("set-pin", "home", AppController::SetPin);
    show("no-study", "home", AppController::NoStudy);
    add("lock-warning", "home", AppController::Home, [this] {
        app().show(AppController::Home);
        later([this] { app().setSecondsToLock(21); });
    });
    add("unlock", "home", AppController::Unlock, [this] {
        app().setSecondsToLock(0);
        app().lock();
    });
    add("stopped", "home", AppController::Stopped, [this] { loseStore(); });
}

QStringList PracticePages::names() {
    const PracticePages pages(nullptr); // no page is opened
    QStringList all;
    for (const auto& step : pages.m_steps)
        all << step.name;
    return all;
}

const PracticePages::Step& PracticePages::stepOf(const QString& name) const {
    return *std::find_if(m_steps.begin(), m_steps.end(), [&](const Step& step) { return step.name == name; });
}

void PracticePages::open(const QString& name) {
    m_way.clear();
    for (auto at = name; !at.isEmpty() && (at == name || !m_taken.contains(at)); at = stepOf(at).after)
        m_way.push_front(at);
    m_waited = 0;
    m_timer.start();
}

void PracticePages::tick() {
    const auto& step = stepOf(m_way.front());
    ++m_waited;
    if (!m_entered) {
        if (app().page() == AppController::Starting) return;
        m_entered = true;
        m_waited = 0;
        return step.enter();
    }
    if (app().page() != step.page || app().busy() || !isStored()) {
        if (m_waited < kLongestWait) return;
        return fail(QStringLiteral("The page %1 did not come: %2").arg(step.name, app().error()));
    }
    m_waited = 0;
    if (!m_script.empty()) {
        const auto action = std::move(m_script.front());
        m_script.pop_front();
        return action();
    }
    m_taken << step.name;
    m_entered = false;
    m_way.pop_front();
    if (!m_way.empty()) return;
    m_timer.stop();
    Q_EMIT shown();
}

void PracticePages::fail(const QString& why) {
    m_timer.stop();
    m_script.clear();
    Q_EMIT failed(why);
}

void PracticePages::preparePractice() {
    static SystemRng rng;
    const auto put = waitFor(app().storage().withStore([](storage::LocalStore& store) -> Result<> {
        PEIL_CHECK(putPracticeStudy(store, "AMS", rng));
        return putManifest(store, practiceManifest(), SystemClock().now());
    }));
    if (!put) return fail(QString::fromStdString(describe(put.error())));
    if (const auto played = playPractice(app().storage(), rng); !played)
        return fail(QString::fromStdString(describe(played.error())));
    app().show(AppController::Home);
}

void PracticePages::loseStore() {
    app().lock();
    static_cast<void>(waitFor(app().storage().run([](Vault& vault) {
        std::error_code ignored;
        return std::filesystem::remove(vault.folder() / "store.db", ignored);
    })));
    app().begin();
}

void PracticePages::goTo(const char* field) {
    later([this, field] {
        const auto* run = app().interview()->run();
        const auto node = run == nullptr ? std::nullopt : run->session().find(run->study()->pathOf(field));
        if (node) app().interview()->goToNode(static_cast<int>(*node));
    });
    later([this, field] { std::ignore = questionOf(field); });
}

void PracticePages::answer(const char* field, const QString& value) {
    goTo(field);
    later([this, field, value] {
        if (const auto* question = questionOf(field))
            app().interview()->answer(static_cast<int>(question->node), value);
    });
}

bool PracticePages::isStored() {
    return !app().interview()->isOpen() || app().interview()->saveState() == InterviewController::Saved;
}

const forms::Question* PracticePages::questionOf(const char* field) {
    const auto* run = app().interview()->run();
    const auto node = run == nullptr ? std::nullopt : run->session().find(run->study()->pathOf(field));
    const auto* question = node ? app().interview()->questions()->find(*node) : nullptr;
    if (question == nullptr)
        fail(QStringLiteral("%1: the question %2 is not on the screen").arg(m_way.front(), QLatin1String(field)));
    return question;
}

void PracticePages::tapButton(const char* name) {
    if (auto* button = m_context->window()->findChild<QQuickItem*>(QString::fromLatin1(name)))
        QMetaObject::invokeMethod(button, "clicked");
}

} // namespace peil::mobile
