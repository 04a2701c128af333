// SPDX-License-Identifier: Apache-2.0
#include "peil/words/words.h"

#include "embedded_words.h"
#include "peil/base/enum_text.h"

#include <boost/json.hpp>

namespace peil::words {
namespace {

constexpr EnumText<Kind> kKinds[] = {{Kind::Warning, "warning"},
                                     {Kind::NoInterval, "no_interval"},
                                     {Kind::NotCounted, "not_counted"},
                                     {Kind::Quarantine, "quarantine"},
                                     {Kind::Outcome, "outcome"},
                                     {Kind::Contact, "contact"},
                                     {Kind::Discard, "discard"},
                                     {Kind::Loss, "loss"},
                                     {Kind::Disclosure, "disclosure"},
                                     {Kind::Role, "role"},
                                     {Kind::Check, "check"},
                                     {Kind::Row, "row"},
                                     {Kind::RegisterRow, "register_row"},
                                     {Kind::Design, "design"},
                                     {Kind::Definition, "definition"},
                                     {Kind::Phrase, "phrase"},
                                     {Kind::Area, "area"}};

} // namespace

std::string_view idOf(Kind kind) {
    return textIn(kKinds, kind);
}

namespace {

const boost::json::object& entriesOf(Kind kind) {
    static const auto all = boost::json::parse(json()).as_object();
    return all.at(idOf(kind)).as_object();
}

const boost::json::string* find(Kind kind, std::string_view id, std::string_view language) {
    const auto* entry = entriesOf(kind).if_contains(id);
    const auto* text = entry == nullptr ? nullptr : entry->as_object().if_contains(language);
    return text == nullptr ? nullptr : &text->as_string();
}

} // namespace

std::string textOf(Kind kind, std::string_view id, std::string_view language) {
    const auto* text = find(kind, id, language);
    if (text == nullptr) text = find(kind, id, "en");
    return text == nullptr ? std::string(id) : std::string(*text);
}

std::string textOf(Kind kind, std::string_view id, std::string_view language, const std::vector<std::string>& values) {
    const auto text = textOf(kind, id, language);
    std::string out;
    std::size_t done = 0;
    // In one pass: a value may hold braces of its own.
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const auto value = static_cast<std::size_t>(text[open + 1] - '0');
        if (value >= values.size()) continue;
        out += text.substr(done, open - done) + values[value];
        done = open + 3;
    }
    return out + text.substr(done);
}

std::string lossText(std::string_view reason, std::string_view language) {
    for (const auto kind : {Kind::NotCounted, Kind::Quarantine, Kind::Contact})
        if (has(kind, reason, "en")) return textOf(kind, reason, language);
    return textOf(Kind::Loss, reason, language);
}

std::string stated(const std::string& text, std::string_view language) {
    return text.empty() ? textOf(Kind::Phrase, "not_stated", language) : text;
}

std::string rowText(Kind kind, std::string_view reason, const std::string& value, const std::string& probably,
                    std::string_view language) {
    auto text = textOf(kind, reason, language, {stated(value, language)});
    return probably.empty() ? text : textOf(Kind::Phrase, "probably", language, {std::move(text), probably});
}

bool has(Kind kind, std::string_view id, std::string_view language) {
    return find(kind, id, language) != nullptr;
}

std::string_view json() {
    return {kWords, sizeof kWords - 1};
}

} // namespace peil::words
