// SPDX-License-Identifier: Apache-2.0
#include "peil/xpath/document.h"
#include "peil/xpath/expression.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace peil::xpath;

namespace {

/// /d/a is "near" and has tag 0; `table` says which node that tag means.
struct Tagged {
    Document document = *Document::parse("<d><a>near</a><b>far</b></d>");
    std::vector<NodeIndex> table;
    std::vector<std::string> asked;

    NodeIndex child(std::string_view name) const { return document.childElement(document.documentElement(), name); }
    std::string text(std::string_view expression) {
        const auto compiled =
            Expression::compile(expression, {}, UnknownFunctions::Refuse, [this](std::string_view path) {
                asked.emplace_back(path);
                return path == "/d/a" ? 0U : kNoTag;
            });
        Context context;
        context.node = {&document, document.documentElement()};
        context.absoluteRoot = {&document, kRoot};
        context.nodeOfTag = table;
        return compiled.value().evaluateString(context).value();
    }
};

} // namespace

TEST_CASE("a path whose tag is known reads the node of that tag without a walk", "[xpath][tag]") {
    Tagged tagged;
    tagged.table = {tagged.child("b")};
    CHECK(tagged.text("/d/a") == "far");
    CHECK(tagged.text("coalesce(/d/a, 'none')") == "far");
    CHECK(tagged.text("concat(/d/a, '-', /d/b)") == "far-far");
}

TEST_CASE("a tag of which there may be several nodes, or none, is walked as a path", "[xpath][tag]") {
    Tagged tagged;
    CHECK(tagged.text("/d/a") == "near");
    tagged.table = {kNoNode};
    CHECK(tagged.text("/d/a") == "near");
}

TEST_CASE("the node of a tag is not seen while it is not relevant", "[xpath][tag]") {
    Tagged tagged;
    tagged.table = {tagged.child("a")};
    tagged.document.setRelevant(tagged.child("a"), Relevant::No);
    CHECK(tagged.text("/d/a").empty());
    CHECK(tagged.text("coalesce(/d/a, 'none')") == "none");
    CHECK(tagged.text("count(/d/a)") == "0");
}

TEST_CASE("only absolute paths of plain child steps have a tag", "[xpath][tag]") {
    Tagged tagged;
    tagged.table = {tagged.child("b")};
    CHECK(tagged.text("a") == "near");
    CHECK(tagged.text("/d/a[1]") == "near");
    CHECK(tagged.text("//a") == "near");
    CHECK(tagged.text("/d/*[1]") == "near");
    CHECK(tagged.asked.empty());
    CHECK(tagged.text("string(/d/b[. = /d/a])") == "far");
    CHECK(tagged.asked == std::vector<std::string>{"/d/a"});
}
