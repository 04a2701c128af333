// SPDX-License-Identifier: Apache-2.0
#include "peil/forms/capabilities.h"

#include "peil/base/file.h"
#include "peil_test/scenario.h"

#include <array>

using namespace peil_test;
using peil::forms::Widget;

namespace {

std::string sourceFile(const char* path) {
    return peil::readTextFile(std::string(PEIL_SOURCE_DIR) + "/" + path, 1'000'000).value();
}

/// The names of Widget as QuestionListModel::Kind and the screens write them.
constexpr std::array kWidgets{
    std::pair{Widget::Note, "Note"},           std::pair{Widget::Acknowledge, "Acknowledge"},
    std::pair{Widget::ChooseOne, "ChooseOne"}, std::pair{Widget::ChooseFromList, "ChooseFromList"},
    std::pair{Widget::Likert, "Likert"},       std::pair{Widget::ChooseMany, "ChooseMany"},
    std::pair{Widget::Number, "Number"},       std::pair{Widget::Decimal, "Decimal"},
    std::pair{Widget::ShortText, "ShortText"}, std::pair{Widget::LongText, "LongText"},
    std::pair{Widget::Date, "Date"},           std::pair{Widget::Time, "Time"},
    std::pair{Widget::Range, "Range"},         std::pair{Widget::Rank, "Rank"},
};

/// The component of QuestionView.qml that shows a widget; empty when there is none of its own.
std::string componentOf(const std::string& view, Widget widget) {
    const auto found = std::ranges::find(kWidgets, widget, &std::pair<Widget, const char*>::first);
    if (found == kWidgets.end()) return {};
    const auto at = view.find(std::string("case QuestionListModel.") + found->second + ":");
    if (at == std::string::npos) return {};
    const auto start = view.find("return ", at) + 7;
    const auto id = view.substr(start, view.find(';', start) - start);
    const bool isThere = view.find("        id: " + id + "\n") != std::string::npos;
    return isThere && id != "unsupported" ? id : std::string();
}

/// The elements of a body; an upload and a secret have one of their own, an appearance needs its control.
std::string formWith(peil::forms::Control control, const std::string& type, const std::string& appearance) {
    using peil::forms::Control;
    const std::string element = control == Control::Select1   ? "select1"
                                : control == Control::Select  ? "select"
                                : control == Control::Range   ? "range start=\"0\" end=\"9\" step=\"1\""
                                : control == Control::Rank    ? "odk:rank"
                                : control == Control::Trigger ? "trigger"
                                : control == Control::Upload  ? "upload mediatype=\"image/*\""
                                : control == Control::Secret  ? "secret"
                                                              : "input";
    const auto name = element.substr(0, element.find(' '));
    const bool choices = control == Control::Select1 || control == Control::Select || control == Control::Rank;
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "
           "xmlns:odk=\"http://www.opendatakit.org/xforms\"><h:head><model><instance><d id=\"f\"><a/></d></instance>"
           "<bind nodeset=\"/d/a\" type=\"" +
           type + "\"/></model></h:head><h:body><" + element + " ref=\"/d/a\" appearance=\"" + appearance + "\">" +
           (choices ? "<item><label>X</label><value>x</value></item>" : "") + "</" + name + "></h:body></h:html>";
}

std::vector<peil::Place> notShown(const std::string& xml) {
    const auto parsed = peil::forms::FormDefinition::parse(xml);
    CHECK(parsed.form);
    std::vector<peil::Place> places;
    for (const auto& item : parsed.diagnostics)
        if (item.id == "not_shown" && item.severity == peil::Severity::Warning) places.push_back(item.place);
    return places;
}

const char* typeName(peil::forms::DataType type) {
    using enum peil::forms::DataType;
    switch (type) {
    case Integer:
        return "int";
    case Boolean:
        return "boolean";
    case Decimal:
        return "decimal";
    case Date:
        return "date";
    case Time:
        return "time";
    case DateTime:
        return "dateTime";
    case Geopoint:
        return "geopoint";
    case Geotrace:
        return "geotrace";
    case Geoshape:
        return "geoshape";
    case Barcode:
        return "barcode";
    case Intent:
        return "intent";
    default:
        return "string";
    }
}

/// The section of mobile/README.md that says what is shown.
std::string documented() {
    std::string text = "| Questions | Shown |\n|---|---|\n";
    for (const auto& each : peil::forms::kQuestionCapabilities)
        text += "| " + std::string(each.name) + " | " + (each.widget == Widget::Unsupported ? "no" : "yes") + " |\n";
    text += "\n| Appearance or parameter | Shown |\n|---|---|\n";
    std::vector<std::string_view> told;
    const auto add = [&](const auto& table) {
        for (const auto& each : table) {
            if (std::ranges::find(told, each.name) != told.end()) continue;
            told.push_back(each.name);
            text += "| `" + std::string(each.name) + "` | " +
                    (each.how.empty() ? "yes" : "no: " + std::string(each.how)) + " |\n";
        }
    };
    add(peil::forms::kAppearanceCapabilities);
    add(peil::forms::kParameterCapabilities);
    return text;
}

} // namespace

