// SPDX-License-Identifier: Apache-2.0
#include "field_command.h"
#include "options.h"
#include "page_tour.h"
#include "preview.h"

#include "peil/base/terminal.h"
#include "peil/crypto/secret.h"

#include <QtCore/qcoreapplication.h>

#include <cstring>
#include <iostream>
#include <string_view>

namespace {

enum ExitCode { kOurFault = 3, kWrongUse = 2 };

int runCommand(int& argc, char** argv, const peil::mobile::Options& options) {
    QCoreApplication app(argc, argv);
    const peil::SystemClock clock;
    peil::SystemRng rng;
    peil::mobile::FieldCommand command(options, clock, rng);
    QObject::connect(
        &command, &peil::mobile::FieldCommand::done, &app, [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(&command, &peil::mobile::FieldCommand::begin, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

/// The enrolment code is a secret: every user of the machine may read the arguments of a program.
void hideEnrolmentCode(int argc, char** argv) {
    constexpr std::string_view kOption = "--enrol", kJoined = "--enrol=";
    for (int i = 1; i < argc; ++i) {
        char* word = argv[i];
        if (std::string_view(word).starts_with(kJoined))
            word += kJoined.size();
        else if (argv[i - 1] != kOption)
            continue;
        std::memset(word, '.', std::strlen(word));
    }
}

int run(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const auto options = peil::mobile::parseOptions(arguments);
    hideEnrolmentCode(argc, argv);
    if (!options.error.isEmpty()) {
        std::cerr << "peil-tablet: " << options.error.toStdString() << '\n';
        return kWrongUse;
    }
    if (!options.text.isEmpty()) {
        std::cout << options.text.toStdString();
        return 0;
    }
    if (!options.preview.isEmpty()) return peil::mobile::runPreview(argc, argv, options);
    if (!options.page.isEmpty()) return peil::mobile::runPage(argc, argv, options);
    if (options.selfTest || !options.screenshots.isEmpty()) return peil::mobile::runTour(argc, argv, options);
    return options.isCommand() ? runCommand(argc, argv, options) : peil::mobile::runWindow(argc, argv, options);
}

} // namespace

int main(int argc, char** argv) {
    // What is printed may quote a file, a server or the user.
    const peil::TerminalGuard output(std::cout), errors(std::cerr);
    try {
        peil::crypto::prepareProcess();
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "peil-tablet: Internal error: " << error.what() << '\n';
        return kOurFault;
    }
}
