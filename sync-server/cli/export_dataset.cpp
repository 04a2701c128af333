// SPDX-License-Identifier: Apache-2.0
#include "export_dataset.h"

#include "command.h"
#include "peil/base/text.h"

namespace peil::cli {
namespace {

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

/// The cells of one part of a record, in the order of its table.
std::vector<exports::Cell> cellsOf(const Layout& layout, const Layout::Planned& planned, const RecordXml::Part& part,
                                   std::size_t lastAnswered) {
    std::vector<exports::Cell> cells;
    for (std::size_t column = 0; column < planned.columns.size(); ++column) {
        const auto index = planned.columns[column];
        const auto found = part.answers.find(layout.field(index).path);
        auto cell =
            cellOf(found == part.answers.end() ? nullptr : &found->second, planned.table.variables[column].type);
        const bool question = layout.field(index).control != forms::Control::None;
        if (question && index > lastAnswered && cell.missing != exports::MissingReason::None)
            cell = exports::Cell::no(exports::MissingReason::BrokenOff);
        cells.push_back(cell);
    }
    return cells;
}

Result<> appendRecord(const Layout& layout, const CleanRecord& record, const std::string& outcomeField,
                      ExportTables& out) {
    PEIL_TRY(const auto xml, RecordXml::parse(record.xml, layout.repeats()));
    const auto last = layout.lastAnswered(xml, record.outcome);
    std::vector<std::string> keys;
    for (const auto& part : xml.parts()) {
        const bool main = keys.empty();
        const auto parentKey = main ? std::string() : keys[part.parent];
        keys.push_back(main ? "uuid:" + record.interview.text()
                            : parentKey + "/" + part.path.substr(part.path.rfind('/') + 1) + "[" +
                                  std::to_string(part.position) + "]");
        for (std::size_t i = 0; i < layout.tables().size(); ++i) {
            const auto& planned = layout.tables()[i];
            if (planned.path != part.path) continue;
            auto cells = cellsOf(layout, planned, part, last);
            for (std::size_t column = 0; main && column < cells.size(); ++column)
                if (layout.field(planned.columns[column]).name == outcomeField)
                    cells[column] = exports::Cell::of(std::string_view(record.outcome));
            PEIL_CHECK(out.tables[i].append({keys.back(), parentKey, cells}));
        }
    }
    return {};
}

/// How far down its readings each variable has to go to lose no value.
class Fitting {
public:
    Fitting(const Layout& layout, const std::string& outcomeField)
        : m_layout(layout)
        , m_outcomeField(outcomeField)
        , m_repeats(layout.repeats()) {
        for (const auto& planned : layout.tables())
            m_chosen.emplace_back(planned.columns.size());
    }

    Result<> look(const CleanRecord& record) {
        PEIL_TRY(const auto xml, RecordXml::parse(record.xml, m_repeats));
        for (const auto& part : xml.parts())
            for (std::size_t t = 0; t < m_layout.tables().size(); ++t)
                if (m_layout.tables()[t].path == part.path) look(t, part);
        return {};
    }

    /// Takes the types back that do not fit. @return a sentence for each.
    std::vector<std::string> apply(Layout& layout) const {
        std::vector<std::string> remarks;
        for (std::size_t t = 0; t < m_chosen.size(); ++t)
            for (std::size_t i = 0; i < m_chosen[t].size(); ++i) {
                const auto& [choice, odd] = m_chosen[t][i];
                if (choice == 0) continue;
                const auto wanted = wordOf(layout.tables()[t].table.variables[i].type);
                layout.read(t, i, choice);
                const auto& variable = layout.tables()[t].table.variables[i];
                remarks.push_back("column " + columnOf(variable) + " is kept as " + std::string(wordOf(variable.type)) +
                                  ": " + std::to_string(odd) + " of its values " + (odd == 1 ? "does" : "do") +
                                  " not fit the type " + std::string(wanted));
            }
        return remarks;
    }

private:
    void look(std::size_t table, const RecordXml::Part& part) {
        const auto& planned = m_layout.tables()[table];
        for (std::size_t i = 0; i < planned.columns.size(); ++i) {
            const auto& field = m_layout.field(planned.columns[i]);
            const auto answer = part.answers.find(field.path);
            const bool isOutcome = table == 0 && field.name == m_outcomeField;
            if (isOutcome || answer == part.answers.end() || answer->second.value.empty()) continue;
            const auto& readings = planned.readings[i];
            auto& [choice, odd] = m_chosen[table][i];
            if (!readings.front().fits(answer->second.value)) ++odd;
            while (!readings[choice].fits(answer->second.value))
                ++choice;
        }
    }

    struct Chosen {
        std::size_t choice = 0, odd = 0;
    };
    const Layout& m_layout;
    const std::string& m_outcomeField;
    std::vector<std::string> m_repeats;
    std::vector<std::vector<Chosen>> m_chosen;
};

} // namespace

Result<std::unique_ptr<ExportTables>> makeTables(const ExportSubject& subject,
                                                 const std::vector<CleanRecord>& records) {
    Layout layout(subject);
    const auto outcomeField = subject.outcomeField();
    Fitting fitting(layout, outcomeField);
    for (const auto& record : records)
        PEIL_CHECK(fitting.look(record));
    auto result = std::make_unique<ExportTables>();
    result->remarks = fitting.apply(layout);
    for (const auto& planned : layout.tables())
        result->tables.emplace_back(planned.table);
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

} // namespace peil::cli
