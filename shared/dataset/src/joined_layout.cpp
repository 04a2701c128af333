// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/joined_layout.h"

#include "peil/base/text.h"
#include "peil/dataset/dataset_error.h"
#include "table_names.h"
#include "version_rules.h"

#include <algorithm>
#include <map>
#include <set>

namespace peil::dataset {
namespace {

using exports::VariableType;

constexpr std::size_t kHashDigits = 8; ///< that name a version which says no other name

/// Under a name that no question of `table` has.
exports::Variable versionColumn(const exports::Table& table) {
    exports::Variable variable;
    const auto isTaken = [&](const std::string& name) {
        return std::ranges::any_of(table.variables, [&](const auto& one) { return one.name == name; });
    };
    variable.name = kFormVersion;
    for (int number = 2; isTaken(variable.name); ++number)
        variable.name = kFormVersion + ("_" + std::to_string(number));
    variable.label = {{"en", "Version of the form"}, {"nl", "Versie van de vragenlijst"}};
    return variable;
}

} // namespace

std::optional<std::size_t> JoinedLayout::Version::joinedTable(const std::string& path) const {
    for (std::size_t i = 0; i < tables.size(); ++i)
        if (tables[i] && layout.tables()[*tables[i]].path == path) return i;
    return std::nullopt;
}

Result<JoinedLayout> JoinedLayout::create(const ExportSubject& subject) {
    JoinedLayout joined;
    std::vector<FormVersion> forms{
        {subject.formHash, subject.form.version(), &subject.form, subject.xform, subject.study}};
    forms.insert(forms.end(), subject.earlier.begin(), subject.earlier.end());
    std::map<std::string, int> sameName;
    for (const auto& form : forms)
        ++sameName[form.name];
    for (auto& form : forms)
        if (form.name.empty() || sameName[form.name] > 1)
            form.name += (form.name.empty() ? "" : "-") + form.hash.substr(0, kHashDigits);
    std::vector<Version> versions;
    for (const auto& form : forms) {
        versions.push_back(
            {form.hash, form.name, Layout({*form.form, form.xform, {}, {}, {}, subject.fields, form.study}), {}, {}});
        joined.noteTwice(repeatsOf(versions.back().layout));
        for (const auto& planned : versions.back().layout.tables())
            joined.noteTwice(questionsOf(planned.table));
    }
    for (auto& version : versions)
        PEIL_CHECK(joined.add(std::move(version)));
    if (!joined.namesVersions()) return joined;
    joined.m_tables.front().table.variables.push_back(versionColumn(joined.m_tables.front().table));
    joined.m_tables.front().readings.emplace_back(1);
    for (auto& version : joined.m_versions)
        version.columns.front().resize(joined.m_tables.front().table.variables.size());
    return joined;
}

void JoinedLayout::noteTwice(const std::vector<Named>& all) {
    std::set<std::string> seen;
    for (const auto& one : all)
        if (!seen.insert(one.loose).second) m_twice.insert(one.loose);
}

std::vector<std::optional<std::size_t>> JoinedLayout::pairs(std::vector<Named> ours, std::vector<Named> theirs) const {
    for (auto* all : {&ours, &theirs})
        for (auto& one : *all)
            if (m_twice.contains(one.loose)) one.loose = one.exact;
    return samePlaces(ours, theirs);
}

Result<> JoinedLayout::add(Version version) {
    const auto before = m_tables;
    const auto places = joinedPlaces(version.layout);
    version.tables.resize(m_tables.size());
    version.columns.resize(m_tables.size());
    for (std::size_t own = 0; own < places.size(); ++own)
        PEIL_CHECK(addTable(version, own, places[own]));
    std::vector<std::string> lacking;
    for (std::size_t t = 0; t < before.size(); ++t) {
        version.columns[t].resize(m_tables[t].table.variables.size());
        for (std::size_t i = 0; i < before[t].table.variables.size(); ++i)
            if (!version.columns[t][i]) lacking.push_back(before[t].table.variables[i].name);
    }
    if (!lacking.empty()) tell(version, "lacks " + join(lacking, ", "));
    m_versions.push_back(std::move(version));
    for (auto& earlier : m_versions) { // what came in with this one, they do not have
        earlier.tables.resize(m_tables.size());
        earlier.columns.resize(m_tables.size());
        for (std::size_t t = 0; t < m_tables.size(); ++t)
            earlier.columns[t].resize(m_tables[t].table.variables.size());
    }
    return {};
}

std::vector<std::size_t> JoinedLayout::joinedPlaces(const Layout& layout) {
    std::vector<Named> ours;
    for (const auto& joined : m_tables)
        ours.push_back(repeatAt(joined.path));
    const auto same = pairs(std::move(ours), repeatsOf(layout));
    std::vector<std::size_t> places;
    std::map<std::string, std::string> joinedNames; // of their tables
    for (std::size_t own = 0; own < same.size(); ++own) {
        const auto& planned = layout.tables()[own];
        places.push_back(same[own].value_or(m_tables.size()));
        if (!same[own]) {
            auto table = planned.table;
            table.variables.clear();
            table.name = freeTableName(table.name, m_tables);
            table.parent = joinedNames[table.parent];
            m_tables.push_back({planned.path, std::move(table), {}});
        }
        joinedNames[planned.table.name] = m_tables[places.back()].table.name;
    }
    return places;
}

Result<> JoinedLayout::addTable(Version& version, std::size_t own, std::size_t at) {
    const auto& planned = version.layout.tables()[own];
    version.tables[at] = own;
    auto& joined = m_tables[at];
    auto& columns = version.columns[at];
    columns.resize(joined.table.variables.size());
    std::vector<std::string> only;
    const auto places = pairs(questionsOf(joined.table), questionsOf(planned.table));
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& theirs = planned.table.variables[i];
        if (places[i]) {
            columns[*places[i]] = i;
            PEIL_CHECK(reconcile(version, joined, *places[i], theirs));
            continue;
        }
        joined.table.variables.push_back(theirs);
        joined.readings.push_back(planned.readings[i]);
        columns.emplace_back(i);
        only.push_back(theirs.name);
    }
    if (!m_versions.empty() && !only.empty()) tell(version, "additionally has " + join(only, ", "));
    return {};
}

