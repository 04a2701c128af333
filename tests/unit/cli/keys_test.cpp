// SPDX-License-Identifier: Apache-2.0
#include "peil_program.h"

#include <catch2/matchers/catch_matchers_string.hpp>

#include <csignal>
#include <pty.h>
#include <sched.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

using Catch::Matchers::ContainsSubstring;
using peil_test::isOneSentence;
using peil_test::runPeil;
using peil_test::write;

TEST_CASE("a key is made behind a passphrase, shown without it, and never overwritten", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto key = (folder.path() / "study.key").string(), passphrase = (folder.path() / "passphrase").string();
    write(passphrase, "seven small boats at sea\n");
    const auto made = runPeil({"keys", "new", "--kind", "signing", key, "--passphrase-file", passphrase});
    INFO(made.err);
    REQUIRE(made.code == 0);
    const auto info = runPeil({"keys", "info", key});
    CHECK(info.code == 0);
    CHECK_THAT(info.out, ContainsSubstring("signing") && ContainsSubstring("fingerprint"));
    CHECK(info.out == made.out);
    const auto again = runPeil({"keys", "new", "--kind", "signing", key, "--passphrase-file", passphrase});
    CHECK(again.code == 1);
    CHECK(isOneSentence(again.err));
    CHECK_THAT(again.err, ContainsSubstring("already exists"));
}

TEST_CASE("a weak, empty or absent passphrase is refused in one sentence", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto key = (folder.path() / "study.key").string(), passphrase = (folder.path() / "passphrase").string();
    write(passphrase, "short\n");
    const auto weak = runPeil({"keys", "new", "--kind", "sealing", key, "--passphrase-file", passphrase});
    CHECK(weak.code == 1);
    CHECK(isOneSentence(weak.err));
    write(passphrase, "\n");
    const auto empty = runPeil({"keys", "new", "--kind", "sealing", key, "--passphrase-file", passphrase});
    CHECK(empty.code == 1);
    CHECK(isOneSentence(empty.err));
    CHECK_THAT(empty.err, ContainsSubstring("has no passphrase on its first line"));
    const auto nobody = runPeil({"keys", "new", "--kind", "sealing", key});
    CHECK(nobody.code == 1);
    CHECK_THAT(nobody.err, ContainsSubstring("no terminal to ask for it; give --passphrase-file"));
    CHECK_FALSE(std::filesystem::exists(key));
}

TEST_CASE("Ctrl-C at the question for a passphrase ends the program and leaves the terminal as it was", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto key = (folder.path() / "study.key").string();
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    REQUIRE(child >= 0);
    if (child == 0) {
        ::execl(PEIL_BIN_DIR "/peil", "peil", "keys", "new", "--kind", "signing", key.c_str(), nullptr);
        ::_exit(127);
    }
    const auto echoes = [terminal] {
        termios state{};
        REQUIRE(::tcgetattr(terminal, &state) == 0);
        return (state.c_lflag & ECHO) != 0;
    };
    std::string said;
    char one = 0;
    while (said.find("Passphrase: ") == std::string::npos && ::read(terminal, &one, 1) == 1)
        said += one;
    while (echoes()) // the prompt comes just before the echo goes
        ::sched_yield();
    REQUIRE(::write(terminal, "secret\x03", 7) == 7);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK((WIFSIGNALED(status) ? WTERMSIG(status) == SIGINT : WEXITSTATUS(status) != 0));
    CHECK(echoes());
    CHECK_FALSE(std::filesystem::exists(key));
    ::close(terminal);
}

TEST_CASE("a file that is no key file is refused in one sentence", "[cli]") {
    const peil_test::TemporaryFolder folder;
    write(folder.path() / "tea.key", "tea");
    const auto said = runPeil({"keys", "info", (folder.path() / "tea.key").string()});
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
}
