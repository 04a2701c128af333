// SPDX-License-Identifier: Apache-2.0
// What the tablet does not show of a sheet, by the table of the form engine: each remark with its row and column.
#include "form_under_test.h"

#include "peil/base/text.h"
#include "peil/forms/capabilities.h"

#include <algorithm>
#include <map>

using namespace peil::forms;
using peil::xlsform::Compiled;
using peil_test::outcome;

namespace {

const std::string kLists = "list_name,name,label\nl,1,X\nl,10,Y\n";

/// The remarks about what is not shown, as "row 2, column type".
std::vector<std::string> notShown(const Compiled& compiled) {
    for (const auto& item : compiled.diagnostics)
        UNSCOPED_INFO(describe(item));
    CHECK(compiled.ok());
    std::vector<std::string> places;
    for (const auto& item : compiled.diagnostics)
        if (item.id == "not_shown" || item.id == "not_recorded")
            places.push_back("row " + std::to_string(item.place.row) + ", column " + item.place.column);
    return places;
}

std::vector<std::string> expected(Shown shown, const std::string& column) {
    if (shown == Shown::Yes) return {};
    return {"row 2, column " + (shown == Shown::No ? "type" : column)};
}

/// A parameter with a value that the compiler takes, and what belongs to it.
std::string sample(const std::string& name) {
    static const std::map<std::string, std::string> kSamples{
        {"randomize", "true"},
        {"seed", "3 randomize=true"},
        {"value", "code"},
        {"label", "title"},
        {"end", "5"},
        {"tick_labelset", "l"},
        {"allow-mock-accuracy", "true"},
        {"incremental", "true"},
        {"reference-geometry", "l"},
        {"app", "com.example.camera"},
        {"quality", "low"},
        {"location-priority", "balanced location-min-interval=60 location-max-age=120"},
        {"location-min-interval", "60 location-priority=balanced location-max-age=120"},
        {"location-max-age", "120 location-min-interval=60 location-priority=balanced"},
        {"track-changes", "true"},
        {"track-changes-reasons", "on-form-edit"},
        {"identify-user", "true"}};
    const auto found = kSamples.find(name);
    return name + "=" + (found == kSamples.end() ? "1" : found->second);
}

/// A question type of XLSForm for a kind of question; empty when there is none.
std::string typeOf(Kinds kind) {
    const std::vector<std::pair<Kinds, std::string>> types{{kinds(Widget::ChooseOne), "select_one l"},
                                                           {kinds(Widget::ChooseMany), "select_multiple l"},
                                                           {kinds(Widget::Rank), "rank l"},
                                                           {kinds(Widget::Range), "range"},
                                                           {kinds(Widget::ShortText), "text"},
                                                           {kinds(Widget::Number), "integer"},
                                                           {kinds(Widget::Decimal), "decimal"},
                                                           {kinds(Widget::Date), "date"},
                                                           {kinds(Widget::Time), "time"},
                                                           {kinds(Widget::Acknowledge), "acknowledge"},
                                                           {kNotShown, "barcode"},
                                                           {kGroup, "begin group"},
                                                           {kRepeat, "begin repeat"}};
    const auto found = std::ranges::find(types, kind, &std::pair<Kinds, std::string>::first);
    return found == types.end() ? std::string() : found->second;
}

std::string written(std::string_view name) {
    std::string text(name);
    if (text.ends_with('N')) text.back() = '3';
    if (const auto dots = text.find("..."); dots != std::string::npos)
        text.replace(dots, 3, text[dots - 1] == '(' ? "'one', 'two'" : "one.app('a', 'b')");
    return text;
}

} // namespace

TEST_CASE("a parameter that the tablet does not show is said with row and column", "[xlsform][capabilities]") {
    for (const auto& each : kParameterCapabilities)
        for (const auto type : peil::splitWhitespace(each.types)) {
            const std::string written = type == "select"             ? "select_one l"
                                        : type == "select_from_file" ? "select_one_from_file towns.csv"
                                                                     : std::string(type);
            const auto row = written + ",audit,A,\"" + sample(std::string(each.name)) + "\"\n";
            INFO(row);
            CHECK(notShown(outcome({{"survey", "type,name,label,parameters\n" + row}, {"choices", kLists}})) ==
                  expected(each.shown, "parameters"));
        }
}

TEST_CASE("what the tablet does not record by itself is said with row and column", "[xlsform][capabilities]") {
    for (const auto& each : kUnaskedCapabilities)
        for (const auto name : peil::splitWhitespace(each.names)) {
            const auto type = peil::replaceAll(std::string(name), "...", "email");
            INFO(type);
            if (type.starts_with("media::")) { // a big-image needs an image beside it
                const bool alone = type != "media::big-image";
                const auto said =
                    notShown(outcome({{"survey", "type,name,label," + std::string(alone ? "" : "media::image,") + type +
                                                     "\ntext,a,A," + (alone ? "" : "y.png,") + "x.png\n"}}));
                CHECK(said == (each.shown == Shown::Yes ? std::vector<std::string>()
                                                        : std::vector<std::string>{"row 2, column " + type}));
                continue;
            }
            const auto row = type == "background-geopoint" ? type + ",audit,A,${b}\ntext,b,B,\n" : type + ",audit,A,\n";
            CHECK(notShown(outcome({{"survey", "type,name,label,trigger\n" + row}})) == expected(each.shown, "type"));
        }
}

TEST_CASE("a parameter with its own column is said in that column", "[xlsform][capabilities]") {
    for (const std::string column : {"rows", "autoplay", "intent"}) {
        INFO(column);
        CHECK(notShown(outcome({{"survey", "type,name,label," + column + "\ntext,a,A,3\n"}})) ==
              std::vector<std::string>{"row 2, column " + column});
    }
    CHECK(notShown(outcome({{"survey", "type,name,label,body::wobble\ntext,a,A,3\n"}})) ==
          std::vector<std::string>{"row 2, column "});
}

TEST_CASE("an appearance that the tablet does not show is said with row and column", "[xlsform][capabilities]") {
    for (const auto& each : kAppearanceCapabilities)
        for (const auto name : peil::splitWhitespace(each.names))
            for (unsigned bit = 0; bit < 32; ++bit) {
                const auto type = typeOf(1U << bit);
                const bool on = (each.on >> bit & 1U) != 0;
                // The compiler turns a table-list into a field-list whose questions have appearances of their own.
                if (type.empty() || !on || name == "table-list") continue;
                auto survey = "type,name,label,appearance\n" + type + ",a,A,\"" + written(name) + "\"\n";
                if (type.starts_with("begin")) survey += "text,b,B,\nend " + type.substr(6) + ",,,\n";
                INFO(survey);
                CHECK(notShown(outcome({{"survey", survey}, {"choices", kLists}})) ==
                      expected(each.shown, "appearance"));
            }
}
