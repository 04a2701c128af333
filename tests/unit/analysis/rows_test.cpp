// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/rows.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil::analysis;

TEST_CASE("each row is used or counted under the first reason that holds", "[analysis][rows]") {
    RowCounter counter({"opioid", "crack_only"}, {"opioid"});
    counter.add({.group = "opioid"});
    counter.add({.group = "opioid"});
    counter.add({.state = "broken_off", .group = ""});
    for (const auto* none : {"", " ", "NA", "#N/A", "."})
        counter.add({.group = none});
    counter.add({.group = "Opioid", .answered = false});
    counter.add({.group = "Opioid"});
    counter.add({.group = "tea"});
    counter.add({.group = "crack_only"});
    counter.add({.group = "opioid", .inArea = false, .answered = false});
    counter.add({.group = "opioid", .answered = false, .weighted = false});
    counter.add({.group = "opioid", .weighted = false});
    const auto account = counter.account();
    CHECK(account.read == 15);
    CHECK(account.used == 2);
    std::string words;
    std::size_t unused = 0;
    for (const auto& one : account.unused) {
        words += std::to_string(one.rows) + " " + std::string(idOf(one.reason)) + " " + one.value +
                 (one.probably.empty() ? "" : "=" + one.probably) + "; ";
        unused += one.rows;
        CHECK_FALSE(describe(one).empty());
    }
    CHECK(account.read == account.used + unused);
    CHECK(words == "1 does_not_count broken_off; 5 no_group ; 2 unknown_group Opioid=opioid; 1 unknown_group tea; "
                   "1 not_asked_for crack_only; 1 outside_area opioid; 1 no_answer opioid; 1 no_weight opioid; ");
}

TEST_CASE("a probable typing error is reported, but not if the words are short or far apart", "[analysis][rows]") {
    const std::vector<std::string> groups{"opioid", "crack_only", "a"};
    CHECK(probableSlip("OPIOID", groups) == "opioid");
    CHECK(probableSlip("Opioïd", groups) == "opioid");
    CHECK(probableSlip("opiod", groups) == "opioid");
    CHECK(probableSlip("opioids", groups) == "opioid");
    CHECK(probableSlip("Crack only", groups) == "crack_only");
    CHECK(probableSlip("crack-only", groups) == "crack_only");
    CHECK(probableSlip("op ioid", groups) == "opioid");
    CHECK(probableSlip("A", groups) == "a");
    for (const auto* far : {"b", "tea", "alcohol", "crack", "", "-"})
        CHECK_FALSE(probableSlip(far, groups));
    CHECK_FALSE(sameButForCase("Rotterdam", {"Amsterdam"}));
    CHECK(sameButForCase("den haag", {"Den Haag"}) == "Den Haag");
}
