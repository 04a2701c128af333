// SPDX-License-Identifier: Apache-2.0
#include "peil/base/file.h"
#include "peil/protocol/open_item.h"
#include "peil_test/interview.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::protocol;
using peil_test::need;

namespace {

Bytes golden(const std::string& name) {
    return need(readFile(std::filesystem::path(PEIL_SOURCE_DIR) / "tests/unit/protocol/golden" / name, 64 * 1024));
}

bool isGenuine(const BatchItem& item, const peil_test::Tablet& tablet) {
    return item.signature && isSignedBy(item.claim(tablet.id), *item.signature, tablet.signing.publicKey);
}

/// One item, with something changed in its bytes after it was signed.
template <class Change>
Result<Batch> changed(const peil_test::Tablet& tablet, const BatchItem& item, Change change) {
    auto body = need(encodeBatch({tablet.id, {item}}, tablet.signing));
    change(body);
    return decodeBatch(body, tablet.signing.publicKey);
}

/// A batch of version 2 whose only item has these keys.
Result<Batch> withKeys(const peil_test::Tablet& tablet, const std::string& keys) {
    const auto block = [](std::string_view text) {
        return std::string{static_cast<char>(text.size()), 0, 0, 0} + std::string(text);
    };
    const auto text = "PEILBAT2" + block(tablet.id.text()) + std::string{1, 0, 0, 0} + block(keys) + block("payload") +
                      std::string(64, 's');
    return decodeBatch(bytesOf(text), tablet.signing.publicKey);
}

} // namespace

TEST_CASE("a batch reads back with its items in order, in each version", "[protocol][batch]") {
    peil_test::Tablet tablet;
    auto second = tablet.item(2);
    second.previous = crypto::blake2b(bytesOf("one"));
    for (const int version : {1, 2}) {
        INFO(version);
        const auto body = need(encodeBatch({tablet.id, {tablet.item(1), second}, version}, tablet.signing));
        const auto batch = need(decodeBatch(body, tablet.signing.publicKey));
        CHECK(batch.version == version);
        CHECK(batch.device == tablet.id);
        REQUIRE(batch.items.size() == 2);
        const auto& read = batch.items[1];
        CHECK(read.interview == second.interview);
        CHECK(read.sequence == 2);
        CHECK(read.envelope == second.envelope);
        CHECK(read.kind == "interview");
        CHECK(read.previous == (version == 1 ? std::nullopt : second.previous));
        CHECK(read.signature.has_value() == (version == 2));
    }
}

TEST_CASE("a batch of version 1 of another tablet, a cut one and an oversized one are refused", "[protocol][batch]") {
    peil_test::Tablet tablet;
    const auto other = crypto::makeSigningKeyPair(tablet.rng);
    for (const int version : {1, 2}) {
        INFO(version);
        const auto body = need(encodeBatch({tablet.id, {tablet.item(1)}, version}, tablet.signing));
        for (std::size_t size = 0; size < body.size(); size += 17)
            REQUIRE(decodeBatch(ByteView(body).first(size), tablet.signing.publicKey).error().code ==
                    ProtocolErrc::BadBatch);
        auto longer = body;
        longer.push_back(0);
        REQUIRE(decodeBatch(longer, tablet.signing.publicKey).error().code == ProtocolErrc::BadBatch);
        if (version == 1) REQUIRE(decodeBatch(body, other.publicKey).error().code == ProtocolErrc::BadSignature);
        const Batch tooMany{tablet.id, std::vector<BatchItem>(kMaxBatchItems + 1), version};
        REQUIRE(encodeBatch(tooMany, tablet.signing).error().code == ProtocolErrc::TooLarge);
    }
    REQUIRE(decodeBatch(Bytes(kMaxBodyBytes + 1), tablet.signing.publicKey).error().code == ProtocolErrc::TooLarge);
}

