// SPDX-License-Identifier: Apache-2.0
#include "services/benchmark_file.h"

#include "peil/analysis/declared.h"
#include "peil/analysis/rows.h"
#include "peil/base/text.h"
#include "services/error.h"

#include <algorithm>

namespace peil::server::services {

namespace {

constexpr const char* kName = "The benchmark file";
constexpr CsvLimits kLimits{.maxBytes = std::size_t{1} << 20U, .maxRows = 10'000, .maxColumns = 100};

tl::unexpected<Error> bad(std::string sentence) {
    return fail(ServiceErrc::BadBenchmark, std::move(sentence));
}

const analysis::RegisterCures& cures() {
    static const analysis::RegisterCures words{"choose one that all groups have with ?area=NAME",
                                               "add the missing counts", "choose one with ?register=NAME",
                                               "choose one with ?year=YEAR"};
    return words;
}

/// Groups of the table, which must be of the study.
Result<analysis::Sample> sampleOf(const analysis::RegisterTable& table, const study::Study& study) {
    analysis::Sample sample;
    std::vector<std::string> known;
    for (const auto& group : study.groups)
        known.push_back(group.id);
    for (const auto& row : table.rows) {
        if (std::ranges::find(known, row.group) != known.end()) continue;
        const auto slip = analysis::probableSlip(row.group, known);
        return bad(table.name + ", line " + std::to_string(row.line) + ", column group: the study has no group \"" +
                   row.group + "\"; " +
                   (slip ? "probably \"" + *slip + "\" was meant." : "use one of: " + join(known, ", ") + "."));
    }
    const auto counted = table.groups();
    for (const auto& group : known)
        if (std::ranges::find(counted, group) != counted.end()) sample.groups.push_back(group);
    for (const auto& city : study.cities)
        sample.cities.push_back(city.name);
    return sample;
}

bool isStored(const analysis::RegisterRow& row, const analysis::Register& counts) {
    return row.registerName == counts.facts.registerName && row.year == counts.facts.year;
}

} // namespace

Result<Benchmark> readBenchmark(std::string_view csv, const BenchmarkAsked& asked, const study::Study& study) {
    const auto cells = parseCsv(csv, kLimits);
    if (!cells) return bad("The benchmark file cannot be read: " + describe(cells.error()));
    const auto table = analysis::readRegister(*cells, kName);
    if (!table) return bad(describe(table.error()));
    PEIL_TRY(const auto sample, sampleOf(*table, study));
    analysis::RegisterAsked wanted{asked.area, asked.registerName, asked.year, cures()};
    if (study.benchmark) wanted = analysis::asDeclared(std::move(wanted), *study.benchmark, *table);
    auto counts = analysis::chooseRegister(*table, sample, wanted);
    if (!counts) return bad(describe(counts.error()));
    Benchmark result{{}, std::move(*counts), {}, cells->encodingNotice()};
    for (const auto& row : table->rows)
        if (isStored(row, result.counts))
            result.rows.push_back({row.group, row.area, row.count, row.area == result.counts.facts.area, row.publishedN,
                                   row.publishedLower, row.publishedUpper, row.registerName, row.year, row.definition,
                                   row.deduplicated});
    for (const auto& group : study.groups)
        if (!result.counts.byGroup.contains(group.id)) result.groupsWithoutCount.push_back(group.id);
    return result;
}

} // namespace peil::server::services
