<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
    <context>
        <name>AcknowledgeEditor</name>
        <message>
            <source>Done</source>
            <translation>Erledigt</translation>
        </message>
    </context>
    <context>
        <name>BreakOffSheet</name>
        <message>
            <source>Why are you stopping the interview?</source>
            <translation>Warum wird das Interview beendet?</translation>
        </message>
        <message>
            <source>The person has no time right now</source>
            <translation>Die Person hat gerade keine Zeit</translation>
        </message>
        <message>
            <source>The person wants to stop</source>
            <translation>Die Person möchte aufhören</translation>
        </message>
        <message>
            <source>We were interrupted</source>
            <translation>Wir wurden unterbrochen</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Etwas anderes</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Zurück zum Interview</translation>
        </message>
        <message>
            <source>This interview was started by mistake</source>
            <translation>Dieses Interview wurde versehentlich begonnen</translation>
        </message>
        <message>
            <source>Erase this interview</source>
            <translation>Dieses Interview löschen</translation>
        </message>
        <message>
            <source>Pause or stop?</source>
            <translation>Pause oder beenden?</translation>
        </message>
        <message>
            <source>After a pause you go on where you were, today or another day. All answers are kept.</source>
            <translation>Nach einer Pause geht es dort weiter, wo Sie waren, heute oder an einem anderen Tag. Alle Antworten bleiben erhalten.</translation>
        </message>
        <message>
            <source>Pause: go on another time</source>
            <translation>Pause: später weitermachen</translation>
        </message>
        <message>
            <source>Stop for good…</source>
            <translation>Endgültig beenden…</translation>
        </message>
        <message>
            <source>This is final: the interview is sealed as incomplete and sent. No one can go on with it or change it, not even you.</source>
            <translation>Das ist endgültig: Das Interview wird als unvollständig versiegelt und gesendet. Niemand kann es fortsetzen oder ändern, auch Sie nicht.</translation>
        </message>
        <message>
            <source>Hold to finish for good, incomplete</source>
            <translation>Gedrückt halten: endgültig abschließen, unvollständig</translation>
        </message>
        <message>
            <source>Why should it be erased?</source>
            <translation>Warum soll es gelöscht werden?</translation>
        </message>
        <message>
            <source>All answers of this interview are deleted. Only that it was erased, and why, is sent. This cannot be undone.</source>
            <translation>Alle Antworten dieses Interviews werden gelöscht. Gesendet wird nur, dass es gelöscht wurde und warum. Das lässt sich nicht rückgängig machen.</translation>
        </message>
        <message>
            <source>Opened by mistake</source>
            <translation>Versehentlich geöffnet</translation>
        </message>
        <message>
            <source>At the wrong place</source>
            <translation>Am falschen Ort</translation>
        </message>
        <message>
            <source>There is another one of the same person</source>
            <translation>Von derselben Person gibt es schon eines</translation>
        </message>
        <message>
            <source>Only to try it out</source>
            <translation>Nur zum Ausprobieren</translation>
        </message>
    </context>
    <context>
        <name>ChangePassphrasePage</name>
        <message>
            <source>Change passphrase</source>
            <translation>Passphrase ändern</translation>
        </message>
        <message>
            <source>The recovery code stays the same.</source>
            <translation>Der Wiederherstellungscode bleibt gleich.</translation>
        </message>
        <message>
            <source>Current passphrase</source>
            <translation>Aktuelle Passphrase</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>Neue Passphrase</translation>
        </message>
        <message>
            <source>Repeat the new passphrase</source>
            <translation>Neue Passphrase wiederholen</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Einen Moment…</translation>
        </message>
    </context>
    <context>
        <name>ChapterStrip</name>
        <message>
            <source>Chapter %1 of %2: %3</source>
            <translation>Kapitel %1 von %2: %3</translation>
        </message>
    </context>
    <context>
        <name>ChooseSitePage</name>
        <message>
            <source>Where are you?</source>
            <translation>Wo sind Sie?</translation>
        </message>
        <message>
            <source>The interview starts when you choose a place.</source>
            <translation>Das Interview beginnt, wenn Sie einen Ort wählen.</translation>
        </message>
        <message>
            <source>The place of this shift.</source>
            <translation>Der Ort dieser Schicht.</translation>
        </message>
    </context>
    <context>
        <name>CreateStorePage</name>
        <message>
            <source>Choose a passphrase</source>
            <translation>Wählen Sie eine Passphrase</translation>
        </message>
        <message>
            <source>It protects everything on this tablet. Use five or more unrelated words, such as the names of things around you. No one can look it up for you.</source>
            <translation>Sie schützt alles auf diesem Tablet. Nehmen Sie fünf oder mehr Wörter, die nichts miteinander zu tun haben, zum Beispiel Dinge in Ihrer Umgebung. Niemand kann sie für Sie nachschlagen.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>Repeat the passphrase</source>
            <translation>Passphrase wiederholen</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Einen Moment…</translation>
        </message>
        <message>
            <source>Use this passphrase</source>
            <translation>Diese Passphrase verwenden</translation>
        </message>
    </context>
    <context>
        <name>DateEditor</name>
        <message>
            <source>No date chosen yet</source>
            <translation>Noch kein Datum gewählt</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Monat</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Jahr</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>Dieser Monat</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>Dieses Jahr</translation>
        </message>
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Enrol in a study</source>
            <translation>Tablet für eine Studie anmelden</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>Ask the study office for an enrolment code. You can use it once, within ten minutes.</source>
            <translation>Bitten Sie die Studienzentrale um einen Anmeldecode. Er gilt zehn Minuten und nur einmal.</translation>
        </message>
        <message>
            <source>Enrolment code (starts with PEIL1:)</source>
            <translation>Anmeldecode (beginnt mit PEIL1:)</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Einfügen</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Einen Moment…</translation>
        </message>
        <message>
            <source>Enrol</source>
            <translation>Anmelden</translation>
        </message>
    </context>
    <context>
        <name>FinishedPage</name>
        <message>
            <source>New interview</source>
            <translation>Neues Interview</translation>
        </message>
        <message>
            <source>Support contacts</source>
            <translation>Hilfsangebote</translation>
        </message>
        <message>
            <source>To my interviews</source>
            <translation>Zu meinen Interviews</translation>
        </message>
        <message>
            <source>Done and stored safely</source>
            <translation>Fertig und sicher gespeichert</translation>
        </message>
    </context>
    <context>
        <name>HandBackPage</name>
        <message>
            <source>Thank you. Please give the tablet back.</source>
            <translation>Danke. Geben Sie das Tablet bitte zurück.</translation>
        </message>
        <message>
            <source>For the interviewer: go on</source>
            <translation>Für die interviewende Person: weiter</translation>
        </message>
    </context>
    <context>
        <name>HandOverPage</name>
        <message>
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>The participant has answered this part</source>
            <translation>Die Person hat diesen Teil beantwortet</translation>
        </message>
        <message>
            <source>The participant answers the next questions alone</source>
            <translation>Die nächsten Fragen beantwortet die Person selbst</translation>
        </message>
        <message>
            <source>The participant sees one question at a time and cannot reach other answers. After the last question, the tablet asks for your PIN or passphrase.</source>
            <translation>Die Person sieht immer nur eine Frage und kommt nicht an andere Antworten. Nach der letzten Frage verlangt das Tablet Ihre PIN oder Passphrase.</translation>
        </message>
        <message>
            <source>%1 of %2 answered</source>
            <translation>%1 von %2 beantwortet</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Hand over again</source>
            <translation>Noch einmal übergeben</translation>
        </message>
        <message>
            <source>Hand over the tablet</source>
            <translation>Tablet übergeben</translation>
        </message>
        <message>
            <source>Ask the questions myself</source>
            <translation>Die Fragen selbst stellen</translation>
        </message>
        <message>
            <source>Leave this part out for now</source>
            <translation>Diesen Teil vorerst auslassen</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Support contacts</source>
            <translation>Hilfsangebote</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>New interview</source>
            <translation>Neues Interview</translation>
        </message>
        <message>
            <source>My interviews</source>
            <translation>Meine Interviews</translation>
        </message>
        <message>
            <source>There are no interviews on this tablet yet.</source>
            <translation>Auf diesem Tablet gibt es noch keine Interviews.</translation>
        </message>
        <message>
            <source>Progress in %1</source>
            <translation>Stand in %1</translation>
        </message>
        <message>
            <source>Sent to the study office</source>
            <translation>An die Studienzentrale gesendet</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>Letzter Kontakt: %1</translation>
        </message>
        <message numerus="yes">
            <source>Send %n interview(s)</source>
            <translation>
                <numerusform>%n Interview senden</numerusform>
                <numerusform>%n Interviews senden</numerusform>
            </translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Synchronisieren</translation>
        </message>
        <message numerus="yes">
            <source>Show more (%n interview(s) hidden)</source>
            <translation>
                <numerusform>Mehr anzeigen (noch %n Interview)</numerusform>
                <numerusform>Mehr anzeigen (noch %n Interviews)</numerusform>
            </translation>
        </message>
        <message>
            <source>People approached</source>
            <translation>Angesprochene Personen</translation>
        </message>
        <message>
            <source>Place of this shift: %1. Change it</source>
            <translation>Ort dieser Schicht: %1. Ändern</translation>
        </message>
    </context>
    <context>
        <name>InterviewPage</name>
        <message>
            <source>Language of the interview</source>
            <translation>Sprache des Interviews</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>gespeichert</translation>
        </message>
        <message>
            <source>saving</source>
            <translation>wird gespeichert</translation>
        </message>
        <message>
            <source>NOT saved</source>
            <translation>NICHT gespeichert</translation>
        </message>
        <message>
            <source>Chapters</source>
            <translation>Kapitel</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Pause or stop</source>
            <translation>Pause oder beenden</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>Support contacts</source>
            <translation>Hilfsangebote</translation>
        </message>
    </context>
    <context>
        <name>KeyBoard</name>
        <message>
            <source>Capital letter</source>
            <translation>Großbuchstabe</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Leerzeichen</translation>
        </message>
        <message>
            <source>Delete the last character</source>
            <translation>Letztes Zeichen löschen</translation>
        </message>
    </context>
    <context>
        <name>LanguageSheet</name>
        <message>
            <source>Language of the interview</source>
            <translation>Sprache des Interviews</translation>
        </message>
    </context>
    <context>
        <name>ListEditor</name>
        <message>
            <source>Choose from the list</source>
            <translation>Aus der Liste wählen</translation>
        </message>
    </context>
    <context>
        <name>LockWarning</name>
        <message numerus="yes">
            <source>This tablet locks in %n second(s).</source>
            <translation>
                <numerusform>Dieses Tablet wird in %n Sekunde gesperrt.</numerusform>
                <numerusform>Dieses Tablet wird in %n Sekunden gesperrt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Touch the screen or press a key to continue.</source>
            <translation>Berühren Sie den Bildschirm oder drücken Sie eine Taste, um fortzufahren.</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>Wrong passphrase.</source>
            <translation>Falsche Passphrase.</translation>
        </message>
        <message>
            <source>Wait for the countdown to end, then try again.</source>
            <translation>Warten Sie, bis der Countdown abgelaufen ist, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <source>This passphrase is too short or too easy to guess. Use five or more unrelated words.</source>
            <translation>Diese Passphrase ist zu kurz oder zu leicht zu erraten. Nehmen Sie fünf oder mehr Wörter, die nichts miteinander zu tun haben.</translation>
        </message>
        <message>
            <source>The key file on this tablet is damaged. Return the tablet to the study office.</source>
            <translation>Die Schlüsseldatei auf diesem Tablet ist beschädigt. Geben Sie das Tablet in der Studienzentrale ab.</translation>
        </message>
        <message>
            <source>The tablet is full, so nothing more can be saved. Free up some space, then continue.</source>
            <translation>Das Tablet ist voll; es kann nichts mehr gespeichert werden. Schaffen Sie Platz und machen Sie dann weiter.</translation>
        </message>
        <message>
            <source>Another program is using the interviews on this tablet. Close it, then try again.</source>
            <translation>Ein anderes Programm greift auf die Interviews auf diesem Tablet zu. Schließen Sie es und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <source>The tablet could not save. Earlier answers are not lost; restart the tablet.</source>
            <translation>Das Tablet konnte nicht speichern. Frühere Antworten sind nicht verloren; starten Sie das Tablet neu.</translation>
        </message>
        <message>
            <source>This tablet is locked.</source>
            <translation>Dieses Tablet ist gesperrt.</translation>
        </message>
        <message>
            <source>This tablet is not enrolled in a study yet. Enrol it first.</source>
            <translation>Dieses Tablet ist noch für keine Studie angemeldet. Melden Sie es zuerst an.</translation>
        </message>
        <message>
            <source>The study is not on this tablet yet. Connect to a network and sync.</source>
            <translation>Die Studie ist noch nicht auf diesem Tablet. Verbinden Sie es mit einem Netz und synchronisieren Sie.</translation>
        </message>
        <message>
            <source>The study that the server sent is not trusted or cannot be read, so it was rejected. Contact the study office.</source>
            <translation>Die vom Server gesendete Studie ist nicht vertrauenswürdig oder nicht lesbar und wurde abgelehnt. Wenden Sie sich an die Studienzentrale.</translation>
        </message>
        <message>
            <source>The server offers an older version of the study than the one on this tablet, so it was rejected. Contact the study office.</source>
            <translation>Der Server bietet eine ältere Version der Studie an als die auf diesem Tablet; sie wurde abgelehnt. Wenden Sie sich an die Studienzentrale.</translation>
        </message>
        <message>
            <source>This is not the server of your study, so nothing was sent. Check the network, or ask for a new code.</source>
            <translation>Das ist nicht der Server Ihrer Studie. Es wurde nichts gesendet. Prüfen Sie das Netz oder bitten Sie um einen neuen Code.</translation>
        </message>
        <message>
            <source>The server cannot be reached. Check the network connection and try again.</source>
            <translation>Der Server ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <source>The server rejected the code. A code can be used once, within ten minutes; ask for a new one.</source>
            <translation>Der Server hat den Code abgelehnt. Ein Code gilt zehn Minuten und nur einmal; bitten Sie um einen neuen.</translation>
        </message>
        <message>
            <source>One question still needs an answer or a reason for no answer.</source>
            <translation>Eine Frage braucht noch eine Antwort oder einen Grund, warum es keine gibt.</translation>
        </message>
        <message>
            <source>This is not an enrolment code. An enrolment code starts with PEIL1: and comes from the study office.</source>
            <translation>Das ist kein Anmeldecode. Ein Anmeldecode beginnt mit PEIL1: und kommt von der Studienzentrale.</translation>
        </message>
        <message>
            <source>Not saved: this number is incomplete. Type the rest or clear the field.</source>
            <translation>Nicht gespeichert: Diese Zahl ist unvollständig. Geben Sie den Rest ein oder leeren Sie das Feld.</translation>
        </message>
        <message>
            <source>Not saved: this is not a number. Use digits only.</source>
            <translation>Nicht gespeichert: Das ist keine Zahl. Verwenden Sie nur Ziffern.</translation>
        </message>
        <message>
            <source>Not saved: this number is too large. The maximum is %1.</source>
            <translation>Nicht gespeichert: Diese Zahl ist zu groß. Das Maximum ist %1.</translation>
        </message>
        <message>
            <source>Not saved: this number is too small. The minimum is %1.</source>
            <translation>Nicht gespeichert: Diese Zahl ist zu klein. Das Minimum ist %1.</translation>
        </message>
        <message>
            <source>Not saved: this answer does not fit the question. Change it or clear it.</source>
            <translation>Nicht gespeichert: Diese Antwort passt nicht zur Frage. Ändern oder löschen Sie sie.</translation>
        </message>
        <message>
            <source>The saved answer is still %1.</source>
            <translation>Gespeichert ist weiterhin %1.</translation>
        </message>
        <message>
            <source>No more can be added.</source>
            <translation>Mehr lassen sich nicht hinzufügen.</translation>
        </message>
        <message>
            <source>The key files on this tablet are missing, so its interviews cannot be opened. Nothing was changed. Return the tablet to the study office and do not set it up again.</source>
            <translation>Die Schlüsseldateien auf diesem Tablet fehlen; die Interviews lassen sich nicht öffnen. Es wurde nichts geändert. Geben Sie das Tablet in der Studienzentrale ab und richten Sie es nicht neu ein.</translation>
        </message>
        <message>
            <source>The secret key of this tablet is missing or damaged, so its interviews cannot be opened. Nothing was changed. Return the tablet to the study office and do not set it up again.</source>
            <translation>Der geheime Schlüssel dieses Tablets fehlt oder ist beschädigt; die Interviews lassen sich nicht öffnen. Es wurde nichts geändert. Geben Sie das Tablet in der Studienzentrale ab und richten Sie es nicht neu ein.</translation>
        </message>
        <message>
            <source>A key file on this tablet belongs to another tablet. Nothing was changed. Return the tablet to the study office.</source>
            <translation>Eine Schlüsseldatei auf diesem Tablet gehört zu einem anderen Tablet. Es wurde nichts geändert. Geben Sie das Tablet in der Studienzentrale ab.</translation>
        </message>
        <message>
            <source>The file with the interviews on this tablet is missing or empty. No new file was created. Return the tablet to the study office and do not set it up again.</source>
            <translation>Die Datei mit den Interviews auf diesem Tablet fehlt oder ist leer. Es wurde keine neue angelegt. Geben Sie das Tablet in der Studienzentrale ab und richten Sie es nicht neu ein.</translation>
        </message>
        <message>
            <source>This tablet has already been set up. Nothing was overwritten. Restart the app.</source>
            <translation>Dieses Tablet ist bereits eingerichtet. Es wurde nichts überschrieben. Starten Sie die App neu.</translation>
        </message>
        <message>
            <source>Other users of this tablet can read the folder with the interviews. Return the tablet to the study office.</source>
            <translation>Andere Benutzer dieses Tablets können den Ordner mit den Interviews lesen. Geben Sie das Tablet in der Studienzentrale ab.</translation>
        </message>
        <message>
            <source>The passphrase is correct, but the file with the interviews cannot be opened: it is damaged or was replaced. Return the tablet to the study office.</source>
            <translation>Die Passphrase stimmt, aber die Datei mit den Interviews lässt sich nicht öffnen: Sie ist beschädigt oder wurde ausgetauscht. Geben Sie das Tablet in der Studienzentrale ab.</translation>
        </message>
        <message>
            <source>Part of the file with the interviews is damaged. Return the tablet to the study office.</source>
            <translation>Ein Teil der Datei mit den Interviews ist beschädigt. Geben Sie das Tablet in der Studienzentrale ab.</translation>
        </message>
        <message>
            <source>Too many wrong passphrases: unfinished interviews on this tablet are lost. Finished interviews are sealed and can still be sent. Return the tablet to the study office.</source>
            <translation>Zu oft eine falsche Passphrase: Nicht abgeschlossene Interviews auf diesem Tablet sind verloren. Abgeschlossene Interviews sind versiegelt und können noch gesendet werden. Geben Sie das Tablet in der Studienzentrale ab.</translation>
        </message>
        <message>
            <source>A sealed interview on this tablet is damaged. Return the tablet to the study office.</source>
            <translation>Ein versiegeltes Interview auf diesem Tablet ist beschädigt. Geben Sie das Tablet in der Studienzentrale ab.</translation>
        </message>
        <message>
            <source>There is nothing to send on this tablet.</source>
            <translation>Auf diesem Tablet gibt es nichts zu senden.</translation>
        </message>
        <message>
            <source>The server rejected the finished interviews on this tablet. Return the tablet to the study office.</source>
            <translation>Der Server hat die abgeschlossenen Interviews auf diesem Tablet abgelehnt. Geben Sie das Tablet in der Studienzentrale ab.</translation>
        </message>
        <message>
            <source>The date or time on this tablet is wrong, so it cannot verify the server. Correct the clock, then sync again.</source>
            <translation>Datum oder Uhrzeit dieses Tablets sind falsch; deshalb kann es den Server nicht prüfen. Stellen Sie die Uhr richtig und synchronisieren Sie erneut.</translation>
        </message>
        <message>
            <source>This tablet has finished interviews for another study office, so it cannot move to this one. Nothing was changed.</source>
            <translation>Auf diesem Tablet gibt es abgeschlossene Interviews für eine andere Studienzentrale; ein Wechsel ist nicht möglich. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <source>There is no network, or the server does not respond. Everything is stored on the tablet and will be sent at the next sync.</source>
            <translation>Es gibt kein Netz, oder der Server antwortet nicht. Alles bleibt auf dem Tablet und wird bei der nächsten Synchronisierung gesendet.</translation>
        </message>
        <message>
            <source>The server is busy. Everything is stored on the tablet and will be sent at the next sync.</source>
            <translation>Der Server ist ausgelastet. Alles bleibt auf dem Tablet und wird bei der nächsten Synchronisierung gesendet.</translation>
        </message>
        <message>
            <source>The server rejected this tablet. Ask your coordinator whether it is still enrolled.</source>
            <translation>Der Server hat dieses Tablet abgelehnt. Fragen Sie Ihre Koordination, ob es noch angemeldet ist.</translation>
        </message>
        <message>
            <source>The tablet could not save what the server sent. Check whether it is full.</source>
            <translation>Das Tablet konnte nicht speichern, was der Server gesendet hat. Prüfen Sie, ob es voll ist.</translation>
        </message>
        <message>
            <source>All finished interviews have arrived. The study on the server was rejected: it is older than the one on this tablet, not trusted, or cannot be read. Contact the study office.</source>
            <translation>Alle abgeschlossenen Interviews sind angekommen. Die Studie auf dem Server wurde abgelehnt: Sie ist älter als die auf diesem Tablet, nicht vertrauenswürdig oder nicht lesbar. Wenden Sie sich an die Studienzentrale.</translation>
        </message>
        <message>
            <source>The study office has revoked this tablet. All finished interviews have been sent, and the tablet erases its data. Return it to the study office.</source>
            <translation>Die Studienzentrale hat die Anmeldung dieses Tablets widerrufen. Alle abgeschlossenen Interviews wurden gesendet, und das Tablet löscht seine Daten. Geben Sie es in der Studienzentrale ab.</translation>
        </message>
    </context>
    <context>
        <name>NoAnswerRow</name>
        <message>
            <source>Don&apos;t know</source>
            <translation>Weiß nicht</translation>
        </message>
        <message>
            <source>Prefers not to say</source>
            <translation>Möchte es nicht sagen</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>Keine Antwort</translation>
        </message>
        <message>
            <source>Bring the answer back</source>
            <translation>Antwort zurückholen</translation>
        </message>
    </context>
    <context>
        <name>NoStudyPage</name>
        <message>
            <source>Downloading the study</source>
            <translation>Die Studie wird heruntergeladen</translation>
        </message>
        <message>
            <source>Downloading the questionnaire and the places from the server. This needs a network connection once.</source>
            <translation>Fragebogen und Orte werden vom Server geladen. Dafür ist einmal eine Netzverbindung nötig.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
    </context>
    <context>
        <name>NumberEditor</name>
        <message>
            <source>Delete the last digit</source>
            <translation>Letzte Ziffer löschen</translation>
        </message>
    </context>
    <context>
        <name>ParticipantPage</name>
        <message>
            <source>Page %1 of %2</source>
            <translation>Seite %1 von %2</translation>
        </message>
        <message>
            <source>Language of the interview</source>
            <translation>Sprache des Interviews</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>Zurückgeben</translation>
        </message>
    </context>
    <context>
        <name>PassphraseEntry</name>
        <message>
            <source>Tap here and type</source>
            <translation>Hier tippen und eingeben</translation>
        </message>
        <message>
            <source>Too short</source>
            <translation>Zu kurz</translation>
        </message>
        <message>
            <source>Easy to guess</source>
            <translation>Leicht zu erraten</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>Gut</translation>
        </message>
        <message>
            <source>Strong</source>
            <translation>Stark</translation>
        </message>
        <message numerus="yes">
            <source>%n word(s)</source>
            <translation>
                <numerusform>%n Wort</numerusform>
                <numerusform>%n Wörter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n Zeichen</numerusform>
                <numerusform>%n Zeichen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Picture</name>
        <message>
            <source>Picture: %1</source>
            <translation>Bild: %1</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message>
            <source>Delete the last digit</source>
            <translation>Letzte Ziffer löschen</translation>
        </message>
    </context>
    <context>
        <name>QuestionEditor</name>
        <message>
            <source>This tablet cannot show this type of question. Continue with the next one.</source>
            <translation>Dieses Tablet kann diese Art von Frage nicht anzeigen. Machen Sie mit der nächsten weiter.</translation>
        </message>
        <message>
            <source>This tablet cannot show this type of question. Choose a reason for no answer and continue.</source>
            <translation>Dieses Tablet kann diese Art von Frage nicht anzeigen. Wählen Sie, warum es keine Antwort gibt, und machen Sie weiter.</translation>
        </message>
    </context>
    <context>
        <name>QuestionView</name>
        <message>
            <source>The form fills in this answer from other answers. It has not done so yet.</source>
            <translation>Das Formular füllt diese Antwort anhand anderer Antworten aus. Das ist noch nicht geschehen.</translation>
        </message>
        <message>
            <source>Answer this question, or choose a reason for no answer.</source>
            <translation>Beantworten Sie diese Frage oder wählen Sie, warum es keine Antwort gibt.</translation>
        </message>
        <message>
            <source>This answer does not fit the question.</source>
            <translation>Diese Antwort passt nicht zur Frage.</translation>
        </message>
        <message>
            <source>Answer this question.</source>
            <translation>Beantworten Sie diese Frage.</translation>
        </message>
    </context>
    <context>
        <name>QuotaRow</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1: %2 of %3</source>
            <translation>%1: %2 von %3</translation>
        </message>
        <message numerus="yes">
            <source>%n still on this tablet</source>
            <translation>
                <numerusform>Noch %n auf diesem Tablet</numerusform>
                <numerusform>Noch %n auf diesem Tablet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RangeEditor</name>
        <message>
            <source>Slide to the answer</source>
            <translation>Zur Antwort schieben</translation>
        </message>
    </context>
    <context>
        <name>RankEditor</name>
        <message>
            <source>Move %1 up</source>
            <translation>%1 nach oben</translation>
        </message>
        <message>
            <source>Move %1 down</source>
            <translation>%1 nach unten</translation>
        </message>
        <message>
            <source>Not in order yet</source>
            <translation>Noch nicht sortiert</translation>
        </message>
        <message>
            <source>This order is right</source>
            <translation>Diese Reihenfolge stimmt</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCodePage</name>
        <message>
            <source>Write down the recovery code</source>
            <translation>Schreiben Sie den Wiederherstellungscode auf</translation>
        </message>
        <message>
            <source>It unlocks this tablet if you forget the passphrase. It is shown only once. Keep the paper at the study office, not with the tablet.</source>
            <translation>Er entsperrt dieses Tablet, wenn Sie die Passphrase vergessen haben. Er wird nur einmal angezeigt. Bewahren Sie das Papier in der Studienzentrale auf, nicht beim Tablet.</translation>
        </message>
        <message>
            <source>The recovery code is shown as an image. Screen readers cannot read it.</source>
            <translation>Der Wiederherstellungscode wird als Bild angezeigt. Ein Screenreader kann ihn nicht vorlesen.</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>Ich habe ihn aufgeschrieben</translation>
        </message>
        <message>
            <source>Check what you wrote down</source>
            <translation>Prüfen Sie, was Sie aufgeschrieben haben</translation>
        </message>
        <message>
            <source>Type the last four characters of the code from your paper.</source>
            <translation>Geben Sie die letzten vier Zeichen des Codes von Ihrem Zettel ein.</translation>
        </message>
        <message>
            <source>Last four characters</source>
            <translation>Letzte vier Zeichen</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Show the code again</source>
            <translation>Code noch einmal anzeigen</translation>
        </message>
    </context>
    <context>
        <name>ReferralsPage</name>
        <message>
            <source>Support contacts</source>
            <translation>Hilfsangebote</translation>
        </message>
    </context>
    <context>
        <name>RepeatView</name>
        <message numerus="yes">
            <source>%n so far.</source>
            <translation>
                <numerusform>Bisher %n.</numerusform>
                <numerusform>Bisher %n.</numerusform>
            </translation>
        </message>
        <message>
            <source>Add one</source>
            <translation>Noch einen Eintrag hinzufügen</translation>
        </message>
        <message>
            <source>Remove the last one</source>
            <translation>Den letzten entfernen</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Review</source>
            <translation>Antworten prüfen</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) must be answered or corrected first.</source>
            <translation>
                <numerusform>%n Frage muss zuerst beantwortet oder berichtigt werden.</numerusform>
                <numerusform>%n Fragen müssen zuerst beantwortet oder berichtigt werden.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) have no answer. You can still finish.</source>
            <translation>
                <numerusform>%n Frage hat keine Antwort. Sie können trotzdem abschließen.</numerusform>
                <numerusform>%n Fragen haben keine Antwort. Sie können trotzdem abschließen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every question has an answer.</source>
            <translation>Jede Frage hat eine Antwort.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Einen Moment…</translation>
        </message>
        <message>
            <source>Finish and seal</source>
            <translation>Abschließen und versiegeln</translation>
        </message>
        <message>
            <source>All questions and answers</source>
            <translation>Alle Fragen und Antworten</translation>
        </message>
        <message>
            <source>Sealing makes all answers final. After that, no one can read or change them on this tablet, not even you. They are sent as soon as there is a network.</source>
            <translation>Nach dem Versiegeln stehen alle Antworten fest. Niemand kann sie auf diesem Tablet mehr lesen oder ändern, auch Sie nicht. Sie werden gesendet, sobald es ein Netz gibt.</translation>
        </message>
        <message>
            <source>Hold to finish and seal</source>
            <translation>Gedrückt halten: abschließen und versiegeln</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Finish and seal this interview?</source>
            <translation>Dieses Interview abschließen und versiegeln?</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Zurück zum Interview</translation>
        </message>
    </context>
    <context>
        <name>SearchEditor</name>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>No choice has these letters.</source>
            <translation>Keine Antwort enthält diese Buchstaben.</translation>
        </message>
    </context>
    <context>
        <name>SectionsPage</name>
        <message>
            <source>Review</source>
            <translation>Antworten prüfen</translation>
        </message>
        <message>
            <source>%1: %2 of %3 answered</source>
            <translation>%1: %2 von %3 beantwortet</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>Chapters</source>
            <translation>Kapitel</translation>
        </message>
        <message>
            <source>Not asked so far</source>
            <translation>Bisher nicht gefragt</translation>
        </message>
    </context>
    <context>
        <name>SetPinPage</name>
        <message>
            <source>PIN for this shift</source>
            <translation>PIN für diese Schicht</translation>
        </message>
        <message>
            <source>For twelve hours after you typed the passphrase, these six digits unlock the tablet. After five wrong attempts, or when the tablet restarts, it asks for the passphrase.</source>
            <translation>Bis zwölf Stunden nach Eingabe der Passphrase entsperren diese sechs Ziffern das Tablet. Nach fünf falschen Versuchen oder einem Neustart fragt das Tablet nach der Passphrase.</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Repeat the PIN</source>
            <translation>PIN wiederholen</translation>
        </message>
        <message>
            <source>Use this PIN</source>
            <translation>Diese PIN verwenden</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Einen Moment…</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Language of the app</source>
            <translation>Sprache der App</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>Bildschirm</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Night</source>
            <translation>Nacht</translation>
        </message>
        <message>
            <source>Bright sunlight</source>
            <translation>Helles Sonnenlicht</translation>
        </message>
        <message>
            <source>Size of text</source>
            <translation>Textgröße</translation>
        </message>
        <message>
            <source>This tablet</source>
            <translation>Dieses Tablet</translation>
        </message>
        <message>
            <source>Server: %1</source>
            <translation>Server: %1</translation>
        </message>
        <message>
            <source>The secret key of this tablet is stored in a file because the tablet has no key store that Peil can use. The passphrase protects it.</source>
            <translation>Der geheime Schlüssel dieses Tablets liegt in einer Datei, weil das Tablet keinen Schlüsselspeicher hat, den Peil nutzen kann. Die Passphrase schützt ihn.</translation>
        </message>
        <message>
            <source>Unlocking</source>
            <translation>Entsperren</translation>
        </message>
        <message>
            <source>Change passphrase</source>
            <translation>Passphrase ändern</translation>
        </message>
        <message>
            <source>Set a PIN for this shift</source>
            <translation>PIN für diese Schicht festlegen</translation>
        </message>
        <message>
            <source>Remove the PIN of this shift</source>
            <translation>PIN dieser Schicht entfernen</translation>
        </message>
        <message>
            <source>Answers and Next</source>
            <translation>Antworten und Weiter</translation>
        </message>
        <message>
            <source>Under the right thumb</source>
            <translation>Unter dem rechten Daumen</translation>
        </message>
        <message>
            <source>Under the left thumb</source>
            <translation>Unter dem linken Daumen</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>%1: less</source>
            <translation>%1: weniger</translation>
        </message>
        <message>
            <source>%1: more</source>
            <translation>%1: mehr</translation>
        </message>
    </context>
    <context>
        <name>StoppedPage</name>
        <message>
            <source>This tablet cannot be unlocked</source>
            <translation>Dieses Tablet lässt sich nicht entsperren</translation>
        </message>
        <message>
            <source>Send what is finished: %1</source>
            <translation>Fertiges senden: %1</translation>
        </message>
    </context>
    <context>
        <name>SupportCards</name>
        <message>
            <source>The study has no support contacts for this city.</source>
            <translation>Die Studie hat keine Hilfsangebote für diese Stadt hinterlegt.</translation>
        </message>
        <message>
            <source>Search the cards</source>
            <translation>Karten durchsuchen</translation>
        </message>
        <message>
            <source>No card has these words.</source>
            <translation>Diese Wörter stehen auf keiner Karte.</translation>
        </message>
    </context>
    <context>
        <name>SupportSheet</name>
        <message>
            <source>Support contacts</source>
            <translation>Hilfsangebote</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Zurück zum Interview</translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Sync</source>
            <translation>Synchronisieren</translation>
        </message>
        <message>
            <source>No contact yet</source>
            <translation>Noch kein Kontakt</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>Letzter Kontakt: %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>Sent %1 of %2</source>
            <translation>%1 von %2 gesendet</translation>
        </message>
        <message>
            <source>Finished on this tablet</source>
            <translation>Auf diesem Tablet abgeschlossen</translation>
        </message>
        <message>
            <source>Received by the study office</source>
            <translation>Von der Studienzentrale empfangen</translation>
        </message>
        <message>
            <source>Still on this tablet</source>
            <translation>Noch auf diesem Tablet</translation>
        </message>
        <message>
            <source>Not finished yet</source>
            <translation>Noch nicht abgeschlossen</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Jetzt versuchen</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>Wird gesendet…</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Jetzt synchronisieren</translation>
        </message>
    </context>
    <context>
        <name>TextEditor</name>
        <message>
            <source>Type the answer here</source>
            <translation>Antwort hier eingeben</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Anzeigen</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Verbergen</translation>
        </message>
    </context>
    <context>
        <name>TimeEditor</name>
        <message>
            <source>No time chosen yet</source>
            <translation>Noch keine Uhrzeit gewählt</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Stunde</translation>
        </message>
        <message>
            <source>Minute</source>
            <translation>Minute</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>This tablet is locked</source>
            <translation>Dieses Tablet ist gesperrt</translation>
        </message>
        <message numerus="yes">
            <source>You can try again in %n second(s).</source>
            <translation>
                <numerusform>Sie können es in %n Sekunde erneut versuchen.</numerusform>
                <numerusform>Sie können es in %n Sekunden erneut versuchen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n attempt(s) left. After that, unfinished interviews on this tablet are lost.</source>
            <translation>
                <numerusform>Noch %n Versuch. Danach sind nicht abgeschlossene Interviews auf diesem Tablet verloren.</numerusform>
                <numerusform>Noch %n Versuche. Danach sind nicht abgeschlossene Interviews auf diesem Tablet verloren.</numerusform>
            </translation>
        </message>
        <message>
            <source>Passphrase or recovery code</source>
            <translation>Passphrase oder Wiederherstellungscode</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Einen Moment…</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Entsperren</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Use the passphrase</source>
            <translation>Passphrase verwenden</translation>
        </message>
        <message numerus="yes">
            <source>%n attempt(s) left. After that, the tablet asks for the passphrase.</source>
            <translation>
                <numerusform>Noch %n Versuch. Danach fragt das Tablet nach der Passphrase.</numerusform>
                <numerusform>Noch %n Versuche. Danach fragt das Tablet nach der Passphrase.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WayOn</name>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) left</source>
            <translation>
                <numerusform>Noch %n Frage</numerusform>
                <numerusform>Noch %n Fragen</numerusform>
            </translation>
        </message>
        <message>
            <source>To the review</source>
            <translation>Zur Kontrolle</translation>
        </message>
        <message>
            <source>Go to the end</source>
            <translation>Zum Ende</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::AppController</name>
        <message>
            <source>Not counted: %1.</source>
            <translation>Zählt nicht mit: %1.</translation>
        </message>
        <message>
            <source>%1 withdrawn</source>
            <translation>%1 zurückgezogen</translation>
        </message>
        <message>
            <source>%1 replaced by a newer version</source>
            <translation>%1 durch eine neuere Version ersetzt</translation>
        </message>
        <message>
            <source>This tablet was restored from an older copy (detected: %1). New interviews are numbered after those that the study office already has. Tell your coordinator: interviews that were made after the copy and not sent are lost.</source>
            <translation>Dieses Tablet wurde aus einer älteren Kopie wiederhergestellt (bemerkt: %1). Neue Interviews werden hinter denen nummeriert, die die Studienzentrale schon hat. Informieren Sie Ihre Koordination: Interviews, die nach der Kopie entstanden und nicht gesendet wurden, sind verloren.</translation>
        </message>
        <message>
            <source>Alarm since %1: the study server has lost or changed data that it had confirmed. Keep working; nothing is deleted on this tablet. Contact the study office now.</source>
            <translation>Alarm seit %1: Der Server der Studie hat bestätigte Daten verloren oder verändert. Arbeiten Sie weiter; auf diesem Tablet wird nichts gelöscht. Wenden Sie sich sofort an die Studienzentrale.</translation>
        </message>
        <message>
            <source>The study server was restored from a backup (detected: %1). The tablet resends the interviews that the server lost. If the study office does not know about this, contact them now.</source>
            <translation>Der Server der Studie wurde aus einer Sicherung wiederhergestellt (bemerkt: %1). Das Tablet sendet erneut, was dem Server fehlt. Wenn die Studienzentrale davon nichts weiß, wenden Sie sich sofort an sie.</translation>
        </message>
        <message>
            <source>%1 marked as duplicate</source>
            <translation>%1 als doppelt markiert</translation>
        </message>
        <message>
            <source>%1 rejected</source>
            <translation>%1 abgelehnt</translation>
        </message>
        <message>
            <source>%1 without consent</source>
            <translation>%1 ohne Einwilligung</translation>
        </message>
        <message>
            <source>%1 not eligible</source>
            <translation>%1 außerhalb der Zielgruppe</translation>
        </message>
        <message>
            <source>%1 broken off</source>
            <translation>%1 abgebrochen</translation>
        </message>
        <message>
            <source>%1 not complete</source>
            <translation>%1 nicht vollständig</translation>
        </message>
        <message>
            <source>%1 with an unknown city</source>
            <translation>%1 mit unbekannter Stadt</translation>
        </message>
        <message>
            <source>%1 with an unknown group</source>
            <translation>%1 mit unbekannter Gruppe</translation>
        </message>
        <message>
            <source>%1 in a different group than recorded</source>
            <translation>%1 in einer anderen Gruppe als angegeben</translation>
        </message>
        <message>
            <source>%1 violating a study rule</source>
            <translation>%1 mit Verstoß gegen eine Regel der Studie</translation>
        </message>
        <message>
            <source>The passphrases do not match. Type the second one again.</source>
            <translation>Die Passphrasen stimmen nicht überein. Geben Sie die zweite erneut ein.</translation>
        </message>
        <message>
            <source>Today, %1</source>
            <translation>Heute, %1</translation>
        </message>
        <message>
            <source>Not finished</source>
            <translation>Nicht abgeschlossen</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>Noch zu senden</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Empfangen</translation>
        </message>
        <message>
            <source>Received, to be checked</source>
            <translation>Empfangen, noch zu prüfen</translation>
        </message>
        <message>
            <source>The last answers were not saved. %1 Check the interview to see which answers were saved.</source>
            <translation>Die letzten Antworten wurden nicht gespeichert. %1 Sehen Sie im Interview nach, welche Antworten gespeichert sind.</translation>
        </message>
        <message>
            <source>The clock on this tablet is wrong. The correct time is %1. Interviews record the correct time, but set the clock anyway.</source>
            <translation>Die Uhr dieses Tablets geht falsch. Richtig ist %1. Interviews erhalten die richtige Zeit, stellen Sie die Uhr aber trotzdem.</translation>
        </message>
        <message>
            <source>These are not the last four characters of the code. Check the paper.</source>
            <translation>Das sind nicht die letzten vier Zeichen des Codes. Prüfen Sie den Zettel.</translation>
        </message>
        <message>
            <source>The passphrase was changed.</source>
            <translation>Die Passphrase wurde geändert.</translation>
        </message>
        <message>
            <source>The PINs do not match. Type the second one again.</source>
            <translation>Die PINs stimmen nicht überein. Geben Sie die zweite noch einmal ein.</translation>
        </message>
        <message>
            <source>Choose six digits that are not in a row.</source>
            <translation>Wählen Sie sechs Ziffern, die keine Reihe bilden.</translation>
        </message>
        <message>
            <source>Until the end of this shift, the PIN unlocks the tablet.</source>
            <translation>Bis zum Ende dieser Schicht entsperrt die PIN das Tablet.</translation>
        </message>
        <message>
            <source>Wrong PIN.</source>
            <translation>Falsche PIN.</translation>
        </message>
        <message>
            <source>The PIN is no longer valid. Use the passphrase.</source>
            <translation>Die PIN gilt nicht mehr. Verwenden Sie die Passphrase.</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Pausiert</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::InterviewController</name>
        <message>
            <source>No answer: does not know</source>
            <translation>Keine Antwort: weiß es nicht</translation>
        </message>
        <message>
            <source>No answer: prefers not to say</source>
            <translation>Keine Antwort: möchte es nicht sagen</translation>
        </message>
        <message>
            <source>No answer: skipped</source>
            <translation>Keine Antwort: übersprungen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>Still open</source>
            <translation>Noch offen</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::RescueController</name>
        <message>
            <source>Sending…</source>
            <translation>Wird gesendet…</translation>
        </message>
        <message numerus="yes">
            <source>%n finished interview(s) on this tablet have not been sent yet. You can send them without the passphrase if there is a network.</source>
            <translation>
                <numerusform>%n abgeschlossenes Interview auf diesem Tablet wurde noch nicht gesendet. Mit einer Netzverbindung können Sie es ohne Passphrase senden.</numerusform>
                <numerusform>%n abgeschlossene Interviews auf diesem Tablet wurden noch nicht gesendet. Mit einer Netzverbindung können Sie sie ohne Passphrase senden.</numerusform>
            </translation>
        </message>
        <message>
            <source>All finished interviews have arrived at the study office.</source>
            <translation>Alle abgeschlossenen Interviews sind in der Studienzentrale angekommen.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SectionListModel</name>
        <message>
            <source>Beginning</source>
            <translation>Anfang</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Weiteres</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SyncController</name>
        <message>
            <source>All finished interviews have been sent.</source>
            <translation>Alle abgeschlossenen Interviews wurden gesendet.</translation>
        </message>
        <message numerus="yes">
            <source>%n interview(s) waiting to be sent.</source>
            <translation>
                <numerusform>%n Interview ist noch zu senden.</numerusform>
                <numerusform>%n Interviews sind noch zu senden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sending. You can continue working.</source>
            <translation>Wird gesendet. Sie können weiterarbeiten.</translation>
        </message>
        <message numerus="yes">
            <source>The server does not respond. Trying again in %n second(s).</source>
            <translation>
                <numerusform>Der Server antwortet nicht. Neuer Versuch in %n Sekunde.</numerusform>
                <numerusform>Der Server antwortet nicht. Neuer Versuch in %n Sekunden.</numerusform>
            </translation>
        </message>
        <message>
            <source>All finished interviews have arrived at the study office.</source>
            <translation>Alle abgeschlossenen Interviews sind in der Studienzentrale angekommen.</translation>
        </message>
        <message>
            <source>All interviews have been sent. Other records are waiting.</source>
            <translation>Alle Interviews sind gesendet. Andere Einträge warten noch.</translation>
        </message>
    </context>
    <context>
        <name>ContactsPage</name>
        <message>
            <source>People approached</source>
            <translation>Angesprochene Personen</translation>
        </message>
        <message>
            <source>Change the place</source>
            <translation>Ort ändern</translation>
        </message>
        <message>
            <source>One tap for each person whom you do not interview. Interviews are counted by themselves. Nothing about the person is kept.</source>
            <translation>Tippen Sie einmal für jede Person, die Sie nicht interviewen. Interviews werden automatisch gezählt. Über die Person wird nichts gespeichert.</translation>
        </message>
        <message>
            <source>Nothing to undo</source>
            <translation>Nichts rückgängig zu machen</translation>
        </message>
        <message>
            <source>Undo: %1</source>
            <translation>Rückgängig: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) counted here in this part of the day</source>
            <translation>
                <numerusform>%n Person hier zu dieser Tageszeit gezählt</numerusform>
                <numerusform>%n Personen hier zu dieser Tageszeit gezählt</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::ContactController</name>
        <message>
            <source>Approached, no result</source>
            <translation>Angesprochen, ohne Ergebnis</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <source>Not eligible</source>
            <translation>Gehört nicht zur Zielgruppe</translation>
        </message>
        <message>
            <source>Already interviewed</source>
            <translation>Schon interviewt</translation>
        </message>
        <message>
            <source>Appointment made</source>
            <translation>Termin vereinbart</translation>
        </message>
        <message>
            <source>Tonight, until 06:00</source>
            <translation>Heute Nacht, bis 06:00</translation>
        </message>
        <message>
            <source>This morning, until 12:00</source>
            <translation>Heute Morgen, bis 12:00</translation>
        </message>
        <message>
            <source>This afternoon, until 18:00</source>
            <translation>Heute Nachmittag, bis 18:00</translation>
        </message>
        <message>
            <source>This evening, until 24:00</source>
            <translation>Heute Abend, bis 24:00</translation>
        </message>
    </context>
</TS>
