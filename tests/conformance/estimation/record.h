// SPDX-License-Identifier: Apache-2.0
#pragma once

// One JSON record of reference vectors, read by field name.

#include "checker.h"
#include "microdata.h"
#include "peil/estimation/interval.h"

#include <boost/json.hpp>
#include <cmath>

namespace peil::conformance {

class Record {
public:
    explicit Record(const boost::json::object& object)
        : m_object(object) {}
    [[nodiscard]] std::string text(std::string_view field) const {
        const auto* value = m_object.if_contains(field);
        return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
    }
    /// NaN for null and for a field that is not there.
    [[nodiscard]] double number(std::string_view field) const {
        const auto* value = m_object.if_contains(field);
        return value != nullptr && value->is_number() ? value->to_number<double>() : estimation::kMissing;
    }
    [[nodiscard]] double numberOr(std::string_view field, double otherwise) const {
        const double value = number(field);
        return std::isnan(value) ? otherwise : value;
    }
    [[nodiscard]] bool flag(std::string_view field) const {
        const auto* value = m_object.if_contains(field);
        return value != nullptr && value->is_bool() && value->get_bool();
    }
    [[nodiscard]] bool has(std::string_view field) const { return m_object.contains(field); }
    [[nodiscard]] std::vector<double> numbers(std::string_view field) const {
        std::vector<double> out;
        if (const auto* value = m_object.if_contains(field); value != nullptr && value->is_array())
            for (const auto& one : value->get_array())
                out.push_back(one.is_number() ? one.to_number<double>() : estimation::kMissing);
        return out;
    }
    [[nodiscard]] Record object(std::string_view field) const {
        const auto* value = m_object.if_contains(field);
        static const boost::json::object kEmpty;
        return Record(value != nullptr && value->is_object() ? value->get_object() : kEmpty);
    }
    [[nodiscard]] const boost::json::object& raw() const { return m_object; }
    [[nodiscard]] Tolerance tolerance() const { return {numberOr("tol_abs", 0), numberOr("tol_rel", 0)}; }

private:
    const boost::json::object& m_object;
};

/// R's `svyciprop` scales its likelihood profile by an estimated dispersion, n/(n-1) times p q, so that it counts n_e
/// (n-1)/n people where the exact root counts n_e = p q/V. With V taken so much larger, both are the same up to R's
/// spline.
[[nodiscard]] inline estimation::ProportionStatistics asProfiledByR(estimation::ProportionStatistics statistics) {
    statistics.variance *= statistics.n / (statistics.n - 1);
    return statistics;
}

/// Each takes the records of the kinds it knows: false for another kind.
[[nodiscard]] bool checkSurveyRecord(const Record& record, const Microdata& data, Checker& checker);
[[nodiscard]] bool checkSizeRecord(const Record& record, const Microdata& data, Checker& checker);
[[nodiscard]] bool checkReplicationRecord(const Record& record, const Microdata& data, Checker& checker);
[[nodiscard]] bool checkEdgeRecord(const Record& record, const std::filesystem::path& folder, Checker& checker);

/// Whole files.
void checkBinomial(const Columns& table, Checker& checker);
void checkTwoSource(const Columns& table, Checker& checker);
void checkRepeatedContacts(const Columns& table, Checker& checker);
void checkPlanningProportion(const Columns& table, Checker& checker);
void checkPlanningSize(const Columns& table, Checker& checker);
void checkLogLinear(const Columns& table, const boost::json::object& counts, Checker& checker);
void checkCombine(const boost::json::array& records, Checker& checker);
/// Examples that no method reproduces are named with the reason, and pass when the recomputed values agree.
void checkWorkedExamples(const boost::json::array& records, Checker& checker);

/// The value, or a failed comparison with the error and nothing.
template <class T>
std::optional<T> need(Result<T> result, Checker& checker) {
    if (result) return std::move(*result);
    checker.fail("an estimate", describe(result.error()));
    return std::nullopt;
}

} // namespace peil::conformance
