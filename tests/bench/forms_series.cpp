// SPDX-License-Identifier: Apache-2.0

// The claim that an answer costs what depends on it, and not what else the form holds: one size doubles, all others
// stay.

#include "forms_support.h"
#include "measure.h"

#include <cstdio>

namespace bench {
namespace {

struct Parts {
    std::string instance, binds, body;
};

std::string numbered(const std::string& name, int number) {
    return name + std::to_string(number);
}

Parts questions(int count) {
    Parts parts;
    for (int i = 0; i < count; ++i) {
        const auto name = numbered("q", i);
        parts.instance += "<" + name + "/>";
        parts.binds += "<bind nodeset=\"/data/" + name + "\" type=\"int\" constraint=\". &lt; 120\"/>";
        parts.body += "<input ref=\"/data/" + name + "\"><label>Question</label></input>";
    }
    return parts;
}

void addReaders(Parts& parts, int count) {
    for (int i = 0; i < count; ++i) {
        const auto name = numbered("sum", i);
        parts.instance += "<" + name + "/>";
        parts.binds += "<bind nodeset=\"/data/" + name + "\" calculate=\"/data/q1 + " + std::to_string(i) + "\"/>";
    }
}

void addMembers(Parts& parts, int count) {
    parts.instance += "<n>" + std::to_string(count) + "</n><member jr:template=\"\"><age/><older/></member>";
    parts.binds += "<bind nodeset=\"/data/member/age\" type=\"int\"/>"
                   "<bind nodeset=\"/data/member/older\" calculate=\"../age + 1\"/>";
    parts.body += "<group ref=\"/data/member\"><repeat nodeset=\"/data/member\" jr:count=\"/data/n\">"
                  "<input ref=\"/data/member/age\"><label>Age</label></input></repeat></group>";
}

std::string formOf(const Parts& parts) {
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "
           "xmlns:jr=\"http://openrosa.org/javarosa\"><h:head><h:title>series</h:title><model><instance>"
           "<data id=\"series\">" +
           parts.instance + "</data></instance>" + parts.binds + "</model></h:head><h:body>" + parts.body +
           "</h:body></h:html>";
}

void point(const std::string& series, int size, const Parts& parts, const std::string& path) {
    constexpr int kRounds = 3000;
    auto session = begin(parse(formOf(parts)));
    const auto times = answers(session, path, {"1", "2"}, kRounds);
    std::printf("{\"series\":\"%s\",\"size\":%d,\"median_ms\":%.5f,\"p99_ms\":%.5f}\n", series.c_str(), size,
                quantile(times, 0.5), quantile(times, 0.99));
}

} // namespace

void printSeries() {
    constexpr int kLargest = 8192;
    for (int size = 256; size <= kLargest; size *= 2) {
        auto parts = questions(size);
        addReaders(parts, 1);
        point("questions in the form, one reads the answer", size, parts, "/data/q1");
    }
    for (int size = 16; size <= 1024; size *= 2) {
        auto parts = questions(kLargest - size);
        addReaders(parts, size);
        point("calculates that read the answer, of 8192 nodes", size, parts, "/data/q1");
    }
    for (int size = 64; size <= 4096; size *= 2) {
        auto parts = questions(16);
        addMembers(parts, size);
        point("instances of a repeat, one calculate in the same instance", size, parts,
              "/data/member[" + std::to_string(size / 2) + "]/age");
    }
}

} // namespace bench
