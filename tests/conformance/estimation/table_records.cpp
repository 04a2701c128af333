// SPDX-License-Identifier: Apache-2.0
// The reference vectors that come as tables.
#include "peil/base/text.h"
#include "peil/estimation/capture_recapture.h"
#include "peil/estimation/combine.h"
#include "peil/estimation/planning.h"
#include "record.h"

#include <algorithm>

namespace peil::conformance {
namespace {

using namespace peil::estimation;

/// One row of a table; fields by column name.
class Row {
public:
    Row(const Columns& table, std::size_t row)
        : m_table(table)
        , m_row(row) {}
    [[nodiscard]] double number(std::string_view field) const { return m_table.number(m_row, field); }
    [[nodiscard]] std::string text(std::string_view field) const { return std::string(m_table.cell(m_row, field)); }
    [[nodiscard]] Tolerance tolerance() const {
        const auto or0 = [](double value) { return std::isnan(value) ? 0.0 : value; };
        return {or0(m_table.has("tol_abs") ? number("tol_abs") : 0),
                or0(m_table.has("tol_rel") ? number("tol_rel") : 0)};
    }

private:
    const Columns& m_table;
    std::size_t m_row;
};

std::string rowId(std::string_view file, std::size_t row) {
    return std::string(file) + ":" + std::to_string(row + 2); // the line of the file
}

template <class Check>
void forEachRow(std::string_view file, const Columns& table, Checker& checker, Check check) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        checker.begin(rowId(file, row));
        check(Row(table, row));
        checker.end();
    }
}

} // namespace

void checkBinomial(const Columns& table, Checker& checker) {
    forEachRow("binomial_intervals", table, checker, [&](const Row& row) {
        const auto method = binomialMethod(row.text("method"));
        if (!method) return checker.fail("a known method", row.text("method"));
        const auto got = binomialInterval(*method, row.number("x"), row.number("n"), row.number("level"));
        checker.near("p", row.number("p"), row.number("x") / row.number("n"), row.tolerance());
        checker.near("lower", row.number("lower"), got ? got->lower : kMissing, row.tolerance());
        checker.near("upper", row.number("upper"), got ? got->upper : kMissing, row.tolerance());
    });
}

void checkTwoSource(const Columns& table, Checker& checker) {
    forEachRow("capture_recapture_two_source", table, checker, [&](const Row& row) {
        const auto got =
            need(twoSource(row.number("M"), row.number("C"), row.number("R"), row.number("level")), checker);
        if (!got) return;
        // A standard error that is zero in one order of multiplications is 1e-15 in another.
        const Tolerance tolerance{1e-9, row.tolerance().relative};
        const auto check = [&](std::string_view field, double value) {
            checker.near(field, row.number(field), value, tolerance);
        };
        const auto lp = got->lincolnPetersen.value_or(CaptureEstimate{kMissing, kMissing, {kMissing, kMissing}});
        check("lp", lp.N);
        check("lp_se", lp.standardError);
        check("lp_lo", lp.normal.lower);
        check("lp_hi", lp.normal.upper);
        check("lp_se_binom", got->lincolnPetersenBinomialSe);
        check("chapman", got->chapman.N);
        check("chapman_se", got->chapman.standardError);
        check("chapman_lo", got->chapman.normal.lower);
        check("chapman_hi", got->chapman.normal.upper);
        check("chapman_log_lo", got->chapmanLog.lower);
        check("chapman_log_hi", got->chapmanLog.upper);
        check("sadinle_lo", got->sadinle.lower);
        check("sadinle_hi", got->sadinle.upper);
        check("bailey", got->bailey);
        check("bailey_se", got->baileySe);
        check("seen", got->seen);
    });
}

void checkRepeatedContacts(const Columns& table, Checker& checker) {
    forEachRow("chao_zelterman", table, checker, [&](const Row& row) {
        std::vector<double> frequency;
        const auto cell = row.text("f");
        for (const auto part : splitWhitespace(cell))
            frequency.push_back(parseNumber(part).value_or(kMissing));
        const auto got = need(chao(frequency, row.number("level")), checker);
        if (!got) return;
        const Tolerance tolerance{1e-9, row.tolerance().relative};
        const auto check = [&](std::string_view field, double value) {
            checker.near(field, row.number(field), value, tolerance);
        };
        check("n", got->n);
        check("f1", got->f1);
        check("f2", got->f2);
        check("chao", got->chao.N);
        check("chao_se", got->chao.standardError);
        check("chao_norm_lo", got->chao.normal.lower);
        check("chao_norm_hi", got->chao.normal.upper);
        check("chao_log_lo", got->chaoLog.lower);
        check("chao_log_hi", got->chaoLog.upper);
        check("chao_bc", got->biasCorrected);
        check("chao_bc_se", got->biasCorrectedSe);
        check("zelterman", got->zelterman.value_or(kMissing));
        check("zelterman_se", got->zeltermanSe);
    });
}

