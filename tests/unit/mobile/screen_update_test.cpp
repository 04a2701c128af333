// SPDX-License-Identifier: Apache-2.0
// After an answer the screen asks only for what the answer changed, and shows what it would show if it asked for all.
#include "open_interview.h"

#include <QtCore/qvariant.h>

using namespace peil;
using namespace peil::mobile;
using peil_test::OpenInterview;
using peil_test::SeededRng;

namespace {

constexpr const char* kHousehold = "type,name,label,appearance,required,relevant,constraint,readonly,calculation\n"
                                   "hidden,city,,,,,,,\n"
                                   "hidden,site,,,,,,,\n"
                                   "begin_group,first,People,field-list,,,,,\n"
                                   "text,name,Name,,yes,,,,\n"
                                   "integer,adults,Adults,,,,. < 20,,\n"
                                   "integer,children,Children,,${adults} > 5,,. < 20,,\n"
                                   "select_one fruit,likes,What ${name} likes,,,,,,\n"
                                   "note,sum,There are ${all},,,,,,\n"
                                   "end_group,,,,,,,,\n"
                                   "begin_group,second,Home,,,,,${adults} = 7,\n"
                                   "text,street,Street of ${name},,yes,,,,\n"
                                   "integer,rooms,Rooms,,,,. >= ${adults},,\n"
                                   "text,garden,Garden,,,${rooms} > 9,,,\n"
                                   "end_group,,,,,,,,\n"
                                   "begin_group,third,End,,,,,,\n"
                                   "text,remarks,Remarks,,,,,,\n"
                                   "end_group,,,,,,,,\n"
                                   "calculate,all,,,,,,,${adults} + ${children}\n";

/// Every role of every row, and of the choices below it.
QVariantList everything(const QAbstractItemModel& model) {
    QVariantList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto roles = model.roleNames();
        for (auto role = roles.begin(); role != roles.end(); ++role) {
            const auto value = model.index(row, 0).data(role.key());
            const auto* choices = value.value<ChoiceListModel*>();
            all.append(choices == nullptr ? value : QVariant(everything(*choices)));
        }
    }
    return all;
}

QVariantList everything(InterviewController& controller) {
    return {everything(*controller.questions()),
            everything(*controller.sections()),
            controller.headings(),
            controller.openCount(),
            controller.isAlone(),
            controller.sections()->current()};
}

/// The rows that the model told its view to look at again, each once.
class ToldRows {
public:
    explicit ToldRows(const QAbstractItemModel& model) {
        QObject::connect(&model, &QAbstractItemModel::dataChanged, &m_context,
                         [this](const QModelIndex& from, const QModelIndex& to, const QList<int>& roles) {
                             for (int row = from.row(); row <= to.row(); ++row)
                                 m_told.push_back({row, roles});
                         });
    }
    [[nodiscard]] std::vector<int> rows() const {
        std::vector<int> rows;
        for (const auto& [row, roles] : m_told)
            if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
        return rows;
    }
    [[nodiscard]] bool toldOf(int row, int role) const {
        return std::any_of(m_told.begin(), m_told.end(),
                           [&](const auto& one) { return one.first == row && one.second.contains(role); });
    }

private:
    QObject m_context;
    std::vector<std::pair<int, QList<int>>> m_told;
};

} // namespace

TEST_CASE("after an answer only the changed roles of the changed questions are updated", "[screen]") {
    OpenInterview open{kHousehold};
    auto& controller = open.controller();
    const ToldRows questions(*controller.questions());
    const ToldRows sections(*controller.sections());
    open.answer("adults", "2");
    CHECK(questions.rows() == std::vector<int>{1});
    CHECK(sections.rows() == std::vector<int>{0});
    CHECK_FALSE(questions.toldOf(1, QuestionListModel::LabelRole));
    open.answer("name", "Ann");
    CHECK(questions.rows() == std::vector<int>{1, 0, 3});
    CHECK(questions.toldOf(3, QuestionListModel::LabelRole));
    CHECK(sections.rows() == std::vector<int>{0});
}

TEST_CASE("an answer updates the progress of its section and of the interview", "[screen]") {
    OpenInterview open{kHousehold};
    auto& controller = open.controller();
    const auto role = [&](int row, SectionListModel::Role wanted) {
        return controller.sections()->index(row).data(wanted).toInt();
    };
    REQUIRE(controller.sections()->count() == 3);
    CHECK(role(0, SectionListModel::AskedRole) == 4);
    CHECK(role(1, SectionListModel::AskedRole) == 2);
    CHECK(controller.sections()->progress() == 0);
    open.answer("adults", "2");
    CHECK(role(0, SectionListModel::AnsweredRole) == 1);
    CHECK(controller.sections()->progress() == 1.0 / 7);
    open.chooseReason("likes", forms::NoAnswer::Refused);
    CHECK(role(0, SectionListModel::AnsweredRole) == 2);
    CHECK(controller.sections()->progress() == 2.0 / 7);
    open.answer("adults", "7"); // the second section may not be changed any more
    CHECK(role(1, SectionListModel::AskedRole) == 0);
    CHECK(controller.sections()->progress() == 2.0 / 5);
}

TEST_CASE("after each of many answers, the updated screen equals a complete refresh", "[screen]") {
    OpenInterview open{kHousehold};
    auto& controller = open.controller();
    SeededRng random(7);
    const auto below = [&random](std::uint64_t limit) { return random.next64() % limit; };
    constexpr int kActs = 600;
    for (int act = 0; act < kActs; ++act) {
        auto& questions = *controller.questions();
        if (questions.count() == 0 || below(8) == 0) {
            controller.goToSection(static_cast<int>(below(3)));
            if (below(2) == 0) controller.next();
            open.settle();
        } else {
            const auto& question = questions.at(static_cast<int>(below(static_cast<std::uint64_t>(questions.count()))));
            const auto node = static_cast<int>(question.node);
            if (question.choices.empty())
                controller.answer(node, QString::number(below(12)));
            else
                controller.answer(node, QString::fromStdString(question.choices[below(2)].value));
            if (below(5) == 0) controller.answerNone(node, QuestionListModel::Refused);
            controller.settle(node);
        }
        const auto shown = everything(controller);
        controller.retranslate(controller.title());
        REQUIRE(shown == everything(controller));
    }
    open.settle();
    CHECK(controller.saveState() == InterviewController::Saved);
}
