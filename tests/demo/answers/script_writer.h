// SPDX-License-Identifier: Apache-2.0
#pragma once

// Collects the answers of one interview; private to synthetic_answers.

#include "peil_test/rng.h"
#include "synthetic_answers.h"

#include <initializer_list>
#include <map>

namespace peil_demo {

using RowCells = std::map<std::string, std::string, std::less<>>;

class ScriptWriter {
public:
    ScriptWriter(const RowCells& row, std::uint64_t number)
        : m_row(&row)
        , m_rng(number)
        , m_number(number) {}

    [[nodiscard]] const std::string& cell(std::string_view column) const { return m_row->find(column)->second; }
    [[nodiscard]] bool is(std::string_view column, std::string_view value) const { return cell(column) == value; }
    void say(std::string_view question, std::string value) {
        m_answers.push_back({std::string(question), std::move(value), {}});
    }
    /// `value`, or, where the data has no answer, one of the two reasons that a participant gives.
    void sayOrReason(std::string_view question, const std::string& value) {
        if (!value.empty()) return say(question, value);
        m_answers.push_back({std::string(question), {}, m_number % 2 == 0 ? "dont_know" : "refused"});
    }
    void sayColumn(std::string_view question) { sayOrReason(question, cell(question)); }
    /// One of `values`; returns it.
    std::string pick(std::string_view question, std::initializer_list<const char*> values) {
        std::string value = values.begin()[m_rng.next64() % values.size()];
        say(question, value);
        return value;
    }
    /// A whole number from `lowest` to `highest`.
    [[nodiscard]] int number(int lowest, int highest) {
        return lowest + static_cast<int>(m_rng.next64() % static_cast<std::uint64_t>(highest - lowest + 1));
    }
    [[nodiscard]] bool chance(double share) { return m_rng.nextUnit() < share; }
    [[nodiscard]] std::uint64_t rowNumber() const { return m_number; }
    [[nodiscard]] peil::Rng& rng() { return m_rng; }
    [[nodiscard]] std::vector<Answer> take() { return std::move(m_answers); }

private:
    const RowCells* m_row;
    peil_test::SeededRng m_rng;
    std::uint64_t m_number;
    std::vector<Answer> m_answers;
};

/// The sections of the questionnaire, in order.
void writeScreener(ScriptWriter& script);
void writeLiving(ScriptWriter& script);
void writeDrugUse(ScriptWriter& script);
void writeRisksAndCare(ScriptWriter& script, const std::string& marker);
void writeHealth(ScriptWriter& script);
void writeClosing(ScriptWriter& script, const std::string& marker);

} // namespace peil_demo
