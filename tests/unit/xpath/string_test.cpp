// SPDX-License-Identifier: Apache-2.0
#include "peil/base/bytes.h"
#include "world.h"

using xpath_test::World;

TEST_CASE("concat and join expand node-sets", "[xpath][string]") {
    const World world("<data><n>Ann</n><n>Bo</n></data>");
    CHECK(world.text("concat('x', /data/n, 1)") == "xAnnBo1");
    CHECK(world.text("join(', ', /data/n, 'z')") == "Ann, Bo, z");
    CHECK(world.text("join('-')").empty());
}

TEST_CASE("substr counts from 0 and from the end, in characters", "[xpath][string]") {
    const World world;
    CHECK(world.text("substr('héllo', 1, 3)") == "él");
    CHECK(world.text("substr('hello', -3)") == "llo");
    CHECK(world.text("substr('hello', -3, -1)") == "ll");
    CHECK(world.text("substr('hello', 3, 2)").empty());
    CHECK(world.text("substr('hello', 1, 99)") == "ello");
}

TEST_CASE("substring counts from 1 and rounds as XPath 1.0", "[xpath][string]") {
    const World world;
    CHECK(world.text("substring('12345', 2, 3)") == "234");
    CHECK(world.text("substring('12345', 1.5, 2.6)") == "234");
    CHECK(world.text("substring('12345', 0, 3)") == "12");
    CHECK(world.text("substring('12345', 2)") == "2345");
    CHECK(world.text("substring('12345', 0 div 0, 3)").empty());
}

TEST_CASE("substring-before and -after cut at the first place", "[xpath][string]") {
    const World world;
    CHECK(world.text("substring-before('2023/07/03', '/')") == "2023");
    CHECK(world.text("substring-after('2023/07/03', '/')") == "07/03");
    CHECK(world.text("substring-after('abc', 'bc')").empty());
    CHECK(world.text("substring-before('abc', 'x')").empty());
}

TEST_CASE("contains, starts-with and ends-with look at plain text", "[xpath][string]") {
    const World world;
    CHECK(world.truth("contains('spoon', 'oo')"));
    CHECK(world.truth("starts-with('spoon', 'sp')"));
    CHECK(world.truth("ends-with('spoon', 'on')"));
    CHECK_FALSE(world.truth("ends-with('on', 'spoon')"));
}

TEST_CASE("translate maps characters, the first rule for one wins", "[xpath][string]") {
    const World world;
    CHECK(world.text("translate('aéb', 'éa', 'e')") == "eb");
    CHECK(world.text("translate('aa', 'aa', 'xy')") == "xx");
    CHECK(world.text("translate('abc', '', 'z')") == "abc");
}

TEST_CASE("length is in characters and white space is XML's", "[xpath][string]") {
    World world("<data><x> a\n b&#9;c </x></data>");
    CHECK(world.number("string-length('a😀é')") == 3);
    CHECK(world.text("normalize-space(/data/x)") == "a b c");
    world.at("/data/x");
    CHECK(world.number("string-length()") == 8);
    CHECK(world.text("normalize-space()") == "a b c");
}

TEST_CASE("numbers print as the shortest decimal without exponent", "[xpath][string]") {
    const World world;
    CHECK(world.text("10018696.05193053") == "10018696.05193053");
    CHECK(world.text("0.00001") == "0.00001");
    CHECK(world.text("12345678901234567890") == "12345678901234567168");
    CHECK(world.text("-0") == "0");
    CHECK(world.text("0.1 + 0.2 - 0.3") == "0");
    CHECK(world.text("true()") == "true");
}

TEST_CASE("digest gives base64 or hex, whatever the spelling of the algorithm", "[xpath][string]") {
    const World world;
    CHECK(world.text("digest('peil', 'sha256', 'hex')") == world.text("digest('peil', 'SHA-256', 'HEX')"));
    CHECK(world.text("digest('', 'MD5', 'hex')") == "d41d8cd98f00b204e9800998ecf8427e");
    CHECK(world.text("digest('', 'MD5')") == "1B2M2Y8AsgTpgAmY7PhCfg==");
}

TEST_CASE("base64-decode gives text, and nothing for what is not text", "[xpath][string]") {
    const World world;
    CHECK(world.text("base64-decode('UGVpbA==')") == "Peil");
    CHECK(world.text("base64-decode('!')").empty());
    CHECK(world.text("base64-decode('/w==')").empty());
}

