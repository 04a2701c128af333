// SPDX-License-Identifier: Apache-2.0
#pragma once

// Evaluates the tree of an expression. One evaluator per evaluation; it stores a failure and then returns early, so
// that hot paths need no Result.

#include "ast.h"
#include "document_impl.h"
#include "peil/xpath/expression.h"

#include <boost/container/small_vector.hpp>
#include <span>

namespace peil::xpath {

using NodeList = boost::container::small_vector<NodeIndex, 16>;

/// A text that is either borrowed from the expression or a document, or owned.
class Text {
public:
    Text() = default;
    static Text borrowed(std::string_view view) {
        Text text;
        text.m_view = view;
        return text;
    }
    static Text owned(std::string value) {
        Text text;
        text.m_own = std::move(value);
        text.m_isOwn = true;
        return text;
    }
    [[nodiscard]] std::string_view view() const { return m_isOwn ? std::string_view(m_own) : m_view; }
    [[nodiscard]] std::string take() { return m_isOwn ? std::move(m_own) : std::string(m_view); }

private:
    std::string m_own;
    std::string_view m_view;
    bool m_isOwn = false;
};

/// Where an expression is evaluated.
struct Place {
    NodeRef node;
    std::size_t position = 1;
    std::size_t size = 1;
};

enum class Filter : std::uint8_t { Relevant, All };

class Evaluator {
public:
    explicit Evaluator(const Context& context);

    [[nodiscard]] Value value(const Expr& expr, const Place& place);
    [[nodiscard]] double number(const Expr& expr, const Place& place);
    [[nodiscard]] bool boolean(const Expr& expr, const Place& place);
    [[nodiscard]] Text text(const Expr& expr, const Place& place);
    [[nodiscard]] NodeSet nodes(const Expr& expr, const Place& place, Filter filter = Filter::Relevant);
    /// The node of a path whose every step has at most one, found without building a set. False when the path is not
    /// that simple; `out` is empty if there is no such node.
    [[nodiscard]] bool direct(const Expr& expr, const Place& place, NodeRef& out) const;

    [[nodiscard]] const Context& context() const { return m_context; }
    [[nodiscard]] const Host& host() const { return *m_host; }

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] Error takeError() { return std::move(m_error); }
    void fail(XpathErrc code, std::string context);

    // conversions of nodes
    [[nodiscard]] Text textOf(const NodeRef& node) const;
    [[nodiscard]] double numberOf(const NodeRef& node) const;
    /// The same when the text of the node is known.
    [[nodiscard]] double numberOf(const NodeRef& node, const Text& text) const;
    [[nodiscard]] bool booleanOf(const NodeSet& nodes) const;
    [[nodiscard]] double numberOf(const Value& value) const;
    [[nodiscard]] bool booleanOf(const Value& value) const;
    [[nodiscard]] Text textOf(const Value& value) const;
    /// True when the text was not longer than kMaxValueBytes; a failure otherwise.
    bool within(std::size_t bytes);

    /// False, after a failure, when an expression has done more than kMaxWork.
    [[nodiscard]] bool spend(std::size_t work);

    // axes.cpp: counts the nodes that it looks at; the caller has to spend()
    void expand(const Document::Impl& document, NodeIndex from, const Step& step, NodeList& out);
    /// The axes that leave the children and siblings.
    void expandFar(const Document::Impl& document, NodeIndex from, const Step& step, NodeList& out);
    [[nodiscard]] bool matches(const Document::Impl& document, NodeIndex node, const Step& step) const;

    // compare.cpp
    [[nodiscard]] bool compare(const Expr& expr, const Place& place);
    [[nodiscard]] bool compareValues(const Value& left, TokenKind op, const Value& right);

private:
    [[nodiscard]] Value call(const Expr& expr, const Place& place);
    [[nodiscard]] double arithmetic(const Expr& expr, const Place& place);
    [[nodiscard]] NodeSet unionOf(const Expr& expr, const Place& place);
    /// The only node of a path, when that is all that is wanted.
    [[nodiscard]] NodeRef first(const Expr& expr, const Place& place);
    [[nodiscard]] bool compareFast(const Expr& expr, const Place& place, bool& answer);

    // path.cpp parts of the evaluator
    void walk(const Expr& expr, const Document* document, NodeList& nodes, const Place& place);
    void stepAll(const Document* document, const Step& step, NodeList& nodes, bool& disjoint, const Place& place);
    bool indexed(const Document* document, NodeIndex parent, const Step& step, NodeList& out, const Place& place);
    /// The rows selected by a key; false if the index does not apply.
    bool keyed(const Document* document, const ValueIndex& index, const Key& key, NodeList& out, const Place& place);
    void applyPredicates(const Document* document, const std::vector<Predicate>& predicates, std::size_t from,
                         NodeList& nodes, const Place& place);
    void applyPredicate(const Document* document, const Predicate& predicate, NodeList& nodes);
    void filterSet(const std::vector<Predicate>& predicates, NodeSet& nodes);

    const Context& m_context;
    const Host* m_host;
    std::uint64_t m_work = 0;
    unsigned m_inPredicate = 0;
    bool m_failed = false;
    Error m_error;

    friend class PredicateScope;
};

/// The children with one name of each of `parents`, from the index. Instances of a repeat are copies of one template,
/// so a child usually has the same offset from its parent as the previous one.
void namedChildren(const Document::Impl& document, std::span<const NodeIndex> parents, const NodeTest& test,
                   NodeList& out);

/// Sorted by document order, each node once. Nodes of several documents stay grouped by document.
void sortUnique(const Document& document, NodeList& nodes);
void sortUnique(NodeSet& nodes);

} // namespace peil::xpath
