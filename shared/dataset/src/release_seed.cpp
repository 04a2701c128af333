// SPDX-License-Identifier: Apache-2.0
#include "peil/dataset/release_seed.h"

#include "peil/dataset/dataset_error.h"

#include <algorithm>

namespace peil::dataset {

Result<ReleaseSeed> ReleaseSeed::open(std::string_view sealedHex, const crypto::BoxKeyPair& researcher) {
    const auto notOurs = [] {
        return fail(DatasetErrc::BadInput, "The manifest has no seed of row ids that this key can open; give the key "
                                           "that the dataset was frozen with.");
    };
    const auto sealed = fromHex(sealedHex);
    if (!sealed) return notOurs();
    const auto opened = crypto::boxOpen(*sealed, researcher);
    if (!opened) return notOurs();
    auto key = crypto::SecretKey::copyOf(opened->view());
    if (!key) return notOurs();
    return ReleaseSeed(std::move(*key));
}

std::string ReleaseSeed::sealedFor(const crypto::PublicKey& researcher) const {
    return toHex(crypto::boxSeal(m_key.view(), researcher));
}

void ReleaseSeed::Stream::fill(std::span<std::uint8_t> out) {
    while (!out.empty()) {
        const auto block = crypto::blake2bKeyed(bytesOf("peil-release-1 " + std::to_string(m_block++)), m_key);
        const auto part = std::min(out.size(), block.size());
        std::copy_n(block.begin(), part, out.begin());
        out = out.subspan(part);
    }
}

} // namespace peil::dataset
