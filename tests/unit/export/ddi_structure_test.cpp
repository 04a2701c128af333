// SPDX-License-Identifier: Apache-2.0
// The codebook keeps to the structure of DDI Codebook 2.5, as xmllint judges it by the schema in tests/data/ddi.
#include "peil/base/text.h"
#include "peil/export/codebook.h"
#include "peil_test/child_process.h"
#include "rich_dataset.h"
#include "sample.h"

#include <catch2/generators/catch_generators_all.hpp>

using namespace peil;
using namespace peil::exports;

namespace {

peil_test::ProgramRun validate(const std::filesystem::path& file) {
    return peil_test::runProgram(
        {"xmllint", "--noout", "--nonet", "--schema", PEIL_TEST_DATA "/ddi/codebook_2_5.xsd", file.string()});
}

std::string codebookOf(test::RichDataset& rich, const std::string& language = "en") {
    std::vector<TableProfile> profiles;
    for (auto* source : rich.dataset().tables) {
        auto one = profile(*source);
        REQUIRE(one);
        profiles.push_back(std::move(*one));
    }
    return codebookDdi({rich.dataset(), profiles, language});
}

void write(const std::filesystem::path& file, const std::string& text) {
    REQUIRE(writeFileDurably(file, bytesOf(text)));
}

} // namespace

TEST_CASE("a codebook keeps to the structure of DDI Codebook 2.5", "[export][codebook][ddi]") {
    const auto rows = GENERATE(test::Rows::All, test::Rows::One, test::Rows::None);
    const test::Scratch scratch;
    test::RichDataset rich(rows);
    rich.dataset().description = {{"en", "A sample."}};
    const auto file = scratch.path() / "codebook.xml";
    write(file, codebookOf(rich, "nl"));
    const auto run = validate(file);
    INFO(run.errors);
    CHECK(run.status == 0);
}

TEST_CASE("elements in another order and unknown kinds of statistics are no DDI", "[export][codebook][ddi]") {
    const test::Scratch scratch;
    test::RichDataset rich(test::Rows::All);
    const auto good = codebookOf(rich);
    const auto file = scratch.path() / "codebook.xml";
    for (const auto& [from, to] :
         std::vector<std::pair<std::string, std::string>>{{"security>", "concept>"},
                                                          {"type=\"stdev\"", "type=\"spread\""},
                                                          {"files=\"F1\"", "files=\"1 2\""},
                                                          {"<fileType>", "<fileCont>x</fileCont><fileType>"}}) {
        write(file, replaceAll(good, from, to));
        CHECK(validate(file).status != 0);
    }
}
