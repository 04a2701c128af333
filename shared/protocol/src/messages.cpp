// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/messages.h"

#include "json.h"
#include "peil/base/byte_stream.h"

#include <algorithm>
#include <limits>

namespace peil::protocol {
namespace {

constexpr std::size_t kMaxQuotaCells = 10'000;
constexpr int kMostCounted = 10'000'000;
constexpr std::size_t kMaxAlerts = 100;
constexpr std::int64_t kMaxPackVersion = 1'000'000'000;
constexpr std::size_t kMaxSequences = 100'000;

tl::unexpected<Error> notJson() {
    return fail(ProtocolErrc::BadMessage, "The message is not a JSON object.");
}

boost::json::array sequenceArray(const std::vector<std::int64_t>& sequences) {
    boost::json::array array;
    for (const auto sequence : sequences)
        array.emplace_back(sequence);
    return array;
}

std::vector<std::int64_t> readSequences(JsonReader& reader, std::string_view name) {
    std::vector<std::int64_t> sequences;
    for (const auto& item : reader.list(name, kMaxSequences)) {
        if (item.is_int64() && item.as_int64() >= 1)
            sequences.push_back(item.as_int64());
        else
            reader.flag(name);
    }
    return sequences;
}

boost::json::object sealedItemObject(const SealedItem& item) {
    return {{"sequence", item.sequence}, {"hash", toBase64(item.hash)}};
}

SealedItem sealedItemIn(JsonReader& reader) {
    return {reader.integer("sequence", 1, kMaxSequence), reader.fixed<32>("hash")};
}

JsonReader objectIn(const boost::json::value& item) {
    return JsonReader(item.is_object() ? item.as_object() : boost::json::object{});
}

} // namespace

std::string encodeBatchReply(const BatchReply& reply) {
    boost::json::array receipts;
    for (const auto& receipt : reply.receipts)
        receipts.emplace_back(toBase64(receipt));
    return boost::json::serialize(boost::json::object{{"epoch", reply.epoch}, {"receipts", receipts}});
}

Result<BatchReply> decodeBatchReply(std::string_view json) {
    auto reader = JsonReader::parse(json);
    if (!reader) return notJson();
    BatchReply reply;
    reply.epoch = reader->text("epoch");
    for (const auto& text : reader->texts("receipts", kMaxBatchItems)) {
        PEIL_TRY(auto bytes, fromBase64(text));
        reply.receipts.push_back(std::move(bytes));
    }
    if (!reader->sound()) return reader->fault();
    return reply;
}

namespace {

void addReceipts(boost::json::object& object, const Manifest& manifest) {
    boost::json::array receipts;
    for (const auto& receipt : manifest.receipts)
        receipts.emplace_back(toBase64(receipt));
    object["receipts"] = std::move(receipts);
    object["receiptsUpTo"] = manifest.receiptsUpTo;
}

void readReceipts(JsonReader& reader, Manifest& manifest) {
    for (const auto& text : reader.texts("receipts", kMaxNewReceipts)) {
        auto bytes = fromBase64(text);
        if (!bytes) return reader.flag("receipts");
        manifest.receipts.push_back(std::move(*bytes));
    }
    manifest.receiptsUpTo = reader.integer("receiptsUpTo", 0, std::numeric_limits<std::int64_t>::max());
}

std::vector<NotCountedCell> readNotCounted(JsonReader& reader) {
    std::vector<NotCountedCell> cells;
    for (auto& item : reader.list("notCounted", kMaxQuotaCells)) {
        auto cell = objectIn(item);
        cells.push_back(
            {cell.text("city"), cell.text("reason"), static_cast<int>(cell.integer("count", 0, kMostCounted))});
        if (!cell.sound()) reader.flag("notCounted");
    }
    return cells;
}

std::vector<QuotaCell> readQuotas(JsonReader& reader) {
    std::vector<QuotaCell> cells;
    for (auto& item : reader.list("quotas", kMaxQuotaCells)) {
        auto cell = objectIn(item);
        cells.push_back({cell.text("city"), cell.text("group"),
                         static_cast<int>(cell.integer("target", 0, kMostCounted)),
                         static_cast<int>(cell.integer("achieved", 0, kMostCounted))});
        if (!cell.sound()) reader.flag("quotas");
    }
    return cells;
}

boost::json::array proofArray(const merkle::Proof& proof) {
    boost::json::array array;
    for (const auto& hash : proof)
        array.emplace_back(toBase64(hash));
    return array;
}

void readCheckpoint(JsonReader& reader, Manifest& manifest) {
    auto bytes = fromBase64(reader.text("checkpoint"));
    if (!bytes) return reader.flag("checkpoint");
    manifest.checkpoint = std::move(*bytes);
    for (const auto& text : reader.texts("consistency", merkle::kMaxProof)) {
        const auto hash = fromBase64(text);
        if (!hash || hash->size() != crypto::Digest{}.size()) return reader.flag("consistency");
        manifest.consistency.push_back(toArray<32>(*hash));
    }
}

Held readHeld(JsonReader& reader) {
    auto object = reader.object("held");
    Held held;
    held.highest = object.integer("highest", 0, kMaxSequence);
    std::int64_t next = 1;
    for (const auto& item : object.list("gaps", kMaxGaps)) {
        auto gap = objectIn(item);
        held.gaps.push_back({gap.integer("first", next, held.highest), 0});
        held.gaps.back().last = gap.integer("last", held.gaps.back().first, held.highest);
        next = held.gaps.back().last + 1;
        if (!gap.sound()) reader.flag("held");
    }
    if (object.has("head")) {
        auto head = object.object("head");
        held.head = sealedItemIn(head);
        if (!head.sound()) reader.flag("held");
    }
    if (!object.sound()) reader.flag("held");
    return held;
}

boost::json::object heldObject(const Held& held) {
    boost::json::array gaps;
    for (const auto& gap : held.gaps)
        gaps.push_back(boost::json::object{{"first", gap.first}, {"last", gap.last}});
    boost::json::object object{{"highest", held.highest}, {"gaps", std::move(gaps)}};
    if (held.head) object["head"] = sealedItemObject(*held.head);
    return object;
}

} // namespace

bool Held::lacks(std::int64_t sequence) const {
    return sequence > highest || std::ranges::any_of(gaps, [sequence](const SequenceRange& gap) {
               return gap.first <= sequence && sequence <= gap.last;
           });
}

std::string encodeManifest(const Manifest& manifest) {
    boost::json::array quotas, alerts, notCounted;
    for (const auto& cell : manifest.quotas)
        quotas.push_back(boost::json::object{
            {"city", cell.cityCode}, {"group", cell.groupId}, {"target", cell.target}, {"achieved", cell.achieved}});
    for (const auto& alert : manifest.alerts)
        alerts.emplace_back(alert);
    for (const auto& cell : manifest.notCounted)
        notCounted.push_back(
            boost::json::object{{"city", cell.cityCode}, {"reason", cell.reason}, {"count", cell.count}});
    boost::json::object object{
        {"epoch", manifest.epoch},          {"pack", manifest.packHash}, {"quotas", quotas},
        {"notCounted", notCounted},         {"alerts", alerts},          {"revoked", manifest.revoked},
        {"serverTime", manifest.serverTime}};
    if (manifest.packVersion) object["packVersion"] = *manifest.packVersion;
    if (manifest.held) object["held"] = heldObject(*manifest.held);
    if (!manifest.checkpoint.empty()) {
        object["checkpoint"] = toBase64(manifest.checkpoint);
        object["consistency"] = proofArray(manifest.consistency);
    }
    if (manifest.receiptsUpTo > 0) addReceipts(object, manifest);
    if (!manifest.withdrawn.empty()) object["withdrawn"] = sequenceArray(manifest.withdrawn);
    if (manifest.batchVersion > 1) object["batchVersion"] = manifest.batchVersion;
    return boost::json::serialize(object);
}

Result<Manifest> decodeManifest(std::string_view json) {
    auto reader = JsonReader::parse(json);
    if (!reader) return notJson();
    Manifest manifest;
    manifest.epoch = reader->text("epoch");
    if (reader->has("pack")) manifest.packHash = reader->text("pack");
    if (reader->has("alerts")) manifest.alerts = reader->texts("alerts", kMaxAlerts);
    if (reader->has("revoked")) manifest.revoked = reader->boolean("revoked");
    if (reader->has("serverTime")) manifest.serverTime = reader->text("serverTime");
    if (reader->has("quotas")) manifest.quotas = readQuotas(*reader);
    if (reader->has("notCounted")) manifest.notCounted = readNotCounted(*reader);
    if (reader->has("packVersion")) manifest.packVersion = reader->integer("packVersion", 0, kMaxPackVersion);
    if (reader->has("held")) manifest.held = readHeld(*reader);
    if (reader->has("checkpoint")) readCheckpoint(*reader, manifest);
    if (reader->has("receiptsUpTo")) readReceipts(*reader, manifest);
    if (reader->has("withdrawn")) manifest.withdrawn = readSequences(*reader, "withdrawn");
    if (reader->has("batchVersion"))
        manifest.batchVersion = static_cast<int>(reader->integer("batchVersion", 1, std::numeric_limits<int>::max()));
    if (!reader->sound()) return reader->fault();
    return manifest;
}

std::string encodeReconcile(const Reconcile& message) {
    boost::json::array items;
    for (const auto& item : message.items)
        items.push_back(sealedItemObject(item));
    return boost::json::serialize(boost::json::object{{"items", std::move(items)}});
}

Result<Reconcile> decodeReconcile(std::string_view json) {
    auto reader = JsonReader::parse(json);
    if (!reader) return notJson();
    Reconcile message;
    for (const auto& value : reader->list("items", kMaxReconcileItems)) {
        auto item = objectIn(value);
        message.items.push_back(sealedItemIn(item));
        if (!item.sound()) reader->flag("items");
    }
    if (!reader->sound()) return reader->fault();
    return message;
}

std::string encodeLacking(const Lacking& message) {
    return boost::json::serialize(
        boost::json::object{{"sequences", sequenceArray(message.sequences)}, {"taken", sequenceArray(message.taken)}});
}

Result<Lacking> decodeLacking(std::string_view json) {
    auto reader = JsonReader::parse(json);
    if (!reader) return notJson();
    Lacking message{readSequences(*reader, "sequences")};
    if (reader->has("taken")) message.taken = readSequences(*reader, "taken");
    if (!reader->sound()) return reader->fault();
    return message;
}

} // namespace peil::protocol
