// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which interviews of a study count, judging by open answers: for server and tablet, which cannot open the sealed part.
// study::whyNotCounted() decides; this provides the facts from the open answers.

#include "peil/forms/definition.h"
#include "peil/study/counts.h"
#include "peil/study/pack.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace peil::records {

/// The open answer of that name; nullopt if the interview has none.
using OpenAnswers = std::function<std::optional<std::string_view>(std::string_view name)>;

/// One interview, as far as it can be read without the key. Borrows everything.
struct OpenInterview {
    std::string_view outcome;
    std::string_view formHash; ///< of the form that it was made with; empty = not known
    const OpenAnswers& answers;
};

/// Immutable; copies share what they hold. Threads: any.
class Counting {
public:
    /// Accepts any pack: if its form cannot be read, no rule is evaluated and no consent is found.
    explicit Counting(const study::StudyPack& pack);

    /// What the interview itself says: nothing when it counts. Review and withdrawal are study::whyNotCounted(Acts).
    [[nodiscard]] std::optional<study::NotCounted> judge(const OpenInterview& interview) const;
    /// What only the export can evaluate: "consent" if its question is sealed, "group", ids of rules.
    [[nodiscard]] const std::vector<std::string>& leftToExport() const;

private:
    struct Facts;
    std::shared_ptr<const Facts> m_facts;
};

} // namespace peil::records
