// SPDX-License-Identifier: Apache-2.0
#include "peil/base/csv.h"
#include "peil/base/file.h"
#include "peil/study/study.h"
#include "peil/xlsform/compile.h"
#include "peil_test/result.h"

#include <map>
#include <regex>
#include <set>

using namespace peil;
using peil_test::need;

namespace {

const std::filesystem::path kFolder = std::filesystem::path(PEIL_SOURCE_DIR) / "shared/studies/opaak";

study::Study opaak() {
    return need(study::parseStudy(need(readTextFile(kFolder / "study.toml", 1U << 20U))));
}

/// Language codes and the names that the columns of the sheets have for them.
const std::map<std::string, std::string> kLanguages{{"nl", "Nederlands (nl)"},
                                                    {"en", "English (en)"},
                                                    {"de", "Deutsch (de)"},
                                                    {"pl", "Polski (pl)"},
                                                    {"ar", "العربية (ar)"}};

/// What every translation must keep as it is: references, bold type, numbers that are answered, and the consent's name.
std::multiset<std::string> fixedParts(const std::string& text) {
    static const std::regex kFixed(R"(\$\{[^}]*\}|\*\*|\b[0-9]+ = |OPAAK-[0-9-]+|\b112\b|an07m)");
    return {std::sregex_token_iterator(text.begin(), text.end(), kFixed), std::sregex_token_iterator()};
}

/// Western digits everywhere, and letters of the language's own script.
void checkScript(const std::string& language, const std::string& text) {
    CHECK_FALSE(std::regex_search(text, std::regex("\xD9[\xA0-\xA9]"))); // U+0660 to U+0669
    const bool arabic = std::regex_search(text, std::regex("[\xD8-\xDB][\x80-\xBF]"));
    CHECK(arabic == (language == "ar"));
}

void checkTexts(const std::map<std::string, std::string>& texts) {
    for (const auto& [language, text] : texts) {
        INFO(language << ": " << text);
        CHECK_FALSE(text.empty());
        checkScript(language, text);
        CHECK(fixedParts(text) == fixedParts(texts.at("nl")));
    }
}

void checkSheet(const std::string& sheet, const std::vector<std::string>& columns) {
    const auto table = need(parseCsv(need(readTextFile(kFolder / sheet, 1U << 20U))));
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (const auto& column : columns) {
            INFO(sheet << ", row " << row + 2);
            std::map<std::string, std::string> texts;
            for (const auto& [code, language] : kLanguages)
                texts[code] = table.cell(row, need(table.requireColumn(column + "::" + language, sheet)));
            if (!texts.at("nl").empty()) checkTexts(texts);
        }
}

void checkText(const study::LocalText& text) {
    const std::map<std::string, std::string> texts(text.texts.begin(), text.texts.end());
    INFO(text.in("en"));
    CHECK(texts.size() == kLanguages.size());
    REQUIRE(texts.contains("nl"));
    checkTexts(texts);
}

} // namespace

TEST_CASE("every text of the questionnaire is there in five languages", "[opaak]") {
    checkSheet("survey.csv", {"label", "hint", "constraint_message"});
    checkSheet("choices.csv", {"label"});
}

TEST_CASE("every text of the study file is there in five languages", "[opaak]") {
    const auto study = opaak();
    checkText(study.title);
    checkText(study.publishedNote);
    REQUIRE(study.trait);
    checkText(study.trait->label);
    for (const auto& type : study.siteTypes)
        checkText(type.label);
    for (const auto& city : study.cities)
        for (const auto& site : city.sites)
            checkText(site.name);
    for (const auto& group : study.groups) {
        checkText(group.label);
        checkText(group.definition.words);
    }
    REQUIRE(study.benchmark);
    checkText(study.benchmark->words);
    for (const auto& group : study.benchmark->groups)
        checkText(group.second.words);
    for (const auto& card : study.referralCards) {
        checkText(card.title);
        checkText(card.text);
    }
    for (const auto& rule : study.cleaning.rules)
        checkText(rule.label);
}

TEST_CASE("the questionnaire compiles without a single remark", "[opaak]") {
    const auto compiled = xlsform::compile(need(xlsform::readWorkbook(kFolder)));
    for (const auto& diagnostic : compiled.diagnostics) {
        UNSCOPED_INFO(describe(diagnostic));
        CHECK(diagnostic.id.empty());
    }
    CHECK(compiled.ok());
}

TEST_CASE("the questionnaire knows the same cities, sites and site types as the study file", "[opaak]") {
    const auto table = need(parseCsv(need(readTextFile(kFolder / "choices.csv", 1U << 20U))));
    const auto list = need(table.requireColumn("list_name", "choices.csv"));
    const auto name = need(table.requireColumn("name", "choices.csv"));
    const auto city = need(table.requireColumn("city_code", "choices.csv"));
    const auto type = need(table.requireColumn("site_type", "choices.csv"));
    const auto study = opaak();
    std::size_t sites = 0, cities = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string code(table.cell(row, name));
        INFO(code);
        if (table.cell(row, list) == "cities") {
            ++cities;
            CHECK(study.city(code) != nullptr);
        }
        if (table.cell(row, list) != "sites") continue;
        ++sites;
        REQUIRE(study.site(code) != nullptr);
        CHECK(study.site(code)->type == table.cell(row, type));
        CHECK(code.starts_with(std::string(table.cell(row, city)) + "-"));
    }
    CHECK(cities == study.cities.size());
    std::size_t declared = 0;
    for (const auto& each : study.cities)
        declared += each.sites.size();
    CHECK(sites == declared);
}

TEST_CASE("the study file holds every city and site of the reference data, and the planned quotas", "[opaak]") {
    const auto study = opaak();
    CHECK(study.cities.size() == 8);
    for (const auto& city : study.cities) {
        INFO(city.code);
        CHECK(city.sites.size() >= 3);
        CHECK(city.sites.size() <= 7);
    }
    const auto data = std::filesystem::path(PEIL_TEST_DATA) / "opaak";
    const auto rows = need(parseCsv(need(readTextFile(data / "synthetic.csv", 1U << 20U))));
    const auto site = need(rows.requireColumn("site", "synthetic.csv"));
    const auto type = need(rows.requireColumn("site_type", "synthetic.csv"));
    for (std::size_t row = 0; row < rows.rows.size(); ++row) {
        const auto* declared = study.site(rows.cell(row, site));
        REQUIRE(declared != nullptr);
        CHECK(declared->type == rows.cell(row, type));
    }
    const auto plan = need(parseCsv(need(readTextFile(data / "quota.csv", 1U << 20U))));
    std::map<std::string, std::string> codes;
    for (const auto& city : study.cities)
        codes[city.name] = city.code;
    for (std::size_t row = 0; row < plan.rows.size(); ++row)
        CHECK(std::to_string(study.target(codes.at(std::string(plan.cell(row, 0))), plan.cell(row, 1))) ==
              plan.cell(row, 4));
    CHECK(study.quotas.size() == plan.rows.size());
}

TEST_CASE("every city has a card for care, shelter and safer use", "[opaak]") {
    const auto study = opaak();
    std::map<std::string, int> cards;
    for (const auto& card : study.referralCards)
        ++cards[card.cityCode];
    CHECK(cards[""] == 1);
    for (const auto& city : study.cities)
        CHECK(cards[city.code] == 3);
}
