// SPDX-License-Identifier: Apache-2.0
#pragma once

// A form whose maker has its parts as trees and tables: the engine reads them as they are, so that a large form is not
// written as XML and parsed again.

#include "peil/forms/definition.h"

#include <map>
#include <pugixml.hpp>

namespace peil::forms {

/// The rows of a list. They become nodes when an interview, or someone who asks for the choices, reads them.
class ListRows {
public:
    using Visit = std::function<void(std::string_view column, std::string_view text)>;
    virtual ~ListRows() = default;
    [[nodiscard]] virtual std::size_t size() const = 0;
    /// Calls `visit` for each cell of a row that becomes a node, in order.
    virtual void row(std::size_t index, const Visit& visit) const = 0;
};
using ListPointer = std::shared_ptr<const ListRows>;
using ListsById = std::map<std::string, ListPointer, std::less<>>;

struct FormTree {
    /// The XForm, in which elements `instance` of `lists` and elements `translation` are empty.
    pugi::xml_document xform;
    ListsById lists;    ///< by the id of the instance
    ListsById itemsets; ///< the rows of itemsets.csv, whose first line ResourceLoader gives
    /// Calls `visit` for each element `text` of a translation, by its place in the document. An element lives as long
    /// as the call.
    std::function<void(std::size_t translation, const std::function<void(pugi::xml_node text)>& visit)> texts;
};

/// As FormDefinition::parse(), but for limits of bytes, which are those of the XForm as text.
[[nodiscard]] ParsedForm parseTree(FormTree tree, const ResourceLoader& resources = {});

/// The largest XForm that FormDefinition::parse() reads.
inline constexpr std::size_t kMaxXmlBytes = std::size_t{64} << 20U;

} // namespace peil::forms
