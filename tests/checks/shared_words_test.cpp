// SPDX-License-Identifier: Apache-2.0
// Sentences that several programs show have one source, words.json: no program spells one out, or names one that is not
// there.
#include "peil/base/text.h"
#include "peil/words/words.h"
#include "source_tree.h"

#include <algorithm>
#include <boost/json.hpp>
#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <regex>

namespace {

constexpr std::ptrdiff_t kFewestSpaces = 4; ///< shorter texts occur by chance

/// The files of peil, its report, the server and the dashboard, each as one text without comments in C++ and with
/// literals that go on in the next line joined.
std::vector<std::pair<std::string, std::string>> programs() {
    static const std::regex kJoin(R"("\s*\n\s*")");
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto* folder : {"shared/", "sync-server/"})
        for (const auto& file : checks::filesUnder(folder, {".h", ".cpp", ".js"})) {
            if (file.path.starts_with("shared/words/")) continue;
            std::string text;
            for (const auto& line : file.lines)
                text += (file.path.ends_with(".js") ? line : line.substr(0, line.find("//"))) + "\n";
            all.emplace_back(file.path, std::regex_replace(text, kJoin, ""));
        }
    return all;
}

std::vector<std::string> literalsIn(const std::string& source) {
    std::vector<std::string> literals;
    for (std::size_t from = 0; from < source.size(); ++from) {
        const char quote = source[from];
        if (quote != '"' && quote != '\'') continue;
        auto to = from + 1;
        while (to < source.size() && source[to] != quote && source[to] != '\n')
            to += source[to] == '\\' ? 2U : 1U;
        if (to >= source.size() || source[to] != quote) continue;
        literals.push_back(source.substr(from + 1, to - from - 1));
        from = to;
    }
    return literals;
}

/// Without what tells two writings of one text apart: names of places, capitals, the stop at the end.
std::string bare(const std::string& text) {
    static const std::regex kPlace(R"(\{\w+\})");
    auto result = std::regex_replace(peil::replaceAll(text, "\\\"", "\""), kPlace, "{}");
    while (!result.empty() && (result.back() == '.' || result.back() == ':' || result.back() == ' '))
        result.pop_back();
    return peil::toLowerAscii(result);
}

} // namespace

TEST_CASE("no program spells out a text of words.json", "[checks][words]") {
    std::map<std::string, std::string> shared;
    const auto all = boost::json::parse(peil::words::json());
    for (const auto& [kind, entries] : all.as_object())
        for (const auto& [id, texts] : entries.as_object())
            for (const auto& [language, text] : texts.as_object())
                if (std::ranges::count(text.as_string(), ' ') >= kFewestSpaces)
                    shared.emplace(bare(std::string(text.as_string())), std::string(kind) + " " + std::string(id));
    CHECK(shared.size() > 150);
    std::vector<std::string> copies;
    for (const auto& [path, source] : programs())
        for (const auto& literal : literalsIn(source))
            if (const auto found = shared.find(bare(literal)); found != shared.end())
                copies.push_back(path + ": " + literal + " is " + found->second);
    CAPTURE(copies);
    CHECK(copies.empty());
}

TEST_CASE("every text that a program names is in words.json", "[checks][words]") {
    static const std::regex kNamed(R"((?:Kind::(\w+)|view\.say\(\s*'(\w+)'), ["'](\w+)["'])");
    const auto all = boost::json::parse(peil::words::json());
    std::vector<std::string> missing;
    std::size_t named = 0;
    for (const auto& [path, source] : programs())
        for (std::sregex_iterator found(source.begin(), source.end(), kNamed), end; found != end; ++found) {
            std::string kind = (*found)[2];
            for (const char c : (*found)[1].str()) // RegisterRow -> register_row
                kind += c >= 'A' && c <= 'Z' ? (kind.empty() ? "" : "_") + std::string(1, static_cast<char>(c + 32))
                                             : std::string(1, c);
            const auto* entries = all.as_object().if_contains(kind);
            if (entries == nullptr) continue; // another enum of that name
            ++named;
            if (!entries->as_object().contains((*found)[3].str())) missing.push_back(path + ": " + found->str());
        }
    CAPTURE(missing);
    CHECK(missing.empty());
    CHECK(named > 10);
}
