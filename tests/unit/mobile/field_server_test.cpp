// SPDX-License-Identifier: Apache-2.0
// The tablet's own enrolment and sync against the real server process over real TLS.
#include "app_controller.h"
#include "field_bench.h"
#include "field_command.h"
#include "home_data.h"
#include "practice_study.h"

#include "peil/base/file.h"
#include "peil/protocol/error.h"
#include "peil/study/pack.h"
#include "peil_test/result.h"
#include "server_under_test.h"

#include <QtCore/qcoreapplication.h>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

using namespace peil;
using namespace peil::mobile;
using integration::ServerUnderTest;
using integration::TestStudy;
using peil_test::need;

namespace {

constexpr const char* kUuid = "4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a10";

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
TestStudy modelStudy() {
    TestStudy study;
    study.pack = need(practicePack(study.signer, study.researcher.publicKey));
    const auto opened = need(study::StudyPack::open(study.pack, study.signer.publicKey));
    study.packHash = opened.hash();
    study.formHash = opened.formHash();
    return study;
}

/// The model study with a later version, and a form that differs by a comment.
TestStudy laterModelStudy() {
    auto study = modelStudy();
    auto files = need(study::StudyPack::open(study.pack, study.signer.publicKey)).files();
    auto toml = std::string(textOf(files.at("study.toml")));
    const std::string line = "version = 1\n";
    toml.replace(toml.find(line), line.size(), "version = 2\n");
    files["study.toml"] = toBytes(toml);
    files["form.xml"].push_back('\n');
    study.pack = need(study::StudyPack::build(files, study.signer));
    const auto opened = need(study::StudyPack::open(study.pack, study.signer.publicKey));
    study.packHash = opened.hash();
    study.formHash = opened.formHash();
    return study;
}

/// A server with the model study, and the folder of one tablet that has no store yet.
class Field {
public:
    Field() {
        m_server.publish(modelStudy());
        need(writeFileDurably(m_folder.path() / "passphrase", bytesOf(peil_test::kPassphrase), FileMode::Private));
        need(writeFileDurably(m_folder.path() / "answers.jsonl", bytesOf(peil_test::shortInterview(kUuid))));
    }
    [[nodiscard]] ServerUnderTest& server() { return m_server; }
    [[nodiscard]] std::filesystem::path store() const { return m_folder.path() / "tablet"; }
    [[nodiscard]] std::string invite() const { return m_server.invite("AMS"); }

    /// Does what the command line asks for. @return what it ended with; no value when all went well.
    [[nodiscard]] std::optional<Error> run(Options options) {
        options.store = QString::fromStdString(store().string());
        options.passphraseFile = QString::fromStdString((m_folder.path() / "passphrase").string());
        FieldCommand command(options, m_clock, m_rng);
        int exitCode = -1;
        QObject::connect(
            &command, &FieldCommand::done, &m_app,
            [&](int code) {
                exitCode = code;
                QCoreApplication::quit();
            },
            Qt::QueuedConnection);
        QMetaObject::invokeMethod(&command, &FieldCommand::begin, Qt::QueuedConnection);
        QCoreApplication::exec();
        CHECK(exitCode == (command.problem() ? 1 : 0));
        return command.problem();
    }
    [[nodiscard]] std::optional<Error> enrol(const std::string& code) {
        Options options;
        options.enrolmentCode = QString::fromStdString(code);
        return run(options);
    }
    [[nodiscard]] std::optional<Error> sync() {
        Options options;
        options.sync = true;
        return run(options);
    }
    /// A short interview of its own each time.
    [[nodiscard]] std::optional<Error> finishAnother() {
        need(writeFileDurably(m_folder.path() / "answers.jsonl", bytesOf(peil_test::shortInterview(makeUuid(m_rng)))));
        return finishInterview();
    }
    [[nodiscard]] std::optional<Error> finishInterview() {
        Options options;
        options.rehearse = QString::fromStdString((m_folder.path() / "answers.jsonl").string());
        return run(options);
    }
    /// Opens the store as the app would. @return what `job(LocalStore&)` returns.
    template <class Job>
    [[nodiscard]] auto look(Job job) {
        Vault vault(store(), m_clock, m_rng);
        need(vault.unlock(crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase))));
        return job(*need(vault.store()));
    }
    [[nodiscard]] storage::Ledger ledger() {
        return look([](storage::LocalStore& local) { return need(local.ledger()); });
    }
    [[nodiscard]] bool isEnrolled() {
        return look([](storage::LocalStore& local) { return enrolment(local).has_value(); });
    }

