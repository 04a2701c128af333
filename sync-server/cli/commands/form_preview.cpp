// SPDX-License-Identifier: Apache-2.0
#include "form_preview.h"

#include "child_words.h"
#include "cli/command.h"
#include "peil/base/file.h"
#include "peil/base/text.h"

#include <csignal>
#include <cstdlib>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ; // NOLINT: the name is POSIX's

namespace peil::cli {
namespace {

constexpr const char* kTablet = "peil-tablet";

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

/// A temporary folder that is removed with its content.
class WorkFolder {
public:
    [[nodiscard]] static Result<WorkFolder> make() {
        std::error_code error;
        auto name = (std::filesystem::temp_directory_path(error) / "peil-preview-XXXXXX").string();
        if (error || ::mkdtemp(name.data()) == nullptr)
            return fail(CliErrc::BadInput, "Cannot create a temporary folder; check that TMPDIR is writable.");
        return WorkFolder(name);
    }
    WorkFolder(WorkFolder&& other) noexcept
        : m_path(std::exchange(other.m_path, {})) {}
    WorkFolder& operator=(WorkFolder&&) = delete;
    ~WorkFolder() {
        std::error_code ignored;
        if (!m_path.empty()) std::filesystem::remove_all(m_path, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    explicit WorkFolder(std::filesystem::path path)
        : m_path(std::move(path)) {}
    std::filesystem::path m_path;
};

/// Ctrl+C ends the tablet app, not us: we still have to tidy up.
class IgnoreInterrupt {
public:
    IgnoreInterrupt() {
        struct sigaction ignore {};
        ignore.sa_handler = SIG_IGN;
        sigaction(SIGINT, &ignore, &m_before);
    }
    IgnoreInterrupt(const IgnoreInterrupt&) = delete;
    IgnoreInterrupt& operator=(const IgnoreInterrupt&) = delete;
    ~IgnoreInterrupt() { sigaction(SIGINT, &m_before, nullptr); }

private:
    struct sigaction m_before {};
};

bool isProgram(const std::filesystem::path& file) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(file, ignored) && ::access(file.c_str(), X_OK) == 0;
}

Result<std::filesystem::path> tabletApp() {
    std::error_code ignored;
    std::vector<std::filesystem::path> places{std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path()};
    const auto path = variable("PATH");
    for (const auto folder : split(path, ':'))
        if (!folder.empty()) places.emplace_back(folder);
    for (const auto& place : places)
        if (isProgram(place / kTablet)) return place / kTablet;
    return fail(CliErrc::BadInput,
                "The program peil-tablet is neither beside peil nor in PATH; install it to preview forms.");
}

Result<> needDisplay() {
    for (const auto* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!variable(name).empty()) return {};
    return fail(CliErrc::BadInput, "There is no display here; run this in a graphical session.");
}

Result<> write(const xlsform::FormFile& form, const std::filesystem::path& folder) {
    PEIL_CHECK(writeFileDurably(folder / "form.xml", bytesOf(form.xform)));
    for (const auto& [name, text] : form.files)
        PEIL_CHECK(writeFileDurably(folder / name, bytesOf(text)));
    return {};
}

/// Environment of the tablet app: ours, with its temporary files in `folder`.
std::vector<std::string> environmentWith(const std::filesystem::path& folder) {
    std::vector<std::string> out;
    for (char** entry = environ; *entry != nullptr; ++entry)
        if (!std::string_view(*entry).starts_with("TMPDIR=")) out.emplace_back(*entry);
    out.push_back("TMPDIR=" + folder.string());
    return out;
}

Result<int> run(const std::filesystem::path& program, std::vector<std::string> arguments,
                const std::filesystem::path& folder) {
    auto environment = environmentWith(folder);
    const IgnoreInterrupt ignore;
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    posix_spawnattr_setsigdefault(&attributes, &interrupt);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    pid_t child = 0;
    const int failed = posix_spawn(&child, program.c_str(), nullptr, &attributes, pointersInto(arguments).data(),
                                   pointersInto(environment).data());
    posix_spawnattr_destroy(&attributes);
    if (failed != 0)
        return fail(CliErrc::BadInput,
                    program.string() + " cannot be started; check that it is intact and executable.");
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : kOurFault;
}

} // namespace

Result<int> previewForm(const xlsform::FormFile& form, PreviewScreen screen) {
    if (screen == PreviewScreen::Shown) PEIL_CHECK(needDisplay());
    PEIL_TRY(const auto program, tabletApp());
    PEIL_TRY(const auto folder, WorkFolder::make());
    PEIL_CHECK(write(form, folder.path()));
    std::vector<std::string> arguments{program.string(), "--preview", (folder.path() / "form.xml").string()};
    if (screen == PreviewScreen::None) arguments.emplace_back("--self-test");
    return run(program, std::move(arguments), folder.path());
}

} // namespace peil::cli
