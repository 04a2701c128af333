// SPDX-License-Identifier: Apache-2.0
#include "references.h"

#include "form_bounds.h"

#include "peil/base/text.h"
#include "peil/xpath/expression.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace peil::xlsform {

namespace {

constexpr std::string_view kLastSaved = "last-saved#";

/// Ancestors from the root down to the element itself.
std::vector<const Element*> lineage(const Element& element) {
    std::vector<const Element*> line;
    for (const Element* e = &element; e != nullptr; e = e->parent)
        line.push_back(e);
    std::reverse(line.begin(), line.end());
    return line;
}

/// Follows brackets, to know where a reference is. In a predicate, a relative path would begin at the node that it
/// tests; as in XLSForm, only expressions that look into another instance have `current()` before it. In
/// indexed-repeat(field, repeat, index, repeat, index, ...), the field and the repeats are named from the root.
class BracketTracker {
public:
    explicit BracketTracker(std::string_view text)
        : m_text(text)
        , m_readsInstance(text.find("instance(") != std::string_view::npos) {}

    void step(std::size_t at) {
        const char c = m_text[at];
        if (m_quote != '\0') {
            if (c == m_quote) m_quote = '\0';
        } else if (c == '\'' || c == '"')
            m_quote = c;
        else if (c == '[')
            ++m_depth;
        else if (c == ']' && m_depth > 0)
            --m_depth;
        else if (c == '(')
            m_calls.push_back({m_text.substr(0, at).ends_with("indexed-repeat"), 0});
        else if (c == ')' && !m_calls.empty())
            m_calls.pop_back();
        else if (c == ',' && !m_calls.empty())
            ++m_calls.back().argument;
    }
    [[nodiscard]] PathBase base(PathBase outside) const {
        if (!m_calls.empty() && m_calls.back().indexed &&
            (m_calls.back().argument == 0 || m_calls.back().argument % 2 == 1))
            return PathBase::Absolute;
        return m_readsInstance && m_depth > 0 ? PathBase::Current : outside;
    }

private:
    struct Call {
        bool indexed;
        std::size_t argument;
    };

    std::string_view m_text;
    bool m_readsInstance;
    std::vector<Call> m_calls; ///< that are open
    std::size_t m_depth = 0;
    char m_quote = '\0';
};

} // namespace

bool hasReference(std::string_view text) {
    return text.find("${") != std::string_view::npos;
}

std::vector<std::string> referencedNames(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t at = text.find("${"); at != std::string_view::npos; at = text.find("${", at)) {
        const auto end = text.find('}', at);
        if (end == std::string_view::npos) break;
        const auto inside = trim(text.substr(at + 2, end - at - 2));
        at = end;
        if (!inside.starts_with(kLastSaved)) names.emplace_back(inside);
    }
    return names;
}

Element* References::find(std::string_view name, const Place& place) {
    const auto found = m_form.byName.find(name);
    if (found == m_form.byName.end()) {
        const auto hint = m_reporter.hint(name, [&] { return m_form.names(); });
        m_reporter.error("unknown_name", place,
                         "There is no question, group or repeat named \"" + std::string(name) + "\".",
                         hint.empty() ? "Correct the name, or add a row with it to sheet survey." : hint);
        return nullptr;
    }
    if (found->second.size() == 1) return found->second.front();
    m_reporter.error("ambiguous_name", place,
                     "The name \"" + std::string(name) + "\" occurs in " + std::to_string(found->second.size()) +
                         " places in the survey, so ${" + std::string(name) + "} is ambiguous.",
                     "Give them different names.");
    return nullptr;
}

