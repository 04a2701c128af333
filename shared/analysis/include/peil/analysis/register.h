// SPDX-License-Identifier: Apache-2.0
#pragma once

// Selects the counts of a register table for an estimate: one register, one area and one year for all groups. Every
// output names them. A group is never silently dropped, and never uses a different area.

#include "peil/analysis/register_table.h"

#include <map>

namespace peil::analysis {

/// What is to be done about a refusal, in the words of the program: ends of sentences, without a full stop.
struct RegisterCures {
    std::string area = "name one that all groups have with --area";
    std::string noArea = "add the missing counts, or ask for one group at a time with --group";
    std::string registerName = "choose one with --register";
    std::string year = "choose one with --year";
};

/// Empty = not requested.
struct RegisterAsked {
    std::string area, registerName, year;
    RegisterCures cures = {};
};

/// What every output says of the count of a group. Empty = not stated.
struct RegisterFacts {
    std::string registerName, area, year;
    std::string definition;   ///< whom the register counts, in words
    std::string deduplicated; ///< whether each person is counted once, as the table says it
};

enum class AreaChosen {
    Asked,    ///< the caller named it
    Declared, ///< the study names it; set by the caller who reads the study
    Only,     ///< the only area that all groups have
    Largest,  ///< of several, the one with the largest count in every group
};
[[nodiscard]] std::string_view idOf(AreaChosen chosen); ///< asked, declared, only, largest

enum class RegisterReason {
    OtherArea,     ///< neither the area of the estimate nor a city of the interviews
    OtherRegister, ///< of another register than the one chosen
    OtherYear,
    NoInterviews, ///< a group without people in the sample
    NotAskedFor,  ///< a group that was not requested
};
/// Stable id, e.g. "other_area".
[[nodiscard]] std::string_view idOf(RegisterReason reason);

/// Rows of the table that are not used.
struct UnusedRegisterRows {
    RegisterReason reason = RegisterReason::OtherArea;
    std::string value;    ///< the area, register, year or group
    std::string probably; ///< the probable intended value; else empty
    std::size_t rows = 0;
    double people = 0; ///< sum of their counts
};

/// In `language`, without a full stop, e.g. `area “Delft”`.
[[nodiscard]] std::string describe(const UnusedRegisterRows& unused, std::string_view language = "en");

/// The counts that an estimate takes.
struct Register {
    RegisterFacts facts; ///< without definition and deduplicated, which may differ by group
    AreaChosen chosen = AreaChosen::Only;
    std::map<std::string, RegisterRow> byGroup;                  ///< by group
    std::map<std::string, std::map<std::string, double>> byArea; ///< group, area: of the same register and year
    std::size_t read = 0;                                        ///< rows of the table
    std::size_t used = 0;                                        ///< of these, counts of the area
    std::size_t forCities = 0;              ///< of these, counts of cities of the interviews: for checks by city
    std::vector<UnusedRegisterRows> unused; ///< the rest, so that read = used + forCities + the rows in here

    /// Precondition: `group` is one of `byGroup`.
    [[nodiscard]] RegisterFacts factsOf(const std::string& group) const;
};

/// Whom an estimate is about.
struct Sample {
    std::vector<std::string> groups;      ///< to estimate; every one needs a count. Not empty
    std::vector<std::string> otherGroups; ///< in the sample, but not requested
    std::vector<std::string> cities;      ///< that the interviews come from; empty = not known
};

/// Rule: the area that was requested; else the only one with a count of every group; else, of several, the one whose
/// count no other exceeds in any group, unless it is one of several cities of the interviews: then the table lacks the
/// whole, and the caller must say which part is meant. Within the area all counts must be of one register and one year.
/// @return NoCommonArea, UnknownArea, SeveralAreas, SeveralRegisters, SeveralYears or UnknownRegister; each lists what
/// there is.
[[nodiscard]] Result<Register> chooseRegister(const RegisterTable& table, const Sample& sample,
                                              const RegisterAsked& asked);

/// Whether the register is about one of several cities of the interviews: then only the interviews of this city are.
[[nodiscard]] bool isOneOfSeveral(const std::string& area, const std::vector<std::string>& cities);

/// The part of a count that is outside the cities of the interviews, for which the size is an extrapolation.
struct OutsideSample {
    double people = 0, share = 0;
    bool atMost = false; ///< a city of the interviews has no separate count
};
/// @param byArea  counts of one group by area. @return nothing when no city has a count or the area is a city itself.
[[nodiscard]] std::optional<OutsideSample> outsideSample(const std::map<std::string, double>& byArea,
                                                         const std::string& area,
                                                         const std::vector<std::string>& cities);

} // namespace peil::analysis
