// SPDX-License-Identifier: Apache-2.0
#include "world.h"

using peil::xpath::Relevant;
using xpath_test::World;

namespace {

constexpr std::string_view kLists =
    "<model><instance id='towns'><root><item><name>ams</name><label>Amsterdam</label></item><item><name>utr</name>"
    "<label>Utrecht</label></item></root></instance><data><town>utr</town></data></model>";

} // namespace

TEST_CASE("count and count-non-empty look at nodes", "[xpath][nodeset]") {
    const World world("<d><a>1</a><a/><a>3</a></d>");
    CHECK(world.number("count(/d/a)") == 3);
    CHECK(world.number("count-non-empty(/d/a)") == 2);
    CHECK(world.number("count(/d/none)") == 0);
}

TEST_CASE("instance gives the tree of a list, and predicates read the form around it", "[xpath][nodeset]") {
    World world(kLists);
    CHECK(world.text("instance('towns')/root/item[name = /model/data/town]/label") == "Utrecht");
    world.at("/model/data/town");
    CHECK(world.text("instance('towns')/root/item[name = current()]/label") == "Utrecht");
    CHECK(world.text("instance('towns')/root/item[name = current()/../town]/label") == "Utrecht");
    CHECK(world.text("instance('towns')/root/item[2]/name") == "utr");
}

TEST_CASE("pulldata gives the first row with the key, or nothing", "[xpath][nodeset]") {
    const World world(kLists);
    CHECK(world.text("pulldata('towns', 'label', 'name', 'ams')") == "Amsterdam");
    CHECK(world.text("pulldata('towns', 'label', 'name', \"x' or '1'='1\")").empty());
    CHECK(world.text("pulldata('towns', 'none', 'name', 'ams')").empty());
    CHECK(world.text("pulldata('absent', 'label', 'name', 'ams')").empty());
}

TEST_CASE("randomize gives the order that ODK fixes for a seed", "[xpath][nodeset]") {
    const World world("<d><i>a</i><i>b</i><i>c</i><i>d</i><i>e</i><i>f</i><i>g</i><i>h</i></d>");
    CHECK(world.nodes("randomize(/d/i, 1234)") == "g f e d a h b c");
    CHECK(world.nodes("randomize(/d/i, '1234')") == "g f e d a h b c");
    CHECK(world.nodes("randomize(/d/i, 1234.9)") == "g f e d a h b c");
    CHECK(world.nodes("randomize(/d/i, 'foo')") == "e a d b h g c f");
    CHECK(world.nodes("randomize(/d/none, 'foo')").empty());
    CHECK(world.count("randomize(/d/i)") == 8);
}

TEST_CASE("names of nodes come in three forms", "[xpath][nodeset]") {
    const World world("<d xmlns:p='urn:p'><p:x/></d>");
    CHECK(world.text("name(/d/*)") == "p:x");
    CHECK(world.text("local-name(/d/*)") == "x");
    CHECK(world.text("namespace-uri(/d/*)") == "urn:p");
    CHECK(world.text("name(/d/none)").empty());
}

TEST_CASE("id and lang read the attributes of XML", "[xpath][nodeset]") {
    World world("<d xml:lang='nl-NL'><a id='one'>1</a><b xml:id='two'>2</b><a id='one'>3</a></d>");
    CHECK(world.nodes("id('two one')") == "1 2");
    world.at("/d/b");
    CHECK(world.truth("lang('nl')"));
    CHECK(world.truth("lang('NL-nl')"));
    CHECK_FALSE(world.truth("lang('n')"));
}

TEST_CASE("a node that is not relevant is blank and drops out of node-sets", "[xpath][nodeset]") {
    World world("<d><g><v>5</v></g><w>7</w></d>");
    world.document.setRelevant(world.find("/d/g"), Relevant::No);
    CHECK(world.number("count(/d/g/v)") == 0);
    CHECK(world.number("sum(//v | //w)") == 7);
    CHECK(world.text("/d/g/v").empty());
    CHECK(world.truth("/d/g/v = ''"));
    CHECK(world.number("count(/d/*)") == 1);
    world.document.setRelevant(world.document.firstChild(world.document.documentElement()), Relevant::Yes);
    CHECK(world.text("/d/g/v") == "5");
}

TEST_CASE("current stays the node of the question inside a predicate", "[xpath][nodeset]") {
    World world("<d><r><k>1</k></r><r><k>2</k></r><want>2</want></d>");
    world.at("/d/want");
    CHECK(world.text("/d/r[k = current()]/k") == "2");
    CHECK(world.text("../r[k = current()/.]/k") == "2");
}

TEST_CASE("depend is its first argument", "[xpath][nodeset]") {
    const World world("<d><a>4</a></d>");
    CHECK(world.number("depend(/d/a, 1, 2) + 1") == 5);
}
