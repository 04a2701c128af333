// SPDX-License-Identifier: Apache-2.0
#include "export_records.h"

#include "command.h"
#include "record_xml.h"
#include "server_client.h"

#include <algorithm>
#include <map>

namespace peil::cli {
namespace {

struct Fetched {
    protocol::Envelope envelope;
    std::string deviceKeyHex;
};

tl::unexpected<Error> nonsense() {
    return fail(
        CliErrc::ServerFailed,
        "The server's list of envelopes cannot be read; check that peil and peil-server have the same version.");
}

/// Every envelope that the server holds and does not keep in quarantine.
Result<std::vector<Fetched>> fetchAll(const AskServer& ask, Cleaning& cleaning) {
    std::vector<Fetched> all;
    for (std::int64_t after = 0;;) {
        PEIL_TRY(const auto page, ask("/admin/envelopes?after=" + std::to_string(after) + "&limit=200"));
        const auto items = listOf(page, "envelopes");
        if (items.empty()) return all;
        for (const auto& item : items) {
            ++cleaning.received;
            if (textOf(item, "status") != "received") {
                ++cleaning.quarantined;
                continue;
            }
            const auto bytes = fromBase64(textOf(item, "envelope"));
            if (!bytes) return nonsense();
            auto envelope = protocol::Envelope::parse(*bytes);
            if (!envelope) return nonsense();
            all.push_back({std::move(*envelope), textOf(item, "deviceKey")});
        }
        const auto next = numberOf(page, "next");
        if (next <= after) return nonsense();
        after = next;
    }
}

bool isSigned(const Fetched& fetched) {
    const auto bytes = fromHex(fetched.deviceKeyHex);
    if (!bytes || bytes->size() != crypto::kKeyBytes) return false;
    crypto::PublicKey key{};
    std::copy(bytes->begin(), bytes->end(), key.begin());
    return fetched.envelope.isSignedBy(key);
}

/// Keeps the newest revision of each interview.
std::map<std::string, const Fetched*> newest(const std::vector<Fetched>& all, Cleaning& cleaning) {
    std::map<std::string, const Fetched*> chosen;
    for (const auto& fetched : all) {
        if (!isSigned(fetched)) {
            ++cleaning.badSignature;
            continue;
        }
        const auto& header = fetched.envelope.header();
        const auto [known, isNew] = chosen.emplace(header.interview.text(), &fetched);
        if (isNew) continue;
        ++cleaning.superseded;
        if (header.revision > known->second->envelope.header().revision) known->second = &fetched;
    }
    return chosen;
}

/// The open answers are what the server counted with; the sealed copy is what the participant said.
bool agree(const protocol::EnvelopeHeader& header, const RecordXml& record) {
    return std::all_of(header.open.begin(), header.open.end(), [&](const protocol::OpenField& field) {
        const auto answer = record.byName(field.name);
        return answer && answer->value == field.value && answer->reason == field.reason;
    });
}

/// Judges one envelope; an xml when it belongs to the data.
Result<std::optional<std::string>> judge(const protocol::Envelope& envelope, const OpeningKeys& keys,
                                         Cleaning& cleaning) {
    const auto& header = envelope.header();
    const auto leaveOut = [](std::size_t& counter) {
        ++counter;
        return std::optional<std::string>();
    };
    if (header.formHash != keys.formHash) return leaveOut(cleaning.otherForm);
    const auto opened = envelope.open(keys.researcher);
    if (!opened && opened.error().code == protocol::ProtocolErrc::NotForThisKey) return leaveOut(cleaning.otherKey);
    if (!opened) return leaveOut(cleaning.inconsistent);
    std::string xml(peil::textOf(opened->view()));
    const auto record = RecordXml::parse(xml);
    if (!record || !agree(header, *record)) return leaveOut(cleaning.inconsistent);
    if (header.outcome != "complete") return leaveOut(cleaning.incomplete);
    const auto consent = record->byName("consent");
    if (consent && consent->value != "1" && consent->value != "yes") return leaveOut(cleaning.noConsent);
    return std::optional(std::move(xml));
}

} // namespace

Result<CleanRecords> fetchRecords(const AskServer& ask, const OpeningKeys& keys) {
    CleanRecords result;
    PEIL_TRY(const auto all, fetchAll(ask, result.cleaning));
    const auto chosen = newest(all, result.cleaning);
    for (const auto& [interview, fetched] : chosen) {
        PEIL_TRY(auto xml, judge(fetched->envelope, keys, result.cleaning));
        if (!xml) continue;
        const auto& header = fetched->envelope.header();
        result.records.push_back(
            {header.interview, header.revision, header.finalisedAt, toHex(fetched->envelope.hash()), std::move(*xml)});
    }
    if (!chosen.empty() && result.cleaning.otherKey == chosen.size())
        return fail(protocol::ProtocolErrc::NotForThisKey,
                    "None of the " + std::to_string(chosen.size()) +
                        " interviews is sealed for this key; give the key that the study pack names as a recipient.");
    return result;
}

} // namespace peil::cli
