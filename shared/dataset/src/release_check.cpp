// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/release_check.h"

#include "peil/dataset/form_logic.h"

#include <algorithm>
#include <set>

namespace peil::dataset {
namespace {

constexpr std::uint64_t kFewValues = 10;

bool has(const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
}

int plannedInterviews(const study::Study& study) {
    int planned = 0;
    for (const auto& quota : study.quotas)
        planned += quota.target;
    return planned;
}

/// Codes and names of cities and sites: a question whose choices include one of them asks for a place.
std::set<std::string, std::less<>> placesOf(const study::Study& study) {
    std::set<std::string, std::less<>> places;
    for (const auto& city : study.cities) {
        places.insert({city.code, city.name});
        for (const auto& site : city.sites)
            places.insert(site.code);
    }
    return places;
}

class ReleaseCheck {
public:
    ReleaseCheck(const study::Study& study, const Layout& layout, const FormLogic& logic)
        : m_study(study)
        , m_layout(layout)
        , m_logic(logic)
        , m_places(placesOf(study)) {}

    std::vector<std::string> faults() {
        const auto& policy = m_study.disclosure;
        for (const auto& question : policy.release)
            look(question);
        for (const auto* made : {kStratum, kPsu})
            if (policy.design && has(policy.release, made))
                m_faults.push_back("\"" + std::string(made) +
                                   "\" is the column of design = true; rename the question.");
        return std::move(m_faults);
    }

private:
    void look(const std::string& question) {
        std::size_t found = 0;
        for (const auto& planned : m_layout.tables())
            for (std::size_t i = 0; i < planned.columns.size(); ++i) {
                if (planned.table.variables[i].name != question) continue;
                if (++found == 1) judge(question, planned, i);
            }
        if (found == 0) fault(question, "is not a question of the form; correct its name.");
        if (found > 1) fault(question, "is the name of several questions; rename the others.");
    }

    void judge(const std::string& question, const Layout::Planned& planned, std::size_t column) {
        const auto& field = m_layout.field(planned.columns[column]);
        const auto& variable = planned.table.variables[column];
        if (question == m_study.fields.code)
            return fault(question,
                         "is the code that identifies people across interviews, and is never released; remove it.");
        if (m_logic.identities.contains(field.path))
            return fault(question, "identifies the interviewer or the device, and is never released; remove it.");
        const auto& policy = m_study.disclosure;
        if (field.inRepeat && !countsRows(planned))
            return fault(question, "is in a repeat, whose number of rows may identify people; add a question of that "
                                   "repeat to quasi_identifiers, so that it is counted.");
        if (has(policy.quasiIdentifiers, question) || has(policy.harmless, question)) return;
        if (const auto why = whyNear(question, variable); !why.empty())
            fault(question, why + "; add it to quasi_identifiers, so that its answers are counted, or to harmless if "
                                  "they identify no one.");
    }

    /// Why a column usually identifies people; empty if it does not.
    [[nodiscard]] std::string whyNear(const std::string& question, const exports::Variable& variable) const {
        const auto& fields = m_study.fields;
        if (question == fields.city || question == fields.site || question == fields.frame)
            return "shows where people were interviewed";
        if (question == fields.week) return "shows when people were interviewed";
        if (variable.type == exports::VariableType::Date) return "is a day";
        if (variable.type == exports::VariableType::Text)
            return "may contain any text: free text, a code, a place or a time";
        if (std::ranges::any_of(variable.values, [&](const auto& value) { return m_places.contains(value.value); }))
            return "names cities or sites of the study";
        const auto planned = static_cast<std::uint64_t>(plannedInterviews(m_study));
        if (planned > 0 && variable.values.size() > mostValues(planned, m_study.disclosure.k))
            return "has " + std::to_string(variable.values.size()) + " choices for " + std::to_string(planned) +
                   " interviews";
        return {};
    }

    /// Whether a quasi-identifier of the repeat is released, so that its rows are checked.
    [[nodiscard]] bool countsRows(const Layout::Planned& planned) const {
        const auto& policy = m_study.disclosure;
        return std::ranges::any_of(planned.table.variables, [&](const exports::Variable& one) {
            return has(policy.quasiIdentifiers, one.name) && has(policy.release, one.name);
        });
    }

    void fault(const std::string& question, const std::string& sentence) {
        m_faults.push_back("\"" + question + "\" in release " + sentence);
    }

    const study::Study& m_study;
    const Layout& m_layout;
    const FormLogic& m_logic;
    std::set<std::string, std::less<>> m_places;
    std::vector<std::string> m_faults;
};

/// Questions of [disclosure] must be in the form; those of a table of counts outside its repeats.
void checkQuestions(const study::Study& study, const forms::FormDefinition& form, std::vector<Diagnostic>& remarks) {
    std::set<std::string> reported;
    const auto check = [&](const std::string& question, bool alsoInRepeats) {
        const bool there = std::ranges::any_of(form.fields(), [&](const forms::FieldInfo& field) {
            return field.name == question && (alsoInRepeats || !field.inRepeat);
        });
        if (!there && reported.insert(question).second)
            remarks.push_back({Severity::Error,
                               "bad_disclosure",
                               {.file = "study.toml", .node = "[disclosure]"},
                               "the form has no question \"" + question + "\"" +
                                   (alsoInRepeats ? "" : " outside its repeats") + "; correct its name."});
    };
    const auto& policy = study.disclosure;
    for (const auto& question : policy.quasiIdentifiers)
        if (!policy.design || (question != kStratum && question != kPsu)) check(question, true);
    for (const auto& question : policy.sensitive)
        check(question, true);
    for (const auto& step : policy.ladder)
        check(step.question, true);
    for (const auto& [rows, columns] : policy.tables) {
        check(rows, false);
        check(columns, false);
    }
}

} // namespace

std::vector<std::string> releaseFaults(const study::Study& study, const Layout& layout, const FormLogic& logic) {
    return ReleaseCheck(study, layout, logic).faults();
}

std::vector<Diagnostic> checkRelease(const study::Study& study, std::string_view toml,
                                     const forms::FormDefinition& form, std::string_view xform) {
    std::vector<Diagnostic> remarks;
    checkQuestions(study, form, remarks);
    if (study.disclosure.release.empty()) return remarks;
    const Layout layout({form, xform, {}, {}, {}, Fields::All, &study});
    const auto place = study::placeIn(toml, "study.toml", "disclosure", "release");
    for (const auto& fault : releaseFaults(study, layout, FormLogic::of(xform)))
        remarks.push_back({Severity::Error, "unsafe_release", place, fault});
    return remarks;
}

std::uint64_t mostValues(std::uint64_t rows, int k) {
    return std::max(kFewValues, rows / static_cast<std::uint64_t>(k));
}

} // namespace peil::dataset
