// SPDX-License-Identifier: Apache-2.0
#pragma once

// The real peil-server in a folder of its own, started, killed and started again.

#include "http_client.h"
#include "peil_test/child_process.h"
#include "peil_test/temporary_folder.h"
#include "test_study.h"

#include <filesystem>
#include <map>
#include <optional>

namespace integration {

/// Path of the program that was built beside this test.
[[nodiscard]] std::string serverProgram();

class ServerUnderTest {
public:
    /// Starts with free ports and waits until both addresses are printed.
    ServerUnderTest() { start(); }
    void start(const std::vector<std::string>& further = {});
    /// Starts on the ports that it had before, where tablets that are enrolled look for it.
    void startAgain(const std::vector<std::string>& further = {});
    /// The same with no file allowed to grow beyond `bytes`: what the server meets is a full disk.
    void startOnSmallDisk(std::size_t bytes);
    /// SIGKILL: what a power cut leaves of a process.
    void kill();
    /// SIGTERM. @return the exit code.
    int stop();
    /// Starts, or says why not. @return no value when it runs.
    [[nodiscard]] std::optional<peil_test::ProgramRun> tryToStart();
    /// Starts when something is in the way. @return exit code and what it said.
    [[nodiscard]] peil_test::ProgramRun runToEnd(const std::vector<std::string>& further = {}) const;

    [[nodiscard]] const std::filesystem::path& data() const { return m_data; }
    [[nodiscard]] const std::string& deviceAddress() const { return m_device; }
    [[nodiscard]] const std::string& dashboardAddress() const { return m_dashboard; }
    [[nodiscard]] pid_t pid() const { return m_process->pid(); }
    [[nodiscard]] std::string authorityPem() const;
    [[nodiscard]] std::string adminToken() const;
    /// An API token of `role`, made by the first administrator, "root". Not for city_coordinator.
    [[nodiscard]] std::string tokenOf(const std::string& role) const;
    /// The file that holds it, for PEIL_TOKEN_FILE.
    [[nodiscard]] std::filesystem::path tokenFileOf(const std::string& role) const;
    /// A role that may ask for this path of /admin.
    [[nodiscard]] static std::string roleFor(std::string_view path);

    /// A client of the device port without a certificate.
    [[nodiscard]] HttpClient anyone() const { return {m_device, authorityPem()}; }
    [[nodiscard]] HttpClient browser() const { return {m_dashboard, authorityPem()}; }
    /// A call with the token of roleFor() its path.
    [[nodiscard]] Answer admin(Call call) const;
    [[nodiscard]] Answer as(const std::string& role, Call call) const;

    /// Publishes `study`; the test ends when that fails.
    void publish(const TestStudy& study) const;
    /// Makes an enrolment code.
    [[nodiscard]] std::string invite(const std::string& city) const;
    /// Invites and enrols.
    [[nodiscard]] TestTablet enrolled(const TestStudy& study, const std::string& city, std::uint64_t seed) const;
    [[nodiscard]] HttpClient clientOf(const TestTablet& tablet) const {
        return tablet.client(m_device, authorityPem());
    }

private:
    [[nodiscard]] bool begin(const std::vector<std::string>& words);
    void await(const std::vector<std::string>& words);
    [[nodiscard]] std::vector<std::string> command(const std::vector<std::string>& further,
                                                   const std::string& device = "127.0.0.1:0",
                                                   const std::string& dashboard = "127.0.0.1:0") const;

    peil_test::TemporaryFolder m_folder;
    std::filesystem::path m_data = m_folder.path() / "data";
    std::optional<peil_test::ChildProcess> m_process;
    std::string m_device, m_dashboard;
    mutable std::map<std::string, std::string> m_tokens; ///< by role
};

} // namespace integration
