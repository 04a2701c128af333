// SPDX-License-Identifier: Apache-2.0
#pragma once

// A code that is shown once to be written down, kept in memory that wipes itself and painted from there: it is never a
// QString as a whole, so no binding, text layout or accessibility tree holds a copy. What remains is the picture.

#include "peil/crypto/secret.h"

#include <QtQuick/qquickpainteditem.h>

namespace peil::mobile {

/// Holds the code while its page is shown. QML sees only whether there is one.
class SecretCode : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Held by the AppController.")
    Q_PROPERTY(int length READ length NOTIFY changed FINAL)
public:
    using QObject::QObject;
    void put(crypto::SecretBytes code);
    void clear() { put({}); }
    [[nodiscard]] int length() const { return static_cast<int>(m_bytes.size()); }
    /// ASCII.
    [[nodiscard]] ByteView view() const { return m_bytes.view(); }

Q_SIGNALS:
    void changed();

private:
    crypto::SecretBytes m_bytes;
};

/// Paints a SecretCode in groups, from left to right in any language, in as many lines as its width needs.
class SecretCodeView : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(peil::mobile::SecretCode* code READ code WRITE setCode NOTIFY codeChanged FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged FINAL)
    Q_PROPERTY(QString family READ family WRITE setFamily NOTIFY fontChanged FINAL)
    Q_PROPERTY(int pixelSize READ pixelSize WRITE setPixelSize NOTIFY fontChanged FINAL)
public:
    explicit SecretCodeView(QQuickItem* parent = nullptr);
    void paint(QPainter* painter) override;

    [[nodiscard]] SecretCode* code() const { return m_code; }
    void setCode(SecretCode* code);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor& color);
    [[nodiscard]] QString family() const { return m_family; }
    void setFamily(const QString& family);
    [[nodiscard]] int pixelSize() const { return m_pixelSize; }
    void setPixelSize(int size);

    /// Characters of a group, its hyphen among them.
    static constexpr int kGroup = 5;

Q_SIGNALS:
    void codeChanged();
    void colorChanged();
    void fontChanged();

protected:
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    [[nodiscard]] QFont font() const;
    /// Characters that fit beside each other: whole groups, one at least.
    [[nodiscard]] int charactersInLine() const;
    void arrange();

    SecretCode* m_code = nullptr;
    QColor m_color{Qt::black};
    QString m_family;
    int m_pixelSize = 28;
};

} // namespace peil::mobile
