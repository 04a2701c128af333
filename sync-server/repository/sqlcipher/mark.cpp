// SPDX-License-Identifier: Apache-2.0
#include "repository/sqlcipher/mark.h"

#include "peil/base/error.h"
#include "peil/base/file.h"
#include "peil/base/ids.h"
#include "peil/base/text.h"
#include "repository/repository.h"

namespace peil::server::repository {

namespace {
constexpr std::string_view kMagic = "peil-mark-1";
}

Result<std::optional<Mark>> readMark(const std::filesystem::path& file) {
    const auto text = readTextFile(file, 4096);
    if (!text && text.error().code == BaseErrc::FileNotFound) return std::optional<Mark>{};
    if (!text) return tl::unexpected(text.error());
    const auto parts = splitWhitespace(*text);
    const auto units = parts.size() == 3 ? parseInteger(parts[2]) : std::nullopt;
    if (!units || *units < 0 || parts[0] != kMagic || !parseUuid(parts[1]))
        return fail(RepositoryErrc::MarkUnreadable,
                    "The mark file \"" + file.string() +
                        "\" is damaged; check the store, then start once with --restored.");
    return std::optional<Mark>{Mark{std::string(parts[1]), *units}};
}

Result<> writeMark(const std::filesystem::path& file, const Mark& mark) {
    const auto text = std::string(kMagic) + " " + mark.epoch + " " + std::to_string(mark.units) + "\n";
    return writeFileDurably(file, bytesOf(text), FileMode::Private);
}

} // namespace peil::server::repository
