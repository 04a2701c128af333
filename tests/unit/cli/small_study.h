// SPDX-License-Identifier: Apache-2.0
#pragma once

// A small study for the tests of `peil estimate`, and where the reference data are.

#include "peil_program.h"

#include <boost/json.hpp>
#include <functional>

namespace peil_test {

/// A register and interviews of one group: 60 people at six sites, of whom `inCare` say to be in care.
struct SmallStudy {
    TemporaryFolder folder;
    std::string data = (folder.path() / "data.csv").string(), counts = (folder.path() / "register.csv").string();

    /// `cells` makes the further cells of a row, each with a comma before it; `header` names them.
    void make(const std::string& header, const std::function<std::string(int)>& cells, int inCare = 30) const {
        std::string text = "group,in_care,site" + header + "\n";
        for (int row = 0; row < 60; ++row)
            text += std::string("opioid,") + (row < inCare ? "1" : "0") + ",S" + std::to_string(row % 6) + cells(row) +
                    "\n";
        write(data, text);
        write(counts, "group,area,count\nopioid,all,1000\n");
    }
    [[nodiscard]] Said estimate(std::vector<std::string> more) const {
        more.insert(more.begin(), {"estimate", "--data", data, "--benchmark", counts});
        return runPeil(more);
    }
    [[nodiscard]] boost::json::value numbers(std::vector<std::string> more) const {
        more.emplace_back("--json");
        const auto said = estimate(more);
        INFO(said.err);
        REQUIRE(said.code == 0);
        return boost::json::parse(said.out);
    }
};

inline bool warned(const boost::json::value& group, std::string_view id) {
    for (const auto& warning : group.at("warnings").as_array())
        if (std::string(warning.at("id").as_string()) == id) return true;
    return false;
}

inline const std::string kData = std::string(PEIL_TEST_DATA) + "/opaak/synthetic.csv";
inline const std::string kRegister = std::string(PEIL_TEST_DATA) + "/opaak/benchmark.csv";

} // namespace peil_test
