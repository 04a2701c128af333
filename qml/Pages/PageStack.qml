// SPDX-License-Identifier: Apache-2.0
// Qt 6.4 cannot load a bound component in a Loader, so ids are reached from the components below.
// qmllint disable unqualified
// One page at a time, by the controller's word; nothing of an earlier page stays.
import QtQuick
import Peil.Model

FocusScope {
    id: root

    required property AppController app

    Loader {
        id: loader
        objectName: "loader"
        anchors.fill: parent
        focus: true
        sourceComponent: root.componentFor(root.app.page, root.app.interview.stage)
    }

    Component { id: starting; StartingPage {} }
    Component { id: createStore; CreateStorePage { app: root.app } }
    Component { id: recoveryCode; RecoveryCodePage { app: root.app } }
    Component { id: stopped; StoppedPage { app: root.app } }
    Component { id: unlock; UnlockPage { app: root.app } }
    Component { id: enrol; EnrolPage { app: root.app } }
    Component { id: noStudy; NoStudyPage { app: root.app } }
    Component { id: home; HomePage { app: root.app } }
    Component { id: chooseSite; ChooseSitePage { app: root.app } }
    Component { id: interview; InterviewPage { app: root.app } }
    Component { id: handOver; HandOverPage { app: root.app } }
    Component { id: participant; ParticipantPage { app: root.app } }
    Component { id: handBack; HandBackPage { app: root.app } }
    Component { id: sections; SectionsPage { app: root.app } }
    Component { id: review; ReviewPage { app: root.app } }
    Component { id: finished; FinishedPage { app: root.app } }
    Component { id: sync; SyncPage { app: root.app } }
    Component { id: referrals; ReferralsPage { app: root.app } }
    Component { id: settings; SettingsPage { app: root.app } }
    Component { id: changePassphrase; ChangePassphrasePage { app: root.app } }
    Component { id: contacts; ContactsPage { app: root.app } }
    Component { id: setPin; SetPinPage { app: root.app } }

    function componentFor(page: int, stage: int): Component {
        switch (page) {
        case AppController.CreateStore: return createStore;
        case AppController.RecoveryCode: return recoveryCode;
        case AppController.Stopped: return stopped;
        case AppController.Unlock: return unlock;
        case AppController.Enrol: return enrol;
        case AppController.NoStudy: return noStudy;
        case AppController.Home: return home;
        case AppController.ChooseSite: return chooseSite;
        case AppController.Interview:
            return stage === InterviewController.HandOver ? handOver
                 : stage === InterviewController.ByParticipant ? participant
                 : stage === InterviewController.HandBack ? handBack : interview;
        case AppController.Sections: return sections;
        case AppController.Review: return review;
        case AppController.Finished: return finished;
        case AppController.Sync: return sync;
        case AppController.Referrals: return referrals;
        case AppController.Settings: return settings;
        case AppController.ChangePassphrase: return changePassphrase;
        case AppController.SetPin: return setPin;
        case AppController.Contacts: return contacts;
        default: return starting;
        }
    }
}
