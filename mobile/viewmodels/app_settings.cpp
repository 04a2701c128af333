// SPDX-License-Identifier: Apache-2.0
#include "app_settings.h"

#include "app_languages.h"

#include <QtCore/qlocale.h>

namespace peil::mobile {
namespace {

const QString kLanguage = QStringLiteral("language");
const QString kLook = QStringLiteral("look");
const QString kThumb = QStringLiteral("thumb");
const QString kTypeSize = QStringLiteral("type-size");

} // namespace

AppSettings::AppSettings(const QString& folder, const QString& requestedLanguage, QObject* parent)
    : QObject(parent)
    , m_file(folder + QStringLiteral("/app.ini"), QSettings::IniFormat) {
    const auto system = QLocale::system().name().left(2);
    const auto fallback = languages().contains(system) ? system : QStringLiteral("en");
    m_language = requestedLanguage.isEmpty() ? m_file.value(kLanguage, fallback).toString() : requestedLanguage;
    if (!languages().contains(m_language)) m_language = fallback;
    m_look = static_cast<Look>(qBound(0, m_file.value(kLook, 0).toInt(), 2));
    if (const auto size = m_file.value(kTypeSize).toInt(); typeSizes().contains(size)) m_typeSize = size;
}

void AppSettings::setLanguage(const QString& language) {
    if (language == m_language || !languages().contains(language)) return;
    m_language = language;
    m_file.setValue(kLanguage, language);
    Q_EMIT languageChanged();
    Q_EMIT thumbRightChanged();
}

void AppSettings::setLook(Look look) {
    if (look == m_look) return;
    m_look = look;
    m_file.setValue(kLook, static_cast<int>(look));
    Q_EMIT lookChanged();
}

void AppSettings::setTypeSize(int percent) {
    if (percent == m_typeSize || !typeSizes().contains(percent)) return;
    m_typeSize = percent;
    m_file.setValue(kTypeSize, percent);
    Q_EMIT typeSizeChanged();
}

bool AppSettings::thumbRight() const {
    const bool leftToRight = QLocale(m_language).textDirection() == Qt::LeftToRight;
    return m_file.value(kThumb, leftToRight ? QStringLiteral("right") : QStringLiteral("left")).toString() ==
           QStringLiteral("right");
}

void AppSettings::setThumbRight(bool right) {
    if (right == thumbRight()) return;
    m_file.setValue(kThumb, right ? QStringLiteral("right") : QStringLiteral("left"));
    Q_EMIT thumbRightChanged();
}

QStringList AppSettings::languages() {
    QStringList codes;
    for (const auto& language : kAppLanguages)
        codes << QString::fromLatin1(language.code);
    return codes;
}

QStringList AppSettings::languageNames() const {
    QStringList names;
    for (const auto& language : kAppLanguages)
        names << QString::fromUtf8(language.name);
    return names;
}

} // namespace peil::mobile
