// SPDX-License-Identifier: Apache-2.0
// How long a fieldworker waits: opening a form, answering a question, adding an instance of a repeat.
// usage: peil-bench-forms [FORM.xml ...]; further forms are opened only.
#include "forms_support.h"
#include "measure.h"

#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

using namespace peil::forms;

namespace {

std::string generated(const std::string& name) {
    return bench::read(PEIL_BENCH_FORMS "/" + name + ".xml");
}

FormPointer open(const std::string& name, const std::string& xml, int rounds) {
    bench::report(name + " parse and first instance", bench::cpuEach(rounds, [&](int) {
                      const auto session = bench::begin(bench::parse(xml));
                      if (session.screens().empty()) std::exit(1);
                  }));
    return bench::parse(xml);
}

void answer(const std::string& name, Session& session, const std::string& path,
            const std::vector<std::string>& values) {
    const auto times = bench::answers(session, path, values, 5000);
    bench::report(name, times);
    bench::reportControl(name, times);
}

/// What a process of its own needs to read a form and begin an interview, programme and libraries included.
void memory(const char* name) {
    const auto before = bench::residentKiB();
    const auto form = bench::parse(generated(name));
    const auto session = bench::begin(form);
    if (session.screens().empty()) std::exit(1);
    bench::reportNumber(std::string(name) + " definition and session", "resident_kib", bench::residentKiB() - before);
    bench::reportNumber(std::string(name) + " whole process at its peak", "peak_kib", bench::peakKiB());
}

/// Starts this programme anew: a child of fork() alone does not count the pages that its parent loaded.
void memoryOfItsOwn(const char* name) {
    std::fflush(stdout);
    const auto child = ::fork();
    if (child == 0) {
        ::execl("/proc/self/exe", "peil-bench-forms", "--memory", name, nullptr);
        std::_Exit(1);
    }
    int status = 0;
    if (::waitpid(child, &status, 0) != child || status != 0) std::exit(1);
}

void questions() {
    auto small = bench::begin(open("q250", generated("q250"), 20));
    answer("q250 answer that five calculates read", small, "/data/g0/q1", {"1", "2"});
    auto large = bench::begin(open("q2000", generated("q2000"), 20));
    answer("q2000 answer in a chain of 50 calculates", large, "/data/g0/q1", {"3", "4"});
    answer("q2000 answer with nothing that depends on it", large, "/data/g0/q0", {"a", "b"});
}

void repeats() {
    auto session = bench::begin(open("rep100", generated("rep100"), 20));
    answer("rep100 answer under sum() over 100 instances", session, "/data/m[50]/r0", {"3", "4"});
    const auto byHand = open("rep100_man", generated("rep100_man"), 20);
    std::vector<double> second, hundredth;
    for (int round = 0; round < 200; ++round) {
        auto growing = bench::begin(byHand);
        const auto repeat = bench::node(growing, "/data/m");
        const auto times = bench::cpuEach(99, [&](int) {
            if (!growing.addRepeat(repeat)) std::exit(1);
        });
        second.push_back(times.front());
        hundredth.push_back(times.back());
    }
    bench::report("rep100_man second instance", second);
    bench::report("rep100_man hundredth instance", hundredth);
    bench::reportNumber("rep100_man hundredth instance to the second, medians", "ratio",
                        bench::quantile(hundredth, 0.5) / bench::quantile(second, 0.5));
}

void chooseDistrict(Session& session, NodeId district, NodeId site, int number) {
    bench::give(session, district, "r3d" + std::to_string(number));
    if (session.question(site).choices.size() != 100) std::exit(1);
}

void cascade() {
    const auto xml = generated("cascade10k");
    std::vector<double> first;
    for (int round = 0; round < 20; ++round) {
        auto session = bench::begin(bench::parse(xml));
        const auto district = bench::node(session, "/data/district"), site = bench::node(session, "/data/site");
        bench::give(session, bench::node(session, "/data/region"), "r3");
        first.push_back(bench::cpuEach(1, [&](int) { chooseDistrict(session, district, site, 4); }).front());
    }
    auto session = bench::begin(open("cascade10k", xml, 20));
    const auto district = bench::node(session, "/data/district"), site = bench::node(session, "/data/site");
    bench::give(session, bench::node(session, "/data/region"), "r3");
    bench::report("cascade10k first choice of a district, its sites listed", first);
    bench::report("cascade10k choice of a district, its sites listed",
                  bench::cpuEach(2000, [&](int i) { chooseDistrict(session, district, site, i % 10); }));
}

/// A form of the field, from the folder with the conformance vectors of other projects.
void realForm() {
    const char* folder = std::getenv("PEIL_CONFORMANCE_DIR");
    if (folder == nullptr) {
        std::fprintf(stderr, "PEIL_CONFORMANCE_DIR is not set: the long real form is left out.\n");
        return;
    }
    open("WHO verbal autopsy", bench::read(std::string(folder) + "/forms/jr__whova_form.xml"), 20);
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::string(argv[1]) == "--memory") {
        memory(argv[2]);
        return 0;
    }
    for (const auto* name : {"q250", "q2000", "rep100", "cascade10k"})
        memoryOfItsOwn(name);
    questions();
    repeats();
    cascade();
    realForm();
    bench::printSeries();
    for (int i = 1; i < argc; ++i)
        open(argv[i], bench::read(argv[i]), 10);
    return 0;
}
