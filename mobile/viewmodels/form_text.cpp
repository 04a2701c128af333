// SPDX-License-Identifier: Apache-2.0
#include "form_text.h"

#include <QtCore/qregularexpression.h>

namespace peil::mobile {
namespace {

const QRegularExpression& bold() {
    static const QRegularExpression expression(QStringLiteral(R"((\*\*|__)(?=\S)(.+?)(?<=\S)\1)"));
    return expression;
}
const QRegularExpression& italic() {
    static const QRegularExpression expression(QStringLiteral(R"(\*(?=\S)([^*]+?)(?<=\S)\*)"));
    return expression;
}

} // namespace

QString styledText(const std::string& text) {
    auto result = QString::fromStdString(text).toHtmlEscaped();
    result.replace(bold(), QStringLiteral("<b>\\2</b>"));
    result.replace(italic(), QStringLiteral("<i>\\1</i>"));
    return result.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

QString plainText(const std::string& text) {
    auto result = QString::fromStdString(text);
    result.replace(bold(), QStringLiteral("\\2"));
    return result.replace(italic(), QStringLiteral("\\1"));
}

} // namespace peil::mobile
