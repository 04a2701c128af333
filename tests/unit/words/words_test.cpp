// SPDX-License-Identifier: Apache-2.0
#include "peil/words/words.h"

#include "peil/estimation/multiplier.h"
#include "peil/protocol/item_judge.h"
#include "peil/study/counts.h"
#include "services/permissions.h"

#include <algorithm>
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

void requireAll(Kind kind, std::vector<std::string> ids) {
    for (const auto& id : ids)
        for (const auto* language : {"en", "nl", "ar"}) {
            INFO(id << " in " << language);
            CHECK(words::has(kind, id, language));
        }
    auto known = words::idsOf(kind);
    std::ranges::sort(known);
    std::ranges::sort(ids);
    CHECK(known == ids); // and nothing that no program says
}

} // namespace

TEST_CASE("every warning, reason and role of the programs has words in each language of the dashboard", "[words]") {
    requireAll(Kind::Warning, idsUpTo(estimation::WarningKind::IntervalWithheld));
    requireAll(Kind::NoInterval, idsUpTo(estimation::NoInterval::NotANumber));
    requireAll(Kind::NotCounted, idsUpTo(before(static_cast<study::NotCounted>(study::kNotCounted))));
    requireAll(Kind::Quarantine, idsUpTo(before(protocol::Quarantine::Count_)));
    std::vector<std::string> roles;
    for (int role = 1; !server::services::idOf(static_cast<server::repository::Role>(role)).empty(); ++role)
        roles.emplace_back(server::services::idOf(static_cast<server::repository::Role>(role)));
    requireAll(Kind::Role, roles);
}

TEST_CASE("warnings are sentences, and every loss has a label in the languages of a report", "[words]") {
    for (const auto kind : {Kind::Warning, Kind::NoInterval})
        for (const auto& id : words::idsOf(kind))
            for (const auto* language : {"en", "nl", "ar"})
                CHECK(words::textOf(kind, id, language).ends_with('.'));
    for (const auto& id : words::idsOf(Kind::Loss)) {
        INFO(id);
        CHECK(words::has(Kind::Loss, id, "en"));
        CHECK(words::has(Kind::Loss, id, "nl"));
    }
}

TEST_CASE("a language that is not there is English, and an id that is not there stands for itself", "[words]") {
    CHECK(words::textOf(Kind::Role, "researcher", "nl") == "onderzoeker");
    CHECK(words::textOf(Kind::Role, "researcher", "xx") == "researcher");
    CHECK(words::textOf(Kind::Role, "astronaut") == "astronaut");
}
