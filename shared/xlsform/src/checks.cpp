// SPDX-License-Identifier: Apache-2.0
#include "checks.h"

#include "references.h"
#include "writers.h"

#include "peil/base/answer.h"
#include "peil/base/text.h"
#include "peil/forms/capabilities.h"

#include <algorithm>
#include <set>

namespace peil::xlsform {

namespace {

class Checks {
public:
    Checks(const Form& form, Reporter& reporter)
        : m_form(form)
        , m_reporter(reporter) {}

    void run() {
        names(m_form.root);
        forEach(m_form.root, [&](const Element& e) { element(e); });
    }

private:
    void element(const Element& e) {
        if (e.isSection()) names(e);
        if (e.row == nullptr || e.generated) return;
        if (e.kind == ElementKind::Question)
            question(e);
        else
            section(e);
        checkMedia(*e.row, m_reporter);
        peilClass(e);
        noAnswer(e);
    }

    /// Names that differ in capitals only: fine in the form, a clash in many programs that read the data.
    void names(const Element& parent) {
        std::map<std::string, const Element*> seen;
        for (const auto& child : parent.children) {
            const auto [first, fresh] = seen.try_emplace(toLowerAscii(child->name), child.get());
            if (fresh || first->second->name == child->name || child->generated) continue;
            m_reporter.warning("similar_name", child->place("name"),
                               "\"" + child->name + "\" differs from \"" + first->second->name +
                                   "\" only in case; many programs do not distinguish the two.",
                               "Rename one of them.");
        }
    }

    void section(const Element& e) {
        if (!e.required.empty())
            m_reporter.warning("required_section", e.place("required"), "A group or repeat cannot be required.",
                               "Set required for the questions inside.");
        if (e.kind != ElementKind::Repeat) return;
        if (e.label.empty() && e.media.empty())
            m_reporter.warning("repeat_without_label", e.place("label"),
                               "The repeat \"" + e.name +
                                   "\" has no label, so the interviewer cannot see what is repeated.",
                               "Fill in the column label.");
        if (e.name == m_form.root.name)
            m_reporter.error("name_of_root", e.place("name"),
                             "\"" + e.name + "\" is also the name of the form's root element.", "Rename the repeat.");
        const auto [first, fresh] = m_repeats.try_emplace(e.name, &e);
        if (!fresh && first->second->parent != e.parent)
            m_reporter.error("duplicate_repeat", e.place("name"),
                             "The repeat in row " + std::to_string(first->second->row->number()) +
                                 " is also called \"" + e.name + "\".",
                             "The names of repeats must be unique in the form.");
    }

    /// Answers of select_multiple and rank are kept with spaces between the names of the choices.
    void namesOfChoices(const Element& e) {
        const bool multiple = e.type.info->name == "select_multiple";
        if (e.type.source != SelectSource::List || !(multiple || e.type.info->name == "rank")) return;
        const auto* list = m_form.list(e.type.list);
        if (list == nullptr || !m_listsSeen.insert(std::string(e.type.info->name) + " " + list->name).second) return;
        for (const Row* row : list->rows) {
            if (row->text("name").find_first_of(" \t\n") == std::string::npos) continue;
            const auto words = "\"" + row->text("name") + "\" has a space or line break, and the answers of " +
                               std::string(e.type.info->name) + " are stored with spaces between them.";
            if (multiple)
                m_reporter.error("space_in_choice", row->place("name"), words, "Use _ instead.");
            else
                m_reporter.warning("space_in_choice", row->place("name"), words, "Use _ instead.");
        }
    }

    void question(const Element& e) {
        const auto& type = *e.type.info;
        const bool bareMedia = !e.row->text("media").empty();
        if (bareMedia)
            m_reporter.warning("bare_media", e.place("media"), "The column media has no effect.",
                               "Write media::image, media::audio or media::video.");
        const bool label = !e.label.empty() || !e.hint.empty() || !e.media.empty() || bareMedia;
        if (!type.control.empty() && !label && isVisible(e))
            m_reporter.error("no_label", e.place("label"), "The question \"" + e.name + "\" has no label and no hint.",
                             "Enter the text of the question in the column label.");
        if (e.media.count("big-image") != 0 && e.media.count("image") == 0)
            m_reporter.error("big_image_alone", e.place("media::big-image"),
                             "The question \"" + e.name + "\" has a big-image but no image to open it from.",
                             "Fill in the column image.");
        namesOfChoices(e);
        if (e.type.source == SelectSource::External && isSelect(type) && e.choiceFilter.empty())
            m_reporter.warning("unfiltered_external", e.place("choice_filter"),
                               "select_one_external is only for filtered lists.",
                               "Fill in choice_filter, or put the list on the sheet choices and use select_one.");
        // The form engine warns of an audit log, which XForms have as well.
        if (const auto* unasked = forms::unaskedCapability(type.name);
            unasked != nullptr && unasked->shown == forms::Shown::No && type.name != "audit")
            m_reporter.warning("not_recorded", e.place("type"),
                               std::string(unasked->why) + ", so \"" + e.name + "\" stays empty.",
                               "Remove the row, or ask a question.");
        if (type.name == "calculate" && e.calculation.empty() && !hasDynamicDefault(e))
            m_reporter.error("no_calculation", e.place("calculation"), "The row \"" + e.name + "\" has no calculation.",
                             "Enter an expression in the column calculation.");
        if (type.name == "background-geopoint" && e.triggers.empty())
            m_reporter.error("no_trigger", e.place("trigger"), "A background-geopoint needs a triggering question.",
                             "Enter ${name} in the column trigger.");
        if (type.name == "background-geopoint" && !e.calculation.empty())
            m_reporter.error("calculated_geopoint", e.place("calculation"),
                             "A background-geopoint cannot have a calculation.", "Clear the column calculation.");
    }

