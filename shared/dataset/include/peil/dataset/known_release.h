// SPDX-License-Identifier: Apache-2.0
#pragma once

// An earlier release, and what it discloses together with a new one.

#include "peil/export/release.h"
#include "peil/records/judge.h"

#include <boost/json/object.hpp>

#include <filesystem>

namespace peil::dataset {

struct KnownRelease {
    std::string name;
    std::set<std::string, std::less<>> members; ///< envelopes, by memberOf()
    std::size_t rungs = 0;
    std::string policy;      ///< fingerprintOf() its plan; empty for tables of counts
    std::int64_t number = 0; ///< that the server knows it by; 0 for one out of a folder
    bool recalled = false;   ///< everyone who held it deleted it
};

/// How an envelope is named among the members of a release: the first 32 digits of its hash.
[[nodiscard]] std::string memberOf(const std::string& envelopeHash);

/// @param folder  of an export, as peil wrote it. @return BadInput when it is none, or was no release; a base file
/// error.
[[nodiscard]] Result<KnownRelease> readRelease(const std::filesystem::path& folder);

/// What GET /admin/releases returns. @return BadAnswer for an answer that makes no sense.
[[nodiscard]] Result<std::vector<KnownRelease>> releasesOf(const boost::json::value& answer);
[[nodiscard]] std::set<std::int64_t> numbersOf(const std::vector<KnownRelease>& known); ///< without those of folders
/// Base64 of the members that the records are, in order.
[[nodiscard]] std::string membersText(const std::vector<records::CleanRecord>& records);
/// How a release is reported to the server: its members, and the newest release that it was checked beside.
[[nodiscard]] boost::json::object releaseJson(const std::vector<records::CleanRecord>& records, std::size_t rungs,
                                              const std::string& policy, std::int64_t after);

/// Drops releases that disclose nothing beyond an earlier one: the same people, no coarser, under the same policy.
void dropRepeats(std::vector<KnownRelease>& known);

/// The same in the keys of the tables that the records make.
[[nodiscard]] std::vector<exports::EarlierRelease> besideRecords(const std::vector<KnownRelease>& known,
                                                                 const std::vector<records::CleanRecord>& records);

/// @return BadInput if one of them was checked under a different policy, because their joint disclosure cannot be
/// assessed.
[[nodiscard]] Result<> refuseOtherPolicy(const std::vector<KnownRelease>& known, const std::string& policy);

} // namespace peil::dataset