TEST_CASE("extract-signed gives the content only when the signature holds", "[xpath][string]") {
    World world;
    const std::string signature(64, 's');
    const auto sealed = peil::toBase64(peil::bytesOf(signature + "content"));
    const auto key = peil::toBase64(peil::bytesOf(std::string(32, 'k')));
    const auto call = "extract-signed('" + sealed + "', '" + key + "')";
    bool holds = true;
    world.host.verifySignature = [&](auto message, auto given, auto publicKey) {
        return holds && peil::textOf(message) == "content" && given.size() == 64 && publicKey.size() == 32;
    };
    CHECK(world.text(call) == "content");
    holds = false;
    CHECK(world.text(call).empty());
    CHECK(world.text("extract-signed('abc', '" + key + "')").empty());
}

TEST_CASE("uuid is of version 4, or of the length requested", "[xpath][string]") {
    const World world;
    CHECK(world.truth("regex(uuid(), '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}')"));
    CHECK(world.truth("regex(uuid(12), '[0-9A-Z]{12}')"));
    CHECK(world.text("uuid(0)").empty());
}

TEST_CASE("regex matches the whole text only", "[xpath][string]") {
    const World world;
    CHECK(world.truth("regex('0612345678', '06\\d{8}')"));
    CHECK_FALSE(world.truth("regex('06123456789', '06\\d{8}')"));
    CHECK_FALSE(world.truth("regex('ab', 'a|b')"));
    CHECK(world.truth("regex('ab', '^ab$')"));
    CHECK_FALSE(world.truth("regex('ab\n', 'ab')"));
    CHECK(world.truth("regex('Secret1', '(?=.*\\d)(?=.*[A-Z]).{6,}')"));
    CHECK(world.truth("regex('PEIL', '(?i)peil')"));
    CHECK(world.truth("regex('é', '\\u00e9')"));
    CHECK(world.truth("regex('', '')"));
}

TEST_CASE("a pattern that is computed is read too", "[xpath][string]") {
    const World world("<data><p>[a-c]+</p></data>");
    CHECK(world.truth("regex('abc', /data/p)"));
    CHECK(world.truth("regex('abc', string(/data/p))"));
    CHECK_FALSE(world.truth("regex('abd', /data/p)"));
}

TEST_CASE("texts, properties and the version come from the host", "[xpath][string]") {
    World world;
    world.host.itext = [](std::string_view id) { return "text of " + std::string(id); };
    world.host.property = [](std::string_view name) { return "the " + std::string(name); };
    world.host.formVersion = [] { return std::string("3"); };
    CHECK(world.text("jr:itext('q1')") == "text of q1");
    CHECK(world.text("property('deviceid')") == "the deviceid");
    CHECK(world.number("version() + 1") == 4);
}

TEST_CASE("jr:itext gives nodes where nodes are wanted and the host has them", "[xpath][string]") {
    World world("<itext><value>one</value><value>two</value></itext>");
    world.host.itextNodes = [&](std::string_view) {
        const auto first = world.find("/itext/value[1]");
        return peil::xpath::NodeSet{{&world.document, first}, {&world.document, world.document.nextOfSameName(first)}};
    };
    world.host.itext = [](std::string_view) { return std::string("one"); };
    CHECK(world.nodes("jr:itext('x')") == "one two");
}

TEST_CASE("selections are whole words of a list", "[xpath][select]") {
    const World world("<data><s>red  green blue</s><none/></data>");
    CHECK(world.truth("selected(/data/s, 'green')"));
    CHECK(world.truth("is-selected(/data/s, ' blue ')"));
    CHECK_FALSE(world.truth("selected(/data/s, 'gree')"));
    CHECK(world.truth("selected(/data/none, '')"));
    CHECK_FALSE(world.truth("selected(/data/s, '')"));
    CHECK(world.text("selected-at(/data/s, 1)") == "green");
    CHECK(world.text("selected-at(/data/s, 3)").empty());
    CHECK(world.text("selected-at(/data/s, -1)").empty());
    CHECK(world.number("count-selected(/data/s)") == 3);
    CHECK(world.number("count-selected(/data/none)") == 0);
}

TEST_CASE("jr:choice-name asks the host with the context node", "[xpath][select]") {
    World world("<data><s>r</s><none/></data>");
    world.at("/data/s");
    world.host.choiceName = [&](peil::xpath::NodeRef at, std::string_view value, std::string_view path) {
        return std::string(at.document->localName(at.node)) + "/" + std::string(value) + "/" + std::string(path);
    };
    CHECK(world.text("jr:choice-name(., '/data/s')") == "s/r//data/s");
    CHECK(world.text("jr:choice-name(/data/none, '/data/s')").empty());
}
