// SPDX-License-Identifier: Apache-2.0
// Files that somebody made to do harm: each ends in an error within 256 MiB. How long it takes is measured
// by hand (shared/xlsform/README.md), since a time is no property of the code alone.
#include "xlsx_builder.h"

#include "peil/forms/definition.h"
#include "peil/xlsform/compile.h"
#include "peil_test/compound_file.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

using namespace peil::xlsform;
using peil_test::sheetData;
using peil_test::workbookParts;
using peil_test::zipOf;

namespace {

std::error_code codeOf(const peil::Bytes& bytes) {
    const auto workbook = readSpreadsheet(bytes, "form.xlsx");
    REQUIRE_FALSE(workbook);
    CHECK(workbook.error().context.find("form.xlsx") != std::string::npos);
    return workbook.error().code;
}

/// A line of /proc/self/status in MiB.
long memoryMiB(const std::string& key) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(key)) return std::stol(line.substr(key.size())) / 1024;
    return 0;
}

/// Makes the peak the present use.
void resetPeak() {
    std::ofstream("/proc/self/clear_refs") << 5;
}

/// Runs `read` and checks the promise about hostile files.
template <class Read>
void withinBounds(Read&& read) {
    resetPeak();
    const auto before = memoryMiB("VmRSS:");
    read();
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // their own bookkeeping would be counted
    CHECK(memoryMiB("VmHWM:") - before < 256);
#else
    static_cast<void>(before);
#endif
}

/// Compiles sheets in CSV. @return the first remark that says it is too much.
std::string refusalOf(const std::vector<std::pair<std::string, std::string>>& sheets) {
    std::string id;
    withinBounds([&] {
        const auto workbook = readCsvSheets(sheets);
        REQUIRE(workbook);
        const auto compiled = compile(*workbook);
        REQUIRE_FALSE(compiled.ok());
        for (const auto& item : compiled.diagnostics)
            if (id.empty() || item.id == "too_large_form" || item.id == "too_deep") id = item.id;
    });
    return id;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

/// `before0after before1after ...`
std::string numbered(std::string_view before, std::size_t times, std::string_view after) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += std::string(before) + std::to_string(i) + std::string(after);
    return out;
}

const std::vector<std::vector<std::string>> kSmall{{"type", "name", "label"}, {"text", "a", "A"}};

} // namespace

TEST_CASE("no byte of an archive can be changed so that reading it does harm", "[xlsform][hostile]") {
    const auto bytes = zipOf(workbookParts({{"survey", sheetData(kSmall)}}));
    std::size_t read = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto changed = bytes;
        changed[i] = static_cast<std::uint8_t>(changed[i] ^ 0x55U);
        if (const auto workbook = readSpreadsheet(changed, "form.xlsx"))
            read += compile(*workbook).diagnostics.size() + 1;
    }
    CHECK(read > 0);
}

TEST_CASE("a zip bomb is TooLarge before it fills the memory", "[xlsform][hostile]") {
    std::string spaces = "<sheetData>";
    spaces.append(std::size_t{200} << 20U, ' ');
    const auto bomb = zipOf(workbookParts({{"survey", spaces}}));
    CHECK(bomb.size() < (std::size_t{1} << 20U));
    spaces = {};
    withinBounds([&] {
        const auto workbook = readSpreadsheet(bomb, "form.xlsx", {.maxUnpackedBytes = std::size_t{100} << 20U});
        REQUIRE_FALSE(workbook);
        CHECK(workbook.error().code == XlsformErrc::TooLarge);
    });
}

TEST_CASE("a workbook that is formatted to its last row is read", "[xlsform][hostile]") {
    const auto sheet = "<sheetData><row><c t=\"str\"><v>type</v></c></row>" +
                       numbered("<row r=\"", 1'048'576, "\" s=\"7\"><c s=\"1\"/><c s=\"2\"></c></row>") +
                       "</sheetData>";
    const auto bytes = zipOf(workbookParts({{"survey", sheet}}));
    withinBounds([&] {
        const auto workbook = readSpreadsheet(bytes, "form.xlsx");
        REQUIRE(workbook);
        CHECK(workbook->sheets.front().rows == std::vector<SheetRow>{{"type"}});
    });
}

