// SPDX-License-Identifier: Apache-2.0
// What the server knows, as the command line lists it: the same state gives the same bytes.
#include "export_desk.h"
#include "peil_test/foreign_locale.h"

#include <catch2/catch_test_macros.hpp>

using integration::ExportDesk;

TEST_CASE("a listing of the server has the same bytes each time, in any locale and time zone",
          "[integration][listing]") {
    ExportDesk desk;
    desk.approveAll();
    REQUIRE(desk.exportTo("first").status == 0); // so that the audit has an export to tell of
    REQUIRE(desk.peil({"withdraw", desk.interviews().front(), "--by", "bea"}).status == 0);
    const std::vector<std::vector<std::string>> listings{
        {"ledger"}, {"audit"}, {"review", "list"}, {"device", "list"}, {"quotas"}};
    for (auto words : listings)
        for (const bool json : {false, true}) {
            if (json) words.emplace_back("--json");
            const auto here = desk.peil(words);
            INFO(words.front() << (json ? " --json " : " ") << here.errors);
            REQUIRE(here.status == 0);
            REQUIRE_FALSE(here.output.empty());
            for (const auto* locale : peil_test::kForeignLocales) {
                const peil_test::ForeignLocale foreign(locale);
                const auto there = desk.peil(words);
                INFO(locale);
                CHECK(there.status == 0);
                CHECK(there.output == here.output);
                CHECK(there.errors == here.errors);
            }
        }
}

TEST_CASE("a register that cannot be taken does not hide that the study is published", "[integration][listing]") {
    const ExportDesk desk;
    desk.write("register.csv", "group,area,count\ntea,Netherlands,72,000\n");
    // Every test study has the same signer.
    const auto signer = peil::toHex(integration::TestStudy().signer.publicKey);
    const auto run = desk.peil({"study", "publish", desk.path("study.pack").string(), "--signer", signer, "--benchmark",
                                desk.path("register.csv").string()});
    INFO(run.errors);
    CHECK(run.status == 1);
    CHECK(run.output.find("is published") != std::string::npos);
    CHECK(run.errors.find("The study was published, but the register was not: ") != std::string::npos);
    CHECK(run.errors.find("Line 2 has 4 cells") != std::string::npos);
}
