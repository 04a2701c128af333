// SPDX-License-Identifier: Apache-2.0
#pragma once

// A document, a host and short ways to evaluate, for the tests of expressions.

#include "peil/xpath/expression.h"
#include "peil_test/clock.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"

namespace xpath_test {

class World {
public:
    explicit World(std::string_view xml = "<data/>", peil::xpath::Keep keep = peil::xpath::Keep::Data);

    [[nodiscard]] std::string text(std::string_view expression) const;
    [[nodiscard]] double number(std::string_view expression) const;
    [[nodiscard]] bool truth(std::string_view expression) const;
    [[nodiscard]] std::size_t count(std::string_view expression) const;
    /// The string-values of the nodes, joined by a space.
    [[nodiscard]] std::string nodes(std::string_view expression) const;
    /// The error of compiling or evaluating; the test fails when there is none.
    [[nodiscard]] peil::Error error(std::string_view expression) const;

    /// Moves the context to the first node of a path from the document.
    World& at(std::string_view path);
    World& zone(std::string_view name);
    [[nodiscard]] peil::xpath::NodeIndex find(std::string_view path) const;
    [[nodiscard]] peil::xpath::Context context() const;

    peil::xpath::Document document;
    peil::xpath::Host host;
    peil::xpath::NodeIndex node = peil::xpath::kRoot;
    peil_test::ManualClock clock;
    mutable peil_test::SeededRng rng{7};

    World(const World&) = delete;
    World& operator=(const World&) = delete;
};

[[nodiscard]] peil::xpath::Expression compiled(std::string_view expression);

} // namespace xpath_test
