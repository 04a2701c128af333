// SPDX-License-Identifier: Apache-2.0
#include "peil_test/scenario.h"

using namespace peil_test;
using peil::forms::NoAnswer;

namespace {

Scenario household() {
    return Scenario::of(FormText(
        {input("/d/head").required(), select1("/d/kind").choices({"own", "rent"}),
         input("/d/rent").type("int").relevant("/d/kind = 'rent'").constraint(". > 0"),
         node("/d/lot").calculate("random()"), repeat("/d/p"), input("/d/p/name"),
         input("/d/p/age").type("int").value("7"), node("/d/p/no").calculate("position(..)"), repeat("/d/p/job"),
         input("/d/p/job/title"), node("/d/sum").calculate("sum(/d/p/age)"), input("/d/many").type("int"),
         repeat("/d/tick").attribute("jr:count", "/d/many").onlyTemplate(), input("/d/tick/t")}));
}

void requireSame(Scenario& form) {
    const auto draft = form.session().draftXml();
    const auto screens = form.session().screens().size();
    const auto violations = form.session().violations().size();
    form.restart();
    REQUIRE(form.session().draftXml() == draft);
    REQUIRE(form.session().screens().size() == screens);
    REQUIRE(form.session().violations().size() == violations);
}

} // namespace

TEST_CASE("after every kind of step the stored rows give the same interview again", "[forms][restore]") {
    auto form = household();
    requireSame(form);
    form.answer("/d/head", "Ann");
    requireSame(form);
    form.answer("/d/kind", "rent");
    form.answer("/d/rent", "-5");
    requireSame(form);
    form.refuse("/d/rent", NoAnswer::Refused);
    requireSame(form);
    form.add("/d/p");
    requireSame(form);
    form.answer("/d/p[2]/age", "");
    requireSame(form);
    form.add("/d/p[2]/job");
    form.answer("/d/p[2]/job[2]/title", "cook & <baker>");
    requireSame(form);
    form.add("/d/p");
    form.answer("/d/p[3]/name", "third");
    form.remove("/d/p", 1);
    requireSame(form);
    REQUIRE(form.value("/d/p[1]/job[2]/title") == "cook & <baker>");
    REQUIRE(form.value("/d/p[2]/name") == "third");
    form.answer("/d/many", "3");
    form.answer("/d/tick[2]/t", "x");
    requireSame(form);
    form.answer("/d/many", "1");
    requireSame(form);
    form.answer("/d/kind", "own");
    requireSame(form);
}

TEST_CASE("random walks of answers, refusals, additions and removals can be restored after each step",
          "[forms][restore]") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        auto form = household();
        SeededRng rng(seed);
        for (int step = 0; step < 25; ++step) {
            const auto persons = form.session().repeatCount("/d/p");
            const auto which = std::to_string(persons == 0 ? 1 : 1 + rng.next64() % persons);
            switch (rng.next64() % 7) {
            case 0:
                form.answer("/d/head", "h" + std::to_string(step));
                break;
            case 1:
                form.answer("/d/kind", rng.next64() % 2 == 0 ? "own" : "rent");
                break;
            case 2:
                form.answer("/d/many", std::to_string(rng.next64() % 4));
                break;
            case 3:
                form.add("/d/p");
                break;
            case 4:
                if (persons > 0) form.remove("/d/p", 1 + rng.next64() % persons);
                break;
            case 5:
                if (persons > 0) form.answer("/d/p[" + which + "]/age", std::to_string(step));
                break;
            default:
                if (persons > 0) form.refuse("/d/p[" + which + "]/name", NoAnswer::DontKnow);
                break;
            }
            INFO("seed " << seed << " step " << step);
            requireSame(form);
        }
    }
}

TEST_CASE("an answer gives one row, and nothing that did not change", "[forms][restore]") {
    auto form = household();
    const auto changes = form.answer("/d/head", "Ann");
    REQUIRE(changes.rows.size() == 1);
    REQUIRE(changes.rows.front().path == "/d/head");
    REQUIRE(changes.rows.front().value == "Ann");
}

TEST_CASE("removing an instance stores the ones behind it again", "[forms][restore]") {
    auto form = household();
    form.add("/d/p");
    form.add("/d/p");
    const auto changes = form.remove("/d/p", 2);
    REQUIRE(changes.removedPrefixes == std::vector<std::string>{"/d/p[2]", "/d/p[3]"});
    REQUIRE(changes.structure);
}

TEST_CASE("a calculation by chance is not made again when the interview continues", "[forms][restore]") {
    auto form = household();
    const auto lot = form.value("/d/lot");
    REQUIRE_FALSE(lot.empty());
    form.restart();
    REQUIRE(form.value("/d/lot") == lot);
}

TEST_CASE("values given beforehand are there before the first calculation", "[forms][restore]") {
    auto form = Scenario::of(input("/d/city"), node("/d/copy").calculate("/d/city"));
    auto environment = form.environment();
    environment.presets = {{"/d/city", "rotterdam"}};
    const auto session = need(peil::forms::Session::start(form.form(), environment));
    REQUIRE(session.value(*session.find("/d/copy")) == "rotterdam");
}

TEST_CASE("an attribute that lost the value it has in the form stays without it", "[forms][restore]") {
    const auto xml = "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head>"
                     "<model><instance><d id=\"test\"><a/><e create=\"1\"/></d></instance><bind "
                     "nodeset=\"/d/e/@create\" calculate=\"if(/d/a = 'no', '', '1')\"/></model></h:head><h:body><input "
                     "ref=\"/d/a\"/></h:body></h:html>";
    auto form = Scenario::fromXml(xml);
    form.answer("/d/a", "no");
    REQUIRE(form.value("/d/e/@create").empty());
    form.restart();
    REQUIRE(form.value("/d/e/@create").empty());
    form.restart();
    const auto rows = form.session().storedRows();
    const auto restored = need(peil::forms::Session::restore(form.form(), form.environment(), rows));
    REQUIRE(restored.value(*restored.find("/d/e/@create")).empty());
}
