// SPDX-License-Identifier: Apache-2.0
// How long a researcher waits: intervals under the design, bootstrap replicates, and exports of a large study.
#include "measure.h"

#include "peil/base/csv.h"
#include "peil/base/file.h"
#include "peil/estimation/multiplier.h"
#include "peil/estimation/resample.h"
#include "peil/export/csv_export.h"
#include "peil/export/stat_export.h"
#include "peil_test/temporary_folder.h"

#include <cstdio>
#include <cstdlib>
#include <random>

using namespace peil;
using namespace peil::estimation;

namespace {

constexpr double kBenchmark = 8122;

template <class T>
T need(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
        std::exit(1);
    }
    return std::move(*result);
}

void need(const Result<>& result) {
    if (result) return;
    std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
    std::exit(1);
}

struct Survey {
    Design design;
    Domain domain;
    std::vector<double> inCare;
};

std::vector<std::string> column(const CsvTable& table, const char* name) {
    const auto at = need(table.requireColumn(name, "synthetic.csv"));
    std::vector<std::string> cells;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        cells.emplace_back(table.cell(row, at));
    return cells;
}

/// The 520 made-up interviews of the model study.
Survey opaak() {
    const auto text = need(readTextFile(PEIL_TEST_DATA "/opaak/synthetic.csv", 1U << 20U));
    const auto table = need(parseCsv(text));
    DesignColumns columns;
    columns.rows = table.rows.size();
    columns.stratum = Factor::of(column(table, "city")).codes;
    columns.cluster = Factor::of(column(table, "site")).codes;
    std::vector<double> inCare;
    for (const auto& cell : column(table, "in_care"))
        inCare.push_back(cell.empty() ? kMissing : cell == "1" ? 1 : 0);
    const auto group = Factor::of(column(table, "group"));
    return {need(Design::create(std::move(columns))), Domain::where(group, "opioid"), std::move(inCare)};
}

DesignColumns millionColumns(std::size_t rows) {
    std::mt19937_64 random(20250930);
    DesignColumns columns;
    columns.rows = rows;
    for (std::size_t row = 0; row < rows; ++row) {
        const auto cluster = static_cast<std::uint32_t>(random() % 280);
        columns.cluster.push_back(cluster);
        columns.stratum.push_back(cluster % 8);
        columns.weight.push_back(0.5 + static_cast<double>(random() % 1000) / 500);
    }
    return columns;
}

void interval(const std::string& name, const Survey& survey, int rounds) {
    bench::report(name, bench::timeEach(rounds, [&](int) {
                      const auto estimate =
                          need(multiplierEstimate(survey.design, survey.domain, survey.inCare, kBenchmark));
                      if (!estimate.N) std::exit(1);
                  }));
}

void estimates() {
    const auto small = opaak();
    interval("interval under the design, 520 rows", small, 2000);
    BootstrapOptions how;
    how.replicates = 10'000;
    bench::report("10000 Rao-Wu replicates, 520 rows", bench::timeEach(10, [&](int) {
                      (void)need(raoWuBootstrap(small.design, small.domain, small.inCare, kBenchmark, how));
                  }));
    constexpr std::size_t kRows = 1'000'000;
    const auto columns = millionColumns(kRows);
    std::vector<double> inCare;
    std::mt19937_64 random(7);
    for (std::size_t row = 0; row < kRows; ++row)
        inCare.push_back(random() % 100 < 60 - columns.cluster[row] % 20 ? 1 : 0);
    bench::resetPeak();
    bench::report("design and interval, 1000000 rows in 8 strata and 280 clusters", bench::timeEach(5, [&](int) {
                      const auto design = need(Design::create(columns));
                      (void)need(multiplierEstimate(design, Domain::all(kRows), inCare, kBenchmark));
                  }));
    bench::reportNumber("design and interval, 1000000 rows: peak of the process, columns included", "peak_kib",
                        bench::peakKiB());
    interval("interval alone, 1000000 rows", {need(Design::create(columns)), Domain::all(kRows), std::move(inCare)}, 5);
}

