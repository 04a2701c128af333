// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <cmath>

#include <catch2/catch_approx.hpp>

using Catch::Approx;
using peil::xpath::NodeType;
using xpath_test::World;

TEST_CASE("today and now come from the clock, in the zone", "[xpath][date]") {
    World world; // the clock stands at 2023-07-03T09:00Z
    CHECK(world.text("today()") == "2023-07-03");
    CHECK(world.text("now()") == "2023-07-03T11:00:00.000+02:00");
    world.zone("Pacific/Kiritimati");
    world.clock.advance(std::chrono::hours(2));
    CHECK(world.text("today()") == "2023-07-04");
    CHECK(world.truth("today() = '2023-07-04'"));
    CHECK(world.truth("today() > '1970-06-03'"));
}

TEST_CASE("a date counts whole local days in every zone", "[xpath][date]") {
    World world;
    for (const auto* zone : {"UTC", "America/Phoenix", "Pacific/Kiritimati", "Europe/Amsterdam", "Asia/Kolkata"}) {
        world.zone(zone);
        CHECK(world.number("number(date('1970-01-02'))") == 1);
        CHECK(world.number("date('2024-03-01') - date('2024-02-28')") == 2);
        CHECK(world.text("date(date('2024-02-28') + 2)") == "2024-03-01");
        CHECK(world.text("date(1.9)") == "1970-01-02");
        CHECK(world.text("date('1969-12-31') + 0") == "-1");
        CHECK(world.text("date('1931-05-17')") == "1931-05-17");
    }
}

TEST_CASE("a day exists also where its midnight does not", "[xpath][date]") {
    World world;
    world.zone("America/Sao_Paulo"); // clocks went from 0:00 to 1:00 on 2018-11-04
    CHECK(world.text("date('2018-11-04')") == "2018-11-04");
    CHECK(world.text("format-date('2018-11-04', '%Y-%m-%d')") == "2018-11-04");
    CHECK(world.number("date('2018-11-04') - date('2018-11-03')") == 1);
}

TEST_CASE("a month or a day of one digit is read and gets its zero", "[xpath][date]") {
    World world;
    CHECK(world.text("date('1970-1-2')") == "1970-01-02");
    CHECK(world.text("format-date('2024-12-5', '%d')") == "05");
    CHECK(world.text("date('1970-1-')").empty());
    CHECK(world.text("date('1970-001-02')").empty());
    CHECK(world.truth("'1970-1-2' = '1970-1-2'"));
    CHECK_FALSE(world.truth("'1970-1-2' = '1970-01-02'"));
}

TEST_CASE("date() of a moment is the local day that it falls on", "[xpath][date]") {
    World world;
    CHECK(world.text("date('2023-06-30T23:30:00.000Z')") == "2023-07-01");
    world.zone("America/Phoenix");
    CHECK(world.text("date('2023-07-01T05:00:00.000Z')") == "2023-06-30");
    CHECK(world.text("date('')").empty());
    CHECK(world.text("date('soon')").empty());
}

TEST_CASE("date-time keeps the instant and prints it in the zone", "[xpath][date]") {
    World world;
    CHECK(world.text("date-time('2023-01-01T10:00:00.000Z')") == "2023-01-01T11:00:00.000+01:00");
    CHECK(world.text("date-time('2023-01-01T10:00:00')") == "2023-01-01T10:00:00.000+01:00");
    CHECK(world.text("date-time(0)") == "1970-01-01T01:00:00.000+01:00");
    CHECK(world.text("date-time('2023-01-01')") == "2023-01-01");
    CHECK(world.number("number(date-time('1970-01-01T12:00:00Z'))") == 0.5);
}

TEST_CASE("two moments compare as instants, a moment and a day by the day", "[xpath][date]") {
    const World world;
    CHECK(world.truth("date-time('2023-07-03T08:00:00Z') < date-time('2023-07-03T08:00:00.001Z')"));
    CHECK(world.truth("date-time('2023-07-03T10:00:00+02:00') = date-time('2023-07-03T08:00:00Z')"));
    CHECK(world.truth("date-time('2023-07-03T08:00:00Z') = date('2023-07-03')"));
    CHECK_FALSE(world.truth("now() > today()"));
    CHECK(world.truth("date('2023-07-02') < now()"));
}

