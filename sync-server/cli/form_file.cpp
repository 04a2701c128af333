// SPDX-License-Identifier: Apache-2.0
#include "form_file.h"

#include "command.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil/xlsform/compile.h"

#include <algorithm>

namespace peil::cli {
namespace {

constexpr std::size_t kMaxMediaBytes = std::size_t{64} << 20U;

/// A file that the form names lies beside it, or in a folder "media" there.
std::optional<std::string> fileBeside(const std::filesystem::path& folder, const std::string& name) {
    for (const auto& place : {folder / name, folder / "media" / name})
        if (auto text = readTextFile(place, kMaxMediaBytes)) return std::move(*text);
    return std::nullopt;
}

/// Finds the files for the form, and keeps what it found in `file`.
forms::ResourceLoader resourcesFor(FormFile& file, const std::filesystem::path& folder) {
    return [&file, folder](std::string_view uri) -> std::optional<std::string> {
        const auto name = std::string(uri.substr(uri.rfind('/') + 1));
        auto text = name == "itemsets.csv" && !file.itemsetsCsv.empty() ? file.itemsetsCsv : fileBeside(folder, name);
        if (text) file.files[name] = *text;
        return text;
    };
}

Result<> compileSheets(const std::filesystem::path& path, FormFile& file) {
    PEIL_TRY(const auto workbook, xlsform::readWorkbook(path));
    auto compiled = xlsform::compile(workbook);
    for (const auto& diagnostic : compiled.diagnostics)
        file.remarks.push_back({diagnostic.severity == xlsform::Severity::Error ? Gravity::Error : Gravity::Warning,
                                xlsform::describe(diagnostic)});
    file.xform = std::move(compiled.xform).value_or("");
    file.itemsetsCsv = std::move(compiled.itemsetsCsv).value_or("");
    return {};
}

} // namespace

const char* nameOf(Gravity gravity) {
    switch (gravity) {
    case Gravity::Note:
        return "note";
    case Gravity::Warning:
        return "warning";
    case Gravity::Error:
        break;
    }
    return "error";
}

std::size_t FormFile::count(Gravity gravity) const {
    return static_cast<std::size_t>(
        std::count_if(remarks.begin(), remarks.end(), [&](const Remark& remark) { return remark.gravity == gravity; }));
}

Result<FormFile> readForm(const std::filesystem::path& path) {
    FormFile file;
    std::error_code ignored;
    const bool isFolder = std::filesystem::is_directory(path, ignored);
    if (!isFolder && toLowerAscii(path.extension().string()) == ".xml") {
        PEIL_TRY(file.xform, readTextFile(path, kMaxFormBytes));
    } else {
        PEIL_CHECK(compileSheets(path, file));
    }
    if (file.xform.empty()) return file;
    auto parsed = forms::FormDefinition::parse(file.xform, resourcesFor(file, isFolder ? path : path.parent_path()));
    file.form = std::move(parsed.form);
    for (const auto& diagnostic : parsed.diagnostics) {
        const bool error = diagnostic.severity == forms::Diagnostic::Severity::Error;
        file.remarks.push_back(
            {error ? Gravity::Error : Gravity::Warning,
             diagnostic.place.empty() ? diagnostic.message : diagnostic.place + ": " + diagnostic.message});
    }
    return file;
}

} // namespace peil::cli
