// SPDX-License-Identifier: Apache-2.0
#include "definition/builder.h"
#include "definition/geojson.h"

#include "peil/base/cell.h"
#include "peil/base/csv.h"
#include "peil/base/text.h"

#include <algorithm>

namespace peil::forms {
namespace {

using DocumentPointer = std::shared_ptr<const xpath::Document>;

// JavaRosa trims the text of secondary instances; designers indent them.
void copyTrimmed(const XmlSource& xml, xpath::Document& target, xpath::NodeIndex parent, Xml element) {
    const auto copy = xml.copyShallow(target, parent, element);
    if (hasElementChild(element)) {
        for (const auto& part : element.children())
            if (part.type() == pugi::node_element) copyTrimmed(xml, target, copy, part);
    } else if (const auto text = ownText(element); !text.empty()) {
        target.setText(copy, trim(text));
    }
}

DocumentPointer internalDocument(const XmlSource& xml, Xml instance) {
    auto document = std::make_shared<xpath::Document>();
    for (const auto& part : instance.children()) {
        if (part.type() != pugi::node_element) continue;
        copyTrimmed(xml, *document, xpath::kRoot, part);
        break;
    }
    return document;
}

std::string columnName(std::string_view header) {
    std::string name(header);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == ' ' || c == '\t'; }, '_');
    return name;
}

/// Rows of a table; all, or those with `value` in the column `name`.
struct RowFilter {
    std::string_view name, value;
};

/// Blanks around cells are part of the value, as in ODK; those around the names of the columns are not.
DocumentPointer csvDocument(const std::string& text, std::string& fault, std::string& notice,
                            const RowFilter& filter = {}) {
    const auto rows =
        filter.name.empty() ? CsvRules::Rows::Even : CsvRules::Rows::Short; // as compilers write itemsets.csv
    auto table = parseCsv(text, {}, {.blanks = CsvRules::Blanks::Keep, .rows = rows});
    if (!table) {
        fault = describe(table.error());
        return nullptr;
    }
    notice = table->encodingNotice();
    if (table->header.empty()) {
        fault = "It has no first line with column names.";
        return nullptr;
    }
    std::vector<std::string> names;
    for (auto& header : table->header) {
        header = std::string(trimBlanks(header));
        names.push_back(columnName(header));
        if (names.back().empty() || std::find(names.begin(), names.end() - 1, names.back()) == names.end() - 1)
            continue;
        fault =
            "Two of its columns are named \"" + names.back() + "\" after spaces are replaced by _; rename one of them.";
        return nullptr;
    }
    auto document = std::make_shared<xpath::Document>();
    const auto root = document->appendElement(xpath::kRoot, "root");
    const auto key = std::find(table->header.begin(), table->header.end(), filter.name) - table->header.begin();
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        if (!filter.name.empty() && table->cell(row, static_cast<std::size_t>(key)) != filter.value) continue;
        const auto item = document->appendElement(root, "item");
        for (std::size_t column = 0; column < names.size(); ++column)
            if (!names[column].empty())
                document->setText(document->appendElement(item, names[column]), table->cell(row, column));
    }
    return document;
}

DocumentPointer externalDocument(std::string_view uri, const std::string& text, std::string& fault,
                                 std::string& notice) {
    if (uri.starts_with("jr://file-csv/") || uri.ends_with(".csv")) return csvDocument(text, fault, notice);
    auto document = std::make_shared<xpath::Document>();
    if (uri.ends_with(".geojson")) {
        if (geoJsonToDocument(text, *document)) return document;
        fault = "It is not a GeoJSON FeatureCollection of points, lines and polygons.";
        return nullptr;
    }
    XmlSource xml;
    fault = xml.parse(text);
    if (!fault.empty()) return nullptr;
    copyTrimmed(xml, *document, xpath::kRoot, xml.root());
    return document;
}

std::shared_ptr<const ListContent> emptyList() {
    auto document = std::make_shared<xpath::Document>();
    document->appendElement(xpath::kRoot, "root");
    return std::make_shared<const ListContent>(std::move(document));
}

void warnOfEncoding(Builder& builder, const std::string& list, const std::string& uri, const std::string& notice) {
    if (!notice.empty())
        builder.warn("legacy_encoding", Builder::spotNamed(list, Property::ItemSet),
                     "The list \"" + list + "\" in " + uri + ": " + notice);
}

