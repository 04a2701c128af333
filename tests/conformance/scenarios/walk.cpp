// SPDX-License-Identifier: Apache-2.0
// peil-conformance walk DIR [--walks N]: every form below DIR, filled at random N times (200).

#include "walker.h"

#include "peil/base/text.h"
#include "report.h"

#include <algorithm>

namespace peil_conformance {
namespace {

namespace forms = peil::forms;
namespace fs = std::filesystem;

forms::ParsedForm readForm(const fs::path& file, const fs::path& root) {
    const auto text = readWhole(file).value_or(std::string());
    const auto attachments = root / "attachments" / file.stem();
    return forms::FormDefinition::parse(text, [&](std::string_view uri) -> std::optional<std::string> {
        const auto found = readWhole(attachments / std::string(uri.substr(uri.rfind('/') + 1)));
        return found ? std::optional(*found) : std::nullopt;
    });
}

std::string firstError(const forms::ParsedForm& parsed) {
    for (const auto& diagnostic : parsed.diagnostics)
        if (diagnostic.severity == forms::Diagnostic::Severity::Error)
            return diagnostic.place + ": " + diagnostic.message;
    return {};
}

void walkForm(const fs::path& file, const fs::path& root, std::uint64_t walks, Report& report) {
    const auto name = fs::relative(file, root).string();
    const auto parsed = readForm(file, root);
    if (!parsed.form) {
        report.fail(name, "a form that opens", firstError(parsed));
        return;
    }
    for (std::uint64_t seed = 1; seed <= walks; ++seed)
        if (const auto fault = Walker(parsed.form, seed).walk()) {
            report.fail(name, "walk " + std::to_string(seed) + " to end well", *fault);
            return;
        }
    report.pass();
}

} // namespace

int runWalk(std::span<const std::string> arguments, Report& report) {
    std::uint64_t walks = 200;
    std::vector<fs::path> roots;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--walks" && i + 1 < arguments.size())
            walks =
                static_cast<std::uint64_t>(std::max<std::int64_t>(1, peil::parseInteger(arguments[++i]).value_or(200)));
        else
            roots.emplace_back(arguments[i]);
    }
    for (const auto& root : roots) {
        std::error_code fault;
        std::vector<fs::path> files;
        if (fs::is_regular_file(root, fault)) files.push_back(root);
        for (fs::recursive_directory_iterator it(root, fault), end; !fault && it != end; it.increment(fault))
            if (it->path().extension() == ".xml" && it->path().string().find("/attachments/") == std::string::npos)
                files.push_back(it->path());
        if (files.empty()) {
            report.note("There is no form in “" + root.string() + "”; check the path.");
            return 2;
        }
        std::sort(files.begin(), files.end());
        const auto folder = fs::is_directory(root) ? root : root.parent_path();
        for (const auto& file : files)
            walkForm(file, folder, walks, report);
    }
    return 0;
}

} // namespace peil_conformance
