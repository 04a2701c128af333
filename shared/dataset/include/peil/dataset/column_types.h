// SPDX-License-Identifier: Apache-2.0
#pragma once

// Of which type each column of an export is, decided once for all formats: what the form declares; what the study
// counts with ([fields] of study.toml); or what the expression of a calculated field can give. Never what the data
// happen to hold, so that two exports of one study agree; the data can only take a type back that they do not fit.

#include "peil/export/dataset.h"
#include "peil/forms/definition.h"
#include "peil/study/study.h"

#include <memory>

namespace peil::dataset {

struct FormLogic;

/// One way to read a column.
struct Reading {
    exports::VariableType type = exports::VariableType::Text;
    exports::TypeOrigin origin = exports::TypeOrigin::Form;
    std::vector<exports::ValueLabel> values = {}; ///< of a choice
    bool keepsOthers = false; ///< of a question with a list, or for a day: what does not belong there is kept beside it

    /// True when nothing is lost of `value` in this reading. NaN, which a calculation with an empty answer gives, is no
    /// value.
    [[nodiscard]] bool fits(std::string_view value) const;
};

class ColumnTypes {
public:
    /// @param study  null: a form without a study. Borrows all three.
    ColumnTypes(const forms::FormDefinition& form, const FormLogic& logic, const study::Study* study);
    ~ColumnTypes();

    /// Best first; the last takes any value.
    [[nodiscard]] std::vector<Reading> readingsOf(const forms::FieldInfo& field) const;
    /// The question's, or for a field of [fields] that has none what it is.
    [[nodiscard]] exports::Labels labelOf(const forms::FieldInfo& field) const;

private:
    class Inference;
    const forms::FormDefinition& m_form;
    const study::Study* m_study;
    std::unique_ptr<Inference> m_inference;
};

} // namespace peil::dataset
