// SPDX-License-Identifier: Apache-2.0
// What several programs say of one thing, they say in the same words.
#include "peil/dataset/layout.h"
#include "peil/study/vocabulary.h"
#include "peil/words/words.h"
#include "report_page.h"

#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace peil;
using namespace peil_test;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr const char* kForm =
    "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><h:title>T"
    "</h:title><model><instance><data id=\"t\"><outcome/><meta><instanceID/></meta></data></instance>"
    "<bind nodeset=\"/data/outcome\" type=\"string\" calculate=\"'complete'\"/></model></h:head><h:body/></h:html>";

/// What the codebook and the labels of .sav and .dta say of an outcome.
std::string codebookSays(study::Outcome outcome, std::string_view language) {
    const auto parsed = forms::FormDefinition::parse(kForm);
    REQUIRE(parsed.form);
    const study::Study study;
    const dataset::Layout layout({*parsed.form, kForm, {}, {}, {}, dataset::Fields::All, &study});
    for (const auto& variable : layout.tables().front().table.variables)
        for (const auto& value : variable.values)
            if (value.value == idOf(outcome)) return std::string(value.label.in(language));
    return {};
}

} // namespace

TEST_CASE("dashboard, report and codebook say the same of an interview that does not count", "[cli][words]") {
    const auto served = boost::json::parse(words::json()); // what the dashboard gets as /words.json
    const TemporaryFolder folder;
    const auto manifest = (folder.path() / "manifest.json").string();
    write(manifest, R"({"interviews":500,"left_out":{"envelopes":507,"broken_off":4,)"
                    R"("not_eligible":3}})");
    for (const auto* language : {"en", "nl"}) {
        const auto html = page({"--manifest", manifest, "--language", language});
        for (const auto outcome : {study::Outcome::BrokenOff, study::Outcome::NotEligible}) {
            INFO(language << " " << idOf(outcome));
            const auto& text = served.at("not_counted").at(idOf(outcome)).at(language).as_string();
            CHECK(codebookSays(outcome, language) == text.c_str());
            CHECK_THAT(html, ContainsSubstring(": " + std::string(text) + "</th>"));
        }
        CHECK(codebookSays(study::Outcome::Complete, language) ==
              served.at("outcome").at("complete").at(language).as_string().c_str());
    }
}
