// SPDX-License-Identifier: Apache-2.0
#include "synthetic_answers.h"

#include "peil/base/ids.h"
#include "peil/base/text.h"
#include "script_writer.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace peil_demo {
namespace {

using namespace peil;

constexpr const char* kColumns[] = {"id",
                                    "city_code",
                                    "site",
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
                                    "visits_last_month"};

std::string padded(std::uint64_t number, std::size_t digits) {
    auto text = std::to_string(number);
    return std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
}

/// The form's own language, else the one that interpreters work from.
std::string formLanguage(const std::string& spoken) {
    constexpr std::array kLanguages{"nl", "en", "de", "pl", "ar"};
    return std::ranges::find(kLanguages, spoken) != kLanguages.end() ? spoken : "en";
}

Interview interviewOf(const RowCells& row, std::uint64_t number) {
    ScriptWriter script(row, number);
    Interview interview;
    interview.row = row.at("id");
    interview.cityCode = row.at("city_code");
    interview.site = row.at("site");
    interview.marker = "zeemeeuw-" + padded(number, 4);
    interview.language = formLanguage(row.at("questionnaire_language"));
    interview.uuid = makeUuid(script.rng());
    const auto hour = static_cast<std::uint64_t>(script.number(8, 16));
    const auto minute = static_cast<std::uint64_t>(script.number(0, 59));
    interview.startedAt = row.at("interview_date") + "T" + padded(hour, 2) + ":" + padded(minute, 2) + ":00Z";
    writeScreener(script);
    writeLiving(script);
    writeDrugUse(script);
    writeRisksAndCare(script, interview.marker);
    writeHealth(script);
    writeClosing(script, interview.marker);
    interview.answers = script.take();
    return interview;
}

} // namespace

Result<std::vector<Interview>> interviewsFrom(const CsvTable& synthetic) {
    std::vector<std::pair<const char*, std::size_t>> columns;
    for (const auto* name : kColumns) {
        PEIL_TRY(const auto column, synthetic.requireColumn(name, "the reference data"));
        columns.emplace_back(name, column);
    }
    std::vector<Interview> interviews;
    interviews.reserve(synthetic.rows.size());
    for (std::size_t row = 0; row < synthetic.rows.size(); ++row) {
        RowCells cells;
        for (const auto& [name, column] : columns)
            cells.emplace(name, synthetic.cell(row, column));
        interviews.push_back(interviewOf(cells, row + 1));
    }
    return interviews;
}

std::string rehearsalLine(const Interview& interview) {
    boost::json::array answers;
    for (const auto& answer : interview.answers) {
        boost::json::array entry{answer.question};
        if (answer.reason.empty()) {
            entry.emplace_back(answer.value);
        } else {
            entry.emplace_back(nullptr);
            entry.emplace_back(answer.reason);
        }
        answers.push_back(std::move(entry));
    }
    return boost::json::serialize(boost::json::object{{"interview", interview.uuid},
                                                      {"site", interview.site},
                                                      {"startedAt", interview.startedAt},
                                                      {"language", interview.language},
                                                      {"answers", std::move(answers)}});
}

} // namespace peil_demo