TEST_CASE("a million rows are TooLarge", "[xlsform][hostile]") {
    std::string rows = "<sheetData>";
    for (int i = 0; i < 1'000'000; ++i)
        rows += "<row><c><v>1</v></c></row>";
    const auto bytes = zipOf(workbookParts({{"survey", rows + "</sheetData>"}}));
    rows = {};
    withinBounds([&] { CHECK(codeOf(bytes) == XlsformErrc::TooLarge); });
    std::string csv = "type,name\n";
    for (int i = 0; i < 1'000'000; ++i)
        csv += "text,a\n";
    withinBounds([&] {
        const auto workbook = readCsvSheets({{"survey", csv}});
        REQUIRE_FALSE(workbook);
        CHECK(workbook.error().code == XlsformErrc::TooLarge);
    });
}

TEST_CASE("one long text in every cell is TooLarge", "[xlsform][hostile]") {
    std::string cells = "<sheetData>";
    for (int i = 0; i < 100'000; ++i)
        cells += "<row><c t=\"s\"><v>0</v></c></row>";
    const auto bytes =
        zipOf(workbookParts({{"survey", cells + "</sheetData>"}},
                            "<sst><si><t>" + std::string(std::size_t{1} << 20U, 'x') + "</t></si></sst>"));
    withinBounds([&] { CHECK(codeOf(bytes) == XlsformErrc::TooLarge); });
}

TEST_CASE("a cell far away does not make a huge sheet", "[xlsform][hostile]") {
    const std::string far = "<sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>";
    const auto refused = readSpreadsheet(zipOf(workbookParts({{"survey", far}})), "form.xlsx");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == XlsformErrc::TooLarge);
    CHECK(refused.error().context.find("sheet survey has more than 200000 rows at cell XFD1048576") !=
          std::string::npos);
    const std::string empty = "<sheetData><row r=\"1048576\"><c r=\"XFD1048576\" s=\"3\"/></row></sheetData>";
    const auto workbook = readSpreadsheet(zipOf(workbookParts({{"survey", empty}})), "form.xlsx");
    REQUIRE(workbook);
    CHECK(workbook->sheets.front().rows.empty());
}

TEST_CASE("a survey with an error in each of many rows is refused soon, with the first thousand remarks",
          "[xlsform][hostile]") {
    std::string survey = "type,name,label,relevant\n";
    for (int i = 0; i < 20'000; ++i)
        survey += "text,q" + std::to_string(i) + ",Q,${nobody" + std::to_string(i) + "} = 1\n";
    withinBounds([&] {
        const auto workbook = readCsvSheets({{"survey", survey}});
        REQUIRE(workbook);
        const auto compiled = compile(*workbook);
        CHECK_FALSE(compiled.ok());
        REQUIRE(compiled.diagnostics.size() == 1001);
        CHECK(compiled.diagnostics.front().id == "too_many");
    });
}

TEST_CASE("archives of other programs, and archives that lie, are refused", "[xlsform][hostile]") {
    const auto empty = "PK\x05\x06" + std::string(18, '\0');
    withinBounds([&] { CHECK(codeOf(peil::toBytes(empty)) == XlsformErrc::NotAWorkbook); });
    withinBounds([&] {
        CHECK(codeOf(zipOf({{"META-INF/MANIFEST.MF", "Manifest-Version: 1.0"}})) == XlsformErrc::NotAWorkbook);
    });
    withinBounds([&] {
        std::vector<std::pair<std::string, std::string>> parts = workbookParts({{"survey", sheetData(kSmall)}});
        for (int i = 0; i < 12'000; ++i)
            parts.emplace_back("x/" + std::to_string(i), "");
        CHECK(codeOf(zipOf(parts)) == XlsformErrc::TooLarge);
    });
    // A workbook inside a workbook is not looked into.
    const auto inner = zipOf(workbookParts({{"survey", sheetData(kSmall)}}));
    withinBounds([&] {
        CHECK(codeOf(zipOf({{"inner.xlsx", std::string(inner.begin(), inner.end())}})) == XlsformErrc::NotAWorkbook);
    });
}

TEST_CASE("an archive that decompresses to too much in many parts is TooLarge", "[xlsform][hostile]") {
    const std::string spaces(std::size_t{6} << 20U, ' ');
    const auto bytes =
        zipOf(workbookParts({{"survey", sheetData(kSmall)}}, spaces + "<sst/>", spaces + "<styleSheet/>"));
    CHECK(readSpreadsheet(bytes, "form.xlsx"));
    const auto refused = readSpreadsheet(bytes, "form.xlsx", {.maxUnpackedBytes = std::size_t{10} << 20U});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == XlsformErrc::TooLarge);
}

TEST_CASE("lists outside the cells without end are TooLarge", "[xlsform][hostile]") {
    const auto parts = workbookParts({{"survey", sheetData(kSmall)}});
    const auto with = [&](const std::string& name, const std::string& content) {
        auto changed = parts;
        changed.emplace_back(name, content);
        std::erase_if(changed, [&](const auto& part) { return part.first == name && part.second != content; });
        return zipOf(changed);
    };
    const std::size_t many = 100'000;
    for (const auto& bytes :
         {with("_rels/.rels", "<r>" + repeated("<Relationship Target=\"x\"/>", many) + "</r>"),
          with("xl/_rels/workbook.xml.rels", "<r>" + repeated("<Relationship/>", many) + "</r>"),
          with("xl/workbook.xml", "<w>" + repeated("<sheet name=\"mine\"/>", many) + "</w>"),
          with("xl/workbook.xml",
               "<w>" + repeated("<sheet name=\"" + std::string(200'000, 'x') + "\"/>", 1'000) + "</w>"),
          with("xl/styles.xml", "<s>" + numbered("<numFmt formatCode=\"d\" numFmtId=\"", many, "\"/>") + "</s>"),
          zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                 {"content.xml", "<c>" + repeated("<table name=\"mine\"/>", many) + "</c>"}})})
        withinBounds([&] { CHECK(codeOf(bytes) == XlsformErrc::TooLarge); });
}

