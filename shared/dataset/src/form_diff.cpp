// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/form_diff.h"

#include "peil/base/enum_text.h"

#include "version_rules.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace peil::dataset {
namespace {

using exports::ValueLabel;
using exports::Variable;

/// A question with its table. The same table has the same number in both versions.
struct Question {
    const Variable* variable = nullptr;
    std::size_t table = 0;
    std::string repeat; ///< empty for the main table, whatever the form is called
    const Question* partner = nullptr;
};

std::vector<Question> questionsOf(const Layout& layout, const std::vector<std::size_t>& numbers) {
    std::vector<Question> questions;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto& table = layout.tables()[i].table;
        for (const auto& variable : table.variables)
            questions.push_back({&variable, numbers[i], table.parent.empty() ? std::string() : table.name});
    }
    return questions;
}

/// In some language that both have.
bool sameWords(const exports::Labels& one, const exports::Labels& other) {
    return std::ranges::any_of(one.all(), [&](const auto& text) {
        const auto found = other.all().find(text.first);
        return !text.second.empty() && found != other.all().end() && found->second == text.second;
    });
}

std::string quoted(std::string_view text) {
    return '"' + std::string(text) + '"';
}

std::string tableWords(const std::string& repeat) {
    return repeat.empty() ? "outside all repeats" : "in the repeat " + quoted(repeat);
}

class Comparison {
public:
    Comparison(const Layout& before, const Layout& after) {
        const auto same = samePlaces(repeatsOf(before), repeatsOf(after));
        std::vector<std::size_t> ours(before.tables().size()), theirs;
        std::iota(ours.begin(), ours.end(), 0);
        for (std::size_t i = 0; i < same.size(); ++i)
            theirs.push_back(same[i].value_or(ours.size() + i));
        m_before = questionsOf(before, ours);
        m_after = questionsOf(after, theirs);
        for (std::size_t i = 0; i < same.size(); ++i)
            if (same[i]) pairIn(*same[i], before.tables()[*same[i]].table, after.tables()[i].table);
    }

    std::vector<FormChange> changes() {
        for (auto& question : m_after)
            if (question.partner == nullptr) pair(moved(question), question);
        for (auto& question : m_after)
            if (question.partner == nullptr) pair(renamed(question), question);
        for (const auto& now : m_after) {
            if (now.partner == nullptr)
                add(Change::Added, Effect::Safe, now, "New. In earlier interviews its cells are empty.");
            else
                compare(*now.partner, now);
        }
        for (const auto& question : m_before)
            if (question.partner == nullptr)
                add(Change::Removed, Effect::Safe, question,
                    "No longer asked. Its column remains, with answers of earlier interviews only.");
        return std::move(m_changes);
    }

private:
    /// As the export pairs them.
    void pairIn(std::size_t table, const exports::Table& before, const exports::Table& after) {
        const auto firstIn = [&](std::vector<Question>& questions) {
            return std::ranges::find(questions, table, &Question::table);
        };
        const auto was = firstIn(m_before), now = firstIn(m_after);
        const auto places = samePlaces(dataset::questionsOf(before), dataset::questionsOf(after));
        for (std::size_t i = 0; i < places.size(); ++i)
            if (places[i]) pair(&was[static_cast<std::ptrdiff_t>(*places[i])], now[static_cast<std::ptrdiff_t>(i)]);
    }

    static void pair(Question* was, Question& now) {
        if (was == nullptr) return;
        was->partner = &now;
        now.partner = was;
    }

    /// The only one of that name that left its table, if only this one of that name is new in a table.
    Question* moved(const Question& wanted) {
        const auto isOne = [&](const Question& one) {
            return one.partner == nullptr && one.variable->name == wanted.variable->name;
        };
        if (std::ranges::count_if(m_after, isOne) > 1 || std::ranges::count_if(m_before, isOne) != 1) return nullptr;
        const auto found = std::ranges::find_if(m_before, isOne);
        return found->table == wanted.table ? nullptr : &*found;
    }

    Question* renamed(const Question& wanted) {
        Question* partner = nullptr;
        for (auto& question : m_before) {
            if (question.partner != nullptr || question.table != wanted.table ||
                question.variable->type != wanted.variable->type ||
                !sameWords(question.variable->label, wanted.variable->label))
                continue;
            if (partner != nullptr) return nullptr; // which of them is anyone's guess
            partner = &question;
        }
        return partner;
    }

