// SPDX-License-Identifier: Apache-2.0
// peil-demo-answers CSV OUTDIR: one rehearsal file for each city, named after its code.

#include "peil/base/file.h"
#include "synthetic_answers.h"

#include <cstdio>
#include <map>

namespace {

using namespace peil;

Result<std::size_t> run(const std::filesystem::path& csv, const std::filesystem::path& folder) {
    PEIL_TRY(const auto text, readTextFile(csv, std::uintmax_t{64} << 20U));
    PEIL_TRY(const auto table, parseCsv(text));
    PEIL_TRY(const auto interviews, peil_demo::interviewsFrom(table));
    std::map<std::string, std::string> lines;
    for (const auto& interview : interviews)
        lines[interview.cityCode] += peil_demo::rehearsalLine(interview) + "\n";
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    for (const auto& [city, content] : lines)
        PEIL_CHECK(writeFileDurably(folder / (city + ".jsonl"), bytesOf(content)));
    return interviews.size();
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("Usage: peil-demo-answers CSV OUTDIR\n", stderr);
        return 2;
    }
    const auto done = run(argv[1], argv[2]);
    if (!done) {
        std::fprintf(stderr, "%s\n", describe(done.error()).c_str());
        return 1;
    }
    std::printf("%zu interviews written to %s\n", *done, argv[2]);
    return 0;
}
