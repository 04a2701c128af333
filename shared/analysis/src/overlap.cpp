// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/overlap.h"

#include "peil/analysis/analysis_error.h"
#include "peil/analysis/tables.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace peil::analysis {
namespace {

using estimation::ListCounts;

constexpr std::size_t kMostLists = 6;

std::string noticeOf(const NamedTable& source) {
    const auto notice = source.table.encodingNotice();
    return notice.empty() ? notice : source.name + ": " + notice;
}

Result<Overlap> fromCounts(const std::filesystem::path& file, std::string& notice) {
    PEIL_TRY(const auto source, readTable(file));
    notice = noticeOf(source);
    PEIL_TRY(const auto key, source.table.requireColumn("key", source.name));
    PEIL_TRY(const auto counts, fullCounts(source, "count", "the count is missing; fill it in, or enter 0."));
    std::vector<std::pair<std::string, double>> keys;
    for (std::size_t row = 0; row < counts.size(); ++row)
        keys.emplace_back(source.table.cell(row, key), counts[row]);
    auto lists = ListCounts::ofKeys(keys);
    if (!lists) return fail(lists.error().code, source.name + ": " + lists.error().context);
    std::vector<std::string> names;
    for (unsigned i = 0; i < lists->lists; ++i)
        names.push_back("L" + std::to_string(i + 1));
    return ListOverlap{std::move(*lists), std::move(names)};
}

/// Rows of the group asked for.
Result<std::vector<std::size_t>> rowsOf(const NamedTable& source, const OverlapOptions& options) {
    std::vector<std::size_t> rows;
    if (options.group.empty()) {
        for (std::size_t row = 0; row < source.table.rows.size(); ++row)
            rows.push_back(row);
        return rows;
    }
    PEIL_TRY(const auto group, findColumn(source, options.groupColumn));
    const CsvColumn groups(source.table, group);
    for (std::size_t row = 0; row < groups.size(); ++row)
        if (groups.text(row) == options.group) rows.push_back(row);
    if (rows.empty())
        return fail(AnalysisErrc::BadInput, source.name + " has no one in the group \"" + options.group +
                                                "\"; --group must be one of the values in the column " +
                                                options.groupColumn + ".");
    return rows;
}

/// How often each code occurs. Interviews without a code cannot be linked and are excluded.
Result<Overlap> fromCodes(const NamedTable& source, const std::vector<std::size_t>& rows, std::size_t code) {
    const CsvColumn codes(source.table, code);
    std::map<std::string, std::size_t, std::less<>> times;
    for (const auto row : rows)
        if (const auto text = codes.text(row); !text.empty()) ++times[std::string(text)];
    if (times.empty())
        return fail(AnalysisErrc::BadInput, source.name + " has no code in the column " + codes.name() +
                                                "; without codes, no one can be recognised.");
    Meetings meetings;
    for (const auto& [text, count] : times) {
        if (meetings.frequency.size() < count) meetings.frequency.resize(count, 0.0);
        ++meetings.frequency[count - 1];
    }
    return meetings;
}

/// Each wave is a list with the codes that occur in it.
Result<Overlap> fromWaves(const NamedTable& source, const std::vector<std::size_t>& rows, std::size_t code,
                          std::size_t wave) {
    const CsvColumn codes(source.table, code), waveOf(source.table, wave);
    std::vector<std::string> waves;
    for (const auto row : rows) {
        const std::string name(waveOf.text(row));
        if (!name.empty() && std::find(waves.begin(), waves.end(), name) == waves.end()) waves.push_back(name);
    }
    std::sort(waves.begin(), waves.end());
    if (waves.size() < 2 || waves.size() > kMostLists)
        return fail(AnalysisErrc::BadInput, "The column " + waveOf.name() + " of " + source.name + " has " +
                                                std::to_string(waves.size()) +
                                                " values; choose a column with two to six waves.");
    std::map<std::string, std::size_t, std::less<>> cellOf;
    for (const auto row : rows) {
        const auto text = codes.text(row);
        const auto place = std::find(waves.begin(), waves.end(), waveOf.text(row));
        if (!text.empty() && place != waves.end())
            cellOf[std::string(text)] |= std::size_t{1} << static_cast<std::size_t>(place - waves.begin());
    }
    ListCounts counts;
    counts.lists = static_cast<unsigned>(waves.size());
    counts.counts.assign(std::size_t{1} << waves.size(), 0.0);
    for (const auto& [text, cell] : cellOf)
        ++counts.counts[cell];
    return ListOverlap{std::move(counts), std::move(waves)};
}

/// The interviews at hand are the second list; those who say that they were interviewed before are on both.
Result<Overlap> fromEarlier(const NamedTable& source, const std::vector<std::size_t>& rows,
                            const OverlapOptions& options) {
    if (!options.first)
        return fail(AnalysisErrc::BadInput,
                    "--before needs --first N, the number of different people interviewed before.");
    PEIL_TRY(const auto column, findColumn(source, options.before));
    PEIL_TRY(const auto answers, indicatorColumn(source, column));
    TwoLists lists{*options.first, 0, 0};
    for (const auto row : rows) {
        if (std::isnan(answers[row])) continue;
        lists.second += 1;
        lists.both += answers[row];
    }
    if (lists.second == 0)
        return fail(AnalysisErrc::BadInput, source.name + " has no answer in the column " +
                                                source.table.header[column] + "; there are no data to estimate from.");
    return lists;
}

Result<Overlap> fromInterviews(const OverlapOptions& options, std::string& notice) {
    PEIL_TRY(const auto source, readTable(options.data));
    notice = noticeOf(source);
    PEIL_TRY(const auto rows, rowsOf(source, options));
    if (!options.before.empty()) return fromEarlier(source, rows, options);
    if (options.code.empty())
        return fail(AnalysisErrc::BadInput,
                    "--data needs --code COLUMN (who is the same person) or --before COLUMN (who was interviewed "
                    "before).");
    PEIL_TRY(const auto code, findColumn(source, options.code));
    if (options.wave.empty()) return fromCodes(source, rows, code);
    PEIL_TRY(const auto wave, findColumn(source, options.wave));
    return fromWaves(source, rows, code, wave);
}

/// Two lists have their own formulas.
Overlap simplest(Overlap overlap) {
    const auto* lists = std::get_if<ListOverlap>(&overlap);
    if (lists == nullptr || lists->counts.lists != 2) return overlap;
    const auto& counts = lists->counts.counts;
    return TwoLists{counts[1] + counts[3], counts[2] + counts[3], counts[3]};
}

} // namespace

Result<Overlap> overlapOf(const OverlapOptions& options, std::string& notice) {
    const int sources = int{!options.lists.empty()} + int{!options.met.empty()} + int{!options.counts.empty()} +
                        int{!options.data.empty()};
    if (sources != 1) return fail(AnalysisErrc::BadInput, "Give exactly one of --lists, --met, --counts and --data.");
    if (!options.lists.empty()) return TwoLists{options.lists[0], options.lists[1], options.lists[2]};
    if (!options.met.empty()) return Meetings{options.met};
    PEIL_TRY(auto overlap, options.data.empty() ? fromCounts(options.counts, notice) : fromInterviews(options, notice));
    return simplest(std::move(overlap));
}

} // namespace peil::analysis
