// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "instance/recomputation.h"

namespace peil::forms {

/// The three ways into an interview: a blank form, the rows that the tablet's store kept, a record in XML.
///
/// Invariant: each begins with the blank form. After success everything is settled and answers can be given; after a
/// failure the instance is not to be used.
class Loader {
public:
    /// All borrowed for its life.
    Loader(LiveInstance& instance, Recomputation& recomputation, const Environment& environment);

    /// @return NoSuchNode of a preset, EvaluationFailed.
    [[nodiscard]] Result<> startNew();
    /// @return BadInstance, TooManyInstances.
    [[nodiscard]] Result<> applyRows(std::span<const StoredRow> rows);
    /// @return BadInstance.
    [[nodiscard]] Result<> loadXml(std::string_view xml, LoadAs use);

private:
    [[nodiscard]] Result<> applyCounts(std::vector<const StoredRow*> rows);
    [[nodiscard]] Result<> applyValues(const std::vector<const StoredRow*>& rows);
    void mergeElement(const xpath::Document& from, NodeIndex source, NodeIndex target);
    void mergeAttributes(const xpath::Document& from, NodeIndex source, NodeIndex target);
    void mergeChildren(const xpath::Document& from, NodeIndex source, NodeIndex target, DefId child);
    void startEdit();

    LiveInstance& m_instance;
    Recomputation& m_recomputation;
    const Environment& m_environment;
};

} // namespace peil::forms
