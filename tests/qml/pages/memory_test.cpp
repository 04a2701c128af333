// SPDX-License-Identifier: Apache-2.0
// What is left in the memory of a locked tablet of a text that somebody typed before.
#include "tablet_window.h"

#include <QtCore/qeventloop.h>
#include <QtCore/qtimer.h>
#include <QtTest/qtest.h>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/mman.h>
#include <unistd.h>

using page_test::TabletWindow;
using peil::mobile::AppController;

namespace {

constexpr const char* kSurvey = "type,name,label,required,appearance\n"
                                "hidden,city,,,\n"
                                "hidden,site,,,\n"
                                "text,remark,What was it like?,,multiline\n"
                                "text,line,And in a word?,,\n"
                                "note,n,End,,\n";
constexpr const char* kChoices = "list_name,name,label\nfruit,apple,Apple\n";

/// A word that stands nowhere in this program: only its letters, each with another code.
constexpr std::array<char, 18> kCoded{'r' + 1, 'b' + 1, 'w' + 1, 'q' + 1, 'z' + 1, 'j' + 1, 'x' + 1, 'k' + 1, 'v' + 1,
                                      'f' + 1, 'q' + 1, 'p' + 1, 'w' + 1, 'z' + 1, 'b' + 1, 'h' + 1, 'd' + 1, 'y' + 1};

char letter(std::size_t index) {
    return static_cast<char>(kCoded[index] - 1);
}

/// How often the word begins in `memory` with `step` bytes a letter.
std::size_t countIn(const unsigned char* memory, std::size_t size, std::size_t step) {
    std::size_t found = 0;
    const auto needed = kCoded.size() * step;
    for (std::size_t at = 0; at + needed <= size; ++at) {
        bool same = true;
        for (std::size_t i = 0; same && i < kCoded.size(); ++i)
            same = memory[at + i * step] == static_cast<unsigned char>(letter(i)) &&
                   (step == 1 || memory[at + i * step + 1] == 0);
        found += same ? 1 : 0;
    }
    return found;
}

/// Copies of the word in all memory that this process can write to, in UTF-8 and UTF-16.
std::size_t copiesInMemory() {
    constexpr std::size_t kChunk = std::size_t{4} << 20U;
    auto* buffer = static_cast<unsigned char*>(
        ::mmap(nullptr, kChunk, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    REQUIRE(buffer != MAP_FAILED);
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    REQUIRE(memory >= 0);
    std::size_t found = 0;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        unsigned long long begin = 0, end = 0;
        std::array<char, 5> rights{};
        if (std::sscanf(line.c_str(), "%llx-%llx %4s", &begin, &end, rights.data()) != 3 || rights[1] != 'w') continue;
        const auto own = reinterpret_cast<unsigned long long>(buffer);
        for (auto at = begin; at < end; at += kChunk / 2) {
            if (at < own + kChunk && own < at + kChunk) continue;
            const auto size = std::min<unsigned long long>(kChunk, end - at);
            const auto got = ::pread(memory, buffer, size, static_cast<off_t>(at));
            if (got <= 0) continue;
            // Half a chunk overlaps, so that no copy is cut; each is counted where it begins.
            const auto fresh = std::min<std::size_t>(static_cast<std::size_t>(got), kChunk / 2 + 2 * kCoded.size() - 1);
            found += countIn(buffer, std::min(fresh, static_cast<std::size_t>(got)), 1);
            found += countIn(buffer, std::min(fresh, static_cast<std::size_t>(got)), 2);
        }
    }
    ::close(memory);
    ::munmap(buffer, kChunk);
    return found;
}

void typeWord(TabletWindow& tablet) {
    for (std::size_t i = 0; i < kCoded.size(); ++i)
        QTest::keyClick(&tablet.window(), letter(i));
    tablet.settle();
}

} // namespace

TEST_CASE("what was typed before locking does not stay in the memory of the locked tablet", "[pages][memory]") {
    TabletWindow tablet;
    tablet.prepareWith(kSurvey, kChoices);
    tablet.startInterview();
    REQUIRE(copiesInMemory() == 0);
    tablet.tap("area");
    typeWord(tablet);
    tablet.tap("next");
    tablet.tap("field");
    typeWord(tablet);
    const auto open = copiesInMemory();
    CHECK(open > 0);
    tablet.app().lock();
    // As in the program: pages that are left go when the event loop of the program is back, not in processEvents().
    QEventLoop loop;
    QTimer::singleShot(0, &loop, [&loop] { QTimer::singleShot(0, &loop, &QEventLoop::quit); });
    loop.exec();
    tablet.settle();
    REQUIRE(tablet.app().page() == AppController::Unlock);
    const auto locked = copiesInMemory();
    WARN("copies of the text: " << open << " while the interview is open, " << locked << " in the locked tablet");
    CHECK(locked == 0);
}
