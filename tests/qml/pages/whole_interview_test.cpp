// SPDX-License-Identifier: Apache-2.0
// Interviews of the model study by touch, from the unlocked tablet to the seal. Every tap and every scroll is counted.
#include "screen_answers.h"
#include "tablet_window.h"

#include <QtGui/qpointingdevice.h>
#include <QtTest/qtest.h>
#include <QtTest/qtesttouch.h>

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>

using page_test::itemBelow;
using page_test::TabletWindow;
using peil::mobile::AppController;
using peil::mobile::QuestionListModel;

namespace {

/// One finger of a person who looks at each page. Letters on a keyboard are not counted, the tap into their field is.
class Finger : public TabletWindow {
public:
    Finger() {
        prepare();
        window().resize(1280, 800);
        settle();
    }
    void touchItem(QQuickItem& target) {
        REQUIRE(target.isEnabled());
        scrollTo(target);
        ++m_taps;
        waits().advance(peil::mobile::InterviewController::kImpatience);
        touchAt(middle(target));
    }
    void touchItem(const char* name) { touchItem(item(name)); }
    void holdItem(const char* name) {
        auto& target = item(name);
        scrollTo(target);
        ++m_taps;
        const auto point = middle(target);
        QTest::touchEvent(&window(), &finger()).press(0, point, &window());
        waits().advance(peil::mobile::HoldGate::kHold);
        QTest::touchEvent(&window(), &finger()).release(0, point, &window());
        settle();
    }
    /// At once, wherever it is: as someone who hammers on the screen.
    void touchAt(QPoint point) {
        QTest::touchEvent(&window(), &finger()).press(0, point, &window());
        QTest::touchEvent(&window(), &finger()).release(0, point, &window());
        settle();
    }
    [[nodiscard]] static QPoint middle(QQuickItem& target) {
        return target.mapToScene(target.boundingRect().center()).toPoint();
    }
    [[nodiscard]] QQuickItem& inQuestion(const std::string& question, const QString& name) {
        auto* view = itemBelow(*window().contentItem(), QStringLiteral("question_") + QString::fromStdString(question));
        INFO(question << ": " << name.toStdString());
        REQUIRE(view != nullptr);
        auto* found = itemBelow(*view, name);
        REQUIRE(found != nullptr);
        return *found;
    }
    [[nodiscard]] int taps() const { return m_taps; }
    [[nodiscard]] int scrolls() const { return m_scrolls; }

private:
    static QPointingDevice& finger() {
        static auto* device = QTest::createTouchDevice();
        return *device;
    }
    /// Counts a scroll if the middle of the item is not in sight.
    void scrollTo(QQuickItem& target) {
        for (auto* above = target.parentItem(); above != nullptr; above = above->parentItem()) {
            if (!above->inherits("QQuickFlickable")) continue;
            if (above->mapRectToScene(above->boundingRect()).contains(middle(target))) continue;
            ++m_scrolls;
            static_cast<void>(middleOf(target));
        }
    }

    int m_taps = 0, m_scrolls = 0;
};

/// Somebody who uses heroin and crack and is in treatment.
const std::map<std::string, std::vector<std::string>>& opioidUser() {
    static const std::map<std::string, std::vector<std::string>> kAnswers{{"questionnaire_language", {"nl"}},
                                                                          {"opioid_days_week", {"5"}},
                                                                          {"crack_days_week", {"3"}},
                                                                          {"age", {"44"}},
                                                                          {"birth", {"NL"}},
                                                                          {"nights_outside", {"4"}},
                                                                          {"income", {"benefit"}},
                                                                          {"amphetamine_ever", {"0"}},
                                                                          {"other_opioids_ever", {"0"}},
                                                                          {"cocaine_ever", {"0"}},
                                                                          {"cannabis_ever", {"0"}},
                                                                          {"benzodiazepines_ever", {"0"}},
                                                                          {"alcohol_ever", {"0"}},
                                                                          {"visits_last_month", {"8"}},
                                                                          {"participant_code", {"an07m"}},
                                                                          {"closing_remark", {"Thanks"}},
                                                                          {"care_wish_what", {"A room"}},
                                                                          {"earlier_interview", {"0"}},
                                                                          {"no_pleasure", {"0"}},
                                                                          {"low_mood", {"0"}},
                                                                          {"restless", {"0"}},
                                                                          {"worrying", {"1"}},
                                                                          {"life_rating", {"6"}},
                                                                          {"care_kinds", {"addiction_oat"}},
                                                                          {"visited_sites", {"AMS-02"}},
                                                                          {"ending", {"complete"}},
                                                                          {"housing", {"shelter"}},
                                                                          {"main_activity", {"unemployed"}}};
    return kAnswers;
}

class Interviewer {
public:
    explicit Interviewer(Finger& hand)
        : m_hand(&hand) {}

