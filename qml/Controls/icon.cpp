// SPDX-License-Identifier: Apache-2.0
#include "icon.h"

#include <QtGui/qpainter.h>
#include <QtGui/qpainterpath.h>

namespace peil::controls {
namespace {

/// Lines as "x,y x,y; x,y x,y" and circles as "o x,y,r"; one string a drawing.
struct Drawing {
    const char* name;
    const char* strokes;
};
constexpr Drawing kDrawings[] = {
    {"back", "15,5 8,12 15,19"},
    {"next", "9,5 16,12 9,19"},
    {"up", "5,15 12,8 19,15"},
    {"down", "5,9 12,16 19,9"},
    {"check", "5,12.5 10,17.5 19,7"},
    {"close", "6,6 18,18;18,6 6,18"},
    {"plus", "12,5 12,19;5,12 19,12"},
    {"minus", "5,12 19,12"},
    {"lock", "5,11 19,11 19,20 5,20 5,11;8,11 8,8 9.2,5.4 12,4 14.8,5.4 16,8 16,11;12,14.5 12,16.5"},
    {"sync", "4,12 5.2,7.8 8.5,5.1 12.6,4.6 16.5,6.3 19,9;19,4.5 19,9 14.5,9;20,12 18.8,16.2 15.5,18.9 11.4,19.4 "
             "7.5,17.7 5,15;5,19.5 5,15 9.5,15"},
    {"cards", "4,7 16,7 16,20 4,20 4,7;8,7 8,4 20,4 20,17 16,17;7,11.5 13,11.5;7,15 11,15"},
    {"settings", "4,7 13,7;17,7 20,7;o 15,7,2;4,17 7,17;11,17 20,17;o 9,17,2"},
    {"list", "9,6 20,6;9,12 20,12;9,18 20,18;o 4.5,6,0.6;o 4.5,12,0.6;o 4.5,18,0.6"},
    {"globe", "o 12,12,8.5;3.5,12 20.5,12;12,3.5 8.6,7.5 8.6,16.5 12,20.5 15.4,16.5 15.4,7.5 12,3.5"},
    {"pause", "9,6 9,18;15,6 15,18"},
    {"warning", "12,4 21,19.5 3,19.5 12,4;12,10 12,14;12,16.6 12,16.8"},
    {"info", "o 12,12,8.5;12,11 12,16.5;12,7.6 12,7.8"},
    {"person", "o 12,8,3.6;5,20 5.6,16.6 8,14.6 12,14 16,14.6 18.4,16.6 19,20"},
    {"pin", "12,21 6,13 5.4,9.4 7.2,5.6 12,3.6 16.8,5.6 18.6,9.4 18,13 12,21;o 12,9.6,2.2"},
    {"document", "6,3.5 14,3.5 18,7.5 18,20.5 6,20.5 6,3.5;9,11 15,11;9,15 15,15"},
    {"backspace", "8,6 20,6 20,18 8,18 3,12 8,6;11,9.5 16,14.5;16,9.5 11,14.5"},
};

QPointF point(QStringView text) {
    const auto parts = text.split(u',');
    return parts.size() < 2 ? QPointF() : QPointF(parts[0].toDouble(), parts[1].toDouble());
}

QPainterPath pathOf(const QString& strokes) {
    QPainterPath path;
    for (const auto stroke : QStringView(strokes).split(u';')) {
        if (stroke.startsWith(u"o ")) {
            const auto parts = stroke.mid(2).split(u',');
            const auto radius = parts.last().toDouble();
            path.addEllipse(QPointF(parts[0].toDouble(), parts[1].toDouble()), radius, radius);
            continue;
        }
        bool first = true;
        for (const auto part : stroke.split(u' ')) {
            if (first) {
                path.moveTo(point(part));
            } else {
                path.lineTo(point(part));
            }
            first = false;
        }
    }
    return path;
}

} // namespace

Icon::Icon(QQuickItem* parent)
    : QQuickPaintedItem(parent) {
    setImplicitSize(24, 24);
    setAntialiasing(true);
}

void Icon::paint(QPainter* painter) {
    for (const auto& drawing : kDrawings) {
        if (m_name != QLatin1String(drawing.name)) continue;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->scale(width() / 24, height() / 24);
        if (m_mirrored) {
            painter->translate(24, 0);
            painter->scale(-1, 1);
        }
        painter->setPen(QPen(m_color, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(pathOf(QLatin1String(drawing.strokes)));
    }
}

void Icon::setName(const QString& name) {
    if (name == m_name) return;
    m_name = name;
    update();
    Q_EMIT nameChanged();
}

void Icon::setColor(const QColor& color) {
    if (color == m_color) return;
    m_color = color;
    update();
    Q_EMIT colorChanged();
}

void Icon::setMirrored(bool mirrored) {
    if (mirrored == m_mirrored) return;
    m_mirrored = mirrored;
    update();
    Q_EMIT mirrorChanged();
}

} // namespace peil::controls
