// SPDX-License-Identifier: Apache-2.0
#pragma once

// The respondents and benchmarks that the survey records are about, as designs and domains by the names of the records.

#include "peil/base/csv.h"
#include "peil/estimation/design.h"

#include <filesystem>
#include <map>

namespace peil::conformance {

/// A CSV file as named columns.
class Columns {
public:
    [[nodiscard]] static Result<Columns> load(const std::filesystem::path& file);
    [[nodiscard]] std::size_t rows() const { return m_table.rows.size(); }
    [[nodiscard]] bool has(std::string_view name) const { return m_table.column(name).has_value(); }
    [[nodiscard]] std::vector<std::string> text(std::string_view name) const;
    /// Empty for a column that is not there.
    [[nodiscard]] std::string_view cell(std::size_t row, std::string_view name) const;
    /// NaN for what is empty or no number.
    [[nodiscard]] double number(std::size_t row, std::string_view name) const;
    [[nodiscard]] estimation::Factor factor(std::string_view name) const { return estimation::Factor::of(text(name)); }
    /// NaN for what is empty or no number.
    [[nodiscard]] std::vector<double> numbers(std::string_view name) const;

private:
    CsvTable m_table;
};

class Microdata {
public:
    [[nodiscard]] static Result<Microdata> load(const std::filesystem::path& folder);

    [[nodiscard]] const Columns& columns() const { return m_columns; }
    [[nodiscard]] std::size_t rows() const { return m_columns.rows(); }
    /// srs, wt, str_wt, clu_wt, str_clu_wt, str_clu_wt_fpc.
    [[nodiscard]] Result<estimation::Design>
    design(std::string_view name,
           estimation::SingleClusterPolicy policy = estimation::SingleClusterPolicy::Adjust) const;
    /// all, a group, or a group with _born_nl or _born_abroad.
    [[nodiscard]] estimation::Domain domain(std::string_view name) const;
    [[nodiscard]] estimation::Domain cityAndGroup(std::string_view city, std::string_view group) const;
    [[nodiscard]] const estimation::Factor& city() const { return m_city; }
    [[nodiscard]] const estimation::Factor& group() const { return m_group; }
    /// Sum over the cities.
    [[nodiscard]] double benchmark(std::string_view group) const;
    /// One for each level of city().
    [[nodiscard]] std::vector<double> cityBenchmarks(std::string_view group) const;
    /// The cities of a group in the order of the benchmark file.
    [[nodiscard]] std::vector<std::string> benchmarkCities(std::string_view group) const;

private:
    Columns m_columns;
    Columns m_benchmarks;
    estimation::Factor m_city, m_group;
};

[[nodiscard]] std::optional<estimation::SingleClusterPolicy> policyOf(std::string_view option);

} // namespace peil::conformance
