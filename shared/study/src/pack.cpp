// SPDX-License-Identifier: Apache-2.0
#include "peil/study/pack.h"

#include "peil/base/text.h"

#include <algorithm>
#include <boost/json.hpp>

namespace peil::study {
namespace {

constexpr std::string_view kMagic = "PEILPACK";
constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kHeadBytes = kMagic.size() + 1 + 4;
constexpr std::size_t kSignatureBytes = 64;
constexpr std::size_t kMaxPackBytes = std::size_t{64} << 20U;
constexpr std::size_t kMaxNameBytes = 255;
constexpr std::size_t kMaxFiles = 2'000;

tl::unexpected<Error> damaged(std::string_view why) {
    return fail(StudyErrc::BadPack, "The study pack cannot be read: " + std::string(why) +
                                        "; fetch it again from the server, or build it again.");
}

/// A plain file name or a path below the pack: nothing that could leave the folder that it is unpacked to.
bool isSafeName(std::string_view name) {
    if (name.empty() || name.size() > kMaxNameBytes || !isUtf8(name)) return false;
    if (name.find('\\') != std::string_view::npos || name.find('\0') != std::string_view::npos) return false;
    const auto parts = split(name, '/');
    return std::none_of(parts.begin(), parts.end(),
                        [](std::string_view part) { return part.empty() || part == "." || part == ".."; });
}

std::string hashHex(ByteView bytes) {
    return toHex(crypto::sha256(bytes));
}

/// One line of the list of contents.
struct Entry {
    std::string name;
    std::size_t size = 0;
    std::string sha256;
};

std::string listOf(const PackFiles& files) {
    boost::json::array list;
    for (const auto& [name, content] : files)
        list.push_back({{"name", name}, {"size", content.size()}, {"sha256", hashHex(content)}});
    return boost::json::serialize(boost::json::object{{"files", std::move(list)}});
}

Result<Entry> readEntry(const boost::json::value& value) {
    const auto* object = value.if_object();
    if (object == nullptr) return damaged("its table of contents is invalid");
    const auto* name = object->if_contains("name");
    const auto* size = object->if_contains("size");
    const auto* hash = object->if_contains("sha256");
    if (name == nullptr || size == nullptr || hash == nullptr || !name->is_string() || !hash->is_string() ||
        !size->is_int64() || size->as_int64() < 0)
        return damaged("its table of contents is invalid");
    Entry entry{std::string(name->as_string()), static_cast<std::size_t>(size->as_int64()),
                std::string(hash->as_string())};
    if (!isSafeName(entry.name)) return damaged("it contains a file with a name that is not allowed");
    return entry;
}

Result<std::vector<Entry>> readList(ByteView json) {
    boost::system::error_code error;
    const auto value = boost::json::parse(textOf(json), error);
    const auto* object = error ? nullptr : value.if_object();
    const auto* list = object == nullptr ? nullptr : object->if_contains("files");
    if (list == nullptr || !list->is_array() || list->as_array().size() > kMaxFiles)
        return damaged("its table of contents is invalid");
    std::vector<Entry> entries;
    for (const auto& item : list->as_array()) {
        PEIL_TRY(auto entry, readEntry(item));
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<PackFiles> readFiles(const std::vector<Entry>& entries, ByteView content) {
    PackFiles files;
    std::size_t at = 0;
    for (const auto& entry : entries) {
        if (entry.size > content.size() - at) return damaged("it is truncated");
        const auto bytes = content.subspan(at, entry.size);
        at += entry.size;
        if (hashHex(bytes) != entry.sha256) return damaged("the checksum of " + entry.name + " does not match");
        if (!files.emplace(entry.name, Bytes(bytes.begin(), bytes.end())).second)
            return damaged("it contains " + entry.name + " twice");
    }
    if (at != content.size()) return damaged("it is longer than its table of contents states");
    return files;
}

Result<Study> studyIn(const PackFiles& files) {
    const auto file = files.find("study.toml");
    if (file == files.end())
        return fail(StudyErrc::MissingFile, "The study pack has no file study.toml; add it and build the pack again.");
    PEIL_TRY(auto study, parseStudy(textOf(file->second)));
    if (!files.contains(study.formFile))
        return fail(StudyErrc::MissingFile,
                    "study.toml names the form " + study.formFile +
                        ", but the study pack has no such file; add it and build the pack again.");
    return study;
}

std::size_t lengthAt(ByteView bytes, std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8U | bytes[at + i];
    return value;
}

} // namespace

bool mayFollow(const PackEdition& next, const PackEdition& current) {
    return next.hash == current.hash || next.version > current.version || (next.version == 0 && current.version == 0);
}

Result<Bytes> StudyPack::build(const PackFiles& files, const crypto::SigningKeyPair& key) {
    PEIL_CHECK(studyIn(files));
    std::size_t total = 0;
    for (const auto& [name, content] : files) {
        if (!isSafeName(name))
            return fail(StudyErrc::BadPack, "A study pack cannot contain a file named \"" + name + "\"; rename it.");
        total += content.size();
    }
    if (files.size() > kMaxFiles || total > kMaxPackBytes - kSignatureBytes)
        return fail(StudyErrc::BadPack,
                    "The study pack would be larger than 64 MiB or 2,000 files; make its media smaller.");
    const auto list = listOf(files);
    Bytes pack(kMagic.begin(), kMagic.end());
    pack.push_back(kVersion);
    for (unsigned shift = 24;; shift -= 8) {
        pack.push_back(static_cast<std::uint8_t>(list.size() >> shift));
        if (shift == 0) break;
    }
    pack.insert(pack.end(), list.begin(), list.end());
    for (const auto& [name, content] : files)
        pack.insert(pack.end(), content.begin(), content.end());
    const auto signature = crypto::sign(pack, key);
    pack.insert(pack.end(), signature.begin(), signature.end());
    return pack;
}

Result<StudyPack> StudyPack::open(ByteView pack, const crypto::PublicKey& signer) {
    if (pack.size() > kMaxPackBytes * 2) return damaged("it is larger than 128 MiB");
    if (pack.size() < kHeadBytes + kSignatureBytes || textOf(pack.first(kMagic.size())) != kMagic)
        return damaged("it is not a study pack, or it is truncated");
    const auto body = pack.first(pack.size() - kSignatureBytes);
    if (!crypto::verify(body, pack.last(kSignatureBytes), signer))
        return fail(StudyErrc::BadSignature,
                    "The study pack is not signed by the expected key, or it was changed or truncated; fetch it again, "
                    "and compare the key's fingerprint with the study office.");
    if (body[kMagic.size()] != kVersion) return damaged("its version is unknown; install a newer version of Peil");
    const auto listBytes = lengthAt(body, kMagic.size() + 1);
    if (listBytes > body.size() - kHeadBytes) return damaged("it is truncated");
    PEIL_TRY(const auto entries, readList(body.subspan(kHeadBytes, listBytes)));
    StudyPack result;
    PEIL_TRY(result.m_files, readFiles(entries, body.subspan(kHeadBytes + listBytes)));
    PEIL_TRY(result.m_study, studyIn(result.m_files));
    result.m_hash = hashHex(pack);
    result.m_formHash = hashHex(bytesOf(result.form()));
    return result;
}

std::optional<std::string> StudyPack::resource(std::string_view uri) const {
    const auto slash = uri.rfind('/');
    const std::string name(slash == std::string_view::npos ? uri : uri.substr(slash + 1));
    for (const auto& place : {name, "media/" + name})
        if (const auto found = m_files.find(place); found != m_files.end()) return std::string(textOf(found->second));
    return std::nullopt;
}

std::string_view StudyPack::file(std::string_view name) const {
    const auto found = m_files.find(name);
    return found == m_files.end() ? std::string_view() : textOf(found->second);
}

} // namespace peil::study
