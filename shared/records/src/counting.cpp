// SPDX-License-Identifier: Apache-2.0
#include "peil/records/counting.h"

#include "open_rules.h"

namespace peil::records {

struct Counting::Facts {
    study::Study study;
    std::string formHash;
    bool consentIsOpen = false;
    OpenRules rules;
    std::vector<std::string> left;
};

namespace {

bool isOpen(const forms::FormDefinition& form, std::string_view question) {
    bool open = true; // a question that does not exist is not sealed: there is no consent
    for (const auto& field : form.fields())
        if (field.name == question && field.fieldClass == forms::FieldClass::Sealed) open = false;
    return open;
}

} // namespace

Counting::Counting(const study::StudyPack& pack) {
    auto facts = std::make_shared<Facts>();
    facts->study = pack.study();
    facts->formHash = pack.formHash();
    const auto parsed =
        forms::FormDefinition::parse(pack.form(), [&pack](std::string_view uri) { return pack.resource(uri); });
    if (parsed.form) {
        facts->consentIsOpen = isOpen(*parsed.form, facts->study.cleaning.consent);
        facts->rules = OpenRules::of(*parsed.form, facts->study);
    }
    if (!facts->consentIsOpen) facts->left.emplace_back("consent");
    for (const auto& id : facts->rules.left())
        facts->left.push_back(id);
    m_facts = std::move(facts);
}

std::optional<study::NotCounted> Counting::judge(const OpenInterview& interview) const {
    const auto& study = m_facts->study;
    const auto answer = [&](const std::string& name) { return interview.answers(name).value_or(std::string_view{}); };
    const bool sameForm = interview.formHash == m_facts->formHash;
    const auto rules = m_facts->rules.judge(interview.answers, sameForm);
    study::Content content;
    content.outcome = interview.outcome;
    content.city = answer(study.fields.city);
    content.group = answer(study.fields.group);
    content.consent = answer(study.cleaning.consent);
    // An interview that was made with another form may have had its consent sealed by it.
    content.consentIsSealed =
        !interview.answers(study.cleaning.consent).has_value() && !(sameForm && m_facts->consentIsOpen);
    if (rules.derivedGroup) content.derivedGroup = *rules.derivedGroup;
    content.breaksRule = rules.broken;
    return study::whyNotCounted(study, content);
}

const std::vector<std::string>& Counting::leftToExport() const {
    return m_facts->left;
}

} // namespace peil::records
