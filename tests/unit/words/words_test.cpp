// SPDX-License-Identifier: Apache-2.0
#include "peil/words/words.h"

#include "peil/analysis/register.h"
#include "peil/analysis/rows.h"
#include "peil/estimation/multiplier.h"
#include "peil/protocol/item_judge.h"
#include "peil/protocol/open_item.h"
#include "peil/records/judge.h"
#include "peil/study/counts.h"
#include "peil/study/vocabulary.h"

#include <algorithm>
#include <boost/json.hpp>
#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace peil;
using words::Kind;

namespace {

/// The ids of a program, up to the last one of its enum.
template <class Enum>
std::vector<std::string> idsUpTo(Enum last) {
    std::vector<std::string> ids;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        ids.emplace_back(idOf(static_cast<Enum>(i)));
    return ids;
}

template <class Enum>
Enum before(Enum end) {
    return static_cast<Enum>(static_cast<int>(end) - 1);
}

std::vector<std::string> idsOf(Kind kind) {
    std::vector<std::string> ids;
    const auto all = boost::json::parse(words::json());
    for (const auto& [id, texts] : all.at(idOf(kind)).as_object())
        ids.emplace_back(id);
    return ids;
}

using Languages = std::vector<const char*>;
const Languages kOfDashboard{"en", "nl", "ar"}, kOfReport{"en", "nl"};

void requireAll(Kind kind, std::vector<std::string> ids, const Languages& languages) {
    for (const auto& id : ids)
        for (const auto* language : languages) {
            INFO(id << " in " << language);
            CHECK(words::has(kind, id, language));
        }
    auto known = idsOf(kind);
    std::ranges::sort(known);
    std::ranges::sort(ids);
    CHECK(known == ids); // and nothing that no program says
}

} // namespace

TEST_CASE("every warning, reason and role of the programs has words in each language of the dashboard", "[words]") {
    requireAll(Kind::Warning, idsUpTo(estimation::WarningKind::IntervalWithheld), kOfDashboard);
    requireAll(Kind::NoInterval, idsUpTo(estimation::NoInterval::NotANumber), kOfDashboard);
    requireAll(Kind::NotCounted, idsUpTo(before(static_cast<study::NotCounted>(study::kNotCounted))), kOfDashboard);
    requireAll(Kind::Quarantine, idsUpTo(before(protocol::Quarantine::Count_)), kOfDashboard);
    requireAll(Kind::Contact, idsUpTo(before(protocol::ContactOutcome::Count_)), kOfDashboard);
    requireAll(Kind::Discard, idsUpTo(before(protocol::DiscardReason::Count_)), kOfDashboard);
    requireAll(Kind::Role, study::roleIds(), kOfDashboard);
    requireAll(Kind::Outcome, {std::string(idOf(study::Outcome::Complete))}, kOfDashboard);
    requireAll(Kind::Row, idsUpTo(analysis::RowReason::NoWeight), kOfDashboard);
    requireAll(Kind::RegisterRow, idsUpTo(analysis::RegisterReason::NotAskedFor), kOfDashboard);
    requireAll(Kind::Check, {"consent", "group"}, kOfDashboard);
    requireAll(Kind::Area, idsUpTo(analysis::AreaChosen::Largest), kOfReport);
}

TEST_CASE("warnings are sentences, and every loss has a label in the languages of a report", "[words]") {
    for (const auto kind : {Kind::Warning, Kind::NoInterval})
        for (const auto& id : idsOf(kind))
            for (const auto* language : {"en", "nl", "ar"})
                CHECK(words::textOf(kind, id, language).ends_with('.'));
    for (const auto kind : {Kind::Loss, Kind::Disclosure, Kind::Design})
        requireAll(kind, idsOf(kind), kOfReport);
    for (const auto kind : {Kind::Definition, Kind::Phrase})
        requireAll(kind, idsOf(kind), kOfDashboard);
    for (int reason = 0; reason < static_cast<int>(records::kLeftOut); ++reason) {
        const std::string id(idOf(static_cast<records::LeftOut>(reason)));
        INFO(id);
        CHECK(words::lossText(id, "nl") != id);
        int homes = 0;
        for (const auto kind : {Kind::NotCounted, Kind::Quarantine, Kind::Loss})
            homes += words::has(kind, id, "en") ? 1 : 0;
        CHECK(homes == 1);
    }
}

TEST_CASE("values stand in their places, whatever they hold", "[words]") {
    CHECK(words::textOf(Kind::Disclosure, "coarsened", "en", {"{1}", "2", "{age}"}) ==
          "Coarsened ({1} of 2 steps): {age}.");
    CHECK(words::textOf(Kind::Disclosure, "no_proof", "en", {}) == words::textOf(Kind::Disclosure, "no_proof"));
}

TEST_CASE("a language that is not there is English, and an id that is not there stands for itself", "[words]") {
    CHECK(words::textOf(Kind::Role, "researcher", "nl") == "onderzoeker");
    CHECK(words::textOf(Kind::Role, "researcher", "xx") == "researcher");
    CHECK(words::textOf(Kind::Role, "astronaut") == "astronaut");
}
