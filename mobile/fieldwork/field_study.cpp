// SPDX-License-Identifier: Apache-2.0
#include "field_study.h"

#include "device_settings.h"

#include "peil/base/text.h"

#include <algorithm>
#include <array>

namespace peil::mobile {
namespace {

Result<forms::FormPointer> readForm(const study::StudyPack& pack) {
    auto parsed =
        forms::FormDefinition::parse(pack.form(), [&pack](std::string_view uri) { return pack.resource(uri); });
    if (parsed.form) return std::move(parsed.form);
    for (const auto& diagnostic : parsed.diagnostics) {
        if (diagnostic.severity == Severity::Error)
            return fail(FieldErrc::BadStudy, "The form of this study has an error at " + describe(diagnostic));
    }
    return fail(FieldErrc::BadStudy, "The form of this study cannot be read; ask the study office for a new one.");
}

Result<std::vector<crypto::PublicKey>> recipientsOf(const study::Study& study) {
    std::vector<crypto::PublicKey> keys;
    for (const auto& recipient : study.recipients) {
        PEIL_TRY(const auto bytes, fromHex(recipient.publicKeyHex));
        crypto::PublicKey key{};
        if (bytes.size() != key.size())
            return fail(FieldErrc::BadStudy,
                        "The public key of the recipient " + recipient.name + " has the wrong length.");
        std::copy(bytes.begin(), bytes.end(), key.begin());
        keys.push_back(key);
    }
    if (keys.empty())
        return fail(FieldErrc::NoRecipient, "The study " + study.id.text() +
                                                " names no recipient; add one to study.toml and publish it again.");
    return keys;
}

std::string formSetting(std::string_view formHash) {
    return "form." + std::string(formHash);
}

/// Versions grow in one study; a tablet that is enrolled in another starts over.
std::string versionSetting(const crypto::PublicKey& signer) {
    return "study.version." + toHex(signer);
}

Result<Bytes> storedPack(storage::LocalStore& store, std::string_view hash) {
    PEIL_TRY(auto bytes, store.pack(hash));
    if (bytes) return std::move(*bytes);
    return fail(FieldErrc::NoStudy, "The study is not on this tablet yet; connect to a network and sync.");
}

Result<FieldStudyPointer> storedStudy(storage::LocalStore& store, std::string_view hash) {
    PEIL_TRY(const auto owner, enrolment(store));
    PEIL_TRY(const auto bytes, storedPack(store, hash));
    return openFieldStudy(bytes, owner.signerKey);
}

Result<std::string> currentHash(storage::LocalStore& store) {
    PEIL_TRY(auto hash, store.currentPackHash());
    if (hash) return std::move(*hash);
    return fail(FieldErrc::NoStudy, "This tablet has no study yet; connect to a network and sync.");
}

} // namespace

Result<std::optional<study::PackEdition>> currentEdition(storage::LocalStore& store, const crypto::PublicKey& signer) {
    PEIL_TRY(auto hash, store.currentPackHash());
    if (!hash) return std::optional<study::PackEdition>();
    PEIL_TRY(const auto version, textSetting(store, versionSetting(signer)));
    return std::optional(study::PackEdition{std::move(*hash), static_cast<int>(parseInteger(version).value_or(0))});
}

std::string FieldStudy::pathOf(std::string_view fieldName) const {
    const auto& fields = form->fields();
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.name == fieldName; });
    return found == fields.end() ? std::string() : found->path;
}

Result<FieldStudyPointer> openFieldStudy(ByteView pack, const crypto::PublicKey& signer) {
    PEIL_TRY(auto opened, study::StudyPack::open(pack, signer));
    PEIL_TRY(auto form, readForm(opened));
    PEIL_TRY(auto recipients, recipientsOf(opened.study()));
    records::Counting counting(opened);
    return std::make_shared<const FieldStudy>(
        FieldStudy{std::move(opened), std::move(form), std::move(recipients), std::move(counting)});
}

Result<FieldStudyPointer> takePack(storage::LocalStore& store, std::string_view hash, ByteView pack,
                                   const crypto::PublicKey& signer) {
    PEIL_TRY(auto study, openFieldStudy(pack, signer));
    if (study->pack.hash() != hash)
        return fail(FieldErrc::BadStudy, "The server sent a different study than it announced.");
    PEIL_TRY(const auto current, currentEdition(store, signer));
    if (current && !study::mayFollow(study->pack.edition(), *current))
        return fail(FieldErrc::OlderStudy, "The server sent version " + std::to_string(study->study().version) +
                                               " of the study, and this tablet has version " +
                                               std::to_string(current->version) + "; it was rejected.");
    const auto form = formSetting(study->pack.formHash()), edition = versionSetting(signer),
               version = std::to_string(study->study().version);
    const std::array<storage::LocalStore::Setting, 2> settings{{{form, bytesOf(hash)}, {edition, bytesOf(version)}}};
    PEIL_CHECK(store.putPack(hash, pack, settings));
    return study;
}

Result<study::StudyPack> currentPack(storage::LocalStore& store) {
    PEIL_TRY(const auto hash, currentHash(store));
    PEIL_TRY(const auto owner, enrolment(store));
    PEIL_TRY(const auto bytes, storedPack(store, hash));
    return study::StudyPack::open(bytes, owner.signerKey);
}

Result<FieldStudyPointer> currentStudy(storage::LocalStore& store) {
    PEIL_TRY(const auto hash, currentHash(store));
    return storedStudy(store, hash);
}

Result<FieldStudyPointer> studyOfForm(storage::LocalStore& store, std::string_view formHash) {
    PEIL_TRY(const auto hash, textSetting(store, formSetting(formHash)));
    if (hash.empty()) return fail(FieldErrc::NoStudy, "The form of this interview is no longer on this tablet.");
    return storedStudy(store, hash);
}

} // namespace peil::mobile
