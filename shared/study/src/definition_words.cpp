// SPDX-License-Identifier: Apache-2.0
// Definitions and their differences as people read them; the words are in words.json.
#include "definition_values.h"
#include "peil/base/text.h"
#include "peil/words/words.h"

namespace peil::study {
namespace {

using Aspect = DefinitionAspect;

class Say {
public:
    explicit Say(std::string_view language)
        : m_language(language) {}
    std::string operator()(std::string_view id, const std::vector<std::string>& values = {}) const {
        return words::textOf(words::Kind::Definition, id, m_language, values);
    }

private:
    std::string_view m_language;
};

std::string daysText(const std::string& value, Say say) {
    return value == "0" || value == "1" || value == "2" ? say("days_" + value) : say("days", {value});
}

std::string ageText(const std::string& value, Say say) {
    const auto dash = value.find('-');
    const auto from = value.substr(0, dash), to = value.substr(dash + 1);
    return to.empty() ? say("age_from", {from}) : from.empty() ? say("age_to", {to}) : say("age_range", {from, to});
}

std::string periodText(const std::string& value, Say say) {
    const auto slash = value.find('/');
    return slash == std::string::npos ? say("period_in", {value})
                                      : say("period_range", {value.substr(0, slash), value.substr(slash + 1)});
}

std::string valueText(Aspect aspect, const std::string& value, Say say) {
    if (value.empty()) return say("not_declared");
    switch (aspect) {
    case Aspect::Frequency:
        return daysText(value, say);
    case Aspect::Age:
        return ageText(value, say);
    case Aspect::Period:
        return periodText(value, say);
    case Aspect::Words:
    case Aspect::MaintenanceTreatment:
    case Aspect::Duplicates:
        break;
    }
    return say(value);
}

} // namespace

DifferenceWords differenceWords(const DefinitionDifference& difference, std::string_view language) {
    const Say say(language);
    return {say(idOf(difference.aspect)), valueText(difference.aspect, difference.sample, say),
            valueText(difference.aspect, difference.benchmark, say), say(idOf(difference.effect))};
}

std::string differenceSentence(const DefinitionDifference& difference, std::string_view language,
                               std::string_view groupLabel) {
    const Say say(language);
    const auto words = differenceWords(difference, language);
    const std::string label(groupLabel.empty() ? std::string_view(difference.groupId) : groupLabel);
    const auto subject = difference.groupId.empty() ? say("all_groups") : say("one_group", {label});
    return say("difference", {subject, words.aspect, words.sample, words.benchmark, words.effect});
}

std::vector<std::pair<std::string, std::string>> flagWords(const CaseDefinition& definition,
                                                           std::string_view language) {
    const Say say(language);
    std::vector<std::pair<std::string, std::string>> flags;
    const auto add = [&](Aspect aspect, const std::string& value) {
        if (!value.empty()) flags.emplace_back(say(idOf(aspect)), valueText(aspect, value, say));
    };
    add(Aspect::MaintenanceTreatment, treatmentValue(definition));
    add(Aspect::Frequency, daysValue(definition));
    add(Aspect::Age, ageValue(definition));
    return flags;
}

} // namespace peil::study
