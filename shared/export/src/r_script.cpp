// SPDX-License-Identifier: Apache-2.0
#include "peil/export/r_script.h"

#include "peil/export/csv_export.h"
#include "r_text.h"
#include "stat_codes.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace peil::exports {
namespace {

/// What the script needs of R; `column` is the name as in the CSV.
constexpr std::string_view kReader = R"R(
# What a spreadsheet would have run as a formula has an apostrophe before it.
unguarded <- function(text) gsub("(^|[;\t\r\n])'(?=['\"]*[-=+@])", "\\1", text, perl = TRUE)

read_table <- function(file) {
    read.csv(file, colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8", comment.char = "")
}
as_number <- function(table, column) { table[[column]] <- as.numeric(table[[column]]); table }
as_day <- function(table, column) { table[[column]] <- as.Date(table[[column]], optional = TRUE); table }
as_words <- function(table, column) { table[[column]] <- unguarded(table[[column]]); table }
# Levels stand in the order of their numbers in .sav and .dta, as haven::as_factor() puts them; a code that is not on the
# list keeps its place as a level of its own.
as_choice <- function(table, column, codes, labels) {
    given <- unguarded(table[[column]])
    further <- sort(setdiff(given[!is.na(given)], codes))
    table[[column]] <- factor(given, levels = c(codes, further), labels = c(labels, further))
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

std::string listed(const std::vector<std::string>& texts) {
    std::string out = "c(";
    for (std::size_t i = 0; i < texts.size(); ++i)
        out += (i > 0 ? ", " : "") + rString(texts[i]);
    return out + ")";
}

/// R merges levels of one label, so each label is made to differ.
std::string choiceArguments(const Variable& variable, std::string_view language) {
    const auto numbers = statNumbers(variable.values);
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return numbers[i]; });
    std::vector<std::string> codes, labels;
    std::set<std::string> used;
    for (const auto i : order) {
        const auto& value = variable.values[i];
        if (!codes.empty() && codes.back() == value.value) continue;
        const auto text = value.label.in(language);
        std::string label(text.empty() ? std::string_view(value.value) : text);
        if (!used.insert(label).second) used.insert(label += " (" + value.value + ")");
        codes.push_back(value.value);
        labels.push_back(std::move(label));
    }
    return ", " + listed(codes) + ", " + listed(labels);
}

void writeVariable(const std::string& table, const std::string& name, const Variable& variable,
                   std::string_view language, std::string& out) {
    const auto column = rString(name);
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

std::string loadScript(const Dataset& dataset, const LoadOptions& options) {
    const auto from = options.from;
    std::string out =
        "# Loads this dataset into R: source(\"load.R\", chdir = TRUE) gives a list `tables`, one data frame "
        "for each table.\n";
    out += from == LoadFrom::Csv ? kReader : from == LoadFrom::Sav ? kSavReader : kDtaReader;
    out += "\ntables <- list()\n";
    const auto* ending = from == LoadFrom::Csv ? ".csv" : from == LoadFrom::Sav ? ".sav" : ".dta";
    for (const auto* source : dataset.tables) {
        const auto& table = source->table();
        const auto file = fileStem(dataset, table) + ending;
        if (std::ranges::find(options.notWritten, file) != options.notWritten.end()) {
            out += "# " + file + " is not there: its format cannot hold the table.\n";
            continue;
        }
        const auto place = "tables[[" + rString(table.name) + "]]";
        out += place + " <- read_table(" + rString(file) + ")\n";
        const auto names = columnNames(table);
        for (std::size_t i = 0; from == LoadFrom::Csv && i < table.variables.size(); ++i)
            writeVariable(place, names[i], table.variables[i], options.language, out);
        if (table.parent.empty()) out += designScript(table, options);
    }
    return out;
}

} // namespace peil::exports
