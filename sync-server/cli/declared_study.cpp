// SPDX-License-Identifier: Apache-2.0
#include "declared_study.h"

#include "command.h"
#include "peil/base/text.h"
#include "peil/crypto/seal.h"
#include "peil/study/definition_json.h"

#include <algorithm>

namespace peil::cli {
namespace {

/// "People who … (minimum use: 1 day a week; age: 18 and older)"
std::string withFlags(const study::CaseDefinition* definition) {
    if (definition == nullptr || !definition->declared()) return "not declared";
    std::vector<std::string> flags;
    for (const auto& [label, value] : study::flagWords(*definition, "en"))
        flags.push_back(label + ": " + value);
    return definition->words.in("en") + (flags.empty() ? "" : " (" + join(flags, "; ") + ")");
}

} // namespace

Result<DeclaredStudy> readDeclaredStudy(const std::filesystem::path& place) {
    std::error_code ignored;
    const auto file = std::filesystem::is_directory(place, ignored) ? place / "study.toml" : place;
    PEIL_TRY(const auto toml, readText(file, kMaxFormBytes));
    PEIL_TRY(auto study, study::parseStudy(toml, file.string()));
    return DeclaredStudy{std::move(study), toHex(crypto::sha256(bytesOf(toml)))};
}

boost::json::value definitionsJson(const std::optional<DeclaredStudy>& declared, const analysis::RegisterFacts& used) {
    if (!declared) return nullptr;
    auto json = study::definitionsJson(declared->study);
    const auto& benchmark = declared->study.benchmark;
    json["register_as_declared"] =
        benchmark ? boost::json::value(analysis::isAsDeclared(used, *benchmark)) : boost::json::value(nullptr);
    return json;
}

std::string definitionsText(const std::optional<DeclaredStudy>& declared, const analysis::RegisterFacts& used,
                            const std::vector<std::string>& groups) {
    if (!declared)
        return "definition: none was declared; name the study with --study, so that sample and register can be "
               "compared.\n";
    const auto& study = declared->study;
    const auto& benchmark = study.benchmark;
    std::string text;
    if (benchmark && !benchmark->words.texts.empty())
        text += "definition, register " + benchmark->registerName + ": " + benchmark->words.in("en") + '\n';
    if (benchmark && !analysis::isAsDeclared(used, *benchmark))
        text += "note: " + analysis::otherThanDeclared(used, *benchmark, "en") + '\n';
    for (const auto& id : groups) {
        const auto* group = study.group(id);
        text += "definition, " + id + ", sample: " + withFlags(group != nullptr ? &group->definition : nullptr) + '\n';
        text += "definition, " + id + ", register: " + withFlags(benchmark ? benchmark->group(id) : nullptr) + '\n';
    }
    for (const auto& difference : study::compareDefinitions(study))
        if (difference.groupId.empty() || std::ranges::find(groups, difference.groupId) != groups.end())
            text += "difference: " + study::differenceSentence(difference, "en") + '\n';
    return text;
}

} // namespace peil::cli
