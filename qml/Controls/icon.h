// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGui/qcolor.h>
#include <QtQuick/qquickpainteditem.h>

namespace peil::controls {

/// A line drawing on a grid of 24 by 24, in one colour, so that it follows the theme. An unknown name draws nothing.
class Icon : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged FINAL)
    /// Draws it as in a mirror, for arrows in a layout from right to left.
    Q_PROPERTY(bool mirror READ isMirrored WRITE setMirrored NOTIFY mirrorChanged FINAL)
public:
    explicit Icon(QQuickItem* parent = nullptr);
    void paint(QPainter* painter) override;
    [[nodiscard]] QString name() const { return m_name; }
    void setName(const QString& name);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor& color);
    [[nodiscard]] bool isMirrored() const { return m_mirrored; }
    void setMirrored(bool mirrored);

Q_SIGNALS:
    void nameChanged();
    void colorChanged();
    void mirrorChanged();

private:
    QString m_name;
    QColor m_color{Qt::black};
    bool m_mirrored = false;
};

} // namespace peil::controls
