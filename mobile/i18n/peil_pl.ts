<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl">
    <context>
        <name>AcknowledgeEditor</name>
        <message>
            <source>Done</source>
            <translation>Zrobione</translation>
        </message>
    </context>
    <context>
        <name>BreakOffSheet</name>
        <message>
            <source>Why does the interview stop?</source>
            <translation>Dlaczego rozmowa się kończy?</translation>
        </message>
        <message>
            <source>The person has no time now</source>
            <translation>Osoba nie ma teraz czasu</translation>
        </message>
        <message>
            <source>The person wants to stop</source>
            <translation>Osoba chce zakończyć</translation>
        </message>
        <message>
            <source>We were interrupted</source>
            <translation>Przerwano nam</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Coś innego</translation>
        </message>
        <message>
            <source>Everything answered so far is kept.</source>
            <translation>Wszystkie dotychczasowe odpowiedzi są zachowane.</translation>
        </message>
        <message>
            <source>Go on another time</source>
            <translation>Kontynuuj innym razem</translation>
        </message>
        <message>
            <source>Finish it as it is</source>
            <translation>Zakończ w tym stanie</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Wróć do rozmowy</translation>
        </message>
        <message>
            <source>This interview was begun by mistake</source>
            <translation>Ten wywiad rozpoczęto przez pomyłkę</translation>
        </message>
        <message>
            <source>Erase it? Every answer of this interview goes, and nothing is sent. This cannot be undone.</source>
            <translation>Usunąć? Wszystkie odpowiedzi z tego wywiadu znikną i nic nie zostanie wysłane. Tego nie można cofnąć.</translation>
        </message>
        <message>
            <source>Erase this interview</source>
            <translation>Usuń ten wywiad</translation>
        </message>
    </context>
    <context>
        <name>ChooseSitePage</name>
        <message>
            <source>Where are you?</source>
            <translation>Gdzie jesteś?</translation>
        </message>
        <message>
            <source>The interview begins when you choose a place.</source>
            <translation>Rozmowa zacznie się po wybraniu miejsca.</translation>
        </message>
    </context>
    <context>
        <name>CreateStorePage</name>
        <message>
            <source>Choose a passphrase</source>
            <translation>Wybierz hasło</translation>
        </message>
        <message>
            <source>It locks everything on this tablet. Take five words or more that do not belong together, such as names of things around you. Nobody can look it up for you.</source>
            <translation>Chroni wszystko na tym tablecie. Wybierz co najmniej pięć słów, które do siebie nie pasują, na przykład nazwy rzeczy wokół ciebie. Nikt nie odczyta go za ciebie.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Hasło</translation>
        </message>
        <message>
            <source>The same passphrase once more</source>
            <translation>To samo hasło jeszcze raz</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Chwileczkę…</translation>
        </message>
        <message>
            <source>Lock this tablet with it</source>
            <translation>Zablokuj nim ten tablet</translation>
        </message>
    </context>
    <context>
        <name>DateEditor</name>
        <message>
            <source>No date chosen yet</source>
            <translation>Nie wybrano jeszcze daty</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Dzień</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Miesiąc</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Rok</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Dzisiaj</translation>
        </message>
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Join a study</source>
            <translation>Dołącz do badania</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Zablokuj</translation>
        </message>
        <message>
            <source>Ask the study office for an enrolment code. It works once and for ten minutes.</source>
            <translation>Poproś biuro badania o kod rejestracji. Działa jeden raz, przez dziesięć minut.</translation>
        </message>
        <message>
            <source>Enrolment code, begins with PEIL1:</source>
            <translation>Kod rejestracji, zaczyna się od PEIL1:</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Wklej</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Chwileczkę…</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Dołącz</translation>
        </message>
    </context>
    <context>
        <name>FinishedPage</name>
        <message>
            <source>The interview is sealed</source>
            <translation>Rozmowa jest zapieczętowana</translation>
        </message>
        <message>
            <source>New interview</source>
            <translation>Nowa rozmowa</translation>
        </message>
        <message>
            <source>Addresses for help</source>
            <translation>Adresy pomocy</translation>
        </message>
        <message>
            <source>To my interviews</source>
            <translation>Do moich rozmów</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Addresses for help</source>
            <translation>Adresy pomocy</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Ustawienia</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Zablokuj</translation>
        </message>
        <message>
            <source>New interview</source>
            <translation>Nowa rozmowa</translation>
        </message>
        <message>
            <source>My interviews</source>
            <translation>Moje rozmowy</translation>
        </message>
        <message>
            <source>No interview has been held on this tablet yet.</source>
            <translation>Na tym tablecie nie było jeszcze żadnej rozmowy.</translation>
        </message>
        <message>
            <source>Reached in %1</source>
            <translation>Osiągnięto w: %1</translation>
        </message>
        <message>
            <source>Sent to the study office</source>
            <translation>Wysłane do biura badania</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>Ostatni kontakt: %1</translation>
        </message>
        <message numerus="yes">
            <source>Send %n interview(s)</source>
            <translation>
                <numerusform>Wyślij %n rozmowę</numerusform>
                <numerusform>Wyślij %n rozmowy</numerusform>
                <numerusform>Wyślij %n rozmów</numerusform>
            </translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Synchronizacja</translation>
        </message>
        <message numerus="yes">
            <source>Show more: %n interview(s) not listed</source>
            <translation>
                <numerusform>Pokaż więcej: %n wywiad poza listą</numerusform>
                <numerusform>Pokaż więcej: %n wywiady poza listą</numerusform>
                <numerusform>Pokaż więcej: %n wywiadów poza listą</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InterviewPage</name>
        <message>
            <source>%1  ·  saved</source>
            <translation>%1  ·  zapisano</translation>
        </message>
        <message>
            <source>%1  ·  saving</source>
            <translation>%1  ·  zapisywanie</translation>
        </message>
        <message>
            <source>%1  ·  NOT saved</source>
            <translation>%1  ·  NIE zapisano</translation>
        </message>
        <message>
            <source>Sections</source>
            <translation>Działy</translation>
        </message>
        <message>
            <source>Language of the interview</source>
            <translation>Język rozmowy</translation>
        </message>
        <message>
            <source>Break off</source>
            <translation>Przerwij</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Zablokuj</translation>
        </message>
        <message>
            <source>%1 percent answered</source>
            <translation>Odpowiedziano na %1 procent</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Wstecz</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 z %2</translation>
        </message>
        <message>
            <source>To the end</source>
            <translation>Do końca</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Dalej</translation>
        </message>
    </context>
    <context>
        <name>KeyBoard</name>
        <message>
            <source>Capital letter</source>
            <translation>Wielka litera</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Spacja</translation>
        </message>
        <message>
            <source>Delete the last character</source>
            <translation>Usuń ostatni znak</translation>
        </message>
    </context>
    <context>
        <name>LanguageSheet</name>
        <message>
            <source>Language of the interview</source>
            <translation>Język rozmowy</translation>
        </message>
    </context>
    <context>
        <name>ListEditor</name>
        <message>
            <source>Choose from the list</source>
            <translation>Wybierz z listy</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>That is not the passphrase.</source>
            <translation>To nie jest właściwe hasło.</translation>
        </message>
        <message>
            <source>Wait until the time is over, then try again.</source>
            <translation>Poczekaj, aż minie czas, i spróbuj ponownie.</translation>
        </message>
        <message>
            <source>This passphrase is too short or easy to guess. Take five words or more that do not belong together.</source>
            <translation>To hasło jest za krótkie albo łatwe do odgadnięcia. Użyj co najmniej pięciu słów, które do siebie nie pasują.</translation>
        </message>
        <message>
            <source>The key file of this tablet is damaged. Hand it in at the study office.</source>
            <translation>Plik kluczy tego tabletu jest uszkodzony. Oddaj go w biurze badania.</translation>
        </message>
        <message>
            <source>The tablet is full: nothing new can be kept. Free some space, then go on.</source>
            <translation>Tablet jest pełny: nie można nic więcej zapisać. Zwolnij miejsce i kontynuuj.</translation>
        </message>
        <message>
            <source>Another program holds the store of this tablet. Close it, then try again.</source>
            <translation>Inny program używa magazynu tego tabletu. Zamknij go i spróbuj ponownie.</translation>
        </message>
        <message>
            <source>The tablet could not write. Nothing that was saved before is lost; restart the tablet.</source>
            <translation>Tablet nie mógł zapisać danych. Nic z wcześniejszych zapisów nie przepadło; uruchom tablet ponownie.</translation>
        </message>
        <message>
            <source>The store is locked.</source>
            <translation>Magazyn jest zablokowany.</translation>
        </message>
        <message>
            <source>This tablet belongs to no study yet. Enrol it first.</source>
            <translation>Ten tablet nie należy jeszcze do żadnego badania. Najpierw go zarejestruj.</translation>
        </message>
        <message>
            <source>The study is not on this tablet yet. Sync once where there is a network.</source>
            <translation>Badania nie ma jeszcze na tym tablecie. Zsynchronizuj raz tam, gdzie jest sieć.</translation>
        </message>
        <message>
            <source>The study that the server sent cannot be trusted or read, so it was not taken. Tell the study office.</source>
            <translation>Badaniu przesłanemu przez serwer nie można zaufać lub nie da się go odczytać, więc nie zostało przyjęte. Powiadom biuro badania.</translation>
        </message>
        <message>
            <source>The server offers an older version of the study than this tablet has, so it was not taken. Tell the study office.</source>
            <translation>Serwer oferuje starszą wersję badania niż ta, którą ma ten tablet, więc nie została przyjęta. Powiadom biuro badania.</translation>
        </message>
        <message>
            <source>This is not the server of your study, so nothing was sent to it. Check the network or ask for a new code.</source>
            <translation>To nie jest serwer twojego badania, więc nic do niego nie wysłano. Sprawdź sieć lub poproś o nowy kod.</translation>
        </message>
        <message>
            <source>The server cannot be reached. Try again where there is a network.</source>
            <translation>Nie można połączyć się z serwerem. Spróbuj ponownie tam, gdzie jest sieć.</translation>
        </message>
        <message>
            <source>The server did not accept the code. It works once and for ten minutes; ask for a new one.</source>
            <translation>Serwer nie przyjął kodu. Działa jeden raz, przez dziesięć minut; poproś o nowy.</translation>
        </message>
        <message>
            <source>A question still needs an answer, or a reason for no answer.</source>
            <translation>Jedno z pytań wymaga jeszcze odpowiedzi albo powodu jej braku.</translation>
        </message>
        <message>
            <source>This is not an enrolment code. It begins with PEIL1: and comes from the study office.</source>
            <translation>To nie jest kod rejestracji. Zaczyna się od PEIL1: i pochodzi z biura badania.</translation>
        </message>
        <message>
            <source>Not saved: this number is not finished. Type the rest, or clear it.</source>
            <translation>Nie zapisano: ta liczba nie jest dokończona. Dopisz resztę albo wyczyść pole.</translation>
        </message>
        <message>
            <source>Not saved: this is not a number. Use digits only.</source>
            <translation>Nie zapisano: to nie jest liczba. Użyj samych cyfr.</translation>
        </message>
        <message>
            <source>Not saved: this number is too large. The highest is %1.</source>
            <translation>Nie zapisano: ta liczba jest za duża. Największa to %1.</translation>
        </message>
        <message>
            <source>Not saved: this number is too small. The lowest is %1.</source>
            <translation>Nie zapisano: ta liczba jest za mała. Najmniejsza to %1.</translation>
        </message>
        <message>
            <source>Not saved: this answer does not fit the question. Change it, or clear it.</source>
            <translation>Nie zapisano: ta odpowiedź nie pasuje do pytania. Zmień ją albo usuń.</translation>
        </message>
        <message>
            <source>The answer is still %1.</source>
            <translation>Odpowiedź to nadal %1.</translation>
        </message>
        <message>
            <source>No more of these can be added.</source>
            <translation>Nie można dodać więcej.</translation>
        </message>
        <message>
            <source>The key files of this tablet are lost, so its interviews cannot be opened. Nothing was changed. Hand it in at the study office, and do not set it up again.</source>
            <translation>Pliki kluczy tego tabletu zaginęły, więc wywiadów nie można otworzyć. Nic nie zostało zmienione. Oddaj go w biurze badania i nie konfiguruj go od nowa.</translation>
        </message>
        <message>
            <source>The device secret of this tablet is missing or damaged, so its interviews cannot be opened. Nothing was changed. Hand it in at the study office, and do not set it up again.</source>
            <translation>Brakuje sekretu tego tabletu lub jest on uszkodzony, więc wywiadów nie można otworzyć. Nic nie zostało zmienione. Oddaj go w biurze badania i nie konfiguruj go od nowa.</translation>
        </message>
        <message>
            <source>A key file on this tablet belongs to another tablet. Nothing was changed. Hand it in at the study office.</source>
            <translation>Plik kluczy na tym tablecie należy do innego tabletu. Nic nie zostało zmienione. Oddaj go w biurze badania.</translation>
        </message>
        <message>
            <source>The file with the interviews of this tablet is missing or empty. No new one was made in its place. Hand it in at the study office, and do not set it up again.</source>
            <translation>Brakuje pliku z wywiadami tego tabletu lub jest on pusty. Nie utworzono nowego. Oddaj go w biurze badania i nie konfiguruj go od nowa.</translation>
        </message>
        <message>
            <source>There is a store on this tablet already, and it is not overwritten. Start the app again.</source>
            <translation>Na tym tablecie jest już magazyn danych; nie zostanie nadpisany. Uruchom aplikację ponownie.</translation>
        </message>
        <message>
            <source>Other users of this device can read the folder of the interviews. Hand it in at the study office.</source>
            <translation>Inni użytkownicy tego urządzenia mogą odczytać folder z wywiadami. Oddaj je w biurze badania.</translation>
        </message>
        <message>
            <source>The passphrase is right, but the file with the interviews does not open: it is damaged, or it was exchanged for another one. Hand it in at the study office.</source>
            <translation>Hasło jest poprawne, ale plik z wywiadami się nie otwiera: jest uszkodzony albo został podmieniony. Oddaj tablet w biurze badania.</translation>
        </message>
        <message>
            <source>A part of the file with the interviews is damaged. Hand it in at the study office.</source>
            <translation>Część pliku z wywiadami jest uszkodzona. Oddaj tablet w biurze badania.</translation>
        </message>
        <message>
            <source>There were too many wrong tries: what was begun on this tablet is gone. What was finished is sealed and can still be sent. Hand it in at the study office.</source>
            <translation>Było zbyt wiele błędnych prób: rozpoczęte wywiady na tym tablecie przepadły. Zakończone wywiady są zapieczętowane i nadal można je wysłać. Oddaj go w biurze badania.</translation>
        </message>
        <message>
            <source>A sealed interview on this tablet is damaged. Hand the tablet in at the study office.</source>
            <translation>Zapieczętowany wywiad na tym tablecie jest uszkodzony. Oddaj tablet w biurze badania.</translation>
        </message>
        <message>
            <source>There is nothing on this tablet that can be sent.</source>
            <translation>Na tym tablecie nie ma nic do wysłania.</translation>
        </message>
        <message>
            <source>The server does not take what was finished on this tablet. Hand it in at the study office.</source>
            <translation>Serwer nie przyjmuje tego, co zakończono na tym tablecie. Oddaj go w biurze badania.</translation>
        </message>
        <message>
            <source>The date or the time of this tablet is wrong, so it cannot check the server. Set them, then sync again.</source>
            <translation>Data lub godzina na tym tablecie jest błędna, więc nie może on sprawdzić serwera. Ustaw je i zsynchronizuj ponownie.</translation>
        </message>
        <message>
            <source>This tablet has finished interviews of another study office, so it stays with that one. Nothing was changed.</source>
            <translation>Na tym tablecie zakończono wywiady dla innego biura badania, więc pozostaje on przy nim. Nic nie zostało zmienione.</translation>
        </message>
    </context>
    <context>
        <name>NoAnswerRow</name>
        <message>
            <source>Don't know</source>
            <translation>Nie wie</translation>
        </message>
        <message>
            <source>Refuses to say</source>
            <translation>Odmawia odpowiedzi</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Pomiń</translation>
        </message>
    </context>
    <context>
        <name>NoStudyPage</name>
        <message>
            <source>Fetching the study</source>
            <translation>Pobieranie badania</translation>
        </message>
        <message>
            <source>The questionnaire and the places are being taken from the server. This needs a network once.</source>
            <translation>Kwestionariusz i miejsca są pobierane z serwera. Potrzebna jest do tego raz sieć.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Spróbuj ponownie</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Zablokuj</translation>
        </message>
    </context>
    <context>
        <name>NumberEditor</name>
        <message>
            <source>Delete the last digit</source>
            <translation>Usuń ostatnią cyfrę</translation>
        </message>
    </context>
    <context>
        <name>PassphraseEntry</name>
        <message>
            <source>Tap here and type</source>
            <translation>Dotknij tutaj i pisz</translation>
        </message>
        <message>
            <source>Too short</source>
            <translation>Za krótkie</translation>
        </message>
        <message>
            <source>Easy to guess</source>
            <translation>Łatwe do odgadnięcia</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>Dobre</translation>
        </message>
        <message>
            <source>Strong</source>
            <translation>Mocne</translation>
        </message>
        <message numerus="yes">
            <source>%n word(s)</source>
            <translation>
                <numerusform>%n słowo</numerusform>
                <numerusform>%n słowa</numerusform>
                <numerusform>%n słów</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n znak</numerusform>
                <numerusform>%n znaki</numerusform>
                <numerusform>%n znaków</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuestionView</name>
        <message>
            <source>Please answer this question, or choose a reason for no answer.</source>
            <translation>Odpowiedz na to pytanie albo wybierz powód braku odpowiedzi.</translation>
        </message>
        <message>
            <source>This answer does not fit the question.</source>
            <translation>Ta odpowiedź nie pasuje do pytania.</translation>
        </message>
        <message>
            <source>This tablet cannot show this kind of question. Choose a reason for no answer and go on.</source>
            <translation>Ten tablet nie może pokazać takiego pytania. Wybierz powód braku odpowiedzi i przejdź dalej.</translation>
        </message>
        <message>
            <source>Please answer this question.</source>
            <translation>Odpowiedz na to pytanie.</translation>
        </message>
        <message>
            <source>This tablet cannot show this kind of question. Go on to the next one.</source>
            <translation>Ten tablet nie może pokazać takiego pytania. Przejdź do następnego.</translation>
        </message>
    </context>
    <context>
        <name>QuotaRow</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 z %2</translation>
        </message>
        <message>
            <source>%1: %2 of %3</source>
            <translation>%1: %2 z %3</translation>
        </message>
        <message numerus="yes">
            <source>%n of them still on this tablet</source>
            <translation>
                <numerusform>Jeszcze %n na tym tablecie</numerusform>
                <numerusform>Jeszcze %n na tym tablecie</numerusform>
                <numerusform>Jeszcze %n na tym tablecie</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RangeEditor</name>
        <message>
            <source>Slide to the answer</source>
            <translation>Przesuń do odpowiedzi</translation>
        </message>
    </context>
    <context>
        <name>RankEditor</name>
        <message>
            <source>Move %1 up</source>
            <translation>Przesuń %1 w górę</translation>
        </message>
        <message>
            <source>Move %1 down</source>
            <translation>Przesuń %1 w dół</translation>
        </message>
        <message>
            <source>Not put in order yet</source>
            <translation>Jeszcze nieuporządkowane</translation>
        </message>
        <message>
            <source>This order is right</source>
            <translation>Ta kolejność jest właściwa</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCodePage</name>
        <message>
            <source>Write down the recovery code</source>
            <translation>Zapisz kod odzyskiwania</translation>
        </message>
        <message>
            <source>It opens this tablet if the passphrase is forgotten. It is shown this once. Keep the paper at the study office, not with the tablet.</source>
            <translation>Otwiera ten tablet, gdy zapomniano hasła. Jest pokazywany tylko teraz. Przechowuj kartkę w biurze badania, nie przy tablecie.</translation>
        </message>
        <message>
            <source>The recovery code, painted as a picture: it is given to no screen reader.</source>
            <translation>Kod odzyskiwania narysowany jako obraz: czytnik ekranu go nie otrzymuje.</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>Mam go zapisany</translation>
        </message>
    </context>
    <context>
        <name>ReferralsPage</name>
        <message>
            <source>Addresses for help</source>
            <translation>Adresy pomocy</translation>
        </message>
        <message>
            <source>The study has no cards for this city.</source>
            <translation>Badanie nie ma kart dla tego miasta.</translation>
        </message>
    </context>
    <context>
        <name>RepeatView</name>
        <message numerus="yes">
            <source>%n so far.</source>
            <translation>
                <numerusform>Dotąd %n.</numerusform>
                <numerusform>Dotąd %n.</numerusform>
                <numerusform>Dotąd %n.</numerusform>
            </translation>
        </message>
        <message>
            <source>Add one</source>
            <translation>Dodaj kolejny</translation>
        </message>
        <message>
            <source>Remove the last one</source>
            <translation>Usuń ostatni</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Review</source>
            <translation>Sprawdź</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) must be answered or corrected first.</source>
            <translation>
                <numerusform>Najpierw trzeba odpowiedzieć na %n pytanie lub je poprawić.</numerusform>
                <numerusform>Najpierw trzeba odpowiedzieć na %n pytania lub je poprawić.</numerusform>
                <numerusform>Najpierw trzeba odpowiedzieć na %n pytań lub je poprawić.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) have no answer. That is allowed.</source>
            <translation>
                <numerusform>%n pytanie nie ma odpowiedzi. To dozwolone.</numerusform>
                <numerusform>%n pytania nie mają odpowiedzi. To dozwolone.</numerusform>
                <numerusform>%n pytań nie ma odpowiedzi. To dozwolone.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every question has an answer.</source>
            <translation>Każde pytanie ma odpowiedź.</translation>
        </message>
        <message>
            <source>After this nobody can read or change the answers on this tablet, you included.</source>
            <translation>Potem nikt nie będzie mógł czytać ani zmieniać odpowiedzi na tym tablecie, ty również.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Chwileczkę…</translation>
        </message>
        <message>
            <source>Finish and seal</source>
            <translation>Zakończ i zapieczętuj</translation>
        </message>
    </context>
    <context>
        <name>SectionsPage</name>
        <message>
            <source>Sections</source>
            <translation>Działy</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Sprawdź</translation>
        </message>
        <message>
            <source>%1: %2 of %3 answered</source>
            <translation>%1: odpowiedziano na %2 z %3</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 z %2</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Ustawienia</translation>
        </message>
        <message>
            <source>Language of the app</source>
            <translation>Język aplikacji</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>Ekran</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Dzień</translation>
        </message>
        <message>
            <source>Night</source>
            <translation>Noc</translation>
        </message>
        <message>
            <source>Bright sun</source>
            <translation>Ostre słońce</translation>
        </message>
        <message>
            <source>Large type</source>
            <translation>Duże litery</translation>
        </message>
        <message>
            <source>This tablet</source>
            <translation>Ten tablet</translation>
        </message>
        <message>
            <source>Server: %1</source>
            <translation>Serwer: %1</translation>
        </message>
        <message>
            <source>The device secret is kept in a file: this tablet has no key store that Peil can use. The passphrase protects it.</source>
            <translation>Sekret urządzenia jest w pliku: ten tablet nie ma magazynu kluczy, którego Peil mógłby użyć. Chroni go hasło.</translation>
        </message>
        <message>
            <source>The device secret is kept in the key store of this tablet.</source>
            <translation>Sekret urządzenia jest w magazynie kluczy tego tabletu.</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>%1: less</source>
            <translation>%1: mniej</translation>
        </message>
        <message>
            <source>%1: more</source>
            <translation>%1: więcej</translation>
        </message>
    </context>
    <context>
        <name>StoppedPage</name>
        <message>
            <source>This tablet cannot be unlocked</source>
            <translation>Tego tabletu nie można odblokować</translation>
        </message>
        <message numerus="yes">
            <source>Send %n interview(s)</source>
            <translation>
                <numerusform>Wyślij %n wywiad</numerusform>
                <numerusform>Wyślij %n wywiady</numerusform>
                <numerusform>Wyślij %n wywiadów</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Sync</source>
            <translation>Synchronizacja</translation>
        </message>
        <message>
            <source>No contact yet</source>
            <translation>Nie było jeszcze kontaktu</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>Ostatni kontakt: %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 z %2</translation>
        </message>
        <message>
            <source>Sent %1 of %2</source>
            <translation>Wysłano %1 z %2</translation>
        </message>
        <message>
            <source>Finished on this tablet</source>
            <translation>Zakończone na tym tablecie</translation>
        </message>
        <message>
            <source>Received by the study office</source>
            <translation>Odebrane przez biuro badania</translation>
        </message>
        <message>
            <source>Still on this tablet</source>
            <translation>Jeszcze na tym tablecie</translation>
        </message>
        <message>
            <source>Not finished yet</source>
            <translation>Jeszcze nie zakończone</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Spróbuj teraz</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>Wysyłanie…</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Synchronizuj teraz</translation>
        </message>
    </context>
    <context>
        <name>TextEditor</name>
        <message>
            <source>Type the answer here</source>
            <translation>Wpisz tutaj odpowiedź</translation>
        </message>
    </context>
    <context>
        <name>TimeEditor</name>
        <message>
            <source>No time chosen yet</source>
            <translation>Nie wybrano jeszcze godziny</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Godzina</translation>
        </message>
        <message>
            <source>Minute</source>
            <translation>Minuta</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Back</source>
            <translation>Wstecz</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>This tablet is locked</source>
            <translation>Ten tablet jest zablokowany</translation>
        </message>
        <message numerus="yes">
            <source>The next try is possible in %n second(s).</source>
            <translation>
                <numerusform>Następna próba będzie możliwa za %n sekundę.</numerusform>
                <numerusform>Następna próba będzie możliwa za %n sekundy.</numerusform>
                <numerusform>Następna próba będzie możliwa za %n sekund.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n try(ies) left. After that, what is on this tablet can no longer be read.</source>
            <translation>
                <numerusform>Pozostała %n próba. Potem zawartości tabletu nie da się odczytać.</numerusform>
                <numerusform>Pozostały %n próby. Potem zawartości tabletu nie da się odczytać.</numerusform>
                <numerusform>Pozostało %n prób. Potem zawartości tabletu nie da się odczytać.</numerusform>
            </translation>
        </message>
        <message>
            <source>Passphrase or recovery code</source>
            <translation>Hasło lub kod odzyskiwania</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Chwileczkę…</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Odblokuj</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::AppController</name>
        <message>
            <source>Not counted: %1.</source>
            <translation>Nie wlicza się: %1.</translation>
        </message>
        <message>
            <source>%1 withdrawn</source>
            <translation>%1 wycofane</translation>
        </message>
        <message>
            <source>%1 replaced by a newer one</source>
            <translation>%1 zastąpione nowszym</translation>
        </message>
        <message>
            <source>This tablet was put back from an older copy (noticed: %1). New interviews are numbered behind those that the study office has. Tell your coordinator: what was made after the copy and not sent is gone.</source>
            <translation>Ten tablet został przywrócony ze starszej kopii (zauważono: %1). Nowe wywiady są numerowane po tych, które ma już biuro badania. Powiadom koordynatora: to, co powstało po wykonaniu kopii i nie zostało wysłane, przepadło.</translation>
        </message>
        <message>
            <source>Alarm since %1: the server of the study has lost or changed something that it had confirmed. Go on working; nothing is deleted on this tablet. Tell the study office now.</source>
            <translation>Alarm od %1: serwer badania utracił lub zmienił coś, co wcześniej potwierdził. Pracuj dalej; na tym tablecie nic nie jest usuwane. Powiadom teraz biuro badania.</translation>
        </message>
        <message>
            <source>The server of the study was put back from a backup (noticed: %1). What it had lost is sent again. If the study office does not know of this, tell them now.</source>
            <translation>Serwer badania został przywrócony z kopii zapasowej (zauważono: %1). To, co utracił, jest wysyłane ponownie. Jeśli biuro badania o tym nie wie, powiadom je teraz.</translation>
        </message>
        <message>
            <source>%1 held twice</source>
            <translation>%1 przeprowadzone dwa razy</translation>
        </message>
        <message>
            <source>%1 rejected</source>
            <translation>%1 odrzucone</translation>
        </message>
        <message>
            <source>%1 without consent</source>
            <translation>%1 bez zgody</translation>
        </message>
        <message>
            <source>%1 not eligible</source>
            <translation>%1 spoza grupy badanych</translation>
        </message>
        <message>
            <source>%1 broken off</source>
            <translation>%1 przerwane</translation>
        </message>
        <message>
            <source>%1 not complete</source>
            <translation>%1 niepełne</translation>
        </message>
        <message>
            <source>%1 without a city of the study</source>
            <translation>%1 bez miasta badania</translation>
        </message>
        <message>
            <source>%1 without a group of the study</source>
            <translation>%1 bez grupy badania</translation>
        </message>
        <message>
            <source>%1 of another group than noted</source>
            <translation>%1 z innej grupy, niż zapisano</translation>
        </message>
        <message>
            <source>%1 against a rule of the study</source>
            <translation>%1 niezgodne z regułą badania</translation>
        </message>
        <message>
            <source>The two passphrases are not the same. Type the second one again.</source>
            <translation>Hasła nie są takie same. Wpisz drugie jeszcze raz.</translation>
        </message>
        <message>
            <source>Today, %1</source>
            <translation>Dzisiaj, %1</translation>
        </message>
        <message>
            <source>Broken off</source>
            <translation>Przerwana</translation>
        </message>
        <message>
            <source>Not finished</source>
            <translation>Niedokończona</translation>
        </message>
        <message>
            <source>To be sent</source>
            <translation>Do wysłania</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Odebrana</translation>
        </message>
        <message>
            <source>Received, to be checked</source>
            <translation>Odebrana, do sprawdzenia</translation>
        </message>
        <message>
            <source>Night shelter</source>
            <translation>Noclegownia</translation>
        </message>
        <message>
            <source>Drop-in centre</source>
            <translation>Punkt dziennego pobytu</translation>
        </message>
        <message>
            <source>Consumption room</source>
            <translation>Pokój konsumpcyjny</translation>
        </message>
        <message>
            <source>Public space</source>
            <translation>Miejsce publiczne</translation>
        </message>
        <message>
            <source>The last answers were not saved. %1 The interview shows which answers it has.</source>
            <translation>Ostatnie odpowiedzi nie zostały zapisane. %1 W rozmowie widać, które odpowiedzi są zapisane.</translation>
        </message>
        <message>
            <source>The clock of this tablet is wrong. It is %1. Interviews carry the right time; set the clock all the same.</source>
            <translation>Zegar tego tabletu jest błędny. Jest %1. Wywiady mają właściwy czas; mimo to ustaw zegar.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::RescueController</name>
        <message>
            <source>Sending.</source>
            <translation>Wysyłanie.</translation>
        </message>
        <message numerus="yes">
            <source>%n finished interview(s) on this tablet are sealed and not sent yet. They can be sent without the passphrase, where there is a network.</source>
            <translation>
                <numerusform>%n zakończony wywiad na tym tablecie jest zapieczętowany i jeszcze niewysłany. Można go wysłać bez hasła tam, gdzie jest sieć.</numerusform>
                <numerusform>%n zakończone wywiady na tym tablecie są zapieczętowane i jeszcze niewysłane. Można je wysłać bez hasła tam, gdzie jest sieć.</numerusform>
                <numerusform>%n zakończonych wywiadów na tym tablecie jest zapieczętowanych i jeszcze niewysłanych. Można je wysłać bez hasła tam, gdzie jest sieć.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything that was finished has arrived at the study office.</source>
            <translation>Wszystko, co zakończono, dotarło do biura badania.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SectionListModel</name>
        <message>
            <source>Beginning</source>
            <translation>Początek</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SyncController</name>
        <message>
            <source>Everything that was finished has been sent.</source>
            <translation>Wszystko, co zakończono, zostało wysłane.</translation>
        </message>
        <message numerus="yes">
            <source>%n interview(s) wait to be sent.</source>
            <translation>
                <numerusform>%n rozmowa czeka na wysłanie.</numerusform>
                <numerusform>%n rozmowy czekają na wysłanie.</numerusform>
                <numerusform>%n rozmów czeka na wysłanie.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sending. You can go on working.</source>
            <translation>Wysyłanie. Możesz dalej pracować.</translation>
        </message>
        <message numerus="yes">
            <source>No answer from the server. Next try in %n second(s).</source>
            <translation>
                <numerusform>Brak odpowiedzi serwera. Następna próba za %n sekundę.</numerusform>
                <numerusform>Brak odpowiedzi serwera. Następna próba za %n sekundy.</numerusform>
                <numerusform>Brak odpowiedzi serwera. Następna próba za %n sekund.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything that was finished has arrived at the study office.</source>
            <translation>Wszystko, co zakończono, dotarło do biura badania.</translation>
        </message>
        <message>
            <source>There is no network, or the server does not answer. Everything is kept here and goes with the next sync.</source>
            <translation>Nie ma sieci albo serwer nie odpowiada. Wszystko pozostaje tutaj i zostanie wysłane następnym razem.</translation>
        </message>
        <message>
            <source>The server is busy. Everything is kept here and goes with the next sync.</source>
            <translation>Serwer jest zajęty. Wszystko pozostaje tutaj i zostanie wysłane następnym razem.</translation>
        </message>
        <message>
            <source>The server refused. Ask your coordinator whether this tablet is still enrolled.</source>
            <translation>Serwer odmówił. Zapytaj koordynatora, czy ten tablet jest nadal zarejestrowany.</translation>
        </message>
        <message>
            <source>The tablet could not keep what the server sent. See whether it is full.</source>
            <translation>Tablet nie mógł zapisać tego, co przysłał serwer. Sprawdź, czy nie jest pełny.</translation>
        </message>
        <message>
            <source>Everything that was finished has arrived. The study that the server offers was not taken: it is older than the one on this tablet, or cannot be trusted or read. Tell the study office.</source>
            <translation>Wszystko, co zakończono, dotarło. Badanie oferowane przez serwer nie zostało przyjęte: jest starsze niż to na tym tablecie albo nie można mu zaufać lub go odczytać. Powiadom biuro badania.</translation>
        </message>
        <message>
            <source>The study office has withdrawn this tablet. What was finished has been sent, and the tablet erases itself. Hand it in.</source>
            <translation>Biuro badania wycofało ten tablet. To, co było ukończone, zostało wysłane, a tablet sam kasuje swoje dane. Oddaj go.</translation>
        </message>
    </context>
</TS>
