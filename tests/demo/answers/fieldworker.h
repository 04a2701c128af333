// SPDX-License-Identifier: Apache-2.0
#pragma once

// The questionnaire of the model study, and somebody who asks it: for tests of what the form derives.

#include "cli/study_folder.h"
#include "peil/forms/session.h"
#include "peil/records/rule_book.h"
#include "peil_test/clock.h"
#include "peil_test/rng.h"
#include "synthetic_answers.h"

#include <optional>

namespace peil_test {

/// The form of shared/studies/opaak, compiled once.
[[nodiscard]] peil::forms::FormPointer opaakForm();
/// The study as its office has it.
[[nodiscard]] const peil::cli::StudyFolder& opaakFolder();
/// The rules that an export puts to each interview.
[[nodiscard]] const peil::records::RuleBook& opaakRules();

/// A fieldworker who answers what is asked, on the screens in their order.
class Fieldworker {
public:
    /// @param day  ISO date of the interview.
    Fieldworker(const std::string& city, const std::string& site, const std::string& day);

    /// Gives every answer that is asked for; fails the test when one of them is never asked.
    void answerAll(std::vector<peil_demo::Answer> answers);
    /// Empty for a field that is not relevant.
    [[nodiscard]] std::string value(const std::string& name) const;
    /// Whether a screen shows the question or note of that name.
    [[nodiscard]] bool isShown(const std::string& name) const;
    /// What the tablet notes when the fieldworker breaks the interview off.
    void breakOff(const std::string& reason);
    [[nodiscard]] peil::forms::Session& session() { return *m_session; }

private:
    [[nodiscard]] std::size_t indexOf(const std::string& key) const;
    bool answerOneOn(const peil::forms::Screen& screen, std::vector<peil_demo::Answer>& answers);

    ManualClock m_clock;
    SeededRng m_rng{1};
    std::optional<peil::forms::Session> m_session;
};

} // namespace peil_test
