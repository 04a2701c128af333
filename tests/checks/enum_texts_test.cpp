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
    "sync-server/cli/commands/estimate_options.cpp: kBenchmarkErrors of BenchmarkVariance", // Cv is its number
};

struct Table {
    std::string file, variable, enumeration; ///< the enum without its namespaces
    Names words;
    bool readByValue = false;
    [[nodiscard]] std::string name() const { return file + ": " + variable + " of " + enumeration; }
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

std::vector<checks::SourceFile> product() {
    auto files = checks::filesUnder("shared/", {".h", ".cpp"});
    for (const auto* folder : {"mobile/", "sync-server/"})
        std::ranges::copy(checks::filesUnder(folder, {".h", ".cpp"}), std::back_inserter(files));
    return files;
}

std::vector<Table> tables(const std::vector<checks::SourceFile>& files) {
    static const std::regex kTable(R"(EnumText<([A-Za-z:]+)> ([A-Za-z]+)\[\] = \{([^;]*)\};)");
    std::vector<Table> all;
    for (const auto& file : files) {
        const auto code = codeOf(file);
        for (std::sregex_iterator table(code.begin(), code.end(), kTable), end; table != end; ++table) {
            const auto name = (*table)[1].str();
            const auto variable = (*table)[2].str();
            all.push_back({file.path, variable, name.substr(name.rfind(':') + 1), wordsIn((*table)[3]),
                           code.find("textIn(" + variable + ",") != std::string::npos});
        }
    }
    return all;
}

} // namespace

TEST_CASE("a table of texts that is read by value has every enumerator", "[checks]") {
    const auto files = product();
    const auto known = enums(files);
    std::size_t readByValue = 0;
    std::vector<std::string> lacking;
    for (const auto& table : tables(files)) {
        if (!table.readByValue) continue;
        ++readByValue;
        const auto [first, last] = known.equal_range(table.enumeration);
        const bool whole =
            std::any_of(first, last, [&](const auto& one) { return std::ranges::includes(table.words, one.second); });
        if (whole == kPartial.contains(table.name())) lacking.push_back(table.name());
    }
    CAPTURE(lacking);
    CHECK(lacking.empty());
    CHECK(readByValue > 20);
}

TEST_CASE("an enum has one table of texts", "[checks]") {
    const auto files = product();
    const auto known = enums(files);
    std::multimap<std::string, std::string> found;
    for (const auto& table : tables(files))
        found.emplace(table.enumeration, table.name());
    std::vector<std::string> second;
    for (const auto& [enumeration, table] : found)
        if (found.count(enumeration) > std::max<std::size_t>(1, known.count(enumeration))) second.push_back(table);
    CAPTURE(second);
    CHECK(second.empty());
}
