// SPDX-License-Identifier: Apache-2.0
#include "columns.h"

#include "peil/base/text.h"

#include <algorithm>
#include <set>

namespace peil::xlsform {

namespace {

using Aliases = std::map<std::string, std::string, std::less<>>;

const Aliases& surveyAliases() {
    static const Aliases aliases{
        {"command", "type"},
        {"value", "name"},
        {"tag", "name"},
        {"caption", "label"},
        {"text", "label"},
        {"image", "media::image"},
        {"audio", "media::audio"},
        {"video", "media::video"},
        {"big_image", "media::big-image"},
        {"big-image", "media::big-image"},
        {"media::big_image", "media::big-image"},
        {"relevance", "relevant"},
        {"bind::relevant", "relevant"},
        {"bind::relevance", "relevant"},
        {"bind::required", "required"},
        {"bind::constraint", "constraint"},
        {"bind::calculate", "calculation"},
        {"calculate", "calculation"},
        {"bind::calculation", "calculation"},
        {"read_only", "readonly"},
        {"bind::readonly", "readonly"},
        {"constraint_msg", "constraint_message"},
        {"constraining_message", "constraint_message"},
        {"bind::jr:constraintmsg", "constraint_message"},
        {"jr:constraintmsg", "constraint_message"},
        {"required_msg", "required_message"},
        {"requiredmsg", "required_message"},
        {"bind::jr:requiredmsg", "required_message"},
        {"jr:requiredmsg", "required_message"},
        {"noapperrorstring", "no_app_error_string"},
        {"bind::jr:noapperrorstring", "no_app_error_string"},
        {"count", "repeat_count"},
        {"jr:count", "repeat_count"},
        {"body::jr:count", "repeat_count"},
        {"control::jr:count", "repeat_count"},
        {"body::appearance", "appearance"},
        {"control::appearance", "appearance"},
        {"body::autoplay", "autoplay"},
        {"body::rows", "rows"},
        {"body::intent", "intent"},
        {"bind::entities:saveto", "save_to"},
        {"peil:class", "bind::peil:class"},
        {"peil:mode", "bind::peil:mode"},
        {"bind::type", "bind::type"},
        {"guidance", "guidance_hint"},
        {"compact_tag", "instance::odk:tag"},
    };
    return aliases;
}

const Aliases& choicesAliases() {
    static const Aliases aliases{
        {"list", "list_name"},
        {"value", "name"},
        {"caption", "label"},
        {"image", "media::image"},
        {"audio", "media::audio"},
        {"video", "media::video"},
        {"big_image", "media::big-image"},
        {"big-image", "media::big-image"},
        {"media::big_image", "media::big-image"},
    };
    return aliases;
}

const Aliases& settingsAliases() {
    static const Aliases aliases{
        {"title", "form_title"},  {"set_form_title", "form_title"}, {"set_form_id", "form_id"},
        {"prefix", "odk:prefix"}, {"delimiter", "odk:delimiter"},
    };
    return aliases;
}

const Aliases& entitiesAliases() {
    static const Aliases aliases{{"dataset", "list_name"}};
    return aliases;
}

const Aliases& aliasesOf(SheetKind kind) {
    switch (kind) {
    case SheetKind::Survey:
        return surveyAliases();
    case SheetKind::Settings:
        return settingsAliases();
    case SheetKind::Entities:
        return entitiesAliases();
    default:
        return choicesAliases();
    }
}

bool isTranslatable(std::string_view key) {
    static const std::set<std::string, std::less<>> keys{"label",
                                                         "hint",
                                                         "guidance_hint",
                                                         "constraint_message",
                                                         "required_message",
                                                         "no_app_error_string",
                                                         "media::image",
                                                         "media::audio",
                                                         "media::video",
                                                         "media::big-image"};
    return keys.contains(key);
}

/// Spaces to underscores, lower case: how column names are compared.
std::string normalized(std::string_view word) {
    std::string out;
    for (const auto part : splitWhitespace(word)) {
        if (!out.empty()) out += '_';
        out += part;
    }
    return toLowerAscii(out);
}

/// "label::Dutch (nl)" to its parts; a single colon separates too, except after "jr" and "peil".
std::vector<std::string> headerParts(std::string_view header) {
    std::vector<std::string> parts;
    const bool doubled = header.find("::") != std::string_view::npos;
    std::string current;
    const auto flush = [&] {
        parts.emplace_back(trim(current));
        current.clear();
    };
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (header[i] != ':') {
            current += header[i];
            continue;
        }
        if (doubled && i + 1 < header.size() && header[i + 1] == ':') {
            flush();
            ++i;
        } else if (doubled || normalized(current) == "jr" || normalized(current) == "peil") {
            current += ':';
        } else {
            flush();
        }
    }
    flush();
    return parts;
}

std::string rejoin(const std::vector<std::string>& parts, std::size_t from) {
    std::string out;
    for (std::size_t i = from; i < parts.size(); ++i) {
        if (i > from) out += ':';
        out += parts[i];
    }
    return out;
}

bool isNamespacePrefix(std::string_view word) {
    return word == "bind" || word == "body" || word == "control" || word == "instance" || word == "attribute" ||
           word == "media";
}

std::string resolveAlias(const Aliases& aliases, const std::string& key) {
    const auto found = aliases.find(toLowerAscii(key));
    return found == aliases.end() ? key : found->second;
}

/// The canonical column of a header.
Column understand(const std::string& header, SheetKind kind) {
    const auto& aliases = aliasesOf(kind);
    const auto parts = headerParts(header);
    const std::string first = normalized(parts.front());
    Column column{header, {}, {}};
    if (parts.size() == 1) {
        column.key = resolveAlias(aliases, first);
        return column;
    }
    std::size_t used = 1;
    std::string key = first;
    if (isNamespacePrefix(first)) {
        // The rest of a prefixed name keeps its case: it becomes an attribute.
        key = (first == "control" ? "body" : first) + "::" + parts[1];
        used = 2;
        if (parts[1] == "jr" && parts.size() > 2) {
            key += ":" + parts[2];
            used = 3;
        }
    }
    column.key = resolveAlias(aliases, key);
    if (used < parts.size()) {
        if (isTranslatable(column.key))
            column.language = rejoin(parts, used);
        else if (isNamespacePrefix(first))
            column.key += ":" + rejoin(parts, used);
        else
            column.key = kind == SheetKind::Choices ? header : column.key + "::" + rejoin(parts, used);
    }
    return column;
}

/// Trims outer spaces, replaces typographic quotes, and optionally collapses runs of spaces.
std::string cleaned(std::string_view cell, Cleaning cleaning) {
    std::string text(trim(cell));
    if (text.find("\xE2\x80") != std::string::npos) {
        text = replaceAll(std::move(text), "\xE2\x80\x98", "'");
        text = replaceAll(std::move(text), "\xE2\x80\x99", "'");
        text = replaceAll(std::move(text), "\xE2\x80\x9C", "\"");
        text = replaceAll(std::move(text), "\xE2\x80\x9D", "\"");
    }
    if (cleaning == Cleaning::Full)
        while (text.find("  ") != std::string::npos)
            text = replaceAll(std::move(text), "  ", " ");
    return text;
}

/// True when cleaned() changes nothing.
bool isClean(std::string_view cell, Cleaning cleaning) {
    constexpr std::string_view kQuotes = "\x98\x99\x9C\x9D"; // their last byte
    for (auto at = cell.find("\xE2\x80"); at != std::string_view::npos; at = cell.find("\xE2\x80", at + 2))
        if (at + 2 < cell.size() && kQuotes.find(cell[at + 2]) != std::string_view::npos) return false;
    return trim(cell).size() == cell.size() &&
           (cleaning == Cleaning::Outer || cell.find("  ") == std::string_view::npos);
}

/// The columns that the survey and choices sheets understand, for "did you mean".
const std::vector<std::string>& knownColumns(SheetKind kind) {
    static const std::vector<std::string> survey{"type",           "name",
                                                 "label",          "hint",
                                                 "guidance_hint",  "relevant",
                                                 "required",       "required_message",
                                                 "constraint",     "constraint_message",
                                                 "calculation",    "readonly",
                                                 "default",        "appearance",
                                                 "choice_filter",  "repeat_count",
                                                 "parameters",     "trigger",
                                                 "save_to",        "autoplay",
                                                 "rows",           "intent",
                                                 "accept",         "disabled",
                                                 "peil:no_answer", "no_app_error_string"};
    static const std::vector<std::string> settings{"form_title",
                                                   "form_id",
                                                   "version",
                                                   "default_language",
                                                   "style",
                                                   "instance_name",
                                                   "public_key",
                                                   "submission_url",
                                                   "auto_send",
                                                   "auto_delete",
                                                   "allow_choice_duplicates",
                                                   "clean_text_values",
                                                   "namespaces",
                                                   "name",
                                                   "id_string",
                                                   "instance_xmlns",
                                                   "omit_instanceid",
                                                   "instance_id",
                                                   "client_editable",
                                                   "odk:prefix",
                                                   "odk:delimiter"};
    static const std::vector<std::string> none;
    return kind == SheetKind::Survey ? survey : kind == SheetKind::Settings ? settings : none;
}

/// Columns whose texts people read or choose: a date there is most likely a text that the spreadsheet took for one.
bool holdsWords(const Column& column) {
    return column.key == "name" || column.key == "list_name" || column.key == "type" || column.key == "label" ||
           column.key == "hint";
}

bool isRead(const Column& column, SheetKind kind) {
    const auto& known = knownColumns(kind);
    return !column.key.empty() && (known.empty() || column.key.find("::") != std::string::npos ||
                                   std::find(known.begin(), known.end(), column.key) != known.end());
}

const std::vector<std::size_t> kNone;
const std::string kEmpty;

} // namespace

