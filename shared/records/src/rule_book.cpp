// SPDX-License-Identifier: Apache-2.0
#include "peil/records/rule_book.h"

#include "peil/records/error.h"
#include "rule_text.h"

#include <pugixml.hpp>
#include <sstream>
#include <utility>

namespace peil::records {
namespace {

constexpr std::string_view kRuleName = "peil_rule_", kGroupName = "peil_group", kGroupNode = "[cleaning], group";

std::string ruleNode(const std::string& id) {
    return "rule \"" + id + "\"";
}

/// The form as XML, to which calculated fields are added.
class Extension {
public:
    static Result<Extension> of(std::string_view xform) {
        Extension made;
        if (made.m_document.load_buffer(xform.data(), xform.size(), pugi::parse_full))
            made.m_model = made.m_document.select_node("//*[local-name()='model']").node();
        for (const auto& child : made.m_model.children())
            if (!made.m_root && std::string_view(child.name()).ends_with("instance"))
                made.m_root = child.first_child().type() == pugi::node_element ? child.first_child()
                                                                               : child.first_child().next_sibling();
        if (!made.m_root)
            return fail(RecordsErrc::BadRule, "The form in the study pack has no instance; sign the study again.");
        const std::string_view model = made.m_model.name();
        made.m_prefix = model.substr(0, model.size() - std::string_view("model").size());
        return made;
    }
    /// @return the path of the new field.
    std::string add(const std::string& name, const std::string& calculation) {
        m_root.append_child(name.c_str());
        auto bind = m_model.append_child((m_prefix + "bind").c_str());
        auto path = "/" + std::string(m_root.name()) + "/" + name;
        bind.append_attribute("nodeset").set_value(path.c_str());
        bind.append_attribute("type").set_value("string");
        bind.append_attribute("calculate").set_value(calculation.c_str());
        return path;
    }
    [[nodiscard]] std::string text() const {
        std::ostringstream out;
        m_document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
        return out.str();
    }

private:
    pugi::xml_document m_document;
    pugi::xml_node m_model, m_root;
    std::string m_prefix;
};

/// A field that was added, and where its expression is in study.toml.
struct Added {
    std::string path;
    Place place;
};

Place placeOf(std::string node) {
    return {.file = "study.toml", .node = std::move(node)};
}

/// A rule, or the group, that the form does not understand.
Diagnostic faulty(Place place, std::string why) {
    return {Severity::Error, "bad_rule", std::move(place), std::move(why)};
}

std::string valueAt(const forms::Session& session, const std::string& path) {
    const auto node = session.find(path);
    return node ? session.value(*node) : std::string();
}

/// An expression of study.toml in the words of the form.
Result<std::string> expressionOf(const forms::FormDefinition& form, std::string_view expression) {
    return withPaths(expression, [&](std::string_view question) -> Result<std::string> {
        PEIL_TRY(const auto* field, questionOf(form, question));
        return field->path;
    });
}

/// A rule that reads what the form does not have counts as false everywhere; it is a slip.
std::string messageOf(const Diagnostic& fault) {
    return fault.id == "unknown_node" ? fault.message + " Refer to a question as ${question}." : sentencesOf(fault);
}

/// The first error that an added field brought into the form.
std::optional<Diagnostic> faultOf(const forms::ParsedForm& parsed, const std::vector<Added>& added) {
    for (const auto& fault : parsed.diagnostics) {
        if (fault.severity != Severity::Error && fault.id != "unknown_node") continue;
        for (const auto& [path, place] : added)
            if (fault.place.node == path) return faulty(place, messageOf(fault));
    }
    if (parsed.form) return std::nullopt;
    return faulty(placeOf("[[rule]]"), parsed.diagnostics.empty() ? "The rules do not match the form."
                                                                  : sentencesOf(parsed.diagnostics.front()));
}

} // namespace

Result<RuleBook> RuleBook::create(std::string_view xform, const forms::FormDefinition& form, const study::Study& study,
                                  const forms::ResourceLoader& resources, Diagnostic* fault) {
    const auto refuse = [fault](Diagnostic found) {
        auto error = fail(RecordsErrc::BadRule, describe(found));
        if (fault != nullptr) *fault = std::move(found);
        return error;
    };
    RuleBook book;
    book.m_timeZone = study.timeZone;
    PEIL_TRY(auto extension, Extension::of(xform));
    std::vector<Added> added;
    const auto add = [&](std::string node, const std::string& name, std::string_view expression,
                         bool yesOrNo) -> Result<std::string> {
        const auto text = expressionOf(form, expression);
        if (!text) return refuse(faulty(placeOf(std::move(node)), text.error().context));
        auto path = extension.add(name, yesOrNo ? "if(" + *text + ", '1', '0')" : *text);
        added.push_back({path, placeOf(std::move(node))});
        return path;
    };
    if (!study.cleaning.group.empty()) {
        PEIL_TRY(book.m_groupPath, add(std::string(kGroupNode), std::string(kGroupName), study.cleaning.group, false));
    } else if (const auto field = questionOf(form, study.fields.group)) {
        book.m_groupPath = (*field)->path;
    }
    for (std::size_t i = 0; i < study.cleaning.rules.size(); ++i) {
        const auto& rule = study.cleaning.rules[i];
        PEIL_TRY(auto path, add(ruleNode(rule.id), std::string(kRuleName) + std::to_string(i + 1), rule.check, true));
        book.m_rulePaths.push_back(std::move(path));
    }
    auto parsed = forms::FormDefinition::parse(extension.text(), resources);
    if (auto found = faultOf(parsed, added)) return refuse(std::move(*found));
    book.m_form = std::move(parsed.form);
    return book;
}

Result<Verdict> RuleBook::judge(std::string_view recordXml, std::string_view finalisedAt) const {
    FixedEnvironment world(finalisedAt);
    const auto session = forms::Session::load(m_form, world.environment(m_timeZone), recordXml, forms::LoadAs::Record);
    if (!session)
        return fail(RecordsErrc::BadRecord, "A record does not match the form of the study pack; check that tablets "
                                            "and researchers use the same pack.");
    Verdict verdict;
    if (!m_groupPath.empty()) verdict.group = valueAt(*session, m_groupPath);
    for (const auto& path : m_rulePaths)
        verdict.holds.push_back(valueAt(*session, path) == "1");
    return verdict;
}

} // namespace peil::records