private:
    std::string m_name = "fieldsync";
    std::array<char*, 2> m_arguments{m_name.data(), nullptr};
    int m_argumentCount = 1;
    QCoreApplication m_app{m_argumentCount, m_arguments.data()};
    ServerUnderTest m_server;
    peil_test::TemporaryFolder m_folder;
    SystemClock m_clock;
    NoWaitRng m_rng;
};

std::int64_t sumOf(Field& field, const char* name) {
    const auto ledger = field.server().admin({.path = "/admin/ledger"});
    INFO(ledger.body);
    return ledger.json().at(name).as_int64();
}

/// `peil audit` with more words.
peil_test::ProgramRun audit(Field& field, std::vector<std::string> words) {
    std::vector<std::string> command{PEIL_BIN_DIR "/peil", "audit"};
    command.insert(command.end(), words.begin(), words.end());
    for (const auto& word : {std::string("--server"), field.server().dashboardAddress(), std::string("--store"),
                             field.server().data().string()})
        command.push_back(word);
    return peil_test::runProgram(command);
}

void copyFolder(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

/// What an administrator types.
void revoke(Field& field, const DeviceId& device) {
    const auto run =
        peil_test::runProgram({PEIL_BIN_DIR "/peil", "device", "revoke", device.text(), "--server",
                               field.server().dashboardAddress(), "--store", field.server().data().string()});
    INFO(run.output << run.errors);
    REQUIRE(run.status == 0);
}

/// A sound code with one thing changed.
template <class Change>
std::string altered(const std::string& code, Change change) {
    auto decoded = need(protocol::decodeEnrolmentCode(code));
    change(decoded);
    return protocol::encodeEnrolmentCode(decoded);
}

void checkError(const std::optional<Error>& error, std::error_code code) {
    REQUIRE(error.has_value());
    INFO(describe(*error));
    CHECK(error->code == code);
    CHECK_FALSE(error->context.empty());
}

} // namespace

TEST_CASE("a tablet enrols, takes the study, and what it finishes is received by the server", "[fieldsync]") {
    Field field;
    CHECK_FALSE(field.enrol(field.invite()));
    CHECK(field.isEnrolled());
    CHECK_FALSE(field.finishInterview());
    CHECK(field.ledger().waiting == 1);
    CHECK_FALSE(field.sync());
    CHECK(field.ledger().waiting == 0);
    CHECK(field.ledger().received == 1);
}

TEST_CASE("a code that was used, or that the server never gave, is refused", "[fieldsync]") {
    Field field;
    const auto code = field.invite();
    integration::TestTablet first(modelStudy(), 5);
    auto client = field.server().anyone();
    REQUIRE(first.enrol(client, code).status == 200);
    checkError(field.enrol(code), make_error_code(FieldErrc::ServerRefused));
    const auto guessed = altered(field.invite(), [](auto& decoded) { decoded.secret.front() ^= 1U; });
    checkError(field.enrol(guessed), make_error_code(FieldErrc::ServerRefused));
    CHECK_FALSE(field.isEnrolled());
}

TEST_CASE("a garbled code is refused without asking anyone", "[fieldsync]") {
    Field field;
    auto code = field.invite();
    code.resize(code.size() / 2);
    checkError(field.enrol(code), make_error_code(protocol::ProtocolErrc::BadEnrolmentCode));
    const auto noSigner = altered(field.invite(), [](auto& decoded) { decoded.signerKeyHex = "00"; });
    checkError(field.enrol(noSigner), make_error_code(protocol::ProtocolErrc::BadEnrolmentCode));
    CHECK_FALSE(field.isEnrolled());
}

TEST_CASE("a server with another key than the code's, or another authority, is not trusted", "[fieldsync]") {
    Field field;
    const auto code = field.invite();
    const auto otherServer = altered(code, [](auto& decoded) { decoded.serverPin.front() ^= 1U; });
    checkError(field.enrol(otherServer), make_error_code(FieldErrc::WrongServer));
    const auto otherAuthority = altered(code, [](auto& decoded) { decoded.authorityPin.front() ^= 1U; });
    // That this is refused for its authority shows that the first try sent nothing: the code was still good.
    checkError(field.enrol(otherAuthority), make_error_code(FieldErrc::WrongServer));
    CHECK_FALSE(field.isEnrolled());
}

TEST_CASE("without a server there is no enrolment", "[fieldsync]") {
    Field field;
    const auto code = field.invite();
    field.server().kill();
    checkError(field.enrol(code), make_error_code(FieldErrc::NetworkFailed));
    CHECK_FALSE(field.isEnrolled());
}

