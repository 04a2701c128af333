// SPDX-License-Identifier: Apache-2.0
#include "definition/qualify.h"

#include <algorithm>
#include <array>

namespace peil::forms {
namespace {

/// Functions that take all nodes of a path, and from which argument on (0 = the first).
struct OverMany {
    std::string_view name;
    std::size_t first;
};
constexpr std::array kOverMany{OverMany{"sum", 0},           OverMany{"count", 0},
                               OverMany{"min", 0},           OverMany{"max", 0},
                               OverMany{"join", 1},          OverMany{"position", 0},
                               OverMany{"area", 0},          OverMany{"count-non-empty", 0},
                               OverMany{"enclosed-area", 0}, OverMany{"distance", 0},
                               OverMany{"checklist", 2},     OverMany{"indexed-repeat", 0},
                               OverMany{"randomize", 0},     OverMany{"weighted-checklist", 2}};

/// What an open bracket belongs to: a function's arguments, or a predicate.
struct Frame {
    std::string_view function;
    std::size_t argument = 0;
    bool predicate = false;

    [[nodiscard]] bool takesNodes() const {
        if (predicate) return false;
        if (function == "indexed-repeat") return argument == 0 || argument % 2 == 1; // the others are positions
        if (function == "randomize") return argument == 0;                           // then its seed
        return std::any_of(kOverMany.begin(), kOverMany.end(),
                           [&](const OverMany& each) { return each.name == function && argument >= each.first; });
    }
};

bool isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

class Rewriter {
public:
    Rewriter(const Builder& builder, std::string_view text, DefId context)
        : m_builder(builder)
        , m_text(text)
        , m_context(context) {}

    std::string run() {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '\'' || c == '"')
                copyLiteral(c);
            else if (c == '/' && beginsPath())
                copyPath();
            else
                copyPlain(c);
        }
        return m_out;
    }

private:
    void copyLiteral(char quote) {
        const auto end = std::min(m_text.find(quote, m_at + 1), m_text.size() - 1);
        m_out += m_text.substr(m_at, end - m_at + 1);
        m_at = end + 1;
    }

    void copyPlain(char c) {
        if (c == '(') m_frames.push_back({nameBefore(), 0, false});
        if (c == '[') m_frames.push_back({{}, 0, true});
        if ((c == ')' || c == ']') && !m_frames.empty()) m_frames.pop_back();
        if (c == ',' && !m_frames.empty()) ++m_frames.back().argument;
        m_out += c;
        ++m_at;
    }

    [[nodiscard]] std::string_view nameBefore() const {
        auto end = m_at;
        while (end > 0 && m_text[end - 1] == ' ')
            --end;
        auto begin = end;
        while (begin > 0 && isNameChar(m_text[begin - 1]))
            --begin;
        return m_text.substr(begin, end - begin);
    }

    // A slash after a name, a bracket or a star continues a path.
    [[nodiscard]] bool beginsPath() const {
        auto before = m_at;
        while (before > 0 && (m_text[before - 1] == ' ' || m_text[before - 1] == '\n' || m_text[before - 1] == '\t'))
            --before;
        if (before == 0) return true;
        const char c = m_text[before - 1];
        if (c == ')' || c == ']' || c == '*') return false;
        if (!isNameChar(c)) return true;
        return before < m_at && isOperatorBefore(before);
    }

    [[nodiscard]] bool isOperatorBefore(std::size_t end) const {
        for (const std::string_view word : {"and", "or", "div", "mod"})
            if (end >= word.size() && m_text.substr(end - word.size(), word.size()) == word) return true;
        return false;
    }

    void copyPath() {
        auto end = m_at;
        while (end < m_text.size() && (m_text[end] == '/' || m_text[end] == '@' || isNameChar(m_text[end])))
            ++end;
        m_out += relative(m_text.substr(m_at, end - m_at), isArgument(end));
        m_at = end;
    }

    /// True when the path up to `end` stands alone as an argument of a function over many nodes.
    [[nodiscard]] bool isArgument(std::size_t end) const {
        if (m_frames.empty() || !m_frames.back().takesNodes()) return false;
        const auto before = m_text.find_last_not_of(" \t\r\n", m_at - 1);
        const auto after = m_text.find_first_not_of(" \t\r\n", end);
        const auto isOneOf = [&](std::size_t at, std::string_view wanted) {
            return at != std::string_view::npos && wanted.find(m_text[at]) != std::string_view::npos;
        };
        return isOneOf(before, "(,") && isOneOf(after, "),[");
    }

    [[nodiscard]] bool inPredicate() const {
        return std::any_of(m_frames.begin(), m_frames.end(), [](const Frame& frame) { return frame.predicate; });
    }

    [[nodiscard]] std::string relative(std::string_view path, bool overMany) const {
        const auto& nodes = m_builder.form.nodes;
        const auto target = m_builder.resolve(path, 0).node;
        if (target == kNone) return std::string(path);
        auto shared = target;
        const auto above = [&](DefId node) {
            for (auto at = m_context; at != kNone; at = nodes[at].parent)
                if (at == node) return true;
            return false;
        };
        while (shared != kNone && (!nodes[shared].repeat || !above(shared)))
            shared = nodes[shared].parent;
        if (shared == kNone || shared == target) return std::string(path);
        // Counting an inner repeat means the one in this instance of the outer.
        if (overMany && !nodes[target].repeat) return std::string(path);
        std::string result = inPredicate() ? "current()" : "";
        for (auto at = m_context; at != shared; at = nodes[at].parent)
            result += result.empty() ? ".." : "/..";
        if (result.empty()) result = ".";
        return result + nodes[target].path.substr(nodes[shared].path.size());
    }

    const Builder& m_builder;
    std::string_view m_text;
    DefId m_context;
    std::size_t m_at = 0;
    std::vector<Frame> m_frames;
    std::string m_out;
};

} // namespace

std::optional<std::string> qualifyPaths(const Builder& builder, std::string_view text, DefId context) {
    const auto& form = builder.form;
    bool inRepeat = false;
    for (auto at = context; at != kNone; at = form.nodes[at].parent)
        inRepeat = inRepeat || form.nodes[at].repeat;
    if (!inRepeat || text.find("/" + form.nodes[0].name + "/") == std::string_view::npos) return std::nullopt;
    return Rewriter(builder, text, context).run();
}

} // namespace peil::forms
