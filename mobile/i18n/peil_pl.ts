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
            <source>Why are you stopping the interview?</source>
            <translation>Dlaczego przerywasz wywiad?</translation>
        </message>
        <message>
            <source>The person has no time right now</source>
            <translation>Ta osoba nie ma teraz czasu</translation>
        </message>
        <message>
            <source>The person wants to stop</source>
            <translation>Ta osoba chce zakończyć</translation>
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
            <source>Back to the interview</source>
            <translation>Wróć do wywiadu</translation>
        </message>
        <message>
            <source>This interview was started by mistake</source>
            <translation>Ten wywiad rozpoczęto przez pomyłkę</translation>
        </message>
        <message>
            <source>Erase this interview</source>
            <translation>Usuń ten wywiad</translation>
        </message>
        <message>
            <source>Pause or stop?</source>
            <translation>Przerwa czy koniec?</translation>
        </message>
        <message>
            <source>After a pause you go on where you were, today or another day. All answers are kept.</source>
            <translation>Po przerwie wracasz do tego samego miejsca, dziś lub innego dnia. Wszystkie odpowiedzi pozostają zapisane.</translation>
        </message>
        <message>
            <source>Pause: go on another time</source>
            <translation>Przerwa: dokończ innym razem</translation>
        </message>
        <message>
            <source>Stop for good…</source>
            <translation>Zakończ na stałe…</translation>
        </message>
        <message>
            <source>This is final: the interview is sealed as incomplete and sent. No one can go on with it or change it, not even you.</source>
            <translation>To ostateczne: wywiad zostanie zapieczętowany jako niekompletny i wysłany. Nikt nie może go kontynuować ani zmienić, nawet Ty.</translation>
        </message>
        <message>
            <source>Hold to finish for good, incomplete</source>
            <translation>Przytrzymaj: zakończ ostatecznie, niekompletny</translation>
        </message>
        <message>
            <source>Why should it be erased?</source>
            <translation>Dlaczego ma zostać usunięty?</translation>
        </message>
        <message>
            <source>All answers of this interview are deleted. Only that it was erased, and why, is sent. This cannot be undone.</source>
            <translation>Wszystkie odpowiedzi z tego wywiadu zostaną usunięte. Wysłana zostanie tylko informacja, że go usunięto i dlaczego. Tej operacji nie można cofnąć.</translation>
        </message>
        <message>
            <source>Opened by mistake</source>
            <translation>Otwarto przez pomyłkę</translation>
        </message>
        <message>
            <source>At the wrong place</source>
            <translation>W niewłaściwym miejscu</translation>
        </message>
        <message>
            <source>There is another one of the same person</source>
            <translation>Jest już wywiad z tą osobą</translation>
        </message>
        <message>
            <source>Only to try it out</source>
            <translation>Tylko na próbę</translation>
        </message>
    </context>
    <context>
        <name>ChangePassphrasePage</name>
        <message>
            <source>Change passphrase</source>
            <translation>Zmień hasło</translation>
        </message>
        <message>
            <source>The recovery code stays the same.</source>
            <translation>Kod odzyskiwania pozostaje bez zmian.</translation>
        </message>
        <message>
            <source>Current passphrase</source>
            <translation>Obecne hasło</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>Nowe hasło</translation>
        </message>
        <message>
            <source>Repeat the new passphrase</source>
            <translation>Powtórz nowe hasło</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Chwileczkę…</translation>
        </message>
    </context>
    <context>
        <name>ChapterStrip</name>
        <message>
            <source>Chapter %1 of %2: %3</source>
            <translation>Rozdział %1 z %2: %3</translation>
        </message>
    </context>
    <context>
        <name>ChooseSitePage</name>
        <message>
            <source>Where are you?</source>
            <translation>Gdzie jesteś?</translation>
        </message>
        <message>
            <source>The interview starts when you choose a place.</source>
            <translation>Wywiad rozpocznie się po wybraniu miejsca.</translation>
        </message>
        <message>
            <source>The place of this shift.</source>
            <translation>Miejsce tej zmiany.</translation>
        </message>
    </context>
    <context>
        <name>CreateStorePage</name>
        <message>
            <source>Choose a passphrase</source>
            <translation>Wybierz hasło</translation>
        </message>
        <message>
            <source>It protects everything on this tablet. Use five or more unrelated words, such as the names of things around you. No one can look it up for you.</source>
            <translation>Chroni wszystko na tym tablecie. Wybierz co najmniej pięć niezwiązanych ze sobą słów, na przykład nazwy rzeczy wokół ciebie. Nikt nie będzie mógł go dla ciebie odzyskać.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Hasło</translation>
        </message>
        <message>
            <source>Repeat the passphrase</source>
            <translation>Powtórz hasło</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Chwileczkę…</translation>
        </message>
        <message>
            <source>Use this passphrase</source>
            <translation>Użyj tego hasła</translation>
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
        <message>
            <source>This month</source>
            <translation>Ten miesiąc</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>Ten rok</translation>
        </message>
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Enrol in a study</source>
            <translation>Rejestracja tabletu w badaniu</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Zablokuj</translation>
        </message>
        <message>
            <source>Ask the study office for an enrolment code. You can use it once, within ten minutes.</source>
            <translation>Poproś biuro badania o kod rejestracji. Można go użyć raz, w ciągu dziesięciu minut.</translation>
        </message>
        <message>
            <source>Enrolment code (starts with PEIL1:)</source>
            <translation>Kod rejestracji (zaczyna się od PEIL1:)</translation>
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
            <source>Enrol</source>
            <translation>Zarejestruj</translation>
        </message>
    </context>
    <context>
        <name>FinishedPage</name>
        <message>
            <source>New interview</source>
            <translation>Nowy wywiad</translation>
        </message>
        <message>
            <source>Support contacts</source>
            <translation>Gdzie szukać pomocy</translation>
        </message>
        <message>
            <source>To my interviews</source>
            <translation>Do moich wywiadów</translation>
        </message>
        <message>
            <source>Done and stored safely</source>
            <translation>Gotowe i bezpiecznie zapisane</translation>
        </message>
    </context>
    <context>
        <name>HandBackPage</name>
        <message>
            <source>Thank you. Please give the tablet back.</source>
            <translation>Dziękujemy. Oddaj teraz tablet.</translation>
        </message>
        <message>
            <source>For the interviewer: go on</source>
            <translation>Dla ankietera: dalej</translation>
        </message>
    </context>
    <context>
        <name>HandOverPage</name>
        <message>
            <source>Lock</source>
            <translation>Zablokuj</translation>
        </message>
        <message>
            <source>The participant has answered this part</source>
            <translation>Ta osoba wypełniła tę część</translation>
        </message>
        <message>
            <source>The participant answers the next questions alone</source>
            <translation>Na następne pytania ta osoba odpowiada sama</translation>
        </message>
        <message>
            <source>The participant sees one question at a time and cannot reach other answers. After the last question, the tablet asks for your PIN or passphrase.</source>
            <translation>Ta osoba widzi jedno pytanie naraz i nie ma dostępu do innych odpowiedzi. Po ostatnim pytaniu tablet poprosi cię o PIN lub hasło.</translation>
        </message>
        <message>
            <source>%1 of %2 answered</source>
            <translation>Odpowiedzi: %1 z %2</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Dalej</translation>
        </message>
        <message>
            <source>Hand over again</source>
            <translation>Przekaż jeszcze raz</translation>
        </message>
        <message>
            <source>Hand over the tablet</source>
            <translation>Przekaż tablet</translation>
        </message>
        <message>
            <source>Ask the questions myself</source>
            <translation>Zadam pytania osobiście</translation>
        </message>
        <message>
            <source>Leave this part out for now</source>
            <translation>Na razie pomiń tę część</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Support contacts</source>
            <translation>Gdzie szukać pomocy</translation>
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
            <translation>Nowy wywiad</translation>
        </message>
        <message>
            <source>My interviews</source>
            <translation>Moje wywiady</translation>
        </message>
        <message>
            <source>There are no interviews on this tablet yet.</source>
            <translation>Na tym tablecie nie ma jeszcze żadnych wywiadów.</translation>
        </message>
        <message>
            <source>Progress in %1</source>
            <translation>Postęp: %1</translation>
        </message>
        <message>
            <source>Sent to the study office</source>
            <translation>Wysłane do biura badania</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>Ostatnie połączenie: %1</translation>
        </message>
        <message numerus="yes">
            <source>Send %n interview(s)</source>
            <translation>
                <numerusform>Wyślij %n wywiad</numerusform>
                <numerusform>Wyślij %n wywiady</numerusform>
                <numerusform>Wyślij %n wywiadów</numerusform>
            </translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Synchronizuj</translation>
        </message>
        <message numerus="yes">
            <source>Show more (%n interview(s) hidden)</source>
            <translation>
                <numerusform>Pokaż więcej (jeszcze %n wywiad)</numerusform>
                <numerusform>Pokaż więcej (jeszcze %n wywiady)</numerusform>
                <numerusform>Pokaż więcej (jeszcze %n wywiadów)</numerusform>
            </translation>
        </message>
        <message>
            <source>People approached</source>
            <translation>Zagadnięte osoby</translation>
        </message>
        <message>
            <source>Place of this shift: %1. Change it</source>
            <translation>Miejsce tej zmiany: %1. Zmień</translation>
        </message>
    </context>
    <context>
        <name>InterviewPage</name>
        <message>
            <source>Language of the interview</source>
            <translation>Język wywiadu</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Zablokuj</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>zapisano</translation>
        </message>
        <message>
            <source>saving</source>
            <translation>zapisywanie</translation>
        </message>
        <message>
            <source>NOT saved</source>
            <translation>NIE zapisano</translation>
        </message>
        <message>
            <source>Chapters</source>
            <translation>Rozdziały</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Przerwa</translation>
        </message>
        <message>
            <source>Pause or stop</source>
            <translation>Przerwa lub koniec</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Pomoc</translation>
        </message>
        <message>
            <source>Support contacts</source>
            <translation>Gdzie szukać pomocy</translation>
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
            <translation>Język wywiadu</translation>
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
        <name>LockWarning</name>
        <message numerus="yes">
            <source>This tablet locks in %n second(s).</source>
            <translation>
                <numerusform>Ten tablet zablokuje się za %n sekundę.</numerusform>
                <numerusform>Ten tablet zablokuje się za %n sekundy.</numerusform>
                <numerusform>Ten tablet zablokuje się za %n sekund.</numerusform>
            </translation>
        </message>
        <message>
            <source>Touch the screen or press a key to continue.</source>
            <translation>Dotknij ekranu lub naciśnij klawisz, aby kontynuować.</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>Wrong passphrase.</source>
            <translation>Nieprawidłowe hasło.</translation>
        </message>
        <message>
            <source>Wait for the countdown to end, then try again.</source>
            <translation>Poczekaj do końca odliczania i spróbuj ponownie.</translation>
        </message>
        <message>
            <source>This passphrase is too short or too easy to guess. Use five or more unrelated words.</source>
            <translation>To hasło jest za krótkie albo zbyt łatwe do odgadnięcia. Użyj co najmniej pięciu niezwiązanych ze sobą słów.</translation>
        </message>
        <message>
            <source>The key file on this tablet is damaged. Return the tablet to the study office.</source>
            <translation>Plik kluczy na tym tablecie jest uszkodzony. Oddaj tablet w biurze badania.</translation>
        </message>
        <message>
            <source>The tablet is full, so nothing more can be saved. Free up some space, then continue.</source>
            <translation>Pamięć tabletu jest pełna i nic więcej nie można zapisać. Zwolnij miejsce, a potem kontynuuj.</translation>
        </message>
        <message>
            <source>Another program is using the interviews on this tablet. Close it, then try again.</source>
            <translation>Inny program używa wywiadów na tym tablecie. Zamknij go i spróbuj ponownie.</translation>
        </message>
        <message>
            <source>The tablet could not save. Earlier answers are not lost; restart the tablet.</source>
            <translation>Tablet nie mógł zapisać danych. Wcześniejsze odpowiedzi nie przepadły; uruchom tablet ponownie.</translation>
        </message>
        <message>
            <source>This tablet is locked.</source>
            <translation>Ten tablet jest zablokowany.</translation>
        </message>
        <message>
            <source>This tablet is not enrolled in a study yet. Enrol it first.</source>
            <translation>Ten tablet nie jest jeszcze zarejestrowany w żadnym badaniu. Najpierw go zarejestruj.</translation>
        </message>
        <message>
            <source>The study is not on this tablet yet. Connect to a network and sync.</source>
            <translation>Na tym tablecie nie ma jeszcze badania. Połącz się z siecią i zsynchronizuj.</translation>
        </message>
        <message>
            <source>The study that the server sent is not trusted or cannot be read, so it was rejected. Contact the study office.</source>
            <translation>Badanie przesłane przez serwer jest niezaufane albo nie da się go odczytać, więc zostało odrzucone. Skontaktuj się z biurem badania.</translation>
        </message>
        <message>
            <source>The server offers an older version of the study than the one on this tablet, so it was rejected. Contact the study office.</source>
            <translation>Serwer oferuje starszą wersję badania niż ta na tym tablecie, więc została odrzucona. Skontaktuj się z biurem badania.</translation>
        </message>
        <message>
            <source>This is not the server of your study, so nothing was sent. Check the network, or ask for a new code.</source>
            <translation>To nie jest serwer twojego badania, więc nic nie wysłano. Sprawdź sieć lub poproś o nowy kod.</translation>
        </message>
        <message>
            <source>The server cannot be reached. Check the network connection and try again.</source>
            <translation>Nie można połączyć się z serwerem. Sprawdź połączenie i spróbuj ponownie.</translation>
        </message>
        <message>
            <source>The server rejected the code. A code can be used once, within ten minutes; ask for a new one.</source>
            <translation>Serwer odrzucił kod. Kodu można użyć raz, w ciągu dziesięciu minut; poproś o nowy.</translation>
        </message>
        <message>
            <source>One question still needs an answer or a reason for no answer.</source>
            <translation>Jedno z pytań wymaga jeszcze odpowiedzi albo powodu jej braku.</translation>
        </message>
        <message>
            <source>This is not an enrolment code. An enrolment code starts with PEIL1: and comes from the study office.</source>
            <translation>To nie jest kod rejestracji. Kod rejestracji zaczyna się od PEIL1: i pochodzi z biura badania.</translation>
        </message>
        <message>
            <source>Not saved: this number is incomplete. Type the rest or clear the field.</source>
            <translation>Nie zapisano: ta liczba jest niepełna. Dopisz resztę albo wyczyść pole.</translation>
        </message>
        <message>
            <source>Not saved: this is not a number. Use digits only.</source>
            <translation>Nie zapisano: to nie jest liczba. Użyj samych cyfr.</translation>
        </message>
        <message>
            <source>Not saved: this number is too large. The maximum is %1.</source>
            <translation>Nie zapisano: ta liczba jest za duża. Maksimum to %1.</translation>
        </message>
        <message>
            <source>Not saved: this number is too small. The minimum is %1.</source>
            <translation>Nie zapisano: ta liczba jest za mała. Minimum to %1.</translation>
        </message>
        <message>
            <source>Not saved: this answer does not fit the question. Change it or clear it.</source>
            <translation>Nie zapisano: ta odpowiedź nie pasuje do pytania. Zmień ją albo usuń.</translation>
        </message>
        <message>
            <source>The saved answer is still %1.</source>
            <translation>Zapisana odpowiedź to nadal %1.</translation>
        </message>
        <message>
            <source>No more can be added.</source>
            <translation>Nie można dodać więcej.</translation>
        </message>
        <message>
            <source>The key files on this tablet are missing, so its interviews cannot be opened. Nothing was changed. Return the tablet to the study office and do not set it up again.</source>
            <translation>Na tym tablecie brakuje plików kluczy, więc wywiadów nie można otworzyć. Nic nie zostało zmienione. Oddaj tablet w biurze badania i nie konfiguruj go od nowa.</translation>
        </message>
        <message>
            <source>The secret key of this tablet is missing or damaged, so its interviews cannot be opened. Nothing was changed. Return the tablet to the study office and do not set it up again.</source>
            <translation>Brakuje tajnego klucza tego tabletu lub jest on uszkodzony, więc wywiadów nie można otworzyć. Nic nie zostało zmienione. Oddaj tablet w biurze badania i nie konfiguruj go od nowa.</translation>
        </message>
        <message>
            <source>A key file on this tablet belongs to another tablet. Nothing was changed. Return the tablet to the study office.</source>
            <translation>Plik kluczy na tym tablecie należy do innego tabletu. Nic nie zostało zmienione. Oddaj tablet w biurze badania.</translation>
        </message>
        <message>
            <source>The file with the interviews on this tablet is missing or empty. No new file was created. Return the tablet to the study office and do not set it up again.</source>
            <translation>Na tym tablecie brakuje pliku z wywiadami lub jest on pusty. Nie utworzono nowego. Oddaj tablet w biurze badania i nie konfiguruj go od nowa.</translation>
        </message>
        <message>
            <source>This tablet has already been set up. Nothing was overwritten. Restart the app.</source>
            <translation>Ten tablet jest już skonfigurowany. Niczego nie nadpisano. Uruchom aplikację ponownie.</translation>
        </message>
        <message>
            <source>Other users of this tablet can read the folder with the interviews. Return the tablet to the study office.</source>
            <translation>Inni użytkownicy tego tabletu mogą odczytać folder z wywiadami. Oddaj tablet w biurze badania.</translation>
        </message>
        <message>
            <source>The passphrase is correct, but the file with the interviews cannot be opened: it is damaged or was replaced. Return the tablet to the study office.</source>
            <translation>Hasło jest poprawne, ale pliku z wywiadami nie można otworzyć: jest uszkodzony albo został podmieniony. Oddaj tablet w biurze badania.</translation>
        </message>
        <message>
            <source>Part of the file with the interviews is damaged. Return the tablet to the study office.</source>
            <translation>Część pliku z wywiadami jest uszkodzona. Oddaj tablet w biurze badania.</translation>
        </message>
        <message>
            <source>Too many wrong passphrases: unfinished interviews on this tablet are lost. Finished interviews are sealed and can still be sent. Return the tablet to the study office.</source>
            <translation>Zbyt wiele razy podano błędne hasło: niedokończone wywiady na tym tablecie przepadły. Zakończone wywiady są zapieczętowane i nadal można je wysłać. Oddaj tablet w biurze badania.</translation>
        </message>
        <message>
            <source>A sealed interview on this tablet is damaged. Return the tablet to the study office.</source>
            <translation>Zapieczętowany wywiad na tym tablecie jest uszkodzony. Oddaj tablet w biurze badania.</translation>
        </message>
        <message>
            <source>There is nothing to send on this tablet.</source>
            <translation>Na tym tablecie nie ma nic do wysłania.</translation>
        </message>
        <message>
            <source>The server rejected the finished interviews on this tablet. Return the tablet to the study office.</source>
            <translation>Serwer odrzucił zakończone wywiady z tego tabletu. Oddaj tablet w biurze badania.</translation>
        </message>
        <message>
            <source>The date or time on this tablet is wrong, so it cannot verify the server. Correct the clock, then sync again.</source>
            <translation>Data lub godzina na tym tablecie jest błędna, więc nie może on zweryfikować serwera. Ustaw zegar i zsynchronizuj ponownie.</translation>
        </message>
        <message>
            <source>This tablet has finished interviews for another study office, so it cannot move to this one. Nothing was changed.</source>
            <translation>Na tym tablecie są zakończone wywiady dla innego biura badania, więc nie można go przenieść. Nic nie zostało zmienione.</translation>
        </message>
        <message>
            <source>There is no network, or the server does not respond. Everything is stored on the tablet and will be sent at the next sync.</source>
            <translation>Nie ma sieci albo serwer nie odpowiada. Wszystko pozostaje na tablecie i zostanie wysłane przy następnej synchronizacji.</translation>
        </message>
        <message>
            <source>The server is busy. Everything is stored on the tablet and will be sent at the next sync.</source>
            <translation>Serwer jest zajęty. Wszystko pozostaje na tablecie i zostanie wysłane przy następnej synchronizacji.</translation>
        </message>
        <message>
            <source>The server rejected this tablet. Ask your coordinator whether it is still enrolled.</source>
            <translation>Serwer odrzucił ten tablet. Zapytaj koordynatora, czy jest nadal zarejestrowany.</translation>
        </message>
        <message>
            <source>The tablet could not save what the server sent. Check whether it is full.</source>
            <translation>Tablet nie mógł zapisać tego, co przysłał serwer. Sprawdź, czy nie jest pełny.</translation>
        </message>
        <message>
            <source>All finished interviews have arrived. The study on the server was rejected: it is older than the one on this tablet, not trusted, or cannot be read. Contact the study office.</source>
            <translation>Wszystkie zakończone wywiady dotarły. Badanie z serwera zostało odrzucone: jest starsze niż to na tym tablecie, niezaufane albo nie da się go odczytać. Skontaktuj się z biurem badania.</translation>
        </message>
        <message>
            <source>The study office has revoked this tablet. All finished interviews have been sent, and the tablet erases its data. Return it to the study office.</source>
            <translation>Biuro badania cofnęło rejestrację tego tabletu. Wszystkie zakończone wywiady zostały wysłane, a tablet usuwa swoje dane. Oddaj go w biurze badania.</translation>
        </message>
    </context>
    <context>
        <name>NoAnswerRow</name>
        <message>
            <source>Don&apos;t know</source>
            <translation>Nie wie</translation>
        </message>
        <message>
            <source>Prefers not to say</source>
            <translation>Woli nie odpowiadać</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Pomiń</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>Brak odpowiedzi</translation>
        </message>
        <message>
            <source>Bring the answer back</source>
            <translation>Przywróć odpowiedź</translation>
        </message>
    </context>
    <context>
        <name>NoStudyPage</name>
        <message>
            <source>Downloading the study</source>
            <translation>Pobieranie badania</translation>
        </message>
        <message>
            <source>Downloading the questionnaire and the places from the server. This needs a network connection once.</source>
            <translation>Kwestionariusz i lista miejsc są pobierane z serwera. Wymaga to jednorazowego połączenia z siecią.</translation>
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
        <name>ParticipantPage</name>
        <message>
            <source>Page %1 of %2</source>
            <translation>Strona %1 z %2</translation>
        </message>
        <message>
            <source>Language of the interview</source>
            <translation>Język wywiadu</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>Oddaj</translation>
        </message>
    </context>
    <context>
        <name>PassphraseEntry</name>
        <message>
            <source>Tap here and type</source>
            <translation>Dotknij tutaj i wpisz</translation>
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
        <name>Picture</name>
        <message>
            <source>Picture: %1</source>
            <translation>Obraz: %1</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Zamknij</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message>
            <source>Delete the last digit</source>
            <translation>Usuń ostatnią cyfrę</translation>
        </message>
    </context>
    <context>
        <name>QuestionEditor</name>
        <message>
            <source>This tablet cannot show this type of question. Continue with the next one.</source>
            <translation>Ten tablet nie może wyświetlić tego typu pytania. Przejdź do następnego.</translation>
        </message>
        <message>
            <source>This tablet cannot show this type of question. Choose a reason for no answer and continue.</source>
            <translation>Ten tablet nie może wyświetlić tego typu pytania. Wybierz powód braku odpowiedzi i przejdź dalej.</translation>
        </message>
    </context>
    <context>
        <name>QuestionView</name>
        <message>
            <source>The form fills in this answer from other answers. It has not done so yet.</source>
            <translation>Formularz wypełnia tę odpowiedź na podstawie innych odpowiedzi. Jeszcze tego nie zrobił.</translation>
        </message>
        <message>
            <source>Answer this question, or choose a reason for no answer.</source>
            <translation>Odpowiedz na to pytanie albo wybierz powód braku odpowiedzi.</translation>
        </message>
        <message>
            <source>This answer does not fit the question.</source>
            <translation>Ta odpowiedź nie pasuje do pytania.</translation>
        </message>
        <message>
            <source>Answer this question.</source>
            <translation>Odpowiedz na to pytanie.</translation>
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
            <source>%n still on this tablet</source>
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
            <source>Not in order yet</source>
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
            <source>It unlocks this tablet if you forget the passphrase. It is shown only once. Keep the paper at the study office, not with the tablet.</source>
            <translation>Odblokowuje ten tablet, jeśli zapomnisz hasła. Jest pokazywany tylko raz. Przechowuj kartkę w biurze badania, a nie przy tablecie.</translation>
        </message>
        <message>
            <source>The recovery code is shown as an image. Screen readers cannot read it.</source>
            <translation>Kod odzyskiwania jest pokazany jako obraz. Czytnik ekranu nie może go odczytać.</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>Mam go zapisany</translation>
        </message>
        <message>
            <source>Check what you wrote down</source>
            <translation>Sprawdź, co zapisano</translation>
        </message>
        <message>
            <source>Type the last four characters of the code from your paper.</source>
            <translation>Przepisz z kartki cztery ostatnie znaki kodu.</translation>
        </message>
        <message>
            <source>Last four characters</source>
            <translation>Cztery ostatnie znaki</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Dalej</translation>
        </message>
        <message>
            <source>Show the code again</source>
            <translation>Pokaż kod ponownie</translation>
        </message>
    </context>
    <context>
        <name>ReferralsPage</name>
        <message>
            <source>Support contacts</source>
            <translation>Gdzie szukać pomocy</translation>
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
            <translation>Sprawdzanie odpowiedzi</translation>
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
            <source>%n question(s) have no answer. You can still finish.</source>
            <translation>
                <numerusform>%n pytanie nie ma odpowiedzi. Mimo to możesz zakończyć.</numerusform>
                <numerusform>%n pytania nie mają odpowiedzi. Mimo to możesz zakończyć.</numerusform>
                <numerusform>%n pytań nie ma odpowiedzi. Mimo to możesz zakończyć.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every question has an answer.</source>
            <translation>Każde pytanie ma odpowiedź.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Chwileczkę…</translation>
        </message>
        <message>
            <source>Finish and seal</source>
            <translation>Zakończ i zapieczętuj</translation>
        </message>
        <message>
            <source>All questions and answers</source>
            <translation>Wszystkie pytania i odpowiedzi</translation>
        </message>
        <message>
            <source>Sealing makes all answers final. After that, no one can read or change them on this tablet, not even you. They are sent as soon as there is a network.</source>
            <translation>Po zapieczętowaniu wszystkie odpowiedzi są ostateczne. Nikt nie może ich na tym tablecie przeczytać ani zmienić, nawet Ty. Zostaną wysłane, gdy tylko będzie sieć.</translation>
        </message>
        <message>
            <source>Hold to finish and seal</source>
            <translation>Przytrzymaj: zakończ i zapieczętuj</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Wstecz</translation>
        </message>
        <message>
            <source>Finish and seal this interview?</source>
            <translation>Zakończyć i zapieczętować ten wywiad?</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Wróć do wywiadu</translation>
        </message>
    </context>
    <context>
        <name>SearchEditor</name>
        <message>
            <source>Search</source>
            <translation>Szukaj</translation>
        </message>
        <message>
            <source>No choice has these letters.</source>
            <translation>Żadna odpowiedź nie zawiera tych liter.</translation>
        </message>
    </context>
    <context>
        <name>SectionsPage</name>
        <message>
            <source>Review</source>
            <translation>Sprawdzanie odpowiedzi</translation>
        </message>
        <message>
            <source>%1: %2 of %3 answered</source>
            <translation>%1: odpowiedziano na %2 z %3</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 z %2</translation>
        </message>
        <message>
            <source>Chapters</source>
            <translation>Rozdziały</translation>
        </message>
        <message>
            <source>Not asked so far</source>
            <translation>Na razie nie pytano</translation>
        </message>
    </context>
    <context>
        <name>SetPinPage</name>
        <message>
            <source>PIN for this shift</source>
            <translation>PIN na tę zmianę</translation>
        </message>
        <message>
            <source>For twelve hours after you typed the passphrase, these six digits unlock the tablet. After five wrong attempts, or when the tablet restarts, it asks for the passphrase.</source>
            <translation>Przez dwanaście godzin od wpisania hasła te sześć cyfr odblokowuje tablet. Po pięciu błędnych próbach albo po ponownym uruchomieniu tablet poprosi o hasło.</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Repeat the PIN</source>
            <translation>Powtórz PIN</translation>
        </message>
        <message>
            <source>Use this PIN</source>
            <translation>Użyj tego kodu PIN</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>Chwileczkę…</translation>
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
            <source>Bright sunlight</source>
            <translation>Ostre słońce</translation>
        </message>
        <message>
            <source>Size of text</source>
            <translation>Rozmiar tekstu</translation>
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
            <source>The secret key of this tablet is stored in a file because the tablet has no key store that Peil can use. The passphrase protects it.</source>
            <translation>Tajny klucz tego tabletu jest przechowywany w pliku, ponieważ tablet nie ma magazynu kluczy, którego Peil mógłby użyć. Chroni go hasło.</translation>
        </message>
        <message>
            <source>Unlocking</source>
            <translation>Odblokowywanie</translation>
        </message>
        <message>
            <source>Change passphrase</source>
            <translation>Zmień hasło</translation>
        </message>
        <message>
            <source>Set a PIN for this shift</source>
            <translation>Ustaw PIN na tę zmianę</translation>
        </message>
        <message>
            <source>Remove the PIN of this shift</source>
            <translation>Usuń PIN tej zmiany</translation>
        </message>
        <message>
            <source>Answers and Next</source>
            <translation>Odpowiedzi i Dalej</translation>
        </message>
        <message>
            <source>Under the right thumb</source>
            <translation>Pod prawym kciukiem</translation>
        </message>
        <message>
            <source>Under the left thumb</source>
            <translation>Pod lewym kciukiem</translation>
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
        <message>
            <source>Send what is finished: %1</source>
            <translation>Wyślij to, co zakończone: %1</translation>
        </message>
    </context>
    <context>
        <name>SupportCards</name>
        <message>
            <source>The study has no support contacts for this city.</source>
            <translation>Badanie nie zawiera kontaktów pomocowych dla tego miasta.</translation>
        </message>
        <message>
            <source>Search the cards</source>
            <translation>Szukaj w kartach</translation>
        </message>
        <message>
            <source>No card has these words.</source>
            <translation>Na żadnej karcie nie ma tych słów.</translation>
        </message>
    </context>
    <context>
        <name>SupportSheet</name>
        <message>
            <source>Support contacts</source>
            <translation>Gdzie szukać pomocy</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>Wróć do wywiadu</translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Sync</source>
            <translation>Synchronizuj</translation>
        </message>
        <message>
            <source>No contact yet</source>
            <translation>Jeszcze nie było połączenia</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>Ostatnie połączenie: %1</translation>
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
            <translation>Jeszcze niezakończone</translation>
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
        <message>
            <source>Show</source>
            <translation>Pokaż</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ukryj</translation>
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
            <source>You can try again in %n second(s).</source>
            <translation>
                <numerusform>Możesz spróbować ponownie za %n sekundę.</numerusform>
                <numerusform>Możesz spróbować ponownie za %n sekundy.</numerusform>
                <numerusform>Możesz spróbować ponownie za %n sekund.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n attempt(s) left. After that, unfinished interviews on this tablet are lost.</source>
            <translation>
                <numerusform>Pozostała %n próba. Potem niedokończone wywiady na tym tablecie przepadną.</numerusform>
                <numerusform>Pozostały %n próby. Potem niedokończone wywiady na tym tablecie przepadną.</numerusform>
                <numerusform>Pozostało %n prób. Potem niedokończone wywiady na tym tablecie przepadną.</numerusform>
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
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Use the passphrase</source>
            <translation>Użyj hasła</translation>
        </message>
        <message numerus="yes">
            <source>%n attempt(s) left. After that, the tablet asks for the passphrase.</source>
            <translation>
                <numerusform>Pozostała %n próba. Potem tablet poprosi o hasło.</numerusform>
                <numerusform>Pozostały %n próby. Potem tablet poprosi o hasło.</numerusform>
                <numerusform>Pozostało %n prób. Potem tablet poprosi o hasło.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WayOn</name>
        <message>
            <source>Back</source>
            <translation>Wstecz</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) left</source>
            <translation>
                <numerusform>Jeszcze %n pytanie</numerusform>
                <numerusform>Jeszcze %n pytania</numerusform>
                <numerusform>Jeszcze %n pytań</numerusform>
            </translation>
        </message>
        <message>
            <source>To the review</source>
            <translation>Do sprawdzenia</translation>
        </message>
        <message>
            <source>Go to the end</source>
            <translation>Przejdź do końca</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Dalej</translation>
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
            <translation>wycofane: %1</translation>
        </message>
        <message>
            <source>%1 replaced by a newer version</source>
            <translation>zastąpione nowszą wersją: %1</translation>
        </message>
        <message>
            <source>This tablet was restored from an older copy (detected: %1). New interviews are numbered after those that the study office already has. Tell your coordinator: interviews that were made after the copy and not sent are lost.</source>
            <translation>Ten tablet przywrócono ze starszej kopii (wykryto: %1). Nowe wywiady są numerowane po tych, które ma już biuro badania. Powiadom koordynatora: wywiady wykonane po utworzeniu kopii i niewysłane przepadły.</translation>
        </message>
        <message>
            <source>Alarm since %1: the study server has lost or changed data that it had confirmed. Keep working; nothing is deleted on this tablet. Contact the study office now.</source>
            <translation>Alarm od %1: serwer badania utracił lub zmienił dane, które wcześniej potwierdził. Pracuj dalej; na tym tablecie nic nie jest usuwane. Skontaktuj się teraz z biurem badania.</translation>
        </message>
        <message>
            <source>The study server was restored from a backup (detected: %1). The tablet resends the interviews that the server lost. If the study office does not know about this, contact them now.</source>
            <translation>Serwer badania przywrócono z kopii zapasowej (wykryto: %1). Tablet ponownie wysyła to, co serwer utracił. Jeśli biuro badania o tym nie wie, skontaktuj się z nim teraz.</translation>
        </message>
        <message>
            <source>%1 marked as duplicate</source>
            <translation>oznaczone jako duplikaty: %1</translation>
        </message>
        <message>
            <source>%1 rejected</source>
            <translation>odrzucone: %1</translation>
        </message>
        <message>
            <source>%1 without consent</source>
            <translation>bez zgody: %1</translation>
        </message>
        <message>
            <source>%1 not eligible</source>
            <translation>spoza grupy badanych: %1</translation>
        </message>
        <message>
            <source>%1 broken off</source>
            <translation>przerwane: %1</translation>
        </message>
        <message>
            <source>%1 not complete</source>
            <translation>niepełne: %1</translation>
        </message>
        <message>
            <source>%1 with an unknown city</source>
            <translation>z nieznanym miastem: %1</translation>
        </message>
        <message>
            <source>%1 with an unknown group</source>
            <translation>z nieznaną grupą: %1</translation>
        </message>
        <message>
            <source>%1 in a different group than recorded</source>
            <translation>z innej grupy, niż zapisano: %1</translation>
        </message>
        <message>
            <source>%1 violating a study rule</source>
            <translation>niezgodne z regułą badania: %1</translation>
        </message>
        <message>
            <source>The passphrases do not match. Type the second one again.</source>
            <translation>Hasła nie są takie same. Wpisz drugie jeszcze raz.</translation>
        </message>
        <message>
            <source>Today, %1</source>
            <translation>Dzisiaj, %1</translation>
        </message>
        <message>
            <source>Not finished</source>
            <translation>Niedokończony</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>Do wysłania</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Odebrany</translation>
        </message>
        <message>
            <source>Received, to be checked</source>
            <translation>Odebrany, do sprawdzenia</translation>
        </message>
        <message>
            <source>The last answers were not saved. %1 Check the interview to see which answers were saved.</source>
            <translation>Ostatnie odpowiedzi nie zostały zapisane. %1 Sprawdź w wywiadzie, które odpowiedzi są zapisane.</translation>
        </message>
        <message>
            <source>The clock on this tablet is wrong. The correct time is %1. Interviews record the correct time, but set the clock anyway.</source>
            <translation>Zegar na tym tablecie jest źle ustawiony. Prawidłowy czas to %1. Wywiady są zapisywane z właściwym czasem, ale mimo to ustaw zegar.</translation>
        </message>
        <message>
            <source>These are not the last four characters of the code. Check the paper.</source>
            <translation>To nie są cztery ostatnie znaki kodu. Sprawdź kartkę.</translation>
        </message>
        <message>
            <source>The passphrase was changed.</source>
            <translation>Hasło zostało zmienione.</translation>
        </message>
        <message>
            <source>The PINs do not match. Type the second one again.</source>
            <translation>Kody PIN się różnią. Wpisz drugi jeszcze raz.</translation>
        </message>
        <message>
            <source>Choose six digits that are not in a row.</source>
            <translation>Wybierz sześć cyfr, które nie następują po kolei.</translation>
        </message>
        <message>
            <source>Until the end of this shift, the PIN unlocks the tablet.</source>
            <translation>Do końca tej zmiany tablet można odblokować kodem PIN.</translation>
        </message>
        <message>
            <source>Wrong PIN.</source>
            <translation>Nieprawidłowy PIN.</translation>
        </message>
        <message>
            <source>The PIN is no longer valid. Use the passphrase.</source>
            <translation>PIN już nie działa. Użyj hasła.</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Wstrzymany</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::InterviewController</name>
        <message>
            <source>No answer: does not know</source>
            <translation>Brak odpowiedzi: nie wie</translation>
        </message>
        <message>
            <source>No answer: prefers not to say</source>
            <translation>Brak odpowiedzi: nie chce powiedzieć</translation>
        </message>
        <message>
            <source>No answer: skipped</source>
            <translation>Brak odpowiedzi: pominięto</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Zrobione</translation>
        </message>
        <message>
            <source>Still open</source>
            <translation>Jeszcze otwarte</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::RescueController</name>
        <message>
            <source>Sending…</source>
            <translation>Wysyłanie…</translation>
        </message>
        <message numerus="yes">
            <source>%n finished interview(s) on this tablet have not been sent yet. You can send them without the passphrase if there is a network.</source>
            <translation>
                <numerusform>%n zakończony wywiad na tym tablecie nie został jeszcze wysłany. Jeśli jest sieć, możesz go wysłać bez hasła.</numerusform>
                <numerusform>%n zakończone wywiady na tym tablecie nie zostały jeszcze wysłane. Jeśli jest sieć, możesz je wysłać bez hasła.</numerusform>
                <numerusform>%n zakończonych wywiadów na tym tablecie nie zostało jeszcze wysłanych. Jeśli jest sieć, możesz je wysłać bez hasła.</numerusform>
            </translation>
        </message>
        <message>
            <source>All finished interviews have arrived at the study office.</source>
            <translation>Wszystkie zakończone wywiady dotarły do biura badania.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SectionListModel</name>
        <message>
            <source>Beginning</source>
            <translation>Początek</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Dalsze pytania</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SyncController</name>
        <message>
            <source>All finished interviews have been sent.</source>
            <translation>Wszystkie zakończone wywiady zostały wysłane.</translation>
        </message>
        <message numerus="yes">
            <source>%n interview(s) waiting to be sent.</source>
            <translation>
                <numerusform>%n wywiad czeka na wysłanie.</numerusform>
                <numerusform>%n wywiady czekają na wysłanie.</numerusform>
                <numerusform>%n wywiadów czeka na wysłanie.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sending. You can continue working.</source>
            <translation>Wysyłanie. Możesz dalej pracować.</translation>
        </message>
        <message numerus="yes">
            <source>The server does not respond. Trying again in %n second(s).</source>
            <translation>
                <numerusform>Serwer nie odpowiada. Następna próba za %n sekundę.</numerusform>
                <numerusform>Serwer nie odpowiada. Następna próba za %n sekundy.</numerusform>
                <numerusform>Serwer nie odpowiada. Następna próba za %n sekund.</numerusform>
            </translation>
        </message>
        <message>
            <source>All finished interviews have arrived at the study office.</source>
            <translation>Wszystkie zakończone wywiady dotarły do biura badania.</translation>
        </message>
        <message>
            <source>All interviews have been sent. Other records are waiting.</source>
            <translation>Wszystkie wywiady wysłano. Inne zapisy jeszcze czekają.</translation>
        </message>
    </context>
    <context>
        <name>ContactsPage</name>
        <message>
            <source>People approached</source>
            <translation>Zagadnięte osoby</translation>
        </message>
        <message>
            <source>Change the place</source>
            <translation>Zmień miejsce</translation>
        </message>
        <message>
            <source>One tap for each person whom you do not interview. Interviews are counted by themselves. Nothing about the person is kept.</source>
            <translation>Jedno dotknięcie za każdą osobę, z którą nie robisz wywiadu. Wywiady liczą się same. O tej osobie nic nie jest zapisywane.</translation>
        </message>
        <message>
            <source>Nothing to undo</source>
            <translation>Nie ma czego cofnąć</translation>
        </message>
        <message>
            <source>Undo: %1</source>
            <translation>Cofnij: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) counted here in this part of the day</source>
            <translation>
                <numerusform>%n osoba policzona tu o tej porze dnia</numerusform>
                <numerusform>%n osoby policzone tu o tej porze dnia</numerusform>
                <numerusform>%n osób policzonych tu o tej porze dnia</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::ContactController</name>
        <message>
            <source>Approached, no result</source>
            <translation>Zagadnięto, bez wyniku</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Odmowa</translation>
        </message>
        <message>
            <source>Not eligible</source>
            <translation>Spoza grupy badanej</translation>
        </message>
        <message>
            <source>Already interviewed</source>
            <translation>Już po wywiadzie</translation>
        </message>
        <message>
            <source>Appointment made</source>
            <translation>Umówiono się</translation>
        </message>
        <message>
            <source>Tonight, until 06:00</source>
            <translation>Tej nocy, do 06:00</translation>
        </message>
        <message>
            <source>This morning, until 12:00</source>
            <translation>Dziś przed południem, do 12:00</translation>
        </message>
        <message>
            <source>This afternoon, until 18:00</source>
            <translation>Dziś po południu, do 18:00</translation>
        </message>
        <message>
            <source>This evening, until 24:00</source>
            <translation>Dziś wieczorem, do 24:00</translation>
        </message>
    </context>
</TS>
