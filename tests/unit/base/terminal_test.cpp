// SPDX-License-Identifier: Apache-2.0
#include "peil/base/terminal.h"

#include <catch2/catch_test_macros.hpp>
#include <iomanip>
#include <sstream>

using peil::forTerminal;
using peil::LineBreaks;

TEST_CASE("nothing that a terminal obeys is left in the text of others", "[base][terminal]") {
    CHECK(forTerminal("Zoë \u0645\u0631\u062D\u0628\u0627 a\\b") == "Zoë \u0645\u0631\u062D\u0628\u0627 a\\b");
    CHECK(forTerminal("\x1b]52;c;cm0gLXJm\x07") == "\\u001b]52;c;cm0gLXJm\\u0007");
    CHECK(forTerminal("\x1b[2J\x7F") == "\\u001b[2J\\u007f");
    CHECK(forTerminal("complete\nAll is well.\r\t") == "complete\\u000aAll is well.\\u000d\\u0009");
    CHECK(forTerminal("\u009B2J\u2028\u202Eevil\u2069") == "\\u009b2J\\u2028\\u202eevil\\u2069");
    CHECK(forTerminal("a\x9B\xC3") == "a\uFFFD\uFFFD");
    CHECK(forTerminal({"\0", 1}) == "\\u0000");
}

TEST_CASE("line breaks of the program's own text stay when they are requested", "[base][terminal]") {
    CHECK(forTerminal("one\ntwo\r", LineBreaks::Keep) == "one\ntwo\\u000d");
}

TEST_CASE("what is written to a guarded stream cannot command the terminal, in however many parts it comes",
          "[base][terminal]") {
    std::ostringstream stream;
    {
        const peil::TerminalGuard guard(stream);
        stream << "label " << std::setw(8) << "\x1b[2J" << '\n' << '\xC3';
        CHECK(stream.str() == "label     \\u001b[2J\n");
        stream << '\xAB' << "\u009B" << std::flush;
        CHECK(stream.str() == "label     \\u001b[2J\n\u00EB\\u009b");
        stream << "the end";
    }
    CHECK(stream.str() == "label     \\u001b[2J\n\u00EB\\u009bthe end");
    stream << "\t";
    CHECK(stream.str().ends_with("the end\t"));
}
