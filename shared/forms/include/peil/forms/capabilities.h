// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the tablet's screens show of a form: the one table that the form checker, the XLSForm compiler, the tablet's
// model and the documentation (mobile/README.md) read. What is not in it is not shown, and parse() warns about it.

#include "peil/forms/session.h"

#include <array>

namespace peil::forms {

/// The tablet's controls; each but Note and Unsupported has a component in qml/Questions.
enum class Widget : std::uint8_t {
    Unsupported, ///< a sentence that says so, with the stored answer and the reasons for no answer
    Note,        ///< only the words of the question
    Acknowledge,
    ChooseOne,
    ChooseFromList,
    SearchOne, ///< a list with a field that narrows it
    SearchMany,
    Likert,
    ChooseMany,
    Number,
    Decimal,
    Counter, ///< a whole number with buttons for one more and one less
    ShortText,
    LongText,
    Digits, ///< text on a keyboard of digits
    Masked, ///< text that shows dots
    Date,
    MonthYear,
    Year,
    Time,
    DateTime,
    Range,
    Rank,
    Tiles, ///< of few whole numbers, one each
};

/// So many whole numbers are still shown as tiles: the days of a week, the marks 0 to 10, the months.
inline constexpr std::int64_t kMostTiles = 12;

/// A kind of question.
struct QuestionCapability {
    Control control;
    std::optional<DataType> type; ///< absent: any
    Widget widget;
    std::string_view name; ///< as a designer calls several of them
};
inline constexpr std::array kQuestionCapabilities{
    QuestionCapability{Control::Input, DataType::String, Widget::ShortText, "text"},
    QuestionCapability{Control::Input, DataType::Integer, Widget::Number, "whole numbers"},
    QuestionCapability{Control::Input, DataType::Decimal, Widget::Decimal, "decimal numbers"},
    QuestionCapability{Control::Input, DataType::Date, Widget::Date, "dates"},
    QuestionCapability{Control::Input, DataType::Time, Widget::Time, "times"},
    QuestionCapability{Control::Input, DataType::DateTime, Widget::DateTime, "dates with a time"},
    QuestionCapability{Control::Select1, {}, Widget::ChooseOne, "one choice"},
    QuestionCapability{Control::Select, {}, Widget::ChooseMany, "several choices"},
    QuestionCapability{Control::Rank, {}, Widget::Rank, "rankings"},
    QuestionCapability{Control::Range, {}, Widget::Range, "ranges"},
    QuestionCapability{Control::Trigger, {}, Widget::Acknowledge, "acknowledgements"},
    QuestionCapability{Control::Secret, {}, Widget::Masked, "masked text"},
    QuestionCapability{Control::Input, DataType::Boolean, Widget::Unsupported, "true or false"},
    QuestionCapability{Control::Input, DataType::Geopoint, Widget::Unsupported, "places"},
    QuestionCapability{Control::Input, DataType::Geotrace, Widget::Unsupported, "lines"},
    QuestionCapability{Control::Input, DataType::Geoshape, Widget::Unsupported, "areas"},
    QuestionCapability{Control::Input, DataType::Barcode, Widget::Unsupported, "barcodes"},
    QuestionCapability{Control::Input, DataType::Intent, Widget::Unsupported, "answers of other apps"},
    QuestionCapability{Control::Upload, {}, Widget::Unsupported, "pictures, sound, video and files"},
};

/// Whether the tablet does what an appearance or parameter requests.
enum class Shown : std::uint8_t { Yes, Simpler, No };

/// Kinds of question, one bit for each Widget that kQuestionCapabilities names, and the parts of a body without one.
using Kinds = std::uint32_t;
template <class... Widgets>
constexpr Kinds kinds(Widgets... widgets) {
    return (0U | ... | (1U << static_cast<unsigned>(widgets)));
}
inline constexpr Kinds kGroup = 1U << 30U, kRepeat = 1U << 31U;
inline constexpr Kinds kChoices = kinds(Widget::ChooseOne, Widget::ChooseMany);
inline constexpr Kinds kNumbers = kinds(Widget::Number, Widget::Decimal);
inline constexpr Kinds kTyped = kinds(Widget::ShortText) | kNumbers;
inline constexpr Kinds kNotShown = kinds(Widget::Unsupported); ///< the kinds of question that the tablet does not show
inline constexpr Kinds kSections = kGroup | kRepeat;
inline constexpr Kinds kQuestions = ~(kSections | kNotShown);

/// Appearances, with spaces between them. One may end with N, which stands for a number, or have "..." for any text.
struct AppearanceCapability {
    std::string_view names;
    Kinds on; ///< where it means this; elsewhere it does nothing: the question appears in its plain form
    Shown shown;
    std::string_view how{};         ///< what happens instead, for Simpler
    std::optional<Widget> widget{}; ///< what it turns the question into
};
inline constexpr std::array kAppearanceCapabilities{
    AppearanceCapability{"likert", kinds(Widget::ChooseOne), Shown::Yes, "", Widget::Likert},
    AppearanceCapability{"search(...)", kChoices, Shown::Simpler, "the choices come from the sheet, not from the file"},
    AppearanceCapability{"minimal", kinds(Widget::ChooseOne), Shown::Yes, "", Widget::ChooseFromList},
    AppearanceCapability{"autocomplete search", kinds(Widget::ChooseOne), Shown::Yes, "", Widget::SearchOne},
    AppearanceCapability{"autocomplete search minimal", kinds(Widget::ChooseMany), Shown::Yes, "", Widget::SearchMany},
    AppearanceCapability{"columns columns-N columns-pack compact compact-N quickcompact quickcompact-N horizontal "
                         "horizontal-compact list",
                         kChoices, Shown::Simpler, "the width of the screen determines the number of columns"},
    AppearanceCapability{"no-buttons", kChoices, Shown::Simpler, "the choices keep their radio buttons or check boxes"},
    AppearanceCapability{"image-map map", kChoices, Shown::Simpler, "the choices appear as a list"},
    AppearanceCapability{"label", kChoices, Shown::Simpler, "the choices can be selected"},
    AppearanceCapability{"list-nolabel", kChoices, Shown::Simpler, "each question shows the labels of its choices"},
    AppearanceCapability{"quick", kinds(Widget::ChooseOne, Widget::Number, Widget::Range), Shown::Yes},
    AppearanceCapability{"no-ticks", kinds(Widget::Range), Shown::Yes, "", Widget::Range},
    AppearanceCapability{"vertical", kinds(Widget::Range), Shown::Simpler, "the slider is horizontal"},
    AppearanceCapability{"picker rating distress", kinds(Widget::Range), Shown::Simpler, "a slider is shown"},
    AppearanceCapability{"multiline", kinds(Widget::ShortText), Shown::Yes, "", Widget::LongText},
    AppearanceCapability{"numbers", kinds(Widget::ShortText), Shown::Yes, "", Widget::Digits},
    AppearanceCapability{"url", kinds(Widget::ShortText), Shown::Simpler, "the address appears as plain text"},
    AppearanceCapability{"comment", kinds(Widget::ShortText), Shown::Simpler,
                         "the comment appears as a separate question"},
    AppearanceCapability{"printer:...", kinds(Widget::ShortText), Shown::Simpler, "nothing is printed"},
    AppearanceCapability{"masked", kinds(Widget::ShortText), Shown::Yes, "", Widget::Masked},
    AppearanceCapability{"masked", kNumbers, Shown::Simpler, "the typed number stays visible"},
    AppearanceCapability{"ex:...", kTyped, Shown::Simpler, "no other app opens; the answer is typed"},
    AppearanceCapability{"thousands-sep", kTyped, Shown::Simpler, "the number has no thousands separators"},
    AppearanceCapability{"counter", kinds(Widget::Number), Shown::Yes, "", Widget::Counter},
    AppearanceCapability{"counter", kinds(Widget::Decimal), Shown::Simpler, "the number is typed"},
    AppearanceCapability{"bearing", kTyped, Shown::Simpler, "the number is typed"},
    AppearanceCapability{"no-calendar", kinds(Widget::Date, Widget::DateTime), Shown::Yes},
    AppearanceCapability{"month-year", kinds(Widget::Date), Shown::Yes, "", Widget::MonthYear},
    AppearanceCapability{"year", kinds(Widget::Date), Shown::Yes, "", Widget::Year},
    AppearanceCapability{"bikram-sambat buddhist coptic ethiopian islamic myanmar persian",
                         kinds(Widget::Date, Widget::DateTime), Shown::Simpler, "the calendar is Gregorian"},
    AppearanceCapability{"field-list no-collapse", kSections, Shown::Yes},
    AppearanceCapability{"table-list", kSections, Shown::Yes},
    AppearanceCapability{"compact", kSections, Shown::Simpler, "the group is always expanded"},
    AppearanceCapability{"summary", kSections, Shown::Simpler, "its questions are shown as usual"},
    AppearanceCapability{"wN", kQuestions | kSections, Shown::Simpler, "it takes the full width of the screen"},
    AppearanceCapability{"annotate draw front hide-input maps new new-front placement-map signature", kNotShown,
                         Shown::No},
};

/// A parameter of XLSForm, or an attribute of the body that has a column of its own there.
struct ParameterCapability {
    std::string_view name;  ///< as XLSForm writes it
    std::string_view types; ///< the question types of XLSForm that take it, with "select" and "select_from_file" for
                            ///< all of these; empty: not in the column parameters
    Kinds on;               ///< where it means this
    std::string_view attribute; ///< of the control in an XForm; empty: written elsewhere
    Shown shown;
    std::string_view how{};         ///< what happens instead, for Simpler
    std::optional<Widget> widget{}; ///< what it turns the question into
};
inline constexpr Kinds kAllChoices = kChoices | kinds(Widget::Rank);
inline constexpr std::array kParameterCapabilities{
    ParameterCapability{"randomize", "select select_from_file", kAllChoices, "", Shown::Yes},
    ParameterCapability{"seed", "select select_from_file", kAllChoices, "", Shown::Yes},
    ParameterCapability{"value", "select_from_file", kAllChoices, "", Shown::Yes},
    ParameterCapability{"label", "select_from_file", kAllChoices, "", Shown::Yes},
    ParameterCapability{"start", "range", kinds(Widget::Range), "start", Shown::Yes},
    ParameterCapability{"end", "range", kinds(Widget::Range), "end", Shown::Yes},
    ParameterCapability{"step", "range", kinds(Widget::Range), "step", Shown::Yes},
    ParameterCapability{"tick_interval", "range", kinds(Widget::Range), "odk:tick-interval", Shown::Simpler,
                        "the slider has no ticks"},
    ParameterCapability{"placeholder", "range", kinds(Widget::Range), "odk:placeholder", Shown::Simpler,
                        "the slider has no placeholder"},
    ParameterCapability{"tick_labelset", "range", kinds(Widget::Range), "", Shown::Yes},
    ParameterCapability{"rows", "text", kinds(Widget::ShortText), "rows", Shown::Simpler,
                        "the field grows with its text", Widget::LongText},
    ParameterCapability{"allow-mock-accuracy", "geopoint geotrace geoshape", kNotShown, "", Shown::No},
    ParameterCapability{"capture-accuracy", "geopoint", kNotShown, "accuracyThreshold", Shown::No},
    ParameterCapability{"incremental", "geotrace geoshape", kNotShown, "incremental", Shown::No},
    ParameterCapability{"reference-geometry", "geopoint geotrace geoshape", kNotShown, "", Shown::No},
    ParameterCapability{"warning-accuracy", "geopoint", kNotShown, "unacceptableAccuracyThreshold", Shown::No},
    ParameterCapability{"app", "image", kNotShown, "intent", Shown::No},
    ParameterCapability{"max-pixels", "image", kNotShown, "", Shown::No},
    ParameterCapability{"quality", "audio background-audio", kNotShown, "", Shown::No},
    ParameterCapability{"location-priority", "audit", kNotShown, "", Shown::No},
    ParameterCapability{"location-min-interval", "audit", kNotShown, "", Shown::No},
    ParameterCapability{"location-max-age", "audit", kNotShown, "", Shown::No},
    ParameterCapability{"track-changes", "audit", kNotShown, "", Shown::No},
    ParameterCapability{"track-changes-reasons", "audit", kNotShown, "", Shown::No},
    ParameterCapability{"identify-user", "audit", kNotShown, "", Shown::No},
    ParameterCapability{"autoplay", "", kQuestions, "autoplay", Shown::Simpler, "nothing is played"},
    ParameterCapability{"intent", "", kQuestions | kSections, "intent", Shown::Simpler, "no other app opens"},
    ParameterCapability{"query", "", kinds(Widget::ChooseOne), "query", Shown::Yes},
};

/// What the tablet records without a question, by the types of XLSForm, and what accompanies a text, by its columns.
struct UnaskedCapability {
    std::string_view names; ///< as those of AppearanceCapability
    Shown shown;
    std::string_view why{}; ///< for No, a sentence without its stop
};
inline constexpr std::array kUnaskedCapabilities{
    UnaskedCapability{"start end today deviceid", Shown::Yes},
    UnaskedCapability{"username email phonenumber subscriberid simserial uri:...", Shown::No,
                      "A tablet provides only its device id"},
    UnaskedCapability{"background-audio background-geopoint start-geopoint", Shown::No,
                      "A tablet does not record sound or location automatically"},
    UnaskedCapability{"audit", Shown::No, "The audit log of the interview is not recorded"},
    UnaskedCapability{"media::image media::big-image", Shown::Yes},
    UnaskedCapability{"media::audio media::video", Shown::No, "Sound and video that accompany texts are not played"},
};

/// The entry for an appearance as a form writes it, such as "likert" or "columns-3"; null if there is none for the kind
/// of question, of which one bit is set.
[[nodiscard]] const AppearanceCapability* appearanceCapability(Kinds kind, std::string_view appearance);
/// The entry for an attribute of a control by its local name; null if there is none.
[[nodiscard]] const ParameterCapability* attributeCapability(Kinds kind, std::string_view attribute);
/// The entry for a type or column of XLSForm; null if there is none.
[[nodiscard]] const UnaskedCapability* unaskedCapability(std::string_view name);
/// Whether questions of a type (see ParameterCapability::types) take the parameter.
[[nodiscard]] bool takesParameter(const ParameterCapability& parameter, std::string_view type);
/// The entry for a kind of question; null if there is none.
[[nodiscard]] const QuestionCapability* questionCapability(Control control, DataType type);

/// What the form says of a control.
struct ControlWords {
    Control control;
    DataType type;
    bool readonly = false;
    std::span<const std::string> appearances{};
    std::span<const std::pair<std::string, std::string>> attributes{};
    std::optional<WholeSteps> steps{};
};
/// Which control the tablet shows a question with.
[[nodiscard]] Widget widgetOf(const ControlWords& words);

} // namespace peil::forms
