// SPDX-License-Identifier: Apache-2.0
// peil-server: exit code 0 after an orderly stop, 1 when something outside is in the way, 2 for wrong usage, 3 for
// ours.
#include "app/backup.h"
#include "app/server_context.h"
#include "peil/base/terminal.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

namespace {

/// Both listeners full of connections, and the files of the store. What the system does not grant is done without: then
/// a connection that only waits is closed for a new one.
void raiseFileLimit() {
    constexpr rlim_t kFiles = 4096;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= kFiles) return;
    limit.rlim_cur = std::min(kFiles, limit.rlim_max);
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// A server that ends goes on to its own exit code, also when it is asked to stop once more: what caught these signals
/// goes with its listeners. No other thread is left to take them.
void holdStopSignals() {
    sigset_t stops{};
    sigemptyset(&stops);
    sigaddset(&stops, SIGINT);
    sigaddset(&stops, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stops, nullptr);
}

int serve(const peil::server::Options& options) {
    auto context = peil::server::ServerContext::create(options);
    if (!context) {
        std::cerr << "peil-server: " << peil::describe(context.error()) << '\n';
        return 1;
    }
    // One line each and at once: scripts wait for them.
    std::cout << "device https://" << (*context)->deviceAddress().text() << '\n'
              << "dashboard https://" << (*context)->dashboardAddress().text() << '\n'
              << std::flush;
    const auto ended = (*context)->run();
    holdStopSignals();
    if (!ended) {
        std::cerr << "peil-server: " << peil::describe(ended.error()) << '\n';
        return 1;
    }
    return 0;
}

int resetAdministrators(const peil::server::Options& options) {
    const auto locked = peil::server::ServerContext::resetAdministrators(options);
    if (!locked) {
        std::cerr << "peil-server: " << peil::describe(locked.error()) << '\n';
        return 1;
    }
    std::cout
        << "Administrators locked: " << *locked << ". The new token in " << (options.data / "admin.token").string()
        << " creates one administrator: start the server, then run peil user add NAME --role administrator --first.\n";
    return 0;
}

int copyStore(const peil::server::CopyTask& task) {
    const bool isBackup = task.kind == peil::server::CopyTask::Kind::Backup;
    const auto done = isBackup ? peil::server::backupStore(task.data, task.folder)
                               : peil::server::restoreStore(task.folder, task.data);
    if (!done) {
        std::cerr << "peil-server: " << peil::describe(done.error()) << '\n';
        return 1;
    }
    if (isBackup)
        std::cout << "The store was copied to " << task.folder.string() << "; keep the keys in a different place.\n";
    else
        std::cout << "The store of " << task.folder.string()
                  << " was restored; start the server once with --restored, so that tablets resend missing interviews. "
                     "Then publish the newest study again; peil device list names the tablets that need a new code.\n";
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    // Errors and log lines may quote a file, a tablet or the user.
    const peil::TerminalGuard output(std::cout), errors(std::cerr);
    try {
        std::signal(SIGPIPE, SIG_IGN);
        std::signal(SIGXFSZ, SIG_IGN); // a limit on file sizes is a full disk, not the end of the process
        raiseFileLimit();
        peil::crypto::prepareProcess();
        spdlog::set_default_logger(std::make_shared<spdlog::logger>(
            "peil-server", std::make_shared<spdlog::sinks::ostream_sink_mt>(std::cerr)));
        const auto commandLine = peil::server::readCommandLine(argc, argv);
        if (!commandLine) {
            std::cerr << "peil-server: " << peil::describe(commandLine.error()) << '\n';
            return 1;
        }
        if (commandLine->copy) return copyStore(*commandLine->copy);
        if (!commandLine->options) return commandLine->exitCode;
        return commandLine->command == peil::server::Command::ResetAdmin ? resetAdministrators(*commandLine->options)
                                                                         : serve(*commandLine->options);
    } catch (const std::exception& error) {
        std::cerr << "peil-server: Internal error: " << error.what() << '\n';
        return 3;
    }
}
