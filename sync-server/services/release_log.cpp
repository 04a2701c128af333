// SPDX-License-Identifier: Apache-2.0
#include "services/release_log.h"

#include "peil/base/text.h"
#include "peil/records/json_value.h"
#include "services/acts_say.h"
#include "services/error.h"

#include <algorithm>

namespace peil::server::services {

using records::integerOf;

namespace {

constexpr std::size_t kPolicyDigits = 64;

} // namespace

Result<std::vector<ReleaseRow>> releases(repository::Records& records) {
    PEIL_TRY(const auto acts, records.auditRows());
    std::vector<ReleaseRow> out;
    for (const auto& act : acts) {
        if (act.what != "export" && act.what != "recall") continue;
        auto detail = detailOf(act);
        if (act.what == "export" && records::find(detail, "release") != nullptr)
            out.push_back({act.number, act.at, act.by, std::move(detail), false});
        if (act.what == "recall")
            if (const auto found = std::ranges::find(out, records::numberOf(detail, "release"), &ReleaseRow::number);
                found != out.end())
                found->recalled = true;
    }
    return out;
}

Result<> checkRelease(repository::Records& records, const boost::json::value& release) {
    const auto members = fromBase64(records::textOf(release, "members"));
    const auto policy = records::textOf(release, "policy");
    const auto after = integerOf(release, "after");
    if (!members || members->empty() || members->size() % kMemberBytes != 0 ||
        integerOf(release, "rungs").value_or(-1) < 0 || after.value_or(-1) < 0 ||
        (!policy.empty() && policy.size() != kPolicyDigits))
        return fail(ServiceErrc::BadExport, "The release does not state who is in it and how coarse it is; check that "
                                            "peil and peil-server have the same version.");
    PEIL_TRY(const auto known, releases(records));
    const auto newest = known.empty() ? 0 : known.back().number;
    if (newest == after) return {};
    return fail(ServiceErrc::ReleaseMeanwhile,
                "Another release was made while this one was being checked; run the export again to compare both.");
}

Result<> recallRelease(repository::Repository& repository, TimePoint now, std::int64_t number, const std::string& by,
                       const std::string& note) {
    if (trim(note).empty() || note.size() > kMaxPurposeBytes || by.empty())
        return fail(ServiceErrc::BadExport,
                    "Recalling a release needs your name and a note of 1 to 500 bytes; state who deleted it, and why.");
    return repository.write([&](repository::Records& records) -> Result<> {
        PEIL_TRY(const auto known, releases(records));
        const auto found = std::ranges::find(known, number, &ReleaseRow::number);
        if (found == known.end())
            return fail(ServiceErrc::UnknownRelease,
                        "There is no release " + std::to_string(number) + "; see peil release list.");
        if (found->recalled) return {};
        return appendAct(records, now, by, "recall", {{"release", number}, {"note", note}});
    });
}

} // namespace peil::server::services
