// SPDX-License-Identifier: Apache-2.0
#include "instance_form.h"

#include "peil/forms/error.h"

using namespace peil_test;
using peil::forms::FormsErrc;
using peil::forms::NodeId;
using peil::forms::Phase;

TEST_CASE("nothing is evaluated before settling, and all that depends on a change then", "[forms][recompute]") {
    Parts parts(formOf(input("/d/a"), node("/d/b").calculate("/d/a + 1"), node("/d/c").calculate("/d/b + 1")));
    parts.begin();
    parts.recomputation.setValue(parts.at("/d/a"), "1");
    CHECK(parts.text("/d/b").empty());
    parts.recomputation.settle();
    CHECK(parts.text("/d/c") == "3");
    const auto changes = parts.recomputation.tell();
    CHECK(changes.values == std::vector<NodeId>{parts.at("/d/a"), parts.at("/d/b"), parts.at("/d/c")});
    CHECK(parts.recomputation.tell().values.empty());
}

TEST_CASE("what is restored keeps what was calculated, and what is started calculates", "[forms][recompute]") {
    const auto calculated = [](Phase phase) {
        Parts parts(formOf(input("/d/a"), node("/d/b").calculate("/d/a + 1")));
        parts.recomputation.enter(phase);
        parts.recomputation.setValue(parts.at("/d/a"), "1");
        parts.recomputation.setValue(parts.at("/d/b"), "9");
        parts.recomputation.settle();
        return parts.text("/d/b");
    };
    CHECK(calculated(Phase::Restoring) == "9");
    CHECK(calculated(Phase::Starting) == "2");
}

TEST_CASE("a record under change loses what was typed over a calculation, one that is reopened does not",
          "[forms][recompute]") {
    const auto calculated = [](Phase phase) {
        Parts parts(formOf(input("/d/a").calculate("2")));
        parts.recomputation.enter(phase);
        parts.recomputation.setValue(parts.at("/d/a"), "9");
        parts.recomputation.settle();
        return parts.text("/d/a");
    };
    CHECK(calculated(Phase::Reopening) == "9");
    CHECK(calculated(Phase::Editing) == "2");
}

TEST_CASE("a value that a loader fills in sets off no action, and an answer does", "[forms][recompute]") {
    const auto acted = [](Phase phase) {
        Parts parts(formOf(input("/d/a").onEvent("xforms-value-changed", "/d/b", "'done'"), node("/d/b")));
        parts.begin();
        parts.recomputation.enter(phase);
        parts.set("/d/a", "x");
        return parts.text("/d/b") == "done";
    };
    CHECK(acted(Phase::Answering));
    CHECK_FALSE(acted(Phase::Starting));
    CHECK_FALSE(acted(Phase::Restoring));
}

TEST_CASE("instances come with what is calculated in them and go with what was due in them", "[forms][recompute]") {
    Parts parts(formOf(repeat("/d/p").onlyTemplate(), input("/d/p/a").value("2"), node("/d/p/b").calculate("../a * 2"),
                       node("/d/sum").calculate("sum(/d/p/b)")));
    parts.begin();
    const auto range = *parts.instance.rangeOf(parts.at("/d/p"));
    need(parts.recomputation.setCount(range, 3));
    parts.recomputation.settle();
    CHECK(parts.text("/d/sum") == "12");
    static_cast<void>(parts.recomputation.tell());
    parts.recomputation.setValue(parts.at("/d/p[2]/a"), "5");
    parts.recomputation.removeInstance(parts.at("/d/p[2]"));
    parts.recomputation.settle();
    CHECK(parts.text("/d/sum") == "8");
    const auto changes = parts.recomputation.tell();
    CHECK(changes.structure);
    CHECK(changes.values == std::vector<NodeId>{parts.at("/d/sum")});
    CHECK(changes.removedPrefixes == std::vector<std::string>{"/d/p[2]", "/d/p[3]"});
}

TEST_CASE("the first expression that fails is kept, with the question it is of", "[forms][recompute]") {
    Parts parts(formOf(input("/d/a"), node("/d/b").calculate("if(/d/a = '', 1, date(/d/a))"),
                       node("/d/c").calculate("if(/d/a = '', 1, date(/d/a))")));
    parts.begin();
    REQUIRE_FALSE(parts.recomputation.firstFault());
    parts.set("/d/a", "1983-09-31");
    REQUIRE(parts.recomputation.firstFault());
    CHECK(parts.recomputation.firstFault()->code == make_error_code(FormsErrc::EvaluationFailed));
    CHECK(parts.recomputation.firstFault()->context.find("/d/b") != std::string::npos);
    CHECK(parts.text("/d/b").empty());
}
