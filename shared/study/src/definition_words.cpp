// SPDX-License-Identifier: Apache-2.0
// Definitions and their differences in the languages of reports (English, Dutch) and of the dashboard (Arabic too).
#include "definition_values.h"
#include "peil/base/text.h"

namespace peil::study {
namespace {

using Aspect = DefinitionAspect;

class Say {
public:
    explicit Say(std::string_view language)
        : m_language(language) {}
    std::string operator()(const char* english, const char* dutch, const char* arabic) const {
        return m_language == "nl" ? dutch : m_language == "ar" ? arabic : english;
    }

private:
    std::string_view m_language;
};

std::string aspectWords(Aspect aspect, Say say) {
    switch (aspect) {
    case Aspect::Words:
        return say("definition", "definitie", "التعريف");
    case Aspect::MaintenanceTreatment:
        return say("opioid maintenance treatment", "opioïdenonderhoudsbehandeling", "العلاج البديل بالأفيونيات");
    case Aspect::Frequency:
        return say("minimum use", "minimaal gebruik", "الحد الأدنى للاستخدام");
    case Aspect::Age:
        return say("age", "leeftijd", "العمر");
    case Aspect::Duplicates:
        return say("people counted", "telling van personen", "عد الأشخاص");
    case Aspect::Period:
        break;
    }
    return say("period", "periode", "الفترة");
}

std::string daysWords(const std::string& value, Say say) {
    if (value == "0") return say("no minimum", "geen minimum", "بلا حد أدنى");
    if (value == "1") return say("1 day a week", "1 dag per week", "يوم واحد في الأسبوع");
    if (value == "2") return say("2 days a week", "2 dagen per week", "يومان في الأسبوع");
    return value + say(" days a week", " dagen per week", " أيام في الأسبوع");
}

std::string ageWords(const std::string& value, Say say) {
    const auto dash = value.find('-');
    const auto from = value.substr(0, dash), to = value.substr(dash + 1);
    auto words = to.empty()     ? say("{from} and older", "{from} jaar en ouder", "{from} سنة فأكثر")
                 : from.empty() ? say("up to {to}", "tot en met {to} jaar", "حتى {to} سنة")
                                : say("{from} to {to}", "{from} tot en met {to} jaar", "من {from} إلى {to} سنة");
    return replaceAll(replaceAll(words, "{from}", from), "{to}", to);
}

std::string valueWords(Aspect aspect, const std::string& value, Say say) {
    if (value.empty()) return say("not declared", "niet opgegeven", "غير محدد");
    switch (aspect) {
    case Aspect::MaintenanceTreatment:
        return value == kIncluded ? say("included", "telt mee", "مشمول")
                                  : say("excluded", "telt niet mee", "غير مشمول");
    case Aspect::Frequency:
        return daysWords(value, say);
    case Aspect::Age:
        return ageWords(value, say);
    case Aspect::Duplicates:
        return value == kOnce ? say("each person once", "iedere persoon één keer", "كل شخص مرة واحدة")
                              : say("some people more than once", "sommige personen vaker dan één keer",
                                    "بعض الأشخاص أكثر من مرة");
    case Aspect::Period: { // a date keeps its direction inside text from right to left
        const auto open = say("", "", "\u2066"), close = say("", "", "\u2069");
        return open + replaceAll(value, "/", close + say(" to ", " tot en met ", " إلى ") + open) + close;
    }
    case Aspect::Words:
        break;
    }
    return say("declared", "opgegeven", "محدد");
}

std::string effectWords(SizeEffect effect, Say say) {
    switch (effect) {
    case SizeEffect::TooHigh:
        return say("this makes the estimate too high", "dit maakt de schatting te hoog",
                   "وهذا يجعل التقدير أعلى مما ينبغي");
    case SizeEffect::TooLow:
        return say("this makes the estimate too low", "dit maakt de schatting te laag",
                   "وهذا يجعل التقدير أدنى مما ينبغي");
    case SizeEffect::Either:
        return say("this can make the estimate too high or too low", "dit kan de schatting te hoog of te laag maken",
                   "وقد يجعل هذا التقدير أعلى أو أدنى مما ينبغي");
    case SizeEffect::Unknown:
        break;
    }
    return say("the two cannot be compared", "de twee zijn niet te vergelijken", "ولا يمكن مقارنتهما");
}

} // namespace

DifferenceWords differenceWords(const DefinitionDifference& difference, std::string_view language) {
    const Say say(language);
    return {aspectWords(difference.aspect, say), valueWords(difference.aspect, difference.sample, say),
            valueWords(difference.aspect, difference.benchmark, say), effectWords(difference.effect, say)};
}

std::string differenceSentence(const DefinitionDifference& difference, std::string_view language,
                               std::string_view groupLabel) {
    const Say say(language);
    const auto words = differenceWords(difference, language);
    const std::string label(groupLabel.empty() ? std::string_view(difference.groupId) : groupLabel);
    const auto subject = difference.groupId.empty() ? say("All groups", "Alle groepen", "كل المجموعات")
                                                    : say("Group \"", "Groep \"", "المجموعة \"") + label + "\"";
    auto sentence = say("{subject}, {aspect}: sample {sample}, register {register}; {effect}.",
                        "{subject}, {aspect}: steekproef {sample}, register {register}; {effect}.",
                        "{subject}، {aspect}: العينة {sample}، السجل {register}؛ {effect}.");
    for (const auto& [name, value] : {std::pair{"{subject}", &subject},
                                      {"{aspect}", &words.aspect},
                                      {"{sample}", &words.sample},
                                      {"{register}", &words.benchmark},
                                      {"{effect}", &words.effect}})
        sentence = replaceAll(sentence, name, *value);
    return sentence;
}

std::vector<std::pair<std::string, std::string>> flagWords(const CaseDefinition& definition,
                                                           std::string_view language) {
    const Say say(language);
    std::vector<std::pair<std::string, std::string>> flags;
    const auto add = [&](Aspect aspect, const std::string& value) {
        if (!value.empty()) flags.emplace_back(aspectWords(aspect, say), valueWords(aspect, value, say));
    };
    add(Aspect::MaintenanceTreatment, treatmentValue(definition));
    add(Aspect::Frequency, daysValue(definition));
    add(Aspect::Age, ageValue(definition));
    return flags;
}

} // namespace peil::study
