// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interview_run.h"
#include "list_rows.h"
#include "question_list_model.h"
#include "row_list_model.h"
#include "save_queue.h"
#include "section_list_model.h"
#include "storage_thread.h"

#include <deque>
#include <functional>

namespace peil::mobile {

/// The interview that is on the screen: one screen at a time, each answer handed to the store at once.
class InterviewController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the AppController.")
    Q_PROPERTY(bool open READ isOpen NOTIFY screenChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY screenChanged FINAL)
    Q_PROPERTY(QStringList headings READ headings NOTIFY screenChanged FINAL)
    /// The groups inside the section, outermost first, in one line.
    Q_PROPERTY(QString trail READ trail NOTIFY screenChanged FINAL)
    /// The page never has more than one question, whatever is answered.
    Q_PROPERTY(bool alone READ isAlone NOTIFY screenChanged FINAL)
    /// Questions of the page that hold Next.
    Q_PROPERTY(int openCount READ openCount NOTIFY openCountChanged FINAL)
    /// The screen was chosen in the review: the way on leads back to it.
    Q_PROPERTY(bool visiting READ isVisiting NOTIFY screenChanged FINAL)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY screenChanged FINAL)
    Q_PROPERTY(bool lastScreen READ isLastScreen NOTIFY screenChanged FINAL)
    /// The screen asks whether to add another instance of a repeat.
    Q_PROPERTY(bool addScreen READ isAddScreen NOTIFY screenChanged FINAL)
    Q_PROPERTY(int repeatCount READ repeatCount NOTIFY screenChanged FINAL)
    Q_PROPERTY(QString repeatTitle READ repeatTitle NOTIFY screenChanged FINAL)
    /// Next was tried while an answer was missing, not valid or not stored.
    Q_PROPERTY(bool showProblems READ showProblems NOTIFY showProblemsChanged FINAL)
    Q_PROPERTY(QStringList languages READ languages NOTIFY languageChanged FINAL)
    Q_PROPERTY(QStringList languageNames READ languageNames NOTIFY languageChanged FINAL)
    Q_PROPERTY(QString language READ language NOTIFY languageChanged FINAL)
    Q_PROPERTY(bool rightToLeft READ isRightToLeft NOTIFY languageChanged FINAL)
    Q_PROPERTY(SaveState saveState READ saveState NOTIFY saveStateChanged FINAL)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged FINAL)
    Q_PROPERTY(Stage stage READ stage NOTIFY stageChanged FINAL)
    /// Of the part for the participant that is shown: its questions, those with an answer or a reason, and the place of
    /// this page among its pages, from 1.
    Q_PROPERTY(int partAsked READ partAsked NOTIFY partChanged FINAL)
    Q_PROPERTY(int partAnswered READ partAnswered NOTIFY partChanged FINAL)
    Q_PROPERTY(int partPages READ partPages NOTIFY partChanged FINAL)
    Q_PROPERTY(int partPage READ partPage NOTIFY partChanged FINAL)
    Q_PROPERTY(int problemCount READ problemCount NOTIFY reviewChanged FINAL)
    Q_PROPERTY(int unansweredCount READ unansweredCount NOTIFY reviewChanged FINAL)
    Q_PROPERTY(peil::mobile::QuestionListModel* questions READ questions CONSTANT FINAL)
    Q_PROPERTY(peil::mobile::SectionListModel* sections READ sections CONSTANT FINAL)
    /// Rows: ReviewItem.
    Q_PROPERTY(peil::mobile::RowListModel* review READ review CONSTANT FINAL)
