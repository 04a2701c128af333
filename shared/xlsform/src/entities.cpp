// SPDX-License-Identifier: Apache-2.0
// Entities: the section of the form that contains the declaration of each list. ODK ties a saved property to the
// nearest declaration above it, so a declaration must be above all its properties and above no other list's.

#include "form_bounds.h"
#include "references.h"
#include "survey.h"

#include "peil/base/text.h"
#include "peil/base/xml_name.h"

#include <algorithm>

namespace peil::xlsform {

namespace {

Element* sectionOf(const Element& element) {
    return element.parent;
}

/// The repeat, or the root, that bounds a section: each instance of it has its own entities.
Element* scopeOf(Element* section) {
    while (section->kind != ElementKind::Repeat && section->kind != ElementKind::Root)
        section = section->parent;
    return section;
}

std::size_t repeatDepth(const Element* section) {
    std::size_t depth = 0;
    for (; section != nullptr; section = section->parent)
        depth += section->kind == ElementKind::Repeat ? 1U : 0U;
    return depth;
}

std::size_t depthOf(const Element* section) {
    std::size_t depth = 0;
    for (; section != nullptr; section = section->parent)
        ++depth;
    return depth;
}

bool isAbove(const Element* upper, const Element* lower) {
    for (; lower != nullptr; lower = lower->parent)
        if (lower == upper) return true;
    return false;
}

Element* commonSection(Element* a, const Element* b) {
    while (!isAbove(a, b))
        a = a->parent;
    return a;
}

std::string shownName(const Element* section) {
    return section->kind == ElementKind::Root ? "the survey" : "\"" + section->name + "\"";
}

class EntityReader {
public:
    EntityReader(Form& form, Reporter& reporter)
        : m_form(form)
        , m_reporter(reporter) {}

    void run() {
        if (m_form.entities) {
            columns();
            const auto& rows = m_form.entities->rows();
            if (rows.size() > kMaxEntityLists)
                return m_reporter.error("too_large_form", rows[kMaxEntityLists].place(),
                                        "There are more than " + std::to_string(kMaxEntityLists) + " entity lists.",
                                        "Declare fewer.");
            for (const Row& row : rows)
                declaration(row);
        }
        forEach(m_form.root, [&](Element& e) { saveTo(e); });
        for (const Row& row : m_form.survey->rows())
            saveToOfEnd(row);
        // Saved properties leave the least choice, so their lists get their place first.
        for (auto& plan : m_plans)
            choose(*plan);
        for (const bool saved : {true, false})
            for (auto& plan : m_plans)
                if (plan->saved.empty() != saved) place(*plan);
        for (auto& plan : m_plans)
            attach(std::move(plan));
    }

private:
    struct Plan : EntityPlan {
        std::map<std::string, const Element*> properties; ///< the first question that is saved to each
        std::vector<const Element*> named;                ///< questions in its expressions
        Element* scope = nullptr;                         ///< the repeat, or the root, that it cannot leave
        Element* wanted = nullptr;                        ///< the best section
        bool twice = false;                               ///< another row declares the same list
        Element* home = nullptr;                          ///< the section that it gets
    };

    void columns();
    void declaration(const Row& row);
    void checkModes(const Plan& plan);
    void checkAttached(const Plan& plan);
    void variables(Plan& plan, const char* key);
    void saveTo(Element& element);
    void saveToOfEnd(const Row& row);
    void refuseSection(const Place& place);
    Plan* planFor(const Element& element, const std::string& prefix, const Place& place);
    Element* chooseScope(const Plan& plan);
    void choose(Plan& plan);
    void place(Plan& plan);
    bool fits(const Plan& plan, const Element* section) const;
    void attach(std::unique_ptr<Plan> plan);

