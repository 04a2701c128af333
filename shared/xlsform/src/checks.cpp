// SPDX-License-Identifier: Apache-2.0
#include "checks.h"

#include "writers.h"

#include "peil/base/text.h"

#include <algorithm>
#include <set>

namespace peil::xlsform {

namespace {

class Checks {
public:
    explicit Checks(Reporter& reporter)
        : m_reporter(reporter) {}

    void element(const Element& e) {
        if (e.row == nullptr || e.generated) return;
        if (e.kind == ElementKind::Question) question(e);
        peilClass(e);
        noAnswer(e);
    }

private:
    void question(const Element& e) {
        const auto& type = *e.type.info;
        const bool label = !e.label.empty() || !e.hint.empty() || !e.media.empty();
        if (!type.control.empty() && !label && isVisible(e))
            m_reporter.error("no_label", e.place("label"),
                             "The question \"" + e.name +
                                 "\" has no label and no hint. Write the words that are asked in column label.");
        if (type.name == "calculate" && e.calculation.empty() && !hasDynamicDefault(e) && e.triggers.empty())
            m_reporter.error("no_calculation", e.place("calculation"),
                             "The row \"" + e.name +
                                 "\" calculates nothing. Write an expression in column calculation.");
        if (type.name == "background-geopoint" && e.triggers.empty())
            m_reporter.error(
                "no_trigger", e.place("trigger"),
                "A background-geopoint needs a question that triggers it. Write ${name} in column trigger.");
        if (type.name == "background-geopoint" && !e.calculation.empty())
            m_reporter.error("calculated_geopoint", e.place("calculation"),
                             "A background-geopoint is measured and cannot be calculated. Empty column calculation.");
    }

    /// Answers that the server may read: nothing that can hold a name, and nothing that says who and when.
    void peilClass(const Element& e) {
        const auto& word = e.row->text("bind::peil:class");
        if (word.empty()) return;
        static const std::vector<std::string> kClasses{"quota", "estimate", "sealed"};
        const auto place = e.place("bind::peil:class");
        if (std::find(kClasses.begin(), kClasses.end(), word) == kClasses.end())
            return m_reporter.error("bad_class", place,
                                    "\"" + word + "\" is not a class. Write quota, estimate or sealed." +
                                        didYouMean(word, kClasses));
        if (word == "sealed") return;
        if (e.isSection())
            return m_reporter.error("class_of_section", place,
                                    "A group has no class. Give it to the questions inside.");
        // A hidden field is never typed: the tablet fills it from the study file (city, site).
        static const std::set<std::string_view> kOpen{"select_one", "select_multiple", "integer", "calculate",
                                                      "hidden"};
        if (kOpen.contains(e.type.info->name)) return;
        m_reporter.error(
            "class_of_free_answer", place,
            "Answers of type " + std::string(e.type.info->name) + " can tell who somebody is, so \"" + e.name +
                "\" stays sealed. Only select_one, select_multiple, integer, calculate and hidden can be " + word +
                ".");
    }

    void noAnswer(const Element& e) {
        static const std::vector<std::string> kReasons{"dont_know", "refused", "skipped"};
        for (const auto word : splitWhitespace(e.row->text("peil:no_answer"))) {
            const std::string reason(word);
            if (reason == "none" || std::find(kReasons.begin(), kReasons.end(), reason) != kReasons.end()) continue;
            m_reporter.error(
                "bad_reason", e.place("peil:no_answer"),
                "\"" + reason + "\" is not a reason for no answer. Write some of: dont_know refused skipped; or none." +
                    didYouMean(reason, kReasons));
        }
    }

    Reporter& m_reporter;
};

} // namespace

void checkSurvey(const Form& form, Reporter& reporter) {
    Checks checks(reporter);
    forEach(form.root, [&](const Element& e) { checks.element(e); });
}

} // namespace peil::xlsform