void loadExternal(Builder& builder, SecondaryInstance& instance) {
    const auto& uri = instance.source;
    if (uri == "jr://instance/last-saved") {
        instance.lastSaved = true;
        return;
    }
    const auto text = builder.resources ? builder.resources(uri) : std::nullopt;
    if (!text) {
        instance.missing = true;
        instance.content = emptyList();
        builder.warn("missing_file", Builder::spotNamed(instance.id, Property::ItemSet),
                     "The list \"" + instance.id + "\" comes from " + uri +
                         ", which is missing; the list is empty for now.");
        return;
    }
    std::string fault, notice;
    const auto document = externalDocument(uri, *text, fault, notice);
    warnOfEncoding(builder, instance.id, uri, notice);
    instance.content = document ? std::make_shared<const ListContent>(document) : emptyList();
    if (document) return;
    builder.error("bad_file", Builder::spotNamed(instance.id, Property::ItemSet),
                  "The list \"" + instance.id + "\" in " + uri + " cannot be read: " + fault);
}

ListPointer listIn(const ListsById& lists, const std::string& id) {
    const auto found = lists.find(id);
    return found == lists.end() ? nullptr : found->second;
}

DocumentPointer documentOf(const ListRows& rows) {
    auto document = std::make_shared<xpath::Document>();
    const auto root = document->appendElement(xpath::kRoot, "root");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto item = document->appendElement(root, "item");
        rows.row(i, [&](std::string_view column, std::string_view text) {
            const auto cell = document->appendElement(item, column);
            if (!text.empty()) document->setText(cell, text);
        });
    }
    return document;
}

} // namespace

const std::shared_ptr<const xpath::Document>& ListContent::document() const {
    std::call_once(m_once, [this] {
        if (m_rows) m_document = documentOf(*m_rows);
    });
    return m_document;
}

void ListContent::eachCell(const ListRows::Visit& visit) const {
    if (m_rows) {
        for (std::size_t i = 0; i < m_rows->size(); ++i)
            m_rows->row(i, visit);
        return;
    }
    const auto& document = *m_document;
    const auto root = document.documentElement();
    if (root == xpath::kNoNode) return;
    for (auto row = document.firstChild(root); row != xpath::kNoNode; row = document.nextSibling(row))
        for (auto cell = document.firstChild(row); cell != xpath::kNoNode; cell = document.nextSibling(cell))
            visit(document.localName(cell), document.stringValue(cell));
}

void addExternalList(Builder& builder, const std::string& id) {
    auto& instances = builder.form.instances;
    if (std::any_of(instances.begin(), instances.end(), [&](const auto& known) { return known.id == id; })) return;
    SecondaryInstance instance;
    instance.id = id;
    instance.source = "jr://file-csv/itemsets.csv";
    const auto text = builder.resources ? builder.resources(instance.source) : std::nullopt;
    std::string fault, notice;
    const auto document = text ? csvDocument(*text, fault, notice, {"list_name", id}) : nullptr;
    warnOfEncoding(builder, id, instance.source, notice);
    const auto rows = builder.tree == nullptr ? ListPointer() : listIn(builder.tree->itemsets, id);
    if (document) {
        instance.content =
            rows ? std::make_shared<const ListContent>(rows) : std::make_shared<const ListContent>(document);
    } else {
        instance.missing = true;
        instance.content = emptyList();
        if (fault.empty())
            builder.warn("missing_file", Builder::spotNamed(id, Property::ItemSet),
                         "The list \"" + id +
                             "\" comes from itemsets.csv, which is missing; the list is empty for now.");
        else
            builder.error("bad_file", Builder::spotNamed(id, Property::ItemSet),
                          "The list \"" + id + "\" in itemsets.csv cannot be read: " + fault);
    }
    instances.push_back(std::move(instance));
}

void parseSecondaryInstances(Builder& builder, Xml model) {
    bool primary = true;
    for (const auto& part : model.children()) {
        if (part.type() != pugi::node_element || localName(part) != "instance") continue;
        SecondaryInstance instance;
        instance.id = part.attribute("id").value();
        instance.source = part.attribute("src").value();
        if (primary) {
            primary = false;
            builder.form.primaryInstanceId = instance.id;
            continue;
        }
        if (instance.id.empty()) {
            builder.warn("instance_without_id", Builder::spotNamed("model"),
                         "A list has no id, so no question can use it.");
            continue;
        }
        for (const auto& other : builder.form.instances)
            if (other.id == instance.id)
                builder.warn("duplicate_instance", Builder::spotNamed(instance.id, Property::ItemSet),
                             "Two lists have the id \"" + instance.id + "\"; the first is used.");
        if (!instance.source.empty())
            loadExternal(builder, instance);
        else if (const auto rows = builder.tree == nullptr ? ListPointer() : listIn(builder.tree->lists, instance.id))
            instance.content = std::make_shared<const ListContent>(rows);
        else
            instance.content = std::make_shared<const ListContent>(internalDocument(builder.xml, part));
        builder.form.instances.push_back(std::move(instance));
    }
}

} // namespace peil::forms
