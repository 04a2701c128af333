// SPDX-License-Identifier: Apache-2.0
#include "study_folder.h"

#include "peil/analysis/definition_check.h"
#include "peil/base/file.h"
#include "peil/dataset/release_check.h"
#include "peil/records/study_check.h"

#include <algorithm>

namespace peil::cli {
namespace {

constexpr std::uintmax_t kMaxMediaFile = std::uintmax_t{32} << 20U;

/// Media, and CSV tables that are not sheets of the form itself.
Result<study::PackFiles> readMedia(const std::filesystem::path& folder) {
    study::PackFiles files;
    std::error_code ignored;
    const auto media = folder / "media";
    if (!std::filesystem::is_directory(media, ignored)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(media, ignored)) {
        if (!entry.is_regular_file()) continue;
        PEIL_TRY(files["media/" + entry.path().filename().string()], readFile(entry.path(), kMaxMediaFile));
    }
    return files;
}

forms::ResourceLoader resourcesOf(const StudyFolder& folder) {
    return [&folder](std::string_view uri) -> std::optional<std::string> {
        const auto name = std::string(uri.substr(uri.rfind('/') + 1));
        if (name == "itemsets.csv" && !folder.form.itemsetsCsv.empty()) return folder.form.itemsetsCsv;
        const auto found = folder.media.find("media/" + name);
        if (found == folder.media.end()) return std::nullopt;
        return std::string(found->second.begin(), found->second.end());
    };
}

} // namespace

bool StudyFolder::sound() const {
    return form.sound() &&
           std::ranges::none_of(remarks, [](const Diagnostic& remark) { return remark.severity == Severity::Error; });
}

Result<StudyFolder> readStudyFolder(const std::filesystem::path& folder) {
    StudyFolder result;
    const auto file = folder / "study.toml";
    PEIL_TRY(result.toml, readTextFile(file, xlsform::kMaxFormBytes));
    PEIL_TRY(result.study, study::parseStudy(result.toml, file.string()));
    PEIL_TRY(result.form, xlsform::readForm(folder));
    PEIL_TRY(result.media, readMedia(folder));
    result.remarks = analysis::checkDefinitions(result.study, folder);
    if (!result.form.sound()) return result;
    const auto& form = result.form;
    for (const auto& name : form.form->mediaFiles())
        if (!result.media.contains("media/" + name))
            result.remarks.push_back({Severity::Warning,
                                      "missing_media",
                                      {.file = "media/" + name},
                                      "The form names this file, but the study does not have it.",
                                      "Put it into the folder media, or remove its name from the form."});
    for (auto& more : {records::checkStudy(result.study, result.toml, *form.form, form.xform, resourcesOf(result)),
                       dataset::checkRelease(result.study, result.toml, *form.form, form.xform)})
        result.remarks.insert(result.remarks.end(), more.begin(), more.end());
    return result;
}

} // namespace peil::cli
