// SPDX-License-Identifier: Apache-2.0
// What a network can do to a sync between the tablet and the real server: break at any record, or be another one.
#include "field_with_server.h"
#include "relay.h"

#include "peil/base/file.h"

#include <QtCore/qfile.h>
#include <QtNetwork/qsslkey.h>
#include <QtNetwork/qsslserver.h>
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using field_test::checkError;
using field_test::Field;
using field_test::Relay;
using field_test::Way;
using peil_test::need;

namespace {

/// A tablet that knows its server only under the relay's address.
class RelayedField {
public:
    RelayedField() {
        REQUIRE(field.server().stop() == 0);
        need(writeFileDurably(field.file("server.toml"), bytesOf("public_address = \"" + relay.address() + "\"\n")));
        startAgain();
        relay.forwardTo(field.server().deviceAddress());
        REQUIRE_FALSE(field.enrol(field.invite()));
    }
    void startAgain() { field.server().startAgain({"--config", field.file("server.toml").string()}); }
    /// One more interview, and a sync.
    [[nodiscard]] std::optional<Error> workAndSync() {
        const auto interview = peil_test::shortInterview(makeUuid(rng));
        need(writeFileDurably(field.file("answers.jsonl"), bytesOf(interview)));
        Options options;
        options.rehearse = QString::fromStdString(field.file("answers.jsonl").string());
        options.sync = true;
        ++finished;
        return field.run(options);
    }
    /// None lost, none duplicated, and the audit has no fault.
    void checkAllThere() {
        const auto ledger = field.server().admin({.path = "/admin/ledger"}).json();
        CHECK(ledger.at("received").as_int64() == finished);
        CHECK(ledger.at("interviews").as_int64() == finished);
        CHECK(ledger.at("missing").as_int64() == 0);
        CHECK(ledger.at("quarantined").as_int64() == 0);
        CHECK(field.ledger().waiting == 0);
        CHECK(field.server().admin({.path = "/admin/audit"}).json().at("intact").as_bool());
    }

    Field field;
    Relay relay; ///< goes before the field
    SystemRng rng;
    std::int64_t finished = 0;
};

/// Speaks TLS 1.2 and nothing later, with the server's own key.
void listenWithOldTls(QSslServer& server, const std::filesystem::path& keys) {
    const auto read = [&](const char* name) {
        QFile file(QString::fromStdString((keys / name).string()));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(read("server.crt")));
    configuration.setPrivateKey(QSslKey(read("server.key"), QSsl::Ec));
    configuration.setProtocol(QSsl::TlsV1_2);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    REQUIRE_FALSE(configuration.privateKey().isNull());
    server.setSslConfiguration(configuration);
    REQUIRE(server.listen(QHostAddress::LocalHost));
}

} // namespace

TEST_CASE("wherever the network breaks, in either direction, nothing is lost and nothing is duplicated",
          "[fieldsync][network]") {
    RelayedField world;
    int cuts = 0;
    for (const auto way : {Way::ToServer, Way::ToTablet}) {
        for (int records = 0;; ++records) {
            INFO("after " << records << " records " << (way == Way::ToServer ? "to the server" : "to the tablet"));
            world.relay.cutAfter(way, records);
            REQUIRE_FALSE(world.workAndSync()); // tried again by itself
            if (!world.relay.endCut()) break;   // a sync has no more records
            ++cuts;
        }
    }
    CHECK(cuts >= 12);
    world.checkAllThere();
}

TEST_CASE("whenever the server is killed during a sync, nothing is lost and nothing is duplicated",
          "[fieldsync][network][kill]") {
    RelayedField world;
    int kills = 0;
    for (const auto way : {Way::ToServer, Way::ToTablet}) {
        for (int records = 0;; ++records) {
            INFO("after " << records << " records " << (way == Way::ToServer ? "to the server" : "to the tablet"));
            world.relay.cutAfter(way, records, [&world] { world.field.server().kill(); });
            const auto problem = world.workAndSync();
            if (!world.relay.endCut()) break;
            CHECK((!problem || problem->code == FieldErrc::SyncIncomplete)); // complete but for the parting
            ++kills;
            world.startAgain();
        }
    }
    CHECK(kills >= 12);
    REQUIRE_FALSE(world.field.sync());
    world.checkAllThere();
}

TEST_CASE("the sign-in page of a guest network hears nothing but a greeting, and what waits goes later",
          "[fieldsync][network]") {
    RelayedField world;
    for (const auto* page : {"HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\nContent-Length: 0\r\n\r\n",
                             "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "220 mail.example ESMTP\r\n"}) {
        INFO(page);
        world.relay.answerAll(page);
        CHECK(world.workAndSync().has_value());
        const auto heard = world.relay.heard();
        REQUIRE_FALSE(heard.empty());
        CHECK(heard.front() == 0x16); // a TLS handshake
        CHECK(heard.find("/v1/") == std::string::npos);
    }
    CHECK(world.field.ledger().waiting == world.finished);
    world.relay.forwardTo(world.field.server().deviceAddress());
    REQUIRE_FALSE(world.field.sync());
    world.checkAllThere();
}

TEST_CASE("another server in the place of the tablet's own gets nothing", "[fieldsync][network]") {
    RelayedField world;
    const integration::ServerUnderTest other;
    world.relay.forwardTo(other.deviceAddress());
    checkError(world.workAndSync(), make_error_code(FieldErrc::WrongServer));
    CHECK(world.field.ledger().waiting == 1);
    world.relay.forwardTo(world.field.server().deviceAddress());
    REQUIRE_FALSE(world.field.sync());
    world.checkAllThere();
}

TEST_CASE("a server that speaks an older TLS gets nothing, even with the right key", "[fieldsync][network]") {
    RelayedField world;
    QSslServer old;
    listenWithOldTls(old, world.field.server().data() / "keys");
    world.relay.forwardTo("https://127.0.0.1:" + std::to_string(old.serverPort()));
    CHECK(world.workAndSync().has_value());
    CHECK(world.field.ledger().waiting == 1);
    old.close();
    world.relay.forwardTo(world.field.server().deviceAddress());
    REQUIRE_FALSE(world.field.sync());
    world.checkAllThere();
}
