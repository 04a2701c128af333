// SPDX-License-Identifier: Apache-2.0
#include "instance_form.h"

#include "peil/forms/error.h"

using namespace peil_test;
using peil::forms::Environment;
using peil::forms::FormsErrc;
using peil::forms::LoadAs;
using peil::forms::RecordPart;
using peil::forms::StoredRow;

namespace {

peil::forms::FormPointer nested() {
    return formOf(input("/d/a"), repeat("/d/p").onlyTemplate(), input("/d/p/name"), repeat("/d/p/pet").onlyTemplate(),
                  input("/d/p/pet/kind"), node("/d/all").calculate("count(/d/p/pet)"));
}

} // namespace

TEST_CASE("rows come back in any order, the outer repeats first", "[forms][restore]") {
    Parts parts(nested());
    const std::vector<StoredRow> rows{{"/d/p[2]/pet[2]/kind", "cat", ""},
                                      {"/d/p[2]/pet", "2", ""},
                                      {"/d/p[1]/name", "", "refused"},
                                      {"/d/p", "2", ""},
                                      {"/d/all", "2", ""},
                                      {"/d/a", "x", ""}};
    need(parts.loader.applyRows(rows));
    CHECK(parts.text("/d/p[2]/pet[2]/kind") == "cat");
    CHECK(parts.text("/d/all") == "2");
    CHECK(parts.instance.state(parts.at("/d/p[1]/name")).reason == peil::forms::NoAnswer::Refused);
    CHECK(parts.serialiser.rows().size() == rows.size() + 1); // and the number of pets of the first person
}

TEST_CASE("rows that the form does not know, or cannot hold, are refused", "[forms][restore]") {
    for (const StoredRow& row : {StoredRow{"/d/gone", "x", ""}, StoredRow{"/d/p", "many", ""},
                                 StoredRow{"/d/p[3]/name", "x", ""}, StoredRow{"/d/a", "x", "tired"}}) {
        Parts parts(nested());
        const std::vector<StoredRow> rows{row};
        CHECK(parts.loader.applyRows(rows).error().code == make_error_code(FormsErrc::BadInstance));
    }
}

TEST_CASE("a record in XML comes back as it was written", "[forms][restore]") {
    Parts first(nested());
    const std::vector<StoredRow> rows{
        {"/d/p", "1", ""}, {"/d/p[1]/pet", "1", ""}, {"/d/p[1]/pet[1]/kind", "a < b", ""}, {"/d/all", "1", ""}};
    need(first.loader.applyRows(rows));
    const auto xml = first.serialiser.xml(RecordPart::All);
    Parts second(nested());
    need(second.loader.loadXml(xml, LoadAs::Record));
    CHECK(second.text("/d/p[1]/pet[1]/kind") == "a < b");
    CHECK(second.serialiser.xml(RecordPart::All) == xml);
}

TEST_CASE("an edit gives the record a new id and keeps the old one", "[forms][restore]") {
    SeededRng rng(1);
    Environment world;
    world.rng = &rng;
    Parts parts(formOf(input("/d/a"), group("/d/meta"), node("/d/meta/instanceID")), world);
    need(parts.loader.loadXml("<d id=\"test\"><a>x</a><meta><instanceID>uuid:old</instanceID></meta></d>",
                              LoadAs::Edit));
    CHECK(parts.text("/d/meta/deprecatedID") == "uuid:old");
    CHECK(parts.text("/d/meta/instanceID").starts_with("uuid:"));
    CHECK(parts.text("/d/meta/instanceID") != "uuid:old");
}

TEST_CASE("an interview begins with what is filled in beforehand, and a place that the form lacks stops it",
          "[forms][restore]") {
    Environment world;
    world.presets = {{"/d/a", "x"}};
    Parts parts(nested(), world);
    need(parts.loader.startNew());
    CHECK(parts.text("/d/a") == "x");
    CHECK(parts.text("/d/all") == "0");
    world.presets = {{"/d/nowhere", "x"}};
    Parts other(nested(), world);
    CHECK(other.loader.startNew().error().code == make_error_code(FormsErrc::NoSuchNode));
}