void checkPlanningProportion(const Columns& table, Checker& checker) {
    forEachRow("planning_proportion", table, checker, [&](const Row& row) {
        ProportionPlan plan;
        plan.p = row.number("p");
        plan.halfWidth = row.number("d");
        plan.deff = row.number("deff");
        plan.population = row.number("N");
        const auto got = need(sampleSizeForProportion(plan), checker);
        if (!got) return;
        checker.near("n0", row.number("n0"), got->n0, {0, 1e-9});
        checker.near("n", row.number("n"), static_cast<double>(got->n), {});
    });
}

void checkPlanningSize(const Columns& table, Checker& checker) {
    forEachRow("planning_relative_N", table, checker, [&](const Row& row) {
        SizePlan plan;
        plan.p = row.number("p");
        plan.relativeHalfWidth = row.number("eps");
        plan.deff = row.number("deff");
        const auto got = need(sampleSizeForSize(plan), checker);
        if (got) checker.near("n", row.number("n_relative_N"), static_cast<double>(got->n), {});
    });
}

void checkLogLinear(const Columns& table, const boost::json::object& counts, Checker& checker) {
    forEachRow("loglinear", table, checker, [&](const Row& row) {
        std::vector<std::pair<std::string, double>> keys;
        if (const auto* cells = counts.if_contains(row.text("data")); cells != nullptr && cells->is_object())
            for (const auto& [key, value] : cells->get_object())
                keys.emplace_back(key, value.to_number<double>());
        const auto data = need(ListCounts::ofKeys(keys), checker);
        if (!data) return;
        Interactions interactions;
        const auto model = row.text("model");
        if (model == "all_two_way")
            interactions = allInteractions(data->lists);
        else if (model != "independence")
            for (const auto term : split(model, '+')) {
                const auto parts = split(term, ':');
                const auto list = [&](std::size_t i) {
                    return static_cast<unsigned>(parseInteger(trim(parts[i]).substr(1)).value_or(0) - 1);
                };
                if (parts.size() == 2) interactions.emplace_back(list(0), list(1));
            }
        const auto got = need(logLinear(*data, interactions, 0.95), checker);
        if (!got) return;
        const auto check = [&](std::string_view field, double value) {
            checker.near(field, row.number(field), value, {field == "deviance" ? 1e-9 : 0, row.tolerance().relative});
        };
        checker.near("lists", row.number("lists"), data->lists, {});
        check("observed", got->observed);
        check("f0", got->f0);
        check("N", got->N);
        check("se_uncond", got->standardError);
        check("f0_lo", got->f0Interval.lower);
        check("f0_hi", got->f0Interval.upper);
        check("deviance", got->deviance);
        check("df", got->degreesOfFreedom);
        check("AIC", got->aic);
        check("BIC", got->bic);
    });
}

void checkCombine(const boost::json::array& records, Checker& checker) {
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Record record(records[i].get_object());
        checker.begin("combine_reference:" + std::to_string(i + 1));
        std::vector<SourceEstimate> sources;
        const auto sizes = record.numbers("est");
        const auto errors = record.numbers("se");
        for (std::size_t k = 0; k < std::min(sizes.size(), errors.size()); ++k)
            sources.push_back({sizes[k], errors[k]});
        if (const auto got = need(combine(sources, 0.95), checker)) {
            const auto check = [&](std::string_view field, double value) {
                checker.near(field, record.number(field), value, {1e-12, record.numberOr("tol_rel", 1e-9)});
            };
            check("k", static_cast<double>(got->sources));
            check("fixed", got->fixed);
            check("fixed_lo", got->fixedInterval.lower().value_or(kMissing));
            check("fixed_hi", got->fixedInterval.upper().value_or(kMissing));
            check("Q", got->Q);
            check("I2", got->I2);
            check("tau2", got->tau2);
            check("random", got->random);
            check("random_lo", got->randomInterval.lower().value_or(kMissing));
            check("random_hi", got->randomInterval.upper().value_or(kMissing));
            check("median", got->median);
        }
        checker.end();
    }
}

} // namespace peil::conformance
