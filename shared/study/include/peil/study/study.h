// SPDX-License-Identifier: Apache-2.0
#pragma once

// A study without its questionnaire: places, groups, quotas, recipients. Read from study.toml, which the study designer
// writes by hand (format in study/README.md).

#include "peil/base/diagnostic.h"
#include "peil/base/ids.h"
#include "peil/base/result.h"
#include "peil/study/cleaning.h"
#include "peil/study/definition.h"

#include <chrono>

namespace peil::study {

enum class StudyErrc {
    BadToml = 1,      ///< not TOML; the context names line and column
    MissingKey,       ///< a needed key is not there
    BadValue,         ///< a value of the wrong type or out of its range
    UnknownReference, ///< e.g. a quota for a city that is not declared
    Duplicate,        ///< two cities, sites or groups of one name
    BadPack,          ///< not a study pack, or cut off
    BadSignature,     ///< the pack is not signed by the expected key, or was changed
    MissingFile,      ///< the pack or folder lacks a file that study.toml names
};

std::error_code make_error_code(StudyErrc code) noexcept;

struct SiteType {
    std::string id; ///< e.g. "night_shelter": the value of `kSiteTypeField`
    LocalText label;
};
/// The field of the form that gets the type of the interview's site, if the form has it.
inline constexpr std::string_view kSiteTypeField = "site_type";

struct Site {
    std::string code; ///< e.g. "AMS-02"; unique in the study
    std::string type; ///< id of a SiteType; any, if the study declares none
    LocalText name;
};

struct City {
    std::string code; ///< e.g. "AMS"
    std::string name; ///< e.g. "Amsterdam": the value of the city field in the form
    std::vector<Site> sites;
};

struct Group {
    std::string id; ///< value of the group field, e.g. "crack_only"
    LocalText label;
    CaseDefinition definition; ///< who belongs to it in the sample
};

struct Quota {
    std::string cityCode;
    std::string groupId;
    int target = 0; ///< interviews, 1 and up
};

/// A card with support contacts: care, shelter, a consumption room.
struct ReferralCard {
    std::string cityCode; ///< empty = every city
    bool urgent = false;  ///< what to do in an emergency
    LocalText title, text;
};

/// A public key that interviews are sealed for.
struct Recipient {
    std::string name;         ///< e.g. "researchers", "escrow"
    std::string publicKeyHex; ///< 64 hexadecimal characters
};

/// Names of the fields (last step of their path in the form) that the server may read and count.
struct OpenFields {
    std::string city = "city", site = "site", group = "group", week = "week";
    std::string inCare = "in_care";  ///< 1, 0, or empty
    std::string weight = "weight";   ///< positive; an interview without one has no part in weighted figures
    std::string outcome = "outcome"; ///< "complete", "broken_off", "not_eligible"
    /// Number of sites in the frame of the interview's city, for the finite population correction of an export's
    /// design; may be sealed. Empty: none.
    std::string frame;
    /// A code that identifies a person across interviews and must not be released. Optional in the form.
    std::string code = "participant_code";
};

/// A trait that everyone in one group has and the other group is asked about; gives the sizes across the two.
struct Trait {
    std::string field; ///< open field of the form: 1, 0, or empty
    LocalText label;   ///< e.g. "crack", as in "all with crack"
};

struct Study {
    StudyId id;
    int version = 0; ///< of the pack, growing; 0 = none given
    LocalText title;
    std::string formFile = "form.xml"; ///< in the pack
    std::string startsOn, endsOn;      ///< ISO dates, both included
    std::string timeZone = "Europe/Amsterdam";
    std::vector<SiteType> siteTypes; ///< none: sites are shown with the ids of their types
    std::vector<City> cities;
    std::vector<Group> groups;
    std::vector<Quota> quotas;
    std::vector<ReferralCard> referralCards;
    std::vector<Recipient> recipients;
    OpenFields fields;
    Cleaning cleaning;
    DisclosurePolicy disclosure;
    std::optional<Benchmark> benchmark; ///< nothing = the study does not declare its register
    std::optional<Trait> trait;         ///< nothing = no sizes across groups
    LocalText publishedNote;            ///< a note on the published sizes; may be empty
    std::chrono::days keepReceived{90}; ///< how long a sealed interview stays on its tablet after its receipt
    std::chrono::minutes lockAfter{5};  ///< without a touch, a tablet locks after this time

    [[nodiscard]] const Group* group(std::string_view groupId) const;
    [[nodiscard]] const City* city(std::string_view code) const;
    [[nodiscard]] const Site* site(std::string_view code) const;
    /// Its label; the id in words if the study does not declare it.
    [[nodiscard]] std::string siteTypeLabel(std::string_view id, std::string_view language) const;
    [[nodiscard]] int target(std::string_view cityCode, std::string_view groupId) const; ///< 0 = no quota
};

/// @return the first error as one sentence with line and column; `fileName` is what the sentence calls the file.
[[nodiscard]] Result<Study> parseStudy(std::string_view toml, std::string_view fileName = "study.toml");

/// The position of a value in study.toml, for an error that depends on the form: file, line and column of the key, else
/// of its table, else only `fileName`. `index` selects one of an array of tables such as [[rule]].
[[nodiscard]] Place placeIn(std::string_view toml, std::string_view fileName, std::string_view table,
                            std::string_view key = {}, std::size_t index = 0);

/// Appends a [[recipient]] table for each of `recipients` to `toml`; signing a study adds the researchers' keys this
/// way. Names must not contain control characters.
[[nodiscard]] std::string withRecipients(std::string_view toml, const std::vector<Recipient>& recipients);

} // namespace peil::study
