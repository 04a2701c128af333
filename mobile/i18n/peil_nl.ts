<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl">
    <context>
        <name>AcknowledgeEditor</name>
        <message>
            <source>Done</source>
            <translation>Gedaan</translation>
        </message>
    </context>
    <context>
        <name>BreakOffSheet</name>
        <message>
            <source>Why are you stopping the interview?</source>
            <translation>Waarom stopt het interview?</translation>
        </message>
        <message>
            <source>The person has no time right now</source>
            <translation>De persoon heeft nu geen tijd</translation>
        </message>
        <message>
            <source>The person wants to stop</source>
            <translation>De persoon wil stoppen</translation>
        </message>
        <message>
            <source>We were interrupted</source>
            <translation>We werden onderbroken</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Iets anders</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Terug naar het interview</translation>
        </message>
        <message>
            <source>This interview was started by mistake</source>
            <translation>Dit interview is per ongeluk begonnen</translation>
        </message>
        <message>
            <source>Erase this interview</source>
            <translation>Dit interview wissen</translation>
        </message>
        <message>
            <source>Pause or stop?</source>
            <translation>Pauze of stoppen?</translation>
        </message>
        <message>
            <source>After a pause you go on where you were, today or another day. All answers are kept.</source>
            <translation>Na een pauze ga je verder waar je was, vandaag of een andere dag. Alle antwoorden blijven bewaard.</translation>
        </message>
        <message>
            <source>Pause: go on another time</source>
            <translation>Pauze: later verdergaan</translation>
        </message>
        <message>
            <source>Stop for good…</source>
            <translation>Definitief stoppen…</translation>
        </message>
        <message>
            <source>This is final: the interview is sealed as incomplete and sent. No one can go on with it or change it, not even you.</source>
            <translation>Dit is definitief: het interview wordt als onvolledig verzegeld en verstuurd. Niemand kan er nog mee verder of iets wijzigen, ook jij niet.</translation>
        </message>
        <message>
            <source>Hold to finish for good, incomplete</source>
            <translation>Ingedrukt houden: definitief afsluiten, onvolledig</translation>
        </message>
        <message>
            <source>Why should it be erased?</source>
            <translation>Waarom moet het worden gewist?</translation>
        </message>
        <message>
            <source>All answers of this interview are deleted. Only that it was erased, and why, is sent. This cannot be undone.</source>
            <translation>Alle antwoorden van dit interview worden gewist. Alleen dat het is gewist en waarom, wordt verstuurd. Dit kan niet ongedaan worden gemaakt.</translation>
        </message>
        <message>
            <source>Opened by mistake</source>
            <translation>Per ongeluk geopend</translation>
        </message>
        <message>
            <source>At the wrong place</source>
            <translation>Op de verkeerde plek</translation>
        </message>
        <message>
            <source>There is another one of the same person</source>
            <translation>Er is al een interview met deze persoon</translation>
        </message>
        <message>
            <source>Only to try it out</source>
            <translation>Alleen om te proberen</translation>
        </message>
    </context>
    <context>
        <name>ChangePassphrasePage</name>
        <message>
            <source>Change passphrase</source>
            <translation>Wachtzin wijzigen</translation>
        </message>
        <message>
            <source>The recovery code stays the same.</source>
            <translation>De herstelcode blijft hetzelfde.</translation>
        </message>
        <message>
            <source>Current passphrase</source>
            <translation>Huidige wachtzin</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>Nieuwe wachtzin</translation>
        </message>
        <message>
            <source>Repeat the new passphrase</source>
            <translation>Herhaal de nieuwe wachtzin</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Een moment…</translation>
        </message>
    </context>
    <context>
        <name>ChapterStrip</name>
        <message>
            <source>Chapter %1 of %2: %3</source>
            <translation>Hoofdstuk %1 van %2: %3</translation>
        </message>
    </context>
    <context>
        <name>ChooseSitePage</name>
        <message>
            <source>Where are you?</source>
            <translation>Waar ben je?</translation>
        </message>
        <message>
            <source>The interview starts when you choose a place.</source>
            <translation>Het interview begint als je een plek kiest.</translation>
        </message>
        <message>
            <source>The place of this shift.</source>
            <translation>De plek van deze dienst.</translation>
        </message>
    </context>
    <context>
        <name>CreateStorePage</name>
        <message>
            <source>Choose a passphrase</source>
            <translation>Kies een wachtzin</translation>
        </message>
        <message>
            <source>It protects everything on this tablet. Use five or more unrelated words, such as the names of things around you. No one can look it up for you.</source>
            <translation>Hiermee is alles op deze tablet beveiligd. Neem vijf of meer woorden die niets met elkaar te maken hebben, bijvoorbeeld dingen die je om je heen ziet. Niemand kan de wachtzin voor je opzoeken.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Wachtzin</translation>
        </message>
        <message>
            <source>Repeat the passphrase</source>
            <translation>Herhaal de wachtzin</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Een moment…</translation>
        </message>
        <message>
            <source>Use this passphrase</source>
            <translation>Deze wachtzin gebruiken</translation>
        </message>
    </context>
    <context>
        <name>DateEditor</name>
        <message>
            <source>No date chosen yet</source>
            <translation>Nog geen datum gekozen</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Dag</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Maand</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Jaar</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Vandaag</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>Deze maand</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>Dit jaar</translation>
        </message>
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Enrol in a study</source>
            <translation>Tablet aanmelden voor een onderzoek</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Vergrendelen</translation>
        </message>
        <message>
            <source>Ask the study office for an enrolment code. You can use it once, within ten minutes.</source>
            <translation>Vraag het onderzoeksbureau om een aanmeldcode. De code is tien minuten geldig en werkt één keer.</translation>
        </message>
        <message>
            <source>Enrolment code (starts with PEIL1:)</source>
            <translation>Aanmeldcode (begint met PEIL1:)</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Plakken</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Een moment…</translation>
        </message>
        <message>
            <source>Enrol</source>
            <translation>Aanmelden</translation>
        </message>
    </context>
    <context>
        <name>FinishedPage</name>
        <message>
            <source>New interview</source>
            <translation>Nieuw interview</translation>
        </message>
        <message>
            <source>Support contacts</source>
            <translation>Hulp en opvang</translation>
        </message>
        <message>
            <source>To my interviews</source>
            <translation>Naar mijn interviews</translation>
        </message>
        <message>
            <source>Done and stored safely</source>
            <translation>Klaar en veilig bewaard</translation>
        </message>
    </context>
    <context>
        <name>HandBackPage</name>
        <message>
            <source>Thank you. Please give the tablet back.</source>
            <translation>Bedankt. Geef de tablet terug.</translation>
        </message>
        <message>
            <source>For the interviewer: go on</source>
            <translation>Voor de interviewer: verder</translation>
        </message>
    </context>
    <context>
        <name>HandOverPage</name>
        <message>
            <source>Lock</source>
            <translation>Vergrendelen</translation>
        </message>
        <message>
            <source>The participant has answered this part</source>
            <translation>De persoon heeft dit deel ingevuld</translation>
        </message>
        <message>
            <source>The participant answers the next questions alone</source>
            <translation>De persoon beantwoordt de volgende vragen zelf</translation>
        </message>
        <message>
            <source>The participant sees one question at a time and cannot reach other answers. After the last question, the tablet asks for your PIN or passphrase.</source>
            <translation>De persoon ziet één vraag tegelijk en kan niet bij andere antwoorden. Na de laatste vraag vraagt de tablet om je pincode of wachtzin.</translation>
        </message>
        <message>
            <source>%1 of %2 answered</source>
            <translation>%1 van %2 beantwoord</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Verder</translation>
        </message>
        <message>
            <source>Hand over again</source>
            <translation>Opnieuw geven</translation>
        </message>
        <message>
            <source>Hand over the tablet</source>
            <translation>Tablet aan de persoon geven</translation>
        </message>
        <message>
            <source>Ask the questions myself</source>
            <translation>Zelf de vragen stellen</translation>
        </message>
        <message>
            <source>Leave this part out for now</source>
            <translation>Dit deel nu overslaan</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Support contacts</source>
            <translation>Hulp en opvang</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Instellingen</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Vergrendelen</translation>
        </message>
        <message>
            <source>New interview</source>
            <translation>Nieuw interview</translation>
        </message>
        <message>
            <source>My interviews</source>
            <translation>Mijn interviews</translation>
        </message>
        <message>
            <source>There are no interviews on this tablet yet.</source>
            <translation>Er staan nog geen interviews op deze tablet.</translation>
        </message>
        <message>
            <source>Progress in %1</source>
            <translation>Voortgang in %1</translation>
        </message>
        <message>
            <source>Sent to the study office</source>
            <translation>Naar het onderzoeksbureau gestuurd</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>Laatste contact: %1</translation>
        </message>
        <message numerus="yes">
            <source>Send %n interview(s)</source>
            <translation>
                <numerusform>%n interview versturen</numerusform>
                <numerusform>%n interviews versturen</numerusform>
            </translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Synchroniseren</translation>
        </message>
        <message numerus="yes">
            <source>Show more (%n interview(s) hidden)</source>
            <translation>
                <numerusform>Meer tonen (nog %n interview)</numerusform>
                <numerusform>Meer tonen (nog %n interviews)</numerusform>
            </translation>
        </message>
        <message>
            <source>People approached</source>
            <translation>Benaderde mensen</translation>
        </message>
        <message>
            <source>Place of this shift: %1. Change it</source>
            <translation>Plek van deze dienst: %1. Wijzigen</translation>
        </message>
    </context>
    <context>
        <name>InterviewPage</name>
        <message>
            <source>Language of the interview</source>
            <translation>Taal van het interview</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Vergrendelen</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>opgeslagen</translation>
        </message>
        <message>
            <source>saving</source>
            <translation>wordt opgeslagen</translation>
        </message>
        <message>
            <source>NOT saved</source>
            <translation>NIET opgeslagen</translation>
        </message>
        <message>
            <source>Chapters</source>
            <translation>Hoofdstukken</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pauze</translation>
        </message>
        <message>
            <source>Pause or stop</source>
            <translation>Pauze of stoppen</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hulp</translation>
        </message>
        <message>
            <source>Support contacts</source>
            <translation>Hulp en opvang</translation>
        </message>
    </context>
    <context>
        <name>KeyBoard</name>
        <message>
            <source>Capital letter</source>
            <translation>Hoofdletter</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Spatie</translation>
        </message>
        <message>
            <source>Delete the last character</source>
            <translation>Laatste teken wissen</translation>
        </message>
    </context>
    <context>
        <name>LanguageSheet</name>
        <message>
            <source>Language of the interview</source>
            <translation>Taal van het interview</translation>
        </message>
    </context>
    <context>
        <name>ListEditor</name>
        <message>
            <source>Choose from the list</source>
            <translation>Kies uit de lijst</translation>
        </message>
    </context>
    <context>
        <name>LockWarning</name>
        <message numerus="yes">
            <source>This tablet locks in %n second(s).</source>
            <translation>
                <numerusform>Deze tablet wordt over %n seconde vergrendeld.</numerusform>
                <numerusform>Deze tablet wordt over %n seconden vergrendeld.</numerusform>
            </translation>
        </message>
        <message>
            <source>Touch the screen or press a key to continue.</source>
            <translation>Raak het scherm aan of druk op een toets om door te gaan.</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>Wrong passphrase.</source>
            <translation>Verkeerde wachtzin.</translation>
        </message>
        <message>
            <source>Wait for the countdown to end, then try again.</source>
            <translation>Wacht tot de teller op nul staat en probeer het dan opnieuw.</translation>
        </message>
        <message>
            <source>This passphrase is too short or too easy to guess. Use five or more unrelated words.</source>
            <translation>Deze wachtzin is te kort of te makkelijk te raden. Neem vijf of meer woorden die niets met elkaar te maken hebben.</translation>
        </message>
        <message>
            <source>The key file on this tablet is damaged. Return the tablet to the study office.</source>
            <translation>Het sleutelbestand op deze tablet is beschadigd. Lever de tablet in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The tablet is full, so nothing more can be saved. Free up some space, then continue.</source>
            <translation>De tablet is vol; er kan niets meer worden opgeslagen. Maak ruimte vrij en ga dan verder.</translation>
        </message>
        <message>
            <source>Another program is using the interviews on this tablet. Close it, then try again.</source>
            <translation>Een ander programma gebruikt de interviews op deze tablet. Sluit dat af en probeer het opnieuw.</translation>
        </message>
        <message>
            <source>The tablet could not save. Earlier answers are not lost; restart the tablet.</source>
            <translation>De tablet kon niet opslaan. Eerdere antwoorden zijn niet verloren; start de tablet opnieuw op.</translation>
        </message>
        <message>
            <source>This tablet is locked.</source>
            <translation>Deze tablet is vergrendeld.</translation>
        </message>
        <message>
            <source>This tablet is not enrolled in a study yet. Enrol it first.</source>
            <translation>Deze tablet is nog niet aangemeld voor een onderzoek. Meld hem eerst aan.</translation>
        </message>
        <message>
            <source>The study is not on this tablet yet. Connect to a network and sync.</source>
            <translation>Het onderzoek staat nog niet op deze tablet. Maak verbinding met een netwerk en synchroniseer.</translation>
        </message>
        <message>
            <source>The study that the server sent is not trusted or cannot be read, so it was rejected. Contact the study office.</source>
            <translation>Het onderzoek dat de server stuurde, is niet te vertrouwen of niet te lezen en is geweigerd. Neem contact op met het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The server offers an older version of the study than the one on this tablet, so it was rejected. Contact the study office.</source>
            <translation>De server biedt een oudere versie van het onderzoek aan dan deze tablet heeft; die is geweigerd. Neem contact op met het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>This is not the server of your study, so nothing was sent. Check the network, or ask for a new code.</source>
            <translation>Dit is niet de server van je onderzoek. Er is niets verstuurd. Controleer het netwerk of vraag een nieuwe code.</translation>
        </message>
        <message>
            <source>The server cannot be reached. Check the network connection and try again.</source>
            <translation>De server is niet bereikbaar. Controleer de verbinding en probeer het opnieuw.</translation>
        </message>
        <message>
            <source>The server rejected the code. A code can be used once, within ten minutes; ask for a new one.</source>
            <translation>De server heeft de code geweigerd. Een code is tien minuten geldig en werkt één keer; vraag een nieuwe.</translation>
        </message>
        <message>
            <source>One question still needs an answer or a reason for no answer.</source>
            <translation>Eén vraag heeft nog een antwoord nodig, of een reden waarom er geen antwoord is.</translation>
        </message>
        <message>
            <source>This is not an enrolment code. An enrolment code starts with PEIL1: and comes from the study office.</source>
            <translation>Dit is geen aanmeldcode. Een aanmeldcode begint met PEIL1: en krijg je van het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>Not saved: this number is incomplete. Type the rest or clear the field.</source>
            <translation>Niet opgeslagen: dit getal is niet compleet. Typ de rest of maak het veld leeg.</translation>
        </message>
        <message>
            <source>Not saved: this is not a number. Use digits only.</source>
            <translation>Niet opgeslagen: dit is geen getal. Gebruik alleen cijfers.</translation>
        </message>
        <message>
            <source>Not saved: this number is too large. The maximum is %1.</source>
            <translation>Niet opgeslagen: dit getal is te groot. Het maximum is %1.</translation>
        </message>
        <message>
            <source>Not saved: this number is too small. The minimum is %1.</source>
            <translation>Niet opgeslagen: dit getal is te klein. Het minimum is %1.</translation>
        </message>
        <message>
            <source>Not saved: this answer does not fit the question. Change it or clear it.</source>
            <translation>Niet opgeslagen: dit antwoord past niet bij de vraag. Pas het aan of wis het.</translation>
        </message>
        <message>
            <source>The saved answer is still %1.</source>
            <translation>Het opgeslagen antwoord is nog steeds %1.</translation>
        </message>
        <message>
            <source>No more can be added.</source>
            <translation>Er kunnen er niet meer bij.</translation>
        </message>
        <message>
            <source>The key files on this tablet are missing, so its interviews cannot be opened. Nothing was changed. Return the tablet to the study office and do not set it up again.</source>
            <translation>De sleutelbestanden op deze tablet ontbreken; de interviews kunnen niet worden geopend. Er is niets veranderd. Lever de tablet in bij het onderzoeksbureau en stel hem niet opnieuw in.</translation>
        </message>
        <message>
            <source>The secret key of this tablet is missing or damaged, so its interviews cannot be opened. Nothing was changed. Return the tablet to the study office and do not set it up again.</source>
            <translation>De geheime sleutel van deze tablet ontbreekt of is beschadigd; de interviews kunnen niet worden geopend. Er is niets veranderd. Lever de tablet in bij het onderzoeksbureau en stel hem niet opnieuw in.</translation>
        </message>
        <message>
            <source>A key file on this tablet belongs to another tablet. Nothing was changed. Return the tablet to the study office.</source>
            <translation>Een sleutelbestand op deze tablet hoort bij een andere tablet. Er is niets veranderd. Lever de tablet in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The file with the interviews on this tablet is missing or empty. No new file was created. Return the tablet to the study office and do not set it up again.</source>
            <translation>Het bestand met de interviews op deze tablet ontbreekt of is leeg. Er is geen nieuw bestand gemaakt. Lever de tablet in bij het onderzoeksbureau en stel hem niet opnieuw in.</translation>
        </message>
        <message>
            <source>This tablet has already been set up. Nothing was overwritten. Restart the app.</source>
            <translation>Deze tablet is al ingesteld. Er is niets overschreven. Start de app opnieuw.</translation>
        </message>
        <message>
            <source>Other users of this tablet can read the folder with the interviews. Return the tablet to the study office.</source>
            <translation>Andere gebruikers van deze tablet kunnen de map met interviews lezen. Lever de tablet in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The passphrase is correct, but the file with the interviews cannot be opened: it is damaged or was replaced. Return the tablet to the study office.</source>
            <translation>De wachtzin klopt, maar het bestand met de interviews kan niet worden geopend: het is beschadigd of vervangen. Lever de tablet in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>Part of the file with the interviews is damaged. Return the tablet to the study office.</source>
            <translation>Een deel van het bestand met de interviews is beschadigd. Lever de tablet in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>Too many wrong passphrases: unfinished interviews on this tablet are lost. Finished interviews are sealed and can still be sent. Return the tablet to the study office.</source>
            <translation>Te vaak een verkeerde wachtzin: interviews die nog niet af waren, zijn verloren. Afgeronde interviews zijn verzegeld en kunnen nog worden verstuurd. Lever de tablet in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>A sealed interview on this tablet is damaged. Return the tablet to the study office.</source>
            <translation>Een verzegeld interview op deze tablet is beschadigd. Lever de tablet in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>There is nothing to send on this tablet.</source>
            <translation>Er staat niets op deze tablet om te versturen.</translation>
        </message>
        <message>
            <source>The server rejected the finished interviews on this tablet. Return the tablet to the study office.</source>
            <translation>De server heeft de afgeronde interviews op deze tablet geweigerd. Lever de tablet in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The date or time on this tablet is wrong, so it cannot verify the server. Correct the clock, then sync again.</source>
            <translation>De datum of tijd op deze tablet klopt niet; daardoor kan hij de server niet controleren. Zet de klok goed en synchroniseer opnieuw.</translation>
        </message>
        <message>
            <source>This tablet has finished interviews for another study office, so it cannot move to this one. Nothing was changed.</source>
            <translation>Op deze tablet staan afgeronde interviews voor een ander onderzoeksbureau. Hij kan daarom niet overstappen. Er is niets veranderd.</translation>
        </message>
        <message>
            <source>There is no network, or the server does not respond. Everything is stored on the tablet and will be sent at the next sync.</source>
            <translation>Er is geen netwerk, of de server reageert niet. Alles blijft op de tablet staan en wordt de volgende keer verstuurd.</translation>
        </message>
        <message>
            <source>The server is busy. Everything is stored on the tablet and will be sent at the next sync.</source>
            <translation>De server is bezet. Alles blijft op de tablet staan en wordt de volgende keer verstuurd.</translation>
        </message>
        <message>
            <source>The server rejected this tablet. Ask your coordinator whether it is still enrolled.</source>
            <translation>De server weigert deze tablet. Vraag je coördinator of hij nog is aangemeld.</translation>
        </message>
        <message>
            <source>The tablet could not save what the server sent. Check whether it is full.</source>
            <translation>De tablet kon niet opslaan wat de server stuurde. Kijk of hij vol is.</translation>
        </message>
        <message>
            <source>All finished interviews have arrived. The study on the server was rejected: it is older than the one on this tablet, not trusted, or cannot be read. Contact the study office.</source>
            <translation>Alle afgeronde interviews zijn aangekomen. Het onderzoek op de server is geweigerd: het is ouder dan dat op deze tablet, niet te vertrouwen of niet te lezen. Neem contact op met het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The study office has revoked this tablet. All finished interviews have been sent, and the tablet erases its data. Return it to the study office.</source>
            <translation>Het onderzoeksbureau heeft de aanmelding van deze tablet ingetrokken. Alle afgeronde interviews zijn verstuurd en de tablet wist zijn gegevens. Lever hem in bij het onderzoeksbureau.</translation>
        </message>
    </context>
    <context>
        <name>NoAnswerRow</name>
        <message>
            <source>Don&apos;t know</source>
            <translation>Weet het niet</translation>
        </message>
        <message>
            <source>Prefers not to say</source>
            <translation>Wil het niet zeggen</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Overslaan</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>Geen antwoord</translation>
        </message>
        <message>
            <source>Bring the answer back</source>
            <translation>Antwoord terughalen</translation>
        </message>
    </context>
    <context>
        <name>NoStudyPage</name>
        <message>
            <source>Downloading the study</source>
            <translation>Het onderzoek wordt gedownload</translation>
        </message>
        <message>
            <source>Downloading the questionnaire and the places from the server. This needs a network connection once.</source>
            <translation>De vragenlijst en de plekken worden opgehaald van de server. Daarvoor is eenmalig een netwerk nodig.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Opnieuw proberen</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Vergrendelen</translation>
        </message>
    </context>
    <context>
        <name>NumberEditor</name>
        <message>
            <source>Delete the last digit</source>
            <translation>Laatste cijfer wissen</translation>
        </message>
    </context>
    <context>
        <name>ParticipantPage</name>
        <message>
            <source>Page %1 of %2</source>
            <translation>Pagina %1 van %2</translation>
        </message>
        <message>
            <source>Language of the interview</source>
            <translation>Taal van het interview</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>Teruggeven</translation>
        </message>
    </context>
    <context>
        <name>PassphraseEntry</name>
        <message>
            <source>Tap here and type</source>
            <translation>Tik hier en typ</translation>
        </message>
        <message>
            <source>Too short</source>
            <translation>Te kort</translation>
        </message>
        <message>
            <source>Easy to guess</source>
            <translation>Makkelijk te raden</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>Goed</translation>
        </message>
        <message>
            <source>Strong</source>
            <translation>Sterk</translation>
        </message>
        <message numerus="yes">
            <source>%n word(s)</source>
            <translation>
                <numerusform>%n woord</numerusform>
                <numerusform>%n woorden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n teken</numerusform>
                <numerusform>%n tekens</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Picture</name>
        <message>
            <source>Picture: %1</source>
            <translation>Afbeelding: %1</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Sluiten</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message>
            <source>Delete the last digit</source>
            <translation>Laatste cijfer wissen</translation>
        </message>
    </context>
    <context>
        <name>QuestionEditor</name>
        <message>
            <source>This tablet cannot show this type of question. Continue with the next one.</source>
            <translation>Deze tablet kan dit type vraag niet tonen. Ga verder met de volgende.</translation>
        </message>
        <message>
            <source>This tablet cannot show this type of question. Choose a reason for no answer and continue.</source>
            <translation>Deze tablet kan dit type vraag niet tonen. Kies waarom er geen antwoord is en ga verder.</translation>
        </message>
    </context>
    <context>
        <name>QuestionView</name>
        <message>
            <source>The form fills in this answer from other answers. It has not done so yet.</source>
            <translation>Het formulier vult dit antwoord in op basis van andere antwoorden. Dat is nog niet gebeurd.</translation>
        </message>
        <message>
            <source>Answer this question, or choose a reason for no answer.</source>
            <translation>Beantwoord deze vraag, of kies waarom er geen antwoord is.</translation>
        </message>
        <message>
            <source>This answer does not fit the question.</source>
            <translation>Dit antwoord past niet bij de vraag.</translation>
        </message>
        <message>
            <source>Answer this question.</source>
            <translation>Beantwoord deze vraag.</translation>
        </message>
    </context>
    <context>
        <name>QuotaRow</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 van %2</translation>
        </message>
        <message>
            <source>%1: %2 of %3</source>
            <translation>%1: %2 van %3</translation>
        </message>
        <message numerus="yes">
            <source>%n still on this tablet</source>
            <translation>
                <numerusform>Nog %n op deze tablet</numerusform>
                <numerusform>Nog %n op deze tablet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RangeEditor</name>
        <message>
            <source>Slide to the answer</source>
            <translation>Schuif naar het antwoord</translation>
        </message>
    </context>
    <context>
        <name>RankEditor</name>
        <message>
            <source>Move %1 up</source>
            <translation>%1 omhoog</translation>
        </message>
        <message>
            <source>Move %1 down</source>
            <translation>%1 omlaag</translation>
        </message>
        <message>
            <source>Not in order yet</source>
            <translation>Nog niet op volgorde gezet</translation>
        </message>
        <message>
            <source>This order is right</source>
            <translation>Deze volgorde klopt</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCodePage</name>
        <message>
            <source>Write down the recovery code</source>
            <translation>Schrijf de herstelcode op</translation>
        </message>
        <message>
            <source>It unlocks this tablet if you forget the passphrase. It is shown only once. Keep the paper at the study office, not with the tablet.</source>
            <translation>Hiermee ontgrendel je de tablet als je de wachtzin bent vergeten. De code wordt maar één keer getoond. Bewaar het papier op het onderzoeksbureau, niet bij de tablet.</translation>
        </message>
        <message>
            <source>The recovery code is shown as an image. Screen readers cannot read it.</source>
            <translation>De herstelcode staat er als afbeelding. Een schermlezer kan hem niet voorlezen.</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>Ik heb hem opgeschreven</translation>
        </message>
        <message>
            <source>Check what you wrote down</source>
            <translation>Controleer wat je hebt opgeschreven</translation>
        </message>
        <message>
            <source>Type the last four characters of the code from your paper.</source>
            <translation>Typ de laatste vier tekens van de code over van je papier.</translation>
        </message>
        <message>
            <source>Last four characters</source>
            <translation>Laatste vier tekens</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Verder</translation>
        </message>
        <message>
            <source>Show the code again</source>
            <translation>Code nog een keer tonen</translation>
        </message>
    </context>
    <context>
        <name>ReferralsPage</name>
        <message>
            <source>Support contacts</source>
            <translation>Hulp en opvang</translation>
        </message>
    </context>
    <context>
        <name>RepeatView</name>
        <message numerus="yes">
            <source>%n so far.</source>
            <translation>
                <numerusform>Tot nu toe %n.</numerusform>
                <numerusform>Tot nu toe %n.</numerusform>
            </translation>
        </message>
        <message>
            <source>Add one</source>
            <translation>Nog een toevoegen</translation>
        </message>
        <message>
            <source>Remove the last one</source>
            <translation>De laatste verwijderen</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Review</source>
            <translation>Nakijken</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) must be answered or corrected first.</source>
            <translation>
                <numerusform>%n vraag moet eerst worden beantwoord of verbeterd.</numerusform>
                <numerusform>%n vragen moeten eerst worden beantwoord of verbeterd.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) have no answer. You can still finish.</source>
            <translation>
                <numerusform>%n vraag heeft geen antwoord. Je kunt wel afsluiten.</numerusform>
                <numerusform>%n vragen hebben geen antwoord. Je kunt wel afsluiten.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every question has an answer.</source>
            <translation>Elke vraag heeft een antwoord.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Een moment…</translation>
        </message>
        <message>
            <source>Finish and seal</source>
            <translation>Afsluiten en verzegelen</translation>
        </message>
        <message>
            <source>All questions and answers</source>
            <translation>Alle vragen en antwoorden</translation>
        </message>
        <message>
            <source>Sealing makes all answers final. After that, no one can read or change them on this tablet, not even you. They are sent as soon as there is a network.</source>
            <translation>Na het verzegelen staan alle antwoorden vast. Niemand kan ze op deze tablet nog lezen of wijzigen, ook jij niet. Ze worden verstuurd zodra er netwerk is.</translation>
        </message>
        <message>
            <source>Hold to finish and seal</source>
            <translation>Ingedrukt houden: afsluiten en verzegelen</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Terug</translation>
        </message>
        <message>
            <source>Finish and seal this interview?</source>
            <translation>Dit interview afsluiten en verzegelen?</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Terug naar het interview</translation>
        </message>
    </context>
    <context>
        <name>SearchEditor</name>
        <message>
            <source>Search</source>
            <translation>Zoeken</translation>
        </message>
        <message>
            <source>No choice has these letters.</source>
            <translation>Geen antwoord bevat deze letters.</translation>
        </message>
    </context>
    <context>
        <name>SectionsPage</name>
        <message>
            <source>Review</source>
            <translation>Nakijken</translation>
        </message>
        <message>
            <source>%1: %2 of %3 answered</source>
            <translation>%1: %2 van %3 beantwoord</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 van %2</translation>
        </message>
        <message>
            <source>Chapters</source>
            <translation>Hoofdstukken</translation>
        </message>
        <message>
            <source>Not asked so far</source>
            <translation>Tot nu toe niet gevraagd</translation>
        </message>
    </context>
    <context>
        <name>SetPinPage</name>
        <message>
            <source>PIN for this shift</source>
            <translation>Pincode voor deze dienst</translation>
        </message>
        <message>
            <source>For twelve hours after you typed the passphrase, these six digits unlock the tablet. After five wrong attempts, or when the tablet restarts, it asks for the passphrase.</source>
            <translation>Tot twaalf uur nadat je de wachtzin hebt getypt, ontgrendelen deze zes cijfers de tablet. Na vijf foute pogingen, of als de tablet opnieuw start, vraagt hij om de wachtzin.</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>Pincode</translation>
        </message>
        <message>
            <source>Repeat the PIN</source>
            <translation>Herhaal de pincode</translation>
        </message>
        <message>
            <source>Use this PIN</source>
            <translation>Deze pincode gebruiken</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Een moment…</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Instellingen</translation>
        </message>
        <message>
            <source>Language of the app</source>
            <translation>Taal van de app</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>Scherm</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Dag</translation>
        </message>
        <message>
            <source>Night</source>
            <translation>Nacht</translation>
        </message>
        <message>
            <source>Bright sunlight</source>
            <translation>Felle zon</translation>
        </message>
        <message>
            <source>Size of text</source>
            <translation>Tekstgrootte</translation>
        </message>
        <message>
            <source>This tablet</source>
            <translation>Deze tablet</translation>
        </message>
        <message>
            <source>Server: %1</source>
            <translation>Server: %1</translation>
        </message>
        <message>
            <source>The secret key of this tablet is stored in a file because the tablet has no key store that Peil can use. The passphrase protects it.</source>
            <translation>De geheime sleutel van deze tablet staat in een bestand, omdat de tablet geen sleutelopslag heeft die Peil kan gebruiken. De wachtzin beschermt hem.</translation>
        </message>
        <message>
            <source>Unlocking</source>
            <translation>Ontgrendelen</translation>
        </message>
        <message>
            <source>Change passphrase</source>
            <translation>Wachtzin wijzigen</translation>
        </message>
        <message>
            <source>Set a PIN for this shift</source>
            <translation>Pincode instellen voor deze dienst</translation>
        </message>
        <message>
            <source>Remove the PIN of this shift</source>
            <translation>Pincode van deze dienst verwijderen</translation>
        </message>
        <message>
            <source>Answers and Next</source>
            <translation>Antwoorden en Volgende</translation>
        </message>
        <message>
            <source>Under the right thumb</source>
            <translation>Onder de rechterduim</translation>
        </message>
        <message>
            <source>Under the left thumb</source>
            <translation>Onder de linkerduim</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>%1: less</source>
            <translation>%1: minder</translation>
        </message>
        <message>
            <source>%1: more</source>
            <translation>%1: meer</translation>
        </message>
    </context>
    <context>
        <name>StoppedPage</name>
        <message>
            <source>This tablet cannot be unlocked</source>
            <translation>Deze tablet kan niet worden ontgrendeld</translation>
        </message>
        <message>
            <source>Send what is finished: %1</source>
            <translation>Verstuur wat klaar is: %1</translation>
        </message>
    </context>
    <context>
        <name>SupportCards</name>
        <message>
            <source>The study has no support contacts for this city.</source>
            <translation>Voor deze stad heeft het onderzoek geen hulpadressen.</translation>
        </message>
        <message>
            <source>Search the cards</source>
            <translation>Zoek in de kaarten</translation>
        </message>
        <message>
            <source>No card has these words.</source>
            <translation>Op geen kaart staan deze woorden.</translation>
        </message>
    </context>
    <context>
        <name>SupportSheet</name>
        <message>
            <source>Support contacts</source>
            <translation>Hulp en opvang</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Terug naar het interview</translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Sync</source>
            <translation>Synchroniseren</translation>
        </message>
        <message>
            <source>No contact yet</source>
            <translation>Nog geen contact</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>Laatste contact: %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 van %2</translation>
        </message>
        <message>
            <source>Sent %1 of %2</source>
            <translation>%1 van %2 verstuurd</translation>
        </message>
        <message>
            <source>Finished on this tablet</source>
            <translation>Afgerond op deze tablet</translation>
        </message>
        <message>
            <source>Received by the study office</source>
            <translation>Ontvangen door het onderzoeksbureau</translation>
        </message>
        <message>
            <source>Still on this tablet</source>
            <translation>Nog op deze tablet</translation>
        </message>
        <message>
            <source>Not finished yet</source>
            <translation>Nog niet af</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Nu proberen</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>Bezig met versturen…</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Nu synchroniseren</translation>
        </message>
    </context>
    <context>
        <name>TextEditor</name>
        <message>
            <source>Type the answer here</source>
            <translation>Typ hier het antwoord</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Tonen</translation>
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
            <translation>Nog geen tijd gekozen</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Uur</translation>
        </message>
        <message>
            <source>Minute</source>
            <translation>Minuut</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Back</source>
            <translation>Terug</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>This tablet is locked</source>
            <translation>Deze tablet is vergrendeld</translation>
        </message>
        <message numerus="yes">
            <source>You can try again in %n second(s).</source>
            <translation>
                <numerusform>Over %n seconde kun je het weer proberen.</numerusform>
                <numerusform>Over %n seconden kun je het weer proberen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n attempt(s) left. After that, unfinished interviews on this tablet are lost.</source>
            <translation>
                <numerusform>Nog %n poging. Daarna zijn interviews die niet af zijn, verloren.</numerusform>
                <numerusform>Nog %n pogingen. Daarna zijn interviews die niet af zijn, verloren.</numerusform>
            </translation>
        </message>
        <message>
            <source>Passphrase or recovery code</source>
            <translation>Wachtzin of herstelcode</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Een moment…</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Ontgrendelen</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>Pincode</translation>
        </message>
        <message>
            <source>Use the passphrase</source>
            <translation>Wachtzin gebruiken</translation>
        </message>
        <message numerus="yes">
            <source>%n attempt(s) left. After that, the tablet asks for the passphrase.</source>
            <translation>
                <numerusform>Nog %n poging. Daarna vraagt de tablet om de wachtzin.</numerusform>
                <numerusform>Nog %n pogingen. Daarna vraagt de tablet om de wachtzin.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WayOn</name>
        <message>
            <source>Back</source>
            <translation>Terug</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) left</source>
            <translation>
                <numerusform>Nog %n vraag</numerusform>
                <numerusform>Nog %n vragen</numerusform>
            </translation>
        </message>
        <message>
            <source>To the review</source>
            <translation>Naar de controle</translation>
        </message>
        <message>
            <source>Go to the end</source>
            <translation>Naar het einde</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Volgende</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::AppController</name>
        <message>
            <source>Not counted: %1.</source>
            <translation>Telt niet mee: %1.</translation>
        </message>
        <message>
            <source>%1 withdrawn</source>
            <translation>%1 ingetrokken</translation>
        </message>
        <message>
            <source>%1 replaced by a newer version</source>
            <translation>%1 vervangen door een nieuwere versie</translation>
        </message>
        <message>
            <source>This tablet was restored from an older copy (detected: %1). New interviews are numbered after those that the study office already has. Tell your coordinator: interviews that were made after the copy and not sent are lost.</source>
            <translation>Deze tablet is teruggezet vanaf een oudere kopie (ontdekt: %1). Nieuwe interviews krijgen een nummer na de interviews die het onderzoeksbureau al heeft. Meld het bij je coördinator: interviews van na die kopie die niet zijn verstuurd, zijn verloren.</translation>
        </message>
        <message>
            <source>Alarm since %1: the study server has lost or changed data that it had confirmed. Keep working; nothing is deleted on this tablet. Contact the study office now.</source>
            <translation>Alarm sinds %1: de server van het onderzoek heeft gegevens verloren of gewijzigd die hij had bevestigd. Werk gewoon door; op deze tablet wordt niets verwijderd. Neem nu contact op met het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The study server was restored from a backup (detected: %1). The tablet resends the interviews that the server lost. If the study office does not know about this, contact them now.</source>
            <translation>De server van het onderzoek is hersteld vanaf een reservekopie (ontdekt: %1). De tablet verstuurt opnieuw wat de server kwijt was. Weet het onderzoeksbureau hier niet van, neem dan nu contact op.</translation>
        </message>
        <message>
            <source>%1 marked as duplicate</source>
            <translation>%1 als dubbel aangemerkt</translation>
        </message>
        <message>
            <source>%1 rejected</source>
            <translation>%1 afgekeurd</translation>
        </message>
        <message>
            <source>%1 without consent</source>
            <translation>%1 zonder toestemming</translation>
        </message>
        <message>
            <source>%1 not eligible</source>
            <translation>%1 buiten de doelgroep</translation>
        </message>
        <message>
            <source>%1 broken off</source>
            <translation>%1 afgebroken</translation>
        </message>
        <message>
            <source>%1 not complete</source>
            <translation>%1 niet compleet</translation>
        </message>
        <message>
            <source>%1 with an unknown city</source>
            <translation>%1 met een onbekende stad</translation>
        </message>
        <message>
            <source>%1 with an unknown group</source>
            <translation>%1 met een onbekende groep</translation>
        </message>
        <message>
            <source>%1 in a different group than recorded</source>
            <translation>%1 in een andere groep dan genoteerd</translation>
        </message>
        <message>
            <source>%1 violating a study rule</source>
            <translation>%1 in strijd met een regel van het onderzoek</translation>
        </message>
        <message>
            <source>The passphrases do not match. Type the second one again.</source>
            <translation>De wachtzinnen zijn niet gelijk. Typ de tweede opnieuw.</translation>
        </message>
        <message>
            <source>Today, %1</source>
            <translation>Vandaag, %1</translation>
        </message>
        <message>
            <source>Not finished</source>
            <translation>Niet af</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>Nog te versturen</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Ontvangen</translation>
        </message>
        <message>
            <source>Received, to be checked</source>
            <translation>Ontvangen, nog te controleren</translation>
        </message>
        <message>
            <source>The last answers were not saved. %1 Check the interview to see which answers were saved.</source>
            <translation>De laatste antwoorden zijn niet opgeslagen. %1 Kijk in het interview welke antwoorden zijn opgeslagen.</translation>
        </message>
        <message>
            <source>The clock on this tablet is wrong. The correct time is %1. Interviews record the correct time, but set the clock anyway.</source>
            <translation>De klok van deze tablet loopt niet goed. Het is nu %1. Interviews krijgen de juiste tijd, maar zet de klok toch gelijk.</translation>
        </message>
        <message>
            <source>These are not the last four characters of the code. Check the paper.</source>
            <translation>Dit zijn niet de laatste vier tekens van de code. Kijk nog eens op het papier.</translation>
        </message>
        <message>
            <source>The passphrase was changed.</source>
            <translation>De wachtzin is gewijzigd.</translation>
        </message>
        <message>
            <source>The PINs do not match. Type the second one again.</source>
            <translation>De pincodes zijn niet gelijk. Typ de tweede opnieuw.</translation>
        </message>
        <message>
            <source>Choose six digits that are not in a row.</source>
            <translation>Kies zes cijfers die niet op een rij staan.</translation>
        </message>
        <message>
            <source>Until the end of this shift, the PIN unlocks the tablet.</source>
            <translation>Tot het einde van deze dienst ontgrendelt de pincode de tablet.</translation>
        </message>
        <message>
            <source>Wrong PIN.</source>
            <translation>Verkeerde pincode.</translation>
        </message>
        <message>
            <source>The PIN is no longer valid. Use the passphrase.</source>
            <translation>De pincode geldt niet meer. Gebruik de wachtzin.</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Gepauzeerd</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::InterviewController</name>
        <message>
            <source>No answer: does not know</source>
            <translation>Geen antwoord: weet het niet</translation>
        </message>
        <message>
            <source>No answer: prefers not to say</source>
            <translation>Geen antwoord: wil het niet zeggen</translation>
        </message>
        <message>
            <source>No answer: skipped</source>
            <translation>Geen antwoord: overgeslagen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Gedaan</translation>
        </message>
        <message>
            <source>Still open</source>
            <translation>Nog open</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::RescueController</name>
        <message>
            <source>Sending…</source>
            <translation>Bezig met versturen…</translation>
        </message>
        <message numerus="yes">
            <source>%n finished interview(s) on this tablet have not been sent yet. You can send them without the passphrase if there is a network.</source>
            <translation>
                <numerusform>%n afgerond interview op deze tablet is nog niet verstuurd. Met een netwerk kun je het zonder wachtzin versturen.</numerusform>
                <numerusform>%n afgeronde interviews op deze tablet zijn nog niet verstuurd. Met een netwerk kun je ze zonder wachtzin versturen.</numerusform>
            </translation>
        </message>
        <message>
            <source>All finished interviews have arrived at the study office.</source>
            <translation>Alle afgeronde interviews zijn aangekomen bij het onderzoeksbureau.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SectionListModel</name>
        <message>
            <source>Beginning</source>
            <translation>Begin</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Verder</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SyncController</name>
        <message>
            <source>All finished interviews have been sent.</source>
            <translation>Alle afgeronde interviews zijn verstuurd.</translation>
        </message>
        <message numerus="yes">
            <source>%n interview(s) waiting to be sent.</source>
            <translation>
                <numerusform>%n interview moet nog worden verstuurd.</numerusform>
                <numerusform>%n interviews moeten nog worden verstuurd.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sending. You can continue working.</source>
            <translation>Bezig met versturen. Je kunt gewoon doorwerken.</translation>
        </message>
        <message numerus="yes">
            <source>The server does not respond. Trying again in %n second(s).</source>
            <translation>
                <numerusform>De server reageert niet. Nieuwe poging over %n seconde.</numerusform>
                <numerusform>De server reageert niet. Nieuwe poging over %n seconden.</numerusform>
            </translation>
        </message>
        <message>
            <source>All finished interviews have arrived at the study office.</source>
            <translation>Alle afgeronde interviews zijn aangekomen bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>All interviews have been sent. Other records are waiting.</source>
            <translation>Alle interviews zijn verstuurd. Andere gegevens wachten nog.</translation>
        </message>
    </context>
    <context>
        <name>ContactsPage</name>
        <message>
            <source>People approached</source>
            <translation>Benaderde mensen</translation>
        </message>
        <message>
            <source>Change the place</source>
            <translation>Andere plek kiezen</translation>
        </message>
        <message>
            <source>One tap for each person whom you do not interview. Interviews are counted by themselves. Nothing about the person is kept.</source>
            <translation>Eén tik voor iedereen die je niet interviewt. Interviews tellen vanzelf mee. Over de persoon wordt niets bewaard.</translation>
        </message>
        <message>
            <source>Nothing to undo</source>
            <translation>Niets om ongedaan te maken</translation>
        </message>
        <message>
            <source>Undo: %1</source>
            <translation>Ongedaan maken: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) counted here in this part of the day</source>
            <translation>
                <numerusform>%n persoon geteld op deze plek in dit dagdeel</numerusform>
                <numerusform>%n personen geteld op deze plek in dit dagdeel</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::ContactController</name>
        <message>
            <source>Approached, no result</source>
            <translation>Benaderd, geen resultaat</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Geweigerd</translation>
        </message>
        <message>
            <source>Not eligible</source>
            <translation>Hoort niet tot de doelgroep</translation>
        </message>
        <message>
            <source>Already interviewed</source>
            <translation>Al geïnterviewd</translation>
        </message>
        <message>
            <source>Appointment made</source>
            <translation>Afspraak gemaakt</translation>
        </message>
        <message>
            <source>Tonight, until 06:00</source>
            <translation>Vannacht, tot 06:00</translation>
        </message>
        <message>
            <source>This morning, until 12:00</source>
            <translation>Vanochtend, tot 12:00</translation>
        </message>
        <message>
            <source>This afternoon, until 18:00</source>
            <translation>Vanmiddag, tot 18:00</translation>
        </message>
        <message>
            <source>This evening, until 24:00</source>
            <translation>Vanavond, tot 24:00</translation>
        </message>
    </context>
</TS>
