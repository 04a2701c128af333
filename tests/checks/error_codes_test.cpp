// SPDX-License-Identifier: Apache-2.0
// Every error code has a test that causes it. What a check of names can see: that a test outside this folder expects
// the code, by its name or by what a program says of it.
#include "source_tree.h"

#include <algorithm>
#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cctype>
#include <map>

using checks::filesUnder;

namespace {

struct Code {
    std::string type, name;
};

/// Error codes that tests recognise by the messages of `peil`.
const std::map<std::string, std::string> kSaid{
    {"CliErrc::AlreadyThere", "already exists"},          {"CliErrc::BadInput", "has no passphrase on its first line"},
    {"CliErrc::NotATerminal", "no terminal to ask"},      {"CliErrc::ServerUnreachable", "cannot be reached"},
    {"ReportErrc::BadInput", "two published sizes"},      {"CliErrc::Stopped", "The command was interrupted"},
    {"CliErrc::ToolFailed", "could not make report.pdf"},
};

std::string wordAt(const std::string& text, std::size_t from) {
    auto end = from;
    while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_'))
        ++end;
    return text.substr(from, end - from);
}

/// The name of the enum of errors that begins on this line; empty when none does.
std::string enumOn(const std::string& line) {
    const std::string kBegin = "enum class ";
    const auto at = line.find(kBegin);
    if (at == std::string::npos || line.find('{') == std::string::npos) return {};
    const auto name = wordAt(line, at + kBegin.size());
    return name.ends_with("Errc") || name == "ApiError" ? name : std::string{};
}

std::vector<Code> codes() {
    std::vector<Code> found;
    for (const auto& file : filesUnder("", {".h"})) {
        if (file.path.starts_with("tests/")) continue;
        std::string type;
        for (const auto& line : file.lines) {
            if (type.empty()) {
                type = enumOn(line);
            } else if (line.find("};") != std::string::npos) {
                type.clear();
            } else {
                const auto start = std::min(line.find_first_not_of(' '), line.size());
                const auto name = wordAt(line, start); // one on a line, with a comment behind it
                if (!name.empty() && !name.ends_with('_')) found.push_back({type, name});
            }
        }
    }
    return found;
}

/// "DailyLimit" as refusals of the server write it: daily_limit.
std::string idOf(const std::string& name) {
    std::string id;
    for (const char c : name) {
        if (std::isupper(static_cast<unsigned char>(c)) != 0 && !id.empty()) id += '_';
        id += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return id;
}

bool hasWord(const std::string& text, const std::string& word) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
        if (wordAt(text, at + word.size()).empty()) return true;
    return false;
}

/// How a test may expect the code.
std::vector<std::string> signsOf(const Code& code) {
    std::vector<std::string> signs{code.type + "::" + code.name};
    // The server's api turns the errors of its services into refusals of the same name.
    if (code.type == "ServiceErrc" || code.type == "ApiError") {
        signs.push_back("\"" + idOf(code.name) + "\"");
        signs.push_back("ServiceErrc::" + code.name);
    }
    if (const auto said = kSaid.find(signs.front()); said != kSaid.end()) signs.push_back(said->second);
    return signs;
}

} // namespace

TEST_CASE("every error code is expected by a test", "[checks][errors]") {
    std::string tests;
    for (const auto& file : filesUnder("tests/", {".h", ".cpp", ".qml", ".mjs"})) {
        if (file.path.starts_with("tests/checks/")) continue;
        for (const auto& line : file.lines)
            tests += line + "\n";
    }
    const auto all = codes();
    REQUIRE(all.size() > 200); // else the enums are written in a way that this check does not read
    std::vector<std::string> uncaused;
    for (const auto& code : all) {
        const auto signs = signsOf(code);
        if (std::ranges::none_of(signs, [&](const auto& sign) { return hasWord(tests, sign); }))
            uncaused.push_back(code.type + "::" + code.name);
    }
    CAPTURE(uncaused);
    REQUIRE(uncaused.empty());
}

TEST_CASE("every error code has its line in the table of messages", "[checks][errors]") {
    std::string product;
    for (const auto* folder : {"mobile/", "shared/", "sync-server/"})
        for (const auto& file : filesUnder(folder, {".cpp"}))
            for (const auto& line : file.lines)
                product += line + "\n";
    std::vector<std::string> silent;
    for (const auto& code :
         codes()) // the refusals of the server stand in a table with their status, which the compiler counts
        if (code.type != "ApiError" && product.find("{" + code.type + "::" + code.name + ",") == std::string::npos)
            silent.push_back(code.type + "::" + code.name);
    CAPTURE(silent);
    REQUIRE(silent.empty());
}
