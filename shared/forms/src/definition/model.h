// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a parsed form consists of. Plain data: filled once by the parsers beside this file, then only read.

#include "peil/forms/form_tree.h"
#include "peil/xpath/bounds.h"
#include "peil/xpath/document.h"
#include "peil/xpath/expression.h"

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace peil::forms {

using DefId = std::uint32_t;     ///< index in Impl::nodes; also the tag of each node of an instance
using VertexId = std::uint32_t;  ///< index in Impl::vertices
using ControlId = std::uint32_t; ///< index in Impl::controls
inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;

namespace ns {
inline constexpr std::string_view kXForms = "http://www.w3.org/2002/xforms";
inline constexpr std::string_view kXhtml = "http://www.w3.org/1999/xhtml";
inline constexpr std::string_view kJavaRosa = "http://openrosa.org/javarosa";
inline constexpr std::string_view kOpenRosa = "http://openrosa.org/xforms";
inline constexpr std::string_view kOdk = "http://www.opendatakit.org/xforms";
inline constexpr std::string_view kEntities = "http://www.opendatakit.org/xforms/entities";
inline constexpr std::string_view kPeil = "urn:peil:1";
} // namespace ns

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};
/// A map that is asked with views, without a copy of the text.
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

/// Text with outputs: literals and expressions by turns.
struct TextPiece {
    std::string literal;
    std::optional<xpath::Expression> output; ///< when set, `literal` is empty
};
using TextPieces = std::vector<TextPiece>;

/// What few entries of an itext block have beside their text.
struct ItextExtras {
    TextPieces shortText, guidance;
    std::string image, bigImage, audio, video;
};

/// One entry of an itext block.
struct ItextEntry {
    TextPieces text;
    std::unique_ptr<ItextExtras> more; ///< null for most
    bool hasText = false;

    [[nodiscard]] const ItextExtras& extras() const {
        static const ItextExtras kNothing;
        return more ? *more : kNothing;
    }
    ItextExtras& addExtras() {
        if (!more) more = std::make_unique<ItextExtras>();
        return *more;
    }
};

/// A label, hint or message: literal pieces, a fixed itext id, or an expression that gives the text or the id.
struct TextSource {
    enum class Kind : std::uint8_t { None, Pieces, Itext, ItextExpression, Expression };
    Kind kind = Kind::None;
    TextPieces pieces;           ///< Pieces; else the fallback
    std::uint32_t itext = kNone; ///< Itext: the number of the id; kNone when no translation has it
    std::optional<xpath::Expression> expression;
};

enum class VertexKind : std::uint8_t { Count, Relevant, Calculate, Itemset, Readonly, Required, Constraint, Label };

/// An expression that is evaluated for each instance of `node`.
struct Vertex {
    VertexKind kind{};
    DefId node = kNone;
    std::vector<xpath::Expression> expressions; ///< one, but for Label
    std::uint32_t rank = 0;                     ///< topological order
    bool random = false;                        ///< reads random() or uuid()
    bool languageDependent = false;             ///< reads itext, choice names or month names
};

/// "When a node changes, `vertex` is to be evaluated for all its nodes below the ancestor of kind `shared`."
struct Edge {
    VertexId vertex = kNone;
    DefId shared = kNone;
    bool operator==(const Edge&) const = default;
    auto operator<=>(const Edge&) const = default; // NOLINT(modernize-use-nullptr)
};

/// What few binds have.
struct BindExtras {
    TextSource requiredMessage, constraintMessage;
    std::string preload, preloadParameters;
    std::vector<std::pair<std::string, std::string>> attributes; ///< of other namespaces: audit, max-pixels, saveto
    /// Of the reasons for no answer, those that are offered: bit n for kReasons[n].
    std::uint8_t reasons = 0xFF;
    xpath::WholeBounds bounds; ///< that the constraint sets
};

struct NodeDef {
    std::string name, prefix, namespaceUri;
    std::string path; ///< without positions
    DefId parent = kNone;
    std::vector<DefId> children; ///< elements and attributes, in document order
    std::uint32_t depth = 0;
    DefId innermostRepeat = kNone; ///< itself when it is a repeat
    bool untyped = true;           ///< no bind names a type
    bool multiple = false;         ///< no repeat, yet the form's instance has several beside each other
    bool several = false;          ///< it or an ancestor is repeat or multiple: an interview may have more than one
    bool attribute = false, group = false, repeat = false, hasTemplate = false;
    DataType type = DataType::String;
    DataType codec = DataType::String; ///< the type, but that of a list for selects
    FieldClass fieldClass = FieldClass::Sealed;
    std::optional<Holder> holder; ///< empty until parseBinds() has passed it down
    std::string defaultValue;
    ControlId control = kNone; ///< the first control bound to it
    std::array<VertexId, 8> vertices{kNone, kNone, kNone, kNone, kNone, kNone, kNone, kNone}; ///< by VertexKind
    bool noAddRemove = false;                                                                 ///< of a repeat
    std::unique_ptr<BindExtras> more;                                                         ///< null for most

    std::vector<Edge> readers; ///< when its value changes
    std::vector<Edge>
        relevanceReaders; ///< when its relevance changes: readers of everything below, and what is calculated there
    std::vector<Edge> shapeReaders;    ///< when instances of a repeat come or go, or when what is counted is relevant
    std::vector<Edge> positionReaders; ///< of a repeat: what reads its own position

