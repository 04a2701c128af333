// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/layout.h"

#include "peil/study/vocabulary.h"

#include "peil/base/text.h"
#include "peil/dataset/form_logic.h"
#include "table_names.h"

#include <algorithm>
#include <optional>

namespace peil::dataset {
namespace {

using records::RecordXml;

exports::Variable variableOf(const forms::FieldInfo& field, const std::string& tablePath) {
    exports::Variable variable;
    variable.name = field.name;
    const auto below = std::string_view(field.path).substr(tablePath.size() + 1);
    const auto steps = split(below, '/');
    for (std::size_t i = 0; i + 1 < steps.size(); ++i)
        variable.groups.emplace_back(steps[i]);
    variable.variableClass = field.fieldClass;
    return variable;
}

} // namespace

void give(exports::Variable& variable, const Reading& reading) {
    variable.type = reading.type;
    variable.typeOrigin = reading.origin;
    variable.values = reading.values;
}

Layout::Layout(const ExportSubject& subject, Columns columns)
    : m_form(subject.form) {
    const bool typed = columns == Columns::Typed;
    const auto bare = typed ? std::vector<forms::FieldInfo>() : m_form.bareFields();
    const auto& fields = typed ? m_form.fields() : bare;
    const auto logic = typed ? FormLogic::of(subject.xform) : FormLogic();
    std::optional<ColumnTypes> types;
    if (typed) types.emplace(m_form, logic, subject.study);
    m_root = fields.empty() ? "/data" : fields.front().path.substr(0, fields.front().path.find('/', 1));
    addTable("");
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto& field = fields[i];
        if (field.path.starts_with(m_root + "/meta/") || field.note) continue;
        if (subject.fields == Fields::Open && field.fieldClass == forms::FieldClass::Sealed) continue;
        auto& table = m_tables[tableOf(field.repeatPath)];
        table.columns.push_back(i);
        auto& variable = table.table.variables.emplace_back(variableOf(field, table.path));
        if (!types) continue;
        variable.label = types->labelOf(field);
        auto& readings = table.readings.emplace_back(types->readingsOf(field));
        give(variable, readings.front());
        if (readings.front().keepsOthers) readings.front().values = {}; // not needed again
    }
}

std::size_t Layout::tableOf(const std::string& repeatPath) {
    const auto path = repeatPath.empty() ? m_root : repeatPath;
    for (std::size_t i = 0; i < m_tables.size(); ++i)
        if (m_tables[i].path == path) return i;
    return addTable(repeatPath);
}

std::size_t Layout::addTable(const std::string& repeatPath) {
    Planned planned;
    planned.path = repeatPath.empty() ? m_root : repeatPath;
    planned.table.name =
        repeatPath.empty() ? m_form.id() : freeTableName(repeatPath.substr(repeatPath.rfind('/') + 1), m_tables);
    if (!repeatPath.empty()) {
        const Planned* around = &m_tables.front();
        for (const auto& other : m_tables)
            if (repeatPath.starts_with(other.path + "/") && other.path.size() > around->path.size()) around = &other;
        planned.table.parent = around->table.name;
    }
    m_tables.push_back(std::move(planned));
    return m_tables.size() - 1;
}

std::size_t Layout::lastAnswered(const RecordXml& record, std::string_view outcome) const {
    const auto& fields = m_form.fields();
    if (outcome != idOf(study::Outcome::BrokenOff)) return fields.size();
    std::size_t last = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].control == forms::Control::None) continue;
        for (const auto& part : record.parts()) {
            const auto* answer = part.find(fields[i].path);
            if (answer == nullptr) continue;
            const auto& reason = answer->reason;
            if (!answer->value.empty() || (!reason.empty() && reason != "skipped")) last = i;
        }
    }
    return last;
}

} // namespace peil::dataset
