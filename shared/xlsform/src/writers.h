// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of an XForm. All resolve references as they write and report what cannot be resolved.

#include "itext.h"

#include "peil/forms/form_tree.h"

namespace peil::xlsform {

/// What the writers share for one form.
struct Output {
    Form& form;
    References& references;
    Reporter& reporter;
    forms::ListsById lists{}; ///< what secondary instances hold that are empty in the model
};

/// The primary instance.
void writePrimaryInstance(pugi::xml_node model, Output& output);
/// Lists, files and the last saved record. Call after writing the binds and the body, which determine what is used.
void writeSecondaryInstances(pugi::xml_node model, Output& output);
/// Binds, and the actions that start with the form.
void writeBinds(pugi::xml_node model, Output& output);
void writeBody(pugi::xml_node body, Output& output);
/// itemsets.csv with these rows of the external_choices sheet.
[[nodiscard]] std::string itemsetsCsv(const Table& externalChoices, const std::vector<Row>& rows);
/// All its rows, by list.
[[nodiscard]] forms::ListsById itemsetRows(const std::shared_ptr<const Table>& externalChoices);

/// True if the default must be computed by a setvalue.
[[nodiscard]] bool hasDynamicDefault(const Element& element);
/// True when the question has a control in the body.
[[nodiscard]] bool isVisible(const Element& element);
/// True when the choices are looked up by the search() appearance and are in the control itself.
[[nodiscard]] bool usesSearch(const Element& element);
/// Id of the secondary instance of a select from a file: the file name without its ending.
[[nodiscard]] std::string fileStem(const std::string& file);
/// The text of a parameter, or nothing.
[[nodiscard]] std::string parameter(const Element& element, std::string_view key);

} // namespace peil::xlsform
