// SPDX-License-Identifier: Apache-2.0
#pragma once

// A small published study and tablets of it that have no store and no screen.

#include "http_client.h"
#include "peil/protocol/messages.h"
#include "peil/protocol/open_item.h"
#include "peil_test/rng.h"

namespace integration {

/// The marker that no file of a server may ever hold: it stands in the sealed answers.
inline constexpr std::string_view kMarker = "MARKER-sealed-7c1d9e";
inline const std::string kSealedRecord = "<data><story>" + std::string(kMarker) + "</story></data>";

/// study.toml of a TestStudy.
[[nodiscard]] std::string harbourStudy();

/// Two cities (AMS, HRL), two groups (opioid, crack_only), signed by `signer`, sealed for `researcher`.
struct TestStudy {
    peil_test::SeededRng rng{7};
    peil::crypto::SigningKeyPair signer = peil::crypto::makeSigningKeyPair(rng);
    peil::crypto::BoxKeyPair researcher = peil::crypto::makeBoxKeyPair(rng);
    peil::Bytes pack;
    std::string packHash, formHash;
    peil::StudyId id;

    /// @param edition  changes the form, and with it the hashes.
    explicit TestStudy(int edition = 1);
    /// The same with another study.toml, without its recipients.
    explicit TestStudy(const std::string& toml, int edition = 1);
    /// The same with a form of its own.
    TestStudy(const std::string& toml, const std::string& form);
};

inline constexpr std::string_view kBenchmark = "group,area,count,published_n,published_lower,published_upper\n"
                                               "opioid,Netherlands,800,1300,1200,1400\n"
                                               "opioid,Amsterdam,100,,,\n"
                                               "crack_only,Netherlands,500,,,\n";

/// Each of `items` but the first one names the one before it, as a tablet sends them.
[[nodiscard]] std::vector<peil::protocol::BatchItem> chained(std::vector<peil::protocol::BatchItem> items);

/// A tablet: its keys, its certificate and its next sequence number.
class TestTablet {
public:
    TestTablet(const TestStudy& study, std::uint64_t seed);

    /// Enrols with a code. @return the server's answer; the tablet can speak to `base` when it is 200.
    Answer enrol(HttpClient& anyone, const std::string& code);
    /// Takes over what an enrolment gave, for tests without a network.
    void adopt(peil::protocol::EnrolReply reply) { m_reply = std::move(reply); }
    [[nodiscard]] HttpClient client(const std::string& base, const std::string& authorityPem) const;
    [[nodiscard]] peil::protocol::EnrolRequest request(const std::string& code) const;

    /// The next interview of this tablet.
    [[nodiscard]] peil::protocol::BatchItem interview(std::string_view city, std::string_view group,
                                                      std::string_view inCare, std::string_view crackUse = "1");
    /// The same with all open answers given.
    [[nodiscard]] peil::protocol::BatchItem interview(std::vector<peil::protocol::OpenField> open);
    /// The same with a sealed record of its own, which must hold the open answers as well.
    [[nodiscard]] peil::protocol::BatchItem interview(std::vector<peil::protocol::OpenField> open, std::string outcome,
                                                      const std::string& record);
    /// The next item of another kind. @param id  of an item before, else a new one
    [[nodiscard]] peil::protocol::BatchItem openItem(peil::protocol::ItemKind kind,
                                                     std::vector<std::pair<std::string, std::string>> fields,
                                                     const peil::InterviewId& id = {});
    /// Another envelope under the keys of `item`.
    [[nodiscard]] peil::protocol::BatchItem otherBytes(const peil::protocol::BatchItem& item);
    /// Another revision, or anything else that `header` says, sealed and signed by this tablet.
    [[nodiscard]] peil::protocol::BatchItem revision(const peil::protocol::EnvelopeHeader& header) {
        return seal(header, kSealedRecord);
    }
    [[nodiscard]] Call batch(std::vector<peil::protocol::BatchItem> items,
                             int version = peil::protocol::kBatchVersion) const;
    /// What this tablet asks after a restore, when it still holds these.
    [[nodiscard]] static Call reconcile(const std::vector<peil::protocol::BatchItem>& kept);
    /// The receipts of an answer, each checked against the enrolled server's key.
    [[nodiscard]] std::vector<peil::protocol::Receipt> receipts(const Answer& answer) const;

    [[nodiscard]] const peil::DeviceId& id() const { return m_reply.device; }
    [[nodiscard]] const peil::protocol::EnrolReply& reply() const { return m_reply; }

private:
    [[nodiscard]] peil::protocol::BatchItem seal(peil::protocol::EnvelopeHeader header, const std::string& record);

    const TestStudy& m_study;
    peil_test::SeededRng m_rng;
    peil::crypto::SigningKeyPair m_signing;
    std::string m_requestPem, m_privateKeyPem;
    peil::protocol::EnrolReply m_reply;
    std::int64_t m_sequence = 0;
};

} // namespace integration
