// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the tablet's screens show of a form: the one table that the form checker, the tablet's model and the
// documentation (mobile/README.md) read. What is not in it is not shown, and parse() warns about it.

#include "peil/forms/definition.h"

#include <array>

namespace peil::forms {

/// The tablet's controls; each but Note and Unsupported has a component in qml/Questions.
enum class Widget : std::uint8_t {
    Unsupported, ///< a sentence that says so, with the stored answer and the reasons for no answer
    Note,        ///< only the words of the question
    Acknowledge,
    ChooseOne,
    ChooseFromList,
    Likert,
    ChooseMany,
    Number,
    Decimal,
    ShortText,
    LongText,
    Date,
    Time,
    Range,
    Rank,
};

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
    QuestionCapability{Control::Select1, {}, Widget::ChooseOne, "one choice"},
    QuestionCapability{Control::Select, {}, Widget::ChooseMany, "several choices"},
    QuestionCapability{Control::Rank, {}, Widget::Rank, "rankings"},
    QuestionCapability{Control::Range, {}, Widget::Range, "ranges"},
    QuestionCapability{Control::Trigger, {}, Widget::Acknowledge, "acknowledgements"},
    QuestionCapability{Control::Input, DataType::DateTime, Widget::Unsupported, "dates with a time"},
    QuestionCapability{Control::Input, DataType::Boolean, Widget::Unsupported, "true or false"},
    QuestionCapability{Control::Input, DataType::Geopoint, Widget::Unsupported, "places"},
    QuestionCapability{Control::Input, DataType::Geotrace, Widget::Unsupported, "lines"},
    QuestionCapability{Control::Input, DataType::Geoshape, Widget::Unsupported, "areas"},
    QuestionCapability{Control::Input, DataType::Barcode, Widget::Unsupported, "barcodes"},
    QuestionCapability{Control::Input, DataType::Intent, Widget::Unsupported, "answers of other apps"},
    QuestionCapability{Control::Upload, {}, Widget::Unsupported, "pictures, sound, video and files"},
    QuestionCapability{Control::Secret, {}, Widget::Unsupported, "masked text"},
};

/// What an appearance or a parameter of a question does. Without an entry it does nothing: the question appears in its
/// plain form.
struct DetailCapability {
    std::string_view name;
    Control control;
    Widget widget;        ///< what it turns the question into; Unsupported: it is not shown
    std::string_view how; ///< what happens instead; empty when it is shown
};
inline constexpr std::array kAppearanceCapabilities{
    DetailCapability{"likert", Control::Select1, Widget::Likert, ""},
    DetailCapability{"minimal", Control::Select1, Widget::ChooseFromList, ""},
    DetailCapability{"autocomplete", Control::Select1, Widget::ChooseFromList, ""},
    DetailCapability{"search", Control::Select1, Widget::ChooseFromList, ""},
    DetailCapability{"multiline", Control::Input, Widget::LongText, ""},
    DetailCapability{"no-ticks", Control::Range, Widget::Range, ""},
    DetailCapability{"month-year", Control::Input, Widget::Unsupported, "a whole date is asked"},
    DetailCapability{"year", Control::Input, Widget::Unsupported, "a whole date is asked"},
    DetailCapability{"masked", Control::Input, Widget::Unsupported, "what is typed can be read on the screen"},
    DetailCapability{"counter", Control::Input, Widget::Unsupported, "the number is typed"},
    DetailCapability{"bearing", Control::Input, Widget::Unsupported, "the number is typed"},
    DetailCapability{"label", Control::Select1, Widget::Unsupported, "the choices can be chosen"},
    DetailCapability{"list-nolabel", Control::Select1, Widget::Unsupported, "each question shows its choices"},
    DetailCapability{"list-nolabel", Control::Select, Widget::Unsupported, "each question shows its choices"},
    DetailCapability{"quick", Control::Select1, Widget::Unsupported, "Next goes on after the choice"},
};
inline constexpr std::array kParameterCapabilities{
    DetailCapability{"tick-interval", Control::Range, Widget::Unsupported, "its slider has no ticks"},
    DetailCapability{"placeholder", Control::Range, Widget::Unsupported, "its slider has no mark at first"},
};

/// The entry for an appearance as a form writes it, such as "likert" or "quick"; null when there is none.
[[nodiscard]] const DetailCapability* appearanceCapability(Control control, std::string_view appearance);
[[nodiscard]] const DetailCapability* parameterCapability(Control control, std::string_view parameter);
/// The entry for a kind of question; null when there is none.
[[nodiscard]] const QuestionCapability* questionCapability(Control control, DataType type);
/// Which control the tablet shows a question with.
[[nodiscard]] Widget widgetOf(Control control, DataType type, bool readonly, std::span<const std::string> appearances);

} // namespace peil::forms
