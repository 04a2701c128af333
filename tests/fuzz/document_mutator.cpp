// SPDX-License-Identifier: Apache-2.0

// Changes XML with namespaces, entities, comments and instructions.

#include "xml_mutator.h"

#include <array>

namespace {

using peil_fuzz::Rule;

constexpr std::array kRules{
    Rule{"attribute", "a=\"{text}\""},
    Rule{"attribute", "p:a=\"{text}\""},
    Rule{"attribute", "xml:lang=\"nl\""},
    Rule{"attribute", "xmlns=\"{value}\""},
    Rule{"attribute", "xmlns:p=\"{value}\""},
    Rule{"element", "<a>{text}</a>"},
    Rule{"element", "<p:a {attribute}>{element}{text}</p:a>"},
    Rule{"element", "<b {attribute} {attribute}/>"},
    Rule{"element", "<!--{text}-->"},
    Rule{"element", "<?p {text}?>"},
    Rule{"element", "<![CDATA[{text}]]>"},
    Rule{"element", "<!DOCTYPE {text}>"},
    Rule{"text", "text"},
    Rule{"text", "&amp;&lt;&gt;&quot;&apos;"},
    Rule{"text", "&#65;&#xe9;&#x20AC;&#128578;"},
    Rule{"text", "&#xD800;"},
    Rule{"text", "&nbsp;"},
    Rule{"text", "\r\n\t\n"},
    Rule{"value", ""},
    Rule{"value", "urn:1"},
    Rule{"value", "urn:2"},
    Rule{"value", "{text}"},
};

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t maxSize,
                                               unsigned seed) {
    static const auto kMutations = peil_fuzz::xmlMutations(kRules);
    return peil_fuzz::mutateText(data, size, maxSize, seed, kMutations);
}
