// SPDX-License-Identifier: Apache-2.0
#include "forms_support.h"

#include "measure.h"

#include "peil/base/file.h"
#include "peil_test/clock.h"
#include "peil_test/rng.h"

#include <cstdio>
#include <cstdlib>

namespace bench {

using namespace peil;
using namespace peil::forms;

namespace {

[[noreturn]] void stop(const std::string& sentence) {
    std::fprintf(stderr, "%s\n", sentence.c_str());
    std::exit(1);
}

} // namespace

std::string read(const std::string& path) {
    auto text = readTextFile(path, 64U << 20U);
    if (!text) stop(describe(text.error()));
    return std::move(*text);
}

FormPointer parse(const std::string& xml) {
    auto parsed = FormDefinition::parse(xml);
    if (!parsed.form) stop("The form cannot be used: " + parsed.diagnostics.front().message);
    return std::move(parsed.form);
}

Session begin(const FormPointer& form) {
    static peil_test::ManualClock clock;
    static peil_test::SeededRng rng(1);
    Environment environment;
    environment.clock = &clock;
    environment.rng = &rng;
    auto session = Session::start(form, environment);
    if (!session) stop(describe(session.error()));
    return std::move(*session);
}

NodeId node(const Session& session, const std::string& path) {
    const auto found = session.find(path);
    if (!found) stop("The form has no node " + path + ".");
    return *found;
}

void give(Session& session, NodeId question, const std::string& value) {
    if (const auto changes = session.answer(question, value); !changes)
        stop(session.path(question) + ": " + describe(changes.error()));
}

std::vector<double> answers(Session& session, const std::string& path, const std::vector<std::string>& values,
                            int rounds) {
    const auto question = node(session, path);
    return cpuEach(rounds,
                   [&](int i) { give(session, question, values[static_cast<std::size_t>(i) % values.size()]); });
}

} // namespace bench
