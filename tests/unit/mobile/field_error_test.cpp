// SPDX-License-Identifier: Apache-2.0
#include "device_settings.h"
#include "field_bench.h"

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

    const std::string form =
        R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>S</h:title>)"
        R"(<model><instance><data id="s"><a/></data></instance><bind nodeset="/data/a" type="string"/></model></h:head>)"
        R"(<h:body><input ref="/data/a"><label>A</label></input></h:body></h:html>)";
    const auto nobody =
        need(study::StudyPack::build({{"study.toml", toBytes(studyToml(""))}, {"form.xml", toBytes(form)}}, signer));
    CHECK(openFieldStudy(nobody, signer.publicKey).error().code == FieldErrc::NoRecipient);
    const auto sound =
        need(study::StudyPack::build({{"study.toml", toBytes(named)}, {"form.xml", toBytes(form)}}, signer));
    CHECK(takePack(open.store, "0123", sound, signer.publicKey).error().code == FieldErrc::BadStudy);
    CHECK_FALSE(need(open.store.currentPackHash()).has_value());
}

TEST_CASE("every code of the fieldwork has words of its own", "[fieldwork]") {
    for (int value = 1; value <= static_cast<int>(FieldErrc::OpenToOthers); ++value) {
        INFO(value);
        CHECK(fieldCategory().message(value) != "Unknown error.");
    }
    CHECK(fieldCategory().message(0) == "Unknown error.");
}
