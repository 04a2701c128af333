// SPDX-License-Identifier: Apache-2.0
#include "peil/export/short_names.h"

#include "name_pool.h"
#include "peil/base/text.h"

#include <algorithm>
#include <array>

namespace peil::exports {
namespace {

/// Stata: User's Guide 11.3, "Naming conventions"; SPSS: Command Syntax Reference, "Variable Names". In lower case:
/// SPSS means any case, and for Stata a name that differs from a type by its case alone would only confuse. Stata's
/// words with an underscore before them are not here, because no name of ours begins with one.
constexpr auto kReserved = std::to_array<std::string_view>(
    {"all",  "and",    "by",    "eq", "ge", "gt",  "le",   "lt",   "ne",   "not", "or", "to", "with", // SPSS
     "byte", "double", "float", "if", "in", "int", "long", "strl", "using"});                         // Stata

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isReserved(const std::string& lower) {
    return std::ranges::find(kReserved, lower) != kReserved.end();
}

/// Stata keeps str1, str2, … for its types; ReadStat refuses whatever begins like one of them, such as str1_place.
bool beginsLikeType(const std::string& name) {
    constexpr std::string_view kType = "str";
    return name.size() > kType.size() && toLowerAscii(name).starts_with(kType) && isDigit(name[kType.size()]);
}

void dropLastUnderscores(std::string& name) {
    while (name.size() > 1 && name.back() == '_')
        name.pop_back();
}

} // namespace

std::string plainName(std::string_view text) {
    std::string name;
    for (const char c : text) {
        const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        if (!continues) name += isLetter(c) || isDigit(c) ? c : '_';
    }
    return name;
}

ShortName NamePool::take(std::string_view wanted, std::string_view suffix) {
    ShortName out;
    const auto became = [&out](NameChange change) {
        if (out.change == NameChange::None) out.change = change;
    };
    std::string base = plainName(wanted);
    if (base != replaceAll(std::string(wanted), "-", "_")) became(NameChange::Letters);
    if (base.empty() || !isLetter(base.front())) {
        base.insert(0, "v");
        became(NameChange::Letters);
    }
    if (base.ends_with('_')) became(NameChange::Letters); // SPSS uses such names for its own results
    dropLastUnderscores(base);
    if (beginsLikeType(base)) {
        base.insert(3, "_");
        became(NameChange::Reserved);
    }
    const auto plainSuffix = plainName(suffix);
    for (std::size_t number = 1;; ++number) {
        const std::string tail = plainSuffix + (number == 1 ? "" : "_" + std::to_string(number));
        out.name = base.substr(0, kLongestName - tail.size());
        if (out.name.size() < base.size()) {
            became(NameChange::Length);
            dropLastUnderscores(out.name);
        }
        out.name += tail;
        const auto lower = toLowerAscii(out.name);
        if (!isReserved(lower) && m_used.insert(lower).second) return out;
        became(isReserved(lower) ? NameChange::Reserved : NameChange::Taken);
    }
}

std::vector<ShortName> questionNames(const Table& table, NamePool& pool) {
    pool.take("KEY");
    if (!table.parent.empty()) pool.take("PARENT_KEY");
    std::vector<ShortName> names;
    for (const auto& variable : table.variables) {
        const auto full = columnOf(variable);
        names.push_back(pool.take(full.size() <= kLongestName ? full : variable.name));
    }
    return names;
}

std::vector<ShortName> shortNames(const Table& table) {
    NamePool pool;
    return questionNames(table, pool);
}

} // namespace peil::exports
