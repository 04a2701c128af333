// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/column_types.h"

#include "peil/base/text.h"
#include "peil/dataset/form_logic.h"
#include "peil/study/vocabulary.h"
#include "peil/words/words.h"
#include "peil/xpath/outcomes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <span>

namespace peil::dataset {
namespace {

using exports::TypeOrigin;
using exports::ValueLabel;
using exports::VariableType;
using Choices = std::span<const forms::ChoiceInfo>;

constexpr std::size_t kLongestList = 2000; ///< FieldInfo holds no more of a list, so a full one may not be whole

bool isDay(std::string_view text) {
    constexpr std::string_view kPattern = "0000-00-00";
    return std::ranges::equal(text, kPattern,
                              [](char c, char wanted) { return wanted == '0' ? c >= '0' && c <= '9' : c == wanted; });
}

/// A number written as XPath writes it: "1", "-0.5", not "01".
bool isPlainNumber(std::string_view text) {
    const auto number = parseNumber(text);
    return number && formatNumber(*number) == text;
}

exports::Labels labelsOf(const std::vector<std::pair<std::string, std::string>>& texts,
                         const forms::FormDefinition& form) {
    exports::Labels labels;
    for (const auto& [language, text] : texts) {
        auto tag = language;
        for (const auto& known : form.languages())
            if (known.name == language && !known.code.empty()) tag = known.code;
        labels.set(tag.empty() ? "en" : tag, text);
    }
    return labels;
}

exports::Labels labelsOf(const study::LocalText& text) {
    exports::Labels labels;
    for (const auto& [language, words] : text.texts)
        labels.set(language.empty() ? "en" : language, words);
    return labels;
}

std::vector<ValueLabel> valuesOf(Choices choices, const forms::FormDefinition& form) {
    std::vector<ValueLabel> values;
    for (const auto& choice : choices)
        values.push_back({choice.value, labelsOf(choice.labels, form)});
    return values;
}

std::vector<ValueLabel> noAndYes(const char* no, const char* yes) {
    return {{no, {{"en", "No"}, {"nl", "Nee"}}}, {yes, {{"en", "Yes"}, {"nl", "Ja"}}}};
}

/// In the words of dashboard and report, which name an outcome that does not count as a reason.
ValueLabel labelOf(study::Outcome outcome) {
    const auto id = idOf(outcome);
    const auto kind = outcome == study::Outcome::Complete ? words::Kind::Outcome : words::Kind::NotCounted;
    return {std::string(id), {{"en", words::textOf(kind, id, "en")}, {"nl", words::textOf(kind, id, "nl")}}};
}

/// By question or declared type alone.
Reading declaredReading(const forms::FieldInfo& field, const forms::FormDefinition& form) {
    using enum forms::Control;
    const bool one = field.control == Select1, several = field.control == Select || field.control == Rank;
    if ((one || several) && !field.choices.empty())
        return {one ? VariableType::Choice : VariableType::Choices, TypeOrigin::Form, valuesOf(field.choices, form),
                true};
    switch (field.type) {
    case forms::DataType::Integer:
    case forms::DataType::Decimal:
        return {VariableType::Number};
    case forms::DataType::Date:
        return {VariableType::Date, TypeOrigin::Form, {}, true};
    case forms::DataType::Boolean:
        return {VariableType::Choice, TypeOrigin::Form, noAndYes("false", "true")};
    default:
        return {};
    }
}

/// What a field that the study counts with is, whatever its question.
struct Role {
    exports::Labels label;
    std::optional<Reading> reading; ///< nothing: as the form has it
};

Role roleOf(const study::Study& study, const std::string& name) {
    const auto& fields = study.fields;
    const auto choice = [](std::vector<ValueLabel> values) {
        return Reading{VariableType::Choice, TypeOrigin::Study, std::move(values)};
    };
    const Reading number{VariableType::Number, TypeOrigin::Study};
    if (name == fields.city) return {{{"en", "City"}, {"nl", "Stad"}}, std::nullopt};
    if (name == fields.site) return {{{"en", "Site"}, {"nl", "Plek"}}, std::nullopt};
    if (!fields.frame.empty() && name == fields.frame)
        return {{{"en", "Sites in the frame"}, {"nl", "Plekken in het steekproefkader"}}, number};
    if (name == fields.week) return {{{"en", "Week of the study"}, {"nl", "Week van het onderzoek"}}, number};
    if (name == fields.weight) return {{{"en", "Weight"}, {"nl", "Gewicht"}}, number};
    if (name == fields.inCare) return {{{"en", "In care"}, {"nl", "In zorg"}}, choice(noAndYes("0", "1"))};
    if (study.trait && name == study.trait->field) return {labelsOf(study.trait->label), choice(noAndYes("0", "1"))};
    if (name == fields.group) {
        std::vector<ValueLabel> groups;
        for (const auto& group : study.groups)
            groups.push_back({group.id, labelsOf(group.label)});
        groups.push_back(labelOf(study::Outcome::NotEligible));
        return {{{"en", "Group"}, {"nl", "Groep"}}, choice(std::move(groups))};
    }
    if (name == study::kSiteTypeField && !study.siteTypes.empty()) {
        std::vector<ValueLabel> types;
        for (const auto& type : study.siteTypes)
            types.push_back({type.id, labelsOf(type.label)});
        return {{{"en", "Type of site"}, {"nl", "Soort plek"}}, choice(std::move(types))};
    }
    if (name == fields.outcome)
        return {{{"en", "Outcome of the interview"}, {"nl", "Uitkomst van het interview"}},
                choice({labelOf(study::Outcome::Complete), labelOf(study::Outcome::BrokenOff),
                        labelOf(study::Outcome::NotEligible)})};
    return {};
}

bool holds(Choices list, const std::string& code) {
    return std::ranges::find(list, code, &forms::ChoiceInfo::value) != list.end();
}

bool sameCodes(Choices a, Choices b) {
    return std::ranges::equal(a, b, {}, &forms::ChoiceInfo::value, &forms::ChoiceInfo::value);
}

/// What the values of a node can be, gathered over everything that fills it.
struct Evidence {
    bool number = false, boolean = false, day = false, other = false;
    std::set<std::string> texts = {}; ///< without the empty one
    Choices list = {};
    bool severalLists = false;

