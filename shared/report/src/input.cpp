// SPDX-License-Identifier: Apache-2.0
#include "peil/report/input.h"

#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/crypto/seal.h"
#include "peil/report/report_error.h"
#include "peil/study/counts.h"

#include <algorithm>
#include <boost/json.hpp>
#include <set>

namespace peil::report {
namespace {

using namespace analysis;

/// Sizes in the columns group, published_n, published_lower and published_upper; rows without published_n are skipped.
Result<> readPublished(ReportInput& input, const NamedTable& source) {
    const auto& table = source.table;
    PEIL_TRY(const auto group, table.requireColumn("group", source.name));
    PEIL_TRY(const auto size, table.requireColumn("published_n", source.name));
    PEIL_TRY(const auto lower, table.requireColumn("published_lower", source.name));
    PEIL_TRY(const auto upper, table.requireColumn("published_upper", source.name));
    PEIL_TRY(const auto sizes, countColumn(source, size));
    PEIL_TRY(const auto lowers, countColumn(source, lower));
    PEIL_TRY(const auto uppers, countColumn(source, upper));
    const auto known = [](double value) { return value == value ? std::optional(value) : std::nullopt; };
    const CsvColumn groups(table, group);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (!known(sizes[row])) continue;
        const std::string name(groups.text(row));
        if (!input.published.emplace(name, PublishedSize{sizes[row], known(lowers[row]), known(uppers[row])}).second)
            return fail(ReportErrc::BadInput, source.name + ", line " + std::to_string(table.lines[row]) +
                                                  ": the group \"" + name +
                                                  "\" has two published sizes; keep the one to compare with.");
    }
    return {};
}

/// Outcomes of people who could not have been interviewed (again). All others may have been eligible, also where no one
/// asked.
constexpr std::string_view kIneligible[] = {"not_eligible", "ineligible", "already_interviewed"};

/// Who keeps an appointment is interviewed, and counted then.
constexpr std::string_view kAppointment = "appointment";
constexpr std::string_view kInterviewed = "interviewed";

using PlaceAndDay = std::pair<std::string, std::string>;

/// What the logs read so far have counted.
struct Counted {
    std::set<PlaceAndDay> places;
    bool interviewed = false;
};

/// Site and date of each row. They are needed only to compare logs with each other.
Result<std::vector<PlaceAndDay>> placesOf(const NamedTable& source, bool isOneOfSeveral) {
    std::vector<PlaceAndDay> places(source.table.rows.size());
    if (!isOneOfSeveral) return places;
    PEIL_TRY(const auto site, source.table.requireColumn("site", source.name));
    PEIL_TRY(const auto date, source.table.requireColumn("date", source.name));
    const auto sites = textColumn(source, site), dates = textColumn(source, date);
    for (std::size_t row = 0; row < places.size(); ++row)
        places[row] = {sites[row], dates[row]};
    return places;
}

void addContact(Funnel& funnel, const std::string& outcome, double count) {
    if (outcome == kAppointment) {
        funnel.appointments += count;
        return;
    }
    *funnel.approached += count;
    if (std::find(std::begin(kIneligible), std::end(kIneligible), outcome) != std::end(kIneligible))
        funnel.ineligible += count;
    if (outcome == kInterviewed) {
        *funnel.interviewed += count;
        return;
    }
    const auto known = std::ranges::find(funnel.contacts, outcome, &FunnelLoss::reason);
    if (known == funnel.contacts.end())
        funnel.contacts.push_back({outcome, count});
    else
        known->count += count;
}

/// One line an outcome, or one a shift: counts of the same outcome add up. "Not eligible" is not_eligible. A place and
/// day that an earlier log has are not counted again, nor are interviews.
Result<> readContacts(Funnel& funnel, const NamedTable& source, const std::vector<PlaceAndDay>& places,
                      Counted& counted) {
    const auto& table = source.table;
    PEIL_TRY(const auto outcome, table.requireColumn("outcome", source.name));
    PEIL_TRY(const auto counts, fullCounts(source, "count", "the count is missing; fill it in, or write 0."));
    const CsvColumn outcomes(table, outcome);
    if (!funnel.approached) funnel.approached = funnel.interviewed = 0.0;
    const auto before = counted;
    for (std::size_t row = 0; row < counts.size(); ++row) {
        const auto name = replaceAll(toLowerAscii(outcomes.text(row)), " ", "_");
        if (name.empty())
            return fail(ReportErrc::BadInput, source.name + ", line " + std::to_string(table.lines[row]) + ", column " +
                                                  outcomes.name() + ": the outcome is missing; fill it in.");
        const bool hasPlace = places[row] != PlaceAndDay();
        const bool isTwice = (hasPlace && before.places.contains(places[row])) ||
                             ((name == kInterviewed || !hasPlace) && before.interviewed);
        if (isTwice)
            funnel.countedTwice += counts[row];
        else
            addContact(funnel, name, counts[row]);
        if (hasPlace) counted.places.insert(places[row]);
        counted.interviewed = counted.interviewed || name == kInterviewed;
    }
    return {};
}

Result<InputFile> readManifest(Funnel& funnel, const std::filesystem::path& file) {
    PEIL_TRY(const auto text, readTextFile(file, kMaxTableBytes));
    boost::system::error_code error;
    const auto json = boost::json::parse(text, error);
    const auto* object = error ? nullptr : json.if_object();
    const auto* leftOut = object != nullptr ? object->if_contains("left_out") : nullptr;
    if (leftOut == nullptr || !leftOut->is_object())
        return fail(ReportErrc::BadInput, file.string() + " is not the manifest.json of an export. Give the one in the "
                                                          "folder of the exported interviews.");
    std::size_t interviews = 0;
    if (const auto* count = object->if_contains("interviews"); count != nullptr && count->is_number())
        interviews = count->to_number<std::size_t>();
    for (const auto& [reason, count] : leftOut->as_object()) {
        if (!count.is_number()) continue;
        if (reason == "envelopes") {
            funnel.received = count.to_number<double>();
        } else if (count.to_number<double>() > 0) {
            const auto known = study::notCountedOf(reason); // some ids have an earlier form
            funnel.cleaning.push_back(
                {std::string(known ? idOf(*known) : std::string_view(reason)), count.to_number<double>()});
        }
    }
    return InputFile{"--manifest", file.filename().string(), toHex(crypto::sha256(bytesOf(text))), interviews};
}

Result<> readFunnel(ReportInput& input, const ReportOptions& options) {
    Counted counted;
    for (const auto& file : options.contacts) {
        PEIL_TRY(const auto contacts, readTable(file));
        PEIL_TRY(const auto places, placesOf(contacts, options.contacts.size() > 1));
        PEIL_CHECK(readContacts(input.funnel, contacts, places, counted));
        input.estimate.files.push_back(inputFileOf("--contacts", contacts));
    }
    if (!options.manifest.empty()) {
        PEIL_TRY(auto file, readManifest(input.funnel, options.manifest));
        input.estimate.files.push_back(std::move(file));
    }
    return {};
}

} // namespace

Result<ReportInput> readReportInput(const ReportOptions& options) {
    PEIL_TRY(auto estimate, readEstimateInput(options.analysis));
    ReportInput input{std::move(estimate), {}, {}};
    if (!options.published.empty()) {
        PEIL_TRY(const auto published, readTable(options.published));
        PEIL_CHECK(readPublished(input, published));
        input.estimate.files.push_back(inputFileOf("--published", published));
    } else {
        for (const auto& [group, row] : input.estimate.counts.byGroup)
            if (row.publishedN)
                input.published.emplace(group, PublishedSize{*row.publishedN, row.publishedLower, row.publishedUpper});
    }
    PEIL_CHECK(readFunnel(input, options));
    return input;
}

} // namespace peil::report
