// SPDX-License-Identifier: Apache-2.0
#pragma once

// The facts of every published study pack for the validation in protocol/item_judge.h. Each pack is opened once; the
// list of packs is read from the store each time, because another process may publish.

#include "peil/protocol/item_judge.h"
#include "peil/study/pack.h"
#include "repository/repository.h"

#include <mutex>

namespace peil::server::services {

[[nodiscard]] protocol::PackFacts factsOf(const study::StudyPack& pack);

/// Threads: any.
class PublishedFacts {
public:
    /// Of all packs, the newest one last. @return the errors of the repository, or BadPack.
    [[nodiscard]] Result<std::vector<protocol::PackFacts>> all(repository::Records& records);

private:
    std::mutex m_mutex;
    std::map<std::string, protocol::PackFacts> m_byHash;
};

} // namespace peil::server::services
