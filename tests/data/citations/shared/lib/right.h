// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sections: METHOD.md, 2 and 2.1. The nearest README.md, its sibling's (other/README.md, "Use"), and CONTRACT.md, P1
// and P2. A name may go over the end of a line as well: see METHOD.md, section 2.1. Not ours:
// https://example.org/NOTHING.md, section 7.

double present(double p); ///< P1, METHOD.md, 2.1
