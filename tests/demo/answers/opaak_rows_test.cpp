// SPDX-License-Identifier: Apache-2.0
// The questionnaire against the reference data: every row, answered question by question, gives that row back.

#include "fieldworker.h"
#include "peil/base/csv.h"
#include "peil/base/file.h"
#include "peil_test/result.h"

#include <catch2/generators/catch_generators.hpp>

using namespace peil;
using peil_test::Fieldworker;
using peil_test::need;

namespace {

CsvTable referenceRows() {
    return need(parseCsv(need(readTextFile(std::filesystem::path(PEIL_TEST_DATA) / "opaak/synthetic.csv", 1U << 20U))));
}

constexpr const char* kColumns[] = {"city",
                                    "city_code",
                                    "site",
                                    "site_type",
                                    "week",
                                    "interview_date",
                                    "group",
                                    "age",
                                    "sex",
                                    "birth",
                                    "in_care",
                                    "oat",
                                    "oat_via_gp",
                                    "crack_use",
                                    "opioid_days_week",
                                    "crack_days_week",
                                    "ever_regular_opioids",
                                    "consumption_room",
                                    "injected_last_year",
                                    "shared_needle",
                                    "shared_paraphernalia",
                                    "housing",
                                    "work",
                                    "dental",
                                    "forgetfulness",
                                    "sleep_problems",
                                    "respiratory",
                                    "depression",
                                    "anxiety",
                                    "mental_health_care",
                                    "insurance_nl",
                                    "questionnaire_language",
                                    "visits_last_month",
                                    "weight"};

} // namespace

TEST_CASE("every row of the reference data comes back from its answers, column by column", "[opaak]") {
    const auto table = referenceRows();
    const auto interviews = need(peil_demo::interviewsFrom(table));
    REQUIRE(interviews.size() == 520);
    for (std::size_t row = 0; row < interviews.size(); ++row) {
        const auto cell = [&](const char* name) {
            return std::string(table.cell(row, need(table.requireColumn(name, ""))));
        };
        INFO(interviews[row].row);
        Fieldworker fieldworker(cell("city"), cell("site"), cell("interview_date"));
        fieldworker.answerAll(interviews[row].answers);
        for (const auto* name : kColumns) {
            INFO(name);
            CHECK(fieldworker.value(name) == cell(name));
        }
        CHECK(fieldworker.session().violations().empty());
        CHECK(fieldworker.session().finalise());
        CHECK(fieldworker.value("outcome") == "complete");
    }
}

TEST_CASE("an export's rules derive the group of every row again and leave none out", "[opaak]") {
    const auto table = referenceRows();
    const auto interviews = need(peil_demo::interviewsFrom(table));
    for (std::size_t row = 0; row < interviews.size(); ++row) {
        const auto cell = [&](const char* name) {
            return std::string(table.cell(row, need(table.requireColumn(name, ""))));
        };
        INFO(interviews[row].row);
        Fieldworker fieldworker(cell("city"), cell("site"), cell("interview_date"));
        fieldworker.answerAll(interviews[row].answers);
        CHECK(fieldworker.session().finalise());
        const auto verdict =
            need(peil_test::opaakRules().judge(fieldworker.session().submissionXml(), "2024-07-14T12:00:00.000Z"));
        CHECK(verdict.group == cell("group"));
        const auto& declared = peil_test::opaakFolder().study.cleaning.rules;
        REQUIRE(verdict.holds.size() == declared.size());
        for (std::size_t i = 0; i < declared.size(); ++i) {
            INFO(declared[i].id);
            CHECK((verdict.holds[i] || declared[i].action == study::CleaningRule::Action::Report));
            if (declared[i].id == "weighted") CHECK(verdict.holds[i] == !cell("weight").empty());
        }
    }
}

TEST_CASE("an interview that stops early can be closed as broken off", "[opaak]") {
    Fieldworker fieldworker("Heerlen", "HEE-02", "2024-01-08");
    fieldworker.answerAll({{"consent", "1", ""},
                           {"questionnaire_language", "en", ""},
                           {"adult", "1", ""},
                           {"opioid_days_week", "0", ""},
                           {"crack_days_week", "3", ""},
                           {"oat", "0", ""},
                           {"age", "41", ""}});
    CHECK(fieldworker.value("group") == "crack_only");
    CHECK_FALSE(fieldworker.session().finalise());
    fieldworker.answerAll({{"ending", "broken_off", ""}, {"stopped_because", "participant_left", ""}});
    CHECK(fieldworker.session().violations().empty());
    CHECK(fieldworker.session().finalise());
    CHECK(fieldworker.value("outcome") == "broken_off");
    CHECK(fieldworker.value("stop_reason") == "participant_left");
}

TEST_CASE("an interview that is broken off asks for nothing more and keeps the reason", "[opaak]") {
    const auto answers = GENERATE(values<std::vector<peil_demo::Answer>>({
        {},
        {{"consent", "1", ""}, {"questionnaire_language", "en", ""}, {"adult", "1", ""}},
        {{"consent", "1", ""},
         {"questionnaire_language", "en", ""},
         {"adult", "1", ""},
         {"opioid_days_week", "3", ""},
         {"crack_days_week", "0", ""},
         {"oat", "0", ""},
         {"age", "41", ""}},
    }));
    Fieldworker fieldworker("Heerlen", "HEE-02", "2024-01-08");
    fieldworker.answerAll(answers);
    CHECK_FALSE(fieldworker.session().violations().empty());
    fieldworker.breakOff("no_time");
    CHECK(fieldworker.session().violations().empty());
    CHECK(fieldworker.session().finalise());
    CHECK(fieldworker.value("outcome") == "broken_off");
    CHECK(fieldworker.value("stop_reason") == "no_time");
}

TEST_CASE("who is not eligible stays so when the interview is broken off", "[opaak]") {
    Fieldworker fieldworker("Heerlen", "HEE-02", "2024-01-08");
    fieldworker.answerAll({{"consent", "1", ""}, {"questionnaire_language", "en", ""}, {"adult", "0", ""}});
    fieldworker.breakOff("wants_to_stop");
    CHECK(fieldworker.session().finalise());
    CHECK(fieldworker.value("outcome") == "not_eligible");
}
