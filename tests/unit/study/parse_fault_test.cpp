// SPDX-License-Identifier: Apache-2.0
#include "peil/study/study.h"
#include "study_text.h"

#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace peil;
using namespace peil::study;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using peil_test::spoilt;

namespace {

/// The error of a text that must not be a study.
Error faultOf(std::string_view toml) {
    const auto study = parseStudy(toml, "harbour.toml");
    REQUIRE_FALSE(study.has_value());
    return study.error();
}

} // namespace

TEST_CASE("text that is not TOML is refused with line and column", "[study][fault]") {
    const auto error = faultOf(spoilt("name = \"Harbour\"", "name = Harbour"));
    CHECK(error.code == StudyErrc::BadToml);
    CHECK_THAT(error.context, StartsWith("harbour.toml, line 9, column "));
    CHECK(faultOf(std::string(2'000'000, '#')).code == StudyErrc::BadToml);
}

TEST_CASE("a key that is needed and absent is named with the place of its table", "[study][fault]") {
    const auto error = faultOf(spoilt("type = \"drop_in\"\n", ""));
    CHECK(error.code == StudyErrc::MissingKey);
    CHECK_THAT(error.context, StartsWith("harbour.toml, line 10, column 1: "));
    CHECK_THAT(error.context, ContainsSubstring("needs the key \"type\""));
    CHECK(faultOf(spoilt("id = \"harbour-2030\"\n", "")).code == StudyErrc::MissingKey);
    CHECK(faultOf(spoilt("quasi_identifiers = [\"city\", \"age\"]\n", "")).code == StudyErrc::MissingKey);
    CHECK(faultOf(spoilt("check = \"${minutes} >= 3\"\n", "")).code == StudyErrc::MissingKey);
    CHECK(faultOf("id = \"a\"\ntitle = \"A\"\nstarts_on = 2030-01-01\nends_on = 2030-01-02\n").code ==
          StudyErrc::MissingKey);
}

TEST_CASE("a city without a site and a study without a group are not studies", "[study][fault]") {
    const auto city =
        faultOf(spoilt("[[group]]\nid = \"tea\"", "[[city]]\ncode = \"X\"\nname = \"X\"\n[[group]]\nid = \"tea\""));
    CHECK(city.code == StudyErrc::MissingKey);
    CHECK_THAT(city.context, ContainsSubstring("\"X\" has no site"));
    const auto group =
        faultOf("id = \"a\"\ntitle = \"A\"\nstarts_on = 2030-01-01\nends_on = 2030-01-02\n[[city]]\n"
                "code = \"A\"\nname = \"A\"\n[[city.site]]\ncode = \"A1\"\ntype = \"drop_in\"\nname = \"A\"\n");
    CHECK(group.code == StudyErrc::MissingKey);
    CHECK_THAT(group.context, ContainsSubstring("no group"));
}

