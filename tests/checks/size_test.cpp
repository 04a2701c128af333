// SPDX-License-Identifier: Apache-2.0
#include "source_tree.h"

#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>

using checks::filesUnder;

namespace {

constexpr std::size_t kMaxCppLines = 500;
constexpr std::size_t kMaxQmlLines = 250;
constexpr std::size_t kMaxFunctionLines = 60;

std::vector<std::string> longerThan(const std::vector<std::string>& endings, std::size_t limit) {
    std::vector<std::string> found;
    for (const auto& file : filesUnder("", endings))
        if (file.lines.size() > limit) found.push_back(file.path + ": " + std::to_string(file.lines.size()) + " lines");
    return found;
}

/// The body of a function that begins on `line` at `indent`: the layout of clang-format makes the end easy to find.
bool opensFunction(const std::string& line, std::size_t indent) {
    if (line.find_first_not_of(' ') != indent || !line.ends_with("{")) return false;
    const auto text = line.substr(indent);
    for (const auto* word : {"namespace", "class ",     "struct ", "enum ",   "union ", "extern ", "if ",
                             "for ",      "while ",     "switch ", "do ",     "}",      "else",    "static const ",
                             "const ",    "constexpr ", "case ",   "default", "try",    "catch"})
        if (text.starts_with(word))
            return text.find(") {") != std::string::npos && text.starts_with("const") &&
                   text.find('=') == std::string::npos;
    return true;
}

void findLongFunctions(const checks::SourceFile& file, std::size_t indent, std::vector<std::string>& found) {
    const std::string end = std::string(indent, ' ') + "}";
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        if (!opensFunction(file.lines[i], indent)) continue;
        std::size_t close = i + 1;
        while (close < file.lines.size() && !file.lines[close].starts_with(end))
            ++close;
        // A reason beside the code lifts the limit: "// long: ..." on the line before.
        const bool excused = i > 0 && file.lines[i - 1].find("// long: ") != std::string::npos;
        if (close - i > kMaxFunctionLines && !excused)
            found.push_back(checks::at(file, i) + " (" + std::to_string(close - i) + " lines)");
        i = close;
    }
}

} // namespace

TEST_CASE("a C++ file has at most 500 lines", "[checks][size]") {
    const auto found = longerThan({".h", ".cpp"}, kMaxCppLines);
    CAPTURE(found);
    REQUIRE(found.empty());
}

TEST_CASE("a QML file has at most 250 lines", "[checks][size]") {
    const auto found = longerThan({".qml"}, kMaxQmlLines);
    CAPTURE(found);
    REQUIRE(found.empty());
}

TEST_CASE("a function has at most 60 lines", "[checks][size]") {
    std::vector<std::string> found;
    for (const auto& file : filesUnder("", {".h", ".cpp"})) {
        findLongFunctions(file, 0, found);
        if (file.path.ends_with(".h")) findLongFunctions(file, 4, found);
    }
    CAPTURE(found);
    REQUIRE(found.empty());
}
