// SPDX-License-Identifier: Apache-2.0
#include "device_settings.h"
#include "field_bench.h"

#include "peil/storage/error.h"
#include "peil_test/full_disk.h"
#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::mobile;
using peil_test::need;

namespace {

struct OpenStore {
    peil_test::TemporaryFolder folder;
    peil_test::SeededRng rng{7};
    peil_test::ManualClock clock;
    storage::LocalStore store =
        need(storage::LocalStore::open(folder.path() / "store.db", crypto::SecretKey::random(rng), clock));

    void enrol(const crypto::PublicKey& signer) {
        Enrolment owner;
        owner.device = DeviceId(makeUuid(rng));
        owner.cityCode = "AMS";
        owner.signerKey = signer;
        need(putEnrolment(store, owner, crypto::makeSigningKeyPair(rng), "key", "epoch"));
    }
};

constexpr std::string_view kForm =
    R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>S</h:title>)"
    R"(<model><instance><data id="s"><a/></data></instance><bind nodeset="/data/a" type="string"/></model></h:head>)"
    R"(<h:body><input ref="/data/a"><label>A</label></input></h:body></h:html>)";

std::string studyToml(std::string_view recipient) {
    return "id = \"s\"\ntitle = { en = \"S\" }\nform = \"form.xml\"\nstarts_on = 2023-07-03\nends_on = 2024-07-14\n"
           "[[group]]\nid = \"g\"\nlabel = { en = \"G\" }\n[[city]]\ncode = \"AMS\"\nname = "
           "\"Amsterdam\"\n[[city.site]]\n"
           "code = \"AMS-01\"\ntype = \"drop_in\"\nname = { en = \"D\" }\n" +
           std::string(recipient);
}

} // namespace

TEST_CASE("a store without an enrolment or a study reports an error", "[fieldwork]") {
    OpenStore open;
    CHECK(enrolment(open.store).error().code == FieldErrc::NotEnrolled);
    CHECK(signingKey(open.store).error().code == FieldErrc::NotEnrolled);
    open.enrol({});
    CHECK(need(enrolment(open.store)).cityCode == "AMS");
    CHECK(need(tlsKey(open.store)) == "key");
    CHECK(currentStudy(open.store).error().code == FieldErrc::NoStudy);
    CHECK(studyOfForm(open.store, "none").error().code == FieldErrc::NoStudy);
}

TEST_CASE("a pack with a broken form, without a recipient or with a different hash is rejected", "[fieldwork]") {
    OpenStore open;
    const auto signer = crypto::makeSigningKeyPair(open.rng);
    open.enrol(signer.publicKey);
    const auto recipient = crypto::makeBoxKeyPair(open.rng);
    const auto named = studyToml("[[recipient]]\nname = \"r\"\nkey = \"" + toHex(recipient.publicKey) + "\"\n");
    const auto broken =
        need(study::StudyPack::build({{"study.toml", toBytes(named)}, {"form.xml", toBytes("<h/>")}}, signer));
    CHECK(openFieldStudy(broken, signer.publicKey).error().code == FieldErrc::BadStudy);
    const auto stranger = crypto::makeSigningKeyPair(open.rng);
    CHECK(openFieldStudy(broken, stranger.publicKey).error().code == study::StudyErrc::BadSignature);

    const auto nobody =
        need(study::StudyPack::build({{"study.toml", toBytes(studyToml(""))}, {"form.xml", toBytes(kForm)}}, signer));
    CHECK(openFieldStudy(nobody, signer.publicKey).error().code == FieldErrc::NoRecipient);
    const auto sound =
        need(study::StudyPack::build({{"study.toml", toBytes(named)}, {"form.xml", toBytes(kForm)}}, signer));
    CHECK(takePack(open.store, "0123", sound, signer.publicKey).error().code == FieldErrc::BadStudy);
    CHECK_FALSE(need(open.store.currentPackHash()).has_value());
}

TEST_CASE("a new study that does not fit on the disk leaves the form of every draft where it was", "[fieldwork]") {
    OpenStore open;
    const auto signer = crypto::makeSigningKeyPair(open.rng);
    open.enrol(signer.publicKey);
    const auto recipient =
        "[[recipient]]\nname = \"r\"\nkey = \"" + toHex(crypto::makeBoxKeyPair(open.rng).publicKey) + "\"\n";
    const auto take = [&](int version) {
        Bytes padding(1U << 16U); // more than the free pages of the store
        open.rng.fill(padding);
        const auto toml =
            "# " + toHex(padding) + "\nversion = " + std::to_string(version) + "\n" + studyToml(recipient);
        const auto pack =
            need(study::StudyPack::build({{"study.toml", toBytes(toml)}, {"form.xml", toBytes(kForm)}}, signer));
        const auto hash = need(study::StudyPack::open(pack, signer.publicKey)).hash();
        const peil_test::FileSizeLimit full(version == 1 ? RLIM_INFINITY
                                                         : std::filesystem::file_size(open.folder.path() / "store.db"));
        return takePack(open.store, hash, pack, signer.publicKey);
    };
    const auto first = need(take(1));
    CHECK(take(2).error().code == storage::StorageErrc::DiskFull);
    CHECK(need(studyOfForm(open.store, first->pack.formHash()))->pack.hash() == first->pack.hash());
    CHECK(need(currentEdition(open.store, signer.publicKey))->version == 1);
}

TEST_CASE("every code of the fieldwork has words of its own", "[fieldwork]") {
    for (int value = 1; value <= static_cast<int>(FieldErrc::OpenToOthers); ++value) {
        INFO(value);
        CHECK(make_error_code(static_cast<FieldErrc>(value)).message() != "Unknown error.");
    }
    CHECK(make_error_code(FieldErrc{}).message() == "Unknown error.");
}