std::string References::pathTo(const Element& target, const Element& context, PathBase base) const {
    const auto from = lineage(context);
    const auto to = lineage(target);
    // Both ends stay out of the shared part: a node reached through its parent, and a repeat from inside itself, keep
    // their own name in the path.
    const auto limit = std::min(from.size(), to.size()) - 1;
    std::size_t shared = 0;
    bool inRepeat = false;
    while (shared < limit && from[shared] == to[shared]) {
        inRepeat = inRepeat || from[shared]->kind == ElementKind::Repeat;
        ++shared;
    }
    if (!inRepeat) return target.path;
    std::string path = base == PathBase::Current ? "current()" : "";
    const auto append = [&](const std::string& step) { path += path.empty() ? step : "/" + step; };
    for (std::size_t i = shared; i < from.size(); ++i)
        append("..");
    for (std::size_t i = shared; i < to.size(); ++i)
        append(to[i]->name);
    return path;
}

std::string References::instancesOf(const Element& repeat, const Element& context) const {
    if (!context.path.starts_with(repeat.path + "/")) return pathTo(repeat, context, PathBase::Node);
    std::string path;
    for (const auto* element = &context; element != &repeat; element = element->parent)
        path += "../";
    return path + "../" + repeat.name;
}

std::string References::lastSaved(std::string_view name, const Place& place) {
    const Element* target = find(name, place);
    m_form.usesLastSaved = true;
    return target == nullptr ? std::string() : "instance('__last-saved')" + target->path;
}

std::string References::one(std::string_view inside, const Element& context, const Place& place, PathBase base) {
    if (const auto plain = std::string(trim(inside)); plain.size() != inside.size()) {
        m_failed = true;
        m_reporter.error("space_in_reference", place,
                         "\"${" + std::string(inside) + "}\" has a space inside its braces.",
                         "Write ${" + plain + "}.");
        return {};
    }
    if (inside.starts_with(kLastSaved)) return lastSaved(inside.substr(kLastSaved.size()), place);
    const Element* target = find(inside, place);
    if (target == nullptr) {
        m_failed = true;
        return {};
    }
    if (m_item != nullptr && target != m_item && target->path.starts_with(m_item->path + "/"))
        return "." + target->path.substr(m_item->path.size());
    auto path = base == PathBase::Absolute ? target->path : pathTo(*target, context, base);
    m_pathBytes += path.size();
    if (m_pathBytes > kMaxPathBytes) {
        m_failed = true;
        m_reporter.error("too_large_form", {},
                         "The references in this form expand to more than " + std::to_string(kMaxPathBytes >> 20U) +
                             " MiB.",
                         "Use fewer references or shorter names.");
    }
    return path;
}

void References::countExpression(std::size_t size) {
    const bool before = tooLong();
    m_expressionSize += size;
    if (before || !tooLong()) return;
    m_reporter.error("too_large_form", {},
                     "The expressions in this form have more than " + std::to_string(kMaxExpressionSize) +
                         " values, operators, functions and steps of paths together.",
                     "Calculate what several questions use once, and refer to it.");
}

bool References::tooLong() const {
    return m_pathBytes > kMaxPathBytes || m_expressionSize > kMaxExpressionSize;
}

void References::openReference(const Place& place) {
    m_failed = true;
    m_reporter.error("open_reference", place, "A \"${\" has no closing \"}\".", "Write ${name}.");
}

std::string References::expression(std::string_view text, const Element& context, const Place& place, PathBase base) {
    std::string out;
    m_origins.assign(1, {0, 0, false});
    BracketTracker tracker(text);
    for (std::size_t at = 0; at < text.size() && !tooLong(); ++at) {
        if (!text.substr(at).starts_with("${")) {
            tracker.step(at);
            out += text[at];
            continue;
        }
        const auto end = text.find('}', at);
        if (end == std::string_view::npos) {
            openReference(place);
            return out;
        }
        m_origins.push_back({out.size(), at, true});
        out += " " + one(text.substr(at + 2, end - at - 2), context, place, tracker.base(base)) + " ";
        m_origins.push_back({out.size(), end + 1, false});
        at = end;
    }
    return out;
}

