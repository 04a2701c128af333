// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/crypto/key_file.h"
#include "peil/protocol/item_judge.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"

namespace peil_test {

/// A tablet with its identity and a researcher's key pair, the same in every run.
struct Tablet {
    SeededRng rng{42};
    peil::DeviceId id{"0b9a1f7e-0000-4000-8000-000000000001"};
    peil::crypto::SigningKeyPair signing = peil::crypto::makeSigningKeyPair(rng);
    peil::crypto::BoxKeyPair researcher = peil::crypto::makeBoxKeyPair(rng);

    [[nodiscard]] peil::protocol::EnvelopeHeader header(std::int64_t sequence) const {
        peil::protocol::EnvelopeHeader header;
        header.study = peil::StudyId("opaak-2023");
        header.formHash = "f0";
        header.interview = peil::InterviewId("5f7d0c1e-0000-4000-8000-" + std::to_string(100'000'000'000 + sequence));
        header.device = id;
        header.sequence = sequence;
        header.finalisedAt = "2023-07-03T09:00:00.000Z";
        header.outcome = "complete";
        header.open = {{"city", "Heerlen", ""}, {"in_care", "", "refused"}};
        return header;
    }
    /// What the study pack says that header() belongs to.
    [[nodiscard]] peil::protocol::PackFacts pack() const {
        return {.study = peil::StudyId("opaak-2023"),
                .formHash = "f0",
                .recipients = {peil::crypto::fingerprint(researcher.publicKey)},
                .openFields = {"city", "in_care", "weight"},
                .numberFields = {"weight"},
                .cityField = "city",
                .cityCodes = {{"HRL", "HRL"}, {"Heerlen", "HRL"}, {"Amsterdam", "AMS"}},
                .siteCities = {{"HRL-01", "HRL"}, {"AMS-01", "AMS"}}};
    }
    [[nodiscard]] peil::protocol::KnownDevice known() const { return {id, signing.publicKey, false, "HRL", 0}; }
    peil::Bytes envelope(std::int64_t sequence, std::string_view answers = "<data/>") {
        return need(peil::protocol::sealEnvelope(header(sequence), peil::bytesOf(answers), {researcher.publicKey},
                                                 signing, rng));
    }
    peil::protocol::BatchItem item(std::int64_t sequence, std::string_view answers = "<data/>") {
        return {header(sequence).interview, 1, sequence, envelope(sequence, answers)};
    }
    /// As it reads out of a batch of version 2.
    peil::protocol::BatchItem signedItem(std::int64_t sequence,
                                         const std::optional<peil::crypto::Digest>& previous = {}) {
        auto one = item(sequence);
        one.previous = previous;
        one.signature = signClaim(one.claim(id), signing);
        return one;
    }
};

} // namespace peil_test
