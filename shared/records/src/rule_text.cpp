// SPDX-License-Identifier: Apache-2.0
#include "rule_text.h"

#include "peil/base/text.h"
#include "peil/records/error.h"

#include <chrono>
#include <vector>

namespace peil::records {
namespace {

std::int64_t digits(std::string_view text, std::size_t at, std::size_t count) {
    return at + count <= text.size() ? parseInteger(text.substr(at, count)).value_or(0) : 0;
}

TimePoint timeOf(std::string_view utc) {
    using namespace std::chrono;
    const year_month_day day{year(static_cast<int>(digits(utc, 0, 4))), month(static_cast<unsigned>(digits(utc, 5, 2))),
                             std::chrono::day(static_cast<unsigned>(digits(utc, 8, 2)))};
    if (!day.ok()) return {};
    return sys_days(day) + hours(digits(utc, 11, 2)) + minutes(digits(utc, 14, 2)) + seconds(digits(utc, 17, 2));
}

} // namespace

Result<const forms::FieldInfo*> questionOf(const forms::FormDefinition& form, std::string_view name) {
    const forms::FieldInfo* found = nullptr;
    std::vector<std::string> names;
    for (const auto& field : form.fields()) {
        names.push_back(field.name);
        if (field.name != name) continue;
        if (found != nullptr)
            return fail(RecordsErrc::BadRule,
                        "the form has several questions \"" + std::string(name) + "\"; rename the others.");
        found = &field;
    }
    if (found != nullptr) return found;
    const auto near = nearest(name, names);
    return fail(RecordsErrc::BadRule, "the form has no question \"" + std::string(name) + "\"" +
                                          (near ? "; did you mean \"" + *near + "\"?" : "; correct its name."));
}

Result<std::string> withPaths(std::string_view expression,
                              const std::function<Result<std::string>(std::string_view)>& path) {
    std::string out;
    while (!expression.empty()) {
        const auto begin = expression.find("${");
        out += expression.substr(0, begin);
        if (begin == std::string_view::npos) break;
        const auto end = expression.find('}', begin);
        if (end == std::string_view::npos)
            return fail(RecordsErrc::BadRule, "a ${ has no closing brace; add it after the name of the question.");
        PEIL_TRY(const auto found, path(trim(expression.substr(begin + 2, end - begin - 2))));
        out += " " + found + " ";
        expression.remove_prefix(end + 1);
    }
    return out;
}

std::string bareText(std::string_view expression) {
    std::string bare;
    for (std::size_t at = 0; at < expression.size(); ++at) {
        const char c = expression[at];
        const bool isName = c == '$' && expression.substr(at).starts_with("${");
        if (c != '\'' && c != '"' && !isName) {
            bare += c;
            continue;
        }
        const auto end = expression.find(isName ? '}' : c, at + 1);
        if (end == std::string_view::npos) break;
        at = end;
        bare += ' ';
    }
    return bare;
}

FixedEnvironment::FixedEnvironment(std::string_view at) {
    m_clock.time = timeOf(at);
}

forms::Environment FixedEnvironment::environment(const std::string& timeZone) {
    forms::Environment world;
    world.clock = &m_clock;
    world.rng = &m_rng;
    world.timeZone = timeZone;
    return world;
}

} // namespace peil::records
