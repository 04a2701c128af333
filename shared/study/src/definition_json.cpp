// SPDX-License-Identifier: Apache-2.0
#include "peil/study/definition_json.h"

#include "definition_values.h"

#include <boost/json.hpp>

namespace peil::study {
namespace {

namespace json = boost::json;

json::value textOrNull(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value numberOrNull(const std::optional<int>& number) {
    return number ? json::value(*number) : json::value(nullptr);
}

json::value definitionJson(const CaseDefinition* definition) {
    if (definition == nullptr || !definition->declared()) return nullptr;
    return json::object{{"definition", textsJson(definition->words)},
                        {"maintenance_treatment", textOrNull(treatmentValue(*definition))},
                        {"min_days_per_week", numberOrNull(definition->minDaysPerWeek)},
                        {"age_from", numberOrNull(definition->ageFrom)},
                        {"age_to", numberOrNull(definition->ageTo)}};
}

json::value registerJson(const std::optional<Benchmark>& benchmark) {
    if (!benchmark) return nullptr;
    return json::object{
        {"register", benchmark->registerName},
        {"area", benchmark->area},
        {"year", benchmark->year},
        {"deduplicated", benchmark->deduplicated ? json::value(*benchmark->deduplicated) : json::value(nullptr)},
        {"definition", textsJson(benchmark->words)}};
}

json::object differenceJson(const Study& study, const DefinitionDifference& difference) {
    json::object sentences;
    const auto* group = study.group(difference.groupId);
    for (const auto* language : {"en", "nl", "ar"})
        sentences[language] =
            differenceSentence(difference, language, group != nullptr ? group->label.in(language) : std::string());
    return {{"group", textOrNull(difference.groupId)}, {"aspect", idOf(difference.aspect)},
            {"sample", textOrNull(difference.sample)}, {"register", textOrNull(difference.benchmark)},
            {"effect", idOf(difference.effect)},       {"sentence", std::move(sentences)}};
}

} // namespace

json::object textsJson(const LocalText& text) {
    json::object object;
    for (const auto& [language, words] : text.texts)
        object[language] = words;
    return object;
}

json::object definitionsJson(const Study& study) {
    json::array groups, differences;
    for (const auto& group : study.groups)
        groups.push_back(
            json::object{{"group", group.id},
                         {"sample", definitionJson(&group.definition)},
                         {"register", definitionJson(study.benchmark ? study.benchmark->group(group.id) : nullptr)}});
    for (const auto& difference : compareDefinitions(study))
        differences.push_back(differenceJson(study, difference));
    return {{"study", study.id.text()},
            {"register", registerJson(study.benchmark)},
            {"groups", std::move(groups)},
            {"differences", std::move(differences)}};
}

} // namespace peil::study
