// SPDX-License-Identifier: Apache-2.0
#include "codebook_text.h"

#include <set>

namespace peil::exports {
namespace {

struct Word {
    std::string_view en, nl;
    [[nodiscard]] std::string_view in(std::string_view language) const { return language == "nl" ? nl : en; }
};

constexpr std::array<Word, 28> kHeadings{{{"Codebook", "Codeboek"},
                                          {"Variables", "Variabelen"},
                                          {"Rows", "Rijen"},
                                          {"Name", "Naam"},
                                          {"Question", "Vraag"},
                                          {"Type", "Soort"},
                                          {"Class", "Klasse"},
                                          {"Values", "Waarden"},
                                          {"Code", "Code"},
                                          {"Meaning", "Betekenis"},
                                          {"Count", "Aantal"},
                                          {"Proportion", "Aandeel"},
                                          {"Answers", "Antwoorden"},
                                          {"No answer", "Geen antwoord"},
                                          {"Smallest", "Kleinste"},
                                          {"Largest", "Grootste"},
                                          {"Mean", "Gemiddelde"},
                                          {"Standard deviation", "Standaardafwijking"},
                                          {"First", "Eerste"},
                                          {"Last", "Laatste"},
                                          {"Other values", "Andere waarden"},
                                          {"Version", "Versie"},
                                          {"Date", "Datum"},
                                          {"Producer", "Maker"},
                                          {"In .sav and .dta", "In .sav en .dta"},
                                          {"Number in .sav and .dta", "Getal in .sav en .dta"},
                                          {"type set in the study file", "type ingesteld in het onderzoeksbestand"},
                                          {"type inferred from the calculation", "type afgeleid uit de berekening"}}};

constexpr std::array<Word, kMissingReasons> kReasons{{{"Answered", "Beantwoord"},
                                                      {"Missing", "Ontbreekt"},
                                                      {"Not asked", "Niet gevraagd"},
                                                      {"Interview broken off", "Interview afgebroken"},
                                                      {"Skipped", "Overgeslagen"},
                                                      {"Refused", "Geweigerd"},
                                                      {"Does not know", "Weet niet"}}};

constexpr std::array<Word, 5> kTypes{{{"Number", "Getal"},
                                      {"Text", "Tekst"},
                                      {"Date", "Datum"},
                                      {"One choice", "Eén keuze"},
                                      {"Several choices", "Meer keuzes"}}};

constexpr std::array<Word, 3> kClasses{{{"Sealed: under the researchers' key", "Verzegeld: onder de onderzoekssleutel"},
                                        {"Quota: counts, open", "Quotum: aantallen, open"},
                                        {"Estimate: research file", "Schatting: onderzoeksbestand"}}};

} // namespace

std::string_view heading(Heading which, std::string_view language) {
    return kHeadings[static_cast<std::size_t>(which)].in(language);
}

std::string_view labelOf(MissingReason reason, std::string_view language) {
    return kReasons[static_cast<std::size_t>(reason)].in(language);
}

std::string_view labelOf(VariableType type, std::string_view language) {
    return kTypes[static_cast<std::size_t>(type)].in(language);
}

std::string_view labelOf(FieldClass fieldClass, std::string_view language) {
    return kClasses[static_cast<std::size_t>(fieldClass)].in(language);
}

std::string_view labelOf(TypeOrigin origin, std::string_view language) {
    if (origin == TypeOrigin::Form) return {};
    return heading(origin == TypeOrigin::Study ? Heading::FromStudy : Heading::Inferred, language);
}

std::vector<std::string> languagesOf(const Dataset& dataset) {
    std::set<std::string> found;
    const auto add = [&found](const Labels& labels) {
        for (const auto& [language, text] : labels.all())
            found.insert(language);
    };
    for (const auto* source : dataset.tables)
        for (const auto& variable : source->table().variables) {
            add(variable.label);
            for (const auto& value : variable.values)
                add(value.label);
        }
    return {found.begin(), found.end()};
}

} // namespace peil::exports
