// SPDX-License-Identifier: Apache-2.0
#include "world.h"

using peil::xpath::Reference;
using xpath_test::compiled;
using Axis = Reference::Step::Axis;
using Start = Reference::Start;

namespace {

/// "root:/data/x", "context:../y", "instance(towns):/root/item[]", with "shape " before it where only that matters.
std::string describe(const Reference& reference) {
    static constexpr const char* kStarts[] = {"root:", "context:", "current:", "instance", "other:"};
    std::string out = reference.shape ? "shape " : "";
    out += kStarts[static_cast<std::size_t>(reference.start)];
    if (reference.start == Start::Instance) out += "(" + reference.instanceId + "):";
    for (const auto& step : reference.steps) {
        out += step.axis == Axis::Parent       ? "/.."
               : step.axis == Axis::Self       ? "/."
               : step.axis == Axis::Attribute  ? "/@" + step.name
               : step.axis == Axis::Descendant ? "//" + step.name
                                               : "/" + step.name;
        if (step.hasPredicate) out += "[]";
    }
    if (reference.inPredicate)
        out += " in " + std::to_string(*reference.base) + "." + std::to_string(reference.baseStep);
    return out;
}

std::vector<std::string> references(std::string_view expression) {
    std::vector<std::string> out;
    const auto made = compiled(expression);
    for (const auto& reference : made.references())
        out.push_back(describe(reference));
    return out;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("references name absolute, relative and current paths", "[xpath][reference]") {
    CHECK(references("/data/a + ../b - current()/../c") == Texts{"root:/data/a", "context:/../b", "current:/../c"});
    CHECK(references(". > 5") == Texts{"context:/."});
    CHECK(references("string-length()") == Texts{"context:"});
    CHECK(references("1 + 2").empty());
    CHECK(references("/data/@id") == Texts{"root:/data/@id"});
}

TEST_CASE("a predicate's paths are references of their own, on the step that they filter", "[xpath][reference]") {
    CHECK(references("instance('towns')/root/item[region = /data/r and ok = current()/../q]/label") ==
          Texts{"instance(towns):/root/item[]/label", "context:/region in 0.1", "root:/data/r in 0.1",
                "context:/ok in 0.1", "current:/../q in 0.1"});
    CHECK(references("/a[b[c = 1]]") == Texts{"root:/a[]", "context:/b[] in 0.0", "context:/c in 1.0"});
}

TEST_CASE("count and position depend on the shape only", "[xpath][reference]") {
    CHECK(references("count(/data/r)") == Texts{"shape root:/data/r"});
    CHECK(references("position(../..)") == Texts{"shape context:/../.."});
    CHECK(references("sum(/data/r/x)") == Texts{"root:/data/r/x"});
    CHECK(references("indexed-repeat(/data/r/x, /data/r, ../i)") ==
          Texts{"root:/data/r/x", "shape root:/data/r", "context:/../i"});
}

TEST_CASE("paths continue through functions and unions that pass nodes on", "[xpath][reference]") {
    CHECK(references("(/a/b | /a/c)/d") == Texts{"root:/a/b/d", "root:/a/c/d"});
    CHECK(references("randomize(instance('l')/root/item, /data/seed)") ==
          Texts{"instance(l):/root/item", "root:/data/seed"});
    CHECK(references("id('x')/y") == Texts{"other:/y"});
}

TEST_CASE("pulldata reads every column of its instance", "[xpath][reference]") {
    CHECK(references("pulldata('people', 'age', 'id', /data/id)") ==
          Texts{"instance(people):/root/item[]/*", "root:/data/id"});
}

TEST_CASE("the functions and their literal arguments are listed", "[xpath][reference]") {
    const auto expression = compiled("concat(jr:itext('a'), if(/d/x, jr:itext('b'), jr:itext(/d/y)))");
    CHECK(expression.functions() == Texts{"concat", "if", "jr:itext"});
    CHECK(expression.literalArguments("jr:itext") == Texts{"a", "b"});
    CHECK(compiled("/d/r[jr:choice-name(x, '/d/r/x') = 'n']").literalArguments("jr:choice-name") == Texts{"/d/r/x"});
    CHECK(expression.text().starts_with("concat("));
}
