// SPDX-License-Identifier: Apache-2.0
#include "checks.h"

#include "peil/base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace peil::xlsform {

namespace {

/// Columns with text or media for people; a language without one shows "-" or nothing.
constexpr std::array kTranslated{
    "label",        "hint",         "guidance_hint", "constraint_message", "required_message",
    "media::image", "media::audio", "media::video",  "media::big-image"};

std::set<std::string> languagesOf(const Table& table, std::string_view key, const std::string& defaultLanguage) {
    std::set<std::string> out;
    for (const auto column : table.columnsOf(key)) {
        const auto& language = table.columns()[column].language;
        out.insert(language.empty() ? defaultLanguage : language);
    }
    return out;
}

/// The header as the designer wrote it, without its language: "media::audio" of "media::audio::French (fr)".
std::string withoutLanguage(const Column& column) {
    if (column.language.empty() || !column.header.ends_with(column.language)) return column.header;
    const auto stem = column.header.substr(0, column.header.size() - column.language.size());
    return stem.substr(0, stem.find_last_not_of(": ") + 1);
}

void checkTable(const Table& table, const std::string& defaultLanguage, Reporter& reporter) {
    std::set<std::string> all;
    for (const auto* key : kTranslated)
        all.merge(languagesOf(table, key, defaultLanguage));
    if (all.size() < 2) return;
    for (const auto* key : kTranslated) {
        const auto present = languagesOf(table, key, defaultLanguage);
        if (present.empty()) continue;
        std::vector<std::string> missing;
        std::set_difference(all.begin(), all.end(), present.begin(), present.end(), std::back_inserter(missing));
        if (missing.empty()) continue;
        const auto stem = withoutLanguage(table.columns()[table.columnsOf(key).front()]);
        // A column without a language is in the default language.
        const auto cure = missing.front() == defaultLanguage ? stem : stem + "::" + missing.front();
        reporter.warning("missing_translation", table.headerPlace(key),
                         "\"" + stem + "\" is not translated into " + join(missing, ", ") + ".",
                         "Add a column " + cure + ".");
    }
}

} // namespace

void checkTranslations(const Form& form, Reporter& reporter) {
    checkTable(*form.survey, form.defaultLanguage, reporter);
    if (form.choices) checkTable(*form.choices, form.defaultLanguage, reporter);
    const bool translated = !form.survey->languages().empty() || (form.choices && !form.choices->languages().empty());
    if (!translated) return;
    forEach(form.root, [&](const Element& e) {
        if (e.type.orOther)
            reporter.warning("untranslated_other", e.place("type"),
                             "or_other adds a choice and a question in English only.",
                             "Add a choice \"other\" with its translations and a text question instead.");
    });
}

} // namespace peil::xlsform
