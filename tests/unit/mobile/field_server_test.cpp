// SPDX-License-Identifier: Apache-2.0
// The tablet's own enrolment and sync against the real server process over real TLS.
#include "app_controller.h"
#include "field_with_server.h"
#include "home_data.h"

#include "peil/base/file.h"
#include "peil/crypto/x509.h"

#include "peil/protocol/error.h"
#include "peil_test/result.h"

#include <QtCore/qcoreapplication.h>

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using field_test::checkError;
using field_test::copyFolder;
using field_test::Field;
using field_test::laterModelStudy;
using field_test::modelStudy;
using field_test::NoWaitRng;
using peil_test::need;

namespace {

constexpr const char* kSecond = "4d7c1f0e-52b6-4c1f-9a08-6f1f5f3b2a11";

std::int64_t sumOf(Field& field, const char* name) {
    const auto ledger = field.server().admin({.path = "/admin/ledger"});
    INFO(ledger.body);
    return ledger.json().at(name).as_int64();
}

/// `peil audit` with more words.
peil_test::ProgramRun audit(Field& field, std::vector<std::string> words) {
    words.insert(words.begin(), "audit");
    return field.office("data_protection_officer", std::move(words));
}

void revoke(Field& field, const DeviceId& device) {
    const auto run = field.office("national_coordinator", {"device", "revoke", device.text()});
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

} // namespace

TEST_CASE("a tablet enrols, takes the study, and what it finishes is received by the server", "[fieldsync]") {
    Field field;
    CHECK_FALSE(field.enrol(field.invite()));
    CHECK(field.isEnrolled());
    CHECK_FALSE(field.finishInterview());
    CHECK(field.ledger().waiting == 1);
    // By another start of the program: the clock was compared when it enrolled.
    const auto sealed = field.look([](storage::LocalStore& local) { return need(local.outbox(1)).at(0).envelope; });
    CHECK(need(protocol::Envelope::parse(sealed)).header().clockTrusted);
    CHECK_FALSE(field.sync());
    CHECK(field.ledger().waiting == 0);
    CHECK(field.ledger().received == 1);
}

TEST_CASE("an expired server certificate is distinguished from a wrong server, and nothing is lost", "[fieldsync]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE_FALSE(field.finishInterview());
    field.server().kill();
    // The same key under the same authority, from next month on.
    const auto keys = field.server().data() / "keys";
    const auto pem = [&keys](const char* name) { return need(readTextFile(keys / name, 1U << 16U)); };
    const auto renewed = need(crypto::renewServerCertificate(
        {pem("authority.crt"), pem("authority.key")}, {pem("server.crt"), pem("server.key")}, {"127.0.0.1"},
        SystemClock().now() + std::chrono::days(30), std::chrono::days(300)));
    need(writeFileDurably(keys / "server.crt", bytesOf(renewed.certificatePem), FileMode::Private));
    field.server().startAgain();
    field_test::checkError(field.sync(), FieldErrc::WrongClock);
    CHECK(field.ledger().waiting == 1);
}

TEST_CASE("an interview that was withdrawn leaves the tablet with the next sync", "[fieldsync]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE_FALSE(field.finishInterview());
    REQUIRE_FALSE(field.finishAnother());
    REQUIRE_FALSE(field.sync());
    const auto copies = [&field] {
        return field.look([](storage::LocalStore& local) { return need(local.sealedNumbers()).size(); });
    };
    REQUIRE(copies() == 2);
    const auto run = field.office("data_protection_officer", {"withdraw", field_test::kUuid});
    INFO(run.errors);
    REQUIRE(run.status == 0);
    REQUIRE_FALSE(field.sync());
    CHECK(copies() == 1);
    CHECK(field.ledger().received == 2);
    REQUIRE_FALSE(field.finishAnother()); // and nothing is sent for it again
    REQUIRE_FALSE(field.sync());
    CHECK(sumOf(field, "missing") == 0);
    CHECK(copies() == 2);
    CHECK(field.isOneChain(3)); // the second copy was forgotten, its hash was not
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

TEST_CASE("an enrolment whose answer never came is repeated by the same tablet", "[fieldsync]") {
    Field field;
    const auto key = [&field] {
        return field.look([](storage::LocalStore& local) { return need(signingKey(local)).publicKey; });
    };
    const auto wrong = altered(field.invite(), [](auto& decoded) { decoded.serverPin.front() ^= 1U; });
    checkError(field.enrol(wrong), make_error_code(FieldErrc::WrongServer));
    const auto before = key();
    CHECK_FALSE(field.enrol(field.invite()));
    CHECK(key() == before);
}

TEST_CASE("a tablet that enrols again stays the tablet that it was, with what waits on it", "[fieldsync]") {
    Field field;
    const auto owner = [&field] {
        return field.look([](storage::LocalStore& local) { return need(enrolment(local)); });
    };
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE_FALSE(field.finishInterview());
    const auto before = owner();
    CHECK_FALSE(field.enrol(field.invite()));
    CHECK(owner().device == before.device);
    CHECK(owner().certificatePem != before.certificatePem);
    CHECK_FALSE(field.sync());
    CHECK(field.ledger().received == 1);
    REQUIRE_FALSE(field.finishInterview(kSecond));
    CHECK_FALSE(field.sync());
    const auto ledger = field.server().admin({.path = "/admin/ledger"}).json();
    CHECK(ledger.at("received").as_int64() == 2);
    CHECK(ledger.at("quarantined").as_int64() == 0);
    CHECK(ledger.at("missing").as_int64() == 0);
}

TEST_CASE("after the server was put back to before its enrolment a tablet enrols again and loses nothing",
          "[fieldsync]") {
    Field field;
    auto& server = field.server();
    REQUIRE(server.stop() == 0);
    const auto backup = field.file("backup");
    std::filesystem::copy(server.data(), backup, std::filesystem::copy_options::recursive);
    server.start();
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE_FALSE(field.finishInterview());
    REQUIRE_FALSE(field.sync());
    REQUIRE_FALSE(field.finishInterview(kSecond));
    server.kill();
    std::filesystem::remove_all(server.data());
    std::filesystem::copy(backup, server.data(), std::filesystem::copy_options::recursive);
    server.start({"--restored"});
    CHECK(field.sync().has_value());
    CHECK_FALSE(field.enrol(field.invite()));
    CHECK_FALSE(field.sync());
    CHECK(field.ledger().received == 2);
    const auto ledger = server.admin({.path = "/admin/ledger"}).json();
    CHECK(ledger.at("received").as_int64() == 2);
    CHECK(ledger.at("missing").as_int64() == 0);
}

TEST_CASE("a tablet with finished interviews does not go over to another server, and that code stays good",
          "[fieldsync]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    REQUIRE_FALSE(field.finishInterview());
    integration::ServerUnderTest other;
    other.publish(modelStudy());
    const auto code = other.invite("AMS");
    checkError(field.enrol(code), make_error_code(FieldErrc::AlreadyEnrolled));
    CHECK_FALSE(field.sync());
    CHECK(field.ledger().received == 1);
    integration::TestTablet tablet(modelStudy(), 5);
    auto client = other.anyone();
    CHECK(tablet.enrol(client, code).status == 200);
}

TEST_CASE("a tablet that has finished nothing may go over to another server", "[fieldsync]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    integration::ServerUnderTest other;
    other.publish(modelStudy());
    CHECK_FALSE(field.enrol(other.invite("AMS")));
    REQUIRE_FALSE(field.finishInterview());
    CHECK_FALSE(field.sync());
    CHECK(other.admin({.path = "/admin/ledger"}).json().at("received").as_int64() == 1);
}

TEST_CASE("a certificate that ends within sixty days is renewed at the end of a sync", "[fieldsync]") {
    Field field;
    REQUIRE_FALSE(field.enrol(field.invite()));
    const auto certificate = [&field] {
        return field.look([](storage::LocalStore& local) { return need(enrolment(local)).certificatePem; });
    };
    const auto first = certificate();
    REQUIRE_FALSE(field.sync());
    CHECK(certificate() == first);
    field.setClock(std::chrono::days(345));
    CHECK_FALSE(field.sync());
    const auto second = certificate();
    CHECK(second != first);
    CHECK(need(Outbox(field.store() / "outbox").sender())->certificatePem == second);
    field.setClock({});
    CHECK_FALSE(field.sync());
    CHECK(certificate() == second);
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

TEST_CASE("a whole data folder that is restored and started normally gets back what it lost", "[fieldsync]") {
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
    CHECK(verified.errors.find("has a checkpoint of") != std::string::npos);
    const auto copies = [&field] {
        return field.look([](storage::LocalStore& local) { return need(local.sealedNumbers()).size(); });
    };
    const auto withdrawn = homeNow().interviews.front().id.text();
    REQUIRE(field.office("data_protection_officer", {"withdraw", withdrawn}).status == 0);
    REQUIRE_FALSE(field.sync());
    CHECK_FALSE(homeNow().alarm.empty());
    CHECK(copies() == 4); // nothing leaves the tablet meanwhile
    REQUIRE(field.server().stop() == 0);
    field.server().startAgain({"--restored"});
    REQUIRE_FALSE(field.sync());
    CHECK(homeNow().alarm.empty());
    CHECK_FALSE(homeNow().serverPutBack.empty());
    CHECK(copies() == 3);
}

TEST_CASE("whoever keeps a checkpoint of the server sees that it was restored", "[fieldsync]") {
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
    CHECK(second.output.find("extends the checkpoint of") != std::string::npos);

    REQUIRE(field.server().stop() == 0);
    copyFolder(backup.path() / "data", field.server().data());
    field.server().startAgain();
    const auto rolledBack = verify();
    CHECK(rolledBack.status == 3);
    CHECK(rolledBack.errors.find("missing or changed") != std::string::npos);
    REQUIRE(field.server().stop() == 0);
    field.server().startAgain({"--restored"});
    const auto told = verify();
    CHECK(told.status == 3);
    CHECK(told.errors.find("was restored from a backup") != std::string::npos);
    need(writeFileDurably(witness, bytesOf("{}")));
    const auto damaged = verify();
    CHECK(damaged.status == 1);
    CHECK(damaged.errors.find("was not written by peil audit verify") != std::string::npos);
}

TEST_CASE("a tablet keeps its study when a server that was restored offers an older one", "[fieldsync]") {
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

TEST_CASE("a tablet restored from a copy reports it, and its new interviews are received", "[fieldsync]") {
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
    CHECK(field.isOneChain(7));
    CHECK(field.server().admin({.path = "/admin/audit"}).json().at("intact").as_bool());
}

TEST_CASE("a revoked tablet sends what is waiting, erases itself and reports it", "[fieldsync]") {
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

TEST_CASE("the app of a revoked tablet erases it, returns to the start and informs the fieldworker", "[fieldsync]") {
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
    CHECK(app.error().contains(QStringLiteral("revoked this tablet")));
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
