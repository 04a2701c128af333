// SPDX-License-Identifier: Apache-2.0
#include "peil/study/definition.h"

#include "definition_values.h"
#include "peil/study/study.h"

#include <algorithm>

namespace peil::study {
namespace {

constexpr int kNoUpperAge = 1'000;

/// What it does to the size when the register counts people whom the sample excludes, and the other way round.
SizeEffect effectOf(bool registerWider, bool sampleWider) {
    if (registerWider == sampleWider) return SizeEffect::Either;
    return registerWider ? SizeEffect::TooHigh : SizeEffect::TooLow;
}

class Comparison {
public:
    explicit Comparison(const Study& study)
        : m_study(study) {}

    std::vector<DefinitionDifference> run() {
        if (!m_study.benchmark) {
            for (const auto& group : m_study.groups)
                add(DefinitionAspect::Words, group.id, group.definition.declared() ? kDeclared : "", {},
                    SizeEffect::Unknown);
            return std::move(m_found);
        }
        for (const auto& group : m_study.groups)
            compareGroup(group);
        compareDuplicates();
        comparePeriod();
        return std::move(m_found);
    }

private:
    void add(DefinitionAspect aspect, const std::string& group, std::string sample, std::string benchmark,
             SizeEffect effect) {
        if (sample.empty() || benchmark.empty()) effect = SizeEffect::Unknown;
        m_found.push_back({aspect, group, std::move(sample), std::move(benchmark), effect});
    }

    void compareGroup(const Group& group) {
        const auto& sample = group.definition;
        const auto* counted = m_study.benchmark->group(group.id);
        if (!sample.declared() || counted == nullptr)
            return add(DefinitionAspect::Words, group.id, sample.declared() ? kDeclared : "",
                       counted != nullptr ? kDeclared : "", SizeEffect::Unknown);
        if (const auto a = treatmentValue(sample), b = treatmentValue(*counted); a != b)
            add(DefinitionAspect::MaintenanceTreatment, group.id, a, b, effectOf(b == kIncluded, a == kIncluded));
        if (sample.minDaysPerWeek != counted->minDaysPerWeek)
            add(DefinitionAspect::Frequency, group.id, daysValue(sample), daysValue(*counted),
                effectOf(counted->minDaysPerWeek < sample.minDaysPerWeek,
                         sample.minDaysPerWeek < counted->minDaysPerWeek));
        compareAge(group.id, sample, *counted);
    }

    void compareAge(const std::string& group, const CaseDefinition& sample, const CaseDefinition& counted) {
        if (!sample.hasAge() && !counted.hasAge()) return;
        const int sampleFrom = sample.ageFrom.value_or(0), sampleTo = sample.ageTo.value_or(kNoUpperAge);
        const int countedFrom = counted.ageFrom.value_or(0), countedTo = counted.ageTo.value_or(kNoUpperAge);
        if (sample.hasAge() && counted.hasAge() && sampleFrom == countedFrom && sampleTo == countedTo) return;
        add(DefinitionAspect::Age, group, ageValue(sample), ageValue(counted),
            effectOf(countedFrom < sampleFrom || countedTo > sampleTo,
                     sampleFrom < countedFrom || sampleTo > countedTo));
    }

    void compareDuplicates() {
        const auto& deduplicated = m_study.benchmark->deduplicated;
        if (deduplicated && *deduplicated) return;
        add(DefinitionAspect::Duplicates, {}, kOnce, deduplicated ? kRepeated : "", SizeEffect::TooHigh);
    }

    /// The register's year covers the fieldwork only when all of it is in that year.
    void comparePeriod() {
        const auto year = std::to_string(m_study.benchmark->year);
        if (m_study.startsOn.starts_with(year + "-") && m_study.endsOn.starts_with(year + "-")) return;
        add(DefinitionAspect::Period, {}, m_study.startsOn + "/" + m_study.endsOn, year, SizeEffect::Either);
    }

    const Study& m_study;
    std::vector<DefinitionDifference> m_found;
};

} // namespace

const CaseDefinition* Benchmark::group(std::string_view id) const {
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& entry) { return entry.first == id; });
    return found == groups.end() ? nullptr : &found->second;
}

std::vector<DefinitionDifference> compareDefinitions(const Study& study) {
    return Comparison(study).run();
}

const char* idOf(DefinitionAspect aspect) {
    switch (aspect) {
    case DefinitionAspect::Words:
        return "definition";
    case DefinitionAspect::MaintenanceTreatment:
        return "maintenance_treatment";
    case DefinitionAspect::Frequency:
        return "min_days_per_week";
    case DefinitionAspect::Age:
        return "age";
    case DefinitionAspect::Duplicates:
        return "deduplicated";
    case DefinitionAspect::Period:
        break;
    }
    return "period";
}

const char* idOf(SizeEffect effect) {
    switch (effect) {
    case SizeEffect::TooHigh:
        return "too_high";
    case SizeEffect::TooLow:
        return "too_low";
    case SizeEffect::Either:
        return "either";
    case SizeEffect::Unknown:
        break;
    }
    return "unknown";
}

} // namespace peil::study
