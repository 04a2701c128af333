// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <cmath>

#include <catch2/catch_approx.hpp>

using Catch::Approx;
using xpath_test::World;

TEST_CASE("distance sums the pieces of a line, of nodes or of points", "[xpath][geo]") {
    const World world("<d><p>52 5 0 0</p><p>52 6</p></d>");
    CHECK(world.number("distance('0 0;0 1')") == Approx(111318.85).margin(0.01));
    CHECK(world.number("distance('0 0', '0 1', '0 2')") == Approx(222637.69).margin(0.02));
    CHECK(world.number("distance(/d/p)") == world.number("distance('52 5;52 6')"));
    CHECK(world.number("distance('52 5')") == 0);
    CHECK(world.number("distance('')") == 0);
}

TEST_CASE("area is that of the sphere, open or closed shape alike", "[xpath][geo]") {
    const World world;
    const auto open = world.number("area('0 0;0 1;1 1;1 0')");
    CHECK(open == Approx(1.2391e10).epsilon(0.001));
    CHECK(world.number("enclosed-area('0 0;0 1;1 1;1 0;0 0')") == open);
    CHECK(world.number("area('0 0;0 1')") == 0);
}

TEST_CASE("texts that are no points give no number", "[xpath][geo]") {
    const World world;
    for (const auto* text : {"a b", "91 0;0 0", "0 181;0 0", "1;2", "1 2 3 4 5;0 0"}) {
        CHECK(std::isnan(world.number("distance('" + std::string(text) + "')")));
        CHECK(std::isnan(world.number("area('" + std::string(text) + "')")));
    }
}

TEST_CASE("geofence tells inside from outside of a closed shape", "[xpath][geo]") {
    const World world("<d><fence>0 0;0 2;2 2;2 0;0 0</fence></d>");
    CHECK(world.truth("geofence('1 1 0 0', /d/fence)"));
    CHECK_FALSE(world.truth("geofence('3 1 0 0', /d/fence)"));
    CHECK_FALSE(world.truth("geofence('', /d/fence)"));
    CHECK_FALSE(world.truth("geofence('1 1', '0 0;0 2;2 2;2 0')"));
    CHECK_FALSE(world.truth("geofence('x', /d/fence)"));
}

TEST_CASE("intersects finds a line that crosses itself", "[xpath][geo]") {
    const World world;
    CHECK(world.truth("intersects('0 0;2 2;0 2;2 0')"));
    CHECK_FALSE(world.truth("intersects('0 0;0 2;2 2;2 0;0 0')"));
    CHECK(world.truth("intersects('0 0;2 2;2 0;0 2;0 0')"));
    CHECK_FALSE(world.truth("intersects('0 0;1 1;2 2')"));
}

TEST_CASE("a line that goes back over itself intersects, one that stands still does not", "[xpath][geo]") {
    const World world;
    CHECK(world.truth("intersects('0 0;0 4;0 1')"));
    CHECK(world.truth("intersects('0 0;3 3;0 0')"));
    CHECK(world.truth("intersects('0 0;0 2;2 2;2 1;2 3')"));
    CHECK_FALSE(world.truth("intersects('0 1;0 3;2 3;0 0;0 1')"));
    CHECK_FALSE(world.truth("intersects('0 0;1 1;1 1;1 1;2 2')"));
    CHECK_FALSE(world.truth("intersects('0 0;0 2;2 2;2 0;0 0;0 0')"));
    CHECK_FALSE(world.truth("intersects('5 5;5 5')"));
    CHECK_FALSE(world.truth("intersects('5 5')"));
    CHECK_FALSE(world.truth("intersects('')"));
}

TEST_CASE("in a form a distance between things that are no places is an error", "[xpath][geo]") {
    World world("<d><line>0 0;0 1</line><point>0 2</point><name>foo</name></d>");
    world.document.setType(world.find("/d/point"), peil::xpath::NodeType::Geo);
    world.at("/d");
    CHECK(world.error("distance('foo')").code == peil::xpath::XpathErrc::BadArgument);
    CHECK(world.error("distance(/d/name)").context.find("distance()") != std::string::npos);
    CHECK(world.error("distance(/d/line, /d/point)").code == peil::xpath::XpathErrc::BadArgument);
    CHECK(world.number("distance(/d/line)") == Approx(111318.85).margin(0.01));
    CHECK(world.number("distance(/d/nothing)") == 0);
}