TEST_CASE("each kind of question that counts as shown has a component on the screens", "[forms][capabilities]") {
    const auto view = sourceFile("qml/Questions/QuestionView.qml");
    for (const auto& each : peil::forms::kQuestionCapabilities) {
        INFO(each.name);
        if (each.widget != Widget::Unsupported) CHECK_FALSE(componentOf(view, each.widget).empty());
    }
    for (const auto& each : peil::forms::kAppearanceCapabilities) {
        INFO(each.name);
        CHECK((each.widget == Widget::Unsupported) != each.how.empty());
        if (each.widget != Widget::Unsupported) CHECK_FALSE(componentOf(view, each.widget).empty());
    }
    CHECK(componentOf(view, Widget::Unsupported).empty());
}

TEST_CASE("every kind of question that is not shown gets a warning, and no other", "[forms][capabilities]") {
    for (const auto& each : peil::forms::kQuestionCapabilities) {
        INFO(each.name);
        const auto type = each.type.value_or(peil::forms::DataType::String);
        const auto places = notShown(formWith(each.control, typeName(type), ""));
        const peil::Place kind{.node = "/d/a", .property = peil::Property::Type};
        CHECK(places == (each.widget == Widget::Unsupported ? std::vector{kind} : std::vector<peil::Place>{}));
    }
    CHECK(peil::forms::questionCapability(peil::forms::Control::Input, peil::forms::DataType::Rank) == nullptr);
}

TEST_CASE("an appearance that does nothing gets a warning, also one that nobody knows", "[forms][capabilities]") {
    const peil::Place appearance{.node = "/d/a", .property = peil::Property::Appearance};
    for (const auto& each : peil::forms::kAppearanceCapabilities) {
        INFO(each.name);
        const auto places = notShown(formWith(each.control, "string", std::string(each.name)));
        CHECK(places == (each.how.empty() ? std::vector<peil::Place>{} : std::vector{appearance}));
    }
    for (const std::string unknown : {"columns-pack", "printer:x", "ex:app(1)", "search('towns')", "likert2"}) {
        INFO(unknown);
        CHECK(notShown(formWith(peil::forms::Control::Select1, "string", unknown)) == std::vector{appearance});
    }
    CHECK(notShown(formWith(peil::forms::Control::Select1, "string", "autocomplete('x')")).empty());
    CHECK(notShown(formWith(peil::forms::Control::Input, "string", "likert")) == std::vector{appearance});
}

TEST_CASE("mobile/README.md tells what the table tells", "[forms][capabilities]") {
    INFO(documented());
    CHECK(sourceFile("mobile/README.md").find(documented()) != std::string::npos);
}
