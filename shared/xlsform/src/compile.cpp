// SPDX-License-Identifier: Apache-2.0
#include "writers.h"

#include <sstream>

namespace peil::xlsform {

namespace {

std::unique_ptr<Table> table(const Workbook& workbook, std::string_view name, SheetKind kind, Reporter& reporter) {
    const Sheet* sheet = workbook.sheet(name);
    return sheet == nullptr ? nullptr : std::make_unique<Table>(*sheet, kind, reporter);
}

void readTables(const Workbook& workbook, Form& form, Reporter& reporter) {
    form.survey = table(workbook, "survey", SheetKind::Survey, reporter);
    form.choices = table(workbook, "choices", SheetKind::Choices, reporter);
    form.settings = table(workbook, "settings", SheetKind::Settings, reporter);
    form.entities = table(workbook, "entities", SheetKind::Entities, reporter);
    form.externalChoices = table(workbook, "external_choices", SheetKind::ExternalChoices, reporter);
    form.osm = table(workbook, "osm", SheetKind::Osm, reporter);
}

bool usesPeil(pugi::xml_node model) {
    for (const auto bind : model.children("bind"))
        for (const auto attribute : bind.attributes())
            if (std::string_view(attribute.name()).starts_with("peil:")) return true;
    return false;
}

void declareNamespaces(pugi::xml_node html, const Form& form) {
    const std::pair<const char*, const char*> standard[]{
        {"xmlns", "http://www.w3.org/2002/xforms"},
        {"xmlns:h", "http://www.w3.org/1999/xhtml"},
        {"xmlns:ev", "http://www.w3.org/2001/xml-events"},
        {"xmlns:xsd", "http://www.w3.org/2001/XMLSchema"},
        {"xmlns:jr", "http://openrosa.org/javarosa"},
        {"xmlns:orx", "http://openrosa.org/xforms"},
        {"xmlns:odk", "http://www.opendatakit.org/xforms"},
    };
    for (const auto& [name, uri] : standard) html.append_attribute(name).set_value(uri);
    for (const auto& [prefix, uri] : form.namespaces)
        html.append_attribute(("xmlns:" + prefix).c_str()).set_value(uri.c_str());
}

std::string write(Form& form, Reporter& reporter) {
    pugi::xml_document document;
    auto html = document.append_child("h:html");
    declareNamespaces(html, form);
    auto head = html.append_child("h:head");
    head.append_child("h:title").text().set(form.setting.at("form_title").c_str());
    auto model = head.append_child("model");
    model.append_attribute("odk:xforms-version").set_value("1.0.0");
    auto body = html.append_child("h:body");

    References references(form, reporter);
    Itext itext(form);
    Output output{form, references, itext, reporter};
    collectItext(output);
    writeBody(body, output);
    writeModel(model, output);
    if (usesPeil(model)) html.append_attribute("xmlns:peil").set_value(std::string(kPeilNamespace).c_str());

    std::ostringstream out;
    document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return out.str();
}

} // namespace

Compiled compile(const Workbook& workbook, const Options& options) {
    Compiled compiled;
    Reporter reporter;
    Form form;
    readTables(workbook, form, reporter);
    if (!form.survey) {
        reporter.error("no_survey", {}, "The workbook has no sheet named survey. Put the questions on a sheet of that name.");
        compiled.diagnostics = reporter.take();
        return compiled;
    }
    readSurvey(form, options.formName, options.fallbackFormId, reporter);
    auto xform = write(form, reporter);
    if (!reporter.hasErrors()) compiled.xform = std::move(xform);
    compiled.diagnostics = reporter.take();
    return compiled;
}

} // namespace peil::xlsform
