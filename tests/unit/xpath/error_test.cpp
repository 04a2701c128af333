// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using peil::xpath::Expression;
using peil::xpath::UnknownFunctions;
using peil::xpath::XpathErrc;
using xpath_test::World;

TEST_CASE("what is not an expression is refused with the column", "[xpath][error]") {
    const World world;
    for (const auto* text : {"", "1 +", "/a[", "'abc", "a b", "//", "@", "concat(", "1 ++ ", "[1]", "a!b", "#", "$v",
                             "a::b", "(1", "/a/", "x:y:z", "nope:a", "f(1,)"}) {
        const auto error = world.error(text);
        CHECK(error.code == XpathErrc::Syntax);
        CHECK_THAT(error.context, ContainsSubstring("character"));
    }
}

TEST_CASE("an unknown function is refused and the nearest is offered", "[xpath][error]") {
    const World world;
    const auto error = world.error("1 + cuont(/a)");
    CHECK(error.code == XpathErrc::UnknownFunction);
    CHECK(error.context == "The function cuont() at character 5 does not exist; did you mean count()?");
}

TEST_CASE("a function of another program is refused with the program's prefix", "[xpath][error]") {
    const World world;
    const auto error = world.error("cht:difference-in-months(today(), /a)");
    CHECK(error.code == XpathErrc::UnknownFunction);
    CHECK_THAT(error.context, ContainsSubstring("cht:difference-in-months() at character 1 is not part of ODK") &&
                                  ContainsSubstring("rest of the form"));
}

TEST_CASE("a wrong number of arguments is refused with what the function takes", "[xpath][error]") {
    const World world;
    CHECK(world.error("if(1, 2)").context ==
          "The function if() at character 1 takes 3 arguments, not 2; correct the call.");
    for (const auto* text : {"true(1)", "pow(1)", "substr('a')", "weighted-checklist(1, 2, true())",
                             "indexed-repeat(/a, /b)", "join()", "selected('a')"})
        CHECK(world.error(text).code == XpathErrc::WrongArity);
    CHECK_THAT(world.error("round()").context, ContainsSubstring("1 to 2 arguments"));
    CHECK_THAT(world.error("max()").context, ContainsSubstring("at least 1 argument"));
}

TEST_CASE("calls that are never reached may be invalid if this is requested", "[xpath][error]") {
    const World world;
    const auto lenient = [](std::string_view text) {
        return peil_test::need(Expression::compile(text, {}, UnknownFunctions::FailWhenCalled));
    };
    CHECK_FALSE(std::get<bool>(peil_test::need(lenient("false() and nothing()").evaluate(world.context()))));
    CHECK(lenient("nothing()").evaluate(world.context()).error().code == XpathErrc::UnknownFunction);
    CHECK(lenient("pow()").evaluate(world.context()).error().code == XpathErrc::WrongArity);
}

TEST_CASE("a value where nodes are needed is refused", "[xpath][error]") {
    const World world;
    CHECK(world.error("count(1)").code == XpathErrc::NotANodeSet);
    CHECK(world.error("count('a')").code == XpathErrc::NotANodeSet);
    CHECK(world.error("count(concat('a'))").code == XpathErrc::NotANodeSet);
    CHECK(world.error("name(1)").code == XpathErrc::NotANodeSet);
    CHECK(world.error("('a')/b").code == XpathErrc::NotANodeSet);
    CHECK(world.error("1 | 2").code == XpathErrc::NotANodeSet);
    CHECK_THAT(world.error("position(1)").context, ContainsSubstring("argument 1"));
}

TEST_CASE("arguments that a function cannot take are named", "[xpath][error]") {
    const World world("<d><r><x/></r><s/></d>");
    CHECK_THAT(world.error("date('2023-02-30')").context,
               ContainsSubstring("date()") && ContainsSubstring("2023-02-30"));
    for (const auto* text :
         {"date('1983-09-31')", "date-time('2023-01-01T25:00:00')", "format-date('2023-01-01', '%Q')",
          "format-date('2023-01-01', '%')", "digest('a', 'ROT13')", "digest('a', 'MD5', 'octal')", "regex('a', '(')",
          "regex('a', concat('(', ''))", "uuid(-1)", "uuid('x')", "indexed-repeat(/d/r/x, /d/s, 1)"})
        CHECK(world.error(text).code == XpathErrc::BadArgument);
}

TEST_CASE("a missing host feature has its own error", "[xpath][error]") {
    World world("<d/>");
    world.host = {};
    for (const auto* text :
         {"today()", "now()", "random()", "uuid()", "digest('a', 'MD5')", "instance('x')", "extract-signed('a', 'b')",
          "jr:itext('a')", "jr:choice-name('a', 'b')", "randomize(/d)", "randomize(/d, 'seed')"})
        CHECK(world.error(text).code == XpathErrc::NotAvailable);
    auto context = world.context();
    context.host = nullptr;
    CHECK(xpath_test::compiled("now()").evaluate(context).error().code == XpathErrc::NotAvailable);
}

TEST_CASE("an instance that is not there is named", "[xpath][error]") {
    const World world("<model/>");
    CHECK_THAT(world.error("instance('towns')/root").context, ContainsSubstring("towns"));
}

TEST_CASE("an error stops the evaluation in every conversion", "[xpath][error]") {
    World world("<d><a/><a/></d>");
    const auto expression = xpath_test::compiled("/d/a[date('2023-02-30') = 1]");
    const auto context = world.context();
    CHECK_FALSE(expression.evaluate(context));
    CHECK_FALSE(expression.evaluateString(context));
    CHECK_FALSE(expression.evaluateNumber(context));
    CHECK_FALSE(expression.evaluate(context));
    CHECK_FALSE(expression.evaluateNodes(context));
}

TEST_CASE("each code has a sentence", "[xpath][error]") {
    for (int code = 1; code <= static_cast<int>(XpathErrc::BadXml); ++code)
        CHECK(make_error_code(static_cast<XpathErrc>(code)).message() != "Unknown error.");
    CHECK(make_error_code(XpathErrc{}).message() == "Unknown error.");
    CHECK(std::string_view(make_error_code(XpathErrc{}).category().name()) == "peil.xpath");
}
