// SPDX-License-Identifier: Apache-2.0
#pragma once

// The payload of every kind of item but the interview: an open part that the server reads, one JSON object by the
// schema of its kind. A new kind is an enumerator, its schema here and one entry of the table in item_kinds.cpp.

#include "peil/protocol/batch.h"

#include <chrono>
#include <span>
#include <utility>

namespace peil::protocol {

/// How the approach of one person ended who was not interviewed then. On the wire and in words.json by its id.
enum class ContactOutcome : std::uint8_t {
    Approached, ///< and nothing more: not asked, or no answer
    Refused,
    NotEligible,
    AlreadyInterviewed,
    Appointment,
    Count_,
};
[[nodiscard]] std::string_view idOf(ContactOutcome outcome); ///< approached, refused, not_eligible, …

/// Why an interview was erased that should not have been started.
enum class DiscardReason : std::uint8_t { Mistake, WrongPlace, StartedTwice, TriedOut, Other, Count_ };
[[nodiscard]] std::string_view idOf(DiscardReason reason); ///< mistake, wrong_place, …

/// Six hours of a day in the study's time zone: no contact is dated more closely.
enum class TimeSlot : std::uint8_t { Night, Morning, Afternoon, Evening, Count_ };
[[nodiscard]] std::string_view idOf(TimeSlot slot);          ///< night, morning, afternoon, evening
[[nodiscard]] TimeSlot slotOf(std::chrono::hours timeOfDay); ///< 0 to 23

/// What a field may say.
enum class FieldType : std::uint8_t {
    Word, ///< one of the schema's words
    Site, ///< a site of the study, in the tablet's city
    Date, ///< 2030-01-08
    Id,   ///< a UUID in lower case
};
enum class Needed : std::uint8_t { Always, Sometimes };
struct FieldSchema {
    std::string_view name;
    FieldType type{};
    std::span<const std::string_view> words = {}; ///< of a Word
    Needed needed = Needed::Always;
};
/// In the order in which they are written. Empty for the interview, which is an envelope.
[[nodiscard]] std::span<const FieldSchema> schemaOf(ItemKind kind);

struct OpenItem {
    ItemKind kind{};
    InterviewId id;
    StudyId study;
    std::vector<std::pair<std::string, std::string>> fields = {}; ///< by the schema

    /// Empty if it is not there.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    bool operator==(const OpenItem&) const = default;
};
/// @return BadItem when it does not fit the schema.
[[nodiscard]] Result<Bytes> encodeOpenItem(const OpenItem& item);
/// @return BadItem, also for a field that the schema does not name.
[[nodiscard]] Result<OpenItem> decodeOpenItem(ItemKind kind, ByteView payload);
/// The open part of an item as it came. @return BadItem, also for another id or revision than those beside it: no open
/// part is ever revised.
[[nodiscard]] Result<OpenItem> openItemOf(const BatchItem& item);

} // namespace peil::protocol
