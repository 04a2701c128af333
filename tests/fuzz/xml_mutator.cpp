// SPDX-License-Identifier: Apache-2.0
#include "xml_mutator.h"

#include <cctype>

namespace peil_fuzz {

namespace {

constexpr auto kNone = std::string::npos;

/// The first place from a random one on where `found` is true, or from the beginning.
template <class Found>
std::size_t place(const std::string& text, Random& random, Found found) {
    if (text.empty()) return kNone;
    const auto from = pick(random, text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        if (const auto at = (from + i) % text.size(); found(at)) return at;
    return kNone;
}

bool opensTag(const std::string& text, std::size_t at) {
    return text[at] == '<' && at + 1 < text.size() && std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0;
}

std::size_t startTag(const std::string& text, Random& random) {
    return place(text, random, [&](std::size_t at) { return opensTag(text, at); });
}

/// One past the element whose start tag is at `at`; kNone when it does not end.
std::size_t elementEnd(const std::string& text, std::size_t at) {
    std::size_t depth = 0;
    while (at != kNone) {
        const auto close = text.find('>', at);
        if (close == kNone) return kNone;
        const bool end = text.compare(at, 2, "</") == 0;
        if (opensTag(text, at) && text[close - 1] != '/') ++depth;
        if (end && depth > 0) --depth;
        if (depth == 0) return close + 1;
        at = text.find('<', close);
    }
    return kNone;
}

std::string elementAt(const std::string& text, std::size_t at) {
    const auto end = elementEnd(text, at);
    return end == kNone ? std::string() : text.substr(at, end - at);
}

void insertSomewhere(std::string& text, const std::string& element, Random& random) {
    const auto at = place(text, random, [&](std::size_t i) { return text[i] == '<'; });
    if (at != kNone) text.insert(at, element);
}

void copyElement(std::string& text, Random& random) {
    const auto at = startTag(text, random);
    if (at != kNone) insertSomewhere(text, elementAt(text, at), random);
}

void removeElement(std::string& text, Random& random) {
    const auto at = startTag(text, random);
    if (at != kNone) text.erase(at, elementAt(text, at).size());
}

void moveElement(std::string& text, Random& random) {
    const auto at = startTag(text, random);
    if (at == kNone) return;
    const auto element = elementAt(text, at);
    text.erase(at, element.size());
    insertSomewhere(text, element, random);
}

void changeText(std::string& text, const std::string& words, Random& random) {
    const auto at = place(text, random, [&](std::size_t i) { return text[i] == '>'; });
    if (at == kNone) return;
    const auto end = text.find('<', at);
    if (end != kNone) text.replace(at + 1, end - at - 1, words);
}

void changeValue(std::string& text, const std::string& value, Random& random) {
    const auto at = place(text, random, [&](std::size_t i) { return text.compare(i, 2, "=\"") == 0; });
    if (at == kNone) return;
    const auto end = text.find('"', at + 2);
    if (end != kNone) text.replace(at + 2, end - at - 2, value);
}

void addAttribute(std::string& text, const std::string& attribute, Random& random) {
    const auto at = startTag(text, random);
    if (at == kNone) return;
    const auto end = text.find_first_of(" />", at);
    if (end != kNone) text.insert(end, " " + attribute);
}

} // namespace

std::vector<Mutation> xmlMutations(std::span<const Rule> rules) {
    using Change = void (*)(std::string&, const std::string&, Random&);
    const auto with = [rules](std::string_view symbol, Change change) -> Mutation {
        return [=](std::string& text, Random& random) { change(text, expand(rules, symbol, random), random); };
    };
    return {copyElement,
            removeElement,
            moveElement,
            with("element", insertSomewhere),
            with("element", insertSomewhere),
            with("text", changeText),
            with("value", changeValue),
            with("value", changeValue),
            with("attribute", addAttribute)};
}

} // namespace peil_fuzz
