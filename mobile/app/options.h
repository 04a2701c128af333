// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/qstringlist.h>

namespace peil::mobile {

/// The command line options.
struct Options {
    QString store;
    QString language;
    QString passphraseFile;
    QString enrolmentCode;
    QString rehearse;
    QString rescue; ///< a tablet's folder, or a copy of it
    QString screenshots;
    QString preview; ///< the XForm to show
    QString page;    ///< to open on practice data, or "list"
    QString error;   ///< not empty: wrong usage, one sentence
    QString text;    ///< not empty: print it and end (help, version)
    bool selfTest = false;
    bool sync = false;
    bool progress = false;

    /// Without a window: enrolment, rehearsal, rescue or sync on the command line.
    [[nodiscard]] bool isCommand() const {
        return !rescue.isEmpty() || !rehearse.isEmpty() || sync || !enrolmentCode.isEmpty();
    }
};

[[nodiscard]] Options parseOptions(const QStringList& arguments);

} // namespace peil::mobile
