// SPDX-License-Identifier: Apache-2.0
// How long a fieldworker waits: opening a form, answering a question, adding an instance of a repeat.
#include "measure.h"

#include "peil/base/file.h"
#include "peil/forms/session.h"
#include "peil_test/clock.h"
#include "peil_test/rng.h"

#include <cstdio>
#include <cstdlib>

using namespace peil;
using namespace peil::forms;

namespace {

peil_test::ManualClock g_clock;
peil_test::SeededRng g_rng(1);

std::string load(const std::string& name) {
    auto text = readTextFile(std::string(PEIL_TEST_DATA "/perf/") + name + ".xml", 64U << 20U);
    if (!text) {
        std::fprintf(stderr, "%s\n", describe(text.error()).c_str());
        std::exit(1);
    }
    return std::move(*text);
}

Session begin(const FormPointer& form) {
    Environment environment;
    environment.clock = &g_clock;
    environment.rng = &g_rng;
    auto session = Session::start(form, environment);
    if (!session) {
        std::fprintf(stderr, "%s\n", describe(session.error()).c_str());
        std::exit(1);
    }
    return std::move(*session);
}

NodeId node(const Session& session, const std::string& path) {
    const auto found = session.find(path);
    if (!found) {
        std::fprintf(stderr, "no node %s\n", path.c_str());
        std::exit(1);
    }
    return *found;
}

void give(Session& session, NodeId question, const std::string& value) {
    if (const auto changes = session.answer(question, value); !changes) {
        std::fprintf(stderr, "%s: %s\n", session.path(question).c_str(), describe(changes.error()).c_str());
        std::exit(1);
    }
}

FormPointer open(const std::string& name, const std::string& xml, int rounds) {
    FormPointer form;
    bench::report(name + " parse and first instance", bench::timeEach(rounds, [&](int) {
                      form = FormDefinition::parse(xml).form;
                      const auto session = begin(form);
                      if (session.screens().empty()) std::exit(1);
                  }));
    return form;
}

/// Answers one question again and again with values that change.
void answer(const std::string& name, Session& session, const std::string& path, const std::vector<std::string>& values,
            int rounds = 2000) {
    const auto question = node(session, path);
    bench::report(name, bench::timeEach(rounds, [&](int i) {
                      give(session, question, values[static_cast<std::size_t>(i) % values.size()]);
                  }));
}

void questions() {
    const auto small = open("q250", load("q250"), 20);
    auto session = begin(small);
    answer("q250 answer int", session, "/data/g0/q1", {"1", "2"});
    const auto before = bench::residentKiB();
    const auto large = open("q2000", load("q2000"), 10);
    auto big = begin(large);
    bench::reportNumber("q2000 definition and session", "kib", bench::residentKiB() - before);
    answer("q2000 answer in a chain of 50 calculates", big, "/data/g0/q1", {"3", "4"});
    answer("q2000 answer with nothing that depends on it", big, "/data/g0/q0", {"a", "b"});
}

void repeats() {
    const auto counted = open("rep100", load("rep100"), 20);
    auto session = begin(counted);
    answer("rep100 answer under sum() over 100 instances", session, "/data/m[50]/r0", {"3", "4"});
    const auto byHand = open("rep100_man", load("rep100_man"), 20);
    std::vector<double> first, hundredth;
    for (int round = 0; round < 20; ++round) {
        auto growing = begin(byHand);
        const auto repeat = node(growing, "/data/m");
        const auto times = bench::timeEach(99, [&](int) {
            if (!growing.addRepeat(repeat)) std::exit(1);
        });
        first.push_back(times.front());
        hundredth.push_back(times.back());
    }
    bench::report("rep100_man second instance", first);
    bench::report("rep100_man hundredth instance", hundredth);
}

void cascade() {
    const auto form = open("cascade10k", load("cascade10k"), 10);
    auto session = begin(form);
    const auto region = node(session, "/data/region"), district = node(session, "/data/district"),
               site = node(session, "/data/site");
    give(session, region, "r3");
    bench::report("cascade10k first use", bench::timeEach(1, [&](int) {
                      give(session, district, "r3d4");
                      if (session.question(site).choices.size() != 100) std::exit(1);
                  }));
    bench::report("cascade10k choose a district and list its sites", bench::timeEach(2000, [&](int i) {
                      give(session, district, "r3d" + std::to_string(i % 10));
                      if (session.question(site).choices.size() != 100) std::exit(1);
                  }));
}

/// The doubling series: a form of n independent questions, one answer.
void doubling() {
    for (int n = 250; n <= 8000; n *= 2) {
        std::string instance, binds, body;
        for (int i = 0; i < n; ++i) {
            const auto q = "q" + std::to_string(i);
            instance += "<" + q + "/>";
            binds += "<bind nodeset=\"/data/" + q + "\" type=\"int\" constraint=\". &lt; 120\"/>";
            body += "<input ref=\"/data/" + q + "\"><label>Question</label></input>";
        }
        const auto form =
            FormDefinition::parse(
                "<h:html xmlns=\"http://www.w3.org/2002/xforms\" "
                "xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><h:title>n</h:title>"
                "<model><instance><data id=\"n\">" +
                instance + "<sum/></data></instance>" + binds +
                "<bind nodeset=\"/data/sum\" calculate=\"/data/q1 + /data/q2\"/></model></h:head><h:body>" + body +
                "</h:body></h:html>")
                .form;
        auto session = begin(form);
        answer("doubling " + std::to_string(n) + " questions, one answer", session, "/data/q1", {"1", "2"}, 5000);
    }
}

} // namespace

int main(int argc, char** argv) {
    questions();
    repeats();
    cascade();
    doubling();
    // Any other form, by its file: opened only.
    for (int i = 1; i < argc; ++i) {
        const auto xml = readTextFile(argv[i], 64U << 20U);
        if (xml) open(argv[i], *xml, 10);
    }
    return 0;
}
