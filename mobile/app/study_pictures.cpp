// SPDX-License-Identifier: Apache-2.0
#include "study_pictures.h"

#include <QtCore/qbuffer.h>
#include <QtCore/qurl.h>
#include <QtGui/qimagereader.h>

namespace peil::mobile {
namespace {

constexpr int kMostMebibytes = 64; ///< of one picture in memory

QImage read(QByteArray bytes, QSize wanted) {
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    QImageReader::setAllocationLimit(kMostMebibytes);
    const auto size = reader.size();
    const QSize bound(wanted.width() > 0 ? wanted.width() : size.width(),
                      wanted.height() > 0 ? wanted.height() : size.height());
    if (size.width() > bound.width() || size.height() > bound.height())
        reader.setScaledSize(size.scaled(bound, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

QImage StudyPictures::requestImage(const QString& name, QSize* size, const QSize& wanted) {
    const auto study = m_app.shownStudy();
    const auto file = QUrl::fromPercentEncoding(name.toUtf8()).toStdString();
    const auto bytes = study ? study->pack.resource(file) : std::nullopt;
    auto picture = bytes ? read(QByteArray::fromStdString(*bytes), wanted) : QImage();
    if (picture.isNull()) {
        picture = QImage(1, 1, QImage::Format_ARGB32);
        picture.fill(Qt::transparent);
    }
    if (size != nullptr) *size = picture.size();
    return picture;
}

} // namespace peil::mobile
