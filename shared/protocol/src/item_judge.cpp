// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/item_judge.h"

#include "json.h"
#include "peil/base/answer.h"
#include "peil/base/text.h"
#include "peil/protocol/open_item.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace peil::protocol {
namespace {

enum class Number : std::uint8_t { Free, Used };
enum class Person : std::uint8_t { MayAccept, MayNot };

struct Entry {
    Quarantine reason;
    std::string_view id;
    Number number;
    Person person;
};
using enum Quarantine;
constexpr std::array<Entry, static_cast<std::size_t>(Count_)> kReasons{{
    {Unreadable, "unreadable", Number::Free, Person::MayNot},
    {NotMine, "not_mine", Number::Free, Person::MayNot},
    {BadSignature, "bad_signature", Number::Free, Person::MayNot},
    {BadId, "bad_id", Number::Used, Person::MayNot},
    {SequenceJump, "sequence_jump", Number::Free, Person::MayNot},
    {Revoked, "revoked", Number::Used, Person::MayAccept},
    {UnknownKind, "unknown_kind", Number::Used, Person::MayNot},
    {BadContent, "bad_content", Number::Used, Person::MayNot},
    {OtherStudy, "other_study", Number::Used, Person::MayNot},
    {UnknownForm, "unknown_form", Number::Used, Person::MayAccept},
    {OtherRecipients, "other_recipients", Number::Used, Person::MayAccept},
    {UnknownField, "unknown_field", Number::Used, Person::MayAccept},
    {BadValue, "bad_value", Number::Used, Person::MayAccept},
    {BadOutcome, "bad_outcome", Number::Used, Person::MayAccept},
    {OtherCity, "other_city", Number::Used, Person::MayAccept},
    {NotOwner, "not_owner", Number::Used, Person::MayNot},
    {Conflict, "conflict", Number::Used, Person::MayAccept},
    {BrokenChain, "broken_chain", Number::Used, Person::MayAccept},
}};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < kReasons.size(); ++i)
        if (static_cast<std::size_t>(kReasons[i].reason) != i) return false;
    return true;
}
static_assert(inOrder());

const Entry& entryOf(Quarantine reason) {
    return kReasons[static_cast<std::size_t>(reason)];
}

constexpr std::size_t kMaxOutcomeBytes = 64;
constexpr std::size_t kMaxTokenBytes = 128;

bool isPlainWord(std::string_view text) {
    return !text.empty() && text.size() <= kMaxOutcomeBytes && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

bool isPlainText(std::string_view text) {
    return text.size() <= kMaxOpenValueBytes && std::ranges::all_of(text, [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte >= 0x20 && byte != 0x7F;
           });
}

/// A calculation without a result says NaN, which is no number and no harm.
bool isPlausibleNumber(std::string_view text) {
    if (text.empty() || text == "NaN") return true;
    const auto value = parseNumber(text);
    return value && std::abs(*value) <= kMaxOpenNumber;
}

/// "2030-01-08T10:00:00.000Z", as formatUtc() writes it.
bool isUtcTime(std::string_view text) {
    constexpr std::string_view kShape = "0000-00-00T00:00:00.000Z";
    return text.size() == kShape.size() && std::ranges::equal(text, kShape, [](char c, char shape) {
               return shape == '0' ? c >= '0' && c <= '9' : c == shape;
           });
}

bool isPlausible(const OpenField& field, const PackFacts& pack) {
    return isPlainText(field.value) && noAnswerOf(field.reason) &&
           (!pack.numberFields.contains(field.name) || isPlausibleNumber(field.value));
}

std::optional<Quarantine> judgeRecipients(const EnvelopeHeader& header, const PackFacts& pack) {
    const std::set<std::string> named(header.recipients.begin(), header.recipients.end());
    if (named.size() != header.recipients.size() || named != pack.recipients) return OtherRecipients;
    return std::nullopt;
}

std::optional<Quarantine> judgeAnswers(const EnvelopeHeader& header, const PackFacts& pack) {
    for (const auto& field : header.open)
        if (!pack.openFields.contains(field.name)) return UnknownField;
    if (!isUtcTime(header.finalisedAt)) return BadValue;
    for (const auto& token : header.duplicateTokens)
        if (token.size() > kMaxTokenBytes || !isPlainText(token)) return BadValue;
    for (const auto& field : header.open)
        if (!isPlausible(field, pack)) return BadValue;
    if (!isPlainWord(header.outcome)) return BadOutcome;
    return std::nullopt;
}

/// An interview without a city does not count, but is not from another city.
std::optional<Quarantine> judgeCity(const EnvelopeHeader& header, const PackFacts& pack, const KnownDevice& device) {
    for (const auto& field : header.open) {
        if (field.name != pack.cityField || field.value.empty()) continue;
        const auto code = pack.cityCodes.find(field.value);
        if (code == pack.cityCodes.end() || code->second != device.cityCode) return OtherCity;
    }
    return std::nullopt;
}

std::optional<Quarantine> judgeBy(const PackFacts& pack, const EnvelopeHeader& header, const KnownDevice& device) {
    if (const auto reason = judgeRecipients(header, pack)) return reason;
    if (const auto reason = judgeAnswers(header, pack)) return reason;
    return judgeCity(header, pack, device);
}

/// A tablet may have an earlier pack than the server: each that was published with the form is good, the newest one
/// gives the reason.
std::optional<Quarantine> judgeBy(std::span<const PackFacts> packs, const EnvelopeHeader& header,
                                  const KnownDevice& device) {
    if (!packs.empty() && std::ranges::find(packs, header.study, &PackFacts::study) == packs.end()) return OtherStudy;
    std::optional<Quarantine> reason = UnknownForm;
    for (const auto& pack : packs) {
        if (pack.formHash != header.formHash || pack.study != header.study) continue;
        reason = judgeBy(pack, header, device);
        if (!reason) return reason;
    }
    return reason;
}

/// Items of version 1 are not signed separately; their batch was signed.
bool isGenuine(const BatchItem& item, const KnownDevice& device) {
    return !item.signature || isSignedBy(item.claim(device.id), *item.signature, device.publicKey);
}

/// What must hold of an item of any kind.
std::optional<Quarantine> judgeKeys(const BatchItem& item, const KnownDevice& device) {
    if (!isPlainUuid(item.interview.text())) return BadId;
    if (item.sequence > highestPlausible(device.highestSeen)) return SequenceJump;
    if (device.revoked) return Revoked;
    return std::nullopt;
}

/// The sites of the newest pack are not enough: the tablet may have an earlier one.
std::optional<Quarantine> judgeOpen(const BatchItem& item, const KnownDevice& device,
                                    std::span<const PackFacts> packs) {
    const auto open = openItemOf(item);
    if (!open) return BadContent;
    std::optional<Quarantine> reason = OtherStudy;
    for (const auto& pack : packs) {
        if (pack.study != open->study) continue;
        const auto isElsewhere = [&](const FieldSchema& field) {
            const auto value = field.type == FieldType::Site ? open->value(field.name) : std::string_view();
            const auto site = pack.siteCities.find(value);
            return !value.empty() && (site == pack.siteCities.end() || site->second != device.cityCode);
        };
        if (std::ranges::none_of(schemaOf(open->kind), isElsewhere)) return std::nullopt;
        reason = OtherCity;
    }
    return reason;
}

} // namespace

