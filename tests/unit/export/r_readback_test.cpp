// SPDX-License-Identifier: Apache-2.0
// R reads back what was written: .sav and .dta with haven, CSV with the script that comes with it.
#include "peil/export/csv_export.h"
#include "peil/export/r_script.h"
#include "peil/export/stat_export.h"
#include "peil_test/child_process.h"
#include "rich_dataset.h"
#include "sample.h"

#include <catch2/generators/catch_generators_all.hpp>

using namespace peil;
using namespace peil::exports;
using test::RichDataset;

namespace {

void writeAll(Dataset& dataset, const std::filesystem::path& target, const std::string& language) {
    auto folder = ExportFolder::create(target);
    REQUIRE(folder);
    REQUIRE(writeCsv(dataset, *folder));
    const auto notWritten = writeStatFiles(dataset, *folder, {.language = language});
    REQUIRE(notWritten);
    REQUIRE(notWritten->empty());
    REQUIRE(folder->write("load.R", loadScript(dataset, {.from = LoadFrom::Csv, .language = language})));
    REQUIRE(folder->write("load_sav.R", loadScript(dataset, {.from = LoadFrom::Sav, .language = language})));
    REQUIRE(folder->write("load_dta.R", loadScript(dataset, {.from = LoadFrom::Dta, .language = language})));
    REQUIRE(folder->commit());
}

} // namespace

TEST_CASE("R finds every value, label and reason in .sav, .dta and CSV", "[export][r]") {
    const auto [rows, language, locale] =
        GENERATE(table<test::Rows, std::string, std::string>({{test::Rows::All, "nl", "C.UTF-8"},
                                                              {test::Rows::All, "en", "C"},
                                                              {test::Rows::One, "en", "C.UTF-8"},
                                                              {test::Rows::None, "nl", "C.UTF-8"}}));
    const test::Scratch scratch;
    RichDataset rich(rows);
    writeAll(rich.dataset(), scratch.path() / "export", language);
    rich.writeExpectations(scratch.path(), language);
    const auto run = peil_test::runProgram({"env", "LC_ALL=" + locale, PEIL_RSCRIPT, "--vanilla", PEIL_READ_BACK,
                                            (scratch.path() / "export").string(), scratch.path().string()});
    INFO(run.output << run.errors);
    CHECK(run.status == 0);
    CHECK(run.output.find(" cells compared, 0 different") != std::string::npos);
}

TEST_CASE("the comparison with R finds a difference when there is one", "[export][r]") {
    const test::Scratch scratch;
    RichDataset rich(test::Rows::One), other(test::Rows::All);
    writeAll(rich.dataset(), scratch.path() / "export", "en");
    other.writeExpectations(scratch.path(), "nl");
    const auto run = peil_test::runProgram(
        {PEIL_RSCRIPT, "--vanilla", PEIL_READ_BACK, (scratch.path() / "export").string(), scratch.path().string()});
    CHECK(run.status == 1);
    CHECK(run.output.find("DIFFERENT") != std::string::npos);
}

TEST_CASE("an R script is plain ASCII, whatever the labels are", "[export][r]") {
    RichDataset rich(test::Rows::One);
    for (const auto from : {LoadFrom::Csv, LoadFrom::Sav, LoadFrom::Dta})
        for (const char c :
             loadScript(rich.dataset(), {.from = from, .language = "nl", .design = {.weight = "weight"}}))
            CHECK(static_cast<unsigned char>(c) < 0x80);
}
