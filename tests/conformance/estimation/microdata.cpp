// SPDX-License-Identifier: Apache-2.0
#include "microdata.h"

#include "peil/base/file.h"
#include "peil/base/text.h"

namespace peil::conformance {

using namespace peil::estimation;

Result<Columns> Columns::load(const std::filesystem::path& file) {
    PEIL_TRY(const auto text, readTextFile(file, std::uintmax_t{64} << 20U));
    Columns columns;
    PEIL_TRY(columns.m_table, parseCsv(text));
    return columns;
}

std::vector<std::string> Columns::text(std::string_view name) const {
    std::vector<std::string> out;
    const auto column = m_table.column(name);
    for (std::size_t row = 0; row < rows(); ++row)
        out.emplace_back(column ? m_table.cell(row, *column) : std::string_view());
    return out;
}

std::string_view Columns::cell(std::size_t row, std::string_view name) const {
    const auto column = m_table.column(name);
    return column ? m_table.cell(row, *column) : std::string_view();
}

double Columns::number(std::size_t row, std::string_view name) const {
    const auto text = cell(row, name);
    if (text == "Inf") return std::numeric_limits<double>::infinity();
    return parseNumber(text).value_or(kMissing);
}

std::vector<double> Columns::numbers(std::string_view name) const {
    std::vector<double> out;
    for (std::size_t row = 0; row < rows(); ++row)
        out.push_back(number(row, name));
    return out;
}

Result<Microdata> Microdata::load(const std::filesystem::path& folder) {
    Microdata data;
    PEIL_TRY(data.m_columns, Columns::load(folder / "microdata.csv"));
    PEIL_TRY(data.m_benchmarks, Columns::load(folder / "benchmark.csv"));
    data.m_city = data.m_columns.factor("city");
    data.m_group = data.m_columns.factor("group");
    return data;
}

Result<Design> Microdata::design(std::string_view name, SingleClusterPolicy policy) const {
    DesignColumns columns;
    columns.rows = rows();
    columns.singleCluster = policy;
    if (name != "srs") columns.weight = m_columns.numbers("weight");
    if (name.starts_with("str_")) columns.stratum = m_city.codes;
    if (name.find("clu") != std::string_view::npos) columns.cluster = m_columns.factor("site").codes;
    if (name.ends_with("_fpc")) columns.frameSize = m_columns.numbers("site_frame");
    return Design::create(std::move(columns));
}

Domain Microdata::domain(std::string_view name) const {
    if (name == "all") return Domain::all(rows());
    constexpr std::string_view kHere = "_born_nl";
    constexpr std::string_view kAbroad = "_born_abroad";
    const bool here = name.ends_with(kHere);
    const bool abroad = name.ends_with(kAbroad);
    if (!here && !abroad) return Domain::where(m_group, name);
    const auto born = m_columns.numbers("born_nl");
    const double wanted = here ? 1 : 0;
    const auto group = Domain::where(m_group, name.substr(0, name.size() - (here ? kHere.size() : kAbroad.size())));
    return group & Domain::select(rows(), [&](std::size_t row) { return born[row] == wanted; });
}

Domain Microdata::cityAndGroup(std::string_view city, std::string_view group) const {
    return Domain::where(m_city, city) & Domain::where(m_group, group);
}

double Microdata::benchmark(std::string_view group) const {
    double sum = 0;
    const auto groups = m_benchmarks.text("group");
    const auto counts = m_benchmarks.numbers("benchmark");
    for (std::size_t row = 0; row < groups.size(); ++row)
        if (groups[row] == group) sum += counts[row];
    return sum;
}

std::vector<double> Microdata::cityBenchmarks(std::string_view group) const {
    std::vector<double> out(m_city.levels.size(), 0.0);
    const auto groups = m_benchmarks.text("group");
    const auto cities = m_benchmarks.text("city");
    const auto counts = m_benchmarks.numbers("benchmark");
    for (std::size_t row = 0; row < groups.size(); ++row)
        if (const auto code = m_city.code(cities[row]); groups[row] == group && code < out.size())
            out[code] = counts[row];
    return out;
}

std::vector<std::string> Microdata::benchmarkCities(std::string_view group) const {
    std::vector<std::string> out;
    const auto groups = m_benchmarks.text("group");
    const auto cities = m_benchmarks.text("city");
    for (std::size_t row = 0; row < groups.size(); ++row)
        if (groups[row] == group) out.push_back(cities[row]);
    return out;
}

std::optional<SingleClusterPolicy> policyOf(std::string_view option) {
    if (option == "adjust") return SingleClusterPolicy::Adjust;
    if (option == "average") return SingleClusterPolicy::Average;
    if (option == "remove") return SingleClusterPolicy::Remove;
    if (option == "certainty") return SingleClusterPolicy::Certainty;
    return std::nullopt;
}

} // namespace peil::conformance
