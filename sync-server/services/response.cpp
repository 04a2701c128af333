// SPDX-License-Identifier: Apache-2.0
#include "services/response.h"

#include <algorithm>
#include <array>
#include <set>

namespace peil::server::services {
namespace {

using protocol::ContactOutcome;
using protocol::ItemKind;
using protocol::OpenItem;

std::size_t countOf(const Counts& counts, std::string_view id) {
    const auto found = counts.find(std::string(id));
    return found == counts.end() ? 0 : found->second;
}

std::size_t countOf(const Counts& counts, ContactOutcome outcome) {
    return countOf(counts, idOf(outcome));
}

std::size_t sumOf(const Counts& counts) {
    std::size_t sum = 0;
    for (const auto& [id, count] : counts)
        sum += count;
    return sum;
}

/// What the contact log would have said of somebody whose interview does not count.
std::string_view asContact(study::NotCounted reason) {
    switch (reason) {
    case study::NotCounted::NoConsent:
        return idOf(ContactOutcome::Refused);
    case study::NotCounted::NotEligible:
        return idOf(ContactOutcome::NotEligible);
    case study::NotCounted::Duplicate:
        return idOf(ContactOutcome::AlreadyInterviewed);
    default:
        return kInterviewed;
    }
}

struct Item {
    OpenItem open;
    DeviceId device;
    std::string cityCode; ///< of its site, else of its tablet
};

Result<std::vector<Item>> itemsOf(repository::Records& records, const study::Study& study, ItemKind kind) {
    std::map<std::string, std::string, std::less<>> cityOfSite;
    for (const auto& city : study.cities)
        for (const auto& site : city.sites)
            cityOfSite.emplace(site.code, city.code);
    PEIL_TRY(const auto rows, records.openParts(std::string(idOf(kind))));
    std::vector<Item> items;
    for (const auto& row : rows) {
        PEIL_TRY(auto open, protocol::decodeOpenItem(kind, row.payload));
        if (open.study != study.id) continue;
        const auto city = cityOfSite.find(open.value("site"));
        items.push_back({std::move(open), row.device, city == cityOfSite.end() ? row.cityCode : city->second});
    }
    return items;
}

/// A tablet takes back its own contacts only.
void dropTakenBack(std::vector<Item>& contacts) {
    std::set<std::pair<DeviceId, std::string>> cancelled;
    for (const auto& [open, device, city] : contacts)
        if (const auto other = open.value("cancels"); !other.empty()) cancelled.emplace(device, other);
    std::erase_if(contacts, [&](const Item& one) {
        return !one.open.value("cancels").empty() || cancelled.contains({one.device, one.open.id.text()});
    });
}

std::vector<ContactCell> cellsOf(const std::vector<Item>& contacts) {
    std::map<std::array<std::string, 5>, std::size_t> counts;
    for (const auto& [open, device, city] : contacts) {
        const auto text = [&open = open](std::string_view name) { return std::string(open.value(name)); };
        ++counts[{city, text("site"), text("date"), text("slot"), text("outcome")}];
    }
    std::vector<ContactCell> cells;
    for (const auto& [key, count] : counts)
        cells.push_back({key[0], key[1], key[2], key[3], key[4], count});
    return cells;
}

} // namespace

std::size_t ResponseRow::approached() const {
    return sumOf(contacts) + sumOf(interviews) - countOf(contacts, ContactOutcome::Appointment);
}

std::size_t ResponseRow::ineligible() const {
    std::size_t sum = 0;
    for (const auto outcome : {ContactOutcome::NotEligible, ContactOutcome::AlreadyInterviewed})
        sum += countOf(contacts, outcome) + countOf(interviews, outcome);
    return sum;
}

std::size_t ResponseRow::interviewed() const {
    return countOf(interviews, kInterviewed);
}

Result<ResponseFigures> responseFigures(repository::Repository& repository, const StudyPublishing& studies,
                                        const Progress& progress, const std::optional<std::string>& onlyCity) {
    ResponseFigures figures;
    const auto current = studies.current();
    if (!current) return figures;
    std::vector<Item> contacts, discards;
    PEIL_CHECK(repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(contacts, itemsOf(records, current->study(), ItemKind::Contact));
        PEIL_TRY(discards, itemsOf(records, current->study(), ItemKind::Discard));
        return {};
    }));
    dropTakenBack(contacts);
    const auto isOther = [&](const Item& one) { return onlyCity && one.cityCode != *onlyCity; };
    std::erase_if(contacts, isOther);
    std::erase_if(discards, isOther);
    for (const auto& city : current->study().cities) {
        if (onlyCity && city.code != *onlyCity) continue;
        ResponseRow row{city.code, {}, {}, {}};
        for (const auto& one : contacts)
            if (one.cityCode == city.code) ++row.contacts[std::string(one.open.value("outcome"))];
        for (const auto& one : discards)
            if (one.cityCode == city.code) ++row.discards[std::string(one.open.value("reason"))];
        for (const auto& cell : progress.cells)
            if (cell.cityCode == city.code && cell.achieved > 0)
                row.interviews[std::string(kInterviewed)] += static_cast<std::size_t>(cell.achieved);
        for (const auto& lost : progress.notCounted)
            if (lost.cityCode == city.code) row.interviews[std::string(asContact(lost.reason))] += lost.count;
        figures.cities.push_back(std::move(row));
    }
    figures.cells = cellsOf(contacts);
    return figures;
}

} // namespace peil::server::services