std::string References::logic(std::string_view text, const Element& context, const Place& place, PathBase base) {
    m_failed = false;
    auto out = expression(text, context, place, base);
    if (m_check == EngineCheck::No || m_failed || tooLong() || trim(out).empty()) return out;
    std::size_t counted = 0;
    std::uint32_t column = 1; // of the cell, at the byte `counted` of it
    const auto columnOf = [&](std::size_t byte) {
        const auto& origin = *std::prev(std::ranges::upper_bound(m_origins, byte, {}, &Origin::expanded));
        const auto end = std::min(origin.cell + (origin.reference ? 0 : byte - origin.expanded), text.size());
        for (; counted < end; ++counted)
            if ((static_cast<unsigned char>(text[counted]) & 0xC0U) != 0x80U) ++column;
        return column;
    };
    const auto compiled = xpath::Expression::compile(out, {{"jr", "http://openrosa.org/javarosa"}},
                                                     xpath::UnknownFunctions::Refuse, {}, columnOf);
    if (compiled) countExpression(compiled->size());
    if (compiled) return out;
    const auto id = compiled.error().code == xpath::XpathErrc::UnknownFunction ? "unknown_function" : "bad_expression";
    const auto fault = xpath::faultOf(compiled.error());
    m_reporter.error(id, place, "This expression is invalid: " + fault.what, fault.cure);
    return out;
}

std::string References::itemCondition(std::string_view text, const Element& repeat, const Element& context,
                                      const Place& place) {
    m_item = &repeat;
    auto out = logic(text, context, place, PathBase::Current);
    m_item = nullptr;
    return out;
}

namespace {

bool isNameByte(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Finds paths `instance('x')/...` in a text. Brackets that do not close, or begin no path, would be read to their end
/// again and again; a text in which each byte was read several times has no paths worth looking for.
class InstancePaths {
public:
    explicit InstancePaths(std::string_view text)
        : m_text(text)
        , m_left(8 * text.size()) {}

    /// The length of the path that begins at `at`; 0 if there is none.
    std::size_t lengthAt(std::size_t at) {
        constexpr std::string_view kStart = "instance(";
        if (!m_text.substr(at).starts_with(kStart) || (at > 0 && isNameByte(m_text[at - 1]))) return 0;
        auto end = at + kStart.size() - 1;
        const auto call = bracketLength(end);
        if (!call) return 0;
        end += *call;
        if (end >= m_text.size() || m_text[end] != '/') return 0;
        while (end < m_text.size()) {
            if (m_text[end] == '[') {
                const auto length = bracketLength(end);
                if (!length) break;
                end += *length;
            } else if (m_text[end] == '/' || m_text[end] == ':' || isNameByte(m_text[end]))
                ++end;
            else
                break;
        }
        while (m_text[end - 1] == '.')
            --end; // the end of a sentence, not of a name
        return end - at;
    }

private:
    /// The length of a closed bracket that begins at `at`, quotes respected; nullopt if it does not close.
    std::optional<std::size_t> bracketLength(std::size_t at) {
        std::size_t depth = 0;
        char quote = '\0';
        for (std::size_t i = at; i < m_text.size() && m_left > 0; ++i, --m_left) {
            const char c = m_text[i];
            if (quote != '\0') {
                if (c == quote) quote = '\0';
            } else if (c == '\'' || c == '"')
                quote = c;
            else if (c == '(' || c == '[')
                ++depth;
            else if (c == ')' || c == ']') {
                if (--depth == 0) return i + 1 - at;
            }
        }
        return std::nullopt;
    }

    std::string_view m_text;
    std::size_t m_left; ///< bytes to be read
};

} // namespace

bool hasOutput(std::string_view text) {
    if (hasReference(text)) return true;
    InstancePaths paths(text);
    for (auto at = text.find("instance("); at != std::string_view::npos; at = text.find("instance(", at + 1))
        if (paths.lengthAt(at) > 0) return true;
    return false;
}

bool References::writeText(pugi::xml_node node, std::string_view text, const Element& context, const Place& place) {
    if (!hasOutput(text)) {
        if (!text.empty()) node.append_child(pugi::node_pcdata).set_value(text.data(), text.size());
        return false;
    }
    bool any = false;
    std::string plain;
    const auto flush = [&] {
        if (!plain.empty()) node.append_child(pugi::node_pcdata).set_value(plain.c_str());
        plain.clear();
    };
    const auto output = [&](const std::string& value) {
        countExpression(kOutputSize);
        if (!any) plain.insert(0, " ");
        any = true;
        flush();
        node.append_child("output").append_attribute("value").set_value(value.c_str());
    };
    InstancePaths paths(text);
    for (std::size_t at = 0; at < text.size() && !tooLong();) {
        if (const auto length = paths.lengthAt(at); length > 0) {
            output(std::string(trim(expression(text.substr(at, length), context, place))));
            at += length;
            continue;
        }
        if (!text.substr(at).starts_with("${")) {
            plain += text[at++];
            continue;
        }
        const auto end = text.find('}', at);
        if (end == std::string_view::npos) {
            openReference(place);
            break;
        }
        output(" " + one(text.substr(at + 2, end - at - 2), context, place, PathBase::Node) + " ");
        at = end + 1;
    }
    if (any) plain += ' ';
    flush();
    return any;
}

namespace {

/// Tokens of a default value, as far as needed to recognise an expression.
class DefaultScanner {
public:
    explicit DefaultScanner(std::string_view text)
        : m_text(text) {}

