// SPDX-License-Identifier: Apache-2.0
#include "options.h"

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
    parser.setApplicationDescription(
        QStringLiteral("The tablet app of Peil: interviews without a network, sealed, and sent when there is one."));
    parser.addOptions({
        option("store", QStringLiteral("Folder of the encrypted store."), "DIR"),
        option("language", QStringLiteral("Language of the app: nl, en, de, pl or ar."), "CODE"),
        option("self-test", QStringLiteral("Load every page without a display; exit 1 on any warning.")),
        option("screenshots", QStringLiteral("Render every page as PNG into a folder."), "DIR"),
        option("preview",
               QStringLiteral("Show the XForm of a file on a store that is wiped at the end; with --self-test only its "
                              "first question, without a display."),
               "FILE"),
        option("passphrase-file", QStringLiteral("File whose first line is the passphrase, for the options below."),
               "FILE"),
        option("enrol", QStringLiteral("Create the store when there is none, enrol with this code and take the study."),
               "CODE"),
        option("rehearse",
               QStringLiteral("Answer the interviews of a file through the real form and store (JSON lines)."), "FILE"),
        option("sync", QStringLiteral("Send what waits, to the end.")),
        option("rescue",
               QStringLiteral("Send what was finished on a tablet that nobody can unlock, from its folder or a copy of "
                              "it. Needs no passphrase."),
               "DIR"),
        option("progress",
               QStringLiteral("Also print each question whose answer is stored, and the progress of a sync.")),
        option("help", QStringLiteral("Show this text.")),
    });
}

QString wrongUse(const QCommandLineParser& parser, const Options& options) {
    static const QStringList languages{QStringLiteral("nl"), QStringLiteral("en"), QStringLiteral("de"),
                                       QStringLiteral("pl"), QStringLiteral("ar")};
    if (!parser.positionalArguments().isEmpty())
        return QStringLiteral("'%1' is not an option; see peil-tablet --help.")
            .arg(parser.positionalArguments().constFirst());
    if (!options.language.isEmpty() && !languages.contains(options.language))
        return QStringLiteral("There is no language '%1'; choose nl, en, de, pl or ar.").arg(options.language);
    if (options.isCommand() && options.rescue.isEmpty() && options.passphraseFile.isEmpty())
        return QStringLiteral("Give --passphrase-file FILE with --rehearse and --sync.");
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
    options.selfTest = isSet("self-test");
    options.sync = isSet("sync");
    options.progress = isSet("progress");
    options.error = wrongUse(parser, options);
    return options;
}

} // namespace peil::mobile
