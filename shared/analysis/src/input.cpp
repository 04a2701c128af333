// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/input.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>

namespace peil::analysis {
namespace {

using estimation::Factor;

/// Groups that both tables have, in the order of the interviews, or the one requested.
Result<std::vector<std::string>> groupsOf(const AnalysisOptions& options, const Factor& group,
                                          const RegisterTable& counts) {
    const auto counted = counts.groups();
    std::vector<std::string> both, named;
    for (const auto& level : group.levels) {
        if (!level.empty()) named.push_back(level);
        if (std::find(counted.begin(), counted.end(), level) != counted.end()) both.push_back(level);
    }
    if (options.group.empty() && !both.empty()) return both;
    if (std::find(both.begin(), both.end(), options.group) != both.end()) return std::vector{options.group};
    if (both.empty())
        return fail(AnalysisErrc::BadInput, options.data.string() + " (" +
                                                (named.empty() ? "none" : join(named, ", ")) + ") and " +
                                                options.benchmark.string() + " (" + join(counted, ", ") +
                                                ") have no group in common; spell the groups the same way in both.");
    return fail(AnalysisErrc::BadInput, "The group \"" + options.group + "\" is not in both " + options.data.string() +
                                            " and " + options.benchmark.string() + "; use one of: " + join(both, ", ") +
                                            ".");
}

/// The sample as the choice of a register needs to know it.
Sample sampleOf(const EstimateInput& input) {
    Sample sample{input.groups, {}, input.cities()};
    for (const auto& level : input.group.levels)
        if (std::find(input.groups.begin(), input.groups.end(), level) == input.groups.end() && !level.empty())
            sample.otherGroups.push_back(level);
    return sample;
}

/// When the register is about one of several cities of the interviews, only those of this city are.
Result<> limitToArea(EstimateInput& input) {
    const auto& area = input.counts.facts.area;
    if (!isOneOfSeveral(area, input.cities())) return {};
    input.inArea = estimation::Domain::where(*input.city, area);
    for (const auto& group : input.groups)
        if (input.domainOf(group).count() == 0)
            return fail(
                AnalysisErrc::BadInput,
                "No one in the group \"" + group + "\" was interviewed in " + area +
                    ", the area of the register; choose another group with --group or another area with --area.");
    return {};
}

void accountFor(EstimateInput& input, const RegisterTable& counts) {
    RowCounter counter(counts.groups(), input.groups);
    const auto weight = input.design.weight();
    for (std::size_t row = 0; row < input.inCare.size(); ++row)
        counter.add({.group = input.group.levels[input.group.codes[row]],
                     .inArea = !input.inArea || input.inArea->contains(row),
                     .answered = !std::isnan(input.inCare[row]),
                     .weighted = weight[row] > 0});
    input.rows = counter.account();
}

/// The column that was named, which must be there; else the usual one, when it is.
Result<std::optional<std::size_t>> columnOf(const NamedTable& source, const std::string& named,
                                            const std::string& usual) {
    if (named.empty()) {
        const auto found = findColumn(source, usual);
        return found ? std::optional(*found) : std::nullopt;
    }
    PEIL_TRY(const auto column, findColumn(source, named));
    return std::optional(column);
}

Result<std::optional<Factor>> factorOf(EstimateInput& input, const NamedTable& source, const std::string& named,
                                       const std::string& usual) {
    PEIL_TRY(const auto column, columnOf(source, named, usual));
    if (column) return std::optional(Factor::of(textColumn(source, *column)));
    input.absentColumns.push_back(usual);
    return std::optional<Factor>();
}

Result<> readPlaces(EstimateInput& input, const NamedTable& source, const AnalysisOptions& options) {
    const auto& places = options.places;
    const auto& columns = options.columns;
    const auto orElse = [](const std::string& a, const char* b) { return a.empty() ? std::string(b) : a; };
    PEIL_TRY(input.city, factorOf(input, source, places.city, orElse(columns.strata, "city")));
    PEIL_TRY(input.site, factorOf(input, source, places.site, orElse(columns.cluster, "site")));
    PEIL_TRY(input.siteType, factorOf(input, source, places.siteType, "site_type"));
    const bool isOlder = !source.table.column(kCodeColumn) && source.table.column("self_code");
    PEIL_TRY(input.code, factorOf(input, source, places.code, isOlder ? "self_code" : kCodeColumn));
    if (!input.siteType && !options.registerRun.empty())
        return fail(AnalysisErrc::BadInput,
                    source.name +
                        " has no column site_type, which --register-run needs; name the column with --site-type.");
    return {};
}

Result<> readTimes(EstimateInput& input, const NamedTable& source, const PlaceColumns& places) {
    PEIL_TRY(const auto week, columnOf(source, places.week, "week"));
    if (week) {
        PEIL_TRY(input.week, numberColumn(source, *week, 0));
    } else {
        input.absentColumns.emplace_back("week");
    }
    PEIL_TRY(const auto date, columnOf(source, places.date, "interview_date"));
    if (!date) {
        input.absentColumns.emplace_back("interview_date");
        return {};
    }
    for (const auto& cell : textColumn(source, *date)) {
        const auto day = cell.substr(0, 10);
        if (day.size() < 10) continue;
        if (input.firstDate.empty() || day < input.firstDate) input.firstDate = day;
        input.lastDate = std::max(input.lastDate, day);
    }
    return {};
}

Result<> readTrait(EstimateInput& input, const NamedTable& source, const std::string& named) {
    const auto declared = input.declared && input.declared->study.trait ? input.declared->study.trait->field : "";
    input.traitColumn = named.empty() ? declared : named;
    if (input.traitColumn.empty()) return {};
    PEIL_TRY(const auto column, columnOf(source, named, input.traitColumn));
    if (!column) return {};
    PEIL_TRY(input.trait, indicatorColumn(source, *column));
    return {};
}

/// Another register must count the same area: its size is of the same people then.
RegisterAsked likeTheFirst(const EstimateInput& input) {
    const std::string same =
        "the other register must count the same area as the first; add its count for " + input.counts.facts.area;
    return {
        input.counts.facts.area, {}, {}, {same, same, "keep the lines of one register", "keep the lines of one year"}};
}

Result<> readOthers(EstimateInput& input, const NamedTable& data, const AnalysisOptions& options) {
    for (const auto& other : options.others) {
        PEIL_TRY(const auto column, findColumn(data, other.column));
        PEIL_TRY(auto indicator, indicatorColumn(data, column));
        PEIL_TRY(const auto source, readTable(other.benchmark));
        PEIL_TRY(const auto table, readRegister(source.table, source.name));
        PEIL_TRY(auto counts, chooseRegister(table, sampleOf(input), likeTheFirst(input)));
        input.files.push_back(inputFileOf("--also", source));
        input.others.push_back({other.column, std::move(indicator), std::move(counts)});
    }
    return {};
}

Result<> readStudy(EstimateInput& input, const std::filesystem::path& place) {
    if (place.empty()) return {};
    PEIL_TRY(input.declared, readDeclaredStudy(place));
    return {};
}

/// The requested counts; options that were not given come from the study.
Result<> chooseCounts(EstimateInput& input, const RegisterTable& table, const AnalysisOptions& options) {
    auto asked = options.registerAsked;
    const auto* declared =
        input.declared && input.declared->study.benchmark ? &*input.declared->study.benchmark : nullptr;
    if (declared != nullptr) asked = asDeclared(std::move(asked), *declared, table);
    PEIL_TRY(input.counts, chooseRegister(table, sampleOf(input), asked));
    if (declared == nullptr) return {};
    if (options.registerAsked.area.empty()) input.counts.chosen = AreaChosen::Declared;
    fillAsDeclared(input.counts, *declared, options.language);
    return {};
}

} // namespace

InputFile inputFileOf(const std::string& option, const NamedTable& source) {
    return {option, std::filesystem::path(source.name).filename().string(), source.sha256, source.table.rows.size(),
            source.table.encodingNotice()};
}

estimation::Domain EstimateInput::domainOf(const std::string& name) const {
    auto domain = estimation::Domain::where(group, name);
    return inArea ? domain & *inArea : domain;
}

std::vector<std::string> EstimateInput::cities() const {
    std::vector<std::string> names;
    if (!city) return names;
    for (const auto& level : city->levels)
        if (!level.empty()) names.push_back(level);
    return names;
}

Result<EstimateInput> readEstimateInput(const AnalysisOptions& options) {
    const auto& columns = options.columns;
    PEIL_TRY(const auto benchmark, readTable(options.benchmark));
    PEIL_TRY(const auto counts, readRegister(benchmark.table, benchmark.name));
    PEIL_TRY(const auto data, readTable(options.data));
    PEIL_TRY(const auto groupColumn, findColumn(data, columns.group));
    PEIL_TRY(const auto careColumn, findColumn(data, columns.inCare));
    auto group = Factor::of(textColumn(data, groupColumn));
    PEIL_TRY(auto inCare, indicatorColumn(data, careColumn));
    PEIL_TRY(auto design, designOf(data, options, group));
    auto totals = std::move(design.totals);
    EstimateInput input(std::move(design));
    input.group = std::move(group);
    input.inCare = std::move(inCare);
    PEIL_TRY(input.groups, groupsOf(options, input.group, counts));
    PEIL_CHECK(readPlaces(input, data, options));
    PEIL_CHECK(readTimes(input, data, options.places));
    PEIL_CHECK(readStudy(input, options.study));
    PEIL_CHECK(readTrait(input, data, columns.trait));
    PEIL_CHECK(chooseCounts(input, counts, options));
    PEIL_CHECK(limitToArea(input));
    accountFor(input, counts);
    input.files = {inputFileOf("--data", data), inputFileOf("--benchmark", benchmark)};
    if (totals) input.files.push_back(inputFileOf("--totals", *totals));
    if (input.declared) input.files.push_back({"--study", "study.toml", input.declared->sha256});
    PEIL_CHECK(readOthers(input, data, options));
    return input;
}

} // namespace peil::analysis
