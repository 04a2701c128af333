# SPDX-License-Identifier: Apache-2.0
# Reads an export back with R and compares every cell with what the source says: Rscript read_back.R EXPORT EXPECTED.
# Ends with status 1 and one line for each difference.
suppressWarnings(suppressPackageStartupMessages(library(haven)))
arguments <- commandArgs(trailingOnly = TRUE)
export <- arguments[1]
expected <- arguments[2]
differences <- 0

unhex <- function(text) {
    if (is.na(text) || text == "") return("")
    bytes <- strtoi(substring(text, seq(1, nchar(text), 2), seq(2, nchar(text), 2)), 16L)
    result <- rawToChar(as.raw(bytes))
    Encoding(result) <- "UTF-8"
    result
}
tell <- function(...) {
    differences <<- differences + 1
    if (differences <= 50) cat("DIFFERENT", ..., "\n")
}
same <- function(found, wanted, ...) {
    # Byte by byte: two texts of other encodings may look alike.
    ok <- length(found) == 1 && !is.na(found) && identical(enc2utf8(as.character(found)), enc2utf8(as.character(wanted)))
    if (!ok) tell(..., ": found", encodeString(as.character(found)), "wanted", encodeString(as.character(wanted)))
}
tsv <- function(name) read.delim(file.path(expected, name), quote = "", colClasses = "character", na.strings = character(0))

cells <- tsv("cells.tsv")
variables <- tsv("variables.tsv")
choices <- tsv("choices.tsv")
reasons <- tsv("reasons.tsv")
reasons$label <- vapply(reasons$label, unhex, "")
choices$label <- vapply(choices$label, unhex, "")
names_map <- read.csv(file.path(export, "names.csv"), colClasses = "character", na.strings = character(0))
load <- function(script) {
    place <- new.env()
    sys.source(file.path(export, script), place, chdir = TRUE)
    place$tables
}
from_csv <- load("load.R")
from_sav <- load("load_sav.R")
from_dta <- load("load_dta.R")

short <- function(table, column, holds) names_map$name[names_map$table == table & names_map$column == column & names_map$holds == holds]
parts <- function(table, column) {
    all <- names_map[names_map$table == table & names_map$column == column, ]
    all$name[all$holds == "" | startsWith(all$holds, "part ")]
}
label_at <- function(x, value) names(attr(x, "labels"))[which(unclass(attr(x, "labels")) == value)]

check_reason_sav <- function(x, row, reason, what) {
    value <- unclass(x)[row]
    if (reason == "missing") {
        if (!is.na(value)) tell(what, ": a value without an answer")
        return()
    }
    if (!is.na(x[row])) tell(what, ": not user-missing")
    same(label_at(x, value), reasons$label[reasons$reason == reason], what)
}
check_reason_dta <- function(x, row, reason, what) {
    if (!is.na(x[row])) return(tell(what, ": not missing"))
    tag <- na_tag(x[row])
    if (reason == "missing") {
        if (!is.na(tag)) tell(what, ": tagged", tag)
        return()
    }
    same(tag, reasons$tag[reasons$reason == reason], what)
    labels <- attr(x, "labels")
    same(names(labels)[which(na_tag(labels) == tag)], reasons$label[reasons$reason == reason], what, "label")
}
check_text <- function(data, names, row, wanted, what) same(paste0(vapply(names, function(n) data[[n]][row], ""), collapse = ""), wanted, what)

