// SPDX-License-Identifier: Apache-2.0
// DDI Codebook 2.5 (https://ddialliance.org/Specification/DDI-Codebook/2.5/). Elements are in the order of its schema.
#include "codebook_text.h"
#include "peil/base/text.h"
#include "peil/export/csv_export.h"
#include "stat_codes.h"
#include "stat_plan.h"

#include <pugixml.hpp>
#include <sstream>

namespace peil::exports {
namespace {

using pugi::xml_node;

xml_node add(xml_node parent, const char* name, std::string_view text = {}) {
    auto node = parent.append_child(name);
    if (!text.empty()) node.text().set(std::string(text).c_str());
    return node;
}

void attribute(xml_node node, const char* name, std::string_view value) {
    node.append_attribute(name).set_value(std::string(value).c_str());
}

void addLabels(xml_node parent, const Labels& labels) {
    for (const auto& [language, text] : labels.all())
        if (!text.empty()) attribute(add(parent, "labl", text), "xml:lang", language);
}

void addStatistic(xml_node variable, const char* type, const std::string& value) {
    attribute(add(variable, "sumStat", value), "type", type);
}

void addStatistics(xml_node node, const Variable& variable, const VariableProfile& profile) {
    addStatistic(node, "vald", std::to_string(profile.valid));
    addStatistic(node, "invd", std::to_string(profile.missingTotal()));
    if (variable.type != VariableType::Number || profile.valid == 0) return;
    addStatistic(node, "min", formatNumber(profile.minimum));
    addStatistic(node, "max", formatNumber(profile.maximum));
    addStatistic(node, "mean", formatNumber(profile.mean));
    if (profile.valid > 1) addStatistic(node, "stdev", formatNumber(profile.standardDeviation));
}

void addFrequency(xml_node category, std::uint64_t count) {
    attribute(add(category, "catStat", std::to_string(count)), "type", "freq");
}

/// A variable, what was counted of it, and its column in .sav and .dta.
struct Described {
    const Variable& variable;
    const VariableProfile& profile;
    const StatColumn& stat;
    std::string column, id, file;
};

void addCategories(xml_node node, const Described& one, const std::string& language) {
    const auto& [variable, profile, stat, column, id, file] = one;
    for (std::size_t i = 0; i < variable.values.size(); ++i) {
        const auto& code = variable.values[i].value;
        auto category = add(node, "catgry");
        add(category, "catValu", code);
        addLabels(category, variable.values[i].label);
        if (const auto* number = stat.codes.find(code); number != nullptr && isMapped(code, *number))
            add(category, "txt", std::string(heading(Heading::StatNumber, language)) + ": " + formatNumber(*number));
        addFrequency(category, profile.frequencies[i]);
    }
    for (std::size_t i = 1; i < kMissingReasons; ++i) {
        if (profile.missing[i] == 0) continue;
        const auto reason = static_cast<MissingReason>(i);
        auto category = add(node, "catgry");
        attribute(category, "missing", "Y");
        add(category, "catValu", idOf(reason));
        attribute(add(category, "labl", labelOf(reason, language)), "xml:lang", language == "nl" ? "nl" : "en");
        addFrequency(category, profile.missing[i]);
    }
}

void addNotes(xml_node node, const Described& one, const std::string& language) {
    const auto type = one.variable.type;
    if (type == VariableType::Choice || type == VariableType::Choices) add(node, "notes", idOf(type));
    if (const auto origin = labelOf(one.variable.typeOrigin, language); !origin.empty()) add(node, "notes", origin);
    if (one.stat.name != one.column)
        add(node, "notes", std::string(heading(Heading::StatName, language)) + ": " + one.stat.name);
}

void addVariable(xml_node data, const Described& one, const std::string& language) {
    const auto& variable = one.variable;
    const auto& profile = one.profile;
    auto node = add(data, "var");
    attribute(node, "ID", one.id);
    attribute(node, "name", one.column);
    attribute(node, "files", one.file);
    attribute(node, "intrvl", variable.type == VariableType::Number ? "contin" : "discrete");
    addLabels(node, variable.label);
    add(node, "security", idOf(variable.variableClass));
    if (const auto question = variable.label.in(language); !question.empty())
        add(add(node, "qstn"), "qstnLit", question);
    if (profile.hasReasons()) {
        auto invalid = add(node, "invalrng");
        for (std::size_t i = 1; i < kMissingReasons; ++i)
            if (profile.missing[i] > 0) attribute(add(invalid, "item"), "VALUE", idOf(static_cast<MissingReason>(i)));
    }
    addStatistics(node, variable, profile);
    addCategories(node, one, language);
    auto format = add(node, "varFormat");
    attribute(format, "type", variable.type == VariableType::Number ? "numeric" : "character");
    if (variable.type == VariableType::Date) attribute(format, "category", "date");
    addNotes(node, one, language);
}

void addStudy(xml_node root, const Dataset& dataset, const std::string& language) {
    auto citation = add(add(root, "stdyDscr"), "citation");
    auto title = add(citation, "titlStmt");
    const auto name = dataset.title.in(language);
    add(title, "titl", name.empty() ? std::string_view(dataset.id) : name);
    for (const auto& [tag, text] : dataset.title.all())
        if (text != name) attribute(add(title, "parTitl", text), "xml:lang", tag);
    add(title, "IDNo", dataset.id);
    auto production = add(citation, "prodStmt");
    if (!dataset.producer.empty()) add(production, "producer", dataset.producer);
    if (!dataset.date.empty()) attribute(add(production, "prodDate", dataset.date), "date", dataset.date);
    if (!dataset.version.empty()) add(add(citation, "verStmt"), "version", dataset.version);
    if (const auto text = dataset.description.in(language); !text.empty())
        add(add(root.child("stdyDscr"), "stdyInfo"), "abstract", text);
}

} // namespace

std::string codebookDdi(const Codebook& codebook) {
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    auto root = document.append_child("codeBook");
    attribute(root, "xmlns", "ddi:codebook:2_5");
    attribute(root, "version", "2.5");
    addStudy(root, codebook.dataset, codebook.language);
    for (std::size_t t = 0; t < codebook.dataset.tables.size(); ++t) {
        const auto& table = codebook.dataset.tables[t]->table();
        auto file = add(root, "fileDscr");
        attribute(file, "ID", "F" + std::to_string(t + 1));
        auto text = add(file, "fileTxt");
        add(text, "fileName", fileStem(codebook.dataset, table) + ".csv");
        auto dimensions = add(text, "dimensns");
        add(dimensions, "caseQnty", std::to_string(codebook.profiles[t].rows));
        add(dimensions, "varQnty", std::to_string(table.variables.size()));
        add(text, "fileType", "text/csv");
    }
    auto data = add(root, "dataDscr");
    std::size_t number = 0;
    for (std::size_t t = 0; t < codebook.dataset.tables.size(); ++t) {
        const auto& table = codebook.dataset.tables[t]->table();
        const auto plan = planColumns(table, codebook.profiles[t], codebook.language);
        const auto names = columnNames(table);
        for (std::size_t i = 0; i < table.variables.size(); ++i)
            addVariable(data,
                        {table.variables[i], codebook.profiles[t].variables[i], plan.columns[plan.own[i]], names[i],
                         "V" + std::to_string(++number), "F" + std::to_string(t + 1)},
                        codebook.language);
    }
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
}

} // namespace peil::exports
