// SPDX-License-Identifier: Apache-2.0
#pragma once

// `${name}` in expressions and texts: found, checked and replaced by a path.

#include "survey.h"

namespace peil::xlsform {

/// Position of an expression; determines how a relative path starts.
enum class PathBase {
    Node,     ///< evaluated at the question's node: `../x`
    Current,  ///< inside a predicate of an itemset: `current()/../x`
    Absolute, ///< always from the root
};

class References {
public:
    References(Form& form, Reporter& reporter, EngineCheck check)
        : m_form(form)
        , m_reporter(reporter)
        , m_check(check) {}

    /// `text` with each `${name}` replaced by a padded path. Errors are reported at `place`.
    [[nodiscard]] std::string expression(std::string_view text, const Element& context, const Place& place,
                                         PathBase base = PathBase::Node);
    /// The same for a cell that must be a complete expression: also checks its grammar and functions.
    [[nodiscard]] std::string logic(std::string_view text, const Element& context, const Place& place,
                                    PathBase base = PathBase::Node);
    /// A filter over the instances of `repeat`: questions inside it are relative to the instance, `./x`.
    [[nodiscard]] std::string itemCondition(std::string_view text, const Element& repeat, const Element& context,
                                            const Place& place);
    /// Path of one question as seen from `context`, without padding.
    [[nodiscard]] std::string pathTo(const Element& target, const Element& context, PathBase base) const;
    /// Path of all instances of `repeat` around `context`: relative from inside of one, where an absolute path may be
    /// read as that one instance.
    [[nodiscard]] std::string instancesOf(const Element& repeat, const Element& context) const;
    /// The element of that name, or null after reporting at `place`.
    Element* find(std::string_view name, const Place& place);
    /// Writes a label: text with `<output/>` for each reference. @return true when there was one.
    bool writeText(pugi::xml_node node, std::string_view text, const Element& context, const Place& place);

private:
    void openReference(const Place& place);
    /// Counts an expression of that size towards the limit, which it reports once.
    void countExpression(std::size_t size);
    /// True when more was written than a form needs; nothing is written then.
    [[nodiscard]] bool tooLong() const;
    std::string lastSaved(std::string_view name, const Place& place);
    std::string one(std::string_view inside, const Element& context, const Place& place, PathBase base);

    Form& m_form;
    Reporter& m_reporter;
    EngineCheck m_check;
    std::size_t m_pathBytes = 0;      ///< of all paths so far
    std::size_t m_expressionSize = 0; ///< of all expressions so far
    bool m_failed = false;            ///< a reference of the present expression could not be resolved
    const Element* m_item = nullptr;  ///< the repeat of itemCondition
    struct Origin {
        std::size_t expanded, cell; ///< bytes
        bool reference;             ///< a path, all of which comes from one `${name}`
    };
    std::vector<Origin> m_origins; ///< where the parts of the last expression begin
};

/// True when the text holds `${`.
[[nodiscard]] bool hasReference(std::string_view text);
/// True when a label has to be written with outputs: `${name}` or a path `instance('x')/...` in it.
[[nodiscard]] bool hasOutput(std::string_view text);
/// The names inside `${...}`, without `last-saved#` ones.
[[nodiscard]] std::vector<std::string> referencedNames(std::string_view text);
/// True when a default is an expression that has to be computed, not a value.
[[nodiscard]] bool isDynamicDefault(std::string_view text, const TypeInfo& type);

} // namespace peil::xlsform
