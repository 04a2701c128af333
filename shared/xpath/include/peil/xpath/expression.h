// SPDX-License-Identifier: Apache-2.0
#pragma once

// An expression: parsed and checked once, evaluated often. XPath 1.0 with the functions of ODK XForms.
// Sources: W3C XPath 1.0; the ODK XForms specification; README.md, "What was chosen where engines differ".

#include "peil/base/clock.h"
#include "peil/base/rng.h"
#include "peil/xpath/error.h"
#include "peil/xpath/value.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peil::xpath {

/// What the outside world gives to functions. All borrowed for the call; an empty std::function makes the functions
/// that need it fail with XpathErrc::NotAvailable.
struct Host {
    const Clock* clock = nullptr;              ///< today(), now()
    Rng* rng = nullptr;                        ///< random(), uuid(), randomize() without a seed
    std::string timeZone = "Europe/Amsterdam"; ///< IANA name
    std::string language;                      ///< active language of the form; %b and %a in format-date
    std::string clientLanguage = "en";         ///< month names when the form has no language
    /// Raw digest of `bytes`; algorithm "MD5", "SHA-1", "SHA-256", "SHA-384" or "SHA-512".
    std::function<Result<std::vector<std::uint8_t>>(std::string_view algorithm, std::span<const std::uint8_t> bytes)>
        digest;
    /// Ed25519: true when `signature` (64 bytes) over `message` is by `publicKey` (32 bytes).
    std::function<bool(std::span<const std::uint8_t> message, std::span<const std::uint8_t> signature,
                       std::span<const std::uint8_t> publicKey)>
        verifySignature;
    std::function<NodeRef(std::string_view id)> instance;   ///< instance('id'); empty NodeRef = none
    std::function<std::string(std::string_view id)> itext;  ///< jr:itext('id')
    std::function<NodeSet(std::string_view id)> itextNodes; ///< its values as nodes, where nodes are wanted; optional
    std::function<std::string(NodeRef context, std::string_view value, std::string_view path)> choiceName;
    std::function<std::string(std::string_view name)> property;
    std::function<std::string()> formVersion;
};

/// The context of an evaluation.
struct Context {
    NodeRef node;         ///< `.`, and the start of relative paths
    NodeRef current;      ///< current(); usually the same as `node`
    NodeRef absoluteRoot; ///< what a leading `/` means: usually the document node
    /// By tag: the only node of the document of `absoluteRoot` that bears it, kNoNode where there may be several. A
    /// path whose tag is known (TagOfPath) is then not walked. May be empty; borrowed for the call.
    std::span<const NodeIndex> nodeOfTag;
    std::size_t position = 0; ///< position(); 0 = the place of `node` among its siblings of the same name
    std::size_t size = 1;
    const Host* host = nullptr;
};

/// Namespace prefixes an expression may use.
using Namespaces = std::vector<std::pair<std::string, std::string>>;

/// What compile() does with a function that ODK XForms and XPath do not know, or with a wrong number of arguments.
/// FailWhenCalled: an error only when the evaluation gets to the call, as engines that bind functions late do it.
enum class UnknownFunctions : std::uint8_t { Refuse, FailWhenCalled };

/// The tag of the elements of an absolute path of plain child steps, e.g. "/data/group/a"; kNoTag if unknown.
using TagOfPath = std::function<std::uint32_t(std::string_view path)>;

/// Where a byte of the text stands in what its author wrote, counted in characters from 1. Called for increasing bytes.
using ColumnOf = std::function<std::uint32_t(std::size_t byte)>;

/// A path that an expression reads, for the dependency graph; predicates are separate references.
struct Reference {
    enum class Start : std::uint8_t { Root, Context, Current, Instance, Other };
    struct Step {
        enum class Axis : std::uint8_t { Child, Parent, Self, Descendant, Attribute, Other };
        Axis axis = Axis::Child;
        std::string name; ///< local name; "*" for any
        bool hasPredicate = false;
    };
    Start start = Start::Context;
    std::string instanceId; ///< for Start::Instance with a literal argument
    std::vector<Step> steps;
    bool inPredicate = false;        ///< relative to the step that the predicate filters, given by `base`
    std::optional<std::size_t> base; ///< index in references() of the path whose predicate this is in
    std::size_t baseStep = 0;        ///< which step of `base`
    bool shape = false;              ///< only existence, count or position matters, e.g. count(x), position(..)
};

/// Immutable; may be evaluated by any number of threads at once.
class Expression {
public:
    /// @return XpathErrc::Syntax, UnknownFunction, WrongArity, NotANodeSet, BadArgument (a faulty literal pattern of
    /// regex()), TooDeep, TooLong: the context names function, argument and the 1-based column. `columnOf`: of texts
    /// that were made from others; empty = the text is what its author wrote.
    [[nodiscard]] static Result<Expression> compile(std::string_view text, const Namespaces& namespaces = {},
                                                    UnknownFunctions unknown = UnknownFunctions::Refuse,
                                                    const TagOfPath& tagOfPath = {}, const ColumnOf& columnOf = {});

    /// @return XpathErrc::BadArgument, NotAvailable, TooLong, TooMuchWork or NotANodeSet; UnknownFunction or WrongArity
    /// only after UnknownFunctions::FailWhenCalled.
    [[nodiscard]] Result<Value> evaluate(const Context& context) const;
    // Shortcuts that convert as string(), number() and boolean() do.
    [[nodiscard]] Result<std::string> evaluateString(const Context& context) const;
    [[nodiscard]] Result<double> evaluateNumber(const Context& context) const;
    [[nodiscard]] Result<NodeSet> evaluateNodes(const Context& context) const;

    [[nodiscard]] const std::string& text() const;
    /// Values, operators, calls and steps, for limits.
    [[nodiscard]] std::size_t size() const;
    /// Computed at each call: only the dependency graph needs them, once.
    [[nodiscard]] std::vector<Reference> references() const;
    /// Names of the functions it calls, sorted, each once.
    [[nodiscard]] const std::vector<std::string>& functions() const;
    /// The literal arguments of a function, e.g. every id given to jr:itext('...') or path to jr:choice-name(…, '...').
    [[nodiscard]] std::vector<std::string> literalArguments(std::string_view function) const;

    struct Impl;

private:
    std::shared_ptr<const Impl> m_impl;
};

[[nodiscard]] std::string toString(const Value& value, const Context& context);
[[nodiscard]] bool toBoolean(const Value& value, const Context& context);

} // namespace peil::xpath