public:
    enum SaveState { Saved, Saving, Failed };
    Q_ENUM(SaveState)
    /// Who holds the tablet, and what comes next.
    enum Stage {
        ByWorker,
        HandOver,      ///< the worker holds it, before questions that the participant answers alone
        ByParticipant, ///< nothing but these questions can be reached
        HandBack,      ///< until the worker unlocks the tablet
    };
    Q_ENUM(Stage)
    /// @param taps  the clock by which an impatient tap is told from one that is meant
    InterviewController(StorageThread& storage, QObject* parent, const Clock& taps = bootClock());

    /// Shows `run`, at the screen with the key `position` when it is still there.
    void show(InterviewRun run, const std::string& position, const QString& title);
    /// What to do with unsaved answers: try again, with lost() on failure; or nothing, because the sealed record
    /// contains them or the store was deleted.
    enum class Unsaved { TryOnce, Drop };
    void close(Unsaved unsaved = Unsaved::TryOnce);
    /// Shows everything again after the language of the app has changed; `title` as in show().
    void retranslate(const QString& title);
    /// Call when leaving the page with the questions: discards half-typed text; the screen then shows the stored
    /// answers.
    void leaveScreen();
    /// Ends the session; no more answers are accepted. @return NotComplete if a question blocks it.
    [[nodiscard]] Result<Sealable> finish(Outcome outcome, const DeviceId& device, const Clock& clock);
    /// The interview could not be sealed: takes finish() back.
    void goOn();
    /// Notes why the interview stops for now; `stored` runs when that and every earlier answer is stored.
    void interrupt(std::string_view reason, std::function<void()> stored);
    /// Notes why the interview ends before its end; empty takes it back.
    void breakOff(std::string_view reason);
    [[nodiscard]] const InterviewRun* run() const { return m_run ? &*m_run : nullptr; }

    Q_INVOKABLE void next();
    Q_INVOKABLE void back();
    Q_INVOKABLE void goToSection(int row);
    Q_INVOKABLE void goToNode(int node);
    /// The same out of the review, where Next then leads back to. Says at once what is wrong there.
    Q_INVOKABLE void visit(int node);
    /// What is in the editor of a question now: the text of a field after each key, or the value that was chosen.
    /// Stored at once when it is an answer; else it stays on the screen with the reason, and holds Next.
    Q_INVOKABLE void answer(int node, const QString& text);
    /// A field lost the keyboard: an answer in it is shown as it is stored.
    Q_INVOKABLE void settle(int node);
    /// NoReason takes the reason away.
    Q_INVOKABLE void answerNone(int node, peil::mobile::QuestionListModel::Reason reason);
    /// Gives the question the answer again whose place a reason took.
    Q_INVOKABLE void bringBack(int node);
    Q_INVOKABLE void toggle(int node, const QString& value);
    Q_INVOKABLE void moveChoice(int node, int row, int step);
    /// The participant gets the tablet.
    Q_INVOKABLE void handOver();
    /// The worker asks the questions of this part, and types.
    Q_INVOKABLE void readOut();
    /// Passes over the part for the participant: to the first page after it, or to the review.
    Q_INVOKABLE void passPart();
    /// The participant is done, or wants to stop answering alone.
    Q_INVOKABLE void giveBack();
    Q_INVOKABLE void addRepeat();
    Q_INVOKABLE void removeLastRepeat();
    Q_INVOKABLE void setLanguage(const QString& code);
    Q_INVOKABLE void refreshReview();

    [[nodiscard]] bool isOpen() const { return m_run.has_value(); }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QStringList headings() const;
    [[nodiscard]] QString trail() const { return headings().mid(1).join(QStringLiteral("  ›  ")); }
    [[nodiscard]] bool isAlone() const;
    [[nodiscard]] int openCount() const { return m_questions.heldCount(); }
    [[nodiscard]] bool isVisiting() const { return m_visiting; }
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] int partAsked() const { return static_cast<int>(part().asked); }
    [[nodiscard]] int partAnswered() const { return static_cast<int>(part().answered); }
    [[nodiscard]] int partPages() const { return static_cast<int>(part().end - part().begin); }
    [[nodiscard]] int partPage() const { return static_cast<int>(m_index - part().begin) + 1; }
    [[nodiscard]] bool isLastScreen() const;
    [[nodiscard]] bool isAddScreen() const;
    [[nodiscard]] int repeatCount() const;
    [[nodiscard]] QString repeatTitle() const;
    [[nodiscard]] bool showProblems() const { return m_showProblems; }
    [[nodiscard]] QStringList languages() const;
    [[nodiscard]] QStringList languageNames() const;
    [[nodiscard]] QString language() const;
    [[nodiscard]] bool isRightToLeft() const;
    [[nodiscard]] SaveState saveState() const { return m_saveState; }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] int problemCount() const { return m_problems; }
    [[nodiscard]] int unansweredCount() const { return m_unanswered; }
    [[nodiscard]] QuestionListModel* questions() { return &m_questions; }
    [[nodiscard]] SectionListModel* sections() { return &m_sections; }
    [[nodiscard]] RowListModel* review() { return &m_review; }

    /// After the page went on by itself, a tap within this time was meant for the page before.
    static constexpr auto kImpatience = std::chrono::milliseconds(400);

