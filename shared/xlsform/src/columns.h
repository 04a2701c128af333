// SPDX-License-Identifier: Apache-2.0
#pragma once

// A sheet with its headers understood: spelling variants and aliases resolved, translations grouped by language.

#include "reporter.h"

#include <deque>
#include <map>
#include <optional>

namespace peil::xlsform {

/// Text by language, borrowed. One entry with language "" is plain text; anything else goes to itext.
using Text = std::vector<std::pair<std::string_view, std::string_view>>;

[[nodiscard]] inline bool isTranslated(const Text& text) {
    return text.size() > 1 || (text.size() == 1 && !text.front().first.empty());
}

enum class SheetKind { Survey, Choices, Settings, Entities, ExternalChoices, Osm };

/// Full: runs of spaces inside a cell become one.
enum class Cleaning { Outer, Full };

struct Column {
    std::string header;   ///< as the designer wrote it
    std::string key;      ///< canonical name, such as "label", "bind::relevant", "media::image"
    std::string language; ///< of a translated column
};

class Table;

/// One row below the header; borrows its cells.
class Row {
public:
    Row(const Table& table, std::size_t number, const SheetRow& cells)
        : m_table(&table)
        , m_number(number)
        , m_cells(&cells) {}

    [[nodiscard]] std::size_t number() const { return m_number; }
    /// The cell of that canonical column; empty if there is no column or no text.
    [[nodiscard]] const std::string& text(std::string_view key) const;
    /// The cells with text of that column in every language, plain text first.
    [[nodiscard]] Text translations(std::string_view key) const;
    /// Columns of this row with text whose key begins with `prefix`: what follows the prefix, and the text.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> withPrefix(std::string_view prefix) const;
    /// Where to point at; the column is left out when the sheet does not have it.
    [[nodiscard]] Place place(std::string_view key = {}) const;
    [[nodiscard]] const std::string& cell(std::size_t column) const;
    /// Memory of its cells.
    [[nodiscard]] std::size_t bytes() const;
    /// The first cell that holds `words`.
    [[nodiscard]] std::optional<Place> placeOf(std::string_view words) const;
    /// A copy of the row in which each cell is what `change(text, language)` makes of it; `cells` keeps them.
    template <class Change>
    [[nodiscard]] Row with(const Change& change, std::deque<SheetRow>& cells) const;

private:
    const Table* m_table;
    std::size_t m_number;
    const SheetRow* m_cells;
};

class Table {
public:
    /// Resolves the headers of `sheet`, which it borrows, and keeps the rows that hold text; reports unknown and
    /// doubled columns.
    Table(const Sheet& sheet, SheetKind kind, Cleaning cleaning, Reporter& reporter);
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    [[nodiscard]] const std::string& sheetName() const { return m_sheet; }
    [[nodiscard]] const std::vector<Column>& columns() const { return m_columns; }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] bool has(std::string_view key) const { return m_byKey.contains(key); }
    [[nodiscard]] const std::vector<std::size_t>& columnsOf(std::string_view key) const;
    /// Those whose key begins with `prefix`, in order.
    [[nodiscard]] std::vector<std::size_t> columnsWith(std::string_view prefix) const;
    /// Row 1 with the header of that column.
    [[nodiscard]] Place headerPlace(std::string_view key = {}) const;
    /// All languages named in headers, in order of appearance.
    [[nodiscard]] std::vector<std::string> languages() const;

private:
    void readHeader(const SheetRow& header, SheetKind kind, Reporter& reporter);
    void warnOfSlip(const Column& column, SheetKind kind, Reporter& reporter) const;
    void readMarks(const std::vector<CellMark>& marks, SheetKind kind, Reporter& reporter) const;

    std::string m_sheet;
    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
    std::deque<SheetRow> m_cleaned; ///< copies of rows that are not clean as they are in the sheet
    std::map<std::string, std::vector<std::size_t>, std::less<>> m_byKey;
};

template <class Change>
Row Row::with(const Change& change, std::deque<SheetRow>& cells) const {
    auto& copy = cells.emplace_back(*m_cells);
    for (std::size_t i = 0; i < std::min(copy.size(), m_table->columns().size()); ++i)
        copy[i] = change(copy[i], m_table->columns()[i].language);
    return {*m_table, m_number, copy};
}

} // namespace peil::xlsform
