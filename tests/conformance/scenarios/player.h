// SPDX-License-Identifier: Apache-2.0
#pragma once

// Replays the steps of one scenario on the form engine. The format is described beside the vectors.

#include "setting.h"

#include <boost/json.hpp>
#include <filesystem>
#include <optional>

namespace peil_conformance {

/// Why a step does not hold.
struct Mismatch {
    std::string expected;
    std::string got;
};

class Player {
public:
    Player(const boost::json::object& scenario, std::filesystem::path folder);
    /// Nothing when all steps hold; else the first that does not.
    [[nodiscard]] std::optional<Mismatch> play();

private:
    using Step = boost::json::object;

    [[nodiscard]] std::string formText() const;
    [[nodiscard]] std::optional<std::string> resource(std::string_view uri) const;
    /// @return the sentence of why the form does not open.
    [[nodiscard]] std::optional<std::string> open();
    [[nodiscard]] std::optional<Mismatch> begin();
    [[nodiscard]] std::optional<Mismatch> act(const Step& step, std::string_view op);
    [[nodiscard]] std::optional<Mismatch> set(const Step& step);
    [[nodiscard]] std::optional<Mismatch> changeRepeat(const Step& step, std::string_view op);
    [[nodiscard]] std::optional<Mismatch> reload(peil::forms::LoadAs use);
    [[nodiscard]] peil::forms::Environment environment();

    const boost::json::object& m_scenario;
    std::filesystem::path m_folder;
    FixedClock m_clock;
    RepeatableRng m_rng{42};
    peil::forms::FormPointer m_form;
    std::optional<peil::forms::Session> m_session;
};

// --- checks.cpp
// ----------------------------------------------------------------------------------------------------------
/// Whether an expectation holds; nothing when it does.
[[nodiscard]] std::optional<Mismatch> checkStep(const peil::forms::Session& session, const boost::json::object& step,
                                                std::string_view op, double tolerance);
[[nodiscard]] std::string textAt(const boost::json::object& object, std::string_view key);
/// Equal as stored (in composed Unicode), or the same numbers in a row within a relative tolerance: "10" is "10.0".
[[nodiscard]] bool sameValue(std::string_view a, std::string_view b, double tolerance);

} // namespace peil_conformance
