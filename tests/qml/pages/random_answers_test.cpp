// SPDX-License-Identifier: Apache-2.0
// A thousand random hands on every editor of the tablet. After each: what the screen shows, what the session holds and
// what the store holds are one and the same; or the screen says at the question that it is not saved, Next stays there,
// and after leaving by any way the stored answer is shown.
#include "random_hand.h"
#include "screen_answers.h"

#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

using page_test::itemBelow;
using page_test::kPassphrase;
using page_test::RandomHand;
using page_test::TabletWindow;
using peil::mobile::AppController;
using peil::mobile::QuestionListModel;
using peil_test::need;

namespace {

constexpr const char* kSurvey =
    "type,name,label,required,constraint,appearance,parameters,default,choice_filter,peil:no_answer\n"
    "hidden,city,,,,,,,,\n"
    "hidden,site,,,,,,,,\n"
    "note,first,Begin,,,,,,,\n"
    "integer,id,Number,yes,,,,,,\n"
    "integer,days,Days,,. <= 7,,,,,none\n"
    "decimal,weight,Weight,,. < 1000,,,2.5,,refused\n"
    "text,words,Words,,,,,,,\n"
    "text,code,Code,yes,\"regex(., '^[a-z][0-9]*$')\",,,,,\n"
    "text,lines,Lines,,,multiline,,,,dont_know refused\n"
    "date,day,Day,,,,,,,\n"
    "date,old,Old day,,,,,0050-01-31,,\n"
    "time,hour,Time,,,,,,,\n"
    "date,month,Month,,,month-year,,,,\n"
    "date,year,Year,,,year,,,,\n"
    "datetime,moment,Moment,,,,,,,\n"
    "integer,counter,Counter,,. < 4,counter,,,,\n"
    "text,secret,Secret,,,masked,,,,\n"
    "range,half,Half,,,,start=0.5 end=4.5 step=1,,,\n"
    "range,down,Down,,,,start=10 end=0 step=3,,,\n"
    "range,fine,Fine,,. < 0.000008,,start=0 end=0.00001 step=0.0000005,,,\n"
    "range,off,Off the steps,,,,start=0 end=10 step=2.0,2.5,,\n"
    "select_one fruit,one,One,yes,,,,,,none\n"
    "select_one fruit,listed,Listed,,,minimal,,,,\n"
    "select_one fruit,scale,Scale,,,likert,,,,\n"
    "select_multiple fruit,many,Many,,\"not(selected(., 'fig'))\",,,,,\n"
    "select_one fruit,sought,Sought,,,search,,,,\n"
    "select_multiple fruit,found,Found,,,autocomplete,,,,\n"
    "rank fruit,order,Order,,,,,,,\n"
    "acknowledge,read,Read,,,,,,,\n"
    "begin_group,together,Together,,,field-list,,,,\n"
    "integer,count,Count,,,,,,,\n"
    "select_one fruit,some,Some,,,,,,${count} > 3 or name != 'pear',\n"
    "decimal,share,Share,,,,,,,\n"
    "select_one fruit,pick,Pick,,,minimal,,,${count} < 5 or name = 'fig',\n"
    "end_group,,,,,,,,,\n"
    "note,last,End,,,,,,,\n";

constexpr const char* kChoices = "list_name,name,label\nfruit,apple,Apple\nfruit,pear,Pear\nfruit,fig,Fig\n";
constexpr QSize kTall(800, 1280);

class Bench : public TabletWindow {
public:
    Bench() {
        prepareWith(kSurvey, kChoices);
        window().resize(kTall);
        startInterview();
    }
    [[nodiscard]] peil::mobile::InterviewController& interview() { return *app().interview(); }
    [[nodiscard]] const peil::forms::Session& session() { return interview().run()->session(); }

