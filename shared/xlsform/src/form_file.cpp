// SPDX-License-Identifier: Apache-2.0
#include "peil/xlsform/form_file.h"

#include "peil/base/file.h"
#include "peil/base/text.h"

namespace peil::xlsform {
namespace {

constexpr std::size_t kMaxMediaBytes = std::size_t{64} << 20U;

/// A file that the form names is beside it, or in a folder "media" there.
std::optional<std::string> fileBeside(const std::filesystem::path& folder, const std::string& name) {
    for (const auto& place : {folder / name, folder / "media" / name})
        if (auto text = readTextFile(place, kMaxMediaBytes)) return std::move(*text);
    return std::nullopt;
}

/// Finds the files for the form, and keeps what it found in `file`.
forms::ResourceLoader resourcesFor(FormFile& file, const std::filesystem::path& folder) {
    return [&file, folder](std::string_view uri) -> std::optional<std::string> {
        const auto name = std::string(uri.substr(uri.rfind('/') + 1));
        auto text = fileBeside(folder, name);
        if (text) file.files[name] = *text;
        return text;
    };
}

/// The file's name without its ending, or the name of the folder: id and title of a form that states none.
std::string nameOf(const std::filesystem::path& path) {
    std::error_code ignored;
    const auto absolute = std::filesystem::absolute(path, ignored).lexically_normal();
    const auto last = absolute.has_filename() ? absolute : absolute.parent_path(); // "folder/" ends in no name
    const auto name = std::filesystem::is_directory(last, ignored) ? last.filename() : last.stem();
    return name.empty() ? "data" : name.string();
}

Result<> compileSheets(const std::filesystem::path& path, const forms::ResourceLoader& resources, XformText text,
                       FormFile& file) {
    PEIL_TRY(file.sheets, readWorkbook(path));
    auto compiled = compile(file.sheets, {.fallbackFormId = nameOf(path), .text = text, .resources = resources});
    file.remarks = std::move(compiled.diagnostics);
    file.xform = std::move(compiled.xform).value_or("");
    file.itemsetsCsv = std::move(compiled.itemsetsCsv).value_or("");
    if (!file.itemsetsCsv.empty()) file.files["itemsets.csv"] = file.itemsetsCsv;
    file.form = std::move(compiled.form);
    return {};
}

} // namespace

Result<FormFile> readForm(const std::filesystem::path& path, XformText text) {
    FormFile file;
    std::error_code ignored;
    const bool isFolder = std::filesystem::is_directory(path, ignored);
    const bool isXform = !isFolder && toLowerAscii(path.extension().string()) == ".xml";
    const auto resources = resourcesFor(file, isFolder ? path : path.parent_path());
    if (!isXform) {
        PEIL_CHECK(compileSheets(path, resources, text, file));
        return file;
    }
    PEIL_TRY(file.xform, readTextFile(path, kMaxFormBytes));
    if (file.xform.empty()) return file;
    auto parsed = forms::FormDefinition::parse(file.xform, resources);
    file.form = std::move(parsed.form);
    file.remarks = std::move(parsed.diagnostics);
    return file;
}

} // namespace peil::xlsform
