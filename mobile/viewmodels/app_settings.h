// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/qobject.h>
#include <QtCore/qsettings.h>
#include <QtQml/qqmlregistration.h>

namespace peil::mobile {

/// How the app looks and speaks. Kept beside the store, readable before it is unlocked: nothing here is confidential.
class AppSettings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the AppController.")
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL)
    Q_PROPERTY(Look look READ look WRITE setLook NOTIFY lookChanged FINAL)
    /// In per cent of the plain size; one of typeSizes().
    Q_PROPERTY(int typeSize READ typeSize WRITE setTypeSize NOTIFY typeSizeChanged FINAL)
    Q_PROPERTY(QList<int> typeSizes READ typeSizes CONSTANT FINAL)
    /// Answers and Next are under the right thumb, else under the left one. Until it is chosen, on the side where the
    /// app's language ends its lines.
    Q_PROPERTY(bool thumbRight READ thumbRight WRITE setThumbRight NOTIFY thumbRightChanged FINAL)
    Q_PROPERTY(QStringList languages READ languages CONSTANT FINAL)
    Q_PROPERTY(QStringList languageNames READ languageNames CONSTANT FINAL)
public:
    enum Look { Day, Night, Outdoor };
    Q_ENUM(Look)
    AppSettings(const QString& folder, const QString& requestedLanguage, QObject* parent);

    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString& language);
    [[nodiscard]] Look look() const { return m_look; }
    void setLook(Look look);
    [[nodiscard]] int typeSize() const { return m_typeSize; }
    /// Another size than these is ignored.
    void setTypeSize(int percent);
    [[nodiscard]] static QList<int> typeSizes() { return {100, 125, 150, 200}; }
    [[nodiscard]] bool thumbRight() const;
    void setThumbRight(bool right);
    /// Codes and own names, in the same order.
    [[nodiscard]] static QStringList languages(); ///< codes: nl, en, …
    [[nodiscard]] QStringList languageNames() const;

Q_SIGNALS:
    void languageChanged();
    void lookChanged();
    void typeSizeChanged();
    void thumbRightChanged();

private:
    QSettings m_file;
    QString m_language;
    Look m_look = Day;
    int m_typeSize = 100;
};

} // namespace peil::mobile
