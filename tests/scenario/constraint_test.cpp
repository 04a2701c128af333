// SPDX-License-Identifier: Apache-2.0
#include "peil_test/scenario.h"

using namespace peil_test;
using peil::forms::NoAnswer;
using peil::forms::Validity;

TEST_CASE("an answer that breaks its constraint is kept and called invalid", "[forms][constraint]") {
    auto form = Scenario::of(input("/d/age").type("int").constraint(". >= 18", "Only adults take part."));
    form.answer("/d/age", "12");
    REQUIRE(form.value("/d/age") == "12");
    REQUIRE(form.at("/d/age").validity == Validity::ConstraintBroken);
    REQUIRE(form.at("/d/age").message == "Only adults take part.");
    form.answer("/d/age", "21");
    REQUIRE(form.at("/d/age").validity == Validity::Ok);
}

TEST_CASE("a constraint is not checked while there is no answer", "[forms][constraint]") {
    auto form = Scenario::of(input("/d/age").type("int").constraint(". >= 18"));
    REQUIRE(form.session().violations().empty());
}

TEST_CASE("a constraint follows the other answer that it reads", "[forms][constraint]") {
    auto form = Scenario::of(input("/d/low").type("int"), input("/d/high").type("int").constraint(". > /d/low"));
    form.answer("/d/low", "5");
    form.answer("/d/high", "7");
    REQUIRE(form.at("/d/high").validity == Validity::Ok);
    const auto changes = form.answer("/d/low", "9");
    REQUIRE(form.at("/d/high").validity == Validity::ConstraintBroken);
    REQUIRE(std::find(changes.states.begin(), changes.states.end(), form.idOf("/d/high")) != changes.states.end());
}

TEST_CASE("a required question without an answer is missing, but not when it is not asked", "[forms][required]") {
    auto form = Scenario::of(input("/d/show").value("yes"), input("/d/name").required().relevant("/d/show = 'yes'"));
    REQUIRE(form.session().violations().size() == 1);
    REQUIRE(form.at("/d/name").validity == Validity::RequiredMissing);
    form.answer("/d/show", "no");
    REQUIRE(form.session().violations().empty());
}

TEST_CASE("a question may be required by an answer elsewhere", "[forms][required]") {
    auto form = Scenario::of(select1("/d/injects").choices({"yes", "no"}),
                             input("/d/times").type("int").required("/d/injects = 'yes'"));
    REQUIRE_FALSE(form.at("/d/times").required);
    form.answer("/d/injects", "yes");
    REQUIRE(form.at("/d/times").required);
}

TEST_CASE("a reason for no answer satisfies required and keeps the value empty", "[forms][reason]") {
    auto form = Scenario::of(input("/d/income").type("int").required(),
                             node("/d/seen").calculate("concat('<', /d/income, '>')"));
    form.answer("/d/income", "900");
    form.refuse("/d/income", NoAnswer::Refused);
    REQUIRE(form.at("/d/income").validity == Validity::Ok);
    REQUIRE(form.value("/d/seen") == "<>");
    REQUIRE(form.session().question(form.idOf("/d/income")).reason == NoAnswer::Refused);
}

TEST_CASE("an answer takes the reason away, and so does no reason", "[forms][reason]") {
    auto form = Scenario::of(input("/d/income").type("int").required());
    form.refuse("/d/income", NoAnswer::DontKnow);
    form.answer("/d/income", "1200");
    REQUIRE(form.session().question(form.idOf("/d/income")).reason == NoAnswer::None);
    form.refuse("/d/income", NoAnswer::Skipped);
    form.refuse("/d/income", NoAnswer::None);
    REQUIRE(form.at("/d/income").validity == Validity::RequiredMissing);
}

TEST_CASE("readonly is inherited from the group around", "[forms][readonly]") {
    auto form = Scenario::of(input("/d/lock"), group("/d/g").readonly("/d/lock = 'yes'"), input("/d/g/name"));
    REQUIRE_FALSE(form.at("/d/g/name").readonly);
    form.answer("/d/lock", "yes");
    REQUIRE(form.at("/d/g/name").readonly);
}

