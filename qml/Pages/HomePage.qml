// SPDX-License-Identifier: Apache-2.0
// Start page: start or continue an interview, progress of the city, sync state.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Item {
    id: root

    required property AppController app
    readonly property bool wide: width > height && width > 1000 * Theme.scale

    TopBar {
        id: bar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        title: root.app.cityName
        subtitle: root.app.studyTitle
        backVisible: false
        actions: [
            AppButton {
                kind: AppButton.Quiet
                iconName: "cards"
                accessibleName: qsTr("Support contacts")
                onClicked: root.app.show(AppController.Referrals)
            },
            AppButton {
                objectName: "settings"
                kind: AppButton.Quiet
                iconName: "settings"
                accessibleName: qsTr("Settings")
                onClicked: root.app.show(AppController.Settings)
            },
            AppButton {
                objectName: "lock"
                iconName: "lock"
                text: root.wide ? qsTr("Lock") : ""
                accessibleName: qsTr("Lock")
                onClicked: root.app.lock()
            }
        ]
    }
    PageScroll {
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        columnWidth: root.wide ? Theme.column * 1.55 : Theme.column

        Notice {
            kind: Notice.Danger
            text: root.app.error
            Layout.fillWidth: true
        }
        Notice {
            kind: Notice.Warning
            text: root.app.clockNotice
            Layout.fillWidth: true
        }
        Repeater {
            model: root.app.sync.alerts
            Notice {
                required property string modelData
                kind: Notice.Warning
                text: modelData
                Layout.fillWidth: true
            }
        }
        // Not a GridLayout: in Qt 6.4 that leaves its items where they are when its number of columns changes.
        Item {
            id: halves
            implicitHeight: root.wide ? Math.max(work.implicitHeight, state.implicitHeight)
                                      : work.implicitHeight + Theme.pad + state.implicitHeight
            Layout.fillWidth: true

            ColumnLayout {
                id: work
                spacing: Theme.pad
                x: root.wide && LayoutMirroring.enabled ? halves.width - width : 0
                width: root.wide ? (halves.width - Theme.pad) * 0.6 : halves.width
                AppButton {
                    objectName: "newInterview"
                    kind: AppButton.Primary
                    iconName: "plus"
                    text: qsTr("New interview")
                    font.pixelSize: Theme.textLarge
                    focus: true
                    onClicked: root.app.newInterview()
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.touch * 1.5
                }
                AppButton {
                    objectName: "contacts"
                    iconName: "list"
                    text: qsTr("People approached")
                    onClicked: root.app.show(AppController.Contacts)
                    Layout.fillWidth: true
                    Layout.minimumHeight: Theme.answer
                }
                AppButton {
                    objectName: "place"
                    visible: root.app.place !== ""
                    kind: AppButton.Quiet
                    iconName: "pin"
                    text: root.app.place
                    accessibleName: qsTr("Place of this shift: %1. Change it").arg(root.app.place)
                    onClicked: root.app.changePlace(AppController.Home)
                    Layout.fillWidth: true
                }
                AppText {
                    text: qsTr("My interviews")
                    size: AppText.Large
                    strong: true
                    // Wrapped text in nested layouts keeps the height of its first, narrow width when the list is long.
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    Accessible.role: Accessible.Heading
                    Layout.fillWidth: true
                }
                AppText {
                    visible: root.app.interviews.count === 0
                    text: qsTr("There are no interviews on this tablet yet.")
                    soft: true
                    Layout.fillWidth: true
                }
                Repeater {
                    model: root.app.interviews
                    InterviewRow {
                        onOpened: (id) => root.app.openInterview(id)
                        Layout.fillWidth: true
                    }
                }
                AppButton {
                    objectName: "showMore"
                    visible: root.app.unlisted > 0
                    kind: AppButton.Quiet
                    text: qsTr("Show more (%n interview(s) hidden)", "", root.app.unlisted)
                    onClicked: root.app.showMore()
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                id: state
                spacing: Theme.pad
                x: root.wide && !LayoutMirroring.enabled ? halves.width - width : 0
                y: root.wide ? 0 : work.implicitHeight + Theme.pad
                width: root.wide ? (halves.width - Theme.pad) * 0.4 : halves.width
                Card {
                    spacing: Theme.pad
                    Layout.fillWidth: true
                    AppText {
                        text: qsTr("Progress in %1").arg(root.app.cityName)
                        size: AppText.Large
                        strong: true
                        Accessible.role: Accessible.Heading
                        Layout.fillWidth: true
                    }
                    Repeater {
                        model: root.app.quotas
                        QuotaRow { Layout.fillWidth: true }
                    }
                    AppText {
                        visible: root.app.notCounted !== ""
                        text: root.app.notCounted
                        size: AppText.Small
                        soft: true
                        Layout.fillWidth: true
                    }
                }
                Card {
                    Layout.fillWidth: true
                    AppText {
                        text: qsTr("Sent to the study office")
                        size: AppText.Large
                        strong: true
                        Accessible.role: Accessible.Heading
                        Layout.fillWidth: true
                    }
                    AppText {
                        text: root.app.sync.message
                        soft: true
                        Layout.fillWidth: true
                    }
                    AppText {
                        visible: root.app.sync.lastSync !== ""
                        text: qsTr("Last contact: %1").arg(root.app.sync.lastSync)
                        size: AppText.Small
                        soft: true
                        Layout.fillWidth: true
                    }
                    AppButton {
                        objectName: "sync"
                        iconName: "sync"
                        text: root.app.sync.waiting > 0 ? qsTr("Send %n interview(s)", "", root.app.sync.waiting) : qsTr("Sync")
                        onClicked: {
                            root.app.show(AppController.Sync);
                            root.app.sync.start();
                        }
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
}
