// SPDX-License-Identifier: Apache-2.0
#include "world.h"

using peil::xpath::Expression;
using peil::xpath::kMaxDepth;
using peil::xpath::kMaxTextBytes;
using peil::xpath::XpathErrc;
using xpath_test::World;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += part;
    return out;
}

} // namespace

TEST_CASE("nesting is bounded, and what is within the bound works", "[xpath][limits]") {
    const World world("<a/>");
    const auto nested = [](std::size_t depth) { return repeated("(", depth) + "1" + repeated(")", depth); };
    CHECK(world.number(nested(kMaxDepth - 1)) == 1);
    CHECK(world.error(nested(kMaxDepth + 1)).code == XpathErrc::TooDeep);
    CHECK(world.error(repeated("[a", 9'000)).code == XpathErrc::Syntax);
    CHECK(world.error("a" + repeated("[a", 9'000)).code == XpathErrc::TooDeep);
    CHECK(world.error(repeated("not(", 9'000)).code == XpathErrc::TooDeep);
    CHECK(world.error("1" + repeated(" = 1", 9'000)).code == XpathErrc::TooDeep);
}

TEST_CASE("a hundred nested ifs are no problem", "[xpath][limits]") {
    const World world;
    CHECK(world.number(repeated("if(false(), 0, ", 200) + "7" + repeated(")", 200)) == 7);
}

TEST_CASE("long chains of one operator need no depth", "[xpath][limits]") {
    const World world("<a><b>1</b></a>");
    CHECK(world.number("/a/b" + repeated(" + /a/b", 9'999)) == 10'000);
    CHECK(world.truth("false()" + repeated(" or false()", 9'999) + " or true()"));
    CHECK(world.number(repeated("-", 20'001) + "1") == -1);
    CHECK(world.count("/a/b" + repeated(" | /a/b", 2'000)) == 1);
    CHECK(world.number("1" + repeated(" - 1 + 1", 9'999)) == 1);
}

TEST_CASE("an expression of more than 256 KiB is refused", "[xpath][limits]") {
    const World world;
    CHECK(world.error("'" + std::string(kMaxTextBytes, 'x') + "'").code == XpathErrc::TooLong);
    CHECK(world.number("string-length('" + std::string(kMaxTextBytes - 100, 'x') + "')") ==
          static_cast<double>(kMaxTextBytes - 100));
}

TEST_CASE("a text that grows without bound is stopped", "[xpath][limits]") {
    World world("<a/>");
    world.document.setText(world.document.documentElement(), std::string(9U << 20U, 'x'));
    CHECK(world.error("concat(/a, /a)").code == XpathErrc::TooLong);
    CHECK(world.error("join('', /a, /a)").code == XpathErrc::TooLong);
}

TEST_CASE("a pattern that backtracks without end is stopped", "[xpath][limits]") {
    const World world;
    CHECK(world.error("regex('" + std::string(40, 'a') + "!', '(a+)+')").code == XpathErrc::TooMuchWork);
    CHECK(world.error("regex('a', '" + std::string(10'001, 'a') + "')").code == XpathErrc::BadArgument);
}

TEST_CASE("a path that visits too many nodes is stopped", "[xpath][limits]") {
    World world("<a/>");
    for (int i = 0; i < 300; ++i)
        world.document.appendElement(world.document.documentElement(), "b");
    CHECK(world.error("count(//b[//b[//b[count(//b) > 0]]])").code == XpathErrc::TooMuchWork);
}

TEST_CASE("nodes that a step only looks at count as visited", "[xpath][limits]") {
    World world("<a/>");
    for (int i = 0; i < 5'000; ++i)
        world.document.appendElement(world.document.documentElement(), "b");
    for (const auto* path :
         {"count(//*/following::zzz)", "count(//b[count(//zzz) = 0])", "count(//b[count(id('x')) = 0])"})
        CHECK(world.error(path).code == XpathErrc::TooMuchWork);
    CHECK(world.count("//b[1]/following::zzz") == 0);
}

TEST_CASE("wild bytes never compile to something that crashes", "[xpath][limits]") {
    const World world("<a><b>1</b></a>");
    static constexpr std::string_view kParts[] = {
        "/",   "a",   "b", "[",    "]",        "(",    ")",        "1",    "'x'", "=",     "<",
        "and", "div", "*", "-",    "|",        "@",    "..",       ".",    ",",   "count", "if",
        "::",  "//",  " ", "self", "\xC3\xA9", "\xFF", "position", "last", "!",   "sum",   "text"};
    std::size_t compiled = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        const auto length = 1 + world.rng.next64() % 8;
        for (std::size_t i = 0; i < length; ++i)
            text += kParts[world.rng.next64() % std::size(kParts)];
        const auto expression = Expression::compile(text);
        if (!expression) continue;
        ++compiled;
        const auto value = expression->evaluate(world.context());
        if (!value) REQUIRE_FALSE(value.error().context.empty());
    }
    CHECK(compiled > 300);
}
