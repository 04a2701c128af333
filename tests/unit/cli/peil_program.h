// SPDX-License-Identifier: Apache-2.0
#pragma once

// Runs the real `peil` and keeps what it says.

#include "peil/base/file.h"
#include "peil_test/result.h"
#include "peil_test/temporary_folder.h"

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <map>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <vector>

extern char** environ; // NOLINT: the name is POSIX's

namespace peil_test {

struct Said {
    int code = -1;
    std::string out, err;
};

/// How a `peil` is run that is not the usual one.
struct Surroundings {
    std::filesystem::path program = std::string(PEIL_BIN_DIR) + "/peil";
    std::map<std::string, std::string> variables; ///< beside and instead of ours; an empty value takes one away
};

inline std::vector<std::string> environmentWith(const std::map<std::string, std::string>& variables) {
    std::vector<std::string> out;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        if (!variables.contains(std::string(text.substr(0, text.find('='))))) out.emplace_back(text);
    }
    for (const auto& [name, value] : variables)
        if (!value.empty()) out.push_back(name + "=" + value);
    return out;
}

/// Standard input is empty, as in a script.
inline Said runPeil(const std::vector<std::string>& arguments, const Surroundings& surroundings = {}) {
    const TemporaryFolder folder;
    const auto out = (folder.path() / "out").string(), err = (folder.path() / "err").string();
    std::string program = surroundings.program.string();
    auto environment = environmentWith(surroundings.variables);
    std::vector<char*> envp;
    for (auto& entry : environment)
        envp.push_back(entry.data());
    envp.push_back(nullptr);
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);
    pid_t child = 0;
    REQUIRE(posix_spawn(&child, program.c_str(), &actions, nullptr, argv.data(), envp.data()) == 0);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return {WEXITSTATUS(status), need(::peil::readTextFile(out, 1U << 24U)),
            need(::peil::readTextFile(err, 1U << 24U))};
}

inline void write(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::create_directories(file.parent_path());
    need(::peil::writeFileDurably(file, ::peil::bytesOf(text)));
}

/// One line that ends in a full stop: the "one clear sentence" of every refusal.
inline bool isOneSentence(const std::string& text) {
    return text.starts_with("peil: ") && text.ends_with(".\n") && text.find('\n') == text.size() - 1;
}

} // namespace peil_test
