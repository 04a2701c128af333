// SPDX-License-Identifier: Apache-2.0
// How long a researcher waits: intervals under the design, bootstrap replicates, and exports of a large study. Where R
// is installed, research_bench.R does the same on the same tables, in the same run.
#include "measure.h"

#include "peil/base/csv.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
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
    DesignColumns columns;
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
    return {std::move(columns), Domain::where(group, "opioid"), std::move(inCare)};
}

/// A survey of 280 sites in 8 cities.
Survey million() {
    constexpr std::size_t kRows = 1'000'000;
    std::mt19937_64 random(20250930);
    DesignColumns columns;
    columns.rows = kRows;
    std::vector<double> inCare;
    for (std::size_t row = 0; row < kRows; ++row) {
        const auto cluster = static_cast<std::uint32_t>(random() % 280);
        columns.cluster.push_back(cluster);
        columns.stratum.push_back(cluster % 8);
        columns.weight.push_back(0.5 + static_cast<double>(random() % 1000) / 500);
        inCare.push_back(random() % 100 < 60 - cluster % 20 ? 1 : 0);
    }
    return {std::move(columns), Domain::all(kRows), std::move(inCare)};
}

/// The table as R reads it.
void writeTable(const Survey& survey, const std::filesystem::path& file) {
    std::string text = "stratum,cluster,weight,domain,in_care\n";
    for (std::size_t row = 0; row < survey.inCare.size(); ++row) {
        const double weight = survey.columns.weight.empty() ? 1 : survey.columns.weight[row];
        text += std::to_string(survey.columns.stratum[row]) + "," + std::to_string(survey.columns.cluster[row]) + "," +
                formatNumber(weight) + (survey.domain.contains(row) ? ",1," : ",0,") +
                formatNumber(survey.inCare[row]) + "\n";
    }
    need(writeFileDurably(file, bytesOf(text)));
}

void interval(const std::string& name, const Survey& survey, const Design& design, int rounds) {
    bench::measure(name, rounds, [&](int) {
        const auto estimate = need(multiplierEstimate(design, survey.domain, survey.inCare, kBenchmark));
        if (!estimate.N) std::exit(1);
    });
}

void estimates(const std::filesystem::path& folder) {
    const auto small = opaak();
    writeTable(small, folder / "small.csv");
    const auto design = need(Design::create(small.columns));
    interval("interval under the design, 520 rows", small, design, 2000);
    BootstrapOptions how;
    how.replicates = 10'000;
    bench::measure("10000 stratified cluster bootstrap replicates, 520 rows", 10,
                   [&](int) { (void)need(raoWuBootstrap(design, small.domain, small.inCare, kBenchmark, how)); });
    const auto large = million();
    writeTable(large, folder / "large.csv");
    bench::resetPeak();
    bench::measure("design and interval, 1000000 rows in 8 strata and 280 clusters", 5, [&](int) {
        const auto made = need(Design::create(large.columns));
        (void)need(multiplierEstimate(made, large.domain, large.inCare, kBenchmark));
    });
    bench::reportNumber("design and interval, 1000000 rows: peak of the process, columns included", "peak_kib",
                        bench::peakKiB());
    interval("interval alone, 1000000 rows", large, need(Design::create(large.columns)), 5);
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
void exportOnce(const std::string& name, const std::filesystem::path& scratch, Write write) {
    MadeUpTable table(100'000, 250);
    const Dataset dataset{"study", "1", {{"en", "Study"}}, {}, "Bench", "2024-07-31", {&table}};
    bench::resetPeak();
    bench::measure("export 100000 x 250 " + name, 3, [&](int round) {
        auto folder = need(ExportFolder::create(scratch / (name + std::to_string(round))));
        (void)need(write(dataset, folder));
        need(folder.commit());
    });
    bench::reportNumber("export 100000 x 250 " + name + ": peak of the process", "peak_kib", bench::peakKiB());
}

void exportsOf(const std::filesystem::path& scratch) {
    exportOnce("csv", scratch, [](const Dataset& dataset, ExportFolder& folder) { return writeCsv(dataset, folder); });
    exportOnce("dta", scratch, [](const Dataset& dataset, ExportFolder& folder) {
        return writeStatFiles(dataset, folder, {{StatFormat::Dta}, "en"});
    });
    exportOnce("sav", scratch, [](const Dataset& dataset, ExportFolder& folder) {
        return writeStatFiles(dataset, folder, {{StatFormat::Sav}, "en"});
    });
    for (const auto& file : std::filesystem::directory_iterator(scratch / "csv0"))
        if (file.path().extension() == ".csv") std::filesystem::copy_file(file, scratch / "wide.csv");
}

/// R on the tables in `folder`; a line that says so when R is not there.
void beside(const std::filesystem::path& folder) {
    std::fflush(stdout);
    if (std::system("command -v Rscript >/dev/null 2>&1") != 0) {
        std::printf("{\"bench\":\"R\",\"absent\":\"Rscript\"}\n");
        return;
    }
    const auto command =
        "Rscript --vanilla '" PEIL_SOURCE_DIR "/tests/bench/research_bench.R' '" + folder.string() + "'";
    if (std::system(command.c_str()) != 0) std::exit(1);
}

} // namespace

int main() {
    const peil_test::TemporaryFolder scratch;
    exportsOf(scratch.path()); // first: what the estimates leave behind in the allocator would hide the exports' memory
    estimates(scratch.path());
    beside(scratch.path());
    return 0;
}