    void compare(const Question& was, const Question& now) {
        const auto &old = *was.variable, &current = *now.variable;
        if (old.name != current.name)
            add(Change::Renamed, Effect::NeedsMapping, now,
                "It was called " + quoted(old.name) +
                    ". The export has a column for each name; combine them, or keep the old name.");
        else if (was.table != now.table)
            add(Change::Moved, Effect::NeedsMapping, now,
                "It was " + tableWords(was.repeat) + " and is now " + tableWords(now.repeat) +
                    ". The export has its answers in two tables; combine them.");
        else if (mixesUp(old, current))
            add(Change::Retyped, Effect::Breaks, now,
                typeWords(old, current) + " One column would mix up the answers, so an export of both versions is "
                                          "refused. Give the question another name in the new version.");
        compareTypes(now, old, current);
        if (old.variableClass != current.variableClass)
            add(Change::Reclassed, Effect::NeedsMapping, now,
                "Its class was " + std::string(idOf(old.variableClass)) + " and is now " +
                    std::string(idOf(current.variableClass)) +
                    ". The server counts only answers that it can read; for earlier interviews this does not change.");
        if (otherWords(old.label, current.label))
            add(Change::Reworded, Effect::Safe, now,
                "The question is worded differently. Check that it means the same.");
        if (isCoded(old.type) && isCoded(current.type)) compareChoices(now, old, current);
    }

    void compareTypes(const Question& now, const Variable& old, const Variable& current) {
        if (old.type == current.type || mixesUp(old, current)) return;
        const bool coded = isCoded(old.type) && isCoded(current.type);
        add(Change::Retyped, Effect::NeedsMapping, now,
            typeWords(old, current) + (coded ? " All answers are exported as lists of choices."
                                             : " Check the column before you count with it."));
    }

    static std::string typeWords(const Variable& old, const Variable& current) {
        return "Its type was " + std::string(idOf(old.type)) + " and is now " + std::string(idOf(current.type)) + ".";
    }

    void compareChoices(const Question& now, const Variable& old, const Variable& current) {
        std::map<std::string_view, const ValueLabel*> gone, kept; // by code
        for (const auto& choice : old.values)
            gone.emplace(choice.value, &choice);
        for (const auto& choice : current.values)
            if (auto same = gone.extract(choice.value)) kept.insert(std::move(same));
        // A list can have thousands of choices: those that are gone are found by their words.
        std::multimap<std::pair<std::string_view, std::string_view>, const ValueLabel*> words;
        for (const auto& [code, choice] : gone)
            for (const auto& [language, text] : choice->label.all())
                if (!text.empty()) words.emplace(std::pair<std::string_view, std::string_view>(language, text), choice);
        const auto recodedFrom = [&](const ValueLabel& choice) -> const ValueLabel* {
            for (const auto& label : choice.label.all())
                for (auto [at, end] = words.equal_range(label); at != end; ++at)
                    if (gone.erase(at->second->value) > 0) return at->second;
            return nullptr;
        };
        for (const auto& choice : current.values) {
            if (const auto same = kept.find(choice.value); same != kept.end()) {
                if (otherWords(same->second->label, choice.label))
                    add(Change::ChoiceReworded, Effect::NeedsMapping, now,
                        "The choice " + quoted(choice.value) +
                            " has a different label. If it means something else, give it a different code.");
            } else if (const auto* partner = recodedFrom(choice)) {
                add(Change::ChoiceRecoded, Effect::NeedsMapping, now,
                    "The choice " + quoted(choice.value) + " had the code " + quoted(partner->value) +
                        ". Earlier answers keep the old code; recode them, or keep the old code.");
            } else {
                add(Change::ChoiceAdded, Effect::Safe, now,
                    "The choice " + quoted(choice.value) + " is new. Earlier interviews could not choose it.");
            }
        }
        for (const auto& choice : old.values)
            if (gone.contains(choice.value))
                add(Change::ChoiceRemoved, Effect::Safe, now,
                    "The choice " + quoted(choice.value) + " was removed. Earlier answers keep it, with its label.");
    }

    void add(Change change, Effect effect, const Question& question, std::string message) {
        m_changes.push_back({change, effect, question.variable->name, std::move(message)});
    }

    std::vector<Question> m_before, m_after;
    std::vector<FormChange> m_changes;
};

} // namespace

std::string_view idOf(Change change) {
    using enum Change;
    static constexpr EnumText<Change> kTexts[] = {{Added, "added"},
                                                  {Removed, "removed"},
                                                  {Renamed, "renamed"},
                                                  {Moved, "moved"},
                                                  {Retyped, "type_changed"},
                                                  {Reclassed, "class_changed"},
                                                  {Reworded, "reworded"},
                                                  {ChoiceAdded, "choice_added"},
                                                  {ChoiceRemoved, "choice_removed"},
                                                  {ChoiceRecoded, "choice_recoded"},
                                                  {ChoiceReworded, "choice_reworded"}};
    return textIn(kTexts, change);
}

std::string_view idOf(Effect effect) {
    using enum Effect;
    static constexpr EnumText<Effect> kTexts[] = {{Safe, "safe"}, {NeedsMapping, "needs_mapping"}, {Breaks, "breaks"}};
    return textIn(kTexts, effect);
}

std::vector<FormChange> compareForms(const ExportSubject& before, const ExportSubject& after) {
    const Layout old(before), current(after);
    return Comparison(old, current).changes();
}

} // namespace peil::dataset
