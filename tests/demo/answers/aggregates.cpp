// SPDX-License-Identifier: Apache-2.0
#include "aggregates.h"

#include "peil/base/error.h"
#include "peil/base/text.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <functional>
#include <map>

namespace peil_demo {
namespace {

using namespace peil;

/// Which rows count: a group, and a place of birth.
struct Where {
    std::string_view group;      ///< empty = both
    std::string_view birth = {}; ///< "NL", "abroad", or empty
};

/// Half up, as the generator of the reference data rounds.
double rounded(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    return std::floor(value * scale + 0.5 + 1e-9) / scale;
}

class Figures {
public:
    static Result<Figures> of(const CsvTable& table, const CsvTable& benchmark) {
        Figures figures;
        for (const auto* name : {"group",
                                 "birth",
                                 "in_care",
                                 "oat",
                                 "crack_use",
                                 "consumption_room",
                                 "age",
                                 "sex",
                                 "insurance_nl",
                                 "questionnaire_language",
                                 "housing",
                                 "work",
                                 "dental",
                                 "forgetfulness",
                                 "sleep_problems",
                                 "respiratory",
                                 "depression",
                                 "anxiety",
                                 "mental_health_care",
                                 "injected_last_year",
                                 "shared_needle",
                                 "shared_paraphernalia",
                                 "ever_regular_opioids"}) {
            PEIL_TRY(figures.m_columns[name], columnOf(table, name));
        }
        figures.m_table = &table;
        PEIL_CHECK(figures.readBenchmark(benchmark));
        return figures;
    }

    [[nodiscard]] std::vector<std::string_view> values(std::string_view column, Where where) const {
        std::vector<std::string_view> result;
        for (std::size_t row = 0; row < m_table->rows.size(); ++row) {
            if (!where.group.empty() && cell(row, "group") != where.group) continue;
            const auto birth = cell(row, "birth");
            if (where.birth == "NL" && birth != "NL") continue;
            if (where.birth == "abroad" && (birth == "NL" || birth.empty())) continue;
            if (const auto value = cell(row, column); !value.empty()) result.push_back(value);
        }
        return result;
    }
    [[nodiscard]] double count(std::string_view column, std::string_view value, Where where) const {
        const auto all = values(column, where);
        return static_cast<double>(std::count(all.begin(), all.end(), value));
    }
    /// Per cent of the rows with an answer.
    [[nodiscard]] double percent(std::string_view column, std::string_view value, Where where = {},
                                 int decimals = 1) const {
        return rounded(100 * count(column, value, where) / static_cast<double>(values(column, where).size()), decimals);
    }
    [[nodiscard]] std::vector<double> numbers(std::string_view column, Where where) const {
        std::vector<double> result;
        for (const auto value : values(column, where))
            result.push_back(parseNumber(value).value_or(std::nan("")));
        return result;
    }
    [[nodiscard]] double mean(std::string_view column, Where where) const {
        const auto all = numbers(column, where);
        double sum = 0;
        for (const double value : all)
            sum += value;
        return rounded(sum / static_cast<double>(all.size()), 1);
    }
    /// Size of the population, or of the part of it with `column` = 1, to the nearest hundred.
    [[nodiscard]] double size(std::string_view group, std::string_view column = {}) const {
        const Where where{group};
        const double part =
            column.empty() ? static_cast<double>(values("group", where).size()) : count(column, "1", where);
        return std::round(m_benchmark.at(std::string(group)) * part / count("in_care", "1", where) / 100) * 100;
    }

private:
    static Result<std::size_t> columnOf(const CsvTable& table, std::string_view name) {
        for (std::size_t i = 0; i < table.header.size(); ++i) {
            const std::string_view header = table.header[i];
            if (header == name) return i;
            if (header.size() > name.size() && header.ends_with(name) &&
                (header[header.size() - name.size() - 1] == '-' || header[header.size() - name.size() - 1] == '/'))
                return i;
        }
        return table.requireColumn(name, "the table of interviews");
    }
    Result<> readBenchmark(const CsvTable& table) {
        PEIL_TRY(const auto group, table.requireColumn("group", "the benchmark"));
        PEIL_TRY(const auto area, table.requireColumn("area", "the benchmark"));
        PEIL_TRY(const auto number, table.requireColumn("count", "the benchmark"));
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            if (table.cell(row, area) == "Netherlands")
                m_benchmark[std::string(table.cell(row, group))] = parseNumber(table.cell(row, number)).value_or(0);
        if (m_benchmark.contains("opioid") && m_benchmark.contains("crack_only")) return {};
        return fail(BaseErrc::NotANumber, "The benchmark has no national count for both groups.");
    }
    [[nodiscard]] std::string_view cell(std::size_t row, std::string_view column) const {
        return m_table->cell(row, m_columns.find(column)->second);
    }

