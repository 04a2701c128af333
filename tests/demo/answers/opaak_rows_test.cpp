// SPDX-License-Identifier: Apache-2.0
// The questionnaire against the reference data: every row, answered question by question, gives that row back.

#include "cli/rule_book.h"
#include "cli/study_folder.h"
#include "peil/base/csv.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/forms/session.h"
#include "peil/xlsform/compile.h"
#include "peil_test/clock.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"
#include "synthetic_answers.h"

#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <map>

using namespace peil;
using peil_test::need;

namespace {

forms::FormPointer questionnaire() {
    const auto folder = std::filesystem::path(PEIL_SOURCE_DIR) / "shared/studies/opaak";
    static const auto parsed = [&] {
        const auto compiled = xlsform::compile(need(xlsform::readWorkbook(folder)));
        REQUIRE(compiled.ok());
        return forms::FormDefinition::parse(*compiled.xform);
    }();
    for (const auto& diagnostic : parsed.diagnostics) {
        UNSCOPED_INFO(diagnostic.place << ": " << diagnostic.message);
        CHECK(diagnostic.id.empty());
    }
    REQUIRE(parsed.form);
    return parsed.form;
}

/// The study as its office has it, with the rules that an export puts to each interview.
const cli::StudyFolder& studyFolder() {
    static const auto folder =
        need(cli::readStudyFolder(std::filesystem::path(PEIL_SOURCE_DIR) / "shared/studies/opaak"));
    return folder;
}

const cli::RuleBook& rules() {
    static const auto book =
        need(cli::RuleBook::create(studyFolder().form.xform, *studyFolder().form.form, studyFolder().study, {}));
    return book;
}

CsvTable referenceRows() {
    return need(parseCsv(need(readTextFile(std::filesystem::path(PEIL_TEST_DATA) / "opaak/synthetic.csv", 1U << 20U))));
}

/// A fieldworker who answers what is asked, on the screens in their order.
class Fieldworker {
public:
    Fieldworker(const std::string& city, const std::string& site, const std::string& day) {
        const auto at = need(parseDay(day)) + std::chrono::hours{10};
        m_clock.set(at);
        forms::Environment world;
        world.clock = &m_clock;
        world.rng = &m_rng;
        world.language = "en";
        world.presets = {{path("city"), city}, {path("site"), site}};
        m_session.emplace(need(forms::Session::start(questionnaire(), world)));
    }

    /// Gives every answer that is asked for; fails the test when one of them is never asked.
    void answerAll(std::vector<peil_demo::Answer> answers) {
        for (std::size_t index = 0; index < m_session->screens().size();) {
            const auto screen = m_session->screens()[index];
            index = answerOneOn(screen, answers) ? indexOf(screen.key) : index + 1;
        }
        for (const auto& answer : answers)
            FAIL_CHECK("never asked: " << answer.question);
    }
    [[nodiscard]] std::string value(const std::string& name) const {
        const auto node = m_session->find(path(name));
        return node && m_session->isRelevant(*node) ? m_session->value(*node) : std::string();
    }
    /// Whether a screen shows the question or note of that name.
    [[nodiscard]] bool isShown(const std::string& name) const {
        const auto& screens = m_session->screens();
        return std::any_of(screens.begin(), screens.end(), [&](const auto& screen) {
            return std::any_of(screen.questions.begin(), screen.questions.end(),
                               [&](const auto node) { return m_session->question(node).name == name; });
        });
    }
    /// What the tablet notes when the fieldworker breaks the interview off.
    void breakOff(const std::string& reason) {
        need(m_session->answer(*m_session->find(path("broken_off_because")), reason));
    }
    [[nodiscard]] forms::Session& session() { return *m_session; }

private:
    static std::string path(const std::string& name) {
        static const auto paths = [] {
            std::map<std::string, std::string> result;
            for (const auto& field : questionnaire()->fields())
                result[field.name] = field.path;
            return result;
        }();
        REQUIRE(paths.contains(name));
        return paths.at(name);
    }
    static Result<TimePoint> parseDay(const std::string& day) {
        const auto parts = split(day, '-');
        using namespace std::chrono;
        return TimePoint(sys_days(year(std::stoi(std::string(parts[0]))) / std::stoi(std::string(parts[1])) /
                                  std::stoi(std::string(parts[2]))));
    }
    std::size_t indexOf(const std::string& key) const {
        const auto& screens = m_session->screens();
        for (std::size_t i = 0; i < screens.size(); ++i)
            if (screens[i].key == key) return i;
        return screens.size();
    }
    bool answerOneOn(const forms::Screen& screen, std::vector<peil_demo::Answer>& answers) {
        for (const auto node : screen.questions) {
            const auto question = m_session->question(node);
            for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
                if (answer->question != question.name) continue;
                INFO(question.name << " = " << answer->value << answer->reason);
                if (answer->reason.empty()) {
                    need(m_session->answer(node, answer->value));
                } else {
                    need(m_session->answerNone(node, *forms::reasonFromText(answer->reason)));
                }
                answers.erase(answer);
                return true;
            }
        }
        return false;
    }

