// SPDX-License-Identifier: Apache-2.0
// What open answers alone can say about an interview: consent, group, and those rules that name nothing sealed.
#include "peil/records/counting.h"

#include "peil/base/bytes.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"

#include <catch2/catch_test_macros.hpp>

#include <map>

using namespace peil;
using peil_test::need;
using study::NotCounted;

namespace {

const std::string kStudy = R"toml(id = "harbour"
title = "Tea"
starts_on = 2030-01-07
ends_on = 2030-06-30
[[city]]
code = "HBR"
name = "Harbour"
[[city.site]]
code = "HBR-01"
type = "drop_in"
name = "Drop-in"
[[group]]
id = "tea"
label = "Tea"
[[group]]
id = "coffee"
label = "Coffee"
)toml";

/// `consentClass`: of the question of consent.
std::string formWith(const std::string& consentClass) {
    return R"XML(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:peil="urn:peil:1"><h:head><h:title>Tea</h:title>
<model><instance><data id="tea"><consent/><city/><group/><weight/><week/><seen_on/><age/><outcome/><meta><instanceID/></meta></data></instance>
<bind nodeset="/data/consent" type="string" peil:class=")XML" +
           consentClass + R"XML("/>
<bind nodeset="/data/city" type="string" peil:class="quota"/><bind nodeset="/data/group" type="string" calculate="if(/data/age &gt; 0, 'tea', '')" peil:class="quota"/>
<bind nodeset="/data/weight" type="decimal" peil:class="estimate"/><bind nodeset="/data/week" type="int" peil:class="quota"/>
<bind nodeset="/data/seen_on" type="date" peil:class="quota"/><bind nodeset="/data/age" type="int"/>
<bind nodeset="/data/outcome" type="string" peil:class="quota"/></model></h:head>
<h:body><select1 ref="/data/consent"><label>Take part?</label><item><label>Yes</label><value>1</value></item><item><label>No</label><value>0</value></item></select1><input ref="/data/age"><label>Age</label></input></h:body></h:html>)XML";
}

study::StudyPack packOf(const std::string& toml, const std::string& form) {
    peil_test::SeededRng rng{5};
    const auto office = crypto::makeSigningKeyPair(rng);
    const auto bytes =
        need(study::StudyPack::build({{"study.toml", toBytes(toml)}, {"form.xml", toBytes(form)}}, office));
    return need(study::StudyPack::open(bytes, office.publicKey));
}

using Answers = std::map<std::string, std::string, std::less<>>;

const Answers kSound{{"consent", "1"}, {"city", "Harbour"},     {"group", "tea"},         {"weight", "0.5"},
                     {"week", "3"},    {"outcome", "complete"}, {"seen_on", "2030-02-03"}};

Answers with(Answers answers, const std::string& name, const std::string& value) {
    answers[name] = value;
    return answers;
}

Answers without(Answers answers, const std::string& name) {
    answers.erase(name);
    return answers;
}

class Counted {
public:
    explicit Counted(const std::string& more = "", const std::string& form = formWith("quota"))
        : m_pack(packOf(kStudy + more, form))
        , m_counting(m_pack) {}
    [[nodiscard]] std::optional<NotCounted> judge(const Answers& given, const std::string& formHash) const {
        const records::OpenAnswers answers = [&](std::string_view name) -> std::optional<std::string_view> {
            const auto found = given.find(name);
            if (found == given.end()) return std::nullopt;
            return found->second;
        };
        const auto outcome = given.find("outcome");
        return m_counting.judge({outcome == given.end() ? "" : outcome->second, formHash, answers});
    }
    [[nodiscard]] std::optional<NotCounted> judge(const Answers& given) const {
        return judge(given, m_pack.formHash());
    }
    [[nodiscard]] const std::vector<std::string>& left() const { return m_counting.leftToExport(); }

private:
    study::StudyPack m_pack;
    records::Counting m_counting;
};

std::string rule(const std::string& id, const std::string& check, const std::string& action = "leave_out") {
    return "[[rule]]\nid = \"" + id + "\"\nlabel = \"" + id + "\"\ncheck = \"" + check + "\"\naction = \"" + action +
           "\"\n";
}

} // namespace

