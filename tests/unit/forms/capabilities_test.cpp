// SPDX-License-Identifier: Apache-2.0
#include "peil/forms/capabilities.h"

#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil_test/scenario.h"

#include <array>
#include <set>

using namespace peil_test;
using peil::forms::Widget;

namespace {

std::string sourceFile(const char* path) {
    return peil::readTextFile(std::string(PEIL_SOURCE_DIR) + "/" + path, 1'000'000).value();
}

/// The names of Widget as QuestionListModel::Kind and the screens write them.
constexpr std::array kWidgets{
    std::pair{Widget::Note, "Note"},
    std::pair{Widget::Acknowledge, "Acknowledge"},
    std::pair{Widget::ChooseOne, "ChooseOne"},
    std::pair{Widget::ChooseFromList, "ChooseFromList"},
    std::pair{Widget::Likert, "Likert"},
    std::pair{Widget::ChooseMany, "ChooseMany"},
    std::pair{Widget::Number, "Number"},
    std::pair{Widget::Decimal, "Decimal"},
    std::pair{Widget::ShortText, "ShortText"},
    std::pair{Widget::LongText, "LongText"},
    std::pair{Widget::Date, "Date"},
    std::pair{Widget::Time, "Time"},
    std::pair{Widget::Range, "Range"},
    std::pair{Widget::Rank, "Rank"},
    std::pair{Widget::Tiles, "Tiles"},
    std::pair{Widget::Counter, "Counter"},
    std::pair{Widget::Digits, "Digits"},
    std::pair{Widget::Masked, "Masked"},
    std::pair{Widget::MonthYear, "MonthYear"},
    std::pair{Widget::Year, "Year"},
    std::pair{Widget::DateTime, "DateTime"},
    std::pair{Widget::SearchOne, "SearchOne"},
    std::pair{Widget::SearchMany, "SearchMany"},
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

std::string elementOf(peil::forms::Control control) {
    using peil::forms::Control;
    switch (control) {
    case Control::Select1:
        return "select1";
    case Control::Select:
        return "select";
    case Control::Range:
        return "range";
    case Control::Rank:
        return "odk:rank";
    case Control::Trigger:
        return "trigger";
    case Control::Upload:
        return "upload";
    case Control::Secret:
        return "secret";
    default:
        return "input";
    }
}

std::string documentWith(const std::string& bind, const std::string& instance, const std::string& body) {
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "
           "xmlns:jr=\"http://openrosa.org/javarosa\" xmlns:odk=\"http://www.opendatakit.org/xforms\" "
           "xmlns:other=\"urn:other\"><h:head><model><instance><d id=\"f\">" +
           instance + "</d></instance>" + bind + "</model></h:head><h:body>" + body + "</h:body></h:html>";
}

/// A form with one question; `words` are attributes of its control.
std::string formWith(peil::forms::Control control, const std::string& type, const std::string& words) {
    using peil::forms::Control;
    const auto element = elementOf(control);
    const bool choices = control == Control::Select1 || control == Control::Select || control == Control::Rank;
    std::string more = words;
    if (control == Control::Range)
        for (const std::string bound : {"start=\"0\"", "end=\"9\"", "step=\"1\""})
            if (more.find(bound.substr(0, bound.find('=') + 1)) == std::string::npos) more += " " + bound;
    return documentWith("<bind nodeset=\"/d/a\" type=\"" + type + "\"/>", "<a/>",
                        "<" + element + " ref=\"/d/a\" " + more + ">" +
                            (choices ? "<item><label>X</label><value>x</value></item>" : "") + "</" + element + ">");
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

constexpr auto kEachKind = [] {
    std::array<peil::forms::Kinds, 32> bits{};
    for (unsigned i = 0; i < bits.size(); ++i)
        bits.at(i) = 1U << i;
    return bits;
}();

/// A form with a part of one kind that has these attributes; empty when there is no such kind.
std::string formOfKind(peil::forms::Kinds kind, const std::string& words) {
    using peil::forms::kGroup, peil::forms::kRepeat;
    if (kind == kGroup)
        return documentWith("", "<a><b/></a>", "<group ref=\"/d/a\" " + words + "><input ref=\"/d/a/b\"/></group>");
    if (kind == kRepeat)
        return documentWith("", "<a><b/></a>",
                            "<group ref=\"/d/a\"><repeat nodeset=\"/d/a\" jr:noAddRemove=\"true()\" " + words +
                                "><input ref=\"/d/a/b\"/></repeat></group>");
    for (const auto& each : peil::forms::kQuestionCapabilities)
        if (peil::forms::kinds(each.widget) == kind)
            return formWith(each.control, typeName(each.type.value_or(peil::forms::DataType::String)), words);
    return {};
}

/// An entry of the table as a form may write it.
std::string written(std::string_view name) {
    std::string text(name);
    if (text.ends_with('N')) text.back() = '3';
    if (const auto dots = text.find("..."); dots != std::string::npos)
        text.replace(dots, 3, text[dots - 1] == '(' ? "'one', 'two'" : "one.app('a', 'b')");
    return text;
}

/// Where the screens show what is done without a control of its own.
struct ShownAt {
    std::string_view name, file, text;
};
constexpr std::array kShownAt{
    ShownAt{"field-list", "qml/Pages/InterviewPage.qml", "model: root.interview.questions"},
    ShownAt{"no-collapse", "qml/Pages/InterviewPage.qml", "model: root.interview.questions"},
    ShownAt{"table-list", "qml/Questions/QuestionView.qml", "required property bool matrix"},
    ShownAt{"no-calendar", "qml/Questions/DateEditor.qml", "Stepper {"},
    ShownAt{"quick", "mobile/viewmodels/interview_answers.cpp", "isQuick"},
    ShownAt{"randomize", "qml/Questions/ChoiceEditor.qml", "model: root.choices"},
    ShownAt{"seed", "qml/Questions/ChoiceEditor.qml", "model: root.choices"},
    ShownAt{"value", "qml/Questions/ChoiceEditor.qml", "required property string value"},
    ShownAt{"label", "qml/Questions/ChoiceEditor.qml", "required property string label"},
    ShownAt{"query", "qml/Questions/ChoiceEditor.qml", "model: root.choices"},
    ShownAt{"start", "qml/Questions/RangeEditor.qml", "from: root.from"},
    ShownAt{"end", "qml/Questions/RangeEditor.qml", "to: root.to"},
    ShownAt{"step", "qml/Questions/RangeEditor.qml", "step: root.step"},
    ShownAt{"tick_labelset", "qml/Questions/RangeEditor.qml", "model: root.labels"},
};

/// A component for what turns the question into another, else a place in the screens.
void checkIsShown(std::string_view name, std::optional<Widget> widget) {
    if (widget) {
        CHECK_FALSE(componentOf(sourceFile("qml/Questions/QuestionEditor.qml"), *widget).empty());
        return;
    }
    const auto* place = std::ranges::find(kShownAt, name, &ShownAt::name);
    REQUIRE(place != kShownAt.end());
    CHECK(sourceFile(std::string(place->file).c_str()).find(place->text) != std::string::npos);
}

/// The kinds of question in words, as the documentation has them.
std::string inWords(peil::forms::Kinds on) {
    using namespace peil::forms;
    if (on == kNotShown) return "those that are not shown";
    if (on == (kQuestions | kSections)) return "all, groups, repeats";
    if (on == kQuestions) return "all";
    std::string words;
    const auto add = [&](peil::forms::Kinds bit, std::string_view name) {
        if ((on & bit) != 0) words += (words.empty() ? "" : ", ") + std::string(name);
    };
    for (const auto& each : kQuestionCapabilities)
        add(kinds(each.widget), each.name);
    add(kGroup, "groups");
    add(kRepeat, "repeats");
    return words;
}

std::string inWords(peil::forms::Shown shown, std::string_view how) {
    return shown == peil::forms::Shown::Yes  ? "yes"
           : shown == peil::forms::Shown::No ? "no"
                                             : "simpler: " + std::string(how);
}

/// The section of mobile/README.md that says what is shown.
std::string documented() {
    std::string text = "| Questions | Shown |\n|---|---|\n";
    for (const auto& each : peil::forms::kQuestionCapabilities)
        text += "| " + std::string(each.name) + " | " + (each.widget == Widget::Unsupported ? "no" : "yes") + " |\n";
    text += "\n| Appearance | Questions | Shown |\n|---|---|---|\n";
    for (const auto& each : peil::forms::kAppearanceCapabilities)
        text += "| `" + peil::replaceAll(std::string(each.names), " ", "`, `") + "` | " + inWords(each.on) + " | " +
                inWords(each.shown, each.how) + " |\n";
    text += "\n| Parameter | Questions | Shown |\n|---|---|---|\n";
    for (const auto& each : peil::forms::kParameterCapabilities)
        text += "| `" + std::string(each.name) + "` | " +
                (each.types.empty() ? inWords(each.on) : std::string(each.types)) + " | " +
                inWords(each.shown, each.how) + " |\n";
    text += "\n| Without a question | Recorded or shown |\n|---|---|\n";
    for (const auto& each : peil::forms::kUnaskedCapabilities)
        text +=
            "| `" + peil::replaceAll(std::string(each.names), " ", "`, `") + "` | " + inWords(each.shown, {}) + " |\n";
    return text;
}

} // namespace

TEST_CASE("each kind of question that counts as shown has a component on the screens", "[forms][capabilities]") {
    const auto view = sourceFile("qml/Questions/QuestionEditor.qml");
    for (const auto& each : peil::forms::kQuestionCapabilities) {
        INFO(each.name);
        if (each.widget != Widget::Unsupported) CHECK_FALSE(componentOf(view, each.widget).empty());
    }
    for (const auto& each : peil::forms::kAppearanceCapabilities) {
        INFO(each.names);
        CHECK((each.shown == peil::forms::Shown::Simpler) == !each.how.empty());
        for (const auto name : peil::splitWhitespace(each.names))
            if (each.widget || each.shown == peil::forms::Shown::Yes) checkIsShown(name, each.widget);
    }
    for (const auto& each : peil::forms::kParameterCapabilities) {
        INFO(each.name);
        CHECK((each.shown == peil::forms::Shown::Simpler) == !each.how.empty());
        if (each.widget || each.shown == peil::forms::Shown::Yes) checkIsShown(each.name, each.widget);
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

namespace {

/// Checks that a part of each kind gets a warning of `property` for `words`, except where it counts as shown. Parts
/// that are not shown at all have one warning, of their type.
template <class ShownOn>
void checkWarnings(const std::string& words, peil::Property property, const ShownOn& shownOn) {
    for (const auto kind : kEachKind) {
        const auto xml = formOfKind(kind, words);
        if (xml.empty()) continue;
        INFO(xml);
        const auto about = kind == peil::forms::kNotShown ? peil::Property::Type : property;
        const peil::Place place{.node = "/d/a", .property = about};
        CHECK(notShown(xml) == (shownOn(kind) ? std::vector<peil::Place>{} : std::vector{place}));
    }
}

} // namespace

TEST_CASE("an appearance that is not shown gets a warning on every part of a form, also one that no one knows",
          "[forms][capabilities]") {
    std::set<std::string_view> names;
    for (const auto& each : peil::forms::kAppearanceCapabilities)
        for (const auto name : peil::splitWhitespace(each.names))
            names.insert(name);
    for (const auto name : names)
        checkWarnings("appearance=\"" + written(name) + "\"", peil::Property::Appearance, [&](peil::forms::Kinds kind) {
            return std::ranges::any_of(peil::forms::kAppearanceCapabilities, [&](const auto& entry) {
                const auto all = peil::splitWhitespace(entry.names);
                return std::ranges::find(all, name) != all.end() && (entry.on & kind) != 0 &&
                       entry.shown == peil::forms::Shown::Yes;
            });
        });
    for (const std::string unknown : {"columns-wide", "columns-", "likert2", "w", "wide", "minimale"})
        checkWarnings("appearance=\"" + unknown + "\"", peil::Property::Appearance, [](auto) { return false; });
}

TEST_CASE("an attribute that is not shown gets a warning on every part of a form, also one that no one knows",
          "[forms][capabilities]") {
    for (const auto& each : peil::forms::kParameterCapabilities) {
        if (each.attribute.empty() || each.name == "query") continue; // a query takes a list with it
        checkWarnings(std::string(each.attribute) + "=\"3\"", peil::Property::Parameters, [&](peil::forms::Kinds kind) {
            return each.shown == peil::forms::Shown::Yes && (each.on & kind) != 0;
        });
    }
    checkWarnings("wobble=\"3\"", peil::Property::Parameters, [](auto) { return false; });
    checkWarnings("other:wobble=\"3\"", peil::Property::Parameters,
                  [](peil::forms::Kinds kind) { return kind != peil::forms::kNotShown; });
}

TEST_CASE("the appearance and the attributes decide the control", "[forms][capabilities]") {
    using namespace peil::forms;
    const std::vector<std::string> likertAndMinimal{"minimal", "likert"}, unknown{"columns-3"};
    const std::vector<std::pair<std::string, std::string>> rows{{"rows", "4"}};
    CHECK(widgetOf({Control::Select1, DataType::Select1, false, likertAndMinimal}) == Widget::Likert);
    CHECK(widgetOf({Control::Select1, DataType::Select1, false, unknown}) == Widget::ChooseOne);
    CHECK(widgetOf({Control::Select, DataType::Select, false, likertAndMinimal}) == Widget::SearchMany);
    CHECK(widgetOf({Control::Select, DataType::Select, false, unknown}) == Widget::ChooseMany);
    CHECK(widgetOf({Control::Input, DataType::String, false, {}, rows}) == Widget::LongText);
    CHECK(widgetOf({Control::Input, DataType::Integer, false, {}, rows}) == Widget::Number);
    CHECK(widgetOf({Control::Input, DataType::String, true, {}, rows}) == Widget::Note);
    const peil::forms::WholeSteps week{0, 7, 1}, month{1, 31, 1}, down{10, 0, 5};
    CHECK(widgetOf({Control::Input, DataType::Integer, false, {}, {}, week}) == Widget::Tiles);
    CHECK(widgetOf({Control::Range, DataType::Integer, false, {}, {}, down}) == Widget::Tiles);
    CHECK(widgetOf({Control::Input, DataType::Integer, false, {}, {}, month}) == Widget::Number);
}

TEST_CASE("mobile/README.md says what the table says", "[forms][capabilities]") {
    INFO(documented());
    CHECK(sourceFile("mobile/README.md").find(documented()) != std::string::npos);
}
