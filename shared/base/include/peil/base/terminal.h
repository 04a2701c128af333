// SPDX-License-Identifier: Apache-2.0
#pragma once

// Untrusted text on a terminal. A tablet or a user may send escape sequences that rename the window, fill the clipboard
// or fake output; none of them may reach a terminal unescaped.

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace peil {

enum class LineBreaks { Escape, Keep };

/// `text` with every control character (C0, DEL, C1), line separator and override of the writing direction as `\uXXXX`,
/// which is also how JSON writes them: serialised JSON stays JSON of the same value. What is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string forTerminal(std::string_view text, LineBreaks lineBreaks = LineBreaks::Escape);

/// During its lifetime, everything written to `stream` passes through forTerminal(), which keeps line breaks, so a
/// program can guard its standard streams once at its start. Use forTerminal() for a value inside a sentence if its
/// line breaks must not start new lines. Lines are passed on at their end or at a flush. Precondition: `stream`
/// outlives it. Threads: those of the stream.
class TerminalGuard {
public:
    explicit TerminalGuard(std::ostream& stream);
    ~TerminalGuard();
    TerminalGuard(const TerminalGuard&) = delete;
    TerminalGuard& operator=(const TerminalGuard&) = delete;

private:
    class Buffer;
    std::ostream& m_stream;
    std::unique_ptr<Buffer> m_buffer;
};

} // namespace peil
