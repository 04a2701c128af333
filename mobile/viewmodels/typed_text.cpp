// SPDX-License-Identifier: Apache-2.0
#include "typed_text.h"

#include "peil/base/unicode.h"

#include <QtCore/qdatetime.h>
#include <QtCore/qlocale.h>
#include <QtCore/qtimezone.h>

namespace peil::mobile {
namespace {

constexpr char16_t kArabicSign = 0x066B;

/// The letters of a number in ASCII, the decimal sign as a point.
QString inAscii(const QString& text) {
    QString result;
    for (const QChar letter : text) {
        if (letter.isDigit()) {
            result += QLatin1Char(static_cast<char>('0' + letter.digitValue()));
        } else {
            result += letter == QLatin1Char(',') || letter == QChar(kArabicSign) ? QLatin1Char('.') : letter;
        }
    }
    return result;
}

QString inLanguage(QString ascii) {
    return ascii.replace(QLatin1Char('.'), decimalSign());
}

bool allDigits(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Without zeros that say nothing; never empty.
std::string_view withoutZeros(std::string_view digits) {
    const auto first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? std::string_view("0") : digits.substr(first);
}

/// Takes the minus off `text`. @return whether there was one.
bool takeMinus(std::string_view& text) {
    const bool minus = text.starts_with('-');
    if (minus) text.remove_prefix(1);
    return minus;
}

/// Letters that a record in XML 1.0 can hold (section 2.2).
bool isXmlLetter(QChar letter) {
    return letter.unicode() >= 0x20 ? letter.unicode() < 0xFFFE
                                    : letter == QLatin1Char('\n') || letter == QLatin1Char('\t');
}

} // namespace

QChar decimalSign() {
    return QLocale().decimalPoint() == QLatin1String(",") ? QLatin1Char(',') : QLatin1Char('.');
}

TypedText readWhole(const QString& text) {
    const auto ascii = inAscii(text);
    TypedText typed{ascii, {}, TextFault::None};
    const auto letters = ascii.toStdString();
    std::string_view digits = letters;
    const bool minus = takeMinus(digits);
    if (letters.empty()) return typed;
    if (!allDigits(digits)) return typed.fault = TextFault::NotANumber, typed;
    if (digits.empty()) return typed.fault = TextFault::Unfinished, typed;
    digits = withoutZeros(digits);
    typed.value = (minus && digits != "0" ? "-" : "") + std::string(digits);
    return typed;
}

TypedText readDecimal(const QString& text) {
    const auto ascii = inAscii(text);
    TypedText typed{inLanguage(ascii), {}, TextFault::None};
    const auto letters = ascii.toStdString();
    if (letters.empty()) return typed;
    std::string_view rest = letters;
    const bool minus = takeMinus(rest);
    const auto point = rest.find('.');
    const auto whole = rest.substr(0, point);
    const auto decimals = point == std::string_view::npos ? std::string_view() : rest.substr(point + 1);
    if (!allDigits(whole) || !allDigits(decimals)) return typed.fault = TextFault::NotANumber, typed;
    if (whole.empty() && decimals.empty()) return typed.fault = TextFault::Unfinished, typed;
    auto value = std::string(withoutZeros(whole));
    if (!decimals.empty()) value += "." + std::string(decimals);
    const bool zero = value.find_first_not_of("0.") == std::string::npos;
    typed.value = minus && !zero ? "-" + value : value;
    return typed;
}

TypedText readWords(const QString& text, Lines lines) {
    QString clean;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto letter = text[i];
        const bool pair = letter.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            clean += letter;
            clean += text[++i];
        } else if (letter == QLatin1Char('\r') && i + 1 < text.size() && text[i + 1] == QLatin1Char('\n')) {
            continue; // the line ends with what follows
        } else if (lines == Lines::One && (letter == QLatin1Char('\n') || letter == QLatin1Char('\r'))) {
            clean += QLatin1Char(' ');
        } else if (letter == QLatin1Char('\r')) {
            clean += QLatin1Char('\n');
        } else if (isXmlLetter(letter) && !letter.isSurrogate()) {
            clean += letter;
        }
    }
    return {clean, toNfc(clean.toStdString()), TextFault::None};
}

QString shownNumber(const std::string& stored) {
    return inLanguage(QString::fromStdString(stored));
}

QString shownDay(const std::string& stored, DayPart part) {
    const auto text = QString::fromStdString(stored);
    const auto day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid()) return text;
    if (part == DayPart::Day) return QLocale().toString(day, QLocale::LongFormat);
    const auto year = QString::number(day.year());
    return part == DayPart::Year ? year : QLocale().standaloneMonthName(day.month()) + QLatin1Char(' ') + year;
}

QString shownMoment(const std::string& stored) {
    const auto text = QString::fromStdString(stored);
    const auto moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid()) return text;
    return QLocale().toString(moment.date(), QLocale::LongFormat) + QStringLiteral(", ") +
           moment.time().toString(QStringLiteral("HH:mm"));
}

std::string storedMoment(const QString& local, const std::string& zone) {
    const auto written = QDateTime::fromString(local, Qt::ISODateWithMs);
    if (!written.isValid()) return local.toStdString();
    const QDateTime moment(written.date(), written.time(), QTimeZone(QByteArray::fromStdString(zone)));
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODateWithMs).toStdString();
}

} // namespace peil::mobile