check_value <- function(data, table, column, type, row, value, what) {
    if (type == "text" || type == "select_multiple") check_text(data, parts(table, column), row, value, what)
    if (type == "select_multiple") {
        for (code in choices$code[choices$table == table & choices$column == column]) {
            flag <- data[[short(table, column, paste("choice", code))]][row]
            same(as.numeric(flag), as.numeric(code %in% strsplit(value, " ")[[1]]), what, "choice", code)
        }
        return()
    }
    if (type == "text") return()
    x <- data[[short(table, column, "")]]
    if (type == "number" && !identical(as.numeric(unclass(x)[row]), as.numeric(value))) tell(what, ": found", unclass(x)[row], "wanted", value)
    if (type == "date") same(format(x[row]), value, what)
    if (type == "select_one")
        same(label_at(x, unclass(x)[row]), choices$label[choices$table == table & choices$column == column & choices$code == value], what)
}
check_stat <- function(data, kind, table, column, type, row, reason, value) {
    what <- paste(kind, table, column, "row", row)
    if (reason == "") return(check_value(data, table, column, type, row, value, what))
    check <- if (kind == "sav") check_reason_sav else check_reason_dta
    if (type == "text" || type == "select_multiple") {
        check_text(data, parts(table, column), row, "", what)
        code <- short(table, column, "reason")
        if (length(code) == 1 && reason != "missing") same(label_at(data[[code]], unclass(data[[code]])[row]), reasons$label[reasons$reason == reason], what)
        if (type == "select_multiple")
            for (one in choices$code[choices$table == table & choices$column == column])
                check(data[[short(table, column, paste("choice", one))]], row, reason, paste(what, "choice", one))
        return()
    }
    x <- data[[short(table, column, "")]]
    # haven keeps no user-missing values in days.
    if (kind == "sav" && type == "date") { if (!is.na(x[row])) tell(what, ": not missing") } else check(x, row, reason, what)
    if (type == "date" && reason != "missing") {
        code <- data[[short(table, column, "reason")]]
        same(label_at(code, unclass(code)[row]), reasons$label[reasons$reason == reason], what, "reason")
    }
}
check_csv <- function(data, table, column, type, row, reason, value) {
    what <- paste("csv", table, column, "row", row)
    x <- data[[column]][row]
    if (reason != "") {
        if (!is.na(x)) tell(what, ": a value without an answer")
        if (reason != "missing") same(data[[paste0(column, "_reason")]][row], reason, what, "reason")
        return()
    }
    if (type == "number" && !identical(as.numeric(x), as.numeric(value))) tell(what, ": found", x, "wanted", value)
    if (type == "date") same(format(x), value, what)
    if (type == "select_one") same(x, choices$label[choices$table == table & choices$column == column & choices$code == value], what)
    if (type == "text" || type == "select_multiple") same(x, value, what)
}

for (table in unique(variables$table)) {
    mine <- variables[variables$table == table, ]
    csv <- from_csv[[table]]
    sav <- from_sav[[table]]
    dta <- from_dta[[table]]
    for (data in list(csv, sav, dta)) if (nrow(data) != as.integer(mine$rows[1])) tell(table, ": found", nrow(data), "rows, wanted", mine$rows[1])
    for (i in seq_len(nrow(mine))) {
        column <- mine$column[i]
        label <- unhex(mine$label[i])
        first <- parts(table, column)[1]
        same(attr(csv[[column]], "label"), label, "csv", column, "label")
        same(attr(sav[[first]], "label"), label, "sav", column, "label")
        same(attr(dta[[first]], "label"), label, "dta", column, "label")
    }
    wanted <- cells[cells$table == table, ]
    for (i in seq_len(nrow(wanted))) {
        cell <- wanted[i, ]
        type <- mine$type[mine$column == cell$column]
        value <- unhex(cell$value)
        row <- which(csv$KEY == cell$key)
        if (length(row) != 1) { tell(table, ": no row", cell$key); next }
        same(sav$KEY[row], cell$key, "sav", "KEY")
        same(dta$KEY[row], cell$key, "dta", "KEY")
        check_csv(csv, table, cell$column, type, row, cell$reason, value)
        check_stat(sav, "sav", table, cell$column, type, row, cell$reason, value)
        check_stat(dta, "dta", table, cell$column, type, row, cell$reason, value)
    }
}
cat(nrow(cells), "cells compared,", differences, "different\n")
if (differences > 0) quit(status = 1)
