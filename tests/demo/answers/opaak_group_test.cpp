// SPDX-License-Identifier: Apache-2.0
// Who belongs to which group: the screener's derivation, and the rule that an export derives it by again.

#include "fieldworker.h"
#include "peil/base/csv.h"
#include "peil/base/file.h"
#include "peil_test/result.h"

#include <catch2/generators/catch_generators_all.hpp>

#include <map>

using namespace peil;
using peil_demo::Answer;
using peil_test::Fieldworker;
using peil_test::need;

namespace {

/// A value as it is answered, or one of the two reasons that a participant gives.
Answer answered(const std::string& question, const std::string& value) {
    if (value == "refused" || value == "dont_know") return {question, {}, value};
    return {question, value, {}};
}

struct Screened {
    std::string consent, adult, opioidDays, crackDays, oat;
    [[nodiscard]] std::vector<Answer> answers() const {
        std::vector<Answer> result{answered("consent", consent)};
        if (consent != "1") return result;
        result.push_back(answered("questionnaire_language", "nl"));
        result.push_back(answered("adult", adult));
        if (adult != "1") return result;
        result.push_back(answered("opioid_days_week", opioidDays));
        result.push_back(answered("crack_days_week", crackDays));
        result.push_back(answered("oat", oat));
        return result;
    }
};

struct Verdict {
    std::string group, because;
};

bool unknown(const std::string& value) {
    return value == "refused" || value == "dont_know";
}
bool weekly(const std::string& days) {
    return !unknown(days) && days != "0";
}

/// The case definition, written down a second time and in another way: every rule that holds whatever the unknown
/// answers are.
Verdict expected(const Screened& person) {
    if (person.consent == "0") return {"not_eligible", "no_consent"};
    if (person.adult == "0" && person.consent == "1") return {"not_eligible", "under_18"};
    if (unknown(person.consent) || unknown(person.adult)) return {"not_eligible", "not_answered"};
    const auto groupOf = [](bool opioids, bool treatment, bool crack) {
        return opioids || treatment ? "opioid" : crack ? "crack_only" : "not_eligible";
    };
    std::map<std::string, int> possible;
    for (const bool opioids : {false, true})
        for (const bool treatment : {false, true})
            for (const bool crack : {false, true}) {
                if (!unknown(person.opioidDays) && weekly(person.opioidDays) != opioids) continue;
                if (!unknown(person.oat) && (person.oat == "1") != treatment) continue;
                if (!unknown(person.crackDays) && weekly(person.crackDays) != crack) continue;
                ++possible[groupOf(opioids, treatment, crack)];
            }
    if (possible.size() > 1) return {"not_eligible", "not_answered"};
    const auto& group = possible.begin()->first;
    return {group, group == "not_eligible" ? "less_than_weekly" : ""};
}

/// Asks, and compares what form and export make of it.
void check(const Screened& person) {
    INFO("consent " << person.consent << ", adult " << person.adult << ", opioids " << person.opioidDays << ", crack "
                    << person.crackDays << ", oat " << person.oat);
    const auto verdict = expected(person);
    Fieldworker fieldworker("Utrecht", "UTR-01", "2023-10-01");
    fieldworker.answerAll(person.answers());
    CHECK(fieldworker.value("group") == verdict.group);
    CHECK(fieldworker.value("not_eligible_because") == verdict.because);
    const bool eligible = verdict.group != "not_eligible";
    CHECK(fieldworker.isShown("age") == eligible);
    CHECK(fieldworker.isShown("crack_ever") == eligible);
    CHECK(fieldworker.isShown("group_opioid") == (verdict.group == "opioid"));
    CHECK(fieldworker.isShown("group_crack_only") == (verdict.group == "crack_only"));
    CHECK(fieldworker.isShown("ever_opioids") == (eligible && !weekly(person.opioidDays)));
    const auto crackUse = !eligible || unknown(person.crackDays) ? "" : weekly(person.crackDays) ? "1" : "0";
    CHECK(fieldworker.value("crack_use") == crackUse);
    if (eligible) fieldworker.breakOff("no_time");
    CHECK(fieldworker.session().finalise());
    const auto again =
        need(peil_test::opaakRules().judge(fieldworker.session().submissionXml(), "2024-07-14T12:00:00.000Z"));
    CHECK(again.group == verdict.group);
}

} // namespace

TEST_CASE("the group follows from every combination of answers and reasons for none", "[opaak]") {
    const std::vector<std::string> yesNo{"1", "0", "refused", "dont_know"};
    const std::vector<std::string> days{"0", "1", "7", "refused", "dont_know"};
    for (const auto& consent : yesNo)
        for (const auto& adult : yesNo) {
            if (consent == "1" && adult == "1") continue;
            check({consent, adult, "7", "7", "1"});
        }
    for (const auto& opioidDays : days)
        for (const auto& crackDays : days)
            for (const auto& oat : yesNo)
                check({"1", "1", opioidDays, crackDays, oat});
}

