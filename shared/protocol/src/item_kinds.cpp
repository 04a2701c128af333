// SPDX-License-Identifier: Apache-2.0
// The kinds of items, and what the open part of each says.
#include "json.h"
#include "peil/protocol/open_item.h"

#include <algorithm>
#include <array>

namespace peil::protocol {
namespace {

constexpr std::size_t kMaxItemBytes = 4096;

template <class Enum>
using Ids = std::array<std::string_view, static_cast<std::size_t>(Enum::Count_)>;

constexpr Ids<ContactOutcome> kOutcomes{"approached", "refused", "not_eligible", "already_interviewed", "appointment"};
constexpr Ids<DiscardReason> kDiscardReasons{"mistake", "wrong_place", "started_twice", "tried_out", "other"};
constexpr Ids<TimeSlot> kSlots{"night", "morning", "afternoon", "evening"};

/// A person was approached at that site in that time. With `cancels` it takes that contact of the same tablet back.
constexpr FieldSchema kContact[]{{"site", FieldType::Site},
                                 {"date", FieldType::Date},
                                 {"slot", FieldType::Word, kSlots},
                                 {"outcome", FieldType::Word, kOutcomes},
                                 {"cancels", FieldType::Id, {}, Needed::Sometimes}};
/// An interview was erased before it was finished. Its id is that of the interview, so that it counts once.
constexpr FieldSchema kDiscard[]{{"site", FieldType::Site, {}, Needed::Sometimes},
                                 {"date", FieldType::Date},
                                 {"reason", FieldType::Word, kDiscardReasons}};

struct KindEntry {
    ItemKind kind;
    std::string_view id;
    std::span<const FieldSchema> schema = {};
};
using enum ItemKind;
constexpr std::array<KindEntry, static_cast<std::size_t>(Count_)> kKinds{
    {{Interview, "interview"}, {Contact, "contact", kContact}, {Discard, "discard", kDiscard}}};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < kKinds.size(); ++i)
        if (static_cast<std::size_t>(kKinds[i].kind) != i) return false;
    return true;
}
static_assert(inOrder());

bool isDate(std::string_view text) {
    constexpr std::string_view kShape = "0000-00-00";
    const auto isLike = [](char c, char shape) { return shape == '0' ? c >= '0' && c <= '9' : c == shape; };
    if (!std::ranges::equal(text, kShape, isLike)) return false;
    const auto number = [text](std::size_t at, std::size_t length) {
        int value = 0;
        for (const char c : text.substr(at, length))
            value = value * 10 + (c - '0');
        return value;
    };
    return (std::chrono::year(number(0, 4)) / number(5, 2) / number(8, 2)).ok();
}

/// Whether a site is one of the study and of the tablet's city depends on the pack (item_judge.h).
bool isSiteCode(std::string_view text) {
    constexpr std::size_t kMaxSiteBytes = 64;
    return !text.empty() && text.size() <= kMaxSiteBytes && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

bool fits(const FieldSchema& field, std::string_view value) {
    switch (field.type) {
    case FieldType::Word:
        return std::ranges::find(field.words, value) != field.words.end();
    case FieldType::Site:
        return isSiteCode(value);
    case FieldType::Date:
        return isDate(value);
    case FieldType::Id:
        return isPlainUuid(value);
    }
    return false;
}

tl::unexpected<Error> badItem(std::string_view field) {
    return fail(ProtocolErrc::BadItem, "The field \"" + std::string(field) + "\" does not fit the kind of the item.");
}

} // namespace

std::string_view idOf(ItemKind kind) {
    return kKinds[static_cast<std::size_t>(kind)].id;
}

std::optional<ItemKind> itemKindOf(std::string_view id) {
    const auto found = std::ranges::find(kKinds, id, &KindEntry::id);
    return found == kKinds.end() ? std::nullopt : std::optional(found->kind);
}

std::span<const FieldSchema> schemaOf(ItemKind kind) {
    return kKinds[static_cast<std::size_t>(kind)].schema;
}

std::string_view idOf(ContactOutcome outcome) {
    return kOutcomes[static_cast<std::size_t>(outcome)];
}

std::string_view idOf(DiscardReason reason) {
    return kDiscardReasons[static_cast<std::size_t>(reason)];
}

std::string_view idOf(TimeSlot slot) {
    return kSlots[static_cast<std::size_t>(slot)];
}

TimeSlot slotOf(std::chrono::hours timeOfDay) {
    constexpr int kHours = 24 / static_cast<int>(TimeSlot::Count_);
    return static_cast<TimeSlot>(timeOfDay.count() / kHours);
}

std::string_view OpenItem::value(std::string_view name) const {
    const auto found = std::ranges::find(fields, name, &std::pair<std::string, std::string>::first);
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

Result<Bytes> encodeOpenItem(const OpenItem& item) {
    boost::json::object object{{"kind", idOf(item.kind)}, {"id", item.id.text()}, {"study", item.study.text()}};
    for (const auto& field : schemaOf(item.kind))
        if (const auto value = item.value(field.name); !value.empty()) object[field.name] = value;
    auto bytes = toBytes(boost::json::serialize(object));
    PEIL_TRY(const auto read, decodeOpenItem(item.kind, bytes));
    if (read.fields.size() != item.fields.size()) return badItem("fields");
    return bytes;
}

Result<OpenItem> decodeOpenItem(ItemKind kind, ByteView payload) {
    const auto schema = schemaOf(kind);
    auto reader = payload.size() > kMaxItemBytes ? std::nullopt : JsonReader::parse(textOf(payload));
    if (!reader || schema.empty()) return fail(ProtocolErrc::BadItem);
    OpenItem item{kind, InterviewId(reader->text("id")), StudyId(reader->text("study"))};
    if (reader->text("kind") != idOf(kind)) return badItem("kind");
    for (const auto& field : schema) {
        if (field.needed == Needed::Sometimes && !reader->has(field.name)) continue;
        item.fields.emplace_back(field.name, reader->text(field.name));
        if (!fits(field, item.fields.back().second)) return badItem(field.name);
    }
    if (!reader->sound()) return reader->fault(ProtocolErrc::BadItem);
    constexpr std::size_t kCommon = 3; // kind, id, study
    if (reader->size() != kCommon + item.fields.size())
        return fail(ProtocolErrc::BadItem, "It has a field that is not of its kind.");
    return item;
}

Result<OpenItem> openItemOf(const BatchItem& item) {
    const auto kind = itemKindOf(item.kind);
    if (!kind) return badItem("kind");
    PEIL_TRY(auto open, decodeOpenItem(*kind, item.envelope));
    if (open.id != item.interview || item.revision != 1) return badItem("id");
    return open;
}

} // namespace peil::protocol
