// SPDX-License-Identifier: Apache-2.0
#pragma once

// A small dataset with everything that an export meets: groups, choices, a repeat, reasons for no answer, every script.

#include "peil/base/file.h"
#include "peil/export/dataset.h"
#include "peil/export/export_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <iterator>

namespace peil::exports::test {

/// An empty folder that is removed at the end of the test.
class Scratch {
public:
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "peil-export-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_path = name;
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// Number of entries, hidden ones too.
    [[nodiscard]] std::size_t entries() const {
        const std::filesystem::directory_iterator begin(m_path);
        return static_cast<std::size_t>(std::distance(begin, std::filesystem::directory_iterator()));
    }

private:
    std::filesystem::path m_path;
};

inline std::string read(const std::filesystem::path& file) {
    auto text = readTextFile(file, 1U << 24U);
    REQUIRE(text);
    return *text;
}

inline Table interviewTable() {
    Table table{"opaak", "", {{"en", "Interviews"}}, {}};
    table.variables = {
        {"city",
         {"start"},
         {{"en", "City"}, {"nl", "Stad"}},
         VariableType::Choice,
         FieldClass::Quota,
         {{"AMS", {{"en", "Amsterdam"}}}, {"RTM", {{"en", "Rotterdam"}}}}},
        {"age", {"start"}, {{"en", "Age"}, {"nl", "Leeftijd"}}, VariableType::Number, FieldClass::Estimate, {}},
        {"use",
         {"drugs", "now"},
         {{"en", "Used"}, {"nl", "Gebruikt"}},
         VariableType::Choices,
         FieldClass::Sealed,
         {{"1", {{"en", "Heroin"}, {"nl", "Heroïne"}}}, {"2", {{"en", "Crack"}, {"nl", "Basecoke"}}}}},
        {"remark", {}, {{"en", "Remark <b>&"}, {"ar", "ملاحظة"}}, VariableType::Text, FieldClass::Sealed, {}},
        {"day", {}, {{"en", "Day"}}, VariableType::Date, FieldClass::Quota, {}},
        {"care",
         {},
         {{"en", "In care?"}, {"nl", "In zorg?"}},
         VariableType::Choice,
         FieldClass::Estimate,
         {{"1", {{"en", "Yes"}, {"nl", "Ja"}}}, {"0", {{"en", "No"}, {"nl", "Nee"}}}}},
    };
    return table;
}

struct Sample {
    MemoryTable interviews{interviewTable()};
    MemoryTable visits{Table{"visit",
                             "opaak",
                             {},
                             {{"place", {}, {{"en", "Place"}}, VariableType::Text, FieldClass::Sealed, {}},
                              {"times", {}, {{"en", "Times"}}, VariableType::Number, FieldClass::Sealed, {}}}}};
    Dataset dataset{"opaak",
                    "2024-08-01",
                    {{"en", "OPAAK"}, {"nl", "OPAAK-onderzoek"}},
                    {{"en", "A sample."}},
                    "Peil",
                    "2024-08-01",
                    {&interviews, &visits}};

    Sample() {
        add("uuid:1", {Cell::of("AMS"), Cell::of(41.0), Cell::of("1 2"), Cell::of("=1+2"), Cell::of("2024-01-31"),
                       Cell::of("1")});
        add("uuid:2", {Cell::of("RTM"), Cell::of(-1.5), Cell::of("2"), Cell::of("فاطمة, \"x\"\nJürgen"),
                       Cell::of("2023-12-01"), Cell::no(MissingReason::Refused)});
        add("uuid:3", {Cell::of("AMS"), Cell::no(MissingReason::DontKnow), Cell::no(MissingReason::NotRelevant),
                       Cell::no(MissingReason::Missing), Cell::no(MissingReason::BrokenOff), Cell::of("0")});
        const std::vector<Cell> first{Cell::of("street"), Cell::of(3.0)};
        const std::vector<Cell> second{Cell::of("shelter"), Cell::of(1.0)};
        REQUIRE(visits.append({"uuid:1/visit[1]", "uuid:1", first}));
        REQUIRE(visits.append({"uuid:1/visit[2]", "uuid:1", second}));
    }
    void add(std::string_view key, const std::vector<Cell>& cells) { REQUIRE(interviews.append({key, "", cells})); }
};

/// One table "f" with one variable and one row.
struct Single {
    MemoryTable table;
    Dataset dataset{"f", "1", {}, {}, "", "2024-08-01", {&table}};
    Single(Variable variable, const Cell& cell)
        : table(Table{"f", "", {}, {std::move(variable)}}) {
        const std::vector<Cell> cells{cell};
        REQUIRE(table.append({"uuid:1", "", cells}));
    }
};

} // namespace peil::exports::test
