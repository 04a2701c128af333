// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a study declares about its data: cleaning rules and disclosure rules. Part of Study; format: study/README.md.
// The export evaluates them.

#include "peil/study/local_text.h"

#include <cstdint>

namespace peil::study {

/// A condition on each interview, in the form's expression language.
struct CleaningRule {
    enum class Action : std::uint8_t {
        LeaveOut, ///< an interview that breaks it is not exported
        Report,   ///< it is counted and stays
    };
    std::string id;
    LocalText label;   ///< what it demands, in words
    std::string check; ///< e.g. "${age} >= 18"; true if the interview satisfies the rule
    Action action = Action::LeaveOut;
};

struct Cleaning {
    std::string consent = "consent"; ///< question that must be answered with one of `consentValues`
    std::vector<std::string> consentValues{"1", "yes"};
    std::string group; ///< expression that gives the group again; empty = the form's own calculation
    std::vector<CleaningRule> rules;
};

/// One rung of the ladder: how one question is coarsened if a release is not safe without it.
struct CoarseningRule {
    std::string question;
    double band = 0;                                           ///< > 0: numbers become bands so wide
    std::vector<std::pair<std::string, std::string>> grouping; ///< value -> broader name; others stay
    bool drop = false;                                         ///< the column becomes empty
};

struct DisclosurePolicy {
    int k = 5;                         ///< 1 to 1,000
    int l = 2;                         ///< 1 to 1,000
    double t = 1;                      ///< 0 to 1; 1 = any
    std::vector<std::string> release;  ///< the only questions whose answers may be released as rows
    std::vector<std::string> harmless; ///< those declared harmless although their type usually identifies people
    bool design = false;               ///< also release place numbers for strata and sites
    /// 0 to 1: above this share of suppressed answers in a column the next rung of the ladder is taken, while there is
    /// one.
    double mostSuppressed = 0.05;
    std::vector<std::string> quasiIdentifiers;               ///< questions; the last is suppressed first
    std::vector<std::string> sensitive;                      ///< questions
    std::vector<CoarseningRule> ladder;                      ///< climbed rung by rung
    std::vector<std::pair<std::string, std::string>> tables; ///< two questions each: counts of class 0
    [[nodiscard]] bool declared() const { return !quasiIdentifiers.empty(); }
};

} // namespace peil::study
