// SPDX-License-Identifier: Apache-2.0
#include "options.h"

#include "app_languages.h"

#include <QtCore/qcommandlineparser.h>
#include <QtCore/qstandardpaths.h>

namespace peil::mobile {
namespace {

QCommandLineOption option(const char* name, const QString& description, const char* value = nullptr) {
    QCommandLineOption result(QString::fromLatin1(name), description);
    if (value != nullptr) result.setValueName(QString::fromLatin1(value));
    return result;
}

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral(
        "The tablet app of Peil: conducts interviews offline, seals them, and sends them when there is a network."));
    parser.addOptions({
        option("store", QStringLiteral("Folder of the encrypted store."), "DIR"),
        option("language", QStringLiteral("Language of the app: nl, en, de, pl or ar."), "CODE"),
        option("self-test", QStringLiteral("Load every page without a display; exit code 1 on any warning.")),
        option("screenshots", QStringLiteral("Save every page as PNG in this folder."), "DIR"),
        option("preview",
               QStringLiteral("Show an XForm on a temporary store that is wiped on exit; with --self-test, show only "
                              "its first question and need no display."),
               "FILE"),
        option("page", QStringLiteral("Open one page on practice data, for its designers; list prints the names."),
               "NAME"),
        option("passphrase-file",
               QStringLiteral("File whose first line is the passphrase; needed by --enrol, --rehearse and --sync."),
               "FILE"),
        option("enrol", QStringLiteral("Create the store if there is none, enrol with this code and fetch the study."),
               "CODE"),
        option("rehearse",
               QStringLiteral(
                   "Answer the interviews of this file (JSON Lines) with the study's form and the tablet's store."),
               "FILE"),
        option("sync", QStringLiteral("Send everything that is waiting.")),
        option("rescue",
               QStringLiteral("Send the finished interviews of a tablet that cannot be unlocked, from its folder or a "
                              "copy of it. Needs no passphrase."),
               "DIR"),
        option("progress",
               QStringLiteral("Print each question when its answer is stored, and the progress of a sync.")),
        option("help", QStringLiteral("Show this help.")),
    });
}

QString wrongUse(const QCommandLineParser& parser, const Options& options) {
    if (!parser.positionalArguments().isEmpty())
        return QStringLiteral("'%1' is not an option; see peil-tablet --help.")
            .arg(parser.positionalArguments().constFirst());
    QStringList languages;
    for (const auto& language : kAppLanguages)
        languages << QString::fromLatin1(language.code);
    if (!options.language.isEmpty() && !languages.contains(options.language))
        return QStringLiteral("There is no language '%1'; choose one of %2.")
            .arg(options.language, languages.join(QStringLiteral(", ")));
    if (options.isCommand() && options.rescue.isEmpty() && options.passphraseFile.isEmpty())
        return QStringLiteral("Give --passphrase-file FILE with --enrol, --rehearse and --sync.");
    return {};
}

} // namespace

Options parseOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser);
    Options options;
    if (!parser.parse(arguments)) {
        options.error = parser.errorText();
        return options;
    }
    const auto value = [&parser](const char* name) { return parser.value(QString::fromLatin1(name)); };
    const auto isSet = [&parser](const char* name) { return parser.isSet(QString::fromLatin1(name)); };
    if (isSet("help")) options.text = parser.helpText();
    options.store = value("store");
    if (options.store.isEmpty())
        options.store =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/peil-tablet");
    options.language = value("language");
    options.passphraseFile = value("passphrase-file");
    options.enrolmentCode = value("enrol");
    options.rehearse = value("rehearse");
    options.rescue = value("rescue");
    if (!options.rescue.isEmpty()) options.store = options.rescue;
    options.screenshots = value("screenshots");
    options.preview = value("preview");
    options.page = value("page");
    options.selfTest = isSet("self-test");
    options.sync = isSet("sync");
    options.progress = isSet("progress");
    options.error = wrongUse(parser, options);
    return options;
}

} // namespace peil::mobile
