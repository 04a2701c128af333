// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/register.h"

#include "peil/analysis/rows.h"
#include "peil/base/enum_text.h"
#include "peil/base/text.h"
#include "peil/words/words.h"

#include <algorithm>

namespace peil::analysis {
namespace {

constexpr std::size_t kListed = 12; ///< areas that a refusal names for each group

bool holds(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::string listed(const std::vector<std::string>& words) {
    if (words.size() <= kListed) return join(words, ", ");
    const std::vector<std::string> first(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(kListed));
    return join(first, ", ") + " and " + std::to_string(words.size() - kListed) + " more";
}

/// Without repetition, in the order of the table.
template <class Value>
std::vector<std::string> distinct(const std::vector<const RegisterRow*>& rows, Value value) {
    std::vector<std::string> words;
    for (const auto* row : rows)
        if (const auto word = value(*row); !holds(words, word)) words.push_back(word);
    return words;
}

class Choice {
public:
    Choice(const RegisterTable& table, const Sample& sample, const RegisterAsked& asked)
        : m_table(table)
        , m_sample(sample)
        , m_asked(asked) {}

    Result<Register> make() {
        PEIL_CHECK(checkAsked());
        for (const auto& row : m_table.rows)
            if (fits(row) && holds(m_sample.groups, row.group)) m_rows.push_back(&row);
        Register result;
        PEIL_TRY(result.facts.area, area(result.chosen));
        std::vector<const RegisterRow*> inArea;
        for (const auto* row : m_rows)
            if (row->area == result.facts.area) inArea.push_back(row);
        PEIL_TRY(
            result.facts.registerName,
            oneOf(distinct(inArea, [](const auto& row) { return row.registerName; }), result.facts.area,
                  {AnalysisErrc::SeveralRegisters, "from several registers", "register", m_asked.cures.registerName}));
        PEIL_TRY(result.facts.year,
                 oneOf(distinct(inArea, [](const auto& row) { return row.year; }), result.facts.area,
                       {AnalysisErrc::SeveralYears, "of several years", "year", m_asked.cures.year}));
        for (const auto& row : m_table.rows)
            place(result, row);
        return result;
    }

private:
    struct Kind {
        AnalysisErrc code;
        const char* words;
        const char* column;
        const std::string& cure;
    };

    tl::unexpected<Error> refuse(AnalysisErrc code, const std::string& sentence, const std::string& cure) const {
        return fail(code, m_table.name + ": " + sentence + "; " + cure + ".");
    }

    bool fits(const RegisterRow& row) const {
        return (m_asked.registerName.empty() || row.registerName == m_asked.registerName) &&
               (m_asked.year.empty() || row.year == m_asked.year);
    }

    Result<> checkAsked() const {
        std::vector<const RegisterRow*> all;
        for (const auto& row : m_table.rows)
            all.push_back(&row);
        const auto registers = distinct(all, [](const auto& row) { return row.registerName; });
        const auto years = distinct(all, [](const auto& row) { return row.year; });
        if (!m_asked.registerName.empty() && !holds(registers, m_asked.registerName))
            return unknown("register", m_asked.registerName, registers);
        if (!m_asked.year.empty() && !holds(years, m_asked.year)) return unknown("year", m_asked.year, years);
        return {};
    }
    tl::unexpected<Error> unknown(const char* what, const std::string& word,
                                  const std::vector<std::string>& known) const {
        std::vector<std::string> words;
        for (const auto& one : known)
            words.push_back(words::stated(one));
        return refuse(AnalysisErrc::UnknownRegister, "there is no " + std::string(what) + " \"" + word + "\"",
                      "use one of: " + listed(words));
    }

    std::vector<std::string> areasOf(const std::string& group) const {
        std::vector<std::string> areas;
        for (const auto* row : m_rows)
            if (row->group == group && !holds(areas, row->area)) areas.push_back(row->area);
        return areas;
    }
    /// "a in Netherlands, Amsterdam; b in Rotterdam".
    std::string whatThereIs() const {
        std::vector<std::string> parts;
        for (const auto& group : m_sample.groups) {
            const auto areas = areasOf(group);
            parts.push_back(group + " in " + (areas.empty() ? "none" : listed(areas)));
        }
        return "there are counts of " + join(parts, ", and of ");
    }

    Result<std::string> area(AreaChosen& chosen) const {
        auto common = areasOf(m_sample.groups.front());
        for (const auto& group : m_sample.groups) {
            const auto own = areasOf(group);
            std::erase_if(common, [&](const std::string& one) { return !holds(own, one); });
        }
        if (!m_asked.area.empty()) {
            chosen = AreaChosen::Asked;
            if (holds(common, m_asked.area)) return m_asked.area;
            return refuse(AnalysisErrc::UnknownArea,
                          "the area \"" + m_asked.area + "\" does not have a count for every group; " + whatThereIs(),
                          common.empty() ? m_asked.cures.noArea : m_asked.cures.area);
        }
        if (common.empty())
            return refuse(AnalysisErrc::NoCommonArea, "no area has a count for every group; " + whatThereIs(),
                          m_asked.cures.noArea);
        chosen = common.size() == 1 ? AreaChosen::Only : AreaChosen::Largest;
        if (common.size() == 1) return common.front();
        const auto largest = std::find_if(common.begin(), common.end(), [&](const std::string& one) {
            return std::all_of(common.begin(), common.end(),
                               [&](const std::string& other) { return one == other || exceeds(one, other); });
        });
        const bool part = largest != common.end() && isOneOfSeveral(*largest, m_sample.cities);
        if (largest != common.end() && !part) return *largest;
        return refuse(AnalysisErrc::SeveralAreas,
                      "it is not clear which area to estimate; all groups have counts for " + listed(common),
                      m_asked.cures.area);
    }

    double largestCount(const std::string& group, const std::string& area) const {
        double most = 0;
        for (const auto* row : m_rows)
            if (row->group == group && row->area == area) most = std::max(most, row->count);
        return most;
    }
    /// At least as large in every group, and larger in one.
    bool exceeds(const std::string& one, const std::string& other) const {
        bool larger = false;
        for (const auto& group : m_sample.groups) {
            const double here = largestCount(group, one), there = largestCount(group, other);
            if (here < there) return false;
            larger = larger || here > there;
        }
        return larger;
    }

    Result<std::string> oneOf(const std::vector<std::string>& values, const std::string& area, const Kind& kind) const {
        if (values.size() == 1) return values.front();
        std::vector<std::string> words;
        for (const auto& value : values)
            words.push_back(words::stated(value));
        return refuse(kind.code, "the area \"" + area + "\" has counts " + kind.words + " (" + listed(words) + ")",
                      kind.cure + (holds(values, "") ? ", and fill in the column " + std::string(kind.column) : ""));
    }

    void place(Register& result, const RegisterRow& row) const {
        ++result.read;
        if (!holds(m_sample.groups, row.group)) {
            const bool known = holds(m_sample.otherGroups, row.group);
            auto sampled = m_sample.groups;
            sampled.insert(sampled.end(), m_sample.otherGroups.begin(), m_sample.otherGroups.end());
            lose(result, known ? RegisterReason::NotAskedFor : RegisterReason::NoInterviews, row.group, row,
                 known ? std::nullopt : probableSlip(row.group, sampled));
        } else if (row.registerName != result.facts.registerName) {
            lose(result, RegisterReason::OtherRegister, row.registerName, row,
                 sameButForCase(row.registerName, {result.facts.registerName}));
        } else if (row.year != result.facts.year) {
            lose(result, RegisterReason::OtherYear, row.year, row, {});
        } else {
            result.byArea[row.group].emplace(row.area, row.count);
            placeArea(result, row);
        }
    }
    void placeArea(Register& result, const RegisterRow& row) const {
        if (row.area == result.facts.area) {
            ++result.used;
            result.byGroup.emplace(row.group, row);
        } else if (holds(m_sample.cities, row.area)) {
            ++result.forCities;
        } else {
            auto known = m_sample.cities;
            known.push_back(result.facts.area);
            lose(result, RegisterReason::OtherArea, row.area, row, sameButForCase(row.area, known));
        }
    }
    static void lose(Register& result, RegisterReason reason, const std::string& value, const RegisterRow& row,
                     const std::optional<std::string>& probably) {
        auto known = std::find_if(result.unused.begin(), result.unused.end(), [&](const UnusedRegisterRows& one) {
            return one.reason == reason && one.value == value;
        });
        if (known == result.unused.end())
            known = result.unused.insert(known, {reason, value, probably.value_or(std::string()), 0, 0});
        ++known->rows;
        known->people += row.count;
    }

    const RegisterTable& m_table;
    const Sample& m_sample;
    const RegisterAsked& m_asked;
    std::vector<const RegisterRow*> m_rows; ///< of the groups to estimate, of the register and year requested
};

} // namespace

std::string_view idOf(AreaChosen chosen) {
    using enum AreaChosen;
    static constexpr EnumText<AreaChosen> kTexts[] = {
        {Asked, "asked"}, {Declared, "declared"}, {Only, "only"}, {Largest, "largest"}};
    return textIn(kTexts, chosen);
}

std::string_view idOf(RegisterReason reason) {
    using enum RegisterReason;
    static constexpr EnumText<RegisterReason> kTexts[] = {{OtherArea, "other_area"},
                                                          {OtherRegister, "other_register"},
                                                          {OtherYear, "other_year"},
                                                          {NoInterviews, "no_interviews"},
                                                          {NotAskedFor, "not_asked_for"}};
    return textIn(kTexts, reason);
}

std::string describe(const UnusedRegisterRows& unused, std::string_view language) {
    return words::rowText(words::Kind::RegisterRow, idOf(unused.reason), unused.value, unused.probably, language);
}

RegisterFacts Register::factsOf(const std::string& group) const {
    auto result = facts;
    const auto& row = byGroup.at(group);
    result.definition = row.definition;
    result.deduplicated = row.deduplicated;
    return result;
}

Result<Register> chooseRegister(const RegisterTable& table, const Sample& sample, const RegisterAsked& asked) {
    return Choice(table, sample, asked).make();
}

bool isOneOfSeveral(const std::string& area, const std::vector<std::string>& cities) {
    return cities.size() > 1 && holds(cities, area);
}

std::optional<OutsideSample> outsideSample(const std::map<std::string, double>& byArea, const std::string& area,
                                           const std::vector<std::string>& cities) {
    const auto whole = byArea.find(area);
    if (whole == byArea.end() || whole->second <= 0 || holds(cities, area)) return std::nullopt;
    OutsideSample result;
    double inside = 0;
    bool any = false;
    for (const auto& city : cities) {
        const auto count = byArea.find(city);
        if (count == byArea.end()) {
            result.atMost = true;
            continue;
        }
        any = true;
        inside += count->second;
    }
    if (!any) return std::nullopt;
    result.people = std::max(0.0, whole->second - inside);
    result.share = result.people / whole->second;
    return result;
}

} // namespace peil::analysis
