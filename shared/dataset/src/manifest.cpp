// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/manifest.h"

#include "peil/base/file.h"
#include "peil/dataset/dataset_error.h"
#include "peil/records/json_value.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::dataset {
namespace {

using records::Cleaning;
using records::kLeftOut;
using records::LeftOut;
using records::listOf;
using records::numberOf;
using records::OddRecord;
using records::RuleCount;
using records::textOf;

constexpr std::int64_t kManifestFormat = 1;
constexpr std::uintmax_t kMaxManifestBytes = std::uintmax_t{256} << 20U;
constexpr std::uintmax_t kMaxExportFileBytes = std::uintmax_t{512} << 20U;

boost::json::object jsonOf(const Cleaning& cleaning) {
    boost::json::object object{{"envelopes", cleaning.received}};
    for (std::size_t i = 0; i < kLeftOut; ++i)
        object[idOf(static_cast<LeftOut>(i))] = cleaning.leftOut[i];
    return object;
}

boost::json::array jsonOf(const std::vector<OddRecord>& records) {
    boost::json::array array;
    for (const auto& one : records)
        array.push_back(
            boost::json::object{{"interview", one.interview}, {"device", one.device}, {"reason", idOf(one.reason)}});
    return array;
}

boost::json::array jsonOf(const std::vector<RuleCount>& rules) {
    boost::json::array array;
    for (const auto& rule : rules)
        array.push_back(boost::json::object{{"id", rule.id},
                                            {"label", rule.label},
                                            {"action", rule.leavesOut ? "leave_out" : "report"},
                                            {"broken", rule.broken}});
    return array;
}

boost::json::object jsonOf(const ExportSettings& settings) {
    return {{"formats", boost::json::value_from(settings.formats)},
            {"language", settings.language},
            {"include", boost::json::value_from(settings.include)},
            {"versions", idOf(settings.versions)},
            {"class", idOf(settings.dataClass)},
            {"disclosure", idOf(settings.onUnsafe)}};
}

boost::json::array jsonOf(const std::vector<exports::NotWritten>& files) {
    boost::json::array array;
    for (const auto& one : files)
        array.push_back(boost::json::object{{"name", one.file}, {"why", one.error.context}});
    return array;
}

/// How many interviews each version of the form has.
boost::json::object formsOf(const ExportFacts& facts) {
    std::map<std::string, std::size_t> counts{{facts.pack.formHash(), 0}};
    for (const auto& record : facts.clean.records)
        ++counts[record.formHash];
    boost::json::object forms;
    for (const auto& [hash, count] : counts)
        forms[hash] = count;
    return forms;
}

std::vector<std::string> texts(const boost::json::value& object, std::string_view name) {
    std::vector<std::string> out;
    for (const auto& item : listOf(object, name))
        if (item.is_string()) out.emplace_back(item.as_string());
    return out;
}

tl::unexpected<Error> noManifest(const std::filesystem::path& file) {
    return fail(DatasetErrc::BadInput, "The file " + file.string() +
                                           " is not the manifest of a frozen dataset; give the manifest.json that "
                                           "peil export --freeze wrote.");
}

std::optional<ExportSettings> settingsOf(const boost::json::value& object) {
    ExportSettings settings{texts(object, "formats"),
                            textOf(object, "language"),
                            texts(object, "include"),
                            textOf(object, "versions") == idOf(Versions::Current) ? Versions::Current : Versions::All,
                            DataClass::Release,
                            exports::OnUnsafe::Coarsen};
    bool known = false;
    for (const auto one : {DataClass::Release, DataClass::Counts, DataClass::Internal, DataClass::Estimation})
        if (textOf(object, "class") == idOf(one)) settings.dataClass = one, known = true;
    if (!known) return std::nullopt;
    for (const auto one : {exports::OnUnsafe::Coarsen, exports::OnUnsafe::Refuse, exports::OnUnsafe::Report})
        if (textOf(object, "disclosure") == idOf(one)) {
            settings.onUnsafe = one;
            return settings;
        }
    return std::nullopt;
}

} // namespace

