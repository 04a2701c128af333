// SPDX-License-Identifier: Apache-2.0
#include "instance_form.h"

using namespace peil_test;
using peil::forms::NoAnswer;
using peil::forms::RecordPart;

namespace {

peil::forms::FormPointer household() {
    return formOf(input("/d/a"), input("/d/b").relevant("/d/a = 'yes'").value("kept"), repeat("/d/p").onlyTemplate(),
                  input("/d/p/name"));
}

bool holds(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a draft holds what is not relevant, and what is submitted does not", "[forms][record]") {
    Parts parts(household());
    parts.begin();
    CHECK(holds(parts.serialiser.xml(RecordPart::All), "<b>kept</b>"));
    CHECK_FALSE(holds(parts.serialiser.xml(RecordPart::Relevant), "kept"));
    parts.set("/d/a", "yes");
    CHECK(holds(parts.serialiser.xml(RecordPart::Relevant), "<b>kept</b>"));
}

TEST_CASE("a reason for no answer is written with its namespace, which is left out without one", "[forms][record]") {
    Parts parts(household());
    parts.begin();
    CHECK_FALSE(holds(parts.serialiser.xml(RecordPart::All), "urn:peil:1"));
    parts.recomputation.setReason(parts.at("/d/a"), NoAnswer::DontKnow);
    CHECK(holds(parts.serialiser.xml(RecordPart::All), "xmlns:peil=\"urn:peil:1\""));
    CHECK(holds(parts.serialiser.xml(RecordPart::All), "peil:reason=\"dont_know\""));
}

TEST_CASE("rows name each repeat with its count, and leave out what is as blank as the form", "[forms][record]") {
    Parts parts(household());
    parts.begin();
    need(parts.recomputation.setCount(*parts.instance.rangeOf(parts.at("/d/p")), 2));
    parts.set("/d/p[2]/name", "Ann");
    std::map<std::string, std::string> rows;
    for (const auto& row : parts.serialiser.rows())
        rows[row.path] = row.value;
    CHECK(rows == std::map<std::string, std::string>{{"/d/p", "2"}, {"/d/p[2]/name", "Ann"}, {"/d/b", "kept"}});
}

TEST_CASE("the final fields are the relevant leaves in the order of the form", "[forms][record]") {
    Parts parts(household());
    parts.begin();
    parts.set("/d/a", "no");
    const auto fields = parts.serialiser.finalFields();
    REQUIRE(fields.size() == 2);
    CHECK(fields[0].path == "/d/a");
    CHECK(fields[0].value == "no");
    CHECK(fields[1].path == "/d/meta/instanceID");
}
