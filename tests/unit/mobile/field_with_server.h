// SPDX-License-Identifier: Apache-2.0
#pragma once

// A tablet in a folder of its own and the real server that it belongs to.

#include "field_bench.h"
#include "field_command.h"
#include "server_under_test.h"

#include "peil_test/result.h"

#include <QtCore/qcoreapplication.h>

#include <array>

namespace field_test {

using namespace peil;
using namespace peil::mobile;
using peil_test::need;

inline constexpr const char* kUuid = "4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a10";

/// Eight bytes at a time are what nextUnit() draws for a back-off: with nought every wait is over at once.
class NoWaitRng final : public Rng {
public:
    void fill(std::span<std::uint8_t> out) override {
        if (out.size() != sizeof(std::uint64_t)) return m_system.fill(out);
        std::fill(out.begin(), out.end(), std::uint8_t{0});
    }

private:
    SystemRng m_system;
};

/// The model study as the server publishes it.
[[nodiscard]] integration::TestStudy modelStudy();
/// The model study with a later version, and a form that differs by a comment.
[[nodiscard]] integration::TestStudy laterModelStudy();

/// In the place of whatever lies at `to`.
void copyFolder(const std::filesystem::path& from, const std::filesystem::path& to);

/// A server with the model study, and the folders of tablets. One tablet is in hand: what is done is done with it.
class Field {
public:
    Field();
    [[nodiscard]] integration::ServerUnderTest& server() { return m_server; }
    /// What the tablet's clock is ahead by.
    void setClock(std::chrono::milliseconds ahead) { m_clock.ahead = ahead; }
    /// Takes another tablet in hand; one that was never in hand has no store yet.
    void take(const std::string& tablet) { m_tablet = tablet; }
    [[nodiscard]] std::filesystem::path store() const { return m_folder.path() / m_tablet; }
    [[nodiscard]] std::string invite() const { return m_server.invite("AMS"); }

    /// Does what the command line asks for. @return what it ended with; no value when all went well.
    [[nodiscard]] std::optional<Error> run(Options options);
    [[nodiscard]] std::optional<Error> enrol(const std::string& code);
    [[nodiscard]] std::optional<Error> sync();
    /// Sends what `folder` has sealed, without a passphrase.
    [[nodiscard]] std::optional<Error> rescue(const std::filesystem::path& folder);
    /// A short interview of its own each time.
    [[nodiscard]] std::optional<Error> finishAnother() { return finishInterview(makeUuid(m_rng)); }
    /// One interview; one that is finished already is passed over.
    [[nodiscard]] std::optional<Error> finishInterview(const std::string& uuid = kUuid);
    /// The interviews of a rehearsal, from `lines`.
    [[nodiscard]] std::optional<Error> finishAll(const std::string& lines);
    /// What somebody of `role` types after `peil`.
    [[nodiscard]] peil_test::ProgramRun office(const std::string& role, std::vector<std::string> words);
    /// A file beside the tablet.
    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return m_folder.path() / name; }
    /// Opens the store as the app would. @return what `job(LocalStore&)` returns.
    template <class Job>
    [[nodiscard]] auto look(Job job) {
        Vault vault(store(), m_clock, m_rng);
        need(vault.unlock(crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase))));
        return job(*need(vault.store()));
    }
    /// The same with the outbox.
    template <class Job>
    [[nodiscard]] auto work(Job job) {
        Vault vault(store(), m_clock, m_rng);
        need(vault.unlock(crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase))));
        return job(*need(vault.store()), vault.outbox());
    }
    [[nodiscard]] storage::Ledger ledger() {
        return look([](storage::LocalStore& local) { return need(local.ledger()); });
    }
    /// Whether the server has each number up to `count` once and received, signed by the tablet, and behind the first
    /// one each names the one before.
    [[nodiscard]] bool isOneChain(std::size_t count);
    [[nodiscard]] bool isEnrolled() {
        return look([](storage::LocalStore& local) { return enrolment(local).has_value(); });
    }

private:
    std::string m_name = "fieldsync";
    std::array<char*, 2> m_arguments{m_name.data(), nullptr};
    int m_argumentCount = 1;
    QCoreApplication m_app{m_argumentCount, m_arguments.data()};
    integration::ServerUnderTest m_server;
    peil_test::TemporaryFolder m_folder;
    std::string m_tablet = "tablet";
    struct AheadClock final : Clock {
        std::chrono::milliseconds ahead{0};
        [[nodiscard]] TimePoint now() const override { return SystemClock().now() + ahead; }
    } m_clock;
    NoWaitRng m_rng;
};

/// That `error` is there, has this code and says where.
void checkError(const std::optional<Error>& error, std::error_code code);

} // namespace field_test
