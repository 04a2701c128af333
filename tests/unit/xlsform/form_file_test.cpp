// SPDX-License-Identifier: Apache-2.0
#include "form_under_test.h"
#include "xlsx_builder.h"

#include "peil/xlsform/form_file.h"
#include "peil_test/temporary_folder.h"

#include <fstream>
#include <map>

using namespace peil::xlsform;

namespace {

FormFile read(const std::filesystem::path& path) {
    auto file = readForm(path);
    if (!file) FAIL(file.error().context);
    return std::move(*file);
}

std::string remarksOf(const FormFile& file) {
    std::string all;
    for (const auto& remark : file.remarks)
        all += describe(remark) + "\n";
    return all;
}

/// Id and title of a form.
std::pair<std::string, std::string> namesOf(const std::filesystem::path& path) {
    pugi::xml_document document;
    REQUIRE(document.load_string(read(path).xform.c_str()));
    return {peil_test::at(document, "//instance/*/@id"), peil_test::textAt(document, "//h:title")};
}

} // namespace

TEST_CASE("a form is the same whatever format a spreadsheet program wrote it in", "[xlsform]") {
    const auto folder = std::filesystem::path(PEIL_TEST_DATA) / "workbooks";
    const auto sheets = read(folder / "visits");
    REQUIRE(sheets.sound());
    CHECK(sheets.remarks.size() == 3);
    for (const auto* name : {"visits.xlsx", "visits.ods", "visits.xls"}) {
        INFO(name);
        const auto file = read(folder / name);
        CHECK(file.xform == sheets.xform);
        CHECK(remarksOf(file) == remarksOf(sheets));
    }
}

TEST_CASE("a form without settings has the name of its file as id and title", "[xlsform]") {
    const peil_test::TemporaryFolder folder;
    const std::string survey = "type,name,label\ntext,a,A\n";
    const auto bytes = peil_test::zipOf(
        peil_test::workbookParts({{"survey", peil_test::sheetData({{"type", "name", "label"}, {"text", "a", "A"}})}}));
    std::ofstream(folder.path() / "night shelter.v2.xlsx", std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), // NOLINT: bytes as text
               static_cast<std::streamsize>(bytes.size()));
    std::ofstream(folder.path() / "street.csv") << survey;
    std::filesystem::create_directory(folder.path() / "wijk 3");
    std::ofstream(folder.path() / "wijk 3" / "survey.csv") << survey;
    const auto both = [](const std::string& name) { return std::pair(name, name); };
    CHECK(namesOf(folder.path() / "night shelter.v2.xlsx") == both("night shelter.v2"));
    CHECK(namesOf(folder.path() / "street.csv") == both("street"));
    CHECK(namesOf(folder.path() / "wijk 3") == both("wijk 3"));
    CHECK(namesOf(folder.path() / "wijk 3" / "") == both("wijk 3"));
    std::ofstream(folder.path() / "wijk 3" / "settings.csv") << "form_id\nnight\n";
    CHECK(namesOf(folder.path() / "wijk 3") == both("night"));
}

TEST_CASE("nothing is said twice about a question", "[xlsform]") {
    const auto compiled = peil_test::outcome(
        {{"survey",
          "type,name,label,appearance,parameters\naudit,,,,track-changes=true\nselect_one l,a,A,quick map,\n"
          "select_one l,b,B,map,\nrank l,c,C,map,\ngeopoint,d,D,maps,\nbackground-audio,e,,,\nimage,f,F,draw,\n"
          "select_one_from_file x.geojson,g,G,map,\n"},
         {"choices", "list_name,name,label,image,geometry\nl,a,A,a.png,1 2 3 4\nl,b,B,b.png,\n"}});
    std::map<std::tuple<std::string, std::size_t, std::string>, int> said;
    for (const auto& item : compiled.diagnostics) {
        INFO(describe(item));
        CHECK(++said[{item.place.sheet, item.place.row, item.place.column}] == 1);
    }
    CHECK(said.size() > 6);
}