    void add(const Evidence& more) {
        number = number || more.number;
        boolean = boolean || more.boolean;
        day = day || more.day;
        other = other || more.other;
        texts.insert(more.texts.begin(), more.texts.end());
        severalLists =
            severalLists || more.severalLists || (!list.empty() && !more.list.empty() && !sameCodes(list, more.list));
        if (list.empty()) list = more.list;
    }
};

} // namespace

/// Reads the type of a calculated field off its expressions, through the fields that they pass on.
class ColumnTypes::Inference {
public:
    Inference(const forms::FormDefinition& form, const FormLogic& logic)
        : m_form(form)
        , m_logic(logic) {}

    /// nullopt if the expressions do not determine it, or may give any text.
    [[nodiscard]] std::optional<Reading> readingOf(const forms::FieldInfo& field) {
        if (m_fields.empty())
            for (const auto& one : m_form.fields())
                m_fields.emplace(one.path, &one);
        if (field.control != forms::Control::None || !m_logic.expressions.contains(field.path)) return std::nullopt;
        return conclude(evidenceOf(field.path));
    }

private:
    static constexpr std::size_t kDeepest = 500; ///< of fields that pass each other on; beyond, anything is possible

    /// Each field is visited once: forms can have thousands that depend on each other.
    const Evidence& evidenceOf(const std::string& path) {
        if (const auto known = m_known.find(path); known != m_known.end()) return known->second;
        if (m_underWay.size() >= kDeepest || !m_underWay.insert(path).second) {
            static const Evidence anything{.other = true}; // actions can set two fields from each other
            return anything;
        }
        Evidence found;
        gather(path, found);
        m_underWay.erase(path);
        return m_known.emplace(path, std::move(found)).first->second;
    }

    void gather(const std::string& path, Evidence& out) {
        const auto found = m_fields.find(path);
        if (found == m_fields.end()) {
            out.other = true;
            return;
        }
        const auto& field = *found->second;
        if (field.control == forms::Control::Select1 && !field.choices.empty()) return gatherList(field.choices, out);
        switch (field.type) {
        case forms::DataType::Integer:
        case forms::DataType::Decimal:
            out.number = true;
            break;
        case forms::DataType::Date:
            out.day = true;
            break;
        case forms::DataType::Boolean:
            out.boolean = true;
            break;
        default:
            gatherExpressions(field, out);
        }
    }

    static void gatherList(Choices list, Evidence& out) {
        if (list.size() >= kLongestList) {
            out.other = true;
            return;
        }
        out.list = list;
        for (const auto& choice : list)
            out.texts.insert(choice.value);
    }

