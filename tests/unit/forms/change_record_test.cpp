// SPDX-License-Identifier: Apache-2.0
#include "instance_form.h"

using namespace peil_test;
using peil::forms::ChangeRecord;
using peil::forms::kNoNode;
using peil::forms::LiveInstance;
using peil::forms::NoAnswer;
using peil::forms::NodeId;

TEST_CASE("a record tells each node once and in order, with the rows to store, and is empty then", "[forms][changes]") {
    const auto form = formOf(input("/d/a"), input("/d/b"));
    LiveInstance instance(form->impl());
    instance.open();
    const auto a = at(instance, "/d/a"), b = at(instance, "/d/b");
    instance.setText(a, "x");
    instance.setReason(b, NoAnswer::Refused);
    ChangeRecord record;
    record.value(b);
    record.value(a);
    record.value(b);
    record.state(b);
    const auto changes = record.tell(instance);
    CHECK(changes.values == std::vector<NodeId>{a, b});
    CHECK(changes.states == std::vector<NodeId>{b});
    CHECK_FALSE(changes.structure);
    REQUIRE(changes.rows.size() == 2);
    CHECK(changes.rows[0].path == "/d/a");
    CHECK(changes.rows[0].value == "x");
    CHECK(changes.rows[1].reason == "refused");
    const auto again = record.tell(instance);
    CHECK(again.values.empty());
    CHECK(again.states.empty());
    CHECK(again.rows.empty());
}

TEST_CASE("a record drops what has gone, and keeps the rows that are to be deleted", "[forms][changes]") {
    const auto form = formOf(repeat("/d/p").onlyTemplate(), input("/d/p/name"), repeat("/d/p/pet").onlyTemplate(),
                             input("/d/p/pet/kind"));
    LiveInstance instance(form->impl());
    instance.open();
    const auto range = *instance.rangeOf(at(instance, "/d/p"));
    const auto person = instance.insert(range, form->impl().templateOf.at(range.repeat), kNoNode);
    ChangeRecord record;
    record.structure();
    record.count(range);
    record.count(*instance.rangeOf(at(instance, "/d/p[1]/pet")));
    record.value(at(instance, "/d/p[1]/name"));
    record.removed("/d/p[1]");
    instance.remove(person);
    record.forget(instance);
    const auto changes = record.tell(instance);
    CHECK(changes.structure);
    CHECK(changes.values.empty());
    REQUIRE(changes.rows.size() == 1);
    CHECK(changes.rows[0].path == "/d/p");
    CHECK(changes.rows[0].value == "0");
    CHECK(changes.removedPrefixes == std::vector<std::string>{"/d/p[1]"});
}
