// SPDX-License-Identifier: Apache-2.0
#include "writers.h"

#include "peil/base/text.h"
#include "peil/base/xml_name.h"

#include <algorithm>
#include <set>

namespace peil::xlsform {

bool hasDynamicDefault(const Element& element) {
    return element.type.info != nullptr && !element.defaultValue.empty() &&
           isDynamicDefault(element.defaultValue, *element.type.info);
}

bool isVisible(const Element& element) {
    const auto* type = element.type.info;
    if (type == nullptr || type->control.empty()) return false;
    const bool texts = !element.label.empty() || !element.hint.empty() || !element.media.empty();
    return texts || (element.calculation.empty() && element.triggers.empty());
}

bool usesSearch(const Element& element) {
    return element.type.info != nullptr && isSelect(*element.type.info) &&
           element.appearance.find("search(") != std::string::npos;
}

std::string fileStem(const std::string& file) {
    return file.substr(0, file.rfind('.'));
}

std::string parameter(const Element& element, std::string_view key) {
    const auto found = element.parameters.find(key);
    return found == element.parameters.end() ? std::string() : found->second;
}

namespace {

std::string fileUri(const std::string& file) {
    return (file.ends_with(".csv") ? "jr://file-csv/" : "jr://file/") + file;
}

class PrimaryWriter {
public:
    PrimaryWriter(pugi::xml_node model, Output& output)
        : m_model(model)
        , m_out(output) {}

    void write() {
        const auto& form = m_out.form;
        auto root = m_model.append_child("instance").append_child(form.root.name.c_str());
        if (const auto found = form.setting.find("instance_xmlns"); found != form.setting.end())
            root.append_attribute("xmlns").set_value(found->second.c_str());
        root.append_attribute("id").set_value(form.setting.at("form_id").c_str());
        for (const auto* name : {"version", "odk:prefix", "odk:delimiter"})
            if (const auto found = form.setting.find(name); found != form.setting.end())
                root.append_attribute(name).set_value(found->second.c_str());
        for (const auto& [name, value] : form.rootAttributes) {
            const auto place = form.settings->rows().front().place("attribute::" + name);
            if (root.attribute(name.c_str()) || !isUsableAttribute(form, name, place, m_out.reporter)) continue;
            root.append_attribute(name.c_str()).set_value(value.c_str());
        }
        for (const auto& child : form.root.children)
            node(root, *child, Above::Plain);
        meta(root);
    }

private:
    /// The ancestors of a node, which determine whether a repeat shows its template, its first instance or both.
    enum class Above { Plain, Template, Instance };

    void node(pugi::xml_node parent, const Element& element, Above above) {
        if (element.kind == ElementKind::Repeat) {
            if (above != Above::Instance) section(parent, element, Above::Template);
            if (above != Above::Template) section(parent, element, Above::Instance);
        } else if (element.kind == ElementKind::Group)
            section(parent, element, above == Above::Template ? Above::Plain : above);
        else if (element.type.info->name != "audit" && hasNode(*element.type.info))
            leaf(parent, element);
    }

    void section(pugi::xml_node parent, const Element& element, Above inside) {
        auto node = parent.append_child(element.name.c_str());
        if (element.kind == ElementKind::Repeat && inside == Above::Template)
            node.append_attribute("jr:template").set_value("");
        attributes(node, element);
        for (const auto& child : element.children)
            this->node(node, *child, inside);
        if (element.entity) entityNode(node.append_child("meta"), *element.entity);
    }

    void attributes(pugi::xml_node node, const Element& element) {
        if (element.row == nullptr || element.generated) return;
        for (const auto& [name, value] : element.row->withPrefix("instance::")) {
            const auto place = element.place("instance::" + name);
            if (isUsableAttribute(m_out.form, name, place, m_out.reporter))
                node.append_attribute(name.c_str())
                    .set_value(m_out.references.expression(value, element, place).c_str());
        }
    }

    void leaf(pugi::xml_node parent, const Element& element) {
        auto node = parent.append_child(element.name.c_str());
        attributes(node, element);
        if (element.defaultValue.empty() || hasDynamicDefault(element)) return;
        auto value = element.defaultValue;
        if (element.type.info->name == "image" && !value.starts_with("jr://")) value = "jr://images/" + value;
        // A spreadsheet's date and time as text has a space where ISO 8601 has a T.
        const bool spaced = value.size() > 15 && value[4] == '-' && value[10] == ' ' && value[13] == ':';
        if (spaced && element.type.info->bindType == "dateTime") value[10] = 'T';
        node.text().set(value.c_str());
    }

    static void entityNode(pugi::xml_node meta, const EntityPlan& plan) {
        auto entity = meta.append_child("entity");
        entity.append_attribute("dataset").set_value(plan.list.c_str());
        if (plan.creates()) entity.append_attribute("create").set_value("1");
        if (plan.updates()) {
            entity.append_attribute("update").set_value("1");
            for (const auto* name : {"baseVersion", "trunkVersion", "branchId"})
                entity.append_attribute(name).set_value("");
        }
        entity.append_attribute("id").set_value("");
        if (!plan.row->text("label").empty()) entity.append_child("label");
    }

