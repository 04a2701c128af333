// SPDX-License-Identifier: Apache-2.0
#include "command.h"

#include "peil/base/error.h"
#include "peil/base/error_category.h"
#include "peil/crypto/error.h"
#include "peil/crypto/seal.h"
#include "peil/dataset/dataset_error.h"

#include <csignal>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace peil::cli {

namespace {

constexpr std::size_t kMaxPassphraseBytes = 1024;
constexpr std::uint8_t kInterrupt = 3; ///< Ctrl-C
constexpr std::uint8_t kEnd = 4;       ///< Ctrl-D
constexpr std::uint8_t kBackspace = 8;
constexpr std::uint8_t kKillLine = 21; ///< Ctrl-U
constexpr std::uint8_t kQuit = 28;     ///< Ctrl and backslash
constexpr std::uint8_t kErase = 127;

/// Switches the terminal's echo off during its lifetime. Every key, including Ctrl-C, arrives as a character, so that
/// the program does not end while the echo is off.
class Silence {
public:
    Silence()
        : m_works(tcgetattr(STDIN_FILENO, &m_before) == 0) {
        if (!m_works) return;
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG | ICANON);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Silence() {
        if (m_works) tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

private:
    termios m_before{};
    bool m_works;
};

/// A line as it is typed, without its end. @return the key that ended it.
std::uint8_t readSilently(crypto::SecretBytes& line, std::size_t& length) {
    const Silence silence;
    const auto bytes = line.writable();
    std::uint8_t typed = 0;
    // Not by stdio, whose buffer would keep the passphrase.
    while (::read(STDIN_FILENO, &typed, 1) == 1) {
        if (typed == '\n' || typed == kInterrupt || typed == kQuit || (typed == kEnd && length == 0)) return typed;
        if (typed == kErase || typed == kBackspace) {
            // All bytes of the last character: those after its first are 10xxxxxx.
            while (length > 0 && (bytes[--length] & 0xC0U) == 0x80U) {
            }
        } else if (typed == kKillLine) {
            length = 0;
        } else if (typed >= ' ' && length < bytes.size()) {
            bytes[length++] = typed;
        }
    }
    return kEnd;
}

crypto::SecretBytes askOnce(const char* prompt) {
    std::fputs(prompt, stderr);
    crypto::SecretBytes buffer(kMaxPassphraseBytes);
    std::size_t length = 0;
    const auto end = readSilently(buffer, length);
    std::fputs("\n", stderr);
    if (end == kInterrupt) ::raise(SIGINT);
    if (end == kQuit) ::raise(SIGQUIT);
    return crypto::SecretBytes::copyOf(buffer.view().first(length));
}

} // namespace

std::error_code make_error_code(CliErrc code) noexcept {
    static constexpr EnumText<CliErrc> kMessages[] = {
        {CliErrc::BadInput, "An input is invalid."},
        {CliErrc::AlreadyThere, "The file already exists."},
        {CliErrc::NotATerminal, "There is no terminal to ask for the passphrase."},
        {CliErrc::ServerUnreachable, "The server cannot be reached."},
        {CliErrc::ServerRefused, "The server rejected the request."},
        {CliErrc::ServerFailed, "The server failed."},
        {CliErrc::Stopped, "The command was interrupted."},
        {CliErrc::ToolFailed, "A program that peil depends on failed."},
    };
    return errorCode("peil.cli", kMessages, code);
}

int exitCodeOf(const Error& error) {
    const auto ours = {make_error_code(BaseErrc::DiskFull),    make_error_code(BaseErrc::FileUnwritable),
                       make_error_code(CliErrc::ServerFailed), make_error_code(dataset::DatasetErrc::BadAnswer),
                       make_error_code(CliErrc::ToolFailed),   make_error_code(crypto::CryptoErrc::OutOfMemory)};
    for (const auto& code : ours)
        if (error.code == code) return kOurFault;
    return kUsersFault;
}

Result<> refuseToOverwrite(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return {};
    return fail(CliErrc::AlreadyThere,
                file.string() + " already exists and is not overwritten; choose another name or move it.");
}

Result<crypto::SecretBytes> passphraseFrom(const std::filesystem::path& file, AskPassphrase ask) {
    if (!file.empty()) {
        PEIL_TRY(auto secret, crypto::SecretBytes::firstLineOf(file));
        if (secret.empty())
            return fail(CliErrc::BadInput,
                        "The file " + file.string() + " has no passphrase on its first line; add it.");
        return secret;
    }
    if (isatty(STDIN_FILENO) == 0)
        return fail(CliErrc::NotATerminal,
                    "A passphrase is needed, but there is no terminal to ask for it; give --passphrase-file FILE.");
    auto first = askOnce("Passphrase: ");
    if (ask == AskPassphrase::Once) return first;
    const auto second = askOnce("Repeat the passphrase: ");
    if (crypto::equalConstantTime(first.view(), second.view())) return first;
    return fail(CliErrc::BadInput, "The passphrases do not match; try again.");
}

} // namespace peil::cli
