// SPDX-License-Identifier: Apache-2.0

// Changes forms by the elements and attributes that they are made of.

#include "expression_grammar.h"
#include "xml_mutator.h"

#include <array>

namespace {

using peil_fuzz::Rule;

constexpr std::array kFormRules{
    Rule{"attribute", "relevant=\"{expr}\""},
    Rule{"attribute", "calculate=\"{expr}\""},
    Rule{"attribute", "constraint=\"{expr}\""},
    Rule{"attribute", "required=\"{expr}\""},
    Rule{"attribute", "readonly=\"{expr}\""},
    Rule{"attribute", "jr:constraintMsg=\"{label}\""},
    Rule{"attribute", "jr:requiredMsg=\"{label}\""},
    Rule{"attribute", "nodeset=\"{path}\""},
    Rule{"attribute", "ref=\"{path}\""},
    Rule{"attribute", "ref=\"jr:itext({literal})\""},
    Rule{"attribute", "bind=\"{name}\""},
    Rule{"attribute", "id=\"{name}\""},
    Rule{"attribute", "type=\"{type}\""},
    Rule{"attribute", "value=\"{expr}\""},
    Rule{"attribute", "event=\"{event}\""},
    Rule{"attribute", "appearance=\"{appearance}\""},
    Rule{"attribute", "jr:count=\"{expr}\""},
    Rule{"attribute", "jr:noAddRemove=\"true()\""},
    Rule{"attribute", "jr:template=\"\""},
    Rule{"attribute", "jr:preload=\"uid\""},
    Rule{"attribute", "p:class=\"{class}\""},
    Rule{"attribute", "src=\"{uri}\""},
    Rule{"attribute", "form=\"{form}\""},
    Rule{"attribute", "lang=\"{language}\""},
    Rule{"attribute", "xmlns:p=\"urn:peil:1\""},
    Rule{"attribute", "mediatype=\"video/*\""},
    Rule{"attribute", "query=\"instance('l')/root/item[{expr}]\""},
    Rule{"attribute", "n:entities-version=\"2024.1.0\""},
    Rule{"appearance", "minimal"},
    Rule{"appearance", "field-list"},
    Rule{"appearance", "search"},
    Rule{"appearance", "ex:app likert"},
    Rule{"class", "quota"},
    Rule{"class", "estimate"},
    Rule{"class", "sealed"},
    Rule{"element", "<a>{text}</a>"},
    Rule{"element", "<r jr:template=\"\"><q>{text}</q></r>"},
    Rule{"element", "<bind nodeset=\"{path}\" type=\"{type}\" {attribute}/>"},
    Rule{"element", "<input ref=\"{path}\" {attribute}><label>{label}</label>{part}</input>"},
    Rule{"element", "<select1 ref=\"{path}\"><label>{label}</label>{part}{part}</select1>"},
    Rule{"element", "<select ref=\"{path}\" {attribute}>{part}{part}{part}</select>"},
    Rule{"element", "<meta><entity dataset=\"{name}\"/><audit/></meta>"},
    Rule{"element", "<rank ref=\"{path}\">{part}</rank>"},
    Rule{"element", "<range ref=\"{path}\" start=\"{number}\" end=\"5\" step=\"{number}\"/>"},
    Rule{"element", "<{control} ref=\"{path}\" {attribute}/>"},
    Rule{"element", "<group ref=\"{path}\"><label>{label}</label>{element}</group>"},
    Rule{"element", "<repeat nodeset=\"{path}\" {attribute}>{element}{element}</repeat>"},
    Rule{"element", "<instance id=\"{name}\" src=\"{uri}\"/>"},
    Rule{"element", "<instance id=\"l\"><root><item><name>{text}</name><label>{text}</label></item></root></instance>"},
    Rule{"element",
         "<itext><translation lang=\"{language}\" default=\"\">{translated}{translated}</translation></itext>"},
    Rule{"element", "<{action} ref=\"{path}\" event=\"{event}\" value=\"{expr}\"/>"},
    Rule{"element", "{translated}"},
    Rule{"element", "{part}"},
    Rule{"translated",
         "<text id=\"{name}\"><value>{text}</value><value form=\"{form}\">jr://images/{name}.png</value></text>"},
    Rule{"part", "<hint form=\"guidance\">{label}</hint>"},
    Rule{"part", "<item><label>{label}</label><value>{text}</value></item>"},
    Rule{"part", "<itemset nodeset=\"{path}\"><value ref=\"{name}\"/><label ref=\"{name}\"/></itemset>"},
    Rule{"part", "<itemset nodeset=\"instance('l')/root/item[{expr}]\"><value ref=\"name\"/><label "
                 "ref=\"jr:itext({name})\"/></itemset>"},
    Rule{"part", "<label ref=\"jr:itext({literal})\"/>"},
    Rule{"part", "<setvalue ref=\"{path}\" event=\"xforms-value-changed\" value=\"{expr}\"/>"},
    Rule{"control", "trigger"},
    Rule{"control", "upload"},
    Rule{"control", "secret"},
    Rule{"action", "setvalue"},
    Rule{"action", "setgeopoint"},
    Rule{"action", "recordaudio"},
    Rule{"event", "odk-instance-first-load"},
    Rule{"event", "odk-instance-load"},
    Rule{"event", "odk-new-repeat"},
    Rule{"event", "xforms-value-changed"},
    Rule{"event", "xforms-revalidate no-event"},
    Rule{"form", "image"},
    Rule{"form", "big-image"},
    Rule{"form", "audio"},
    Rule{"form", "video"},
    Rule{"form", "short"},
    Rule{"form", "guidance"},
    Rule{"form", "long"},
    Rule{"label", "{text}"},
    Rule{"label", "{text} <output value=\"{expr}\"/> {text}"},
    Rule{"label", "jr:itext({literal})"},
    Rule{"language", "nl"},
    Rule{"language", "English (en)"},
    Rule{"language", "ar-EG"},
    Rule{"text", "1"},
    Rule{"text", "a"},
    Rule{"text", "b c"},
    Rule{"text", "2023-07-03"},
    Rule{"text", "&amp;&lt;&#233;"},
    Rule{"type", "string"},
    Rule{"type", "int"},
    Rule{"type", "xsd:decimal"},
    Rule{"type", "boolean"},
    Rule{"type", "date"},
    Rule{"type", "time"},
    Rule{"type", "dateTime"},
    Rule{"type", "geopoint"},
    Rule{"type", "geotrace"},
    Rule{"type", "geoshape"},
    Rule{"type", "binary"},
    Rule{"type", "barcode"},
    Rule{"type", "intent"},
    Rule{"uri", "jr://file-csv/l.csv"},
    Rule{"uri", "jr://file-csv/itemsets.csv"},
    Rule{"uri", "jr://file/l.geojson"},
    Rule{"uri", "jr://file/l.xml"},
    Rule{"uri", "jr://instance/last-saved"},
    Rule{"value", "{expr}"},
    Rule{"value", "{path}"},
    Rule{"value", "{name}"},
    Rule{"value", "{type}"},
    Rule{"value", "{event}"},
    Rule{"value", "{appearance}"},
};

/// Those of forms, then those of expressions.
const std::vector<Rule>& rules() {
    static const std::vector<Rule> all = [] {
        std::vector<Rule> made(kFormRules.begin(), kFormRules.end());
        const auto expressions = peil_fuzz::expressionRules();
        made.insert(made.end(), expressions.begin(), expressions.end());
        return made;
    }();
    return all;
}

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t maxSize,
                                               unsigned seed) {
    static const auto kMutations = peil_fuzz::xmlMutations(rules());
    return peil_fuzz::mutateText(data, size, maxSize, seed, kMutations);
}
