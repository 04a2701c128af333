// SPDX-License-Identifier: Apache-2.0
#include "report_pdf.h"

#include "child_words.h"
#include "cli/cli_error.h"
#include "peil/base/file.h"
#include "peil/base/text.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace peil::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxComplaint = std::uintmax_t{1} << 20U;

/// Fixed values for all that could change the bytes; what finds programs, fonts and their cache is passed on.
std::vector<std::string> fixedEnvironment() {
    std::vector<std::string> result{"SOURCE_DATE_EPOCH=0", "PYTHONHASHSEED=0", "LC_ALL=C.UTF-8", "TZ=UTC"};
    for (const char* name : {"PATH", "HOME", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH"})
        if (const char* value = std::getenv(name)) result.push_back(std::string(name) + "=" + value);
    return result;
}

/// The last line that is not empty.
std::string lastLine(const fs::path& file) {
    const auto text = readTextFile(file, kMaxComplaint);
    if (!text) return "no error message";
    std::string last;
    for (const auto line : split(*text, '\n'))
        if (!trim(line).empty()) last = trim(line);
    return last.empty() ? "no error message" : last;
}

/// Runs a program to its end with standard error in a file. @return false when it could not start or failed.
bool run(std::vector<std::string> words, const fs::path& complaints) {
    auto environment = fixedEnvironment();
    const auto argv = pointersInto(words), envp = pointersInto(environment);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, complaints.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    pid_t child = 0;
    const int started = posix_spawn(&child, argv.front(), &actions, nullptr, argv.data(), envp.data());
    posix_spawn_file_actions_destroy(&actions);
    if (started != 0) return false;
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

Result<fs::path> findPdfMaker() {
    const char* path = std::getenv("PATH");
    for (const auto folder : split(path != nullptr ? path : "", ':')) {
        const auto program = fs::path(std::string(folder)) / "weasyprint";
        if (!folder.empty() && access(program.c_str(), X_OK) == 0) return program;
    }
    return fail(CliErrc::BadInput,
                "--pdf needs the program weasyprint; install the package weasyprint, or omit --pdf.");
}

Result<> makePdf(const fs::path& program, const fs::path& html, const fs::path& pdf) {
    auto complaints = pdf;
    complaints += ".log";
    const bool made =
        run({program.string(), "--quiet", "--encoding", "utf-8", html.string(), pdf.string()}, complaints);
    const auto said = made ? std::string() : lastLine(complaints);
    std::error_code ignored;
    fs::remove(complaints, ignored);
    if (made) return {};
    return fail(CliErrc::ToolFailed,
                "weasyprint could not make report.pdf (" + said + "); omit --pdf to write the report without it.");
}

} // namespace peil::cli