TEST_CASE("a value of the wrong type or out of range is refused at its position", "[study][fault]") {
    const auto [from, to, says] = GENERATE(table<const char*, const char*, const char*>({
        {"target = 40", "target = 0", "line 29, column 10: \"target\" must be a whole number from 1"},
        {"target = 40", "target = \"40\"", "\"target\" must be a whole number"},
        {"edit_window_hours = 0", "version = 0", "\"version\" must be a whole number"},
        {"keep_received_days = 45", "keep_received_days = 6", "\"keep_received_days\" must be a whole number"},
        {"keep_received_days = 45", "keep_received_days = 731", "\"keep_received_days\" must be a whole number"},
        {"keep_received_days = 45", "keep_receipts_days = 45", "keep_receipts_days"},
        {"lock_after_minutes = 3", "lock_after_minutes = 0", "\"lock_after_minutes\" must be a whole number"},
        {"lock_after_minutes = 3", "lock_after_minutes = 31", "\"lock_after_minutes\" must be a whole number"},
        {"edit_window_hours = 0", "edit_window_hours = -1", "\"edit_window_hours\" must be a whole number"},
        {"edit_window_hours = 0", "edit_window_hours = 24", "\"edit_window_hours\" must be 0 or absent"},
        {"starts_on = 2030-01-07", "starts_on = 7", "\"starts_on\" must be a valid date"},
        {"\"2030-06-30\"", "\"2030-06-31\"", "\"ends_on\" must be a valid date"},
        {"\"2030-06-30\"", "\"2029-06-30\"", "before it starts"},
        {"type = \"drop_in\"", "type = \"drop in\"", "\"drop in\" is not a valid type"},
        {"urgent = true", "urgent = \"yes\"", "\"urgent\" must be true or false"},
        {"code = \"HBR\"", "code = \"H B\"", "not a valid code"},
        {"name = \"Harbour\"", "name = \"\"", "must be a non-empty string in quotes"},
        {"name = \"Harbour\"", "name = 3", "must be a non-empty string in quotes"},
        {"label = \"Coffee\"", "label = 3", "one string per language"},
        {"label = \"Coffee\"", "label = { nl = 3 }", "\"nl\" must be a non-empty string"},
        {"aabbccddeeff\"", "aabb\"", "64 hexadecimal characters"},
        {"00112233445566778899aabbccddeeff0", "zz112233445566778899aabbccddeeff0", "64 hexadecimal characters"},
        {"target = 40", "target = 40\ntargets = 1", "has no key \"targets\"; did you mean \"target\"?"},
        {"target = 40", "target = 40\nqwertyuiop = 1", "remove it or correct its spelling"},
        {"action = \"report\"", "action = \"ignore\"", "use one of: leave_out, report"},
        {"action = \"report\"", "actoin = \"report\"", "has no key \"actoin\"; did you mean \"action\"?"},
        {"[fields]", "[fields]\nincare = \"x\"", "has no key \"incare\"; did you mean \"in_care\"?"},
        {"[fields]", "[fields]\nconsent = \"x\"", "has no key \"consent\"; it belongs under [cleaning]."},
        {"k = 3", "k = 3\nsensitiv = []", "did you mean \"sensitive\"?"},
        {"k = 3", "k = 3\nconsent_values = [\"1\"]", "it belongs under [cleaning]."},
        {"k = 3", "k = 0", "\"k\" must be a whole number from 1 to 1000"},
        {"t = 0.5", "t = 1.5", "\"t\" must be a number from 0 to 1"},
        {"t = 0.5", "t = \"much\"", "\"t\" must be a number from 0 to 1"},
        {"[\"sugar\"]", "\"sugar\"", "\"sensitive\" must be a list of strings"},
        {"[\"sugar\"]", "[1]", "\"sensitive\" must be a list of strings"},
        {"band = 10", "band = 10\ndrop = true", "needs one of: band, groups, drop; this one has 2"},
        {"band = 10", "band = -1", "\"band\" must be a number"},
        {"{ HBR = \"West\" }", "\"West\"", "\"groups\" must be a table"},
        {"drop = true", "drop = false", "\"drop\" must be true"},
    }));
    const auto error = faultOf(spoilt(from, to));
    CHECK(error.code == StudyErrc::BadValue);
    CHECK_THAT(error.context, StartsWith("harbour.toml, line ") && ContainsSubstring(says));
}

TEST_CASE("a typing error in [cleaning] is an error, and never skips a check", "[study][fault]") {
    const auto [from, to, says] = GENERATE(table<const char*, const char*, const char*>({
        {"consent = \"agreed\"", "consnt = \"agreed\"", "has no key \"consnt\"; did you mean \"consent\"?"},
        {"consent_values =", "consent_value =", "has no key \"consent_value\"; did you mean \"consent_values\"?"},
        {"consent = \"agreed\"", "consent = \"\"", "\"consent\" must be a non-empty string in quotes"},
        {"consent = \"agreed\"", "consent = true", "\"consent\" must be a non-empty string"},
        {"[\"sure\"]", "[]", "\"consent_values\" is empty, so no one could consent"},
        {"[\"sure\"]", "\"sure\"", "\"consent_values\" must be a list of strings"},
        {"[\"sure\"]", "[1]", "\"consent_values\" must be a list of strings"},
        {"[cleaning]", "[cleaing]", "has no key \"cleaing\"; did you mean \"cleaning\"?"},
        {"[cleaning]", "[[cleaning]]", "\"cleaning\" must be a table"},
        {"group = \"if(", "check = \"if(", "has no key \"check\"; it belongs under [[rule]]."},
        {"edit_window_hours = 0", "keep_received_days = 30", "it belongs under [tablet]."},
        {"edit_window_hours = 0", "consent = \"agreed\"", "has no key \"consent\"; it belongs under [cleaning]."},
        {"check = \"${minutes} >= 3\"", "chek = \"${minutes} >= 3\"", "has no key \"chek\"; did you mean \"check\"?"},
        {"check = \"${minutes} >= 3\"", "check = \" \"", "\"check\" must be a non-empty string"},
        {"k = 3", "k = 3\nrules = []", "has no key \"rules\""},
        {"design = true", "design = 1", "\"design\" must be"},
        {"most_suppressed = 0.1", "most_suppressed = 2", "\"most_suppressed\" must be"},
        {"release = [", "release = [3, ", "\"release\" must be a list of strings"},
        {"edit_window_hours = 0", "release = [\"age\"]", "it belongs under [disclosure]."},
    }));
    const auto error = faultOf(spoilt(from, to));
    CHECK(error.code == StudyErrc::BadValue);
    CHECK_THAT(error.context, StartsWith("harbour.toml, line ") && ContainsSubstring(says));
}