    peil_test::ManualClock m_clock;
    peil_test::SeededRng m_rng{1};
    std::optional<forms::Session> m_session;
};

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
        const auto verdict = need(rules().judge(fieldworker.session().submissionXml(), "2024-07-14T12:00:00.000Z"));
        CHECK(verdict.group == cell("group"));
        const auto& declared = studyFolder().study.cleaning.rules;
        REQUIRE(verdict.holds.size() == declared.size());
        for (std::size_t i = 0; i < declared.size(); ++i) {
            INFO(declared[i].id);
            CHECK((verdict.holds[i] || declared[i].action == study::CleaningRule::Action::Report));
            if (declared[i].id == "weighted") CHECK(verdict.holds[i] == !cell("weight").empty());
        }
    }
}

TEST_CASE("who says no, is too young, uses too little or does not tell is not eligible, with the reason", "[opaak]") {
    using Answers = std::vector<peil_demo::Answer>;
    const auto [answers, reason, note] = GENERATE(table<Answers, std::string, std::string>({
        {{{"consent", "0", ""}}, "no_consent", "stop_no_consent"},
        {{{"consent", "", "refused"}}, "not_answered", "stop_no_consent"},
        {{{"consent", "1", ""}, {"questionnaire_language", "nl", ""}, {"adult", "0", ""}}, "under_18", "stop_under_18"},
        {{{"consent", "1", ""}, {"questionnaire_language", "nl", ""}, {"adult", "", "refused"}},
         "not_answered",
         "stop_not_answered"},
        {{{"consent", "1", ""},
          {"questionnaire_language", "nl", ""},
          {"adult", "1", ""},
          {"opioid_days_week", "", "refused"},
          {"crack_days_week", "5", ""},
          {"oat", "0", ""}},
         "not_answered",
         "stop_not_answered"},
        {{{"consent", "1", ""},
          {"questionnaire_language", "nl", ""},
          {"adult", "1", ""},
          {"opioid_days_week", "0", ""},
          {"crack_days_week", "", "dont_know"},
          {"oat", "1", ""}},
         "not_answered",
         "stop_not_answered"},
        {{{"consent", "1", ""},
          {"questionnaire_language", "nl", ""},
          {"adult", "1", ""},
          {"opioid_days_week", "0", ""},
          {"crack_days_week", "0", ""},
          {"oat", "1", ""}},
         "less_than_weekly",
         "stop_little_use"},
    }));
    Fieldworker fieldworker("Utrecht", "UTR-01", "2023-10-01");
    fieldworker.answerAll(answers);
    CHECK(fieldworker.value("group") == "not_eligible");
    CHECK(fieldworker.value("not_eligible_because") == reason);
    CHECK(fieldworker.isShown(note));
    CHECK_FALSE(fieldworker.isShown("age"));
    CHECK(fieldworker.session().finalise());
    CHECK(fieldworker.value("outcome") == "not_eligible");
    CHECK(fieldworker.value("in_care").empty());
}

TEST_CASE("an interview that stops early can be closed, and says so", "[opaak]") {
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

TEST_CASE("the days of use make the group, and medicine on prescription does not count as use", "[opaak]") {
    struct Person {
        std::string opioidDays, crackDays, crackReason, oat, group;
    };
    const auto person = GENERATE(values<Person>({
        {"0", "6", "", "1", "crack_only"}, // methadone from a doctor, and crack
        {"0", "1", "", "0", "crack_only"},
        {"1", "6", "", "1", "opioid"}, // and heroin from the street on one day
        {"2", "0", "", "0", "opioid"},
        {"2", "", "refused", "0", "opioid"}, // the opioids are enough to know
    }));
    Fieldworker fieldworker("Utrecht", "UTR-01", "2023-10-01");
    fieldworker.answerAll({{"consent", "1", ""},
                           {"questionnaire_language", "nl", ""},
                           {"adult", "1", ""},
                           {"opioid_days_week", person.opioidDays, ""},
                           {"crack_days_week", person.crackDays, person.crackReason},
                           {"oat", person.oat, ""}});
    CHECK(fieldworker.value("group") == person.group);
    CHECK(fieldworker.value("not_eligible_because").empty());
    CHECK(fieldworker.isShown("crack_ever"));
    CHECK(fieldworker.isShown("age"));
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
