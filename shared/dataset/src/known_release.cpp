// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/known_release.h"

#include "peil/base/file.h"
#include "peil/dataset/dataset_error.h"
#include "peil/records/json_value.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::dataset {
namespace {

using records::CleanRecord;
using records::listOf;
using records::numberOf;
using records::textOf;

constexpr std::size_t kMemberBytes = 16, kMemberDigits = 2 * kMemberBytes;
constexpr std::uintmax_t kMaxManifestBytes = std::uintmax_t{256} << 20U;

boost::json::value memberNamed(const boost::json::value& object, std::string_view name) {
    const auto* found = records::find(object, name);
    return found == nullptr ? boost::json::value(boost::json::object{}) : *found;
}

} // namespace

std::string memberOf(const std::string& envelopeHash) {
    return envelopeHash.substr(0, kMemberDigits);
}

Result<KnownRelease> readRelease(const std::filesystem::path& folder) {
    const auto file = folder / "manifest.json";
    PEIL_TRY(const auto text, readTextFile(file, kMaxManifestBytes));
    boost::system::error_code error;
    const auto json = boost::json::parse(text, error);
    const auto settings = error ? boost::json::value() : memberNamed(json, "settings");
    const auto dataClass = textOf(settings, "class");
    if (dataClass.empty())
        return fail(DatasetErrc::BadInput,
                    "The file " + file.string() + " is damaged; give the folder of an export as peil wrote it.");
    if (dataClass != "release" && dataClass != "counts")
        return fail(DatasetErrc::BadInput, "The export in " + folder.string() +
                                               " is for the researchers' own use and is not a release; give the folder "
                                               "of an export that was given to others.");
    const auto disclosure = memberNamed(json, "disclosure");
    KnownRelease release{folder.filename().string(),   {}, static_cast<std::size_t>(numberOf(disclosure, "rungs")),
                         textOf(disclosure, "policy"), 0,  false};
    for (const auto& hash : listOf(json, "envelopes"))
        if (hash.is_string()) release.members.insert(memberOf(std::string(hash.as_string())));
    return release;
}

Result<std::vector<KnownRelease>> releasesOf(const boost::json::value& answer) {
    std::vector<KnownRelease> known;
    for (const auto& row : listOf(answer, "releases")) {
        const auto release = memberNamed(row, "release");
        const auto bytes = fromBase64(textOf(release, "members"));
        const auto number = numberOf(row, "number");
        if (!bytes || bytes->empty() || bytes->size() % kMemberBytes != 0 || number <= 0)
            return fail(DatasetErrc::BadAnswer, "The server's list of releases cannot be read; check that peil and "
                                                "peil-server have the same version.");
        const auto name = textOf(row, "name");
        KnownRelease one{name.empty() ? std::to_string(number) + " of " + textOf(row, "at").substr(0, 10) : name,
                         {},
                         static_cast<std::size_t>(std::max<std::int64_t>(0, numberOf(release, "rungs"))),
                         textOf(release, "policy"),
                         number,
                         records::isTrue(row, "recalled")};
        for (std::size_t at = 0; at < bytes->size(); at += kMemberBytes)
            one.members.insert(toHex(ByteView(*bytes).subspan(at, kMemberBytes)));
        known.push_back(std::move(one));
    }
    return known;
}

std::set<std::int64_t> numbersOf(const std::vector<KnownRelease>& known) {
    std::set<std::int64_t> numbers;
    for (const auto& one : known)
        if (one.number > 0) numbers.insert(one.number);
    return numbers;
}

std::string membersText(const std::vector<CleanRecord>& records) {
    std::set<std::string> members;
    for (const auto& record : records)
        members.insert(memberOf(record.envelopeHash));
    std::string all;
    for (const auto& member : members)
        all += member;
    const auto bytes = fromHex(all);
    return bytes ? toBase64(*bytes) : std::string();
}

boost::json::object releaseJson(const std::vector<CleanRecord>& records, std::size_t rungs, const std::string& policy,
                                std::int64_t after) {
    return {{"rungs", rungs}, {"policy", policy}, {"members", membersText(records)}, {"after", after}};
}

void dropRepeats(std::vector<KnownRelease>& known) {
    std::vector<KnownRelease> kept;
    for (auto& one : known) {
        const bool repeats = std::ranges::any_of(kept, [&](const KnownRelease& other) {
            return other.members == one.members && other.rungs >= one.rungs &&
                   (one.policy.empty() || one.policy == other.policy);
        });
        if (!repeats) kept.push_back(std::move(one));
    }
    known = std::move(kept);
}

std::vector<exports::EarlierRelease> besideRecords(const std::vector<KnownRelease>& known,
                                                   const std::vector<CleanRecord>& records) {
    std::vector<exports::EarlierRelease> out;
    for (const auto& one : known) {
        exports::EarlierRelease earlier{one.name, {}, 0, one.rungs};
        for (const auto& record : records)
            if (one.members.contains(memberOf(record.envelopeHash)))
                earlier.keys.insert("uuid:" + record.interview.text());
        earlier.gone = one.members.size() - earlier.keys.size();
        out.push_back(std::move(earlier));
    }
    return out;
}

Result<> refuseOtherPolicy(const std::vector<KnownRelease>& known, const std::string& policy) {
    for (const auto& one : known)
        if (!one.policy.empty() && one.policy != policy)
            return fail(DatasetErrc::BadInput, "The earlier release " + one.name +
                                                   " was made with different quasi-identifiers or a different ladder "
                                                   "in study.toml, so the joint disclosure risk is unknown; ask all "
                                                   "recipients to delete it, then recall it with peil release recall.");
    return {};
}

} // namespace peil::dataset