TEST_CASE("a question that is declared harmless but is not released is an error", "[study][fault]") {
    const auto error = faultOf(spoilt("harmless = [\"city\"]", "harmless = [\"town\"]"));
    CHECK(error.code == StudyErrc::UnknownReference);
    CHECK_THAT(error.context, ContainsSubstring("\"town\" is declared harmless but is not in \"release\""));
}

TEST_CASE("the position of a key is found for errors that depend on the form", "[study][fault]") {
    const auto place = [](std::string_view table, std::string_view key, std::size_t index = 0) {
        return describe(placeIn(peil_test::kSoundStudy, "harbour.toml", table, key, index));
    };
    CHECK(place("cleaning", "consent") == "harbour.toml, line 48, column 11");
    CHECK(place("cleaning", "nothing") == "harbour.toml, line 47, column 1");
    CHECK(place("rule", "check", 1) == "harbour.toml, line 59, column 9");
    CHECK(place("rule", "check", 7) == "harbour.toml");
    CHECK(place("benchmark", "area") == "harbour.toml");
    CHECK(describe(placeIn("= no toml", "harbour.toml", "cleaning")) == "harbour.toml");
}

TEST_CASE("cities that are not written as tables are refused", "[study][fault]") {
    const auto error = faultOf("id = \"a\"\ntitle = \"A\"\nstarts_on = 2030-01-01\nends_on = 2030-01-02\ncity = [1]\n");
    CHECK(error.code == StudyErrc::BadValue);
    CHECK_THAT(error.context, ContainsSubstring("start each with a line [[city]]"));
}

TEST_CASE("open fields that are not a table are refused", "[study][fault]") {
    const auto error = faultOf("fields = 3\n" + spoilt("[fields]\nin_care = \"registered\"\n", ""));
    CHECK(error.code == StudyErrc::BadValue);
    CHECK_THAT(error.context, ContainsSubstring("\"fields\" must be a table"));
}

TEST_CASE("a quota or card for something that is not declared is refused with what there is", "[study][fault]") {
    const auto city = faultOf(spoilt("city = \"HBR\"\ngroup", "city = \"HRB\"\ngroup"));
    CHECK(city.code == StudyErrc::UnknownReference);
    CHECK_THAT(city.context, StartsWith("harbour.toml, line 27, column 8: There is no city \"HRB\"; use one of: HBR"));
    const auto group = faultOf(spoilt("group = \"tea\"", "group = \"milk\""));
    CHECK(group.code == StudyErrc::UnknownReference);
    const auto type = faultOf(spoilt("type = \"drop_in\"", "type = \"bar\""));
    CHECK(type.code == StudyErrc::UnknownReference);
    CHECK_THAT(type.context, ContainsSubstring("no site type \"bar\"; use one of: drop_in, public_space"));
    CHECK_THAT(group.context, ContainsSubstring("use one of: tea, coffee"));
    CHECK(faultOf(spoilt("city = \"HBR\"\ntitle", "city = \"H\"\ntitle")).code == StudyErrc::UnknownReference);
}

TEST_CASE("two of one name are refused at the second", "[study][fault]") {
    const auto site = faultOf(spoilt("\"HBR-02\"", "\"HBR-01\""));
    CHECK(site.code == StudyErrc::Duplicate);
    CHECK_THAT(site.context, StartsWith("harbour.toml, line 15, column 8: The site \"HBR-01\" is declared twice"));
    CHECK(faultOf(spoilt("\"coffee\"", "\"tea\"")).code == StudyErrc::Duplicate);
    CHECK(faultOf(spoilt("target = 40", "target = 40\n[[quota]]\ncity = \"HBR\"\ngroup = \"tea\"\ntarget = 3")).code ==
          StudyErrc::Duplicate);
    CHECK(faultOf(spoilt("\"pace\"", "\"cups\"")).code == StudyErrc::Duplicate);
    const auto field = faultOf(spoilt("in_care = \"registered\"", "in_care = \"group\""));
    CHECK(field.code == StudyErrc::Duplicate);
    CHECK_THAT(field.context, ContainsSubstring("open field \"group\""));
}
