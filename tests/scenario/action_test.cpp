// SPDX-License-Identifier: Apache-2.0
#include "peil_test/scenario.h"

using namespace peil_test;

TEST_CASE("setvalue at the first load runs before the first calculation", "[forms][actions]") {
    auto form = Scenario::of(FormText({input("/d/a"), node("/d/b").calculate("concat(/d/a, '!')")})
                                 .model("<setvalue event=\"odk-instance-first-load\" ref=\"/d/a\">first</setvalue>"));
    REQUIRE(form.value("/d/a") == "first");
    REQUIRE(form.value("/d/b") == "first!");
}

TEST_CASE("setvalue on a change runs when the value changes and not otherwise", "[forms][actions]") {
    auto form = Scenario::of(input("/d/a").onEvent("xforms-value-changed", "/d/count", "/d/count + 1"),
                             input("/d/count").type("int").value("0"));
    REQUIRE(form.value("/d/count") == "0");
    form.answer("/d/a", "x");
    REQUIRE(form.value("/d/count") == "1");
    form.answer("/d/a", "x");
    REQUIRE(form.value("/d/count") == "1");
}

TEST_CASE("actions set off each other", "[forms][actions]") {
    auto form = Scenario::of(input("/d/a").onEvent("xforms-value-changed", "/d/b", "concat(/d/a, 'b')"),
                             input("/d/b").onEvent("xforms-value-changed", "/d/c", "concat(/d/b, 'c')"), input("/d/c"));
    form.answer("/d/a", "a");
    REQUIRE(form.value("/d/c") == "abc");
}

TEST_CASE("setvalue without a value clears", "[forms][actions]") {
    auto form = Scenario::of(input("/d/a").inside("<setvalue event=\"xforms-value-changed\" ref=\"/d/b\"/>"),
                             input("/d/b").value("old"));
    form.answer("/d/a", "x");
    REQUIRE(form.value("/d/b").empty());
}

TEST_CASE("an action in a repeat fills its own instance", "[forms][actions]") {
    auto form =
        Scenario::of(repeat("/d/r"), input("/d/r/a").onEvent("xforms-value-changed", "/d/r/b", "concat('saw ', ../a)"),
                     input("/d/r/b"));
    form.add("/d/r");
    form.answer("/d/r[2]/a", "two");
    REQUIRE(form.value("/d/r[1]/b").empty());
    REQUIRE(form.value("/d/r[2]/b") == "saw two");
}

TEST_CASE("odk-new-repeat runs for instances that are added and not for those of the form", "[forms][actions]") {
    auto form = Scenario::of(repeat("/d/r").onEvent("odk-new-repeat", "/d/r/n", "position(..)"), input("/d/r/n"));
    REQUIRE(form.value("/d/r[1]/n").empty());
    form.add("/d/r");
    REQUIRE(form.value("/d/r[2]/n") == "2");
}

TEST_CASE("an older form calls odk-new-repeat jr-insert", "[forms][actions]") {
    auto form = Scenario::of(repeat("/d/r").onEvent("jr-insert", "/d/r/n", "position(..)"), input("/d/r/n"));
    form.add("/d/r");
    REQUIRE(form.value("/d/r[1]/n").empty());
    REQUIRE(form.value("/d/r[2]/n") == "2");
}

TEST_CASE("one action may wait for several events", "[forms][actions]") {
    auto form = Scenario::of(repeat("/d/r").onEvent("odk-instance-first-load odk-new-repeat", "/d/r/n", "'set'"),
                             input("/d/r/n"));
    form.add("/d/r");
    REQUIRE(form.value("/d/r[1]/n") == "set");
    REQUIRE(form.value("/d/r[2]/n") == "set");
}

