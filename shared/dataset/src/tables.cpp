// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/tables.h"

#include "peil/base/text.h"
#include "peil/dataset/joined_layout.h"

namespace peil::dataset {
namespace {

using records::CleanRecord;
using records::RecordAnswer;
using records::RecordXml;

using exports::VariableType;

exports::Cell cellOf(const RecordAnswer* answer, VariableType type) {
    using exports::MissingReason;
    if (answer == nullptr) return exports::Cell::no(MissingReason::NotRelevant);
    if (answer->value.empty()) {
        const auto reason = exports::missingReason(answer->reason);
        return exports::Cell::no(reason == MissingReason::None ? MissingReason::Missing : reason);
    }
    if (type != VariableType::Number) return exports::Cell::of(std::string_view(answer->value));
    const auto number = parseNumber(answer->value); // nothing for NaN, the only other value in a column of numbers
    return number ? exports::Cell::of(*number) : exports::Cell::no(MissingReason::Missing);
}

/// The cells of one part of a record, in the order of its joined table; a question that its version of the form does
/// not have was not asked.
std::vector<exports::Cell> cellsOf(const JoinedLayout& layout, const JoinedLayout::Version& version, std::size_t table,
                                   const RecordXml::Part& part, std::size_t lastAnswered) {
    const auto& variables = layout.tables()[table].table.variables;
    const auto& planned = version.layout.tables()[*version.tables[table]];
    std::vector<exports::Cell> cells;
    for (std::size_t column = 0; column < variables.size(); ++column) {
        const auto own = version.columns[table][column];
        if (!own) {
            cells.push_back(exports::Cell::no(exports::MissingReason::NotRelevant));
            continue;
        }
        const auto index = planned.columns[*own];
        auto cell = cellOf(part.find(version.layout.field(index).path), variables[column].type);
        const bool question = version.layout.field(index).control != forms::Control::None;
        if (question && index > lastAnswered && cell.missing != exports::MissingReason::None)
            cell = exports::Cell::no(exports::MissingReason::BrokenOff);
        cells.push_back(cell);
    }
    return cells;
}

Result<> appendRecord(const JoinedLayout& layout, const CleanRecord& record, const std::string& outcomeField,
                      ExportTables& out) {
    const auto& version = layout.version(record.formHash);
    const auto last = version.layout.lastAnswered(record.answers, record.outcome);
    std::vector<std::string> keys;
    for (const auto& part : record.answers.parts()) {
        const bool main = keys.empty();
        const auto parentKey = main ? std::string() : keys[part.parent];
        keys.push_back(main ? "uuid:" + record.interview.text()
                            : parentKey + "/" + part.path->substr(part.path->rfind('/') + 1) + "[" +
                                  std::to_string(part.position) + "]");
        const auto table = version.joinedTable(*part.path);
        if (!table) continue;
        auto cells = cellsOf(layout, version, *table, part, last);
        const auto& variables = layout.tables()[*table].table.variables;
        for (std::size_t column = 0; main && column < cells.size(); ++column)
            if (variables[column].name == outcomeField)
                cells[column] = exports::Cell::of(std::string_view(record.outcome));
        if (main && layout.namesVersions()) cells.back() = exports::Cell::of(std::string_view(version.name));
        PEIL_CHECK(out.tables[*table].append({keys.back(), parentKey, cells}));
    }
    return {};
}

/// How far down its readings each variable has to go to lose no value.
class Fitting {
public:
    Fitting(const JoinedLayout& layout, const std::string& outcomeField)
        : m_layout(layout)
        , m_outcomeField(outcomeField) {
        for (const auto& joined : layout.tables())
            m_chosen.emplace_back(joined.readings.size());
    }

    void look(const CleanRecord& record) {
        const auto& version = m_layout.version(record.formHash);
        for (const auto& part : record.answers.parts())
            if (const auto table = version.joinedTable(*part.path)) look(*table, version, part);
    }

    /// Takes the types back that do not fit. @return a sentence for each.
    std::vector<std::string> apply(JoinedLayout& layout) const {
        std::vector<std::string> remarks;
        for (std::size_t t = 0; t < m_chosen.size(); ++t)
            for (std::size_t i = 0; i < m_chosen[t].size(); ++i) {
                const auto& [choice, odd] = m_chosen[t][i];
                if (choice == 0) continue;
                const auto wanted = idOf(layout.tables()[t].table.variables[i].type);
                layout.read(t, i, choice);
                const auto& variable = layout.tables()[t].table.variables[i];
                remarks.push_back("column " + columnOf(variable) + " is stored as " + std::string(idOf(variable.type)) +
                                  ": " + std::to_string(odd) + " of its values " + (odd == 1 ? "does" : "do") +
                                  " not match the type " + std::string(wanted));
            }
        return remarks;
    }

private:
    void look(std::size_t table, const JoinedLayout::Version& version, const RecordXml::Part& part) {
        const auto& joined = m_layout.tables()[table];
        const auto& planned = version.layout.tables()[*version.tables[table]];
        for (std::size_t i = 0; i < joined.readings.size(); ++i) {
            const auto own = version.columns[table][i];
            if (!own) continue;
            const auto& field = version.layout.field(planned.columns[*own]);
            const auto* answer = part.find(field.path);
            const bool isOutcome = table == 0 && field.name == m_outcomeField;
            if (isOutcome || answer == nullptr || answer->value.empty()) continue;
            const auto& readings = joined.readings[i];
            auto& [choice, odd] = m_chosen[table][i];
            if (!readings.front().fits(answer->value)) ++odd;
            while (!readings[choice].fits(answer->value))
                ++choice;
        }
    }

    struct Chosen {
        std::size_t choice = 0, odd = 0;
    };
    const JoinedLayout& m_layout;
    const std::string& m_outcomeField;
    std::vector<std::vector<Chosen>> m_chosen;
};

} // namespace

Result<std::unique_ptr<ExportTables>> makeTables(const ExportSubject& subject,
                                                 const std::vector<CleanRecord>& records) {
    PEIL_TRY(auto layout, JoinedLayout::create(subject));
    const auto outcomeField = subject.outcomeField();
    Fitting fitting(layout, outcomeField);
    for (const auto& record : records)
        fitting.look(record);
    auto result = std::make_unique<ExportTables>();
    result->differences = layout.differences();
    result->remarks = fitting.apply(layout);
    for (const auto& joined : layout.tables())
        result->tables.emplace_back(joined.table);
    for (const auto& record : records)
        PEIL_CHECK(appendRecord(layout, record, outcomeField, *result));
    auto& dataset = result->dataset;
    dataset.id = subject.form.id();
    dataset.version = subject.version;
    dataset.date = subject.date;
    for (const auto& [language, text] : subject.title.texts)
        dataset.title.set(language.empty() ? "en" : language, text);
    for (auto& table : result->tables)
        dataset.tables.push_back(&table);
    return result;
}

} // namespace peil::dataset