std::string_view idOf(Quarantine reason) {
    return entryOf(reason).id;
}

std::optional<Quarantine> quarantineOf(std::string_view id) {
    const auto found = std::ranges::find(kReasons, id, &Entry::id);
    return found == kReasons.end() ? std::nullopt : std::optional(found->reason);
}

bool holdsNumber(Quarantine reason) {
    return entryOf(reason).number == Number::Used;
}

bool mayBeAccepted(Quarantine reason) {
    return entryOf(reason).person == Person::MayAccept;
}

Judgement judgeItem(const BatchItem& item, const KnownDevice& device, std::span<const PackFacts> packs) {
    const auto kind = itemKindOf(item.kind);
    if (kind != ItemKind::Interview) {
        if (!isGenuine(item, device)) return {std::nullopt, BadSignature};
        if (const auto reason = judgeKeys(item, device)) return {std::nullopt, reason};
        return {std::nullopt, kind ? judgeOpen(item, device, packs) : UnknownKind};
    }
    const auto envelope = Envelope::parse(item.envelope);
    if (!envelope) return {std::nullopt, Unreadable};
    const auto& header = envelope->header();
    // A tablet that was restored from a copy sends what it had sealed under a used number behind the newest one.
    if (header.interview != item.interview || header.revision != item.revision || header.sequence > item.sequence)
        return {header, Unreadable};
    if (header.device != device.id) return {header, NotMine};
    if (!envelope->isSignedBy(device.publicKey) || !isGenuine(item, device)) return {header, BadSignature};
    if (const auto reason = judgeKeys(item, device)) return {header, reason};
    return {header, judgeBy(packs, header, device)};
}

bool fitsChain(const std::optional<crypto::Digest>& previous, const crypto::Digest& hash, const Neighbours& beside) {
    const auto isAmong = [](const auto& held, const auto& wanted) {
        return std::ranges::find(held, wanted) != held.end();
    };
    if (previous && !beside.before.empty() && !isAmong(beside.before, *previous)) return false;
    return beside.after.empty() ||
           std::ranges::any_of(beside.after, [&](const auto& named) { return !named || *named == hash; });
}

std::int64_t highestPlausible(std::int64_t highestSeen) {
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max() - kMaxSequenceJump;
    return std::min(highestSeen, kMost) + kMaxSequenceJump;
}

void Successions::add(const DeviceId& device, const DeviceId& successor) {
    m_successors.emplace(device, successor);
}

bool Successions::mayRevise(const DeviceId& owner, const DeviceId& device) const {
    std::set<DeviceId> reached{owner};
    for (std::vector<DeviceId> next{owner}; !next.empty();) {
        const auto here = next.back();
        next.pop_back();
        if (here == device) return true;
        const auto [first, last] = m_successors.equal_range(here);
        for (auto named = first; named != last; ++named)
            if (reached.insert(named->second).second) next.push_back(named->second);
    }
    return false;
}

} // namespace peil::protocol
