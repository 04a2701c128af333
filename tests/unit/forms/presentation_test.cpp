// SPDX-License-Identifier: Apache-2.0
#include "instance_form.h"

using namespace peil_test;
using peil::forms::Control;
using peil::forms::Validity;

TEST_CASE("screens stay unchanged until they are rebuilt", "[forms][screens]") {
    Parts parts(formOf(input("/d/a"), input("/d/b").relevant("/d/a = 'yes'")));
    parts.begin();
    REQUIRE(parts.presentation.screens().size() == 1);
    const auto changes = parts.set("/d/a", "yes");
    CHECK(changes.structure);
    CHECK(parts.presentation.screens().size() == 1);
    parts.presentation.invalidate();
    CHECK(parts.presentation.screens().size() == 2);
}

TEST_CASE("a question that is on two screens names both", "[forms][screens]") {
    Parts parts(formOf(input("/d/a"), input("/d/b"), group("/d/g").inside("<input ref=\"/d/a\"/>"), input("/d/g/c")));
    parts.begin();
    REQUIRE(parts.presentation.screens().size() == 4);
    CHECK(parts.presentation.screensOf(parts.set("/d/a", "x")) == std::vector<std::size_t>{0, 2});
}

TEST_CASE("each question for the participant is a page of its own, also in a list of fields, and groups pass this on",
          "[forms][screens]") {
    using peil::forms::Holder;
    Parts parts(formOf(input("/d/a"), group("/d/g").appearance("field-list").bind("peil:mode", "participant"),
                       input("/d/g/b"), input("/d/g/c"), input("/d/g/d").bind("peil:mode", "worker"),
                       group("/d/w").appearance("field-list"), input("/d/w/e"),
                       input("/d/w/f").bind("peil:mode", "participant"), input("/d/w/h")));
    parts.begin();
    std::vector<std::pair<std::string, Holder>> seen;
    for (const auto& screen : parts.presentation.screens()) {
        REQUIRE(screen.questions.size() == 1);
        seen.emplace_back(screen.key, screen.holder);
    }
    CHECK(seen == std::vector<std::pair<std::string, Holder>>{{"/d/a", Holder::Worker},
                                                              {"/d/g/b", Holder::Participant},
                                                              {"/d/g/c", Holder::Participant},
                                                              {"/d/g/d", Holder::Worker},
                                                              {"/d/w/e", Holder::Worker},
                                                              {"/d/w/f", Holder::Participant},
                                                              {"/d/w/h", Holder::Worker}});
}

TEST_CASE("a node without a control, a repeat and nothing at all are described as what they are", "[forms][screens]") {
    Parts parts(formOf(node("/d/hidden").value("x"), repeat("/d/p").onlyTemplate().label("Person"), input("/d/p/a")));
    parts.begin();
    CHECK(parts.presentation.question(parts.at("/d/hidden")).control == Control::None);
    CHECK(parts.presentation.question(parts.at("/d/hidden")).value == "x");
    const auto repeatQuestion = parts.presentation.question(parts.at("/d/p"));
    CHECK(repeatQuestion.path == "/d/p");
    CHECK(repeatQuestion.label.text == "Person");
    CHECK(parts.presentation.question(12345).path.empty());
}

TEST_CASE("only what is relevant and has a value can break its constraint, and only what has none can be missing",
          "[forms][screens]") {
    Parts parts(formOf(input("/d/a").required().constraint(". > 5")));
    parts.begin();
    const auto validity = [&] { return parts.presentation.question(parts.at("/d/a")).validity; };
    CHECK(validity() == Validity::RequiredMissing);
    parts.set("/d/a", "1");
    CHECK(validity() == Validity::ConstraintBroken);
    CHECK(parts.presentation.violations().size() == 1);
    parts.instance.setRelevant(parts.at("/d/a"), false);
    CHECK(validity() == Validity::Ok);
    CHECK(parts.presentation.violations().empty());
}
