// SPDX-License-Identifier: Apache-2.0
// The worst week of a study, with real programs on both sides: the server is lost, its only backup is older than two
// tablets, a form and a withdrawal, and one of the tablets comes back from a copy. The office does what
// sync-server/README.md says under "After a restore", and nobody edits a file.
#include "field_with_server.h"
#include "synthetic_answers.h"

#include "peil/base/csv.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/crypto/key_file.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using field_test::checkError;
using field_test::copyFolder;
using field_test::Field;
using field_test::laterModelStudy;
using field_test::modelStudy;
using peil_test::need;

namespace {

namespace fs = std::filesystem;
using Numbers = std::vector<std::int64_t>;

constexpr std::string_view kKeyPassphrase = "a passphrase of five words";
const std::string kProtection = "data_protection_officer", kCoordinator = "national_coordinator",
                  kResearcher = "researcher";

peil_test::ProgramRun succeeded(peil_test::ProgramRun run) {
    INFO(run.output << run.errors);
    REQUIRE(run.status == 0);
    return run;
}

void carriedOut(const std::optional<Error>& problem) {
    INFO((problem ? describe(*problem) : ""));
    REQUIRE_FALSE(problem.has_value());
}

/// Everybody whom the reference data have in Amsterdam.
std::vector<peil_demo::Interview> people() {
    const auto text = need(readTextFile(PEIL_SOURCE_DIR "/tests/data/opaak/synthetic.csv", 1U << 26U));
    auto all = need(peil_demo::interviewsFrom(need(parseCsv(text))));
    std::erase_if(all, [](const auto& one) { return one.cityCode != "AMS"; });
    return all;
}

/// The field, the office and what it keeps elsewhere.
class Drill {
public:
    /// Whole interviews on the tablet in hand, each finished when this returns.
    std::vector<std::string> finish(std::size_t count);
    /// `peil device enrol`, and the code typed on `tablet`.
    void enrol(const std::string& tablet);
    void sync(const std::string& tablet);
    void publish(const integration::TestStudy& study);
    /// The nightly copy: store and list of withdrawals, and once the keys.
    void backUp();
    void copyWithdrawals() { copyFolder(data() / "withdrawals", elsewhere("withdrawals")); }
    void destroy();
    /// Keys and, if there is one, the newest list of withdrawals back into an empty folder, the store of the backup,
    /// and a start.
    void restore();
    /// The dataset that the researchers get, by interview.
    std::map<std::string, std::string> exported();

    [[nodiscard]] fs::path data() { return field.server().data(); }
    [[nodiscard]] fs::path elsewhere(const std::string& name) const { return field.file("elsewhere") / name; }
    [[nodiscard]] boost::json::value ask(const std::string& role, std::vector<std::string> words) {
        words.emplace_back("--json");
        return boost::json::parse(succeeded(field.office(role, std::move(words))).output);
    }
    /// What the ledger says of the tablet that was enrolled under this number.
    [[nodiscard]] boost::json::value ledgerOf(const std::string& tablet);
    /// Numbers of the interviews of which the tablet still has a sealed copy, in store and outbox.
    [[nodiscard]] Numbers copiesOn(const std::string& tablet);
    [[nodiscard]] std::string idOf(const std::string& tablet);

    Field field;
    std::map<std::string, std::string> markers; ///< of every finished interview, by id: a text that only it holds

private:
    std::vector<peil_demo::Interview> m_people = people();
    std::size_t m_next = 0;
    std::string m_pack;
};

std::vector<std::string> Drill::finish(std::size_t count) {
    std::string lines;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& person = m_people.at(m_next++);
        lines += peil_demo::rehearsalLine(person) + "\n";
        ids.push_back(person.uuid);
        markers[person.uuid] = person.marker;
    }
    carriedOut(field.finishAll(lines));
    return ids;
}

void Drill::enrol(const std::string& tablet) {
    const auto code = succeeded(field.office(kCoordinator, {"device", "enrol", "--city", "AMS"})).output;
    field.take(tablet);
    carriedOut(field.enrol(std::string(trim(code))));
}

void Drill::sync(const std::string& tablet) {
    field.take(tablet);
    carriedOut(field.sync());
}

void Drill::publish(const integration::TestStudy& study) {
    m_pack = field.file("study.pack").string();
    need(writeFileDurably(m_pack, study.pack));
    succeeded(field.office(kResearcher, {"study", "publish", m_pack, "--signer", toHex(study.signer.publicKey)}));
}

void Drill::backUp() {
    fs::create_directories(elsewhere(""));
    succeeded(peil_test::runProgram(
        {integration::serverProgram(), "backup", elsewhere("backup").string(), "--store", data().string()}));
    copyFolder(data() / "keys", elsewhere("keys"));
}

void Drill::destroy() {
    field.server().kill();
    fs::remove_all(data());
}

