// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every published study pack says about its interviews, for the judge of protocol/item_judge.h. A pack is opened
// once; which ones there are is asked of the store each time, since another process may publish.

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
