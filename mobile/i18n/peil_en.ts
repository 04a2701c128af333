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
            <source>Why does the interview stop?</source>
            <translation>Why does the interview stop?</translation>
        </message>
        <message>
            <source>The person has no time now</source>
            <translation>The person has no time now</translation>
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
            <source>Everything answered so far is kept.</source>
            <translation>Everything answered so far is kept.</translation>
        </message>
        <message>
            <source>Go on another time</source>
            <translation>Go on another time</translation>
        </message>
        <message>
            <source>Finish it as it is</source>
            <translation>Finish it as it is</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Back to the interview</translation>
        </message>
        <message>
            <source>This interview was begun by mistake</source>
            <translation>This interview was begun by mistake</translation>
        </message>
        <message>
            <source>Erase it? Every answer of this interview goes, and nothing is sent. This cannot be undone.</source>
            <translation>Erase it? Every answer of this interview goes, and nothing is sent. This cannot be undone.</translation>
        </message>
        <message>
            <source>Erase this interview</source>
            <translation>Erase this interview</translation>
        </message>
    </context>
    <context>
        <name>ChooseSitePage</name>
        <message>
            <source>Where are you?</source>
            <translation>Where are you?</translation>
        </message>
        <message>
            <source>The interview begins when you choose a place.</source>
            <translation>The interview begins when you choose a place.</translation>
        </message>
    </context>
    <context>
        <name>CreateStorePage</name>
        <message>
            <source>Choose a passphrase</source>
            <translation>Choose a passphrase</translation>
        </message>
        <message>
            <source>It locks everything on this tablet. Take five words or more that do not belong together, such as names of things around you. Nobody can look it up for you.</source>
            <translation>It locks everything on this tablet. Take five words or more that do not belong together, such as names of things around you. Nobody can look it up for you.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>The same passphrase once more</source>
            <translation>The same passphrase once more</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>One moment…</translation>
        </message>
        <message>
            <source>Lock this tablet with it</source>
            <translation>Lock this tablet with it</translation>
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
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Join a study</source>
            <translation>Join a study</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>Ask the study office for an enrolment code. It works once and for ten minutes.</source>
            <translation>Ask the study office for an enrolment code. It works once and for ten minutes.</translation>
        </message>
        <message>
            <source>Enrolment code, begins with PEIL1:</source>
            <translation>Enrolment code, begins with PEIL1:</translation>
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
            <source>Join</source>
            <translation>Join</translation>
        </message>
    </context>
    <context>
        <name>FinishedPage</name>
        <message>
            <source>The interview is sealed</source>
            <translation>The interview is sealed</translation>
        </message>
        <message>
            <source>New interview</source>
            <translation>New interview</translation>
        </message>
        <message>
            <source>Addresses for help</source>
            <translation>Addresses for help</translation>
        </message>
        <message>
            <source>To my interviews</source>
            <translation>To my interviews</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Addresses for help</source>
            <translation>Addresses for help</translation>
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
            <source>No interview has been held on this tablet yet.</source>
            <translation>No interview has been held on this tablet yet.</translation>
        </message>
        <message>
            <source>Reached in %1</source>
            <translation>Reached in %1</translation>
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
            <source>Show more: %n interview(s) not listed</source>
            <translation>
                <numerusform>Show more: %n interview not listed</numerusform>
                <numerusform>Show more: %n interviews not listed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InterviewPage</name>
        <message>
            <source>%1  ·  saved</source>
            <translation>%1  ·  saved</translation>
        </message>
        <message>
            <source>%1  ·  saving</source>
            <translation>%1  ·  saving</translation>
        </message>
        <message>
            <source>%1  ·  NOT saved</source>
            <translation>%1  ·  NOT saved</translation>
        </message>
        <message>
            <source>Sections</source>
            <translation>Sections</translation>
        </message>
        <message>
            <source>Language of the interview</source>
            <translation>Language of the interview</translation>
        </message>
        <message>
            <source>Break off</source>
            <translation>Break off</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>%1 percent answered</source>
            <translation>%1 percent answered</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>To the end</source>
            <translation>To the end</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
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
        <name>Messages</name>
        <message>
            <source>That is not the passphrase.</source>
            <translation>That is not the passphrase.</translation>
        </message>
        <message>
            <source>Wait until the time is over, then try again.</source>
            <translation>Wait until the time is over, then try again.</translation>
        </message>
        <message>
            <source>This passphrase is too short or easy to guess. Take five words or more that do not belong together.</source>
            <translation>This passphrase is too short or easy to guess. Take five words or more that do not belong together.</translation>
        </message>
        <message>
            <source>The key file of this tablet is damaged. Hand it in at the study office.</source>
            <translation>The key file of this tablet is damaged. Hand it in at the study office.</translation>
        </message>
        <message>
            <source>The tablet is full: nothing new can be kept. Free some space, then go on.</source>
            <translation>The tablet is full: nothing new can be kept. Free some space, then go on.</translation>
        </message>
        <message>
            <source>Another program holds the store of this tablet. Close it, then try again.</source>
            <translation>Another program holds the store of this tablet. Close it, then try again.</translation>
        </message>
        <message>
            <source>The tablet could not write. Nothing that was saved before is lost; restart the tablet.</source>
            <translation>The tablet could not write. Nothing that was saved before is lost; restart the tablet.</translation>
        </message>
        <message>
            <source>The store is locked.</source>
            <translation>The store is locked.</translation>
        </message>
        <message>
            <source>This tablet belongs to no study yet. Enrol it first.</source>
            <translation>This tablet belongs to no study yet. Enrol it first.</translation>
        </message>
        <message>
            <source>The study is not on this tablet yet. Sync once where there is a network.</source>
            <translation>The study is not on this tablet yet. Sync once where there is a network.</translation>
        </message>
        <message>
            <source>The study that the server sent cannot be trusted or read, so it was not taken. Tell the study office.</source>
            <translation>The study that the server sent cannot be trusted or read, so it was not taken. Tell the study office.</translation>
        </message>
        <message>
            <source>The server offers an older version of the study than this tablet has, so it was not taken. Tell the study office.</source>
            <translation>The server offers an older version of the study than this tablet has, so it was not taken. Tell the study office.</translation>
        </message>
        <message>
            <source>This is not the server of your study, so nothing was sent to it. Check the network or ask for a new code.</source>
            <translation>This is not the server of your study, so nothing was sent to it. Check the network or ask for a new code.</translation>
        </message>
        <message>
            <source>The server cannot be reached. Try again where there is a network.</source>
            <translation>The server cannot be reached. Try again where there is a network.</translation>
        </message>
        <message>
            <source>The server did not accept the code. It works once and for ten minutes; ask for a new one.</source>
            <translation>The server did not accept the code. It works once and for ten minutes; ask for a new one.</translation>
        </message>
        <message>
            <source>A question still needs an answer, or a reason for no answer.</source>
            <translation>A question still needs an answer, or a reason for no answer.</translation>
        </message>
        <message>
            <source>This is not an enrolment code. It begins with PEIL1: and comes from the study office.</source>
            <translation>This is not an enrolment code. It begins with PEIL1: and comes from the study office.</translation>
        </message>
        <message>
            <source>Not saved: this number is not finished. Type the rest, or clear it.</source>
            <translation>Not saved: this number is not finished. Type the rest, or clear it.</translation>
        </message>
        <message>
            <source>Not saved: this is not a number. Use digits only.</source>
            <translation>Not saved: this is not a number. Use digits only.</translation>
        </message>
        <message>
            <source>Not saved: this number is too large. The highest is %1.</source>
            <translation>Not saved: this number is too large. The highest is %1.</translation>
        </message>
        <message>
            <source>Not saved: this number is too small. The lowest is %1.</source>
            <translation>Not saved: this number is too small. The lowest is %1.</translation>
        </message>
        <message>
            <source>Not saved: this answer does not fit the question. Change it, or clear it.</source>
            <translation>Not saved: this answer does not fit the question. Change it, or clear it.</translation>
        </message>
        <message>
            <source>The answer is still %1.</source>
            <translation>The answer is still %1.</translation>
        </message>
        <message>
            <source>No more of these can be added.</source>
            <translation>No more of these can be added.</translation>
        </message>
        <message>
            <source>The key files of this tablet are lost, so its interviews cannot be opened. Nothing was changed. Hand it in at the study office, and do not set it up again.</source>
            <translation>The key files of this tablet are lost, so its interviews cannot be opened. Nothing was changed. Hand it in at the study office, and do not set it up again.</translation>
        </message>
        <message>
            <source>The device secret of this tablet is missing or damaged, so its interviews cannot be opened. Nothing was changed. Hand it in at the study office, and do not set it up again.</source>
            <translation>The device secret of this tablet is missing or damaged, so its interviews cannot be opened. Nothing was changed. Hand it in at the study office, and do not set it up again.</translation>
        </message>
        <message>
            <source>A key file on this tablet belongs to another tablet. Nothing was changed. Hand it in at the study office.</source>
            <translation>A key file on this tablet belongs to another tablet. Nothing was changed. Hand it in at the study office.</translation>
        </message>
        <message>
            <source>The file with the interviews of this tablet is missing or empty. No new one was made in its place. Hand it in at the study office, and do not set it up again.</source>
            <translation>The file with the interviews of this tablet is missing or empty. No new one was made in its place. Hand it in at the study office, and do not set it up again.</translation>
        </message>
        <message>
            <source>There is a store on this tablet already, and it is not overwritten. Start the app again.</source>
            <translation>There is a store on this tablet already, and it is not overwritten. Start the app again.</translation>
        </message>
        <message>
            <source>Other users of this device can read the folder of the interviews. Hand it in at the study office.</source>
            <translation>Other users of this device can read the folder of the interviews. Hand it in at the study office.</translation>
        </message>
        <message>
            <source>The passphrase is right, but the file with the interviews does not open: it is damaged, or it was exchanged for another one. Hand it in at the study office.</source>
            <translation>The passphrase is right, but the file with the interviews does not open: it is damaged, or it was exchanged for another one. Hand it in at the study office.</translation>
        </message>
        <message>
            <source>A part of the file with the interviews is damaged. Hand it in at the study office.</source>
            <translation>A part of the file with the interviews is damaged. Hand it in at the study office.</translation>
        </message>
        <message>
            <source>There were too many wrong tries: what was begun on this tablet is gone. What was finished is sealed and can still be sent. Hand it in at the study office.</source>
            <translation>There were too many wrong tries: what was begun on this tablet is gone. What was finished is sealed and can still be sent. Hand it in at the study office.</translation>
        </message>
        <message>
            <source>A sealed interview on this tablet is damaged. Hand the tablet in at the study office.</source>
            <translation>A sealed interview on this tablet is damaged. Hand the tablet in at the study office.</translation>
        </message>
        <message>
            <source>There is nothing on this tablet that can be sent.</source>
            <translation>There is nothing on this tablet that can be sent.</translation>
        </message>
        <message>
            <source>The server does not take what was finished on this tablet. Hand it in at the study office.</source>
            <translation>The server does not take what was finished on this tablet. Hand it in at the study office.</translation>
        </message>
        <message>
            <source>The date or the time of this tablet is wrong, so it cannot check the server. Set them, then sync again.</source>
            <translation>The date or the time of this tablet is wrong, so it cannot check the server. Set them, then sync again.</translation>
        </message>
        <message>
            <source>This tablet has finished interviews of another study office, so it stays with that one. Nothing was changed.</source>
            <translation>This tablet has finished interviews of another study office, so it stays with that one. Nothing was changed.</translation>
        </message>
    </context>
    <context>
        <name>NoAnswerRow</name>
        <message>
            <source>Don't know</source>
            <translation>Don't know</translation>
        </message>
        <message>
            <source>Refuses to say</source>
            <translation>Refuses to say</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Skip</translation>
        </message>
    </context>
    <context>
        <name>NoStudyPage</name>
        <message>
            <source>Fetching the study</source>
            <translation>Fetching the study</translation>
        </message>
        <message>
            <source>The questionnaire and the places are being taken from the server. This needs a network once.</source>
            <translation>The questionnaire and the places are being taken from the server. This needs a network once.</translation>
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
        <name>QuestionView</name>
        <message>
            <source>Please answer this question, or choose a reason for no answer.</source>
            <translation>Please answer this question, or choose a reason for no answer.</translation>
        </message>
        <message>
            <source>This answer does not fit the question.</source>
            <translation>This answer does not fit the question.</translation>
        </message>
        <message>
            <source>This tablet cannot show this kind of question. Choose a reason for no answer and go on.</source>
            <translation>This tablet cannot show this kind of question. Choose a reason for no answer and go on.</translation>
        </message>
        <message>
            <source>Please answer this question.</source>
            <translation>Please answer this question.</translation>
        </message>
        <message>
            <source>This tablet cannot show this kind of question. Go on to the next one.</source>
            <translation>This tablet cannot show this kind of question. Go on to the next one.</translation>
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
            <source>%n of them still on this tablet</source>
            <translation>
                <numerusform>%n of them still on this tablet</numerusform>
                <numerusform>%n of them still on this tablet</numerusform>
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
            <source>Not put in order yet</source>
            <translation>Not put in order yet</translation>
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
            <source>It opens this tablet if the passphrase is forgotten. It is shown this once. Keep the paper at the study office, not with the tablet.</source>
            <translation>It opens this tablet if the passphrase is forgotten. It is shown this once. Keep the paper at the study office, not with the tablet.</translation>
        </message>
        <message>
            <source>The recovery code, painted as a picture: it is given to no screen reader.</source>
            <translation>The recovery code, painted as a picture: it is given to no screen reader.</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>I have written it down</translation>
        </message>
    </context>
    <context>
        <name>ReferralsPage</name>
        <message>
            <source>Addresses for help</source>
            <translation>Addresses for help</translation>
        </message>
        <message>
            <source>The study has no cards for this city.</source>
            <translation>The study has no cards for this city.</translation>
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
            <source>%n question(s) have no answer. That is allowed.</source>
            <translation>
                <numerusform>%n question has no answer. That is allowed.</numerusform>
                <numerusform>%n questions have no answer. That is allowed.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every question has an answer.</source>
            <translation>Every question has an answer.</translation>
        </message>
        <message>
            <source>After this nobody can read or change the answers on this tablet, you included.</source>
            <translation>After this nobody can read or change the answers on this tablet, you included.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>One moment…</translation>
        </message>
        <message>
            <source>Finish and seal</source>
            <translation>Finish and seal</translation>
        </message>
    </context>
    <context>
        <name>SectionsPage</name>
        <message>
            <source>Sections</source>
            <translation>Sections</translation>
        </message>
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
            <source>Bright sun</source>
            <translation>Bright sun</translation>
        </message>
        <message>
            <source>Large type</source>
            <translation>Large type</translation>
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
            <source>The device secret is kept in a file: this tablet has no key store that Peil can use. The passphrase protects it.</source>
            <translation>The device secret is kept in a file: this tablet has no key store that Peil can use. The passphrase protects it.</translation>
        </message>
        <message>
            <source>The device secret is kept in the key store of this tablet.</source>
            <translation>The device secret is kept in the key store of this tablet.</translation>
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
        <message numerus="yes">
            <source>Send %n interview(s)</source>
            <translation>
                <numerusform>Send %n interview</numerusform>
                <numerusform>Send %n interviews</numerusform>
            </translation>
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
            <source>The next try is possible in %n second(s).</source>
            <translation>
                <numerusform>The next try is possible in %n second.</numerusform>
                <numerusform>The next try is possible in %n seconds.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n try(ies) left. After that, what is on this tablet can no longer be read.</source>
            <translation>
                <numerusform>%n try left. After that, what is on this tablet can no longer be read.</numerusform>
                <numerusform>%n tries left. After that, what is on this tablet can no longer be read.</numerusform>
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
            <source>%1 replaced by a newer one</source>
            <translation>%1 replaced by a newer one</translation>
        </message>
        <message>
            <source>This tablet was put back from an older copy (noticed: %1). New interviews are numbered behind those that the study office has. Tell your coordinator: what was made after the copy and not sent is gone.</source>
            <translation>This tablet was put back from an older copy (noticed: %1). New interviews are numbered behind those that the study office has. Tell your coordinator: what was made after the copy and not sent is gone.</translation>
        </message>
        <message>
            <source>Alarm since %1: the server of the study has lost or changed something that it had confirmed. Go on working; nothing is deleted on this tablet. Tell the study office now.</source>
            <translation>Alarm since %1: the server of the study has lost or changed something that it had confirmed. Go on working; nothing is deleted on this tablet. Tell the study office now.</translation>
        </message>
        <message>
            <source>The server of the study was put back from a backup (noticed: %1). What it had lost is sent again. If the study office does not know of this, tell them now.</source>
            <translation>The server of the study was put back from a backup (noticed: %1). What it had lost is sent again. If the study office does not know of this, tell them now.</translation>
        </message>
        <message>
            <source>%1 held twice</source>
            <translation>%1 held twice</translation>
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
            <source>%1 without a city of the study</source>
            <translation>%1 without a city of the study</translation>
        </message>
        <message>
            <source>%1 without a group of the study</source>
            <translation>%1 without a group of the study</translation>
        </message>
        <message>
            <source>%1 of another group than noted</source>
            <translation>%1 of another group than noted</translation>
        </message>
        <message>
            <source>%1 against a rule of the study</source>
            <translation>%1 against a rule of the study</translation>
        </message>
        <message>
            <source>The two passphrases are not the same. Type the second one again.</source>
            <translation>The two passphrases are not the same. Type the second one again.</translation>
        </message>
        <message>
            <source>Today, %1</source>
            <translation>Today, %1</translation>
        </message>
        <message>
            <source>Broken off</source>
            <translation>Broken off</translation>
        </message>
        <message>
            <source>Not finished</source>
            <translation>Not finished</translation>
        </message>
        <message>
            <source>To be sent</source>
            <translation>To be sent</translation>
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
            <source>Night shelter</source>
            <translation>Night shelter</translation>
        </message>
        <message>
            <source>Drop-in centre</source>
            <translation>Drop-in centre</translation>
        </message>
        <message>
            <source>Consumption room</source>
            <translation>Consumption room</translation>
        </message>
        <message>
            <source>Public space</source>
            <translation>Public space</translation>
        </message>
        <message>
            <source>The last answers were not saved. %1 The interview shows which answers it has.</source>
            <translation>The last answers were not saved. %1 The interview shows which answers it has.</translation>
        </message>
        <message>
            <source>The clock of this tablet is wrong. It is %1. Interviews carry the right time; set the clock all the same.</source>
            <translation>The clock of this tablet is wrong. It is %1. Interviews carry the right time; set the clock all the same.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::RescueController</name>
        <message>
            <source>Sending.</source>
            <translation>Sending.</translation>
        </message>
        <message numerus="yes">
            <source>%n finished interview(s) on this tablet are sealed and not sent yet. They can be sent without the passphrase, where there is a network.</source>
            <translation>
                <numerusform>%n finished interview on this tablet is sealed and not sent yet. It can be sent without the passphrase, where there is a network.</numerusform>
                <numerusform>%n finished interviews on this tablet are sealed and not sent yet. They can be sent without the passphrase, where there is a network.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything that was finished has arrived at the study office.</source>
            <translation>Everything that was finished has arrived at the study office.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SectionListModel</name>
        <message>
            <source>Beginning</source>
            <translation>Beginning</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SyncController</name>
        <message>
            <source>Everything that was finished has been sent.</source>
            <translation>Everything that was finished has been sent.</translation>
        </message>
        <message numerus="yes">
            <source>%n interview(s) wait to be sent.</source>
            <translation>
                <numerusform>%n interview waits to be sent.</numerusform>
                <numerusform>%n interviews wait to be sent.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sending. You can go on working.</source>
            <translation>Sending. You can go on working.</translation>
        </message>
        <message numerus="yes">
            <source>No answer from the server. Next try in %n second(s).</source>
            <translation>
                <numerusform>No answer from the server. Next try in %n second.</numerusform>
                <numerusform>No answer from the server. Next try in %n seconds.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything that was finished has arrived at the study office.</source>
            <translation>Everything that was finished has arrived at the study office.</translation>
        </message>
        <message>
            <source>There is no network, or the server does not answer. Everything is kept here and goes with the next sync.</source>
            <translation>There is no network, or the server does not answer. Everything is kept here and goes with the next sync.</translation>
        </message>
        <message>
            <source>The server is busy. Everything is kept here and goes with the next sync.</source>
            <translation>The server is busy. Everything is kept here and goes with the next sync.</translation>
        </message>
        <message>
            <source>The server refused. Ask your coordinator whether this tablet is still enrolled.</source>
            <translation>The server refused. Ask your coordinator whether this tablet is still enrolled.</translation>
        </message>
        <message>
            <source>The tablet could not keep what the server sent. See whether it is full.</source>
            <translation>The tablet could not keep what the server sent. See whether it is full.</translation>
        </message>
        <message>
            <source>Everything that was finished has arrived. The study that the server offers was not taken: it is older than the one on this tablet, or cannot be trusted or read. Tell the study office.</source>
            <translation>Everything that was finished has arrived. The study that the server offers was not taken: it is older than the one on this tablet, or cannot be trusted or read. Tell the study office.</translation>
        </message>
        <message>
            <source>The study office has withdrawn this tablet. What was finished has been sent, and the tablet erases itself. Hand it in.</source>
            <translation>The study office has withdrawn this tablet. What was finished has been sent, and the tablet erases itself. Hand it in.</translation>
        </message>
    </context>
</TS>