    void meta(pugi::xml_node root) {
        const auto& form = m_out.form;
        auto meta = root.append_child("meta");
        forEach(form.root, [&](const Element& e) {
            if (e.type.info != nullptr && e.type.info->name == "audit") meta.append_child("audit");
        });
        if (form.root.entity) entityNode(meta, *form.root.entity);
        if (!omitsInstanceId(form)) meta.append_child("instanceID");
        if (form.setting.contains("instance_name")) meta.append_child("instanceName");
        if (!meta.first_child()) root.remove_child(meta);
    }

    pugi::xml_node m_model;
    Output& m_out;
};

/// The choices of one list, with the designer's own columns.
class ChoiceRows final : public forms::ListRows {
public:
    ChoiceRows(ChoiceList list, std::shared_ptr<const Table> choices)
        : m_list(std::move(list))
        , m_choices(std::move(choices)) {
        for (std::size_t i = 0; i < m_choices->columns().size(); ++i) {
            const auto& [header, key, language] = m_choices->columns()[i];
            if (key.empty() || key == "list_name" || key == "name" || key == "label" || key.starts_with("media::"))
                continue;
            if (isXmlName(header)) m_ownColumns.push_back(i);
        }
    }

    [[nodiscard]] std::size_t size() const override { return m_list.rows.size() + (m_list.otherChoice ? 1 : 0); }

    void row(std::size_t index, const Visit& visit) const override {
        const Row* row = index < m_list.rows.size() ? m_list.rows[index] : nullptr;
        if (m_list.needsItext) visit("itextId", m_list.name + "-" + std::to_string(index));
        visit("name", row == nullptr ? "other" : row->text("name"));
        const std::string_view label = row == nullptr ? "Other" : std::string_view(row->text("label"));
        if (!m_list.needsItext && !label.empty()) visit("label", label);
        if (row == nullptr) return;
        for (const auto column : m_ownColumns)
            if (const auto& cell = row->cell(column); !cell.empty()) visit(m_choices->columns()[column].header, cell);
    }

private:
    ChoiceList m_list;
    std::shared_ptr<const Table> m_choices;
    std::vector<std::size_t> m_ownColumns;
};

/// What a query calls a column: its header, but the names that it always uses however the designer wrote them.
std::string externalName(const Column& column) {
    const bool fixed = column.key == "list_name" || column.key == "name" || column.key == "label";
    return fixed && column.language.empty() ? column.key : column.header;
}

/// The rows of itemsets.csv that belong to one list.
class ExternalRows final : public forms::ListRows {
public:
    explicit ExternalRows(std::shared_ptr<const Table> table)
        : m_table(std::move(table)) {}
    void add(const Row& row) { m_rows.push_back(&row); }
    [[nodiscard]] std::size_t size() const override { return m_rows.size(); }
    void row(std::size_t index, const Visit& visit) const override {
        for (std::size_t i = 0; i < m_table->columns().size(); ++i) {
            const auto& column = m_table->columns()[i];
            if (column.key.empty()) continue;
            auto name = externalName(column);
            std::ranges::replace_if(
                name, [](char c) { return c == ' ' || c == '\t'; }, '_');
            visit(name, m_rows[index]->cell(i));
        }
    }

private:
    std::shared_ptr<const Table> m_table;
    std::vector<const Row*> m_rows;
};

/// Writes the secondary instances, each id once.
class SecondaryWriter {
public:
    SecondaryWriter(pugi::xml_node model, Output& output)
        : m_model(model)
        , m_out(output) {}

    void write() {
        forEach(m_out.form.root, [&](const Element& e) { ofElement(e); });
        if (m_out.form.usesLastSaved) external("__last-saved", "jr://instance/last-saved", {"survey", 0, {}});
        forEach(m_out.form.root, [&](const Element& e) {
            if (e.type.source == SelectSource::List) (usesSearch(e) ? m_searched : m_selected).insert(e.type.list);
        });
        for (const auto& list : m_out.form.lists)
            this->list(list);
    }

private:
    void ofElement(const Element& e) {
        const auto* type = e.type.info;
        if (type != nullptr && type->name == "csv-external") attached(e, "jr://file-csv/" + e.name + ".csv");
        if (type != nullptr && type->name == "xml-external") attached(e, "jr://file/" + e.name + ".xml");
        const auto pulled = [&](const std::string& text, const char* key) { pulldata(text, e.place(key)); };
        pulled(e.calculation, "calculation");
        pulled(e.constraint, "constraint");
        pulled(e.readonly, "readonly");
        pulled(e.required, "required");
        pulled(e.relevant, "relevant");
        pulled(e.choiceFilter, "choice_filter");
        pulled(e.defaultValue, "default");
        if (type != nullptr && isSelect(*type) && e.type.source == SelectSource::File && !e.generated)
            external(fileStem(e.type.list), fileUri(e.type.list), e.place("type"));
    }

