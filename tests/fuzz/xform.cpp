// SPDX-License-Identifier: Apache-2.0
#include "peil/forms/session.h"

#include <cstdlib>

namespace {

class StillClock final : public peil::Clock {
public:
    [[nodiscard]] peil::TimePoint now() const override { return {}; }
};

class ZeroRng final : public peil::Rng {
public:
    void fill(std::span<std::uint8_t> out) override { std::fill(out.begin(), out.end(), std::uint8_t{0}); }
};

} // namespace

// A form that opens is answered with a few values and restored from its rows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace peil::forms;
    const auto parsed = FormDefinition::parse({reinterpret_cast<const char*>(data), size});
    if (!parsed.form) return 0;
    const StillClock clock;
    ZeroRng rng;
    Environment environment;
    environment.clock = &clock;
    environment.rng = &rng;
    auto session = Session::start(parsed.form, environment);
    if (!session) return 0;
    const auto screens = session->screens();
    for (std::size_t i = 0; i < screens.size() && i < 20; ++i)
        for (const auto node : screens[i].questions)
            (void)session->answer(node, "1");
    const auto rows = session->storedRows();
    (void)Session::restore(parsed.form, environment, rows);
    (void)session->submissionXml();
    return 0;
}
