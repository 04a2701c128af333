// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/form_diff.h"

#include "version_rules.h"

#include <map>
#include <set>

namespace peil::dataset {
namespace {

using exports::ValueLabel;
using exports::Variable;

/// A question with the table that its answers are used instead.
struct Question {
    const Variable* variable = nullptr;
    std::string table; ///< name of the repeat; empty for the main table, whatever the form is called
};

std::vector<Question> questionsOf(const Layout& layout) {
    std::vector<Question> questions;
    for (const auto& planned : layout.tables())
        for (const auto& variable : planned.table.variables)
            questions.push_back({&variable, planned.table.parent.empty() ? std::string() : planned.table.name});
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

std::string tableWords(const std::string& table) {
    return table.empty() ? "outside all repeats" : "in the repeat " + quoted(table);
}

const ValueLabel* choiceOf(const Variable& variable, std::string_view code) {
    const auto found = std::ranges::find(variable.values, code, &ValueLabel::value);
    return found == variable.values.end() ? nullptr : &*found;
}

class Comparison {
public:
    Comparison(const Layout& before, const Layout& after)
        : m_before(questionsOf(before))
        , m_after(questionsOf(after)) {}

    std::vector<FormChange> changes() {
        std::vector<const Question*> partners;
        for (const auto& question : m_after)
            partners.push_back(sameName(question));
        for (std::size_t i = 0; i < m_after.size(); ++i)
            if (partners[i] == nullptr) partners[i] = renamed(m_after[i]);
        for (std::size_t i = 0; i < m_after.size(); ++i) {
            const auto& now = m_after[i];
            if (partners[i] == nullptr)
                add(Change::Added, Effect::Safe, now,
                    "New. Earlier interviews have no answer to it: their cells are empty.");
            else
                compare(*partners[i], now);
        }
        for (const auto& question : m_before)
            if (!m_matched.contains(&question))
                add(Change::Removed, Effect::Safe, question,
                    "No longer asked. Its column stays, with the answers of earlier interviews only.");
        return std::move(m_changes);
    }

private:
    /// In the same table, else the only one of that name elsewhere.
    const Question* sameName(const Question& wanted) {
        const Question* elsewhere = nullptr;
        std::size_t others = 0;
        for (const auto& question : m_before) {
            if (question.variable->name != wanted.variable->name || m_matched.contains(&question)) continue;
            if (question.table == wanted.table) return taken(question);
            elsewhere = &question;
            ++others;
        }
        return others == 1 ? taken(*elsewhere) : nullptr;
    }

    const Question* renamed(const Question& wanted) {
        const Question* partner = nullptr;
        for (const auto& question : m_before) {
            if (m_matched.contains(&question) || question.table != wanted.table ||
                question.variable->type != wanted.variable->type ||
                !sameWords(question.variable->label, wanted.variable->label))
                continue;
            if (partner != nullptr) return nullptr; // which of them is anyone's guess
            partner = &question;
        }
        return partner == nullptr ? nullptr : taken(*partner);
    }

    const Question* taken(const Question& question) {
        m_matched.insert(&question);
        return &question;
    }

    void compare(const Question& was, const Question& now) {
        const auto &old = *was.variable, &current = *now.variable;
        if (old.name != current.name)
            add(Change::Renamed, Effect::NeedsMapping, now,
                "It was called " + quoted(old.name) +
                    ". The export has a column for each name; combine them, or keep the old name.");
        else if (was.table != now.table)
            add(Change::Moved, Effect::NeedsMapping, now,
                "It was " + tableWords(was.table) + " and is now " + tableWords(now.table) +
                    ". Its answers stand in two tables; combine them.");
        else if (mixesUp(old, current))
            add(Change::Retyped, Effect::Breaks, now,
                typeWords(old, current) + " One column would mix up the answers, so an export of both versions is "
                                          "refused. Give the question another name in the new version.");
        compareTypes(now, old, current);
        if (old.variableClass != current.variableClass)
            add(Change::Reclassed, Effect::NeedsMapping, now,
                "Its class was " + std::string(idOf(old.variableClass)) + " and is now " +
                    std::string(idOf(current.variableClass)) +
                    ". The server counts what is open to it only; for earlier interviews that does not change.");
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
        std::set<std::string> recoded;
        for (const auto& choice : current.values) {
            if (const auto* same = choiceOf(old, choice.value)) {
                if (otherWords(same->label, choice.label))
                    add(Change::ChoiceReworded, Effect::NeedsMapping, now,
                        "The choice " + quoted(choice.value) +
                            " has another label. If it means something else, give it another code.");
                continue;
            }
            const auto* partner = recodedFrom(old, current, choice);
            if (partner == nullptr) {
                add(Change::ChoiceAdded, Effect::Safe, now,
                    "The choice " + quoted(choice.value) + " is new. Earlier interviews could not choose it.");
                continue;
            }
            recoded.insert(partner->value);
            add(Change::ChoiceRecoded, Effect::NeedsMapping, now,
                "The choice " + quoted(choice.value) + " had the code " + quoted(partner->value) +
                    ". Earlier answers keep the old code; recode them, or keep the old code.");
        }
        for (const auto& choice : old.values)
            if (choiceOf(current, choice.value) == nullptr && !recoded.contains(choice.value))
                add(Change::ChoiceRemoved, Effect::Safe, now,
                    "The choice " + quoted(choice.value) + " is gone. Earlier answers keep it, with its label.");
    }

    static const ValueLabel* recodedFrom(const Variable& old, const Variable& current, const ValueLabel& choice) {
        for (const auto& candidate : old.values)
            if (choiceOf(current, candidate.value) == nullptr && sameWords(candidate.label, choice.label))
                return &candidate;
        return nullptr;
    }

    void add(Change change, Effect effect, const Question& question, std::string message) {
        m_changes.push_back({change, effect, question.variable->name, std::move(message)});
    }

    std::vector<Question> m_before, m_after;
    std::set<const Question*> m_matched;
    std::vector<FormChange> m_changes;
};

} // namespace

std::string_view idOf(Change change) {
    switch (change) {
    case Change::Added:
        return "added";
    case Change::Removed:
        return "removed";
    case Change::Renamed:
        return "renamed";
    case Change::Moved:
        return "moved";
    case Change::Retyped:
        return "type_changed";
    case Change::Reclassed:
        return "class_changed";
    case Change::Reworded:
        return "reworded";
    case Change::ChoiceAdded:
        return "choice_added";
    case Change::ChoiceRemoved:
        return "choice_removed";
    case Change::ChoiceRecoded:
        return "choice_recoded";
    case Change::ChoiceReworded:
        break;
    }
    return "choice_reworded";
}

std::string_view idOf(Effect effect) {
    switch (effect) {
    case Effect::Safe:
        return "safe";
    case Effect::NeedsMapping:
        return "needs_mapping";
    case Effect::Breaks:
        break;
    }
    return "breaks";
}

std::vector<FormChange> compareForms(const ExportSubject& before, const ExportSubject& after) {
    const Layout old(before), current(after);
    return Comparison(old, current).changes();
}

} // namespace peil::dataset
