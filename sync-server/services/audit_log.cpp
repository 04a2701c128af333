// SPDX-License-Identifier: Apache-2.0
#include "services/audit_log.h"

#include "peil/base/text.h"
#include "peil/protocol/intake_machine.h"
#include "repository/log_entry.h"
#include "services/audit_proof.h"
#include "services/error.h"
#include "services/release_log.h"

#include <algorithm>
#include <boost/json/serialize.hpp>

namespace peil::server::services {

namespace {

constexpr std::size_t kMaxNameBytes = 64;

crypto::Digest hashOf(const repository::AuditRow& row) {
    return crypto::blake2b(repository::logEntryOf(row));
}

bool isPlainName(std::string_view name) {
    return !name.empty() && name.size() <= kMaxNameBytes && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

Result<> check(const ExportAct& act) {
    if (trim(act.purpose).empty() || act.purpose.size() > kMaxPurposeBytes)
        return fail(ServiceErrc::BadExport,
                    "An export needs a purpose of 1 to 500 bytes; state what the data are for.");
    if (act.by.empty() || act.by.size() > kMaxNameBytes)
        return fail(ServiceErrc::BadExport,
                    "An export needs the name of the person who makes it, of at most 64 bytes.");
    const auto checksum = fromHex(act.checksum);
    if (!checksum || checksum->size() != crypto::Digest{}.size())
        return fail(ServiceErrc::BadExport, "The checksum of the export is not a SHA-256 of 64 hexadecimal digits.");
    if (!act.frozenName.empty() && !isPlainName(act.frozenName))
        return fail(
            ServiceErrc::BadExport,
            "The name of a frozen dataset has up to 64 letters, digits, '-', '_' and '.'; choose another name.");
    return {};
}

} // namespace

Result<> appendAct(repository::Records& records, TimePoint now, std::string by, std::string what,
                   const boost::json::object& detail) {
    repository::AuditRow row{0, now, std::move(by), std::move(what), boost::json::serialize(detail), 0, {}};
    PEIL_TRY(row.afterEnvelope, records.lastEnvelope());
    PEIL_TRY(const auto head, records.auditHead());
    row.head = protocol::nextAuditHead(head, hashOf(row));
    return records.addAudit(row);
}

Result<AuditView> readAudit(repository::Repository& repository, const crypto::PublicKey& receiptKey) {
    AuditView view;
    PEIL_CHECK(repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(view.acts, records.auditRows());
        PEIL_TRY(view.head, records.auditHead());
        PEIL_TRY(view.contradictions, records.witnesses());
        return {};
    }));
    std::erase_if(view.contradictions,
                  [](const auto& row) { return row.verdict != static_cast<int>(protocol::Witness::Contradicts); });
    PEIL_TRY(view.fault, firstFault(repository, receiptKey));
    view.intact = view.fault.empty() && view.contradictions.empty();
    return view;
}

Result<> logExport(repository::Repository& repository, TimePoint now, const ExportAct& act) {
    PEIL_CHECK(check(act));
    return repository.write([&](repository::Records& records) -> Result<> {
        PEIL_CHECK(checkUnchanged(records, act.basis));
        if (const auto* release = act.detail.if_contains("release")) PEIL_CHECK(checkRelease(records, *release));
        if (!act.frozenName.empty()) {
            PEIL_TRY(const auto frozen, records.frozen(act.frozenName));
            if (frozen && frozen->checksum != act.checksum)
                return fail(ServiceErrc::FrozenOtherwise,
                            "The dataset \"" + act.frozenName + "\" was frozen on " + formatUtc(frozen->at) +
                                " with other data; reproduce it from its manifest, or use another name.");
            if (!frozen) PEIL_CHECK(records.addFrozen({act.frozenName, act.checksum, now}));
        }
        auto detail = act.detail;
        detail["purpose"] = act.purpose;
        detail["checksum"] = act.checksum;
        if (!act.frozenName.empty()) detail["frozen"] = act.frozenName;
        return appendAct(records, now, act.by, "export", detail);
    });
}

} // namespace peil::server::services
