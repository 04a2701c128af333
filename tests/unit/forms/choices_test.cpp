// SPDX-License-Identifier: Apache-2.0
#include "instance_form.h"

using namespace peil_test;
using peil::forms::ControlDef;

namespace {

peil::forms::FormPointer places(const Part& question) {
    return Scenario::of(FormText({input("/d/city"), question})
                            .list("places", {{{"name", "dam"}, {"label", "Dam"}, {"city", "a"}},
                                             {{"name", "zuid"}, {"label", "Zuid"}, {"city", "a"}},
                                             {{"name", "maas"}, {"label", "Maas"}, {"city", "r"}}}))
        .form();
}

constexpr const char* kInCity = "instance('places')/root/item[city = /d/city]";

const ControlDef& controlOf(const Parts& parts, const char* path) {
    return parts.instance.form().controls[parts.instance.defOf(parts.at(path)).control];
}

} // namespace

TEST_CASE("the choices of a question are the rows that its filter lets through now", "[forms][choices]") {
    Parts parts(places(select1("/d/place").itemset(kInCity)));
    const auto& control = controlOf(parts, "/d/place");
    const auto node = parts.at("/d/place");
    CHECK(parts.choices.of(control, node).empty());
    parts.set("/d/city", "a");
    const auto all = parts.choices.of(control, node);
    REQUIRE(all.size() == 2);
    CHECK(all[1].value == "zuid");
    CHECK(all[1].label.text == "Zuid");
    CHECK(parts.choices.allow(control, node, "dam"));
    CHECK_FALSE(parts.choices.allow(control, node, "maas"));
    CHECK_FALSE(parts.choices.allow(control, node, "dam zuid")); // one of them only
}

TEST_CASE("what a shorter list leaves of an answer keeps the order of the answer", "[forms][choices]") {
    Parts parts(places(select("/d/place").itemset(kInCity)));
    parts.begin();
    const auto node = parts.at("/d/place");
    CHECK_FALSE(parts.choices.remaining(node)); // nothing is answered
    parts.instance.setText(parts.at("/d/city"), "a");
    parts.instance.setText(node, "maas zuid dam");
    CHECK(parts.choices.remaining(node)->value == "zuid dam");
    parts.instance.setText(parts.at("/d/city"), "r");
    CHECK(parts.choices.remaining(node)->value == "maas");
    parts.instance.setRelevant(node, false);
    CHECK_FALSE(parts.choices.remaining(node));
}

TEST_CASE("a ranking gets what its list has and it lacks, last, once someone ranked", "[forms][choices]") {
    Parts parts(places(rank("/d/place").itemset(kInCity)));
    parts.begin();
    const auto node = parts.at("/d/place");
    parts.instance.setText(parts.at("/d/city"), "a");
    CHECK_FALSE(parts.choices.remaining(node));
    parts.instance.setText(node, "zuid maas");
    const auto left = parts.choices.remaining(node);
    REQUIRE(left);
    CHECK(left->ranked);
    CHECK(left->value == "zuid dam");
}

TEST_CASE("the order that chance gave stays until the list is another", "[forms][choices]") {
    SeededRng rng(3);
    peil::forms::Environment world;
    world.rng = &rng;
    std::vector<std::map<std::string, std::string>> rows;
    for (int i = 0; i < 40; ++i)
        rows.push_back({{"name", "c" + std::to_string(i)}, {"label", "x"}});
    Parts parts(
        Scenario::of(FormText({select1("/d/q").itemset("randomize(instance('l')/root/item)")}).list("l", rows)).form(),
        world);
    const auto& control = controlOf(parts, "/d/q");
    const auto node = parts.at("/d/q");
    const auto first = parts.choices.of(control, node);
    CHECK(parts.choices.of(control, node) == first);
    parts.choices.forgetOrder(node);
    CHECK(parts.choices.of(control, node) != first);
}

TEST_CASE("a choice is named by a path from where it is requested", "[forms][choices]") {
    Parts parts(formOf(select1("/d/g/q").choices({"y"}), group("/d/g"), node("/d/g/h")));
    const auto name = [&](const char* value, const char* path) {
        return parts.choices.name({&parts.instance.document(), parts.at("/d/g/h")}, value, path);
    };
    CHECK(name("y", "/d/g/q") == "y label");
    CHECK(name("y", " ../q ") == "y label");
    CHECK(name("n", "/d/g/q").empty());
    CHECK(name("y", "../h").empty());
    CHECK(name("y", "/d/nowhere").empty());
    CHECK(name("", "/d/g/q").empty());
}
