// SPDX-License-Identifier: Apache-2.0
#include "peil_test/scenario.h"

#include <set>

using namespace peil_test;
using peil::forms::FormsErrc;
using peil::forms::NoAnswer;
using peil::forms::Session;
using peil::forms::StoredRow;

TEST_CASE("a node that is gone takes no answer", "[forms][errors]") {
    auto form = Scenario::of(repeat("/d/r"), input("/d/r/n"));
    form.add("/d/r");
    const auto gone = form.idOf("/d/r[2]/n");
    form.remove("/d/r", 2);
    REQUIRE(form.session().answer(gone, "x").error().code == FormsErrc::NoSuchNode);
    REQUIRE(form.session().removeRepeat(form.idOf("/d/r"), 5).error().code == FormsErrc::NoSuchNode);
    REQUIRE(form.session().addRepeat(form.idOf("/d/r[1]/n")).error().code == FormsErrc::NoSuchNode);
}

TEST_CASE("groups and repeats take no answer", "[forms][errors]") {
    auto form = Scenario::of(group("/d/g"), input("/d/g/a"), repeat("/d/r"), input("/d/r/n"));
    REQUIRE(form.session().answer(form.idOf("/d/g"), "x").error().code == FormsErrc::NotAQuestion);
    REQUIRE(form.session().answer(form.idOf("/d/r"), "x").error().code == FormsErrc::NotAQuestion);
    REQUIRE(form.session().answerNone(form.idOf("/d/r[1]"), NoAnswer::Refused).error().code == FormsErrc::NotAQuestion);
}

TEST_CASE("a readonly question and one that is not asked refuse an answer and stay as they are", "[forms][errors]") {
    auto form = Scenario::of(input("/d/fixed").readonly().value("v"), input("/d/hidden").relevant("false()"),
                             input("/d/empty").readonly().required());
    REQUIRE(form.session().answer(form.idOf("/d/fixed"), "x").error().code == FormsErrc::ReadOnly);
    REQUIRE(form.session().answerNone(form.idOf("/d/fixed"), NoAnswer::Skipped).error().code == FormsErrc::ReadOnly);
    REQUIRE(form.value("/d/fixed") == "v");
    REQUIRE(form.session().answer(form.idOf("/d/empty"), "x").error().code == FormsErrc::ReadOnly);
    REQUIRE(form.session().violations().size() == 1);
    REQUIRE(form.session().answerNone(form.idOf("/d/empty"), NoAnswer::Skipped)); // nothing to change: only why
    REQUIRE(form.session().violations().empty());
    REQUIRE(form.session().answer(form.idOf("/d/hidden"), "x").error().code == FormsErrc::NotRelevant);
}

TEST_CASE("a value that is not valid for its question is refused", "[forms][errors]") {
    auto form = Scenario::of(input("/d/n").type("int"), input("/d/t"));
    REQUIRE(form.session().answer(form.idOf("/d/n"), "x").error().code == FormsErrc::BadValue);
    REQUIRE(form.session().answer(form.idOf("/d/t"), "\xFF").error().code == FormsErrc::BadValue);
}

TEST_CASE("a repeat that the form counts cannot be changed by hand", "[forms][errors]") {
    auto form = Scenario::of(repeat("/d/r").attribute("jr:count", "2"), input("/d/r/n"));
    REQUIRE(form.session().addRepeat(form.idOf("/d/r")).error().code == FormsErrc::RepeatFixed);
    REQUIRE(form.session().removeRepeat(form.idOf("/d/r"), 1).error().code == FormsErrc::RepeatFixed);
}

TEST_CASE("a repeat has a largest number of instances", "[forms][errors]") {
    auto form = Scenario::of(repeat("/d/r"), input("/d/r/n"));
    const std::vector<StoredRow> rows{{"/d/r", std::to_string(Session::kMaxRepeatInstances), ""}};
    auto full = need(Session::restore(form.form(), form.environment(), rows));
    REQUIRE(full.addRepeat(*full.find("/d/r")).error().code == FormsErrc::TooManyInstances);
}

TEST_CASE("an unfinished interview is not finalised", "[forms][errors]") {
    auto form = Scenario::of(input("/d/a").required());
    const auto outcome = form.session().finalise();
    REQUIRE(outcome.error().code == FormsErrc::NotFinished);
    REQUIRE(outcome.error().context.find("/d/a") != std::string::npos);
}

TEST_CASE("rows and records of another form are refused", "[forms][errors]") {
    auto form = Scenario::of(input("/d/a"), repeat("/d/r"), input("/d/r/n"));
    for (const auto& row : {StoredRow{"/d/other", "x", ""}, StoredRow{"/d/a", "x", "bored"},
                            StoredRow{"/d/r", "many", ""}, StoredRow{"/d/r[7]/n", "x", ""}}) {
        INFO(row.path << " " << row.reason);
        const std::vector<StoredRow> rows{row};
        REQUIRE(Session::restore(form.form(), form.environment(), rows).error().code == FormsErrc::BadInstance);
    }
    for (const auto* xml : {"<other id=\"test\"/>", "<d id=\"another\"/>", "<d", ""}) {
        INFO(xml);
        REQUIRE(Session::load(form.form(), form.environment(), xml, peil::forms::LoadAs::Record).error().code ==
                FormsErrc::BadInstance);
    }
}

TEST_CASE("a form whose expression fails at once does not start", "[forms][errors]") {
    const auto parsed = peil::forms::FormDefinition::parse(
        FormText({input("/d/a"), node("/d/b").calculate("date('2023-02-31')")}).xml());
    REQUIRE(parsed.form);
    auto base = Scenario::of(input("/d/a"));
    const auto outcome = Session::start(parsed.form, base.environment());
    REQUIRE(outcome.error().code == FormsErrc::EvaluationFailed);
    REQUIRE(outcome.error().context.find("/d/b") != std::string::npos);
}

TEST_CASE("a language or a preset that the form does not have is refused", "[forms][errors]") {
    auto form = Scenario::of(input("/d/a"));
    REQUIRE(form.session().setLanguage("Klingon").error().code == FormsErrc::UnknownLanguage);
    auto environment = form.environment();
    environment.presets = {{"/d/nothing", "x"}};
    REQUIRE(Session::start(form.form(), environment).error().code == FormsErrc::NoSuchNode);
}

TEST_CASE("every code has its own sentence", "[forms][errors]") {
    std::set<std::string> sentences;
    for (int code = 1; code <= static_cast<int>(FormsErrc::UnknownLanguage); ++code)
        sentences.insert(make_error_code(static_cast<FormsErrc>(code)).message());
    REQUIRE(sentences.size() == static_cast<std::size_t>(FormsErrc::UnknownLanguage));
    REQUIRE(std::string(make_error_code(FormsErrc::UnknownLanguage).category().name()) == "peil.forms");
}
