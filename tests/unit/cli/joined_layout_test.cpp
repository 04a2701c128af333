// SPDX-License-Identifier: Apache-2.0
// Records of several versions of a form in one set of tables.
#include "clean_record.h"
#include "peil/base/text.h"
#include "peil/dataset/form_diff.h"
#include "peil/dataset/joined_layout.h"
#include "peil/dataset/tables.h"
#include "peil/xlsform/compile.h"
#include "peil_program.h"

#include <algorithm>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace peil;
using Catch::Matchers::ContainsSubstring;
using cli_test::recordOf;
using peil_test::need;

namespace {

struct Question {
    std::string path; ///< below /data: "tea/cups"
    std::string type = "string", control = "input", choices;
};

struct Version {
    std::string xform;
    forms::FormPointer form;

    Version(const std::string& name, const std::vector<Question>& questions) {
        std::string instance, binds, body;
        for (const auto& one : questions) {
            const auto slash = one.path.find('/');
            const auto group = slash == std::string::npos ? std::string() : one.path.substr(0, slash);
            const auto leaf = slash == std::string::npos ? one.path : one.path.substr(slash + 1);
            instance += group.empty() ? "<" + leaf + "/>" : "<" + group + "><" + leaf + "/></" + group + ">";
            binds += "<bind nodeset=\"/data/" + one.path + "\" type=\"" + one.type + "\"/>";
            body += "<" + one.control + " ref=\"/data/" + one.path + "\"><label>" + leaf + "</label>";
            for (const auto choice : split(one.choices, ' '))
                if (!choice.empty())
                    body += "<item><label>" + name.substr(0, 1) + "</label><value>" + std::string(choice) +
                            "</value></item>";
            body += "</" + one.control + ">";
        }
        parse("<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head>"
              "<h:title>Tea</h:title><model><instance><data id=\"tea\" version=\"" +
              name + "\">" + instance + "</data></instance>" + binds + "</model></h:head><h:body>" + body +
              "</h:body></h:html>");
    }

    explicit Version(std::string text) { parse(std::move(text)); }

    /// From the rows of a survey sheet: type, name, label.
    Version(const std::string& name, const std::string& formId, const std::vector<xlsform::SheetRow>& rows) {
        xlsform::Sheet survey{"survey", {{"type", "name", "label"}}, {}};
        survey.rows.insert(survey.rows.end(), rows.begin(), rows.end());
        xlsform::Sheet settings{"settings", {{"form_id", "version"}, {formId, name}}, {}};
        const auto compiled = xlsform::compile({{std::move(survey), std::move(settings)}, {}});
        for (const auto& one : compiled.diagnostics)
            UNSCOPED_INFO(one.message);
        REQUIRE(compiled.ok());
        parse(*compiled.xform);
    }

private:
    void parse(std::string text) {
        xform = std::move(text);
        const auto parsed = forms::FormDefinition::parse(xform);
        for (const auto& one : parsed.diagnostics)
            UNSCOPED_INFO(one.message);
        REQUIRE(parsed.form);
        form = parsed.form;
    }
};

/// Tables of one record of each version, the newest first; the hashes are "newest" and "earlier".
Result<std::unique_ptr<dataset::ExportTables>> joined(const Version& newest, const std::string& record,
                                                      const Version& earlier, const std::string& earlierRecord) {
    dataset::ExportSubject subject{*newest.form, newest.xform, "v", "2030-01-01", {}};
    subject.formHash = "newest-0";
    subject.earlier = {{"earlier-0", earlier.form->version(), earlier.form.get(), earlier.xform, nullptr}};
    return dataset::makeTables(
        subject, {recordOf("a", "complete", "<data>" + record + "</data>", *newest.form, "newest-0"),
                  recordOf("b", "complete", "<data>" + earlierRecord + "</data>", *earlier.form, "earlier-0")});
}

std::vector<std::string> column(dataset::ExportTables& tables, const std::string& name) {
    auto& table = tables.tables.front();
    std::vector<std::string> cells;
    REQUIRE(table.rewind());
    exports::Row row;
    while (need(table.next(row)))
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (table.table().variables[i].name == name)
                cells.push_back(row.cells[i].missing == exports::MissingReason::None
                                    ? std::string(row.cells[i].text)
                                    : "(" + std::string(idOf(row.cells[i].missing)) + ")");
    return cells;
}

std::string told(const dataset::ExportTables& tables) {
    return join(tables.differences, "\n");
}

} // namespace

