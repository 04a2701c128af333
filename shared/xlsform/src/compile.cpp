// SPDX-License-Identifier: Apache-2.0
#include "checks.h"
#include "form_bounds.h"
#include "writers.h"

#include "peil/base/text.h"

namespace peil::xlsform {

namespace {

std::unique_ptr<Table> table(const Workbook& workbook, std::string_view name, SheetKind kind, Reporter& reporter,
                             Cleaning cleaning = Cleaning::Outer) {
    const Sheet* sheet = workbook.sheet(name);
    return sheet == nullptr ? nullptr : std::make_unique<Table>(*sheet, kind, cleaning, reporter);
}

/// Runs of spaces in the survey become one, unless the settings say no.
Cleaning surveyCleaning(const Table* settings) {
    if (settings == nullptr || settings->rows().empty()) return Cleaning::Full;
    const auto& word = settings->rows().front().text("clean_text_values");
    return word.empty() || isYes(word) ? Cleaning::Full : Cleaning::Outer;
}

void readTables(const Workbook& workbook, Form& form, Reporter& reporter) {
    form.settings = table(workbook, "settings", SheetKind::Settings, reporter);
    form.survey = table(workbook, "survey", SheetKind::Survey, reporter, surveyCleaning(form.settings.get()));
    form.choices = table(workbook, "choices", SheetKind::Choices, reporter);
    form.entities = table(workbook, "entities", SheetKind::Entities, reporter);
    form.externalChoices = table(workbook, "external_choices", SheetKind::ExternalChoices, reporter);
    form.osm = table(workbook, "osm", SheetKind::Osm, reporter);
}

/// A sheet that a form has already, or that is nearly called as one that a form may have. Names that begin with _ are
/// the designer's own.
void checkSheetNames(const Workbook& workbook, Reporter& reporter) {
    for (const auto& name : workbook.otherSheets) {
        if (name.starts_with('_')) continue;
        if (const auto* sheet = workbook.sheet(toLowerAscii(trim(name))); sheet != nullptr)
            reporter.error("double_sheet", {toLowerAscii(trim(name)), 0, {}},
                           "The sheet \"" + sheet->name + "\" occurs twice; only the first one is read.",
                           "Put all rows on one sheet, or rename the other.");
        std::vector<std::string> absent;
        for (const auto* known : {"choices", "settings", "entities", "external_choices"})
            if (workbook.sheet(known) == nullptr) absent.emplace_back(known);
        if (const auto hint = didYouMean(toLowerAscii(name), absent); !hint.empty())
            reporter.warning("unknown_sheet", {name, 0, {}},
                             "\"" + name + "\" is not a sheet of a form, so it is ignored.",
                             hint + " Start the names of your own sheets with _.");
    }
}

bool usesPrefix(pugi::xml_node node, std::string_view prefix) {
    for (const auto attribute : node.attributes())
        if (std::string_view(attribute.name()).starts_with(prefix)) return true;
    for (const auto child : node.children())
        if (usesPrefix(child, prefix)) return true;
    return false;
}

void writeSubmission(pugi::xml_node model, const Form& form) {
    const std::pair<const char*, const char*> settings[]{{"submission_url", "action"},
                                                         {"public_key", "base64RsaPublicKey"},
                                                         {"auto_send", "orx:auto-send"},
                                                         {"auto_delete", "orx:auto-delete"}};
    pugi::xml_node submission;
    for (const auto& [key, attribute] : settings) {
        const auto found = form.setting.find(key);
        if (found == form.setting.end()) continue;
        if (!submission) submission = model.append_child("submission");
        submission.append_attribute(attribute).set_value(found->second.c_str());
        if (std::string_view(key) == "submission_url") submission.append_attribute("method").set_value("post");
    }
    const auto editable = form.setting.find("client_editable");
    if (editable == form.setting.end() || !isYes(editable->second)) return;
    if (!submission) submission = model.append_child("submission");
    submission.append_attribute("odk:client-editable").set_value("true");
}

void declareNamespaces(pugi::xml_node html, const Form& form) {
    const std::pair<const char*, const char*> standard[]{
        {"xmlns", "http://www.w3.org/2002/xforms"},         {"xmlns:h", "http://www.w3.org/1999/xhtml"},
        {"xmlns:ev", "http://www.w3.org/2001/xml-events"},  {"xmlns:xsd", "http://www.w3.org/2001/XMLSchema"},
        {"xmlns:jr", "http://openrosa.org/javarosa"},       {"xmlns:orx", "http://openrosa.org/xforms"},
        {"xmlns:odk", "http://www.opendatakit.org/xforms"},
    };
    for (const auto& [name, uri] : standard)
        html.append_attribute(name).set_value(uri);
    for (const auto& [prefix, uri] : form.namespaces)
        html.append_attribute(("xmlns:" + prefix).c_str()).set_value(uri.c_str());
}

/// The translations without their texts.
void writeTranslations(pugi::xml_node model, const Itext& texts, const std::string& defaultLanguage) {
    if (texts.languages().empty()) return;
    auto itext = model.append_child("itext");
    for (const auto& language : texts.languages()) {
        auto translation = itext.append_child("translation");
        if (language == defaultLanguage) translation.append_attribute("default").set_value("true()");
        translation.append_attribute("lang").set_value(language.c_str());
    }
}

/// The form but for what its itext and lists hold; without meaning when there is an error.
WrittenForm write(Form& form, Reporter& reporter, EngineCheck check) {
    WrittenForm written;
    auto html = written.document.append_child("h:html");
    declareNamespaces(html, form);
    auto head = html.append_child("h:head");
    head.append_child("h:title").text().set(form.setting.at("form_title").c_str());
    auto model = head.append_child("model");
    model.append_attribute("odk:xforms-version").set_value("1.0.0");
    auto body = html.append_child("h:body");

    References references(form, reporter, check);
    auto itext = std::make_unique<Itext>(form);
    if (itext->size() > kMaxItextEntries) {
        reporter.error("too_large_form", {},
                       "This form has more than " + std::to_string(kMaxItextEntries) +
                           " texts in all its languages together.",
                       "Remove languages, or move long lists to files.");
        return written;
    }
    Output output{form, references, reporter};
    // Binds and body determine which instances are used, but come after them in the file.
    auto late = html.append_child("late");
    writeBody(body, output);
    writeBinds(late, output);
    writeSubmission(model, form);
    itext->resolve(references);
    writeTranslations(model, *itext, form.defaultLanguage);
    writePrimaryInstance(model, output);
    writeSecondaryInstances(model, output);
    while (late.first_child())
        model.append_move(late.first_child());
    html.remove_child(late);
    if (form.entityCount > 0) {
        html.append_attribute("xmlns:entities").set_value("http://www.opendatakit.org/xforms/entities");
        model.append_attribute("entities:entities-version").set_value(form.entitiesInside ? "2025.1.0" : "2024.1.0");
    }
    if (usesPrefix(model, "peil:")) html.append_attribute("xmlns:peil").set_value(std::string(kPeilNamespace).c_str());
    written.lists = std::move(output.lists);
    written.itext = std::move(itext);
    return written;
}

bool usesExternalChoices(const Form& form) {
    bool found = false;
    forEach(form.root, [&](const Element& e) {
        found = found || (e.type.info != nullptr && isSelect(*e.type.info) && e.type.source == SelectSource::External);
    });
    return found;
}

/// The first line of itemsets.csv, whose rows the engine gets as they are in the workbook.
forms::ResourceLoader withItemsets(const forms::ResourceLoader& resources, const Table* externalChoices) {
    if (!resources || externalChoices == nullptr) return resources;
    return [&resources, header = itemsetsCsv(*externalChoices, {})](std::string_view uri) {
        return uri.ends_with("/itemsets.csv") ? header : resources(uri);
    };
}

} // namespace

Compiled compile(const Workbook& workbook, const Options& options) {
    Compiled compiled;
    Reporter reporter;
    Form form;
    readTables(workbook, form, reporter);
    checkSheetNames(workbook, reporter);
    if (!form.survey) {
        reporter.error("no_survey", {}, sayNoSurvey("The workbook", workbook.otherSheets));
        compiled.diagnostics = reporter.take();
        return compiled;
    }
    readSettings(form, options.formName, options.fallbackFormId, reporter);
    readChoices(form, reporter);
    readSurvey(form, reporter);
    readEntities(form, reporter);
    checkSurvey(form, reporter);
    for (const auto* table : {form.survey.get(), form.choices.get()})
        if (table != nullptr) warnOfMedia(*table, reporter);
    checkUnreadReferences(form, reporter);
    checkTranslations(form, reporter);
    auto written = write(form, reporter, options.engineCheck);
    const auto* external = form.externalChoices && usesExternalChoices(form) ? form.externalChoices.get() : nullptr;
    if (!reporter.hasErrors()) {
        const bool wanted = options.text == XformText::Yes;
        if (wanted) compiled.xform = textOf(written);
        if (wanted && external != nullptr) compiled.itemsetsCsv = itemsetsCsv(*external, external->rows());
        if (wanted ? !compiled.xform : !fitsAsText(written))
            reporter.error("too_large_form", {}, "This form is larger than 64 MiB as an XForm.",
                           "Shorten its texts, remove languages, or move long lists to files.");
    }
    if (!reporter.hasErrors() && options.engineCheck == EngineCheck::Yes)
        compiled.form = checkWithEngine(std::move(written), form, withItemsets(options.resources, external), reporter);
    compiled.sound = !reporter.hasErrors();
    if (!compiled.sound || !options.resources) compiled.form = nullptr;
    if (!compiled.sound) {
        compiled.xform.reset();
        compiled.itemsetsCsv.reset();
    }
    compiled.diagnostics = reporter.take();
    return compiled;
}

} // namespace peil::xlsform
