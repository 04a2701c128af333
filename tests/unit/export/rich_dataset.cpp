// SPDX-License-Identifier: Apache-2.0
#include "rich_dataset.h"

#include "peil/base/bytes.h"
#include "peil/base/file.h"
#include "peil/base/text.h"

#include <catch2/catch_test_macros.hpp>

namespace peil::exports::test {
namespace {

Labels labels(std::string english, std::string dutch) {
    return {{"en", std::move(english)}, {"nl", std::move(dutch)}};
}

Table peopleTable() {
    Table table{"people", "", labels("People", "Mensen"), {}};
    table.variables = {
        {"age", {"start"}, labels("Age", "Leeftijd"), VariableType::Number, FieldClass::Sealed, {}},
        // Values as low as the usual codes of reasons: others must be found for them.
        {"balance", {"start"}, labels("Balance", "Saldo"), VariableType::Number, FieldClass::Sealed, {}},
        {"share", {}, labels("Share", "Aandeel"), VariableType::Number, FieldClass::Sealed, {}},
        {"whole", {}, labels("A large whole number", "Een groot getal"), VariableType::Number, FieldClass::Sealed, {}},
        {"in_care",
         {},
         labels("In care?", "In zorg?"),
         VariableType::Choice,
         FieldClass::Estimate,
         {{"1", labels("Yes", "Ja")}, {"0", labels("No", "Nee")}}},
        {"city",
         {},
         labels("City", "Stad"),
         VariableType::Choice,
         FieldClass::Quota,
         {{"ams", labels("Amsterdam", "Amsterdam")}, {"dhg", labels("The Hague", "’s-Gravenhage")}}},
        {"used",
         {"a_long_group_name", "and_a_second_one"},
         labels("Used", "Gebruikt"),
         VariableType::Choices,
         FieldClass::Sealed,
         {{"1", labels("Heroin", "Heroïne")}, {"2", labels("Crack", "Basecoke")}, {"12", labels("Both", "Beide")}}},
        {"day", {}, labels("Day", "Dag"), VariableType::Date, FieldClass::Sealed, {}},
        {"story", {}, labels("Story", "Verhaal"), VariableType::Text, FieldClass::Sealed, {}},
        {"weight", {}, labels("Weight", "Gewicht"), VariableType::Number, FieldClass::Estimate, {}}, // a Stata word
    };
    return table;
}

/// A text of `bytes` bytes with a space at every place where it could be cut.
std::string longText(std::size_t bytes) {
    std::string text;
    while (text.size() + 12 < bytes)
        text += "woord é — ";
    while (text.size() < bytes)
        text += 'x';
    return text;
}

std::string hex(std::string_view text) {
    return toHex(bytesOf(text));
}

void write(const std::filesystem::path& file, const std::string& text) {
    REQUIRE(writeFileDurably(file, bytesOf(text)));
}

} // namespace

RichDataset::RichDataset(Rows rows)
    : m_people(peopleTable())
    , m_visits(Table{"visit",
                     "people",
                     labels("Visits", "Bezoeken"),
                     {{"place", {}, labels("Place", "Plek"), VariableType::Text, FieldClass::Sealed, {}},
                      {"times", {}, labels("Times", "Keren"), VariableType::Number, FieldClass::Sealed, {}}}})
    , m_dataset{"people", "v1", labels("Rich", "Rijk"), {}, "Peil", "2024-08-01", {&m_people, &m_visits}} {
    fill(rows);
}

void RichDataset::fill(Rows rows) {
    using enum MissingReason;
    const auto no = [](MissingReason reason) { return Cell::no(reason); };
    const std::string at255 = longText(256), at2045 = longText(2046), at32k = longText(33'000);
    const std::vector<std::vector<Cell>> people{
        {Cell::of(41.0), Cell::of(-95.0), Cell::of(0.1), Cell::of(4e9), Cell::of("1"), Cell::of("ams"),
         Cell::of("1 12"), Cell::of("2024-02-29"), Cell::of("فاطمة قالت: «نعم»"), Cell::of(1.25)},
        {no(DontKnow), no(DontKnow), no(DontKnow), no(DontKnow), no(DontKnow), no(DontKnow), no(DontKnow), no(DontKnow),
         no(DontKnow), no(DontKnow)},
        {no(Refused), no(Refused), no(Refused), no(Refused), no(Refused), no(Refused), no(Refused), no(Refused),
         no(Refused), no(Refused)},
        {no(Skipped), no(Skipped), no(Skipped), no(Skipped), no(Skipped), no(Skipped), no(Skipped), no(Skipped),
         no(Skipped), no(Skipped)},
        {no(BrokenOff), no(BrokenOff), no(BrokenOff), no(BrokenOff), no(BrokenOff), no(BrokenOff), no(BrokenOff),
         no(BrokenOff), no(BrokenOff), no(BrokenOff)},
        {no(NotRelevant), no(NotRelevant), no(NotRelevant), no(NotRelevant), no(NotRelevant), no(NotRelevant),
         no(NotRelevant), no(NotRelevant), no(NotRelevant), no(NotRelevant)},
        {no(Missing), no(Missing), no(Missing), no(Missing), no(Missing), no(Missing), no(Missing), no(Missing),
         no(Missing), no(Missing)},
        {Cell::of(0.0), Cell::of(1e6), Cell::of(-2.5), Cell::of(-4e9), Cell::of("0"), Cell::of("dhg"), Cell::of("2"),
         Cell::of("1899-12-31"), Cell::of(at255), Cell::of(3.0)},
        {Cell::of(99.0), Cell::of(-96.5), Cell::of(1e-7), Cell::of(7.0), Cell::of("1"), Cell::of("ams"), Cell::of("12"),
         Cell::of("2000-01-01"), Cell::of(at2045), Cell::of(0.5)},
        {Cell::of(18.0), Cell::of(0.0), Cell::of(123456.789), Cell::of(0.0), Cell::of("0"), Cell::of("ams"),
         Cell::of("1 2 12"), Cell::of("2024-12-31"), Cell::of(at32k), Cell::of(1.0)},
        {Cell::of(19.0), Cell::of(1.0), Cell::of(1.0), Cell::of(1.0), Cell::of("0"), Cell::of("ams"), Cell::of("1"),
         Cell::of("2024-01-01"), Cell::of("=HYPERLINK(\"x\";\"y\")"), Cell::of(1.0)},
        {Cell::of(20.0), Cell::of(2.0), Cell::of(2.0), Cell::of(2.0), Cell::of("0"), Cell::of("ams"), Cell::of("1"),
         Cell::of("2024-01-01"), Cell::of("'=a, \"b\"\nc\\d 我们 ελληνικά кириллица עברית हिन्दी 😀;=1;'-x"),
         Cell::of(1.0)},
    };
    const std::size_t count = rows == Rows::None ? 0 : rows == Rows::One ? 1 : people.size();
    for (std::size_t i = 0; i < count; ++i)
        REQUIRE(m_people.append({"uuid:" + std::to_string(i + 1), "", people[i]}));
    if (count == 0) return;
    const std::vector<Cell> first{Cell::of("shelter"), Cell::of(2.0)}, second{no(Refused), no(DontKnow)};
    REQUIRE(m_visits.append({"uuid:1/visit[1]", "uuid:1", first}));
    if (rows == Rows::All) REQUIRE(m_visits.append({"uuid:1/visit[2]", "uuid:1", second}));
}

void RichDataset::writeExpectations(const std::filesystem::path& folder, std::string_view language) {
    std::string cells = "table\tkey\tcolumn\treason\tvalue\n", variables = "table\tcolumn\ttype\tlabel\trows\n",
                choices = "table\tcolumn\tcode\tlabel\n";
    for (auto* source : m_dataset.tables) {
        const auto& table = source->table();
        std::size_t rows = 0;
        REQUIRE(source->rewind());
        for (Row row; *source->next(row); ++rows)
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const auto& variable = table.variables[i];
                const auto& cell = row.cells[i];
                const auto text =
                    variable.type == VariableType::Number ? formatNumber(cell.number) : std::string(cell.text);
                cells += table.name + "\t" + std::string(row.key) + "\t" + columnOf(variable) + "\t" +
                         std::string(idOf(cell.missing)) + "\t" +
                         (cell.missing == MissingReason::None ? hex(text) : "") + "\n";
            }
        for (const auto& variable : table.variables) {
            variables += table.name + "\t" + columnOf(variable) + "\t" + std::string(idOf(variable.type)) + "\t" +
                         hex(variable.label.in(language)) + "\t" + std::to_string(rows) + "\n";
            for (const auto& value : variable.values)
                choices += table.name + "\t" + columnOf(variable) + "\t" + value.value + "\t" +
                           hex(value.label.in(language)) + "\n";
        }
    }
    write(folder / "cells.tsv", cells);
    write(folder / "variables.tsv", variables);
    write(folder / "choices.tsv", choices);
    const bool dutch = language == "nl";
    const std::vector<std::vector<std::string>> reasons{
        {"not_relevant", "e", "Not asked", "Niet gevraagd"},
        {"broken_off", "d", "Interview broken off", "Interview afgebroken"},
        {"skipped", "c", "Skipped", "Overgeslagen"},
        {"refused", "b", "Refused", "Geweigerd"},
        {"dont_know", "a", "Does not know", "Weet niet"}};
    std::string text = "reason\ttag\tlabel\n";
    for (const auto& one : reasons)
        text += one[0] + "\t" + one[1] + "\t" + hex(dutch ? one[3] : one[2]) + "\n";
    write(folder / "reasons.tsv", text);
}

} // namespace peil::exports::test
