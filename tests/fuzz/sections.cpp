// SPDX-License-Identifier: Apache-2.0
#include "sections.h"

namespace peil_fuzz {

namespace {

constexpr std::string_view kMark = "--- ";

/// Where the next header line begins.
std::size_t nextHeader(std::string_view input, std::size_t from) {
    for (auto at = input.find(kMark, from); at != std::string_view::npos; at = input.find(kMark, at + 1))
        if (at == 0 || input[at - 1] == '\n') return at;
    return input.size();
}

} // namespace

std::vector<Section> splitSections(std::string_view input) {
    auto at = nextHeader(input, 0);
    std::vector<Section> sections{{"", input.substr(0, at)}};
    while (at < input.size()) {
        const auto end = nextHeader(input, at + 1);
        const auto section = input.substr(at + kMark.size(), end - at - kMark.size());
        const auto lineEnd = section.find('\n');
        const auto text = lineEnd == std::string_view::npos ? std::string_view{} : section.substr(lineEnd + 1);
        sections.push_back({section.substr(0, lineEnd), text});
        at = end;
    }
    return sections;
}

} // namespace peil_fuzz
