// SPDX-License-Identifier: Apache-2.0
#include "citations.h"

#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>

TEST_CASE("every document, section, test and function that is cited exists", "[checks][documents]") {
    const auto wrong = checks::wrongCitations(checks::thisTree());
    CAPTURE(wrong);
    REQUIRE(wrong.empty());
}

TEST_CASE("a citation of what does not exist is found, wherever it is", "[checks][documents]") {
    REQUIRE(checks::wrongCitations(checks::dataTree("citations")) ==
            std::vector<std::string>{
                R"(shared/lib/CONTRACT.md:4: there is no test "no such test")",
                "shared/lib/CONTRACT.md:7: there is no section #wald in shared/lib/METHOD.md",
                "shared/lib/CONTRACT.md:7: there is no ../METHOD.md",
                "shared/lib/METHOD.md:4: no header declares absent",
                "shared/lib/README.md:2: there is no section Wald in shared/lib/METHOD.md",
                "shared/CMakeLists.txt:1: there is no lib/OPTIONS.md",
                "shared/CMakeLists.txt:2: there is no section 2.2 in shared/lib/METHOD.md",
                "shared/lib/wrong.h:4: there is no NOTHING.md",
                "shared/lib/wrong.h:6: there is no section 3 in shared/lib/METHOD.md",
                "shared/lib/wrong.h:8: there is no section 4 in shared/lib/METHOD.md",
                "shared/lib/wrong.h:9: there is no section Use in shared/lib/README.md",
                "shared/lib/wrong.h:11: there is no section P3 in shared/lib/CONTRACT.md",
                "shared/lib/wrong.h:11: there is no section P4 in shared/lib/CONTRACT.md",
                "shared/lib/wrong.h:11: the contract has no point P3",
                "shared/lib/wrong.h:11: the contract has no point P4",
                "shared/lib/wrong.h:13: the contract has no point P10",
            });
}
