// SPDX-License-Identifier: Apache-2.0
// One application for all tests of the process, since Qt Quick does not survive a second one. It ends with main(): what
// Qt keeps in static objects must outlive it, and Qt 6.8 crashes when it does not.
#include "window.h"

#include <QtGui/qguiapplication.h>

#include <catch2/catch_session.hpp>

int main(int argc, char** argv) {
    peil::mobile::useNoDisplay();
    const QGuiApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
