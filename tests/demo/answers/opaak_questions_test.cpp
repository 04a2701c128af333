// SPDX-License-Identifier: Apache-2.0
// What the questions of the model study offer to whom.

#include "fieldworker.h"
#include "peil_test/result.h"

#include <algorithm>

using peil_test::Fieldworker;
using peil_test::need;

namespace {

peil::forms::Question questionOf(Fieldworker& fieldworker, const std::string& name) {
    for (const auto& screen : fieldworker.session().screens())
        for (const auto node : screen.questions)
            if (auto question = fieldworker.session().question(node); question.name == name) return question;
    FAIL("not asked: " << name);
    return {};
}

std::string choicesOf(Fieldworker& fieldworker, const std::string& name) {
    std::string values;
    for (const auto& choice : questionOf(fieldworker, name).choices)
        values += (values.empty() ? "" : " ") + choice.value;
    return values;
}

} // namespace

TEST_CASE("each substance offers only the routes that make sense for it", "[opaak]") {
    Fieldworker fieldworker("AMS", "AMS-02", "2024-01-08");
    fieldworker.answerAll({{"consent", "1", ""},
                           {"questionnaire_language", "de", ""},
                           {"adult", "1", ""},
                           {"opioid_days_week", "3", ""},
                           {"crack_days_week", "3", ""},
                           {"oat", "0", ""}});
    for (const std::string substance :
         {"heroin", "other_opioids", "cocaine", "amphetamine", "cannabis", "benzodiazepines"})
        fieldworker.answerAll({{substance + "_ever", "1", ""}, {substance + "_days", "2", ""}});
    CHECK(choicesOf(fieldworker, "crack_route") == "smoke inject other");
    CHECK(choicesOf(fieldworker, "heroin_route") == "smoke snort inject other");
    CHECK(choicesOf(fieldworker, "other_opioids_route") == "smoke snort inject swallow other");
    CHECK(choicesOf(fieldworker, "cocaine_route") == "snort inject other");
    CHECK(choicesOf(fieldworker, "amphetamine_route") == "snort inject swallow other");
    CHECK(choicesOf(fieldworker, "cannabis_route") == "smoke swallow other");
    CHECK(choicesOf(fieldworker, "benzodiazepines_route") == "swallow other");
}

TEST_CASE("what the interviewer answers offers no reason for no answer, what the participant answers offers three",
          "[opaak]") {
    Fieldworker fieldworker("AMS", "AMS-02", "2024-01-08");
    fieldworker.answerAll({{"consent", "1", ""},
                           {"questionnaire_language", "pl", ""},
                           {"adult", "1", ""},
                           {"opioid_days_week", "3", ""},
                           {"crack_days_week", "3", ""},
                           {"oat", "0", ""},
                           {"ending", "broken_off", ""}});
    for (const std::string name : {"questionnaire_language", "ending", "stopped_because"}) {
        INFO(name);
        CHECK(questionOf(fieldworker, name).reasons.empty());
    }
    for (const auto& screen : fieldworker.session().screens())
        for (const auto node : screen.questions) {
            const auto question = fieldworker.session().question(node);
            INFO(question.name);
            if (question.reasons.empty())
                CHECK((question.readonly || question.name == "questionnaire_language" || question.name == "ending" ||
                       question.name == "stopped_because"));
            else
                CHECK(question.reasons.size() == 3);
        }
}