TEST_CASE("open answers tell whether an interview counts", "[records][counting]") {
    const Counted study;
    CHECK_FALSE(study.judge(kSound));
    CHECK(study.left().empty());
    CHECK(study.judge(with(kSound, "consent", "0")) == NotCounted::NoConsent);
    CHECK(study.judge(with(kSound, "outcome", "broken_off")) == NotCounted::BrokenOff);
    CHECK(study.judge(with(kSound, "group", "milk")) == NotCounted::UnknownGroup);
    CHECK(study.judge(without(kSound, "city")) == NotCounted::UnknownCity);
}

TEST_CASE("consent that was not asked, where the form has it open, is no consent", "[records][counting]") {
    const Counted study;
    CHECK(study.judge(without(kSound, "consent")) == NotCounted::NoConsent);
    CHECK(study.judge(with(kSound, "consent", "")) == NotCounted::NoConsent);
    // One of another form may have had it sealed; one that shows it is judged by it.
    CHECK_FALSE(study.judge(without(kSound, "consent"), "another form"));
    CHECK(study.judge(with(kSound, "consent", "0"), "another form") == NotCounted::NoConsent);
}

TEST_CASE("consent that the form seals is left to the export, and that is said", "[records][counting]") {
    const Counted study("", formWith("sealed"));
    CHECK_FALSE(study.judge(without(kSound, "consent")));
    CHECK(study.left() == std::vector<std::string>{"consent"});
    const Counted unreadable("", "<h:html/>");
    CHECK_FALSE(unreadable.judge(without(kSound, "consent")));
    CHECK(unreadable.left() == std::vector<std::string>{"consent"});
    const Counted other("[cleaning]\nconsent = \"agreement\"\n"); // the form has no such question: nobody consented
    CHECK(other.judge(kSound) == NotCounted::NoConsent);
}

TEST_CASE("rules of open questions are evaluated; those of sealed questions, lists and time are not",
          "[records][counting]") {
    const Counted study(rule("weighted", "${weight} > 0.25") + rule("week", "${week} >= 1 and ${week} <= 26") +
                        rule("seen", "${seen_on} >= date('2030-01-07')") + rule("adult", "${age} >= 18") +
                        rule("recent", "${seen_on} < today()") + rule("path", "/data/weight > 0.25") +
                        rule("said", "${week} > 20", "report"));
    CHECK(study.left() == std::vector<std::string>{"adult", "recent", "path"});
    CHECK_FALSE(study.judge(kSound)); // though its group is a calculation on a sealed answer
    CHECK(study.judge(with(kSound, "weight", "0.2")) == NotCounted::BrokenRule);
    CHECK(study.judge(without(kSound, "weight")) == NotCounted::BrokenRule);
    CHECK(study.judge(with(kSound, "week", "27")) == NotCounted::BrokenRule);
    CHECK(study.judge(with(kSound, "seen_on", "2030-01-06")) == NotCounted::BrokenRule);
    CHECK(study.judge(with(kSound, "weight", "<&\"'")) == NotCounted::BrokenRule); // markup stays text
}

TEST_CASE("a rule is not applied to an interview whose form did not open its questions", "[records][counting]") {
    const Counted study(rule("weighted", "${weight} > 0.25"));
    CHECK_FALSE(study.judge(without(kSound, "weight"), "another form"));
    CHECK(study.judge(with(kSound, "weight", "0.2"), "another form") == NotCounted::BrokenRule);
}

TEST_CASE("a word in quotes is no path and no function", "[records][counting]") {
    const Counted study(rule("city", "${city} != 'a/b now()'"));
    CHECK(study.left().empty());
    CHECK(study.judge(with(kSound, "city", "Harbour")) == std::nullopt);
}

TEST_CASE("the group is derived again where its rule asks open questions only", "[records][counting]") {
    const Counted open("[cleaning]\ngroup = \"if(${weight} > 1, 'coffee', 'tea')\"\n");
    CHECK_FALSE(open.judge(kSound));
    CHECK(open.judge(with(kSound, "weight", "2")) == NotCounted::OtherGroup);
    const Counted sealed("[cleaning]\ngroup = \"if(${age} > 1, 'coffee', 'tea')\"\n");
    CHECK_FALSE(sealed.judge(kSound));
    CHECK(sealed.left() == std::vector<std::string>{"group"});
}