    void gatherExpressions(const forms::FieldInfo& field, Evidence& out) {
        const auto expressions = m_logic.expressions.find(field.path);
        if (field.control != forms::Control::None || expressions == m_logic.expressions.end()) {
            out.other = true;
            return;
        }
        if (const auto text = m_logic.defaults.find(field.path); text != m_logic.defaults.end())
            out.texts.insert(text->second);
        for (const auto& expression : expressions->second) {
            const auto outcomes = xpath::outcomesOf(expression, field.path);
            if (!outcomes) {
                out.other = true;
                return;
            }
            for (const auto& outcome : *outcomes)
                if (outcome != xpath::Outcome{xpath::Outcome::Kind::Node, field.path}) take(outcome, out);
        }
    }

    void take(const xpath::Outcome& outcome, Evidence& out) {
        using enum xpath::Outcome::Kind;
        switch (outcome.kind) {
        case Number:
            out.number = true;
            break;
        case Boolean:
            out.boolean = true;
            break;
        case Day:
            out.day = true;
            break;
        case Literal:
            if (!outcome.text.empty()) out.texts.insert(outcome.text);
            break;
        case Node:
            out.add(evidenceOf(outcome.text));
            break;
        case Other:
            out.other = true;
            break;
        }
    }

    [[nodiscard]] std::optional<Reading> conclude(const Evidence& found) const {
        constexpr auto kInferred = TypeOrigin::Inferred;
        const bool texts = !found.texts.empty();
        if (found.other || found.number + found.boolean + found.day > 1) return std::nullopt;
        if (found.day) return texts ? std::nullopt : std::optional(Reading{VariableType::Date, kInferred});
        if (found.boolean) {
            const bool only =
                std::ranges::all_of(found.texts, [](const auto& t) { return t == "true" || t == "false"; });
            return only ? std::optional(Reading{VariableType::Choice, kInferred, noAndYes("false", "true")})
                        : std::nullopt;
        }
        const bool ofList = !found.list.empty() && !found.severalLists && !found.number &&
                            std::ranges::all_of(found.texts, [&](const auto& t) { return holds(found.list, t); });
        if (ofList) return Reading{VariableType::Choice, kInferred, valuesOf(found.list, m_form)};
        if ((texts || found.number) && std::ranges::all_of(found.texts, isPlainNumber))
            return Reading{VariableType::Number, kInferred};
        return std::nullopt;
    }

    const forms::FormDefinition& m_form;
    const FormLogic& m_logic;
    std::map<std::string, const forms::FieldInfo*, std::less<>> m_fields;
    std::map<std::string, Evidence, std::less<>> m_known;
    std::set<std::string> m_underWay;
};

bool Reading::fits(std::string_view value) const {
    switch (type) {
    case VariableType::Number: {
        const auto number = parseNumber(value);
        return value == "NaN" || (number && std::isfinite(*number));
    }
    case VariableType::Date:
        return keepsOthers || isDay(value);
    case VariableType::Choice:
        return keepsOthers || std::ranges::any_of(values, [&](const ValueLabel& one) { return one.value == value; });
    case VariableType::Choices:
    case VariableType::Text:
        break;
    }
    return true;
}

ColumnTypes::ColumnTypes(const forms::FormDefinition& form, const FormLogic& logic, const study::Study* study)
    : m_form(form)
    , m_study(study)
    , m_inference(std::make_unique<Inference>(form, logic)) {}

ColumnTypes::~ColumnTypes() = default;

std::vector<Reading> ColumnTypes::readingsOf(const forms::FieldInfo& field) const {
    std::vector<Reading> readings;
    auto declared = declaredReading(field, m_form);
    const bool hasList = declared.type == VariableType::Choice && declared.keepsOthers;
    if (m_study != nullptr && !field.inRepeat && !hasList)
        if (auto role = roleOf(*m_study, field.name); role.reading) {
            const bool declaresNumber = declared.type == VariableType::Number;
            if (declaresNumber && role.reading->type == VariableType::Number) role.reading->origin = TypeOrigin::Form;
            readings.push_back(std::move(*role.reading));
        }
    if (declared.type != VariableType::Text)
        readings.push_back(std::move(declared));
    else if (auto inferred = m_inference->readingOf(field))
        readings.push_back(std::move(*inferred));
    readings.emplace_back();
    return readings;
}

exports::Labels ColumnTypes::labelOf(const forms::FieldInfo& field) const {
    auto label = labelsOf(field.labels, m_form);
    if (label.in("en").empty() && m_study != nullptr && !field.inRepeat) return roleOf(*m_study, field.name).label;
    return label;
}

} // namespace peil::dataset
