// SPDX-License-Identifier: Apache-2.0
#include "peil/xpath/expression.h"

#include <cstdlib>

namespace {

/// A small instance that expressions can find something in.
const peil::xpath::Document& document() {
    static const auto parsed = peil::xpath::Document::parse(
        "<data a='1'><age>34</age><name>x</name><day>2023-07-03</day><r><q>1</q></r><r><q>2</q></r></data>");
    return *parsed;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace peil::xpath;
    const auto expression = Expression::compile({reinterpret_cast<const char*>(data), size});
    if (!expression) return 0;
    const Host host;
    const auto& tree = document();
    const NodeRef node{&tree, tree.documentElement()};
    const Context context{node, node, {&tree, kRoot}, 1, 1, &host};
    (void)expression->evaluate(context);
    (void)expression->references();
    return 0;
}
