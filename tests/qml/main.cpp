// SPDX-License-Identifier: Apache-2.0
// Runs every tst_*.qml of this folder.
#include <QtQml/qqmlengine.h>
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_QML_PLUGIN(Peil_ModelPlugin)
Q_IMPORT_QML_PLUGIN(Peil_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Peil_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Peil_QuestionsPlugin)
Q_IMPORT_QML_PLUGIN(Peil_PagesPlugin)

class Setup : public QObject {
    Q_OBJECT
public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine* engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
};

QUICK_TEST_MAIN_WITH_SETUP(qml_test, Setup)
#include "main.moc"
