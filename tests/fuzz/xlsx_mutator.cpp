// SPDX-License-Identifier: Apache-2.0

// Changes the XML of the parts of a workbook; archives given as bytes are left to libFuzzer.

#include "xml_mutator.h"

#include <array>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t maxSize);

namespace {

using peil_fuzz::Rule;

constexpr std::array kRules{
    Rule{"attribute", "r=\"{reference}\""},
    Rule{"attribute", "t=\"{type}\""},
    Rule{"attribute", "s=\"{number}\""},
    Rule{"attribute", "xml:space=\"preserve\""},
    Rule{"attribute", "r:id=\"rId{digit}\""},
    Rule{"attribute", "name=\"{sheet}\""},
    Rule{"attribute", "numFmtId=\"{number}\""},
    Rule{"attribute", "formatCode=\"{format}\""},
    Rule{"attribute", "date1904=\"true\""},
    Rule{"digit", "1"},
    Rule{"digit", "2"},
    Rule{"digit", "3"},
    Rule{"element", "<v>{text}</v>"},
    Rule{"element", "<c r=\"{reference}\" t=\"{type}\" s=\"{digit}\"><v>{text}</v></c>"},
    Rule{"element", "<c t=\"inlineStr\"><is><t>{text}</t></is></c>"},
    Rule{"element", "<row r=\"{number}\">{element}{element}</row>"},
    Rule{"element", "<row>{element}</row>"},
    Rule{"element", "<si><t>{text}</t><rPh><t>{text}</t></rPh></si>"},
    Rule{"element", "<numFmt numFmtId=\"{number}\" formatCode=\"{format}\"/>"},
    Rule{"element", "<cellXfs><xf numFmtId=\"{number}\"/></cellXfs>"},
    Rule{"element", "<sheet name=\"{sheet}\" r:id=\"rId{digit}\"/>"},
    Rule{"element", "<Relationship Id=\"rId{digit}\" Target=\"{target}\"/>"},
    Rule{"element", "<workbookPr date1904=\"1\"/>"},
    Rule{"element", "<![CDATA[{text}]]>"},
    Rule{"element", "<!--{text}-->"},
    Rule{"element", "<?{text}?>"},
    Rule{"element", "<x:c>{element}</x:c>"},
    Rule{"element", "<!DOCTYPE a>"},
    Rule{"format", "yyyy-mm-dd"},
    Rule{"format", "hh:mm:ss"},
    Rule{"format", "d/m/y h\\:mm"},
    Rule{"format", "[Red]0.00\\d_h*s"},
    Rule{"format", "&quot;day&quot;0"},
    Rule{"number", "0"},
    Rule{"number", "14"},
    Rule{"number", "20"},
    Rule{"number", "22"},
    Rule{"number", "46"},
    Rule{"number", "164"},
    Rule{"number", "-1"},
    Rule{"number", "1000"},
    Rule{"number", "18446744073709551615"},
    Rule{"reference", "A1"},
    Rule{"reference", "B2"},
    Rule{"reference", "D50"},
    Rule{"reference", "ZZ3"},
    Rule{"reference", "AAAA1"},
    Rule{"reference", "7"},
    Rule{"sheet", "survey"},
    Rule{"sheet", " Choices "},
    Rule{"sheet", "settings"},
    Rule{"sheet", "other"},
    Rule{"target", "/xl/s.xml"},
    Rule{"target", "s.xml"},
    Rule{"target", "t.xml"},
    Rule{"text", "1"},
    Rule{"text", "0"},
    Rule{"text", "text"},
    Rule{"text", "a &amp; b &#x20AC; &#8364; &#128578;"},
    Rule{"text", "&quot;&apos;&lt;&gt;"},
    Rule{"text", "&#xD800;"},
    Rule{"text", "&nbsp;"},
    Rule{"text", "45000.25"},
    Rule{"text", "0.999999999"},
    Rule{"text", "2999999.5"},
    Rule{"text", "1e300"},
    Rule{"type", "s"},
    Rule{"type", "b"},
    Rule{"type", "n"},
    Rule{"type", "str"},
    Rule{"type", "e"},
    Rule{"value", "{reference}"},
    Rule{"value", "{type}"},
    Rule{"value", "{number}"},
    Rule{"value", "{sheet}"},
    Rule{"value", "{format}"},
    Rule{"value", "{target}"},
    Rule{"value", "rId{digit}"},
};

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t maxSize,
                                               unsigned seed) {
    static const auto kMutations = peil_fuzz::xmlMutations(kRules);
    if (size == 0 || data[0] != '-') return LLVMFuzzerMutate(data, size, maxSize);
    return peil_fuzz::mutateText(data, size, maxSize, seed, kMutations);
}
