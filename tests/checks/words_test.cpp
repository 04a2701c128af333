// SPDX-License-Identifier: Apache-2.0
#include "source_tree.h"

#include <algorithm>
#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>

using checks::filesUnder;

namespace {

const std::vector<std::string> kText{".h",    ".cpp", ".qml",  ".js",   ".mjs", ".md", ".txt", ".cmake",  ".json",
                                     ".toml", ".csv", ".yaml", ".html", ".css", ".ts", "/dev", ".ci/run", ".npmrc"};

/// Lines that hold one of `words`, in files that do not begin with one of `homes`.
std::vector<std::string> linesWith(const std::vector<std::string>& words, const std::vector<std::string>& endings,
                                   const std::vector<std::string>& homes) {
    std::vector<std::string> found;
    for (const auto& file : filesUnder("", endings)) {
        if (std::any_of(homes.begin(), homes.end(), [&](const auto& home) { return file.path.starts_with(home); }))
            continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            for (const auto& word : words)
                if (file.lines[i].find(word) != std::string::npos) found.push_back(checks::at(file, i));
    }
    return found;
}

} // namespace

TEST_CASE("no file names a package registry or a path of one machine", "[checks][words]") {
    const auto found = linesWith(
        {"registry.npm", "deb.debian", " /root/", "\"/root/", " /home/", "\"/home/", "/work/", PEIL_SOURCE_DIR "/"},
        kText, {"tests/checks/words_test.cpp"});
    CAPTURE(found);
    REQUIRE(found.empty());
}

TEST_CASE("no test sleeps, skips or tries again", "[checks][words]") {
    const auto found = linesWith({"sleep_for", "sleep_until", "usleep(", "SKIP(", "QSKIP", "qWait(", "qSleep"},
                                 {".cpp", ".h", ".qml", ".mjs"}, {"tests/checks/words_test.cpp"});
    CAPTURE(found);
    REQUIRE(found.empty());
}

TEST_CASE("what a program prints passes its guarded streams, so that no foreign text controls a terminal",
          "[checks][words]") {
    // Progress that is written over, and the questions for a passphrase, are the program's own words alone.
    const std::vector<std::string> kHomes{"sync-server/cli/interruption.cpp", "sync-server/cli/command.cpp", "tests/"};
    const auto found =
        linesWith({"fprintf(", "std::printf(", "fputs(", "std::puts(", "fwrite(", "stdout_logger", "stderr_logger"},
                  {".cpp", ".h"}, kHomes);
    CAPTURE(found);
    REQUIRE(found.empty());
    for (const auto* program : {"sync-server/cli/main.cpp", "sync-server/app/main.cpp", "mobile/app/main.cpp"}) {
        INFO(program);
        const auto files = filesUnder(program, {".cpp"});
        REQUIRE(files.size() == 1);
        CHECK(std::ranges::any_of(files.front().lines, [](const auto& line) {
            return line.find("TerminalGuard output(std::cout), errors(std::cerr);") != std::string::npos;
        }));
    }
}

TEST_CASE("SQL is never put together at run time", "[checks][words]") {
    std::vector<std::string> found;
    for (const auto& file : filesUnder("", {".h", ".cpp"})) {
        if (!file.path.starts_with("shared/") && !file.path.starts_with("sync-server/") &&
            !file.path.starts_with("mobile/"))
            continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto& line = file.lines[i];
            const auto call = std::min(line.find("prepare("), line.find("Query("));
            if (call == std::string::npos || line.find("//") < call) continue;
            const auto rest = line.substr(call);
            if (rest.find(" + ") != std::string::npos || rest.find("c_str()") != std::string::npos ||
                rest.find("format(") != std::string::npos)
                found.push_back(checks::at(file, i));
        }
    }
    CAPTURE(found);
    REQUIRE(found.empty());
}

TEST_CASE("every source file states its licence on the first line", "[checks][words]") {
    std::vector<std::string> found;
    for (const auto& file : filesUnder("", {".h", ".cpp", ".qml", ".js", ".mjs", ".cmake", "CMakeLists.txt"})) {
        const auto first = std::min<std::size_t>(file.lines.size(), 2);
        bool stated = false;
        for (std::size_t i = 0; i < first; ++i)
            stated = stated || file.lines[i].find("SPDX-License-Identifier: Apache-2.0") != std::string::npos;
        if (!stated) found.push_back(file.path);
    }
    CAPTURE(found);
    REQUIRE(found.empty());
}
