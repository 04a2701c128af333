// SPDX-License-Identifier: Apache-2.0
#include "r_text.h"

#include <algorithm>

namespace peil::exports {
namespace {

constexpr std::string_view kDesign = R"R(
# The design of the sample, for the package survey, e.g. survey::svymean(~COLUMN, design, na.rm = TRUE). A stratum with
# one site stops that package; options(survey.lonely.psu = "adjust") does what `peil estimate` does.
design_of <- function(table, columns) {
    none <- function(...) {
        message("load.R: ", ..., ", so `design` is NULL.")
        NULL
    }
    if (!requireNamespace("survey", quietly = TRUE))
        return(none("the package survey is not installed (install.packages(\"survey\"), on Debian apt-get install r-cran-survey)"))
    data <- as.data.frame(table)
    for (name in names(data)) if (inherits(data[[name]], "haven_labelled")) data[[name]] <- haven::zap_labels(data[[name]])
    for (name in columns) if (is.character(data[[name]])) data[[name]][data[[name]] %in% ""] <- NA
    empty <- columns[vapply(columns, function(name) all(is.na(data[[name]])), TRUE)]
    if (length(empty) > 0) return(none("there are no values in ", paste(empty, collapse = ", ")))
    usable <- stats::complete.cases(data[columns])
    if ("weight" %in% names(columns)) usable <- usable & data[[columns[["weight"]]]] > 0
    if (!all(usable))
        message("load.R: ", sum(!usable), " of ", length(usable), " rows have no usable value in one of ",
                paste(columns, collapse = ", "), " and are not in `design`.")
    of <- function(role) if (role %in% names(columns)) stats::as.formula(paste0("~`", columns[[role]], "`"))
    tryCatch(
        survey::svydesign(ids = if ("cluster" %in% names(columns)) of("cluster") else ~1, strata = of("strata"),
                          weights = of("weight"), fpc = of("frame"), nest = TRUE, data = data[usable, , drop = FALSE]),
        error = function(problem) none("survey::svydesign() says \"", conditionMessage(problem), "\""))
}
)R";

/// names.csv has the name of each column in .sav and .dta.
constexpr std::string_view kShortName = R"R(
short_name <- function(table, column) {
    names <- read.csv("names.csv", colClasses = "character", na.strings = character(0), encoding = "UTF-8")
    names$name[names$table == table & names$column == column & names$holds == ""]
}
)R";

} // namespace

std::string designScript(const Table& table, const LoadOptions& options) {
    const auto names = columnNames(table);
    const bool shortens = options.from != LoadFrom::Csv;
    const auto& design = options.design;
    std::string columns;
    for (const auto& [role, column] : {std::pair<const char*, const std::string&>("cluster", design.cluster),
                                       std::pair<const char*, const std::string&>("strata", design.strata),
                                       std::pair<const char*, const std::string&>("weight", design.weight),
                                       std::pair<const char*, const std::string&>("frame", design.frame)}) {
        if (column.empty() || std::ranges::find(names, column) == names.end()) continue;
        const auto name = rString(column);
        columns += (columns.empty() ? "" : ", ") + std::string(role) + " = " +
                   (shortens ? "short_name(" + rString(table.name) + ", " + name + ")" : name);
    }
    if (columns.empty()) return {};
    return std::string(kDesign) + (shortens ? std::string(kShortName) : std::string()) +
           "design <- design_of(tables[[" + rString(table.name) + "]], c(" + columns + "))\n";
}

} // namespace peil::exports
