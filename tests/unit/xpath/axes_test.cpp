// SPDX-License-Identifier: Apache-2.0
#include "world.h"

using xpath_test::World;

namespace {

constexpr std::string_view kTree =
    "<a><b i='1'><c>1</c><c>2</c></b><b i='2'><c>3</c><d>4<!--note--></d></b><e>5</e></a>";

} // namespace

TEST_CASE("child steps give the children of every node in document order", "[xpath][axes]") {
    const World world(kTree);
    CHECK(world.nodes("/a/b/c") == "1 2 3");
    CHECK(world.nodes("/a/b/*") == "1 2 3 4");
    CHECK(world.count("/a/*") == 3);
}

TEST_CASE("parent, ancestor and self go up, and each node comes once", "[xpath][axes]") {
    World world(kTree);
    CHECK(world.count("/a/b/c/..") == 2);
    world.at("/a/b[2]/d");
    CHECK(world.count("ancestor::*") == 2);
    CHECK(world.count("ancestor-or-self::*") == 3);
    CHECK(world.text("ancestor::*[1]/@i") == "2");
    CHECK(world.count("self::d") == 1);
    CHECK(world.count("self::c") == 0);
}

TEST_CASE("sibling axes count from the context node outwards", "[xpath][axes]") {
    World world(kTree);
    world.at("/a/b[2]");
    CHECK(world.nodes("following-sibling::*") == "5");
    CHECK(world.text("preceding-sibling::*[1]/@i") == "1");
    world.at("/a/e");
    CHECK(world.text("preceding-sibling::b[1]/@i") == "2");
    CHECK(world.text("preceding-sibling::b[last()]/@i") == "1");
}

TEST_CASE("following and preceding leave out ancestors and descendants", "[xpath][axes]") {
    World world(kTree);
    world.at("/a/b[1]/c[2]");
    CHECK(world.nodes("following::*[not(*)]") == "3 4 5");
    CHECK(world.nodes("preceding::*") == "1");
    world.at("/a/b[2]/@i");
    CHECK(world.nodes("following::c") == "3");
    CHECK(world.nodes("preceding::c") == "1 2");
}

TEST_CASE("descendant paths find nodes at any depth without duplicates", "[xpath][axes]") {
    const World world(kTree);
    CHECK(world.nodes("//c") == "1 2 3");
    CHECK(world.nodes("/a//c[1]") == "1 3");
    CHECK(world.count("/descendant::c[1]") == 1);
    CHECK(world.count("//b//c | //c") == 3);
    CHECK(world.count("/a/descendant-or-self::node()/b") == 2);
}

TEST_CASE("a union is in document order whatever its order in the text", "[xpath][axes]") {
    const World world(kTree);
    CHECK(world.nodes("//e | //d | //c") == "1 2 3 4 5");
}

TEST_CASE("attributes are found by name and are no children", "[xpath][axes]") {
    const World world("<a xmlns:p='urn:p' k='1' p:k='2'/>");
    CHECK(world.text("/a/@k") == "1");
    CHECK(world.count("/a/@*") == 2);
    CHECK(world.count("/a/node()") == 0);
    CHECK(world.text("name(/a/@*[2])") == "p:k");
}

TEST_CASE("node tests tell text, comments and instructions apart", "[xpath][axes]") {
    const World world("<a>x<!--c--><?go on?><![CDATA[y]]></a>", peil::xpath::Keep::Everything);
    CHECK(world.count("/a/text()") == 2);
    CHECK(world.text("/a/comment()") == "c");
    CHECK(world.text("/a/processing-instruction('go')") == "on");
    CHECK(world.count("/a/node()") == 4);
}

TEST_CASE("comments and instructions are dropped and CDATA joins its text unless everything is kept", "[xpath][axes]") {
    const World world("<a>x<!--c--><![CDATA[<y>]]>z</a>");
    CHECK(world.count("/a/node()") == 1);
    CHECK(world.text("/a") == "x<y>z");
}

TEST_CASE("a name without a prefix matches every namespace but XHTML", "[xpath][axes]") {
    const World world("<h:html xmlns:h='http://www.w3.org/1999/xhtml'><data xmlns='urn:form'><meta "
                      "xmlns='http://openrosa.org/xforms'>m</meta></data></h:html>");
    CHECK(world.text("//data/meta") == "m");
    CHECK(world.text("//data/orx:meta") == "m");
    CHECK(world.count("/html") == 0);
    CHECK(world.count("/h:html") == 1);
    CHECK(world.count("//h:data") == 0);
}

TEST_CASE("a prefix given to compile() stands for its namespace", "[xpath][axes]") {
    const World world("<a xmlns='urn:one'/>");
    const auto compiled = peil_test::need(peil::xpath::Expression::compile("count(/q:a)", {{"q", "urn:one"}}));
    CHECK(peil_test::need(compiled.evaluateNumber(world.context())) == 1);
}

TEST_CASE("predicates filter one after the other and count afresh", "[xpath][axes]") {
    const World world("<a><b>1</b><b>2</b><b>3</b><b>4</b></a>");
    CHECK(world.nodes("/a/b[. > 1][2]") == "3");
    CHECK(world.nodes("/a/b[position() mod 2 = 0]") == "2 4");
    CHECK(world.nodes("/a/b[last()]") == "4");
    CHECK(world.nodes("(/a/b)[3]") == "3");
    CHECK(world.count("/a/b[0]") == 0);
    CHECK(world.count("/a/b[1.5]") == 0);
    CHECK(world.count("/a/b[-1]") == 0);
    CHECK(world.count("/a/b[99999999999999999999]") == 0);
    CHECK(world.count("/a/b[1 div 0]") == 0);
    CHECK(world.count("/a/b[0 div 0]") == 0);
    CHECK(world.nodes("/a/b[number('2')]") == "2");
}
