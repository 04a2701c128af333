// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/qobject.h>
#include <QtQml/qqmlregistration.h>

namespace peil::mobile {

/// Days and numbers between the store and the screen, for QML, whose own dates take the year 50 for 1950.
class AnswerWords : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    using QObject::QObject;
    /// A stored day in words of the app's language, or its month or year.
    Q_INVOKABLE [[nodiscard]] static QString day(const QString& stored);
    Q_INVOKABLE [[nodiscard]] static QString month(const QString& stored);
    Q_INVOKABLE [[nodiscard]] static QString year(const QString& stored);
    /// A stored number as the app's language writes it.
    Q_INVOKABLE [[nodiscard]] static QString number(const QString& stored);
    /// The day to store; in a month that is shorter, its last day.
    Q_INVOKABLE [[nodiscard]] static QString storedDay(int year, int month, int day);
    Q_INVOKABLE [[nodiscard]] static QString decimalSign();
};

} // namespace peil::mobile
