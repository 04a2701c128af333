// SPDX-License-Identifier: Apache-2.0
#include "form_changes.h"

#include <algorithm>
#include <array>
#include <iostream>

namespace peil::cli {

using dataset::Effect;
using dataset::FormChange;

std::vector<FormChange> changesBetween(const ComparedForm& before, const ComparedForm& after) {
    const auto subject = [](const ComparedForm& one) {
        return dataset::ExportSubject{one.form, one.xform, {}, {}, {}};
    };
    return dataset::compareForms(subject(before), subject(after));
}

bool anyBreaks(const std::vector<FormChange>& changes) {
    return std::ranges::any_of(changes, [](const auto& change) { return change.effect == Effect::Breaks; });
}

void printChanges(const std::vector<FormChange>& changes) {
    if (changes.empty()) {
        std::cout << "The questions, their types, choices and labels are the same.\n";
        return;
    }
    constexpr std::array kHeadings{std::pair{Effect::Breaks, "Cannot be exported together"},
                                   std::pair{Effect::NeedsMapping, "Needs mapping"}, std::pair{Effect::Safe, "Safe"}};
    for (const auto& [effect, heading] : kHeadings) {
        const auto has = [wanted = effect](const FormChange& change) { return change.effect == wanted; };
        const auto number = std::ranges::count_if(changes, has);
        if (number > 0) std::cout << heading << " (" << number << "):\n";
        for (const auto& change : changes)
            if (has(change)) std::cout << "  " << change.question << ": " << change.message << '\n';
    }
}

} // namespace peil::cli
