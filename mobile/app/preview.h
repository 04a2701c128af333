// SPDX-License-Identifier: Apache-2.0
#pragma once

// `peil-tablet --preview`: one form in the real screens, on a store that is made for it and wiped at the end.

#include "window.h"

namespace peil::mobile {

/// Leads the app to the first question, and on from there leaves it to the person; locking ends the preview, as no one
/// has the passphrase.
class PreviewGuide : public QObject {
    Q_OBJECT
public:
    PreviewGuide(AppController& app, QString site, QObject* parent = nullptr);

Q_SIGNALS:
    void firstQuestionShown();
    void ended();

private:
    void follow();

    AppController* m_app;
    QString m_site;
    bool m_unlocked = false, m_started = false, m_reached = false;
};

/// Opens a window with the form of options.preview and runs until it is closed. With options.selfTest nothing is shown:
/// it ends at the first question, with 1 after a warning of QML or when the question does not come.
[[nodiscard]] int runPreview(int& argc, char** argv, const Options& options);

} // namespace peil::mobile