TEST_CASE("chains of sectors that leave an .xls or run in a circle take no more memory than the file",
          "[xlsform][hostile]") {
    peil::Bytes label;
    peil_test::appendNumber(label, 0, 6);
    label.resize(8224, 'x');
    peil::Bytes content;
    for (int i = 0; i < 400; ++i)
        peil_test::appendRecord(content, 0x0204, label);
    const auto whole = peil_test::compoundFile("Workbook", content);
    constexpr std::size_t kTable = 512;
    for (const std::uint32_t next : {60U, 1'000'000U}) { // the stream comes back to itself, or leaves the file
        auto bytes = whole;
        for (std::size_t i = 0; i < 4; ++i)
            bytes[kTable + 4 * std::size_t{100} + i] = static_cast<std::uint8_t>(next >> (8 * i));
        withinBounds([&] { CHECK(codeOf(bytes) == XlsformErrc::BadArchive); });
    }
    // A table of sectors that claims to be as long as the file, for a chain that stays in one sector.
    auto loop = whole;
    for (std::size_t at = kTable; at + 4 <= loop.size(); at += 4)
        loop[at] = 1, loop[at + 1] = loop[at + 2] = loop[at + 3] = 0;
    for (std::size_t i = 0; i < 109; ++i)
        loop[76 + 4 * i] = static_cast<std::uint8_t>(i);
    withinBounds([&] { CHECK(codeOf(loop) == XlsformErrc::BadArchive); });
}

TEST_CASE("deep nesting of elements is BadXml, however deep", "[xlsform][hostile]") {
    const auto deep = zipOf(workbookParts({{"survey", repeated("<a>", 1'000'000)}}));
    withinBounds([&] { CHECK(codeOf(deep) == XlsformErrc::BadXml); });
    const auto strings = zipOf(workbookParts({{"survey", sheetData(kSmall)}}, repeated("<a>", 1'000'000)));
    withinBounds([&] { CHECK(codeOf(strings) == XlsformErrc::BadXml); });
}

TEST_CASE("an element with a million attributes is refused", "[xlsform][hostile]") {
    const auto sheet = "<sheetData><row " + numbered("a", 1'000'000, "=\"1\" ") + "/>";
    const auto bytes = zipOf(workbookParts({{"survey", sheet}}));
    withinBounds([&] { CHECK(codeOf(bytes) == XlsformErrc::BadXml); });
}

