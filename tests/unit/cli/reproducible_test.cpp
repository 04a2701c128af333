// SPDX-License-Identifier: Apache-2.0
// A number that a critic cannot get again is no number: the real program, run twice, says the same bytes, whatever the
// locale, the time zone and the number of threads, and the same numbers for the same interviews in another order.
#include "peil/base/csv.h"
#include "peil_program.h"
#include "scoped_variable.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>

using peil_test::need;
using peil_test::runPeil;
using peil_test::ScopedVariable;
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

TEST_CASE("every command of the researcher says the same bytes twice, in any locale, zone and number of threads",
          "[cli][reproducible]") {
    const std::vector<std::vector<std::string>> commands{
        estimate(kData),
        {"estimate", "--data", kData, "--benchmark", kRegister, "--strata", "city", "--cluster", "site", "--bootstrap",
         "500"},
        {"capture", "--lists", "792,353,45"},
        {"capture", "--met", "1645,183,37", "--json"},
        {"plan", "sample-size", "--share", "0.307", "--size-precision", "0.15", "--deff", "1.5"},
        {"plan", "quotas", "--benchmark", kRegister, "--group", "opioid", "--cities", "Amsterdam,Utrecht,Heerlen",
         "--interviews", "200"},
    };
    for (const auto& command : commands) {
        const auto first = runPeil(command);
        INFO(command.front() << ": " << first.err);
        REQUIRE(first.code == 0);
        CHECK(runPeil(command).out == first.out);
        for (const char* locale : {"C", "C.UTF-8", "nl_NL.UTF-8", "ar_EG.UTF-8", "tr_TR.UTF-8"}) {
            const ScopedVariable all("LC_ALL", locale), zone("TZ", "Pacific/Kiritimati"),
                threads("OMP_NUM_THREADS", "1");
            CHECK(runPeil(command).out == first.out);
        }
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