    Form& m_form;
    Reporter& m_reporter;
    std::vector<std::unique_ptr<Plan>> m_plans;
};

void EntityReader::columns() {
    static const std::vector<std::string> kKnown{"list_name", "label", "entity_id", "create_if", "update_if"};
    for (const auto& column : m_form.entities->columns()) {
        if (column.key.empty() || std::find(kKnown.begin(), kKnown.end(), column.key) != kKnown.end()) continue;
        m_reporter.error("unknown_column", {m_form.entities->sheetName(), 1, column.header},
                         "Sheet entities has no column \"" + column.header + "\".",
                         didYouMean(column.key, kKnown) + " It takes: " + join(kKnown, ", ") + ".");
    }
}

void EntityReader::declaration(const Row& row) {
    auto plan = std::make_unique<Plan>();
    plan->row = &row;
    plan->list = row.text("list_name");
    const auto place = row.place("list_name");
    const auto& name = plan->list;
    if (name.empty())
        m_reporter.error("no_entity_list", place, "This entity has no list_name.", "Add one.");
    else if (name.starts_with("__"))
        m_reporter.error("bad_entity_list", place, "The name of an entity list cannot begin with two underscores.",
                         "Remove one of them.");
    else if (name.find('.') != std::string::npos)
        m_reporter.error("bad_entity_list", place, "The name of an entity list cannot contain a full stop.",
                         "Write _ instead.");
    else if (!isXmlName(name))
        m_reporter.error("bad_entity_list", place, "\"" + name + "\" cannot be the name of an entity list.",
                         "Start with a letter or _, then use letters, digits, - and _.");
    const bool twice =
        std::any_of(m_plans.begin(), m_plans.end(), [&](const auto& p) { return !name.empty() && p->list == name; });
    plan->twice = twice;
    if (twice)
        m_reporter.error("duplicate_entity_list", place, "The entity list \"" + name + "\" is declared twice.",
                         "Remove one of the rows.");
    checkModes(*plan);
    checkAttached(*plan);
    for (const auto* key : {"label", "entity_id", "create_if", "update_if"})
        variables(*plan, key);
    m_plans.push_back(std::move(plan));
}

void EntityReader::checkModes(const Plan& plan) {
    const Row& row = *plan.row;
    const bool id = !row.text("entity_id").empty();
    const bool update = !row.text("update_if").empty();
    const bool create = !row.text("create_if").empty();
    if (update && !id)
        m_reporter.error("entity_without_id", row.place("update_if"),
                         "update_if needs entity_id, which identifies the entity to update.",
                         "Add it, or use only create_if.");
    else if (create && id && !update)
        m_reporter.error("entity_without_update", row.place("create_if"),
                         "create_if with entity_id also needs update_if.", "Add it, or remove entity_id.");
    else if (!id && row.translations("label").empty())
        m_reporter.error("entity_without_label", row.place("label"), "A new entity needs a label.",
                         "Fill in the column label.");
}

/// An update looks the present version up in the list itself.
void EntityReader::checkAttached(const Plan& plan) {
    if (!plan.updates()) return;
    bool attached = false;
    forEach(m_form.root, [&](const Element& e) {
        const auto* type = e.type.info;
        if (type == nullptr) return;
        const auto& file = e.type.list;
        attached =
            attached || (!hasNode(*type) && e.name == plan.list) ||
            (isSelect(*type) && e.type.source == SelectSource::File && file.substr(0, file.rfind('.')) == plan.list);
    });
    if (!attached)
        m_reporter.error("entity_without_list", plan.row->place("entity_id"), "Updating entities needs the list.",
                         "Add a row with type csv-external and name " + plan.list + ", or a select_one_from_file " +
                             plan.list + ".csv.");
}

void EntityReader::variables(Plan& plan, const char* key) {
    References references(m_form, m_reporter, EngineCheck::No);
    for (const auto& name : referencedNames(plan.row->text(key)))
        if (const Element* target = references.find(name, plan.row->place(key))) plan.named.push_back(target);
}

EntityReader::Plan* EntityReader::planFor(const Element& element, const std::string& prefix, const Place& place) {
    if (m_plans.empty()) {
        m_reporter.error("save_without_entities", place, "save_to needs a sheet entities that declares the list.",
                         "Add it, or clear this cell.");
        return nullptr;
    }
    if (prefix.empty() && m_plans.size() == 1) return m_plans.front().get();
    if (prefix.empty()) {
        m_reporter.error("save_without_list", place, "There are several entity lists.",
                         "Use LIST#property to show to which list \"" + element.name + "\" is saved.");
        return nullptr;
    }
    std::vector<std::string> names;
    for (auto& plan : m_plans) {
        if (plan->list == prefix) return plan.get();
        names.push_back(plan->list);
    }
    m_reporter.error("unknown_entity_list", place, "There is no entity list \"" + prefix + "\" on sheet entities.",
                     didYouMean(prefix, names));
    return nullptr;
}

void EntityReader::saveTo(Element& element) {
    if (element.row == nullptr || element.generated) return;
    const auto& cell = element.row->text("save_to");
    if (cell.empty()) return;
    const auto place = element.row->place("save_to");
    if (element.isSection()) return refuseSection(place);
    const auto hash = cell.find('#');
    if (hash != std::string::npos && cell.find('#', hash + 1) != std::string::npos)
        return m_reporter.error("bad_property", place, "\"" + cell + "\" has more than one #.",
                                "Use LIST#property, or only the property.");
    if (hash == 0)
        return m_reporter.error("bad_property", place, "\"" + cell + "\" has no list before #.",
                                "Use LIST#property, or only the property.");
    const auto prefix = hash == std::string::npos ? std::string() : cell.substr(0, hash);
    element.saveTo = hash == std::string::npos ? cell : cell.substr(hash + 1);
    const auto lower = toLowerAscii(element.saveTo);
    if (lower == "name" || lower == "label")
        m_reporter.error("bad_property", place,
                         "A property cannot be named name or label; every entity already has these.",
                         "Choose another name.");
    else if (element.saveTo.starts_with("__"))
        m_reporter.error("bad_property", place, "The name of a property cannot begin with two underscores.",
                         "Remove one of them.");
    else if (!isXmlName(element.saveTo))
        m_reporter.error("bad_property", place, "\"" + element.saveTo + "\" cannot be the name of a property.",
                         "Start with a letter or _, then use letters, digits, -, _ and .");
    Plan* plan = planFor(element, prefix, place);
    if (plan == nullptr) return;
    const auto [first, fresh] = plan->properties.try_emplace(element.saveTo, &element);
    if (!fresh && first->second->row != element.row)
        m_reporter.error("duplicate_property", place,
                         "The property \"" + element.saveTo + "\" is already saved by row " +
                             std::to_string(first->second->row->number()) + ".",
                         "Save only one question to it.");
    plan->saved.push_back(&element);
}

/// The rows that end a section are not elements, so their cells are checked here.
void EntityReader::saveToOfEnd(const Row& row) {
    if (row.text("save_to").empty() || isYes(row.text("disabled"))) return;
    if (parseType(row.text("type")).boundary == Boundary::End) refuseSection(row.place("save_to"));
}

void EntityReader::refuseSection(const Place& place) {
    m_reporter.error("save_of_section", place, "A group or repeat cannot be saved as a property.",
                     "Set save_to on its questions.");
}

/// The deepest repeat that its references are in; the others have to be reachable from there.
Element* EntityReader::chooseScope(const Plan& plan) {
    Element* scope = nullptr;
    const auto consider = [&](const Element* element) {
        auto* candidate = scopeOf(sectionOf(*element));
        if (scope == nullptr || repeatDepth(candidate) > repeatDepth(scope)) scope = candidate;
    };
    for (const Element* element : plan.named)
        consider(element);
    for (const Element* element : plan.saved)
        consider(element);
    if (scope == nullptr) return &m_form.root;
    for (const Element* element : plan.saved)
        if (scopeOf(sectionOf(*element)) != scope)
            m_reporter.error("entity_across_repeats", element->row->place("save_to"),
                             "The entity \"" + plan.list + "\" belongs to " + shownName(scope) + ", but \"" +
                                 element->name + "\" is outside it.",
                             "Copy the value into it with a calculate, and save that.");
    for (const Element* element : plan.named)
        if (!isAbove(scopeOf(sectionOf(*element)), scope))
            m_reporter.error("entity_across_repeats", plan.row->place(),
                             "The entity \"" + plan.list + "\" belongs to " + shownName(scope) + ", but \"" +
                                 element->name + "\" is in another repeat.",
                             "Copy the value into it with a calculate.");
    return scope;
}

/// True when no saved property of another list would have this section's declaration as its nearest.
bool EntityReader::fits(const Plan& plan, const Element* section) const {
    for (const auto& other : m_plans) {
        if (other.get() == &plan) continue;
        if (other->home == section) return false;
        const Element* anchor = other->home != nullptr ? other->home : other->wanted;
        for (const Element* saved : other->saved)
            if (isAbove(section, saved) && !isAbove(section, anchor)) return false;
        if (other->home == nullptr || !isAbove(section, other->home)) continue;
        for (const Element* saved : plan.saved)
            if (isAbove(other->home, saved)) return false;
    }
    return true;
}

void EntityReader::choose(Plan& plan) {
    plan.scope = chooseScope(plan);
    plan.wanted = plan.scope;
    if (m_plans.size() == 1 && plan.scope == &m_form.root) return;
    const auto inScope = [&](const Element* element) { return scopeOf(sectionOf(*element)) == plan.scope; };
    Element* common = nullptr;
    for (const Element* element : plan.saved)
        if (inScope(element))
            common = common == nullptr ? sectionOf(*element) : commonSection(common, sectionOf(*element));
    if (common != nullptr) plan.wanted = common;
    if (!plan.saved.empty()) return;
    for (const Element* element : plan.named)
        if (inScope(element) && depthOf(sectionOf(*element)) > depthOf(plan.wanted)) plan.wanted = sectionOf(*element);
}

void EntityReader::place(Plan& plan) {
    if (plan.twice) return;
    for (Element* section = plan.wanted; section != nullptr;
         section = section == plan.scope ? nullptr : section->parent) {
        if (!fits(plan, section)) continue;
        plan.home = section;
        return;
    }
    m_reporter.error("entity_without_place", plan.row->place(),
                     "There is no group left in " + shownName(plan.scope) + " for the entity \"" + plan.list +
                         "\": each group, repeat or survey can declare only one.",
                     "Put its questions in a separate group.");
}

void EntityReader::attach(std::unique_ptr<Plan> plan) {
    if (plan->home == nullptr || plan->home->entity != nullptr) return;
    ++m_form.entityCount;
    if (plan->home != &m_form.root || m_form.entityCount > 1) m_form.entitiesInside = true;
    plan->home->entity = std::make_unique<EntityPlan>(*plan);
}

} // namespace

void readEntities(Form& form, Reporter& reporter) {
    EntityReader(form, reporter).run();
}

} // namespace peil::xlsform
