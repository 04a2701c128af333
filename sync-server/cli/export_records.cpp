// SPDX-License-Identifier: Apache-2.0
#include "export_records.h"

#include "command.h"
#include "peil/base/text.h"
#include "peil/export/export_error.h"
#include "record_xml.h"
#include "server_client.h"

#include <algorithm>
#include <map>

namespace peil::cli {
namespace {

struct Reason {
    std::string_view id, words;
};
constexpr std::array<Reason, kLeftOut> kReasons{
    {{"quarantined", "are in quarantine on the server"},
     {"withdrawn", "were withdrawn by the participant"},
     {"other_device_key", "come from a tablet whose key the server has exchanged: look into these"},
     {"bad_signature", "are not signed by their tablet"},
     {"superseded", "have a newer revision"},
     {"double", "are marked as doubles"},
     {"rejected", "were rejected in review"},
     {"has_issues", "have open issues in review"},
     {"not_reviewed", "are not reviewed yet"},
     {"other_form", "were made with another version of the form"},
     {"sealed_for_others", "are sealed for other researchers"},
     {"inconsistent", "do not agree with their open answers: look into these"},
     {"not_eligible", "are not eligible"},
     {"broken_off", "are broken off"},
     {"no_consent", "lack consent"},
     {"other_group", "belong to another group than they say"},
     {"broken_rule", "break a rule of the study"}}};

struct Fetched {
    protocol::Envelope envelope;
    std::string deviceKeyHex, review, duplicateOf, listedAs; ///< `listedAs`: device and interview of the list
};

tl::unexpected<Error> nonsense() {
    return fail(
        CliErrc::ServerFailed,
        "The server's list of envelopes cannot be read; check that peil and peil-server have the same version.");
}

tl::unexpected<Error> cancelled() {
    return fail(exports::ExportErrc::Cancelled, "The export was stopped; nothing was written.");
}

/// Reads one entry of the list; nothing when it is left out already.
Result<std::optional<Fetched>> readEntry(const boost::json::value& item, const CleaningPlan& plan, Cleaning& cleaning) {
    const auto status = textOf(item, "status");
    if (plan.only == nullptr) ++cleaning.received;
    if (status != "received") {
        if (plan.only == nullptr) ++cleaning[status == "withdrawn" ? LeftOut::Withdrawn : LeftOut::Quarantined];
        return std::optional<Fetched>();
    }
    const auto bytes = fromBase64(textOf(item, "envelope"));
    if (!bytes) return nonsense();
    auto envelope = protocol::Envelope::parse(*bytes);
    if (!envelope) return nonsense();
    if (plan.only != nullptr) {
        if (!plan.only->contains(toHex(envelope->hash()))) return std::optional<Fetched>();
        ++cleaning.received;
    }
    return std::optional(Fetched{std::move(*envelope), textOf(item, "deviceKey"), textOf(item, "review"),
                                 textOf(item, "duplicateOf"),
                                 textOf(item, "device") + " " + textOf(item, "interview")});
}

Result<std::vector<Fetched>> fetchAll(const AskServer& ask, const CleaningPlan& plan, Cleaning& cleaning) {
    std::vector<Fetched> all;
    for (std::int64_t after = 0;;) {
        if (plan.progress && !plan.progress(0)) return cancelled();
        PEIL_TRY(const auto page, ask("/admin/envelopes?after=" + std::to_string(after) + "&limit=200"));
        const auto items = listOf(page, "envelopes");
        if (items.empty()) return all;
        for (const auto& item : items) {
            PEIL_TRY(auto one, readEntry(item, plan, cleaning));
            if (one) all.push_back(std::move(*one));
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
    const auto& header = fetched.envelope.header();
    return fetched.envelope.isSignedBy(key) && fetched.listedAs == header.device.text() + " " + header.interview.text();
}

/// Keeps the newest revision of each interview.
std::map<std::string, const Fetched*> newest(const std::vector<Fetched>& all, const CleaningPlan& plan,
                                             Cleaning& cleaning) {
    std::map<std::string, const Fetched*> chosen;
    for (const auto& fetched : all) {
        const auto& header = fetched.envelope.header();
        if (!isSigned(fetched)) {
            ++cleaning[LeftOut::BadSignature];
            continue;
        }
        if (plan.pins != nullptr && !plan.pins->trust(header.device, fetched.deviceKeyHex)) {
            ++cleaning[LeftOut::OtherDevice];
            continue;
        }
        const auto [known, isNew] = chosen.emplace(header.interview.text(), &fetched);
        if (isNew) continue;
        ++cleaning[LeftOut::Superseded];
        if (header.revision > known->second->envelope.header().revision) known->second = &fetched;
    }
    return chosen;
}

std::optional<LeftOut> reviewedOut(const Fetched& fetched, const CleaningPlan& plan) {
    if (plan.only != nullptr) return std::nullopt;
    if (!fetched.duplicateOf.empty()) return LeftOut::Double;
    if (fetched.review == "rejected") return LeftOut::Rejected;
    if (fetched.review == "approved" || plan.include.contains(fetched.review)) return std::nullopt;
    return fetched.review == "has_issues" ? LeftOut::HasIssues : LeftOut::NotReviewed;
}

/// The open answers are what the server counted with; the sealed copy is what the participant said. Breaking off is
/// said by the open outcome alone: the sealed copy keeps what the form had made of it before.
bool agree(const protocol::EnvelopeHeader& header, const RecordXml& record, const std::string& outcomeField) {
    return std::all_of(header.open.begin(), header.open.end(), [&](const protocol::OpenField& field) {
        if (header.outcome == "broken_off" && field.name == outcomeField) return field.value == header.outcome;
        const auto answer = record.byName(field.name);
        return answer && answer->value == field.value && answer->reason == field.reason;
    });
}

std::optional<LeftOut> outcomeOut(const protocol::EnvelopeHeader& header, const CleaningPlan& plan) {
    if (header.outcome == "complete" || plan.include.contains(header.outcome)) return std::nullopt;
    return header.outcome == "not_eligible" ? LeftOut::NotEligible : LeftOut::BrokenOff;
}

bool consents(const RecordXml& record, const study::Cleaning& cleaning) {
    const auto answer = record.byName(cleaning.consent);
    return !answer || std::ranges::find(cleaning.consentValues, answer->value) != cleaning.consentValues.end();
}

/// The group again, and every rule, each counted for itself.
Result<std::optional<LeftOut>> ruledOut(const CleanRecord& record, const RecordXml& answers, const CleaningPlan& plan,
                                        Cleaning& cleaning) {
    if (plan.rules == nullptr) return std::optional<LeftOut>();
    PEIL_TRY(const auto verdict, plan.rules->judge(record.xml, record.finalisedAt));
    const auto group = answers.byName(plan.study.fields.group);
    if (group && group->value != verdict.group) return std::optional(LeftOut::OtherGroup);
    bool out = false;
    for (std::size_t i = 0; i < verdict.holds.size(); ++i) {
        if (verdict.holds[i]) continue;
        ++cleaning.rules[i].broken;
        out = out || cleaning.rules[i].leavesOut;
    }
    return out ? std::optional(LeftOut::BrokenRule) : std::optional<LeftOut>();
}

bool hasWeight(const RecordXml& record, const std::string& field) {
    const auto weight = record.byName(field);
    if (!weight) return true; // the study does not weight
    const auto value = parseNumber(weight->value);
    return value && *value > 0;
}

/// Judges one envelope; `record` is whole when nothing is returned.
Result<std::optional<LeftOut>> judge(const Fetched& fetched, const CleaningPlan& plan, CleanRecord& record,
                                     Cleaning& cleaning) {
    using Out = std::optional<LeftOut>;
    const auto& header = fetched.envelope.header();
    if (const auto out = reviewedOut(fetched, plan)) return out;
    if (header.formHash != plan.formHash) return Out(LeftOut::OtherForm);
    const auto opened = fetched.envelope.open(plan.researcher);
    if (!opened && opened.error().code == protocol::ProtocolErrc::NotForThisKey) return Out(LeftOut::OtherKey);
    if (!opened) return Out(LeftOut::Inconsistent);
    record = {header.interview,   header.revision,
              header.finalisedAt, toHex(fetched.envelope.hash()),
              header.outcome,     std::string(peil::textOf(opened->view()))};
    const auto answers = RecordXml::parse(record.xml);
    if (!answers || !agree(header, *answers, plan.study.fields.outcome)) return Out(LeftOut::Inconsistent);
    if (const auto out = outcomeOut(header, plan)) return out;
    if (!consents(*answers, plan.study.cleaning)) return Out(LeftOut::NoConsent);
    PEIL_TRY(const auto out, ruledOut(record, *answers, plan, cleaning));
    if (!out && !hasWeight(*answers, plan.study.fields.weight)) ++cleaning.withoutWeight;
    return out;
}

Result<> checkComplete(const CleanRecords& clean, const CleaningPlan& plan) {
    if (plan.only == nullptr || clean.records.size() == plan.only->size()) return {};
    return fail(CliErrc::BadInput,
                std::to_string(plan.only->size() - clean.records.size()) + " of the " +
                    std::to_string(plan.only->size()) +
                    " interviews of the frozen dataset are withdrawn or not to be had any more, so it cannot be made "
                    "again; freeze a new version.");
}

} // namespace

std::string_view idOf(LeftOut reason) {
    return kReasons[static_cast<std::size_t>(reason)].id;
}

std::string_view inWords(LeftOut reason) {
    return kReasons[static_cast<std::size_t>(reason)].words;
}

Result<CleanRecords> fetchRecords(const AskServer& ask, const CleaningPlan& plan) {
    CleanRecords result;
    for (const auto& rule : plan.study.cleaning.rules)
        result.cleaning.rules.push_back(
            {rule.id, rule.label.in("en"), rule.action == study::CleaningRule::Action::LeaveOut, 0});
    PEIL_TRY(const auto all, fetchAll(ask, plan, result.cleaning));
    const auto chosen = newest(all, plan, result.cleaning);
    std::size_t judged = 0;
    for (const auto& [interview, fetched] : chosen) {
        const double share = static_cast<double>(judged++) / static_cast<double>(chosen.size());
        if (plan.progress && !plan.progress(share)) return cancelled();
        CleanRecord record;
        PEIL_TRY(const auto out, judge(*fetched, plan, record, result.cleaning));
        if (out)
            ++result.cleaning[*out];
        else
            result.records.push_back(std::move(record));
    }
    if (const auto others = result.cleaning[LeftOut::OtherKey]; others > 0 && result.records.empty())
        return fail(protocol::ProtocolErrc::NotForThisKey,
                    "None of the " + std::to_string(others) +
                        " interviews is sealed for this key; give the key that the study pack names as a recipient.");
    PEIL_CHECK(checkComplete(result, plan));
    return result;
}

} // namespace peil::cli
