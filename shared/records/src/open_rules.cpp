// SPDX-License-Identifier: Apache-2.0
#include "open_rules.h"

#include "peil/base/markup.h"
#include "rule_text.h"

#include <algorithm>
#include <array>

namespace peil::records {
namespace {

constexpr std::string_view kRoot = "/open/";

/// What a rule on open answers must not use: paths, the form's choice lists, time, randomness, the position in the
/// form.
constexpr std::array<std::string_view, 11> kBeyond{"/",     "..",     "::",   "instance", "pulldata", "now",
                                                   "today", "random", "once", "current",  "position"};

/// The expression with the small form's paths, and the questions that it uses; nullopt if it cannot be evaluated from
/// open answers.
std::optional<std::string> openText(const forms::FormDefinition& form, std::string_view expression,
                                    std::set<std::string>& asks) {
    const auto bare = bareText(expression);
    const auto isBeyond = [&](std::string_view word) { return bare.find(word) != std::string::npos; };
    if (std::any_of(kBeyond.begin(), kBeyond.end(), isBeyond)) return std::nullopt;
    bool open = true;
    const auto text = withPaths(expression, [&](std::string_view name) -> Result<std::string> {
        PEIL_TRY(const auto* field, questionOf(form, name));
        open = open && !field->inRepeat && field->fieldClass != forms::FieldClass::Sealed;
        asks.insert(field->name);
        return std::string(kRoot) + field->name;
    });
    if (!text || !open) return std::nullopt;
    return *text;
}

std::string bindOf(std::string_view field, std::string_view type, std::string_view calculation) {
    auto bind = "<bind nodeset=\"" + std::string(kRoot) + std::string(field) + "\" type=\"" + std::string(type) + "\"";
    if (!calculation.empty()) bind += " calculate=\"" + markup(calculation) + "\"";
    return bind + "/>";
}

std::string formText(const std::string& fields, const std::string& binds) {
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head>"
           "<h:title>open</h:title><model><instance><open id=\"open\">" +
           fields + "<meta><instanceID/></meta></open></instance>" + binds + "</model></h:head><h:body/></h:html>";
}

std::string element(std::string_view name, std::string_view value) {
    const std::string tag(name);
    return "<" + tag + ">" + markup(value) + "</" + tag + ">";
}

} // namespace

OpenRules OpenRules::of(const forms::FormDefinition& form, const study::Study& study) {
    OpenRules rules;
    rules.m_timeZone = study.timeZone;
    std::string fields, binds;
    const auto add = [&](const std::string& id, std::string_view expression, bool isGroup) {
        std::set<std::string> asks;
        const auto text = openText(form, expression, asks);
        if (!text) return rules.m_left.push_back(id);
        const auto field = "peil_" + std::to_string(rules.m_expressions.size() + 1);
        fields += element(field, "");
        binds += bindOf(field, "string", isGroup ? *text : "if(" + *text + ", '1', '0')");
        rules.m_asked.insert(asks.begin(), asks.end());
        rules.m_expressions.push_back({std::string(kRoot) + field, std::move(asks), isGroup});
    };
    if (!study.cleaning.group.empty()) add("group", study.cleaning.group, true);
    for (const auto& rule : study.cleaning.rules)
        if (rule.action == study::CleaningRule::Action::LeaveOut) add(rule.id, rule.check, false);
    for (const auto& field : form.fields()) {
        if (!rules.m_asked.contains(field.name)) continue;
        fields += element(field.name, "");
        binds += bindOf(field.name, idOf(field.type), "");
    }
    if (!rules.m_expressions.empty()) rules.m_form = forms::FormDefinition::parse(formText(fields, binds)).form;
    return rules;
}

OpenRules::Verdict OpenRules::judge(const OpenAnswers& answers, bool sameForm) const {
    Verdict verdict;
    if (!m_form) return verdict;
    std::string record;
    for (const auto& name : m_asked)
        record += element(name, answers(name).value_or(std::string_view{}));
    FixedEnvironment world({});
    const auto session = forms::Session::load(m_form, world.environment(m_timeZone), "<open>" + record + "</open>",
                                              forms::LoadAs::Record);
    for (const auto& expression : m_expressions) {
        const bool isKnown = sameForm || std::all_of(expression.asks.begin(), expression.asks.end(),
                                                     [&](const auto& name) { return answers(name).has_value(); });
        if (!isKnown) continue;
        const auto node = session ? session->find(expression.field) : std::nullopt;
        auto value = node ? session->value(*node) : std::string();
        if (expression.isGroup)
            verdict.derivedGroup = std::move(value);
        else
            verdict.broken = verdict.broken || value != "1";
    }
    return verdict;
}

} // namespace peil::records