    /// One instance for each file that pulldata('file', ...) names.
    void pulldata(const std::string& text, const Place& place) {
        constexpr std::string_view kCall = "pulldata";
        for (auto at = text.find(kCall); at != std::string::npos; at = text.find(kCall, at + 1)) {
            auto from = text.find_first_not_of(" \t\n\r", at + kCall.size());
            if (from == std::string::npos || text[from] != '(') continue;
            from = text.find_first_not_of(" \t\n\r", from + 1);
            if (from == std::string::npos || (text[from] != '\'' && text[from] != '"')) continue;
            const auto end = text.find(text[from], from + 1);
            if (end == std::string::npos) continue;
            const auto id = std::string(trim(std::string_view(text).substr(from + 1, end - from - 1)));
            if (!id.empty()) external(id, "jr://file-csv/" + id + ".csv", place);
        }
    }

    /// The list of a row csv-external or xml-external, which occurs once in the form.
    void attached(const Element& e, const std::string& uri) {
        const auto [first, fresh] = m_attached.try_emplace(e.name, &e);
        const bool toldAsName = !fresh && first->second->parent == e.parent;
        const auto known = m_written.find(e.name);
        if (!fresh && !toldAsName && known != m_written.end() && known->second == uri)
            m_out.reporter.error("duplicate_external", e.place("name"),
                                 "The list \"" + e.name + "\" is already attached by row " +
                                     std::to_string(first->second->row->number()) + ", for the whole form.",
                                 "Remove one of the rows.");
        external(e.name, uri, e.place("name"));
    }

    void external(const std::string& id, const std::string& uri, const Place& place) {
        const auto [known, fresh] = m_written.try_emplace(id, uri);
        if (!fresh) {
            if (known->second != uri) clash(id, known->second, uri, place);
            return;
        }
        auto instance = m_model.append_child("instance");
        instance.append_attribute("id").set_value(id.c_str());
        instance.append_attribute("src").set_value(uri.c_str());
    }

    void clash(const std::string& id, const std::string& first, const std::string& second, const Place& place) {
        m_out.reporter.error("instance_clash", place,
                             "The name \"" + id + "\" refers to two data sources: " + first + " and " + second + ".",
                             "Rename one of them.");
    }

    void list(const ChoiceList& list) {
        if (m_searched.contains(list.name) && !m_selected.contains(list.name)) return;
        const auto [known, fresh] = m_written.try_emplace(list.name, "the choices sheet");
        if (!fresh) return clash(list.name, known->second, "the choices sheet", list.rows.front()->place("list_name"));
        m_model.append_child("instance").append_attribute("id").set_value(list.name.c_str());
        m_out.lists.emplace(list.name, std::make_shared<ChoiceRows>(list, m_out.form.choices));
    }

    pugi::xml_node m_model;
    Output& m_out;
    std::map<std::string, std::string> m_written;     ///< id and where it comes from
    std::map<std::string, const Element*> m_attached; ///< the first row of each list
    std::set<std::string> m_searched, m_selected;
};

} // namespace

void writePrimaryInstance(pugi::xml_node model, Output& output) {
    PrimaryWriter(model, output).write();
}

void writeSecondaryInstances(pugi::xml_node model, Output& output) {
    SecondaryWriter(model, output).write();
}

std::string itemsetsCsv(const Table& externalChoices, const std::vector<Row>& rows) {
    std::string csv;
    const auto line = [&](std::vector<std::string> cells) {
        while (!cells.empty() && cells.back().empty())
            cells.pop_back();
        for (std::size_t i = 0; i < cells.size(); ++i)
            csv += (i == 0 ? "\"" : ",\"") + replaceAll(cells[i], "\"", "\"\"") + "\"";
        csv += "\r\n";
    };
    const auto& columns = externalChoices.columns();
    std::vector<std::string> header;
    for (const auto& column : columns)
        if (!column.key.empty()) header.push_back(externalName(column));
    line(std::move(header));
    for (const Row& row : rows) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (!columns[i].key.empty()) cells.push_back(row.cell(i));
        line(std::move(cells));
    }
    return csv;
}

forms::ListsById itemsetRows(const std::shared_ptr<const Table>& externalChoices) {
    std::map<std::string, std::shared_ptr<ExternalRows>, std::less<>> lists;
    const auto column = std::ranges::find(externalChoices->columns(), "list_name", &Column::key);
    if (column == externalChoices->columns().end()) return {};
    const auto index = static_cast<std::size_t>(column - externalChoices->columns().begin());
    for (const Row& row : externalChoices->rows()) {
        auto& list = lists[row.cell(index)];
        if (!list) list = std::make_shared<ExternalRows>(externalChoices);
        list->add(row);
    }
    return {lists.begin(), lists.end()};
}

} // namespace peil::xlsform
