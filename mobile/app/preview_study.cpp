// SPDX-License-Identifier: Apache-2.0
#include "preview_study.h"

#include "practice_study.h"

#include "peil/base/file.h"

#include <algorithm>

namespace peil::mobile {
namespace {

constexpr std::uintmax_t kMaxFileBytes = std::uintmax_t{64} << 20U;
constexpr std::string_view kPlace = "PREVIEW";

/// A TOML string; control characters, which no title needs, become spaces.
std::string tomlText(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
    return out + "\"";
}

/// What a study may use as a code.
bool isCode(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

/// The first choice of the question with that name; empty if the form has none.
std::string firstChoice(const forms::FormDefinition& form, std::string_view name) {
    for (const auto& field : form.fields())
        if (field.name == name && !field.choices.empty()) return field.choices.front().value;
    return {};
}

std::string orElse(const std::string& text, std::string_view fallback) {
    return text.empty() ? std::string(fallback) : text;
}

std::string studyToml(const forms::FormDefinition& form, const std::string& site, const crypto::PublicKey& recipient) {
    return "id = \"preview\"\ntitle = " + tomlText(orElse(form.title(), "Preview")) +
           "\nstarts_on = 2000-01-01\nends_on = 2099-12-31\n\n[[group]]\nid = \"preview\"\nlabel = \"Preview\"\n" +
           "\n[[city]]\ncode = \"" + std::string(kPlace) +
           "\"\nname = " + tomlText(orElse(firstChoice(form, "city"), "Preview")) + "\n[[city.site]]\ncode = \"" +
           site + "\"\ntype = \"drop_in\"\nname = \"Preview\"\n\n[[recipient]]\nname = \"preview\"\nkey = \"" +
           toHex(recipient) + "\"\n";
}

} // namespace

Result<PreviewStudy> putPreviewStudy(storage::LocalStore& store, const std::filesystem::path& formFile, Rng& rng) {
    study::PackFiles files;
    PEIL_TRY(const auto xform, readTextFile(formFile, kMaxFileBytes));
    const auto folder = formFile.parent_path();
    const auto load = [&](std::string_view uri) -> std::optional<std::string> {
        const auto name = std::string(uri.substr(uri.rfind('/') + 1));
        for (const auto& place : {folder / name, folder / "media" / name}) {
            auto text = readTextFile(place, kMaxFileBytes);
            if (!text) continue;
            files[name] = toBytes(*text);
            return std::move(*text);
        }
        return std::nullopt;
    };
    const auto parsed = forms::FormDefinition::parse(xform, load);
    if (!parsed.form) {
        const auto fault = std::find_if(parsed.diagnostics.begin(), parsed.diagnostics.end(),
                                        [](const auto& item) { return item.severity == Severity::Error; });
        return fail(FieldErrc::BadStudy,
                    formFile.string() + " has an error" +
                        (fault == parsed.diagnostics.end() ? std::string("; check it with peil form check.")
                                                           : " at " + describe(*fault)));
    }
    const auto choice = firstChoice(*parsed.form, "site");
    const auto site = isCode(choice) ? choice : std::string(kPlace);
    for (const auto& media : parsed.form->mediaFiles())
        static_cast<void>(load(media)); // one that is missing is left out, as on the tablet
    files["form.xml"] = toBytes(xform);
    files["study.toml"] = toBytes(studyToml(*parsed.form, site, crypto::makeBoxKeyPair(rng).publicKey));
    const auto signer = crypto::makeSigningKeyPair(rng);
    PEIL_TRY(const auto pack, study::StudyPack::build(files, signer));
    PEIL_CHECK(putPractice(store, pack, signer.publicKey, kPlace, rng));
    return PreviewStudy{site, parsed.form->title()};
}

} // namespace peil::mobile