    /// Goes through all pages until the review. @return how many questions were answered.
    int toReview() {
        constexpr int kMostPages = 120;
        for (int page = 0; page < kMostPages && m_hand->app().page() == AppController::Interview; ++page)
            onePage();
        REQUIRE(m_hand->app().page() == AppController::Review);
        return m_answered;
    }

private:
    [[nodiscard]] QuestionListModel& questions() { return *m_hand->app().interview()->questions(); }

    /// The first question of the page without an answer; nullptr when there is none.
    const peil::forms::Question* open() {
        for (int row = 0; row < questions().count(); ++row) {
            const auto& question = questions().at(row);
            if (!question.readonly && question.value.empty()) return &question;
        }
        return nullptr;
    }
    void onePage() {
        if (m_hand->app().interview()->stage() == peil::mobile::InterviewController::HandOver)
            return m_hand->touchItem("readOut");
        const auto key = m_hand->app().interview()->questions()->at(0).path;
        while (const auto* question = open()) {
            answer(*question);
            if (questions().count() == 0 || questions().at(0).path != key) return; // it went on by itself
        }
        m_hand->touchItem("next");
    }
    static std::vector<std::string> valuesFor(const peil::forms::Question& question) {
        if (const auto found = opioidUser().find(question.name); found != opioidUser().end()) return found->second;
        if (question.steps) return {"2"};
        return {question.choices.front().value}; // yes, where it is yes or no
    }
    void answer(const peil::forms::Question& asked) {
        const auto question = asked; // the page may be another one afterwards
        INFO(question.name << " is tapped and has no answer");
        REQUIRE(m_asked.insert(question.path).second);
        ++m_answered;
        const auto values = valuesFor(question);
        switch (questions().kind(question.node)) {
        case QuestionListModel::Number:
            for (const char digit : values.front())
                m_hand->touchItem(m_hand->inQuestion(question.name, QStringLiteral("key_") + QLatin1Char(digit)));
            break;
        case QuestionListModel::ShortText:
            m_hand->touchItem(m_hand->inQuestion(question.name, QStringLiteral("field")));
            m_hand->type(values.front().c_str());
            break;
        case QuestionListModel::LongText:
            m_hand->touchItem(m_hand->inQuestion(question.name, QStringLiteral("area")));
            m_hand->type(values.front().c_str());
            break;
        default:
            for (const auto& value : values)
                m_hand->touchItem(
                    m_hand->inQuestion(question.name, QStringLiteral("choice_") + QString::fromStdString(value)));
        }
    }

    Finger* m_hand;
    std::set<std::string> m_asked;
    int m_answered = 0;
};

} // namespace

TEST_CASE("the first question is at most three taps from the unlocked tablet", "[pages][taps]") {
    Finger hand;
    hand.touchItem("newInterview");
    hand.touchItem("site_AMS-02");
    CHECK(hand.isVisible("question_consent"));
    CHECK(hand.taps() <= 3);
}

TEST_CASE("a whole interview with somebody who uses opioids takes few taps and hardly a scroll", "[pages][taps]") {
    constexpr int kAnswers = 74, kMostTaps = 95, kMostScrolls = 3;
    Finger hand;
    hand.startInterview();
    const auto answers = Interviewer(hand).toReview();
    hand.holdItem("finalise");
    CHECK(hand.app().page() == AppController::Finished);
    CHECK(answers == kAnswers);
    CHECK(hand.taps() <= kMostTaps);
    CHECK(hand.scrolls() <= kMostScrolls);
}

TEST_CASE("impatient taps after a wrong answer to the screener never seal the interview", "[pages][taps]") {
    constexpr int kTaps = 15;
    Finger hand;
    hand.startInterview();
    hand.touchItem("choice_1");
    hand.touchItem("next");
    hand.touchItem("choice_nl");
    REQUIRE(hand.isVisible("question_adult"));
    const auto no = Finger::middle(hand.item("choice_0"));
    const auto next = Finger::middle(hand.item("next"));
    hand.waits().advance(std::chrono::seconds(1));
    for (int tap = 0; tap < kTaps; ++tap)
        hand.touchAt(no);
    for (const auto pause : {0, 150, 1000}) {
        for (int tap = 0; tap < kTaps; ++tap) {
            hand.waits().advance(std::chrono::milliseconds(pause));
            hand.touchAt(next);
        }
    }
    CHECK(hand.app().page() == AppController::Review);
    CHECK(hand.app().interview()->isOpen());
}
