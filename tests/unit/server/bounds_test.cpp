// SPDX-License-Identifier: Apache-2.0
#include "http/bounds.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil::server::http;

TEST_CASE("an IPv6 client is its /64 network, an IPv4 client its address", "[server][bounds]") {
    CHECK(partyOf("192.0.2.7") == "192.0.2.7");
    CHECK(partyOf("::ffff:192.0.2.7") == "192.0.2.7");
    CHECK(partyOf("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64");
    CHECK(partyOf("2001:db8:1:2:ffff::1") == "2001:db8:1:2::/64");
    CHECK(partyOf("2001:db8:1:3::1") != partyOf("2001:db8:1:2::1"));
    CHECK(partyOf("fe80::1%eth0") == "fe80::/64");
}

TEST_CASE("the longest waiting connection of the client with the most connections is closed", "[server][bounds]") {
    Seats seats(5);
    const auto honest = seats.take("honest");
    const auto first = seats.take("flood"), second = seats.take("flood"), third = seats.take("flood");
    CHECK_FALSE(seats.full());
    const auto other = seats.take("other");
    CHECK(seats.full());
    CHECK(seats.givesWay() == first); // not the honest one, though it came before

    seats.engage(first);
    CHECK(seats.givesWay() == second);
    seats.wait(first); // now the last in line
    CHECK(seats.givesWay() == second);
    seats.leave(second);
    CHECK_FALSE(seats.full());
    CHECK(seats.givesWay() == third);
    seats.leave(third);
    seats.leave(first);
    seats.leave(other);
    CHECK(seats.givesWay() == honest);
}

TEST_CASE("connections whose requests are being served are not closed", "[server][bounds]") {
    Seats seats(2);
    CHECK_FALSE(seats.givesWay());
    for (const auto* party : {"a", "b"})
        seats.engage(seats.take(party));
    CHECK(seats.full());
    CHECK_FALSE(seats.givesWay());
}

TEST_CASE("bodies are bounded for one client and for all, and what is given back can be taken again",
          "[server][bounds]") {
    BodyBudget budget(100, 60);
    CHECK(budget.take("a", 60));
    CHECK_FALSE(budget.take("a", 1));
    CHECK_FALSE(budget.take("b", 41));
    CHECK(budget.take("b", 40));
    CHECK_FALSE(budget.take("c", 1));
    budget.giveBack("a", 60);
    CHECK(budget.take("c", 60));
    CHECK_FALSE(budget.take("b", 1));
    budget.giveBack("b", 40);
    budget.giveBack("c", 60);
    CHECK(budget.take("b", 60));
}
