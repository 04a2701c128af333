// SPDX-License-Identifier: Apache-2.0
#include "references.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cctype>

namespace peil::xlsform {

namespace {

constexpr std::string_view kLastSaved = "last-saved#";

/// Ancestors from the root down to the element itself.
std::vector<const Element*> lineage(const Element& element) {
    std::vector<const Element*> line;
    for (const Element* e = &element; e != nullptr; e = e->parent) line.push_back(e);
    std::reverse(line.begin(), line.end());
    return line;
}

/// Follows brackets and paths, to know when a reference stands in a predicate of `instance(...)`.
class PredicateTracker {
public:
    void step(std::string_view text, std::size_t at) {
        const char c = text[at];
        if (m_quote != '\0') {
            if (c == m_quote) m_quote = '\0';
            return;
        }
        if (c == '\'' || c == '"') m_quote = c;
        else if (text.substr(at).starts_with("instance(")) m_instancePath = true;
        else if (c == '[') {
            m_stack.push_back(m_instancePath);
            m_instancePath = false;
        } else if (c == ']' && !m_stack.empty()) {
            m_instancePath = m_stack.back();
            m_stack.pop_back();
        } else if (c == ' ' || c == ',' || c == '=' || c == '+' || c == '<' || c == '>') m_instancePath = false;
    }
    [[nodiscard]] bool inInstancePredicate() const {
        return std::find(m_stack.begin(), m_stack.end(), true) != m_stack.end();
    }

private:
    std::vector<bool> m_stack;
    bool m_instancePath = false;
    char m_quote = '\0';
};

} // namespace

bool hasReference(std::string_view text) { return text.find("${") != std::string_view::npos; }

std::vector<std::string> referencedNames(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t at = text.find("${"); at != std::string_view::npos; at = text.find("${", at + 2)) {
        const auto end = text.find('}', at);
        if (end == std::string_view::npos) break;
        const auto inside = trim(text.substr(at + 2, end - at - 2));
        if (!inside.starts_with(kLastSaved)) names.emplace_back(inside);
    }
    return names;
}

Element* References::find(std::string_view name, const Element& context, const Place& place) {
    const auto found = m_form.byName.find(name);
    if (found == m_form.byName.end()) {
        m_reporter.error("unknown_name", place,
                         "There is no question, group or repeat named \"" + std::string(name) + "\"." +
                             didYouMean(name, m_form.names()));
        return nullptr;
    }
    const auto& candidates = found->second;
    if (candidates.size() == 1) return candidates.front();
    // Several of that name: the one beside the context, when exactly one shares its repeat.
    (void)context;
    m_reporter.error("ambiguous_name", place,
                     "The name \"" + std::string(name) + "\" stands in " + std::to_string(candidates.size()) +
                         " places of the survey, so ${" + std::string(name) + "} is not clear. Give them different names.");
    return nullptr;
}

std::string References::pathTo(const Element& target, const Element& context, PathBase base) const {
    const auto from = lineage(context);
    const auto to = lineage(target);
    std::size_t shared = 0;
    bool inRepeat = false;
    while (shared < from.size() && shared < to.size() && from[shared] == to[shared]) {
        inRepeat = inRepeat || from[shared]->kind == ElementKind::Repeat;
        ++shared;
    }
    if (!inRepeat) return target.path;
    std::string path = base == PathBase::Current ? "current()" : "";
    const auto append = [&](const std::string& step) { path += path.empty() ? step : "/" + step; };
    for (std::size_t i = shared; i < from.size(); ++i) append("..");
    for (std::size_t i = shared; i < to.size(); ++i) append(to[i]->name);
    return path.empty() ? "." : path;
}

std::string References::lastSaved(std::string_view name, const Element& context, const Place& place) {
    Element* target = find(name, context, place);
    m_form.usesLastSaved = true;
    return target == nullptr ? std::string() : "instance('__last-saved')" + target->path;
}

std::string References::one(std::string_view inside, const Element& context, const Place& place, PathBase base) {
    if (inside.starts_with(kLastSaved)) return lastSaved(inside.substr(kLastSaved.size()), context, place);
    const Element* target = find(inside, context, place);
    return target == nullptr ? std::string() : pathTo(*target, context, base);
}

std::string References::expression(std::string_view text, const Element& context, const Place& place, PathBase base) {
    std::string out;
    PredicateTracker tracker;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!text.substr(at).starts_with("${")) {
            tracker.step(text, at);
            out += text[at];
            continue;
        }
        const auto end = text.find('}', at);
        if (end == std::string_view::npos) {
            m_reporter.error("open_reference", place, "A \"${\" has no closing \"}\". Write ${name}.");
            return out;
        }
        const auto here = tracker.inInstancePredicate() ? PathBase::Current : base;
        out += " " + one(trim(text.substr(at + 2, end - at - 2)), context, place, here) + " ";
        at = end;
    }
    return out;
}

bool References::writeText(pugi::xml_node node, std::string_view text, const Element& context, const Place& place) {
    bool any = false;
    std::string plain;
    const auto flush = [&] {
        if (!plain.empty()) node.append_child(pugi::node_pcdata).set_value(plain.c_str());
        plain.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.substr(at).starts_with("${") ? text.find('}', at) : std::string_view::npos;
        if (end == std::string_view::npos) {
            plain += text[at++];
            continue;
        }
        const auto path = one(trim(text.substr(at + 2, end - at - 2)), context, place, PathBase::Node);
        any = true;
        plain += ' ';
        flush();
        node.append_child("output").append_attribute("value").set_value((" " + path + " ").c_str());
        plain += ' ';
        at = end + 1;
    }
    if (any && plain == " ") plain.clear();
    flush();
    return any;
}

bool isDynamicDefault(std::string_view text, const TypeInfo& type) {
    if (hasReference(text)) return true;
    const bool dashed = type.name == "date" || type.name == "dateTime" || type.name == "time";
    char before = ' ';
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool wordBefore = std::isalnum(static_cast<unsigned char>(before)) != 0 || before == ')';
        if (c == '(' && std::isalpha(static_cast<unsigned char>(before)) != 0 && text.find(')', at) != std::string_view::npos)
            return true;
        if ((c == '+' || c == '*') && wordBefore && at + 1 < text.size() && !dashed) return true;
        if (c != ' ') before = c;
    }
    return false;
}

} // namespace peil::xlsform