TEST_CASE("an interview with an error cannot be finalised, and one without can", "[forms][finalise]") {
    auto form = Scenario::of(input("/d/name").required(),
                             node("/d/end").bind("jr:preload", "timestamp").bind("jr:preloadParams", "end"));
    REQUIRE_FALSE(form.session().finalise());
    form.answer("/d/name", "x");
    form.clock().advance(std::chrono::minutes{20});
    need(form.session().finalise());
    REQUIRE(form.value("/d/end") == "2023-07-03T11:20:00.000+02:00");
}

TEST_CASE("numbers are stored in one form and anything else is refused", "[forms][codec]") {
    auto form = Scenario::of(input("/d/n").type("int"), input("/d/x").type("decimal"));
    form.answer("/d/n", " 12 ");
    REQUIRE(form.value("/d/n") == "12");
    for (const auto* bad : {"twelve", "99999999999", "1,5"}) {
        INFO(bad);
        REQUIRE_FALSE(form.session().answer(form.idOf("/d/n"), bad));
    }
    REQUIRE(form.value("/d/n") == "12");
    form.answer("/d/x", "1.50");
    REQUIRE(form.value("/d/x") == "1.50");
}

TEST_CASE("dates and times that do not exist are refused", "[forms][codec]") {
    auto form =
        Scenario::of(input("/d/day").type("date"), input("/d/at").type("time"), input("/d/when").type("dateTime"));
    form.answer("/d/day", "2024-02-29");
    for (const auto* bad :
         {"2023-02-29", "2024-13-01", "24-01-01", "yesterday", "2024-02-28T23:30:00Z", "2024-02-28T23:30:00.000-08:00"})
        REQUIRE_FALSE(form.session().answer(form.idOf("/d/day"), bad));
    REQUIRE(form.value("/d/day") == "2024-02-29");
    form.answer("/d/day", "2024-02-28T23:30:00");
    REQUIRE(form.value("/d/day") == "2024-02-28");
    form.answer("/d/at", "23:59:59.000+01:00");
    for (const auto* bad : {"24:00:00", "10:61:00", "10:00"})
        REQUIRE_FALSE(form.session().answer(form.idOf("/d/at"), bad));
    form.answer("/d/when", "2024-05-01T10:00:00.000Z");
    REQUIRE_FALSE(form.session().answer(form.idOf("/d/when"), "2024-05-01"));
}

TEST_CASE("a moment that the form itself puts into a date is the day that it is written with", "[forms][codec]") {
    auto form = Scenario::of(input("/d/a"), node("/d/today").type("date").calculate("now()"),
                             node("/d/day").type("date").value("1999-11-23T23:30:05.000-07:00"));
    REQUIRE(form.value("/d/today").size() == 10);
    REQUIRE(form.value("/d/day") == "1999-11-23");
}

TEST_CASE("a place gets its four numbers and must lie on the earth", "[forms][codec]") {
    auto form = Scenario::of(input("/d/here").type("geopoint"), input("/d/way").type("geotrace"));
    form.answer("/d/here", "52.1 4.3");
    REQUIRE(form.value("/d/here") == "52.1 4.3 0.0 0.0");
    REQUIRE_FALSE(form.session().answer(form.idOf("/d/here"), "95 4"));
    form.answer("/d/way", "52 4 0 0; 53 5 0 0");
    REQUIRE(form.value("/d/way") == "52.0 4.0 0.0 0.0;53.0 5.0 0.0 0.0");
}

TEST_CASE("text is stored in composed form", "[forms][codec]") {
    auto form = Scenario::of(input("/d/name"));
    form.answer("/d/name", "Cafe\xCC\x81");
    REQUIRE(form.value("/d/name") == "Caf\xC3\xA9");
}