    /// Answers that the server may read: nothing that can contain a name or identify a person.
    void peilClass(const Element& e) {
        const auto& word = e.row->text("bind::peil:class");
        if (word.empty()) return;
        const auto place = e.place("bind::peil:class");
        const auto known = valueIn(kFieldClasses, word);
        if (!known)
            return m_reporter.error("bad_class", place, "\"" + word + "\" is not a class.",
                                    "Use one of: " + join(textsIn(kFieldClasses), ", ") + "." +
                                        didYouMean(word, textsIn(kFieldClasses)));
        if (*known == FieldClass::Sealed) return;
        if (e.isSection())
            return m_reporter.error("class_of_section", place, "A group cannot have a class.",
                                    "Set the class for the questions inside.");
        // A hidden field is never typed: the tablet fills it from the study file (city, site).
        static const std::set<std::string_view> kOpen{"select_one", "select_multiple", "integer", "calculate",
                                                      "hidden"};
        if (kOpen.contains(e.type.info->name)) return;
        m_reporter.error("class_of_free_answer", place,
                         "Answers of type " + std::string(e.type.info->name) + " can identify a person, so \"" +
                             e.name + "\" must be sealed.",
                         "Only select_one, select_multiple, integer, calculate and hidden can be " + word + ".");
    }

    void noAnswer(const Element& e) {
        const auto words = splitWhitespace(e.row->text("peil:no_answer"));
        if (words.empty()) return;
        auto reasons = textsIn(kNoAnswers);
        std::erase(reasons, idOf(NoAnswer::None));
        const auto place = e.place("peil:no_answer");
        if (e.isSection())
            return m_reporter.error("reasons_of_section", place, "A group cannot have reasons for no answer.",
                                    "Set them for the questions inside.");
        if (!isVisible(e) || e.type.info->readonly)
            m_reporter.warning("reasons_without_question", place,
                               "\"" + e.name + "\" is not answered by a person, so no reasons are offered.",
                               "Clear the cell.");
        for (const auto word : words) {
            const std::string reason(word);
            if (noAnswerOf(reason)) continue;
            if (reason != "none")
                m_reporter.error("bad_reason", place, "\"" + reason + "\" is not a reason for no answer.",
                                 "Use one or more of dont_know, refused and skipped, or only none." +
                                     didYouMean(reason, reasons));
            else if (words.size() > 1)
                m_reporter.error("bad_reason", place,
                                 "\"none\" means that no reason is offered, so it must be the only word.",
                                 "Remove it or the other words.");
        }
    }

    const Form& m_form;
    Reporter& m_reporter;
    std::map<std::string, const Element*> m_repeats; ///< the first of each name
    std::set<std::string> m_listsSeen;               ///< by type of question and list
};

} // namespace

void checkMedia(const Row& row, Reporter& reporter) {
    static const std::vector<std::string> kForms{"image", "audio", "video", "big-image"};
    for (const auto& [name, file] : row.withPrefix("media::"))
        if (std::find(kForms.begin(), kForms.end(), name) == kForms.end())
            reporter.error("unknown_media", row.place("media::" + name), "\"" + name + "\" is not a kind of media.",
                           didYouMean(name, kForms) + " Write one of: " + join(kForms, ", ") + ".");
}

void warnOfMedia(const Table& table, Reporter& reporter) {
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const auto& column = table.columns()[i];
        const auto* beside = column.key.starts_with("media::") ? forms::unaskedCapability(column.key) : nullptr;
        if (beside == nullptr || beside->shown == forms::Shown::Yes) continue;
        const auto shows = [i](const Row& row) { return !row.cell(i).empty(); };
        const auto first = std::ranges::find_if(table.rows(), shows);
        if (first == table.rows().end()) continue;
        const auto rows = std::ranges::count_if(table.rows(), shows);
        reporter.warning("not_shown", {table.sheetName(), first->number(), column.header},
                         std::string(beside->why) + "; this column has " + std::to_string(rows) +
                             " of them. The texts appear without them.");
    }
}

void checkSurvey(const Form& form, Reporter& reporter) {
    Checks(form, reporter).run();
}

void checkUnreadReferences(Form& form, Reporter& reporter) {
    References references(form, reporter, EngineCheck::No);
    if (form.settings && !form.settings->rows().empty()) {
        const Row& row = form.settings->rows().front();
        for (const auto& column : form.settings->columns()) {
            const auto& cell = row.text(column.key);
            if (column.key.empty() || column.key == "instance_name" || !hasReference(cell)) continue;
            static_cast<void>(references.expression(cell, form.root, row.place(column.key)));
        }
    }
    const auto look = [&](const Element& e, const std::string& key, std::string_view cell) {
        if (hasReference(cell)) static_cast<void>(references.expression(cell, e, e.place(key)));
    };
    forEach(form.root, [&](const Element& e) {
        if (e.row == nullptr || e.generated) return;
        const bool select = e.type.info != nullptr && isSelect(*e.type.info);
        if (!select) look(e, "choice_filter", e.choiceFilter);
        if (e.kind != ElementKind::Repeat) look(e, "repeat_count", e.row->text("repeat_count"));
        look(e, "parameters", e.row->text("parameters"));
        if (!e.isSection()) return;
        for (const char* key : {"hint", "guidance_hint"})
            for (const auto& [language, words] : e.row->translations(key))
                look(e, key, words);
    });
}

} // namespace peil::xlsform
