// SPDX-License-Identifier: Apache-2.0

// Answers a form that opens with a few values, stores the interview and opens what was stored.

#include "fixed_world.h"
#include "form_files.h"

#include "peil/forms/session.h"

#include <cstdlib>

namespace {

using namespace peil::forms;

constexpr std::size_t kMaxQuestions = 20;

Environment world() {
    static const peil_fuzz::FixedClock clock;
    static peil_fuzz::ZeroRng rng;
    Environment environment;
    environment.clock = &clock;
    environment.rng = &rng;
    environment.lastSavedXml = "<data><age>7</age></data>";
    return environment;
}

void answerAll(Session& session) {
    std::vector<NodeId> questions;
    std::vector<NodeId> repeats;
    for (const auto& screen : session.screens()) {
        if (screen.kind == Screen::Kind::AddRepeat) repeats.push_back(screen.repeat);
        questions.insert(questions.end(), screen.questions.begin(), screen.questions.end());
    }
    questions.resize(std::min(questions.size(), kMaxQuestions));
    for (const auto node : questions) {
        (void)session.question(node);
        if (!session.answer(node, "1")) (void)session.answerNone(node, NoAnswer::Refused);
    }
    if (!repeats.empty()) {
        (void)session.addRepeat(repeats.front());
        (void)session.removeRepeat(repeats.front(), 1);
    }
    (void)session.violations();
    (void)session.finalise();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto files = peil_fuzz::formFiles({reinterpret_cast<const char*>(data), size});
    const auto parsed = FormDefinition::parse(files.form, files.loader);
    if (!parsed.form) return 0;
    auto session = Session::start(parsed.form, world());
    if (!session) return 0;
    answerAll(*session);
    if (const auto restored = Session::restore(parsed.form, world(), session->storedRows()); !restored) std::abort();
    (void)Session::load(parsed.form, world(), session->draftXml(), LoadAs::Record);
    (void)session->submissionXml();
    return 0;
}