    [[nodiscard]] VertexId vertex(VertexKind kind) const { return vertices[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const BindExtras& extras() const {
        static const BindExtras kNothing;
        return more ? *more : kNothing;
    }
    BindExtras& addExtras() {
        if (!more) more = std::make_unique<BindExtras>();
        return *more;
    }
};

struct ItemDef {
    std::string value;
    TextSource label;
};

struct ItemsetDef {
    xpath::Expression nodes;
    std::string valueRef; ///< a child's name; empty if valueExpression is used
    std::optional<xpath::Expression> valueExpression;
    TextSource label;
    bool randomized = false;
    std::string instanceId; ///< of a literal instance('…')
    bool external = false;  ///< out of itemsets.csv: labels are in the columns label::LANGUAGE, else label
};

/// Local names and values; those of other programs have their prefix.
using BodyAttributes = std::vector<std::pair<std::string, std::string>>;

struct ControlDef {
    Control control = Control::Input;
    DefId node = kNone;
    std::string element; ///< its name in the body
    std::vector<std::string> appearances;
    BodyAttributes attributes;
    TextSource label, hint, guidance;
    std::vector<ItemDef> items;
    std::unique_ptr<const ItemsetDef> itemset; ///< null without one
    std::optional<double> rangeStart, rangeEnd, rangeStep;

    /// Whether its answer is one or several of its choices. Beside a range or an input they are labels only.
    [[nodiscard]] bool isSelect() const {
        return control == Control::Select1 || control == Control::Select || control == Control::Rank;
    }
};

/// The body as a tree.
struct BodyNode {
    enum class Kind : std::uint8_t { Control, Group, Repeat };
    Kind kind = Kind::Group;
    ControlId control = kNone;
    DefId node = kNone; ///< of a group without ref: kNone
    TextSource label;
    std::vector<std::string> appearances;
    BodyAttributes attributes;
    bool fieldList = false;
    std::vector<BodyNode> children;
};

/// What the body says of a group or repeat.
struct GroupInfo {
    TextSource label;
    std::vector<std::string> appearances;
};

enum class Event : std::uint8_t { FirstLoad = 1, Load = 2, NewRepeat = 4, ValueChanged = 8, Revalidate = 16 };

struct ActionDef {
    std::uint8_t events = 0; ///< bits of Event
    DefId source = kNone;    ///< the control's or repeat's node; kNone in the model
    DefId target = kNone;
    std::optional<xpath::Expression> targetPath; ///< when the ref has predicates
    DefId shared = kNone;                        ///< deepest common ancestor instance of source and target
    std::optional<xpath::Expression> value;
    std::string literal;
    bool location = false; ///< odk:setgeopoint
};

/// What a list holds. Threads: any.
class ListContent {
public:
    explicit ListContent(std::shared_ptr<const xpath::Document> document)
        : m_document(std::move(document)) {}
    explicit ListContent(ListPointer rows)
        : m_rows(std::move(rows)) {}

    /// Made of the rows when someone asks first.
    [[nodiscard]] const std::shared_ptr<const xpath::Document>& document() const;
    /// Calls `visit` for each cell of each row.
    void eachCell(const ListRows::Visit& visit) const;

private:
    ListPointer m_rows; ///< null: it was a document from the start
    mutable std::once_flag m_once;
    mutable std::shared_ptr<const xpath::Document> m_document;
};

struct SecondaryInstance {
    std::string id, source;
    std::shared_ptr<const ListContent> content; ///< null: last-saved
    bool lastSaved = false, missing = false;
};

struct ItextLanguage {
    Language language;
    std::vector<std::optional<ItextEntry>> entries; ///< by the number of the id
};

/// The fields of a form. Their choices are in `lists`, which never move.
struct FieldFacts {
    std::vector<FieldInfo> fields;
    std::deque<std::vector<ChoiceInfo>> lists;
};

struct FormDefinition::Impl {
    std::string id, version, title;
    std::string rootNamespace;
    std::string primaryInstanceId; ///< instance('…') may name the form's own instance too
    bool rootHasOrxVersion = false;
    std::string submissionAction, submissionMethod, submissionKey;
    std::string bodyClass;
    std::vector<std::pair<std::string, std::string>> namespaces; ///< prefix -> URI, declared at the root
    xpath::Namespaces expressionNamespaces;

    std::vector<NodeDef> nodes; ///< 0 is the document element
    TextMap<DefId> byPath;
    xpath::Document blank;     ///< the first instance of the form; tags set, no templates
    xpath::Document templates; ///< one subtree for each repeat, under a common root
    std::unordered_map<DefId, xpath::NodeIndex> templateOf;
    std::unordered_map<DefId, std::vector<xpath::NodeIndex>>
        givenInstances;                             ///< in `templates`: those of the form itself
    std::unordered_map<DefId, GroupInfo> groups;    ///< labels and appearances by node
    std::unordered_map<std::string, DefId> bindIds; ///< the id of a bind

    std::vector<Vertex> vertices;
    std::vector<VertexId> order;     ///< by rank
    std::deque<ControlDef> controls; ///< never moved while the form is read
    std::vector<BodyNode> body;
    std::vector<ActionDef> actions;
    std::unordered_map<DefId, std::vector<std::uint32_t>> actionsBySource;
    std::vector<SecondaryInstance> instances;
    TextMap<std::uint32_t> itextIds;
    std::vector<ItextLanguage> itext;
    std::vector<Language> languages;
    std::string defaultLanguage;

    DefId instanceIdNode = kNone, deprecatedIdNode = kNone;
    bool deprecatedIdInForm = false;
    mutable std::once_flag factsOnce; ///< facts are made when someone asks: an interview does not
    mutable FieldFacts facts;

    /// The number of an itext id; kNone when no translation has it.
    [[nodiscard]] std::uint32_t itextNumber(std::string_view textId) const {
        const auto found = itextIds.find(textId);
        return found == itextIds.end() ? kNone : found->second;
    }
};

} // namespace peil::forms
