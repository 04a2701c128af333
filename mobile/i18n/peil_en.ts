<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>AcknowledgeEditor</name>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
    </context>
    <context>
        <name>BreakOffSheet</name>
        <message>
            <source>Why are you stopping the interview?</source>
            <translation>Why are you stopping the interview?</translation>
        </message>
        <message>
            <source>The person has no time right now</source>
            <translation>The person has no time right now</translation>
        </message>
        <message>
            <source>The person wants to stop</source>
            <translation>The person wants to stop</translation>
        </message>
        <message>
            <source>We were interrupted</source>
            <translation>We were interrupted</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Something else</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Back to the interview</translation>
        </message>
        <message>
            <source>This interview was started by mistake</source>
            <translation>This interview was started by mistake</translation>
        </message>
        <message>
            <source>Erase this interview</source>
            <translation>Erase this interview</translation>
        </message>
        <message>
            <source>Pause or stop?</source>
            <translation>Pause or stop?</translation>
        </message>
        <message>
            <source>After a pause you go on where you were, today or another day. All answers are kept.</source>
            <translation>After a pause you go on where you were, today or another day. All answers are kept.</translation>
        </message>
        <message>
            <source>Pause: go on another time</source>
            <translation>Pause: go on another time</translation>
        </message>
        <message>
            <source>Stop for good…</source>
            <translation>Stop for good…</translation>
        </message>
        <message>
            <source>This is final: the interview is sealed as incomplete and sent. No one can go on with it or change it, not even you.</source>
            <translation>This is final: the interview is sealed as incomplete and sent. No one can go on with it or change it, not even you.</translation>
        </message>
        <message>
            <source>Hold to finish for good, incomplete</source>
            <translation>Hold to finish for good, incomplete</translation>
        </message>
        <message>
            <source>Why should it be erased?</source>
            <translation>Why should it be erased?</translation>
        </message>
        <message>
            <source>All answers of this interview are deleted. Only that it was erased, and why, is sent. This cannot be undone.</source>
            <translation>All answers of this interview are deleted. Only that it was erased, and why, is sent. This cannot be undone.</translation>
        </message>
        <message>
            <source>Opened by mistake</source>
            <translation>Opened by mistake</translation>
        </message>
        <message>
            <source>At the wrong place</source>
            <translation>At the wrong place</translation>
        </message>
        <message>
            <source>There is another one of the same person</source>
            <translation>There is another one of the same person</translation>
        </message>
        <message>
            <source>Only to try it out</source>
            <translation>Only to try it out</translation>
        </message>
    </context>
    <context>
        <name>ChangePassphrasePage</name>
        <message>
            <source>Change passphrase</source>
            <translation>Change passphrase</translation>
        </message>
        <message>
            <source>The recovery code stays the same.</source>
            <translation>The recovery code stays the same.</translation>
        </message>
        <message>
            <source>Current passphrase</source>
            <translation>Current passphrase</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>New passphrase</translation>
        </message>
        <message>
            <source>Repeat the new passphrase</source>
            <translation>Repeat the new passphrase</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>One moment…</translation>
        </message>
    </context>
    <context>
        <name>ChapterStrip</name>
        <message>
            <source>Chapter %1 of %2: %3</source>
            <translation>Chapter %1 of %2: %3</translation>
        </message>
    </context>
    <context>
        <name>ChooseSitePage</name>
        <message>
            <source>Where are you?</source>
            <translation>Where are you?</translation>
        </message>
        <message>
            <source>The interview starts when you choose a place.</source>
            <translation>The interview starts when you choose a place.</translation>
        </message>
        <message>
            <source>The place of this shift.</source>
            <translation>The place of this shift.</translation>
        </message>
    </context>
    <context>
        <name>CreateStorePage</name>
        <message>
            <source>Choose a passphrase</source>
            <translation>Choose a passphrase</translation>
        </message>
        <message>
            <source>It protects everything on this tablet. Use five or more unrelated words, such as the names of things around you. No one can look it up for you.</source>
            <translation>It protects everything on this tablet. Use five or more unrelated words, such as the names of things around you. No one can look it up for you.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>Repeat the passphrase</source>
            <translation>Repeat the passphrase</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>One moment…</translation>
        </message>
        <message>
            <source>Use this passphrase</source>
            <translation>Use this passphrase</translation>
        </message>
    </context>
    <context>
        <name>DateEditor</name>
        <message>
            <source>No date chosen yet</source>
            <translation>No date chosen yet</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>This month</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>This year</translation>
        </message>
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Enrol in a study</source>
            <translation>Enrol in a study</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>Ask the study office for an enrolment code. You can use it once, within ten minutes.</source>
            <translation>Ask the study office for an enrolment code. You can use it once, within ten minutes.</translation>
        </message>
        <message>
            <source>Enrolment code (starts with PEIL1:)</source>
            <translation>Enrolment code (starts with PEIL1:)</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Paste</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>One moment…</translation>
        </message>
        <message>
            <source>Enrol</source>
            <translation>Enrol</translation>
        </message>
    </context>
    <context>
        <name>FinishedPage</name>
        <message>
            <source>New interview</source>
            <translation>New interview</translation>
        </message>
        <message>
            <source>Support contacts</source>
            <translation>Support contacts</translation>
        </message>
        <message>
            <source>To my interviews</source>
            <translation>To my interviews</translation>
        </message>
        <message>
            <source>Done and stored safely</source>
            <translation>Done and stored safely</translation>
        </message>
    </context>
    <context>
        <name>HandBackPage</name>
        <message>
            <source>Thank you. Please give the tablet back.</source>
            <translation>Thank you. Please give the tablet back.</translation>
        </message>
        <message>
            <source>For the interviewer: go on</source>
            <translation>For the interviewer: go on</translation>
        </message>
    </context>
    <context>
        <name>HandOverPage</name>
        <message>
            <source>Lock</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>The participant has answered this part</source>
            <translation>The participant has answered this part</translation>
        </message>
        <message>
            <source>The participant answers the next questions alone</source>
            <translation>The participant answers the next questions alone</translation>
        </message>
        <message>
            <source>The participant sees one question at a time and cannot reach other answers. After the last question, the tablet asks for your PIN or passphrase.</source>
            <translation>The participant sees one question at a time and cannot reach other answers. After the last question, the tablet asks for your PIN or passphrase.</translation>
        </message>
        <message>
            <source>%1 of %2 answered</source>
            <translation>%1 of %2 answered</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Hand over again</source>
            <translation>Hand over again</translation>
        </message>
        <message>
            <source>Hand over the tablet</source>
            <translation>Hand over the tablet</translation>
        </message>
        <message>
            <source>Ask the questions myself</source>
            <translation>Ask the questions myself</translation>
        </message>
        <message>
            <source>Leave this part out for now</source>
            <translation>Leave this part out for now</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Support contacts</source>
            <translation>Support contacts</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>New interview</source>
            <translation>New interview</translation>
        </message>
        <message>
            <source>My interviews</source>
            <translation>My interviews</translation>
        </message>
        <message>
            <source>There are no interviews on this tablet yet.</source>
            <translation>There are no interviews on this tablet yet.</translation>
        </message>
        <message>
            <source>Progress in %1</source>
            <translation>Progress in %1</translation>
        </message>
        <message>
            <source>Sent to the study office</source>
            <translation>Sent to the study office</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>Last contact: %1</translation>
        </message>
        <message numerus="yes">
            <source>Send %n interview(s)</source>
            <translation>
                <numerusform>Send %n interview</numerusform>
                <numerusform>Send %n interviews</numerusform>
            </translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sync</translation>
        </message>
        <message numerus="yes">
            <source>Show more (%n interview(s) hidden)</source>
            <translation>
                <numerusform>Show more (%n interview hidden)</numerusform>
                <numerusform>Show more (%n interviews hidden)</numerusform>
            </translation>
        </message>
        <message>
            <source>People approached</source>
            <translation>People approached</translation>
        </message>
        <message>
            <source>Place of this shift: %1. Change it</source>
            <translation>Place of this shift: %1. Change it</translation>
        </message>
    </context>
    <context>
        <name>InterviewPage</name>
        <message>
            <source>Language of the interview</source>
            <translation>Language of the interview</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>saved</translation>
        </message>
        <message>
            <source>saving</source>
            <translation>saving</translation>
        </message>
        <message>
            <source>NOT saved</source>
            <translation>NOT saved</translation>
        </message>
        <message>
            <source>Chapters</source>
            <translation>Chapters</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Pause or stop</source>
            <translation>Pause or stop</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Support contacts</source>
            <translation>Support contacts</translation>
        </message>
    </context>
    <context>
        <name>KeyBoard</name>
        <message>
            <source>Capital letter</source>
            <translation>Capital letter</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>Delete the last character</source>
            <translation>Delete the last character</translation>
        </message>
    </context>
    <context>
        <name>LanguageSheet</name>
        <message>
            <source>Language of the interview</source>
            <translation>Language of the interview</translation>
        </message>
    </context>
    <context>
        <name>ListEditor</name>
        <message>
            <source>Choose from the list</source>
            <translation>Choose from the list</translation>
        </message>
    </context>
    <context>
        <name>LockWarning</name>
        <message numerus="yes">
            <source>This tablet locks in %n second(s).</source>
            <translation>
                <numerusform>This tablet locks in %n second.</numerusform>
                <numerusform>This tablet locks in %n seconds.</numerusform>
            </translation>
        </message>
        <message>
            <source>Touch the screen or press a key to continue.</source>
            <translation>Touch the screen or press a key to continue.</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>Wrong passphrase.</source>
            <translation>Wrong passphrase.</translation>
        </message>
        <message>
            <source>Wait for the countdown to end, then try again.</source>
            <translation>Wait for the countdown to end, then try again.</translation>
        </message>
        <message>
            <source>This passphrase is too short or too easy to guess. Use five or more unrelated words.</source>
            <translation>This passphrase is too short or too easy to guess. Use five or more unrelated words.</translation>
        </message>
        <message>
            <source>The key file on this tablet is damaged. Return the tablet to the study office.</source>
            <translation>The key file on this tablet is damaged. Return the tablet to the study office.</translation>
        </message>
        <message>
            <source>The tablet is full, so nothing more can be saved. Free up some space, then continue.</source>
            <translation>The tablet is full, so nothing more can be saved. Free up some space, then continue.</translation>
        </message>
        <message>
            <source>Another program is using the interviews on this tablet. Close it, then try again.</source>
            <translation>Another program is using the interviews on this tablet. Close it, then try again.</translation>
        </message>
        <message>
            <source>The tablet could not save. Earlier answers are not lost; restart the tablet.</source>
            <translation>The tablet could not save. Earlier answers are not lost; restart the tablet.</translation>
        </message>
        <message>
            <source>This tablet is locked.</source>
            <translation>This tablet is locked.</translation>
        </message>
        <message>
            <source>This tablet is not enrolled in a study yet. Enrol it first.</source>
            <translation>This tablet is not enrolled in a study yet. Enrol it first.</translation>
        </message>
        <message>
            <source>The study is not on this tablet yet. Connect to a network and sync.</source>
            <translation>The study is not on this tablet yet. Connect to a network and sync.</translation>
        </message>
        <message>
            <source>The study that the server sent is not trusted or cannot be read, so it was rejected. Contact the study office.</source>
            <translation>The study that the server sent is not trusted or cannot be read, so it was rejected. Contact the study office.</translation>
        </message>
        <message>
            <source>The server offers an older version of the study than the one on this tablet, so it was rejected. Contact the study office.</source>
            <translation>The server offers an older version of the study than the one on this tablet, so it was rejected. Contact the study office.</translation>
        </message>
        <message>
            <source>This is not the server of your study, so nothing was sent. Check the network, or ask for a new code.</source>
            <translation>This is not the server of your study, so nothing was sent. Check the network, or ask for a new code.</translation>
        </message>
        <message>
            <source>The server cannot be reached. Check the network connection and try again.</source>
            <translation>The server cannot be reached. Check the network connection and try again.</translation>
        </message>
        <message>
            <source>The server rejected the code. A code can be used once, within ten minutes; ask for a new one.</source>
            <translation>The server rejected the code. A code can be used once, within ten minutes; ask for a new one.</translation>
        </message>
        <message>
            <source>One question still needs an answer or a reason for no answer.</source>
            <translation>One question still needs an answer or a reason for no answer.</translation>
        </message>
        <message>
            <source>This is not an enrolment code. An enrolment code starts with PEIL1: and comes from the study office.</source>
            <translation>This is not an enrolment code. An enrolment code starts with PEIL1: and comes from the study office.</translation>
        </message>
        <message>
            <source>Not saved: this number is incomplete. Type the rest or clear the field.</source>
            <translation>Not saved: this number is incomplete. Type the rest or clear the field.</translation>
        </message>
        <message>
            <source>Not saved: this is not a number. Use digits only.</source>
            <translation>Not saved: this is not a number. Use digits only.</translation>
        </message>
        <message>
            <source>Not saved: this number is too large. The maximum is %1.</source>
            <translation>Not saved: this number is too large. The maximum is %1.</translation>
        </message>
        <message>
            <source>Not saved: this number is too small. The minimum is %1.</source>
            <translation>Not saved: this number is too small. The minimum is %1.</translation>
        </message>
        <message>
            <source>Not saved: this answer does not fit the question. Change it or clear it.</source>
            <translation>Not saved: this answer does not fit the question. Change it or clear it.</translation>
        </message>
        <message>
            <source>The saved answer is still %1.</source>
            <translation>The saved answer is still %1.</translation>
        </message>
        <message>
            <source>No more can be added.</source>
            <translation>No more can be added.</translation>
        </message>
        <message>
            <source>The key files on this tablet are missing, so its interviews cannot be opened. Nothing was changed. Return the tablet to the study office and do not set it up again.</source>
            <translation>The key files on this tablet are missing, so its interviews cannot be opened. Nothing was changed. Return the tablet to the study office and do not set it up again.</translation>
        </message>
        <message>
            <source>The secret key of this tablet is missing or damaged, so its interviews cannot be opened. Nothing was changed. Return the tablet to the study office and do not set it up again.</source>
            <translation>The secret key of this tablet is missing or damaged, so its interviews cannot be opened. Nothing was changed. Return the tablet to the study office and do not set it up again.</translation>
        </message>
        <message>
            <source>A key file on this tablet belongs to another tablet. Nothing was changed. Return the tablet to the study office.</source>
            <translation>A key file on this tablet belongs to another tablet. Nothing was changed. Return the tablet to the study office.</translation>
        </message>
        <message>
            <source>The file with the interviews on this tablet is missing or empty. No new file was created. Return the tablet to the study office and do not set it up again.</source>
            <translation>The file with the interviews on this tablet is missing or empty. No new file was created. Return the tablet to the study office and do not set it up again.</translation>
        </message>
        <message>
            <source>This tablet has already been set up. Nothing was overwritten. Restart the app.</source>
            <translation>This tablet has already been set up. Nothing was overwritten. Restart the app.</translation>
        </message>
        <message>
            <source>Other users of this tablet can read the folder with the interviews. Return the tablet to the study office.</source>
            <translation>Other users of this tablet can read the folder with the interviews. Return the tablet to the study office.</translation>
        </message>
        <message>
            <source>The passphrase is correct, but the file with the interviews cannot be opened: it is damaged or was replaced. Return the tablet to the study office.</source>
            <translation>The passphrase is correct, but the file with the interviews cannot be opened: it is damaged or was replaced. Return the tablet to the study office.</translation>
        </message>
        <message>
            <source>Part of the file with the interviews is damaged. Return the tablet to the study office.</source>
            <translation>Part of the file with the interviews is damaged. Return the tablet to the study office.</translation>
        </message>
        <message>
            <source>Too many wrong passphrases: unfinished interviews on this tablet are lost. Finished interviews are sealed and can still be sent. Return the tablet to the study office.</source>
            <translation>Too many wrong passphrases: unfinished interviews on this tablet are lost. Finished interviews are sealed and can still be sent. Return the tablet to the study office.</translation>
        </message>
        <message>
            <source>A sealed interview on this tablet is damaged. Return the tablet to the study office.</source>
            <translation>A sealed interview on this tablet is damaged. Return the tablet to the study office.</translation>
        </message>
        <message>
            <source>There is nothing to send on this tablet.</source>
            <translation>There is nothing to send on this tablet.</translation>
        </message>
        <message>
            <source>The server rejected the finished interviews on this tablet. Return the tablet to the study office.</source>
            <translation>The server rejected the finished interviews on this tablet. Return the tablet to the study office.</translation>
        </message>
        <message>
            <source>The date or time on this tablet is wrong, so it cannot verify the server. Correct the clock, then sync again.</source>
            <translation>The date or time on this tablet is wrong, so it cannot verify the server. Correct the clock, then sync again.</translation>
        </message>
        <message>
            <source>This tablet has finished interviews for another study office, so it cannot move to this one. Nothing was changed.</source>
            <translation>This tablet has finished interviews for another study office, so it cannot move to this one. Nothing was changed.</translation>
        </message>
        <message>
            <source>There is no network, or the server does not respond. Everything is stored on the tablet and will be sent at the next sync.</source>
            <translation>There is no network, or the server does not respond. Everything is stored on the tablet and will be sent at the next sync.</translation>
        </message>
        <message>
            <source>The server is busy. Everything is stored on the tablet and will be sent at the next sync.</source>
            <translation>The server is busy. Everything is stored on the tablet and will be sent at the next sync.</translation>
        </message>
        <message>
            <source>The server rejected this tablet. Ask your coordinator whether it is still enrolled.</source>
            <translation>The server rejected this tablet. Ask your coordinator whether it is still enrolled.</translation>
        </message>
        <message>
            <source>The tablet could not save what the server sent. Check whether it is full.</source>
            <translation>The tablet could not save what the server sent. Check whether it is full.</translation>
        </message>
        <message>
            <source>All finished interviews have arrived. The study on the server was rejected: it is older than the one on this tablet, not trusted, or cannot be read. Contact the study office.</source>
            <translation>All finished interviews have arrived. The study on the server was rejected: it is older than the one on this tablet, not trusted, or cannot be read. Contact the study office.</translation>
        </message>
        <message>
            <source>The study office has revoked this tablet. All finished interviews have been sent, and the tablet erases its data. Return it to the study office.</source>
            <translation>The study office has revoked this tablet. All finished interviews have been sent, and the tablet erases its data. Return it to the study office.</translation>
        </message>
    </context>
    <context>
        <name>NoAnswerRow</name>
        <message>
            <source>Don&apos;t know</source>
            <translation>Don&apos;t know</translation>
        </message>
        <message>
            <source>Prefers not to say</source>
            <translation>Prefers not to say</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Skip</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>No answer</translation>
        </message>
        <message>
            <source>Bring the answer back</source>
            <translation>Bring the answer back</translation>
        </message>
    </context>
    <context>
        <name>NoStudyPage</name>
        <message>
            <source>Downloading the study</source>
            <translation>Downloading the study</translation>
        </message>
        <message>
            <source>Downloading the questionnaire and the places from the server. This needs a network connection once.</source>
            <translation>Downloading the questionnaire and the places from the server. This needs a network connection once.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Lock</translation>
        </message>
    </context>
    <context>
        <name>NumberEditor</name>
        <message>
            <source>Delete the last digit</source>
            <translation>Delete the last digit</translation>
        </message>
    </context>
    <context>
        <name>ParticipantPage</name>
        <message>
            <source>Page %1 of %2</source>
            <translation>Page %1 of %2</translation>
        </message>
        <message>
            <source>Language of the interview</source>
            <translation>Language of the interview</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>Give back</translation>
        </message>
    </context>
    <context>
        <name>PassphraseEntry</name>
        <message>
            <source>Tap here and type</source>
            <translation>Tap here and type</translation>
        </message>
        <message>
            <source>Too short</source>
            <translation>Too short</translation>
        </message>
        <message>
            <source>Easy to guess</source>
            <translation>Easy to guess</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>Good</translation>
        </message>
        <message>
            <source>Strong</source>
            <translation>Strong</translation>
        </message>
        <message numerus="yes">
            <source>%n word(s)</source>
            <translation>
                <numerusform>%n word</numerusform>
                <numerusform>%n words</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n character</numerusform>
                <numerusform>%n characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Picture</name>
        <message>
            <source>Picture: %1</source>
            <translation>Picture: %1</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message>
            <source>Delete the last digit</source>
            <translation>Delete the last digit</translation>
        </message>
    </context>
    <context>
        <name>QuestionEditor</name>
        <message>
            <source>This tablet cannot show this type of question. Continue with the next one.</source>
            <translation>This tablet cannot show this type of question. Continue with the next one.</translation>
        </message>
        <message>
            <source>This tablet cannot show this type of question. Choose a reason for no answer and continue.</source>
            <translation>This tablet cannot show this type of question. Choose a reason for no answer and continue.</translation>
        </message>
    </context>
    <context>
        <name>QuestionView</name>
        <message>
            <source>The form fills in this answer from other answers. It has not done so yet.</source>
            <translation>The form fills in this answer from other answers. It has not done so yet.</translation>
        </message>
        <message>
            <source>Answer this question, or choose a reason for no answer.</source>
            <translation>Answer this question, or choose a reason for no answer.</translation>
        </message>
        <message>
            <source>This answer does not fit the question.</source>
            <translation>This answer does not fit the question.</translation>
        </message>
        <message>
            <source>Answer this question.</source>
            <translation>Answer this question.</translation>
        </message>
    </context>
    <context>
        <name>QuotaRow</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>%1: %2 of %3</source>
            <translation>%1: %2 of %3</translation>
        </message>
        <message numerus="yes">
            <source>%n still on this tablet</source>
            <translation>
                <numerusform>%n still on this tablet</numerusform>
                <numerusform>%n still on this tablet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RangeEditor</name>
        <message>
            <source>Slide to the answer</source>
            <translation>Slide to the answer</translation>
        </message>
    </context>
    <context>
        <name>RankEditor</name>
        <message>
            <source>Move %1 up</source>
            <translation>Move %1 up</translation>
        </message>
        <message>
            <source>Move %1 down</source>
            <translation>Move %1 down</translation>
        </message>
        <message>
            <source>Not in order yet</source>
            <translation>Not in order yet</translation>
        </message>
        <message>
            <source>This order is right</source>
            <translation>This order is right</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCodePage</name>
        <message>
            <source>Write down the recovery code</source>
            <translation>Write down the recovery code</translation>
        </message>
        <message>
            <source>It unlocks this tablet if you forget the passphrase. It is shown only once. Keep the paper at the study office, not with the tablet.</source>
            <translation>It unlocks this tablet if you forget the passphrase. It is shown only once. Keep the paper at the study office, not with the tablet.</translation>
        </message>
        <message>
            <source>The recovery code is shown as an image. Screen readers cannot read it.</source>
            <translation>The recovery code is shown as an image. Screen readers cannot read it.</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>I have written it down</translation>
        </message>
        <message>
            <source>Check what you wrote down</source>
            <translation>Check what you wrote down</translation>
        </message>
        <message>
            <source>Type the last four characters of the code from your paper.</source>
            <translation>Type the last four characters of the code from your paper.</translation>
        </message>
        <message>
            <source>Last four characters</source>
            <translation>Last four characters</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Show the code again</source>
            <translation>Show the code again</translation>
        </message>
    </context>
    <context>
        <name>ReferralsPage</name>
        <message>
            <source>Support contacts</source>
            <translation>Support contacts</translation>
        </message>
    </context>
    <context>
        <name>RepeatView</name>
        <message numerus="yes">
            <source>%n so far.</source>
            <translation>
                <numerusform>%n so far.</numerusform>
                <numerusform>%n so far.</numerusform>
            </translation>
        </message>
        <message>
            <source>Add one</source>
            <translation>Add one</translation>
        </message>
        <message>
            <source>Remove the last one</source>
            <translation>Remove the last one</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Review</source>
            <translation>Review</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) must be answered or corrected first.</source>
            <translation>
                <numerusform>%n question must be answered or corrected first.</numerusform>
                <numerusform>%n questions must be answered or corrected first.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) have no answer. You can still finish.</source>
            <translation>
                <numerusform>%n question has no answer. You can still finish.</numerusform>
                <numerusform>%n questions have no answer. You can still finish.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every question has an answer.</source>
            <translation>Every question has an answer.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>One moment…</translation>
        </message>
        <message>
            <source>Finish and seal</source>
            <translation>Finish and seal</translation>
        </message>
        <message>
            <source>All questions and answers</source>
            <translation>All questions and answers</translation>
        </message>
        <message>
            <source>Sealing makes all answers final. After that, no one can read or change them on this tablet, not even you. They are sent as soon as there is a network.</source>
            <translation>Sealing makes all answers final. After that, no one can read or change them on this tablet, not even you. They are sent as soon as there is a network.</translation>
        </message>
        <message>
            <source>Hold to finish and seal</source>
            <translation>Hold to finish and seal</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Finish and seal this interview?</source>
            <translation>Finish and seal this interview?</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Back to the interview</translation>
        </message>
    </context>
    <context>
        <name>SearchEditor</name>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>No choice has these letters.</source>
            <translation>No choice has these letters.</translation>
        </message>
    </context>
    <context>
        <name>SectionsPage</name>
        <message>
            <source>Review</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>%1: %2 of %3 answered</source>
            <translation>%1: %2 of %3 answered</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>Chapters</source>
            <translation>Chapters</translation>
        </message>
        <message>
            <source>Not asked so far</source>
            <translation>Not asked so far</translation>
        </message>
    </context>
    <context>
        <name>SetPinPage</name>
        <message>
            <source>PIN for this shift</source>
            <translation>PIN for this shift</translation>
        </message>
        <message>
            <source>For twelve hours after you typed the passphrase, these six digits unlock the tablet. After five wrong attempts, or when the tablet restarts, it asks for the passphrase.</source>
            <translation>For twelve hours after you typed the passphrase, these six digits unlock the tablet. After five wrong attempts, or when the tablet restarts, it asks for the passphrase.</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Repeat the PIN</source>
            <translation>Repeat the PIN</translation>
        </message>
        <message>
            <source>Use this PIN</source>
            <translation>Use this PIN</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>One moment…</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Language of the app</source>
            <translation>Language of the app</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>Screen</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Night</source>
            <translation>Night</translation>
        </message>
        <message>
            <source>Bright sunlight</source>
            <translation>Bright sunlight</translation>
        </message>
        <message>
            <source>Size of text</source>
            <translation>Size of text</translation>
        </message>
        <message>
            <source>This tablet</source>
            <translation>This tablet</translation>
        </message>
        <message>
            <source>Server: %1</source>
            <translation>Server: %1</translation>
        </message>
        <message>
            <source>The secret key of this tablet is stored in a file because the tablet has no key store that Peil can use. The passphrase protects it.</source>
            <translation>The secret key of this tablet is stored in a file because the tablet has no key store that Peil can use. The passphrase protects it.</translation>
        </message>
        <message>
            <source>Unlocking</source>
            <translation>Unlocking</translation>
        </message>
        <message>
            <source>Change passphrase</source>
            <translation>Change passphrase</translation>
        </message>
        <message>
            <source>Set a PIN for this shift</source>
            <translation>Set a PIN for this shift</translation>
        </message>
        <message>
            <source>Remove the PIN of this shift</source>
            <translation>Remove the PIN of this shift</translation>
        </message>
        <message>
            <source>Answers and Next</source>
            <translation>Answers and Next</translation>
        </message>
        <message>
            <source>Under the right thumb</source>
            <translation>Under the right thumb</translation>
        </message>
        <message>
            <source>Under the left thumb</source>
            <translation>Under the left thumb</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>%1: less</source>
            <translation>%1: less</translation>
        </message>
        <message>
            <source>%1: more</source>
            <translation>%1: more</translation>
        </message>
    </context>
    <context>
        <name>StoppedPage</name>
        <message>
            <source>This tablet cannot be unlocked</source>
            <translation>This tablet cannot be unlocked</translation>
        </message>
        <message>
            <source>Send what is finished: %1</source>
            <translation>Send what is finished: %1</translation>
        </message>
    </context>
    <context>
        <name>SupportCards</name>
        <message>
            <source>The study has no support contacts for this city.</source>
            <translation>The study has no support contacts for this city.</translation>
        </message>
        <message>
            <source>Search the cards</source>
            <translation>Search the cards</translation>
        </message>
        <message>
            <source>No card has these words.</source>
            <translation>No card has these words.</translation>
        </message>
    </context>
    <context>
        <name>SupportSheet</name>
        <message>
            <source>Support contacts</source>
            <translation>Support contacts</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Back to the interview</translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Sync</source>
            <translation>Sync</translation>
        </message>
        <message>
            <source>No contact yet</source>
            <translation>No contact yet</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>Last contact: %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>Sent %1 of %2</source>
            <translation>Sent %1 of %2</translation>
        </message>
        <message>
            <source>Finished on this tablet</source>
            <translation>Finished on this tablet</translation>
        </message>
        <message>
            <source>Received by the study office</source>
            <translation>Received by the study office</translation>
        </message>
        <message>
            <source>Still on this tablet</source>
            <translation>Still on this tablet</translation>
        </message>
        <message>
            <source>Not finished yet</source>
            <translation>Not finished yet</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Try now</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>Sending…</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Sync now</translation>
        </message>
    </context>
    <context>
        <name>TextEditor</name>
        <message>
            <source>Type the answer here</source>
            <translation>Type the answer here</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Hide</translation>
        </message>
    </context>
    <context>
        <name>TimeEditor</name>
        <message>
            <source>No time chosen yet</source>
            <translation>No time chosen yet</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Hour</translation>
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
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>This tablet is locked</source>
            <translation>This tablet is locked</translation>
        </message>
        <message numerus="yes">
            <source>You can try again in %n second(s).</source>
            <translation>
                <numerusform>You can try again in %n second.</numerusform>
                <numerusform>You can try again in %n seconds.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n attempt(s) left. After that, unfinished interviews on this tablet are lost.</source>
            <translation>
                <numerusform>%n attempt left. After that, unfinished interviews on this tablet are lost.</numerusform>
                <numerusform>%n attempts left. After that, unfinished interviews on this tablet are lost.</numerusform>
            </translation>
        </message>
        <message>
            <source>Passphrase or recovery code</source>
            <translation>Passphrase or recovery code</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>One moment…</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Use the passphrase</source>
            <translation>Use the passphrase</translation>
        </message>
        <message numerus="yes">
            <source>%n attempt(s) left. After that, the tablet asks for the passphrase.</source>
            <translation>
                <numerusform>%n attempt left. After that, the tablet asks for the passphrase.</numerusform>
                <numerusform>%n attempts left. After that, the tablet asks for the passphrase.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WayOn</name>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) left</source>
            <translation>
                <numerusform>%n question left</numerusform>
                <numerusform>%n questions left</numerusform>
            </translation>
        </message>
        <message>
            <source>To the review</source>
            <translation>To the review</translation>
        </message>
        <message>
            <source>Go to the end</source>
            <translation>Go to the end</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::AppController</name>
        <message>
            <source>Not counted: %1.</source>
            <translation>Not counted: %1.</translation>
        </message>
        <message>
            <source>%1 withdrawn</source>
            <translation>%1 withdrawn</translation>
        </message>
        <message>
            <source>%1 replaced by a newer version</source>
            <translation>%1 replaced by a newer version</translation>
        </message>
        <message>
            <source>This tablet was restored from an older copy (detected: %1). New interviews are numbered after those that the study office already has. Tell your coordinator: interviews that were made after the copy and not sent are lost.</source>
            <translation>This tablet was restored from an older copy (detected: %1). New interviews are numbered after those that the study office already has. Tell your coordinator: interviews that were made after the copy and not sent are lost.</translation>
        </message>
        <message>
            <source>Alarm since %1: the study server has lost or changed data that it had confirmed. Keep working; nothing is deleted on this tablet. Contact the study office now.</source>
            <translation>Alarm since %1: the study server has lost or changed data that it had confirmed. Keep working; nothing is deleted on this tablet. Contact the study office now.</translation>
        </message>
        <message>
            <source>The study server was restored from a backup (detected: %1). The tablet resends the interviews that the server lost. If the study office does not know about this, contact them now.</source>
            <translation>The study server was restored from a backup (detected: %1). The tablet resends the interviews that the server lost. If the study office does not know about this, contact them now.</translation>
        </message>
        <message>
            <source>%1 marked as duplicate</source>
            <translation>%1 marked as duplicate</translation>
        </message>
        <message>
            <source>%1 rejected</source>
            <translation>%1 rejected</translation>
        </message>
        <message>
            <source>%1 without consent</source>
            <translation>%1 without consent</translation>
        </message>
        <message>
            <source>%1 not eligible</source>
            <translation>%1 not eligible</translation>
        </message>
        <message>
            <source>%1 broken off</source>
            <translation>%1 broken off</translation>
        </message>
        <message>
            <source>%1 not complete</source>
            <translation>%1 not complete</translation>
        </message>
        <message>
            <source>%1 with an unknown city</source>
            <translation>%1 with an unknown city</translation>
        </message>
        <message>
            <source>%1 with an unknown group</source>
            <translation>%1 with an unknown group</translation>
        </message>
        <message>
            <source>%1 in a different group than recorded</source>
            <translation>%1 in a different group than recorded</translation>
        </message>
        <message>
            <source>%1 violating a study rule</source>
            <translation>%1 violating a study rule</translation>
        </message>
        <message>
            <source>The passphrases do not match. Type the second one again.</source>
            <translation>The passphrases do not match. Type the second one again.</translation>
        </message>
        <message>
            <source>Today, %1</source>
            <translation>Today, %1</translation>
        </message>
        <message>
            <source>Not finished</source>
            <translation>Not finished</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>Waiting to be sent</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Received, to be checked</source>
            <translation>Received, to be checked</translation>
        </message>
        <message>
            <source>The last answers were not saved. %1 Check the interview to see which answers were saved.</source>
            <translation>The last answers were not saved. %1 Check the interview to see which answers were saved.</translation>
        </message>
        <message>
            <source>The clock on this tablet is wrong. The correct time is %1. Interviews record the correct time, but set the clock anyway.</source>
            <translation>The clock on this tablet is wrong. The correct time is %1. Interviews record the correct time, but set the clock anyway.</translation>
        </message>
        <message>
            <source>These are not the last four characters of the code. Check the paper.</source>
            <translation>These are not the last four characters of the code. Check the paper.</translation>
        </message>
        <message>
            <source>The passphrase was changed.</source>
            <translation>The passphrase was changed.</translation>
        </message>
        <message>
            <source>The PINs do not match. Type the second one again.</source>
            <translation>The PINs do not match. Type the second one again.</translation>
        </message>
        <message>
            <source>Choose six digits that are not in a row.</source>
            <translation>Choose six digits that are not in a row.</translation>
        </message>
        <message>
            <source>Until the end of this shift, the PIN unlocks the tablet.</source>
            <translation>Until the end of this shift, the PIN unlocks the tablet.</translation>
        </message>
        <message>
            <source>Wrong PIN.</source>
            <translation>Wrong PIN.</translation>
        </message>
        <message>
            <source>The PIN is no longer valid. Use the passphrase.</source>
            <translation>The PIN is no longer valid. Use the passphrase.</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Paused</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::InterviewController</name>
        <message>
            <source>No answer: does not know</source>
            <translation>No answer: does not know</translation>
        </message>
        <message>
            <source>No answer: prefers not to say</source>
            <translation>No answer: prefers not to say</translation>
        </message>
        <message>
            <source>No answer: skipped</source>
            <translation>No answer: skipped</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Still open</source>
            <translation>Still open</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::RescueController</name>
        <message>
            <source>Sending…</source>
            <translation>Sending…</translation>
        </message>
        <message numerus="yes">
            <source>%n finished interview(s) on this tablet have not been sent yet. You can send them without the passphrase if there is a network.</source>
            <translation>
                <numerusform>%n finished interview on this tablet has not been sent yet. You can send it without the passphrase if there is a network.</numerusform>
                <numerusform>%n finished interviews on this tablet have not been sent yet. You can send them without the passphrase if there is a network.</numerusform>
            </translation>
        </message>
        <message>
            <source>All finished interviews have arrived at the study office.</source>
            <translation>All finished interviews have arrived at the study office.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SectionListModel</name>
        <message>
            <source>Beginning</source>
            <translation>Beginning</translation>
        </message>
        <message>
            <source>More</source>
            <translation>More</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SyncController</name>
        <message>
            <source>All finished interviews have been sent.</source>
            <translation>All finished interviews have been sent.</translation>
        </message>
        <message numerus="yes">
            <source>%n interview(s) waiting to be sent.</source>
            <translation>
                <numerusform>%n interview waiting to be sent.</numerusform>
                <numerusform>%n interviews waiting to be sent.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sending. You can continue working.</source>
            <translation>Sending. You can continue working.</translation>
        </message>
        <message numerus="yes">
            <source>The server does not respond. Trying again in %n second(s).</source>
            <translation>
                <numerusform>The server does not respond. Trying again in %n second.</numerusform>
                <numerusform>The server does not respond. Trying again in %n seconds.</numerusform>
            </translation>
        </message>
        <message>
            <source>All finished interviews have arrived at the study office.</source>
            <translation>All finished interviews have arrived at the study office.</translation>
        </message>
        <message>
            <source>All interviews have been sent. Other records are waiting.</source>
            <translation>All interviews have been sent. Other records are waiting.</translation>
        </message>
    </context>
    <context>
        <name>ContactsPage</name>
        <message>
            <source>People approached</source>
            <translation>People approached</translation>
        </message>
        <message>
            <source>Change the place</source>
            <translation>Change the place</translation>
        </message>
        <message>
            <source>One tap for each person whom you do not interview. Interviews are counted by themselves. Nothing about the person is kept.</source>
            <translation>One tap for each person whom you do not interview. Interviews are counted by themselves. Nothing about the person is kept.</translation>
        </message>
        <message>
            <source>Nothing to undo</source>
            <translation>Nothing to undo</translation>
        </message>
        <message>
            <source>Undo: %1</source>
            <translation>Undo: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) counted here in this part of the day</source>
            <translation>
                <numerusform>%n person counted here in this part of the day</numerusform>
                <numerusform>%n people counted here in this part of the day</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::ContactController</name>
        <message>
            <source>Approached, no result</source>
            <translation>Approached, no result</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Not eligible</source>
            <translation>Not eligible</translation>
        </message>
        <message>
            <source>Already interviewed</source>
            <translation>Already interviewed</translation>
        </message>
        <message>
            <source>Appointment made</source>
            <translation>Appointment made</translation>
        </message>
        <message>
            <source>Tonight, until 06:00</source>
            <translation>Tonight, until 06:00</translation>
        </message>
        <message>
            <source>This morning, until 12:00</source>
            <translation>This morning, until 12:00</translation>
        </message>
        <message>
            <source>This afternoon, until 18:00</source>
            <translation>This afternoon, until 18:00</translation>
        </message>
        <message>
            <source>This evening, until 24:00</source>
            <translation>This evening, until 24:00</translation>
        </message>
    </context>
</TS>
