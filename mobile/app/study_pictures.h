// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app_controller.h"

#include <QtQuick/qquickimageprovider.h>

namespace peil::mobile {

/// Pictures of the study for QML, as image://study/NAME: those of the interview on the screen, else of the newest
/// study. Threads: GUI, so QML must not load them asynchronously.
class StudyPictures : public QQuickImageProvider {
public:
    explicit StudyPictures(const AppController& app)
        : QQuickImageProvider(Image)
        , m_app(app) {}
    /// No larger than `wanted`. A single clear pixel for a file that is missing or no picture: the text beside it
    /// stays.
    [[nodiscard]] QImage requestImage(const QString& name, QSize* size, const QSize& wanted) override;

private:
    const AppController& m_app;
};

} // namespace peil::mobile
