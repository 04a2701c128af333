<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
    <context>
        <name>AcknowledgeEditor</name>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
    </context>
    <context>
        <name>BreakOffSheet</name>
        <message>
            <source>Why does the interview stop?</source>
            <translation>لماذا تتوقف المقابلة؟</translation>
        </message>
        <message>
            <source>The person has no time now</source>
            <translation>ليس لدى الشخص وقت الآن</translation>
        </message>
        <message>
            <source>The person wants to stop</source>
            <translation>يريد الشخص التوقف</translation>
        </message>
        <message>
            <source>We were interrupted</source>
            <translation>تمت مقاطعتنا</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>شيء آخر</translation>
        </message>
        <message>
            <source>Everything answered so far is kept.</source>
            <translation>كل ما تمت الإجابة عنه محفوظ.</translation>
        </message>
        <message>
            <source>Go on another time</source>
            <translation>المتابعة في وقت آخر</translation>
        </message>
        <message>
            <source>Finish it as it is</source>
            <translation>إنهاؤها كما هي</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>العودة إلى المقابلة</translation>
        </message>
        <message>
            <source>This interview was begun by mistake</source>
            <translation>بدأت هذه المقابلة عن طريق الخطأ</translation>
        </message>
        <message>
            <source>Erase it? Every answer of this interview goes, and nothing is sent. This cannot be undone.</source>
            <translation>هل تريد المحو؟ ستُحذف كل إجابات هذه المقابلة ولن يُرسل شيء. لا يمكن التراجع عن ذلك.</translation>
        </message>
        <message>
            <source>Erase this interview</source>
            <translation>محو هذه المقابلة</translation>
        </message>
    </context>
    <context>
        <name>ChooseSitePage</name>
        <message>
            <source>Where are you?</source>
            <translation>أين أنت؟</translation>
        </message>
        <message>
            <source>The interview begins when you choose a place.</source>
            <translation>تبدأ المقابلة عند اختيار مكان.</translation>
        </message>
    </context>
    <context>
        <name>CreateStorePage</name>
        <message>
            <source>Choose a passphrase</source>
            <translation>اختر عبارة مرور</translation>
        </message>
        <message>
            <source>It locks everything on this tablet. Take five words or more that do not belong together, such as names of things around you. Nobody can look it up for you.</source>
            <translation>تقفل كل ما على هذا الجهاز. اختر خمس كلمات أو أكثر لا رابط بينها، مثل أسماء أشياء حولك. لا يستطيع أحد استرجاعها لك.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>عبارة المرور</translation>
        </message>
        <message>
            <source>The same passphrase once more</source>
            <translation>عبارة المرور نفسها مرة أخرى</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>لحظة من فضلك…</translation>
        </message>
        <message>
            <source>Lock this tablet with it</source>
            <translation>قفل هذا الجهاز بها</translation>
        </message>
    </context>
    <context>
        <name>DateEditor</name>
        <message>
            <source>No date chosen yet</source>
            <translation>لم يُختر تاريخ بعد</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>اليوم</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>الشهر</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>السنة</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>اليوم</translation>
        </message>
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Join a study</source>
            <translation>الانضمام إلى دراسة</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>قفل</translation>
        </message>
        <message>
            <source>Ask the study office for an enrolment code. It works once and for ten minutes.</source>
            <translation>اطلب رمز التسجيل من مكتب الدراسة. يعمل مرة واحدة ولمدة عشر دقائق.</translation>
        </message>
        <message>
            <source>Enrolment code, begins with PEIL1:</source>
            <translation>رمز التسجيل، يبدأ بـ PEIL1:</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>لصق</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>لحظة من فضلك…</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>انضمام</translation>
        </message>
    </context>
    <context>
        <name>FinishedPage</name>
        <message>
            <source>The interview is sealed</source>
            <translation>تم ختم المقابلة</translation>
        </message>
        <message>
            <source>New interview</source>
            <translation>مقابلة جديدة</translation>
        </message>
        <message>
            <source>Addresses for help</source>
            <translation>عناوين المساعدة</translation>
        </message>
        <message>
            <source>To my interviews</source>
            <translation>إلى مقابلاتي</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Addresses for help</source>
            <translation>عناوين المساعدة</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>الإعدادات</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>قفل</translation>
        </message>
        <message>
            <source>New interview</source>
            <translation>مقابلة جديدة</translation>
        </message>
        <message>
            <source>My interviews</source>
            <translation>مقابلاتي</translation>
        </message>
        <message>
            <source>No interview has been held on this tablet yet.</source>
            <translation>لم تُجرَ أي مقابلة على هذا الجهاز بعد.</translation>
        </message>
        <message>
            <source>Reached in %1</source>
            <translation>تم الوصول إليهم في %1</translation>
        </message>
        <message>
            <source>Sent to the study office</source>
            <translation>المرسل إلى مكتب الدراسة</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>آخر اتصال: %1</translation>
        </message>
        <message numerus="yes">
            <source>Send %n interview(s)</source>
            <translation>
                <numerusform>لا مقابلات للإرسال</numerusform>
                <numerusform>إرسال مقابلة واحدة</numerusform>
                <numerusform>إرسال مقابلتين</numerusform>
                <numerusform>إرسال %n مقابلات</numerusform>
                <numerusform>إرسال %n مقابلة</numerusform>
                <numerusform>إرسال %n مقابلة</numerusform>
            </translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>مزامنة</translation>
        </message>
        <message numerus="yes">
            <source>Show more: %n interview(s) not listed</source>
            <translation>
                <numerusform>كل المقابلات في القائمة</numerusform>
                <numerusform>عرض المزيد: مقابلة واحدة ليست في القائمة</numerusform>
                <numerusform>عرض المزيد: مقابلتان ليستا في القائمة</numerusform>
                <numerusform>عرض المزيد: %n مقابلات ليست في القائمة</numerusform>
                <numerusform>عرض المزيد: %n مقابلة ليست في القائمة</numerusform>
                <numerusform>عرض المزيد: %n مقابلة ليست في القائمة</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InterviewPage</name>
        <message>
            <source>%1  ·  saved</source>
            <translation>%1  ·  محفوظ</translation>
        </message>
        <message>
            <source>%1  ·  saving</source>
            <translation>%1  ·  جارٍ الحفظ</translation>
        </message>
        <message>
            <source>%1  ·  NOT saved</source>
            <translation>%1  ·  لم يُحفظ</translation>
        </message>
        <message>
            <source>Sections</source>
            <translation>الأقسام</translation>
        </message>
        <message>
            <source>Language of the interview</source>
            <translation>لغة المقابلة</translation>
        </message>
        <message>
            <source>Break off</source>
            <translation>إيقاف</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>قفل</translation>
        </message>
        <message>
            <source>%1 percent answered</source>
            <translation>تمت الإجابة عن %1 بالمئة</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>رجوع</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 من %2</translation>
        </message>
        <message>
            <source>To the end</source>
            <translation>إلى النهاية</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>التالي</translation>
        </message>
    </context>
    <context>
        <name>KeyBoard</name>
        <message>
            <source>Capital letter</source>
            <translation>حرف كبير</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>مسافة</translation>
        </message>
        <message>
            <source>Delete the last character</source>
            <translation>حذف آخر حرف</translation>
        </message>
    </context>
    <context>
        <name>LanguageSheet</name>
        <message>
            <source>Language of the interview</source>
            <translation>لغة المقابلة</translation>
        </message>
    </context>
    <context>
        <name>ListEditor</name>
        <message>
            <source>Choose from the list</source>
            <translation>اختر من القائمة</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>That is not the passphrase.</source>
            <translation>هذه ليست عبارة المرور.</translation>
        </message>
        <message>
            <source>Wait until the time is over, then try again.</source>
            <translation>انتظر حتى ينتهي الوقت ثم حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>This passphrase is too short or easy to guess. Take five words or more that do not belong together.</source>
            <translation>عبارة المرور هذه قصيرة جدًا أو يسهل تخمينها. استخدم خمس كلمات أو أكثر لا صلة بينها.</translation>
        </message>
        <message>
            <source>The key file of this tablet is damaged. Hand it in at the study office.</source>
            <translation>ملف مفاتيح هذا الجهاز تالف. سلّمه إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>The tablet is full: nothing new can be kept. Free some space, then go on.</source>
            <translation>الجهاز ممتلئ: لا يمكن حفظ شيء جديد. أفرغ مساحة ثم تابع.</translation>
        </message>
        <message>
            <source>Another program holds the store of this tablet. Close it, then try again.</source>
            <translation>برنامج آخر يستخدم مخزن هذا الجهاز. أغلقه ثم حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>The tablet could not write. Nothing that was saved before is lost; restart the tablet.</source>
            <translation>لم يستطع الجهاز الكتابة. لم يضع شيء مما حُفظ سابقًا؛ أعد تشغيل الجهاز.</translation>
        </message>
        <message>
            <source>The store is locked.</source>
            <translation>المخزن مقفل.</translation>
        </message>
        <message>
            <source>This tablet belongs to no study yet. Enrol it first.</source>
            <translation>هذا الجهاز لا يتبع أي دراسة بعد. سجّله أولًا.</translation>
        </message>
        <message>
            <source>The study is not on this tablet yet. Sync once where there is a network.</source>
            <translation>الدراسة ليست على هذا الجهاز بعد. قم بالمزامنة مرة واحدة حيث توجد شبكة.</translation>
        </message>
        <message>
            <source>The study that the server sent cannot be trusted or read, so it was not taken. Tell the study office.</source>
            <translation>لا يمكن الوثوق بالدراسة التي أرسلها الخادم أو قراءتها، لذلك لم تُقبل. أبلغ مكتب الدراسة.</translation>
        </message>
        <message>
            <source>The server offers an older version of the study than this tablet has, so it was not taken. Tell the study office.</source>
            <translation>يعرض الخادم إصدارًا من الدراسة أقدم من الموجود على هذا الجهاز، لذلك لم يُقبل. أبلغ مكتب الدراسة.</translation>
        </message>
        <message>
            <source>This is not the server of your study, so nothing was sent to it. Check the network or ask for a new code.</source>
            <translation>هذا ليس خادم دراستك، لذلك لم يُرسل إليه شيء. تحقق من الشبكة أو اطلب رمزًا جديدًا.</translation>
        </message>
        <message>
            <source>The server cannot be reached. Try again where there is a network.</source>
            <translation>لا يمكن الوصول إلى الخادم. حاول مرة أخرى حيث توجد شبكة.</translation>
        </message>
        <message>
            <source>The server did not accept the code. It works once and for ten minutes; ask for a new one.</source>
            <translation>لم يقبل الخادم الرمز. يعمل مرة واحدة ولمدة عشر دقائق؛ اطلب رمزًا جديدًا.</translation>
        </message>
        <message>
            <source>A question still needs an answer, or a reason for no answer.</source>
            <translation>ما زال أحد الأسئلة يحتاج إلى إجابة أو إلى سبب لعدم الإجابة.</translation>
        </message>
        <message>
            <source>This is not an enrolment code. It begins with PEIL1: and comes from the study office.</source>
            <translation>هذا ليس رمز تسجيل. يبدأ الرمز بـ PEIL1: ويأتي من مكتب الدراسة.</translation>
        </message>
        <message>
            <source>Not saved: this number is not finished. Type the rest, or clear it.</source>
            <translation>لم يُحفظ: هذا الرقم غير مكتمل. أكمله أو امسحه.</translation>
        </message>
        <message>
            <source>Not saved: this is not a number. Use digits only.</source>
            <translation>لم يُحفظ: هذا ليس رقمًا. استخدم الأرقام فقط.</translation>
        </message>
        <message>
            <source>Not saved: this number is too large. The highest is %1.</source>
            <translation>لم يُحفظ: هذا الرقم كبير جدًا. أكبر رقم هو %1.</translation>
        </message>
        <message>
            <source>Not saved: this number is too small. The lowest is %1.</source>
            <translation>لم يُحفظ: هذا الرقم صغير جدًا. أصغر رقم هو %1.</translation>
        </message>
        <message>
            <source>Not saved: this answer does not fit the question. Change it, or clear it.</source>
            <translation>لم يُحفظ: هذه الإجابة لا تناسب السؤال. غيّرها أو امسحها.</translation>
        </message>
        <message>
            <source>The answer is still %1.</source>
            <translation>الإجابة ما زالت %1.</translation>
        </message>
        <message>
            <source>No more of these can be added.</source>
            <translation>لا يمكن إضافة المزيد.</translation>
        </message>
        <message>
            <source>The key files of this tablet are lost, so its interviews cannot be opened. Nothing was changed. Hand it in at the study office, and do not set it up again.</source>
            <translation>ملفات المفاتيح في هذا الجهاز مفقودة، لذلك لا يمكن فتح المقابلات. لم يتغير شيء. سلّمه إلى مكتب الدراسة ولا تُعِد إعداده.</translation>
        </message>
        <message>
            <source>The device secret of this tablet is missing or damaged, so its interviews cannot be opened. Nothing was changed. Hand it in at the study office, and do not set it up again.</source>
            <translation>سر هذا الجهاز مفقود أو تالف، لذلك لا يمكن فتح المقابلات. لم يتغير شيء. سلّمه إلى مكتب الدراسة ولا تُعِد إعداده.</translation>
        </message>
        <message>
            <source>A key file on this tablet belongs to another tablet. Nothing was changed. Hand it in at the study office.</source>
            <translation>أحد ملفات المفاتيح في هذا الجهاز يعود إلى جهاز آخر. لم يتغير شيء. سلّمه إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>The file with the interviews of this tablet is missing or empty. No new one was made in its place. Hand it in at the study office, and do not set it up again.</source>
            <translation>ملف المقابلات في هذا الجهاز مفقود أو فارغ. لم يُنشأ ملف جديد مكانه. سلّمه إلى مكتب الدراسة ولا تُعِد إعداده.</translation>
        </message>
        <message>
            <source>There is a store on this tablet already, and it is not overwritten. Start the app again.</source>
            <translation>يوجد مخزن بيانات في هذا الجهاز بالفعل ولن يُستبدل. أعد تشغيل التطبيق.</translation>
        </message>
        <message>
            <source>Other users of this device can read the folder of the interviews. Hand it in at the study office.</source>
            <translation>يمكن لمستخدمين آخرين لهذا الجهاز قراءة مجلد المقابلات. سلّمه إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>The passphrase is right, but the file with the interviews does not open: it is damaged, or it was exchanged for another one. Hand it in at the study office.</source>
            <translation>عبارة المرور صحيحة، لكن ملف المقابلات لا يُفتح: فهو تالف أو استُبدل بملف آخر. سلّم الجهاز إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>A part of the file with the interviews is damaged. Hand it in at the study office.</source>
            <translation>جزء من ملف المقابلات تالف. سلّم الجهاز إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>There were too many wrong tries: what was begun on this tablet is gone. What was finished is sealed and can still be sent. Hand it in at the study office.</source>
            <translation>كانت المحاولات الخاطئة كثيرة: فُقد ما بُدئ به على هذا الجهاز. أما ما اكتمل فهو مختوم ولا يزال ممكنًا إرساله. سلّمه إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>A sealed interview on this tablet is damaged. Hand the tablet in at the study office.</source>
            <translation>إحدى المقابلات المختومة في هذا الجهاز تالفة. سلّم الجهاز إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>There is nothing on this tablet that can be sent.</source>
            <translation>لا يوجد في هذا الجهاز ما يمكن إرساله.</translation>
        </message>
        <message>
            <source>The server does not take what was finished on this tablet. Hand it in at the study office.</source>
            <translation>لا يقبل الخادم ما اكتمل على هذا الجهاز. سلّمه إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>The date or the time of this tablet is wrong, so it cannot check the server. Set them, then sync again.</source>
            <translation>التاريخ أو الوقت في هذا الجهاز خاطئ، لذلك لا يمكنه التحقق من الخادم. اضبطهما ثم أعد المزامنة.</translation>
        </message>
        <message>
            <source>This tablet has finished interviews of another study office, so it stays with that one. Nothing was changed.</source>
            <translation>اكتملت على هذا الجهاز مقابلات لمكتب دراسة آخر، لذلك يبقى تابعًا له. لم يتغير شيء.</translation>
        </message>
    </context>
    <context>
        <name>NoAnswerRow</name>
        <message>
            <source>Don't know</source>
            <translation>لا يعرف</translation>
        </message>
        <message>
            <source>Refuses to say</source>
            <translation>يرفض الإجابة</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>تخطٍّ</translation>
        </message>
    </context>
    <context>
        <name>NoStudyPage</name>
        <message>
            <source>Fetching the study</source>
            <translation>جارٍ جلب الدراسة</translation>
        </message>
        <message>
            <source>The questionnaire and the places are being taken from the server. This needs a network once.</source>
            <translation>يجري جلب الاستبيان والأماكن من الخادم. يحتاج ذلك إلى شبكة مرة واحدة.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>حاول مرة أخرى</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>قفل</translation>
        </message>
    </context>
    <context>
        <name>NumberEditor</name>
        <message>
            <source>Delete the last digit</source>
            <translation>حذف آخر رقم</translation>
        </message>
    </context>
    <context>
        <name>PassphraseEntry</name>
        <message>
            <source>Tap here and type</source>
            <translation>اضغط هنا واكتب</translation>
        </message>
        <message>
            <source>Too short</source>
            <translation>قصيرة جدًا</translation>
        </message>
        <message>
            <source>Easy to guess</source>
            <translation>يسهل تخمينها</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>جيدة</translation>
        </message>
        <message>
            <source>Strong</source>
            <translation>قوية</translation>
        </message>
        <message numerus="yes">
            <source>%n word(s)</source>
            <translation>
                <numerusform>لا كلمات</numerusform>
                <numerusform>كلمة واحدة</numerusform>
                <numerusform>كلمتان</numerusform>
                <numerusform>%n كلمات</numerusform>
                <numerusform>%n كلمة</numerusform>
                <numerusform>%n كلمة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>لا أحرف</numerusform>
                <numerusform>حرف واحد</numerusform>
                <numerusform>حرفان</numerusform>
                <numerusform>%n أحرف</numerusform>
                <numerusform>%n حرفًا</numerusform>
                <numerusform>%n حرف</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuestionView</name>
        <message>
            <source>Please answer this question, or choose a reason for no answer.</source>
            <translation>أجب عن هذا السؤال أو اختر سببًا لعدم الإجابة.</translation>
        </message>
        <message>
            <source>This answer does not fit the question.</source>
            <translation>هذه الإجابة لا تناسب السؤال.</translation>
        </message>
        <message>
            <source>This tablet cannot show this kind of question. Choose a reason for no answer and go on.</source>
            <translation>لا يستطيع هذا الجهاز عرض هذا النوع من الأسئلة. اختر سببًا لعدم الإجابة وتابع.</translation>
        </message>
        <message>
            <source>Please answer this question.</source>
            <translation>أجب عن هذا السؤال.</translation>
        </message>
        <message>
            <source>This tablet cannot show this kind of question. Go on to the next one.</source>
            <translation>لا يستطيع هذا الجهاز عرض هذا النوع من الأسئلة. انتقل إلى السؤال التالي.</translation>
        </message>
    </context>
    <context>
        <name>QuotaRow</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 من %2</translation>
        </message>
        <message>
            <source>%1: %2 of %3</source>
            <translation>%1: %2 من %3</translation>
        </message>
        <message numerus="yes">
            <source>%n of them still on this tablet</source>
            <translation>
                <numerusform>لا شيء منها على هذا الجهاز</numerusform>
                <numerusform>واحدة منها ما زالت على هذا الجهاز</numerusform>
                <numerusform>اثنتان منها ما زالتا على هذا الجهاز</numerusform>
                <numerusform>%n منها ما زالت على هذا الجهاز</numerusform>
                <numerusform>%n منها ما زالت على هذا الجهاز</numerusform>
                <numerusform>%n منها ما زالت على هذا الجهاز</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RangeEditor</name>
        <message>
            <source>Slide to the answer</source>
            <translation>اسحب إلى الإجابة</translation>
        </message>
    </context>
    <context>
        <name>RankEditor</name>
        <message>
            <source>Move %1 up</source>
            <translation>نقل %1 إلى أعلى</translation>
        </message>
        <message>
            <source>Move %1 down</source>
            <translation>نقل %1 إلى أسفل</translation>
        </message>
        <message>
            <source>Not put in order yet</source>
            <translation>لم يُرتَّب بعد</translation>
        </message>
        <message>
            <source>This order is right</source>
            <translation>هذا الترتيب صحيح</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCodePage</name>
        <message>
            <source>Write down the recovery code</source>
            <translation>اكتب رمز الاسترداد</translation>
        </message>
        <message>
            <source>It opens this tablet if the passphrase is forgotten. It is shown this once. Keep the paper at the study office, not with the tablet.</source>
            <translation>يفتح هذا الجهاز إذا نُسيت عبارة المرور. يُعرض هذه المرة فقط. احفظ الورقة في مكتب الدراسة، لا مع الجهاز.</translation>
        </message>
        <message>
            <source>The recovery code, painted as a picture: it is given to no screen reader.</source>
            <translation>رمز الاسترداد مرسوم كصورة: لا يُعطى لقارئ الشاشة.</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>لقد كتبته</translation>
        </message>
    </context>
    <context>
        <name>ReferralsPage</name>
        <message>
            <source>Addresses for help</source>
            <translation>عناوين المساعدة</translation>
        </message>
        <message>
            <source>The study has no cards for this city.</source>
            <translation>لا توجد بطاقات لهذه المدينة في الدراسة.</translation>
        </message>
    </context>
    <context>
        <name>RepeatView</name>
        <message numerus="yes">
            <source>%n so far.</source>
            <translation>
                <numerusform>لا شيء حتى الآن.</numerusform>
                <numerusform>واحد حتى الآن.</numerusform>
                <numerusform>اثنان حتى الآن.</numerusform>
                <numerusform>%n حتى الآن.</numerusform>
                <numerusform>%n حتى الآن.</numerusform>
                <numerusform>%n حتى الآن.</numerusform>
            </translation>
        </message>
        <message>
            <source>Add one</source>
            <translation>إضافة واحد</translation>
        </message>
        <message>
            <source>Remove the last one</source>
            <translation>حذف الأخير</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Review</source>
            <translation>المراجعة</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) must be answered or corrected first.</source>
            <translation>
                <numerusform>لا أسئلة تحتاج إلى تصحيح.</numerusform>
                <numerusform>يجب أولًا الإجابة عن سؤال واحد أو تصحيحه.</numerusform>
                <numerusform>يجب أولًا الإجابة عن سؤالين أو تصحيحهما.</numerusform>
                <numerusform>يجب أولًا الإجابة عن %n أسئلة أو تصحيحها.</numerusform>
                <numerusform>يجب أولًا الإجابة عن %n سؤالًا أو تصحيحها.</numerusform>
                <numerusform>يجب أولًا الإجابة عن %n سؤال أو تصحيحها.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) have no answer. That is allowed.</source>
            <translation>
                <numerusform>لا أسئلة بلا إجابة.</numerusform>
                <numerusform>سؤال واحد بلا إجابة. هذا مسموح.</numerusform>
                <numerusform>سؤالان بلا إجابة. هذا مسموح.</numerusform>
                <numerusform>%n أسئلة بلا إجابة. هذا مسموح.</numerusform>
                <numerusform>%n سؤالًا بلا إجابة. هذا مسموح.</numerusform>
                <numerusform>%n سؤال بلا إجابة. هذا مسموح.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every question has an answer.</source>
            <translation>لكل سؤال إجابة.</translation>
        </message>
        <message>
            <source>After this nobody can read or change the answers on this tablet, you included.</source>
            <translation>بعد ذلك لا يستطيع أحد قراءة الإجابات أو تغييرها على هذا الجهاز، ولا أنت.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>لحظة من فضلك…</translation>
        </message>
        <message>
            <source>Finish and seal</source>
            <translation>إنهاء وختم</translation>
        </message>
    </context>
    <context>
        <name>SectionsPage</name>
        <message>
            <source>Sections</source>
            <translation>الأقسام</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>المراجعة</translation>
        </message>
        <message>
            <source>%1: %2 of %3 answered</source>
            <translation>%1: تمت الإجابة عن %2 من %3</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 من %2</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>الإعدادات</translation>
        </message>
        <message>
            <source>Language of the app</source>
            <translation>لغة التطبيق</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>الشاشة</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>نهار</translation>
        </message>
        <message>
            <source>Night</source>
            <translation>ليل</translation>
        </message>
        <message>
            <source>Bright sun</source>
            <translation>شمس ساطعة</translation>
        </message>
        <message>
            <source>Large type</source>
            <translation>خط كبير</translation>
        </message>
        <message>
            <source>This tablet</source>
            <translation>هذا الجهاز</translation>
        </message>
        <message>
            <source>Server: %1</source>
            <translation>الخادم: %1</translation>
        </message>
        <message>
            <source>The device secret is kept in a file: this tablet has no key store that Peil can use. The passphrase protects it.</source>
            <translation>يُحفظ سر الجهاز في ملف: ليس في هذا الجهاز مخزن مفاتيح يستطيع Peil استخدامه. تحميه عبارة المرور.</translation>
        </message>
        <message>
            <source>The device secret is kept in the key store of this tablet.</source>
            <translation>يُحفظ سر الجهاز في مخزن مفاتيح هذا الجهاز.</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>%1: less</source>
            <translation>%1: أقل</translation>
        </message>
        <message>
            <source>%1: more</source>
            <translation>%1: أكثر</translation>
        </message>
    </context>
    <context>
        <name>StoppedPage</name>
        <message>
            <source>This tablet cannot be unlocked</source>
            <translation>لا يمكن فتح قفل هذا الجهاز اللوحي</translation>
        </message>
        <message numerus="yes">
            <source>Send %n interview(s)</source>
            <translation>
                <numerusform>لا مقابلات للإرسال</numerusform>
                <numerusform>إرسال مقابلة واحدة</numerusform>
                <numerusform>إرسال مقابلتين</numerusform>
                <numerusform>إرسال %n مقابلات</numerusform>
                <numerusform>إرسال %n مقابلة</numerusform>
                <numerusform>إرسال %n مقابلة</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Sync</source>
            <translation>مزامنة</translation>
        </message>
        <message>
            <source>No contact yet</source>
            <translation>لا اتصال بعد</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>آخر اتصال: %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 من %2</translation>
        </message>
        <message>
            <source>Sent %1 of %2</source>
            <translation>أُرسل %1 من %2</translation>
        </message>
        <message>
            <source>Finished on this tablet</source>
            <translation>المنتهية على هذا الجهاز</translation>
        </message>
        <message>
            <source>Received by the study office</source>
            <translation>المستلمة في مكتب الدراسة</translation>
        </message>
        <message>
            <source>Still on this tablet</source>
            <translation>ما زالت على هذا الجهاز</translation>
        </message>
        <message>
            <source>Not finished yet</source>
            <translation>لم تنتهِ بعد</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>حاول الآن</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>جارٍ الإرسال…</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>المزامنة الآن</translation>
        </message>
    </context>
    <context>
        <name>TextEditor</name>
        <message>
            <source>Type the answer here</source>
            <translation>اكتب الإجابة هنا</translation>
        </message>
    </context>
    <context>
        <name>TimeEditor</name>
        <message>
            <source>No time chosen yet</source>
            <translation>لم يُختر وقت بعد</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>الساعة</translation>
        </message>
        <message>
            <source>Minute</source>
            <translation>الدقيقة</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Back</source>
            <translation>رجوع</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>This tablet is locked</source>
            <translation>هذا الجهاز مقفل</translation>
        </message>
        <message numerus="yes">
            <source>The next try is possible in %n second(s).</source>
            <translation>
                <numerusform>المحاولة التالية ممكنة الآن.</numerusform>
                <numerusform>المحاولة التالية ممكنة بعد ثانية.</numerusform>
                <numerusform>المحاولة التالية ممكنة بعد ثانيتين.</numerusform>
                <numerusform>المحاولة التالية ممكنة بعد %n ثوانٍ.</numerusform>
                <numerusform>المحاولة التالية ممكنة بعد %n ثانية.</numerusform>
                <numerusform>المحاولة التالية ممكنة بعد %n ثانية.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n try(ies) left. After that, what is on this tablet can no longer be read.</source>
            <translation>
                <numerusform>لم تبقَ محاولات.</numerusform>
                <numerusform>بقيت محاولة واحدة. بعدها لا يمكن قراءة ما على هذا الجهاز.</numerusform>
                <numerusform>بقيت محاولتان. بعدهما لا يمكن قراءة ما على هذا الجهاز.</numerusform>
                <numerusform>بقيت %n محاولات. بعدها لا يمكن قراءة ما على هذا الجهاز.</numerusform>
                <numerusform>بقيت %n محاولة. بعدها لا يمكن قراءة ما على هذا الجهاز.</numerusform>
                <numerusform>بقيت %n محاولة. بعدها لا يمكن قراءة ما على هذا الجهاز.</numerusform>
            </translation>
        </message>
        <message>
            <source>Passphrase or recovery code</source>
            <translation>عبارة المرور أو رمز الاسترداد</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>لحظة من فضلك…</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>فتح القفل</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::AppController</name>
        <message>
            <source>Not counted: %1.</source>
            <translation>لا تُحتسب: %1.</translation>
        </message>
        <message>
            <source>%1 withdrawn</source>
            <translation>%1 سحبها المشارك</translation>
        </message>
        <message>
            <source>%1 replaced by a newer one</source>
            <translation>%1 حلّت محلها أحدث منها</translation>
        </message>
        <message>
            <source>This tablet was put back from an older copy (noticed: %1). New interviews are numbered behind those that the study office has. Tell your coordinator: what was made after the copy and not sent is gone.</source>
            <translation>تمت استعادة هذا الجهاز من نسخة أقدم (لوحظ ذلك: %1). تُرقَّم المقابلات الجديدة بعد المقابلات الموجودة لدى مكتب الدراسة. أبلغ المنسق: ما أُجري بعد النسخة ولم يُرسل قد فُقد.</translation>
        </message>
        <message>
            <source>Alarm since %1: the server of the study has lost or changed something that it had confirmed. Go on working; nothing is deleted on this tablet. Tell the study office now.</source>
            <translation>إنذار منذ %1: فقد خادم الدراسة شيئًا كان قد أكّده أو غيّره. واصل العمل؛ لا يُحذف شيء من هذا الجهاز. أبلغ مكتب الدراسة الآن.</translation>
        </message>
        <message>
            <source>The server of the study was put back from a backup (noticed: %1). What it had lost is sent again. If the study office does not know of this, tell them now.</source>
            <translation>تمت استعادة خادم الدراسة من نسخة احتياطية (لوحظ ذلك: %1). ما فقده يُرسَل من جديد. إذا كان مكتب الدراسة لا يعلم بذلك فأبلغه الآن.</translation>
        </message>
        <message>
            <source>%1 held twice</source>
            <translation>%1 أجريت مرتين</translation>
        </message>
        <message>
            <source>%1 rejected</source>
            <translation>%1 مرفوضة</translation>
        </message>
        <message>
            <source>%1 without consent</source>
            <translation>%1 بلا موافقة</translation>
        </message>
        <message>
            <source>%1 not eligible</source>
            <translation>%1 خارج الفئة المستهدفة</translation>
        </message>
        <message>
            <source>%1 broken off</source>
            <translation>%1 متوقفة</translation>
        </message>
        <message>
            <source>%1 not complete</source>
            <translation>%1 غير مكتملة</translation>
        </message>
        <message>
            <source>%1 without a city of the study</source>
            <translation>%1 بلا مدينة من الدراسة</translation>
        </message>
        <message>
            <source>%1 without a group of the study</source>
            <translation>%1 بلا مجموعة من الدراسة</translation>
        </message>
        <message>
            <source>%1 of another group than noted</source>
            <translation>%1 من مجموعة غير المذكورة</translation>
        </message>
        <message>
            <source>%1 against a rule of the study</source>
            <translation>%1 تخالف قاعدة من الدراسة</translation>
        </message>
        <message>
            <source>The two passphrases are not the same. Type the second one again.</source>
            <translation>العبارتان غير متطابقتين. اكتب الثانية مرة أخرى.</translation>
        </message>
        <message>
            <source>Today, %1</source>
            <translation>اليوم، %1</translation>
        </message>
        <message>
            <source>Broken off</source>
            <translation>متوقفة</translation>
        </message>
        <message>
            <source>Not finished</source>
            <translation>غير منتهية</translation>
        </message>
        <message>
            <source>To be sent</source>
            <translation>بانتظار الإرسال</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>تم استلامها</translation>
        </message>
        <message>
            <source>Received, to be checked</source>
            <translation>تم استلامها وقيد التحقق</translation>
        </message>
        <message>
            <source>Night shelter</source>
            <translation>مأوى ليلي</translation>
        </message>
        <message>
            <source>Drop-in centre</source>
            <translation>مركز استقبال نهاري</translation>
        </message>
        <message>
            <source>Consumption room</source>
            <translation>غرفة استهلاك</translation>
        </message>
        <message>
            <source>Public space</source>
            <translation>مكان عام</translation>
        </message>
        <message>
            <source>The last answers were not saved. %1 The interview shows which answers it has.</source>
            <translation>لم تُحفظ الإجابات الأخيرة. %1 تُظهر المقابلة الإجابات المحفوظة.</translation>
        </message>
        <message>
            <source>The clock of this tablet is wrong. It is %1. Interviews carry the right time; set the clock all the same.</source>
            <translation>ساعة هذا الجهاز خاطئة. الوقت الآن %1. تحمل المقابلات الوقت الصحيح؛ اضبط الساعة مع ذلك.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::RescueController</name>
        <message>
            <source>Sending.</source>
            <translation>جارٍ الإرسال.</translation>
        </message>
        <message numerus="yes">
            <source>%n finished interview(s) on this tablet are sealed and not sent yet. They can be sent without the passphrase, where there is a network.</source>
            <translation>
                <numerusform>لا مقابلات مكتملة تنتظر الإرسال.</numerusform>
                <numerusform>مقابلة مكتملة واحدة على هذا الجهاز مختومة ولم تُرسل بعد. يمكن إرسالها دون عبارة المرور حيث توجد شبكة.</numerusform>
                <numerusform>مقابلتان مكتملتان على هذا الجهاز مختومتان ولم تُرسلا بعد. يمكن إرسالهما دون عبارة المرور حيث توجد شبكة.</numerusform>
                <numerusform>%n مقابلات مكتملة على هذا الجهاز مختومة ولم تُرسل بعد. يمكن إرسالها دون عبارة المرور حيث توجد شبكة.</numerusform>
                <numerusform>%n مقابلة مكتملة على هذا الجهاز مختومة ولم تُرسل بعد. يمكن إرسالها دون عبارة المرور حيث توجد شبكة.</numerusform>
                <numerusform>%n مقابلة مكتملة على هذا الجهاز مختومة ولم تُرسل بعد. يمكن إرسالها دون عبارة المرور حيث توجد شبكة.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything that was finished has arrived at the study office.</source>
            <translation>وصل كل ما اكتمل إلى مكتب الدراسة.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SectionListModel</name>
        <message>
            <source>Beginning</source>
            <translation>البداية</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SyncController</name>
        <message>
            <source>Everything that was finished has been sent.</source>
            <translation>أُرسل كل ما انتهى.</translation>
        </message>
        <message numerus="yes">
            <source>%n interview(s) wait to be sent.</source>
            <translation>
                <numerusform>لا مقابلات بانتظار الإرسال.</numerusform>
                <numerusform>مقابلة واحدة بانتظار الإرسال.</numerusform>
                <numerusform>مقابلتان بانتظار الإرسال.</numerusform>
                <numerusform>%n مقابلات بانتظار الإرسال.</numerusform>
                <numerusform>%n مقابلة بانتظار الإرسال.</numerusform>
                <numerusform>%n مقابلة بانتظار الإرسال.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sending. You can go on working.</source>
            <translation>جارٍ الإرسال. يمكنك متابعة العمل.</translation>
        </message>
        <message numerus="yes">
            <source>No answer from the server. Next try in %n second(s).</source>
            <translation>
                <numerusform>لا رد من الخادم. المحاولة التالية الآن.</numerusform>
                <numerusform>لا رد من الخادم. المحاولة التالية بعد ثانية.</numerusform>
                <numerusform>لا رد من الخادم. المحاولة التالية بعد ثانيتين.</numerusform>
                <numerusform>لا رد من الخادم. المحاولة التالية بعد %n ثوانٍ.</numerusform>
                <numerusform>لا رد من الخادم. المحاولة التالية بعد %n ثانية.</numerusform>
                <numerusform>لا رد من الخادم. المحاولة التالية بعد %n ثانية.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything that was finished has arrived at the study office.</source>
            <translation>وصل كل ما انتهى إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>There is no network, or the server does not answer. Everything is kept here and goes with the next sync.</source>
            <translation>لا توجد شبكة أو أن الخادم لا يرد. كل شيء محفوظ هنا ويُرسل مع المزامنة التالية.</translation>
        </message>
        <message>
            <source>The server is busy. Everything is kept here and goes with the next sync.</source>
            <translation>الخادم مشغول. كل شيء محفوظ هنا ويُرسل مع المزامنة التالية.</translation>
        </message>
        <message>
            <source>The server refused. Ask your coordinator whether this tablet is still enrolled.</source>
            <translation>رفض الخادم. اسأل المنسق إن كان هذا الجهاز ما زال مسجلًا.</translation>
        </message>
        <message>
            <source>The tablet could not keep what the server sent. See whether it is full.</source>
            <translation>لم يستطع الجهاز حفظ ما أرسله الخادم. تحقق مما إذا كان ممتلئًا.</translation>
        </message>
        <message>
            <source>Everything that was finished has arrived. The study that the server offers was not taken: it is older than the one on this tablet, or cannot be trusted or read. Tell the study office.</source>
            <translation>وصل كل ما أُنجز. لم تُقبل الدراسة التي يعرضها الخادم: فهي أقدم من الموجودة على هذا الجهاز، أو لا يمكن الوثوق بها أو قراءتها. أبلغ مكتب الدراسة.</translation>
        </message>
        <message>
            <source>The study office has withdrawn this tablet. What was finished has been sent, and the tablet erases itself. Hand it in.</source>
            <translation>سحب مكتب الدراسة هذا الجهاز. أُرسل كل ما اكتمل، والجهاز يمحو نفسه. سلّمه.</translation>
        </message>
    </context>
</TS>
