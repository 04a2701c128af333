// SPDX-License-Identifier: Apache-2.0
#include "table_reader.h"

#include "peil/base/text.h"

#include <algorithm>
#include <chrono>

namespace peil::study {
namespace {

std::string inQuotes(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

std::optional<std::string> isoDate(std::string_view text) {
    const auto parts = split(text, '-');
    if (text.size() != 10 || parts.size() != 3 || parts[0].size() != 4 || parts[1].size() != 2) return std::nullopt;
    const auto year = parseInteger(parts[0]), month = parseInteger(parts[1]), day = parseInteger(parts[2]);
    if (!year || !month || !day || *month < 1 || *day < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional(std::string(text)) : std::nullopt;
}

/// Keys that belong to only one table, to name the right table for a misplaced key.
constexpr std::pair<std::string_view, std::string_view> kHomes[] = {{"consent", "[cleaning]"},
                                                                    {"consent_values", "[cleaning]"},
                                                                    {"check", "[[rule]]"},
                                                                    {"action", "[[rule]]"},
                                                                    {"target", "[[quota]]"},
                                                                    {"k", "[disclosure]"},
                                                                    {"l", "[disclosure]"},
                                                                    {"t", "[disclosure]"},
                                                                    {"quasi_identifiers", "[disclosure]"},
                                                                    {"sensitive", "[disclosure]"},
                                                                    {"release", "[disclosure]"},
                                                                    {"harmless", "[disclosure]"},
                                                                    {"design", "[disclosure]"},
                                                                    {"most_suppressed", "[disclosure]"},
                                                                    {"band", "[[disclosure.step]]"},
                                                                    {"groups", "[[disclosure.step]]"},
                                                                    {"in_care", "[fields]"},
                                                                    {"field", "[trait]"},
                                                                    {"note", "[published]"},
                                                                    {"weight", "[fields]"},
                                                                    {"outcome", "[fields]"},
                                                                    {"week", "[fields]"},
                                                                    {"keep_received_days", "[tablet]"},
                                                                    {"lock_after_minutes", "[tablet]"},
                                                                    {"form", "the top of the file"},
                                                                    {"starts_on", "the top of the file"},
                                                                    {"ends_on", "the top of the file"},
                                                                    {"time_zone", "the top of the file"},
                                                                    {"edit_window_hours", "the top of the file"}};

std::string twoDigits(unsigned value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

} // namespace

std::string placeOf(std::string_view fileName, const toml::source_position& position) {
    return std::string(fileName) + ", line " + std::to_string(position.line) + ", column " +
           std::to_string(position.column) + ": ";
}

tl::unexpected<Error> TableReader::fault(StudyErrc code, std::string_view key, std::string_view sentence) const {
    const auto* node = key.empty() ? nullptr : m_table->get(key);
    const auto position = node != nullptr ? node->source().begin : m_table->source().begin;
    return fail(code, placeOf(m_fileName, position) + std::string(sentence));
}

Result<const toml::node*> TableReader::need(std::string_view key) const {
    if (const auto* node = m_table->get(key)) return node;
    return fault(StudyErrc::MissingKey, "",
                 std::string(m_what) + " needs the key " + inQuotes(key) + "; add a line starting with " +
                     std::string(key) + " =.");
}

Result<> TableReader::allowOnly(std::initializer_list<std::string_view> known) const {
    for (const auto& [key, node] : *m_table) {
        if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
        const auto home =
            std::find_if(std::begin(kHomes), std::end(kHomes), [&](const auto& one) { return one.first == key.str(); });
        const auto near = nearest(key.str(), {known.begin(), known.end()});
        const auto cure = home != std::end(kHomes) ? "it belongs under " + std::string(home->second) + "."
                          : near                   ? "did you mean " + inQuotes(*near) + "?"
                                                   : "remove it or correct its spelling.";
        return fault(StudyErrc::BadValue, key.str(),
                     std::string(m_what) + " has no key " + inQuotes(key.str()) + "; " + cure);
    }
    return {};
}

Result<std::string> TableReader::text(std::string_view key) const {
    PEIL_TRY(const auto* node, need(key));
    const auto value = node->value<std::string>();
    if (node->is_string() && value && !trim(*value).empty()) return *value;
    return fault(StudyErrc::BadValue, key, inQuotes(key) + " must be a non-empty string in quotes.");
}

Result<std::string> TableReader::text(std::string_view key, std::string_view fallback) const {
    if (!has(key)) return std::string(fallback);
    return text(key);
}

Result<LocalText> TableReader::localText(std::string_view key) const {
    PEIL_TRY(const auto* node, need(key));
    if (node->is_string()) {
        PEIL_TRY(auto single, text(key));
        return LocalText{{{"", std::move(single)}}};
    }
    const auto* table = node->as_table();
    if (table == nullptr || table->empty())
        return fault(StudyErrc::BadValue, key,
                     inQuotes(key) +
                         " must be a string, or one string per language, such as { nl = \"…\", en = \"…\" }.");
    LocalText result;
    const TableReader inner(*table, m_fileName, m_what);
    for (const auto& [language, unused] : *table) {
        PEIL_TRY(auto value, inner.text(language.str()));
        result.texts.emplace_back(language.str(), std::move(value));
    }
    // toml++ keeps keys sorted; the designer's first language comes first again.
    std::sort(result.texts.begin(), result.texts.end(), [&](const auto& a, const auto& b) {
        const auto left = table->get(a.first)->source().begin, right = table->get(b.first)->source().begin;
        return std::pair(left.line, left.column) < std::pair(right.line, right.column);
    });
    return result;
}

Result<std::string> TableReader::date(std::string_view key) const {
    PEIL_TRY(const auto* node, need(key));
    if (const auto value = node->value<toml::date>(); value && node->is_date())
        return std::to_string(value->year) + "-" + twoDigits(value->month) + "-" + twoDigits(value->day);
    const auto written = node->value<std::string>();
    if (node->is_string() && written)
        if (auto date = isoDate(*written)) return *date;
    return fault(StudyErrc::BadValue, key, inQuotes(key) + " must be a valid date, such as 2023-07-03.");
}

Result<int> TableReader::integer(std::string_view key, int lowest, int highest) const {
    PEIL_TRY(const auto* node, need(key));
    const auto value = node->value<std::int64_t>();
    if (node->is_integer() && value && *value >= lowest && *value <= highest) return static_cast<int>(*value);
    return fault(StudyErrc::BadValue, key,
                 inQuotes(key) + " must be a whole number from " + std::to_string(lowest) + " to " +
                     std::to_string(highest) + ".");
}

Result<double> TableReader::number(std::string_view key, double lowest, double highest) const {
    PEIL_TRY(const auto* node, need(key));
    const auto value = node->value<double>();
    if (node->is_number() && value && *value >= lowest && *value <= highest) return *value;
    return fault(StudyErrc::BadValue, key,
                 inQuotes(key) + " must be a number from " + formatNumber(lowest) + " to " + formatNumber(highest) +
                     ".");
}

Result<bool> TableReader::yesNo(std::string_view key) const {
    PEIL_TRY(const auto* node, need(key));
    if (const auto* value = node->as_boolean()) return value->get();
    return fault(StudyErrc::BadValue, key, inQuotes(key) + " must be true or false, without quotes.");
}

Result<> TableReader::known(std::string_view key, std::string_view kind, const std::string& id,
                            const std::vector<std::string>& ids) const {
    if (std::ranges::find(ids, id) != ids.end()) return {};
    return fault(StudyErrc::UnknownReference, key,
                 "There is no " + std::string(kind) + " " + inQuotes(id) + "; use one of: " + join(ids, ", ") + ".");
}

Result<std::vector<std::string>> TableReader::texts(std::string_view key) const {
    std::vector<std::string> result;
    const auto* node = m_table->get(key);
    if (node == nullptr) return result;
    const auto* array = node->as_array();
    const auto isText = [](const toml::node& item) { return item.is_string() && !item.as_string()->get().empty(); };
    if (array == nullptr || !std::all_of(array->begin(), array->end(), isText))
        return fault(StudyErrc::BadValue, key,
                     inQuotes(key) + " must be a list of strings, such as [\"city\", \"age\"].");
    for (const auto& item : *array)
        result.push_back(item.as_string()->get());
    return result;
}

Result<std::optional<TableReader>> TableReader::inner(std::string_view key, std::string_view what) const {
    const auto* node = m_table->get(key);
    if (node == nullptr) return std::optional<TableReader>{};
    const auto path = m_path + std::string(key);
    if (node->is_table()) return std::optional(TableReader(*node->as_table(), m_fileName, what, path + "."));
    return fault(StudyErrc::BadValue, key, inQuotes(key) + " must be a table; start it with a line [" + path + "].");
}

Result<> TableReader::eachTable(std::string_view key, std::string_view what,
                                const std::function<Result<>(const TableReader&)>& read) const {
    const auto* node = m_table->get(key);
    if (node == nullptr) return {};
    const auto* array = node->as_array();
    const bool tables = array != nullptr && std::all_of(array->begin(), array->end(),
                                                        [](const toml::node& item) { return item.is_table(); });
    const auto path = m_path + std::string(key);
    if (!tables)
        return fault(StudyErrc::BadValue, key,
                     inQuotes(key) + " must be tables; start each with a line [[" + path + "]].");
    for (const auto& item : *array)
        PEIL_CHECK(read(TableReader(*item.as_table(), m_fileName, what, path + ".")));
    return {};
}

} // namespace peil::study