TEST_CASE("preloads give start, day, device and identifier", "[forms][preload]") {
    auto form = Scenario::of(node("/d/start").bind("jr:preload", "timestamp").bind("jr:preloadParams", "start"),
                             node("/d/today").type("date").bind("jr:preload", "date").bind("jr:preloadParams", "today"),
                             node("/d/device").bind("jr:preload", "property").bind("jr:preloadParams", "deviceid"),
                             input("/d/q"));
    REQUIRE(form.value("/d/start") == "2023-07-03T11:00:00.000+02:00");
    REQUIRE(form.value("/d/today") == "2023-07-03");
    REQUIRE(form.value("/d/device") == "tablet-7");
    REQUIRE(form.session().instanceId().starts_with("uuid:"));
}

TEST_CASE("attributes are bound like elements", "[forms][actions]") {
    auto form = Scenario::of(FormText(
        {input("/d/name"), node("/d/entity"), node("/d/entity/@label").calculate("concat('person ', /d/name)")}));
    form.answer("/d/name", "Ann");
    REQUIRE(form.value("/d/entity/@label") == "person Ann");
    REQUIRE(form.session().submissionXml().find("label=\"person Ann\"") != std::string::npos);
}

TEST_CASE("the name of the interview is calculated from answers", "[forms][meta]") {
    auto form = Scenario::of(input("/d/code"), group("/d/meta"), node("/d/meta/instanceID"),
                             node("/d/meta/instanceName").calculate("concat('Interview ', /d/code)"));
    form.answer("/d/code", "A7");
    REQUIRE(form.value("/d/meta/instanceName") == "Interview A7");
}

TEST_CASE("what an action sets at the first load sets off the actions on that change", "[forms][actions]") {
    auto form = Scenario::of(
        FormText({input("/d/a").onEvent("xforms-value-changed", "/d/b", "concat(/d/a, '!')"), input("/d/b")})
            .model("<setvalue event=\"odk-instance-first-load\" ref=\"/d/a\">first</setvalue>"));
    REQUIRE(form.value("/d/b") == "first!");
}

TEST_CASE("odk-new-repeat reaches the questions and the inner repeats of the new instance", "[forms][actions]") {
    auto form =
        Scenario::of(repeat("/d/r"), input("/d/r/n").onEvent("odk-new-repeat", "/d/r/n", "'set'"),
                     repeat("/d/r/i").onEvent("odk-new-repeat", "/d/r/i/m", "position(../..)"), input("/d/r/i/m"));
    form.add("/d/r");
    REQUIRE(form.value("/d/r[1]/n").empty());
    REQUIRE(form.value("/d/r[2]/n") == "set");
    REQUIRE(form.value("/d/r[2]/i[1]/m") == "2");
}

TEST_CASE("odk-instance-load runs each time an interview is opened, and calculations follow", "[forms][actions]") {
    auto form = Scenario::of(FormText({input("/d/a"), node("/d/opened"), node("/d/copy").calculate("/d/opened")})
                                 .model("<setvalue event=\"odk-instance-load\" ref=\"/d/opened\" "
                                        "value=\"concat(/d/opened, 'x')\"/>"));
    REQUIRE(form.value("/d/copy") == "x");
    form.restart();
    REQUIRE(form.value("/d/copy") == "xx");
    form.loadRecord(form.session().draftXml());
    REQUIRE(form.value("/d/copy") == "xxx");
}

TEST_CASE("what odk-instance-load sets in an opened record stands over a calculation of the same node",
          "[forms][actions]") {
    auto form = Scenario::of(FormText({input("/d/a"), node("/d/b").calculate("concat(/d/a, '!')")})
                                 .model("<setvalue event=\"odk-instance-load\" ref=\"/d/b\">opened</setvalue>"));
    REQUIRE(form.value("/d/b") == "!"); // a new interview: the calculation comes after the event
    form.loadRecord(form.session().draftXml());
    REQUIRE(form.value("/d/b") == "opened");
    form.answer("/d/a", "x");
    REQUIRE(form.value("/d/b") == "x!");
}
