// SPDX-License-Identifier: Apache-2.0
#pragma once

// Earlier versions of a study's form, as the server keeps them in the packs that were published. Each pack is checked
// against the study office's key before anything of it is read.

#include "fetch_envelopes.h"
#include "peil/dataset/layout.h"
#include "peil/records/pack_form.h"

namespace peil::cli {

/// Asks for each version once. Threads: one.
class EarlierForms {
public:
    /// Borrows `ask`. @param newest  the pack of the export.
    EarlierForms(const AskServer& ask, crypto::PublicKey signer, const study::StudyPack& newest)
        : m_ask(ask)
        , m_signer(signer)
        , m_newest(newest) {}
    /// The newest pack with this form; null when the server has none, or it is of another study.
    /// @return the errors of `ask`, of StudyPack::open() and of readPackForm().
    [[nodiscard]] Result<const records::PackForm*> of(const std::string& formHash);
    /// Those that interviews of `records` were made with, in the order of their first interview.
    [[nodiscard]] std::vector<dataset::FormVersion> usedBy(const std::vector<records::CleanRecord>& records) const;

private:
    Result<std::unique_ptr<records::PackForm>> fetch(const std::string& formHash) const;
    const AskServer& m_ask;
    crypto::PublicKey m_signer;
    const study::StudyPack& m_newest;
    std::map<std::string, std::unique_ptr<records::PackForm>> m_forms;
};

} // namespace peil::cli
