// SPDX-License-Identifier: Apache-2.0
// A switch over an enum is checked by the compiler; a table of texts is checked here.
#include "source_tree.h"

#include <algorithm>
#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <regex>
#include <set>

namespace {

using Names = std::set<std::string>;

/// Tables of which the caller gives the other values a text.
const std::set<std::string> kPartial{
    "shared/records/src/open_rules.cpp: kTexts of DataType",                                // the others are "string"
    "sync-server/cli/commands/estimate_options.cpp: kBenchmarkErrors of BenchmarkVariance", // Cv is its number
};

std::string codeOf(const checks::SourceFile& file) {
    std::string code;
    for (const auto& line : file.lines)
        code += line.substr(0, line.find("//")) + "\n";
    return code;
}

Names wordsIn(const std::string& text) {
    static const std::regex kWord("[A-Za-z_][A-Za-z0-9_]*");
    Names words;
    for (std::sregex_iterator word(text.begin(), text.end(), kWord), end; word != end; ++word)
        words.insert(word->str());
    return words;
}

/// By the name of the enum; enums of the same name are in different namespaces.
std::multimap<std::string, Names> enums(const std::vector<checks::SourceFile>& files) {
    static const std::regex kEnum(R"(enum class ([A-Za-z]+)[^{;]*\{([^}]*)\})");
    static const std::regex kValue(R"(=[^,]*)");
    std::multimap<std::string, Names> all;
    for (const auto& file : files) {
        const auto code = codeOf(file);
        for (std::sregex_iterator found(code.begin(), code.end(), kEnum), end; found != end; ++found)
            all.emplace((*found)[1], wordsIn(std::regex_replace((*found)[2].str(), kValue, "")));
    }
    return all;
}

} // namespace

TEST_CASE("a table of texts that is read by value has every enumerator", "[checks]") {
    auto files = checks::filesUnder("shared/", {".h", ".cpp"});
    for (const auto* folder : {"mobile/", "sync-server/"})
        std::ranges::copy(checks::filesUnder(folder, {".h", ".cpp"}), std::back_inserter(files));
    const auto known = enums(files);
    static const std::regex kTable(R"(EnumText<([A-Za-z:]+)> ([A-Za-z]+)\[\] = \{([^;]*)\};)");
    std::size_t tables = 0;
    std::vector<std::string> lacking;
    for (const auto& file : files) {
        const auto code = codeOf(file);
        for (std::sregex_iterator table(code.begin(), code.end(), kTable), end; table != end; ++table) {
            const auto name = (*table)[1].str();
            const auto variable = (*table)[2].str();
            if (code.find("textIn(" + variable + ",") == std::string::npos) continue;
            ++tables;
            const auto words = wordsIn((*table)[3]);
            const auto [first, last] = known.equal_range(name.substr(name.rfind(':') + 1));
            const bool whole =
                std::any_of(first, last, [&](const auto& one) { return std::ranges::includes(words, one.second); });
            const auto said = file.path + ": " + variable + " of " + name;
            if (whole == kPartial.contains(said)) lacking.push_back(said);
        }
    }
    CAPTURE(lacking);
    CHECK(lacking.empty());
    CHECK(tables > 20);
}