Table::Table(const Sheet& sheet, SheetKind kind, Cleaning cleaning, Reporter& reporter)
    : m_sheet(toLowerAscii(trim(sheet.name))) {
    if (sheet.rows.empty()) return;
    readHeader(sheet.rows.front(), kind, reporter);
    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
        const auto& cells = sheet.rows[i];
        const bool filled = std::any_of(cells.begin(), cells.end(), [](const auto& c) { return !trim(c).empty(); });
        if (!filled) continue;
        if (std::ranges::all_of(cells, [&](const auto& cell) { return isClean(cell, cleaning); })) {
            m_rows.emplace_back(*this, i + 1, cells);
            continue;
        }
        auto& clean = m_cleaned.emplace_back();
        clean.reserve(cells.size());
        for (const auto& cell : cells)
            clean.push_back(cleaned(cell, cleaning));
        m_rows.emplace_back(*this, i + 1, clean);
    }
    if (!sheet.notice.empty()) reporter.warning("legacy_encoding", Place{m_sheet}, sheet.notice, {});
    readMarks(sheet.marks, kind, reporter);
}

void Table::readMarks(const std::vector<CellMark>& marks, SheetKind kind, Reporter& reporter) const {
    for (const auto& mark : marks) {
        if (mark.column >= m_columns.size() || !isRead(m_columns[mark.column], kind)) continue;
        const auto& column = m_columns[mark.column];
        const Place place{m_sheet, mark.row, column.header};
        const auto row = std::ranges::lower_bound(m_rows, mark.row, {}, &Row::number);
        const auto& text = row == m_rows.end() || row->number() != mark.row ? column.header : row->cell(mark.column);
        if (mark.note == CellNote::NoResult)
            reporter.error("formula_without_result", place,
                           "The file does not contain the result of the formula in this cell.",
                           "Open the workbook in a spreadsheet program and save it again.");
        else if (mark.note == CellNote::Error)
            reporter.warning("failed_formula", place,
                             "The formula in this cell fails, so the form reads \"" + text + "\".",
                             "Correct the formula, or type the text instead.");
        else if (holdsWords(column))
            reporter.warning("date_cell", place,
                             "This cell contains a date or time, which the form reads as \"" + text + "\".",
                             "If you typed something else, format the cell as text and type it again.");
    }
}

