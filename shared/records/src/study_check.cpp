// SPDX-License-Identifier: Apache-2.0
#include "peil/records/study_check.h"

#include "peil/base/text.h"
#include "peil/records/rule_book.h"

#include <algorithm>

namespace peil::records {
namespace {

constexpr std::string_view kFile = "study.toml";

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

std::string listed(const std::vector<std::string>& texts) {
    std::vector<std::string> all;
    for (const auto& text : texts)
        all.push_back(quoted(text));
    return join(all, ", ");
}

/// The values that a question can take; none where it takes any.
std::vector<std::string> valuesOf(const forms::FieldInfo& field) {
    if (field.control == forms::Control::Trigger) return {"OK"};
    std::vector<std::string> values;
    for (const auto& choice : field.choices)
        values.push_back(choice.value);
    return values;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
}

void checkFields(const study::Study& study, const forms::FormDefinition& form, std::vector<Diagnostic>& remarks) {
    const auto remark = [&](std::string text) {
        remarks.push_back(
            {Severity::Error, "bad_field", {.file = std::string(kFile), .node = "[fields]"}, std::move(text)});
    };
    const auto& fields = study.fields;
    std::vector<std::string> names{fields.city,   fields.site,   fields.group,  fields.week,
                                   fields.inCare, fields.weight, fields.outcome};
    if (study.trait) names.push_back(study.trait->field);
    for (const auto& name : names) {
        const auto& all = form.fields();
        const auto same = [&](const forms::FieldInfo& field) { return field.name == name; };
        const auto found = std::find_if(all.begin(), all.end(), same);
        if (found == all.end()) {
            remark("the form has no question \"" + name + "\"; add it, or use another question.");
        } else if (std::count_if(all.begin(), all.end(), same) > 1) {
            remark("the form has several questions \"" + name + "\"; rename the others.");
        } else if (found->fieldClass == forms::FieldClass::Sealed) {
            remark("the question \"" + name +
                   "\" is sealed, so the server cannot count with it; set its bind::peil:class to quota or estimate.");
        }
    }
    const auto isFrame = [&](const forms::FieldInfo& field) { return field.name == fields.frame && !field.inRepeat; };
    if (!fields.frame.empty() && std::ranges::none_of(form.fields(), isFrame))
        remark("the form has no question \"" + fields.frame + "\" outside its repeats; add it, or omit frame.");
}

class ConsentCheck {
public:
    ConsentCheck(const study::Cleaning& cleaning, std::string_view toml, std::vector<Diagnostic>& remarks)
        : m_cleaning(cleaning)
        , m_toml(toml)
        , m_remarks(remarks) {}

    void check(const forms::FormDefinition& form) {
        std::vector<const forms::FieldInfo*> found;
        std::vector<std::string> names;
        for (const auto& field : form.fields()) {
            names.push_back(field.name);
            if (field.name == m_cleaning.consent) found.push_back(&field);
        }
        if (found.empty()) return refuseMissing(names);
        if (found.size() > 1)
            return error("consent", "the form has several questions " + quoted(m_cleaning.consent) +
                                        ", so it is unclear which one asks for consent; rename the others.");
        const auto& question = *found.front();
        if (question.inRepeat)
            return error("consent",
                         "the consent question, " + quoted(question.name) + ", is in a repeat; move it outside.");
        checkValues(valuesOf(question));
        if (question.fieldClass == forms::FieldClass::Sealed)
            warn("consent", "the consent question, " + quoted(question.name) +
                                ", is sealed, so quotas and the running estimate rely on the outcome instead; set its "
                                "bind::peil:class to quota.");
    }

private:
    void refuseMissing(const std::vector<std::string>& names) {
        const auto near = nearest(m_cleaning.consent, names);
        error("consent", "the consent question is called " + quoted(m_cleaning.consent) +
                             ", but the form has no such question, so no interview would count; " +
                             (near ? "did you mean " + quoted(*near) + "?" : "correct consent = \"…\" or the form."));
    }

    void checkValues(const std::vector<std::string>& choices) {
        if (choices.empty()) return;
        const auto& yes = m_cleaning.consentValues;
        const auto isChoice = [&](const std::string& value) { return has(choices, value); };
        if (std::ranges::none_of(yes, isChoice))
            return error("consent_values", "none of the answers that mean consent (" + listed(yes) +
                                               ") is a choice of " + quoted(m_cleaning.consent) +
                                               ", so no interview would count; its choices are " + listed(choices) +
                                               ".");
        if (choices.size() > 1 && std::ranges::all_of(choices, [&](const auto& value) { return has(yes, value); }))
            return error(
                "consent_values",
                "every choice of " + quoted(m_cleaning.consent) +
                    " means consent, so everyone would count as consenting; list only the choices that mean yes.");
        if (yes == study::Cleaning().consentValues) return; // the standard ones are several spellings of yes
        for (const auto& value : yes)
            if (!isChoice(value))
                warn("consent_values", quoted(value) + " is not a choice of " + quoted(m_cleaning.consent) +
                                           "; its choices are " + listed(choices) + ".");
    }

    void error(std::string_view key, const std::string& why) { add(Severity::Error, key, why); }
    void warn(std::string_view key, const std::string& why) { add(Severity::Warning, key, why); }
    void add(Severity severity, std::string_view key, const std::string& why) {
        auto place = study::placeIn(m_toml, kFile, "cleaning", key);
        place.node = "[cleaning]";
        m_remarks.push_back({severity, "bad_consent", std::move(place), why});
    }

    const study::Cleaning& m_cleaning;
    std::string_view m_toml;
    std::vector<Diagnostic>& m_remarks;
};

/// The rule book names the rule, or the group; here its line is added.
Diagnostic withLine(const study::Study& study, std::string_view toml, Diagnostic fault) {
    const auto& rules = study.cleaning.rules;
    const auto rule = std::ranges::find(rules, fault.place.node,
                                        [](const study::CleaningRule& each) { return "rule " + quoted(each.id); });
    if (rule == rules.end() && fault.place.node != "[cleaning], group") return fault;
    const auto line = rule == rules.end() ? study::placeIn(toml, kFile, "cleaning", "group")
                                          : study::placeIn(toml, kFile, "rule", "check",
                                                           static_cast<std::size_t>(rule - rules.begin()));
    fault.place.row = line.row;
    fault.place.column = line.column;
    return fault;
}

} // namespace

std::vector<Diagnostic> checkStudy(const study::Study& study, std::string_view toml, const forms::FormDefinition& form,
                                   std::string_view xform, const forms::ResourceLoader& resources) {
    std::vector<Diagnostic> remarks;
    checkFields(study, form, remarks);
    ConsentCheck(study.cleaning, toml, remarks).check(form);
    Diagnostic fault{.id = "bad_rule"};
    const auto rules = RuleBook::create(xform, form, study, resources, &fault);
    if (rules) return remarks;
    if (fault.message.empty()) fault.message = rules.error().context; // the form itself
    remarks.push_back(withLine(study, toml, std::move(fault)));
    return remarks;
}

} // namespace peil::records
