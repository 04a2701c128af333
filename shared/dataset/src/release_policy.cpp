// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/release_policy.h"

#include "peil/base/text.h"
#include "peil/crypto/seal.h"
#include "peil/dataset/dataset_error.h"
#include "peil/dataset/release_check.h"

#include <algorithm>

namespace peil::dataset {
namespace {

Result<std::vector<std::string>> columnsOf(Sources tables, const std::vector<std::string>& questions) {
    std::vector<std::string> out;
    for (const auto& question : questions) {
        PEIL_TRY(auto column, columnOf(tables, question));
        if (column) out.push_back(std::move(*column));
    }
    return out;
}

} // namespace

Result<std::optional<std::string>> columnOf(Sources tables, const std::string& question) {
    std::optional<std::string> found;
    for (const auto* source : tables) {
        const auto& table = source->table();
        const bool main = source == tables.front();
        for (const auto& variable : table.variables) {
            if (variable.name != question) continue;
            if (main) return exports::columnOf(variable);
            if (found)
                return fail(DatasetErrc::BadInput, "study.toml, [disclosure]: several repeats have a question \"" +
                                                       question + "\"; give them different names in the form.");
            found = table.name + "/" + exports::columnOf(variable);
        }
    }
    return found;
}

Result<exports::ReleasePlan> planOf(Sources tables, const study::Study& study, exports::OnUnsafe onUnsafe) {
    const auto& policy = study.disclosure;
    exports::ReleasePlan plan;
    plan.onUnsafe = onUnsafe;
    plan.mostSuppressed = policy.mostSuppressed;
    PEIL_TRY(plan.rules.quasiIdentifiers, columnsOf(tables, policy.quasiIdentifiers));
    PEIL_TRY(plan.rules.sensitive, columnsOf(tables, policy.sensitive));
    plan.rules.k = static_cast<std::uint64_t>(policy.k);
    plan.rules.l = static_cast<std::uint64_t>(policy.l);
    plan.rules.t = policy.t;
    for (const auto& step : policy.ladder) {
        PEIL_TRY(auto column, columnOf(tables, step.question));
        if (!column) continue;
        plan.ladder.push_back({std::move(*column), step.band, {step.grouping.begin(), step.grouping.end()}, step.drop});
    }
    if (policy.design) { // without these the design's estimate would be another one
        PEIL_TRY(plan.kept, columnsOf(tables, {kStratum, kPsu, study.fields.group}));
    }
    return plan;
}

std::string fingerprintOf(const exports::ReleasePlan& plan) {
    std::string text;
    const auto add = [&](std::string_view part) { text += std::to_string(part.size()) + ":" + std::string(part); };
    for (const auto& column : plan.rules.quasiIdentifiers)
        add(column);
    for (const auto& step : plan.ladder) {
        add(step.column);
        add(step.drop ? "drop" : formatNumber(step.band));
        for (const auto& [value, broader] : step.groups) {
            add(value);
            add(broader);
        }
    }
    return toHex(crypto::sha256(bytesOf(text)));
}

} // namespace peil::dataset