TEST_CASE("a reason for no answer decides only where no other answer does", "[opaak]") {
    const auto groupOf = [](const Screened& person) {
        Fieldworker fieldworker("Heerlen", "HEE-02", "2024-01-08");
        fieldworker.answerAll(person.answers());
        return std::pair(fieldworker.value("group"), fieldworker.value("not_eligible_because"));
    };
    using Group = std::pair<std::string, std::string>;
    CHECK(groupOf({"1", "1", "0", "6", "1"}) == Group{"opioid", ""});       // treatment, with crack only
    CHECK(groupOf({"1", "1", "0", "0", "1"}) == Group{"opioid", ""});       // treatment alone
    CHECK(groupOf({"1", "1", "refused", "6", "1"}) == Group{"opioid", ""}); // does not say how often, is in treatment
    CHECK(groupOf({"1", "1", "3", "6", "refused"}) == Group{"opioid", ""}); // weekly opioids, refuses treatment
    CHECK(groupOf({"1", "1", "3", "dont_know", "0"}) == Group{"opioid", ""});
    CHECK(groupOf({"1", "1", "0", "6", "refused"}) == Group{"not_eligible", "not_answered"}); // cannot be grouped
    CHECK(groupOf({"1", "1", "refused", "6", "0"}) == Group{"not_eligible", "not_answered"});
    CHECK(groupOf({"1", "1", "0", "dont_know", "0"}) == Group{"not_eligible", "not_answered"});
    CHECK(groupOf({"1", "1", "0", "0", "refused"}) == Group{"not_eligible", "not_answered"});
    CHECK(groupOf({"1", "1", "0", "6", "0"}) == Group{"crack_only", ""});
    CHECK(groupOf({"1", "1", "0", "0", "0"}) == Group{"not_eligible", "less_than_weekly"});
}

TEST_CASE("an ineligible person learns why, and is not asked further", "[opaak]") {
    const auto [person, note] = GENERATE(table<Screened, std::string>({
        {{"0", "", "", "", ""}, "stop_no_consent"},
        {{"refused", "", "", "", ""}, "stop_no_consent"},
        {{"1", "0", "", "", ""}, "stop_under_18"},
        {{"1", "refused", "", "", ""}, "stop_not_answered"},
        {{"1", "1", "refused", "5", "0"}, "stop_not_answered"},
        {{"1", "1", "0", "5", "refused"}, "stop_not_answered"},
        {{"1", "1", "0", "0", "0"}, "stop_little_use"},
    }));
    Fieldworker fieldworker("Utrecht", "UTR-01", "2023-10-01");
    fieldworker.answerAll(person.answers());
    CHECK(fieldworker.isShown(note));
    CHECK_FALSE(fieldworker.isShown("age"));
    CHECK(fieldworker.session().finalise());
    CHECK(fieldworker.value("outcome") == "not_eligible");
    CHECK(fieldworker.value("in_care").empty());
}

TEST_CASE("people in treatment are interviewed to the end like everyone in the group", "[opaak]") {
    // Rows like those of the reference data: columns that differ from the row named, everything else as it is there.
    struct Row {
        std::string opioidDays, crackDays, oat, crackUse, everRegular;
    };
    const auto row = GENERATE(values<Row>({
        {"0", "6", "1", "1", "1"}, // treatment, with crack only
        {"0", "0", "1", "0", "1"}, // treatment alone
        {"0", "0", "1", "0", "0"}, // the same, for less than a month
        {"", "6", "1", "1", "1"},  // treatment, does not say how often
        {"", "", "1", "", ""},
        {"3", "6", "", "1", "1"}, // weekly opioids, refuses treatment
        {"7", "0", "0", "0", "1"},
    }));
    const auto file = std::filesystem::path(PEIL_TEST_DATA) / "opaak/synthetic.csv";
    auto table = need(parseCsv(need(readTextFile(file, 1U << 20U))));
    table.rows.resize(2); // one of them opioid, one crack only
    for (auto& cells : table.rows) {
        const auto set = [&](const char* column, const std::string& value) {
            cells[need(table.requireColumn(column, ""))] = value;
        };
        set("group", "opioid");
        set("opioid_days_week", row.opioidDays);
        set("crack_days_week", row.crackDays);
        set("crack_use", row.crackUse);
        set("ever_regular_opioids", row.everRegular);
        set("oat", row.oat);
        set("oat_via_gp", row.oat.empty() ? "" : "0");
    }
    const auto interviews = need(peil_demo::interviewsFrom(table));
    for (std::size_t i = 0; i < interviews.size(); ++i) {
        const auto cell = [&](const char* name) {
            return std::string(table.cell(i, need(table.requireColumn(name, ""))));
        };
        INFO("opioids " << row.opioidDays << ", crack " << row.crackDays << ", oat " << row.oat);
        Fieldworker fieldworker(cell("city"), cell("site"), cell("interview_date"));
        fieldworker.answerAll(interviews[i].answers);
        for (const auto* name : {"group", "opioid_days_week", "crack_days_week", "oat", "oat_via_gp", "crack_use",
                                 "ever_regular_opioids", "in_care", "weight"}) {
            INFO(name);
            CHECK(fieldworker.value(name) == cell(name));
        }
        CHECK(fieldworker.session().violations().empty());
        CHECK(fieldworker.session().finalise());
        CHECK(fieldworker.value("outcome") == "complete");
    }
}
