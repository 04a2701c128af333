// SPDX-License-Identifier: Apache-2.0
#include "earlier_forms.h"

#include "cli/cli_error.h"
#include "server_client.h"

#include <set>

namespace peil::cli {

using records::PackForm;

Result<const PackForm*> EarlierForms::of(const std::string& formHash) {
    const auto known = m_forms.find(formHash);
    if (known != m_forms.end()) return known->second.get();
    PEIL_TRY(auto fetched, fetch(formHash));
    return m_forms.emplace(formHash, std::move(fetched)).first->second.get();
}

Result<std::unique_ptr<PackForm>> EarlierForms::fetch(const std::string& formHash) const {
    PEIL_TRY(const auto answer, m_ask("/admin/packs?form=" + percentEncoded(formHash)));
    const auto packs = listOf(answer, "packs");
    if (packs.empty()) return std::unique_ptr<PackForm>();
    const auto bytes = fromBase64(textOf(packs.front(), "pack"));
    if (!bytes)
        return fail(CliErrc::ServerFailed,
                    "The server's study pack cannot be read; check that peil and peil-server have "
                    "the same version.");
    PEIL_TRY(auto pack, study::StudyPack::open(*bytes, m_signer));
    if (pack.formHash() != formHash || pack.study().id != m_newest.study().id) return std::unique_ptr<PackForm>();
    auto read = records::readPackForm(std::move(pack));
    if (!read)
        return fail(read.error().code, "An earlier version of the form, " + formHash.substr(0, 8) + ": " +
                                           read.error().context + " Exclude it with --versions current.");
    return std::make_unique<PackForm>(std::move(*read));
}

std::vector<dataset::FormVersion> EarlierForms::usedBy(const std::vector<records::CleanRecord>& records) const {
    std::vector<dataset::FormVersion> used;
    std::set<std::string> seen;
    for (const auto& record : records) {
        const auto found = m_forms.find(record.formHash);
        if (found == m_forms.end() || found->second == nullptr || !seen.insert(record.formHash).second) continue;
        const auto& earlier = *found->second;
        used.push_back(
            {record.formHash, earlier.form->version(), earlier.form.get(), earlier.pack.form(), &earlier.pack.study()});
    }
    return used;
}

} // namespace peil::cli
