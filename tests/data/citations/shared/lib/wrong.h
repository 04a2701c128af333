// SPDX-License-Identifier: Apache-2.0
#pragma once

/// NOTHING.md says why.
int a();
/// METHOD.md, 2.1 and 3.
int b();
/// METHOD.md,
/// section 4, and README.md, "Use".
int c();
/// CONTRACT.md, P2, P3 and P4.
int d();
int e(); ///< the contract's P10