TEST_CASE("texts in the form of a date are counted from their local midnight", "[xpath][date]") {
    World world;
    world.zone("America/Phoenix");
    CHECK(world.number("number('1970-01-02')") == Approx(1 + 7.0 / 24));
    CHECK(world.number("'2023-07-03' - '2023-07-01'") == 2);
    CHECK(world.number("number('1970-01-02T00:00:00Z')") == 1);
    CHECK(std::isnan(world.number("number('2023-02-30')")));
    CHECK(world.truth("'2023-07-03' > '2023-06-30'"));
    CHECK_FALSE(world.truth("'2023-07-03' = '2023-07-03T00:00:00'"));
}

TEST_CASE("a node of type date is a date, whatever the zone", "[xpath][date]") {
    World world("<data><born>1990-05-17</born><text>1990-05-17</text></data>");
    world.document.setType(world.find("/data/born"), NodeType::Date);
    for (const auto* zone : {"America/Phoenix", "Pacific/Kiritimati"}) {
        world.zone(zone);
        CHECK(world.truth("/data/born = date('1990-05-17')"));
        CHECK(world.truth("/data/born = /data/text"));
        CHECK_FALSE(world.truth("/data/born > '1990-05-17'"));
        CHECK(world.number("/data/born - date('1990-05-16')") == 1);
        CHECK(world.number("int((today() - /data/born) div 365.25)") == 33);
    }
}

TEST_CASE("decimal-date-time and decimal-time give fractions", "[xpath][date]") {
    World world;
    CHECK(world.number("decimal-date-time('1970-01-02T06:00:00Z')") == 1.25);
    CHECK(world.number("decimal-date-time('2023-01-01')") == Approx(19358 - 1.0 / 24));
    CHECK(world.number("decimal-time('18:00')") == 0.75);
    CHECK(world.number("decimal-time('18:00:00.000+02:00')") == 0.75);
    CHECK(world.number("decimal-time('18:00:00Z')") == Approx(20.0 / 24));
    CHECK(world.number("decimal-time('2023-01-01T06:00:00')") == 0.25);
    CHECK(std::isnan(world.number("decimal-time('24:00')")));
    CHECK(std::isnan(world.number("decimal-time('noon')")));
    CHECK(std::isnan(world.number("decimal-date-time('noon')")));
}

TEST_CASE("format-date knows every token of ODK", "[xpath][date]") {
    const World world;
    const auto all =
        world.text("format-date-time('2023-07-03T09:05:07.042', '%Y|%y|%m|%n|%b|%d|%e|%a|%W|%H|%h|%M|%S|%3|%%')");
    CHECK(all == "2023|23|07|7|Jul|03|3|Mon|27|09|9|05|07|042|%");
    CHECK(world.text("format-date('2021-01-03', '%W')") == "53");
    CHECK(world.text("format-date('', '%Y')").empty());
    CHECK(world.text("format-date(date('2024-02-28') + 2, '%e/%n')") == "1/3");
    CHECK(world.text("format-date-time(date('2024-02-28') + 2, '%Y-%m-%d %H')") == "2024-03-01 00");
}

TEST_CASE("names of months and days follow the form's language, else the client's", "[xpath][date]") {
    World world;
    const std::string call = "format-date('2023-05-03', '%b %a')";
    world.host.language = "French (fr)";
    CHECK(world.text(call) == "mai mer.");
    world.host.language = "de";
    CHECK(world.text(call) == "Mai Mi.");
    world.host.language = "Deutsch";
    CHECK(world.text(call) == "Mai Mi.");
    world.host.language = "default";
    CHECK(world.text(call) == "May Wed");
    world.host.clientLanguage = "nl";
    CHECK(world.text(call) == "mei wo");
}

TEST_CASE("an unknown zone counts as UTC", "[xpath][date]") {
    World world;
    world.zone("Mars/Olympus");
    CHECK(world.text("now()") == "2023-07-03T09:00:00.000+00:00");
}
