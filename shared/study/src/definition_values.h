// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a declared flag is written in a DefinitionDifference and in study.toml. Internal.

#include "peil/study/definition.h"

#include <string>

namespace peil::study {

inline constexpr const char* kIncluded = "included";
inline constexpr const char* kExcluded = "excluded";
inline constexpr const char* kDeclared = "declared";
inline constexpr const char* kOnce = "once";
inline constexpr const char* kRepeated = "repeated";

/// Empty for what is not declared, as in the functions below.
inline std::string treatmentValue(const CaseDefinition& definition) {
    switch (definition.maintenanceTreatment) {
    case MaintenanceTreatment::Included:
        return kIncluded;
    case MaintenanceTreatment::Excluded:
        return kExcluded;
    case MaintenanceTreatment::NotDeclared:
        break;
    }
    return {};
}

inline std::string daysValue(const CaseDefinition& definition) {
    return definition.minDaysPerWeek ? std::to_string(*definition.minDaysPerWeek) : std::string();
}

/// "18-64", "18-", "-64"
inline std::string ageValue(const CaseDefinition& definition) {
    if (!definition.hasAge()) return {};
    const auto text = [](const std::optional<int>& years) { return years ? std::to_string(*years) : std::string(); };
    return text(definition.ageFrom) + "-" + text(definition.ageTo);
}

} // namespace peil::study
