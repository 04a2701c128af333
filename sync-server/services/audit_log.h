// SPDX-License-Identifier: Apache-2.0
#pragma once

// The audit log: who reviewed, withdrew or exported what, and why. Each action is a link of the chain whose head is in
// every receipt, so that tablets detect a missing action.

#include "services/export_basis.h"

#include <boost/json/object.hpp>

namespace peil::server::services {

/// Appends an act to the chain, inside the caller's unit of work.
/// @param by  who acted; a name of the dashboard, or what the holder of the administration token says.
[[nodiscard]] Result<> appendAct(repository::Records& records, TimePoint now, std::string by, std::string what,
                                 const boost::json::object& detail);

struct AuditView {
    std::vector<repository::AuditRow> acts;
    crypto::Digest head{};
    std::vector<repository::WitnessRow> contradictions; ///< checkpoints of tablets that the log does not follow from
    std::string fault; ///< a sentence on the first inconsistency; empty if there is none
    /// No inconsistency, and no contradiction by a tablet.
    bool intact = false;
};
/// Reads the whole store (audit_proof.h). `receiptKey` is the signing key of the server.
[[nodiscard]] Result<AuditView> readAudit(repository::Repository& repository, const crypto::PublicKey& receiptKey);

/// What an export says about itself before its files appear.
struct ExportAct {
    std::string by, purpose;
    std::string frozenName; ///< empty for an export that is not frozen
    std::string checksum;   ///< SHA-256 over the data files, hexadecimal
    boost::json::object
        detail; ///< class, counts, formats, what was included; of a release "release", see release_log.h
    ExportBasis basis = {};
};
/// Logs an export, and takes the name of a frozen one. The same name with the same checksum is logged again.
/// @return BadExport when purpose, by or checksum is missing or too long; FrozenOtherwise when the name belongs to
/// other data; as checkUnchanged(), and as checkRelease() for a release.
[[nodiscard]] Result<> logExport(repository::Repository& repository, TimePoint now, const ExportAct& act);

inline constexpr std::size_t kMaxPurposeBytes = 500;

} // namespace peil::server::services