    /// Back to the interview from wherever the hand went, then to the question.
    void goTo(const char* field) {
        const auto id = m_id.empty() ? interview().run()->id().text() : m_id;
        m_id = id;
        for (int tries = 0; tries < 3; ++tries)
            press(Qt::Key_Escape); // sheets
        if (app().page() == AppController::Unlock) unlock();
        if (app().page() == AppController::Home) open();
        if (app().page() != AppController::Interview) app().show(AppController::Interview);
        settle();
        const auto node = session().find(interview().run()->study()->pathOf(field));
        REQUIRE(node.has_value());
        interview().goToNode(static_cast<int>(*node));
        settle();
        REQUIRE(itemBelow(*window().contentItem(), QStringLiteral("question_") + QLatin1String(field)) != nullptr);
    }
    /// Screen, session and store, question by question. @return whether something stands there that is not stored.
    bool compare() {
        bool unsaved = false;
        auto& questions = *interview().questions();
        for (int row = 0; row < questions.count(); ++row)
            unsaved = compare(questions, row) || unsaved;
        return unsaved;
    }
    /// Next stays at a question that is not stored or not valid, with the message in sight.
    void checkNext() {
        auto& questions = *interview().questions();
        int held = 0;
        while (held < questions.count() && !questions.isHeld(held))
            ++held;
        if (held == questions.count()) return;
        const auto name = QString::fromStdString("question_" + questions.at(held).name);
        tap("next");
        REQUIRE(app().page() == AppController::Interview);
        auto* view = itemBelow(*window().contentItem(), name);
        REQUIRE(view != nullptr);
        auto* problem = itemBelow(*view, QStringLiteral("problem"));
        REQUIRE(problem != nullptr);
        CHECK_FALSE(page_test::shownProblem(*view).isEmpty());
        const auto place = problem->mapRectToScene(problem->boundingRect());
        CHECK(place.top() >= 0);
        CHECK(place.bottom() <= item("next").mapRectToScene(item("next").boundingRect()).top());
        auto* focused = window().activeFocusItem();
        while (focused != nullptr && focused != view)
            focused = focused->parentItem();
        CHECK(focused == view);
    }
    /// Leaves the question in one of the ways there are, and comes back.
    void leave(unsigned way, const char* field) {
        if (way == 0) {
            tap("sections");
            tap("section_0");
        } else if (way == 1) {
            press(Qt::Key_Left, Qt::ControlModifier);
        } else if (way == 2) {
            tap("lock");
        } else if (way == 3) {
            tap("breakOff");
            tap("goOnLater");
        } else {
            checkKilled();
            app().show(AppController::Review);
            settle();
        }
        goTo(field);
    }

private:
    static std::string keptIn(const std::vector<peil::storage::AnswerRow>& rows, const std::string& path, bool reason) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.path == path; });
        return row == rows.end() ? std::string() : reason ? row->reason : row->value;
    }
    std::vector<peil::storage::AnswerRow> rows() {
        return need(peil::mobile::waitFor(app().storage().withStore(
            [id = interview().run()->id()](peil::storage::LocalStore& store) { return store.answers(id); })));
    }
    bool compare(QuestionListModel& questions, int row) {
        const auto question = session().question(questions.at(row).node);
        INFO("question " << question.name);
        auto* view = itemBelow(*window().contentItem(), QString::fromStdString("question_" + question.name));
        REQUIRE(view != nullptr);
        const auto index = questions.index(row);
        const auto kind = static_cast<QuestionListModel::Kind>(index.data(QuestionListModel::KindRole).toInt());
        const auto stored = rows();
        CHECK(keptIn(stored, question.path, false) == question.value);
        CHECK(keptIn(stored, question.path, true) == idOf(question.reason));
        CHECK(page_test::shownReason(*view) == static_cast<int>(question.reason));
        const bool unsaved = page_test::shownProblem(*view).startsWith(QStringLiteral("Not saved"));
        const auto shown = page_test::shownAnswer(*view, question, kind);
        if (unsaved) {
            CHECK(shown != question.value);
            CHECK(questions.isHeld(row));
        } else {
            // Editors of a time show hours and minutes.
            const std::size_t minutes = kind == QuestionListModel::Time       ? 5
                                        : kind == QuestionListModel::DateTime ? 16
                                                                              : 0;
            CHECK(shown ==
                  question.value.substr(0, question.value.empty() || minutes == 0 ? std::string::npos : minutes));
        }
        if (question.validity == peil::forms::Validity::ConstraintBroken)
            CHECK_FALSE(page_test::shownProblem(*view).isEmpty());
        return unsaved;
    }
    /// A tablet that loses power now comes back with this session.
    void checkKilled() {
        std::vector<peil::forms::StoredRow> stored;
        for (const auto& row : rows())
            stored.push_back({row.path, row.value, row.reason});
        const peil::mobile::InterviewSetting setting{peil::DeviceId("d"), "AMS", "AMS-02", "en", {}};
        const auto again =
            need(peil::mobile::InterviewRun::resume(interview().run()->study(), interview().run()->id(), setting,
                                                    clock(), m_rng, std::vector<peil::storage::AnswerRow>(rows())));
        CHECK(again.session().draftXml() == session().draftXml());
    }
    void unlock() {
        type(kPassphrase);
        press(Qt::Key_Return);
        settle();
        REQUIRE(app().page() != AppController::Unlock);
    }
    void open() {
        tap(("interview_" + m_id).c_str());
        REQUIRE(app().page() == AppController::Interview);
    }

    std::string m_id;
    peil_test::SeededRng m_rng{1};
};

