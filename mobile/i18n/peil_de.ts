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
            <source>Why does the interview stop?</source>
            <translation>Warum endet das Gespräch?</translation>
        </message>
        <message>
            <source>The person has no time now</source>
            <translation>Die Person hat jetzt keine Zeit</translation>
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
            <source>Everything answered so far is kept.</source>
            <translation>Alle bisherigen Antworten bleiben gespeichert.</translation>
        </message>
        <message>
            <source>Go on another time</source>
            <translation>Ein anderes Mal weitermachen</translation>
        </message>
        <message>
            <source>Finish it as it is</source>
            <translation>So abschließen</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Zurück zum Gespräch</translation>
        </message>
        <message>
            <source>This interview was begun by mistake</source>
            <translation>Dieses Interview wurde versehentlich begonnen</translation>
        </message>
        <message>
            <source>Erase it? Every answer of this interview goes, and nothing is sent. This cannot be undone.</source>
            <translation>Löschen? Alle Antworten dieses Interviews werden entfernt, und nichts wird gesendet. Das lässt sich nicht rückgängig machen.</translation>
        </message>
        <message>
            <source>Erase this interview</source>
            <translation>Dieses Interview löschen</translation>
        </message>
    </context>
    <context>
        <name>ChooseSitePage</name>
        <message>
            <source>Where are you?</source>
            <translation>Wo sind Sie?</translation>
        </message>
        <message>
            <source>The interview begins when you choose a place.</source>
            <translation>Das Gespräch beginnt, wenn Sie einen Ort wählen.</translation>
        </message>
    </context>
    <context>
        <name>CreateStorePage</name>
        <message>
            <source>Choose a passphrase</source>
            <translation>Wählen Sie einen Kennsatz</translation>
        </message>
        <message>
            <source>It locks everything on this tablet. Take five words or more that do not belong together, such as names of things around you. Nobody can look it up for you.</source>
            <translation>Er schließt alles auf diesem Tablet ab. Nehmen Sie fünf oder mehr Wörter, die nicht zusammengehören, etwa Namen von Dingen um Sie herum. Niemand kann ihn für Sie nachsehen.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Kennsatz</translation>
        </message>
        <message>
            <source>The same passphrase once more</source>
            <translation>Denselben Kennsatz noch einmal</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Einen Moment…</translation>
        </message>
        <message>
            <source>Lock this tablet with it</source>
            <translation>Dieses Tablet damit sperren</translation>
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
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Join a study</source>
            <translation>An einer Studie teilnehmen</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>Ask the study office for an enrolment code. It works once and for ten minutes.</source>
            <translation>Bitten Sie das Studienbüro um einen Anmeldecode. Er gilt einmal und zehn Minuten lang.</translation>
        </message>
        <message>
            <source>Enrolment code, begins with PEIL1:</source>
            <translation>Anmeldecode, beginnt mit PEIL1:</translation>
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
            <source>Join</source>
            <translation>Beitreten</translation>
        </message>
    </context>
    <context>
        <name>FinishedPage</name>
        <message>
            <source>The interview is sealed</source>
            <translation>Das Gespräch ist versiegelt</translation>
        </message>
        <message>
            <source>New interview</source>
            <translation>Neues Gespräch</translation>
        </message>
        <message>
            <source>Addresses for help</source>
            <translation>Adressen für Hilfe</translation>
        </message>
        <message>
            <source>To my interviews</source>
            <translation>Zu meinen Gesprächen</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Addresses for help</source>
            <translation>Adressen für Hilfe</translation>
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
            <translation>Neues Gespräch</translation>
        </message>
        <message>
            <source>My interviews</source>
            <translation>Meine Gespräche</translation>
        </message>
        <message>
            <source>No interview has been held on this tablet yet.</source>
            <translation>Auf diesem Tablet wurde noch kein Gespräch geführt.</translation>
        </message>
        <message>
            <source>Reached in %1</source>
            <translation>Erreicht in %1</translation>
        </message>
        <message>
            <source>Sent to the study office</source>
            <translation>An das Studienbüro gesendet</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>Letzter Kontakt: %1</translation>
        </message>
        <message numerus="yes">
            <source>Send %n interview(s)</source>
            <translation>
                <numerusform>%n Gespräch senden</numerusform>
                <numerusform>%n Gespräche senden</numerusform>
            </translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Abgleichen</translation>
        </message>
        <message numerus="yes">
            <source>Show more: %n interview(s) not listed</source>
            <translation>
                <numerusform>Mehr anzeigen: %n Interview nicht in der Liste</numerusform>
                <numerusform>Mehr anzeigen: %n Interviews nicht in der Liste</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InterviewPage</name>
        <message>
            <source>%1  ·  saved</source>
            <translation>%1  ·  gespeichert</translation>
        </message>
        <message>
            <source>%1  ·  saving</source>
            <translation>%1  ·  wird gespeichert</translation>
        </message>
        <message>
            <source>%1  ·  NOT saved</source>
            <translation>%1  ·  NICHT gespeichert</translation>
        </message>
        <message>
            <source>Sections</source>
            <translation>Abschnitte</translation>
        </message>
        <message>
            <source>Language of the interview</source>
            <translation>Sprache des Gesprächs</translation>
        </message>
        <message>
            <source>Break off</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>%1 percent answered</source>
            <translation>%1 Prozent beantwortet</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>To the end</source>
            <translation>Zum Ende</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
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
            <translation>Sprache des Gesprächs</translation>
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
        <name>Messages</name>
        <message>
            <source>That is not the passphrase.</source>
            <translation>Das ist nicht der Kennsatz.</translation>
        </message>
        <message>
            <source>Wait until the time is over, then try again.</source>
            <translation>Warten Sie, bis die Zeit abgelaufen ist, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <source>This passphrase is too short or easy to guess. Take five words or more that do not belong together.</source>
            <translation>Dieser Kennsatz ist zu kurz oder leicht zu erraten. Nehmen Sie fünf oder mehr Wörter, die nicht zusammengehören.</translation>
        </message>
        <message>
            <source>The key file of this tablet is damaged. Hand it in at the study office.</source>
            <translation>Die Schlüsseldatei dieses Tablets ist beschädigt. Geben Sie es im Studienbüro ab.</translation>
        </message>
        <message>
            <source>The tablet is full: nothing new can be kept. Free some space, then go on.</source>
            <translation>Das Tablet ist voll: Nichts Neues kann gespeichert werden. Schaffen Sie Platz und machen Sie dann weiter.</translation>
        </message>
        <message>
            <source>Another program holds the store of this tablet. Close it, then try again.</source>
            <translation>Ein anderes Programm benutzt den Speicher dieses Tablets. Schließen Sie es und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <source>The tablet could not write. Nothing that was saved before is lost; restart the tablet.</source>
            <translation>Das Tablet konnte nicht schreiben. Früher Gespeichertes ist nicht verloren; starten Sie das Tablet neu.</translation>
        </message>
        <message>
            <source>The store is locked.</source>
            <translation>Der Speicher ist gesperrt.</translation>
        </message>
        <message>
            <source>This tablet belongs to no study yet. Enrol it first.</source>
            <translation>Dieses Tablet gehört noch zu keiner Studie. Melden Sie es zuerst an.</translation>
        </message>
        <message>
            <source>The study is not on this tablet yet. Sync once where there is a network.</source>
            <translation>Die Studie ist noch nicht auf diesem Tablet. Gleichen Sie einmal ab, wo es ein Netz gibt.</translation>
        </message>
        <message>
            <source>The study that the server sent cannot be trusted or read, so it was not taken. Tell the study office.</source>
            <translation>Die vom Server gesandte Studie ist nicht vertrauenswürdig oder nicht lesbar und wurde deshalb nicht übernommen. Sagen Sie dem Studienbüro Bescheid.</translation>
        </message>
        <message>
            <source>The server offers an older version of the study than this tablet has, so it was not taken. Tell the study office.</source>
            <translation>Der Server bietet eine ältere Version der Studie an als die auf diesem Tablet; sie wurde deshalb nicht übernommen. Sagen Sie dem Studienbüro Bescheid.</translation>
        </message>
        <message>
            <source>This is not the server of your study, so nothing was sent to it. Check the network or ask for a new code.</source>
            <translation>Das ist nicht der Server Ihrer Studie, deshalb wurde nichts dorthin gesendet. Prüfen Sie das Netz oder bitten Sie um einen neuen Code.</translation>
        </message>
        <message>
            <source>The server cannot be reached. Try again where there is a network.</source>
            <translation>Der Server ist nicht erreichbar. Versuchen Sie es erneut, wo es ein Netz gibt.</translation>
        </message>
        <message>
            <source>The server did not accept the code. It works once and for ten minutes; ask for a new one.</source>
            <translation>Der Server hat den Code nicht angenommen. Er gilt einmal und zehn Minuten lang; bitten Sie um einen neuen.</translation>
        </message>
        <message>
            <source>A question still needs an answer, or a reason for no answer.</source>
            <translation>Eine Frage braucht noch eine Antwort oder einen Grund, warum es keine gibt.</translation>
        </message>
        <message>
            <source>This is not an enrolment code. It begins with PEIL1: and comes from the study office.</source>
            <translation>Das ist kein Anmeldecode. Er beginnt mit PEIL1: und kommt vom Studienbüro.</translation>
        </message>
        <message>
            <source>Not saved: this number is not finished. Type the rest, or clear it.</source>
            <translation>Nicht gespeichert: Diese Zahl ist nicht fertig. Geben Sie den Rest ein oder leeren Sie das Feld.</translation>
        </message>
        <message>
            <source>Not saved: this is not a number. Use digits only.</source>
            <translation>Nicht gespeichert: Das ist keine Zahl. Verwenden Sie nur Ziffern.</translation>
        </message>
        <message>
            <source>Not saved: this number is too large. The highest is %1.</source>
            <translation>Nicht gespeichert: Diese Zahl ist zu groß. Die höchste ist %1.</translation>
        </message>
        <message>
            <source>Not saved: this number is too small. The lowest is %1.</source>
            <translation>Nicht gespeichert: Diese Zahl ist zu klein. Die niedrigste ist %1.</translation>
        </message>
        <message>
            <source>Not saved: this answer does not fit the question. Change it, or clear it.</source>
            <translation>Nicht gespeichert: Diese Antwort passt nicht zur Frage. Ändern oder löschen Sie sie.</translation>
        </message>
        <message>
            <source>The answer is still %1.</source>
            <translation>Die Antwort ist weiterhin %1.</translation>
        </message>
        <message>
            <source>No more of these can be added.</source>
            <translation>Es kann nichts mehr hinzugefügt werden.</translation>
        </message>
        <message>
            <source>The key files of this tablet are lost, so its interviews cannot be opened. Nothing was changed. Hand it in at the study office, and do not set it up again.</source>
            <translation>Die Schlüsseldateien dieses Tablets fehlen, daher lassen sich die Interviews nicht öffnen. Es wurde nichts geändert. Geben Sie es im Studienbüro ab und richten Sie es nicht neu ein.</translation>
        </message>
        <message>
            <source>The device secret of this tablet is missing or damaged, so its interviews cannot be opened. Nothing was changed. Hand it in at the study office, and do not set it up again.</source>
            <translation>Das Gerätegeheimnis dieses Tablets fehlt oder ist beschädigt, daher lassen sich die Interviews nicht öffnen. Es wurde nichts geändert. Geben Sie es im Studienbüro ab und richten Sie es nicht neu ein.</translation>
        </message>
        <message>
            <source>A key file on this tablet belongs to another tablet. Nothing was changed. Hand it in at the study office.</source>
            <translation>Eine Schlüsseldatei auf diesem Tablet gehört zu einem anderen Tablet. Es wurde nichts geändert. Geben Sie es im Studienbüro ab.</translation>
        </message>
        <message>
            <source>The file with the interviews of this tablet is missing or empty. No new one was made in its place. Hand it in at the study office, and do not set it up again.</source>
            <translation>Die Datei mit den Interviews dieses Tablets fehlt oder ist leer. Es wurde keine neue angelegt. Geben Sie es im Studienbüro ab und richten Sie es nicht neu ein.</translation>
        </message>
        <message>
            <source>There is a store on this tablet already, and it is not overwritten. Start the app again.</source>
            <translation>Auf diesem Tablet gibt es schon einen Speicher; er wird nicht überschrieben. Starten Sie die App neu.</translation>
        </message>
        <message>
            <source>Other users of this device can read the folder of the interviews. Hand it in at the study office.</source>
            <translation>Andere Benutzer dieses Geräts können den Ordner mit den Interviews lesen. Geben Sie es im Studienbüro ab.</translation>
        </message>
        <message>
            <source>The passphrase is right, but the file with the interviews does not open: it is damaged, or it was exchanged for another one. Hand it in at the study office.</source>
            <translation>Der Kennsatz stimmt, aber die Datei mit den Interviews lässt sich nicht öffnen: Sie ist beschädigt oder wurde vertauscht. Geben Sie das Tablet im Studienbüro ab.</translation>
        </message>
        <message>
            <source>A part of the file with the interviews is damaged. Hand it in at the study office.</source>
            <translation>Ein Teil der Datei mit den Interviews ist beschädigt. Geben Sie das Tablet im Studienbüro ab.</translation>
        </message>
        <message>
            <source>There were too many wrong tries: what was begun on this tablet is gone. What was finished is sealed and can still be sent. Hand it in at the study office.</source>
            <translation>Es gab zu viele falsche Versuche: Was auf diesem Tablet begonnen wurde, ist verloren. Was abgeschlossen wurde, ist versiegelt und kann noch gesendet werden. Geben Sie es im Studienbüro ab.</translation>
        </message>
        <message>
            <source>A sealed interview on this tablet is damaged. Hand the tablet in at the study office.</source>
            <translation>Ein versiegeltes Interview auf diesem Tablet ist beschädigt. Geben Sie das Tablet im Studienbüro ab.</translation>
        </message>
        <message>
            <source>There is nothing on this tablet that can be sent.</source>
            <translation>Auf diesem Tablet ist nichts, das gesendet werden kann.</translation>
        </message>
        <message>
            <source>The server does not take what was finished on this tablet. Hand it in at the study office.</source>
            <translation>Der Server nimmt nicht an, was auf diesem Tablet abgeschlossen wurde. Geben Sie es im Studienbüro ab.</translation>
        </message>
        <message>
            <source>The date or the time of this tablet is wrong, so it cannot check the server. Set them, then sync again.</source>
            <translation>Datum oder Uhrzeit dieses Tablets sind falsch, daher kann es den Server nicht prüfen. Stellen Sie beides ein und synchronisieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>This tablet has finished interviews of another study office, so it stays with that one. Nothing was changed.</source>
            <translation>Auf diesem Tablet wurden Interviews für ein anderes Studienbüro abgeschlossen, daher bleibt es dort. Es wurde nichts geändert.</translation>
        </message>
    </context>
    <context>
        <name>NoAnswerRow</name>
        <message>
            <source>Don't know</source>
            <translation>Weiß nicht</translation>
        </message>
        <message>
            <source>Refuses to say</source>
            <translation>Möchte es nicht sagen</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
    </context>
    <context>
        <name>NoStudyPage</name>
        <message>
            <source>Fetching the study</source>
            <translation>Die Studie wird geholt</translation>
        </message>
        <message>
            <source>The questionnaire and the places are being taken from the server. This needs a network once.</source>
            <translation>Fragebogen und Orte werden vom Server geholt. Dafür braucht es einmal ein Netz.</translation>
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
        <name>PassphraseEntry</name>
        <message>
            <source>Tap here and type</source>
            <translation>Hier tippen und schreiben</translation>
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
        <name>QuestionView</name>
        <message>
            <source>Please answer this question, or choose a reason for no answer.</source>
            <translation>Bitte beantworten Sie diese Frage oder wählen Sie, warum es keine Antwort gibt.</translation>
        </message>
        <message>
            <source>This answer does not fit the question.</source>
            <translation>Diese Antwort passt nicht zur Frage.</translation>
        </message>
        <message>
            <source>This tablet cannot show this kind of question. Choose a reason for no answer and go on.</source>
            <translation>Dieses Tablet kann diese Art von Frage nicht zeigen. Wählen Sie, warum es keine Antwort gibt, und machen Sie weiter.</translation>
        </message>
        <message>
            <source>Please answer this question.</source>
            <translation>Bitte beantworten Sie diese Frage.</translation>
        </message>
        <message>
            <source>This tablet cannot show this kind of question. Go on to the next one.</source>
            <translation>Dieses Tablet kann diese Art von Frage nicht zeigen. Machen Sie mit der nächsten weiter.</translation>
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
            <source>%n of them still on this tablet</source>
            <translation>
                <numerusform>Davon noch %n auf diesem Tablet</numerusform>
                <numerusform>Davon noch %n auf diesem Tablet</numerusform>
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
            <source>Not put in order yet</source>
            <translation>Noch nicht geordnet</translation>
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
            <source>It opens this tablet if the passphrase is forgotten. It is shown this once. Keep the paper at the study office, not with the tablet.</source>
            <translation>Er öffnet dieses Tablet, wenn der Kennsatz vergessen ist. Er wird nur dieses eine Mal gezeigt. Verwahren Sie das Papier im Studienbüro, nicht beim Tablet.</translation>
        </message>
        <message>
            <source>The recovery code, painted as a picture: it is given to no screen reader.</source>
            <translation>Der Wiederherstellungscode, als Bild gezeichnet: Ein Bildschirmleser erhält ihn nicht.</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>Ich habe ihn aufgeschrieben</translation>
        </message>
    </context>
    <context>
        <name>ReferralsPage</name>
        <message>
            <source>Addresses for help</source>
            <translation>Adressen für Hilfe</translation>
        </message>
        <message>
            <source>The study has no cards for this city.</source>
            <translation>Die Studie hat keine Karten für diese Stadt.</translation>
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
            <translation>Prüfen</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) must be answered or corrected first.</source>
            <translation>
                <numerusform>%n Frage muss zuerst beantwortet oder berichtigt werden.</numerusform>
                <numerusform>%n Fragen müssen zuerst beantwortet oder berichtigt werden.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) have no answer. That is allowed.</source>
            <translation>
                <numerusform>%n Frage hat keine Antwort. Das ist erlaubt.</numerusform>
                <numerusform>%n Fragen haben keine Antwort. Das ist erlaubt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every question has an answer.</source>
            <translation>Jede Frage hat eine Antwort.</translation>
        </message>
        <message>
            <source>After this nobody can read or change the answers on this tablet, you included.</source>
            <translation>Danach kann niemand mehr die Antworten auf diesem Tablet lesen oder ändern, auch Sie nicht.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Einen Moment…</translation>
        </message>
        <message>
            <source>Finish and seal</source>
            <translation>Abschließen und versiegeln</translation>
        </message>
    </context>
    <context>
        <name>SectionsPage</name>
        <message>
            <source>Sections</source>
            <translation>Abschnitte</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>%1: %2 of %3 answered</source>
            <translation>%1: %2 von %3 beantwortet</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
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
            <source>Bright sun</source>
            <translation>Helle Sonne</translation>
        </message>
        <message>
            <source>Large type</source>
            <translation>Große Schrift</translation>
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
            <source>The device secret is kept in a file: this tablet has no key store that Peil can use. The passphrase protects it.</source>
            <translation>Das Gerätegeheimnis liegt in einer Datei: Dieses Tablet hat keinen Schlüsselspeicher, den Peil nutzen kann. Der Kennsatz schützt es.</translation>
        </message>
        <message>
            <source>The device secret is kept in the key store of this tablet.</source>
            <translation>Das Gerätegeheimnis liegt im Schlüsselspeicher dieses Tablets.</translation>
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
        <message numerus="yes">
            <source>Send %n interview(s)</source>
            <translation>
                <numerusform>%n Interview senden</numerusform>
                <numerusform>%n Interviews senden</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Sync</source>
            <translation>Abgleichen</translation>
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
            <translation>Vom Studienbüro empfangen</translation>
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
            <translation>Jetzt abgleichen</translation>
        </message>
    </context>
    <context>
        <name>TextEditor</name>
        <message>
            <source>Type the answer here</source>
            <translation>Antwort hier eingeben</translation>
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
            <source>The next try is possible in %n second(s).</source>
            <translation>
                <numerusform>Der nächste Versuch ist in %n Sekunde möglich.</numerusform>
                <numerusform>Der nächste Versuch ist in %n Sekunden möglich.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n try(ies) left. After that, what is on this tablet can no longer be read.</source>
            <translation>
                <numerusform>Noch %n Versuch. Danach kann, was auf diesem Tablet ist, nicht mehr gelesen werden.</numerusform>
                <numerusform>Noch %n Versuche. Danach kann, was auf diesem Tablet ist, nicht mehr gelesen werden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Passphrase or recovery code</source>
            <translation>Kennsatz oder Wiederherstellungscode</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Einen Moment…</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Entsperren</translation>
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
            <source>%1 replaced by a newer one</source>
            <translation>%1 durch ein neueres ersetzt</translation>
        </message>
        <message>
            <source>This tablet was put back from an older copy (noticed: %1). New interviews are numbered behind those that the study office has. Tell your coordinator: what was made after the copy and not sent is gone.</source>
            <translation>Dieses Tablet wurde aus einer älteren Kopie wiederhergestellt (bemerkt: %1). Neue Interviews werden hinter denen nummeriert, die das Studienbüro schon hat. Sagen Sie Ihrer Koordination Bescheid: Was nach der Kopie entstand und nicht gesendet wurde, ist verloren.</translation>
        </message>
        <message>
            <source>Alarm since %1: the server of the study has lost or changed something that it had confirmed. Go on working; nothing is deleted on this tablet. Tell the study office now.</source>
            <translation>Alarm seit %1: Der Server der Studie hat etwas verloren oder verändert, das er bestätigt hatte. Arbeiten Sie weiter; auf diesem Tablet wird nichts gelöscht. Sagen Sie dem Studienbüro sofort Bescheid.</translation>
        </message>
        <message>
            <source>The server of the study was put back from a backup (noticed: %1). What it had lost is sent again. If the study office does not know of this, tell them now.</source>
            <translation>Der Server der Studie wurde aus einer Sicherung wiederhergestellt (bemerkt: %1). Was ihm fehlte, wird erneut gesendet. Wenn das Studienbüro davon nichts weiß, sagen Sie dort sofort Bescheid.</translation>
        </message>
        <message>
            <source>%1 held twice</source>
            <translation>%1 doppelt geführt</translation>
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
            <source>%1 without a city of the study</source>
            <translation>%1 ohne Stadt der Studie</translation>
        </message>
        <message>
            <source>%1 without a group of the study</source>
            <translation>%1 ohne Gruppe der Studie</translation>
        </message>
        <message>
            <source>%1 of another group than noted</source>
            <translation>%1 aus einer anderen Gruppe als angegeben</translation>
        </message>
        <message>
            <source>%1 against a rule of the study</source>
            <translation>%1 gegen eine Regel der Studie</translation>
        </message>
        <message>
            <source>The two passphrases are not the same. Type the second one again.</source>
            <translation>Die beiden Kennsätze sind nicht gleich. Geben Sie den zweiten erneut ein.</translation>
        </message>
        <message>
            <source>Today, %1</source>
            <translation>Heute, %1</translation>
        </message>
        <message>
            <source>Broken off</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <source>Not finished</source>
            <translation>Nicht fertig</translation>
        </message>
        <message>
            <source>To be sent</source>
            <translation>Noch zu senden</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Empfangen</translation>
        </message>
        <message>
            <source>Received, to be checked</source>
            <translation>Empfangen, wird geprüft</translation>
        </message>
        <message>
            <source>Night shelter</source>
            <translation>Notschlafstelle</translation>
        </message>
        <message>
            <source>Drop-in centre</source>
            <translation>Tagestreff</translation>
        </message>
        <message>
            <source>Consumption room</source>
            <translation>Konsumraum</translation>
        </message>
        <message>
            <source>Public space</source>
            <translation>Öffentlicher Raum</translation>
        </message>
        <message>
            <source>The last answers were not saved. %1 The interview shows which answers it has.</source>
            <translation>Die letzten Antworten wurden nicht gespeichert. %1 Das Gespräch zeigt, welche Antworten es hat.</translation>
        </message>
        <message>
            <source>The clock of this tablet is wrong. It is %1. Interviews carry the right time; set the clock all the same.</source>
            <translation>Die Uhr dieses Tablets geht falsch. Es ist %1. Die Interviews tragen die richtige Zeit; stellen Sie die Uhr trotzdem.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::RescueController</name>
        <message>
            <source>Sending.</source>
            <translation>Wird gesendet.</translation>
        </message>
        <message numerus="yes">
            <source>%n finished interview(s) on this tablet are sealed and not sent yet. They can be sent without the passphrase, where there is a network.</source>
            <translation>
                <numerusform>%n abgeschlossenes Interview auf diesem Tablet ist versiegelt und noch nicht gesendet. Es kann ohne Kennsatz gesendet werden, wo es ein Netz gibt.</numerusform>
                <numerusform>%n abgeschlossene Interviews auf diesem Tablet sind versiegelt und noch nicht gesendet. Sie können ohne Kennsatz gesendet werden, wo es ein Netz gibt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything that was finished has arrived at the study office.</source>
            <translation>Alles Abgeschlossene ist im Studienbüro angekommen.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SectionListModel</name>
        <message>
            <source>Beginning</source>
            <translation>Anfang</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SyncController</name>
        <message>
            <source>Everything that was finished has been sent.</source>
            <translation>Alles Abgeschlossene wurde gesendet.</translation>
        </message>
        <message numerus="yes">
            <source>%n interview(s) wait to be sent.</source>
            <translation>
                <numerusform>%n Gespräch wartet auf das Senden.</numerusform>
                <numerusform>%n Gespräche warten auf das Senden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sending. You can go on working.</source>
            <translation>Wird gesendet. Sie können weiterarbeiten.</translation>
        </message>
        <message numerus="yes">
            <source>No answer from the server. Next try in %n second(s).</source>
            <translation>
                <numerusform>Keine Antwort vom Server. Nächster Versuch in %n Sekunde.</numerusform>
                <numerusform>Keine Antwort vom Server. Nächster Versuch in %n Sekunden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything that was finished has arrived at the study office.</source>
            <translation>Alles Abgeschlossene ist im Studienbüro angekommen.</translation>
        </message>
        <message>
            <source>There is no network, or the server does not answer. Everything is kept here and goes with the next sync.</source>
            <translation>Es gibt kein Netz, oder der Server antwortet nicht. Alles bleibt hier gespeichert und geht beim nächsten Mal mit.</translation>
        </message>
        <message>
            <source>The server is busy. Everything is kept here and goes with the next sync.</source>
            <translation>Der Server ist ausgelastet. Alles bleibt hier gespeichert und geht beim nächsten Mal mit.</translation>
        </message>
        <message>
            <source>The server refused. Ask your coordinator whether this tablet is still enrolled.</source>
            <translation>Der Server hat abgelehnt. Fragen Sie die Koordination, ob dieses Tablet noch angemeldet ist.</translation>
        </message>
        <message>
            <source>The tablet could not keep what the server sent. See whether it is full.</source>
            <translation>Das Tablet konnte nicht speichern, was der Server sandte. Sehen Sie nach, ob es voll ist.</translation>
        </message>
        <message>
            <source>Everything that was finished has arrived. The study that the server offers was not taken: it is older than the one on this tablet, or cannot be trusted or read. Tell the study office.</source>
            <translation>Alles Abgeschlossene ist angekommen. Die Studie, die der Server anbietet, wurde nicht übernommen: Sie ist älter als die auf diesem Tablet oder nicht vertrauenswürdig oder nicht lesbar. Sagen Sie dem Studienbüro Bescheid.</translation>
        </message>
        <message>
            <source>The study office has withdrawn this tablet. What was finished has been sent, and the tablet erases itself. Hand it in.</source>
            <translation>Das Studienbüro hat dieses Tablet zurückgezogen. Was fertig war, ist gesendet, und das Tablet löscht sich selbst. Geben Sie es ab.</translation>
        </message>
    </context>
</TS>
