// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/qobject.h>
#include <QtQml/qqmlregistration.h>

namespace peil::mobile {

/// The possible answers of a range: from its start in steps towards its end. A slider counts them from 0 to `last`; a
/// range may be descending. An end that is not on a step is not an answer.
class RangeScale : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(double from MEMBER m_from NOTIFY changed FINAL)
    Q_PROPERTY(double to MEMBER m_to NOTIFY changed FINAL)
    /// Above or below 0: it always runs from `from` to `to`.
    Q_PROPERTY(double step MEMBER m_step NOTIFY changed FINAL)
    /// Number of the last step.
    Q_PROPERTY(double last READ last NOTIFY changed FINAL)
    /// The first and the last answer, in words.
    Q_PROPERTY(QString first READ first NOTIFY changed FINAL)
    Q_PROPERTY(QString end READ end NOTIFY changed FINAL)
public:
    using QObject::QObject;
    [[nodiscard]] double last() const;
    [[nodiscard]] QString first() const { return shown(0); }
    [[nodiscard]] QString end() const { return shown(last()); }
    /// What is stored of step number `place`, with as many decimals as the longest of start, end and step.
    Q_INVOKABLE [[nodiscard]] QString value(double place) const;
    /// The same as the app's language writes it.
    Q_INVOKABLE [[nodiscard]] QString shown(double place) const;
    /// The position of a stored number on the scale, from 0 to `last`; between two steps if it is not on one, in the
    /// middle if there is no answer yet.
    Q_INVOKABLE [[nodiscard]] double placeOf(const QString& stored) const;

Q_SIGNALS:
    void changed();

private:
    double m_from = 0, m_to = 10, m_step = 1;
};

} // namespace peil::mobile
