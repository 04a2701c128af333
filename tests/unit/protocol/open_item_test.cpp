// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/open_item.h"

#include "peil_test/interview.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace peil;
using namespace peil::protocol;
using peil_test::need;

namespace {

constexpr const char* kId = "5f7d0c1e-0000-4000-8000-000000000001";
constexpr const char* kOther = "5f7d0c1e-0000-4000-8000-000000000002";

OpenItem contact() {
    return {ItemKind::Contact,
            InterviewId(kId),
            StudyId("opaak-2023"),
            {{"site", "HRL-01"}, {"date", "2030-02-28"}, {"slot", "evening"}, {"outcome", "refused"}}};
}
OpenItem discard() {
    return {
        ItemKind::Discard, InterviewId(kId), StudyId("opaak-2023"), {{"date", "2030-02-28"}, {"reason", "mistake"}}};
}
OpenItem with(OpenItem item, std::string_view name, std::string value) {
    for (auto& field : item.fields)
        if (field.first == name) field.second = value;
    if (item.value(name) != value) item.fields.emplace_back(name, value);
    return item;
}
ProtocolErrc faultOf(ItemKind kind, const std::string& json) {
    const auto read = decodeOpenItem(kind, bytesOf(json));
    return read ? ProtocolErrc{} : static_cast<ProtocolErrc>(read.error().code.value());
}

} // namespace

TEST_CASE("an open part reads back as it was written, by the schema of its kind", "[protocol][items]") {
    for (const auto& item :
         {contact(), with(contact(), "cancels", kOther), discard(), with(discard(), "site", "HRL-01")}) {
        auto read = need(decodeOpenItem(item.kind, need(encodeOpenItem(item))));
        CHECK(read.id == item.id);
        CHECK(read.study == item.study);
        CHECK(read.fields.size() == item.fields.size());
        for (const auto& [name, value] : item.fields)
            CHECK(read.value(name) == value);
    }
    CHECK(contact().value("cancels").empty());
    CHECK(textOf(need(encodeOpenItem(discard()))) ==
          R"({"kind":"discard","id":"5f7d0c1e-0000-4000-8000-000000000001","study":"opaak-2023",)"
          R"("date":"2030-02-28","reason":"mistake"})");
}

TEST_CASE("what does not fit the schema of a kind is neither written nor read", "[protocol][items]") {
    for (const auto& item :
         {with(contact(), "outcome", "interviewed"), with(contact(), "slot", "noon"),
          with(contact(), "date", "2030-02-29"), with(contact(), "date", "2030-2-28"), with(contact(), "site", ""),
          with(contact(), "site", std::string(65, 'A')), with(contact(), "site", "HRL 01"),
          with(contact(), "cancels", "x"), with(contact(), "note", "a name"), with(discard(), "reason", "bored")}) {
        INFO(item.fields.back().first << " " << item.fields.back().second);
        CHECK(encodeOpenItem(item).error().code == ProtocolErrc::BadItem);
    }
    using enum ItemKind;
    const auto text = std::string(textOf(need(encodeOpenItem(discard()))));
    const auto changed = [&](std::string_view from, std::string_view to) {
        auto copy = text;
        return copy.replace(copy.find(from), from.size(), to);
    };
    CHECK(faultOf(Discard, text) == ProtocolErrc{});
    CHECK(faultOf(Contact, text) == ProtocolErrc::BadItem);
    CHECK(faultOf(Interview, text) == ProtocolErrc::BadItem); // an envelope
    CHECK(faultOf(Discard, "[]") == ProtocolErrc::BadItem);
    CHECK(faultOf(Discard, changed("discard", "contact")) == ProtocolErrc::BadItem);
    CHECK(faultOf(Discard, changed("\"date\"", "\"day\"")) == ProtocolErrc::BadItem);
    CHECK(faultOf(Discard, changed("\"mistake\"", "1")) == ProtocolErrc::BadItem);
    CHECK(faultOf(Discard, changed("{", R"({"note":"a name",)")) == ProtocolErrc::BadItem);
    CHECK(faultOf(Discard, changed("}", std::string(5000, ' ') + "}")) == ProtocolErrc::BadItem);
}

TEST_CASE("every kind has its own name, and each word of a field too", "[protocol][items]") {
    std::set<std::string_view> ids;
    for (int i = 0; i < static_cast<int>(ItemKind::Count_); ++i) {
        const auto kind = static_cast<ItemKind>(i);
        ids.insert(idOf(kind));
        CHECK(itemKindOf(idOf(kind)) == kind);
        CHECK(schemaOf(kind).empty() == (kind == ItemKind::Interview));
        for (const auto& field : schemaOf(kind))
            CHECK(std::set<std::string_view>(field.words.begin(), field.words.end()).size() == field.words.size());
    }
    CHECK(ids.size() == static_cast<std::size_t>(ItemKind::Count_));
    CHECK(idOf(slotOf(std::chrono::hours(0))) == "night");
    CHECK(idOf(slotOf(std::chrono::hours(11))) == "morning");
    CHECK(idOf(slotOf(std::chrono::hours(12))) == "afternoon");
    CHECK(idOf(slotOf(std::chrono::hours(23))) == "evening");
}

TEST_CASE("an open part is judged by its schema, its study and the city of its site", "[protocol][items][judge]") {
    using enum Quarantine;
    const peil_test::Tablet tablet;
    auto packs = std::vector{tablet.pack()};
    const auto verdict = [&](const OpenItem& open, int revision = 1, const std::string& kind = {}) {
        BatchItem item{InterviewId(kId), revision, 1, need(encodeOpenItem(open)),
                       kind.empty() ? std::string(idOf(open.kind)) : kind};
        item.signature = signClaim(item.claim(tablet.id), tablet.signing);
        return judgeItem(item, tablet.known(), packs).reason;
    };
    CHECK_FALSE(verdict(contact()));
    CHECK_FALSE(verdict(discard()));
    CHECK(verdict(contact(), 2) == BadContent);
    CHECK(verdict(contact(), 1, "discard") == BadContent);
    CHECK(verdict(contact(), 1, "referral") == UnknownKind);
    auto other = contact();
    other.id = InterviewId(kOther);
    CHECK(verdict(other) == BadContent); // not the id beside it
    other = contact();
    other.study = StudyId("tea-2030");
    CHECK(verdict(other) == OtherStudy);
    CHECK(verdict(with(contact(), "site", "AMS-01")) == OtherCity);
    CHECK(verdict(with(contact(), "site", "HRL-02")) == OtherCity);
    packs.push_back(packs[0]);
    packs[1].siteCities = {{"HRL-02", "HRL"}}; // a later version of the study, with other sites
    CHECK_FALSE(verdict(with(contact(), "site", "HRL-02")));
    CHECK_FALSE(verdict(contact()));
    packs.clear();
    CHECK(verdict(contact()) == OtherStudy);
    CHECK(holdsNumber(BadContent));
    CHECK_FALSE(mayBeAccepted(BadContent));
}
