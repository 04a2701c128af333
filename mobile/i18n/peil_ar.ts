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
            <source>Why are you stopping the interview?</source>
            <translation>لماذا تتوقف المقابلة؟</translation>
        </message>
        <message>
            <source>The person has no time right now</source>
            <translation>ليس لدى الشخص وقت الآن</translation>
        </message>
        <message>
            <source>The person wants to stop</source>
            <translation>يريد الشخص التوقف</translation>
        </message>
        <message>
            <source>We were interrupted</source>
            <translation>قاطعنا أحد</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>شيء آخر</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>العودة إلى المقابلة</translation>
        </message>
        <message>
            <source>This interview was started by mistake</source>
            <translation>بدأت هذه المقابلة بالخطأ</translation>
        </message>
        <message>
            <source>Erase this interview</source>
            <translation>محو هذه المقابلة</translation>
        </message>
        <message>
            <source>Pause or stop?</source>
            <translation>استراحة أم توقف؟</translation>
        </message>
        <message>
            <source>After a pause you go on where you were, today or another day. All answers are kept.</source>
            <translation>بعد الاستراحة تتابع من حيث توقفت، اليوم أو في يوم آخر. تبقى جميع الإجابات محفوظة.</translation>
        </message>
        <message>
            <source>Pause: go on another time</source>
            <translation>استراحة: المتابعة في وقت آخر</translation>
        </message>
        <message>
            <source>Stop for good…</source>
            <translation>إنهاء نهائي…</translation>
        </message>
        <message>
            <source>This is final: the interview is sealed as incomplete and sent. No one can go on with it or change it, not even you.</source>
            <translation>هذا نهائي: تُختم المقابلة على أنها غير مكتملة وتُرسل. لا يمكن لأحد متابعتها أو تغييرها، ولا حتى أنت.</translation>
        </message>
        <message>
            <source>Hold to finish for good, incomplete</source>
            <translation>اضغط مطولاً للإنهاء النهائي، غير مكتملة</translation>
        </message>
        <message>
            <source>Why should it be erased?</source>
            <translation>لماذا يجب حذفها؟</translation>
        </message>
        <message>
            <source>All answers of this interview are deleted. Only that it was erased, and why, is sent. This cannot be undone.</source>
            <translation>ستُحذف كل إجابات هذه المقابلة، ولا يُرسل إلا أنها حُذفت وسبب ذلك. لا يمكن التراجع عن هذا.</translation>
        </message>
        <message>
            <source>Opened by mistake</source>
            <translation>فُتحت بالخطأ</translation>
        </message>
        <message>
            <source>At the wrong place</source>
            <translation>في المكان الخطأ</translation>
        </message>
        <message>
            <source>There is another one of the same person</source>
            <translation>توجد مقابلة أخرى مع الشخص نفسه</translation>
        </message>
        <message>
            <source>Only to try it out</source>
            <translation>للتجربة فقط</translation>
        </message>
    </context>
    <context>
        <name>ChangePassphrasePage</name>
        <message>
            <source>Change passphrase</source>
            <translation>تغيير عبارة المرور</translation>
        </message>
        <message>
            <source>The recovery code stays the same.</source>
            <translation>يبقى رمز الاسترداد كما هو.</translation>
        </message>
        <message>
            <source>Current passphrase</source>
            <translation>عبارة المرور الحالية</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>عبارة المرور الجديدة</translation>
        </message>
        <message>
            <source>Repeat the new passphrase</source>
            <translation>أعد كتابة عبارة المرور الجديدة</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>لحظة من فضلك…</translation>
        </message>
    </context>
    <context>
        <name>ChapterStrip</name>
        <message>
            <source>Chapter %1 of %2: %3</source>
            <translation>الفصل %1 من %2: %3</translation>
        </message>
    </context>
    <context>
        <name>ChooseSitePage</name>
        <message>
            <source>Where are you?</source>
            <translation>أين أنت؟</translation>
        </message>
        <message>
            <source>The interview starts when you choose a place.</source>
            <translation>تبدأ المقابلة عند اختيار مكان.</translation>
        </message>
        <message>
            <source>The place of this shift.</source>
            <translation>مكان هذه المناوبة.</translation>
        </message>
    </context>
    <context>
        <name>CreateStorePage</name>
        <message>
            <source>Choose a passphrase</source>
            <translation>اختر عبارة مرور</translation>
        </message>
        <message>
            <source>It protects everything on this tablet. Use five or more unrelated words, such as the names of things around you. No one can look it up for you.</source>
            <translation>تحمي كل ما على هذا الجهاز. استخدم خمس كلمات أو أكثر لا رابط بينها، مثل أسماء أشياء حولك. لا يستطيع أحد استرجاعها لك.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>عبارة المرور</translation>
        </message>
        <message>
            <source>Repeat the passphrase</source>
            <translation>أعد كتابة عبارة المرور</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>لحظة من فضلك…</translation>
        </message>
        <message>
            <source>Use this passphrase</source>
            <translation>استخدام هذه العبارة</translation>
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
            <translation>تاريخ اليوم</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>هذا الشهر</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>هذه السنة</translation>
        </message>
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Enrol in a study</source>
            <translation>تسجيل الجهاز في دراسة</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>قفل</translation>
        </message>
        <message>
            <source>Ask the study office for an enrolment code. You can use it once, within ten minutes.</source>
            <translation>اطلب رمز التسجيل من مكتب الدراسة. يمكنك استخدامه مرة واحدة خلال عشر دقائق.</translation>
        </message>
        <message>
            <source>Enrolment code (starts with PEIL1:)</source>
            <translation>رمز التسجيل (يبدأ بـ PEIL1:)</translation>
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
            <source>Enrol</source>
            <translation>تسجيل</translation>
        </message>
    </context>
    <context>
        <name>FinishedPage</name>
        <message>
            <source>New interview</source>
            <translation>مقابلة جديدة</translation>
        </message>
        <message>
            <source>Support contacts</source>
            <translation>جهات المساعدة</translation>
        </message>
        <message>
            <source>To my interviews</source>
            <translation>إلى مقابلاتي</translation>
        </message>
        <message>
            <source>Done and stored safely</source>
            <translation>تم وحُفظ بأمان</translation>
        </message>
    </context>
    <context>
        <name>HandBackPage</name>
        <message>
            <source>Thank you. Please give the tablet back.</source>
            <translation>شكرًا لك. يُرجى إعادة الجهاز الآن.</translation>
        </message>
        <message>
            <source>For the interviewer: go on</source>
            <translation>لمُجري المقابلة: متابعة</translation>
        </message>
    </context>
    <context>
        <name>HandOverPage</name>
        <message>
            <source>Lock</source>
            <translation>قفل</translation>
        </message>
        <message>
            <source>The participant has answered this part</source>
            <translation>أجاب الشخص عن هذا الجزء</translation>
        </message>
        <message>
            <source>The participant answers the next questions alone</source>
            <translation>يجيب الشخص بنفسه عن الأسئلة التالية</translation>
        </message>
        <message>
            <source>The participant sees one question at a time and cannot reach other answers. After the last question, the tablet asks for your PIN or passphrase.</source>
            <translation>يرى الشخص سؤالًا واحدًا في كل مرة ولا يصل إلى الإجابات الأخرى. وبعد السؤال الأخير يطلب الجهاز رمز PIN أو عبارة المرور.</translation>
        </message>
        <message>
            <source>%1 of %2 answered</source>
            <translation>أُجيب عن %1 من %2</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>متابعة</translation>
        </message>
        <message>
            <source>Hand over again</source>
            <translation>تسليم الجهاز مرة أخرى</translation>
        </message>
        <message>
            <source>Hand over the tablet</source>
            <translation>تسليم الجهاز</translation>
        </message>
        <message>
            <source>Ask the questions myself</source>
            <translation>سأطرح الأسئلة بنفسي</translation>
        </message>
        <message>
            <source>Leave this part out for now</source>
            <translation>تخطي هذا الجزء الآن</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Support contacts</source>
            <translation>جهات المساعدة</translation>
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
            <source>There are no interviews on this tablet yet.</source>
            <translation>لا توجد مقابلات على هذا الجهاز بعد.</translation>
        </message>
        <message>
            <source>Progress in %1</source>
            <translation>التقدم في %1</translation>
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
            <source>Show more (%n interview(s) hidden)</source>
            <translation>
                <numerusform>كل المقابلات في القائمة</numerusform>
                <numerusform>عرض المزيد: مقابلة واحدة ليست في القائمة</numerusform>
                <numerusform>عرض المزيد: مقابلتان ليستا في القائمة</numerusform>
                <numerusform>عرض المزيد: %n مقابلات ليست في القائمة</numerusform>
                <numerusform>عرض المزيد: %n مقابلة ليست في القائمة</numerusform>
                <numerusform>عرض المزيد: %n مقابلة ليست في القائمة</numerusform>
            </translation>
        </message>
        <message>
            <source>People approached</source>
            <translation>من تحدثنا إليهم</translation>
        </message>
        <message>
            <source>Place of this shift: %1. Change it</source>
            <translation>مكان هذه المناوبة: %1. تغييره</translation>
        </message>
    </context>
    <context>
        <name>InterviewPage</name>
        <message>
            <source>Language of the interview</source>
            <translation>لغة المقابلة</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>قفل</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>محفوظ</translation>
        </message>
        <message>
            <source>saving</source>
            <translation>جارٍ الحفظ</translation>
        </message>
        <message>
            <source>NOT saved</source>
            <translation>غير محفوظ</translation>
        </message>
        <message>
            <source>Chapters</source>
            <translation>الفصول</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>استراحة</translation>
        </message>
        <message>
            <source>Pause or stop</source>
            <translation>استراحة أو توقف</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>مساعدة</translation>
        </message>
        <message>
            <source>Support contacts</source>
            <translation>جهات المساعدة</translation>
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
        <name>LockWarning</name>
        <message numerus="yes">
            <source>This tablet locks in %n second(s).</source>
            <translation>
                <numerusform>سيُقفل الجهاز الآن.</numerusform>
                <numerusform>سيُقفل الجهاز بعد ثانية.</numerusform>
                <numerusform>سيُقفل الجهاز بعد ثانيتين.</numerusform>
                <numerusform>سيُقفل الجهاز بعد %n ثوانٍ.</numerusform>
                <numerusform>سيُقفل الجهاز بعد %n ثانية.</numerusform>
                <numerusform>سيُقفل الجهاز بعد %n ثانية.</numerusform>
            </translation>
        </message>
        <message>
            <source>Touch the screen or press a key to continue.</source>
            <translation>المس الشاشة أو اضغط على أي مفتاح للمتابعة.</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>Wrong passphrase.</source>
            <translation>عبارة المرور خاطئة.</translation>
        </message>
        <message>
            <source>Wait for the countdown to end, then try again.</source>
            <translation>انتظر حتى ينتهي العد التنازلي ثم حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>This passphrase is too short or too easy to guess. Use five or more unrelated words.</source>
            <translation>عبارة المرور هذه قصيرة جدًا أو يسهل تخمينها. استخدم خمس كلمات أو أكثر لا رابط بينها.</translation>
        </message>
        <message>
            <source>The key file on this tablet is damaged. Return the tablet to the study office.</source>
            <translation>ملف المفاتيح في هذا الجهاز تالف. سلّم الجهاز إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>The tablet is full, so nothing more can be saved. Free up some space, then continue.</source>
            <translation>الجهاز ممتلئ ولا يمكن حفظ شيء آخر. أفرغ مساحة ثم تابع.</translation>
        </message>
        <message>
            <source>Another program is using the interviews on this tablet. Close it, then try again.</source>
            <translation>برنامج آخر يستخدم المقابلات على هذا الجهاز. أغلقه ثم حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>The tablet could not save. Earlier answers are not lost; restart the tablet.</source>
            <translation>لم يستطع الجهاز الحفظ. الإجابات السابقة لم تضع؛ أعد تشغيل الجهاز.</translation>
        </message>
        <message>
            <source>This tablet is locked.</source>
            <translation>هذا الجهاز مقفل.</translation>
        </message>
        <message>
            <source>This tablet is not enrolled in a study yet. Enrol it first.</source>
            <translation>هذا الجهاز غير مسجّل في أي دراسة بعد. سجّله أولًا.</translation>
        </message>
        <message>
            <source>The study is not on this tablet yet. Connect to a network and sync.</source>
            <translation>الدراسة ليست على هذا الجهاز بعد. اتصل بشبكة ثم نفّذ المزامنة.</translation>
        </message>
        <message>
            <source>The study that the server sent is not trusted or cannot be read, so it was rejected. Contact the study office.</source>
            <translation>الدراسة التي أرسلها الخادم غير موثوقة أو تتعذر قراءتها، لذلك رُفضت. اتصل بمكتب الدراسة.</translation>
        </message>
        <message>
            <source>The server offers an older version of the study than the one on this tablet, so it was rejected. Contact the study office.</source>
            <translation>يعرض الخادم إصدارًا من الدراسة أقدم من الموجود على هذا الجهاز، لذلك رُفض. اتصل بمكتب الدراسة.</translation>
        </message>
        <message>
            <source>This is not the server of your study, so nothing was sent. Check the network, or ask for a new code.</source>
            <translation>هذا ليس خادم دراستك، لذلك لم يُرسل شيء. تحقق من الشبكة أو اطلب رمزًا جديدًا.</translation>
        </message>
        <message>
            <source>The server cannot be reached. Check the network connection and try again.</source>
            <translation>لا يمكن الوصول إلى الخادم. تحقق من الاتصال ثم حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>The server rejected the code. A code can be used once, within ten minutes; ask for a new one.</source>
            <translation>رفض الخادم الرمز. يُستخدم الرمز مرة واحدة خلال عشر دقائق؛ اطلب رمزًا جديدًا.</translation>
        </message>
        <message>
            <source>One question still needs an answer or a reason for no answer.</source>
            <translation>ما زال أحد الأسئلة يحتاج إلى إجابة أو إلى سبب لعدم الإجابة.</translation>
        </message>
        <message>
            <source>This is not an enrolment code. An enrolment code starts with PEIL1: and comes from the study office.</source>
            <translation>هذا ليس رمز تسجيل. يبدأ رمز التسجيل بـ PEIL1: ويأتي من مكتب الدراسة.</translation>
        </message>
        <message>
            <source>Not saved: this number is incomplete. Type the rest or clear the field.</source>
            <translation>لم يُحفظ: هذا الرقم غير مكتمل. أكمله أو امسح الحقل.</translation>
        </message>
        <message>
            <source>Not saved: this is not a number. Use digits only.</source>
            <translation>لم يُحفظ: هذا ليس رقمًا. استخدم الأرقام فقط.</translation>
        </message>
        <message>
            <source>Not saved: this number is too large. The maximum is %1.</source>
            <translation>لم يُحفظ: هذا الرقم كبير جدًا. الحد الأقصى هو %1.</translation>
        </message>
        <message>
            <source>Not saved: this number is too small. The minimum is %1.</source>
            <translation>لم يُحفظ: هذا الرقم صغير جدًا. الحد الأدنى هو %1.</translation>
        </message>
        <message>
            <source>Not saved: this answer does not fit the question. Change it or clear it.</source>
            <translation>لم يُحفظ: هذه الإجابة لا تناسب السؤال. غيّرها أو امسحها.</translation>
        </message>
        <message>
            <source>The saved answer is still %1.</source>
            <translation>الإجابة المحفوظة ما زالت %1.</translation>
        </message>
        <message>
            <source>No more can be added.</source>
            <translation>لا يمكن إضافة المزيد.</translation>
        </message>
        <message>
            <source>The key files on this tablet are missing, so its interviews cannot be opened. Nothing was changed. Return the tablet to the study office and do not set it up again.</source>
            <translation>ملفات المفاتيح في هذا الجهاز مفقودة، لذلك لا يمكن فتح المقابلات. لم يتغير شيء. سلّم الجهاز إلى مكتب الدراسة ولا تُعِد إعداده.</translation>
        </message>
        <message>
            <source>The secret key of this tablet is missing or damaged, so its interviews cannot be opened. Nothing was changed. Return the tablet to the study office and do not set it up again.</source>
            <translation>المفتاح السري لهذا الجهاز مفقود أو تالف، لذلك لا يمكن فتح المقابلات. لم يتغير شيء. سلّم الجهاز إلى مكتب الدراسة ولا تُعِد إعداده.</translation>
        </message>
        <message>
            <source>A key file on this tablet belongs to another tablet. Nothing was changed. Return the tablet to the study office.</source>
            <translation>أحد ملفات المفاتيح في هذا الجهاز يعود إلى جهاز آخر. لم يتغير شيء. سلّم الجهاز إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>The file with the interviews on this tablet is missing or empty. No new file was created. Return the tablet to the study office and do not set it up again.</source>
            <translation>ملف المقابلات في هذا الجهاز مفقود أو فارغ. لم يُنشأ ملف جديد. سلّم الجهاز إلى مكتب الدراسة ولا تُعِد إعداده.</translation>
        </message>
        <message>
            <source>This tablet has already been set up. Nothing was overwritten. Restart the app.</source>
            <translation>سبق إعداد هذا الجهاز. لم يُستبدل شيء. أعد تشغيل التطبيق.</translation>
        </message>
        <message>
            <source>Other users of this tablet can read the folder with the interviews. Return the tablet to the study office.</source>
            <translation>يمكن لمستخدمين آخرين لهذا الجهاز قراءة مجلد المقابلات. سلّم الجهاز إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>The passphrase is correct, but the file with the interviews cannot be opened: it is damaged or was replaced. Return the tablet to the study office.</source>
            <translation>عبارة المرور صحيحة، لكن ملف المقابلات لا يُفتح: فهو تالف أو استُبدل بملف آخر. سلّم الجهاز إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>Part of the file with the interviews is damaged. Return the tablet to the study office.</source>
            <translation>جزء من ملف المقابلات تالف. سلّم الجهاز إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>Too many wrong passphrases: unfinished interviews on this tablet are lost. Finished interviews are sealed and can still be sent. Return the tablet to the study office.</source>
            <translation>تكرر إدخال عبارة مرور خاطئة: فُقدت المقابلات غير المنتهية على هذا الجهاز. أما المقابلات المنتهية فهي مختومة ولا يزال ممكنًا إرسالها. سلّم الجهاز إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>A sealed interview on this tablet is damaged. Return the tablet to the study office.</source>
            <translation>إحدى المقابلات المختومة في هذا الجهاز تالفة. سلّم الجهاز إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>There is nothing to send on this tablet.</source>
            <translation>لا يوجد في هذا الجهاز ما يمكن إرساله.</translation>
        </message>
        <message>
            <source>The server rejected the finished interviews on this tablet. Return the tablet to the study office.</source>
            <translation>رفض الخادم المقابلات المنتهية على هذا الجهاز. سلّم الجهاز إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>The date or time on this tablet is wrong, so it cannot verify the server. Correct the clock, then sync again.</source>
            <translation>التاريخ أو الوقت في هذا الجهاز خاطئ، لذلك لا يمكنه التحقق من الخادم. صحّح الساعة ثم أعد المزامنة.</translation>
        </message>
        <message>
            <source>This tablet has finished interviews for another study office, so it cannot move to this one. Nothing was changed.</source>
            <translation>على هذا الجهاز مقابلات منتهية لمكتب دراسة آخر، لذلك لا يمكن نقله. لم يتغير شيء.</translation>
        </message>
        <message>
            <source>There is no network, or the server does not respond. Everything is stored on the tablet and will be sent at the next sync.</source>
            <translation>لا توجد شبكة أو أن الخادم لا يستجيب. كل شيء محفوظ على الجهاز وسيُرسل في المزامنة التالية.</translation>
        </message>
        <message>
            <source>The server is busy. Everything is stored on the tablet and will be sent at the next sync.</source>
            <translation>الخادم مشغول. كل شيء محفوظ على الجهاز وسيُرسل في المزامنة التالية.</translation>
        </message>
        <message>
            <source>The server rejected this tablet. Ask your coordinator whether it is still enrolled.</source>
            <translation>رفض الخادم هذا الجهاز. اسأل المنسق إن كان ما زال مسجلًا.</translation>
        </message>
        <message>
            <source>The tablet could not save what the server sent. Check whether it is full.</source>
            <translation>لم يستطع الجهاز حفظ ما أرسله الخادم. تحقق مما إذا كان ممتلئًا.</translation>
        </message>
        <message>
            <source>All finished interviews have arrived. The study on the server was rejected: it is older than the one on this tablet, not trusted, or cannot be read. Contact the study office.</source>
            <translation>وصلت كل المقابلات المنتهية. رُفضت الدراسة الموجودة على الخادم: فهي أقدم من الموجودة على هذا الجهاز، أو غير موثوقة، أو تتعذر قراءتها. اتصل بمكتب الدراسة.</translation>
        </message>
        <message>
            <source>The study office has revoked this tablet. All finished interviews have been sent, and the tablet erases its data. Return it to the study office.</source>
            <translation>ألغى مكتب الدراسة تسجيل هذا الجهاز. أُرسلت كل المقابلات المنتهية، والجهاز يمحو بياناته. سلّمه إلى مكتب الدراسة.</translation>
        </message>
    </context>
    <context>
        <name>NoAnswerRow</name>
        <message>
            <source>Don&apos;t know</source>
            <translation>لا يعرف</translation>
        </message>
        <message>
            <source>Prefers not to say</source>
            <translation>يفضّل عدم الإجابة</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>تخطٍّ</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>بلا إجابة</translation>
        </message>
        <message>
            <source>Bring the answer back</source>
            <translation>استعادة الإجابة</translation>
        </message>
    </context>
    <context>
        <name>NoStudyPage</name>
        <message>
            <source>Downloading the study</source>
            <translation>جارٍ تنزيل الدراسة</translation>
        </message>
        <message>
            <source>Downloading the questionnaire and the places from the server. This needs a network connection once.</source>
            <translation>يجري تنزيل الاستبيان والأماكن من الخادم. يحتاج ذلك إلى اتصال بالشبكة مرة واحدة.</translation>
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
        <name>ParticipantPage</name>
        <message>
            <source>Page %1 of %2</source>
            <translation>الصفحة %1 من %2</translation>
        </message>
        <message>
            <source>Language of the interview</source>
            <translation>لغة المقابلة</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>إعادة الجهاز</translation>
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
        <name>Picture</name>
        <message>
            <source>Picture: %1</source>
            <translation>صورة: %1</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message>
            <source>Delete the last digit</source>
            <translation>حذف آخر رقم</translation>
        </message>
    </context>
    <context>
        <name>QuestionEditor</name>
        <message>
            <source>This tablet cannot show this type of question. Continue with the next one.</source>
            <translation>لا يستطيع هذا الجهاز عرض هذا النوع من الأسئلة. انتقل إلى السؤال التالي.</translation>
        </message>
        <message>
            <source>This tablet cannot show this type of question. Choose a reason for no answer and continue.</source>
            <translation>لا يستطيع هذا الجهاز عرض هذا النوع من الأسئلة. اختر سببًا لعدم الإجابة وتابع.</translation>
        </message>
    </context>
    <context>
        <name>QuestionView</name>
        <message>
            <source>The form fills in this answer from other answers. It has not done so yet.</source>
            <translation>يملأ النموذج هذه الإجابة من إجابات أخرى. لم يفعل ذلك بعد.</translation>
        </message>
        <message>
            <source>Answer this question, or choose a reason for no answer.</source>
            <translation>أجب عن هذا السؤال أو اختر سببًا لعدم الإجابة.</translation>
        </message>
        <message>
            <source>This answer does not fit the question.</source>
            <translation>هذه الإجابة لا تناسب السؤال.</translation>
        </message>
        <message>
            <source>Answer this question.</source>
            <translation>أجب عن هذا السؤال.</translation>
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
            <source>%n still on this tablet</source>
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
            <source>Not in order yet</source>
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
            <source>It unlocks this tablet if you forget the passphrase. It is shown only once. Keep the paper at the study office, not with the tablet.</source>
            <translation>يفتح قفل هذا الجهاز إذا نسيت عبارة المرور. يُعرض مرة واحدة فقط. احفظ الورقة في مكتب الدراسة، لا مع الجهاز.</translation>
        </message>
        <message>
            <source>The recovery code is shown as an image. Screen readers cannot read it.</source>
            <translation>رمز الاسترداد معروض كصورة. لا يستطيع قارئ الشاشة قراءته.</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>لقد كتبته</translation>
        </message>
        <message>
            <source>Check what you wrote down</source>
            <translation>تحقق مما كتبته</translation>
        </message>
        <message>
            <source>Type the last four characters of the code from your paper.</source>
            <translation>اكتب آخر أربعة أحرف من الرمز كما دوّنتها على الورقة.</translation>
        </message>
        <message>
            <source>Last four characters</source>
            <translation>آخر أربعة أحرف</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>متابعة</translation>
        </message>
        <message>
            <source>Show the code again</source>
            <translation>إظهار الرمز مرة أخرى</translation>
        </message>
    </context>
    <context>
        <name>ReferralsPage</name>
        <message>
            <source>Support contacts</source>
            <translation>جهات المساعدة</translation>
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
            <source>%n question(s) have no answer. You can still finish.</source>
            <translation>
                <numerusform>لكل سؤال إجابة.</numerusform>
                <numerusform>سؤال واحد بلا إجابة. يمكنك الإنهاء رغم ذلك.</numerusform>
                <numerusform>سؤالان بلا إجابة. يمكنك الإنهاء رغم ذلك.</numerusform>
                <numerusform>%n أسئلة بلا إجابة. يمكنك الإنهاء رغم ذلك.</numerusform>
                <numerusform>%n سؤالًا بلا إجابة. يمكنك الإنهاء رغم ذلك.</numerusform>
                <numerusform>%n سؤال بلا إجابة. يمكنك الإنهاء رغم ذلك.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every question has an answer.</source>
            <translation>لكل سؤال إجابة.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>لحظة من فضلك…</translation>
        </message>
        <message>
            <source>Finish and seal</source>
            <translation>إنهاء وختم</translation>
        </message>
        <message>
            <source>All questions and answers</source>
            <translation>جميع الأسئلة والإجابات</translation>
        </message>
        <message>
            <source>Sealing makes all answers final. After that, no one can read or change them on this tablet, not even you. They are sent as soon as there is a network.</source>
            <translation>بعد الختم تصبح جميع الإجابات نهائية. لا يمكن لأحد قراءتها أو تغييرها على هذا الجهاز، ولا حتى أنت. تُرسل حالما تتوفر شبكة.</translation>
        </message>
        <message>
            <source>Hold to finish and seal</source>
            <translation>اضغط مطولاً للإنهاء والختم</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>رجوع</translation>
        </message>
        <message>
            <source>Finish and seal this interview?</source>
            <translation>إنهاء هذه المقابلة وختمها؟</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>العودة إلى المقابلة</translation>
        </message>
    </context>
    <context>
        <name>SearchEditor</name>
        <message>
            <source>Search</source>
            <translation>بحث</translation>
        </message>
        <message>
            <source>No choice has these letters.</source>
            <translation>لا توجد إجابة فيها هذه الحروف.</translation>
        </message>
    </context>
    <context>
        <name>SectionsPage</name>
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
        <message>
            <source>Chapters</source>
            <translation>الفصول</translation>
        </message>
        <message>
            <source>Not asked so far</source>
            <translation>لم يُسأل حتى الآن</translation>
        </message>
    </context>
    <context>
        <name>SetPinPage</name>
        <message>
            <source>PIN for this shift</source>
            <translation>رمز PIN لهذه المناوبة</translation>
        </message>
        <message>
            <source>For twelve hours after you typed the passphrase, these six digits unlock the tablet. After five wrong attempts, or when the tablet restarts, it asks for the passphrase.</source>
            <translation>خلال اثنتي عشرة ساعة من كتابة عبارة المرور، تفتح هذه الأرقام الستة قفل الجهاز. بعد خمس محاولات خاطئة، أو عند إعادة تشغيل الجهاز، تُطلب عبارة المرور.</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>رمز PIN</translation>
        </message>
        <message>
            <source>Repeat the PIN</source>
            <translation>أعد كتابة رمز PIN</translation>
        </message>
        <message>
            <source>Use this PIN</source>
            <translation>استخدام هذا الرمز</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>لحظة من فضلك…</translation>
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
            <source>Bright sunlight</source>
            <translation>ضوء شمس ساطع</translation>
        </message>
        <message>
            <source>Size of text</source>
            <translation>حجم النص</translation>
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
            <source>The secret key of this tablet is stored in a file because the tablet has no key store that Peil can use. The passphrase protects it.</source>
            <translation>المفتاح السري للجهاز محفوظ في ملف، لأن هذا الجهاز ليس فيه مخزن مفاتيح يستطيع Peil استخدامه. تحميه عبارة المرور.</translation>
        </message>
        <message>
            <source>Unlocking</source>
            <translation>فتح القفل</translation>
        </message>
        <message>
            <source>Change passphrase</source>
            <translation>تغيير عبارة المرور</translation>
        </message>
        <message>
            <source>Set a PIN for this shift</source>
            <translation>تعيين رمز PIN لهذه المناوبة</translation>
        </message>
        <message>
            <source>Remove the PIN of this shift</source>
            <translation>إزالة رمز PIN لهذه المناوبة</translation>
        </message>
        <message>
            <source>Answers and Next</source>
            <translation>الإجابات وزر التالي</translation>
        </message>
        <message>
            <source>Under the right thumb</source>
            <translation>تحت الإبهام الأيمن</translation>
        </message>
        <message>
            <source>Under the left thumb</source>
            <translation>تحت الإبهام الأيسر</translation>
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
            <translation>لا يمكن فتح قفل هذا الجهاز</translation>
        </message>
        <message>
            <source>Send what is finished: %1</source>
            <translation>إرسال ما اكتمل: %1</translation>
        </message>
    </context>
    <context>
        <name>SupportCards</name>
        <message>
            <source>The study has no support contacts for this city.</source>
            <translation>لا توجد في الدراسة جهات مساعدة لهذه المدينة.</translation>
        </message>
        <message>
            <source>Search the cards</source>
            <translation>البحث في البطاقات</translation>
        </message>
        <message>
            <source>No card has these words.</source>
            <translation>لا توجد بطاقة بهذه الكلمات.</translation>
        </message>
    </context>
    <context>
        <name>SupportSheet</name>
        <message>
            <source>Support contacts</source>
            <translation>جهات المساعدة</translation>
        </message>
        <message>
            <source>Back to the interview</source>
            <translation>العودة إلى المقابلة</translation>
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
            <translation>غير منتهية بعد</translation>
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
        <message>
            <source>Show</source>
            <translation>إظهار</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>إخفاء</translation>
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
            <source>You can try again in %n second(s).</source>
            <translation>
                <numerusform>يمكنك المحاولة الآن.</numerusform>
                <numerusform>يمكنك المحاولة مرة أخرى بعد ثانية.</numerusform>
                <numerusform>يمكنك المحاولة مرة أخرى بعد ثانيتين.</numerusform>
                <numerusform>يمكنك المحاولة مرة أخرى بعد %n ثوانٍ.</numerusform>
                <numerusform>يمكنك المحاولة مرة أخرى بعد %n ثانية.</numerusform>
                <numerusform>يمكنك المحاولة مرة أخرى بعد %n ثانية.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n attempt(s) left. After that, unfinished interviews on this tablet are lost.</source>
            <translation>
                <numerusform>لم تبقَ محاولات.</numerusform>
                <numerusform>بقيت محاولة واحدة. بعدها تُفقد المقابلات غير المنتهية على هذا الجهاز.</numerusform>
                <numerusform>بقيت محاولتان. بعدهما تُفقد المقابلات غير المنتهية على هذا الجهاز.</numerusform>
                <numerusform>بقيت %n محاولات. بعدها تُفقد المقابلات غير المنتهية على هذا الجهاز.</numerusform>
                <numerusform>بقيت %n محاولة. بعدها تُفقد المقابلات غير المنتهية على هذا الجهاز.</numerusform>
                <numerusform>بقيت %n محاولة. بعدها تُفقد المقابلات غير المنتهية على هذا الجهاز.</numerusform>
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
        <message>
            <source>PIN</source>
            <translation>رمز PIN</translation>
        </message>
        <message>
            <source>Use the passphrase</source>
            <translation>استخدام عبارة المرور</translation>
        </message>
        <message numerus="yes">
            <source>%n attempt(s) left. After that, the tablet asks for the passphrase.</source>
            <translation>
                <numerusform>لم تبقَ أي محاولة. يطلب الجهاز الآن عبارة المرور.</numerusform>
                <numerusform>بقيت محاولة واحدة، وبعدها يطلب الجهاز عبارة المرور.</numerusform>
                <numerusform>بقيت محاولتان، وبعدهما يطلب الجهاز عبارة المرور.</numerusform>
                <numerusform>بقيت %n محاولات، وبعدها يطلب الجهاز عبارة المرور.</numerusform>
                <numerusform>بقيت %n محاولة، وبعدها يطلب الجهاز عبارة المرور.</numerusform>
                <numerusform>بقيت %n محاولة، وبعدها يطلب الجهاز عبارة المرور.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WayOn</name>
        <message>
            <source>Back</source>
            <translation>رجوع</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) left</source>
            <translation>
                <numerusform>لا أسئلة متبقية</numerusform>
                <numerusform>بقي سؤال واحد</numerusform>
                <numerusform>بقي سؤالان</numerusform>
                <numerusform>بقيت %n أسئلة</numerusform>
                <numerusform>بقي %n سؤالاً</numerusform>
                <numerusform>بقي %n سؤال</numerusform>
            </translation>
        </message>
        <message>
            <source>To the review</source>
            <translation>إلى المراجعة</translation>
        </message>
        <message>
            <source>Go to the end</source>
            <translation>إلى النهاية</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>التالي</translation>
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
            <translation>%1 مسحوبة</translation>
        </message>
        <message>
            <source>%1 replaced by a newer version</source>
            <translation>%1 حلّت محلها نسخة أحدث</translation>
        </message>
        <message>
            <source>This tablet was restored from an older copy (detected: %1). New interviews are numbered after those that the study office already has. Tell your coordinator: interviews that were made after the copy and not sent are lost.</source>
            <translation>تمت استعادة هذا الجهاز من نسخة أقدم (اكتُشف ذلك: %1). تُرقَّم المقابلات الجديدة بعد المقابلات الموجودة لدى مكتب الدراسة. أبلغ المنسق: المقابلات التي أُجريت بعد النسخة ولم تُرسل قد فُقدت.</translation>
        </message>
        <message>
            <source>Alarm since %1: the study server has lost or changed data that it had confirmed. Keep working; nothing is deleted on this tablet. Contact the study office now.</source>
            <translation>إنذار منذ %1: فقد خادم الدراسة بيانات كان قد أكّدها أو غيّرها. واصل العمل؛ لا يُحذف شيء من هذا الجهاز. اتصل بمكتب الدراسة الآن.</translation>
        </message>
        <message>
            <source>The study server was restored from a backup (detected: %1). The tablet resends the interviews that the server lost. If the study office does not know about this, contact them now.</source>
            <translation>تمت استعادة خادم الدراسة من نسخة احتياطية (اكتُشف ذلك: %1). يعيد الجهاز إرسال ما فقده الخادم. إذا كان مكتب الدراسة لا يعلم بذلك فاتصل به الآن.</translation>
        </message>
        <message>
            <source>%1 marked as duplicate</source>
            <translation>%1 مكررة</translation>
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
            <translation>%1 أُوقفت قبل نهايتها</translation>
        </message>
        <message>
            <source>%1 not complete</source>
            <translation>%1 غير مكتملة</translation>
        </message>
        <message>
            <source>%1 with an unknown city</source>
            <translation>%1 بمدينة غير معروفة</translation>
        </message>
        <message>
            <source>%1 with an unknown group</source>
            <translation>%1 بمجموعة غير معروفة</translation>
        </message>
        <message>
            <source>%1 in a different group than recorded</source>
            <translation>%1 في مجموعة غير المسجّلة</translation>
        </message>
        <message>
            <source>%1 violating a study rule</source>
            <translation>%1 تخالف قاعدة من الدراسة</translation>
        </message>
        <message>
            <source>The passphrases do not match. Type the second one again.</source>
            <translation>عبارتا المرور غير متطابقتين. اكتب الثانية مرة أخرى.</translation>
        </message>
        <message>
            <source>Today, %1</source>
            <translation>اليوم، %1</translation>
        </message>
        <message>
            <source>Not finished</source>
            <translation>غير منتهية</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>بانتظار الإرسال</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>تم استلامها</translation>
        </message>
        <message>
            <source>Received, to be checked</source>
            <translation>تم استلامها وبانتظار التحقق</translation>
        </message>
        <message>
            <source>The last answers were not saved. %1 Check the interview to see which answers were saved.</source>
            <translation>لم تُحفظ الإجابات الأخيرة. %1 راجع المقابلة لمعرفة الإجابات المحفوظة.</translation>
        </message>
        <message>
            <source>The clock on this tablet is wrong. The correct time is %1. Interviews record the correct time, but set the clock anyway.</source>
            <translation>ساعة هذا الجهاز خاطئة. الوقت الصحيح %1. تُسجَّل المقابلات بالوقت الصحيح، لكن اضبط الساعة مع ذلك.</translation>
        </message>
        <message>
            <source>These are not the last four characters of the code. Check the paper.</source>
            <translation>هذه ليست آخر أربعة أحرف من الرمز. راجع الورقة.</translation>
        </message>
        <message>
            <source>The passphrase was changed.</source>
            <translation>تم تغيير عبارة المرور.</translation>
        </message>
        <message>
            <source>The PINs do not match. Type the second one again.</source>
            <translation>الرمزان غير متطابقين. اكتب الثاني مرة أخرى.</translation>
        </message>
        <message>
            <source>Choose six digits that are not in a row.</source>
            <translation>اختر ستة أرقام غير متسلسلة.</translation>
        </message>
        <message>
            <source>Until the end of this shift, the PIN unlocks the tablet.</source>
            <translation>حتى نهاية هذه المناوبة، يفتح رمز PIN قفل الجهاز.</translation>
        </message>
        <message>
            <source>Wrong PIN.</source>
            <translation>رمز PIN غير صحيح.</translation>
        </message>
        <message>
            <source>The PIN is no longer valid. Use the passphrase.</source>
            <translation>لم يعد رمز PIN صالحًا. استخدم عبارة المرور.</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>متوقفة مؤقتاً</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::InterviewController</name>
        <message>
            <source>No answer: does not know</source>
            <translation>بلا إجابة: لا يعرف</translation>
        </message>
        <message>
            <source>No answer: prefers not to say</source>
            <translation>بلا إجابة: يفضل عدم القول</translation>
        </message>
        <message>
            <source>No answer: skipped</source>
            <translation>بلا إجابة: تم التخطي</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
        <message>
            <source>Still open</source>
            <translation>لم يُستكمل بعد</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::RescueController</name>
        <message>
            <source>Sending…</source>
            <translation>جارٍ الإرسال…</translation>
        </message>
        <message numerus="yes">
            <source>%n finished interview(s) on this tablet have not been sent yet. You can send them without the passphrase if there is a network.</source>
            <translation>
                <numerusform>لا مقابلات منتهية تنتظر الإرسال.</numerusform>
                <numerusform>مقابلة منتهية واحدة على هذا الجهاز لم تُرسل بعد. يمكنك إرسالها دون عبارة المرور إذا توفرت شبكة.</numerusform>
                <numerusform>مقابلتان منتهيتان على هذا الجهاز لم تُرسلا بعد. يمكنك إرسالهما دون عبارة المرور إذا توفرت شبكة.</numerusform>
                <numerusform>%n مقابلات منتهية على هذا الجهاز لم تُرسل بعد. يمكنك إرسالها دون عبارة المرور إذا توفرت شبكة.</numerusform>
                <numerusform>%n مقابلة منتهية على هذا الجهاز لم تُرسل بعد. يمكنك إرسالها دون عبارة المرور إذا توفرت شبكة.</numerusform>
                <numerusform>%n مقابلة منتهية على هذا الجهاز لم تُرسل بعد. يمكنك إرسالها دون عبارة المرور إذا توفرت شبكة.</numerusform>
            </translation>
        </message>
        <message>
            <source>All finished interviews have arrived at the study office.</source>
            <translation>وصلت كل المقابلات المنتهية إلى مكتب الدراسة.</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SectionListModel</name>
        <message>
            <source>Beginning</source>
            <translation>البداية</translation>
        </message>
        <message>
            <source>More</source>
            <translation>المزيد</translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::SyncController</name>
        <message>
            <source>All finished interviews have been sent.</source>
            <translation>أُرسلت كل المقابلات المنتهية.</translation>
        </message>
        <message numerus="yes">
            <source>%n interview(s) waiting to be sent.</source>
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
            <source>Sending. You can continue working.</source>
            <translation>جارٍ الإرسال. يمكنك متابعة العمل.</translation>
        </message>
        <message numerus="yes">
            <source>The server does not respond. Trying again in %n second(s).</source>
            <translation>
                <numerusform>الخادم لا يستجيب. المحاولة التالية الآن.</numerusform>
                <numerusform>الخادم لا يستجيب. المحاولة التالية بعد ثانية.</numerusform>
                <numerusform>الخادم لا يستجيب. المحاولة التالية بعد ثانيتين.</numerusform>
                <numerusform>الخادم لا يستجيب. المحاولة التالية بعد %n ثوانٍ.</numerusform>
                <numerusform>الخادم لا يستجيب. المحاولة التالية بعد %n ثانية.</numerusform>
                <numerusform>الخادم لا يستجيب. المحاولة التالية بعد %n ثانية.</numerusform>
            </translation>
        </message>
        <message>
            <source>All finished interviews have arrived at the study office.</source>
            <translation>وصلت كل المقابلات المنتهية إلى مكتب الدراسة.</translation>
        </message>
        <message>
            <source>All interviews have been sent. Other records are waiting.</source>
            <translation>أُرسلت كل المقابلات. لا تزال سجلات أخرى تنتظر.</translation>
        </message>
    </context>
    <context>
        <name>ContactsPage</name>
        <message>
            <source>People approached</source>
            <translation>من تحدثنا إليهم</translation>
        </message>
        <message>
            <source>Change the place</source>
            <translation>تغيير المكان</translation>
        </message>
        <message>
            <source>One tap for each person whom you do not interview. Interviews are counted by themselves. Nothing about the person is kept.</source>
            <translation>لمسة واحدة لكل شخص لا تُجري معه مقابلة. تُحسب المقابلات تلقائيًا. لا يُحفظ أي شيء عن الشخص.</translation>
        </message>
        <message>
            <source>Nothing to undo</source>
            <translation>لا شيء للتراجع عنه</translation>
        </message>
        <message>
            <source>Undo: %1</source>
            <translation>تراجع: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) counted here in this part of the day</source>
            <translation>
                <numerusform>لم يُحسب أحد هنا في هذا الجزء من اليوم</numerusform>
                <numerusform>حُسب شخص واحد هنا في هذا الجزء من اليوم</numerusform>
                <numerusform>حُسب شخصان هنا في هذا الجزء من اليوم</numerusform>
                <numerusform>حُسب %n أشخاص هنا في هذا الجزء من اليوم</numerusform>
                <numerusform>حُسب %n شخصًا هنا في هذا الجزء من اليوم</numerusform>
                <numerusform>حُسب %n شخص هنا في هذا الجزء من اليوم</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>peil::mobile::ContactController</name>
        <message>
            <source>Approached, no result</source>
            <translation>تحدثنا إليه دون نتيجة</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>رفض</translation>
        </message>
        <message>
            <source>Not eligible</source>
            <translation>ليس من الفئة المستهدفة</translation>
        </message>
        <message>
            <source>Already interviewed</source>
            <translation>أُجريت معه مقابلة من قبل</translation>
        </message>
        <message>
            <source>Appointment made</source>
            <translation>حُدد موعد</translation>
        </message>
        <message>
            <source>Tonight, until 06:00</source>
            <translation>هذه الليلة، حتى 06:00</translation>
        </message>
        <message>
            <source>This morning, until 12:00</source>
            <translation>هذا الصباح، حتى 12:00</translation>
        </message>
        <message>
            <source>This afternoon, until 18:00</source>
            <translation>بعد ظهر اليوم، حتى 18:00</translation>
        </message>
        <message>
            <source>This evening, until 24:00</source>
            <translation>هذا المساء، حتى 24:00</translation>
        </message>
    </context>
</TS>
