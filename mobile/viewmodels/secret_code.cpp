// SPDX-License-Identifier: Apache-2.0
#include "secret_code.h"

#include <QtGui/qfontmetrics.h>
#include <QtGui/qpainter.h>

#include <algorithm>

namespace peil::mobile {

void SecretCode::put(crypto::SecretBytes code) {
    m_bytes = std::move(code);
    Q_EMIT changed();
}

SecretCodeView::SecretCodeView(QQuickItem* parent)
    : QQuickPaintedItem(parent) {
    arrange();
}

void SecretCodeView::setCode(SecretCode* code) {
    if (code == m_code) return;
    if (m_code != nullptr) m_code->disconnect(this);
    m_code = code;
    if (m_code != nullptr) {
        connect(m_code, &SecretCode::changed, this, &SecretCodeView::arrange);
        connect(m_code, &QObject::destroyed, this, [this] { m_code = nullptr; });
    }
    arrange();
    Q_EMIT codeChanged();
}

void SecretCodeView::setColor(const QColor& color) {
    if (color == m_color) return;
    m_color = color;
    update();
    Q_EMIT colorChanged();
}

void SecretCodeView::setFamily(const QString& family) {
    if (family == m_family) return;
    m_family = family;
    arrange();
    Q_EMIT fontChanged();
}

void SecretCodeView::setPixelSize(int size) {
    if (size == m_pixelSize) return;
    m_pixelSize = size;
    arrange();
    Q_EMIT fontChanged();
}

QFont SecretCodeView::font() const {
    QFont font(m_family);
    font.setPixelSize(m_pixelSize);
    font.setWeight(QFont::DemiBold);
    return font;
}

int SecretCodeView::charactersInLine() const {
    const auto advance = std::max(1, QFontMetrics(font()).horizontalAdvance(QLatin1Char('W')));
    return std::max(1, static_cast<int>(width()) / advance / kGroup) * kGroup;
}

void SecretCodeView::arrange() {
    const int length = m_code == nullptr ? 0 : m_code->length();
    const int inLine = charactersInLine();
    setImplicitHeight(QFontMetrics(font()).lineSpacing() * std::max(1, (length + inLine - 1) / inLine));
    update();
}

void SecretCodeView::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickPaintedItem::geometryChange(now, before);
    if (now.width() != before.width()) arrange();
}

void SecretCodeView::paint(QPainter* painter) {
    if (m_code == nullptr) return;
    const QFontMetrics metrics(font());
    const auto advance = metrics.horizontalAdvance(QLatin1Char('W'));
    const auto code = m_code->view();
    const auto inLine = static_cast<std::size_t>(charactersInLine());
    const auto widest = std::min(code.size(), inLine) * static_cast<std::size_t>(advance);
    const auto left = (width() - static_cast<qreal>(widest)) / 2;
    painter->setFont(font());
    painter->setPen(m_color);
    for (std::size_t i = 0; i < code.size(); ++i) {
        const QChar sign = QLatin1Char(static_cast<char>(code[i]));
        const auto inset = static_cast<qreal>(advance - metrics.horizontalAdvance(sign)) / 2;
        const auto line = i / inLine;
        const QPointF at(left + static_cast<qreal>(i % inLine) * advance + inset,
                         metrics.ascent() + static_cast<qreal>(line) * metrics.lineSpacing());
        painter->drawText(at, QString(sign)); // one character, never the code
    }
}

} // namespace peil::mobile
