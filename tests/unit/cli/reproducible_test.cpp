// SPDX-License-Identifier: Apache-2.0
// A number that a critic cannot get again is no number: the real program, run twice, says the same bytes, whatever the
// locale, the time zone and the number of processors, and the same numbers for the same interviews in another order.
#include "peil/base/csv.h"
#include "peil_program.h"
#include "peil_test/foreign_locale.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <sched.h>

using peil_test::ForeignLocale;
using peil_test::kForeignLocales;
using peil_test::need;
using peil_test::runPeil;
using peil_test::TemporaryFolder;
using peil_test::write;

namespace {

const std::string kData = std::string(PEIL_TEST_DATA) + "/opaak/synthetic.csv";
const std::string kRegister = std::string(PEIL_TEST_DATA) + "/opaak/benchmark.csv";

std::vector<std::string> estimate(const std::string& data) {
    return {"estimate",
            "--data",
            data,
            "--benchmark",
            kRegister,
            "--strata",
            "city",
            "--cluster",
            "site",
            "--visits",
            "visits_last_month",
            "--method",
            "logit,beta,likelihood,log_delta,bayes,wilson",
            "--benchmark-error",
            "0.05",
            "--bootstrap",
            "500",
            "--json"};
}

/// The programs that the test starts have one processor until the end of the scope, and so one thread where they ask
/// how many there are.
class OneProcessor {
public:
    OneProcessor() {
        REQUIRE(::sched_getaffinity(0, sizeof m_before, &m_before) == 0);
        cpu_set_t one;
        CPU_ZERO(&one);
        for (std::size_t at = 0; at < CPU_SETSIZE && CPU_COUNT(&one) == 0; ++at)
            if (CPU_ISSET(at, &m_before)) CPU_SET(at, &one);
        REQUIRE(::sched_setaffinity(0, sizeof one, &one) == 0);
    }
    ~OneProcessor() { ::sched_setaffinity(0, sizeof m_before, &m_before); }
    OneProcessor(const OneProcessor&) = delete;
    OneProcessor& operator=(const OneProcessor&) = delete;

private:
    cpu_set_t m_before{};
};

/// The file with its rows in reverse.
void reverseRows(const std::filesystem::path& to) {
    auto table = need(::peil::parseCsv(need(::peil::readTextFile(kData, 1U << 24U))));
    std::reverse(table.rows.begin(), table.rows.end());
    ::peil::CsvWriter writer;
    const auto add = [&](const std::vector<std::string>& cells) {
        for (const auto& cell : cells)
            writer.cell(cell);
        writer.endRow();
    };
    add(table.header);
    for (const auto& row : table.rows)
        add(row);
    write(to, writer.text());
}

} // namespace

TEST_CASE("every command of the researcher says the same bytes twice, in any locale and zone, on one processor or more",
          "[cli][reproducible]") {
    const TemporaryFolder folder;
    const auto counts = (folder.path() / "lists.csv").string();
    write(counts, "key,count\n100,40\n010,35\n001,30\n110,12\n101,9\n011,8\n111,4\n");
    const auto study = std::string(PEIL_SOURCE_DIR) + "/shared/studies/opaak";
    const std::vector<std::vector<std::string>> commands{
        estimate(kData),
        {"estimate", "--data", kData, "--benchmark", kRegister, "--strata", "city", "--cluster", "site", "--bootstrap",
         "500"},
        {"capture", "--lists", "792,353,45"},
        {"capture", "--met", "1645,183,37", "--json"},
        {"capture", "--counts", counts},
        {"capture", "--counts", counts, "--json"},
        {"plan", "sample-size", "--proportion", "0.307", "--size-precision", "0.15", "--deff", "1.5"},
        {"plan", "quotas", "--benchmark", kRegister, "--group", "opioid", "--cities", "Amsterdam,Utrecht,Heerlen",
         "--interviews", "200"},
        {"form", "check", study},
        {"form", "facts", study, "--json"},
        {"study", "check", study},
    };
    for (const auto& command : commands) {
        const auto first = runPeil(command);
        INFO(command.front() << ": " << first.err);
        REQUIRE(first.code == 0);
        CHECK_FALSE(first.out.empty());
        CHECK(runPeil(command).out == first.out);
        {
            const OneProcessor one;
            CHECK(runPeil(command).out == first.out);
        }
        for (const char* locale : kForeignLocales) {
            const ForeignLocale foreign(locale);
            const auto there = runPeil(command);
            CHECK(there.out == first.out);
            CHECK(there.err == first.err);
        }
    }
}

TEST_CASE("files that a command writes have the same bytes in any locale", "[cli][reproducible]") {
    const TemporaryFolder folder;
    const auto form = [&](const std::string& name) {
        const auto out = folder.path() / name / "form.xml";
        std::filesystem::create_directories(out.parent_path());
        const auto said =
            runPeil({"form", "compile", std::string(PEIL_SOURCE_DIR) + "/shared/studies/opaak", "-o", out.string()});
        INFO(said.err);
        REQUIRE(said.code == 0);
        return need(::peil::readTextFile(out, 1U << 24U));
    };
    const auto report = [&](const std::string& name, const char* language) {
        auto command = estimate(kData);
        command.front() = "report";
        command.back() = "--language"; // in place of --json
        command.insert(command.end(), {language, "--out", (folder.path() / name).string()});
        const auto said = runPeil(command);
        INFO(said.err);
        REQUIRE(said.code == 0);
        return need(::peil::readTextFile(folder.path() / name / "report.html", 1U << 24U)) +
               need(::peil::readTextFile(folder.path() / name / "report.json", 1U << 24U));
    };
    const auto compiled = form("form"), english = report("en", "en"), dutch = report("nl", "nl");
    CHECK(english != dutch);
    for (const std::string locale : kForeignLocales) {
        const ForeignLocale foreign(locale.c_str());
        CHECK(form("form-" + locale) == compiled);
        CHECK(report("en-" + locale, "en") == english);
        CHECK(report("nl-" + locale, "nl") == dutch);
    }
}

TEST_CASE("the order of the interviews changes no number", "[cli][reproducible]") {
    const TemporaryFolder folder;
    const auto reversed = folder.path() / "reversed.csv";
    reverseRows(reversed);
    const auto straight = boost::json::parse(runPeil(estimate(kData)).out).at("estimates");
    const auto turned = boost::json::parse(runPeil(estimate(reversed.string())).out).at("estimates");
    const auto byName = [](const boost::json::value& groups, std::string_view name) {
        for (const auto& group : groups.as_array())
            if (std::string(group.at("group").as_string()) == name) return group;
        return boost::json::value();
    };
    for (const char* name : {"opioid", "crack_only"}) {
        const auto before = byName(straight, name).at("intervals").as_array();
        const auto after = byName(turned, name).at("intervals").as_array();
        REQUIRE(before.size() == 7);
        REQUIRE(after.size() == before.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            INFO(before[i]);
            for (const char* end : {"lower", "upper"}) {
                const double left = before[i].at(end).as_double(), right = after[i].at(end).as_double();
                CHECK(std::abs(left - right) <= 1e-9 * left);
            }
        }
    }
}
