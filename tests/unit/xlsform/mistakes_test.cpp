// SPDX-License-Identifier: Apache-2.0
// Forty mistakes that designers of forms make. Each gets a message that names the cell and the cure.
#include "peil/xlsform/compile.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace peil::xlsform;

namespace {

struct Mistake {
    const char* what;
    std::vector<std::pair<std::string, std::string>> sheets;
    const char* sheet;
    std::size_t row;
    const char* column; ///< header as written; "" when the row or the sheet is meant
    const char* cure;   ///< words of the message
    Severity severity = Severity::Error;
};

const std::string kYesNo = "list_name,name,label\nyesno,yes,Yes\nyesno,no,No\n";

/// Faults of types, names and sections.
const std::vector<Mistake> kStructure{
    {"a misspelt question type",
     {{"survey", "type,name,label\ntxt,a,A\n"}},
     "survey",
     2,
     "type",
     "Did you mean \"text\"?"},
    {"a select in one word",
     {{"survey", "type,name,label\nselectone yesno,a,A\n"}, {"choices", kYesNo}},
     "survey",
     2,
     "type",
     "Did you mean \"select_one\"?"},
    {"a select without a list",
     {{"survey", "type,name,label\nselect_one,a,A\n"}},
     "survey",
     2,
     "type",
     "Write \"select_one LIST\"."},
    {"a misspelt list",
     {{"survey", "type,name,label\nselect_one yesmo,a,A\n"}, {"choices", kYesNo}},
     "survey",
     2,
     "type",
     "Did you mean \"yesno\"?"},
    {"a list without a choices sheet",
     {{"survey", "type,name,label\nselect_one yesno,a,A\n"}},
     "survey",
     2,
     "type",
     "no list \"yesno\" on sheet choices"},
    {"a file of choices under the wrong type",
     {{"survey", "type,name,label\nselect_one sites.csv,a,A\n"}},
     "survey",
     2,
     "type",
     "write select_one_from_file"},
    {"a file of choices with the wrong ending",
     {{"survey", "type,name,label\nselect_one_from_file sites.sav,a,A\n"}},
     "survey",
     2,
     "type",
     "end with .csv, .xml or .geojson"},
    {"a row without a type",
     {{"survey", "type,name,label\ntext,a,A\n,b,B\n"}},
     "survey",
     3,
     "type",
     "Give it one, such as text"},
    {"a row without a name",
     {{"survey", "type,name,label\ntext,,A\n"}},
     "survey",
     2,
     "name",
     "Give it one in column name"},
    {"a name with a space",
     {{"survey", "type,name,label\ntext,my name,A\n"}},
     "survey",
     2,
     "name",
     "use letters, digits"},
    {"a name that begins with a digit",
     {{"survey", "type,name,label\ntext,1st,A\n"}},
     "survey",
     2,
     "name",
     "Begin with a letter or _"},
    {"the same name twice",
     {{"survey", "type,name,label\ntext,a,A\ntext,a,B\n"}},
     "survey",
     3,
     "name",
     "already used by row 2"},
    {"the reserved name meta",
     {{"survey", "type,name,label\ntext,meta,A\n"}},
     "survey",
     2,
     "name",
     "Choose another name"},
    {"a group that is never closed",
     {{"survey", "type,name,label\nbegin group,g,G\ntext,a,A\n"}},
     "survey",
     2,
     "type",
     "Add a row with type \"end group\""},
    {"an end without a beginning",
     {{"survey", "type,name,label\ntext,a,A\nend group,,\n"}},
     "survey",
     3,
     "type",
     "no \"begin group\" above it"},
    {"a repeat ended as a group",
     {{"survey", "type,name,label\nbegin repeat,r,R\ntext,a,A\nend group,,\nend repeat,,\n"}},
     "survey",
     4,
     "type",
     "Write \"end repeat\""},
    {"a survey without a type column", {{"survey", "typ,name,label\ntext,a,A\n"}}, "survey", 1, "", "no column type"},
    {"two columns that mean the same",
     {{"survey", "type,name,label,relevant,relevance\ntext,a,A,,\n"}},
     "survey",
     1,
     "relevance",
     "Remove or rename one of them"},
    {"a misspelt column",
     {{"survey", "type,name,label,relevent\ntext,a,A,true()\n"}},
     "survey",
     1,
     "relevent",
     "Did you mean \"relevant\"?",
     Severity::Warning},
    {"a question without words",
     {{"survey", "type,name,label\ntext,a,\n"}},
     "survey",
     2,
     "label",
     "Write the words that are asked"},
};

/// Faults of references, expressions and choices.
const std::vector<Mistake> kLogic{
    {"a reference to nothing",
     {{"survey", "type,name,label,relevant\ninteger,age,Age,\ntext,b,B,${agee} > 1\n"}},
     "survey",
     3,
     "relevant",
     "Did you mean \"age\"?"},
    {"a reference in a label to nothing",
     {{"survey", "type,name,label\ninteger,age,Age\nnote,b,You are ${leeftijd}.\n"}},
     "survey",
     3,
     "label",
     "no question, group or repeat named \"leeftijd\""},
    {"a reference that is not closed",
     {{"survey", "type,name,label,relevant\ninteger,age,Age,\ntext,b,B,${age > 1\n"}},
     "survey",
     3,
     "relevant",
     "Write ${name}"},
    {"a reference to a name in two groups",
     {{"survey", "type,name,label,relevant\nbegin group,g,G,\ntext,a,A,\nend group,,,\nbegin "
                 "group,h,H,\ntext,a,A,\nend group,,,\ntext,b,B,${a} = 'x'\n"}},
     "survey",
     8,
     "relevant",
     "Give them different names"},
    {"a bracket that is not closed",
     {{"survey", "type,name,label,constraint\ninteger,a,A,(. > 1\n"}},
     "survey",
     2,
     "constraint",
     "does not work"},
    {"a function that does not exist",
     {{"survey", "type,name,label,calculation\ncalculate,a,,summ(1)\n"}},
     "survey",
     2,
     "calculation",
     "did you mean sum()?"},
    {"a function without its arguments",
     {{"survey", "type,name,label,relevant\ntext,a,A,selected('x')\n"}},
     "survey",
     2,
     "relevant",
     "selected"},
    {"two questions that need each other",
     {{"survey", "type,name,label,calculation\ncalculate,a,,${b} + 1\ncalculate,b,,${a} + 1\n"}},
     "survey",
     3,
     "calculation",
     "in a circle"},
    {"a calculation without an expression",
     {{"survey", "type,name,label\ncalculate,a,\n"}},
     "survey",
     2,
     "",
     "Write an expression in column calculation"},
    {"a trigger that nobody sees",
     {{"survey", "type,name,label,calculation,trigger\ncalculate,a,,1,\ncalculate,b,,now(),${a}\n"}},
     "survey",
     3,
     "trigger",
     "Name a question that is answered"},
    {"triggers without a comma",
     {{"survey", "type,name,label,calculation,trigger\ntext,a,A,,\ntext,b,B,,\ncalculate,c,,now(),${a} ${b}\n"}},
     "survey",
     4,
     "trigger",
     "Put a comma between the names"},
    {"the same choice twice",
     {{"survey", "type,name,label\nselect_one l,a,A\n"}, {"choices", "list_name,name,label\nl,x,X\nl,x,Y\n"}},
     "choices",
     3,
     "name",
     "also in row 2"},
    {"a choice without a name",
     {{"survey", "type,name,label\nselect_one l,a,A\n"}, {"choices", "list_name,name,label\nl,x,X\nl,,Y\n"}},
     "choices",
     3,
     "name",
     "Give it a short code"},
    {"a choice without words",
     {{"survey", "type,name,label\nselect_one l,a,A\n"}, {"choices", "list_name,name,label\nl,x,\n"}},
     "choices",
     2,
     "label",
     "nobody can read it",
     Severity::Warning},
    {"a choices sheet without a name column",
     {{"survey", "type,name,label\ntext,a,A\n"}, {"choices", "list_name,nam,label\nl,x,X\n"}},
     "choices",
     1,
     "",
     "no column name"},
    {"or_other with a filter",
     {{"survey", "type,name,label,choice_filter\nselect_one yesno or_other,a,A,name = 'yes'\n"}, {"choices", kYesNo}},
     "survey",
     2,
     "choice_filter",
     "Add a choice \"other\""},
    {"a parameter that does not exist",
     {{"survey", "type,name,label,parameters\nrange,a,A,strat=1\n"}},
     "survey",
     2,
     "parameters",
     "Did you mean \"start\"?"},
    {"a step larger than its range",
     {{"survey", "type,name,label,parameters\nrange,a,A,start=0 end=5 step=9\n"}},
     "survey",
     2,
     "parameters",
     "larger than the whole range"},
    {"free text for the quota",
     {{"survey", "type,name,label,bind::peil:class\ntext,a,A,quota\n"}},
     "survey",
     2,
     "bind::peil:class",
     "stays sealed"},
    {"an unknown class",
     {{"survey", "type,name,label,bind::peil:class\ninteger,a,A,quotas\n"}},
     "survey",
     2,
     "bind::peil:class",
     "Did you mean \"quota\"?"},
    {"an unknown reason for no answer",
     {{"survey", "type,name,label,peil:no_answer\ninteger,a,A,refuse\n"}},
     "survey",
     2,
     "peil:no_answer",
     "Did you mean \"refused\"?"},
};

void check(const Mistake& mistake) {
    const auto workbook = readCsvSheets(mistake.sheets);
    REQUIRE(workbook);
    const auto compiled = compile(*workbook);
    std::string all;
    for (const auto& item : compiled.diagnostics)
        all += describe(item) + "\n";
    INFO(all);
    CHECK(compiled.ok() == (mistake.severity == Severity::Warning));
    CHECK(std::any_of(compiled.diagnostics.begin(), compiled.diagnostics.end(), [&](const Diagnostic& item) {
        return item.severity == mistake.severity && item.sheet == mistake.sheet && item.row == mistake.row &&
               item.column == mistake.column && item.message.find(mistake.cure) != std::string::npos;
    }));
}

} // namespace

TEST_CASE("a mistake in types, names and groups names its cell and its cure", "[xlsform][mistakes]") {
    for (const auto& mistake : kStructure) {
        DYNAMIC_SECTION(mistake.what) {
            check(mistake);
        }
    }
}

TEST_CASE("a mistake in references, expressions and choices names its cell and its cure", "[xlsform][mistakes]") {
    for (const auto& mistake : kLogic) {
        DYNAMIC_SECTION(mistake.what) {
            check(mistake);
        }
    }
}

TEST_CASE("at least forty mistakes are known, and all of a form are told at once", "[xlsform][mistakes]") {
    CHECK(kStructure.size() + kLogic.size() >= 40);
    const auto workbook =
        readCsvSheets({{"survey", "type,name,label,relevant\ntxt,a,A,\ntext,1b,B,\ntext,c,C,${zz} = 1\n"}});
    REQUIRE(workbook);
    const auto compiled = compile(*workbook);
    REQUIRE(compiled.diagnostics.size() == 3);
    CHECK(compiled.diagnostics[0].row == 2);
    CHECK(compiled.diagnostics[1].row == 3);
    CHECK(compiled.diagnostics[2].row == 4);
}