Result<boost::json::array> filesOf(const exports::ExportFolder& folder) {
    auto names = folder.files();
    std::sort(names.begin(), names.end());
    boost::json::array files;
    for (const auto& name : names) {
        PEIL_TRY(const auto content, readFile(folder.path() / name, kMaxExportFileBytes));
        files.push_back(
            boost::json::object{{"name", name}, {"size", content.size()}, {"sha256", toHex(crypto::sha256(content))}});
    }
    return files;
}

std::string checksumOf(const boost::json::array& files) {
    std::string text;
    for (const auto& file : files)
        text += textOf(file, "sha256") + "  " + textOf(file, "name") + "\n";
    return toHex(crypto::sha256(bytesOf(text)));
}

std::string manifestText(const ExportFacts& facts, const boost::json::array& files) {
    std::vector<std::string> envelopes;
    for (const auto& record : facts.clean.records)
        envelopes.push_back(record.envelopeHash);
    std::sort(envelopes.begin(), envelopes.end());
    const auto& cleaning = facts.clean.cleaning;
    return boost::json::serialize(
               boost::json::object{{"format", kManifestFormat},
                                   {"study", facts.pack.study().id.text()},
                                   {"frozen", facts.frozen},
                                   {"version", facts.version},
                                   {"date", facts.date},
                                   {"peil", facts.program},
                                   {"pack", facts.pack.hash()},
                                   {"form", facts.pack.formHash()},
                                   {"forms", formsOf(facts)},
                                   {"differences", boost::json::value_from(facts.differences)},
                                   {"rules", toHex(crypto::sha256(bytesOf(facts.pack.file("study.toml"))))},
                                   {"key", facts.keyFingerprint},
                                   {"purpose", facts.purpose},
                                   {"settings", jsonOf(facts.settings)},
                                   {"interviews", facts.clean.records.size()},
                                   {"left_out", jsonOf(cleaning)},
                                   {"look_into", jsonOf(cleaning.odd)},
                                   {"rules_broken", jsonOf(cleaning.rules)},
                                   {"without_weight", cleaning.withoutWeight},
                                   {"disclosure", facts.disclosure},
                                   {"compared_with", boost::json::value_from(facts.comparedWith)},
                                   {"seed", facts.seed},
                                   {"envelopes", boost::json::value_from(envelopes)},
                                   {"checksum", checksumOf(files)},
                                   {"files", files},
                                   {"not_written", jsonOf(facts.notWritten)}}) +
           "\n";
}

Result<FrozenDataset> readFrozen(const std::filesystem::path& manifest) {
    FrozenDataset frozen;
    PEIL_TRY(frozen.text, readTextFile(manifest, kMaxManifestBytes));
    boost::system::error_code error;
    const auto json = boost::json::parse(frozen.text, error);
    if (error || !json.is_object() || numberOf(json, "format") != kManifestFormat) return noManifest(manifest);
    const auto* settings = json.as_object().if_contains("settings");
    const auto read = settings == nullptr ? std::nullopt : settingsOf(*settings);
    frozen.name = textOf(json, "frozen");
    frozen.packHash = textOf(json, "pack");
    frozen.program = textOf(json, "peil");
    frozen.checksum = textOf(json, "checksum");
    frozen.seed = textOf(json, "seed");
    if (!read || frozen.name.empty()) return noManifest(manifest);
    frozen.settings = *read;
    for (const auto& number : listOf(json, "compared_with"))
        if (number.is_int64()) frozen.comparedWith.insert(number.as_int64());
    for (auto& hash : texts(json, "envelopes"))
        frozen.envelopes.insert(std::move(hash));
    for (auto& file : listOf(json, "files"))
        frozen.files.push_back(std::move(file));
    return frozen;
}

Result<> checkReproduced(const FrozenDataset& frozen, const boost::json::array& files) {
    for (std::size_t i = 0; i < std::max(files.size(), frozen.files.size()); ++i) {
        if (i < files.size() && i < frozen.files.size() && files[i] == frozen.files[i]) continue;
        const auto name = textOf(i < frozen.files.size() ? frozen.files[i] : files[i], "name");
        return fail(DatasetErrc::BadInput, "The file " + name + " of the frozen dataset \"" + frozen.name +
                                               "\" cannot be reproduced exactly; it was made with peil " +
                                               frozen.program +
                                               ", so use that version, and give the same --earlier releases.");
    }
    return {};
}

} // namespace peil::dataset
