// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include "peil/xpath/error.h"

using peil::xpath::Relevant;
using peil::xpath::XpathErrc;
using xpath_test::World;

namespace {

constexpr std::string_view kHousehold =
    "<d><h><n>A</n><m><x>1</x></m><m><x>2</x></m></h><h><n>B</n><m><x>3</x></m><m><x>4</x></m><m><x>5</x></m></h>"
    "<which>2</which><blank/></d>";

} // namespace

TEST_CASE("indexed-repeat reads one instance on each level", "[xpath][repeat]") {
    World world(kHousehold);
    CHECK(world.text("indexed-repeat(/d/h/n, /d/h, 2)") == "B");
    CHECK(world.text("indexed-repeat(/d/h/m/x, /d/h, 2, /d/h/m, 3)") == "5");
    CHECK(world.text("indexed-repeat(/d/h/m/x, /d/h, /d/which, /d/h/m, 1)") == "3");
    CHECK(world.text("indexed-repeat(/d/h/n, /d/h, 3)").empty());
    CHECK(world.text("indexed-repeat(/d/h/n, /d/h, 0)") == "A");
    CHECK(world.text("indexed-repeat(/d/h/n, /d/h, /d/blank)") == "A");
    CHECK(world.text("indexed-repeat(/d/none, /d/h, 1)").empty());
    world.at("/d/h[2]/n");
    CHECK(world.text("indexed-repeat(../m/x, .., 1, ../m, 2)") == "2");
}

TEST_CASE("indexed-repeat refuses a repeat of another document than its target's", "[xpath][repeat]") {
    World world(kHousehold);
    const auto list = *peil::xpath::Document::parse("<root><item/></root>");
    world.host.instance = [&](std::string_view) { return peil::xpath::NodeRef{&list, peil::xpath::kRoot}; };
    CHECK(world.text("indexed-repeat(instance('l')/root/item, instance('l')/root, 1)").empty());
    CHECK(world.error("indexed-repeat(instance('l')/root/item, /d/which, 1)").code == XpathErrc::BadArgument);
    CHECK(world.error("indexed-repeat(/d/h/n, instance('l')/root, 1)").code == XpathErrc::BadArgument);
}

TEST_CASE("position of a node is its place among its name", "[xpath][repeat]") {
    World world(kHousehold);
    world.at("/d/h[2]/m[3]/x");
    CHECK(world.number("position(..)") == 3);
    CHECK(world.number("position(../..)") == 2);
    CHECK(world.number("../../m[position() = position(current()/..) - 1]/x") == 4);
    CHECK(world.number("sum(../../m[position() < position(current()/..)]/x)") == 7);
}

TEST_CASE("position without a node is, outside of predicates, the place of the node at hand", "[xpath][repeat]") {
    World world(kHousehold);
    world.at("/d/h[2]/m[3]");
    CHECK(world.number("position()") == 3);
    CHECK(world.number("count(../m[position() < 3])") == 2);
}

TEST_CASE("position of an instance that is not relevant is still its place", "[xpath][repeat]") {
    World world(kHousehold);
    world.at("/d/h[2]/n");
    world.document.setRelevant(world.find("/d/h[2]"), Relevant::No);
    CHECK(world.number("position(..)") == 2);
}

TEST_CASE("functions over nodes see every instance, one value is that of the first, and a predicate chooses its own",
          "[xpath][repeat]") {
    World world(kHousehold);
    world.at("/d/h[2]/m[2]/x");
    CHECK(world.number("sum(/d/h/m/x)") == 15);
    CHECK(world.number("count(/d/h)") == 2);
    CHECK(world.text("/d/h[1]/n") == "A");
    CHECK(world.text("join(' ', /d/h/n)") == "A B");
    CHECK(world.text("/d/h/n") == "A");
}

TEST_CASE("a child is found in each instance, wherever it is and whatever came before it", "[xpath][repeat]") {
    World world("<d><r><x>1</x><y>a</y></r><r><y>b</y><x>2</x></r><r><z/><x>3</x><x>4</x></r><r/><r><x>5</x></r></d>");
    CHECK(world.nodes("/d/r/x") == "1 2 3 4 5");
    CHECK(world.nodes("/d/r/y") == "a b");
    const auto second = world.document.nextOfSameName(world.find("/d/r"));
    world.document.removeSubtree(second);
    CHECK(world.nodes("/d/r/x") == "1 3 4 5");
    world.document.setText(world.document.appendElement(world.find("/d/r"), "x"), "6");
    CHECK(world.nodes("/d/r/x") == "1 6 3 4 5");
}