/// `sequences` of random keys and touches on a question, begun with a seed of its own.
void work(const char* field, unsigned seed, int sequences) {
    constexpr unsigned kMostActs = 7;
    constexpr unsigned kWays = 5;
    Bench bench;
    RandomHand hand(bench, seed);
    for (int sequence = 0; sequence < sequences; ++sequence) {
        bench.goTo(field);
        static_cast<void>(hand.takeStory());
        for (auto acts = 1 + hand.below(kMostActs); acts > 0; --acts)
            hand.act(field);
        bench.settle();
        const auto story = hand.takeStory();
        INFO(field << ", sequence " << sequence << ":" << story);
        if (bench.app().page() != AppController::Interview || bench.app().interview()->run() == nullptr)
            bench.goTo(field);
        const bool unsaved = bench.compare();
        if (unsaved || hand.below(4) == 0) {
            bench.checkNext();
            bench.compare();
        }
        if (!unsaved && hand.below(4) != 0) continue;
        bench.leave(hand.below(kWays), field);
        CHECK_FALSE(bench.compare());
    }
}

} // namespace

TEST_CASE("whole numbers under a random hand are on the screen as they are stored", "[pages][random]") {
    work("id", 1, 130);
    work("days", 2, 60);
    work("counter", 24, 30);
}

TEST_CASE("decimal numbers under a random hand are on the screen as they are stored", "[pages][random]") {
    work("weight", 3, 130);
}

TEST_CASE("words under a random hand are on the screen as they are stored", "[pages][random]") {
    work("words", 4, 70);
    work("code", 5, 50);
    work("secret", 25, 30);
    work("lines", 6, 70);
}

TEST_CASE("days and times under a random hand are on the screen as they are stored", "[pages][random]") {
    work("day", 7, 40);
    work("old", 8, 30);
    work("hour", 9, 40);
    work("month", 21, 20);
    work("year", 22, 20);
    work("moment", 23, 40);
}

TEST_CASE("ranges under a random hand are on the screen as they are stored", "[pages][random]") {
    work("half", 10, 40);
    work("down", 11, 30);
    work("fine", 12, 30);
    work("off", 13, 30);
}

TEST_CASE("choices under a random hand are on the screen as they are stored", "[pages][random]") {
    work("one", 14, 30);
    work("listed", 15, 50);
    work("scale", 16, 20);
    work("many", 17, 30);
    work("sought", 26, 30);
    work("found", 27, 30);
    work("order", 18, 30);
    work("read", 19, 20);
}

TEST_CASE("questions that hang together under a random hand are on the screen as they are stored", "[pages][random]") {
    work("count", 20, 40);
    work("share", 21, 30);
    work("pick", 22, 30);
}
