// SPDX-License-Identifier: Apache-2.0
#include "definition/qualify.h"

#include <algorithm>
#include <array>

namespace peil::forms {
namespace {

constexpr std::array<std::string_view, 16> kOverMany{
    "sum",      "count", "min",           "max",      "join",      "concat",    "count-non-empty",    "indexed-repeat",
    "position", "area",  "enclosed-area", "distance", "randomize", "checklist", "weighted-checklist", "once"};

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
        if (c == '(') m_functions.push_back(nameBefore());
        if (c == ')' && !m_functions.empty()) m_functions.pop_back();
        if (c == '[') ++m_predicates;
        if (c == ']') --m_predicates;
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

    // A slash after a name, a bracket or a star goes on with a path.
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
        const auto path = m_text.substr(m_at, end - m_at);
        m_out += relative(path);
        m_at = end;
    }

    [[nodiscard]] bool overMany() const {
        return std::any_of(m_functions.begin(), m_functions.end(), [](std::string_view name) {
            return std::find(kOverMany.begin(), kOverMany.end(), name) != kOverMany.end();
        });
    }

    [[nodiscard]] std::string relative(std::string_view path) const {
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
        if (overMany() && !nodes[target].repeat) return std::string(path);
        std::string result = m_predicates > 0 ? "current()" : "";
        for (auto at = m_context; at != shared; at = nodes[at].parent)
            result += result.empty() ? ".." : "/..";
        if (result.empty()) result = ".";
        return result + nodes[target].path.substr(nodes[shared].path.size());
    }

    const Builder& m_builder;
    std::string_view m_text;
    DefId m_context;
    std::size_t m_at = 0;
    int m_predicates = 0;
    std::vector<std::string_view> m_functions;
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
