// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a .sav or .dta file back with ReadStat, as another program would.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace peil::exports::test {

struct StatValue {
    bool systemMissing = false;
    bool definedMissing = false; ///< in the variable's user-missing range
    char tag = 0;                ///< of a tagged missing value
    double number = 0;
    std::string text;
};
struct StatVariable {
    std::string name, label, format;
    bool isText = false;
    std::map<double, std::string> labels;
    std::map<char, std::string> tagLabels;
};
struct StatFile {
    std::string label;
    std::vector<StatVariable> variables;
    std::vector<std::vector<StatValue>> rows;

    /// By the extension. Throws std::runtime_error with ReadStat's reason.
    [[nodiscard]] static StatFile read(const std::filesystem::path& file);
    [[nodiscard]] std::size_t at(const std::string& name) const;
    [[nodiscard]] const StatVariable& variable(const std::string& name) const { return variables[at(name)]; }
    [[nodiscard]] const StatValue& value(std::size_t row, const std::string& name) const { return rows[row][at(name)]; }
};

} // namespace peil::exports::test
