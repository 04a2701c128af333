// SPDX-License-Identifier: Apache-2.0
#include "peil/xpath/outcomes.h"

#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil::xpath;
using peil_test::need;

namespace {

/// "number 'yes' /data/age other", sorted.
std::string outcomes(std::string_view expression, std::string_view context = "/data/group/x") {
    static constexpr const char* kWords[] = {"number", "boolean", "day", "'", "", "other"};
    std::string out;
    for (const auto& one : need(outcomesOf(expression, context))) {
        const bool literal = one.kind == Outcome::Kind::Literal;
        out += (out.empty() ? "" : " ") + std::string(kWords[static_cast<std::size_t>(one.kind)]) + one.text +
               (literal ? "'" : "");
    }
    return out;
}

} // namespace

TEST_CASE("what an expression can give is read off its operators, functions and literals", "[xpath][outcome]") {
    CHECK(outcomes("1.25 * 2") == "'2.5'");
    CHECK(outcomes("-/data/age") == "number");
    CHECK(outcomes("int((number(date(/data/day)) - 3) div 7) + 1") == "number");
    CHECK(outcomes("string-length(/data/name)") == "number");
    CHECK(outcomes("/data/a = /data/b") == "boolean");
    CHECK(outcomes("selected(/data/a, '1') and true()") == "boolean");
    CHECK(outcomes("today()") == "day");
    CHECK(outcomes("concat('1', '2')") == "other");
    CHECK(outcomes("pulldata('sites', 'type', 'name', /data/site)") == "other");
    CHECK(outcomes("instance('sites')/root/item[name = /data/site]/site_type") == "other");
    CHECK(outcomes("some:function(1)") == "other");
    CHECK(outcomes("'01'") == "'01'");
    CHECK(outcomes("7") == "'7'");
}

TEST_CASE("choices between values give all of them, each once", "[xpath][outcome]") {
    CHECK(outcomes("if(/data/a = '', '', if(/data/a >= 1, '1', '0'))") == "'' '0' '1'");
    CHECK(outcomes("if(true(), '1', /data/ever)") == "'1' /data/ever");
    CHECK(outcomes("coalesce(/data/a, once(round(random(), 2)))") == "number /data/a");
    CHECK(outcomes("string(if(/data/a, 1, 2))") == "'1' '2'");
    CHECK(outcomes("indexed-repeat(/data/visit/days, /data/visit, 1)") == "/data/visit/days");
    CHECK(outcomes("/data/a | /data/b") == "/data/a /data/b");
}

TEST_CASE("a relative path is read from the node of the expression", "[xpath][outcome]") {
    CHECK(outcomes("../y") == "/data/group/y");
    CHECK(outcomes("../../z/w") == "/data/z/w");
    CHECK(outcomes("current()/../y") == "/data/group/y");
    CHECK(outcomes(".") == "/data/group/x");
    CHECK(outcomes("/data/visit[2]/days") == "/data/visit/days");
    CHECK(outcomes("../../../../../../z") == "other");
    CHECK(outcomes("//z") == "other");
    CHECK(outcomes("../@id") == "other");
}

TEST_CASE("an expression that does not parse has no outcomes", "[xpath][outcome]") {
    CHECK(outcomesOf("1 +", "/data/x").error().code == XpathErrc::Syntax);
    CHECK(outcomes("if(true(), " + std::string(100, '(') + "1" + std::string(100, ')') + ", 2)") == "'1' '2'");
}
