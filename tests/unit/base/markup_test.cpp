// SPDX-License-Identifier: Apache-2.0
#include "peil/base/markup.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;

namespace {

std::string written(std::string_view text, MarkupPlace place) {
    std::string out;
    appendMarkup(out, text, place);
    return out;
}

} // namespace

TEST_CASE("text in markup opens no element and no reference", "[markup]") {
    CHECK(written("a < b && c > \"d\"", MarkupPlace::Text) == "a &lt; b &amp;&amp; c &gt; \"d\"");
    CHECK(written("\"'<>", MarkupPlace::Attribute) == "&quot;'&lt;&gt;");
    CHECK(markup("</td>") == "&lt;/td&gt;");
}

TEST_CASE("line ends and tabs in an attribute outlive a parser", "[markup]") {
    CHECK(written("a\nb\tc\rd", MarkupPlace::Attribute) == "a&#10;b&#9;c&#13;d");
    CHECK(written("a\nb\tc\rd", MarkupPlace::Text) == "a\nb\tc&#13;d");
}

TEST_CASE("what XML has no character for is left out", "[markup]") {
    CHECK(written(std::string_view("a\0b\x01"
                                   "c\x1F",
                                   6),
                  MarkupPlace::Text) == "abc");
    CHECK(written("a\xEF\xBF\xBE"
                  "b\xEF\xBF\xBF",
                  MarkupPlace::Text) == "ab");
    CHECK(written("\xEF\xBB\xBF\xEF\xBC\x81", MarkupPlace::Text) == "\xEF\xBB\xBF\xEF\xBC\x81");
}
