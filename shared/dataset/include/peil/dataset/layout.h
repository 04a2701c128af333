// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which path of a form is in which column of which table: a main table and one for each repeat.

#include "peil/dataset/column_types.h"
#include "peil/records/record_xml.h"

namespace peil::dataset {

enum class Fields {
    All,
    Open, ///< only those that the server may read
};

/// An earlier version of the form. Borrows what it names.
struct FormVersion {
    std::string hash; ///< SHA-256, hexadecimal
    std::string name; ///< as the form calls itself; may be empty
    const forms::FormDefinition* form = nullptr;
    std::string_view xform;
    const study::Study* study = nullptr; ///< of the pack that it came with
};

struct ExportSubject {
    const forms::FormDefinition& form;
    std::string_view xform; ///< the same form as text
    std::string version, date;
    study::LocalText title;
    Fields fields = Fields::All;
    const study::Study* study = nullptr;   ///< null: a form without a study
    std::string formHash = {};             ///< of the form
    std::vector<FormVersion> earlier = {}; ///< that records were made with as well

    /// Its value is that of the record, not a recalculated one.
    [[nodiscard]] std::string outcomeField() const {
        return study == nullptr ? study::OpenFields().outcome : study->fields.outcome;
    }
};

/// Makes the variable what the reading says.
void give(exports::Variable& variable, const Reading& reading);

/// Borrows the form of its subject.
class Layout {
public:
    enum class Columns {
        Typed,
        Named, ///< without types, labels and lists, which take their time and room in a large form
    };
    explicit Layout(const ExportSubject& subject, Columns columns = Columns::Typed);

    struct Planned {
        std::string path; ///< of the root or the repeat
        exports::Table table;
        std::vector<std::size_t> columns; ///< index of each variable among the form's fields
        std::vector<std::vector<Reading>>
            readings; ///< of each variable when typed, best first; the table has the first
    };
    [[nodiscard]] const forms::FieldInfo& field(std::size_t index) const { return m_form.fields()[index]; }
    /// Index of the last question that got an answer, or a reason that someone gave; the number of fields for an
    /// interview that was not broken off.
    [[nodiscard]] std::size_t lastAnswered(const records::RecordXml& record, std::string_view outcome) const;
    [[nodiscard]] const std::vector<Planned>& tables() const { return m_tables; }

private:
    std::size_t tableOf(const std::string& repeatPath);
    std::size_t addTable(const std::string& repeatPath);

    const forms::FormDefinition& m_form;
    std::string m_root;
    std::vector<Planned> m_tables;
};

} // namespace peil::dataset
