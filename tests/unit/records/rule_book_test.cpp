// SPDX-License-Identifier: Apache-2.0
// Rules of study.toml in the form's own language, put to records.
#include "peil/records/error.h"
#include "peil/records/rule_book.h"
#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using peil_test::need;

namespace {

const std::string kForm =
    R"XML(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Tea</h:title>
<model><instance><data id="tea"><age/><cups/><pot><size/></pot><group/><meta><instanceID/></meta></data></instance>
<bind nodeset="/data/age" type="int"/><bind nodeset="/data/cups" type="int"/><bind nodeset="/data/pot/size" type="int"/>
<bind nodeset="/data/group" type="string" calculate="if(/data/cups &gt; 0, 'tea', 'none')"/></model></h:head>
<h:body><input ref="/data/age"><label>Age</label></input><input ref="/data/cups"><label>Cups</label></input>
<group ref="/data/pot"><label>Pot</label><repeat nodeset="/data/pot"><input ref="/data/pot/size"><label>Size</label></input></repeat></group></h:body></h:html>)XML";

Result<records::RuleBook> bookOf(const std::vector<std::string>& checks, const std::string& group = {},
                                 Diagnostic* fault = nullptr) {
    const auto parsed = forms::FormDefinition::parse(kForm);
    REQUIRE(parsed.form);
    study::Study study;
    study.cleaning.group = group;
    for (const auto& check : checks)
        study.cleaning.rules.push_back({"r" + std::to_string(study.cleaning.rules.size() + 1), {}, check, {}});
    return records::RuleBook::create(kForm, *parsed.form, study, {}, fault);
}

records::Verdict verdict(const std::vector<std::string>& checks, const std::string& answers,
                         const std::string& group = {}, const std::string& at = "2030-02-03T10:00:00.000Z") {
    return need(need(bookOf(checks, group)).judge("<data>" + answers + "</data>", at));
}

} // namespace

TEST_CASE("a rule is evaluated with the answers of the record", "[records][rules]") {
    const std::vector<std::string> checks{"${age} >= 18", "${cups} <= 30 and ${age} < 120",
                                          "regex(${age}, '^[0-9]+$')"};
    CHECK(verdict(checks, "<age>41</age><cups>3</cups>").holds == std::vector{true, true, true});
    CHECK(verdict(checks, "<age>17</age><cups>31</cups>").holds == std::vector{false, false, true});
    CHECK(verdict({"${age} >= 18"}, "").holds == std::vector{false}); // not answered: not known to be in order
    CHECK(verdict({"${age} = '' or ${age} >= 18"}, "").holds == std::vector{true});
}

TEST_CASE("a rule sees every instance of a repeat", "[records][rules]") {
    const auto pots = "<pot><size>3</size></pot><pot><size>9</size></pot>";
    CHECK(verdict({"sum(${size}) = 12", "max(${size}) < 9", "count(/data/pot) = 2"}, pots).holds ==
          std::vector{true, false, true});
}

TEST_CASE("the group is derived by the study's rule, else by the form's own calculation", "[records][rules]") {
    CHECK(verdict({}, "<cups>3</cups><group>none</group>").group == "tea");
    CHECK(verdict({}, "<cups>3</cups><age>41</age>", "if(${age} > 40, 'old', 'young')").group == "old");
}

TEST_CASE("a rule about time stands at the end of the interview, whenever it is asked", "[records][rules]") {
    const std::vector<std::string> checks{"format-date(today(), '%Y-%m-%d') = '2030-02-03'"};
    CHECK(verdict(checks, "").holds == std::vector{true});
    CHECK(verdict(checks, "", {}, "2031-01-01T10:00:00.000Z").holds == std::vector{false});
    CHECK(verdict(checks, "", {}, "no time").holds == std::vector{false});
}

TEST_CASE("a rule that the form does not understand is named", "[records][rules]") {
    const auto faultOf = [](const std::string& check) {
        const auto book = bookOf({"true()", check});
        REQUIRE_FALSE(book);
        CHECK(book.error().code == records::RecordsErrc::BadRule);
        return book.error().context;
    };
    CHECK(faultOf("${agee} > 3") ==
          "study.toml, rule \"r2\": the form has no question \"agee\"; did you mean \"age\"?");
    CHECK(faultOf("${zzzzzzzz} > 3").ends_with("the form has no question \"zzzzzzzz\"; correct its name."));
    CHECK(faultOf("${age > 3").ends_with("a ${ has no closing brace; add it after the name of the question."));
    CHECK(faultOf("${age} >").starts_with("study.toml, rule \"r2\": "));
    CHECK(faultOf("no_such_function(${age})").starts_with("study.toml, rule \"r2\": "));
    // What reads nothing would leave out every interview, and is a slip.
    CHECK(faultOf("age >= 18") == "study.toml, rule \"r2\": An expression reads age, which is not in the form. "
                                  "Refer to a question as ${question}.");
    CHECK(faultOf("/data/agee >= 18").find("/data/agee") != std::string::npos);
    const auto twelfth = bookOf({"true()", "true()", "true()", "true()", "true()", "true()", "true()", "true()",
                                 "true()", "true()", "true()", "age > 3"});
    REQUIRE_FALSE(twelfth);
    CHECK(twelfth.error().context.starts_with("study.toml, rule \"r12\": "));
    const auto group = bookOf({}, "${nobody}");
    REQUIRE_FALSE(group);
    CHECK(group.error().context.starts_with("study.toml, [cleaning], group: "));
}

TEST_CASE("a rule that the form does not understand comes with its place", "[records][rules]") {
    Diagnostic fault;
    for (const std::string check : {"${nobody} > 3", "${age} >", "age >= 18"}) {
        INFO(check);
        REQUIRE_FALSE(bookOf({"true()", check}, {}, &fault));
        CHECK(fault.place == Place{.file = "study.toml", .node = "rule \"r2\""});
        CHECK(fault.severity == Severity::Error);
    }
    for (const std::string group : {"${nobody}", "${age} >", "age"}) {
        INFO(group);
        REQUIRE_FALSE(bookOf({}, group, &fault));
        CHECK(fault.place == Place{.file = "study.toml", .node = "[cleaning], group"});
    }
}

TEST_CASE("a record that is no record of the form is refused", "[records][rules]") {
    const auto book = need(bookOf({"true()"}));
    CHECK(book.judge("not xml", "").error().code == records::RecordsErrc::BadRecord);
}
