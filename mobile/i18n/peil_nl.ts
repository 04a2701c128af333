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
            <source>Why does the interview stop?</source>
            <translation>Waarom stopt het gesprek?</translation>
        </message>
        <message>
            <source>The person has no time now</source>
            <translation>De persoon heeft nu geen tijd</translation>
        </message>
        <message>
            <source>The person wants to stop</source>
            <translation>De persoon wil stoppen</translation>
        </message>
        <message>
            <source>We were interrupted</source>
            <translation>We werden gestoord</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Iets anders</translation>
        </message>
        <message>
            <source>Everything answered so far is kept.</source>
            <translation>Alles wat is beantwoord, blijft bewaard.</translation>
        </message>
        <message>
            <source>Go on another time</source>
            <translation>Een andere keer verdergaan</translation>
        </message>
        <message>
            <source>Finish it as it is</source>
            <translation>Zo afsluiten</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Terug naar het gesprek</translation>
        </message>
        <message>
            <source>This interview was begun by mistake</source>
            <translation>Dit interview is per ongeluk begonnen</translation>
        </message>
        <message>
            <source>Erase it? Every answer of this interview goes, and nothing is sent. This cannot be undone.</source>
            <translation>Wissen? Elk antwoord van dit interview verdwijnt en er wordt niets verstuurd. Dit kan niet ongedaan worden gemaakt.</translation>
        </message>
        <message>
            <source>Erase this interview</source>
            <translation>Dit interview wissen</translation>
        </message>
    </context>
    <context>
        <name>ChooseSitePage</name>
        <message>
            <source>Where are you?</source>
            <translation>Waar ben je?</translation>
        </message>
        <message>
            <source>The interview begins when you choose a place.</source>
            <translation>Het gesprek begint als je een plek kiest.</translation>
        </message>
    </context>
    <context>
        <name>CreateStorePage</name>
        <message>
            <source>Choose a passphrase</source>
            <translation>Kies een wachtzin</translation>
        </message>
        <message>
            <source>It locks everything on this tablet. Take five words or more that do not belong together, such as names of things around you. Nobody can look it up for you.</source>
            <translation>Hiermee zit alles op deze tablet op slot. Neem vijf of meer woorden die niet bij elkaar horen, zoals namen van dingen om je heen. Niemand kan de wachtzin voor je opzoeken.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Wachtzin</translation>
        </message>
        <message>
            <source>The same passphrase once more</source>
            <translation>Dezelfde wachtzin nog een keer</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Een moment…</translation>
        </message>
        <message>
            <source>Lock this tablet with it</source>
            <translation>De tablet hiermee vergrendelen</translation>
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
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Join a study</source>
            <translation>Meedoen aan een onderzoek</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Vergrendelen</translation>
        </message>
        <message>
            <source>Ask the study office for an enrolment code. It works once and for ten minutes.</source>
            <translation>Vraag het onderzoeksbureau om een aanmeldcode. Die werkt één keer en tien minuten lang.</translation>
        </message>
        <message>
            <source>Enrolment code, begins with PEIL1:</source>
            <translation>Aanmeldcode, begint met PEIL1:</translation>
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
            <source>Join</source>
            <translation>Meedoen</translation>
        </message>
    </context>
    <context>
        <name>FinishedPage</name>
        <message>
            <source>The interview is sealed</source>
            <translation>Het gesprek is verzegeld</translation>
        </message>
        <message>
            <source>New interview</source>
            <translation>Nieuw gesprek</translation>
        </message>
        <message>
            <source>Addresses for help</source>
            <translation>Adressen voor hulp</translation>
        </message>
        <message>
            <source>To my interviews</source>
            <translation>Naar mijn gesprekken</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Addresses for help</source>
            <translation>Adressen voor hulp</translation>
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
            <translation>Nieuw gesprek</translation>
        </message>
        <message>
            <source>My interviews</source>
            <translation>Mijn gesprekken</translation>
        </message>
        <message>
            <source>No interview has been held on this tablet yet.</source>
            <translation>Op deze tablet is nog geen gesprek gevoerd.</translation>
        </message>
        <message>
            <source>Reached in %1</source>
            <translation>Bereikt in %1</translation>
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
                <numerusform>%n gesprek sturen</numerusform>
                <numerusform>%n gesprekken sturen</numerusform>
            </translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Synchroniseren</translation>
        </message>
        <message numerus="yes">
            <source>Show more: %n interview(s) not listed</source>
            <translation>
                <numerusform>Meer tonen: %n interview niet in de lijst</numerusform>
                <numerusform>Meer tonen: %n interviews niet in de lijst</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InterviewPage</name>
        <message>
            <source>%1  ·  saved</source>
            <translation>%1  ·  bewaard</translation>
        </message>
        <message>
            <source>%1  ·  saving</source>
            <translation>%1  ·  wordt bewaard</translation>
        </message>
        <message>
            <source>%1  ·  NOT saved</source>
            <translation>%1  ·  NIET bewaard</translation>
        </message>
        <message>
            <source>Sections</source>
            <translation>Onderdelen</translation>
        </message>
        <message>
            <source>Language of the interview</source>
            <translation>Taal van het gesprek</translation>
        </message>
        <message>
            <source>Break off</source>
            <translation>Afbreken</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Vergrendelen</translation>
        </message>
        <message>
            <source>%1 percent answered</source>
            <translation>%1 procent beantwoord</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Terug</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 van %2</translation>
        </message>
        <message>
            <source>To the end</source>
            <translation>Naar het einde</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Volgende</translation>
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
            <translation>Taal van het gesprek</translation>
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
        <name>Messages</name>
        <message>
            <source>That is not the passphrase.</source>
            <translation>Dat is niet de wachtzin.</translation>
        </message>
        <message>
            <source>Wait until the time is over, then try again.</source>
            <translation>Wacht tot de tijd voorbij is en probeer het dan opnieuw.</translation>
        </message>
        <message>
            <source>This passphrase is too short or easy to guess. Take five words or more that do not belong together.</source>
            <translation>Deze wachtzin is te kort of makkelijk te raden. Neem vijf woorden of meer die niet bij elkaar horen.</translation>
        </message>
        <message>
            <source>The key file of this tablet is damaged. Hand it in at the study office.</source>
            <translation>Het sleutelbestand van deze tablet is beschadigd. Lever hem in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The tablet is full: nothing new can be kept. Free some space, then go on.</source>
            <translation>De tablet is vol: er past niets meer bij. Maak ruimte vrij en ga dan verder.</translation>
        </message>
        <message>
            <source>Another program holds the store of this tablet. Close it, then try again.</source>
            <translation>Een ander programma gebruikt de opslag van deze tablet. Sluit het en probeer het opnieuw.</translation>
        </message>
        <message>
            <source>The tablet could not write. Nothing that was saved before is lost; restart the tablet.</source>
            <translation>De tablet kon niet schrijven. Wat eerder was bewaard, is er nog; start de tablet opnieuw.</translation>
        </message>
        <message>
            <source>The store is locked.</source>
            <translation>De opslag zit op slot.</translation>
        </message>
        <message>
            <source>This tablet belongs to no study yet. Enrol it first.</source>
            <translation>Deze tablet hoort nog bij geen onderzoek. Meld hem eerst aan.</translation>
        </message>
        <message>
            <source>The study is not on this tablet yet. Sync once where there is a network.</source>
            <translation>Het onderzoek staat nog niet op deze tablet. Synchroniseer één keer waar een netwerk is.</translation>
        </message>
        <message>
            <source>The study that the server sent cannot be trusted or read, so it was not taken. Tell the study office.</source>
            <translation>Het onderzoek dat de server stuurde, is niet te vertrouwen of niet te lezen en is daarom niet overgenomen. Meld het bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The server offers an older version of the study than this tablet has, so it was not taken. Tell the study office.</source>
            <translation>De server biedt een oudere versie van het onderzoek aan dan deze tablet heeft; die is daarom niet overgenomen. Meld het bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>This is not the server of your study, so nothing was sent to it. Check the network or ask for a new code.</source>
            <translation>Dit is niet de server van je onderzoek, dus er is niets naartoe gestuurd. Controleer het netwerk of vraag een nieuwe code.</translation>
        </message>
        <message>
            <source>The server cannot be reached. Try again where there is a network.</source>
            <translation>De server is niet te bereiken. Probeer het opnieuw waar een netwerk is.</translation>
        </message>
        <message>
            <source>The server did not accept the code. It works once and for ten minutes; ask for a new one.</source>
            <translation>De server nam de code niet aan. Die werkt één keer en tien minuten lang; vraag een nieuwe.</translation>
        </message>
        <message>
            <source>A question still needs an answer, or a reason for no answer.</source>
            <translation>Bij een vraag hoort nog een antwoord, of een reden waarom er geen antwoord is.</translation>
        </message>
        <message>
            <source>This is not an enrolment code. It begins with PEIL1: and comes from the study office.</source>
            <translation>Dit is geen aanmeldcode. Die begint met PEIL1: en komt van het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>Not saved: this number is not finished. Type the rest, or clear it.</source>
            <translation>Niet opgeslagen: dit getal is niet af. Typ de rest, of maak het veld leeg.</translation>
        </message>
        <message>
            <source>Not saved: this is not a number. Use digits only.</source>
            <translation>Niet opgeslagen: dit is geen getal. Gebruik alleen cijfers.</translation>
        </message>
        <message>
            <source>Not saved: this number is too large. The highest is %1.</source>
            <translation>Niet opgeslagen: dit getal is te groot. Het hoogste is %1.</translation>
        </message>
        <message>
            <source>Not saved: this number is too small. The lowest is %1.</source>
            <translation>Niet opgeslagen: dit getal is te klein. Het laagste is %1.</translation>
        </message>
        <message>
            <source>Not saved: this answer does not fit the question. Change it, or clear it.</source>
            <translation>Niet opgeslagen: dit antwoord past niet bij de vraag. Pas het aan, of maak het leeg.</translation>
        </message>
        <message>
            <source>The answer is still %1.</source>
            <translation>Het antwoord is nog steeds %1.</translation>
        </message>
        <message>
            <source>No more of these can be added.</source>
            <translation>Er kunnen er niet meer bij.</translation>
        </message>
        <message>
            <source>The key files of this tablet are lost, so its interviews cannot be opened. Nothing was changed. Hand it in at the study office, and do not set it up again.</source>
            <translation>De sleutelbestanden van deze tablet zijn verloren, daardoor gaan de interviews niet open. Er is niets veranderd. Lever hem in bij het onderzoeksbureau en stel hem niet opnieuw in.</translation>
        </message>
        <message>
            <source>The device secret of this tablet is missing or damaged, so its interviews cannot be opened. Nothing was changed. Hand it in at the study office, and do not set it up again.</source>
            <translation>Het apparaatgeheim van deze tablet ontbreekt of is beschadigd, daardoor gaan de interviews niet open. Er is niets veranderd. Lever hem in bij het onderzoeksbureau en stel hem niet opnieuw in.</translation>
        </message>
        <message>
            <source>A key file on this tablet belongs to another tablet. Nothing was changed. Hand it in at the study office.</source>
            <translation>Een sleutelbestand op deze tablet hoort bij een andere tablet. Er is niets veranderd. Lever hem in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The file with the interviews of this tablet is missing or empty. No new one was made in its place. Hand it in at the study office, and do not set it up again.</source>
            <translation>Het bestand met de interviews van deze tablet ontbreekt of is leeg. Er is geen nieuw bestand voor in de plaats gekomen. Lever hem in bij het onderzoeksbureau en stel hem niet opnieuw in.</translation>
        </message>
        <message>
            <source>There is a store on this tablet already, and it is not overwritten. Start the app again.</source>
            <translation>Op deze tablet staat al een opslag; die wordt niet overschreven. Start de app opnieuw.</translation>
        </message>
        <message>
            <source>Other users of this device can read the folder of the interviews. Hand it in at the study office.</source>
            <translation>Andere gebruikers van dit apparaat kunnen de map met interviews lezen. Lever het in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The passphrase is right, but the file with the interviews does not open: it is damaged, or it was exchanged for another one. Hand it in at the study office.</source>
            <translation>De wachtzin klopt, maar het bestand met de interviews gaat niet open: het is beschadigd of verwisseld. Lever de tablet in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>A part of the file with the interviews is damaged. Hand it in at the study office.</source>
            <translation>Een deel van het bestand met de interviews is beschadigd. Lever de tablet in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>There were too many wrong tries: what was begun on this tablet is gone. What was finished is sealed and can still be sent. Hand it in at the study office.</source>
            <translation>Er waren te veel foute pogingen: waaraan op deze tablet begonnen was, is weg. Wat afgerond is, is verzegeld en kan nog verstuurd worden. Lever hem in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>A sealed interview on this tablet is damaged. Hand the tablet in at the study office.</source>
            <translation>Een verzegeld interview op deze tablet is beschadigd. Lever de tablet in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>There is nothing on this tablet that can be sent.</source>
            <translation>Er staat niets op deze tablet dat verstuurd kan worden.</translation>
        </message>
        <message>
            <source>The server does not take what was finished on this tablet. Hand it in at the study office.</source>
            <translation>De server neemt niet aan wat op deze tablet is afgerond. Lever hem in bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The date or the time of this tablet is wrong, so it cannot check the server. Set them, then sync again.</source>
            <translation>De datum of de tijd van deze tablet klopt niet, daardoor kan hij de server niet controleren. Stel ze goed in en synchroniseer opnieuw.</translation>
        </message>
        <message>
            <source>This tablet has finished interviews of another study office, so it stays with that one. Nothing was changed.</source>
            <translation>Op deze tablet zijn interviews afgerond voor een ander onderzoeksbureau, dus hij blijft daarbij. Er is niets veranderd.</translation>
        </message>
    </context>
    <context>
        <name>NoAnswerRow</name>
        <message>
            <source>Don't know</source>
            <translation>Weet het niet</translation>
        </message>
        <message>
            <source>Refuses to say</source>
            <translation>Wil het niet zeggen</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Overslaan</translation>
        </message>
    </context>
    <context>
        <name>NoStudyPage</name>
        <message>
            <source>Fetching the study</source>
            <translation>Het onderzoek wordt opgehaald</translation>
        </message>
        <message>
            <source>The questionnaire and the places are being taken from the server. This needs a network once.</source>
            <translation>De vragenlijst en de plekken komen van de server. Daarvoor is één keer een netwerk nodig.</translation>
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
        <name>QuestionView</name>
        <message>
            <source>Please answer this question, or choose a reason for no answer.</source>
            <translation>Beantwoord deze vraag, of kies waarom er geen antwoord is.</translation>
        </message>
        <message>
            <source>This answer does not fit the question.</source>
            <translation>Dit antwoord past niet bij de vraag.</translation>
        </message>
        <message>
            <source>This tablet cannot show this kind of question. Choose a reason for no answer and go on.</source>
            <translation>Deze tablet kan dit soort vraag niet tonen. Kies waarom er geen antwoord is en ga verder.</translation>
        </message>
        <message>
            <source>Please answer this question.</source>
            <translation>Beantwoord deze vraag.</translation>
        </message>
        <message>
            <source>This tablet cannot show this kind of question. Go on to the next one.</source>
            <translation>Deze tablet kan dit soort vraag niet tonen. Ga verder met de volgende.</translation>
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
            <source>%n of them still on this tablet</source>
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
            <source>Not put in order yet</source>
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
            <source>It opens this tablet if the passphrase is forgotten. It is shown this once. Keep the paper at the study office, not with the tablet.</source>
            <translation>Hiermee gaat de tablet open als de wachtzin vergeten is. De code wordt alleen nu getoond. Bewaar het papier op het onderzoeksbureau, niet bij de tablet.</translation>
        </message>
        <message>
            <source>The recovery code, painted as a picture: it is given to no screen reader.</source>
            <translation>De herstelcode, als plaatje getekend: een schermlezer krijgt hem niet.</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>Ik heb hem opgeschreven</translation>
        </message>
    </context>
    <context>
        <name>ReferralsPage</name>
        <message>
            <source>Addresses for help</source>
            <translation>Adressen voor hulp</translation>
        </message>
        <message>
            <source>The study has no cards for this city.</source>
            <translation>Het onderzoek heeft geen kaarten voor deze stad.</translation>
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
            <source>%n question(s) have no answer. That is allowed.</source>
            <translation>
                <numerusform>%n vraag heeft geen antwoord. Dat mag.</numerusform>
                <numerusform>%n vragen hebben geen antwoord. Dat mag.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every question has an answer.</source>
            <translation>Elke vraag heeft een antwoord.</translation>
        </message>
        <message>
            <source>After this nobody can read or change the answers on this tablet, you included.</source>
            <translation>Hierna kan niemand de antwoorden op deze tablet nog lezen of veranderen, jij ook niet.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Een moment…</translation>
        </message>
        <message>
            <source>Finish and seal</source>
            <translation>Afsluiten en verzegelen</translation>
        </message>
    </context>
    <context>
        <name>SectionsPage</name>
        <message>
            <source>Sections</source>
            <translation>Onderdelen</translation>
        </message>
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
            <source>Bright sun</source>
            <translation>Felle zon</translation>
        </message>
        <message>
            <source>Large type</source>
            <translation>Grote letters</translation>
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
            <source>The device secret is kept in a file: this tablet has no key store that Peil can use. The passphrase protects it.</source>
            <translation>Het apparaatgeheim staat in een bestand: deze tablet heeft geen sleutelkluis die Peil kan gebruiken. De wachtzin beschermt het.</translation>
        </message>
        <message>
            <source>The device secret is kept in the key store of this tablet.</source>
            <translation>Het apparaatgeheim staat in de sleutelkluis van deze tablet.</translation>
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
        <message numerus="yes">
            <source>Send %n interview(s)</source>
            <translation>
                <numerusform>%n interview versturen</numerusform>
                <numerusform>%n interviews versturen</numerusform>
            </translation>
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
            <translation>Afgesloten op deze tablet</translation>
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
            <translation>Nog niet afgesloten</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Nu proberen</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>Bezig met sturen…</translation>
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
            <translation>Deze tablet zit op slot</translation>
        </message>
        <message numerus="yes">
            <source>The next try is possible in %n second(s).</source>
            <translation>
                <numerusform>Over %n seconde kun je het weer proberen.</numerusform>
                <numerusform>Over %n seconden kun je het weer proberen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n try(ies) left. After that, what is on this tablet can no longer be read.</source>
            <translation>
                <numerusform>Nog %n poging. Daarna is wat op deze tablet staat niet meer te lezen.</numerusform>
                <numerusform>Nog %n pogingen. Daarna is wat op deze tablet staat niet meer te lezen.</numerusform>
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
            <source>%1 replaced by a newer one</source>
            <translation>%1 vervangen door een nieuwer</translation>
        </message>
        <message>
            <source>This tablet was put back from an older copy (noticed: %1). New interviews are numbered behind those that the study office has. Tell your coordinator: what was made after the copy and not sent is gone.</source>
            <translation>Deze tablet is teruggezet vanaf een oudere kopie (opgemerkt: %1). Nieuwe interviews krijgen een nummer na de interviews die het onderzoeksbureau al heeft. Meld het bij uw coördinator: wat na de kopie is gemaakt en niet is verstuurd, is verloren.</translation>
        </message>
        <message>
            <source>Alarm since %1: the server of the study has lost or changed something that it had confirmed. Go on working; nothing is deleted on this tablet. Tell the study office now.</source>
            <translation>Alarm sinds %1: de server van het onderzoek heeft iets verloren of gewijzigd dat hij had bevestigd. Werk gewoon door; op deze tablet wordt niets verwijderd. Meld het nu bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The server of the study was put back from a backup (noticed: %1). What it had lost is sent again. If the study office does not know of this, tell them now.</source>
            <translation>De server van het onderzoek is teruggezet vanaf een reservekopie (opgemerkt: %1). Wat hij kwijt was, wordt opnieuw verstuurd. Weet het onderzoeksbureau hier niet van, meld het dan nu.</translation>
        </message>
        <message>
            <source>%1 held twice</source>
            <translation>%1 dubbel gehouden</translation>
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
            <source>%1 without a city of the study</source>
            <translation>%1 zonder stad van de studie</translation>
        </message>
        <message>
            <source>%1 without a group of the study</source>
            <translation>%1 zonder groep van de studie</translation>
        </message>
        <message>
            <source>%1 of another group than noted</source>
            <translation>%1 van een andere groep dan er staat</translation>
        </message>
        <message>
            <source>%1 against a rule of the study</source>
            <translation>%1 tegen een regel van de studie</translation>
        </message>
        <message>
            <source>The two passphrases are not the same. Type the second one again.</source>
            <translation>De twee wachtzinnen zijn niet gelijk. Typ de tweede opnieuw.</translation>
        </message>
        <message>
            <source>Today, %1</source>
            <translation>Vandaag, %1</translation>
        </message>
        <message>
            <source>Broken off</source>
            <translation>Afgebroken</translation>
        </message>
        <message>
            <source>Not finished</source>
            <translation>Niet af</translation>
        </message>
        <message>
            <source>To be sent</source>
            <translation>Nog te sturen</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Ontvangen</translation>
        </message>
        <message>
            <source>Received, to be checked</source>
            <translation>Ontvangen, wordt nagekeken</translation>
        </message>
        <message>
            <source>Night shelter</source>
            <translation>Nachtopvang</translation>
        </message>
        <message>
            <source>Drop-in centre</source>
            <translation>Inloop</translation>
        </message>
        <message>
            <source>Consumption room</source>
            <translation>Gebruiksruimte</translation>
        </message>
        <message>
            <source>Public space</source>
            <translation>Buitenplek</translation>
        </message>
        <message>
            <source>The last answers were not saved. %1 The interview shows which answers it has.</source>
            <translation>De laatste antwoorden zijn niet opgeslagen. %1 Het gesprek laat zien welke antwoorden er zijn.</translation>
        </message>
        <message>
            <source>The clock of this tablet is wrong. It is %1. Interviews carry the right time; set the clock all the same.</source>
            <translation>De klok van deze tablet loopt verkeerd. Het is %1. Interviews krijgen de juiste tijd; zet de klok toch gelijk.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::RescueController</name>
        <message>
            <source>Sending.</source>
            <translation>Bezig met versturen.</translation>
        </message>
        <message numerus="yes">
            <source>%n finished interview(s) on this tablet are sealed and not sent yet. They can be sent without the passphrase, where there is a network.</source>
            <translation>
                <numerusform>%n afgerond interview op deze tablet is verzegeld en nog niet verstuurd. Het kan zonder wachtzin verstuurd worden, waar er een netwerk is.</numerusform>
                <numerusform>%n afgeronde interviews op deze tablet zijn verzegeld en nog niet verstuurd. Ze kunnen zonder wachtzin verstuurd worden, waar er een netwerk is.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything that was finished has arrived at the study office.</source>
            <translation>Alles wat afgerond is, is bij het onderzoeksbureau aangekomen.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SectionListModel</name>
        <message>
            <source>Beginning</source>
            <translation>Begin</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SyncController</name>
        <message>
            <source>Everything that was finished has been sent.</source>
            <translation>Alles wat af was, is verstuurd.</translation>
        </message>
        <message numerus="yes">
            <source>%n interview(s) wait to be sent.</source>
            <translation>
                <numerusform>%n gesprek moet nog worden verstuurd.</numerusform>
                <numerusform>%n gesprekken moeten nog worden verstuurd.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sending. You can go on working.</source>
            <translation>Bezig met sturen. Je kunt gewoon doorwerken.</translation>
        </message>
        <message numerus="yes">
            <source>No answer from the server. Next try in %n second(s).</source>
            <translation>
                <numerusform>Geen antwoord van de server. Volgende poging over %n seconde.</numerusform>
                <numerusform>Geen antwoord van de server. Volgende poging over %n seconden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything that was finished has arrived at the study office.</source>
            <translation>Alles wat af was, is aangekomen bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>There is no network, or the server does not answer. Everything is kept here and goes with the next sync.</source>
            <translation>Er is geen netwerk, of de server antwoordt niet. Alles blijft hier bewaard en gaat mee met de volgende keer.</translation>
        </message>
        <message>
            <source>The server is busy. Everything is kept here and goes with the next sync.</source>
            <translation>De server is druk. Alles blijft hier bewaard en gaat mee met de volgende keer.</translation>
        </message>
        <message>
            <source>The server refused. Ask your coordinator whether this tablet is still enrolled.</source>
            <translation>De server weigerde. Vraag je coördinator of deze tablet nog is aangemeld.</translation>
        </message>
        <message>
            <source>The tablet could not keep what the server sent. See whether it is full.</source>
            <translation>De tablet kon niet bewaren wat de server stuurde. Kijk of hij vol is.</translation>
        </message>
        <message>
            <source>Everything that was finished has arrived. The study that the server offers was not taken: it is older than the one on this tablet, or cannot be trusted or read. Tell the study office.</source>
            <translation>Alles wat klaar was, is aangekomen. Het onderzoek dat de server aanbiedt, is niet overgenomen: het is ouder dan dat op deze tablet, of niet te vertrouwen of niet te lezen. Meld het bij het onderzoeksbureau.</translation>
        </message>
        <message>
            <source>The study office has withdrawn this tablet. What was finished has been sent, and the tablet erases itself. Hand it in.</source>
            <translation>Het onderzoeksbureau heeft deze tablet ingetrokken. Wat af was, is verstuurd, en de tablet wist zichzelf. Lever hem in.</translation>
        </message>
    </context>
</TS>
