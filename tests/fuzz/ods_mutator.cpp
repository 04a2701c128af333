// SPDX-License-Identifier: Apache-2.0

// Changes the XML of the parts of an .ods; archives given as bytes are left to libFuzzer.

#include "xml_mutator.h"

#include <array>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t maxSize);

namespace {

using peil_fuzz::Rule;

constexpr std::array kRules{
    Rule{"attribute", "table:number-columns-repeated=\"{number}\""},
    Rule{"attribute", "table:number-rows-repeated=\"{number}\""},
    Rule{"attribute", "table:name=\"{sheet}\""},
    Rule{"attribute", "office:value-type=\"{type}\""},
    Rule{"attribute", "calcext:value-type=\"error\""},
    Rule{"attribute", "office:value=\"{text}\""},
    Rule{"attribute", "office:date-value=\"{text}\""},
    Rule{"attribute", "office:time-value=\"{text}\""},
    Rule{"attribute", "office:boolean-value=\"true\""},
    Rule{"attribute", "table:formula=\"of:=1\""},
    Rule{"attribute", "text:c=\"{number}\""},
    Rule{"element", "<table:covered-table-cell/>"},
    Rule{"element", "<table:table table:name=\"{sheet}\">{element}</table:table>"},
    Rule{"element", "<table:table-row>{element}{element}</table:table-row>"},
    Rule{"element", "<table:table-cell office:value-type=\"{type}\">{element}</table:table-cell>"},
    Rule{"element", "<text:p>{text}</text:p>"},
    Rule{"element", "<text:p>{text}{element}{text}</text:p>"},
    Rule{"element", "<text:s text:c=\"{number}\"/>"},
    Rule{"element", "<text:line-break/>"},
    Rule{"element", "<office:annotation>{element}</office:annotation>"},
    Rule{"element", "<table:tracked-changes>{element}</table:tracked-changes>"},
    Rule{"element", "<manifest:encryption-data/>"},
    Rule{"number", "0"},
    Rule{"number", "3"},
    Rule{"number", "1048576"},
    Rule{"number", "9223372036854775807"},
    Rule{"number", "-1"},
    Rule{"sheet", "survey"},
    Rule{"sheet", " Choices "},
    Rule{"sheet", "other"},
    Rule{"text", "1.5"},
    Rule{"text", "2024-01-02T00:00:00"},
    Rule{"text", "PT13H30M05.5S"},
    Rule{"text", "PT9e300H"},
    Rule{"text", "#N/A"},
    Rule{"text", "a &amp; b"},
    Rule{"type", "string"},
    Rule{"type", "float"},
    Rule{"type", "date"},
    Rule{"type", "time"},
    Rule{"type", "boolean"},
    Rule{"value", "{number}"},
    Rule{"value", "{sheet}"},
    Rule{"value", "{text}"},
    Rule{"value", "{type}"},
};

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t maxSize,
                                               unsigned seed) {
    static const auto kMutations = peil_fuzz::xmlMutations(kRules);
    if (size == 0 || data[0] != '-') return LLVMFuzzerMutate(data, size, maxSize);
    return peil_fuzz::mutateText(data, size, maxSize, seed, kMutations);
}