TEST_CASE("a sync whose server is gone ends incomplete and keeps what waits", "[fieldsync]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE_FALSE(field.finishInterview());
    field.server().kill();
    checkError(field.sync(), make_error_code(FieldErrc::SyncIncomplete));
    CHECK(field.ledger().waiting == 1);
    CHECK(field.ledger().received == 0);
}

TEST_CASE("a whole data folder that is put back and started as if nothing were gets back what it lost", "[fieldsync]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE_FALSE(field.finishAnother());
    REQUIRE_FALSE(field.sync());
    REQUIRE(field.server().stop() == 0);
    const peil_test::TemporaryFolder backup;
    copyFolder(field.server().data(), backup.path() / "data");
    field.server().startAgain();
    for (int i = 0; i < 3; ++i)
        REQUIRE_FALSE(field.finishAnother());
    REQUIRE_FALSE(field.sync());
    REQUIRE(sumOf(field, "received") == 4);

    REQUIRE(field.server().stop() == 0);
    copyFolder(backup.path() / "data", field.server().data());
    field.server().startAgain();
    REQUIRE(sumOf(field, "received") == 1);
    REQUIRE_FALSE(field.sync());
    CHECK(sumOf(field, "received") == 4);
    CHECK(sumOf(field, "missing") == 0);
    CHECK(field.ledger().received == 4);

    // Both sides raise the alarm, and it stays until somebody says that the server was put back.
    const auto homeNow = [&field] {
        return field.look([](storage::LocalStore& local) { return need(readHome(local, {})); });
    };
    CHECK_FALSE(homeNow().alarm.empty());
    CHECK_FALSE(field.server().admin({.path = "/admin/audit"}).json().at("intact").as_bool());
    const auto verified = audit(field, {"verify"});
    CHECK(verified.status == 3);
    CHECK(verified.errors.find("keeps a checkpoint of") != std::string::npos);
    REQUIRE_FALSE(field.sync());
    CHECK_FALSE(homeNow().alarm.empty());
    REQUIRE(field.server().stop() == 0);
    field.server().startAgain({"--restored"});
    REQUIRE_FALSE(field.sync());
    CHECK(homeNow().alarm.empty());
    CHECK_FALSE(homeNow().serverPutBack.empty());
}

TEST_CASE("who keeps a checkpoint of the server sees that it was put back", "[fieldsync]") {
    Field field;
    const peil_test::TemporaryFolder backup;
    const auto witness = (backup.path() / "witness.json").string();
    const auto verify = [&] { return audit(field, {"verify", "--witness", witness}); };
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE(field.server().stop() == 0);
    copyFolder(field.server().data(), backup.path() / "data");
    field.server().startAgain();
    REQUIRE_FALSE(field.finishAnother());
    REQUIRE_FALSE(field.sync());
    const auto first = verify();
    INFO(first.output << first.errors);
    CHECK(first.status == 0);
    REQUIRE_FALSE(field.finishAnother());
    REQUIRE_FALSE(field.sync());
    const auto second = verify();
    CHECK(second.status == 0);
    CHECK(second.output.find("follows from the checkpoint of") != std::string::npos);

    REQUIRE(field.server().stop() == 0);
    copyFolder(backup.path() / "data", field.server().data());
    field.server().startAgain();
    const auto rolledBack = verify();
    CHECK(rolledBack.status == 3);
    CHECK(rolledBack.errors.find("gone or changed") != std::string::npos);
    REQUIRE(field.server().stop() == 0);
    field.server().startAgain({"--restored"});
    const auto told = verify();
    CHECK(told.status == 3);
    CHECK(told.errors.find("was put back from a backup") != std::string::npos);
    need(writeFileDurably(witness, bytesOf("{}")));
    const auto damaged = verify();
    CHECK(damaged.status == 1);
    CHECK(damaged.errors.find("is not one that peil audit verify") != std::string::npos);
}

TEST_CASE("a tablet keeps its study when a server that was put back offers an older one", "[fieldsync]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE(field.server().stop() == 0);
    const peil_test::TemporaryFolder backup;
    copyFolder(field.server().data(), backup.path() / "data");
    field.server().startAgain();
    const auto later = laterModelStudy();
    field.server().publish(later);
    REQUIRE_FALSE(field.sync());
    const auto packOf = [](storage::LocalStore& local) { return need(local.currentPackHash()).value_or(""); };
    REQUIRE(field.look(packOf) == later.packHash);

    REQUIRE(field.server().stop() == 0);
    copyFolder(backup.path() / "data", field.server().data());
    field.server().startAgain();
    REQUIRE_FALSE(field.finishAnother());
    const auto problem = field.sync();
    checkError(problem, make_error_code(FieldErrc::SyncIncomplete));
    CHECK(problem->context.find("older than the one on this tablet") != std::string::npos);
    CHECK(field.look(packOf) == later.packHash);
    CHECK(field.ledger().waiting == 0); // what was finished is there, and is told apart
    const auto old = field.look([](storage::LocalStore& local) {
        const auto study = modelStudy();
        return takePack(local, study.packHash, study.pack, study.signer.publicKey);
    });
    REQUIRE_FALSE(old);
    CHECK(old.error().code == make_error_code(FieldErrc::OlderStudy));
}

