// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text of others on a terminal. A tablet or a user may send escape sequences that rename the window, fill the clipboard
// or write lines that the program never said; none of them may reach a terminal as what it is.

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace peil {

enum class LineBreaks { Escape, Keep };

/// `text` with every control character (C0, DEL, C1), line separator and override of the writing direction as `\uXXXX`,
/// which is also how JSON writes them: serialised JSON stays JSON of the same value. What is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string forTerminal(std::string_view text, LineBreaks lineBreaks = LineBreaks::Escape);

/// For its life, all that is written to `stream` passes forTerminal(), which keeps line breaks: a program that guards
/// its standard streams at its start need not remember which of its words came from a file, a tablet or a user. A value
/// inside a sentence still takes forTerminal() where its own line breaks must not make lines. A line is passed on when
/// it ends, or at a flush. Precondition: `stream` outlives it. Threads: those of the stream.
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
