// SPDX-License-Identifier: Apache-2.0
#include "peil_test/document_xml.h"
#include "world.h"

#include <catch2/matchers/catch_matchers_string.hpp>

using namespace peil::xpath;
using Catch::Matchers::ContainsSubstring;
using peil_test::need;

namespace {

std::string again(std::string_view xml, Keep keep = Keep::Data) {
    return peil_test::xmlOf(need(Document::parse(xml, keep)));
}

peil::Error faultOf(std::string_view xml) {
    const auto document = Document::parse(xml);
    if (document) FAIL("accepted: " << xml);
    return document.error();
}

} // namespace

TEST_CASE("XML comes out as it went in", "[xpath][xml]") {
    for (const auto* xml : {"<a/>", "<a>text</a>", "<a> <b/>\n</a>", "<a k=\"1\" l=\"&quot;&lt;&amp;&#10;\"/>",
                            "<p:a xmlns:p=\"urn:p\"><p:b xmlns:q=\"urn:q\" q:k=\"v\"/></p:a>",
                            "<a xmlns=\"urn:a\"><b xmlns=\"\"/></a>", "<a>&lt;b&gt; &amp;</a>", "<a>é😀</a>"})
        CHECK(again(xml) == xml);
    CHECK(again("<?xml version=\"1.0\"?><!DOCTYPE a><a><!--c--><?p i?></a>", Keep::Everything) ==
          "<!DOCTYPE a><a><!--c--><?p i?></a>");
}

TEST_CASE("entities, character references and line ends are read as XML says", "[xpath][xml]") {
    CHECK(again("<a>&#65;&#x42;&apos;&quot;</a>") == "<a>AB'\"</a>");
    CHECK(again("<a>1\r\n2\r3</a>") == "<a>1\n2\n3</a>");
    CHECK(again("<a><![CDATA[1\r\n2\r3]]></a>") == "<a>1\n2\n3</a>");
    CHECK(again("<a k='x\ny'/>") == "<a k=\"x y\"/>");
    CHECK(again("<a><![CDATA[<&>]]></a>") == "<a>&lt;&amp;&gt;</a>");
    CHECK(again("\xEF\xBB\xBF<a/>") == "<a/>");
}

TEST_CASE("what is not well-formed is refused", "[xpath][xml]") {
    for (const auto* xml : {"",
                            "text",
                            "<a>",
                            "<a></b>",
                            "<a/><b/>",
                            "<a/><![CDATA[b]]>",
                            "<![CDATA[b]]><a/>",
                            "<a k='1' k='2'/>",
                            "<p:a/>",
                            "<a p:k='1'/>",
                            "<a>&nbsp;</a>",
                            "<a>& b</a>",
                            "<a>&#0;</a>",
                            "<a>&#xD800;</a>",
                            "<a>\xFF</a>",
                            "<a k=1/>",
                            "<a xmlns:p='u' xmlns:q='u' p:k='1' q:k='2'/>",
                            "<a xmlns='' xmlns='u'/>",
                            "<a xmlns:p='u' xmlns:p='u'/>",
                            "<a :k='1'/>",
                            "<:a/>",
                            "<a xmlns:p='u' p:='1'/>",
                            "<a xmlns:p='u' p:k:l='1'/>",
                            "<a xmlns:='u'/>",
                            "<a>\x01</a>",
                            "<1/>"})
        CHECK(faultOf(xml).code == XpathErrc::BadXml);
    CHECK_THAT(faultOf("<a>\n<b>\n  </a>").context, ContainsSubstring("line 3, column 5"));
    CHECK_THAT(faultOf("<a>&nbsp;</a>").context, ContainsSubstring("&nbsp;"));
}

TEST_CASE("entities that a document type defines are not expanded", "[xpath][xml]") {
    CHECK(faultOf("<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'>]><a>&x;</a>").code == XpathErrc::BadXml);
    CHECK(faultOf("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>").code == XpathErrc::BadXml);
    CHECK(faultOf("<!DOCTYPE a SYSTEM 'file:///etc/a.dtd'><a>&x;</a>").code == XpathErrc::BadXml);
}

TEST_CASE("an element with a hundred thousand attributes or namespaces is refused at the first too many",
          "[xpath][xml]") {
    const auto element = [](std::string_view attribute, std::size_t count) {
        std::string xml = "<a";
        for (std::size_t i = 0; i < count; ++i)
            xml += std::string(attribute) + std::to_string(i) + "='u'";
        return xml + "/>";
    };
    for (const auto* attribute : {" k", " xmlns:p"}) {
        CHECK_THAT(faultOf(element(attribute, 100'000)).context, ContainsSubstring("more than 1000 attributes"));
        CHECK(Document::parse(element(attribute, kMaxXmlAttributes)));
    }
    const auto document = need(Document::parse(element(" k", kMaxXmlAttributes)));
    CHECK(document.attribute(document.documentElement(), "k999") != kNoNode);
}

TEST_CASE("XML beyond the limit of its length is refused", "[xpath][xml]") {
    CHECK_THAT(faultOf("<a>" + std::string(kMaxXmlBytes, ' ') + "</a>").context, ContainsSubstring("64 MiB"));
}

TEST_CASE("nesting without bound is refused and long lists are not", "[xpath][xml]") {
    std::string deep;
    for (int i = 0; i < 3000; ++i)
        deep += "<a>";
    for (int i = 0; i < 3000; ++i)
        deep += "</a>";
    CHECK(faultOf(deep).code == XpathErrc::BadXml);
    std::string wide = "<a>";
    for (int i = 0; i < 20'000; ++i)
        wide += "<b/>";
    for (int i = 0; i < 5'000; ++i)
        wide += "<c><d>1</d></c>";
    const auto document = need(Document::parse(wide + "</a>"));
    CHECK(document.positionAmongSameName(document.lastChildElement(document.documentElement(), "c")) == 5'000);
    CHECK(document.isBefore(document.childElement(document.documentElement(), "b"),
                            document.childElement(document.documentElement(), "c")));
}

TEST_CASE("namespaces in scope are nodes when everything is kept", "[xpath][xml]") {
    const xpath_test::World world("<a xmlns='urn:a' xmlns:p='urn:p'><b xmlns:p='urn:q'/></a>", Keep::Everything);
    CHECK(world.count("/a/namespace::*") == 2);
    CHECK(world.text("/a/b/namespace::p") == "urn:q");
    CHECK(world.text("local-name(/a/namespace::node())").empty());
}

TEST_CASE("part of a document is written with the namespaces that it needs", "[xpath][xml]") {
    const auto document = need(Document::parse("<a xmlns:p='urn:p'><p:b>x</p:b></a>"));
    CHECK(peil_test::xmlOf(document, document.firstChild(document.documentElement())) ==
          "<p:b xmlns:p=\"urn:p\">x</p:b>");
}
