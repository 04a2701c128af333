// SPDX-License-Identifier: Apache-2.0
#include "answer_words.h"

#include "typed_text.h"

#include <QtCore/qdatetime.h>

#include <algorithm>

namespace peil::mobile {

QString AnswerWords::day(const QString& stored) {
    return shownDay(stored.toStdString());
}

QString AnswerWords::month(const QString& stored) {
    return shownDay(stored.toStdString(), DayPart::Month);
}

QString AnswerWords::year(const QString& stored) {
    return shownDay(stored.toStdString(), DayPart::Year);
}

QString AnswerWords::number(const QString& stored) {
    return shownNumber(stored.toStdString());
}

QString AnswerWords::storedDay(int year, int month, int day) {
    const auto last = QDate(year, month, 1).daysInMonth();
    return QDate(year, month, std::clamp(day, 1, std::max(1, last))).toString(Qt::ISODate);
}

QString AnswerWords::decimalSign() {
    return mobile::decimalSign();
}

} // namespace peil::mobile
