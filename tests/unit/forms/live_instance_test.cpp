// SPDX-License-Identifier: Apache-2.0
#include "instance_form.h"

using namespace peil_test;
using peil::forms::kNoNode;
using peil::forms::LiveInstance;
using peil::forms::NoAnswer;
using peil::forms::NodeIndex;
using peil::forms::Range;

namespace {

peil::forms::FormPointer people() {
    return formOf(input("/d/a"), group("/d/g").readonly("false()"), input("/d/g/b"), repeat("/d/p").onlyTemplate(),
                  input("/d/p/name"), repeat("/d/p/pet").onlyTemplate(), input("/d/p/pet/kind"));
}

Range rangeAt(const LiveInstance& instance, const std::string& path) {
    const auto range = instance.rangeOf(at(instance, path));
    if (!range) FAIL("no repeat: " << path);
    return *range;
}

NodeIndex add(LiveInstance& instance, const std::string& path) {
    const auto range = rangeAt(instance, path);
    return instance.insert(range, instance.form().templateOf.at(range.repeat), kNoNode);
}

} // namespace

TEST_CASE("a blank instance has every node of the form alive, and templates are none of them", "[forms][instance]") {
    const auto form = people();
    LiveInstance instance(form->impl());
    instance.open();
    CHECK(instance.alive(at(instance, "/d/g/b")));
    CHECK(instance.pathOf(at(instance, "/d/g/b")) == "/d/g/b");
    CHECK(instance.countOf(rangeAt(instance, "/d/p")) == 0);
    CHECK_FALSE(instance.find("/d/p[1]/name"));
    CHECK(instance.singles()[defOf(instance, "/d/a")] == at(instance, "/d/a"));
}

TEST_CASE("an instance that is added has its nodes alive, and one that is removed has none", "[forms][instance]") {
    const auto form = people();
    LiveInstance instance(form->impl());
    instance.open();
    const auto first = add(instance, "/d/p");
    const auto second = add(instance, "/d/p");
    add(instance, "/d/p[2]/pet");
    const auto name = at(instance, "/d/p[2]/name");
    CHECK(instance.nodesOf(defOf(instance, "/d/p/name")).size() == 2);
    CHECK(instance.pathOf(at(instance, "/d/p[2]/pet[1]/kind")) == "/d/p[2]/pet[1]/kind");
    instance.remove(first);
    CHECK_FALSE(instance.alive(first));
    CHECK(instance.pathOf(second) == "/d/p[1]");
    CHECK(at(instance, "/d/p[1]/name") == name);
    CHECK(instance.countOf(rangeAt(instance, "/d/p")) == 1);
}

TEST_CASE("the number of a range stays while its parent is there, and leads nowhere afterwards", "[forms][instance]") {
    const auto form = people();
    LiveInstance instance(form->impl());
    instance.open();
    add(instance, "/d/p");
    const auto second = add(instance, "/d/p");
    const auto pets = at(instance, "/d/p[2]/pet");
    instance.remove(at(instance, "/d/p[1]"));
    CHECK(at(instance, "/d/p[1]/pet") == pets);
    CHECK(instance.pathOf(*instance.rangeOf(pets)) == "/d/p[1]/pet");
    instance.remove(second);
    CHECK_FALSE(instance.rangeOf(pets));
    add(instance, "/d/p"); // may get the numbers of the nodes that went
    CHECK_FALSE(instance.rangeOf(pets));
    CHECK(at(instance, "/d/p[1]/pet") != pets);
}

TEST_CASE("a text takes the reason for none away, and each change tells whether it was one", "[forms][instance]") {
    const auto form = people();
    LiveInstance instance(form->impl());
    instance.open();
    const auto node = at(instance, "/d/a");
    CHECK(instance.setReason(node, NoAnswer::Refused));
    CHECK_FALSE(instance.setReason(node, NoAnswer::Refused));
    CHECK(instance.isAnswered(node));
    CHECK(instance.setText(node, "x"));
    CHECK_FALSE(instance.setText(node, "x"));
    CHECK(instance.state(node).reason == NoAnswer::None);
    CHECK(instance.setText(node, ""));
    CHECK_FALSE(instance.isAnswered(node));
}

TEST_CASE("relevance and read only come down from the groups around a node", "[forms][instance]") {
    const auto form = people();
    LiveInstance instance(form->impl());
    instance.open();
    const auto group = at(instance, "/d/g"), inner = at(instance, "/d/g/b");
    CHECK(instance.setRelevant(group, false));
    CHECK_FALSE(instance.isRelevant(inner));
    CHECK(instance.state(inner).relevant);
    CHECK(instance.setRelevant(group, true));
    CHECK(instance.isRelevant(inner));
    CHECK(instance.setReadonly(group, true));
    CHECK(instance.isReadonly(inner));
    CHECK_FALSE(instance.isReadonly(at(instance, "/d/a")));
}

TEST_CASE("a closed repeat is not relevant until it has an instance", "[forms][instance]") {
    const auto form = people();
    LiveInstance instance(form->impl());
    instance.open();
    const auto range = rangeAt(instance, "/d/p");
    CHECK(instance.setClosed(range, true));
    CHECK_FALSE(instance.isRelevant(range));
    add(instance, "/d/p");
    CHECK(instance.isRelevant(range));
}

TEST_CASE("an instance that is lent is gone afterwards, and one that is there is not lent", "[forms][instance]") {
    const auto form = people();
    LiveInstance instance(form->impl());
    instance.open();
    const auto range = rangeAt(instance, "/d/p");
    instance.withInstance(range, [&](NodeIndex lent) {
        CHECK(instance.document().localName(lent) == "p");
        CHECK_FALSE(instance.alive(lent));
    });
    CHECK(instance.countOf(range) == 0);
    const auto own = add(instance, "/d/p");
    instance.withInstance(range, [&](NodeIndex given) { CHECK(given == own); });
    CHECK(instance.countOf(range) == 1);
}
