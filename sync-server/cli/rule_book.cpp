// SPDX-License-Identifier: Apache-2.0
#include "rule_book.h"

#include "command.h"
#include "peil/base/text.h"
#include "peil/forms/session.h"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

namespace peil::cli {
namespace {

constexpr std::string_view kRuleName = "peil_rule_", kGroupName = "peil_group";

/// Stands still at the end of the interview, so that a rule says the same whenever it is asked.
class StillClock final : public Clock {
public:
    explicit StillClock(TimePoint now)
        : m_now(now) {}
    [[nodiscard]] TimePoint now() const override { return m_now; }

private:
    TimePoint m_now;
};

/// A form that draws lots would give another verdict each time.
class NoLots final : public Rng {
public:
    void fill(std::span<std::uint8_t> out) override { std::ranges::fill(out, std::uint8_t{0}); }
};

std::int64_t digits(std::string_view text, std::size_t at, std::size_t count) {
    return at + count <= text.size() ? parseInteger(text.substr(at, count)).value_or(0) : 0;
}

/// The epoch for what is no time.
TimePoint timeOf(std::string_view utc) {
    using namespace std::chrono;
    const year_month_day day{year(static_cast<int>(digits(utc, 0, 4))), month(static_cast<unsigned>(digits(utc, 5, 2))),
                             std::chrono::day(static_cast<unsigned>(digits(utc, 8, 2)))};
    if (!day.ok()) return {};
    return sys_days(day) + hours(digits(utc, 11, 2)) + minutes(digits(utc, 14, 2)) + seconds(digits(utc, 17, 2));
}

/// The path of the one question of that name.
Result<std::string> pathOf(const forms::FormDefinition& form, std::string_view name) {
    std::vector<std::string> paths, names;
    for (const auto& field : form.fields()) {
        names.push_back(field.name);
        if (field.name == name) paths.push_back(field.path);
    }
    if (paths.size() == 1) return paths.front();
    const auto near = nearest(name, names);
    return fail(CliErrc::BadInput, paths.empty() ? "the form has no question \"" + std::string(name) + "\"" +
                                                       (near ? "; did you mean \"" + *near + "\"?" : ".")
                                                 : "the form has several questions \"" + std::string(name) + "\".");
}

/// `${name}` becomes the path of the question.
Result<std::string> withPaths(const forms::FormDefinition& form, std::string_view expression) {
    std::string out;
    while (!expression.empty()) {
        const auto begin = expression.find("${");
        out += expression.substr(0, begin);
        if (begin == std::string_view::npos) break;
        const auto end = expression.find('}', begin);
        if (end == std::string_view::npos) return fail(CliErrc::BadInput, "a ${ has no closing brace.");
        PEIL_TRY(const auto path, pathOf(form, trim(expression.substr(begin + 2, end - begin - 2))));
        out += " " + path + " ";
        expression.remove_prefix(end + 1);
    }
    return out;
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
            return fail(CliErrc::BadInput, "The form in the study pack has no instance; sign the study again.");
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

tl::unexpected<Error> faulty(const std::string& where, const std::string& why) {
    return fail(CliErrc::BadInput, "study.toml, " + where + ": " + why);
}

std::string valueAt(const forms::Session& session, const std::string& path) {
    const auto node = session.find(path);
    return node ? session.value(*node) : std::string();
}

/// Adds one expression and gives its path.
Result<std::string> addExpression(Extension& extension, const forms::FormDefinition& form, const std::string& where,
                                  const std::string& name, std::string_view expression, bool yesOrNo) {
    const auto text = withPaths(form, expression);
    if (!text) return faulty(where, text.error().context);
    return extension.add(name, yesOrNo ? "if(" + *text + ", '1', '0')" : *text);
}

} // namespace

Result<RuleBook> RuleBook::create(std::string_view xform, const forms::FormDefinition& form, const study::Study& study,
                                  const forms::ResourceLoader& resources) {
    RuleBook book;
    book.m_timeZone = study.timeZone;
    PEIL_TRY(auto extension, Extension::of(xform));
    std::vector<std::pair<std::string, std::string>> places; ///< path -> where it stands in study.toml
    if (!study.cleaning.group.empty()) {
        PEIL_TRY(book.m_groupPath, addExpression(extension, form, "[cleaning], group", std::string(kGroupName),
                                                 study.cleaning.group, false));
        places.emplace_back(book.m_groupPath, "[cleaning], group");
    } else if (const auto path = pathOf(form, study.fields.group)) {
        book.m_groupPath = *path;
    }
    for (std::size_t i = 0; i < study.cleaning.rules.size(); ++i) {
        const auto& rule = study.cleaning.rules[i];
        const auto where = "rule \"" + rule.id + "\"";
        PEIL_TRY(auto path, addExpression(extension, form, where, std::string(kRuleName) + std::to_string(i + 1),
                                          rule.check, true));
        places.emplace_back(path, where);
        book.m_rulePaths.push_back(std::move(path));
    }
    const auto parsed = forms::FormDefinition::parse(extension.text(), resources);
    if (parsed.form) {
        book.m_form = parsed.form;
        return book;
    }
    for (const auto& fault : parsed.diagnostics)
        for (const auto& [path, where] : places)
            if (fault.severity == forms::Diagnostic::Severity::Error && fault.place.find(path) != std::string::npos)
                return faulty(where, fault.message);
    return faulty("rules",
                  parsed.diagnostics.empty() ? "the rules do not fit the form." : parsed.diagnostics.front().message);
}

Result<Verdict> RuleBook::judge(std::string_view recordXml, std::string_view finalisedAt) const {
    const StillClock clock(timeOf(finalisedAt));
    NoLots lots;
    forms::Environment environment;
    environment.clock = &clock;
    environment.rng = &lots;
    environment.timeZone = m_timeZone;
    const auto session = forms::Session::load(m_form, std::move(environment), recordXml, false);
    if (!session)
        return fail(CliErrc::BadInput, "A record does not fit the form of the study pack; check that tablets and "
                                       "researchers use the same pack.");
    Verdict verdict;
    if (!m_groupPath.empty()) verdict.group = valueAt(*session, m_groupPath);
    for (const auto& path : m_rulePaths)
        verdict.holds.push_back(valueAt(*session, path) == "1");
    return verdict;
}

} // namespace peil::cli