void Drill::restore() {
    fs::create_directories(data());
    copyFolder(elsewhere("keys"), data() / "keys");
    if (fs::exists(elsewhere("withdrawals"))) copyFolder(elsewhere("withdrawals"), data() / "withdrawals");
    succeeded(peil_test::runProgram(
        {integration::serverProgram(), "restore", elsewhere("backup").string(), "--store", data().string()}));
    field.server().startAgain({"--restored"});
}

std::map<std::string, std::string> Drill::exported() {
    const auto study = laterModelStudy();
    const auto key = field.file("researchers.key"), passphrase = field.file("key.passphrase");
    SystemRng rng;
    need(writeFileDurably(passphrase, bytesOf(kKeyPassphrase)));
    need(crypto::writeKeyFile(key, crypto::KeyPurpose::Sealing, study.researcher.secretKey, study.researcher.publicKey,
                              bytesOf(kKeyPassphrase), rng));
    succeeded(field.office(kCoordinator, {"review", "approve", "--all"}));
    const auto out = field.file("export");
    const auto run =
        succeeded(field.office(kResearcher, {"export", "--key", key.string(), "--passphrase-file", passphrase.string(),
                                             "--pack", m_pack, "--signer", toHex(study.signer.publicKey), "--out",
                                             out.string(), "--purpose", "drill", "--class", "internal"}));
    INFO(run.output);
    const auto table = need(parseCsv(need(readTextFile(out / "opaak.csv", 1U << 26U))));
    const auto column = need(table.requireColumn("KEY", "the export"));
    std::map<std::string, std::string> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string id(table.cell(row, column).substr(std::string_view("uuid:").size()));
        INFO(id);
        REQUIRE_FALSE(rows.contains(id));
        for (const auto& cell : table.rows[row])
            rows[id] += cell + "\n";
    }
    return rows;
}

std::string Drill::idOf(const std::string& tablet) {
    field.take(tablet);
    return field.look([](storage::LocalStore& local) { return need(enrolment(local)).device.text(); });
}

boost::json::value Drill::ledgerOf(const std::string& tablet) {
    const auto id = idOf(tablet);
    const auto ledger = ask(kCoordinator, {"ledger"});
    for (const auto& row : ledger.at("devices").as_array())
        if (row.at("device").as_string() == id) return row;
    FAIL("The ledger does not name " << tablet);
    return {};
}

Numbers Drill::copiesOn(const std::string& tablet) {
    field.take(tablet);
    Numbers inStore, inOutbox;
    for (const auto& number : field.look([](storage::LocalStore& local) { return need(local.sealedNumbers()); }))
        inStore.push_back(number.sequence);
    for (const auto& entry : need(Outbox(field.store() / "outbox").entries()))
        inOutbox.push_back(entry.sequence);
    CHECK(inStore == inOutbox);
    return inStore;
}

/// Each of the first version in the study of `drill`, and one of the second form; the third tablet has not sent its
/// last. @return the interview that is taken back, number 5 of the first tablet.
std::string weekBeforeTheLoss(Drill& drill) {
    drill.enrol("one");
    drill.finish(3);
    drill.sync("one");
    drill.backUp();

    for (const auto* tablet : {"two", "three"}) {
        drill.enrol(tablet);
        drill.finish(2);
    }
    drill.sync("two");
    drill.publish(laterModelStudy());
    drill.field.take("one");
    drill.finish(1); // by the old form: the new one is not on the tablet yet
    drill.sync("one");
    const auto withdrawn = drill.finish(2).front();
    drill.sync("one");
    drill.sync("three");
    drill.finish(1);
    drill.sync("two");
    drill.finish(1);
    drill.sync("two");
    succeeded(drill.field.office(kProtection, {"withdraw", withdrawn, "--note", "asked for it"}));
    return withdrawn;
}

} // namespace