using namespace peil::exports;

/// Interviews that are made while they are read: 100 numbers, 100 choices, 25 days and 25 texts.
class MadeUpTable final : public TableSource {
public:
    MadeUpTable(std::size_t rows, std::size_t variables)
        : m_rows(rows) {
        m_table = {"study", "", {{"en", "Interviews"}}, {}};
        for (std::size_t i = 0; i < variables; ++i) {
            Variable variable;
            variable.name = "q" + std::to_string(i);
            variable.label = {{"en", "Question " + std::to_string(i)}};
            const auto kind = i % 10;
            variable.type = kind < 4    ? VariableType::Number
                            : kind < 8  ? VariableType::Choice
                            : kind == 8 ? VariableType::Date
                                        : VariableType::Text;
            if (variable.type == VariableType::Choice)
                variable.values = {{"1", {{"en", "Yes"}}}, {"2", {{"en", "No"}}}, {"3", {{"en", "Sometimes"}}}};
            m_table.variables.push_back(std::move(variable));
        }
        m_cells.resize(variables);
    }
    [[nodiscard]] const Table& table() const override { return m_table; }
    [[nodiscard]] Result<> rewind() override {
        m_next = 0;
        return {};
    }
    [[nodiscard]] Result<bool> next(Row& row) override {
        static constexpr std::string_view kCodes[] = {"1", "2", "3"}, kDays[] = {"2023-07-03", "2024-01-31"},
                                          kTexts[] = {"met on the street", "asked for a leaflet", ""};
        if (m_next == m_rows) return false;
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            const auto mixed = (m_next * 2654435761U + i * 40503U) >> 7U;
            const auto kind = i % 10;
            m_cells[i] = mixed % 20 == 0 ? Cell::no(MissingReason::Refused)
                         : kind < 4      ? Cell::of(static_cast<double>(mixed % 1000))
                         : kind < 8      ? Cell::of(kCodes[mixed % 3])
                         : kind == 8     ? Cell::of(kDays[mixed % 2])
                                         : Cell::of(kTexts[mixed % 3]);
        }
        m_key = "uuid:" + std::to_string(m_next++);
        row = {m_key, {}, m_cells};
        return true;
    }

private:
    Table m_table;
    std::vector<Cell> m_cells;
    std::string m_key;
    std::size_t m_rows, m_next = 0;
};

template <class Write>
void exportOnce(const std::string& name, Write write) {
    const peil_test::TemporaryFolder scratch;
    MadeUpTable table(100'000, 250);
    const Dataset dataset{"study", "1", {{"en", "Study"}}, {}, "Bench", "2024-07-31", {&table}};
    bench::resetPeak();
    bench::report("export 100000 x 250 " + name, bench::timeEach(3, [&](int round) {
                      auto folder = need(ExportFolder::create(scratch.path() / std::to_string(round)));
                      need(write(dataset, folder));
                      need(folder.commit());
                  }));
    bench::reportNumber("export 100000 x 250 " + name + ": peak of the process", "peak_kib", bench::peakKiB());
}

void exportsOf() {
    exportOnce("csv", [](const Dataset& dataset, ExportFolder& folder) { return writeCsv(dataset, folder); });
    exportOnce("dta", [](const Dataset& dataset, ExportFolder& folder) {
        return writeStatFiles(dataset, folder, {{StatFormat::Dta}, "en"});
    });
    exportOnce("sav", [](const Dataset& dataset, ExportFolder& folder) {
        return writeStatFiles(dataset, folder, {{StatFormat::Sav}, "en"});
    });
}

} // namespace

int main() {
    exportsOf(); // first: what the estimates leave behind in the allocator would hide the exports' memory
    estimates();
    return 0;
}