/// A column with nearly the name of a known one that the sheet lacks is probably a typing error; others are notes of
/// the designer.
void Table::warnOfSlip(const Column& column, SheetKind kind, Reporter& reporter) const {
    auto lacking = knownColumns(kind);
    if (column.key.find("::") != std::string::npos || std::ranges::find(lacking, column.key) != lacking.end()) return;
    std::erase_if(lacking, [this](const auto& key) { return m_byKey.contains(key); });
    if (const auto hint = didYouMean(column.key, lacking); !hint.empty())
        reporter.warning("unknown_column", {m_sheet, 1, column.header},
                         "The column \"" + column.header + "\" is unknown and is ignored.", hint);
}

void Table::readHeader(const SheetRow& header, SheetKind kind, Reporter& reporter) {
    for (const auto& cell : header) {
        Column column;
        if (const auto name = trim(cell); !name.empty()) column = understand(std::string(name), kind);
        const auto index = m_columns.size();
        if (!column.key.empty()) {
            auto& same = m_byKey[column.key];
            const auto twin = std::find_if(same.begin(), same.end(), [&](std::size_t other) {
                return m_columns[other].language == column.language;
            });
            if (twin != same.end())
                reporter.error("duplicate_column", {m_sheet, 1, column.header},
                               "The columns \"" + m_columns[*twin].header + "\" and \"" + column.header +
                                   "\" have the same meaning.",
                               "Remove or rename one of them.");
            else
                same.push_back(index);
        }
        m_columns.push_back(std::move(column));
    }
    for (const auto& column : m_columns)
        if (!column.key.empty()) warnOfSlip(column, kind, reporter);
}

