// SPDX-License-Identifier: Apache-2.0
#include "peil/export/r_script.h"

#include "peil/export/csv_export.h"

#include <array>
#include <cstdio>
#include <set>

namespace peil::exports {
namespace {

/// What the script needs of R; `column` is the name as in the CSV.
constexpr std::string_view kReader = R"R(
# A text that a spreadsheet would have run as a formula has an apostrophe before it.
unguarded <- function(text) sub("^'('*[-=+@\t\r])", "\\1", text)

read_table <- function(file) {
    read.csv(file, colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8", comment.char = "")
}
as_number <- function(table, column) { table[[column]] <- as.numeric(table[[column]]); table }
as_day <- function(table, column) { table[[column]] <- as.Date(table[[column]], optional = TRUE); table }
as_words <- function(table, column) { table[[column]] <- unguarded(table[[column]]); table }
as_choice <- function(table, column, codes, labels) {
    table[[column]] <- factor(unguarded(table[[column]]), levels = codes, labels = labels)
    table
}
labelled <- function(table, column, label) { attr(table[[column]], "label") <- label; table }
)R";

constexpr std::string_view kSavReader = R"R(
# Needs the package haven. Reasons for no answer stay as user-missing values; haven cannot keep them in days, whose reasons
# stand in <name>_r.
read_table <- function(file) {
    table <- haven::read_sav(file, user_na = TRUE)
    plain <- haven::read_sav(file)
    for (name in names(table)) if (inherits(plain[[name]], "Date")) table[[name]] <- plain[[name]]
    table
}
)R";

constexpr std::string_view kDtaReader = R"R(
# Needs the package haven. Reasons for no answer stay as tagged missing values.
read_table <- function(file) haven::read_dta(file)
)R";

void appendEscape(std::string& out, char32_t point) {
    std::array<char, 12> text{};
    std::snprintf(text.data(), text.size(), point > 0xFFFF ? "\\U%08X" : "\\u%04X", static_cast<unsigned>(point));
    out += text.data();
}

/// An R string in ASCII. A byte that is no UTF-8 becomes U+FFFD.
std::string rString(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
        if (length == 0 || i + length > text.size()) {
            appendEscape(out, 0xFFFD);
            ++i;
            continue;
        }
        if (length == 1) {
            if (lead == '"' || lead == '\\') out += '\\';
            if (lead < 0x20 || lead == 0x7F)
                appendEscape(out, lead);
            else
                out += text[i];
            ++i;
            continue;
        }
        char32_t point = lead & (0x7FU >> length);
        for (std::size_t k = 1; k < length; ++k)
            point = (point << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        appendEscape(out, point);
        i += length;
    }
    return out + "\"";
}

std::string listed(const std::vector<std::string>& texts) {
    std::string out = "c(";
    for (std::size_t i = 0; i < texts.size(); ++i)
        out += (i > 0 ? ", " : "") + rString(texts[i]);
    return out + ")";
}

/// R merges levels of one label, so each label is made to differ.
std::string choiceArguments(const Variable& variable, std::string_view language) {
    std::vector<std::string> codes, labels;
    std::set<std::string> used;
    for (const auto& value : variable.values) {
        const auto text = value.label.in(language);
        std::string label(text.empty() ? std::string_view(value.value) : text);
        if (!used.insert(label).second) used.insert(label += " (" + value.value + ")");
        codes.push_back(value.value);
        labels.push_back(std::move(label));
    }
    return ", " + listed(codes) + ", " + listed(labels);
}

void writeVariable(const std::string& table, const Variable& variable, std::string_view language, std::string& out) {
    const auto column = rString(columnOf(variable));
    const auto apply = [&](std::string_view function, const std::string& further) {
        out += table + " <- " + std::string(function) + "(" + table + ", " + column + further + ")\n";
    };
    switch (variable.type) {
    case VariableType::Number:
        apply("as_number", "");
        break;
    case VariableType::Date:
        apply("as_day", "");
        break;
    case VariableType::Choice:
        apply("as_choice", choiceArguments(variable, language));
        break;
    case VariableType::Choices:
    case VariableType::Text:
        apply("as_words", "");
        break;
    }
    if (const auto label = variable.label.in(language); !label.empty()) apply("labelled", ", " + rString(label));
}

} // namespace

std::string loadScript(const Dataset& dataset, LoadFrom from, std::string_view language) {
    std::string out =
        "# Loads this dataset into R: source(\"load.R\", chdir = TRUE) gives a list `tables`, one data frame "
        "for each table.\n";
    out += from == LoadFrom::Csv ? kReader : from == LoadFrom::Sav ? kSavReader : kDtaReader;
    out += "\ntables <- list()\n";
    for (const auto* source : dataset.tables) {
        const auto& table = source->table();
        const auto stem = fileStem(dataset, table);
        const auto place = "tables[[" + rString(table.name) + "]]";
        const auto* ending = from == LoadFrom::Csv ? ".csv" : from == LoadFrom::Sav ? ".sav" : ".dta";
        out += place + " <- read_table(" + rString(stem + ending) + ")\n";
        for (std::size_t i = 0; from == LoadFrom::Csv && i < table.variables.size(); ++i)
            writeVariable(place, table.variables[i], language, out);
    }
    return out;
}

} // namespace peil::exports
