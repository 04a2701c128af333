// SPDX-License-Identifier: Apache-2.0
#include "version_rules.h"

#include "peil/base/text.h"

#include <map>

namespace peil::dataset {
namespace {

/// The places of the loose names that occur once.
std::map<std::string, std::size_t> uniqueNames(const std::vector<Named>& all) {
    std::map<std::string, std::size_t> times, places;
    for (std::size_t i = 0; i < all.size(); ++i) {
        ++times[all[i].loose];
        places[all[i].loose] = i;
    }
    std::erase_if(places, [&](const auto& place) { return times[place.first] > 1; });
    return places;
}

} // namespace

std::vector<Named> questionsOf(const exports::Table& table) {
    std::vector<Named> questions;
    for (const auto& variable : table.variables)
        questions.push_back({join(variable.groups, "/") + "/" + variable.name, variable.name});
    return questions;
}

Named repeatAt(const std::string& path) {
    const auto below = path.find('/', 1);
    return below == std::string::npos ? Named{} : Named{path.substr(below), path.substr(path.rfind('/') + 1)};
}

std::vector<Named> repeatsOf(const Layout& layout) {
    std::vector<Named> repeats;
    for (const auto& planned : layout.tables())
        repeats.push_back(repeatAt(planned.path));
    return repeats;
}

std::vector<std::optional<std::size_t>> samePlaces(const std::vector<Named>& ours, const std::vector<Named>& theirs) {
    std::map<std::string, std::size_t> exact;
    for (std::size_t i = 0; i < ours.size(); ++i)
        exact[ours[i].exact] = i;
    const auto ourNames = uniqueNames(ours), theirNames = uniqueNames(theirs);
    std::vector<std::optional<std::size_t>> places(theirs.size());
    for (std::size_t i = 0; i < theirs.size(); ++i) {
        const auto named = ourNames.find(theirs[i].loose);
        if (const auto same = exact.find(theirs[i].exact); same != exact.end())
            places[i] = same->second;
        else if (named != ourNames.end() && theirNames.contains(theirs[i].loose))
            places[i] = named->second;
    }
    return places;
}

} // namespace peil::dataset