TEST_CASE("sheets that together have too many cells are TooLarge", "[xlsform][hostile]") {
    const auto far = "<sheetData>" + repeated("<row><c r=\"AD1\"><v>1</v></c></row>", 50'000) + "</sheetData>";
    const auto bytes = zipOf(workbookParts({{"survey", far}, {"choices", far}}));
    withinBounds([&] { CHECK(codeOf(bytes) == XlsformErrc::TooLarge); });
}

TEST_CASE("shared texts without end are TooLarge", "[xlsform][hostile]") {
    const auto many = zipOf(
        workbookParts({{"survey", sheetData(kSmall)}}, "<sst>" + repeated("<si><t>x</t></si>", 2'500'000) + "</sst>"));
    withinBounds([&] { CHECK(codeOf(many) == XlsformErrc::TooLarge); });
    const auto one =
        zipOf(workbookParts({{"survey", sheetData(kSmall)}},
                            "<sst><si><t>" + std::string(std::size_t{70} << 20U, 'x') + "</t></si></sst>"));
    withinBounds([&] { CHECK(codeOf(one) == XlsformErrc::TooLarge); });
}

TEST_CASE("groups in groups without end are refused", "[xlsform][hostile]") {
    CHECK(refusalOf({{"survey", "type,name,label\n" + numbered("begin_group,g", 19'000, ",G\n")}}) == "too_deep");
}

TEST_CASE("a survey of many thousand questions is refused", "[xlsform][hostile]") {
    CHECK(refusalOf({{"survey", "type,name,label\n" + numbered("text,q", 150'000, ",Q\n")}}) == "too_large_form");
}

TEST_CASE("loops that multiply are refused before they are written out", "[xlsform][hostile]") {
    const auto choices = "list_name,name,label\n" + numbered("l,c", 5'000, ",C\n");
    const std::string nested = "type,name,label\nbegin loop over l,a,A\nbegin loop over l,b,B\nbegin loop over l,c,C\n"
                               "text,q,Q\nend loop,,\nend loop,,\nend loop,,\n";
    CHECK(refusalOf({{"survey", nested}, {"choices", choices}}) == "too_large_form");
}

TEST_CASE("references with enormous paths are refused", "[xlsform][hostile]") {
    const auto name = std::string(400, 'x');
    std::string survey = "type,name,label\n";
    for (int i = 0; i < 45; ++i)
        survey += "begin_group," + name + std::to_string(i) + ",G\n";
    survey += "text,a,A\nnote,b,\"" + repeated("${a}", 200'000) + "\"\n" + repeated("end_group,,\n", 45);
    CHECK(refusalOf({{"survey", survey}}) == "too_large_form");
}

TEST_CASE("more languages than texts are refused", "[xlsform][hostile]") {
    std::string survey = "type,name" + numbered(",label::l", 900, "") + "\n";
    for (std::size_t i = 0; i < 1'500; ++i)
        survey += "text,q" + std::to_string(i) + std::string(1 + i % 900, ',') + "Q\n";
    CHECK(refusalOf({{"survey", survey}}) == "too_large_form");
}

TEST_CASE("texts with long ids in many languages are refused", "[xlsform][hostile]") {
    const auto survey = "type,name" + numbered(",label::l", 400, "") + "\n" +
                        numbered("note," + std::string(480, 'n'), 500, repeated(",a", 400) + "\n");
    CHECK(refusalOf({{"survey", survey}}) == "too_large_form");
}

TEST_CASE("expressions that are large as trees are refused", "[xlsform][hostile]") {
    CHECK(refusalOf({{"survey", "type,name,calculation\n" +
                                    numbered("calculate,c", 10'000, ",a" + repeated("+a", 50) + "\n")}}) ==
          "too_large_form");
    CHECK(refusalOf({{"survey", "type,name,label\ntext,a,A\n" +
                                    numbered("note,n", 1'000, "," + repeated("${a}", 200) + "\n")}}) ==
          "too_large_form");
}

TEST_CASE("a long list inside each of many questions is refused", "[xlsform][hostile]") {
    const auto choices = "list_name,name,label\n" + numbered("l,c", 20'000, ",C\n");
    const auto survey = "type,name,label,appearance\n" + numbered("select_one l,q", 2'000, ",Q,search('x')\n");
    CHECK(refusalOf({{"survey", survey}, {"choices", choices}}) == "too_large_form");
}

TEST_CASE("thousands of typing errors beside thousands of lists are refused", "[xlsform][hostile]") {
    const auto choices = "list_name,name,label\n" + numbered("list", 60'000, ",c,C\n");
    CHECK(refusalOf({{"survey", "type,name,label\n" + numbered("select_one lisst", 15'000, ",q,Q\n")},
                     {"choices", choices}}) == "too_many");
    CHECK(refusalOf({{"survey", "type,name,label\n" + numbered("selekt", 15'000, ",q,Q\n")}}) == "too_many");
}

TEST_CASE("thousands of entity lists are refused", "[xlsform][hostile]") {
    CHECK(refusalOf({{"survey", "type,name,label\ntext,a,A\n"},
                     {"entities", "list_name,label\n" + numbered("e", 100'000, ",E\n")}}) == "too_large_form");
}

TEST_CASE("one long list in many questions takes the memory of one list", "[xlsform][hostile]") {
    const auto survey = "type,name,label\n" + numbered("select_one l,q", 4'000, ",Q\n");
    const auto choices = "list_name,name,label\n" + numbered("l,c", 20'000, ",C\n");
    withinBounds([&] {
        const auto workbook = readCsvSheets({{"survey", survey}, {"choices", choices}});
        REQUIRE(workbook);
        const auto compiled = compile(*workbook);
        REQUIRE(compiled.ok());
        const auto form = peil::forms::FormDefinition::parse(*compiled.xform).form;
        REQUIRE(form);
        const auto& fields = form->fields();
        REQUIRE(fields.size() > 4'000);
        CHECK(fields[0].choices.size() == 2'000);
        CHECK(fields[3'999].choices.back().value == "c1999");
    });
}

TEST_CASE("blank lines and separators without end in a sheet in CSV are TooLarge", "[xlsform][hostile]") {
    const auto codeOfCsv = [](const std::string& survey) {
        const auto workbook = readCsvSheets({{"survey", survey}});
        REQUIRE_FALSE(workbook);
        return workbook.error().code;
    };
    const auto blank = "type,name\n" + std::string(300'000, '\n') + "text,a\n";
    withinBounds([&] { CHECK(codeOfCsv(blank) == XlsformErrc::TooLarge); });
    const auto wide = "type" + numbered(",c", 900, "") + "\n" + repeated(std::string(900, ',') + "x\n", 3'000);
    withinBounds([&] { CHECK(codeOfCsv(wide) == XlsformErrc::TooLarge); });
    const auto ragged = "type" + numbered(",c", 900, "") + "\n" + repeated("x" + std::string(900, ',') + "\n", 12'000);
    withinBounds([&] {
        const auto workbook = readCsvSheets({{"survey", ragged}});
        REQUIRE(workbook);
        CHECK(workbook->sheets.front().rows.back() == SheetRow{"x"});
    });
}

TEST_CASE("a cell of open braces and brackets is read once", "[xlsform][hostile]") {
    for (const auto& text : {repeated("${", 16'383) + "}", repeated("instance(", 30'000),
                             repeated("instance(", 20'000) + repeated(")", 20'000), repeated("${a}+", 30'000) + "1",
                             repeated("${", 30'000), std::string(100'000, ':')}) {
        withinBounds([&] {
            const auto workbook =
                readCsvSheets({{"survey", "type,name,label,relevant,default,trigger\ntext,a,A,,,\ntext,b,\"" + text +
                                              "\",\"" + text + "\",\"" + text + "\",\"" + text + "\"\n"}});
            REQUIRE(workbook);
            CHECK(compile(*workbook).diagnostics.size() < 20);
        });
    }
}

TEST_CASE("a loop over many choices with a long row is refused", "[xlsform][hostile]") {
    const auto choices = "list_name,name,label\n" + numbered("l,c", 15'000, ",C\n");
    const auto survey = "type,name,label,bind::x\nbegin loop over l,a,A,\ntext,q,Q,%(name)s" +
                        std::string(30'000, 'x') + "\nend loop,,,\n";
    CHECK(refusalOf({{"survey", survey}, {"choices", choices}}) == "too_large_form");
}
