// SPDX-License-Identifier: Apache-2.0
#include "page_tour.h"

#include "practice_study.h"
#include "rehearsal.h"

#include <QtCore/qdir.h>
#include <QtQuick/qquickitem.h>

namespace peil::mobile {
namespace {

constexpr int kSettleTicks = 4;

/// Two interviews that are finished and one that is under way.
constexpr const char* kPractice =
    R"({"site":"AMS-02","answers":[["consent","1"],["questionnaire_language","nl"],["adult","1"],["opioid_days_week","0"],["crack_days_week","0"],["oat","0"]]})"
    "\n"
    R"({"site":"AMS-01","answers":[["consent","0"]]})";

protocol::Manifest practiceManifest() {
    protocol::Manifest manifest;
    manifest.epoch = "practice";
    manifest.quotas = {{"AMS", "opioid", 90, 61}, {"AMS", "crack_only", 30, 9}};
    manifest.notCounted = {{"AMS", "broken_off", 4}, {"AMS", "not_eligible", 11}};
    manifest.alerts = {};
    return manifest;
}

PassphraseField* fieldOf(QQuickWindow* window, const QString& entryName) {
    auto* entry = window->findChild<QQuickItem*>(entryName);
    return entry == nullptr ? nullptr : entry->findChild<PassphraseField*>();
}

void typeInto(QQuickWindow* window, const QString& entryName, const char* words) {
    auto* field = fieldOf(window, entryName);
    for (const char* key = words; field != nullptr && *key != '\0'; ++key)
        field->type(*key);
}

} // namespace

PageTour::PageTour(AppContext& context, QString folder)
    : m_context(&context)
    , m_folder(std::move(folder))
    , m_variants(variantsFor(!m_folder.isEmpty())) {
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &PageTour::tick);
    addSteps();
    if (!m_folder.isEmpty()) QDir().mkpath(m_folder);
}

std::vector<PageTour::Variant> PageTour::variantsFor(bool pictures) {
    const QSize wide(1280, 800);
    const QSize tall(800, 1280);
    std::vector<Variant> variants;
    const auto languages = pictures ? QStringList{QStringLiteral("nl"), QStringLiteral("en"), QStringLiteral("ar")}
                                    : QStringList{QStringLiteral("de"), QStringLiteral("pl"), QStringLiteral("nl"),
                                                  QStringLiteral("en"), QStringLiteral("ar")};
    for (const auto& language : languages) {
        for (const auto look : {AppSettings::Day, AppSettings::Night}) {
            for (const auto& size : {wide, tall})
                variants.push_back({language, look, size});
        }
    }
    return variants;
}

void PageTour::addSteps() {
    constexpr const char* kWords = "river lamp seven orange door";
    const auto show = [this](AppController::Page page) { return [this, page] { app().show(page); }; };
    m_steps.push_back({QStringLiteral("01-create-store"),
                       [this] { typeInto(m_context->window(), QStringLiteral("first"), kWords); },
                       AppController::CreateStore});
    m_steps.push_back({QStringLiteral("02-recovery-code"),
                       [this] {
                           typeInto(m_context->window(), QStringLiteral("again"), kWords);
                           auto* window = m_context->window();
                           app().createStore(fieldOf(window, QStringLiteral("first")),
                                             fieldOf(window, QStringLiteral("again")));
                       },
                       AppController::RecoveryCode});
    m_steps.push_back({QStringLiteral("03-enrol"), [this] { app().recoveryCodeNoted(); }, AppController::Enrol});
    m_steps.push_back({QStringLiteral("04-home"), [this] { preparePractice(); }, AppController::Home});
    m_steps.push_back({QStringLiteral("05-choose-site"), show(AppController::ChooseSite), AppController::ChooseSite});
    addInterviewSteps();
    m_steps.push_back({QStringLiteral("14-sections"), show(AppController::Sections), AppController::Sections});
    m_steps.push_back({QStringLiteral("15-review"), show(AppController::Review), AppController::Review});
    m_steps.push_back({QStringLiteral("16-home-with-draft"), show(AppController::Home), AppController::Home});
    m_steps.push_back({QStringLiteral("17-finished"), show(AppController::Finished), AppController::Finished});
    m_steps.push_back({QStringLiteral("18-sync"), show(AppController::Sync), AppController::Sync});
    m_steps.push_back({QStringLiteral("19-referrals"), show(AppController::Referrals), AppController::Referrals});
    m_steps.push_back({QStringLiteral("20-settings"), show(AppController::Settings), AppController::Settings});
    m_steps.push_back({QStringLiteral("21-no-study"), show(AppController::NoStudy), AppController::NoStudy});
    m_steps.push_back({QStringLiteral("22-unlock"), [this] { app().lock(); }, AppController::Unlock});
}

