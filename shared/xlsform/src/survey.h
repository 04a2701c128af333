// SPDX-License-Identifier: Apache-2.0
#pragma once

// A form between its sheets and its XForm: the tree of groups, repeats and questions, the choice lists and the
// settings. Built by SurveyReader, read by the writers.

#include "columns.h"
#include "types.h"

#include <deque>
#include <pugixml.hpp>

namespace peil::xlsform {

enum class ElementKind { Root, Group, Repeat, Question };

struct EntityPlan;

/// A node of the form. Owned by its parent.
struct Element {
    ElementKind kind = ElementKind::Question;
    std::string name;
    std::string path;         ///< absolute, such as /data/group/question
    const Row* row = nullptr; ///< null for the root and for nodes that the compiler adds
    Element* parent = nullptr;
    std::vector<std::unique_ptr<Element>> children;
    ParsedType type;

    Text label, hint, guidance, constraintMessage, requiredMessage, noAppErrorString;
    std::map<std::string, Text> media; ///< image, audio, video, big-image
    std::string calculation, relevant, constraint, required, readonly, defaultValue, appearance, choiceFilter;
    std::string repeatCount;
    std::string saveTo;                ///< property of an entity, without the list
    std::vector<std::string> triggers; ///< names in the trigger column
    std::map<std::string, std::string, std::less<>> parameters;

    bool generated = false; ///< added by the compiler: columns of its row other than the copied ones are not its own
    std::unique_ptr<EntityPlan> entity; ///< the entity whose declaration is in this section's meta block

    Element();
    ~Element();
    Element& add(std::unique_ptr<Element> child);
    void setPath(const std::string& newPath);
    /// A copy with everything below it; rows stay borrowed from the same tables.
    [[nodiscard]] std::unique_ptr<Element> clone() const;
    /// The nearest repeat above, or null.
    [[nodiscard]] const Element* enclosingRepeat() const;
    [[nodiscard]] bool isSection() const { return kind == ElementKind::Group || kind == ElementKind::Repeat; }
    [[nodiscard]] Place place(std::string_view key = {}) const;
};

/// One row of the entities sheet, and where its declaration goes.
struct EntityPlan {
    const Row* row = nullptr;
    std::string list;
    std::vector<const Element*> saved; ///< questions that are saved to it
    [[nodiscard]] bool updates() const { return !row->text("entity_id").empty(); }
    [[nodiscard]] bool creates() const { return !updates() || !row->text("create_if").empty(); }
};

/// The choices of one list, in order.
struct ChoiceList {
    std::string name;
    std::vector<const Row*> rows;
    bool needsItext = false;  ///< some label is translated, has a `${name}` or has media
    bool hasOther = false;    ///< there is a choice "other"
    bool otherChoice = false; ///< a question with or_other uses it and there is no choice "other" yet
};

/// Everything that is known of the form. Tables outlive the elements that point into them.
struct Form {
    std::unique_ptr<Table> survey, settings, entities, osm;
    std::shared_ptr<Table> choices, externalChoices; ///< the form engine reads lists from them
    std::map<std::string, std::string, std::less<>> setting;
    std::vector<std::pair<std::string, std::string>> rootAttributes;
    std::vector<std::pair<std::string, std::string>> namespaces; ///< prefix and URI, beyond the standard ones
    std::string defaultLanguage = "default";
    Element root;
    Element meta; ///< what expressions may name of the meta block; written by the writers themselves
    std::vector<ChoiceList> lists;
    std::map<std::string, std::size_t, std::less<>> listIndex; ///< name to position in `lists`
    std::map<std::string, std::vector<Element*>, std::less<>> byName;
    bool usesLastSaved = false;
    std::size_t entityCount = 0;
    std::size_t loopNodes = 0; ///< written out by loops so far
    std::deque<Row> loopRows;  ///< rows of their templates, filled in; elements point to them
    std::deque<SheetRow> loopCells;
    std::deque<std::string> words; ///< texts of elements that are in no cell
    bool entitiesInside = false;   ///< some entity belongs to a group or repeat, or there are several

    [[nodiscard]] ChoiceList* list(std::string_view name);
    [[nodiscard]] const ChoiceList* list(std::string_view name) const;
    ChoiceList& addList(const std::string& name);
    /// For "did you mean"; empty if there are more than kMaxHintCandidates.
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] std::vector<std::string> listNames() const;
};

/// Calls `visit(Element&)` for every node below `root`, in document order.
template <class Visit>
void forEach(Element& root, Visit&& visit) {
    for (auto& child : root.children) {
        visit(*child);
        forEach(*child, visit);
    }
}
template <class Visit>
void forEach(const Element& root, Visit&& visit) {
    for (const auto& child : root.children) {
        visit(static_cast<const Element&>(*child));
        forEach(static_cast<const Element&>(*child), visit);
    }
}

/// False, after a warning at `place`, for a name with a prefix that no namespace is declared for: such an attribute
/// would make the XForm unreadable and is left out.
[[nodiscard]] bool isUsableAttribute(const Form& form, const std::string& name, const Place& place, Reporter& reporter);

/// The plain value of a yes/no cell of the settings: yes, true and their capitals.
[[nodiscard]] bool isYes(std::string_view cell);

/// True when the form shall have no meta/instanceID.
[[nodiscard]] bool omitsInstanceId(const Form& form);

/// Settings with their defaults, root attributes and namespaces.
void readSettings(Form& form, const std::string& formName, const std::string& fallbackFormId, Reporter& reporter);
/// The lists of the choices sheet, checked.
void readChoices(Form& form, Reporter& reporter);
/// The tree; the tables, settings and choices must have been read.
void readSurvey(Form& form, Reporter& reporter);
/// The entities sheet and the save_to column; the tree must be there.
void readEntities(Form& form, Reporter& reporter);
/// A loop's template once for each choice of its list.
void expandLoop(Element& loop, Form& form, Reporter& reporter);

} // namespace peil::xlsform
