// SPDX-License-Identifier: Apache-2.0
#include "peil/study/pack.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"
#include "study_text.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace peil;
using namespace peil::study;
using Catch::Matchers::ContainsSubstring;
using peil_test::need;

namespace {

crypto::SigningKeyPair officeKey() {
    peil_test::SeededRng rng(7);
    return crypto::makeSigningKeyPair(rng);
}

PackFiles soundFiles() {
    return {{"study.toml", toBytes(peil_test::kSoundStudy)},
            {"form.xml", toBytes("<form/>")},
            {"media/card.png", Bytes{0, 1, 2, 255}}};
}

/// A pack of any bytes, rightly signed: what an office with a broken tool could publish.
Bytes signedPack(std::string_view body) {
    auto pack = toBytes(body);
    const auto signature = crypto::sign(pack, officeKey());
    pack.insert(pack.end(), signature.begin(), signature.end());
    return pack;
}

std::string packBody(const std::string& list, const std::string& content, char version = 1) {
    std::string body = std::string("PEILPACK") + version;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        body += static_cast<char>(list.size() >> shift & 0xFFU);
    return body + list + content;
}

Error faultOf(const Bytes& pack) {
    const auto opened = StudyPack::open(pack, officeKey().publicKey);
    REQUIRE_FALSE(opened.has_value());
    return opened.error();
}

} // namespace

TEST_CASE("a pack gives back the study, the form and every file", "[study][pack]") {
    const auto bytes = need(StudyPack::build(soundFiles(), officeKey()));
    const auto pack = need(StudyPack::open(bytes, officeKey().publicKey));
    CHECK(pack.study().id.text() == "harbour-2030");
    CHECK(pack.form() == "<form/>");
    CHECK(pack.files() == soundFiles());
    CHECK(pack.file("absent").empty());
    CHECK(pack.hash() == toHex(crypto::sha256(bytes)));
    CHECK(pack.formHash() == toHex(crypto::sha256(bytesOf("<form/>"))));
}

TEST_CASE("the same files and key give the same pack", "[study][pack]") {
    CHECK(need(StudyPack::build(soundFiles(), officeKey())) == need(StudyPack::build(soundFiles(), officeKey())));
}

TEST_CASE("a pack follows one of a lower version, or itself; without a version it follows only its like",
          "[study][pack]") {
    CHECK(mayFollow({"b", 2}, {"a", 1}));
    CHECK(mayFollow({"a", 2}, {"a", 2}));
    CHECK(mayFollow({"b", 1}, {"a", 0}));
    CHECK(mayFollow({"b", 0}, {"a", 0}));
    CHECK_FALSE(mayFollow({"b", 2}, {"a", 2}));
    CHECK_FALSE(mayFollow({"b", 1}, {"a", 2}));
    CHECK_FALSE(mayFollow({"b", 0}, {"a", 1}));
}

TEST_CASE("a pack without study.toml or its form is not built", "[study][pack]") {
    auto files = soundFiles();
    files.erase("form.xml");
    const auto noForm = StudyPack::build(files, officeKey());
    REQUIRE_FALSE(noForm.has_value());
    CHECK(noForm.error().code == StudyErrc::MissingFile);
    CHECK_THAT(noForm.error().context, ContainsSubstring("form.xml"));
    files.erase("study.toml");
    const auto noStudy = StudyPack::build(files, officeKey());
    REQUIRE_FALSE(noStudy.has_value());
    CHECK(noStudy.error().code == StudyErrc::MissingFile);
}

TEST_CASE("a pack is not built from a faulty study or a dangerous file name", "[study][pack]") {
    auto files = soundFiles();
    files["study.toml"] = toBytes(peil_test::spoilt("target = 40", "target = 0"));
    CHECK(StudyPack::build(files, officeKey()).error().code == StudyErrc::BadValue);
    const auto name = GENERATE("../form.xml", "/form.xml", "a//b", "a\\b", "");
    files = soundFiles();
    files[name] = {};
    CHECK(StudyPack::build(files, officeKey()).error().code == StudyErrc::BadPack);
}

TEST_CASE("a pack of another signer, or with any byte changed, is refused", "[study][pack]") {
    const auto bytes = need(StudyPack::build(soundFiles(), officeKey()));
    peil_test::SeededRng rng(8);
    const auto stranger = StudyPack::open(bytes, crypto::makeSigningKeyPair(rng).publicKey);
    REQUIRE_FALSE(stranger.has_value());
    CHECK(stranger.error().code == StudyErrc::BadSignature);
    for (std::size_t at = 8; at < bytes.size(); at += 97) {
        auto changed = bytes;
        changed[at] ^= 1U;
        CHECK(faultOf(changed).code == StudyErrc::BadSignature);
    }
}

TEST_CASE("a pack that is truncated at any place is refused", "[study][pack]") {
    const auto bytes = need(StudyPack::build(soundFiles(), officeKey()));
    for (std::size_t size = 0; size < bytes.size(); size += 61) {
        const auto error = faultOf(Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)));
        CHECK((error.code == StudyErrc::BadPack || error.code == StudyErrc::BadSignature));
    }
    CHECK(faultOf(toBytes("PEILPACK")).code == StudyErrc::BadPack);
}

TEST_CASE("a signed pack with a list that does not match its contents is refused", "[study][pack]") {
    const std::string hashOfX = toHex(crypto::sha256(bytesOf("x")));
    const auto entry = [&](const std::string& name, const std::string& size, const std::string& hash) {
        return R"({"files":[{"name":")" + name + R"(","size":)" + size + R"(,"sha256":")" + hash + R"("}]})";
    };
    const auto body = GENERATE_COPY(
        packBody("{", ""), packBody("[]", ""), packBody(R"({"files":3})", ""), packBody(R"({"files":[3]})", ""),
        packBody(R"({"files":[{"name":"a"}]})", ""), packBody(entry("a", "-1", hashOfX), "x"),
        packBody(entry("../a", "1", hashOfX), "x"), packBody(entry("a", "2", hashOfX), "x"),
        packBody(entry("a", "1", hashOfX), "y"), packBody(entry("a", "1", hashOfX), "xx"),
        packBody(entry("a", "1", hashOfX), "x", 9), std::string("PEILPACK\1\xFF\xFF\xFF\xFFlist"));
    CHECK(faultOf(signedPack(body)).code == StudyErrc::BadPack);
}

TEST_CASE("a signed pack without a study is refused", "[study][pack]") {
    const auto error = faultOf(signedPack(packBody(R"({"files":[]})", "")));
    CHECK(error.code == StudyErrc::MissingFile);
    CHECK_THAT(error.context, ContainsSubstring("study.toml"));
}
