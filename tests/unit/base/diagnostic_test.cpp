// SPDX-License-Identifier: Apache-2.0
#include "peil/base/diagnostic.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;

TEST_CASE("a place names sheet, row and column, or file and line, or the node", "[base][diagnostic]") {
    CHECK(describe(Place{"survey", 12, "relevant"}) == "survey, row 12, column relevant");
    CHECK(describe(Place{"survey"}) == "survey");
    CHECK(describe(Place{.row = 5, .column = "3", .file = "study.toml", .node = "[cleaning]"}) ==
          "study.toml, line 5, column 3, [cleaning]");
    CHECK(describe(Place{.node = "/data/age", .property = Property::Relevant}) == "/data/age");
    CHECK(describe(Place{}).empty());
}

TEST_CASE("a remark says once how grave it is, where it is, what is wrong and what to do", "[base][diagnostic]") {
    Diagnostic remark{Severity::Warning, "no_label", {"survey", 2, "label"}, "There is no label.", "Write one."};
    CHECK(lineOf(remark, "form.xlsx") ==
          "warning: form.xlsx: survey, row 2, column label: There is no label. Write one.");
    remark.cure.clear();
    remark.place = {};
    CHECK(describe(remark) == "There is no label.");
    CHECK(idOf(Severity::Note) == "note");
    CHECK(idOf(Severity::Error) == "error");
}
