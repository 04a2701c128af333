// SPDX-License-Identifier: Apache-2.0
#pragma once

// A researcher's desk: a running server with interviews of a small study, keys in files, and the real `peil`.

#include "server_under_test.h"

namespace integration {

class ExportDesk {
public:
    /// 12 interviews: nine in order (two of them with many cups), one too young, one of a wrong group, one broken off.
    ExportDesk();
    /// A study of its own, and no interview yet.
    ExportDesk(const std::string& toml, const std::string& form);

    void send(const std::vector<peil::protocol::BatchItem>& items);
    /// Further interviews that are in order.
    void send(int count);
    void approveAll() const;
    [[nodiscard]] std::vector<std::string> interviews() const; ///< ids, in the order received

    /// `peil` with the options of the server.
    [[nodiscard]] peil_test::ProgramRun peil(std::vector<std::string> arguments) const;
    /// `peil export --out FOLDER`, for the purpose "report".
    [[nodiscard]] peil_test::ProgramRun exportTo(const std::string& folder,
                                                 const std::vector<std::string>& further = {}) const;
    [[nodiscard]] std::vector<std::string> exportCommand(const std::string& folder,
                                                         const std::vector<std::string>& further = {}) const;
    /// `words`, then the options of server, key and pack where the command takes them, then `further`.
    [[nodiscard]] std::vector<std::string> command(std::vector<std::string> words,
                                                   const std::vector<std::string>& further) const;

    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return m_folder.path() / name; }
    [[nodiscard]] bool exists(const std::string& name) const { return std::filesystem::exists(path(name)); }
    [[nodiscard]] std::string read(const std::string& name) const;
    void write(const std::string& name, const std::string& text) const;
    [[nodiscard]] std::vector<std::string> files(const std::string& folder) const; ///< sorted
    /// Hidden entries of the desk: folders that were not finished.
    [[nodiscard]] std::size_t hidden() const;
    [[nodiscard]] const ServerUnderTest& server() const { return m_server; }
    [[nodiscard]] ServerUnderTest& server() { return m_server; }
    [[nodiscard]] TestTablet& tablet() { return m_tablet; }
    [[nodiscard]] const TestStudy& study() const { return m_study; }

private:
    peil_test::TemporaryFolder m_folder;
    ServerUnderTest m_server;
    TestStudy m_study;
    TestTablet m_tablet;
};

/// Takes connections and says nothing.
class SilentServer {
public:
    SilentServer();
    ~SilentServer();
    SilentServer(const SilentServer&) = delete;
    SilentServer& operator=(const SilentServer&) = delete;
    [[nodiscard]] std::string address() const; ///< "https://127.0.0.1:PORT"
    /// Waits until the next caller is there; the connection stays open.
    void awaitCaller() const;

private:
    int m_socket = -1;
    mutable std::vector<int> m_callers;
};

} // namespace integration