TEST_CASE("columns of two versions go together by name, also from another group", "[cli][export][versions]") {
    const Version newest("2", {{"cups"}, {"milk"}}), earlier("1", {{"tea/cups"}, {"pot"}});
    auto tables =
        need(joined(newest, "<cups>3</cups><milk>no</milk>", earlier, "<tea><cups>4</cups></tea><pot>big</pot>"));
    CHECK(column(*tables, "cups") == std::vector<std::string>{"3", "4"});
    CHECK(column(*tables, "milk") == std::vector<std::string>{"no", "(not_relevant)"});
    CHECK(column(*tables, "pot") == std::vector<std::string>{"(not_relevant)", "big"});
    CHECK(column(*tables, "form_version") == std::vector<std::string>{"2", "1"});
    CHECK_THAT(told(*tables), ContainsSubstring("version 1 of the form: lacks milk") &&
                                  ContainsSubstring("version 1 of the form: additionally has pot"));
}

TEST_CASE("a question called form_version keeps its column beside that of the version", "[cli][export][versions]") {
    const Version newest("2", {{"form_version"}}), earlier("1", {{"form_version"}});
    auto tables =
        need(joined(newest, "<form_version>blue</form_version>", earlier, "<form_version>red</form_version>"));
    CHECK(column(*tables, "form_version") == std::vector<std::string>{"blue", "red"});
    CHECK(column(*tables, "form_version_2") == std::vector<std::string>{"2", "1"});
}

TEST_CASE("versions with the same name are distinguished by their hash", "[cli][export][versions]") {
    const Version newest("2", {{"cups"}}), earlier("2", {{"cups"}, {"pot"}});
    auto tables = need(joined(newest, "<cups>3</cups>", earlier, "<cups>4</cups>"));
    CHECK(column(*tables, "form_version") == std::vector<std::string>{"2-newest-0", "2-earlier-"});
}

TEST_CASE("one choice that became several is kept as several, with the choices of both", "[cli][export][versions]") {
    const Version newest("2", {{"sugar", "string", "select", "a b"}}),
        earlier("1", {{"sugar", "string", "select1", "a c"}});
    auto tables = need(joined(newest, "<sugar>a b</sugar>", earlier, "<sugar>c</sugar>"));
    CHECK(column(*tables, "sugar") == std::vector<std::string>{"a b", "c"});
    const auto& variable = tables->tables.front().table().variables.front();
    CHECK(variable.type == exports::VariableType::Choices);
    CHECK(variable.values.size() == 3);
    CHECK_THAT(told(*tables), ContainsSubstring("sugar is select_one, not select_multiple") &&
                                  ContainsSubstring("sugar also has the choice c") &&
                                  ContainsSubstring("sugar lacks the choice b") &&
                                  ContainsSubstring("sugar labels the choice a differently"));
}

TEST_CASE("a number that became a choice or a day is refused, a text is not", "[cli][export][versions]") {
    const Version number("1", {{"age", "int"}});
    for (const auto& other : {Question{"age", "string", "select1", "1 2"}, Question{"age", "date"}}) {
        const Version newest("2", {other});
        const auto refused = joined(newest, "<age>1</age>", number, "<age>1</age>");
        REQUIRE_FALSE(refused);
        CHECK_THAT(refused.error().context, ContainsSubstring("The question \"age\" is ") &&
                                                ContainsSubstring("number in the version \"1\"") &&
                                                ContainsSubstring("rename the question"));
    }
    CHECK(joined(Version("2", {{"age"}}), "<age>old</age>", number, "<age>1</age>"));
}

namespace {

dataset::ExportSubject subjectOf(const Version& version) {
    return {*version.form, version.xform, "v", "2030-01-01", {}};
}

std::size_t rowsOf(dataset::ExportTables& tables, std::size_t number) {
    auto& table = tables.tables[number];
    REQUIRE(table.rewind());
    exports::Row row;
    std::size_t rows = 0;
    while (need(table.next(row)))
        ++rows;
    return rows;
}

std::vector<std::string> changes(const Version& newest, const Version& earlier) {
    std::vector<std::string> all;
    for (const auto& one : dataset::compareForms(subjectOf(earlier), subjectOf(newest)))
        all.push_back(one.question + " " + std::string(idOf(one.change)));
    return all;
}

} // namespace

