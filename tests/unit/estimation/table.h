// SPDX-License-Identifier: Apache-2.0
#pragma once

// A CSV of tests/data as columns, for the tests of the estimator.

#include "peil/base/csv.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/estimation/design.h"

#include <stdexcept>

namespace peil::estimation::test {

class Table {
public:
    explicit Table(const std::string& file)
        : m_table(load(file)) {}
    [[nodiscard]] std::size_t rows() const { return m_table.rows.size(); }
    [[nodiscard]] std::vector<std::string> text(std::string_view name) const {
        std::vector<std::string> out;
        for (std::size_t row = 0; row < rows(); ++row)
            out.emplace_back(m_table.cell(row, column(name)));
        return out;
    }
    [[nodiscard]] Factor factor(std::string_view name) const { return Factor::of(text(name)); }
    /// NaN for an empty cell and for NA.
    [[nodiscard]] std::vector<double> numbers(std::string_view name) const {
        std::vector<double> out;
        for (const auto& cell : text(name))
            out.push_back(parseNumber(cell).value_or(kMissing));
        return out;
    }

private:
    static CsvTable load(const std::string& file) {
        auto text = readTextFile(std::string(PEIL_TEST_DATA) + "/" + file, 10'000'000);
        if (!text) throw std::runtime_error(describe(text.error()));
        auto table = parseCsv(*text);
        if (!table) throw std::runtime_error(describe(table.error()));
        return *table;
    }
    [[nodiscard]] std::size_t column(std::string_view name) const {
        const auto found = m_table.column(name);
        if (!found) throw std::runtime_error("no column " + std::string(name));
        return *found;
    }
    CsvTable m_table;
};

inline Design simpleDesign(std::size_t rows) {
    return *Design::create({.rows = rows});
}

} // namespace peil::estimation::test