const std::vector<std::size_t>& Table::columnsOf(std::string_view key) const {
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? kNone : found->second;
}

std::vector<std::size_t> Table::columnsWith(std::string_view prefix) const {
    std::vector<std::size_t> out;
    for (auto at = m_byKey.lower_bound(prefix); at != m_byKey.end() && at->first.starts_with(prefix); ++at)
        out.insert(out.end(), at->second.begin(), at->second.end());
    std::ranges::sort(out);
    return out;
}

Place Table::headerPlace(std::string_view key) const {
    const auto& columns = columnsOf(key);
    return {m_sheet, 1, columns.empty() ? std::string() : m_columns[columns.front()].header};
}

std::vector<std::string> Table::languages() const {
    std::vector<std::string> out;
    for (const auto& column : m_columns)
        if (!column.language.empty() && std::find(out.begin(), out.end(), column.language) == out.end())
            out.push_back(column.language);
    return out;
}

const std::string& Row::cell(std::size_t column) const {
    return column < m_cells->size() ? (*m_cells)[column] : kEmpty;
}

const std::string& Row::text(std::string_view key) const {
    for (const auto column : m_table->columnsOf(key))
        if (m_table->columns()[column].language.empty()) return cell(column);
    return kEmpty;
}

Text Row::translations(std::string_view key) const {
    Text out;
    for (const auto column : m_table->columnsOf(key)) {
        const auto& text = cell(column);
        if (text.empty()) continue;
        const auto& language = m_table->columns()[column].language;
        out.insert(language.empty() ? out.begin() : out.end(), {language, text});
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> Row::withPrefix(std::string_view prefix) const {
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto column : m_table->columnsWith(prefix))
        if (const auto& text = cell(column); !text.empty())
            out.emplace_back(m_table->columns()[column].key.substr(prefix.size()), text);
    return out;
}

std::size_t Row::bytes() const {
    std::size_t bytes = m_cells->size() * sizeof(std::string);
    for (const auto& cell : *m_cells)
        bytes += cell.size();
    return bytes;
}

std::optional<Place> Row::placeOf(std::string_view words) const {
    for (std::size_t i = 0; i < m_table->columns().size(); ++i)
        if (cell(i).find(words) != std::string::npos)
            return Place{m_table->sheetName(), m_number, m_table->columns()[i].header};
    return std::nullopt;
}

Place Row::place(std::string_view key) const {
    Place place = m_table->headerPlace(key);
    place.row = m_number;
    for (const auto column : m_table->columnsOf(key)) {
        if (cell(column).empty()) continue;
        place.column = m_table->columns()[column].header;
        break;
    }
    return place;
}

} // namespace peil::xlsform
