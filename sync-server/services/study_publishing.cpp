// SPDX-License-Identifier: Apache-2.0
#include "services/study_publishing.h"

#include "services/audit_log.h"

namespace peil::server::services {
namespace {

CurrentStudyPtr currentOf(study::StudyPack pack, const crypto::PublicKey& signer) {
    records::Counting counting(pack);
    return std::make_shared<const CurrentStudy>(CurrentStudy{std::move(pack), signer, std::move(counting)});
}

tl::unexpected<Error> olderPack(const study::StudyPack& pack, const study::StudyPack& published) {
    const auto has = std::to_string(published.study().version);
    return fail(ServiceErrc::OlderPack,
                "This is version " + std::to_string(pack.study().version) + " of the study, and " +
                    (pack.study().version == published.study().version ? "another pack of version " : "version ") +
                    has + " is published; set version = " + std::to_string(published.study().version + 1) +
                    " in study.toml, sign and publish again.");
}

} // namespace

Result<std::unique_ptr<StudyPublishing>> StudyPublishing::create(repository::Repository& repository,
                                                                 const Clock& clock) {
    std::unique_ptr<StudyPublishing> publishing(new StudyPublishing(repository, clock));
    std::optional<repository::PackRow> row;
    PEIL_CHECK(repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(row, records.currentPack());
        return {};
    }));
    if (!row) return publishing;
    PEIL_TRY(auto pack, study::StudyPack::open(row->bytes, row->signer));
    publishing->m_current = currentOf(std::move(pack), row->signer);
    return publishing;
}

CurrentStudyPtr StudyPublishing::current() const {
    const std::lock_guard lock(m_mutex);
    return m_current;
}

Result<CurrentStudyPtr> StudyPublishing::requireCurrent() const {
    auto study = current();
    if (!study) return fail(ServiceErrc::NoStudy);
    return study;
}

Result<CurrentStudyPtr> StudyPublishing::publish(ByteView bytes, const std::optional<crypto::PublicKey>& signer,
                                                 const std::string& by) {
    const std::lock_guard publishing(m_publishing); // so that nothing comes between the comparison and the store
    const auto before = current();
    if (!before && !signer) return fail(ServiceErrc::SignerRequired);
    if (before && signer && *signer != before->signer) return fail(ServiceErrc::OtherSigner);
    const auto& key = before ? before->signer : *signer;
    auto pack = study::StudyPack::open(bytes, key);
    if (!pack) return fail(ServiceErrc::BadPack, describe(pack.error()));
    if (before && !study::mayFollow(pack->edition(), before->pack.edition())) return olderPack(*pack, before->pack);
    const repository::PackRow row{pack->hash(), pack->formHash(), Bytes(bytes.begin(), bytes.end()), key,
                                  m_clock.now()};
    const auto store = [&](repository::Records& records) -> Result<> {
        PEIL_CHECK(records.addPack(row));
        return appendAct(records, m_clock.now(), by, "study_published", {{"pack", row.hash}});
    };
    PEIL_CHECK(m_repository.write(store));
    auto study = currentOf(std::move(*pack), key);
    const std::lock_guard lock(m_mutex);
    m_current = study;
    return study;
}

Result<Bytes> StudyPublishing::packBytes(const std::string& hash) const {
    std::optional<Bytes> bytes;
    PEIL_CHECK(m_repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(bytes, records.packBytes(hash));
        return {};
    }));
    if (!bytes) return fail(ServiceErrc::UnknownPack);
    return std::move(*bytes);
}

Result<Benchmark> StudyPublishing::setBenchmark(std::string_view csv, const BenchmarkAsked& asked,
                                                const std::string& by) {
    PEIL_TRY(const auto study, requireCurrent());
    PEIL_TRY(auto benchmark, readBenchmark(csv, asked, study->study()));
    const auto store = [&](repository::Records& records) -> Result<> {
        PEIL_CHECK(records.setBenchmarks(benchmark.rows));
        return appendAct(records, m_clock.now(), by, "benchmark_set", {{"rows", benchmark.rows.size()}});
    };
    PEIL_CHECK(m_repository.write(store));
    return benchmark;
}

} // namespace peil::server::services
