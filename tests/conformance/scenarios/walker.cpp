// SPDX-License-Identifier: Apache-2.0
#include "walker.h"

#include "peil/base/text.h"

#include <algorithm>
#include <utility>

namespace peil_conformance {

namespace forms = peil::forms;

namespace {
constexpr std::size_t kMaxAnswers = 400;     ///< of one walk
constexpr std::size_t kMaxRepeatChanges = 8; ///< instances added and removed in one walk

/// The surroundings of the first byte in which two records differ.
std::string difference(const std::string& expected, const std::string& got) {
    std::size_t at = 0;
    while (at < expected.size() && at < got.size() && expected[at] == got[at])
        ++at;
    const auto from = at > 60 ? at - 60 : 0;
    return ": “" + expected.substr(from, 120) + "” became “" + got.substr(from, 120) + "”";
}
} // namespace

Walker::Shown Walker::shown(const forms::Session& session) {
    Shown shown;
    for (std::size_t i = 0; i < session.screens().size(); ++i) {
        shown.statuses.push_back(session.status(i));
        shown.headings.push_back(session.screens()[i].headings);
        for (const auto node : session.screens()[i].questions)
            shown.questions.push_back(session.question(node));
    }
    return shown;
}

// What a screen that asks only for what the change set names would go on showing.
std::optional<std::string> Walker::compareShown(const forms::Session& session, const forms::Changes& changes) {
    auto now = shown(session);
    const auto before = std::exchange(m_shown, std::move(now));
    if (changes.structure) return std::nullopt;
    const auto named = [&changes](forms::NodeId node) {
        return std::binary_search(changes.values.begin(), changes.values.end(), node) ||
               std::binary_search(changes.states.begin(), changes.states.end(), node);
    };
    if (before.questions.size() != m_shown.questions.size() || before.headings != m_shown.headings)
        return "screens have moved or have other headings, and no change says so";
    for (std::size_t i = 0; i < before.questions.size(); ++i)
        if (before.questions[i] != m_shown.questions[i] && !named(before.questions[i].node))
            return before.questions[i].path + " has changed, and no change names it";
    const auto screens = session.screensOf(changes);
    for (std::size_t i = 0; i < before.statuses.size(); ++i)
        if (before.statuses[i] != m_shown.statuses[i] && !std::binary_search(screens.begin(), screens.end(), i))
            return session.screens()[i].key + " is further or less far, and no change names its screen";
    return std::nullopt;
}

Walker::Walker(forms::FormPointer form, std::uint64_t seed)
    : m_form(std::move(form))
    , m_rng(seed * 2 + 1)
    , m_choice(seed * 7919 + 17) {}

std::string Walker::chosen(const forms::Question& question) {
    if (question.choices.empty()) return {};
    if (question.control == forms::Control::Select1) return question.choices[below(question.choices.size())].value;
    std::string values;
    for (const auto& choice : question.choices) {
        if (question.control == forms::Control::Select && below(3) == 0) continue;
        if (choice.value.find(' ') != std::string::npos) continue;
        values += (values.empty() ? "" : " ") + choice.value;
    }
    return values;
}

std::string Walker::valueFor(const forms::Question& question) {
    switch (question.control) {
    case forms::Control::Select1:
    case forms::Control::Select:
    case forms::Control::Rank:
        return chosen(question);
    case forms::Control::Trigger:
        return "OK";
    case forms::Control::Range:
        for (const auto& [name, value] : question.attributes)
            if (name == "start") return value;
        return {};
    default:
        break;
    }
    const auto number = below(60);
    switch (question.type) {
    case forms::DataType::Integer:
        return std::to_string(number);
    case forms::DataType::Decimal:
        return std::to_string(number) + ".5";
    case forms::DataType::Boolean:
        return number % 2 == 0 ? "true" : "false";
    case forms::DataType::Date:
        return "2024-0" + std::to_string(1 + number % 9) + "-1" + std::to_string(number % 9);
    case forms::DataType::Time:
        return "1" + std::to_string(number % 9) + ":30:00.000+01:00";
    case forms::DataType::DateTime:
        return "2024-05-1" + std::to_string(number % 9) + "T10:00:00.000Z";
    case forms::DataType::Geopoint:
        return std::to_string(number) + ".25 4.5 0 0";
    case forms::DataType::Geotrace:
        return "52.1 4.5 0 0;52.2 4.6 0 0";
    case forms::DataType::Geoshape:
        return "52.1 4.5 0 0;52.2 4.6 0 0;52.3 4.4 0 0;52.1 4.5 0 0";
    default:
        return "word" + std::to_string(number) + " & <é>";
    }
}

std::optional<std::string> Walker::answerOne(forms::Session& session, forms::NodeId node) {
    const auto before = session.question(node);
    if (before.readonly) return std::nullopt;
    if (below(25) == 0) {
        const auto outcome = session.answerNone(node, forms::NoAnswer::Refused);
        return outcome ? compareShown(session, *outcome)
                       : std::optional(before.path + ": " + peil::describe(outcome.error()));
    }
    for (int attempt = 0; attempt < 4; ++attempt) {
        const auto value = valueFor(before);
        const auto outcome = session.answer(node, value);
        if (!outcome) return before.path + " refuses “" + value + "”: " + peil::describe(outcome.error());
        if (auto fault = compareShown(session, *outcome)) return fault;
        if (!session.isRelevant(node) || session.question(node).validity == forms::Validity::Ok) break;
    }
    return std::nullopt;
}

std::optional<std::string> Walker::changeRepeat(forms::Session& session, const forms::Screen& screen, bool& changed) {
    const auto count = session.repeatCount(screen.key);
    const auto wish = below(6);
    changed = wish < 3 || (wish == 3 && count > 0);
    if (!changed) return std::nullopt;
    const auto outcome = wish < 3 ? session.addRepeat(screen.repeat)
                                  : session.removeRepeat(screen.repeat, static_cast<std::size_t>(1 + below(count)));
    return outcome ? compareShown(session, *outcome)
                   : std::optional(screen.key + ": " + peil::describe(outcome.error()));
}

std::optional<std::string> Walker::changeLanguage(forms::Session& session) {
    const auto& languages = m_form->languages();
    if (languages.size() < 2 || below(40) != 0) return std::nullopt;
    const auto outcome = session.setLanguage(languages[below(languages.size())].name);
    return outcome ? compareShown(session, *outcome)
                   : std::optional("another language: " + peil::describe(outcome.error()));
}

std::optional<std::string> Walker::fill(forms::Session& session) {
    std::size_t answers = 0;
    std::size_t repeatChanges = 0;
    for (std::size_t at = 0; at < session.screens().size() && answers < kMaxAnswers; ++at) {
        const auto screen = session.screens()[at];
        if (auto fault = changeLanguage(session)) return fault;
        if (screen.kind == forms::Screen::Kind::AddRepeat) {
            bool changed = false;
            if (repeatChanges < kMaxRepeatChanges)
                if (auto fault = changeRepeat(session, screen, changed)) return fault;
            if (!changed) continue;
            ++repeatChanges;
            at = std::min(at, session.screens().size()) - 1; // the screens have moved: about this place again
            continue;
        }
        for (const auto node : screen.questions) {
            if (session.path(node).empty() || !session.isRelevant(node)) continue;
            if (auto fault = answerOne(session, node)) return fault;
            ++answers;
        }
    }
    return std::nullopt;
}

std::optional<std::string> Walker::compareReloaded(const forms::Session& session) {
    const auto draft = session.draftXml();
    auto environment = makeEnvironment(m_clock, m_rng, "UTC");
    const auto rows = session.storedRows();
    const auto restored = forms::Session::restore(m_form, environment, rows);
    if (!restored) return "restoring fails: " + peil::describe(restored.error());
    if (restored->draftXml() != draft)
        return "the restored interview differs" + difference(draft, restored->draftXml());
    environment.language = session.language();
    const auto loaded = forms::Session::load(m_form, environment, draft, forms::LoadAs::Record);
    if (!loaded) return "opening the draft fails: " + peil::describe(loaded.error());
    if (loaded->draftXml() != draft) return "the opened draft differs" + difference(draft, loaded->draftXml());
    if (loaded->submissionXml() != session.submissionXml()) return "the record of the opened draft differs";
    return std::nullopt;
}

std::optional<std::string> Walker::refusal() {
    const auto started = forms::Session::start(m_form, makeEnvironment(m_clock, m_rng, "UTC"));
    return started ? std::nullopt : std::optional(peil::describe(started.error()));
}

std::optional<std::string> Walker::walk() {
    auto started = forms::Session::start(m_form, makeEnvironment(m_clock, m_rng, "UTC"));
    if (!started) return "it does not start: " + peil::describe(started.error());
    m_shown = shown(*started);
    if (auto fault = fill(*started)) return fault;
    static_cast<void>(started->violations());
    return compareReloaded(*started);
}

} // namespace peil_conformance
