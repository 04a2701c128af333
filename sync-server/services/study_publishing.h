// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which study runs here: publishing packs, handing them out, and the benchmark that the estimate needs.

#include "peil/records/counting.h"
#include "peil/study/pack.h"
#include "repository/repository.h"
#include "services/benchmark_file.h"
#include "services/error.h"

#include <memory>
#include <mutex>

namespace peil::server::services {

/// The published study as services see it. Immutable, shared by all that are using it while another one is published.
struct CurrentStudy {
    study::StudyPack pack;
    crypto::PublicKey signer{};
    records::Counting counting; ///< of `pack`
    [[nodiscard]] const study::Study& study() const { return pack.study(); }
};
using CurrentStudyPtr = std::shared_ptr<const CurrentStudy>;

/// Threads: any.
class StudyPublishing {
public:
    /// Loads what was published before. @return the errors of the repository, or BadPack.
    [[nodiscard]] static Result<std::unique_ptr<StudyPublishing>> create(repository::Repository& repository,
                                                                         const Clock& clock);

    /// Null while nothing is published.
    [[nodiscard]] CurrentStudyPtr current() const;
    /// @return NoStudy.
    [[nodiscard]] Result<CurrentStudyPtr> requireCurrent() const;

    /// Checks and stores a pack; it becomes the current one when it is durable. The key of the first publication stays
    /// the only one accepted, and versions only grow (study::mayFollow()). An act of `by`. @return BadPack, OlderPack,
    /// OtherSigner, SignerRequired.
    [[nodiscard]] Result<CurrentStudyPtr> publish(ByteView pack, const std::optional<crypto::PublicKey>& signer,
                                                  const std::string& by);
    /// @return UnknownPack.
    [[nodiscard]] Result<Bytes> packBytes(const std::string& hash) const;

    /// Reads a benchmark table (README.md) and replaces the one before: an act of `by`. @return NoStudy, BadBenchmark.
    [[nodiscard]] Result<Benchmark> setBenchmark(std::string_view csv, const BenchmarkAsked& asked,
                                                 const std::string& by);

private:
    StudyPublishing(repository::Repository& repository, const Clock& clock)
        : m_repository(repository)
        , m_clock(clock) {}

    repository::Repository& m_repository;
    const Clock& m_clock;
    std::mutex m_publishing; ///< held through a publication
    mutable std::mutex m_mutex;
    CurrentStudyPtr m_current;
};

} // namespace peil::server::services