    const CsvTable* m_table = nullptr;
    std::map<std::string, std::size_t, std::less<>> m_columns;
    std::map<std::string, double> m_benchmark;
};

using Formula = std::function<double(const Figures&)>;
using Formulas = std::map<std::string, Formula, std::less<>>;

constexpr Where kAll{""}, kOpioid{"opioid"}, kCrack{"crack_only"};

Formula percentOf(const char* column, const char* value, Where where = kAll, int decimals = 1) {
    return [=](const Figures& f) { return f.percent(column, value, where, decimals); };
}
Formula rowsOf(Where where) {
    return [=](const Figures& f) { return static_cast<double>(f.values("group", where).size()); };
}
Formula meanAge(Where where) {
    return [=](const Figures& f) { return f.mean("age", where); };
}

void addPeople(Formulas& all) {
    all["n opioid"] = rowsOf(kOpioid);
    all["n crack_only"] = rowsOf(kCrack);
    all["n total"] = rowsOf(kAll);
    all["mean age opioid"] = meanAge(kOpioid);
    all["mean age crack_only"] = meanAge(kCrack);
    all["mean age all"] = meanAge(kAll);
    all["min age"] = [](const Figures& f) { return std::ranges::min(f.numbers("age", kAll)); };
    all["max age"] = [](const Figures& f) { return std::ranges::max(f.numbers("age", kAll)); };
    all["born NL"] = percentOf("birth", "NL");
    all["other EU"] = percentOf("birth", "other_EU");
    all["non EU all"] = percentOf("birth", "non_EU");
    all["non-EU opioid"] = percentOf("birth", "non_EU", kOpioid);
    all["non-EU crack_only"] = percentOf("birth", "non_EU", kCrack);
    all["male"] = percentOf("sex", "male");
    all["insurance"] = percentOf("insurance_nl", "1");
    all["questionnaire in Dutch"] = percentOf("questionnaire_language", "nl");
    all["street"] = percentOf("housing", "street");
    all["shelter opioid"] = percentOf("housing", "shelter", kOpioid);
    all["shelter crack_only"] = percentOf("housing", "shelter", kCrack);
    all["unemployed"] = percentOf("work", "unemployed");
    all["unable to work"] = percentOf("work", "unable_to_work");
}

void addCare(Formulas& all) {
    all["in care opioid"] = percentOf("in_care", "1", kOpioid);
    all["in care crack_only"] = percentOf("in_care", "1", kCrack);
    all["in care born abroad"] = percentOf("in_care", "1", {"", "abroad"}, 0);
    all["in care born NL"] = percentOf("in_care", "1", {"", "NL"}, 0);
    all["in care opioid abroad"] = percentOf("in_care", "1", {"opioid", "abroad"});
    all["in care opioid NL"] = percentOf("in_care", "1", {"opioid", "NL"});
    all["in care crack_only abroad"] = percentOf("in_care", "1", {"crack_only", "abroad"});
    all["in care crack_only NL"] = percentOf("in_care", "1", {"crack_only", "NL"});
    all["OAT opioid"] = percentOf("oat", "1", kOpioid);
    all["crack among opioid"] = percentOf("crack_use", "1", kOpioid);
    all["consumption room opioid"] = percentOf("consumption_room", "1", kOpioid);
    all["consumption room crack_only"] = percentOf("consumption_room", "1", kCrack);
    all["mental health care"] = percentOf("mental_health_care", "1", kAll, 0);
    all["injected opioid"] = percentOf("injected_last_year", "1", kOpioid);
    all["shared needle n"] = [](const Figures& f) { return f.count("shared_needle", "1", kAll); };
    all["shared paraphernalia crack_only"] = percentOf("shared_paraphernalia", "1", kCrack);
    all["shared paraphernalia opioid"] = percentOf("shared_paraphernalia", "1", kOpioid);
    all["never regular opioids crack_only (driekwart)"] = percentOf("ever_regular_opioids", "0", kCrack, 0);
}

void addHealthAndSizes(Formulas& all) {
    all["dental"] = percentOf("dental", "1");
    all["forgetfulness"] = percentOf("forgetfulness", "1");
    all["sleep"] = percentOf("sleep_problems", "1");
    all["respiratory"] = percentOf("respiratory", "1");
    all["depression"] = percentOf("depression", "1");
    all["anxiety"] = percentOf("anxiety", "1");
    all["N opioid"] = [](const Figures& f) { return f.size("opioid"); };
    all["N crack_only"] = [](const Figures& f) { return f.size("crack_only"); };
    all["N opioid and crack"] = [](const Figures& f) { return f.size("opioid", "crack_use"); };
    all["N opioid only"] = [](const Figures& f) { return f.size("opioid") - f.size("opioid", "crack_use"); };
    all["N crack total"] = [](const Figures& f) { return f.size("opioid", "crack_use") + f.size("crack_only"); };
}

} // namespace

Result<std::vector<AggregateCheck>> checkAggregates(const CsvTable& interviews, const CsvTable& benchmark,
                                                    std::string_view checkJson) {
    PEIL_TRY(const auto figures, Figures::of(interviews, benchmark));
    Formulas formulas;
    addPeople(formulas);
    addCare(formulas);
    addHealthAndSizes(formulas);
    boost::system::error_code error;
    const auto json = boost::json::parse(checkJson, error);
    const auto* list = !error && json.is_object() ? json.as_object().if_contains("checks") : nullptr;
    if (list == nullptr || !list->is_array())
        return fail(BaseErrc::NotANumber, "The list of published figures is not JSON with \"checks\".");
    std::vector<AggregateCheck> checks;
    for (const auto& entry : list->as_array()) {
        if (!entry.at("match").as_bool()) continue;
        AggregateCheck check;
        check.figure = entry.at("figure").as_string().c_str();
        const auto formula = formulas.find(check.figure);
        if (formula == formulas.end())
            return fail(BaseErrc::NotANumber, "There is no formula for the figure \"" + check.figure + "\".");
        check.got = formula->second(figures);
        check.published = entry.at("published").to_number<double>();
        check.ok = std::abs(check.got - check.published) < 1e-9;
        checks.push_back(std::move(check));
    }
    return checks;
}

} // namespace peil_demo
