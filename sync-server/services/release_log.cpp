// SPDX-License-Identifier: Apache-2.0
#include "services/release_log.h"

#include "peil/base/text.h"
#include "services/error.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::server::services {
namespace {

constexpr std::size_t kPolicyDigits = 64;

std::int64_t numberIn(const boost::json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_int64() ? value->as_int64() : -1;
}

std::string textIn(const boost::json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

boost::json::object detailOf(const repository::AuditRow& act) {
    boost::system::error_code error;
    auto value = boost::json::parse(act.detail, error);
    return !error && value.is_object() ? std::move(value.as_object()) : boost::json::object{};
}

} // namespace

Result<std::vector<ReleaseRow>> releases(repository::Records& records) {
    PEIL_TRY(const auto acts, records.auditRows());
    std::vector<ReleaseRow> out;
    for (const auto& act : acts) {
        if (act.what != "export" && act.what != "recall") continue;
        auto detail = detailOf(act);
        if (act.what == "export" && detail.contains("release"))
            out.push_back({act.number, act.at, act.by, std::move(detail), false});
        if (act.what == "recall")
            if (const auto found = std::ranges::find(out, numberIn(detail, "release"), &ReleaseRow::number);
                found != out.end())
                found->recalled = true;
    }
    return out;
}

Result<> checkRelease(repository::Records& records, const boost::json::object& release) {
    const auto members = fromBase64(textIn(release, "members"));
    const auto policy = textIn(release, "policy");
    if (!members || members->empty() || members->size() % kMemberBytes != 0 || numberIn(release, "rungs") < 0 ||
        numberIn(release, "after") < 0 || (!policy.empty() && policy.size() != kPolicyDigits))
        return fail(ServiceErrc::BadExport, "The release does not state who is in it and how coarse it is; check that "
                                            "peil and peil-server have the same version.");
    PEIL_TRY(const auto known, releases(records));
    const auto newest = known.empty() ? 0 : known.back().number;
    if (newest == numberIn(release, "after")) return {};
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