TEST_CASE("a batch of a later version is refused by name", "[protocol][batch]") {
    peil_test::Tablet tablet;
    const auto read = [&](std::string_view text) {
        return decodeBatch(bytesOf(text), tablet.signing.publicKey).error().code;
    };
    CHECK(read("PEILBAT3") == ProtocolErrc::UnknownVersion);
    CHECK(read("PEILBAT1") == ProtocolErrc::BadBatch);
    CHECK(read("PEILBAT0") == ProtocolErrc::BadBatch);
    CHECK(read("PEILBATX") == ProtocolErrc::BadBatch);
}

TEST_CASE("each item of version 2 is signed separately, over each of its keys and its payload",
          "[protocol][batch][signature]") {
    peil_test::Tablet tablet;
    const auto item = tablet.signedItem(2, crypto::blake2b(bytesOf("one")));
    REQUIRE(isGenuine(item, tablet));
    const auto with = [&](auto change) {
        auto other = item;
        change(other);
        return isGenuine(other, tablet);
    };
    CHECK_FALSE(with([](BatchItem& one) { one.interview = InterviewId("5f7d0c1e-0000-4000-8000-000000000001"); }));
    CHECK_FALSE(with([](BatchItem& one) { ++one.revision; }));
    CHECK_FALSE(with([](BatchItem& one) { ++one.sequence; }));
    CHECK_FALSE(with([](BatchItem& one) { one.sequence += std::int64_t{1} << 32U; }));
    CHECK_FALSE(with([](BatchItem& one) { one.kind = "contact"; }));
    CHECK_FALSE(with([](BatchItem& one) { one.previous.reset(); }));
    CHECK_FALSE(with([](BatchItem& one) { (*one.previous)[0] ^= 1U; }));
    CHECK_FALSE(with([](BatchItem& one) { one.envelope.back() ^= 1U; }));
    CHECK_FALSE(isSignedBy(item.claim(DeviceId("another")), *item.signature, tablet.signing.publicKey));
    // Nor do two ways to cut the same letters into fields give the same bytes.
    CHECK_FALSE(with([](BatchItem& one) {
        one.kind += '5';
        one.interview = InterviewId(one.interview.text().substr(1));
    }));
}

TEST_CASE("a signature that is wrong spoils its own item only", "[protocol][batch][signature]") {
    peil_test::Tablet tablet;
    auto body = need(encodeBatch({tablet.id, {tablet.item(1), tablet.item(2)}}, tablet.signing));
    body.back() ^= 1U;
    const auto batch = need(decodeBatch(body, tablet.signing.publicKey));
    CHECK(isGenuine(batch.items[0], tablet));
    CHECK_FALSE(isGenuine(batch.items[1], tablet));
    CHECK_FALSE(isGenuine(need(changed(tablet, tablet.item(1), [](Bytes& bytes) { bytes[bytes.size() - 65] ^= 1U; }))
                              .items[0], // in the payload
                          tablet));
}

TEST_CASE("a kind that is not known yet reads as its own name; what is no name, and wrong keys, are refused",
          "[protocol][batch]") {
    peil_test::Tablet tablet;
    const auto batch =
        need(withKeys(tablet, R"({"kind":"alert_reading","id":"x","revision":1,"sequence":1,"new":[]})"));
    CHECK(batch.items[0].kind == "alert_reading");
    CHECK_FALSE(itemKindOf(batch.items[0].kind));
    CHECK(itemKindOf("interview") == ItemKind::Interview);
    for (const auto* keys :
         {R"({"kind":"","id":"x","revision":1,"sequence":1})", R"({"kind":"A b","id":"x","revision":1,"sequence":1})",
          R"({"kind":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","id":"x","revision":1,"sequence":1})",
          R"({"id":"x","revision":1,"sequence":1})",
          R"({"kind":"interview","interview":"x","revision":1,"sequence":1})",
          R"({"kind":"interview","id":"x","revision":0,"sequence":1})",
          R"({"kind":"interview","id":"x","revision":1,"sequence":0})",
          R"({"kind":"interview","id":"x","revision":1,"sequence":1,"previous":"AA=="})",
          R"({"kind":"interview","id":"x","revision":1,"sequence":1,"previous":null})", "[]"}) {
        INFO(keys);
        CHECK(withKeys(tablet, keys).error().code == ProtocolErrc::BadBatch);
    }
    BatchItem contact{InterviewId("x"), 1, 1, toBytes("payload"), "contact"};
    CHECK(encodeBatch({tablet.id, {contact}, 2}, tablet.signing));
    CHECK(encodeBatch({tablet.id, {contact}, 1}, tablet.signing).error().code == ProtocolErrc::BadBatch);
}