void PageTour::addInterviewSteps() {
    const auto add = [this](const char* name, std::function<void()> enter) {
        m_steps.push_back({QString::fromLatin1(name), std::move(enter), AppController::Interview});
    };
    add("06-interview-consent", [this] { app().startInterview(QStringLiteral("AMS-02")); });
    add("07-interview-number", [this] {
        answer("consent", QStringLiteral("1"));
        answer("questionnaire_language", QStringLiteral("nl"));
        answer("adult", QStringLiteral("1"));
        answer("opioid_days_week", QStringLiteral("5"));
    });
    add("08-interview-problem", [this] {
        answer("opioid_days_week", QStringLiteral("9"));
        later([this] { app().interview()->next(); });
    });
    add("09-interview-choice", [this] {
        answer("opioid_days_week", QStringLiteral("5"));
        answer("crack_days_week", QStringLiteral("2"));
        answer("oat", QStringLiteral("1"));
        answer("age", QStringLiteral("44"));
        answer("housing", QStringLiteral("shelter"));
    });
    add("10-interview-many", [this] { goTo("income"); });
    add("11-interview-group", [this] { answer("insurance", QStringLiteral("nl")); });
    add("12-interview-text", [this] { goTo("closing_remark"); });
    add("13-interview-break-off", [this] { openSheet(QStringLiteral("breakOff")); });
}

void PageTour::begin() {
    m_timer.start();
}

void PageTour::tick() {
    if (m_steps.empty()) {
        m_timer.stop();
        return Q_EMIT ended();
    }
    const auto& step = m_steps.front();
    ++m_waited;
    if (!m_entered) {
        if (app().page() == AppController::Starting) return;
        step.enter();
        m_entered = true;
        m_waited = 0;
        return;
    }
    const bool canGoOn = app().page() == step.page && !app().busy() && isStored();
    if (!m_script.empty() && canGoOn) {
        const auto action = std::move(m_script.front());
        m_script.pop_front();
        m_waited = 0;
        return action();
    }
    if (!canGoOn) {
        if (m_waited < kLongestWait) return;
        m_problems << QStringLiteral("The page %1 did not come: %2").arg(step.name, app().error());
        m_steps.clear();
        return;
    }
    if (m_variant < m_variants.size()) {
        if (!m_applied) {
            apply(m_variants[m_variant]);
            m_applied = true;
            m_waited = 0;
        } else if (m_waited >= kSettleTicks) {
            takePicture(m_variants[m_variant++]);
            m_applied = false;
        }
        return;
    }
    m_variant = 0;
    m_entered = false;
    m_steps.pop_front();
}

void PageTour::apply(const Variant& variant) {
    app().settings()->setLanguage(variant.language);
    app().settings()->setLook(variant.look);
    m_context->window()->resize(variant.size);
    if (app().interview()->isOpen())
        app().interview()->setLanguage(variant.language == QStringLiteral("en") ? variant.language
                                                                                : QStringLiteral("nl"));
}

void PageTour::takePicture(const Variant& variant) {
    const auto picture = m_context->window()->grabWindow();
    if (picture.isNull()) m_problems << QStringLiteral("No picture came of %1").arg(m_steps.front().name);
    if (m_folder.isEmpty()) return;
    const auto look = variant.look == AppSettings::Day ? QStringLiteral("day") : QStringLiteral("night");
    const auto file = QStringLiteral("%1/tablet-%2-%3-%4-%5x%6.png")
                          .arg(m_folder, m_steps.front().name, variant.language, look)
                          .arg(variant.size.width())
                          .arg(variant.size.height());
    if (!picture.save(file)) m_problems << QStringLiteral("The picture %1 cannot be written").arg(file);
}

void PageTour::preparePractice() {
    static SystemRng rng;
    const auto put = waitFor(app().storage().withStore([](storage::LocalStore& store) -> Result<> {
        PEIL_CHECK(putPracticeStudy(store, "AMS", rng));
        return putManifest(store, practiceManifest(), SystemClock().now());
    }));
    if (!put) m_problems << QString::fromStdString(describe(put.error()));
    const auto interviews = parseRehearsal(kPractice);
    static const SystemClock wall;
    const FieldClock clock(wall, bootClock());
    auto rehearsal = Rehearsal::open(app().storage(), clock, rng);
    if (rehearsal && interviews) {
        for (const auto& interview : *interviews) {
            if (const auto played = rehearsal->play(interview); !played)
                m_problems << QString::fromStdString(describe(played.error()));
        }
    }
    app().show(AppController::Home);
}

void PageTour::goTo(const char* field) {
    later([this, field] {
        const auto* run = app().interview()->run();
        const auto node = run == nullptr ? std::nullopt : run->session().find(run->study()->pathOf(field));
        if (node) app().interview()->goToNode(static_cast<int>(*node));
    });
    later([this, field] { std::ignore = shown(field); });
}

void PageTour::answer(const char* field, const QString& value) {
    goTo(field);
    later([this, field, value] {
        if (const auto* question = shown(field)) app().interview()->answer(static_cast<int>(question->node), value);
    });
}

bool PageTour::isStored() {
    return !app().interview()->isOpen() || app().interview()->saveState() == InterviewController::Saved;
}

const forms::Question* PageTour::shown(const char* field) {
    const auto* run = app().interview()->run();
    const auto node = run == nullptr ? std::nullopt : run->session().find(run->study()->pathOf(field));
    const auto* question = node ? app().interview()->questions()->find(*node) : nullptr;
    if (question == nullptr)
        m_problems << QStringLiteral("%1: the question %2 is not on the screen")
                          .arg(m_steps.front().name, QLatin1String(field));
    return question;
}

void PageTour::openSheet(const QString& buttonName) {
    if (auto* button = m_context->window()->findChild<QQuickItem*>(buttonName))
        QMetaObject::invokeMethod(button, "clicked");
}

} // namespace peil::mobile
