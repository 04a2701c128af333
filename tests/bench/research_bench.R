# SPDX-License-Identifier: Apache-2.0
# The same work as research_bench.cpp in R, on the files that it wrote: Rscript research_bench.R FOLDER
# Prints one JSON line a measure, or one that says which package is absent. Installs nothing.
folder <- commandArgs(TRUE)[1]

measure <- function(name, package, rounds, action) {
  missing <- package[!vapply(package, requireNamespace, TRUE, quietly = TRUE)]
  if (length(missing) > 0) {
    cat(sprintf('{"bench":"R: %s","absent":"%s"}\n', name, paste(missing, collapse = ", ")))
    return(invisible())
  }
  times <- replicate(rounds, {
    spent <- system.time(action())
    c(spent[["elapsed"]], spent[["user.self"]] + spent[["sys.self"]])
  })
  version <- paste(package, vapply(package, function(one) as.character(packageVersion(one)), ""), collapse = ", ")
  cat(sprintf('{"bench":"R: %s","packages":"%s","n":%d,"median_ms":%.4f,"cpu_median_ms":%.4f}\n', name, version, rounds,
              1000 * median(times[1, ]), 1000 * median(times[2, ])))
}
peak <- function(name) {
  status <- readLines("/proc/self/status")
  cat(sprintf('{"bench":"R: %s","peak_kib":%s}\n', name, gsub("[^0-9]", "", grep("^VmHWM", status, value = TRUE))))
}

small <- read.csv(file.path(folder, "small.csv"))
measure("interval under the design, 520 rows", "survey", 20, local({
  design <- NULL
  function() {
    if (is.null(design))
      design <<- subset(survey::svydesign(~cluster, strata = ~stratum, weights = ~weight, data = small, nest = TRUE),
                        domain == 1)
    survey::svyciprop(~in_care, design, method = "xlogit", df = survey::degf(design))
  }
}))
measure("10000 stratified cluster bootstrap replicates, 520 rows", "boot", 5, function() {
  opioid <- small[small$domain == 1, ]
  totals <- aggregate(cbind(weight, care = weight * in_care) ~ cluster + stratum, opioid, sum)
  boot::boot(totals, function(data, rows) sum(data$weight[rows]) / sum(data$care[rows]), R = 10000,
             strata = factor(totals$stratum))
})

large <- if (requireNamespace("data.table", quietly = TRUE)) {
  as.data.frame(data.table::fread(file.path(folder, "large.csv")))
} else {
  read.csv(file.path(folder, "large.csv"))
}
measure("design and interval, 1000000 rows in 8 strata and 280 clusters", "survey", 1, function() {
  design <- survey::svydesign(~cluster, strata = ~stratum, weights = ~weight, data = large, nest = TRUE)
  survey::svyciprop(~in_care, design, method = "xlogit", df = survey::degf(design))
})
peak("design and interval, 1000000 rows: peak of the process")
rm(large)
invisible(gc())

wide <- file.path(folder, "wide.csv")
if (requireNamespace("data.table", quietly = TRUE)) {
  interviews <- data.table::fread(wide)
  measure("export 100000 x 250 csv", "data.table", 3, function() {
    data.table::setDTthreads(1)
    data.table::fwrite(interviews, file.path(folder, "out.csv"))
  })
  measure("export 100000 x 250 dta", c("data.table", "haven"), 1, function() {
    names(interviews) <- make.names(names(interviews), unique = TRUE)
    names(interviews) <- gsub(".", "_", names(interviews), fixed = TRUE)
    haven::write_dta(interviews, file.path(folder, "out.dta"))
  })
  measure("export 100000 x 250 sav", c("data.table", "haven"), 1, function() {
    names(interviews) <- gsub(".", "_", make.names(names(interviews), unique = TRUE), fixed = TRUE)
    haven::write_sav(interviews, file.path(folder, "out.sav"))
  })
  peak("exports: peak of the process")
} else {
  cat('{"bench":"R: exports","absent":"data.table"}\n')
}
