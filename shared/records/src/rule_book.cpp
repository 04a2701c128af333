// SPDX-License-Identifier: Apache-2.0
#include "peil/records/rule_book.h"

#include "peil/records/error.h"
#include "rule_text.h"

#include <pugixml.hpp>
#include <sstream>
#include <utility>

namespace peil::records {
namespace {

constexpr std::string_view kRuleName = "peil_rule_", kGroupName = "peil_group";

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

/// A field that was added, and where its expression stands in study.toml.
struct Added {
    std::string path, where;
};

tl::unexpected<Error> faulty(const std::string& where, const std::string& why) {
    return fail(RecordsErrc::BadRule, "study.toml, " + where + ": " + why);
}

std::string valueAt(const forms::Session& session, const std::string& path) {
    const auto node = session.find(path);
    return node ? session.value(*node) : std::string();
}

/// Adds one expression and gives its path.
Result<std::string> addExpression(Extension& extension, const forms::FormDefinition& form, const std::string& where,
                                  const std::string& name, std::string_view expression, bool yesOrNo) {
    const auto text = withPaths(expression, [&](std::string_view question) -> Result<std::string> {
        PEIL_TRY(const auto* field, questionOf(form, question));
        return field->path;
    });
    if (!text) return faulty(where, text.error().context);
    return extension.add(name, yesOrNo ? "if(" + *text + ", '1', '0')" : *text);
}

/// "/data/peil_rule_1" stands in "/data/peil_rule_1, calculate", not in "/data/peil_rule_10".
bool isAt(const std::string& place, const std::string& path) {
    const auto at = place.find(path);
    if (at == std::string::npos) return false;
    const auto after = at + path.size();
    return after == place.size() || place[after] < '0' || place[after] > '9';
}

/// The form says of an unknown path that it counts as empty; in a rule that is a slip.
std::string wordsOf(const Diagnostic& fault) {
    if (fault.id != "unknown_node") return sentencesOf(fault);
    const auto begin = fault.message.find("reads "), end = fault.message.find(", which");
    if (begin == std::string::npos || end == std::string::npos) return fault.message;
    return "it reads " + fault.message.substr(begin + 6, end - begin - 6) +
           ", which is not in the form; refer to a question as ${question}.";
}

/// The first fault that an added field brought into the form.
Result<> checkAdded(const forms::ParsedForm& parsed, const std::vector<Added>& added) {
    for (const auto& fault : parsed.diagnostics) {
        if (fault.severity != Severity::Error && fault.id != "unknown_node") continue;
        for (const auto& [path, where] : added)
            if (isAt(fault.place.node, path)) return faulty(where, wordsOf(fault));
    }
    if (parsed.form) return {};
    return faulty("rules", parsed.diagnostics.empty() ? "the rules do not match the form."
                                                      : sentencesOf(parsed.diagnostics.front()));
}

} // namespace

Result<RuleBook> RuleBook::create(std::string_view xform, const forms::FormDefinition& form, const study::Study& study,
                                  const forms::ResourceLoader& resources) {
    RuleBook book;
    book.m_timeZone = study.timeZone;
    PEIL_TRY(auto extension, Extension::of(xform));
    std::vector<Added> added;
    if (!study.cleaning.group.empty()) {
        PEIL_TRY(book.m_groupPath, addExpression(extension, form, "[cleaning], group", std::string(kGroupName),
                                                 study.cleaning.group, false));
        added.push_back({book.m_groupPath, "[cleaning], group"});
    } else if (const auto field = questionOf(form, study.fields.group)) {
        book.m_groupPath = (*field)->path;
    }
    for (std::size_t i = 0; i < study.cleaning.rules.size(); ++i) {
        const auto& rule = study.cleaning.rules[i];
        const auto where = "rule \"" + rule.id + "\"";
        PEIL_TRY(auto path, addExpression(extension, form, where, std::string(kRuleName) + std::to_string(i + 1),
                                          rule.check, true));
        added.push_back({path, where});
        book.m_rulePaths.push_back(std::move(path));
    }
    auto parsed = forms::FormDefinition::parse(extension.text(), resources);
    PEIL_CHECK(checkAdded(parsed, added));
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
