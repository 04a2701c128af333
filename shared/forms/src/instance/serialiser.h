// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "instance/live_instance.h"

namespace peil::forms {

enum class RecordPart : std::uint8_t {
    Relevant, ///< what is submitted
    All,      ///< the whole draft
};

/// The instance as text: rows for a store, fields for sealing, a record in XML.
///
/// Invariant: what it writes, a Loader reads back to the same instance; RecordPart::Relevant leaves nothing else out.
class Serialiser {
public:
    /// Borrowed for its life.
    explicit Serialiser(const LiveInstance& instance)
        : m_instance(instance) {}

    [[nodiscard]] std::vector<StoredRow> rows() const;
    [[nodiscard]] std::vector<FinalField> finalFields() const;
    [[nodiscard]] std::string xml(RecordPart part) const;

private:
    const LiveInstance& m_instance;
};

} // namespace peil::forms