TEST_CASE("a batch of version 1 stays readable, and is written as before", "[protocol][batch][golden]") {
    peil_test::Tablet tablet;
    const auto bytes = golden("batch-1.bin");
    const auto batch = need(decodeBatch(bytes, tablet.signing.publicKey));
    CHECK(batch.version == 1);
    REQUIRE(batch.items.size() == 2);
    CHECK(batch.items[0].interview == tablet.header(1).interview);
    CHECK(batch.items[1].sequence == 5); // later than in its header
    CHECK_FALSE(batch.items[1].previous);
    CHECK_FALSE(batch.items[1].signature);
    const std::vector<PackFacts> packs{tablet.pack()};
    for (const auto& item : batch.items)
        CHECK_FALSE(judgeItem(item, tablet.known(), packs).reason);
    CHECK(need(encodeBatch(batch, tablet.signing)) == bytes);
}

TEST_CASE("a batch of version 2 stays readable, and is written as before", "[protocol][batch][golden]") {
    peil_test::Tablet tablet;
    const auto bytes = golden("batch-2.bin");
    const auto batch = need(decodeBatch(bytes, tablet.signing.publicKey));
    CHECK(batch.version == 2);
    REQUIRE(batch.items.size() == 3);
    CHECK_FALSE(batch.items[0].previous);
    CHECK(batch.items[1].previous == crypto::blake2b(batch.items[0].envelope));
    CHECK(batch.items[2].previous == crypto::blake2b(batch.items[1].envelope));
    CHECK(batch.items[2].kind == "contact");
    const std::vector<PackFacts> packs{tablet.pack()};
    const std::vector<std::optional<Quarantine>> verdicts{std::nullopt, std::nullopt, Quarantine::BadContent};
    for (std::size_t i = 0; i < batch.items.size(); ++i) {
        CHECK(isGenuine(batch.items[i], tablet));
        CHECK(judgeItem(batch.items[i], tablet.known(), packs).reason == verdicts[i]);
    }
    CHECK(need(encodeBatch(batch, tablet.signing)) == bytes);
}

TEST_CASE("a batch with items of every kind stays readable, and is written as before", "[protocol][batch][golden]") {
    peil_test::Tablet tablet;
    const auto bytes = golden("batch-2-kinds.bin");
    const auto batch = need(decodeBatch(bytes, tablet.signing.publicKey));
    CHECK(batch.version == 2);
    std::vector<std::string> kinds;
    const std::vector<PackFacts> packs{tablet.pack()};
    for (const auto& item : batch.items) {
        kinds.push_back(item.kind);
        CHECK(isGenuine(item, tablet));
        CHECK_FALSE(judgeItem(item, tablet.known(), packs).reason);
    }
    CHECK(kinds == std::vector<std::string>{"interview", "contact", "contact", "discard"});
    const auto undone = need(openItemOf(batch.items[2]));
    CHECK(undone.value("cancels") == batch.items[1].interview.text());
    CHECK(undone.value("outcome") == "refused");
    CHECK(need(openItemOf(batch.items[3])).value("reason") == "wrong_place");
    CHECK(need(encodeBatch(batch, tablet.signing)) == bytes);
}
