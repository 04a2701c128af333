// SPDX-License-Identifier: Apache-2.0
#include "export_dataset.h"

#include "command.h"
#include "peil/base/text.h"
#include "record_xml.h"

#include <algorithm>
#include <pugixml.hpp>
#include <set>

namespace peil::cli {
namespace {

using exports::VariableType;

/// Paths that only show a text: read-only and not calculated.
std::set<std::string> noteNodes(std::string_view xform) {
    std::set<std::string> notes;
    pugi::xml_document document;
    if (!document.load_buffer(xform.data(), xform.size())) return notes;
    for (const auto& match : document.select_nodes("//*[local-name()='bind']")) {
        const auto bind = match.node();
        if (std::string_view(bind.attribute("readonly").value()) == "true()" && !bind.attribute("calculate"))
            notes.insert(bind.attribute("nodeset").value());
    }
    return notes;
}

exports::Labels labelsOf(const std::vector<std::pair<std::string, std::string>>& texts,
                         const forms::FormDefinition& form) {
    exports::Labels labels;
    for (const auto& [language, text] : texts) {
        auto tag = language;
        for (const auto& known : form.languages())
            if (known.name == language && !known.code.empty()) tag = known.code;
        labels.set(tag.empty() ? "en" : tag, text);
    }
    return labels;
}

VariableType typeOf(const forms::FieldInfo& field) {
    switch (field.type) {
    case forms::DataType::Integer:
    case forms::DataType::Decimal:
        return VariableType::Number;
    case forms::DataType::Date:
        return VariableType::Date;
    default:
        break;
    }
    if (field.control == forms::Control::Select1 && !field.choices.empty()) return VariableType::Choice;
    if ((field.control == forms::Control::Select || field.control == forms::Control::Rank) && !field.choices.empty())
        return VariableType::Choices;
    return VariableType::Text;
}

exports::VariableClass classOf(forms::FieldClass fieldClass) {
    switch (fieldClass) {
    case forms::FieldClass::Quota:
        return exports::VariableClass::Quota;
    case forms::FieldClass::Estimate:
        return exports::VariableClass::Estimate;
    case forms::FieldClass::Sealed:
        break;
    }
    return exports::VariableClass::Sealed;
}

exports::Variable variableOf(const forms::FieldInfo& field, const std::string& tablePath,
                             const forms::FormDefinition& form) {
    exports::Variable variable;
    variable.name = field.name;
    const auto below = std::string_view(field.path).substr(tablePath.size() + 1);
    const auto steps = split(below, '/');
    for (std::size_t i = 0; i + 1 < steps.size(); ++i)
        variable.groups.emplace_back(steps[i]);
    variable.label = labelsOf(field.labels, form);
    variable.type = typeOf(field);
    variable.variableClass = classOf(field.fieldClass);
    for (const auto& choice : field.choices)
        variable.values.push_back({choice.value, labelsOf(choice.labels, form)});
    return variable;
}

/// The layout: which path stands in which column of which table.
class Layout {
public:
    Layout(const ExportSubject& subject)
        : m_form(subject.form) {
        const auto notes = noteNodes(subject.xform);
        m_root = m_form.fields().empty()
                     ? "/data"
                     : m_form.fields().front().path.substr(0, m_form.fields().front().path.find('/', 1));
        addTable("");
        for (std::size_t i = 0; i < m_form.fields().size(); ++i) {
            const auto& field = m_form.fields()[i];
            if (field.path.starts_with(m_root + "/meta/") || notes.contains(field.path)) continue;
            if (subject.fields == Fields::Open && field.fieldClass == forms::FieldClass::Sealed) continue;
            auto& table = m_tables[tableOf(field.repeatPath)];
            table.columns.push_back(i);
            table.table.variables.push_back(variableOf(field, table.path, m_form));
        }
    }

    struct Planned {
        std::string path; ///< of the root or the repeat
        exports::Table table;
        std::vector<std::size_t> columns; ///< index of each variable among the form's fields
    };
    [[nodiscard]] const forms::FieldInfo& field(std::size_t index) const { return m_form.fields()[index]; }
    /// Index of the last question that got an answer, or a reason that somebody gave; the number of fields for an
    /// interview that was not broken off.
    [[nodiscard]] std::size_t lastAnswered(const RecordXml& record, std::string_view outcome) const;
    [[nodiscard]] const std::vector<Planned>& tables() const { return m_tables; }
    [[nodiscard]] std::vector<std::string> repeats() const {
        std::vector<std::string> paths;
        for (std::size_t i = 1; i < m_tables.size(); ++i)
            paths.push_back(m_tables[i].path);
        return paths;
    }

private:
    std::size_t tableOf(const std::string& repeatPath) {
        const auto path = repeatPath.empty() ? m_root : repeatPath;
        for (std::size_t i = 0; i < m_tables.size(); ++i)
            if (m_tables[i].path == path) return i;
        return addTable(repeatPath);
    }
    std::size_t addTable(const std::string& repeatPath) {
        Planned planned;
        planned.path = repeatPath.empty() ? m_root : repeatPath;
        planned.table.name = repeatPath.empty() ? m_form.id() : repeatPath.substr(repeatPath.rfind('/') + 1);
        if (!repeatPath.empty()) {
            const Planned* around = &m_tables.front();
            for (const auto& other : m_tables)
                if (repeatPath.starts_with(other.path + "/") && other.path.size() > around->path.size())
                    around = &other;
            planned.table.parent = around->table.name;
        }
        m_tables.push_back(std::move(planned));
        return m_tables.size() - 1;
    }

    const forms::FormDefinition& m_form;
    std::string m_root;
    std::vector<Planned> m_tables;
};

std::size_t Layout::lastAnswered(const RecordXml& record, std::string_view outcome) const {
    const auto& fields = m_form.fields();
    if (outcome != "broken_off") return fields.size();
    std::size_t last = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].control == forms::Control::None) continue;
        for (const auto& part : record.parts()) {
            const auto answer = part.answers.find(fields[i].path);
            if (answer == part.answers.end()) continue;
            const auto& reason = answer->second.reason;
            if (!answer->second.value.empty() || (!reason.empty() && reason != "skipped")) last = i;
        }
    }
    return last;
}

exports::Cell cellOf(const RecordAnswer* answer, VariableType type) {
    using exports::MissingReason;
    if (answer == nullptr) return exports::Cell::no(MissingReason::NotRelevant);
    if (answer->value.empty()) {
        const auto reason = exports::missingReason(answer->reason);
        return exports::Cell::no(reason == MissingReason::None ? MissingReason::Missing : reason);
    }
    if (type != VariableType::Number) return exports::Cell::of(std::string_view(answer->value));
    const auto number = parseNumber(answer->value);
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

} // namespace

Result<std::unique_ptr<ExportTables>> makeTables(const ExportSubject& subject,
                                                 const std::vector<CleanRecord>& records) {
    const Layout layout(subject);
    auto result = std::make_unique<ExportTables>();
    for (const auto& planned : layout.tables())
        result->tables.emplace_back(planned.table);
    for (const auto& record : records)
        PEIL_CHECK(appendRecord(layout, record, subject.outcomeField, *result));
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
