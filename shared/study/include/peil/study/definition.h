// SPDX-License-Identifier: Apache-2.0
#pragma once

// Case definitions of the sample and the register, in words and in flags that can be compared. An estimate divides the
// register count by a proportion of the sample, so both must cover the same people. The case definition of the model
// study follows the EMCDDA's indicator of high-risk drug use (2013): weekly use, and everyone in opioid maintenance
// treatment.

#include "peil/study/local_text.h"

#include <cstdint>
#include <optional>

namespace peil::study {

struct Study;

/// Whether people in opioid maintenance treatment (methadone, buprenorphine, heroin on prescription) belong to a group
/// whatever else they use.
enum class MaintenanceTreatment : std::uint8_t { NotDeclared, Included, Excluded };

/// Who belongs to a group. The flags repeat the words; an absent flag is not declared.
struct CaseDefinition {
    LocalText words; ///< empty = the group has no declared definition
    MaintenanceTreatment maintenanceTreatment = MaintenanceTreatment::NotDeclared;
    std::optional<int> minDaysPerWeek; ///< 0 to 7 days of use in a usual week; 0 = no minimum
    std::optional<int> ageFrom, ageTo; ///< completed years, both included, 0 to 120
    [[nodiscard]] bool declared() const { return !words.texts.empty(); }
    [[nodiscard]] bool hasAge() const { return ageFrom || ageTo; }
};

/// The register whose count is the benchmark of the estimate, as the study declares it.
struct Benchmark {
    std::string registerName, area;   ///< as the columns "register" and "area" of the register's table name them
    int year = 0;                     ///< 1900 to 2200
    std::optional<bool> deduplicated; ///< each person counted once; nothing = not declared
    LocalText words;                  ///< who is counted in the register, apart from the groups; may be empty
    std::vector<std::pair<std::string, CaseDefinition>> groups; ///< by id of the study's group; each at most once
    [[nodiscard]] const CaseDefinition* group(std::string_view id) const;
};

/// What two definitions are compared by.
enum class DefinitionAspect : std::uint8_t { Words, MaintenanceTreatment, Frequency, Age, Duplicates, Period };
/// What a difference does to the estimated size, the register's count over the proportion of the sample that is in it.
enum class SizeEffect : std::uint8_t {
    TooHigh, ///< the register counts people whom the sample excludes
    TooLow,  ///< the sample counts people whom the register excludes
    Either,  ///< both at once, or the direction is not known
    Unknown, ///< one side declares nothing, so the two cannot be compared
};

/// One aspect in which the definitions of sample and register differ, or are not both declared.
struct DefinitionDifference {
    DefinitionAspect aspect = DefinitionAspect::Words;
    std::string groupId; ///< empty = every group
    /// As declared: "included", "1", "18-64", "18-", "2023-07-03/2024-07-14", "declared"; empty = not declared.
    std::string sample, benchmark;
    SizeEffect effect = SizeEffect::Unknown;
};

/// In the order of the study's groups, then what concerns all of them. Empty if both sides are declared and agree. A
/// group that one side does not define has one difference, of aspect Words.
[[nodiscard]] std::vector<DefinitionDifference> compareDefinitions(const Study& study);

[[nodiscard]] const char* idOf(DefinitionAspect aspect); ///< e.g. "maintenance_treatment"
[[nodiscard]] const char* idOf(SizeEffect effect);       ///< e.g. "too_high"

/// A difference as people read it, in a language of words.json: cells of a table.
struct DifferenceWords {
    std::string aspect, sample, benchmark, effect;
};
[[nodiscard]] DifferenceWords differenceWords(const DefinitionDifference& difference, std::string_view language);
/// The same as one sentence, with the label or the id of the group.
[[nodiscard]] std::string differenceSentence(const DefinitionDifference& difference, std::string_view language,
                                             std::string_view groupLabel = {});
/// The declared flags of a definition, label and value: "maintenance treatment" and "included".
[[nodiscard]] std::vector<std::pair<std::string, std::string>> flagWords(const CaseDefinition& definition,
                                                                         std::string_view language);

} // namespace peil::study
