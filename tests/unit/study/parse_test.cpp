// SPDX-License-Identifier: Apache-2.0
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/study/study.h"
#include "peil_test/result.h"
#include "study_text.h"

using namespace peil;
using namespace peil::study;
using peil_test::need;

TEST_CASE("a sound study file gives all that it says", "[study]") {
    const auto study = need(parseStudy(peil_test::kSoundStudy));
    CHECK(study.id.text() == "harbour-2030");
    CHECK(study.title.in("nl") == "Havenonderzoek");
    CHECK(study.startsOn == "2030-01-07");
    CHECK(study.endsOn == "2030-06-30");
    CHECK(study.keepReceived == std::chrono::days(45));
    CHECK(study.lockAfter == std::chrono::minutes(3));
    CHECK(study.version == 0);
    CHECK(need(parseStudy("version = 3\n" + std::string(peil_test::kSoundStudy))).version == 3);
    CHECK(study.formFile == "form.xml");
    CHECK(study.timeZone == "Europe/Amsterdam");
    REQUIRE(study.cities.size() == 1);
    REQUIRE(study.cities[0].sites.size() == 2);
    CHECK(study.cities[0].sites[1].type == "public_space");
    CHECK(study.siteTypeLabel("drop_in", "nl") == "Inloop");
    CHECK(study.groups.size() == 2);
    CHECK(study.referralCards.at(0).cityCode.empty());
    CHECK(study.referralCards.at(0).urgent);
    CHECK(study.referralCards.at(1).cityCode == "HBR");
    CHECK_FALSE(study.referralCards.at(1).urgent);
    CHECK(study.recipients.at(0).name == "researchers");
    CHECK(study.fields.inCare == "registered");
    CHECK_FALSE(study.trait);
    CHECK(study.publishedNote.texts.empty());
}

TEST_CASE("the field with the sites of the frame is optional, and no other field is that one", "[study]") {
    const std::string sound(peil_test::kSoundStudy);
    CHECK(need(parseStudy(sound)).fields.frame.empty());
    const auto with = [&](const std::string& line) { return replaceAll(sound, "[fields]", "[fields]\n" + line); };
    CHECK(need(parseStudy(with("frame = \"sites_there\""))).fields.frame == "sites_there");
    CHECK(parseStudy(with("frame = \"week\"")).error().code == StudyErrc::Duplicate);
}

TEST_CASE("a study that declares no site types shows their ids", "[study]") {
    const auto text = peil_test::kSoundStudy.substr(0, peil_test::kSoundStudy.find("[[site_type]]"));
    const auto study = need(parseStudy(replaceAll(text, "\"public_space\"", "\"health_centre\"")));
    CHECK(study.siteTypeLabel(study.cities[0].sites[1].type, "nl") == "health centre");
}

TEST_CASE("a trait and a note on published sizes are the study's", "[study]") {
    const std::string sound(peil_test::kSoundStudy);
    const auto study = need(parseStudy(sound + "\n[trait]\nfield = \"milk\"\nlabel = { nl = \"melk\", en = \"milk\" }\n"
                                               "[published]\nnote = \"Counted in spring.\"\n"));
    REQUIRE(study.trait);
    CHECK(study.trait->field == "milk");
    CHECK(study.trait->label.in("nl") == "melk");
    CHECK(study.publishedNote.in("en") == "Counted in spring.");
    CHECK(parseStudy(sound + "\n[trait]\nfield = \"group\"\nlabel = \"x\"\n").error().code == StudyErrc::Duplicate);
    CHECK(parseStudy(sound + "\n[trait]\nfield = \"milk\"\n").error().code == StudyErrc::MissingKey);
}

TEST_CASE("rules of cleaning and of release are read as declared", "[study][cleaning]") {
    const auto study = need(parseStudy(peil_test::kSoundStudy));
    CHECK(study.cleaning.consent == "agreed");
    CHECK(study.cleaning.consentValues == std::vector<std::string>{"sure"});
    CHECK(study.cleaning.group == "if(${tea_cups} > 0, 'tea', 'coffee')");
    REQUIRE(study.cleaning.rules.size() == 2);
    CHECK(study.cleaning.rules[0].id == "cups");
    CHECK(study.cleaning.rules[0].label.in("nl") == "Een dag telt hooguit 30 koppen");
    CHECK(study.cleaning.rules[0].action == CleaningRule::Action::LeaveOut);
    CHECK(study.cleaning.rules[1].action == CleaningRule::Action::Report);
    const auto& policy = study.disclosure;
    CHECK(policy.declared());
    CHECK(policy.k == 3);
    CHECK(policy.t == 0.5);
    CHECK(policy.quasiIdentifiers == std::vector<std::string>{"city", "age"});
    CHECK(policy.sensitive == std::vector<std::string>{"sugar"});
    CHECK(policy.release == std::vector<std::string>{"city", "age", "sugar"});
    CHECK(policy.harmless == std::vector<std::string>{"city"});
    CHECK(policy.design);
    CHECK(policy.mostSuppressed == 0.1);
    CHECK(study.fields.code == "participant_code");
    REQUIRE(policy.ladder.size() == 3);
    CHECK(policy.ladder[0].band == 10);
    CHECK(policy.ladder[1].grouping[0] == std::pair<std::string, std::string>{"HBR", "West"});
    CHECK(policy.ladder[2].drop);
    CHECK(policy.tables[0] == std::pair<std::string, std::string>{"city", "group"});
}

TEST_CASE("a study that declares no cleaning asks for consent and releases without a check", "[study][cleaning]") {
    const auto text = peil_test::kSoundStudy.substr(0, peil_test::kSoundStudy.find("[cleaning]"));
    const auto study = need(parseStudy(text));
    CHECK(study.cleaning.consent == "consent");
    CHECK(study.cleaning.consentValues == std::vector<std::string>{"1", "yes"});
    CHECK(study.cleaning.rules.empty());
    CHECK_FALSE(study.disclosure.declared());
}

TEST_CASE("a study finds its cities, sites and targets by code", "[study]") {
    const auto study = need(parseStudy(peil_test::kSoundStudy));
    REQUIRE(study.city("HBR") != nullptr);
    CHECK(study.city("HBR")->name == "Harbour");
    CHECK(study.city("XXX") == nullptr);
    REQUIRE(study.site("HBR-02") != nullptr);
    CHECK(study.site("HBR-02")->name.in("nl") == "Quay");
    CHECK(study.site("HBR-03") == nullptr);
    CHECK(study.target("HBR", "tea") == 40);
    CHECK(study.target("HBR", "coffee") == 0);
}

TEST_CASE("a text falls back on the first language as the designer wrote them", "[study]") {
    const auto study = need(parseStudy(peil_test::kSoundStudy));
    CHECK(study.title.in("en") == "Harbour survey");
    CHECK(study.title.in("pl") == "Havenonderzoek");
    CHECK(LocalText{}.in("nl").empty());
}

TEST_CASE("recipients that are added to a study file are read back", "[study]") {
    const std::vector<Recipient> added{{"escrow \"north\"", std::string(64, 'a')}};
    const auto study = need(parseStudy(withRecipients(peil_test::kSoundStudy, added)));
    REQUIRE(study.recipients.size() == 2);
    CHECK(study.recipients[1].name == "escrow \"north\"");
    CHECK(study.recipients[1].publicKeyHex == std::string(64, 'a'));
}
