// SPDX-License-Identifier: Apache-2.0
#pragma once

// What comments and documents cite: a document (`METHOD.md`), sections of it (`METHOD.md, 3.2 and 4`,
// `storage/README.md, "Opening"`, `CONTRACT.md, P4`, an anchor of a link), a point of the contract alone (`P4`), and in
// documents the tests and functions that a paragraph lists after `Tests:` or `Functions:`.

#include "source_tree.h"

namespace checks {

/// Documents, sources and the documents' test data, all of one tree.
struct CitingTree {
    std::vector<SourceFile> documents; ///< what may be cited, and cites
    std::vector<SourceFile> sources;   ///< whose comments cite
};
/// The checkout.
[[nodiscard]] CitingTree thisTree();
/// tests/data/`name`, a tree of its own.
[[nodiscard]] CitingTree dataTree(const std::string& name);

/// One line for each citation of something that does not exist: "path:line: what is missing".
[[nodiscard]] std::vector<std::string> wrongCitations(const CitingTree& tree);

} // namespace checks
