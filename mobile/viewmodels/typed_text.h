// SPDX-License-Identifier: Apache-2.0
#pragma once

// The text in a number or text field, parsed after each key: its value, or why it has none yet.

#include <QtCore/qstring.h>

#include <cstdint>
#include <string>

namespace peil::mobile {

/// Why a text under edit is not an answer.
enum class TextFault : std::uint8_t {
    None,
    Unfinished, ///< "-", or a decimal sign alone
    NotANumber,
    TooLarge, ///< above what a whole number of XForms holds (32 bits)
    TooSmall,
    DoesNotFit, ///< rejected by the form engine
};

struct TypedText {
    QString shown;     ///< what the field is to show: as typed, but digits and decimal sign those of the app's language
    std::string value; ///< the answer to store; empty = no answer
    TextFault fault = TextFault::None;
};

/// A whole number: digits with or without a minus. "007" says 7.
[[nodiscard]] TypedText readWhole(const QString& text);
/// A number with a decimal point or comma, Arabic ones included. "3." says 3, ".5" says 0.5.
[[nodiscard]] TypedText readDecimal(const QString& text);
enum class Lines : std::uint8_t { One, Several };
/// Words, without the control characters that a record in XML cannot hold.
[[nodiscard]] TypedText readWords(const QString& text, Lines lines);

/// The sign between a number and its decimals in the app's language: point or comma.
[[nodiscard]] QChar decimalSign();
/// A stored number as the app's language writes it.
[[nodiscard]] QString shownNumber(const std::string& stored);
/// How much of a stored day is shown: a form may ask for the month or the year alone.
enum class DayPart : std::uint8_t { Day, Month, Year };
/// A stored day in words of the app's language; the text itself when it is no day.
[[nodiscard]] QString shownDay(const std::string& stored, DayPart part = DayPart::Day);
/// A stored moment in words, as it is written: in the time zone that it names. The text itself when it is none.
[[nodiscard]] QString shownMoment(const std::string& stored);
/// "YYYY-MM-DDThh:mm:ss.000" with the offset of the IANA time zone; the same text when it is no moment.
[[nodiscard]] std::string storedMoment(const QString& local, const std::string& zone);

} // namespace peil::mobile
