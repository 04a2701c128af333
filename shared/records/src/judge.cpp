// SPDX-License-Identifier: Apache-2.0
#include "peil/records/judge.h"

#include "peil/base/text.h"
#include "peil/records/error.h"

#include <algorithm>
#include <map>
#include <utility>

namespace peil::records {
namespace {

/// What an export leaves out beyond what does not count.
constexpr std::pair<LeftOut, std::string_view> kOwnReasons[] = {
    {LeftOut::Quarantined, "quarantined"},    {LeftOut::OtherDevice, "other_device_key"},
    {LeftOut::BadSignature, "bad_signature"}, {LeftOut::NotOwner, "not_owner"},
    {LeftOut::HasIssues, "has_issues"},       {LeftOut::NotReviewed, "not_reviewed"},
    {LeftOut::OtherForm, "other_form"},       {LeftOut::OtherKey, "sealed_for_others"},
    {LeftOut::BadRecord, "bad_record"},       {LeftOut::Inconsistent, "inconsistent"}};

constexpr std::pair<LeftOut, study::NotCounted> kShared[] = {
    {LeftOut::Withdrawn, study::NotCounted::Withdrawn},     {LeftOut::Superseded, study::NotCounted::Superseded},
    {LeftOut::Duplicate, study::NotCounted::Duplicate},     {LeftOut::Rejected, study::NotCounted::Rejected},
    {LeftOut::NoConsent, study::NotCounted::NoConsent},     {LeftOut::NotEligible, study::NotCounted::NotEligible},
    {LeftOut::BrokenOff, study::NotCounted::BrokenOff},     {LeftOut::NotComplete, study::NotCounted::NotComplete},
    {LeftOut::UnknownCity, study::NotCounted::UnknownCity}, {LeftOut::UnknownGroup, study::NotCounted::UnknownGroup},
    {LeftOut::OtherGroup, study::NotCounted::OtherGroup},   {LeftOut::BrokenRule, study::NotCounted::BrokenRule}};
static_assert(std::size(kOwnReasons) + std::size(kShared) == kLeftOut);
static_assert(std::size(kShared) == study::kNotCounted);

LeftOut leftOutFor(study::NotCounted reason) {
    return std::ranges::find(kShared, reason, &std::pair<LeftOut, study::NotCounted>::second)->first;
}

std::optional<LeftOut> leftOutFor(std::optional<study::NotCounted> reason) {
    return reason ? std::optional(leftOutFor(*reason)) : std::nullopt;
}

struct Fetched {
    protocol::Envelope envelope;
    std::string deviceKeyHex, review, duplicateOf, device, interview; ///< the last two as listed
};

/// Counts one that is left out, and names it when no honest tablet and server would have made it.
void leaveOut(Cleaning& cleaning, LeftOut reason, const std::string& interview, const std::string& device) {
    ++cleaning[reason];
    for (const auto odd :
         {LeftOut::OtherDevice, LeftOut::BadSignature, LeftOut::NotOwner, LeftOut::BadRecord, LeftOut::Inconsistent})
        if (reason == odd) cleaning.odd.push_back({interview, device, reason});
}

tl::unexpected<Error> cancelled() {
    return fail(RecordsErrc::Cancelled, "The export was interrupted; nothing was written.");
}

/// Reads one entry of the list; nullopt if it is left out already.
std::optional<Fetched> readEntry(ListedEnvelope&& listed, const CleaningPlan& plan, Cleaning& cleaning) {
    if (plan.only == nullptr) ++cleaning.received;
    using study::EnvelopeStatus;
    if (listed.status != EnvelopeStatus::Received) {
        const bool withdrawn = listed.status == EnvelopeStatus::Withdrawn;
        if (plan.only == nullptr) ++cleaning[withdrawn ? LeftOut::Withdrawn : LeftOut::Quarantined];
        return std::nullopt;
    }
    auto envelope = protocol::Envelope::parse(listed.envelope);
    if (!envelope) {
        if (plan.only == nullptr) leaveOut(cleaning, LeftOut::BadRecord, listed.interview, listed.device);
        return std::nullopt;
    }
    if (plan.only != nullptr) {
        if (!plan.only->contains(toHex(envelope->hash()))) return std::nullopt;
        ++cleaning.received;
    }
    return Fetched{std::move(*envelope),          std::move(listed.deviceKeyHex), std::move(listed.review),
                   std::move(listed.duplicateOf), std::move(listed.device),       std::move(listed.interview)};
}

struct Everything {
    std::vector<Fetched> envelopes; ///< in the order received
    protocol::Successions successions;
};

/// Takes the list apart, so that no envelope is held twice for longer than it takes to read it.
Everything readAll(Listing listing, const CleaningPlan& plan, Cleaning& cleaning) {
    Everything all{{}, std::move(listing.successions)};
    for (auto& listed : listing.envelopes)
        if (auto one = readEntry(std::exchange(listed, {}), plan, cleaning)) all.envelopes.push_back(std::move(*one));
    return all;
}

bool isSigned(const Fetched& fetched) {
    const auto bytes = fromHex(fetched.deviceKeyHex);
    if (!bytes || bytes->size() != crypto::kKeyBytes) return false;
    crypto::PublicKey key{};
    std::copy(bytes->begin(), bytes->end(), key.begin());
    const auto& header = fetched.envelope.header();
    return fetched.envelope.isSignedBy(key) && fetched.device == header.device.text() &&
           fetched.interview == header.interview.text();
}

/// What an envelope says of whose it is, before its content matters.
std::optional<LeftOut> judgeSender(const Fetched& fetched, const CleaningPlan& plan) {
    if (!isSigned(fetched)) return LeftOut::BadSignature;
    if (plan.pins != nullptr && !plan.pins->trust(fetched.envelope.header().device, fetched.deviceKeyHex))
        return LeftOut::OtherDevice;
    return std::nullopt;
}

/// Keeps the newest revision of each interview, of those that its own tablet sent.
std::map<std::string, const Fetched*> newest(const Everything& all, const CleaningPlan& plan, Cleaning& cleaning) {
    std::map<std::string, const Fetched*> chosen;
    std::map<std::string, DeviceId> owners; ///< the tablet of the first envelope
    for (const auto& fetched : all.envelopes) {
        const auto& header = fetched.envelope.header();
        auto out = judgeSender(fetched, plan);
        if (!out) {
            const auto& owner = owners.emplace(header.interview.text(), header.device).first->second;
            if (!all.successions.mayRevise(owner, header.device)) out = LeftOut::NotOwner;
        }
        if (out) {
            leaveOut(cleaning, *out, fetched.interview, fetched.device);
            continue;
        }
        const auto [known, isNew] = chosen.emplace(header.interview.text(), &fetched);
        if (isNew) continue;
        ++cleaning[LeftOut::Superseded];
        if (header.revision > known->second->envelope.header().revision) known->second = &fetched;
    }
    return chosen;
}

/// The review state. Ignored for a frozen version, whose interviews were reviewed when it was frozen.
std::optional<LeftOut> reviewedOut(const Fetched& fetched, const CleaningPlan& plan) {
    if (plan.only != nullptr) return std::nullopt;
    study::Acts acts;
    acts.markedDuplicate = !fetched.duplicateOf.empty();
    const auto state = study::reviewStateOf(fetched.review);
    acts.rejected = state == study::ReviewState::Rejected;
    if (const auto reason = study::whyNotCounted(acts)) return leftOutFor(*reason);
    if (state == study::ReviewState::Approved || plan.include.contains(fetched.review)) return std::nullopt;
    return state == study::ReviewState::HasIssues ? LeftOut::HasIssues : LeftOut::NotReviewed;
}

/// The server counted with the open answers; the sealed copy has the participant's answers. Only the open outcome shows
/// that an interview was broken off: the sealed copy keeps the form's earlier outcome.
bool agree(const protocol::EnvelopeHeader& header, const RecordXml& record, const std::string& outcomeField) {
    return std::all_of(header.open.begin(), header.open.end(), [&](const protocol::OpenField& field) {
        if (header.outcome == idOf(study::Outcome::BrokenOff) && field.name == outcomeField)
            return field.value == header.outcome;
        const auto* answer = record.byName(field.name);
        return answer != nullptr && answer->value == field.value && answer->reason == field.reason;
    });
}

std::string valueOf(const RecordXml& answers, const std::string& question) {
    const auto* answer = answers.byName(question);
    return answer != nullptr ? answer->value : std::string();
}

RuleCount countOf(const study::CleaningRule& rule) {
    return {rule.id, rule.label.in("en"), rule.action == study::CleaningRule::Action::LeaveOut, 0};
}

/// The count of the rule, which may be one that only an earlier version of the study has.
RuleCount& countOf(const study::CleaningRule& rule, Cleaning& cleaning) {
    const auto found = std::ranges::find(cleaning.rules, rule.id, &RuleCount::id);
    return found != cleaning.rules.end() ? *found : cleaning.rules.emplace_back(countOf(rule));
}

/// Nothing when the version of the form is not taken.
Result<std::optional<Judge>> judgeFor(const std::string& formHash, const CleaningPlan& plan) {
    if (formHash == plan.formHash) return std::optional(plan.judge);
    return plan.earlier ? plan.earlier(formHash) : std::optional<Judge>();
}

/// What the interview itself decides, now that the whole of it can be read. The rules that are broken are counted each
/// for itself, among those that nothing before leaves out.
std::optional<LeftOut> judgeContent(const CleanRecord& record, std::string_view xml, const CleaningPlan& plan,
                                    const Judge& by, Cleaning& cleaning) {
    const auto& fields = by.study->fields;
    const auto& answers = record.answers;
    const study::Overlooked overlooked{plan.include.contains(idOf(study::Outcome::BrokenOff)),
                                       plan.include.contains(idOf(study::Outcome::NotEligible))};
    const auto city = valueOf(answers, fields.city), group = valueOf(answers, fields.group),
               consent = valueOf(answers, by.study->cleaning.consent);
    study::Content content;
    content.outcome = record.outcome;
    content.city = city;
    content.group = group;
    content.consent = consent;
    if (const auto reason = study::whyNotCounted(*by.study, content, overlooked)) return leftOutFor(reason);
    if (by.rules == nullptr) return std::nullopt;
    const auto judged = by.rules->judge(xml, record.finalisedAt);
    if (!judged) return LeftOut::BadRecord;
    const auto& verdict = *judged;
    content.derivedGroup = verdict.group;
    if (const auto reason = study::whyNotCounted(*by.study, content, overlooked)) return leftOutFor(reason);
    for (std::size_t i = 0; i < verdict.holds.size(); ++i) {
        if (verdict.holds[i]) continue;
        auto& rule = countOf(by.study->cleaning.rules[i], cleaning);
        ++rule.broken;
        content.breaksRule = content.breaksRule || rule.leavesOut;
    }
    return leftOutFor(study::whyNotCounted(*by.study, content, overlooked));
}

bool hasWeight(const RecordXml& record, const std::string& field) {
    const auto* weight = record.byName(field);
    if (weight == nullptr) return true; // the study does not weight
    const auto value = parseNumber(weight->value);
    return value && *value > 0;
}

/// Judges one envelope; `record` is whole when nothing is returned.
Result<std::optional<LeftOut>> judge(const Fetched& fetched, const CleaningPlan& plan, PathPool& paths,
                                     CleanRecord& record, Cleaning& cleaning) {
    using Out = std::optional<LeftOut>;
    const auto& header = fetched.envelope.header();
    if (const auto out = reviewedOut(fetched, plan)) return Out(out);
    PEIL_TRY(const auto by, judgeFor(header.formHash, plan));
    if (!by) return Out(LeftOut::OtherForm);
    const auto opened = fetched.envelope.open(plan.researcher);
    if (!opened && opened.error().code == protocol::ProtocolErrc::NotForThisKey) return Out(LeftOut::OtherKey);
    if (!opened) return Out(LeftOut::BadRecord);
    const auto xml = peil::textOf(opened->view());
    auto answers = RecordXml::parse(xml, *by->repeats, paths);
    if (!answers) return Out(LeftOut::BadRecord);
    record = {header.interview, header.revision,     header.finalisedAt, toHex(fetched.envelope.hash()),
              header.outcome,   std::move(*answers), header.formHash};
    if (!agree(header, record.answers, by->study->fields.outcome)) return Out(LeftOut::Inconsistent);
    const auto out = judgeContent(record, xml, plan, *by, cleaning);
    if (!out && !hasWeight(record.answers, by->study->fields.weight)) ++cleaning.withoutWeight;
    return Out(out);
}

Result<> checkComplete(const CleanRecords& clean, const CleaningPlan& plan) {
    if (plan.only == nullptr || clean.records.size() == plan.only->size()) return {};
    return fail(RecordsErrc::BadInput, std::to_string(plan.only->size() - clean.records.size()) + " of the " +
                                           std::to_string(plan.only->size()) +
                                           " interviews of the frozen dataset are withdrawn or no longer available, so "
                                           "it cannot be reproduced; freeze a new version.");
}

} // namespace

std::string_view idOf(LeftOut reason) {
    for (const auto& [own, id] : kOwnReasons)
        if (own == reason) return id;
    return study::idOf(std::ranges::find(kShared, reason, &std::pair<LeftOut, study::NotCounted>::first)->second);
}

Result<CleanRecords> judgeEnvelopes(Listing listing, const CleaningPlan& plan) {
    CleanRecords result;
    for (const auto& rule : plan.judge.study->cleaning.rules)
        result.cleaning.rules.push_back(countOf(rule));
    const auto all = readAll(std::move(listing), plan, result.cleaning);
    const auto chosen = newest(all, plan, result.cleaning);
    std::size_t judged = 0;
    for (const auto& [interview, fetched] : chosen) {
        const double share = static_cast<double>(judged++) / static_cast<double>(chosen.size());
        if (plan.progress && !plan.progress(share)) return cancelled();
        CleanRecord record;
        PEIL_TRY(const auto out, judge(*fetched, plan, result.paths, record, result.cleaning));
        if (out)
            leaveOut(result.cleaning, *out, fetched->interview, fetched->device);
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

} // namespace peil::records