TEST_CASE("a name that stands in two groups is never taken for the same question in another one",
          "[cli][export][versions]") {
    const Version newest("2", {{"partner/age"}}), earlier("1", {{"household/age"}, {"partner/age"}});
    auto tables = need(joined(newest, "<partner><age>30</age></partner>", earlier,
                              "<household><age>70</age></household><partner><age>40</age></partner>"));
    const auto& variables = tables->tables.front().table().variables;
    REQUIRE(variables.size() == 3);
    CHECK(columnOf(variables[0]) == "partner-age");
    CHECK(columnOf(variables[1]) == "household-age");
    CHECK(column(*tables, "age") == std::vector<std::string>{"30", "(not_relevant)", "40", "70"});
    CHECK(changes(newest, earlier) == std::vector<std::string>{"age removed"});
    const Version reordered("2", {{"b/x", "date"}, {"a/x", "int"}}), first("1", {{"a/x", "int"}, {"b/x", "date"}});
    CHECK(changes(reordered, first).empty());
    CHECK(joined(reordered, "<b><x>2030-01-01</x></b><a><x>1</x></a>", first, "<a><x>1</x></a><b><x/></b>"));
}

TEST_CASE("a name that any version has in two groups pairs only with its group, also between the others",
          "[cli][export][versions]") {
    const Version newest("3", {{"partner/age"}}), middle("2", {{"household/age"}}),
        first("1", {{"household/age"}, {"partner/age"}});
    auto subject = subjectOf(newest);
    subject.formHash = "newest-0";
    subject.earlier = {{"middle-0", "2", middle.form.get(), middle.xform, nullptr},
                       {"first-0", "1", first.form.get(), first.xform, nullptr}};
    const auto layout = need(dataset::JoinedLayout::create(subject));
    REQUIRE(layout.tables().front().table.variables.size() == 3);
    CHECK(columnOf(layout.tables().front().table.variables[1]) == "household-age");
    CHECK(layout.version("middle-0").columns.front() ==
          std::vector<std::optional<std::size_t>>{std::nullopt, 0, std::nullopt});
}

TEST_CASE("a form that got another id keeps the repeats of its earlier versions, and their rows",
          "[cli][export][versions]") {
    const Version newest("2", "drugs", {{"text", "cups", "Cups"}});
    const Version earlier("1", "survey",
                          {{"text", "cups", "Cups"},
                           {"begin_repeat", "drugs", "Drugs"},
                           {"text", "name", "Name"},
                           {"end_repeat", "", ""}});
    auto tables = need(joined(newest, "<cups>3</cups>", earlier, "<cups>4</cups><drugs><name>tea</name></drugs>"));
    CHECK(column(*tables, "cups") == std::vector<std::string>{"3", "4"});
    REQUIRE(tables->tables.size() == 2);
    const auto& repeat = tables->tables.back().table();
    CHECK(repeat.name == "drugs_2");
    CHECK(repeat.parent == "drugs");
    CHECK(rowsOf(*tables, 1) == 1);
}

TEST_CASE("repeats of one name in two groups are not mixed up between versions", "[cli][export][versions]") {
    const auto form = [](const std::string& version, const std::vector<std::string>& groups) {
        std::string instance, body;
        for (const auto& group : groups) {
            instance += "<" + group + "><visit><name/></visit></" + group + ">";
            body += "<group ref=\"/data/" + group + "\"><repeat nodeset=\"/data/" + group +
                    "/visit\"><input ref=\"/data/" + group + "/visit/name\"/></repeat></group>";
        }
        return Version(
            "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head>"
            "<h:title>T</h:title><model><instance><data id=\"tea\" version=\"" +
            version + "\">" + instance + "</data></instance></model></h:head><h:body>" + body + "</h:body></h:html>");
    };
    const auto newest = form("2", {"b"}), earlier = form("1", {"a", "b"});
    auto tables = need(joined(newest, "<b><visit><name>x</name></visit></b>", earlier,
                              "<a><visit><name>y</name></visit></a><b><visit><name>z</name></visit></b>"));
    REQUIRE(tables->tables.size() == 3);
    CHECK(rowsOf(*tables, 1) == 2);
    CHECK(rowsOf(*tables, 2) == 1);
    CHECK(tables->tables[2].table().name == "visit_2");
}