Result<> JoinedLayout::reconcile(const Version& version, Joined& joined, std::size_t at,
                                 const exports::Variable& theirs) {
    auto& ours = joined.table.variables[at];
    if (mixesUp(ours, theirs))
        return fail(DatasetErrc::BadInput,
                    "The question \"" + ours.name + "\" is " + std::string(idOf(ours.type)) + " in the version \"" +
                        m_versions.front().name + "\" of the form and " + std::string(idOf(theirs.type)) +
                        " in the version \"" + version.name +
                        "\", so one column would mix their answers; rename the question in the new form, or export "
                        "each version separately, with its own pack and --versions current.");
    if (ours.type != theirs.type) {
        const bool coded = isCoded(ours.type) && isCoded(theirs.type);
        tell(version, ours.name + " is " + std::string(idOf(theirs.type)) + ", not " + std::string(idOf(ours.type)));
        if (coded) ours.type = joined.readings[at].front().type = VariableType::Choices;
    }
    if (!isCoded(ours.type) || !isCoded(theirs.type)) return {};
    for (const auto& value : ours.values)
        if (std::ranges::find(theirs.values, value.value, &exports::ValueLabel::value) == theirs.values.end())
            tell(version, ours.name + " lacks the choice " + value.value);
    for (const auto& value : theirs.values) {
        const auto known = std::ranges::find(ours.values, value.value, &exports::ValueLabel::value);
        if (known == ours.values.end()) {
            ours.values.push_back(value);
            if (auto& own = joined.readings[at].front().values; !own.empty()) own.push_back(value);
            tell(version, ours.name + " also has the choice " + value.value);
        } else if (otherWords(known->label, value.label)) {
            tell(version, ours.name + " labels the choice " + value.value + " differently");
        }
    }
    return {};
}

const JoinedLayout::Version& JoinedLayout::version(const std::string& formHash) const {
    const auto found = std::ranges::find(m_versions, formHash, &Version::hash);
    return found == m_versions.end() ? m_versions.front() : *found;
}

void JoinedLayout::read(std::size_t table, std::size_t variable, std::size_t choice) {
    auto& joined = m_tables[table];
    give(joined.table.variables[variable], joined.readings[variable][choice]);
}

void JoinedLayout::tell(const Version& version, const std::string& difference) {
    m_differences.push_back("version " + version.name + " of the form: " + difference);
}

} // namespace peil::dataset