TEST_CASE("a tablet that is put back from a copy says so, and its new interviews are received", "[fieldsync]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE_FALSE(field.finishAnother());
    REQUIRE_FALSE(field.sync());
    const peil_test::TemporaryFolder backup;
    copyFolder(field.store(), backup.path() / "tablet");
    for (int i = 0; i < 2; ++i)
        REQUIRE_FALSE(field.finishAnother());
    REQUIRE_FALSE(field.sync());
    REQUIRE(sumOf(field, "received") == 3);

    copyFolder(backup.path() / "tablet", field.store());
    for (int i = 0; i < 3; ++i) // under the numbers 2 and 3, which the server has, and 4
        REQUIRE_FALSE(field.finishAnother());
    REQUIRE_FALSE(field.sync());
    CHECK(sumOf(field, "received") == 6);
    CHECK(sumOf(field, "quarantined") == 0);
    CHECK(sumOf(field, "missing") == 0);
    CHECK(field.ledger().waiting == 0);
    CHECK(field.ledger().received == 4);
    const auto home = field.look([](storage::LocalStore& local) { return need(readHome(local, {})); });
    CHECK_FALSE(home.putBack.empty());

    REQUIRE_FALSE(field.finishAnother());
    REQUIRE_FALSE(field.sync());
    CHECK(sumOf(field, "received") == 7);
    CHECK(sumOf(field, "missing") == 0);
}

TEST_CASE("a revoked tablet sends what waits, erases itself and says so", "[fieldsync]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE_FALSE(field.finishInterview());
    revoke(field, field.look([](storage::LocalStore& local) { return need(enrolment(local)).device; }));
    checkError(field.sync(), make_error_code(FieldErrc::Revoked));
    CHECK(peil_test::namesIn(field.store()) == std::vector<std::string>{});
    const auto ledger = field.server().admin({.path = "/admin/ledger"});
    INFO(ledger.body);
    CHECK(ledger.json().at("quarantined").as_int64() == 1);
    checkError(field.sync(), make_error_code(FieldErrc::NoStore));
}

TEST_CASE("the app of a revoked tablet erases it, goes back to the start and tells the fieldworker", "[fieldsync]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE_FALSE(field.finishInterview());
    revoke(field, field.look([](storage::LocalStore& local) { return need(enrolment(local)).device; }));

    const SystemClock clock;
    NoWaitRng rng;
    AppController app(QString::fromStdString(field.store().string()), QStringLiteral("en"), clock, rng);
    need(waitFor(app.storage().run(
        [](Vault& vault) { return vault.unlock(crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase))); })));
    QObject::connect(&app, &AppController::pageChanged, &app, [&app] {
        if (app.page() == AppController::Home) app.sync()->start();
    });
    QObject::connect(
        &app, &AppController::errorChanged, &app, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    app.show(AppController::Home);
    QCoreApplication::exec();
    CHECK(app.page() == AppController::CreateStore);
    CHECK(app.error().contains(QStringLiteral("withdrawn this tablet")));
    CHECK(app.interviews()->rowCount() == 0);
    CHECK_FALSE(crypto::KeySlots::exist(field.store()));
    CHECK_FALSE(std::filesystem::exists(field.store() / "store.db"));
    const auto ledger = field.server().admin({.path = "/admin/ledger"});
    CHECK(ledger.json().at("quarantined").as_int64() == 1);
}

TEST_CASE("a tablet that is locked while a page is read stays locked", "[fieldsync]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    const SystemClock clock;
    NoWaitRng rng;
    AppController app(QString::fromStdString(field.store().string()), QStringLiteral("en"), clock, rng);
    need(waitFor(app.storage().run(
        [](Vault& vault) { return vault.unlock(crypto::SecretBytes::copyOf(bytesOf(peil_test::kPassphrase))); })));
    app.show(AppController::Home); // read on the storage thread
    app.lock();                    // before what was read is shown
    need(waitFor(app.storage().run([](Vault&) { return Result<>(); })));
    QCoreApplication::processEvents();
    CHECK(app.page() == AppController::Unlock);
    CHECK(app.interviews()->rowCount() == 0);
    CHECK(app.cityName().isEmpty());
}
