// SPDX-License-Identifier: Apache-2.0
// Faults that nobody sees in a sheet: characters that look like others or like nothing, names that lists do not have,
// and defaults that do not fit.
#include "mistake.h"

using namespace peil::xlsform;
using peil::Severity;
using xlsform_test::check;
using xlsform_test::Mistake;

namespace {

/// Characters that XML refuses in names, and that look like letters.
std::vector<Mistake> strangeNames() {
    std::vector<Mistake> mistakes;
    for (const auto* name : {"n\xC2\xB0", "x\xC2\xB2", "\xC2\xBD",
                             "a\xC3\x97"
                             "b",
                             "e\xE2\x80\x93"
                             "f",
                             "a\xE2\x80\xA6",
                             "a\xC2\xAD"
                             "b"})
        for (const auto* type : {"text", "begin group", "begin repeat"})
            mistakes.push_back({name,
                                {{"survey", std::string("type,name,label\n") + type + "," + name + ",A\n"}},
                                "survey",
                                2,
                                "name",
                                "cannot be a name"});
    return mistakes;
}

const std::vector<Mistake> kUnseen{
    {"a reference without its dollar",
     {{"survey", "type,name,label,relevant\ntext,a,A,\ntext,b,B,{a}='1'\n"}},
     "survey",
     3,
     "relevant",
     "Write a question as ${name}"},
    {"an operator in capitals",
     {{"survey", "type,name,label,constraint\ninteger,a,A,.>1 AND .<9\n"}},
     "survey",
     2,
     "constraint",
     "Write \"and\" in lower case"},
    {"two signs of equality",
     {{"survey", "type,name,label,constraint\ninteger,a,A,.==1\n"}},
     "survey",
     2,
     "constraint",
     "Use a single ="},
    {"a character that nobody sees",
     {{"survey", "type,name,label,relevant\ntext,a,A,\ntext,b,B,${a} =\xE2\x80\x8B '1'\n"}},
     "survey",
     3,
     "relevant",
     "[U+200B]"},
    {"a filter by a column that the choices do not have",
     {{"survey", "type,name,label,choice_filter\nselect_one c,c,C,\nselect_one d,d,D,ff=${c}\n"},
      {"choices", "list_name,name,label,f\nc,x,X,\nd,y,Y,x\n"}},
     "survey",
     3,
     "choice_filter",
     "The list \"d\" has no column \"ff\"",
     Severity::Warning},
    {"a default that is no whole number",
     {{"survey", "type,name,label,default\ninteger,a,A,abc\n"}},
     "survey",
     2,
     "default",
     "Write a whole number.",
     Severity::Warning},
    {"a default that loses its decimals",
     {{"survey", "type,name,label,default\ninteger,a,A,3.7\n"}},
     "survey",
     2,
     "default",
     "becomes 3.",
     Severity::Warning},
    {"a default with a decimal comma",
     {{"survey", "type,name,label,default\ndecimal,a,A,\"1,5\"\n"}},
     "survey",
     2,
     "default",
     "a number with a point",
     Severity::Warning},
    {"a default date as people write it",
     {{"survey", "type,name,label,default\ndate,a,A,31/01/2020\n"}},
     "survey",
     2,
     "default",
     "year-month-day",
     Severity::Warning},
};

} // namespace

TEST_CASE("a name that XML refuses is refused, and one in any script is not", "[xlsform][mistakes]") {
    for (const auto& mistake : strangeNames()) {
        DYNAMIC_SECTION(mistake.what << " " << mistake.sheets.front().second) {
            check(mistake);
        }
    }
    for (const auto* name :
         {"\xCF\x80", "\xC3\xA9t\xC3\xA9", "\xE5\x90\x8D\xE5\x89\x8D", "a\xC2\xB7", "q\xF0\x9F\x99\x82"}) {
        CAPTURE(name);
        const auto survey =
            std::string("type,name,label,relevant\ntext,") + name + ",A,\ntext,z,Z,${" + name + "} != ''\n";
        CHECK(compile(readCsvSheets({{"survey", survey}}).value()).diagnostics.empty());
    }
}

TEST_CASE("a fault that nobody sees in the sheet names its cell and its cure", "[xlsform][mistakes]") {
    for (const auto& mistake : kUnseen) {
        DYNAMIC_SECTION(mistake.what) {
            check(mistake);
        }
    }
}
