// SPDX-License-Identifier: Apache-2.0
#include "instance_form.h"

using namespace peil_test;
using peil::forms::PendingNodes;
using peil::forms::PendingWork;
using peil::forms::VertexId;
using peil::forms::VertexKind;

namespace {

/// c is calculated from b, b from a.
peil::forms::FormPointer chain() {
    return formOf(node("/d/c").calculate("/d/b + 1"), node("/d/b").calculate("/d/a + 1"), input("/d/a"));
}

VertexId calculationOf(const peil::forms::FormDefinition::Impl& form, const char* path) {
    return form.nodes[form.byPath.find(path)->second].vertex(VertexKind::Calculate);
}

std::vector<peil::xpath::NodeIndex> all(const PendingNodes& nodes) {
    return {nodes.begin(), nodes.end()};
}

} // namespace

TEST_CASE("what is pending is taken by rank, with its nodes in order and each once", "[forms][recompute]") {
    const auto form = chain();
    PendingWork work(form->impl());
    const auto b = calculationOf(form->impl(), "/d/b"), c = calculationOf(form->impl(), "/d/c");
    CHECK(work.empty());
    work.add(c, 7);
    for (const auto number : {9U, 3U, 9U, 9U, 3U})
        work.add(b, number);
    PendingNodes nodes;
    CHECK(work.take(nodes) == b);
    CHECK(all(nodes) == std::vector<peil::xpath::NodeIndex>{3, 9});
    CHECK(work.take(nodes) == c);
    CHECK(all(nodes) == std::vector<peil::xpath::NodeIndex>{7});
    CHECK(work.empty());
}

TEST_CASE("what is added while something is taken comes in its turn, also of a lower rank", "[forms][recompute]") {
    const auto form = chain();
    PendingWork work(form->impl());
    const auto b = calculationOf(form->impl(), "/d/b"), c = calculationOf(form->impl(), "/d/c");
    PendingNodes nodes;
    work.add(c, 1);
    CHECK(work.take(nodes) == c);
    work.add(c, 2);
    work.add(b, 3);
    CHECK(work.take(nodes) == b);
    CHECK(work.take(nodes) == c);
    CHECK(all(nodes) == std::vector<peil::xpath::NodeIndex>{2});
    CHECK(work.empty());
}