TEST_CASE("a server from an old backup and a tablet from a copy: none lost, duplicated, revived or stuck",
          "[fieldsync][drill]") {
    Drill drill;
    auto& field = drill.field;
    const auto withdrawn = weekBeforeTheLoss(drill);
    drill.copyWithdrawals();

    // What tablet two finishes between its copy and its return from it exists nowhere any more: numbers 4 and 5 were
    // on the server that is lost, whose backup is older, and number 6 on no server at all. The tablet that had all
    // three is the copy now, which has none.
    field.take("two");
    copyFolder(field.store(), drill.elsewhere("two"));
    auto gone = drill.finish(2);
    drill.sync("two");
    drill.destroy();
    for (const auto* tablet : {"one", "two", "three"}) {
        field.take(tablet);
        const auto last = drill.finish(1);
        if (tablet == std::string("two")) gone.push_back(last.front());
        checkError(field.sync(), make_error_code(FieldErrc::SyncIncomplete));
    }

    drill.restore();
    // Who comes before the office is ready loses nothing by it.
    for (const auto* tablet : {"one", "two", "three"}) {
        field.take(tablet);
        checkError(field.sync(), make_error_code(FieldErrc::SyncIncomplete));
    }
    copyFolder(drill.elsewhere("two"), (field.take("two"), field.store()));
    drill.publish(laterModelStudy());
    const auto devices = drill.ask(kCoordinator, {"device", "list"});
    CHECK(devices.at("devices").as_array().size() == 1);
    REQUIRE(devices.at("unknown").as_array().size() == 2);
    for (const auto* tablet : {"two", "three"})
        drill.enrol(tablet);
    for (const auto* tablet : {"one", "two", "three"}) {
        field.take(tablet);
        drill.finish(2);
        drill.sync(tablet);
    }

    for (const auto* tablet : {"one", "two", "three"}) {
        INFO(tablet);
        drill.sync(tablet); // what the server took back into its care is told with the next sync
        CHECK(field.ledger().waiting == 0);
        CHECK(need(Outbox(field.store() / "outbox").waiting()) == 0);
    }
    CHECK(drill.copiesOn("one") == Numbers{1, 2, 3, 4, 6, 7, 8, 9}); // 5 was taken back
    CHECK(drill.copiesOn("two") == Numbers{1, 2, 3, 7, 8});
    CHECK(drill.copiesOn("three") == Numbers{1, 2, 3, 4, 5, 6});

    const auto ledger = drill.ask(kCoordinator, {"ledger"});
    INFO(ledger);
    CHECK(ledger.at("finalised").as_int64() == std::int64_t(drill.markers.size()));
    CHECK(ledger.at("received").as_int64() == std::int64_t(drill.markers.size() - gone.size()));
    CHECK(ledger.at("missing").as_int64() == std::int64_t(gone.size()));
    CHECK(ledger.at("quarantined").as_int64() == 0);
    CHECK(drill.ledgerOf("two").at("missingSequences") == boost::json::array{4, 5, 6});
    CHECK(drill.ask(kCoordinator, {"device", "list"}).at("unknown").as_array().empty());

    auto rows = drill.exported();
    for (const auto& [id, marker] : drill.markers) {
        INFO(id);
        const bool isGone = std::ranges::find(gone, id) != gone.end();
        if (isGone || id == withdrawn) {
            CHECK_FALSE(rows.contains(id));
            continue;
        }
        REQUIRE(rows.contains(id));
        CHECK(rows[id].find(marker) != std::string::npos);
        rows.erase(id);
    }
    CHECK(rows.empty());
    succeeded(field.office(kProtection, {"audit"}));
    succeeded(field.office(kProtection, {"audit", "verify"}));
}

TEST_CASE("what a restored server receives from a tablet's copy does not take the place of what it had received before",
          "[fieldsync][drill]") {
    Drill drill;
    auto& field = drill.field;
    drill.enrol("one");
    drill.backUp();
    copyFolder(field.store(), field.file("copy"));
    drill.finish(2);
    drill.sync("one"); // numbers 1 and 2 have receipts of the server that is lost now
    drill.destroy();
    drill.restore();
    field.take("copy");
    drill.finish(1);
    drill.sync("copy"); // number 1 again, and nobody here knows better

    drill.sync("one");
    CHECK(field.ledger().waiting == 0);
    CHECK(need(Outbox(field.store() / "outbox").waiting()) == 0);
    CHECK(drill.copiesOn("one") == Numbers{2, 3});
    const auto ledger = drill.ledgerOf("one");
    INFO(ledger);
    CHECK(ledger.at("received").as_int64() == 3);
    CHECK(ledger.at("quarantined").as_int64() == 0);
    CHECK(ledger.at("missing").as_int64() == 0);
    drill.publish(laterModelStudy());
    const auto rows = drill.exported();
    CHECK(rows.size() == 3);
    for (const auto& [id, marker] : drill.markers)
        CHECK(rows.at(id).find(marker) != std::string::npos);
    succeeded(field.office(kProtection, {"audit", "verify"}));
}

TEST_CASE("a withdrawal that no copy knew is repeated before its tablet sends the interview again",
          "[fieldsync][drill]") {
    Drill drill;
    auto& field = drill.field;
    drill.enrol("one");
    drill.backUp();
    for (int i = 0; i < 2; ++i)
        carriedOut(field.finishAnother());
    carriedOut(field.finishInterview()); // number 3
    drill.sync("one");
    succeeded(field.office(kProtection, {"withdraw", field_test::kUuid}));
    drill.destroy();
    drill.restore();

    const auto refused = field.office(kProtection, {"withdraw", field_test::kUuid});
    CHECK(refused.status == 1);
    CHECK(refused.errors.find("--ahead") != std::string::npos);
    succeeded(field.office(kProtection, {"withdraw", field_test::kUuid, "--ahead"}));
    drill.sync("one");
    CHECK(drill.copiesOn("one") == Numbers{1, 2});
    CHECK(drill.ledgerOf("one").at("received").as_int64() == 3);
    const auto listed = drill.ask(kCoordinator, {"review", "list"});
    CHECK(listed.as_array().size() == 2);
    CHECK(boost::json::serialize(listed).find(field_test::kUuid) == std::string::npos);
    succeeded(field.office(kProtection, {"audit", "verify"}));
}
