// SPDX-License-Identifier: Apache-2.0
#pragma once

// Progress and interruption of long work: the worker polls this, stops on Ctrl-C or SIGTERM, and leaves nothing
// half-written.

#include <functional>
#include <string>

namespace peil::cli {

/// Takes SIGINT and SIGTERM over for its life, so that they set a flag. One at a time.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    /// True once a signal came. Threads: any.
    [[nodiscard]] static bool requested();
    /// Prints "what 42%" on a terminal, and is false once a signal came: a progress function of peil::exports.
    [[nodiscard]] std::function<bool(double)> progress(std::string what);
};

} // namespace peil::cli