Q_SIGNALS:
    /// Another screen is shown, or what is said about it is another. An answer on it does not change that.
    void screenChanged();
    void openCountChanged();
    void showProblemsChanged();
    void languageChanged();
    void saveStateChanged();
    void errorChanged();
    void stageChanged();
    void partChanged();
    void reviewChanged();
    /// Next was chosen on the last screen.
    void endReached();
    /// Next stays at this screen: a question has no valid answer, or typed text is not stored.
    void held();
    /// Another screen is shown.
    void moved();
    /// The interview is closed, and its last answers could not be stored.
    void lost(const QString& why);

private:
    [[nodiscard]] const forms::Screen* screen() const;
    void goTo(std::size_t index);
    /// Asks the session for everything again.
    void refresh();
    void showQuestions();
    /// Asks it for what `changes` names, and for the question that was answered: its editor may show another spelling.
    void update(const forms::Changes& changes, std::optional<forms::NodeId> answered);
    void findScreen();
    void showAnew();
    void give(forms::NodeId node, const std::string& value);
    /// Goes to the next page when the question's choice was the last thing that this one asked for.
    enum class Before { Incomplete, Complete };
    void goOnAfter(forms::NodeId node, Before screen);
    [[nodiscard]] bool isImpatient() const { return m_taps->now() < m_restUntil; }
    void apply(Result<forms::Changes> changes, std::optional<forms::NodeId> answered = std::nullopt);
    void keep(storage::DraftChange change);
    [[nodiscard]] Pending<Result<>> write(storage::DraftChange change);
    /// Gives the store what waits, when it has answered to what it got before.
    void send();
    void onSent(const Result<>& kept);
    /// Runs `move` now when all answers are stored, else once they are; a failed save drops it and shows the error.
    void whenStored(std::function<void()> move);
    void moveTo(std::size_t index);
    /// Pages for the participant that follow each other, with the one that is shown; begin = end if it is none.
    struct Part {
        std::size_t begin = 0, end = 0, asked = 0, answered = 0;
    };
    [[nodiscard]] Part part() const;
    [[nodiscard]] forms::Holder holderAt(std::size_t index) const;
    /// Another page is shown: whose is it?
    void updateStage();
    void setStage(Stage stage);
    void setShowProblems(bool show);
    void setError(const QString& error);
    void setSaveState(SaveState state);

    StorageThread* m_storage;
    const Clock* m_taps;
    QuestionListModel m_questions{this};
    SectionListModel m_sections{this};
    RowList<ReviewItem> m_review{this};
    std::optional<InterviewRun> m_run;
    InterviewRun::Label m_label;
    QString m_title, m_error;
    std::string m_key; ///< of the screen that is shown
    std::size_t m_index = 0;
    SaveState m_saveState = Saved;
    Stage m_stage = ByWorker;
    std::uint64_t m_opened = 0; ///< identifies late answers of the store for an earlier interview
    SaveQueue m_unsaved;
    std::deque<std::function<void()>> m_moves;
    int m_problems = 0, m_unanswered = 0;
    TimePoint m_restUntil{};
    bool m_showProblems = false;
    bool m_visiting = false;
    bool m_readingOut = false; ///< in this part
    bool m_sealing = false;    ///< between finish() and the word of the store
};

} // namespace peil::mobile
