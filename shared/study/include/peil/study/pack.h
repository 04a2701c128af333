// SPDX-License-Identifier: Apache-2.0
#pragma once

// A study pack: study.toml, the compiled form and its media in one signed file that tablets fetch from the server.

#include "peil/crypto/seal.h"
#include "peil/study/study.h"

#include <map>

namespace peil::study {

using PackFiles = std::map<std::string, Bytes, std::less<>>;

/// Which pack of a study it is.
struct PackEdition {
    std::string hash;
    int version = 0; ///< of study.toml; 0 = none given
};

/// Whether `next` may replace `current`, on the server and on tablets; otherwise an old signed pack could restore its
/// list of recipients. True for the same pack, for a higher version, and between two packs without a version.
[[nodiscard]] bool mayFollow(const PackEdition& next, const PackEdition& current);

/// Immutable once opened.
class StudyPack {
public:
    /// The bytes to publish. `files` must hold study.toml and the form that it names. @return MissingFile, and the
    /// errors of parseStudy().
    [[nodiscard]] static Result<Bytes> build(const PackFiles& files, const crypto::SigningKeyPair& key);
    /// Checks signature and checksums before anything is parsed. @return BadPack, BadSignature, MissingFile.
    [[nodiscard]] static Result<StudyPack> open(ByteView pack, const crypto::PublicKey& signer);

    [[nodiscard]] const Study& study() const { return m_study; }
    [[nodiscard]] std::string_view file(std::string_view name) const; ///< empty if absent
    [[nodiscard]] const PackFiles& files() const { return m_files; }
    /// The file of a form reference such as "jr://file-csv/sites.csv", in the pack or in its folder media.
    [[nodiscard]] std::optional<std::string> resource(std::string_view uri) const;
    [[nodiscard]] std::string_view form() const { return file(m_study.formFile); }
    /// SHA-256 of the pack's bytes, hexadecimal: its name everywhere.
    [[nodiscard]] const std::string& hash() const { return m_hash; }
    [[nodiscard]] PackEdition edition() const { return {m_hash, m_study.version}; }
    /// SHA-256 of the form, hexadecimal.
    [[nodiscard]] const std::string& formHash() const { return m_formHash; }

private:
    Study m_study;
    PackFiles m_files;
    std::string m_hash, m_formHash;
};

} // namespace peil::study