    bool isExpression(bool hyphensArePlain) {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '\'' || c == '"')
                quoted(c);
            else if (dateLike() || number())
                continue;
            else if (c == '-')
                return !hyphensArePlain;
            else if (c == '*' || c == '+' || c == '|' || m_text.substr(m_at).starts_with(" mod ") ||
                     m_text.substr(m_at).starts_with(" div "))
                return true;
            else if (nameStart(c)) {
                if (name()) return true;
            } else
                ++m_at;
        }
        return false;
    }

private:
    static bool digit(char c) { return c >= '0' && c <= '9'; }
    static bool nameStart(char c) {
        return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    }

    void quoted(char quote) {
        const auto end = m_text.find(quote, m_at + 1);
        m_at = end == std::string_view::npos ? m_at + 1 : end + 1;
    }

    bool dateLike() { // 2024-01-31, 2024-01-31T10:00, 10:00:00+01:00
        if (!digit(m_text[m_at])) return false;
        auto end = m_at;
        while (end < m_text.size() &&
               (digit(m_text[end]) || m_text[end] == '-' || m_text[end] == ':' || m_text[end] == 'T'))
            ++end;
        const auto zone = m_text.substr(end);
        const auto shown = m_text.substr(m_at, end - m_at);
        const bool timed = shown.size() >= 8 && shown[shown.size() - 3] == ':' && shown[shown.size() - 6] == ':';
        if (timed && zone.size() >= 6 && zone[0] == '+' && digit(zone[1]) && zone[3] == ':') end += 6;
        m_at = end;
        return true;
    }

    bool number() {
        auto end = m_at;
        if (m_text[end] == '-') ++end;
        const auto first = end;
        while (end < m_text.size() && (digit(m_text[end]) || m_text[end] == '.'))
            ++end;
        if (end == first || (end == first + 1 && m_text[first] == '.')) return false;
        m_at = end;
        return true;
    }

    /// Skips a name. @return true when it is a call or has a predicate.
    bool name() {
        while (m_at < m_text.size() && (isNameByte(m_text[m_at]) || m_text[m_at] == ':'))
            ++m_at;
        return m_at < m_text.size() && (m_text[m_at] == '(' || m_text[m_at] == '[');
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

bool isDynamicDefault(std::string_view text, const TypeInfo& type) {
    if (hasReference(text)) return true;
    const bool hyphensArePlain = type.bindType == "date" || type.bindType == "dateTime" || type.bindType == "time" ||
                                 type.bindType.starts_with("geo");
    return DefaultScanner(text).isExpression(hyphensArePlain);
}

} // namespace peil::xlsform
