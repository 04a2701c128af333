// SPDX-License-Identifier: Apache-2.0
#include "test_study.h"

#include "peil/crypto/x509.h"
#include "peil/protocol/envelope.h"
#include "peil/study/pack.h"
#include "peil_test/result.h"

namespace integration {

using peil_test::need;

namespace {

constexpr std::string_view kStudyToml = R"(id = "harbour-2030"
title = { nl = "Havenonderzoek", en = "Harbour survey" }
starts_on = 2030-01-07
ends_on = 2030-06-30

[[city]]
code = "AMS"
name = "Amsterdam"
[[city.site]]
code = "AMS-01"
type = "drop_in"
name = "Drop-in"

[[city]]
code = "HRL"
name = "Heerlen"
[[city.site]]
code = "HRL-01"
type = "night_shelter"
name = "Shelter"

[[group]]
id = "opioid"
label = { nl = "Opioïden", en = "Opioids" }
[[group]]
id = "crack_only"
label = { nl = "Alleen crack", en = "Crack only" }

[[quota]]
city = "AMS"
group = "opioid"
target = 5
[[quota]]
city = "HRL"
group = "crack_only"
target = 4

[trait]
field = "crack_use"
label = { nl = "crackgebruik", en = "crack use" }
)";

} // namespace

std::string harbourStudy() {
    return std::string(kStudyToml);
}

TestStudy::TestStudy(int edition)
    : TestStudy(std::string(kStudyToml), edition) {}

TestStudy::TestStudy(const std::string& text, int edition)
    : TestStudy(text,
                "<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"><!-- " + std::to_string(edition) + " --></h:html>") {}

TestStudy::TestStudy(const std::string& text, const std::string& form) {
    const auto toml = peil::study::withRecipients(text, {{"researchers", peil::toHex(researcher.publicKey)}});
    pack = need(peil::study::StudyPack::build({{"study.toml", peil::toBytes(toml)}, {"form.xml", peil::toBytes(form)}},
                                              signer));
    const auto opened = need(peil::study::StudyPack::open(pack, signer.publicKey));
    packHash = opened.hash();
    formHash = opened.formHash();
    id = opened.study().id;
}

TestTablet::TestTablet(const TestStudy& study, std::uint64_t seed)
    : m_study(study)
    , m_rng(seed)
    , m_signing(peil::crypto::makeSigningKeyPair(m_rng)) {
    auto made = need(peil::crypto::makeCertificateRequest("new tablet"));
    m_requestPem = std::move(made.requestPem);
    m_privateKeyPem = std::move(made.privateKeyPem);
}

peil::protocol::EnrolRequest TestTablet::request(const std::string& code) const {
    const auto decoded = need(peil::protocol::decodeEnrolmentCode(code));
    return {peil::protocol::secretIdOf(decoded.secret),
            peil::protocol::enrolmentProof(decoded.secret, m_signing.publicKey, m_requestPem), m_signing.publicKey,
            m_requestPem};
}

Answer TestTablet::enrol(HttpClient& anyone, const std::string& code) {
    auto answer = anyone.send({.method = "POST",
                               .path = "/v1/enrol",
                               .body = peil::protocol::encodeEnrolRequest(request(code)),
                               .type = "application/json",
                               .fields = {}});
    if (answer.status == 200) m_reply = need(peil::protocol::decodeEnrolReply(answer.body));
    return answer;
}

HttpClient TestTablet::client(const std::string& base, const std::string& authorityPem) const {
    HttpClient client(base, authorityPem);
    client.setCertificate(m_reply.certificatePem, m_privateKeyPem);
    return client;
}

peil::protocol::BatchItem TestTablet::seal(peil::protocol::EnvelopeHeader header, const std::string& record) {
    const auto interview = header.interview;
    const auto revision = header.revision;
    const auto sequence = header.sequence;
    auto bytes = need(peil::protocol::sealEnvelope(std::move(header), peil::bytesOf(record),
                                                   {m_study.researcher.publicKey}, m_signing, m_rng));
    return {interview, revision, sequence, std::move(bytes)};
}

peil::protocol::BatchItem TestTablet::interview(std::string_view city, std::string_view group, std::string_view inCare,
                                                std::string_view crackUse) {
    return interview({{"city", std::string(city), ""},
                      {"site", std::string(city == "Amsterdam" ? "AMS-01" : "HRL-01"), ""},
                      {"group", std::string(group), ""},
                      {"week", "2", ""},
                      {"in_care", std::string(inCare), ""},
                      {"crack_use", std::string(crackUse), ""}});
}

peil::protocol::BatchItem TestTablet::interview(std::vector<peil::protocol::OpenField> open) {
    return interview(std::move(open), "complete", kSealedRecord);
}

peil::protocol::BatchItem TestTablet::interview(std::vector<peil::protocol::OpenField> open, std::string outcome,
                                                const std::string& record) {
    peil::protocol::EnvelopeHeader header;
    header.study = m_study.id;
    header.formHash = m_study.formHash;
    header.interview = peil::InterviewId(peil::makeUuid(m_rng));
    header.device = m_reply.device;
    header.sequence = ++m_sequence;
    header.finalisedAt = "2030-01-08T10:00:00.000Z";
    header.outcome = std::move(outcome);
    header.open = std::move(open);
    return seal(std::move(header), record);
}

peil::protocol::BatchItem TestTablet::openItem(peil::protocol::ItemKind kind,
                                               std::vector<std::pair<std::string, std::string>> fields,
                                               const peil::InterviewId& id) {
    const peil::protocol::OpenItem open{kind, id.empty() ? peil::InterviewId(peil::makeUuid(m_rng)) : id, m_study.id,
                                        std::move(fields)};
    return {open.id, 1, ++m_sequence, need(peil::protocol::encodeOpenItem(open)), std::string(idOf(kind))};
}

peil::protocol::BatchItem TestTablet::otherBytes(const peil::protocol::BatchItem& item) {
    return seal(need(peil::protocol::Envelope::parse(item.envelope)).header(), kSealedRecord);
}

std::vector<peil::protocol::BatchItem> chained(std::vector<peil::protocol::BatchItem> items) {
    for (std::size_t i = 1; i < items.size(); ++i)
        items[i].previous = peil::crypto::blake2b(items[i - 1].envelope);
    return items;
}

Call TestTablet::batch(std::vector<peil::protocol::BatchItem> items, int version) const {
    const auto body = need(peil::protocol::encodeBatch({m_reply.device, std::move(items), version}, m_signing));
    return {.method = "POST",
            .path = "/v1/batch",
            .body = std::string(peil::textOf(body)),
            .type = "application/octet-stream",
            .fields = {}};
}

Call TestTablet::reconcile(const std::vector<peil::protocol::BatchItem>& kept) {
    peil::protocol::Reconcile message;
    for (const auto& item : kept)
        message.items.push_back({item.sequence, peil::crypto::blake2b(item.envelope)});
    return {.method = "POST",
            .path = "/v1/reconcile",
            .body = peil::protocol::encodeReconcile(message),
            .type = "application/json",
            .fields = {}};
}

std::vector<peil::protocol::Receipt> TestTablet::receipts(const Answer& answer) const {
    const auto reply = need(peil::protocol::decodeBatchReply(answer.body));
    std::vector<peil::protocol::Receipt> receipts;
    for (const auto& bytes : reply.receipts)
        receipts.push_back(need(peil::protocol::decodeReceipt(bytes, m_reply.receiptKey)));
    return receipts;
}

} // namespace integration
